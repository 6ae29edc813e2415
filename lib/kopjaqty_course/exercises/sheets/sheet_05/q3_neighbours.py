"""A number: neighbours are not relations, and an arrow has two ends."""

import networkx as nx

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Number
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(network, body):
    plain = nx.Graph(network)
    return plain.degree(body)


def by_relations(relations, body):
    others = set(relations[relations["subject_id"] == body]["object_id"])
    others = others | set(relations[relations["object_id"] == body]["subject_id"])
    return len(others)


def relations_counted(network, body):
    return network.degree(body)


def arrows_out_only(network, body):
    return len(set(network.successors(body)))


def arrows_in_only(network, body):
    return len(set(network.predecessors(body)))


def cases(network):
    """Things with five neighbours or more, several relations to one, and arrows in and out."""
    plain = nx.Graph(network)
    found = []
    for node in network:
        numbers = [plain.degree(node), network.degree(node)]
        numbers += [len(set(network.successors(node))), len(set(network.predecessors(node)))]
        ends = [network.in_degree(node), network.out_degree(node)]
        different = len(set(numbers)) == 4 and plain.degree(node) not in ends
        if different and plain.degree(node) > 4 and 0 not in numbers:
            found.append({"body": node})
    return found


QUESTION = Question(
    title=N_("Neighbours of a body"),
    task=N_(
        "How many **neighbours** has the body that `ex.given(3)` names? Whatever the direction, "
        "and each neighbour once, however many relations there are between the two."
    ),
    kind="compute",
    minutes=4,
    points=2,
    taught=N_("Who has the most neighbours?"),
    answer=Number(),
    reference=reference,
    right=(by_relations,),
    wrong=(
        Wrong(
            "relations instead of neighbours",
            relations_counted,
            N_(
                "{answer} is the number of relations of {body}. With some neighbours it has "
                "several; which kind of graph keeps one line for each pair?"
            ),
        ),
        Wrong(
            "only what it acts on",
            arrows_out_only,
            N_(
                "{answer} counts where the arrows of {body} lead. Those who act on {body} are "
                "neighbours, too."
            ),
        ),
        Wrong(
            "only who acts on it",
            arrows_in_only,
            N_(
                "{answer} counts where arrows to {body} come from. What {body} itself acts on "
                "is a neighbour, too."
            ),
        ),
    ),
    hints=(
        N_("`network` has directions and several edges for one pair. You want neither."),
        N_("`nx.Graph(network)` makes a plain graph of it, as the lesson did."),
        N_("The plain graph's `degree(...)` of one node is its number of neighbours."),
    ),
    meaning=N_(
        "{body} has {answer} neighbours in these documents. Whoever reports a degree should say "
        "what a line was: a relation, or a neighbour."
    ),
    cases=cases,
)
