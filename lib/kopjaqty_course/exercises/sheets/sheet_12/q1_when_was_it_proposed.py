"""Match: what the date of a proposal allows one to write."""

from kopjaqty_course.exercises.answers import Match
from kopjaqty_course.exercises.questions import Question, Wrong, prose


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
    title=prose("When was it proposed?"),
    task=prose(
        "Look up `proposed` in `initiatives` for these five. **Predict**, for each cell, which "
        "words may stand in a brief after *it was proposed*. One letter is left over."
    ),
    kind="predict",
    minutes=4,
    points=1,
    taught=prose("What is stated of it?"),
    answer=Match(
        left={
            "cica": prose("the conference on confidence-building in Asia"),
            "manifesto": prose("the Manifesto “The World. The 21st Century”"),
            "astana_process": prose("the talks on Syria in Astana"),
            "un_water_organization": prose("a water organization within the UN"),
            "unrcca": prose("the centre for preventive diplomacy"),
        },
        right={
            "a": prose("on that day"),
            "b": prose("in that month; on which day is not told"),
            "c": prose("by that day; how long before is not told"),
            "d": prose("when is not told"),
            "e": prose("in that year; in which month is not told"),
            "f": prose("in that year, or in a year before it"),
        },
    ),
    reference=reference,
    right=(with_capitals,),
    wrong=(
        Wrong(
            "publication date taken for event date",
            day_of_the_page,
            prose(
                "You let `un_water_organization` be proposed *on* a day. What begins its cell? And "
                "is there a document that was published on that very day?"
            ),
        ),
        Wrong(
            "open start overlooked",
            open_start_overlooked,
            prose(
                "You put `astana_process` into one year. Compare its cell with that of `cica`: two "
                "dots make the difference."
            ),
        ),
        Wrong(
            "empty taken for long ago",
            empty_taken_for_long_ago,
            prose(
                "You say of `unrcca` *in that year, or before it*: in which? Look at its cell once "
                "more; what is not there bounds nothing."
            ),
        ),
    ),
    hints=(
        prose("`initiatives` by `initiative_id`, and of it the column `proposed`."),
        prose("`[..` opens the start: then, or at some time before."),
        prose("Five cells: a year, a month, an open year, an open day, and one that is empty."),
    ),
    meaning=prose(
        "Five dates, five sentences. A brief that says *on* where the row says *by* has invented a "
        "day, and with it perhaps who came first."
    ),
)
