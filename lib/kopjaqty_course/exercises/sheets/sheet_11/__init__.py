"""Exercises of lesson 11: slips and their kinds, agreement beyond chance, results in doubt."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.questions import Sheet
from kopjaqty_course.exercises.sheets.sheet_11 import (
    q1_one_code_less,
    q2_what_happened_here,
    q3_kappa_by_hand,
    q4_notes_by_kind,
    q5_same_sentence,
    q6_a_doubt_and_a_result,
    q7_read_a_conflict,
)

SHEET = Sheet(
    number="11",
    lesson="11_doubt_the_sources",
    title=N_("Doubt the sources"),
    intro=N_(
        "To doubt is a craft: you say what exactly is doubtful, by which rule, and which result "
        "hangs on it. Here you sort slips, measure how far two coders agree, and take a claim "
        "out to see what falls. At the end two documents disagree, and you decide what may be "
        "written."
    ),
    questions=(
        q1_one_code_less.QUESTION,
        q2_what_happened_here.QUESTION,
        q3_kappa_by_hand.QUESTION,
        q4_notes_by_kind.QUESTION,
        q5_same_sentence.QUESTION,
        q6_a_doubt_and_a_result.QUESTION,
        q7_read_a_conflict.QUESTION,
    ),
)
