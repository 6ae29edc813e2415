"""Exercises of lesson 05: what degree, betweenness and a projection say, and what they do not."""

from kopjaqty.exercises.questions import Sheet, prose
from kopjaqty.exercises.sheets.sheet_05 import (
    a_broker,
    is_it_power,
    lost_with_a_document,
    neighbours,
    pieces,
    ties_of_a_meeting,
    what_ends_here,
)

SHEET = Sheet(
    number="05",
    lesson="05_measure_a_network",
    title=prose("Measure a network"),
    intro=prose(
        "A number about a network is the answer to a question. Here you find the question to "
        "some numbers, and the number to some questions; and twice you test how much of a "
        "result is the choice of whoever measured."
    ),
    questions=(
        ties_of_a_meeting.QUESTION,
        a_broker.QUESTION,
        neighbours.QUESTION,
        lost_with_a_document.QUESTION,
        what_ends_here.QUESTION,
        pieces.QUESTION,
        is_it_power.QUESTION,
    ),
)
