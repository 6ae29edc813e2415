"""Exercises of lesson 10: whose position, whose words, and what a count of them can bear."""

from kopjaqty.exercises.questions import Sheet, prose
from kopjaqty.exercises.sheets.sheet_10 import (
    a_draft_for_a_speech,
    a_stronger_assembly,
    sentences_behind_a_topic,
    silent_without_it,
    topics_in_common,
    who_speaks_of_what,
)

SHEET = Sheet(
    number="10",
    lesson="10_speak_as_a_middle_power",
    title=prose("Speak as a middle power"),
    intro=prose(
        "Who holds it, in whose words, in which document, in how many sentences? Before you write "
        "what a state wants from the world, put these four questions to the rows."
    ),
    questions=(
        topics_in_common.QUESTION,
        a_stronger_assembly.QUESTION,
        silent_without_it.QUESTION,
        sentences_behind_a_topic.QUESTION,
        who_speaks_of_what.QUESTION,
        a_draft_for_a_speech.QUESTION,
    ),
)
