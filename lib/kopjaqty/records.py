"""A row of any table by its id, and what it says in words: for passages and citations."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from kopjaqty.errors import Problem, UnknownName, nearest
from kopjaqty.language import _, localized
from kopjaqty.rows import Row
from kopjaqty.schema import DESCRIPTOR, data_folder, read_package, read_rows

PathLike = str | os.PathLike[str]

__all__ = ["TABLES_WITH_EVIDENCE", "describe", "find_records", "key_of", "name_of", "rows_of"]

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
    path = folder / read_package(folder).tables[table].path
    return folder, _stamp(path), _stamp(folder / DESCRIPTOR)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError:
        return (0, 0)
    return stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=64)
def rows_at(table: str, stamp: Stamp) -> list[Row]:
    """Return a table's rows as they were when the stamp was taken."""
    return read_rows(table, stamp[0])


def key_of(table: str, row: Row, data: PathLike | None = None) -> str:
    """Return a row's id as `evidence.record_id` has it: its key, several columns joined by "|".

    >>> key_of("names", Row(entity_id="un", language="kk", name="БҰҰ"))
    'un|kk|БҰҰ'
    """
    columns = read_package(data_folder(data)).tables[table].primary_key
    return "|".join(row[column] for column in columns)


def _all_records(table: str | None, data: PathLike | None) -> Iterator[tuple[str, str, Row]]:
    for name in TABLES_WITH_EVIDENCE if table is None else (table,):
        for row in rows_of(name, data):
            yield key_of(name, row, data), name, row


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
    if table is not None and table not in TABLES_WITH_EVIDENCE:
        raise UnknownName.among(_("There is no such table."), table, TABLES_WITH_EVIDENCE)
    ids = []
    found = []
    for key, name, row in _all_records(table, data):
        ids.append(key)
        if key == record_id:
            found.append((name, row))
    if not found:
        what = _("No row has this id.")
        raise UnknownName(Problem(what, value=record_id, nearest=nearest(record_id, ids)))
    return found


def name_of(entity_id: str, data: PathLike | None = None) -> str:
    """Return an entity's name in the current language, or its id where it has no row.

    >>> name_of("an_entity_without_a_row")
    'an_entity_without_a_row'
    """
    for row in rows_of("entities", data):
        if row["entity_id"] == entity_id:
            return localized(row, "name") or entity_id
    return entity_id


def _label(vocabulary: str, term: str, data: PathLike | None) -> str:
    for row in rows_of("terms", data):
        if (row["vocabulary"], row["term"]) == (vocabulary, term):
            return localized(row, "label") or term
    return term


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
            titles = [e for e in rows_of("events", data) if e["event_id"] == row["event_id"]]
            event = localized(titles[0], "title") if titles else row["event_id"]
            return f"{who} – {role} – {event}"
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
