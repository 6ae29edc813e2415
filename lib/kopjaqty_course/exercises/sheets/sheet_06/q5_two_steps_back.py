"""A function that gives a graph: what leads to a thing, in two steps."""

import networkx as nx

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, GraphOf
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(network, thing):
    thread = nx.DiGraph()
    if thing in network:
        for who, _ in network.in_edges(thing):
            thread.add_edge(who, thing)
            for further, _ in network.in_edges(who):
                thread.add_edge(further, who)
    return thread


def with_a_list_of_rows(network, thing):
    edges = list(network.edges())
    near = [edge for edge in edges if edge[1] == thing]
    who = [edge[0] for edge in near]
    thread = nx.DiGraph()
    for start, end in edges:
        if end == thing or end in who:
            thread.add_edge(start, end)
    return thread


def the_other_way(network, thing):
    thread = nx.DiGraph()
    if thing in network:
        for _, what in network.out_edges(thing):
            thread.add_edge(thing, what)
            for _, further in network.out_edges(what):
                thread.add_edge(what, further)
    return thread


def one_step_only(network, thing):
    thread = nx.DiGraph()
    if thing in network:
        for who, _ in network.in_edges(thing):
            thread.add_edge(who, thing)
    return thread


def arrows_turned_round(network, thing):
    thread = nx.DiGraph()
    if thing in network:
        for who, _ in network.in_edges(thing):
            thread.add_edge(thing, who)
            for further, _ in network.in_edges(who):
                thread.add_edge(who, further)
    return thread


def all_between_them(network, thing):
    if thing not in network:
        return nx.DiGraph()
    who = set(network.predecessors(thing))
    nodes = {thing} | who
    for one in who:
        nodes |= set(network.predecessors(one))
    return nx.DiGraph(network.subgraph(nodes))


def all_the_way_back(network, thing):
    if thing not in network:
        return nx.DiGraph()
    return nx.DiGraph(network.subgraph(nx.ancestors(network, thing) | {thing}))


def a_node_without_an_arrow(network, thing):
    thread = nx.DiGraph()
    if thing in network:
        thread.add_node(thing)
        for who, _ in network.in_edges(thing):
            thread.add_edge(who, thing)
            for further, _ in network.in_edges(who):
                thread.add_edge(further, who)
    return thread


def the_second_step_only(network, thing):
    thread = nx.DiGraph()
    if thing in network:
        for who, _ in network.in_edges(thing):
            for further, _ in network.in_edges(who):
                thread.add_edge(further, who)
    return thread


def probes(network):
    """A thing that is not there, one at which nothing arrives, one that acts on who acts on it."""
    first = next(node for node in network if network.in_degree(node) == 0)
    pairs = set(network.edges())
    mutual = next(who for who, whom in network.edges() if (whom, who) in pairs and who != whom)
    return [
        (N_("a thing that is not there"), {"thing": "nothing"}),
        (N_("a thing at which nothing arrives"), {"thing": first}),
        (N_("a thing that acts on one who acts on it"), {"thing": mutual}),
    ]


def cases(network):
    """Things at which three arrows or more arrive, after a second step, and one begins.

    Among those from which the arrows come there are further ones, which are not asked for.
    """
    found = []
    for node in network:
        near = {who for who, _ in network.in_edges(node)}
        far = {further for who in near for further, _ in network.in_edges(who)}
        leaving = network.out_degree(node) > 0
        others = all_between_them(network, node).number_of_edges()
        asked = reference(network, node).number_of_edges()
        if 2 < len(near) < 12 and far - near - {node} and leaving and asked < others:
            found.append({"thing": node})
    return found


QUESTION = Question(
    title=N_("Two steps back"),
    task=N_(
        "Write a function that takes the network and a thing, and gives a **directed graph** "
        "(`nx.DiGraph`) with all arrows that arrive at the thing, and all arrows that arrive where "
        "those begin; no other arrows, and no node without one. So a thing at which nothing "
        "arrives, or that is not in the network, gives an empty graph. Try it on the thing that "
        "`ex.given(5)` names."
    ),
    kind="make",
    minutes=8,
    points=4,
    taught=N_("Where does the thread begin?"),
    answer=Function(returns=GraphOf()),
    reference=reference,
    right=(with_a_list_of_rows,),
    wrong=(
        Wrong(
            "outwards instead of back",
            the_other_way,
            N_(
                "Your function follows the arrows that *leave* {thing}. You were asked who and "
                "what leads *to* it: `in_edges`."
            ),
        ),
        Wrong(
            "one step only",
            one_step_only,
            N_(
                "Your function gives {answer}: the first step. For each node where these arrows "
                "begin, ask again what arrives there."
            ),
        ),
        Wrong(
            "direction reversed",
            arrows_turned_round,
            N_(
                "You found the right pairs and turned them round: in your graph {thing} acts on "
                "those who act on it. From whom does an arrow lead, and to whom?"
            ),
        ),
        Wrong(
            "a node without an arrow",
            a_node_without_an_arrow,
            N_(
                "Your function gives {answer}. The arrows are right. Yet where none arrives, the "
                "task asks for an empty graph: begin with the arrows, they bring their nodes along."
            ),
        ),
        Wrong(
            "arrows of others between them",
            all_between_them,
            N_(
                "Your function gives {answer}. The nodes are right; but of the arrows between them "
                "you took all, also those that end where the second step begins. Add the arrows "
                "of the two steps, one by one."
            ),
        ),
        Wrong(
            "all the way back",
            all_the_way_back,
            N_(
                "Your function gives {answer}: everything from which some way leads to {thing}, "
                "however long. You were asked for two steps."
            ),
        ),
        Wrong(
            "the second step only",
            the_second_step_only,
            N_(
                "Your function gives {answer}: the arrows of the second step. Those that arrive "
                "at {thing} itself are asked for, too."
            ),
        ),
    ),
    hints=(
        N_("A loop in a loop: the arrows that arrive, and for each the arrows that arrive there."),
        N_("`for who, _ in network.in_edges(thing):` goes through the first step."),
        N_("In both loops `add_edge(from, to)`; before them, `if thing in network`."),
    ),
    meaning=N_(
        "Two steps back from {thing}: {answer}. A past becomes a policy by such arrows; each is a "
        "sentence that somebody said, with a passage that you can open."
    ),
    cases=cases,
    probes=probes,
)
