"""Lines to be put in order: sentences instead of claims."""

import pandas as pd

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Number, Parsons
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return ["c", "f", "a", "h", "d", "b"]


def table_of_sentences_first():
    return ["c", "h", "f", "a", "d", "b"]


def passages():
    return ["c", "f", "a", "h", "d", "g"]


def claims():
    return ["c", "f", "a", "h", "d", "i"]


def numbers_without_document():
    return ["c", "f", "a", "h", "d", "e"]


def cases(positions, evidence, segments):
    """Topics with another number of passages than of claims, and another again of sentences."""
    begun = segments[["document_id", "n", "start"]].sort_values(["start", "document_id"])
    told = positions.merge(evidence, left_on="position_id", right_on="record_id")
    told = told.sort_values(["start", "evidence_id"])
    told = pd.merge_asof(told, begun, on="start", by="document_id")
    found = []
    for topic, rows in told.groupby("topic", observed=True):
        kept = rows.drop_duplicates(["document_id", "n"])
        if len({len(rows), len(kept), rows["record_id"].nunique()}) == 3:
            found.append({"topic": str(topic)})
    return found


def probes(segments):
    """Topics of one document and of several; no sentences; one document's sentences alone."""
    interview = segments[segments["document_id"] == "omarov_2025"]
    return [
        (N_("a topic of several documents"), {"topic": "multilateralism"}),
        (N_("a topic of one document"), {"topic": "un_reform"}),
        (N_("a topic that is not there"), {"topic": "nothing"}),
        (N_("one document's sentences"), {"segments": interview, "topic": "war_and_peace"}),
    ]


QUESTION = Question(
    title=N_("One breath, one sentence"),
    task=N_(
        "A sentence that lists six priorities makes six claims. The lesson found the sentence of "
        "each passage for all topics at once. Put the lines of a function in order that gives the "
        "number of **sentences** behind one topic, in all documents together. **Not all** lines "
        "are needed. It is tried on the topic that `ex.given(4)` names, and on others."
    ),
    kind="modify",
    minutes=6,
    points=3,
    taught=N_("May I count words?"),
    answer=Parsons(
        returns=Number(),
        lines={
            "a": (
                '    told = evidence[evidence["record_id"].isin(mine)]'
                '.sort_values(["start", "evidence_id"])'
            ),
            "b": '    return len(found.drop_duplicates(["document_id", "n"]))',
            "c": "def sentences(positions, evidence, segments, topic):",
            "d": '    found = pd.merge_asof(told, begun, on="start", by="document_id")',
            "e": '    return found["n"].nunique()',
            "f": '    mine = positions[positions["topic"] == topic]["position_id"]',
            "g": "    return len(found)",
            "h": (
                '    begun = segments[["document_id", "n", "start"]]'
                '.sort_values(["start", "document_id"])'
            ),
            "i": '    return found["record_id"].nunique()',
        },
    ),
    reference=reference,
    right=(table_of_sentences_first,),
    wrong=(
        Wrong(
            "passages instead of sentences",
            passages,
            N_(
                "Your function gives {answer}: every passage of every claim. Claims made from the "
                "same sentence share it. Which line keeps each sentence once?"
            ),
        ),
        Wrong(
            "claims instead of sentences",
            claims,
            N_(
                "Your function gives {answer}, the number of claims: that is the count that you "
                "were to replace. A long list still counts once for each of its items."
            ),
        ),
        Wrong(
            "a sentence's number taken for the sentence",
            numbers_without_document,
            N_(
                "Tried on several topics, your function gives {answer} where there are more. The "
                "column `n` numbers the sentences of **each** document from the start: two "
                "documents can have the same number. What else belongs to a sentence's key?"
            ),
        ),
    ),
    hints=(
        N_("Three lines end in a count and return it; you need one of them, at the end."),
        N_(
            "First whose claims, then their passages, then where sentences begin, then the merge. "
            "`merge_asof` wants both its tables sorted and made before it."
        ),
        N_(
            "The line with `def` first, `mine`, `told`, `begun`, `found`; and of the lines with "
            "`return` the one that keeps each pair of document and number once."
        ),
    ),
    meaning=N_(
        "Sentences behind `{topic}`: {answer}, in all documents together. If a ranking holds for "
        "claims and for sentences, it does not hang on how finely a coder cut a list. It may still "
        "hang on who was asked."
    ),
    cases=cases,
    probes=probes,
)
