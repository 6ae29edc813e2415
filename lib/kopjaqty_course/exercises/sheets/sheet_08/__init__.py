"""Exercises of lesson 08: a region cut out by a rule, its hub, its communities, its documents."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.questions import Sheet
from kopjaqty_course.exercises.sheets.sheet_08 import (
    q1_two_pictures_of_the_world,
    q2_what_sort_of_thing,
    q3_in_every_run,
    q4_alone_without,
    q5_cut_out_by_a_rule,
    q6_one_voice,
)

SHEET = Sheet(
    number="08",
    lesson="08_build_a_region",
    title=N_("Build a region"),
    intro=N_(
        "What holds a region together: a treaty, a calendar, or whoever writes about it? Here "
        "you compare pictures, cut a part out of the network by a rule, take a hub away and roll "
        "the dice; and at the end you decide what may be said of a region's voice."
    ),
    questions=(
        q1_two_pictures_of_the_world.QUESTION,
        q2_what_sort_of_thing.QUESTION,
        q3_in_every_run.QUESTION,
        q4_alone_without.QUESTION,
        q5_cut_out_by_a_rule.QUESTION,
        q6_one_voice.QUESTION,
    ),
)
