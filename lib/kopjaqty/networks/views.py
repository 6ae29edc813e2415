"""Networks made of networks: counted by kind, projected onto one side, without one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain, combinations
from typing import TYPE_CHECKING, Any

from kopjaqty.arguments import FUNCTION, RELATIONS, allow, one_of, require, wrong
from kopjaqty.errors import KopjaqtyError, Problem, shown
from kopjaqty.language import LANGUAGES, N_, _, localized
from kopjaqty.networks.edges import STATED
from kopjaqty.style.look import Look, look_of

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

__all__ = ["aggregate", "leave_one_out", "project"]

BIPARTITE_SIDES = {"event": "events", "matter": "topics", "source": "documents"}
WEIGHTS = ("shared", "newman")

Numbers = Callable[["nx.MultiDiGraph"], Mapping[str, float | None]]


def project(graph: nx.MultiDiGraph, onto: str, *, weight: str = "shared") -> nx.Graph:
    """Tie the nodes of one side that share something on the other.

    Parameters
    ----------
    graph
        A bipartite network: of participation, positions or mentions.
    onto
        The side that stays: "entities", "events", "topics" or "documents".
    weight
        "shared": the number of nodes on the other side that both are tied to. "newman": each of
        these counts 1 / (k - 1), where k nodes are tied to it: a talk of two weighs more than
        an assembly of all (M. E. J. Newman, Physical Review E 64, 016132, 2001).

    Returns
    -------
    networkx.Graph
        Undirected; nodes as in `graph`. Edges: weight, shared (the nodes of the other side),
        edges (keys of the rows it comes from), documents and evidence (tuples of ids).
        `graph.graph["weight"]` says in words what a weight counts.
        Sharing a topic or a document is not a relation, let alone agreement.

    Raises
    ------
    KopjaqtyError
        The network is not bipartite.
    UnknownName
        It has no such side, or there is no such weight.

    Examples
    --------
    >>> from kopjaqty.networks import build_network
    >>> spoke = project(build_network(of="positions"), "entities")
    >>> tie = spoke.edges["kazakhstan", "tokayev"]
    >>> tie["weight"] == len(tie["shared"])
    True
    """
    import networkx as nx

    require(RELATIONS, graph=graph)
    side = _side(graph, onto)
    one_of(N_("There is no such weight."), WEIGHTS, weight)
    # Not graph.to_undirected(): the order of what it holds depends on the hashes of strings.
    neighbours = graph.pred if side == 0 else graph.succ
    order = {node: n for n, node in enumerate(graph)}
    ties: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for middle, row in graph.nodes(data=True):
        if row["bipartite"] != side:
            tied = sorted(neighbours[middle], key=order.__getitem__)
            share = 1 if weight == "shared" else 1 / max(1, len(tied) - 1)
            for pair in combinations(tied, 2):
                ties.setdefault(pair, []).append((middle, share))
    projected: nx.Graph = nx.Graph()
    projected.add_nodes_from(
        (n, dict(row)) for n, row in graph.nodes(data=True) if row["bipartite"] == side
    )
    for pair, shared in ties.items():
        projected.add_edge(*pair, **_tie(neighbours, pair, shared))
    stating = set(chain.from_iterable(e["documents"] for *_ends, e in projected.edges(data=True)))
    explanations = {
        "shared": _("A weight counts what both are tied to, each once."),
        "newman": _("What both are tied to counts 1 / (k - 1), where k are tied to it."),
    }
    projected.graph |= {
        "of": "projection",
        "built_from": graph.graph.get("of", ""),
        "onto": onto,
        "documents": tuple(d for d in graph.graph.get("documents", ()) if d in stating),
        "weight": explanations[weight],
    }
    projected.graph |= {key: graph.graph[key] for key in ("data",) if key in graph.graph}
    return projected


def _side(graph: nx.MultiDiGraph, onto: str) -> int:
    """Say which side of a bipartite network has that name: 0 or 1."""
    sides: dict[str, int] = {}
    for _node, row in graph.nodes(data=True):
        if "bipartite" in row:
            sides[BIPARTITE_SIDES.get(row["kind"], "entities")] = row["bipartite"]
    if len(sides) < 2:
        what = _("Only a bipartite network has sides: of participation, positions or mentions.")
        raise KopjaqtyError(Problem(what, value=shown(graph)))
    one_of(N_("The network has no such side."), sides, onto)
    return sides[onto]


def _tie(neighbours: Any, pair: tuple[str, str], shared: list[tuple[str, float]]) -> dict[str, Any]:
    """Give the attributes of a tie by what its ends share."""
    rows = [
        (key, edge)
        for middle, _share in shared
        for node in pair
        for key, edge in neighbours[middle][node].items()
    ]
    return {
        "weight": sum(share for _middle, share in shared),
        "shared": tuple(middle for middle, _share in shared),
        "edges": tuple(key for key, _edge in rows),
        "documents": _joined(edge["documents"] for _key, edge in rows),
        "evidence": _joined(edge["evidence"] for _key, edge in rows),
    }


def _joined(parts: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Join ids, each once, in the order in which they came."""
    return tuple(dict.fromkeys(chain.from_iterable(parts)))


