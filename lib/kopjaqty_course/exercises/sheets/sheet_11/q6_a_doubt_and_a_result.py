"""A function: how many things no longer lead to a body when one claim is left out."""

import networkx as nx

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, Number
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(network, claim, body):
    if body not in network:
        return 0
    less = network.copy()
    for who, what, row in network.edges(keys=True):
        if row == claim:
            less.remove_edge(who, what, key=row)
    return len(nx.ancestors(network, body)) - len(nx.ancestors(less, body))


def with_a_subgraph(network, claim, body):
    kept = [edge for edge in network.edges(keys=True) if edge[2] != claim]
    less = network.edge_subgraph(kept)
    before = nx.ancestors(network, body) if body in network else set()
    after = nx.ancestors(less, body) if body in less else set()
    return len(before - after)


def where_it_leads(network, claim, body):
    if body not in network:
        return 0
    less = network.copy()
    for who, what, row in network.edges(keys=True):
        if row == claim:
            less.remove_edge(who, what, key=row)
    return len(nx.descendants(network, body)) - len(nx.descendants(less, body))


def what_is_left(network, claim, body):
    if body not in network:
        return 0
    less = network.copy()
    for who, what, row in network.edges(keys=True):
        if row == claim:
            less.remove_edge(who, what, key=row)
    return len(nx.ancestors(less, body))


def one_step_only(network, claim, body):
    arriving = [row for _, what, row in network.edges(keys=True) if what == body]
    return arriving.count(claim)


def never_looks_whether_it_is_there(network, claim, body):
    less = network.copy()
    for who, what, row in network.edges(keys=True):
        if row == claim:
            less.remove_edge(who, what, key=row)
    return len(nx.ancestors(network, body)) - len(nx.ancestors(less, body))


def other_claims_struck_out_too(network, claim, body):
    if body not in network:
        return 0
    less = network.copy()
    for who, what, row in network.edges(keys=True):
        if row == claim:
            while less.has_edge(who, what):
                less.remove_edge(who, what)
    return len(nx.ancestors(network, body)) - len(nx.ancestors(less, body))


def thing_struck_out(network, claim, body):
    if body not in network:
        return 0
    less = network.copy()
    for who, _, row in network.edges(keys=True):
        if row == claim:
            less.remove_node(who)
    after = nx.ancestors(less, body) if body in less else set()
    return len(nx.ancestors(network, body)) - len(after)


def arrows_not_minded(network, claim, body):
    if body not in network:
        return 0
    less = network.copy()
    for who, what, row in network.edges(keys=True):
        if row == claim:
            less.remove_edge(who, what, key=row)
    before = nx.node_connected_component(network.to_undirected(), body)
    return len(before) - len(nx.node_connected_component(less.to_undirected(), body))


def cases(network):
    """Claims that end at a body, and without which two to nine things no longer lead there."""
    found = []
    for _, body, claim in network.edges(keys=True):
        moved = reference(network, claim, body)
        if 1 < moved < 10 and where_it_leads(network, claim, body) == 0:
            found.append({"claim": claim, "body": body})
    return found


QUESTION = Question(
    title=N_("What hangs on one claim?"),
    task=N_(
        "Write a function that takes the network, the id of a claim (a relation) and a body, and "
        "gives **how many fewer** things lead, arrow by arrow, to the body when that one claim is "
        "left out. If there is no such claim, or no such body, nothing moves. Try it on what "
        "`ex.given(6)` names."
    ),
    kind="make",
    minutes=8,
    points=3,
    taught=N_("Which of our results would fall?"),
    answer=Function(returns=Number()),
    reference=reference,
    right=(with_a_subgraph,),
    wrong=(
        Wrong(
            "direction reversed",
            where_it_leads,
            N_(
                "Your function gives {answer}. It follows the arrows *from* {body}. Asked is what "
                "leads *to* it: its `ancestors`."
            ),
        ),
        Wrong(
            "what is left, not what falls",
            what_is_left,
            N_(
                "Your function gives {answer}: so many things still lead to {body} without "
                "{claim}. How many is that fewer than before?"
            ),
        ),
        Wrong(
            "one step only",
            one_step_only,
            N_(
                "Your function gives {answer}: it sees whether the claim ends at {body}. But "
                "things lead there over several steps; whoever came by this line is cut off, too."
            ),
        ),
        Wrong(
            "arrows not minded",
            arrows_not_minded,
            N_(
                "Your function gives {answer}. It walks along the lines in any direction. Asked "
                "is what leads to {body} *with* the arrows."
            ),
        ),
        Wrong(
            "other claims struck out, too",
            other_claims_struck_out_too,
            N_(
                "Two claims may tie the same two things. Your function takes out all the lines "
                "between them, and so it takes back more than the one claim: its **key** tells it "
                "from the others."
            ),
        ),
        Wrong(
            "a thing struck out with its claim",
            thing_struck_out,
            N_(
                "Your function takes out the *thing* that the claim begins at, with all its other "
                "lines. Only the one claim is in doubt: take out its edge."
            ),
        ),
        Wrong(
            "a body that is not there",
            never_looks_whether_it_is_there,
            N_(
                "On the network itself your function is right. Asked for a body that is not there "
                "it stops with an error: look first, `if body not in ...`."
            ),
        ),
    ),
    hints=(
        N_("Count, take the line out of a copy, count again."),
        N_(
            "The id of a relation is the *key* of its edge: `network.edges(keys=True)` gives who, "
            "what and key."
        ),
        N_(
            "`less.remove_edge(who, what, key=...)` for the edge with that key; then the "
            "difference of two lengths of `nx.ancestors(...)`."
        ),
    ),
    meaning=N_(
        "Without {claim}, {answer} fewer things lead to {body}. Before you print a result, take "
        "its claims out one by one: those that move it are the ones to open and read."
    ),
    cases=cases,
    probes=lambda: [
        (N_("a claim that is not there"), {"claim": "nothing"}),
        (N_("a body that is not there"), {"body": "nothing"}),
        (N_("a claim far from the body"), {"claim": "r0199", "body": "un"}),
        (N_("a claim two steps from the body"), {"claim": "r0011", "body": "un"}),
        (N_("a claim beside another one"), {"claim": "r0103", "body": "iabs"}),
    ],
)
