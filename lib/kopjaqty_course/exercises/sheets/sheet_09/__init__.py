"""Exercises of lesson 09: what stage an idea is at, how old it is, and what a host gives."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.questions import Sheet
from kopjaqty_course.exercises.sheets.sheet_09 import (
    q1_a_stricter_rule,
    q2_what_the_row_bears,
    q3_wishes_and_works,
    q4_the_second_step,
    q5_old_at_least,
    q6_is_it_worth_it,
)

SHEET = Sheet(
    number="09",
    lesson="09_host_and_develop",
    title=N_("Host and develop"),
    intro=N_(
        "Between a speech and a door with a sign on it lie several kinds of act. Tell them apart, "
        "see what a rule does to a table, get back what a merge lost, and say of an idea's age "
        "only what the documents allow."
    ),
    questions=(
        q1_a_stricter_rule.QUESTION,
        q2_what_the_row_bears.QUESTION,
        q3_wishes_and_works.QUESTION,
        q4_the_second_step.QUESTION,
        q5_old_at_least.QUESTION,
        q6_is_it_worth_it.QUESTION,
    ),
)
