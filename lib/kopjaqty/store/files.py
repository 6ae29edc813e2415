"""Reads a table's file: bytes, lines, cells; and says what stands in the way.

A file is gone through block by block, so that what is needed of a large one is all that is kept.

A file that is read is not yet right: what its values must be is asked by `kopjaqty.store.checks`.
"""

from __future__ import annotations

import csv
import io
import re
from array import array
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from kopjaqty.errors import DataError, Problem, nearest
from kopjaqty.language import _
from kopjaqty.store.characters import Block, Composed, check_characters
from kopjaqty.store.descriptor import Table
from kopjaqty.store.row import Row, set_line

# Rows that are looked at together, and texts that are kept once however often they come again.
BLOCK, SHARED = 1000, 100_000


@dataclass
class Rows:
    """The rows of one table, column by column, as text, and what is wrong with them.

    Of a large table not all columns may have been kept.

    `doubtful` names the columns with a wrong cell: no further check builds on them, so that one
    slip is reported once. Where `complete` is False, some rows could not be read at all.
    """

    table: Table
    columns: dict[str, list[str]] = field(default_factory=dict)
    lines: array[int] = field(default_factory=lambda: array("q"))
    problems: list[Problem] = field(default_factory=list)
    doubtful: set[str] = field(default_factory=set)
    complete: bool = True

    def problem(
        self,
        what: str,
        row: int | None = None,
        column: str = "",
        *,
        line: int | None = None,
        **known: Any,
    ) -> Problem:
        """A problem of the file, of a line, or of a cell (rows are counted from 0)."""
        if row is not None:
            line = self.lines[row]
            if column and "value" not in known:
                known["value"] = self.columns[column][row]
        return Problem(what, file=self.table.path, row=line, column=column or None, **known)

    def add(self, *args: Any, **known: Any) -> None:
        """Note a problem; its column is doubtful from now on."""
        self.problems.append(self.problem(*args, **known))
        self.doubtful.update(filter(None, [self.problems[-1].column]))

    def sound(self, *columns: str) -> bool:
        """Whether a further check can build on these columns."""
        return self.complete and self.doubtful.isdisjoint(columns)

    def mapping(self, key: str, value: str) -> dict[str, str]:
        """One column by another."""
        return dict(zip(self.columns[key], self.columns[value], strict=True))

    def keys(self, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
        """The cells of some columns, row by row."""
        return list(zip(*(self.columns[column] for column in columns), strict=True))


def read_file(folder: Path, table: Table) -> bytes:
    """The bytes of a table's file, or a DataError that says why there are none."""
    path = folder / table.path
    again = _("Copy the file from the collection again.")
    try:
        content = path.read_bytes()
    except OSError as error:
        if path.is_dir():
            what = _("A folder is in the place of the file.")
        elif isinstance(error, FileNotFoundError):
            what = _("The file is missing.")
        else:
            what = _("The file cannot be opened: {reason}.").format(reason=error.strerror)
        raise DataError([Problem(what, file=table.path, value=str(path), remedy=again)]) from None
    if not content:
        header = ",".join(table.columns)
        what = _("The file is empty.")
        raise DataError([Problem(what, file=table.path, expected=header, remedy=again)])
    return content


def parse_rows(
    table: Table,
    content: bytes,
    keep: Collection[str] | None = None,
    see: Callable[[int, Block], object] | None = None,
) -> Rows:
    """Split a file into rows and cells, and note what stands in the way.

    `see` is shown each block, with the number of its first row. Then only the columns to `keep`
    stay; without a word on it, all do.
    """
    rows = Rows(table)
    cells = _split(rows, _plain(rows, content))
    header = next(cells, [])
    rows.columns = {name: [] for name in header if keep is None or name in keep}
    composed = Composed()
    shared: dict[str, str] = {}
    while lines := list(islice(cells, BLOCK)):
        block = dict(zip(header, zip(*lines, strict=True), strict=True))
        first = len(rows.lines) - len(lines)
        check_characters(rows, first, block)
        composed.see(first, block)
        if see:
            see(first, block)
        for name, column in rows.columns.items():
            column += [shared.setdefault(cell, cell) for cell in block[name]]
        if len(shared) > SHARED:
            shared.clear()
    composed.note(rows)
    return rows


def rows_of(table: Table, content: bytes) -> tuple[Row, ...]:
    """Give the rows of a file, or a DataError if some of them cannot be read.

    Stray white space and the like stand in nobody's way: `parse_rows` is what notes them.
    """
    rows = Rows(table)
    found = tuple(each_row(rows, content))
    if not rows.complete:
        raise DataError(rows.problems)
    return found


def each_row(rows: Rows, content: bytes) -> Iterator[Row]:
    """Give those rows of a file that can be read, one after the other; `rows` notes the others."""
    cells, names = _split(rows, _plain(rows, content)), rows.table.columns
    header = next(cells, [])
    order = [header.index(column) for column in names if header]
    moved = tuple(header) != names
    for row in cells:
        found = Row(zip(names, [row[place] for place in order] if moved else row, strict=True))
        set_line(found, rows.lines[-1])
        yield found


def _plain(rows: Rows, content: bytes) -> bytes:
    """Text with plain line ends, in UTF-8; nothing where the bytes are no text."""
    save = _("Save it as “UTF-8” (not “UTF-8 with BOM”, not “Unicode”), with line ends LF.")
    if content.startswith(b"\xef\xbb\xbf"):
        what = _("The file begins with a byte order mark (BOM).")
        rows.add(what, line=1, value="0xef 0xbb 0xbf", expected=_("no such mark"), remedy=save)
        content = content[3:]
    at = content.find(b"\0")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start
    if at >= 0:
        # A BOM that was cut off above still counts for whoever looks the byte up.
        offset = at + 3 * len(rows.problems)
        rows.add(
            _("The file is not UTF-8 text from byte {byte} on.").format(byte=offset),
            line=content.count(b"\n", 0, at) + 1,
            value=f"0x{content[at]:02x}",
            expected=_("text saved as UTF-8"),
            remedy=save,
        )
        rows.complete = False
        return b""
    if b"\r" in content:
        line = len(re.findall(b"\r\n?|\n", content[: content.index(b"\r")])) + 1
        what = _("Lines end as on Windows (CRLF) or on an old Macintosh (CR).")
        rows.add(what, line=line, value="\\r", expected="\\n", remedy=save)
        content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if not content.endswith(b"\n"):
        what = _("The last line does not end: the file may have been cut off.")
        remedy = _("See that nothing is missing, then end the last line.")
        rows.add(what, line=content.count(b"\n") + 1, expected="\\n", remedy=remedy)
    return content


def _split(rows: Rows, content: bytes) -> Iterator[list[str]]:
    """Give the header and the rows that are as long as it; nothing where it is not the table's.

    `rows.lines` gets the line of each row, before the row is given.
    """
    text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")
    reader = csv.reader(text, strict=True)
    previous, width = 0, -1
    try:
        for row in reader:
            if len(row) == width:
                rows.lines.append(previous + 1)
                yield row
            elif width < 0:
                if not _check_header(rows, row):
                    break
                width = len(row)
                yield row
            else:
                rows.complete = False
                rows.add(
                    _("The row has too many or too few cells.") if row else _("The line is empty."),
                    line=previous + 1,
                    value=_("{n} cells").format(n=len(row)),
                    expected=_("{n} cells").format(n=width),
                    remedy=_("A comma inside a cell needs quotation marks around the cell."),
                )
            previous = reader.line_num
    except csv.Error as error:
        rows.complete = False
        rows.add(
            _("The row cannot be split into cells: {reason}.").format(reason=error),
            line=previous + 1,
            remedy=_("Look for a quotation mark too many or too few: inside a cell it is doubled."),
        )
    if width < 0:
        rows.complete = False


def _check_header(rows: Rows, header: list[str]) -> bool:
    """Whether the header names the columns of the descriptor; their order is a lesser matter."""
    expected, known = ",".join(rows.table.columns), len(rows.problems)
    missing = [name for name in rows.table.columns if name not in header]
    extra = [name for name in dict.fromkeys(header) if name not in rows.table.columns]
    remedy = _("Write the header line as expected, and see that the cells below agree with it.")
    if len(missing) == len(rows.table.columns):
        found = ",".join(header)
        what = _("The first line is not the header of the table.")
        if ";" in found or "\t" in found:
            remedy = _("Save the file as CSV with commas, not with semicolons or tabs.")
        rows.add(what, line=1, value=found[:80], expected=expected, remedy=remedy)
        return False
    for name in missing:
        close = nearest(name, extra)
        if close:
            extra.remove(close)
        what = _("A column is missing, or its name is another.")
        rows.add(what, line=1, column=name, value=close, expected=name, remedy=remedy)
    for name in extra:
        what = _("The descriptor does not know this column.")
        close = nearest(name, rows.table.columns)
        rows.add(what, line=1, value=name, expected=expected, nearest=close, remedy=remedy)
    for name in {name: None for name in header if header.count(name) > 1}:
        what = _("The column stands there twice.")
        rows.add(what, line=1, column=name, value=name, expected=expected, remedy=remedy)
    if len(rows.problems) > known:
        return False
    if tuple(header) != rows.table.columns:
        what = _("The columns stand in another order.")
        rows.add(what, line=1, value=",".join(header), expected=expected, remedy=remedy)
    return True
