"""A number: how many positions a document takes in its own voice."""

from kopjaqty.exercises.answers import Number
from kopjaqty.exercises.questions import Question, Wrong, prose


def reference(evidence, document):
    positions = evidence[evidence["table"] == "positions"]
    mine = positions[positions["document_id"] == document]
    return mine["speaker_id"].isna().sum()


def by_counting_both(evidence, document):
    mine = evidence[(evidence["document_id"] == document) & (evidence["table"] == "positions")]
    return len(mine) - mine["speaker_id"].count()


def named_instead(evidence, document):
    mine = evidence[(evidence["table"] == "positions") & (evidence["document_id"] == document)]
    return mine["speaker_id"].count()


def every_table(evidence, document):
    mine = evidence[evidence["document_id"] == document]
    return mine["speaker_id"].isna().sum()


def every_document(evidence):
    return evidence[evidence["table"] == "positions"]["speaker_id"].isna().sum()


def cases(evidence):
    """Documents in which some positions have a named speaker and some, another number, none."""
    positions = evidence[evidence["table"] == "positions"]
    counts = positions.groupby("document_id")["speaker_id"].agg(["size", "count"])
    without = counts["size"] - counts["count"]
    mixed = counts[(counts["count"] > 0) & (without > 0) & (without != counts["count"])]
    return [{"document": str(name)} for name in mixed.index]


QUESTION = Question(
    title=prose("Positions without a name"),
    task=prose(
        "Take the document that `ex.given(3)` names. How many of its passages in `evidence` that "
        "state a **position** bear no speaker, so that the document itself says it?"
    ),
    kind="compute",
    minutes=5,
    points=2,
    taught=prose("Whose words are these?"),
    answer=Number(),
    reference=reference,
    right=(by_counting_both,),
    wrong=(
        Wrong(
            "named instead of unnamed",
            named_instead,
            prose(
                "{answer} passages of {document} do name a speaker. You were asked for the rest: "
                "`count` leaves empty cells out, `isna` finds them."
            ),
        ),
        Wrong(
            "every table instead of positions",
            every_table,
            prose(
                "{answer} counts all passages of {document} without a speaker, those of relations "
                'and events too. Keep the rows whose `table` is `"positions"`.'
            ),
        ),
        Wrong(
            "every document instead of one",
            every_document,
            prose("{answer} is the number for all documents together. Keep {document} only."),
        ),
    ),
    hints=(
        prose("Two conditions on a row: its `table` and its `document_id`. Then look for gaps."),
        prose("One filter after the other: first the positions, then those of your document."),
        prose(
            "After both filters, `isna()` of the column `speaker_id` is True where no name stands."
        ),
    ),
    meaning=prose(
        "Passages in which {document} speaks for itself: {answer}. Whoever quotes one of them "
        "quotes the publication, not a person."
    ),
    cases=cases,
)
