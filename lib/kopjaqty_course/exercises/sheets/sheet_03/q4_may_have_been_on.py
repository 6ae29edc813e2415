"""Blanks: which events may have been on a day, those with an open bound included."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Faded, Names
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {1: "date_earliest", 2: "isna", 3: "date_latest", 4: ">="}


def with_isnull():
    return {"1": "date_earliest", "2": "isnull", "3": "date_latest", "4": " >= "}


def closed_bounds_only():
    return {1: "date_earliest", 2: "notna", 3: "date_latest", 4: ">="}


def bound_left_out():
    return {1: "date_earliest", 2: "isna", 3: "date_latest", 4: ">"}


def other_side():
    return {1: "date_earliest", 2: "isna", 3: "date_latest", 4: "<="}


def bounds_swapped():
    return {1: "date_latest", 2: "isna", 3: "date_earliest", 4: ">="}


def cases(documents):
    """Days on which a document was printed."""
    days = documents[documents["date_precision"] == "day"]["date"]
    return [{"day": str(day)} for day in days]


def probes(events):
    """The bounds themselves, a day long ago, a date that is empty, one without a bound."""
    open_ones = events[events["date_earliest"].isna()]
    return [
        (N_("a day that is the first and the last of an event"), {"day": "1992-03-02"}),
        (N_("the first day of a year"), {"day": "2011-01-01"}),
        (N_("the last day of a month"), {"day": "2009-12-31"}),
        (N_("a day before all others"), {"day": "1900-01-01"}),
        (N_("a day after all others"), {"day": "2999-12-31"}),
        (N_("events without a first day"), {"events": open_ones}),
        (N_("events without a date"), {"events": events[events["date"].isna()]}),
    ]


QUESTION = Question(
    title=N_("Keep what is open"),
    task=N_(
        "The lesson's first drawing lost every event with an open bound, since nothing can be "
        "compared with an empty cell. Change that. This function gives the ids of all events "
        "that **may** have been on a day, those whose dates leave it open included. (`|` means "
        "*or*, as `&` means *and*.) Fill in the blanks; quotes and brackets stand "
        "there already. It is tried on the day that `ex.given(4)` names, on which a document was "
        "printed, and on others."
    ),
    kind="modify",
    minutes=6,
    points=2,
    taught=N_("How do I draw what I do not know?"),
    answer=Faded(
        returns=Names(),
        template="""
def may_have_been_on(events, day):
    begun = (events["date_earliest"] <= day) | events["__1__"].__2__()
    not_over = (events["__3__"] __4__ day) | events["date_latest"].isna()
    return events[begun & not_over]["event_id"].tolist()
""",
    ),
    reference=reference,
    right=(with_isnull,),
    wrong=(
        Wrong(
            "open taken for impossible",
            closed_bounds_only,
            N_(
                "Your function gives {answer}. Blank 2 lets in what *has* a first day, whatever "
                "that day is, and keeps out what has none. *Up to that day* sets no first day: "
                "it forbids nothing."
            ),
        ),
        Wrong(
            "the last day left out",
            bound_left_out,
            N_(
                "Your function gives {answer}. An event whose last possible day is the day asked "
                "for drops out. Bounds are inclusive here: what does *up to that day* allow?"
            ),
        ),
        Wrong(
            "the wrong side of the bound",
            other_side,
            N_(
                "Your function gives {answer}. It keeps what was over by then. For an event that "
                "may have been on that day, on which side of the day must its last day lie?"
            ),
        ),
        Wrong(
            "first and last day mixed up",
            bounds_swapped,
            N_(
                "Your function gives {answer}. Blank 1 belongs to the line `begun`, which asks "
                "for the **first** day; blank 3 to the line `not_over`. Which column is which?"
            ),
        ),
    ),
    hints=(
        N_("One line asks whether it may have begun, the other whether it may have lasted."),
        N_(
            "Each line says: the bound fits, *or* there is none. The second half of the second "
            "line shows how to ask for *none*; the first line needs it for its own column."
        ),
        N_(
            "Blanks 1 and 2 ask whether the first day is missing. Blanks 3 and 4 ask whether the "
            "last day is that day or a later one."
        ),
    ),
    meaning=N_(
        "On {day} a document was printed, and these may have been on that very day: {answer}. No "
        "document says so of most of them. The dates leave it open; that is all that a permissive "
        "list says. And one got in by a fault of the test: `nuclear_tests_day_kept` comes every "
        "August. A date that recurs has no first and no last day, and so nothing keeps it out."
    ),
    cases=cases,
    probes=probes,
)
