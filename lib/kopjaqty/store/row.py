"""A row of a table: read as a dict is, and never changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from kopjaqty.errors import KopjaqtyError, Problem
from kopjaqty.language import _

__all__ = ["Row", "set_line"]


class _Unchangeable(KopjaqtyError, TypeError):
    """What Python raises where a value cannot be changed."""


class Row(dict[str, str]):
    """The cells of a row by column, as text; `line` is its line in the file (the header is 1).

    It is read as a dict is, and cannot be changed: whoever asks for a table is given the same rows.

    >>> row = Row(kind="state")
    >>> row["kind"], row | {"kind": "person"}
    ('state', {'kind': 'person'})
    """

    __slots__ = ("line",)
    line: int

    @classmethod
    def at(cls, line: int, cells: Iterable[tuple[str, str]]) -> Row:
        """Make the row of a line of a file."""
        row = cls(cells)
        set_line(row, line)
        return row

    def _refuse(self, *_args: object, **_known: object) -> NoReturn:
        what = _("A row of a table cannot be changed.")
        remedy = _("Make a copy, and change that: `dict(row)`.")
        raise _Unchangeable(Problem(what, row=getattr(self, "line", None), remedy=remedy))

    __setitem__ = __delitem__ = __setattr__ = __delattr__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[Any, ...]:
        return Row.at, (getattr(self, "line", 0), tuple(self.items()))


set_line: Callable[[Row, int], None] = Row.__dict__["line"].__set__
