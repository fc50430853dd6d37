"""Thresholds of this room, each with what it means; chosen on ten stories and hand-made cases."""

from __future__ import annotations

# One event or two. Seats: 2 for the same person on a side, 1 for the same state.
MEETING_SEATS = 3.0  # same people on one side, their state at least on the other
LOOSE_SEATS = 2.0  # both sides match as states: more evidence is asked
TOPIC = 0.28  # likeness of words where both sides match
TOPIC_ONE_SIDE = 0.4  # likeness of words where one side is not known
TOPIC_SAME_REPORT = 0.12  # asked on top between two sentences of one report
TOPIC_ON_AVERAGE = 0.28  # likeness between all claims of two clusters of deeds
FEW_CLAIMS = 3  # below this many claims of a type in a report no word counts as usual among them
USUAL_COST = 0.9  # weight lost by a word that all such claims of a report have
MUTE = 1.6  # weight of words below which a clause says too little to tell of another matter
TOPIC_LONE = 0.1  # likeness asked where each is its report's only claim with such parties and day
DATE_SLIP = 1  # days two outlets may differ on the date of what is otherwise one event
JOURNEY_DAYS = 3  # days between which arrivals and departures are of one journey
MARGIN = 0.4  # a vague claim joins the best of several events only if it is so much the best

# One statement, project, figure or two.
STATEMENT_WORDS = 0.5
STATEMENT_CONTENT = 2  # free words two statements share at least
PROJECT_WORDS = 0.34
FIGURE_WORDS = 0.34  # likeness of what is measured, for the same value
SAME_VALUE = 0.005  # relative difference that is rounding
ABOUT_VALUE = 0.05  # the same where one side says "about"

# Conflicts of figures.
CONFLICT_WORDS = 0.4  # likeness of what is measured, for another value
CONFLICT_CONTENT = 2  # words of substance both sentences share
LONE_WORDS = 0.15  # the same where it is each report's only figure of that unit
LONE_OWN = 0.3  # likeness of the words for what is measured, asked even then
CONFLICT_RATIO = 2.0  # values further apart than this measure different things
TOLL_RATIO = 4.0  # the same for people of one group with one fate: sides count their dead apart
SMALL_COUNT = 10  # counts up to this need what is counted said alike
POINTS_APART = 12.0  # percentages further apart than this do too

# Findings.
SHARED_HALF = 0.5  # share of a story's outlets that makes a point a main one
LEAD_SENTENCES = 3  # what stands so early is a main point of the report
SUBJECT = 1.6  # weight of words a subject without a name needs to be told from others
COVERAGE_WORDS = 0.5
