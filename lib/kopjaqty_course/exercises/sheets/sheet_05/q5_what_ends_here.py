"""A figure: what the lines are that end at a body."""

import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import FigureOf
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(network, body):
    labels = [edge["label"] for _, _, edge in network.in_edges(body, data=True)]
    _, ax = plt.subplots(layout="constrained")
    pd.Series(labels).value_counts().plot.barh(ax=ax)
    ax.set_xlabel("relations")
    return ax


def with_bars(network, body):
    labels = [edge["label"] for _, _, edge in network.in_edges(body, data=True)]
    counts = pd.Series(labels).value_counts()
    _, ax = plt.subplots(layout="constrained")
    ax.bar(counts.index, counts)
    ax.set_ylabel("relations")
    return ax


def what_begins_here(network, body):
    labels = [edge["label"] for _, _, edge in network.out_edges(body, data=True)]
    _, ax = plt.subplots(layout="constrained")
    pd.Series(labels).value_counts().plot.barh(ax=ax)
    ax.set_xlabel("relations")
    return ax


def the_whole_network(network):
    labels = [edge["label"] for _, _, edge in network.edges(data=True)]
    _, ax = plt.subplots(layout="constrained")
    pd.Series(labels).value_counts().plot.barh(ax=ax)
    ax.set_xlabel("relations")
    return ax


def shares(network, body):
    labels = [edge["label"] for _, _, edge in network.in_edges(body, data=True)]
    counts = pd.Series(labels).value_counts()
    _, ax = plt.subplots(layout="constrained")
    (counts / counts.sum()).plot.barh(ax=ax)
    ax.set_xlabel("share of relations")
    return ax


def both_ends(network, body):
    ends = network.edges(data="label")
    labels = [label for start, end, label in ends if body in (start, end)]
    _, ax = plt.subplots(layout="constrained")
    pd.Series(labels).value_counts().plot.barh(ax=ax)
    ax.set_xlabel("relations")
    return ax


def predicates(network, body):
    names = [edge["predicate"] for _, _, edge in network.in_edges(body, data=True)]
    _, ax = plt.subplots(layout="constrained")
    pd.Series(names).value_counts().plot.barh(ax=ax)
    ax.set_xlabel("relations")
    return ax


def one_for_each_neighbour(network, body):
    edges = nx.DiGraph(network).in_edges(body, data=True)
    labels = [edge["label"] for _, _, edge in edges]
    _, ax = plt.subplots(layout="constrained")
    pd.Series(labels).value_counts().plot.barh(ax=ax)
    ax.set_xlabel("relations")
    return ax


def cases(network):
    """Things at which relations of three sorts or more end, two of one neighbour, and some begin.

    Labels of more than one word tell them from predicates.
    """
    found = []
    for node in network:
        ending = [label for _, _, label in network.in_edges(node, data="label")]
        starting = [label for _, _, label in network.out_edges(node, data="label")]
        several = len(ending) > len(set(network.predecessors(node)))
        words = any(" " in label for label in ending)
        if len(ending) > 3 and len(set(ending)) > 2 and starting and several and words:
            found.append({"body": node})
    return found


QUESTION = Question(
    title=N_("Read the lines before you count them"),
    task=N_(
        "Draw a bar chart for the body that `ex.given(5)` names: a bar for each **label** of the "
        "relations that **end** there, as long as there are such relations. Give the axis of "
        "values a label. Hand over the Axes."
    ),
    kind="make",
    minutes=7,
    points=3,
    taught=N_("What are these neighbours?"),
    answer=FigureOf("bars"),
    reference=reference,
    right=(with_bars,),
    wrong=(
        Wrong(
            "direction reversed",
            what_begins_here,
            N_(
                "Your bars show what {body} does: relations that *begin* there. Asked is what is "
                "said of it: relations that end there."
            ),
        ),
        Wrong(
            "the whole network",
            the_whole_network,
            N_("Your bars count all relations of the network. Keep those that end at {body}."),
        ),
        Wrong(
            "shares instead of numbers",
            shares,
            N_(
                "Your bars are shares. With so few relations, show how many there are: a share of "
                "five hides that it was five."
            ),
        ),
        Wrong(
            "arrows of both directions",
            both_ends,
            N_(
                "Your bars count the relations that begin at {body} as well ({answer}). Keep those "
                "that end there."
            ),
        ),
        Wrong(
            "predicates instead of labels",
            predicates,
            N_(
                "The numbers are right, the names are not: you counted `predicate`, the term of "
                "the data. The words for readers stand in `label`."
            ),
        ),
        Wrong(
            "one relation for each neighbour",
            one_for_each_neighbour,
            N_(
                "Your bars have {answer}. A graph with one line for a pair has forgotten the "
                "second relation of the same two. Ask `network` itself, which keeps them all."
            ),
        ),
    ),
    hints=(
        N_("The lesson did it for the United Nations, as a table."),
        N_("`network.in_edges(body, data=True)` gives who, what and the edge's dictionary."),
        N_("Make a list of the labels, a `pd.Series` of it, `value_counts()`, and plot bars."),
    ),
    meaning=N_(
        "Now one sees what the degree of {body} is made of. Lines that only say where a thing "
        "belongs weigh as much in it as lines that say what somebody did."
    ),
    cases=cases,
)
