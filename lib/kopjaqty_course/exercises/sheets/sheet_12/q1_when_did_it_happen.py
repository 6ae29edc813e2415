"""Match: what the date of an event allows one to write."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Matching
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {
        "cica_proposed": "e",
        "manifesto_published": "b",
        "astana_rounds": "f",
        "un_water_organization_presented": "c",
        "renunciation_proposed": "d",
    }


def with_capitals():
    return {
        "renunciation_proposed": "D",
        "un_water_organization_presented": "C",
        "astana_rounds": "F",
        "manifesto_published": "B",
        "cica_proposed": "E",
    }


def day_of_the_page():
    return {
        "cica_proposed": "e",
        "manifesto_published": "b",
        "astana_rounds": "f",
        "un_water_organization_presented": "a",
        "renunciation_proposed": "d",
    }


def span_overlooked():
    return {
        "cica_proposed": "e",
        "manifesto_published": "b",
        "astana_rounds": "e",
        "un_water_organization_presented": "c",
        "renunciation_proposed": "d",
    }


def empty_taken_for_a_bound():
    return {
        "cica_proposed": "e",
        "manifesto_published": "b",
        "astana_rounds": "f",
        "un_water_organization_presented": "c",
        "renunciation_proposed": "c",
    }


QUESTION = Question(
    title=N_("When was it?"),
    task=N_(
        "Look up `date` in `events` for these five. **Predict**, for each cell, which words may "
        "stand in a brief after *it was done*. One letter is left over."
    ),
    kind="predict",
    minutes=4,
    points=1,
    taught=N_("What is stated of it?"),
    answer=Matching(
        left={
            "cica_proposed": N_("the idea of CICA is put forward"),
            "manifesto_published": N_("the Manifesto “The World. The 21st Century” is published"),
            "astana_rounds": N_("rounds of talks on Syria are held in Astana"),
            "un_water_organization_presented": N_(
                "the idea of a water organization within the UN is presented"
            ),
            "renunciation_proposed": N_("giving up nuclear weapons is proposed"),
        },
        right={
            "a": N_("on that day"),
            "b": N_("in that month; on which day is not told"),
            "c": N_("by that day; how long before is not told"),
            "d": N_("when is not told"),
            "e": N_("in that year; in which month is not told"),
            "f": N_("from that year on, and up to that day"),
        },
    ),
    reference=reference,
    right=(with_capitals,),
    wrong=(
        Wrong(
            "publication date taken for event date",
            day_of_the_page,
            N_(
                "You let `un_water_organization_presented` happen *on* a day. What begins its "
                "cell? And is there a document that was published on that very day?"
            ),
        ),
        Wrong(
            "a span overlooked",
            span_overlooked,
            N_(
                "You put `astana_rounds` into one year. Compare its cell with that of "
                "`cica_proposed`: a slash makes the difference."
            ),
        ),
        Wrong(
            "empty taken for a bound",
            empty_taken_for_a_bound,
            N_(
                "You say of `renunciation_proposed` *by that day*: by which? Look at its cell once "
                "more; what is not there bounds nothing."
            ),
        ),
    ),
    hints=(
        N_("`events` by `event_id`, and of it the column `date`."),
        N_("`[..` opens the start: then, or at some time before. A slash joins two ends."),
        N_("Five cells: a year, a month, a span, an open day, and one that is empty."),
    ),
    meaning=N_(
        "Five dates, five sentences. A brief that says *on* where the row says *by* has invented a "
        "day, and with it perhaps who came first."
    ),
)
