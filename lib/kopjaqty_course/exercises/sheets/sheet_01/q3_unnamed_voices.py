"""A number: how many rows of a document are in its own voice."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Number
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(evidence, document, table):
    stated = evidence[evidence["table"] == table]
    mine = stated[stated["document_id"] == document]
    return mine["speaker_id"].isna().sum()


def by_counting_both(evidence, document, table):
    mine = evidence[(evidence["document_id"] == document) & (evidence["table"] == table)]
    return len(mine) - mine["speaker_id"].count()


def named_instead(evidence, document, table):
    mine = evidence[(evidence["table"] == table) & (evidence["document_id"] == document)]
    return mine["speaker_id"].count()


def every_table(evidence, document):
    mine = evidence[evidence["document_id"] == document]
    return mine["speaker_id"].isna().sum()


def every_document(evidence, table):
    return evidence[evidence["table"] == table]["speaker_id"].isna().sum()


def named_or_not(evidence, document, table):
    return len(evidence[(evidence["table"] == table) & (evidence["document_id"] == document)])


def records_instead(evidence, document, table):
    mine = evidence[(evidence["table"] == table) & (evidence["document_id"] == document)]
    return mine[mine["speaker_id"].isna()]["record_id"].nunique()


def equal_to_nothing(evidence, document, table):
    mine = evidence[(evidence["table"] == table) & (evidence["document_id"] == document)]
    return (mine["speaker_id"] == "").sum()


def cases(evidence):
    """Documents and tables, some of whose rows have a speaker and some, another number, none."""
    tables = ["events", "participants", "positions", "relations"]
    found = []
    stated = evidence[evidence["table"].isin(tables)]
    for (document, table), mine in stated.groupby(["document_id", "table"]):
        unnamed = mine[mine["speaker_id"].isna()]
        numbers = {len(mine), len(unnamed), len(mine) - len(unnamed)}
        numbers |= {unnamed["record_id"].nunique(), 0}
        if len(numbers) == 5 and len(mine) > 9:
            found.append({"document": str(document), "table": str(table)})
    return sorted(found, key=lambda case: case["table"] != "positions")


QUESTION = Question(
    title=N_("Claims without a name"),
    task=N_(
        "Take the document and the table that `ex.given(3)` names. How many of the document's "
        "rows in `evidence` that point to this table bear **no speaker**, so that the document "
        "itself says it?"
    ),
    kind="compute",
    minutes=5,
    points=2,
    taught=N_("Whose words are these?"),
    answer=Number(),
    reference=reference,
    right=(by_counting_both,),
    wrong=(
        Wrong(
            "named instead of unnamed",
            named_instead,
            N_(
                "{answer} of these rows of {document} do name a speaker. You were asked for the "
                "rest: `count` leaves empty cells out, `isna` finds them."
            ),
        ),
        Wrong(
            "every table instead of one",
            every_table,
            N_(
                "{answer} counts all rows of {document} without a speaker, those of other tables "
                'too. Keep the rows whose `table` is `"{table}"`.'
            ),
        ),
        Wrong(
            "every document instead of one",
            every_document,
            N_("{answer} is the number for all documents together. Keep {document} only."),
        ),
        Wrong(
            "with and without a name",
            named_or_not,
            N_(
                "{answer} is how many rows of {document} there are for {table}, whoever speaks. "
                "In how many of them is the cell of `speaker_id` empty?"
            ),
        ),
        Wrong(
            "claims instead of rows",
            records_instead,
            N_(
                "{answer} counts different claims (`record_id`). One claim may stand in several "
                "passages, and so in several rows of `evidence`. Count the rows."
            ),
        ),
        Wrong(
            "an empty cell compared with a value",
            equal_to_nothing,
            N_(
                "You found {answer}. An empty cell is equal to nothing: not to an empty text, not "
                "to `None`, not even to another empty cell. So `==` never finds one."
            ),
        ),
    ),
    hints=(
        N_("Two conditions on a row: its `table` and its `document_id`. Then look for gaps."),
        N_("One filter after the other: first your table, then your document."),
        N_("After both filters, `isna()` of the column `speaker_id` is True where no name stands."),
    ),
    meaning=N_(
        "Rows of {table} in which {document} speaks for itself: {answer}. Whoever quotes such a "
        "passage quotes the publication, not a person."
    ),
    cases=cases,
)
