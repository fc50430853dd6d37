"""Thresholds of this room, each with what it was chosen on."""

from __future__ import annotations

# Grouping (chosen on ten stories with three near misses, and two public sets of articles).
WORLD = 60  # reports of other matters that a handful read together is weighed against
USUAL_SHARE = 0.25  # share of them in which a commonplace word stands
SAME_STORY = 0.13  # cosine of two reports of one day; also the least average within a story
HANDFUL = 50  # with more reports than this, chance likeness asks for more ...
PER_DOUBLING = 0.016  # ... by so much each time their number doubles
DAYS_APART = 10  # reports further apart never tell one story
PER_DAY = 0.01  # asked on top for each day between two reports
NEIGHBOURS = 40  # candidates looked at for each report
LEAD_WORDS = 60  # the lead, which says what the story is
LEAD_WEIGHT = 4  # how often each word of it counts
COMMON_SHARE = 0.2  # a word in more of the reports than this cannot propose a pair (50 or more)
PAIR_COUNT = 1  # how often an event between two states counts as a word of its own
ROUNDS = 4  # times whole clusters are compared, where there are more reports than neighbours
WEIGHTY_WORDS = 25  # of a cluster, by which others are found ...
WEIGHTY_SHARED = 4  # ... if they share so many
COMMON_GROUND = 0.8  # what a word weighs even where every report has it
NAME_BONUS = 1.2  # weight of a name over another word

# Alignment of sentences (chosen on reworded agency copy, hand-made).
CHOSEN_WORDS = 3.5  # least weight of shared words the writer was free to choose
CHOSEN_SHARE = 0.42  # least share of the shorter sentence's free words that are shared, in order
LONG_RUN = 6.0  # free words shared in order that suffice whatever the share
VERBATIM_WORDS = 12  # words in a row, quotations apart, that nobody writes twice by chance ...
VERBATIM_CONTENT = 4  # ... if so many of them are neither names nor usual words
LIST_NAMES = 10  # different names shared in the same order that betray one list
LIST_WORDS = 7  # words shared in the same order that do, however usual in the story
LIST_AMOUNTS = 5  # different amounts shared in the same order
LIST_SHARE = 0.7  # share of the stretch from the first to the last of them that is shared
FORCED_WEIGHT = 0.2  # a shared name or number
USUAL_WEIGHT = 0.15  # a shared commonplace word
STORY_WORD_SHARE = 0.5  # a word in more of a story's reports than this is forced by the story

# Whole reports.
COPY_SHARE = 0.6  # share of a report's words inside aligned passages that makes it a copy
