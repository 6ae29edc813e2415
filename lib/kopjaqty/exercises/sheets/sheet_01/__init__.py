"""Exercises of lesson 01: who speaks, in which document, on which day about which day."""

from kopjaqty.exercises.questions import Sheet, prose
from kopjaqty.exercises.sheets.sheet_01 import unnamed_voices, what_is_a_readout, words_of

SHEET = Sheet(
    number="01",
    lesson="01_read_a_source",
    title=prose("Read a source"),
    intro=prose(
        "You hold five papers. Before you use a single fact from them, find out who speaks in "
        "each, and how much of it in whose name."
    ),
    questions=(what_is_a_readout.QUESTION, unnamed_voices.QUESTION, words_of.QUESTION),
)
