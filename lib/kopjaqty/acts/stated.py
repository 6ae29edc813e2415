"""Acts and initiatives, read from the tables: what the views are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kopjaqty.arguments import PathLike
from kopjaqty.language import localized
from kopjaqty.store import Row, RowsByTable, rows_by_table, sort_terms
from kopjaqty.store.act_rules import stage_of

__all__ = ["Act", "documents_of", "read_acts", "read_initiatives"]

NEEDED = ("events", "participants", "evidence", "terms")
NOT_ACTING = ("object", "theme", "forum", "addressee")
"""What a role counts as whose bearer does nothing in the act."""


@dataclass(frozen=True)
class Act:
    """An event with what it is about, who did it, where and to whom, and who states it.

    `doers` are entity and role, in the order of the roles; `proposers` those of them who put the
    object forward. `stage` is what it brings its object to, "" for nothing.
    """

    event: Row
    stage: str
    is_proposal: bool
    objects: tuple[str, ...]
    doers: tuple[tuple[str, str], ...]
    proposers: tuple[str, ...]
    forums: tuple[str, ...]
    addressees: tuple[str, ...]
    documents: tuple[str, ...]


def read_acts(data: PathLike | None = None) -> tuple[Act, ...]:
    """Gather every event that has an object, in the order of the table.

    >>> act = next(act for act in read_acts() if act.event["event_id"] == "cica_proposed")
    >>> act.objects, act.proposers, act.stage
    (('cica',), ('kazakhstan',), 'proposed')
    """
    tables = rows_by_table(NEEDED, data)
    terms = {
        vocabulary: sort_terms(vocabulary, tables["terms"])
        for vocabulary in ("role", "event_type", "event_status")
    }
    counts = {role: row.get("counts_as", "") for role, row in terms["role"].items()}
    order = list(terms["role"])
    who: dict[str, list[Row]] = {}
    for row in tables["participants"]:
        who.setdefault(row["event_id"], []).append(row)
    stating = documents_of("events", tables)
    found = []
    for event in tables["events"]:
        rows = sorted(who.get(event["event_id"], ()), key=lambda row: order.index(row["role"]))

        def those(*kinds: str, rows: list[Row] = rows) -> tuple[str, ...]:
            return tuple(row["entity_id"] for row in rows if counts[row["role"]] in kinds)

        if not those("object"):
            continue
        kind = terms["event_type"][event["type"]]
        doers = [row for row in rows if counts[row["role"]] not in NOT_ACTING]
        act = Act(
            event,
            stage_of(kind, terms["event_status"][event["status"]]),
            kind.get("counts_as") == "proposal",
            those("object"),
            tuple((row["entity_id"], row["role"]) for row in doers),
            those("proposer"),
            those("forum"),
            those("addressee"),
            stating.get(event["event_id"], ()),
        )
        found.append(act)
    return tuple(found)


def documents_of(table: str, tables: RowsByTable) -> dict[str, tuple[str, ...]]:
    """Give the documents that state each row of a table.

    >>> documents_of("relations", rows_by_table(["evidence"]))["r0002"]
    ('omarov_2025', 'analysis_2024', 'geneva_2026')
    """
    found: dict[str, dict[str, None]] = {}
    for row in tables["evidence"]:
        if row["table"] == table:
            found.setdefault(row["record_id"], {})[row["document_id"]] = None
    return {record: tuple(documents) for record, documents in found.items()}


def read_initiatives(data: PathLike | None = None) -> list[dict[str, Any]]:
    """Give what `initiatives` gives, each row a dict.

    >>> [row["forums"] for row in read_initiatives() if row["initiative_id"] == "cica"]
    [('unga_47',)]
    """
    tables = rows_by_table(("entities", "initiatives"), data)
    names = {row["entity_id"]: localized(row, "name") for row in tables["entities"]}
    about: dict[str, list[Act]] = {}
    for act in read_acts(data):
        for thing in act.objects:
            about.setdefault(thing, []).append(act)
    rows = []
    for row in tables["initiatives"]:
        key = row["initiative_id"]
        own = about.get(key, [])
        proposals = [act for act in own if act.is_proposal]
        told = {
            "name": names.get(key, key),
            "proposers": _once(act.proposers for act in proposals),
            "forums": _once(act.forums for act in proposals),
            "proposed": _once([act.event["date"]] for act in proposals if act.event["date"]),
            "actors": _once([entity for entity, _role in act.doers] for act in own),
            "acts": tuple(act.event["event_id"] for act in own),
            "documents": _once(act.documents for act in own),
        }
        rows.append({**row, **told})
    return rows


def _once(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for some in lists for each in some))
