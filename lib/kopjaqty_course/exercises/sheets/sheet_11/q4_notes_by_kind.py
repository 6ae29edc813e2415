"""A figure: how many notes of each kind one document has."""

import matplotlib.pyplot as plt

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import FigureOf
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(evidence, discrepancies, document):
    noted = evidence[evidence["document_id"] == document]["record_id"]
    here = discrepancies[discrepancies["discrepancy_id"].isin(noted)]
    _, ax = plt.subplots(layout="constrained")
    here["kind"].value_counts().plot.barh(ax=ax)
    ax.set_xlabel("notes")
    return ax


def with_a_join(evidence, discrepancies, document):
    passages = evidence[evidence["document_id"] == document].drop_duplicates("record_id")
    here = passages.merge(discrepancies, left_on="record_id", right_on="discrepancy_id")
    counts = here["kind"].value_counts().sort_index()
    _, ax = plt.subplots(layout="constrained")
    ax.bar(counts.index, counts)
    ax.set_ylabel("number of notes")
    return ax


def passages_counted(evidence, discrepancies, document):
    passages = evidence[evidence["document_id"] == document]
    here = passages.merge(discrepancies, left_on="record_id", right_on="discrepancy_id")
    _, ax = plt.subplots(layout="constrained")
    here["kind"].value_counts().plot.barh(ax=ax)
    ax.set_xlabel("notes")
    return ax


def all_documents(discrepancies):
    _, ax = plt.subplots(layout="constrained")
    discrepancies["kind"].value_counts().plot.barh(ax=ax)
    ax.set_xlabel("notes")
    return ax


def kinds_without_a_note_left_out(evidence, discrepancies, document):
    noted = evidence[evidence["document_id"] == document]["record_id"]
    here = discrepancies[discrepancies["discrepancy_id"].isin(noted)]
    _, ax = plt.subplots(layout="constrained")
    here["kind"].astype(str).value_counts().plot.barh(ax=ax)
    ax.set_xlabel("notes")
    return ax


def shares(evidence, discrepancies, document):
    noted = evidence[evidence["document_id"] == document]["record_id"]
    here = discrepancies[discrepancies["discrepancy_id"].isin(noted)]
    _, ax = plt.subplots(layout="constrained")
    here["kind"].value_counts(normalize=True).plot.barh(ax=ax)
    ax.set_xlabel("share of notes")
    return ax


def cases(evidence, discrepancies):
    """Documents of which a note has two passages, and which have no note of some kind."""
    found = []
    rows = evidence.merge(discrepancies, left_on="record_id", right_on="discrepancy_id")
    for document, group in rows.groupby("document_id"):
        notes = group.drop_duplicates("record_id")
        if len(notes) < len(group) and 0 in notes["kind"].value_counts().tolist():
            found.append({"document": str(document)})
    return found


QUESTION = Question(
    title=N_("The faults of one document"),
    task=N_(
        "Draw a bar chart for the document that `ex.given(4)` names: how many **notes** of each "
        "kind are about it? A bar for **each** kind of note that there is, of no length where "
        "this document has none. (`evidence` ties notes to documents; a note may have several "
        "passages.) Give the axis of values a label and hand over the Axes."
    ),
    kind="make",
    minutes=7,
    points=2,
    taught=N_("How often is a document wrong?"),
    answer=FigureOf("bars"),
    reference=reference,
    right=(with_a_join,),
    wrong=(
        Wrong(
            "passages counted instead of notes",
            passages_counted,
            N_(
                "Your bars are {answer}. These are passages: a note that points at two places of "
                "{document} counts twice. Count each note once."
            ),
        ),
        Wrong(
            "all documents",
            all_documents,
            N_("Your bars, {answer}, count the notes on all documents. Keep those on {document}."),
        ),
        Wrong(
            "a zero left out",
            kinds_without_a_note_left_out,
            N_(
                "Your bars are {answer}: right as far as they go. A kind is missing of which "
                "{document} has no note. Here somebody looked and found none: that is a zero, "
                "not a blank, and belongs in the picture."
            ),
        ),
        Wrong(
            "shares instead of numbers",
            shares,
            N_("Your bars are shares. They hide how many notes there are on {document} at all."),
        ),
    ),
    hints=(
        N_("First the records that have a passage in the document, then the notes among them."),
        N_("`isin` asks whether a note is among them, and asks it once for each note."),
        N_(
            "`kind` knows all its kinds: `value_counts()` of the column as it is gives the zeros, "
            "too."
        ),
    ),
    meaning=N_(
        "On {document}: {answer}. Mind what this counts: what was looked for. A document with few "
        "notes may be careful, or short, or easy to check, or nobody has checked it."
    ),
    cases=cases,
)
