"""A row of any table by its id, and what it says in words: for passages and citations.

Tables that are being edited have words too: nothing is checked here.
"""

from __future__ import annotations

from kopjaqty.arguments import TEXT, PathLike, one_of, require
from kopjaqty.errors import Problem, UnknownName, nearest
from kopjaqty.language import N_, _, localized
from kopjaqty.store.reading import rows_by_id
from kopjaqty.store.row import Row

__all__ = [
    "TABLES_WITH_EVIDENCE",
    "describe",
    "find_records",
    "name_of",
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
    records = [
        (name, rows[record_id])
        for name in tables
        if record_id in (rows := rows_by_id(name, data, checked=False))
    ]
    if not records:
        ids = [key for name in tables for key in rows_by_id(name, data, checked=False)]
        what = _("No row has this id.")
        raise UnknownName(Problem(what, value=record_id, nearest=nearest(record_id, ids)))
    return records


def name_of(entity_id: str, data: PathLike | None = None) -> str:
    """Return an entity's name in the current language, or its id where it has no row.

    >>> name_of("an_entity_without_a_row")
    'an_entity_without_a_row'
    """
    row = rows_by_id("entities", data, checked=False).get(entity_id)
    return (localized(row, "name") if row else "") or entity_id


def _label(vocabulary: str, term: str, data: PathLike | None) -> str:
    row = rows_by_id("terms", data, checked=False).get(f"{vocabulary}|{term}")
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
            event = rows_by_id("events", data, checked=False).get(row["event_id"])
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
