"""A function: how many days, at the least, lay between acts and the last look."""

import pandas as pd

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, Pairs
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(events, documents, kind):
    last = documents["date_latest"].max()
    there = events[events["type"] == kind].dropna(subset="date_latest")
    return (last - there.set_index("event_id")["date_latest"]).dt.days


def with_a_loop(events, documents, kind):
    last = documents["date_latest"].max()
    found = {}
    for row in events.itertuples():
        if row.type == kind and pd.notna(row.date_latest):
            found[row.event_id] = (last - row.date_latest).days
    return found


def at_most(events, documents, kind):
    last = documents["date_latest"].max()
    there = events[events["type"] == kind].dropna(subset="date_earliest")
    return (last - there.set_index("event_id")["date_earliest"]).dt.days


def calendar_years(events, documents, kind):
    last = documents["date_latest"].dt.year.max()
    there = events[events["type"] == kind].dropna(subset="date_latest")
    return last - there.set_index("event_id")["date_latest"].dt.year


def empty_as_zero(events, documents, kind):
    last = documents["date_latest"].max()
    there = events[events["type"] == kind].set_index("event_id")
    return (last - there["date_latest"]).dt.days.fillna(0)


def oldest_document(events, documents, kind):
    last = documents["date_latest"].min()
    there = events[events["type"] == kind].dropna(subset="date_latest")
    return (last - there.set_index("event_id")["date_latest"]).dt.days


def every_kind(events, documents, kind):  # noqa: ARG001 - the slip is to forget it
    last = documents["date_latest"].max()
    there = events.dropna(subset="date_latest")
    return (last - there.set_index("event_id")["date_latest"]).dt.days


def turned_round(events, documents, kind):
    last = documents["date_latest"].max()
    there = events[events["type"] == kind].dropna(subset="date_latest")
    return (there.set_index("event_id")["date_latest"] - last).dt.days


def missing_left_in(events, documents, kind):
    last = documents["date_latest"].max()
    there = events[events["type"] == kind].set_index("event_id")
    return (last - there["date_latest"]).dt.days


def row_numbers(events, documents, kind):
    last = documents["date_latest"].max()
    there = events[events["type"] == kind].dropna(subset="date_latest")
    return (last - there["date_latest"]).dt.days


def cases(events):
    """Acts that bring an idea on its way: of several, and of none that lies ahead, a bound is told.

    The first days and the last are not the same ones, for some.
    """
    found = []
    for kind in ["proposal", "call", "presentation", "endorsement", "adoption", "operation"]:
        mine = events[events["type"] == kind]
        dated = mine.dropna(subset="date_latest")
        differ = (dated["date_earliest"] != dated["date_latest"]).any()
        if len(dated) > 1 and differ and not (mine["status"] == "planned").any():
            found.append({"kind": kind})
    return found


def probes(events, documents):
    """A type without events, events without any bound, an earlier last look, one dated by month."""
    interview = documents[documents["document_id"] == "omarov_2025"]
    day = interview["date_latest"].max()
    known = events[events["date_latest"] <= day]
    older = events[events["date_latest"] < day]
    month = documents.iloc[[0]].assign(
        date="2026-03",
        date_earliest=pd.Timestamp(2026, 3, 1),
        date_latest=pd.Timestamp(2026, 3, 31),
        date_precision="month",
    )
    return [
        (N_("a type without events"), {"kind": "nothing"}),
        (N_("events without a bound"), {"events": events[events["date"].isna()]}),
        (
            N_("the interview alone, and what it could know"),
            {"documents": interview, "events": known},
        ),
        (N_("events that are older than the interview"), {"events": older}),
        (
            N_("one more document, dated by its month"),
            {"documents": pd.concat([documents, month])},
        ),
    ]


def asked(events, documents, kind):
    """There is a last look, and it comes after the events; the task says nothing of others."""
    if documents.empty and events.empty:
        return True
    mine = events[events["type"] == kind]["date_latest"]
    return not (mine > documents["date_latest"].max()).any() and bool(
        documents["date_latest"].notna().any()
    )


QUESTION = Question(
    title=N_("How old, at least?"),
    task=N_(
        "Of most ideas nobody says when they were proposed, and so no age can be computed. A "
        "**lower bound** of it can: what was proposed *by the day of the interview* is at least as "
        "old as that. Write a function that takes `events`, `documents` and a `type` of event. For "
        "each event of that type it gives how many **days, at the least**, lie between it and the "
        "last look, which is the latest day of all documents. Leave out events whose date has no "
        "latest day. Give a dict, or a Series with the ids as index. Try it on the type that "
        "`ex.given(5)` names."
    ),
    kind="make",
    minutes=8,
    points=4,
    taught=N_("How many survive each stage?"),
    answer=Function(returns=Pairs()),
    reference=reference,
    right=(with_a_loop,),
    wrong=(
        Wrong(
            "at most instead of at least",
            at_most,
            N_(
                "Your function gives {answer}. It reckons from the **first** possible day: that is "
                "the greatest age that is possible. And it loses all events of which only *by "
                "then* is stated. For the smallest age, from which end of the date must you reckon?"
            ),
        ),
        Wrong(
            "calendar years instead of days",
            calendar_years,
            N_(
                "Your function gives {answer}: it subtracts calendar years. December and the "
                "February after it lie in two years and only weeks apart. Subtract the days "
                "themselves."
            ),
        ),
        Wrong(
            "empty counted as zero",
            empty_as_zero,
            N_(
                "Your function gives {answer}. That is an age for events, too, of which no day is "
                "known: it counts an empty cell as 0. *Not stated* is not *just now*; leave them "
                "out."
            ),
        ),
        Wrong(
            "missing values left in",
            missing_left_in,
            N_(
                "Your function gives {answer}. Events of which no latest day is stated are among "
                "them, or would be, with a missing value for an age. Leave them out."
            ),
        ),
        Wrong(
            "the difference turned round",
            turned_round,
            N_(
                "Your function gives {answer}: only what lies in the future has an age below zero. "
                "Which of the two days is the later one, and which is subtracted from it?"
            ),
        ),
        Wrong(
            "row numbers instead of ids",
            row_numbers,
            N_(
                "Your function gives {answer}. The days may be right, but the keys are numbers of "
                "rows. Let the ids be the index before you subtract."
            ),
        ),
        Wrong(
            "the first look instead of the last",
            oldest_document,
            N_(
                "Your function gives {answer}. It reckons up to the **oldest** document. "
                "Until when did we look?"
            ),
        ),
        Wrong(
            "every type instead of one",
            every_kind,
            N_(
                "Your function gives {answer}: events of every type. Keep those of the one asked "
                "for."
            ),
        ),
    ),
    hints=(
        N_("An age is a difference of two days. Which two make it as small as possible?"),
        N_(
            "The last look is the largest `date_latest` of the documents. Of the events you want "
            "the column of the same name; `dropna` leaves out what has none."
        ),
        N_(
            'Filter by `type`, `dropna(subset=...)`, `set_index("event_id")`; the last '
            "look minus that column is a Series of durations, and `.dt.days` makes numbers of it."
        ),
    ),
    meaning=N_(
        "These are lower bounds, and a small one is no sign of youth: 0 says only that a document "
        "of the last day tells of it. None of them is a duration, and a mean of lower bounds "
        "would be no mean age."
    ),
    cases=cases,
    probes=probes,
    asked=asked,
)
