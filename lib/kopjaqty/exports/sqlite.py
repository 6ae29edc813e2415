"""All tables as one SQLite database: typed, with keys, and views that say names in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING, Any

from kopjaqty.errors import DataError, Problem
from kopjaqty.exports.data_package import VIEWS, Collection, plain_rows
from kopjaqty.language import LANGUAGES, _
from kopjaqty.store import Field, Package, Table

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["write_sqlite"]

SQL_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "string": "TEXT"}

NAMED = {"entities": "name", "documents": "title", "events": "title"}
"""The columns, one a language, by which the rows of a table are known to readers."""


def write_sqlite(collection: Collection) -> bytes:
    """Give all tables as one SQLite database: typed, with keys, and views with names in words.

    For every table `x` with ids or terms, the view `x_named` adds what they are called in
    English, Kazakh and Russian; `view_acts` and `view_initiatives` are what `kopjaqty.acts` gives,
    lists joined by " | ". `about` has title, version, licence and citation, `columns` what
    each column means. A date is its text, its bounds and its precision, as in `load()`.

    Raises
    ------
    DataError
        A key leads nowhere, or the database refuses a row.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            _fill(database, collection)
            broken = database.execute("PRAGMA foreign_key_check").fetchall()
        except sqlite3.Error as error:
            what = _("The tables do not make a database: {reason}.").format(reason=error)
            remedy = _("`kopjaqty verify` lists what is wrong with it.")
            raise DataError(Problem(what, remedy=remedy)) from None
        if broken:
            what = _("A key leads nowhere.")
            paths = {table.name: table.path for table in collection.package.tables.values()}
            raise DataError(Problem(what, file=paths[t], row=n + 1) for t, n, *_rest in broken)
        database.commit()
        database.execute("VACUUM")
        return database.serialize()


def _fill(database: sqlite3.Connection, collection: Collection) -> None:
    for name, frame in collection.tables.items():
        table = collection.package.tables[name]
        database.execute(_table_sql(table, list(frame.columns)))
        marks = ", ".join("?" * len(frame.columns))
        database.executemany(
            f"INSERT INTO {_quoted(name)} VALUES ({marks})",  # noqa: S608 - quoted
            [tuple(row.values()) for row in plain_rows(frame)],
        )
    for table in collection.package.tables.values():
        if view := _view_sql(table, collection.package):
            database.execute(view)
    for name, frame in collection.views.items():
        marks = ", ".join("?" * len(frame.columns))
        columns = ", ".join(
            f"{_quoted(column)} {_sql_type(frame[column])}" for column in VIEWS[name]
        )
        database.execute(f"CREATE TABLE {_quoted(name)} ({columns}) STRICT")
        database.executemany(
            f"INSERT INTO {_quoted(name)} VALUES ({marks})",  # noqa: S608 - quoted
            [tuple(row.values()) for row in plain_rows(frame)],
        )
    database.execute('CREATE TABLE "about" ("key" TEXT PRIMARY KEY, "value" TEXT NOT NULL) STRICT')
    database.executemany('INSERT INTO "about" VALUES (?, ?)', collection.about.items())
    database.execute(
        'CREATE TABLE "columns" ("table" TEXT, "column" TEXT, "meaning" TEXT NOT NULL, '
        'PRIMARY KEY ("table", "column")) STRICT'
    )
    database.executemany(
        'INSERT INTO "columns" VALUES (?, ?, ?)',
        [
            (table.name, field.name, field.description)
            for table in collection.package.tables.values()
            for field in table.fields
        ]
        + [(view, column, said) for view, told in VIEWS.items() for column, said in told.items()],
    )


def _sql_type(column: pd.Series[Any]) -> str:
    return "INTEGER" if str(column.dtype) == "bool" else "TEXT"


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'


def _literal(text: str) -> str:
    escaped = text.replace("'", "''")
    return f"'{escaped}'"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def _table_sql(table: Table, columns: list[str]) -> str:
    fields = {field.name: field for field in table.fields}
    lines = [_column_sql(column, fields.get(column)) for column in columns]
    lines.append(f"PRIMARY KEY ({_listed(table.primary_key)})")
    lines += [
        f"FOREIGN KEY ({_listed(key.fields)}) REFERENCES {_quoted(key.table)} "
        f"({_listed(key.reference)})"
        for key in table.foreign_keys
    ]
    return f"CREATE TABLE {_quoted(table.name)} ({', '.join(lines)}) STRICT"


def _column_sql(column: str, field: Field | None) -> str:
    if field is None:  # a bound or the precision of a date
        return f"{_quoted(column)} TEXT"
    parts = [_quoted(column), SQL_TYPES[field.type], "NOT NULL" if field.required else ""]
    values = [_literal(term) for term in field.enum] if field.type == "string" else []
    values = ["0", "1"] if field.type == "boolean" else values
    if values:
        parts.append(f"CHECK ({_quoted(column)} IN ({', '.join(values)}))")
    return " ".join(filter(None, parts))


def _view_sql(table: Table, package: Package) -> str | None:
    """Join the names of ids and the labels of terms; the own columns come first."""
    joined, joins = [], []
    keys = {key.fields[0]: key.table for key in table.foreign_keys if len(key.fields) == 1}
    for field in table.fields:
        column, alias = _quoted(field.name), _quoted(f"of {field.name}")
        stem = field.name.removesuffix("_id")
        target = keys.get(field.name, "terms" if field.vocabulary else "")
        if target not in NAMED and not field.vocabulary:
            continue
        named = "label" if field.vocabulary else NAMED[target]
        key = "term" if field.vocabulary else package.tables[target].primary_key[0]
        on = f"{alias}.{_quoted(key)} = {_quoted(table.name)}.{column}"
        if field.vocabulary:
            on += f' AND {alias}."vocabulary" = {_literal(field.vocabulary)}'
        joins.append(f"LEFT JOIN {_quoted(target)} AS {alias} ON {on}")
        joined += [
            f"{alias}.{_quoted(f'{named}_{code}')} AS {_quoted(f'{stem}_{named}_{code}')}"
            for code in LANGUAGES
        ]
    if not joins:
        return None
    selected = ", ".join([f"{_quoted(table.name)}.*", *joined])
    return (
        f"CREATE VIEW {_quoted(f'{table.name}_named')} AS SELECT {selected} "  # noqa: S608 - quoted
        f"FROM {_quoted(table.name)} {' '.join(joins)}"
    )
