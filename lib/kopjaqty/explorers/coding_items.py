"""Which passages the coding lab asks about, and what the record says of each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from kopjaqty import store
from kopjaqty.errors import KopjaqtyError
from kopjaqty.language import _
from kopjaqty.store import Row

if TYPE_CHECKING:
    from kopjaqty.arguments import PathLike

__all__ = ["CODED_TABLES", "CodingItem", "choose_items"]

CODED_TABLES = {"predicate": "relations", "topic": "positions"}
"""The vocabularies to code with, each the name of a column of this table."""


@dataclass(frozen=True)
class CodingItem:
    """A passage to be coded: the evidence, the row that it states, and the record's code."""

    item: str
    evidence: Row
    row: Row
    record: str


def choose_items(
    vocabulary: str,
    documents: Collection[str] | None,
    count: int,
    seed: int,
    data: PathLike | None = None,
) -> list[CodingItem]:
    """Choose passages by lot, but those for which the record has two answers to one question."""
    table = CODED_TABLES[vocabulary]
    rows = store.rows_by_id(table, data, checked=False)
    evidence = [
        each for each in store.rows("evidence", data, checked=False) if each["table"] == table
    ]
    # Where two rows that answer the same question stand in one passage, either code is right.
    stated: dict[tuple[str, ...], set[str]] = {}
    for each in evidence:
        row = rows[each["record_id"]]
        stated.setdefault(_question(each, row, table), set()).add(row[vocabulary])
    usable = [
        each
        for each in evidence
        if len(stated[_question(each, rows[each["record_id"]], table)]) == 1
        and (documents is None or each["document_id"] in documents)
    ]
    usable.sort(key=lambda each: sha256(f"{seed} {each['evidence_id']}".encode()).hexdigest())
    if not usable or count < 1:
        raise KopjaqtyError(_("There is no passage to code."))
    drawn = sorted(usable[:count], key=lambda each: (each["document_id"], int(each["start"])))
    return [
        CodingItem(f"p{number:02}", each, row := rows[each["record_id"]], row[vocabulary])
        for number, each in enumerate(drawn, 1)
    ]


def _question(evidence: Row, row: Row, table: str) -> tuple[str, ...]:
    place = (evidence["document_id"], evidence["start"], evidence["end"])
    return (*place, *((row["subject_id"], row["object_id"]) if table == "relations" else ()))
