"""A match: ceiling, plan, flow and stock in five sentences on peacekeepers and talks."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Matching
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {"vote": "a", "golan": "b", "veterans": "c", "rounds": "c", "interview": "d"}


def in_another_order():
    return {"interview": "D", "rounds": "C", "veterans": "C", "golan": "B", "vote": "A"}


def those_who_came_home():
    return {"vote": "a", "golan": "b", "veterans": "d", "rounds": "c", "interview": "d"}


def allowed_is_sent():
    return {"vote": "d", "golan": "b", "veterans": "c", "rounds": "c", "interview": "d"}


def planned_is_there():
    return {"vote": "a", "golan": "d", "veterans": "c", "rounds": "c", "interview": "d"}


def a_running_count_of_one_day():
    return {"vote": "a", "golan": "b", "veterans": "c", "rounds": "d", "interview": "d"}


def ceiling_and_plan_swapped():
    return {"vote": "b", "golan": "a", "veterans": "c", "rounds": "c", "interview": "d"}


QUESTION = Question(
    title=N_("Four sorts of number"),
    task=N_(
        "Five sentences, as a press service could write them, each with a number in the place of "
        "*so many*. Give each the letter of the sort of number that it is. A letter may be used "
        "twice."
    ),
    kind="read",
    minutes=4,
    points=2,
    taught=N_("How many? And who counted?"),
    answer=Matching(
        left={
            "vote": N_("Parliament agreed that so many may be sent within the year."),
            "golan": N_("So many are to leave for the Golan Heights."),
            "veterans": N_("Since the first military observers left, so many have served."),
            "rounds": N_("So many rounds of the talks on Syria have been held in Astana."),
            "interview": N_("Today so many of our soldiers serve with the UN."),
        },
        right={
            "a": N_("a ceiling: never more, perhaps fewer"),
            "b": N_("a plan: what is meant to be"),
            "c": N_("a flow: adds up over time, never falls"),
            "d": N_("a stock: holds for one day"),
        },
    ),
    reference=reference,
    right=(in_another_order,),
    wrong=(
        Wrong(
            "a flow taken for a stock",
            those_who_came_home,
            N_(
                "Four fit. But look at `veterans`: many of them came home long ago. Could all of "
                "them stand on one square on the same day?"
            ),
        ),
        Wrong(
            "allowed taken for sent",
            allowed_is_sent,
            N_(
                "Four fit. But look at `vote`: on the day of the vote, has anybody left? What "
                "does a parliament give, people or a permission?"
            ),
        ),
        Wrong(
            "planned taken for happened",
            planned_is_there,
            N_(
                "Four fit. But look at `golan`: *are to leave* is not *are there*. The row that "
                "the lesson showed for it has a status that says so."
            ),
        ),
        Wrong(
            "a running count taken for a stock",
            a_running_count_of_one_day,
            N_(
                "Four fit. But look at `rounds`: can this number ever become smaller, as the "
                "number of soldiers in the field can?"
            ),
        ),
        Wrong(
            "ceiling and plan swapped",
            ceiling_and_plan_swapped,
            N_(
                "You turned two round, `vote` and `golan`. Which of them is a permission, and "
                "which an intention?"
            ),
        ),
    ),
    hints=(
        N_("The list stands below the table with the numbers of January 2024."),
        N_("Ask of each: can it fall? Has anybody left? Is it about one day or about years?"),
        N_(
            "What may be, what is to be, what is there on one day: one of each. The two that are "
            "left count from a beginning on and never fall."
        ),
    ),
    meaning=N_(
        "All five can be printed as *our peacekeepers*. Only stocks of one day can be added up, "
        "and a flow beside a stock makes the past look larger than the present."
    ),
)
