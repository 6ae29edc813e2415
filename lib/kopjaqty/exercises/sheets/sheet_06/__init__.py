"""Exercises of lesson 06: treaties and their steps, joins that lose nothing, threads."""

from kopjaqty.exercises.questions import Sheet, prose
from kopjaqty.exercises.sheets.sheet_06 import (
    from_text_to_law,
    is_it_a_party,
    no_event_told,
    the_whole_story,
    three_sentences,
    two_steps_back,
)

SHEET = Sheet(
    number="06",
    lesson="06_follow_the_atom",
    title=prose("Follow the atom"),
    intro=prose(
        "Renounced, proposed, in force: three states of a thing, and three kinds of sentence. In "
        "these exercises you keep them apart, in words and in joins."
    ),
    questions=(
        from_text_to_law.QUESTION,
        is_it_a_party.QUESTION,
        no_event_told.QUESTION,
        the_whole_story.QUESTION,
        two_steps_back.QUESTION,
        three_sentences.QUESTION,
    ),
)
