"""Speech: who is reported to say what, directly or not."""
