"""Exercises of lesson 07: missions, plans and what a number about peacekeepers says."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.questions import Sheet
from kopjaqty_course.exercises.sheets.sheet_07 import (
    q1_a_zero_for_every_gap,
    q2_four_sorts_of_number,
    q3_where_two_numbers_differ,
    q4_plans_told_as_facts,
    q5_said_on_that_day,
    q6_days_of_a_service,
    q7_a_headline,
)

SHEET = Sheet(
    number="07",
    lesson="07_keep_the_peace",
    title=N_("Keep the peace"),
    intro=N_(
        "Numbers about peacekeepers are easily printed, and easily wrong. Here you ask numbers "
        "what they count and of which day they are, plans whether they came true, and a mission's "
        "life what it says of those who served in it."
    ),
    questions=(
        q1_a_zero_for_every_gap.QUESTION,
        q2_four_sorts_of_number.QUESTION,
        q3_where_two_numbers_differ.QUESTION,
        q4_plans_told_as_facts.QUESTION,
        q5_said_on_that_day.QUESTION,
        q6_days_of_a_service.QUESTION,
        q7_a_headline.QUESTION,
    ),
)
