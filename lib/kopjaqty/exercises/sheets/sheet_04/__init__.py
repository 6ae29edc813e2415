"""Exercises of lesson 04: what a line between two institutions claims, and what it does not."""

from kopjaqty.exercises.questions import Sheet, prose
from kopjaqty.exercises.sheets.sheet_04 import (
    a_picture_in_words,
    footnotes_of_arrows,
    one_line_for_many,
    printed_together,
    what_a_line_claims,
    without_the_plans,
)

SHEET = Sheet(
    number="04",
    lesson="04_draw_a_network",
    title=prose("Draw a network"),
    intro=prose(
        "A line is a claim: by somebody, about two, in one direction. Build it with its key and "
        "its footnote, leave out what is only hoped for, and do not draw what is merely printed "
        "together."
    ),
    questions=(
        one_line_for_many.QUESTION,
        what_a_line_claims.QUESTION,
        footnotes_of_arrows.QUESTION,
        without_the_plans.QUESTION,
        printed_together.QUESTION,
        a_picture_in_words.QUESTION,
    ),
)
