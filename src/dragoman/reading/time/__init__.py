"""Time: every date, period and duration a report names, resolved against its own day."""
