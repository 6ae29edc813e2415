"""A function: for how many days, at the least, ideas had been known on the last look."""

import pandas as pd

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, Pairs
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(initiatives, documents, stage):
    last = documents["date_latest"].max()
    there = initiatives[initiatives["stage"] == stage].dropna(subset="proposed_latest")
    return (last - there.set_index("initiative_id")["proposed_latest"]).dt.days


def with_a_loop(initiatives, documents, stage):
    last = documents["date_latest"].max()
    found = {}
    for row in initiatives.itertuples():
        if row.stage == stage and pd.notna(row.proposed_latest):
            found[row.initiative_id] = (last - row.proposed_latest).days
    return found


def at_most(initiatives, documents, stage):
    last = documents["date_latest"].max()
    there = initiatives[initiatives["stage"] == stage].dropna(subset="proposed_earliest")
    return (last - there.set_index("initiative_id")["proposed_earliest"]).dt.days


def calendar_years(initiatives, documents, stage):
    last = documents["date_latest"].dt.year.max()
    there = initiatives[initiatives["stage"] == stage].dropna(subset="proposed_latest")
    return last - there.set_index("initiative_id")["proposed_latest"].dt.year


def empty_as_zero(initiatives, documents, stage):
    last = documents["date_latest"].max()
    there = initiatives[initiatives["stage"] == stage].set_index("initiative_id")
    return (last - there["proposed_latest"]).dt.days.fillna(0)


def oldest_document(initiatives, documents, stage):
    last = documents["date_latest"].min()
    there = initiatives[initiatives["stage"] == stage].dropna(subset="proposed_latest")
    return (last - there.set_index("initiative_id")["proposed_latest"]).dt.days


def every_stage(initiatives, documents, stage):  # noqa: ARG001 - the slip is to forget it
    last = documents["date_latest"].max()
    there = initiatives.dropna(subset="proposed_latest")
    return (last - there.set_index("initiative_id")["proposed_latest"]).dt.days


def turned_round(initiatives, documents, stage):
    last = documents["date_latest"].max()
    there = initiatives[initiatives["stage"] == stage].dropna(subset="proposed_latest")
    return (there.set_index("initiative_id")["proposed_latest"] - last).dt.days


def missing_left_in(initiatives, documents, stage):
    last = documents["date_latest"].max()
    there = initiatives[initiatives["stage"] == stage].set_index("initiative_id")
    return (last - there["proposed_latest"]).dt.days


def row_numbers(initiatives, documents, stage):
    last = documents["date_latest"].max()
    there = initiatives[initiatives["stage"] == stage].dropna(subset="proposed_latest")
    return (last - there["proposed_latest"]).dt.days


def cases(initiatives):
    """Stages at which there are ideas with a bound on the day of their proposal."""
    dated = initiatives.dropna(subset="proposed_latest")
    return [
        {"stage": stage}
        for stage in initiatives["stage"].cat.categories
        if (dated["stage"] == stage).sum() > 1
    ]


def probes(initiatives, documents):
    """A stage without ideas, ideas without any bound, an earlier last look, one dated by month."""
    interview = documents[documents["document_id"] == "omarov_2025"]
    day = interview["date_latest"].max()
    known = initiatives[initiatives["proposed_latest"] <= day]
    older = initiatives[initiatives["proposed_latest"] < day]
    month = documents.iloc[[0]].assign(
        date="2026-03",
        date_earliest=pd.Timestamp(2026, 3, 1),
        date_latest=pd.Timestamp(2026, 3, 31),
        date_precision="month",
    )
    return [
        (N_("a stage without ideas"), {"stage": "established"}),
        (
            N_("ideas without a bound"),
            {"initiatives": initiatives[initiatives["proposed"].isna()]},
        ),
        (
            N_("the interview alone, and what it could know"),
            {"documents": interview, "initiatives": known},
        ),
        (N_("ideas that are older than the interview"), {"initiatives": older}),
        (
            N_("one more document, dated by its month"),
            {"documents": pd.concat([documents, month])},
        ),
    ]


def asked(initiatives, documents):
    """There is a last look, and it comes after the proposals; the task says nothing of others."""
    if documents.empty and initiatives.empty:
        return True
    return not (initiatives["proposed_latest"] > documents["date_latest"].max()).any() and bool(
        documents["date_latest"].notna().any()
    )


QUESTION = Question(
    title=N_("How old, at least?"),
    task=N_(
        "For most ideas nobody says when they began, and so no age can be computed. A **lower "
        "bound** of it can: what was proposed *by the day of the interview* is at least as old "
        "as that. Write a function that takes `initiatives`, `documents` and a stage. For each "
        "initiative at that stage it gives how many **days, at the least**, lie between its "
        "proposal and the last look, which is the latest day of all documents. Leave out those "
        "whose proposal has no latest day. Give a dict, or a Series with the ids as index. Try it "
        "on the stage that `ex.given(5)` names."
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
                "the greatest age that is possible. And it loses all ideas of which only *by then* "
                "is stated. For the smallest age, from which end of the date must you reckon?"
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
                "Your function gives {answer}. That is an age for ideas, too, of whose proposal no "
                "day is known: it counts an empty cell as 0. *Not stated* is not *just now*; leave "
                "them out."
            ),
        ),
        Wrong(
            "missing values left in",
            missing_left_in,
            N_(
                "Your function gives {answer}. Ideas of whose proposal no latest day is stated are "
                "among them, or would be, with a missing value for an age. Leave them out."
            ),
        ),
        Wrong(
            "the difference turned round",
            turned_round,
            N_(
                "Your function gives {answer}: a proposal in the future has an age below zero. "
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
                "Until when do we know that the idea was there?"
            ),
        ),
        Wrong(
            "every stage instead of one",
            every_stage,
            N_(
                "Your function gives {answer}: ideas of every stage. Keep those at the one asked "
                "for."
            ),
        ),
    ),
    hints=(
        N_("An age is a difference of two days. Which two make it as small as possible?"),
        N_(
            "The last look is the largest `date_latest` of the documents. Of the proposal you want "
            "the column whose name ends the same way; `dropna` leaves out what has none."
        ),
        N_(
            'Filter by `stage`, `dropna(subset=...)`, `set_index("initiative_id")`; the last '
            "look minus that column is a Series of durations, and `.dt.days` makes numbers of it."
        ),
    ),
    meaning=N_(
        "These are lower bounds, and a small one is no sign of youth: 0 says only that a document "
        "of the last day tells of the idea. None of them is a duration, and a mean of lower bounds "
        "would be no mean age."
    ),
    cases=cases,
    probes=probes,
    asked=asked,
)
