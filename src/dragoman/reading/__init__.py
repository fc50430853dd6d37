"""Reading: one report to claims. No step looks outside its own report.

`one_report` lists the steps in order; `analysis` is the desk they work on. The rooms:

    layout    text to headline, paragraphs, sentences; the dateline; the parse
    time      dates, periods, durations, and the report's own day
    who       persons, offices, states, bodies, groups, pronouns
    events    who did what to whom, with status, by the ontology's frames
    speech    statements with speaker and cue
    figures   quantities with measure, qualifier, direction, period
    affairs   votes, projects, relations, coverage, precedents
"""
