"""Stories: which reports tell of the same happenings, and which got it from the same source."""
