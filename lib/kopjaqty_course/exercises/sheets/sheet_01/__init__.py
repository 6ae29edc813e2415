"""Exercises of lesson 01: who speaks, in which document, on which day about which day."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.questions import Sheet
from kopjaqty_course.exercises.sheets.sheet_01 import (
    q1_dates_as_text,
    q2_what_is_a_readout,
    q3_unnamed_voices,
    q4_claims_that_stand_alone,
    q5_words_of,
    q6_a_chronicle_corrected,
)

SHEET = Sheet(
    number="01",
    lesson="01_read_a_source",
    title=N_("Read a source"),
    intro=N_(
        "You hold five papers. Before you use a single fact from them, find out who speaks in "
        "each, how much of it in whose name, and what their days mean."
    ),
    questions=(
        q1_dates_as_text.QUESTION,
        q2_what_is_a_readout.QUESTION,
        q3_unnamed_voices.QUESTION,
        q4_claims_that_stand_alone.QUESTION,
        q5_words_of.QUESTION,
        q6_a_chronicle_corrected.QUESTION,
    ),
)
