"""Exercises of lesson 12: from evidence to table, figure, citation and page; and a whole brief."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.questions import Sheet
from kopjaqty_course.exercises.sheets.sheet_12 import (
    q1_when_did_it_happen,
    q2_what_may_stand,
    q3_on_whose_word,
    q4_a_table_to_read,
    q5_nothing_but_the_story,
    q6_to_the_character,
    q7_items_of_a_page,
    q8_a_brief,
)

SHEET = Sheet(
    number="12",
    lesson="12_write_a_brief",
    title=N_("Write a brief"),
    intro=N_(
        "Evidence, table, figure, citation, page: here you build the chain yourself, link by link, "
        "on initiatives of your own (with your id, each question gives you one). The functions "
        "that you write work for any initiative. So use them for the last question, the largest of "
        "the course: a brief of which every sentence can be checked."
    ),
    questions=(
        q1_when_did_it_happen.QUESTION,
        q2_what_may_stand.QUESTION,
        q3_on_whose_word.QUESTION,
        q4_a_table_to_read.QUESTION,
        q5_nothing_but_the_story.QUESTION,
        q6_to_the_character.QUESTION,
        q7_items_of_a_page.QUESTION,
        q8_a_brief.QUESTION,
    ),
)
