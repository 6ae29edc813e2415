"""What points at rows by table and key: what a discrepancy concerns, and ids that are gone."""

from __future__ import annotations

from collections.abc import Iterator

from kopjaqty.errors import Problem, nearest
from kopjaqty.language import _
from kopjaqty.store.rules import ParsedTables, Rules, entered_in, record_ids

RECORD_RULES: Rules = {}
"""Every rule of this file, and the columns of each table that it builds on."""

rule = entered_in(RECORD_RULES)


@rule(concerns="discrepancy_id table record_id column")
def concerns_point_at_cells(tables: ParsedTables) -> Iterator[Problem]:
    """What a discrepancy touches is there: a row, and a column of its table."""
    rows = tables["concerns"]
    known = {
        name: dict.fromkeys(record_ids(tables[name]))
        for name in set(rows.columns["table"]) & set(tables)
        if tables[name].sound(*tables[name].table.primary_key)
    }
    for row, (name, record, column) in enumerate(rows.keys(("table", "record_id", "column"))):
        if name not in known:
            continue
        table = tables[name].table
        if record not in known[name]:
            yield rows.problem(
                _("There is no such row in {table}.").format(table=table.path),
                row,
                "record_id",
                expected=_("the key {key} of a row").format(key="|".join(table.primary_key)),
                nearest=nearest(record, known[name]),
                remedy=_("Correct the key; retired.csv says what became of an earlier one."),
            )
        if column not in table.columns:
            yield rows.problem(
                _("{table} has no such column.").format(table=table.path),
                row,
                "column",
                expected=", ".join(table.columns),
                nearest=nearest(column, table.columns),
            )


@rule(retired="id table")
def retired_ids_are_gone(tables: ParsedTables) -> Iterator[Problem]:
    """An id that was given up is never given to another row."""
    rows = tables["retired"]
    for name in set(rows.columns["table"]) & set(tables):
        if not tables[name].sound(*tables[name].table.primary_key):
            continue
        lines = dict(zip(record_ids(tables[name]), tables[name].lines, strict=True))
        for row, (record, table) in enumerate(rows.keys(("id", "table"))):
            if table == name and record in lines:
                what = _("The id is in use: {file}, line {line}.")
                yield rows.problem(
                    what.format(file=tables[name].table.path, line=lines[record]),
                    row,
                    "id",
                    expected=_("an id that no row has"),
                    remedy=_("Give the row another id, or delete this line."),
                )
