"""Tables to networks: who is tied to whom, by what, and which passages say so.

An edge is one row of a table and points at its passages. A mention is not a relation, and no
relation in the tables is not evidence that there is none.

    graph = networks.build_network()                    relations: entity → entity
    networks.build_network(of="participation")          entity → event
    networks.build_network(of="positions")              speaker → topic
    networks.build_network(of="mentions")               document → entity
    networks.ego_network(graph, "unga")                 what is tied to one node
    networks.project(graph, "entities")                 who shares events, topics, documents
    networks.leave_one_out(graph)                       what hangs on one document alone
    networks.aggregate(graph)                           counted by kind
    networks.hierarchy("un")                            what belongs to what, as a tree
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from kopjaqty.arguments import COUNT, DIRECTED, FLAG, PathLike, names_of, one_of, require
from kopjaqty.dates import DateLike, Mode, overlaps, parse_date
from kopjaqty.errors import Problem, UnknownName, nearest, shown
from kopjaqty.language import N_, _, is_missing
from kopjaqty.networks.edges import (
    EDGE_SOURCES,
    PREFIX,
    Edge,
    EdgeSource,
    Nodes,
    edges_of,
    known_terms,
    noted_folder,
)
from kopjaqty.networks.tree import hierarchy
from kopjaqty.networks.views import aggregate, leave_one_out, project
from kopjaqty.store import RowsByTable, rows_by_table
from kopjaqty.store.records import doubts_of

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["aggregate", "build_network", "ego_network", "hierarchy", "leave_one_out", "project"]

OneOrMore = str | Iterable[str] | None
"""One id or term, several of them, or None for all."""


def build_network(  # noqa: PLR0913 - filters, each by its keyword
    of: str = "relations",
    *,
    data: PathLike | None = None,
    documents: OneOrMore = None,
    kinds: OneOrMore = None,
    predicates: OneOrMore = None,
    status: OneOrMore = None,
    at: DateLike = None,
    mode: Mode = "strict",
    isolates: bool = False,
) -> nx.MultiDiGraph:
    """Build the network of a table's rows, or of some of them.

    Parameters
    ----------
    of
        "relations"; or "participation" (entity → event), "positions" (speaker → topic),
        "mentions" (document → entity): these are bipartite.
    documents, kinds, predicates, status
        Keep rows that one of these documents states; whose entities are of these kinds; that say
        one of these predicates (or roles, topics, forms); of one of these statuses.
    at, mode
        Keep what held at this EDTF date: certainly ("strict") or possibly ("permissive"). A row
        without a date certainly held never, and possibly always; the graph counts them.
    isolates
        Keep entities without an edge too (of the kinds and documents asked for).

    Returns
    -------
    networkx.MultiDiGraph
        Nodes: entity_id, or "event:…", "topic:…", "document:…", with kind, name, name_en …,
        short_en …, of entities also wikidata, iso3166, m49, cow ("" where there is none), and
        bipartite 0 or 1. Edges: key (relation_id …), predicate, label, label_en …, status, date
        ("" is not stated), documents, evidence (tuples of ids; a mention is its own:
        "document|start|end"), doubts (ids of discrepancies that make the row doubtful). In the
        order of the tables.
        `graph.graph`: of, documents, and with `at`: at, mode, undated; with `data`: data.

    Raises
    ------
    UnknownName
        No such document, kind, predicate, status or mode; the message names the nearest.

    Examples
    --------
    >>> graph = build_network(predicates="member_of")
    >>> [(who, body, edge["date"]) for who, body, edge in graph.edges(data=True)][:1]
    [('kazakhstan', 'un', '1992-03-02/2025-09-22')]
    """
    one_of(N_("There is no such network."), EDGE_SOURCES, of)
    require(FLAG, isolates=isolates)
    source = EDGE_SOURCES[of]
    names = (
        "documents", "entities", "names", "evidence", "terms", "concerns", source.table,
        *source.needs,
    )  # fmt: skip
    tables = rows_by_table(names, data)
    wanted = _read_choices(
        source, tables, documents=documents, kinds=kinds, predicates=predicates, status=status
    )
    nodes = Nodes(tables)
    edges = [
        edge
        for edge in _doubted(of, edges_of(of, tables, wanted["documents"]), tables)
        if edge.says in wanted["predicates"]
        and edge.status in wanted["status"]
        and all(
            nodes.entities[end]["kind"] in wanted["kinds"]
            for end, table in zip(edge.ends, source.ends, strict=True)
            if table == "entities"
        )
    ]
    kept = _held(edges, at, mode)
    ends: dict[str, set[str]] = {table: set() for table in source.ends}
    for edge in kept:
        for table, end in zip(source.ends, edge.ends, strict=True):
            ends[table].add(end)
    if isolates:
        ends["entities"] |= _stated_entities(tables, nodes, wanted)
    graph = _assemble(source, nodes, ends, kept, known_terms(tables, source.says))
    stating = set(chain.from_iterable(edge["documents"] for *_e, edge in graph.edges(data=True)))
    every = [row["document_id"] for row in tables["documents"]]
    graph.graph |= {"of": of, "documents": tuple(d for d in every if d in stating)}
    graph.graph |= noted_folder(data)
    if not is_missing(at):
        undated = sum(not edge.date for edge in edges)
        graph.graph |= {"at": str(getattr(at, "text", at)), "mode": mode, "undated": undated}
    return graph


def ego_network(graph: nx.MultiDiGraph, node: str, radius: int = 1) -> nx.MultiDiGraph:
    """Cut out a node, what is at most `radius` relations away from it, and all ties among them.

    The direction of a relation does not count as distance: a host and its guest are neighbours.

    Returns
    -------
    networkx.MultiDiGraph
        A copy, in the order of `graph`, with all attributes.

    Raises
    ------
    UnknownName
        The network has no such node; the message names the nearest.

    Examples
    --------
    >>> ego = ego_network(build_network(), "semey_treaty")
    >>> "semey_treaty" in ego, "un" in ego
    (True, False)
    """
    import networkx as nx

    require(DIRECTED, graph=graph)
    require(COUNT, radius=radius)
    require_node(graph, node)
    undirected = graph.to_undirected(as_view=True)
    reached = set(nx.single_source_shortest_path_length(undirected, node, cutoff=radius))
    # Not networkx.ego_graph: the order of what it returns depends on the hashes of strings.
    ego: nx.MultiDiGraph = nx.MultiDiGraph(**graph.graph)
    ego.add_nodes_from(
        (n, dict(attributes)) for n, attributes in graph.nodes(data=True) if n in reached
    )
    for u, v, key, attributes in graph.edges(keys=True, data=True):
        if u in reached and v in reached:
            ego.add_edge(u, v, key=key, **attributes)
    stating = {d for *_, edge in ego.edges(data=True) for d in edge.get("documents", ())}
    ego.graph["documents"] = tuple(d for d in graph.graph.get("documents", ()) if d in stating)
    return ego


def require_node(graph: nx.MultiDiGraph, node: str) -> None:
    """Raise UnknownName unless the network has the node.

    >>> require_node(build_network(), "kazakhstan")
    """
    if node not in graph:
        names = {attributes.get("name", n): n for n, attributes in graph.nodes(data=True)}
        close = nearest(shown(node), map(str, [*graph, *names]))
        what = _("The network has no such node.")
        raise UnknownName(Problem(what, value=shown(node), nearest=names.get(close or "", close)))


def _read_choices(
    source: EdgeSource, tables: RowsByTable, **choices: OneOrMore
) -> dict[str, set[str]]:
    """Turn each choice into a set of names that are there; None stands for all."""
    known = {
        "documents": (
            N_("There is no such document."),
            [row["document_id"] for row in tables["documents"]],
        ),
        "kinds": (N_("There is no such kind of entity."), [*known_terms(tables, "entity_kind")]),
        "predicates": (N_("There is no such predicate."), [*known_terms(tables, source.says)]),
        "status": (N_("There is no such status."), [*known_terms(tables, source.status)]),
    }
    wanted = {}
    for option, choice in choices.items():
        complaint, names = known[option]
        chosen = names_of(**{option: choice})
        for name in chosen or ():
            one_of(complaint, names, name)
        wanted[option] = set(names if chosen is None else chosen)
    return wanted


def _doubted(of: str, edges: list[Edge], tables: RowsByTable) -> Iterator[Edge]:
    """Note on each edge the discrepancies that cast a doubt on its row."""
    doubts = doubts_of(tables)
    return (replace(e, doubts=doubts.get((EDGE_SOURCES[of].table, e.key), ())) for e in edges)


def _held(edges: list[Edge], at: DateLike, mode: Mode) -> list[Edge]:
    """Keep what held at a date, if one is asked for."""
    parse_date(at)
    overlaps(None, None, mode=mode)  # an unknown mode is a slip even where no date is asked for
    if is_missing(at):
        return edges
    return [edge for edge in edges if overlaps(edge.date, at, mode=mode)]


def _stated_entities(tables: RowsByTable, nodes: Nodes, wanted: dict[str, set[str]]) -> set[str]:
    """Give the entities of the wanted kinds that the wanted documents state."""
    return {
        row["record_id"]
        for row in tables["evidence"]
        if row["table"] == "entities"
        and row["document_id"] in wanted["documents"]
        and nodes.entities[row["record_id"]]["kind"] in wanted["kinds"]
    }


def _assemble(
    source: EdgeSource,
    nodes: Nodes,
    ends: dict[str, set[str]],
    edges: list[Edge],
    terms: Mapping[str, Mapping[str, str]],
) -> nx.MultiDiGraph:
    import networkx as nx

    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    sides = dict.fromkeys(source.ends)
    for side, table in enumerate(sides):
        bipartite = {"bipartite": side} if len(sides) > 1 else {}
        for row_id in nodes.ids(table):
            if row_id in ends[table]:
                attributes = nodes.attributes(table, row_id) | bipartite
                graph.add_node(PREFIX[table] + row_id, **attributes)
    first, second = (PREFIX[table] for table in source.ends)
    for edge in edges:
        attributes = edge.attributes(terms)
        graph.add_edge(first + edge.ends[0], second + edge.ends[1], key=edge.key, **attributes)
    return graph
