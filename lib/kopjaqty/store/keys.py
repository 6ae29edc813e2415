"""The keys of a table: complete, unique, sorted; and those that lead to another table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kopjaqty.errors import nearest
from kopjaqty.language import _
from kopjaqty.store.descriptor import ForeignKey
from kopjaqty.store.files import Rows

__all__ = ["check_foreign_key", "check_key"]


def check_key(rows: Rows) -> None:
    """The primary key: given, unique, and what the rows are sorted by."""
    columns = rows.table.primary_key
    if not rows.doubtful.isdisjoint(columns) or _ascends(rows):
        return
    keys = rows.keys(columns)
    first: dict[tuple[str, ...], int] = {}
    for row, key in enumerate(keys):
        if "" in key:
            column = columns[key.index("")]
            rows.add(_("The key is not complete."), row, column, expected=_("a value"))
        elif key in first:
            rows.add(
                _("The key is that of another row."),
                row,
                columns[0] if len(columns) == 1 else "",
                value="|".join(key),
                expected=_("another key than that of line {row}").format(
                    row=rows.lines[first[key]]
                ),
                remedy=_("Delete one of the two rows, or give it a key of its own."),
            )
        first.setdefault(key, row)
    if rows.doubtful.isdisjoint(columns):
        _check_order(rows, keys)


def _ranks(rows: Rows) -> Iterator[tuple[str | int, ...]]:
    """The keys, numbers as numbers."""
    whole = {field.name for field in rows.table.fields if field.type == "integer"}
    cells = ((rows.columns[c], c in whole) for c in rows.table.primary_key)
    return zip(*(map(int, column) if number else column for column, number in cells), strict=True)


def _ascends(rows: Rows) -> bool:
    """Whether all keys are there and each comes after the one before: then nothing is wrong."""
    if any("" in rows.columns[column] for column in rows.table.primary_key):
        return False
    return all(before < after for before, after in pairwise(_ranks(rows)))


def _check_order(rows: Rows, keys: list[tuple[str, ...]]) -> None:
    columns = rows.table.primary_key
    ranks = list(_ranks(rows))
    for row in range(1, len(ranks)):
        if ranks[row] < ranks[row - 1]:
            rows.problems.append(
                rows.problem(
                    _("The rows are not sorted by their key ({key}).").format(
                        key=", ".join(columns)
                    ),
                    row,
                    columns[0] if len(columns) == 1 else "",
                    value="|".join(keys[row]),
                    expected=_("a place before {key}, line {row}").format(
                        key="|".join(keys[row - 1]), row=rows.lines[row - 1]
                    ),
                    remedy=_("Sort the rows by their key, numbers as numbers."),
                )
            )
            return


def check_foreign_key(rows: Rows, key: ForeignKey, target: Rows) -> None:
    """Every value stands in the other table."""
    ready = rows.columns and rows.doubtful.isdisjoint(key.fields)
    if not (ready and target.columns and target.sound(*key.reference)):
        return
    known = set(target.keys(key.reference))
    strangers = [
        (row, cells)
        for row, cells in enumerate(zip(*(rows.columns[name] for name in key.fields), strict=True))
        if "" not in cells and cells not in known
    ]
    if not strangers:
        return
    texts = ["|".join(reference) for reference in dict.fromkeys(target.keys(key.reference))]
    close = {cells: nearest("|".join(cells), texts) for cells in {cells for _, cells in strangers}}
    for row, cells in strangers:
        rows.problems.append(
            rows.problem(
                _("There is no such row in {file}.").format(file=target.table.path),
                row,
                ", ".join(key.fields),
                value="|".join(cells),
                expected=_("the {column} of a row of {file}").format(
                    column=", ".join(key.reference), file=target.table.path
                ),
                nearest=close[cells],
                remedy=_("Correct the value, or add the row to {file}.").format(
                    file=target.table.path
                ),
            )
        )
