"""A graph: who speaks of what in one document."""

import networkx as nx

import kopjaqty as kq
from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import GraphOf
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(positions, evidence, document):
    told = evidence[evidence["document_id"] == document]["record_id"]
    talk = nx.Graph()
    for row in positions[positions["position_id"].isin(told)].itertuples():
        talk.add_edge(row.speaker_id, row.topic)
    return talk


def by_pairs(positions, evidence, document):
    told = positions.merge(evidence, left_on="position_id", right_on="record_id")
    here = told[told["document_id"] == document]
    return nx.Graph(list(zip(here["speaker_id_x"], here["topic"], strict=True)))


def the_whole_collection(positions):
    talk = nx.Graph()
    for row in positions.itertuples():
        talk.add_edge(row.speaker_id, row.topic)
    return talk


def words_instead(positions, evidence, document):
    here = evidence[evidence["document_id"] == document].dropna(subset="speaker_id")
    told = positions.merge(here, left_on="position_id", right_on="record_id")
    return nx.Graph(list(zip(told["speaker_id_y"], told["topic"], strict=True)))


def words_with_empty_cells(positions, evidence, document):
    here = evidence[evidence["document_id"] == document]
    told = positions.merge(here, left_on="position_id", right_on="record_id")
    return nx.Graph(list(zip(told["speaker_id_y"], told["topic"], strict=True)))


def the_speakers_anywhere(positions, evidence, document):
    told = evidence[evidence["document_id"] == document]["record_id"]
    speakers = positions[positions["position_id"].isin(told)]["speaker_id"]
    talk = nx.Graph()
    for row in positions[positions["speaker_id"].isin(speakers)].itertuples():
        talk.add_edge(row.speaker_id, row.topic)
    return talk


def the_librarys(document):
    return nx.Graph(kq.build_network("positions", documents=document))


def the_librarys_with_all_claims(document):
    return kq.build_network("positions", documents=document).to_undirected()


def one_mode(positions, evidence, document):
    told = evidence[evidence["document_id"] == document]["record_id"]
    here = positions[positions["position_id"].isin(told)]
    ties = here.merge(here, on="topic")
    ties = ties[ties["speaker_id_x"] != ties["speaker_id_y"]]
    talk = nx.Graph(list(zip(ties["speaker_id_x"], ties["speaker_id_y"], strict=True)))
    talk.add_nodes_from(here["speaker_id"])
    return talk


def each_with_each(positions, evidence, document):
    told = evidence[evidence["document_id"] == document]["record_id"]
    here = positions[positions["position_id"].isin(told)]
    talk = nx.Graph()
    for who in here["speaker_id"].unique():
        for what in here["topic"].unique():
            talk.add_edge(who, what)
    return talk


def cases(positions, evidence, documents):
    """Documents in whose words persons speak, and not they alone; its speakers say more elsewhere.

    Where each claim is in somebody's words, no empty cell would become a node.
    """
    found = []
    for document in documents["document_id"]:
        right = reference(positions, evidence, document)
        more = the_speakers_anywhere(positions, evidence, document)
        words = words_instead(positions, evidence, document)
        empty = words_with_empty_cells(positions, evidence, document)
        said = len(words) and len(empty) > len(words)
        if said and len(more.edges) > len(right.edges):
            found.append({"document": document})
    return found


QUESTION = Question(
    title=N_("The map of one document"),
    task=N_(
        "Build the speaker–topic network of the one document that `ex.given(5)` names: an "
        "undirected graph with an edge between a speaker and a topic if at least one position on "
        "this topic is **given to** that speaker, and the document has a passage of it. Nodes are "
        "the ids of speakers and topics as they stand in `positions`. Weights are not asked for."
    ),
    kind="make",
    minutes=7,
    points=3,
    taught=N_("How do I draw speakers and topics?"),
    answer=GraphOf(directed=False),
    reference=reference,
    right=(by_pairs,),
    wrong=(
        Wrong(
            "the whole collection",
            the_whole_collection,
            N_(
                "You built {answer}: the map of all documents. Keep the positions of which "
                "`{document}` has a passage."
            ),
        ),
        Wrong(
            "words instead of positions",
            words_instead,
            N_(
                "You made {answer}, and tied topics to those whose **words** the passages are "
                "(`speaker_id` of `evidence`). Asked is to whom the **position** is given: the "
                "column of the same name in `positions`."
            ),
        ),
        Wrong(
            "words instead of positions, with empty cells",
            words_with_empty_cells,
            N_(
                "You made {answer} with the column `speaker_id` of `evidence`: whose **words** the "
                "passages are. Empty cells of it became a node, too. Asked is to whom the "
                "**position** is given: the column of the same name in `positions`."
            ),
        ),
        Wrong(
            "what the speakers say anywhere",
            the_speakers_anywhere,
            N_(
                "You made {answer}: the speakers of `{document}`, with all topics of which they "
                "speak **anywhere**. Keep the positions first, then see whose they are."
            ),
        ),
        Wrong(
            "the library's ids of topics",
            the_librarys,
            N_(
                "You made {answer} with `build_network`. It is the right map, but the library "
                "writes `topic:` before each topic. Build it by hand, as the lesson did, from the "
                "columns of `positions`."
            ),
        ),
        Wrong(
            "the library's ids of topics, an edge for each claim",
            the_librarys_with_all_claims,
            N_(
                "You made {answer} with `build_network`. The library writes `topic:` before each "
                "topic and draws one edge for each claim. Build the map by hand, as the lesson "
                "did, from the columns of `positions`."
            ),
        ),
        Wrong(
            "speakers tied to speakers",
            one_mode,
            N_(
                "You made {answer}, in which speakers are tied to one another. That is the "
                "projection; in the two-mode network every edge leads from a speaker to a topic."
            ),
        ),
        Wrong(
            "everybody speaks of everything",
            each_with_each,
            N_(
                "You made {answer}, and tied every speaker of `{document}` to every topic of it. "
                "One row is one pair: who in this row, and what?"
            ),
        ),
    ),
    hints=(
        N_("First which positions, then one edge a row. The lesson built the map of all."),
        N_(
            "The ids in `record_id` of the document's rows in `evidence` say which positions are "
            "told there; `isin` keeps them."
        ),
        N_(
            "Begin with `nx.Graph()`; loop with `itertuples()` over the positions you kept, and "
            "`add_edge` the row's `speaker_id` and its `topic`. A second edge of a pair is no "
            "edge more."
        ),
    ),
    meaning=N_(
        "`{document}` makes {answer}. Lay it beside a neighbour's: another document, another map. "
        "Most speakers of the collection stand on one of these maps only; so to compare speakers "
        "is mostly to compare documents, and the occasions for which they were written."
    ),
    cases=cases,
)
