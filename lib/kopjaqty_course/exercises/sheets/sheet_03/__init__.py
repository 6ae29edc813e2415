"""Exercises of lesson 03: what was before what, for certain, possibly, or not stated."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.questions import Sheet
from kopjaqty_course.exercises.sheets.sheet_03 import (
    q1_sent_and_rotated,
    q2_order_without_a_day,
    q3_fell_in_the_year,
    q4_may_have_been_on,
    q5_beginnings,
    q6_three_steps_of_a_centre,
)

SHEET = Sheet(
    number="03",
    lesson="03_place_events_in_time",
    title=N_("Place events in time"),
    intro=N_(
        "Nearly every date in these documents leaves something open. Say what is certain, what is "
        "possible, and what nobody states; and where you know an order from elsewhere, say from "
        "where."
    ),
    questions=(
        q1_sent_and_rotated.QUESTION,
        q2_order_without_a_day.QUESTION,
        q3_fell_in_the_year.QUESTION,
        q4_may_have_been_on.QUESTION,
        q5_beginnings.QUESTION,
        q6_three_steps_of_a_centre.QUESTION,
    ),
)