def aggregate(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Count a network by kind: what to draw where single lines would be a hairball.

    Parameters
    ----------
    graph
        From `build_network` or `ego_network`.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes: groups of kinds of entities ("bodies", "texts" …), types of events; topics and
        documents stay. They have kind, name and members (ids). One edge from each to each,
        with weight (the number of edges it stands for), edges (their keys), status (where all
        have the same, else "stated"), documents and evidence. `graph.graph["aggregated"]`:
        how many nodes and edges it was made of.

    Examples
    --------
    >>> from kopjaqty.networks import build_network
    >>> counted = aggregate(build_network())
    >>> counted.edges["bodies", "bodies", "bodies>bodies"]["weight"] > 0
    True
    """
    import networkx as nx

    require(RELATIONS, graph=graph)
    counted: nx.MultiDiGraph = nx.MultiDiGraph(**graph.graph)
    counted.graph["aggregated"] = (len(graph), graph.number_of_edges())
    home: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    look = look_of(graph)
    for node, row in graph.nodes(data=True):
        home[node], attributes = _class_of(node, row, look)
        members.setdefault(home[node], []).append(node)
        counted.add_node(home[node], **attributes)
    nx.set_node_attributes(counted, {n: tuple(nodes) for n, nodes in members.items()}, "members")
    ties: dict[tuple[str, str], list[tuple[str, dict[str, Any]]]] = {}
    for u, v, key, edge in graph.edges(keys=True, data=True):
        ties.setdefault((home[u], home[v]), []).append((key, edge))
    for (u, v), rows in ties.items():
        statuses = {edge.get("status", STATED) for _key, edge in rows}
        counted.add_edge(
            u,
            v,
            key=f"{u}>{v}",
            weight=len(rows),
            edges=tuple(key for key, _edge in rows),
            status=statuses.pop() if len(statuses) == 1 else STATED,
            date="",
            documents=_joined(edge["documents"] for _key, edge in rows),
            evidence=_joined(edge["evidence"] for _key, edge in rows),
        )
    return counted


def _class_of(node: str, row: Mapping[str, Any], look: Look) -> tuple[str, dict[str, Any]]:
    """Say what a node is counted under, and give the attributes of that."""
    side = {"bipartite": row["bipartite"]} if "bipartite" in row else {}
    if "type" in row:
        names = {f"name_{code}": row[f"type_{code}"] for code in LANGUAGES}
        return f"type:{row['type']}", {
            "kind": row["kind"],
            "name": localized(names, "name"),
            **names,
            **side,
        }
    if look.is_side(row["kind"]):
        return node, dict(row)
    group = look.group_of(row["kind"])
    kind = next(iter(group.kinds), row["kind"])
    return group.name, {"kind": kind, "name": group.title, "group": group.name, **side}


def leave_one_out(graph: nx.MultiDiGraph, numbers: Numbers | None = None) -> pd.DataFrame:
    """Take away one document at a time and say which numbers change.

    An edge stays if another document states it too; a node stays if an edge of it does.

    Parameters
    ----------
    graph
        From `build_network` or `ego_network`.
    numbers
        A function that gives a network's numbers by name; None is a number that is not there.
        Without it: nodes, edges, components (that nothing ties to one another), density, and
        the highest degree.

    Returns
    -------
    pandas.DataFrame
        A row for each document and number: left_out (document_id), number (text), all, without
        and change (Float64; missing where there is no number). What the documents do not say
        is not thereby untrue.

    Examples
    --------
    >>> from kopjaqty.networks import build_network
    >>> table = leave_one_out(build_network())
    >>> table.columns.to_list()
    ['left_out', 'number', 'all', 'without', 'change']
    """
    import pandas as pd

    require(RELATIONS, graph=graph)
    allow(FUNCTION, numbers=numbers)
    count = numbers or _numbers
    before = count(graph)
    if not isinstance(before, Mapping):
        raise wrong("numbers", numbers, _(FUNCTION.expected))
    rows = []
    for document in graph.graph.get("documents", ()):
        after = count(_without(graph, document))
        rows += [(document, name, before[name], after.get(name)) for name in before]
    table = pd.DataFrame(rows, columns=["left_out", "number", "all", "without"])
    table = table.astype({"left_out": "str", "number": "str", "all": "Float64"})
    table["without"] = table["without"].astype("Float64")
    table["change"] = table["without"] - table["all"]
    return table


def _without(graph: nx.MultiDiGraph, document: str) -> nx.MultiDiGraph:
    """Copy what the other documents state; `documents` no longer names this one."""
    import networkx as nx

    edges = [
        (u, v, key, edge)
        for u, v, key, edge in graph.edges(keys=True, data=True)
        if set(edge["documents"]) - {document}
    ]
    ends = {node for edge in edges for node in edge[:2]}
    rest: nx.MultiDiGraph = nx.MultiDiGraph(**graph.graph)
    rest.graph["documents"] = tuple(d for d in graph.graph["documents"] if d != document)
    rest.add_nodes_from((n, dict(row)) for n, row in graph.nodes(data=True) if n in ends)
    for u, v, key, edge in edges:
        others = tuple(d for d in edge["documents"] if d != document)
        rest.add_edge(u, v, key=key, **(edge | {"documents": others}))
    return rest


def _numbers(graph: nx.MultiDiGraph) -> dict[str, float | None]:
    import networkx as nx

    return {
        "nodes": len(graph),
        "edges": graph.number_of_edges(),
        "components": nx.number_weakly_connected_components(graph) if graph else 0,
        "density": nx.density(graph) if graph else None,
        "highest_degree": max((degree for _node, degree in graph.degree()), default=None),
    }
