"""Reading: one report to claims, one file a step. No step looks outside its own report."""
