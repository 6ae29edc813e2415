"""A row of any table by its id, and what it says in words: for passages and citations.

Tables that are being edited have words too: nothing is checked here.
"""

from __future__ import annotations

from collections.abc import Iterable

from kopjaqty.arguments import TEXT, PathLike, one_of, require
from kopjaqty.errors import Problem, UnknownName, nearest
from kopjaqty.language import N_, _, localized
from kopjaqty.store.reading import RowsByTable, rows_by_id
from kopjaqty.store.row import Row

__all__ = [
    "TABLES_WITH_EVIDENCE",
    "describe",
    "doubts_of",
    "find_records",
    "name_of",
    "refuse_retired",
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
        There is no such row, or no such table; the message names the nearest id, or says what
        became of one that was given up.

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
        refuse_retired(record_id, tables, data)
        ids = [key for name in tables for key in rows_by_id(name, data, checked=False)]
        what = _("No row has this id.")
        raise UnknownName(Problem(what, value=record_id, nearest=nearest(record_id, ids)))
    return records


def refuse_retired(record_id: str, tables: Iterable[str], data: PathLike | None = None) -> None:
    """Raise what became of an id of one of these tables, if it was given up.

    Raises
    ------
    UnknownName
        It was: since when, and which rows say it now.

    Examples
    --------
    >>> refuse_retired("nuclear_disarmament_call", ["entities"])
    Traceback (most recent call last):
    ...
    kopjaqty.errors.UnknownName: This id of entities was given up with release 0.2.0. Found: \
'nuclear_disarmament_call'. In its place: nuclear_arms_renunciation.
    """
    for table in tables:
        gone = rows_by_id("retired", data, checked=False).get(f"{table}|{record_id}")
        if gone:
            what = _("This id of {table} was given up with release {since}.")
            what = what.format(table=table, since=gone["since"])
            became = _("In its place: {became}").format(became=gone["became"])
            raise UnknownName(Problem(what, value=record_id, remedy=became))


def doubts_of(tables: RowsByTable) -> dict[tuple[str, str], tuple[str, ...]]:
    """Give the discrepancies that cast a doubt on a row, by table and id.

    A misprinted or unusual name casts none (`terms.counts_as` of the effects).

    Parameters
    ----------
    tables : mapping
        `concerns` and `terms` among them.

    Examples
    --------
    >>> from kopjaqty.store import rows_by_table
    >>> doubts_of(rows_by_table(["concerns", "terms"]))["relations", "r0199"]
    ('cppnm_year',)
    """
    effects = {
        row["term"]
        for row in tables["terms"]
        if row["vocabulary"] == "effect" and row.get("counts_as") == "doubt"
    }
    found: dict[tuple[str, str], dict[str, None]] = {}
    for row in tables["concerns"]:
        if row["effect"] in effects:
            key = row["table"], row["record_id"]
            found.setdefault(key, {})[row["discrepancy_id"]] = None
    return {key: tuple(names) for key, names in found.items()}


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
