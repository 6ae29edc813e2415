"""Exercises of lesson 04: what a line between two institutions claims, and what it does not."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.questions import Sheet
from kopjaqty_course.exercises.sheets.sheet_04 import (
    q1_one_line_for_many,
    q2_what_a_line_claims,
    q3_footnotes_of_arrows,
    q4_without_the_plans,
    q5_printed_together,
    q6_a_picture_in_words,
)

SHEET = Sheet(
    number="04",
    lesson="04_draw_a_network",
    title=N_("Draw a network"),
    intro=N_(
        "A line is a claim: by somebody, about two, in one direction. Build it with its key and "
        "its footnote, leave out what is only hoped for, and do not draw what is merely printed "
        "together."
    ),
    questions=(
        q1_one_line_for_many.QUESTION,
        q2_what_a_line_claims.QUESTION,
        q3_footnotes_of_arrows.QUESTION,
        q4_without_the_plans.QUESTION,
        q5_printed_together.QUESTION,
        q6_a_picture_in_words.QUESTION,
    ),
)
