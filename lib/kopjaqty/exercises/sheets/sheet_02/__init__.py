"""Exercises of lesson 02: keys and names, organs and missions, what belongs to what."""

from kopjaqty.exercises.questions import Sheet, prose
from kopjaqty.exercises.sheets.sheet_02 import (
    a_whole_household,
    borrowed_acronyms,
    merged_with_itself,
    no_agency_at_all,
    where_a_word_begins,
    who_set_it_up,
)

SHEET = Sheet(
    number="02",
    lesson="02_name_the_institutions",
    title=prose("Name the institutions"),
    intro=prose(
        "One thing has many names, and one name can be claimed by many things. Before you count "
        "institutions, make sure that you know which is which, who set it up, and to what it "
        "belongs."
    ),
    questions=(
        merged_with_itself.QUESTION,
        who_set_it_up.QUESTION,
        borrowed_acronyms.QUESTION,
        where_a_word_begins.QUESTION,
        a_whole_household.QUESTION,
        no_agency_at_all.QUESTION,
    ),
)
