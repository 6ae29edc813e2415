"""Names: numbers of a document that have no other day than the document's own."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Names
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(quantities, evidence, documents, document):
    said = evidence[evidence["document_id"] == document]
    numbers = quantities.merge(said, left_on="quantity_id", right_on="record_id")
    numbers = numbers.merge(documents, on="document_id")
    undated = numbers[numbers["as_of_latest"] == numbers["date_latest"]]
    return undated["quantity_id"].drop_duplicates()


def by_looking_up(quantities, evidence, documents, document):
    said = evidence[evidence["document_id"] == document]["record_id"]
    day = documents.set_index("document_id")["date_latest"][document]
    mine = quantities[quantities["quantity_id"].isin(said)]
    return set(mine[mine["as_of_latest"] == day]["quantity_id"])


def only_the_same_text(quantities, evidence, documents, document):
    said = evidence[evidence["document_id"] == document]["record_id"]
    day = documents.set_index("document_id")["date"][document]
    mine = quantities[quantities["quantity_id"].isin(said)]
    return set(mine[mine["as_of"] == day]["quantity_id"])


def all_of_the_document(quantities, evidence, document):
    said = evidence[evidence["document_id"] == document]["record_id"]
    return set(quantities[quantities["quantity_id"].isin(said)]["quantity_id"])


def with_a_day_of_their_own(quantities, evidence, documents, document):
    said = evidence[evidence["document_id"] == document]["record_id"]
    day = documents.set_index("document_id")["date_latest"][document]
    mine = quantities[quantities["quantity_id"].isin(said)]
    return set(mine[mine["as_of_latest"] != day]["quantity_id"])


def cases(quantities, evidence, documents):
    """Documents with a bound or an exact day on some numbers, and another day on others."""
    found = []
    for row in documents.itertuples():
        said = evidence[evidence["document_id"] == row.document_id]["record_id"]
        mine = quantities[quantities["quantity_id"].isin(said)]
        late = mine[mine["as_of_latest"] == row.date_latest]
        same_text = (late["as_of"] == row.date).sum()
        if same_text < len(late) < len(mine):
            found.append({"document": str(row.document_id)})
    return found


QUESTION = Question(
    title=N_("True on the day, or said on the day?"),
    task=N_(
        "For many numbers a text gives no day; then `as_of` ends with the day on which the "
        "document was published. Take the document that `ex.given(5)` names. Give the ids of its "
        "numbers (rows of `quantities` that it states, by `evidence`) whose **last possible day** "
        "is the **document's own last possible day**. The columns are `as_of_latest` in "
        "`quantities` and `date_latest` in `documents`."
    ),
    kind="compute",
    minutes=6,
    points=2,
    taught=N_("Can a number have all that and still mislead?"),
    answer=Names(),
    reference=reference,
    right=(by_looking_up,),
    wrong=(
        Wrong(
            "only dates written alike",
            only_the_same_text,
            N_(
                "You have: {answer}. Did you compare the dates of `{document}` as they are "
                "written? A date with two dots before the day, *then or earlier*, ends with that "
                "day too: compare the **last** possible days."
            ),
        ),
        Wrong(
            "all numbers of the document",
            all_of_the_document,
            N_(
                "You have: {answer}. These are all numbers that `{document}` states. Some have a "
                "day or a year of their own. Keep those that end with the document's day."
            ),
        ),
        Wrong(
            "the well-dated ones",
            with_a_day_of_their_own,
            N_(
                "You have: {answer}. Of these `{document}` says of which time they are. You were "
                "asked for the others, whose last possible day is that of the document."
            ),
        ),
    ),
    hints=(
        N_("Three tables: numbers, the passages that state them, the documents."),
        N_(
            "Filter `evidence` by the document; merge `quantities` with it, `quantity_id` against "
            "`record_id`; then merge with `documents` on `document_id`."
        ),
        N_(
            "Keep the rows in which `as_of_latest` equals `date_latest`, and take the different "
            "values of `quantity_id`."
        ),
    ),
    meaning=N_(
        "In `{document}` these end on its own day: {answer}. On that day somebody said it; whether "
        "it was true on that day is another question. Write *as the document of that day says*, "
        "not *on that day*."
    ),
    cases=cases,
)
