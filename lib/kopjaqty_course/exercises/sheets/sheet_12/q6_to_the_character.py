"""A function that gives a table: the passages that a citation of a row has to name."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, TableOf
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(evidence, documents, row):
    passages = evidence[evidence["record_id"] == row]
    cited = passages.merge(documents, on="document_id")
    return cited[["title_en", "date", "start", "end"]]


def with_a_map(evidence, documents, row):
    known = documents.set_index("document_id")
    passages = evidence[evidence["record_id"] == row]
    passages = passages[passages["document_id"].isin(known.index)]
    return passages.assign(
        title_en=passages["document_id"].map(known["title_en"]),
        date=passages["document_id"].map(known["date"]),
    )


def first_witness_only(evidence, documents, row):
    passages = evidence[evidence["record_id"] == row].head(1)
    return passages.merge(documents, on="document_id")


def the_whole_document(evidence, documents, row):
    passages = evidence[evidence["record_id"] == row]
    cited = passages.merge(documents, on="document_id")
    return cited.assign(start=0, end=cited["characters"])


def all_passages_of_these_documents(evidence, documents, row):
    passages = evidence[evidence["record_id"] == row]
    sources = documents[documents["document_id"].isin(passages["document_id"])]
    return evidence.merge(sources, on="document_id")


def cited_without_a_document(evidence, documents, row):
    passages = evidence[evidence["record_id"] == row]
    return passages.merge(documents, "left", on="document_id")


def one_passage_a_document(evidence, documents, row):
    passages = evidence[evidence["record_id"] == row].drop_duplicates("document_id")
    return passages.merge(documents, on="document_id")


def ids_that_begin_alike(evidence, documents, row):
    passages = evidence[evidence["record_id"].str.contains(row)]
    return passages.merge(documents, on="document_id")


def cases(evidence, relations):
    """Relations that two documents or more state."""
    proof = evidence[evidence["record_id"].isin(relations["relation_id"])]
    witnesses = proof.groupby("record_id")["document_id"].nunique()
    return [{"row": str(row)} for row in witnesses[witnesses > 1].index]


def probes(documents):
    """Rows of none or several passages, and passages of which the document is missing."""
    return [
        (N_("a row that is not there"), {"row": "r9999"}),
        (N_("a row with two passages in one document"), {"row": "r0074"}),
        (N_("an id that others begin with"), {"row": "sdg_centre"}),
        (N_("no documents"), {"documents": documents.iloc[:0]}),
        (N_("documents without the interview"), {"documents": documents.iloc[:-1]}),
    ]


QUESTION = Question(
    title=N_("From the row to the character"),
    task=N_(
        "**Citation.** Write a function that takes `evidence`, `documents` and the id of a row, "
        "and gives a table with what its citation has to name: the columns `title_en` and `date` "
        "of the document, `start` and `end` of the passage. **One row for each passage.** A "
        "passage whose document is not in `documents` cannot be cited: leave it out. Try it on "
        "the row that `ex.given(6)` names, and compare with `kq.cite`."
    ),
    kind="compute",
    minutes=6,
    points=2,
    taught=N_("How does it become a page?"),
    answer=Function(returns=TableOf(("title_en", "date", "start", "end"))),
    reference=reference,
    right=(with_a_map,),
    wrong=(
        Wrong(
            "one witness only",
            first_witness_only,
            N_(
                "Your function gives {answer}. {row} is stated in more than one place; a second "
                "witness is the best thing that a citation can show."
            ),
        ),
        Wrong(
            "one passage a document",
            one_passage_a_document,
            N_(
                "Your function keeps one passage of each document. Some rows are stated twice in "
                "one document: who checks wants to see both places."
            ),
        ),
        Wrong(
            "ids that begin alike",
            ids_that_begin_alike,
            N_(
                "Your function takes in rows whose id only *contains* the one asked for. One row "
                "is meant: its id is equal to it."
            ),
        ),
        Wrong(
            "the document instead of the passage",
            the_whole_document,
            N_(
                "Your function cites from the first character to the last. Who has a minute to "
                "check it wants the *passage*: `start` and `end` of the evidence."
            ),
        ),
        Wrong(
            "all passages of these documents",
            all_passages_of_these_documents,
            N_(
                "Your function gives {answer}: whatever these documents carry. Only those passages "
                "whose `record_id` is {row} carry this row."
            ),
        ),
        Wrong(
            "a passage without a document",
            cited_without_a_document,
            N_(
                "On the collection your function is right. Where a document is missing it gives "
                "a passage of nothing, with an empty title. Which join drops what has no partner?"
            ),
        ),
    ),
    hints=(
        N_("The passages first: `record_id` in `evidence`. Then who they belong to."),
        N_("A plain `merge` with `documents` on their common key keeps what is on both sides."),
        N_("After it title, day, start and end are all there, a row for each passage."),
    ),
    meaning=N_(
        "Behind {row} stands {answer}. Title, day, first and last character: with these four "
        "anybody who has the text finds the words, and may tell you that you read them wrong."
    ),
    cases=cases,
    probes=probes,
)
