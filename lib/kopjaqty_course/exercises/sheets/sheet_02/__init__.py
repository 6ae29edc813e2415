"""Exercises of lesson 02: keys and names, organs and missions, what belongs to what."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.questions import Sheet
from kopjaqty_course.exercises.sheets.sheet_02 import (
    q1_merged_with_itself,
    q2_who_set_it_up,
    q3_borrowed_acronyms,
    q4_where_a_word_begins,
    q5_a_whole_household,
    q6_no_agency_at_all,
)

SHEET = Sheet(
    number="02",
    lesson="02_name_the_institutions",
    title=N_("Name the institutions"),
    intro=N_(
        "One thing has many names, and one name can be claimed by many things. Before you count "
        "institutions, make sure that you know which is which, who set it up, and to what it "
        "belongs."
    ),
    questions=(
        q1_merged_with_itself.QUESTION,
        q2_who_set_it_up.QUESTION,
        q3_borrowed_acronyms.QUESTION,
        q4_where_a_word_begins.QUESTION,
        q5_a_whole_household.QUESTION,
        q6_no_agency_at_all.QUESTION,
    ),
)
