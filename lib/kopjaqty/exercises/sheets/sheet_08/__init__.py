"""Exercises of lesson 08: a region cut out by a rule, its hub, its communities, its documents."""

from kopjaqty.exercises.questions import Sheet, prose
from kopjaqty.exercises.sheets.sheet_08 import (
    alone_without,
    cut_out_by_a_rule,
    in_every_run,
    one_voice,
    two_pictures_of_the_world,
    what_sort_of_thing,
)

SHEET = Sheet(
    number="08",
    lesson="08_build_a_region",
    title=prose("Build a region"),
    intro=prose(
        "What holds a region together: a treaty, a calendar, or whoever writes about it? Here "
        "you compare pictures, cut a part out of the network by a rule, take a hub away and roll "
        "the dice; and at the end you decide what may be said of a region's voice."
    ),
    questions=(
        two_pictures_of_the_world.QUESTION,
        what_sort_of_thing.QUESTION,
        in_every_run.QUESTION,
        alone_without.QUESTION,
        cut_out_by_a_rule.QUESTION,
        one_voice.QUESTION,
    ),
)
