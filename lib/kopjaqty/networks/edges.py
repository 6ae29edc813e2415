"""Rows of tables as nodes and edges: one row, one edge, with its date, documents and evidence.

What a network is built of:

relations      entity → entity; the edge says the predicate
participation  entity → event; the edge says the role, and has the date and status of the event
positions      speaker → topic; the edge says the claim
mentions       document → entity; the edge says how: named, or by a common noun
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kopjaqty.arguments import PathLike
from kopjaqty.dates import parse_date
from kopjaqty.language import LANGUAGES, localized
from kopjaqty.store import Row, RowsByTable, data_folder

__all__ = [
    "EDGE_SOURCES",
    "PREFIX",
    "STATED",
    "Edge",
    "EdgeSource",
    "Nodes",
    "edges_of",
    "known_terms",
    "noted_folder",
    "short_names",
]

Attributes = dict[str, object]
EvidencePairs = dict[str, list[tuple[str, str]]]

CODES = ("wikidata", "iso3166", "m49", "cow")
"""By what other data sets know an entity."""
LONG_NAME = 30
"""A name with more characters than this gives way to a short form, where there is one."""


@dataclass(frozen=True)
class EdgeSource:
    """What a network is built of: its table, and the vocabulary of what its edges say.

    `ends` names the tables of an edge's ends (`terms`: a topic); where they differ, the network
    is bipartite, and its nodes' ids begin with `event:`, `topic:` or `document:` unless they are
    entities: an event and the session that it was can have the same id.
    """

    table: str
    says: str
    status: str
    ends: tuple[str, str]
    needs: tuple[str, ...] = ()


EDGE_SOURCES = {
    "relations": EdgeSource("relations", "predicate", "relation_status", ("entities", "entities")),
    "participation": EdgeSource(
        "participants", "role", "event_status", ("entities", "events"), ("events",)
    ),
    "positions": EdgeSource("positions", "topic", "", ("entities", "terms")),
    "mentions": EdgeSource("mentions", "mention_form", "", ("documents", "entities")),
}
MENTION_FORMS = {
    "named": {"label_en": "names", "label_kk": "атайды", "label_ru": "называет"},
    "nominal": {
        "label_en": "means, by a common noun",
        "label_kk": "жалпы есіммен айтады",
        "label_ru": "подразумевает (нарицательным именем)",
    },
}
"""How a document mentions an entity: the tables have no vocabulary of it."""

PREFIX = {"entities": "", "events": "event:", "terms": "topic:", "documents": "document:"}
KIND = {"events": "event", "terms": "matter", "documents": "source"}
STATED = "stated"
"""The status of an edge that no vocabulary has a status for: a document states it."""


@dataclass(frozen=True)
class Edge:
    """An edge to be; `ends` are ids of rows, not yet of nodes."""

    key: str
    ends: tuple[str, str]
    says: str
    status: str
    date: str
    pairs: list[tuple[str, str]] = field(repr=False)
    labels: dict[str, str] = field(default_factory=dict, repr=False)
    doubts: tuple[str, ...] = ()

    def attributes(self, terms: Mapping[str, Mapping[str, str]]) -> Attributes:
        """What networkx keeps of it."""
        labels = self.labels or {
            f"label_{code}": terms.get(self.says, {}).get(f"label_{code}", self.says)
            for code in LANGUAGES
        }
        return {
            "predicate": self.says,
            "label": localized(labels, "label"),
            **labels,
            "status": self.status,
            "date": self.date,
            "documents": tuple(dict.fromkeys(document for _id, document in self.pairs)),
            "evidence": tuple(evidence_id for evidence_id, _document in self.pairs),
            "doubts": self.doubts,
        }


def edges_of(of: str, tables: RowsByTable, documents: set[str]) -> list[Edge]:
    """Give the rows that these documents state, in the order of the table.

    >>> from kopjaqty.store import rows_by_table
    >>> tables = rows_by_table(["documents", "positions", "evidence"])
    >>> edges_of("positions", tables, {"omarov_2025"})[0].ends[0]
    'omarov'
    """
    rows = tables[EDGE_SOURCES[of].table]
    if of == "mentions":
        return _mentions(rows, tables, documents)
    pairs_by_row: EvidencePairs = {}
    for row in tables["evidence"]:
        if row["table"] == EDGE_SOURCES[of].table and row["document_id"] in documents:
            pair = row["evidence_id"], row["document_id"]
            pairs_by_row.setdefault(row["record_id"], []).append(pair)
    if of == "participation":
        return _participation(rows, tables, pairs_by_row)
    if of == "positions":
        return _positions(rows, tables, pairs_by_row)
    return [
        Edge(
            row["relation_id"],
            (row["subject_id"], row["object_id"]),
            row["predicate"],
            row["status"],
            row["date"],
            pairs_by_row[row["relation_id"]],
        )
        for row in rows
        if row["relation_id"] in pairs_by_row
    ]


def _participation(
    rows: Iterable[Row], tables: RowsByTable, pairs_by_row: EvidencePairs
) -> list[Edge]:
    events = {row["event_id"]: row for row in tables["events"]}
    edges = []
    for row in rows:
        key = "|".join((row["event_id"], row["entity_id"], row["role"]))
        event = events[row["event_id"]]
        ends = row["entity_id"], row["event_id"]
        if key in pairs_by_row:
            edges.append(
                Edge(key, ends, row["role"], event["status"], event["date"], pairs_by_row[key])
            )
    return edges


def _positions(rows: Iterable[Row], tables: RowsByTable, pairs_by_row: EvidencePairs) -> list[Edge]:
    documents = {row["document_id"]: row for row in tables["documents"]}
    edges = []
    for row in rows:
        if pairs := pairs_by_row.get(row["position_id"]):
            stating = [documents[document] for _id, document in pairs]
            labels = {f"label_{code}": row[f"claim_{code}"] for code in LANGUAGES}
            date = _date_of_claim(row["speaker_id"], stating)
            ends = row["speaker_id"], row["topic"]
            edges.append(Edge(row["position_id"], ends, row["topic"], STATED, date, pairs, labels))
    return edges


def _date_of_claim(speaker: str, stating: list[Row]) -> str:
    """Date a claim: that of the speaker's own document, else on or before the earliest one's."""
    own = [row["date"] for row in stating if row["author_id"] == speaker and row["date"]]
    if own:
        return own[0]
    days = [parse_date(row["date"]).latest for row in stating]
    known = [day for day in days if day]
    return f"[..{min(known)}]" if known else ""


def _mentions(rows: Iterable[Row], tables: RowsByTable, documents: set[str]) -> list[Edge]:
    dates = {row["document_id"]: row["date"] for row in tables["documents"]}
    edges = []
    for row in rows:
        document = row["document_id"]
        if document in documents:
            key = "|".join((document, row["start"], row["end"]))  # a mention is its own evidence
            ends = document, row["entity_id"]
            edges.append(Edge(key, ends, row["form"], STATED, dates[document], [(key, document)]))
    return edges


class Nodes:
    """The attributes of nodes, by table and id."""

    def __init__(self, tables: RowsByTable) -> None:
        self._tables = tables

    @cached_property
    def entities(self) -> Mapping[str, Row]:
        """The entities by id."""
        return {row["entity_id"]: row for row in self._tables["entities"]}

    @cached_property
    def _short(self) -> dict[tuple[str, str], str]:
        return short_names(self._tables["names"])

    @cached_property
    def _rows(self) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
        """Rows by table and id, in the order of their table; of the terms, the topics."""
        terms = known_terms(self._tables, "topic")
        ranked = sorted(terms, key=lambda term: int(terms[term].get("order", 0)))
        rows_by_table: dict[str, Mapping[str, Mapping[str, str]]] = {
            "entities": self.entities,
            "terms": {term: terms[term] for term in ranked},
        }
        for table, key in (("events", "event_id"), ("documents", "document_id")):
            rows_by_table[table] = {row[key]: row for row in self._tables.get(table, ())}
        return rows_by_table

    @cached_property
    def _types(self) -> Mapping[str, Mapping[str, str]]:
        return known_terms(self._tables, "event_type")

    def ids(self, table: str) -> list[str]:
        """Ids in the order of their table."""
        return list(self._rows[table])

    def attributes(self, table: str, row_id: str) -> Attributes:
        """What networkx keeps of a node."""
        if table == "entities":
            return self._entity(row_id)
        row = self._rows[table][row_id]
        text = "label" if table == "terms" else "title"
        names = {code: row[f"{text}_{code}"] for code in LANGUAGES}
        kept = {"kind": KIND[table], **_named(names, {}), "record_id": row_id}
        if table != "events":
            return kept
        labels = {f"type_{code}": self._types[row["type"]][f"label_{code}"] for code in LANGUAGES}
        return {**kept, "type": row["type"], **labels, "date": row["date"], "status": row["status"]}

    def _entity(self, entity_id: str) -> Attributes:
        row = self.entities[entity_id]
        names = {code: row[f"name_{code}"] for code in LANGUAGES}
        shorts = {
            code: self._short.get((entity_id, code), "") if len(name) > LONG_NAME else ""
            for code, name in names.items()
        }
        codes = {code: row.get(code, "") for code in CODES}
        return {"kind": row["kind"], **_named(names, shorts), **codes}


def _named(names: dict[str, str], shorts: dict[str, str]) -> Attributes:
    full = {f"name_{code}": name for code, name in names.items()}
    short = {f"short_{code}": shorts.get(code) or name for code, name in names.items()}
    return {"name": localized(full, "name"), **full, **short}


def short_names(names: Iterable[Mapping[str, str]]) -> dict[tuple[str, str], str]:
    """Give the standard short form of a name, by entity and language; an acronym comes first.

    >>> from kopjaqty import store
    >>> short_names(store.rows("names"))["un", "ru"]
    'ООН'
    """
    short: dict[tuple[str, str], str] = {}
    for wanted in ("acronym", "short"):
        for row in names:
            if row["type"] == wanted and row["standard"] == "true":
                short.setdefault((row["entity_id"], row["language"]), row["name"])
    return short


def noted_folder(data: PathLike | None) -> dict[str, str]:
    """Give what a network notes of the folder it is built of: pictures read there how to draw it.

    >>> noted_folder(None), list(noted_folder("my_tables"))
    ({}, ['data'])
    """
    return {} if data is None else {"data": str(data_folder(data).resolve())}


def known_terms(tables: RowsByTable, vocabulary: str) -> Mapping[str, Mapping[str, str]]:
    """Give the terms of a vocabulary; without one, there is one term: stated.

    >>> from kopjaqty.store import rows_by_table
    >>> list(known_terms(rows_by_table(["terms"]), "relation_status"))[:1]
    ['ended']
    """
    terms = {row["term"]: row for row in tables["terms"] if row["vocabulary"] == vocabulary}
    return MENTION_FORMS if vocabulary == "mention_form" else terms or {STATED: {}}
