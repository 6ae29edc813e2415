"""Exercises of lesson 07: missions, plans and what a number about peacekeepers says."""

from kopjaqty.exercises.questions import Sheet, prose
from kopjaqty.exercises.sheets.sheet_07 import (
    a_headline,
    a_zero_for_every_gap,
    days_of_a_service,
    four_sorts_of_number,
    plans_told_as_facts,
    said_on_that_day,
    where_two_numbers_differ,
)

SHEET = Sheet(
    number="07",
    lesson="07_keep_the_peace",
    title=prose("Keep the peace"),
    intro=prose(
        "Numbers about peacekeepers are easily printed, and easily wrong. Here you ask numbers "
        "what they count and of which day they are, plans whether they came true, and a mission's "
        "life what it says of those who served in it."
    ),
    questions=(
        a_zero_for_every_gap.QUESTION,
        four_sorts_of_number.QUESTION,
        where_two_numbers_differ.QUESTION,
        plans_told_as_facts.QUESTION,
        said_on_that_day.QUESTION,
        days_of_a_service.QUESTION,
        a_headline.QUESTION,
    ),
)
