"""Exercises of lesson 12: from evidence to table, figure, citation and page; and a whole brief."""

from kopjaqty.exercises.questions import Sheet, prose
from kopjaqty.exercises.sheets.sheet_12 import (
    a_brief,
    a_table_to_read,
    items_of_a_page,
    nothing_but_the_story,
    on_whose_word,
    to_the_character,
    what_may_stand,
    when_was_it_proposed,
)

SHEET = Sheet(
    number="12",
    lesson="12_write_a_brief",
    title=prose("Write a brief"),
    intro=prose(
        "Evidence, table, figure, citation, page: here you build the chain yourself, link by link, "
        "on initiatives of your own (with your id, each question gives you one). The functions "
        "that you write work for any initiative. So use them for the last question, the largest of "
        "the course: a brief of which every sentence can be checked."
    ),
    questions=(
        when_was_it_proposed.QUESTION,
        what_may_stand.QUESTION,
        on_whose_word.QUESTION,
        a_table_to_read.QUESTION,
        nothing_but_the_story.QUESTION,
        to_the_character.QUESTION,
        items_of_a_page.QUESTION,
        a_brief.QUESTION,
    ),
)
