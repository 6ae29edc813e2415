"""Match: what the date of a proposal allows one to write."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Matching
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {
        "cica": "e",
        "manifesto": "b",
        "astana_process": "f",
        "un_water_organization": "c",
        "unrcca": "d",
    }


def with_capitals():
    return {
        "unrcca": "D",
        "un_water_organization": "C",
        "astana_process": "F",
        "manifesto": "B",
        "cica": "E",
    }


def day_of_the_page():
    return {
        "cica": "e",
        "manifesto": "b",
        "astana_process": "f",
        "un_water_organization": "a",
        "unrcca": "d",
    }


def open_start_overlooked():
    return {
        "cica": "e",
        "manifesto": "b",
        "astana_process": "e",
        "un_water_organization": "c",
        "unrcca": "d",
    }


def empty_taken_for_long_ago():
    return {
        "cica": "e",
        "manifesto": "b",
        "astana_process": "f",
        "un_water_organization": "c",
        "unrcca": "f",
    }


QUESTION = Question(
    title=N_("When was it proposed?"),
    task=N_(
        "Look up `proposed` in `initiatives` for these five. **Predict**, for each cell, which "
        "words may stand in a brief after *it was proposed*. One letter is left over."
    ),
    kind="predict",
    minutes=4,
    points=1,
    taught=N_("What is stated of it?"),
    answer=Matching(
        left={
            "cica": N_("the conference on confidence-building in Asia"),
            "manifesto": N_("the Manifesto “The World. The 21st Century”"),
            "astana_process": N_("the talks on Syria in Astana"),
            "un_water_organization": N_("a water organization within the UN"),
            "unrcca": N_("the centre for preventive diplomacy"),
        },
        right={
            "a": N_("on that day"),
            "b": N_("in that month; on which day is not told"),
            "c": N_("by that day; how long before is not told"),
            "d": N_("when is not told"),
            "e": N_("in that year; in which month is not told"),
            "f": N_("in that year, or in a year before it"),
        },
    ),
    reference=reference,
    right=(with_capitals,),
    wrong=(
        Wrong(
            "publication date taken for event date",
            day_of_the_page,
            N_(
                "You let `un_water_organization` be proposed *on* a day. What begins its cell? And "
                "is there a document that was published on that very day?"
            ),
        ),
        Wrong(
            "open start overlooked",
            open_start_overlooked,
            N_(
                "You put `astana_process` into one year. Compare its cell with that of `cica`: two "
                "dots make the difference."
            ),
        ),
        Wrong(
            "empty taken for long ago",
            empty_taken_for_long_ago,
            N_(
                "You say of `unrcca` *in that year, or before it*: in which? Look at its cell once "
                "more; what is not there bounds nothing."
            ),
        ),
    ),
    hints=(
        N_("`initiatives` by `initiative_id`, and of it the column `proposed`."),
        N_("`[..` opens the start: then, or at some time before."),
        N_("Five cells: a year, a month, an open year, an open day, and one that is empty."),
    ),
    meaning=N_(
        "Five dates, five sentences. A brief that says *on* where the row says *by* has invented a "
        "day, and with it perhaps who came first."
    ),
)
