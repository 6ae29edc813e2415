"""Exercises of lesson 03: what was before what, for certain, possibly, or not stated."""

from kopjaqty.exercises.questions import Sheet, prose
from kopjaqty.exercises.sheets.sheet_03 import (
    beginnings,
    fell_in_the_year,
    may_have_been_on,
    order_without_a_day,
    sent_and_rotated,
    three_steps_of_a_centre,
)

SHEET = Sheet(
    number="03",
    lesson="03_place_events_in_time",
    title=prose("Place events in time"),
    intro=prose(
        "Nearly every date in these documents leaves something open. Say what is certain, what is "
        "possible, and what nobody states; and where you know an order from elsewhere, say from "
        "where."
    ),
    questions=(
        sent_and_rotated.QUESTION,
        order_without_a_day.QUESTION,
        fell_in_the_year.QUESTION,
        may_have_been_on.QUESTION,
        beginnings.QUESTION,
        three_steps_of_a_centre.QUESTION,
    ),
)
