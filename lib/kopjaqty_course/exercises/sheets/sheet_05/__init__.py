"""Exercises of lesson 05: what degree, betweenness and a projection say, and what they do not."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.questions import Sheet
from kopjaqty_course.exercises.sheets.sheet_05 import (
    q1_ties_of_a_meeting,
    q2_a_broker,
    q3_neighbours,
    q4_lost_with_a_document,
    q5_what_ends_here,
    q6_pieces,
    q7_is_it_power,
)

SHEET = Sheet(
    number="05",
    lesson="05_measure_a_network",
    title=N_("Measure a network"),
    intro=N_(
        "A number about a network is the answer to a question. Here you find the question to "
        "some numbers, and the number to some questions; and twice you test how much of a "
        "result is the choice of whoever measured."
    ),
    questions=(
        q1_ties_of_a_meeting.QUESTION,
        q2_a_broker.QUESTION,
        q3_neighbours.QUESTION,
        q4_lost_with_a_document.QUESTION,
        q5_what_ends_here.QUESTION,
        q6_pieces.QUESTION,
        q7_is_it_power.QUESTION,
    ),
)
