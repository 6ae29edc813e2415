"""A function: into how many more pieces a network falls without one of its nodes."""

import networkx as nx

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, Number
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(network, node):
    plain = nx.Graph(network)
    before = nx.number_connected_components(plain)
    if node in plain:
        plain.remove_node(node)
    return nx.number_connected_components(plain) - before


def with_weak_components(network, node):
    rest = network.copy()
    before = nx.number_weakly_connected_components(rest)
    rest.remove_nodes_from([node])
    return nx.number_weakly_connected_components(rest) - before


def pieces_after(network, node):
    plain = nx.Graph(network)
    if node in plain:
        plain.remove_node(node)
    return nx.number_connected_components(plain)


def its_neighbours(network, node):
    plain = nx.Graph(network)
    return plain.degree(node) if node in plain else 0


def never_looks_whether_it_is_there(network, node):
    plain = nx.Graph(network)
    before = nx.number_connected_components(plain)
    plain.remove_node(node)
    return nx.number_connected_components(plain) - before


def never_fewer(network, node):
    plain = nx.Graph(network)
    before = nx.number_connected_components(plain)
    plain.remove_nodes_from([node])
    return max(0, nx.number_connected_components(plain) - before)


def before_minus_after(network, node):
    plain = nx.Graph(network)
    before = nx.number_connected_components(plain)
    plain.remove_nodes_from([node])
    return before - nx.number_connected_components(plain)


def cases(network):
    """Nodes without which the network falls into more pieces, but not into as many as lines."""
    plain = nx.Graph(network)
    before = nx.number_connected_components(plain)
    found = []
    for node in nx.articulation_points(plain):
        rest = plain.copy()
        rest.remove_node(node)
        more = nx.number_connected_components(rest) - before
        if more > 0 and plain.degree(node) > 4 and more != plain.degree(node):
            found.append({"node": node})
    return sorted(found, key=lambda case: case["node"])


def probes(network):
    """A node that is not there, one that stands alone, one at the end of a line."""
    alone = network.copy()
    alone.add_node("alone")
    ends = [node for node, degree in nx.Graph(network).degree() if degree == 1]
    return [
        (N_("a node that is not there"), {"node": "nothing"}),
        (N_("a node without any line"), {"network": alone, "node": "alone"}),
        (N_("a node at the end of a line"), {"node": ends[0]}),
    ]


QUESTION = Question(
    title=N_("What falls apart?"),
    task=N_(
        "Write a function that takes the network and a node, and gives **how many more** pieces "
        "the plain network has when that node is taken out. If the node is not in the network, "
        "nothing changes; if there are fewer pieces afterwards, the number is below zero. Try it "
        "on the node that `ex.given(6)` names."
    ),
    kind="make",
    minutes=8,
    points=4,
    taught=N_("Is Kazakhstan central because we looked there?"),
    answer=Function(returns=Number()),
    reference=reference,
    right=(with_weak_components,),
    wrong=(
        Wrong(
            "the pieces after, not how many more",
            pieces_after,
            N_(
                "Your function gives {answer}: so many pieces there are afterwards. But the "
                "network was in several pieces before. How many *more* are there?"
            ),
        ),
        Wrong(
            "fewer pieces taken for none",
            never_fewer,
            N_(
                "Nearly. A node without any line is a piece of its own: take it out, and there is "
                "one piece **fewer**. Your function gives {answer} for it."
            ),
        ),
        Wrong(
            "before minus after",
            before_minus_after,
            N_(
                "Your function gives {answer}: the sign is turned. If there are more pieces "
                "afterwards, the number asked for is above zero."
            ),
        ),
        Wrong(
            "neighbours instead of pieces",
            its_neighbours,
            N_(
                "Your function gives {answer}, the number of neighbours of {node}. Most neighbours "
                "have other ways to one another; only those that have none fall off."
            ),
        ),
        Wrong(
            "a node that is not there",
            never_looks_whether_it_is_there,
            N_(
                "On the network itself your function is right. Asked for a node that is not "
                "there, it stops with an error: look first, `if node in ...`."
            ),
        ),
    ),
    hints=(
        N_("Count the pieces, take the node out, count again."),
        N_("`nx.number_connected_components` wants a plain graph: `nx.Graph(network)`."),
        N_("Remove the node only `if node in plain`; give back the second count minus the first."),
    ),
    meaning=N_(
        "Pieces more without {node}: {answer}. That is a better measure of what "
        "hangs on a node than its degree; and what hangs on it, hangs on what the texts tell."
    ),
    cases=cases,
    probes=probes,
)
