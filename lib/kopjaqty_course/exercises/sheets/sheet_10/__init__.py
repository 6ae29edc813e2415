"""Exercises of lesson 10: whose position, whose words, and what a count of them can bear."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.questions import Sheet
from kopjaqty_course.exercises.sheets.sheet_10 import (
    q1_topics_in_common,
    q2_a_stronger_assembly,
    q3_silent_without_it,
    q4_sentences_behind_a_topic,
    q5_who_speaks_of_what,
    q6_a_draft_for_a_speech,
)

SHEET = Sheet(
    number="10",
    lesson="10_speak_as_a_middle_power",
    title=N_("Speak as a middle power"),
    intro=N_(
        "Who holds it, in whose words, in which document, in how many sentences? Before you write "
        "what a state wants from the world, put these four questions to the rows."
    ),
    questions=(
        q1_topics_in_common.QUESTION,
        q2_a_stronger_assembly.QUESTION,
        q3_silent_without_it.QUESTION,
        q4_sentences_behind_a_topic.QUESTION,
        q5_who_speaks_of_what.QUESTION,
        q6_a_draft_for_a_speech.QUESTION,
    ),
)
