"""A copy of the collection to which an editor has added terms that no code knows, and rows."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

from kopjaqty.store import read_package
from kopjaqty.store.checks import update_hashes
from places import PROJECT

Rows = list[dict[str, str]]

NAME = "Аққайың қоры"
"""What the new fund is called in Kazakh; no document names it."""

TERMS: Rows = [
    {"vocabulary": "group", "term": "clubs", "colour_role": "hue_8", "label_en": "Clubs"},
    {"vocabulary": "entity_kind", "term": "club", "group": "clubs", "label_en": "Club"},
    {"vocabulary": "entity_kind", "term": "fund", "label_en": "Fund"},
    {"vocabulary": "predicate", "term": "chapter_of", "structural": "true"},
    {"vocabulary": "predicate", "term": "funds"},
    {"vocabulary": "relation_status", "term": "suspended", "label_en": "Suspended"},
    {"vocabulary": "event_status", "term": "postponed", "line": "dotted", "label_en": "Postponed"},
    {"vocabulary": "event_status", "term": "rumoured", "label_en": "Rumoured"},
    {"vocabulary": "event_type", "term": "hearing", "label_en": "Hearing"},
    {"vocabulary": "event_type", "term": "grant", "counts_as": "act", "brings_stage": "funded"},
    {"vocabulary": "role", "term": "observer", "label_en": "Observer"},
    {"vocabulary": "stage", "term": "funded", "line": "dotted", "label_en": "Funded"},
    {"vocabulary": "topic", "term": "forests", "label_en": "Forests"},
]
"""What is not given here is filled in: the label is the term, the order the next number."""


def _named(stem: str, text: str, kk: str = "") -> dict[str, str]:
    return {f"{stem}_en": text, f"{stem}_kk": kk or text, f"{stem}_ru": text}


ENTITIES = {
    "steppe_club": ("club", "Steppe Club", ""),
    "steppe_fund": ("fund", "Steppe Fund", NAME),
    "steppe_scheme": ("initiative", "Steppe Scheme", ""),
}
ROWS: dict[str, Rows] = {
    "entities": [
        {"entity_id": i, "kind": kind, **_named("name", name, kk), **_named("description", name)}
        for i, (kind, name, kk) in ENTITIES.items()
    ],
    "names": [
        {"entity_id": i, "language": code, "name": kk if code == "kk" and kk else name}
        | {"type": "full", "standard": "true"}
        for i, (_kind, name, kk) in ENTITIES.items()
        for code in ("en", "kk", "ru")
    ],
    "relations": [
        {"relation_id": key, "subject_id": who, "predicate": says, "object_id": what}
        | {"date": "2025", "status": status}
        for key, who, says, what, status in (
            ("r9901", "steppe_fund", "funds", "steppe_scheme", "stated"),
            ("r9902", "kazakhstan", "contributes_to", "steppe_fund", "suspended"),
            ("r9903", "steppe_club", "chapter_of", "un", "stated"),
        )
    ],
    "events": [
        {"event_id": event, "date": date, "date_basis": "explicit", "status": status}
        | {"type": "hearing", **_named("title", f"Hearing on {event}")}
        for event, date, status in (
            ("steppe_gossip", "2026-02-01", "rumoured"),
            ("steppe_hearing", "2026-03-01", "postponed"),
        )
    ]
    + [
        {"event_id": "steppe_grant", "date": "2025", "date_basis": "explicit", "type": "grant"}
        | {"status": "happened", **_named("title", "The Scheme is funded")}
    ],
    "participants": [
        {"event_id": event, "entity_id": entity, "role": role}
        for event, entity, role in (
            ("steppe_grant", "steppe_fund", "contributor"),
            ("steppe_grant", "steppe_scheme", "object"),
            ("steppe_hearing", "steppe_fund", "observer"),
        )
    ],
    "initiatives": [{"initiative_id": "steppe_scheme", "field": "water", "stage": "funded"}],
    "positions": [
        {"position_id": "p901", "speaker_id": "kazakhstan", "topic": "forests"}
        | _named("claim", "Forests need rain.")
    ],
}


def make_own_terms(folder: Path) -> Path:
    """Copy the collection, add terms and rows in their places, and note the hashes."""
    shutil.copytree(PROJECT / "data", folder, ignore=shutil.ignore_patterns("corpus"))
    package = read_package(folder)
    tables = {name: _read(folder / f"{name}.csv") for name in (*ROWS, "terms", "evidence")}
    orders = [row["vocabulary"] for row in tables["terms"]]
    for row in TERMS:
        orders.append(row["vocabulary"])
        message = {"order": str(orders.count(row["vocabulary"])), "definition_en": "Ours."}
        tables["terms"].append(_named("label", row["term"]) | message | row)
    somewhere = tables["evidence"][0]
    for table, rows in ROWS.items():
        tables[table] += rows
        for row in rows if table != "names" else ():
            key = "|".join(row[column] for column in package.tables[table].primary_key)
            number = {"evidence_id": f"e{8000 + len(tables['evidence'])}"}
            tables["evidence"].append(somewhere | number | {"table": table, "record_id": key})
    for table, rows in tables.items():
        _write(folder / f"{table}.csv", rows, package.tables[table].primary_key)
    update_hashes(folder)
    return folder


def _read(path: Path) -> Rows:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def _write(path: Path, rows: Rows, key: tuple[str, ...]) -> None:
    rows.sort(key=lambda row: [row[column] for column in key])
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(_read(path)[0]), lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(file.getvalue(), encoding="utf-8", newline="")


def set_term(folder: Path, key: str, column: str, value: str) -> None:
    """Write one cell of the terms; the key is vocabulary and term, joined by "|"."""
    path = folder / "terms.csv"
    rows = _read(path)
    row = next(row for row in rows if f"{row['vocabulary']}|{row['term']}" == key)
    row[column] = value
    _write(path, rows, ("vocabulary", "term"))
