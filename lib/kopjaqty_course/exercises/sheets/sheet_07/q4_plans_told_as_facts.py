"""Faded code: plans that another row states as facts."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Faded, Names
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {1: '"planned"', 2: '["subject_id", "predicate", "object_id"]'}


def in_another_order():
    return {1: "'planned'", 2: "['object_id', 'subject_id', 'predicate']"}


def same_two_things():
    return {1: '"planned"', 2: '["subject_id", "object_id"]'}


def same_deed_elsewhere():
    return {1: '"planned"', 2: '["subject_id", "predicate"]'}


def same_deed_of_another():
    return {1: '"planned"', 2: '["predicate", "object_id"]'}


def proposed_for_planned():
    return {1: '"proposed"', 2: '["subject_id", "predicate", "object_id"]'}


def stated_on_both_sides():
    return {1: '"stated"', 2: '["subject_id", "predicate", "object_id"]'}


def probes(relations):
    """Nothing planned, nothing stated, each fact told by two rows, plans alone."""
    import pandas as pd

    planned, stated = relations["status"] == "planned", relations["status"] == "stated"
    return [
        (N_("nothing planned"), {"relations": relations[~planned]}),
        (N_("nothing stated"), {"relations": relations[~stated]}),
        (
            N_("each fact stated by two rows"),
            {"relations": pd.concat([relations, relations[stated]])},
        ),
    ]


QUESTION = Question(
    title=N_("Which plans came true?"),
    task=N_(
        "A plan is not a fact until another passage says so. The function finds the planned "
        "relations that **another row states as a fact**: the same one does the same with the "
        "same. (Where a merge finds a column on both sides, it writes `_x` behind the one on the "
        "left.) Fill in the blanks."
    ),
    kind="modify",
    minutes=5,
    points=2,
    taught=N_("Did the plan become a fact?"),
    answer=Faded(
        returns=Names(),
        template=(
            "def came_true(relations):\n"
            '    plans = relations[relations["status"] == __1__]\n'
            '    facts = relations[relations["status"] == "stated"]\n'
            "    both = plans.merge(facts, on=__2__)\n"
            '    return both["relation_id_x"].drop_duplicates()'
        ),
    ),
    reference=reference,
    right=(in_another_order,),
    wrong=(
        Wrong(
            "any tie between the two taken for the deed",
            same_two_things,
            N_(
                "Your function gives {answer}. Some of these are facts of *another kind* between "
                "the same two: who proposed a summit has not held it yet. What else must agree?"
            ),
        ),
        Wrong(
            "the same deed somewhere else",
            same_deed_elsewhere,
            N_(
                "Your function gives {answer}. It takes it for a fact that the President was at "
                "the general debate, because he took part in *some* meeting. What else must agree?"
            ),
        ),
        Wrong(
            "the same deed of somebody else",
            same_deed_of_another,
            N_(
                "Your function gives {answer}. Some of these were planned by one and done by "
                "another: that others took part does not say that *this* one did. What else must "
                "agree?"
            ),
        ),
        Wrong(
            "proposed taken for planned",
            proposed_for_planned,
            N_(
                "Your function finds: {answer}. Is the first blank the `status` that the lesson "
                "showed for the plan? To propose is not yet to plan. And does the second ask only "
                "for the same deed? A plan and a fact do not share a status, and need not share a "
                "date."
            ),
        ),
        Wrong(
            "facts held against themselves",
            stated_on_both_sides,
            N_(
                "Your function gives {answer}. Both sides of your merge are facts, and each fact "
                "finds itself. On the left you need the plans."
            ),
        ),
    ),
    hints=(
        N_(
            'Look at `kq.load("relations")["status"].value_counts()`, and at the plan for the '
            "Golan Heights in the lesson."
        ),
        N_("A relation is who, does what, with whom. All three make it the same relation."),
        N_("Blank 1 is a value of `status` in quotes; blank 2 a list of three columns."),
    ),
    meaning=N_(
        "Only {answer}. Of all other plans nothing more is told, which does not mean that they "
        "failed. And it is *you* who joined two passages: say so when you write it."
    ),
    probes=probes,
)
