"""Exercises of lesson 11: slips and their kinds, agreement beyond chance, results in doubt."""

from kopjaqty.exercises.questions import Sheet, prose
from kopjaqty.exercises.sheets.sheet_11 import (
    a_doubt_and_a_result,
    kappa_by_hand,
    notes_by_kind,
    one_code_less,
    read_a_conflict,
    same_sentence,
    what_happened_here,
)

SHEET = Sheet(
    number="11",
    lesson="11_doubt_the_sources",
    title=prose("Doubt the sources"),
    intro=prose(
        "To doubt is a craft: you say what exactly is doubtful, by which rule, and which result "
        "hangs on it. Here you sort slips, measure how far two coders agree, and take a claim "
        "out to see what falls. At the end two documents disagree, and you decide what may be "
        "written."
    ),
    questions=(
        one_code_less.QUESTION,
        what_happened_here.QUESTION,
        kappa_by_hand.QUESTION,
        notes_by_kind.QUESTION,
        same_sentence.QUESTION,
        a_doubt_and_a_result.QUESTION,
        read_a_conflict.QUESTION,
    ),
)
