"""Which shape a network has when it is drawn, and who stands out in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kopjaqty.arguments import COUNT, GRAPH, require

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["is_crowded", "layout_of", "most_connected"]

MANY = 250
"""Above this number of nodes, a network is counted by kind before it is drawn."""
MANY_ROWS = 45
"""The same for a column of a bipartite network."""


def most_connected(graph: nx.Graph, count: int = 3) -> list[str]:
    """Give the nodes with the most relations; of equals, the first in the order of the graph."""
    require(GRAPH, graph=graph)
    require(COUNT, count=count)
    return sorted(graph, key=graph.degree, reverse=True)[:count]


def layout_of(graph: nx.Graph) -> str:
    """Say how a network is drawn unless told otherwise: "oval", "columns" or "tree".

    >>> from kopjaqty.networks import build_network
    >>> layout_of(build_network()), layout_of(build_network(of="positions"))
    ('oval', 'columns')
    """
    if graph.graph.get("of") == "hierarchy":
        return "tree"
    sided = any("bipartite" in row for _node, row in graph.nodes(data=True))
    return "columns" if (sided and graph.is_directed()) or "aggregated" in graph.graph else "oval"


def is_crowded(graph: nx.Graph) -> bool:
    """Tell whether single lines would be a hairball, or rows more than a sheet has room for."""
    if "aggregated" in graph.graph or layout_of(graph) == "tree":
        return False
    sides = [row.get("bipartite") for _node, row in graph.nodes(data=True)]
    if layout_of(graph) == "columns":
        return max(sides.count(0), sides.count(1)) > MANY_ROWS
    return len(sides) > MANY
