"""A function that gives a graph: a part of the network, cut out by a rule that can be read."""

import networkx as nx

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, GraphOf
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(network, initiatives, field):
    simple = nx.Graph(network)
    chosen = []
    for thing in initiatives[initiatives["field"] == field]["initiative_id"]:
        if thing in simple:
            chosen += [thing, *simple.neighbors(thing)]
    part = network.copy()
    part.remove_nodes_from([node for node in network if node not in chosen])
    return part


def as_a_subgraph(network, initiatives, field):
    things = set(initiatives[initiatives["field"] == field]["initiative_id"]) & set(network)
    chosen = set(things)
    for one, other in network.edges():
        if one in things or other in things:
            chosen = chosen | {one, other}
    return network.subgraph(chosen).copy()


def initiatives_alone(network, initiatives, field):
    things = initiatives[initiatives["field"] == field]["initiative_id"].tolist()
    part = network.copy()
    part.remove_nodes_from([node for node in network if node not in things])
    return part


def spokes_alone(network, initiatives, field):
    things = initiatives[initiatives["field"] == field]["initiative_id"].tolist()
    part = nx.MultiDiGraph()
    for one, other, key in network.edges(keys=True):
        if one in things or other in things:
            part.add_edge(one, other, key)
    return part


def one_relation_a_pair(network, initiatives, field):
    simple = nx.Graph(network)
    chosen = []
    for thing in initiatives[initiatives["field"] == field]["initiative_id"]:
        if thing in simple:
            chosen += [thing, *simple.neighbors(thing)]
    part = nx.DiGraph(network)
    part.remove_nodes_from([node for node in network if node not in chosen])
    return part


def never_looks_whether_it_is_there(network, initiatives, field):
    simple = nx.Graph(network)
    chosen = []
    for thing in initiatives[initiatives["field"] == field]["initiative_id"]:
        chosen += [thing, *simple.neighbors(thing)]
    part = network.copy()
    part.remove_nodes_from([node for node in network if node not in chosen])
    return part


def who_acts_on_them(network, initiatives, field):
    chosen = []
    for thing in initiatives[initiatives["field"] == field]["initiative_id"]:
        if thing in network:
            chosen += [thing, *network.predecessors(thing)]
    part = network.copy()
    part.remove_nodes_from([node for node in network if node not in chosen])
    return part


def what_they_act_on(network, initiatives, field):
    chosen = []
    for thing in initiatives[initiatives["field"] == field]["initiative_id"]:
        if thing in network:
            chosen += [thing, *network.successors(thing)]
    part = network.copy()
    part.remove_nodes_from([node for node in network if node not in chosen])
    return part


def every_field(network, initiatives, field):  # noqa: ARG001 - that is the slip
    simple = nx.Graph(network)
    chosen = []
    for thing in initiatives["initiative_id"]:
        if thing in simple:
            chosen += [thing, *simple.neighbors(thing)]
    part = network.copy()
    part.remove_nodes_from([node for node in network if node not in chosen])
    return part


def cases(network, initiatives):
    """Fields with arrows to and from their initiatives, and ties among the neighbours."""
    found = []
    for field, rows in initiatives.groupby("field", observed=True):
        things = set(rows["initiative_id"]) & set(network)
        before = {who for thing in things for who in network.predecessors(thing)} - things
        after = {what for thing in things for what in network.successors(thing)} - things
        among = network.subgraph(before | after).number_of_edges()
        if len(things) > 1 and before - after and after - before and among:
            found.append({"field": str(field)})
    return found


def probes(network, initiatives):
    """A field without initiatives, initiatives that the network does not know, a self-loop."""
    turned = network.copy()
    turned.add_edge("speca", "speca", "r9999")
    unknown = initiatives.assign(initiative_id=initiatives["initiative_id"] + "_2")
    return [
        (N_("a field without initiatives"), {"field": "nothing"}),
        (N_("initiatives without any relation"), {"initiatives": unknown}),
        (N_("a thing tied to itself"), {"network": turned, "field": "development"}),
    ]


QUESTION = Question(
    title=N_("A rule that can be read"),
    task=N_(
        "Write a function that cuts a part out of the network by a rule. It takes `network`, "
        "`initiatives` and a field. It keeps the initiatives of that field, and everything that is "
        "tied to one of them, whatever the direction; and **all relations among what is kept**. "
        "The rest is removed from a copy. An initiative of which the network knows nothing is "
        "passed over. Try it on the field that `ex.given(5)` names."
    ),
    kind="make",
    minutes=8,
    points=4,
    taught=N_("Which part of the network is the region?"),
    answer=Function(returns=GraphOf()),
    reference=reference,
    right=(as_a_subgraph,),
    wrong=(
        Wrong(
            "the initiatives alone",
            initiatives_alone,
            N_(
                "Your function gives {answer}: the initiatives of the field without those who are "
                "tied to them. Hardly anything is tied to anything then. Who proposed them, and "
                "for where?"
            ),
        ),
        Wrong(
            "spokes without a rim",
            spokes_alone,
            N_(
                "Your function gives {answer}: the right nodes, and only the ties of the "
                "initiatives. The neighbours are tied to one another, too: *all* relations among "
                "what is kept."
            ),
        ),
        Wrong(
            "one relation for each pair",
            one_relation_a_pair,
            N_(
                "Your function gives {answer}. A `DiGraph` keeps one relation for each pair and "
                "throws the others away: who proposes a thing may support it, too. "
                "`network.copy()` keeps them all."
            ),
        ),
        Wrong(
            "only who acts on them",
            who_acts_on_them,
            N_(
                "Your function gives {answer}. It looks where arrows to the initiatives come from. "
                "What the initiatives themselves point at is tied to them, too."
            ),
        ),
        Wrong(
            "only what they act on",
            what_they_act_on,
            N_(
                "Your function gives {answer}. It looks where the arrows of the initiatives lead. "
                "Whoever proposed or supports them is tied to them, too."
            ),
        ),
        Wrong(
            "every field",
            every_field,
            N_(
                "Your function gives {answer}: the initiatives of all fields. Keep those of the "
                "field `{field}`."
            ),
        ),
        Wrong(
            "an initiative that the network does not know",
            never_looks_whether_it_is_there,
            N_(
                "On the whole network your function is right. Where the network does not know an "
                "initiative, it stops with an error: ask first, `if ... in ...`."
            ),
        ),
    ),
    hints=(
        N_("First make a list of what is kept; then remove the rest, as the lesson did."),
        N_(
            "`nx.Graph(network)` forgets directions: its `neighbors(thing)` are all that is tied "
            "to a thing. Ask first whether the thing is `in` it."
        ),
        N_(
            "In a loop add the thing and its neighbours to `chosen`. Then `network.copy()`, and "
            "`remove_nodes_from` of all nodes that are not in `chosen`."
        ),
    ),
    meaning=N_(
        "The field `{field}` by this rule: {answer}. Another rule, another picture; but whoever "
        "reads yours can say where they would cut differently."
    ),
    cases=cases,
    probes=probes,
)
