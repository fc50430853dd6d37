"""Abbreviations: the words whose full stop may not end a sentence, by what may follow them."""

from __future__ import annotations

# Never the last word of a sentence: a name, a number or a list follows.
LEADING = frozenset(
    "mr mrs ms mx dr prof gen col lt maj sgt cpl pvt capt rep reps sen sens gov hon rev fr msgr "
    "messrs amb adm cmdr cdr brig pres supt insp atty asst dep vs viz cf eg ie".split()
)

# The last word only where a word that begins sentences follows ("in the U.S. The …").
CLOSING = frozenset(
    "st mt ft inc ltd co corp plc llc bros jr sr etc al dept univ est approx ave blvd rd "
    "govt intl assn mgr ed eds".split()
)

# Never the last word where a figure follows ("No. 5", "Ksh. 350", "Oct. 14").
BEFORE_FIGURES = frozenset(
    "no nos art arts fig figs vol vols sec par para ch pp p pg approx ca circa rs re sh shs ksh "
    "ushs tsh tk tk. lkr inr pkr npr mnt usd eur rmb jan feb mar apr jun jul aug sep sept oct "
    "nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)

# Two letters that stand for one sound, so one initial ("Ts. Dorj", "Yu. Petrov").
TWO_LETTER_INITIALS = frozenset("ts kh ch sh zh yu ya ye yo dz dj ph th gh".split())

# Words that begin a sentence far more often than they continue a name.
STARTERS = frozenset(
    "a about above according across after again against all also although amid among an and "
    "another any as asked at because before behind below besides between both but by can could "
    "despite did do does during each earlier either even every few finally first following for "
    "from further furthermore had has have he her here hers his how however i if in indeed "
    "instead into is it its just last later like many may meanwhile more moreover most much my "
    "neither no nor not nothing now of officials on once one only or other others our out over "
    "perhaps previously should since so some still such than that the their then there "
    "therefore these they this those though through thus to today under unless until up upon "
    "was we were what when where whether which while who whose why will with within without "
    "would yes yet you your".split()
)

# What a clock time is followed by within its sentence ("11 a.m. Monday", "9 p.m. GMT").
AFTER_CLOCK = frozenset(
    "gmt utc est edt et pst pdt pt ist cet cest bst msk eat wat cat jst hkt sgt local eastern "
    "pacific central moscow monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december".split()
)

SAYING = frozenset(
    "said says say asked asks told tells added adds wrote writes replied replies answered "
    "shouted tweeted posted declared joked quipped wondered exclaimed".split()
)
