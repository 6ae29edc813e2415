"""A function: in which documents somebody is heard."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, Names
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(evidence, speaker):
    heard = evidence[evidence["speaker_id"] == speaker]
    return heard.drop_duplicates("document_id")["document_id"]


def with_a_set(evidence, speaker):
    return set(evidence.loc[evidence["speaker_id"] == speaker, "document_id"])


def with_a_loop(evidence, speaker):
    found = []
    for row in evidence.itertuples():
        if row.speaker_id == speaker and row.document_id not in found:
            found.append(row.document_id)
    return found


def one_row_a_passage(evidence, speaker):
    return evidence[evidence["speaker_id"] == speaker]["document_id"].tolist()


def where_named(evidence, speaker):
    return evidence[evidence["record_id"] == speaker]["document_id"].unique().tolist()


def the_first_only(evidence, speaker):
    return evidence[evidence["speaker_id"] == speaker]["document_id"].unique().tolist()[:1]


def positions_only(evidence, speaker):
    positions = evidence[evidence["table"] == "positions"]
    return positions[positions["speaker_id"] == speaker]["document_id"].unique().tolist()


def part_of_an_id(evidence, speaker):
    heard = evidence["speaker_id"].str.contains(speaker, na=False)
    return evidence[heard]["document_id"].unique().tolist()


def numbers_instead(evidence, speaker):
    return evidence[evidence["speaker_id"] == speaker]["document_id"].value_counts()


def cases(evidence):
    """Speakers of whom more documents tell than those in which they are heard."""
    heard = evidence.groupby("speaker_id")["document_id"].agg(set)
    told = evidence.groupby("record_id")["document_id"].agg(set)
    return [{"speaker": str(name)} for name in heard.index if heard[name] < told[name]]


QUESTION = Question(
    title=N_("Where is a voice heard?"),
    task=N_(
        "Write a function that takes the table `evidence` and the id of a speaker, and gives the "
        "ids of the documents in which that speaker is heard, each once. It must work for any "
        "speaker, also for one who is heard nowhere. Try it on the speaker that `ex.given(5)` "
        "names."
    ),
    kind="make",
    minutes=8,
    points=3,
    taught=N_("Whose words are these?"),
    answer=Function(returns=Names()),
    reference=reference,
    right=(with_a_set, with_a_loop),
    wrong=(
        Wrong(
            "one item a passage instead of a document",
            one_row_a_passage,
            N_(
                "Your function gives {answer}: one item for every passage. A document in which "
                "{speaker} speaks ten times is still one document."
            ),
        ),
        Wrong(
            "being told of taken for speaking",
            where_named,
            N_(
                "Your function looks where {speaker} is **told of** (`record_id`). To be named in "
                "a text is not to speak in it: whose words a passage is stands in `speaker_id`."
            ),
        ),
        Wrong(
            "only the first",
            the_first_only,
            N_("Your function stops at {answer}. A speaker can be heard in several documents."),
        ),
        Wrong(
            "positions only",
            positions_only,
            N_(
                "Your function looks among the positions alone, as the lesson did. But somebody "
                "is heard, too, where the words tell of an event or of a relation. Which filter "
                "was not asked for?"
            ),
        ),
        Wrong(
            "a part of an id taken for the id",
            part_of_an_id,
            N_(
                "Your function takes whoever has the text **in** the id. A part of an id is no "
                "id: only `==` asks whether it is the very same."
            ),
        ),
        Wrong(
            "numbers instead of ids",
            numbers_instead,
            N_(
                "Your function gives {answer}. `value_counts` counts the rows of each document; "
                "the ids are the labels beside the numbers, and they are what is asked for."
            ),
        ),
    ),
    hints=(
        N_("One filter, then one column, then each value once."),
        N_('`evidence[evidence["speaker_id"] == speaker]` keeps the passages.'),
        N_("`drop_duplicates` keeps one passage a document; `set(...)` of the column does too."),
    ),
    meaning=N_(
        "{speaker} is heard in {answer}, and is told of in more documents than that. Who counts "
        "how often somebody is named has not yet counted how often that somebody speaks."
    ),
    cases=cases,
    probes=lambda evidence: [
        (N_("a speaker who is heard nowhere"), {"speaker": "nobody"}),
        (N_("a speaker who is heard in two documents"), {"speaker": "ashikbayev"}),
        (N_("a part of an id"), {"speaker": "kaz"}),
        (
            N_("evidence of all but positions"),
            {"speaker": "ashikbayev", "evidence": evidence[evidence["table"] != "positions"]},
        ),
    ],
)
