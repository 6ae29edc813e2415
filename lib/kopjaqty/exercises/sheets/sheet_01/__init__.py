"""Exercises of lesson 01: who speaks, in which document, on which day about which day."""

from kopjaqty.exercises.questions import Sheet, prose
from kopjaqty.exercises.sheets.sheet_01 import (
    a_chronicle_corrected,
    claims_that_stand_alone,
    dates_as_text,
    unnamed_voices,
    what_is_a_readout,
    words_of,
)

SHEET = Sheet(
    number="01",
    lesson="01_read_a_source",
    title=prose("Read a source"),
    intro=prose(
        "You hold five papers. Before you use a single fact from them, find out who speaks in "
        "each, how much of it in whose name, and what their days mean."
    ),
    questions=(
        dates_as_text.QUESTION,
        what_is_a_readout.QUESTION,
        unnamed_voices.QUESTION,
        claims_that_stand_alone.QUESTION,
        words_of.QUESTION,
        a_chronicle_corrected.QUESTION,
    ),
)
