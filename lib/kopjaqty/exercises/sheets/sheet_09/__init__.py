"""Exercises of lesson 09: what stage an idea is at, how old it is, and what a host gives."""

from kopjaqty.exercises.questions import Sheet, prose
from kopjaqty.exercises.sheets.sheet_09 import (
    a_stricter_rule,
    is_it_worth_it,
    old_at_least,
    the_second_step,
    what_the_row_bears,
    wishes_and_works,
)

SHEET = Sheet(
    number="09",
    lesson="09_host_and_develop",
    title=prose("Host and develop"),
    intro=prose(
        "Between a speech and a door with a sign on it lie several kinds of act. Tell them apart, "
        "see what a rule does to a table, get back what a merge lost, and say of an idea's age "
        "only what the documents allow."
    ),
    questions=(
        a_stricter_rule.QUESTION,
        what_the_row_bears.QUESTION,
        wishes_and_works.QUESTION,
        the_second_step.QUESTION,
        old_at_least.QUESTION,
        is_it_worth_it.QUESTION,
    ),
)
