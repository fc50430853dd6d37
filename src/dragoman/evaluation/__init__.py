"""Evaluation: a record held against what a careful reader found in the same reports.

gold, field   what the reader wrote down, read from JSON and checked
spans         which of our words and theirs are the same, and who pairs with whom
matching      which items are the gold's, one function a kind
tallies       the counts that a score is made of
scoring       one story's counts, and the sum of several
table         the counts for a terminal, or as JSON
"""
