"""Exercises of lesson 06: treaties and their steps, joins that lose nothing, threads."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.questions import Sheet
from kopjaqty_course.exercises.sheets.sheet_06 import (
    q1_from_text_to_law,
    q2_is_it_a_party,
    q3_no_event_told,
    q4_the_whole_story,
    q5_two_steps_back,
    q6_three_sentences,
)

SHEET = Sheet(
    number="06",
    lesson="06_follow_the_atom",
    title=N_("Follow the atom"),
    intro=N_(
        "Renounced, proposed, in force: three states of a thing, and three kinds of sentence. In "
        "these exercises you keep them apart, in words and in joins."
    ),
    questions=(
        q1_from_text_to_law.QUESTION,
        q2_is_it_a_party.QUESTION,
        q3_no_event_told.QUESTION,
        q4_the_whole_story.QUESTION,
        q5_two_steps_back.QUESTION,
        q6_three_sentences.QUESTION,
    ),
)
