"""Tables to networks: who is tied to whom, by what relation, and which passages say so.

A node is an entity, an edge is one relation: between two entities there can be several, and each
has a direction, from subject to object. A mention is not a relation, and no relation in the tables
is not evidence that there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

from kopjaqty.dates import DateLike, Mode, overlaps, parse_date
from kopjaqty.errors import Problem, UnknownName, nearest
from kopjaqty.language import LANGUAGES, _, is_missing, localized
from kopjaqty.schema import data_folder
from kopjaqty.tables import load

if TYPE_CHECKING:
    from os import PathLike

    import networkx as nx
    import pandas as pd

__all__ = ["build_network", "ego_network"]

Choice = str | Iterable[str] | None
"""One id or term, several of them, or None for all."""

Row = dict[str, Any]

LONG = 30
"""A name with more characters than this gives way to a short form, where there is one."""


def build_network(  # noqa: PLR0913 - filters, each by its keyword
    *,
    data: str | PathLike[str] | None = None,
    documents: Choice = None,
    kinds: Choice = None,
    predicates: Choice = None,
    status: Choice = None,
    at: DateLike = None,
    mode: Mode = "strict",
    isolates: bool = False,
) -> nx.MultiDiGraph:
    """Build the network of the relations, or of some of them.

    Parameters
    ----------
    documents, kinds, predicates, status
        Keep relations that one of these documents states; with both ends of these kinds; with
        one of these predicates, statuses. One name or several.
    at, mode
        Keep relations that held at this EDTF date: certainly ("strict") or possibly
        ("permissive"). One without a date certainly held never, and possibly always.
    isolates
        Keep entities without a relation too (of the kinds and documents asked for).

    Returns
    -------
    networkx.MultiDiGraph
        Nodes: entity_id, with kind, name (current language), name_en, name_kk, name_ru, short_en,
        short_kk, short_ru. Edges: subject → object, key relation_id, with predicate, label
        (also label_en …), status, date ("" is not stated), documents and evidence (tuples of
        ids). Both in the order of the tables. `graph.graph["documents"]`: who states it all.

    Raises
    ------
    UnknownName
        No such document, kind, predicate, status or mode; the message names the nearest.

    Examples
    --------
    >>> graph = build_network(predicates="member_of")
    >>> [(who, body, edge["date"]) for who, body, edge in graph.edges(data=True)][:1]
    [('kazakhstan', 'un', '1992-03-02/..')]
    """
    folder = data_folder(data)
    tables = load(data=folder)
    wanted = _read_choices(
        tables, documents=documents, kinds=kinds, predicates=predicates, status=status
    )
    parse_date(at)
    overlaps(None, None, mode=mode)  # an unknown mode is a slip even where no date is asked for
    evidence = _evidence_by_record(tables["evidence"], wanted["documents"])
    entities = {row["entity_id"]: row for row in _rows(tables["entities"])}
    relations = [
        row
        for row in _rows(tables["relations"])
        if row["relation_id"] in evidence["relations"]
        and row["predicate"] in wanted["predicates"]
        and row["status"] in wanted["status"]
        and {entities[row[end]]["kind"] for end in ("subject_id", "object_id")} <= wanted["kinds"]
        and (is_missing(at) or overlaps(row["date"], at, mode=mode))
    ]
    ends = set(chain.from_iterable((row["subject_id"], row["object_id"]) for row in relations))
    if isolates:
        ends |= {i for i in evidence["entities"] if entities[i]["kind"] in wanted["kinds"]}
    return _assemble([entities[i] for i in entities if i in ends], relations, evidence, tables)


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

    require_node(graph, node)
    undirected = graph.to_undirected(as_view=True)
    near = set(nx.single_source_shortest_path_length(undirected, node, cutoff=radius))
    # Not networkx.ego_graph: the order of what it returns depends on the hashes of strings.
    ego = nx.MultiDiGraph(**graph.graph)
    ego.add_nodes_from(
        (n, dict(attributes)) for n, attributes in graph.nodes(data=True) if n in near
    )
    for u, v, key, attributes in graph.edges(keys=True, data=True):
        if u in near and v in near:
            ego.add_edge(u, v, key=key, **attributes)
    return ego


def require_node(graph: nx.MultiDiGraph, node: str) -> None:
    """Raise UnknownName unless the network has the node.

    >>> require_node(build_network(), "kazakhstan")
    """
    if node not in graph:
        names = {attributes.get("name", n): n for n, attributes in graph.nodes(data=True)}
        close = nearest(node, [*graph, *names])
        what = _("The network has no such node.")
        raise UnknownName(Problem(what, value=node, nearest=names.get(close or "", close)))


def _read_choices(tables: Mapping[str, pd.DataFrame], **choices: Choice) -> dict[str, set[str]]:
    """Turn each choice into a set of names that are there; None stands for all."""
    known = {
        "documents": (_("There is no such document."), list(tables["documents"]["document_id"])),
        "kinds": (_("There is no such kind of entity."), _terms(tables, "entity_kind")),
        "predicates": (_("There is no such predicate."), _terms(tables, "predicate")),
        "status": (_("There is no such status."), _terms(tables, "relation_status")),
    }
    wanted = {}
    for option, choice in choices.items():
        complaint, names = known[option]
        chosen = names if choice is None else [choice] if isinstance(choice, str) else list(choice)
        for name in chosen:
            if name not in names:
                raise UnknownName.among(complaint, name, names)
        wanted[option] = set(chosen)
    return wanted


def _terms(tables: Mapping[str, pd.DataFrame], vocabulary: str) -> list[str]:
    terms = tables["terms"]
    return list(terms.loc[terms["vocabulary"] == vocabulary, "term"])


def _rows(frame: pd.DataFrame) -> list[Row]:
    """Give rows as dicts of plain text, "" where a cell is empty."""
    return [
        {str(column): "" if is_missing(cell) else cell for column, cell in row.items()}
        for row in frame.to_dict("records")
    ]


def _evidence_by_record(evidence: pd.DataFrame, documents: set[str]) -> dict[str, dict[str, Any]]:
    """Give, by table and record, the evidence from these documents: (evidence_id, document_id)."""
    found: dict[str, dict[str, Any]] = {"entities": {}, "relations": {}}
    for row in _rows(evidence):
        if row["table"] in found and row["document_id"] in documents:
            pair = row["evidence_id"], row["document_id"]
            found[row["table"]].setdefault(row["record_id"], []).append(pair)
    return found


def _assemble(
    entities: list[Row],
    relations: list[Row],
    evidence: dict[str, dict[str, Any]],
    tables: Mapping[str, pd.DataFrame],
) -> nx.MultiDiGraph:
    import networkx as nx

    short = _short_names(tables["names"])
    terms = tables["terms"]
    labels = {row["term"]: row for row in _rows(terms[terms["vocabulary"] == "predicate"])}
    graph = nx.MultiDiGraph()
    for row in entities:
        names = {f"name_{code}": row[f"name_{code}"] for code in LANGUAGES}
        shorts = {
            f"short_{code}": short.get((row["entity_id"], code), "")
            if len(row[f"name_{code}"]) > LONG
            else ""
            for code in LANGUAGES
        }
        shorts = {key: text or names[key.replace("short", "name")] for key, text in shorts.items()}
        name = localized(row, "name")
        graph.add_node(row["entity_id"], kind=row["kind"], name=name, **names, **shorts)
    stating: set[str] = set()
    for row in relations:
        pairs = evidence["relations"][row["relation_id"]]
        said = labels[row["predicate"]]
        graph.add_edge(
            row["subject_id"],
            row["object_id"],
            key=row["relation_id"],
            predicate=row["predicate"],
            label=localized(said, "label"),
            **{f"label_{code}": said[f"label_{code}"] for code in LANGUAGES},
            status=row["status"],
            date=row["date"],
            documents=tuple(dict.fromkeys(document for _id, document in pairs)),
            evidence=tuple(evidence_id for evidence_id, _document in pairs),
        )
        stating.update(document for _id, document in pairs)
    graph.graph["documents"] = tuple(d for d in tables["documents"]["document_id"] if d in stating)
    return graph


def _short_names(names: pd.DataFrame) -> dict[tuple[str, str], str]:
    """Give the standard short form of a name, by entity and language; an acronym comes first."""
    found: dict[tuple[str, str], str] = {}
    for wanted in ("acronym", "short"):
        for row in _rows(names):
            if row["type"] == wanted and row["standard"] is True:
                found.setdefault((row["entity_id"], row["language"]), row["name"])
    return found
