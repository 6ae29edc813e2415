"""A table: a pandas DataFrame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kopjaqty.errors import nearest
from kopjaqty.language import _, ngettext
from kopjaqty_course.exercises.answers.base import Answer
from kopjaqty_course.exercises.answers.plain import Plain, Unreadable, cell, same, shown, strangers

__all__ = ["TableOf"]


@dataclass(frozen=True)
class TableOf(Answer):
    """A table with these columns. Index and dtypes do not count; rows count in order if `ordered`.

    Further columns are allowed unless `only` is set.
    """

    columns: tuple[str, ...]
    ordered: bool = False
    only: bool = False

    def wants(self) -> str:
        return _("a table (DataFrame) with the columns {columns}").format(
            columns=", ".join(self.columns)
        )

    def read(self, value: Any) -> Plain:
        import pandas as pd

        if type(value) is not pd.DataFrame:
            raise self.refuse(value)
        names = [str(name) for name in value.columns.tolist()]
        if not names:
            raise Unreadable(
                _(
                    "Your table has no columns at all. Name them even where there is no row: "
                    "`pd.DataFrame(rows, columns=[...])`."
                )
            )
        hidden = [str(name) for name in value.index.names if name is not None]
        for column in self.columns:
            if column in names:
                continue
            if column in hidden:
                raise Unreadable(
                    _("{column} is the index of your table, not a column: reset_index().").format(
                        column=column
                    )
                )
            message = _("Your table has no column {column}.").format(column=repr(column))
            close = nearest(column, names)
            raise Unreadable(f"{message} {_has(close)}" if close else message)
        if len(set(names)) < len(names):
            raise Unreadable(_("Two columns of your table have the same name."))
        if self.only and (extra := [name for name in names if name not in self.columns]):
            raise Unreadable(
                _("Your table has columns that are not asked for: {names}.").format(
                    names=", ".join(extra)
                )
            )
        try:
            columns = [[cell(item) for item in value[name].tolist()] for name in self.columns]
        except Unreadable as unreadable:
            raise Unreadable(
                _("A cell of your table holds {found}.").format(found=unreadable)
            ) from None
        return tuple(zip(*columns, strict=True))

    def differ(self, got: Plain, wanted: Plain) -> str:
        own, right = list(got), list(wanted)
        if not self.ordered:
            own, right = sorted(own, key=repr), sorted(right, key=repr)
        if same(own, right):
            return ""
        if len(own) != len(right):
            rows = ngettext("Your table has {n} row", "Your table has {n} rows", len(own))
            more = _("too many") if len(own) > len(right) else _("too few")
            return f"{rows.format(n=len(own))}: {more}."
        if self.ordered and same(sorted(own, key=repr), sorted(right, key=repr)):
            return _("The rows are right, their order is not.")
        return self._first_difference(own, right)

    def _first_difference(self, own: list[Plain], right: list[Plain]) -> str:
        row = strangers(own, right)[0]
        first = shown(row[0])
        close = [other for other in right if same(other[0], row[0])]
        if not close:
            return _("The row of {column} {value} does not belong here.").format(
                column=self.columns[0], value=first
            )
        n = next(n for n, name in enumerate(self.columns) if not same(row[n], close[0][n]))
        return _("In the row of {first}, {column} is not {value}.").format(
            first=first, column=self.columns[n], value=shown(row[n])
        )

    def show(self, got: Plain) -> str:
        return ngettext("a table with {n} row", "a table with {n} rows", len(got)).format(
            n=len(got)
        )


def _has(close: str) -> str:
    return _("It has {close}.").format(close=repr(close))
