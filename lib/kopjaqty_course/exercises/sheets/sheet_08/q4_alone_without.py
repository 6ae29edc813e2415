"""Parsons: lines that find what has no tie left when a hub is taken out."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Names, Parsons
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return ["e", "b", "g", "c"]


def as_a_word():
    return "ebgc"


def one_tie_in_the_whole():
    return ["e", "b", "a"]


def one_tie_left():
    return ["e", "b", "g", "a"]


def all_neighbours():
    return ["e", "b", "d"]


def hub_kept():
    return ["e", "b", "c"]


def neighbours_removed():
    return ["e", "b", "f", "c"]


def cases(network):
    """Hubs to which two things or more are tied alone, and others not alone."""
    import networkx as nx

    simple = nx.Graph(network)
    found = []
    for node in simple:
        alone = [other for other in simple.neighbors(node) if simple.degree(other) == 1]
        if 1 < len(alone) < simple.degree(node) - 1:
            found.append({"hub": node})
    return sorted(found, key=lambda case: case["hub"])


QUESTION = Question(
    title=N_("Told from one side"),
    task=N_(
        "Put lines together to a function that takes the network and a hub, and gives the things "
        "that have **no tie left** when the hub is taken out. You need four of the seven lines. "
        "It must not stop with an error when the hub is not in the network. It is tried on the "
        "hub that `ex.given(4)` names, and on others."
    ),
    kind="modify",
    minutes=5,
    points=2,
    taught=N_("What if the hub is taken out?"),
    answer=Parsons(
        returns=Names(),
        lines={
            "a": "    return [node for node in simple if simple.degree(node) == 1]",
            "b": "    simple = nx.Graph(network)",
            "c": "    return [node for node in simple if simple.degree(node) == 0]",
            "d": "    return [node for node in simple if simple.has_edge(node, hub)]",
            "e": "def alone_without(network, hub):",
            "f": "    simple.remove_nodes_from(list(simple.neighbors(hub)))",
            "g": "    simple.remove_nodes_from([hub])",
        },
    ),
    reference=reference,
    right=(as_a_word,),
    wrong=(
        Wrong(
            "one tie in all, whoever it leads to",
            one_tie_in_the_whole,
            N_(
                "Your function gives {answer}: all that have a single tie in the whole network, "
                "whoever it leads to. The hub has to go first; then ask who has none left."
            ),
        ),
        Wrong(
            "one tie left instead of none",
            one_tie_left,
            N_(
                "Your function gives {answer}: these still have a tie when the hub is gone. You "
                "look for those that have none."
            ),
        ),
        Wrong(
            "all neighbours taken for dependents",
            all_neighbours,
            N_(
                "Your function gives {answer}: all that are tied to the hub. Many of them have "
                "other ties as well, and would stay."
            ),
        ),
        Wrong(
            "the hub never taken out",
            hub_kept,
            N_(
                "Your function gives {answer}. As long as the hub is there, everything has a tie; "
                "once it is gone, nobody has a tie *to it*. Which line takes it out, and what do "
                "you ask for after that?"
            ),
        ),
        Wrong(
            "the neighbours taken out, not the hub",
            neighbours_removed,
            N_(
                "Your function takes out the *neighbours* of the hub and gives {answer}. It is the "
                "hub that has to go; its neighbours are those you ask about."
            ),
        ),
    ),
    hints=(
        N_("The line with `def` comes first, a line with `return` last."),
        N_("Between them: a plain graph is made, and something is taken out of it."),
        N_("Take the hub out, not its neighbours; then give back whoever has the degree 0."),
    ),
    meaning=N_(
        "Without `{hub}` these stand alone: {answer}. They may be strong in the world. In these "
        "documents one single neighbour speaks for them."
    ),
    cases=cases,
    probes=lambda: [(N_("a hub that is not there"), {"hub": "nothing"})],
)
