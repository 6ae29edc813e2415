"""A function that gives a graph: the relations that touch an initiative, and no others."""

import networkx as nx

import kopjaqty as kq
from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, GraphOf
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(network, initiative):
    story = network.copy()
    others = [edge for edge in network.edges(keys=True) if initiative not in edge[:2]]
    story.remove_edges_from(others)
    story.remove_nodes_from(list(nx.isolates(story)))
    return story


def built_from_nothing(network, initiative):
    story = nx.MultiDiGraph()
    for who, what, row in network.edges(keys=True):
        if initiative in (who, what):
            story.add_edge(who, what, key=row)
    return story


def one_line_for_a_pair(network, initiative):
    story = nx.DiGraph()
    for who, what in network.edges():
        if initiative in (who, what):
            story.add_edge(who, what)
    return story


def with_ties_among_neighbours(network, initiative):
    return kq.ego_network(network, initiative)


def lonely_nodes_kept(network, initiative):
    story = network.copy()
    others = [edge for edge in network.edges(keys=True) if initiative not in edge[:2]]
    story.remove_edges_from(others)
    return story


def only_what_leads_there(network, initiative):
    story = nx.MultiDiGraph()
    story.add_edges_from(network.in_edges(initiative))
    return story


def only_what_leads_away(network, initiative):
    story = nx.MultiDiGraph()
    story.add_edges_from(network.out_edges(initiative))
    return story


def cases(network, initiatives):
    """Initiatives with three arrows at least, both ways, and ties among their neighbours."""
    found = []
    for initiative in initiatives["initiative_id"]:
        if initiative not in network:
            continue
        into, out = network.in_degree(initiative), network.out_degree(initiative)
        ego = kq.ego_network(network, initiative).number_of_edges()
        if into and out and into + out > 2 and ego > into + out:
            found.append({"initiative": str(initiative)})
    return found


QUESTION = Question(
    title=N_("Nothing but the story"),
    task=N_(
        "**Figure.** A picture must tell of the same rows as the table. Write a function that "
        "takes the network and an initiative, and gives the graph for the picture: all relations "
        "that touch the initiative, at either end, and **no others**; no node without a line. Try "
        "it on the initiative that `ex.given(5)` names, and look at what it gives with "
        "`kq.draw_network`."
    ),
    kind="make",
    minutes=7,
    points=2,
    taught=N_("How do I show the evidence?"),
    answer=Function(returns=GraphOf()),
    reference=reference,
    right=(built_from_nothing,),
    wrong=(
        Wrong(
            "ties among the neighbours kept",
            with_ties_among_neighbours,
            N_(
                "Your function gives {answer}: the whole ego network. Ties that its neighbours "
                "have among themselves are no part of the table, and not of this story."
            ),
        ),
        Wrong(
            "lonely nodes kept",
            lonely_nodes_kept,
            N_(
                "Your function gives {answer}. The lines are right, but whoever has lost all lines "
                "is still there, a dot without a claim. What does the lesson do with such isolates?"
            ),
        ),
        Wrong(
            "only what leads there",
            only_what_leads_there,
            N_(
                "Your function gives {answer}: the arrows that end at {initiative}. What it does "
                "itself, or belongs to, begins there."
            ),
        ),
        Wrong(
            "only what leads away",
            only_what_leads_away,
            N_(
                "Your function gives {answer}: the arrows that begin at {initiative}. Who proposed "
                "it, or adopted it, is not among them."
            ),
        ),
        Wrong(
            "two claims made one",
            one_line_for_a_pair,
            N_(
                "Your function is nearly right. Where two relations tie the same two things (think "
                "of `iabs`), your graph keeps only one of them, and the table has both. Which "
                "graph of networkx has room for several lines between two nodes?"
            ),
        ),
    ),
    hints=(
        N_("Work on a copy, and take out what does not belong to the story."),
        N_(
            "`network.edges(keys=True)` gives who, what and key; at which of these may the "
            "initiative stand?"
        ),
        N_(
            "`remove_edges_from` a list of all edges of which it is neither end; then "
            "`remove_nodes_from(list(nx.isolates(...)))`."
        ),
    ),
    meaning=N_(
        "You have {answer}, as many lines as the table has rows. A reader who finds a line without "
        "a row, or a row without a line, believes neither."
    ),
    cases=cases,
    probes=lambda: [
        (N_("a thing that is not there"), {"initiative": "nothing"}),
        (N_("two relations between the same two"), {"initiative": "iabs"}),
    ],
)
