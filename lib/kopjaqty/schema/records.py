"""A row of any table by its id, and what it says in words: for passages and citations."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from kopjaqty.arguments import N_, TEXT, one_of, require
from kopjaqty.errors import Problem, UnknownName, nearest
from kopjaqty.language import _, localized
from kopjaqty.schema import DESCRIPTOR, Package, data_folder, read_package, read_rows
from kopjaqty.schema.rows import Row

PathLike = str | os.PathLike[str]

__all__ = [
    "TABLES_WITH_EVIDENCE",
    "PathLike",
    "Stamp",
    "describe",
    "find_records",
    "name_of",
    "rows_at",
    "rows_by_id",
    "rows_of",
    "stamp_of",
]

TABLES_WITH_EVIDENCE = (
    "documents",
    "entities",
    "names",
    "events",
    "participants",
    "relations",
    "initiatives",
    "quantities",
    "positions",
    "discrepancies",
)
"""The tables whose rows a piece of evidence can be about, and that have ids to be looked up by."""


def rows_of(table: str, data: PathLike | None = None) -> list[Row]:
    """Return a table's rows as text, read again only when the file has changed.

    >>> rows_of("terms")[0]["vocabulary"] <= rows_of("terms")[-1]["vocabulary"]
    True
    """
    return rows_at(table, stamp_of(table, data))


Stamp = tuple[Path, tuple[int, int], tuple[int, int]]
"""A folder, and time of change and size of a table and of its descriptor."""


def stamp_of(table: str, data: PathLike | None = None) -> Stamp:
    """Return what changes when a table's file does: a key for whatever is computed from it."""
    folder = data_folder(data)
    descriptor = _stamp(folder / DESCRIPTOR)
    return folder, _stamp(folder / _package(folder, descriptor).tables[table].path), descriptor


def _stamp(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError:
        return (0, 0)
    return stat.st_mtime_ns, stat.st_size


# The stamp is not used inside: it makes a changed descriptor another key.
@lru_cache(maxsize=8)
def _package(folder: Path, _descriptor: tuple[int, int]) -> Package:
    return read_package(folder)


@lru_cache(maxsize=64)
def rows_at(table: str, stamp: Stamp) -> list[Row]:
    """Return a table's rows as they were when the stamp was taken."""
    return read_rows(table, stamp[0])


@lru_cache(maxsize=64)
def _index(table: str, stamp: Stamp) -> dict[str, Row]:
    columns = _package(stamp[0], stamp[2]).tables[table].primary_key
    return {"|".join(row[column] for column in columns): row for row in rows_at(table, stamp)}


def rows_by_id(table: str, data: PathLike | None = None) -> dict[str, Row]:
    """Return a table's rows by their ids, as `evidence.record_id` has them.

    An id is the row's key; where a key has several columns, their values joined by "|".

    >>> rows_by_id("terms")["stage|proposed"]["term"]
    'proposed'
    """
    return _index(table, stamp_of(table, data))


def find_records(
    record_id: str, *, table: str | None = None, data: PathLike | None = None
) -> list[tuple[str, Row]]:
    """Return every row that has this id, with the name of its table.

    An id can stand in several tables: an initiative is an entity too.

    Parameters
    ----------
    record_id : str
        `kazakhstan`, `r0001`; for a key of several columns their values joined by "|".
    table : str, optional
        Look in this table alone.

    Raises
    ------
    UnknownName
        There is no such row, or no such table; the message names the nearest id.

    Examples
    --------
    >>> find_records("no such id")
    Traceback (most recent call last):
    ...
    kopjaqty.errors.UnknownName: No row has this id. Found: 'no such id'.
    """
    if table is not None:
        one_of(N_("There is no such table."), TABLES_WITH_EVIDENCE, table)
    require(TEXT, record_id=record_id)
    tables = TABLES_WITH_EVIDENCE if table is None else (table,)
    found = [
        (name, rows[record_id]) for name in tables if record_id in (rows := rows_by_id(name, data))
    ]
    if not found:
        ids = [key for name in tables for key in rows_by_id(name, data)]
        what = _("No row has this id.")
        raise UnknownName(Problem(what, value=record_id, nearest=nearest(record_id, ids)))
    return found


def name_of(entity_id: str, data: PathLike | None = None) -> str:
    """Return an entity's name in the current language, or its id where it has no row.

    >>> name_of("an_entity_without_a_row")
    'an_entity_without_a_row'
    """
    row = rows_by_id("entities", data).get(entity_id)
    return (localized(row, "name") if row else "") or entity_id


def _label(vocabulary: str, term: str, data: PathLike | None) -> str:
    row = rows_by_id("terms", data).get(f"{vocabulary}|{term}")
    return (localized(row, "label") if row else "") or term


def describe(table: str, row: Row, data: PathLike | None = None) -> str:
    """Return what a row says, in a few words of the current language.

    >>> describe("positions", Row(claim_en="Fairs are useful."))
    'Fairs are useful.'
    """
    match table:
        case "relations":
            subject, object_ = name_of(row["subject_id"], data), name_of(row["object_id"], data)
            return f"{subject} – {_label('predicate', row['predicate'], data)} – {object_}"
        case "participants":
            who, role = name_of(row["entity_id"], data), _label("role", row["role"], data)
            event = rows_by_id("events", data).get(row["event_id"])
            return f"{who} – {role} – {localized(event, 'title') if event else row['event_id']}"
        case "names":
            return f"{row['name']} = {name_of(row['entity_id'], data)}"
        case "initiatives":
            return name_of(row["initiative_id"], data)
    column = {
        "documents": "title",
        "events": "title",
        "quantities": "label",
        "positions": "claim",
        "discrepancies": "summary",
    }
    return localized(row, column.get(table, "name"))
