"""Names: what stays in one community with a thing, whatever the dice say."""

import networkx as nx

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Names
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(network, thing):
    simple = nx.Graph(network)
    together = set(simple)
    for seed in range(20):
        for group in nx.community.louvain_communities(simple, seed=seed):
            if thing in group:
                together = together & set(group)
    return together - {thing}


def by_counting_runs(network, thing):
    simple = nx.Graph(network)
    runs = dict.fromkeys(simple, 0)
    for seed in range(20):
        for group in nx.community.louvain_communities(simple, seed=seed):
            for node in group:
                if thing in group and node != thing:
                    runs[node] += 1
    return [node for node, n in runs.items() if n == 20]


def one_run(network, thing):
    simple = nx.Graph(network)
    for group in nx.community.louvain_communities(simple, seed=0):
        if thing in group:
            together = set(group)
    return together - {thing}


def in_any_run(network, thing):
    simple = nx.Graph(network)
    together = set()
    for seed in range(20):
        for group in nx.community.louvain_communities(simple, seed=seed):
            if thing in group:
                together = together | set(group)
    return together - {thing}


def with_itself(network, thing):
    simple = nx.Graph(network)
    together = set(simple)
    for seed in range(20):
        for group in nx.community.louvain_communities(simple, seed=seed):
            if thing in group:
                together = together & set(group)
    return together


def with_directions(network, thing):
    together = set(network)
    for seed in range(20):
        for group in nx.community.louvain_communities(network, seed=seed):
            if thing in group:
                together = together & set(group)
    return together - {thing}


def its_neighbours(network, thing):
    return set(nx.Graph(network).neighbors(thing))


def cases(network):
    """Things not far from the region whose groups differ by run, around a firm core.

    The core is another one where ties have directions: else the slip would not show.
    """
    simple = nx.Graph(network)
    firm = {node: set(simple) - {node} for node in simple}
    other = {node: set(simple) - {node} for node in simple}
    once, ever = {}, {node: set() for node in simple}
    for seed in range(20):
        for group in nx.community.louvain_communities(simple, seed=seed):
            for node in group:
                firm[node] &= group
                ever[node] |= group - {node}
                once.setdefault(node, group - {node})
        for group in nx.community.louvain_communities(network, seed=seed):
            for node in group:
                other[node] &= group
    kinds = ("centre", "forum", "group", "initiative", "mission", "observance", "organization")
    kinds = (*kinds, "process", "programme", "region", "session", "site", "treaty")
    simple.remove_nodes_from(["kazakhstan", "un"])
    near = nx.single_source_shortest_path_length(simple, "central_asia", 5)
    near |= nx.single_source_shortest_path_length(simple, "central_asian_states", 5)
    return [
        {"thing": node}
        for node in sorted(near)
        if network.nodes[node]["kind"] in kinds
        and 2 < len(firm[node]) < 16
        and firm[node] not in (once[node], ever[node], other[node], set(simple.neighbors(node)))
        and once[node] not in (ever[node], set(simple.neighbors(node)))
    ]


QUESTION = Question(
    title=N_("Whatever the dice say"),
    task=N_(
        "Take the whole network, without directions (`nx.Graph(network)`). Look for communities "
        "by Louvain with the seeds 0 to 19, as the lesson did. Which things are in **one group** "
        "with the thing that `ex.given(3)` names **in every run**? Give their ids, without the "
        "thing itself."
    ),
    kind="compute",
    minutes=7,
    points=3,
    taught=N_("Are there communities?"),
    answer=Names(),
    reference=reference,
    right=(by_counting_runs,),
    wrong=(
        Wrong(
            "one run taken for the result",
            one_run,
            N_(
                "You have: {answer}. With seed 0 these are together with `{thing}`. Another seed, "
                "and some of them are gone: roll the other nineteen times as well."
            ),
        ),
        Wrong(
            "together once taken for together always",
            in_any_run,
            N_(
                "You have: {answer}. Each of them is with `{thing}` in *some* run. Which sign, `|` "
                "or `&`, keeps only what is in both sets?"
            ),
        ),
        Wrong(
            "the thing itself kept",
            with_itself,
            N_(
                "You have: {answer}. Everything is in one group with itself; take `{thing}` out at "
                "the end."
            ),
        ),
        Wrong(
            "with directions and double ties",
            with_directions,
            N_(
                "You have: {answer}. Did you give Louvain the network as it is, with directions, "
                "or with several ties between two? The question is about the plain graph. (And a "
                "set that is empty at the start stays empty with `&`.)"
            ),
        ),
        Wrong(
            "neighbours taken for a community",
            its_neighbours,
            N_(
                "You have: {answer}. These are tied to `{thing}`. A tie does not put two into one "
                "group, and in one group not everyone is tied to everyone."
            ),
        ),
    ),
    hints=(
        N_("In each run, one of the groups contains your thing. Which sets are to be met?"),
        N_(
            "Begin with all nodes, `together = set(simple)`. In each run cut it down to the group "
            "that contains the thing."
        ),
        N_(
            "Two loops: seeds, and the groups of that seed. If the thing is in the group: "
            "`together = together & set(group)`. At the end take away the thing."
        ),
    ),
    meaning=N_(
        "Firmly with `{thing}`, in all runs: {answer}. That is a finding about ties that five "
        "documents state. A single run would have told you more, and part of it by chance."
    ),
    cases=cases,
)
