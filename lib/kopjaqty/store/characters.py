"""The characters of cells: no stray white space, no control characters, composed letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from operator import ne
from typing import TYPE_CHECKING

from kopjaqty.language import _

if TYPE_CHECKING:
    from kopjaqty.store.files import Rows

__all__ = ["Block", "Composed", "check_characters"]

# Line breaks inside a cell count too: a table has one row a line.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")

Block = Mapping[str, Sequence[str]]
"""The cells of rows that follow one another, by column."""


def check_characters(rows: Rows, first: int, block: Block) -> None:
    """Cells without stray white space or control characters."""
    for column, cells in block.items():
        stray = any(map(ne, cells, map(str.strip, cells)))
        for row, cell in (
            enumerate(cells, first) if stray or CONTROL.search(" ".join(cells)) else ()
        ):
            if cell != cell.strip():
                what, remedy = _("There is white space before or after the value."), _("Delete it.")
                rows.add(what, row, column, value=cell, expected=cell.strip(), remedy=remedy)
            elif CONTROL.search(cell):
                what = _("There is a line break, tab or other control character in the cell.")
                expected, remedy = _("one line"), _("Delete it.")
                rows.add(what, row, column, value=cell, expected=expected, remedy=remedy)


class Composed:
    """Counts the cells that are not in Unicode's composed form.

    One cause, the program that saved the file: one problem, not one for each "й".
    """

    def __init__(self) -> None:
        self.wrong: set[str] = set()
        self.first: tuple[int, str, str] | None = None
        self.count = 0

    def see(self, first: int, block: Block) -> None:
        """Count those of a block."""
        for column, cells in block.items():
            if unicodedata.is_normalized("NFC", " ".join(cells)):
                continue
            found = [
                (row, column, cell)
                for row, cell in enumerate(cells, first)
                if not unicodedata.is_normalized("NFC", cell)
            ]
            self.wrong.add(column)
            self.count += len(found)
            self.first = min(found[0], self.first or found[0])

    def note(self, rows: Rows) -> None:
        """Note the problem, at the first of them."""
        if not self.first:
            return
        row, column, cell = self.first
        what = _("The text is not in Unicode's composed form (NFC); cells concerned: {n}.")
        rows.add(
            what.format(n=self.count),
            row,
            column,
            value=cell,
            expected=unicodedata.normalize("NFC", cell),
            remedy=_("Normalise the file to NFC: unicodedata.normalize('NFC', text)."),
        )
        rows.doubtful |= self.wrong
