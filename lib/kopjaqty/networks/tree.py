"""What belongs to what, as a tree: the system of the United Nations, or any other."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kopjaqty.arguments import N_, PathLike, one_of
from kopjaqty.language import _
from kopjaqty.networks.rows import STATED, Edge, Nodes, edges_of, known_terms, noted_folder
from kopjaqty.store import RowsByTable, rows_by_table

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["hierarchy"]


def hierarchy(root: str = "un", *, data: PathLike | None = None) -> nx.DiGraph:
    """Build the tree of what belongs to an entity, and say on what each branch rests.

    A branch is evidenced where a document states it: by a relation `organ_of`, `part_of`,
    `session_of` or `office_of`. Else it is background: the column parent_id of the entities,
    which no passage supports. Where the two differ, the documents' word counts.

    Returns
    -------
    networkx.DiGraph
        From each whole to its parts, in the order of the tables. Nodes as in `build_network`,
        and depth (the root has 0). Edges: basis ("evidenced" or "background"), relation_id,
        predicate, label, status, date ("" is not stated), documents, evidence (empty for
        background). `graph.graph`: of, root, documents, and others: relation_ids by which a
        part belongs to a second whole too, where a tree has no room for it.

    Raises
    ------
    UnknownName
        There is no such entity; the message names the nearest.

    Examples
    --------
    >>> tree = hierarchy("unga")
    >>> tree.edges["unga", "unga_46"]["basis"]
    'evidenced'
    """
    import networkx as nx

    tables = rows_by_table(
        ("documents", "entities", "names", "relations", "evidence", "terms"), data
    )
    nodes = Nodes(tables)
    one_of(N_("There is no such entity."), nodes.entities, root)
    parents, second = _parents(nodes, tables)
    parts: dict[str, list[str]] = {}
    for part, (whole, _edge) in parents.items():
        parts.setdefault(whole, []).append(part)
    terms = known_terms(tables, "predicate")
    tree: nx.DiGraph = nx.DiGraph()
    tree.add_node(root, **nodes.attributes("entities", root), depth=0)
    waiting = deque([root])
    while waiting:
        whole = waiting.popleft()
        for part in parts.get(whole, []):
            if part not in tree:  # the data could go round in a circle; a tree cannot
                depth = tree.nodes[whole]["depth"] + 1
                tree.add_node(part, **nodes.attributes("entities", part), depth=depth)
                tree.add_edge(whole, part, **_branch(parents[part][1], terms))
                waiting.append(part)
    stating = {d for *_ends, edge in tree.edges(data=True) for d in edge["documents"]}
    tree.graph |= {
        "of": "hierarchy",
        "root": root,
        "documents": tuple(
            row["document_id"] for row in tables["documents"] if row["document_id"] in stating
        ),
        "others": tuple(edge.key for edge in second if edge.ends[0] in tree),
        **noted_folder(data),
    }
    return tree


def _parents(
    nodes: Nodes, tables: RowsByTable
) -> tuple[dict[str, tuple[str, Edge | None]], list[Edge]]:
    """Give what each entity belongs to and the relation that says so; and relations left over."""
    stated: dict[str, list[Edge]] = {}
    documents = {row["document_id"] for row in tables["documents"]}
    predicates = known_terms(tables, "predicate")
    for edge in edges_of("relations", tables, documents):
        if predicates[edge.says].get("structural") == "true":
            stated.setdefault(edge.ends[0], []).append(edge)
    parents: dict[str, tuple[str, Edge | None]] = {}
    second = []
    for entity_id, row in nodes.entities.items():
        said = stated.get(entity_id, [])
        # The one that both sources agree on, else the first.
        said = sorted(said, key=lambda edge: edge.ends[1] != row["parent_id"])
        if said:
            parents[entity_id] = said[0].ends[1], said[0]
            second += [edge for edge in said[1:] if edge.ends[1] != said[0].ends[1]]
        elif row["parent_id"]:
            parents[entity_id] = row["parent_id"], None
    return parents, second


def _branch(edge: Edge | None, terms: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    if edge:
        return {"basis": "evidenced", "relation_id": edge.key, **edge.attributes(terms)}
    return {
        "basis": "background",
        "relation_id": "",
        "predicate": "parent_id",
        "label": _("belongs to"),
        "status": STATED,
        "date": "",
        "documents": (),
        "evidence": (),
    }
