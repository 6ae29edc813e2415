"""A network: a networkx graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kopjaqty.language import _, ngettext
from kopjaqty_course.exercises.answers.base import Answer
from kopjaqty_course.exercises.answers.plain import Plain, cell, shown

__all__ = ["GraphOf"]


@dataclass(frozen=True)
class GraphOf(Answer):
    """A graph: its nodes and its edges, by their ids. Attributes of edges do not count.

    `directed`: from whom to whom counts, and the graph must be a directed one.
    `keyed`: the keys of edges count, and there must be room for several edges of a pair.
    """

    directed: bool = True
    keyed: bool = False

    def wants(self) -> str:
        if self.keyed:
            kind = "MultiDiGraph" if self.directed else "MultiGraph"
            return _("a {kind}, with a key for each edge").format(kind=kind)
        if self.directed:
            return _("a directed graph (DiGraph or MultiDiGraph)")
        return _("an undirected graph (Graph or MultiGraph)")

    def read(self, value: Any) -> Plain:
        import networkx as nx

        kinds = (nx.DiGraph, nx.MultiDiGraph) if self.directed else (nx.Graph, nx.MultiGraph)
        if type(value) not in (kinds[1:] if self.keyed else kinds):
            raise self.refuse(value)
        edges = value.edges(keys=True) if self.keyed else value.edges()
        ends = [tuple(map(cell, edge)) for edge in edges]
        if not self.directed:
            ends = [(*sorted(edge[:2], key=str), *edge[2:]) for edge in ends]
        nodes = sorted((cell(node) for node in value.nodes()), key=repr)
        return tuple(nodes), tuple(sorted(ends, key=repr))

    def differ(self, got: Plain, wanted: Plain) -> str:
        (nodes, edges), (right_nodes, right_edges) = got, wanted
        if self.directed and edges and edges != right_edges:
            turned = tuple(sorted(((e[1], e[0], *e[2:]) for e in edges), key=repr))
            if turned == right_edges:
                return _("Every edge runs the other way: who is the subject, who the object?")
        if self.keyed and edges != right_edges and self.agree(got, wanted):
            key = next(edge[2] for edge in _without(edges, right_edges))
            return _("The edges are right, their keys are not: one of yours is {key}.").format(
                key=shown(key)
            )
        sentences = [
            *_surplus(edges, right_edges, _("This edge does not belong here: {item}.")),
            *_doubled(edges, right_edges),
            *_surplus(nodes, right_nodes, _("This node does not belong here: {item}.")),
        ]
        if missing := len(_without(right_edges, edges)):
            words = ngettext("{n} edge is missing.", "{n} edges are missing.", missing)
            sentences.append(words.format(n=missing))
        if missing := len(_without(right_nodes, nodes)):
            words = ngettext("{n} node is missing.", "{n} nodes are missing.", missing)
            sentences.append(words.format(n=missing))
        return " ".join(sentences)

    def agree(self, got: Plain, wrong: Plain) -> bool:
        """A named mistake is the same whatever the keys are."""
        return got[0] == wrong[0] and _ends(got[1]) == _ends(wrong[1])

    def show(self, got: Plain) -> str:
        nodes, edges = len(got[0]), len(got[1])
        return _("a graph with {nodes} and {edges}").format(
            nodes=ngettext("{n} node", "{n} nodes", nodes).format(n=nodes),
            edges=ngettext("{n} edge", "{n} edges", edges).format(n=edges),
        )


def _ends(edges: Plain) -> list[Plain]:
    """Edges by their ends, without their keys."""
    return sorted((edge[:2] for edge in edges), key=repr)


def _without(items: Plain, others: Plain) -> list[Plain]:
    """Items left over when each of the others takes away one that is equal to it."""
    left = list(items)
    for other in others:
        if other in left:
            left.remove(other)
    return left


def _doubled(edges: Plain, right: Plain) -> list[str]:
    """Name an edge that is right, but stands there too often."""
    extra = [edge for edge in _without(edges, right) if edge in right]
    if not extra:
        return []
    return [_("This edge stands there more than once: {item}.").format(item=_shown_edge(extra[0]))]


def _surplus(items: Plain, right: Plain, words: str) -> list[str]:
    extra = [item for item in _without(items, right) if item not in right]
    if not extra:
        return []
    first = extra[0]
    item = _shown_edge(first) if type(first) is tuple else shown(first)
    return [words.format(item=item)]


def _shown_edge(edge: tuple[Plain, ...]) -> str:
    """Show an edge, with its key if keys count.

    >>> _shown_edge(("un", "unga")), _shown_edge(("un", "unga", "r0002"))
    ('un → unga', 'un → unga (r0002)')
    """
    ends = " → ".join(map(str, edge[:2]))
    return f"{ends} ({edge[2]})" if len(edge) > 2 else ends
