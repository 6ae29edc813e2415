"""Numbers by row: on how many passages the claims that arrive at a node rest."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Pairs
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(network, thing):
    passages = {}
    for _, _, row, edge in network.in_edges(thing, keys=True, data=True):
        passages[row] = len(edge["evidence"])
    return passages


def from_the_tables(relations, evidence, thing):
    rows = relations[relations["object_id"] == thing]["relation_id"]
    return evidence[evidence["record_id"].isin(rows)].groupby("record_id").size()


def direction_reversed(network, thing):
    edges = network.out_edges(thing, keys=True, data=True)
    return {row: len(edge["evidence"]) for _, _, row, edge in edges}


def documents_counted(network, thing):
    edges = network.in_edges(thing, keys=True, data=True)
    return {row: len(edge["documents"]) for _, _, row, edge in edges}


def both_directions(network, thing):
    arriving = network.in_edges(thing, keys=True, data=True)
    leaving = network.out_edges(thing, keys=True, data=True)
    return {row: len(edge["evidence"]) for _, _, row, edge in [*arriving, *leaving]}


def by_body(network, thing):
    edges = network.in_edges(thing, data=True)
    return {who: len(edge["evidence"]) for who, _, edge in edges}


def attributes_counted(network, thing):
    return {row: len(edge) for _, _, row, edge in network.in_edges(thing, keys=True, data=True)}


def cases(network):
    """Things with several arriving edges, and a few that leave; some edge has two passages."""
    found = []
    for node in network:
        arriving = [edge for _, _, edge in network.in_edges(node, data=True)]
        repeated = any(len(edge["evidence"]) > len(edge["documents"]) for edge in arriving)
        if 4 <= len(arriving) <= 5 and repeated and network.out_degree(node):
            found.append({"thing": str(node)})
    return found


QUESTION = Question(
    title=N_("On how many passages does it rest?"),
    task=N_(
        "An edge without a source is a rumour; an edge with one passage hangs by a thread. Take "
        "the node that `ex.given(3)` names. For every edge that **arrives** at it in `network`, "
        "count the **passages** that state it. Give a dict from the edge's key, the id of its "
        "row, to the number."
    ),
    kind="compute",
    minutes=7,
    points=2,
    taught=N_("Where is the footnote?"),
    answer=Pairs(),
    reference=reference,
    right=(from_the_tables,),
    wrong=(
        Wrong(
            "direction reversed",
            direction_reversed,
            N_(
                "You give {answer}: these edges *leave* `{thing}`. You were asked for those that "
                "arrive: in them `{thing}` is the object, not the subject."
            ),
        ),
        Wrong(
            "documents counted instead of passages",
            documents_counted,
            N_(
                "You give {answer}. On so many *documents* each of the edges rests. One document "
                "can state a claim in two places; the passages stand in another attribute."
            ),
        ),
        Wrong(
            "attributes counted instead of passages",
            attributes_counted,
            N_(
                "You give {answer}: the same for each edge, since you count all that is noted down "
                "about it. One of these attributes is a tuple of passages: count what is in it."
            ),
        ),
        Wrong(
            "both directions",
            both_directions,
            N_(
                "You give {answer}: the edges of both directions. Keep those that arrive at "
                "`{thing}`; what it does itself, or belongs to, is another question."
            ),
        ),
        Wrong(
            "the body taken for the row",
            by_body,
            N_(
                "You give {answer}. The keys are those who act, not the rows. One of them can have "
                "two edges to `{thing}`, and then the second overwrites the first. Use the edge's "
                "key."
            ),
        ),
    ),
    hints=(
        N_("`in_edges` gives what arrives; with `keys=True, data=True` it gives four things."),
        N_("The four: from, to, key, attributes. The attribute `evidence` is a tuple of ids."),
        N_(
            "Begin with an empty dict. In a loop over `network.in_edges(…)`, store `len` of each "
            "edge's `evidence` under its key."
        ),
    ),
    meaning=N_(
        "{answer}. These are *passages*. Several of them may stand in one document: then they are "
        "one voice that repeats itself, not several witnesses."
    ),
    cases=cases,
)
