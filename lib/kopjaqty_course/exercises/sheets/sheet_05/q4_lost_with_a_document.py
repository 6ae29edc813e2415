"""Faded code: what is in the network only because of one document."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Faded, Names
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {1: "set(sources) != {document}", 2: "node not in kept"}


def by_length():
    return {1: "len(sources) > 1 or document not in sources", 2: "node not in kept.nodes"}


def everything_it_states():
    return {1: "document not in sources", 2: "node not in kept"}


def only_the_document():
    return {1: "document in sources", 2: "node not in kept"}


def what_stays():
    return {1: "set(sources) != {document}", 2: "node in kept"}


def the_first_source_only():
    return {1: "sources[0] != document", 2: "node not in kept"}


def a_tuple_is_no_text():
    return {1: "sources != document", 2: "node not in kept"}


def two_witnesses_wanted():
    return {1: "len(sources) > 1", 2: "node not in kept"}


QUESTION = Question(
    title=N_("Gone without one document"),
    task=N_(
        "Which things would have no line left in the network if one document were lost? The "
        "function keeps the relations that another document states as well. Fill in the two "
        "conditions. (`sources` is a tuple with the documents that state a relation.)"
    ),
    kind="modify",
    minutes=7,
    points=3,
    taught=N_("How much hangs on one document?"),
    answer=Faded(
        returns=Names(),
        template=(
            "def lost(network, document):\n"
            "    kept = nx.Graph()\n"
            '    for u, v, sources in network.edges(data="documents"):\n'
            "        if __1__:\n"
            "            kept.add_edge(u, v)\n"
            "    return [node for node in network if __2__]"
        ),
    ),
    reference=reference,
    right=(by_length,),
    wrong=(
        Wrong(
            "only the first source looked at",
            the_first_source_only,
            N_(
                "Your function loses {answer}. `sources[0]` is the first source alone: where the "
                "document stands first, a second one behind it is not seen, and yet the relation "
                "would survive."
            ),
        ),
        Wrong(
            "a tuple compared with a text",
            a_tuple_is_no_text,
            N_(
                "Your function gives {answer}. `sources` is a tuple and `document` a text: the two "
                "are never equal, so nothing is lost with any document."
            ),
        ),
        Wrong(
            "two witnesses wanted for each relation",
            two_witnesses_wanted,
            N_(
                "Your function loses {answer}. It keeps a relation only if two documents state it. "
                "One witness is enough, as long as it is not the one that is lost."
            ),
        ),
        Wrong(
            "a second witness thrown away",
            everything_it_states,
            N_(
                "Your function loses {answer}. It drops every relation that the document states, "
                "also those that another document states as well. These would survive."
            ),
        ),
        Wrong(
            "the document kept instead of lost",
            only_the_document,
            N_(
                "Your first condition keeps what the document states. You want to see the network "
                "*without* it."
            ),
        ),
        Wrong(
            "what stays instead of what goes",
            what_stays,
            N_(
                "Your function gives {answer}: these still have a line. Asked is what has none "
                "left."
            ),
        ),
    ),
    hints=(
        N_("A relation is lost if the document is its *only* source."),
        N_("Compare the set of its sources with the set of that one document."),
        N_(
            "Blank 1 asks whether `set(sources)` differs from a set with `document` alone; blank "
            "2 whether a node is missing from `kept`."
        ),
    ),
    meaning=N_(
        "Without its one document the collection would lose {answer}. A second witness is what "
        "makes a place in a network safe."
    ),
    probes=lambda: [
        (N_("the newspaper article"), {"document": "analysis_2024"}),
        (N_("the interview"), {"document": "omarov_2025"}),
        (N_("a document that is not there"), {"document": "nothing"}),
    ],
    cases=lambda documents: [
        {"document": str(document)} for document in documents["document_id"].tolist()
    ],
)
