"""Reads a table's file: bytes, text, lines, cells; and says what stands in the way.

A file that is read is not yet right: what its values must be is asked by `kopjaqty.store.checks`.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kopjaqty.errors import DataError, Problem, nearest
from kopjaqty.language import _
from kopjaqty.store.descriptor import Table
from kopjaqty.store.row import Row, set_line

# Line breaks inside a cell count too: a table has one row a line.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass
class Rows:
    """The rows of one table, column by column, as text, and what is wrong with them.

    `doubtful` names the columns with a wrong cell: no further check builds on them, so that one
    slip is reported once. Where `complete` is False, some rows could not be read at all.
    """

    table: Table
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)
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
            if column:
                known.setdefault("value", self.columns[column][row])
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


def parse_rows(table: Table, content: bytes) -> Rows:
    """Split a file into rows and cells, and note what stands in the way."""
    rows = Rows(table)
    text = _decode(rows, content)
    if cells := _split(rows, text):
        header, *body = cells
        columns = list(zip(*body, strict=True)) or [()] * len(header)
        rows.columns = dict(zip(header, columns, strict=True))
        _check_characters(rows, text)
    return rows


def rows_of(table: Table, content: bytes) -> tuple[Row, ...]:
    """Give the rows of a file, or a DataError if some of them cannot be read.

    Stray white space and the like stand in nobody's way: `parse_rows` is what notes them.
    """
    rows = Rows(table)
    header, *body = _split(rows, _decode(rows, content)) or [[]]
    if not rows.complete:
        raise DataError(rows.problems)
    if tuple(header) != table.columns:
        order = [header.index(column) for column in table.columns]
        body = [[cells[place] for place in order] for cells in body]
    names = table.columns
    found = tuple([Row(zip(names, cells, strict=True)) for cells in body])
    for row, line in zip(found, rows.lines, strict=True):
        set_line(row, line)
    return found


def _decode(rows: Rows, content: bytes) -> str:
    """Text with plain line ends; "" where the bytes are no text."""
    save = _("Save it as “UTF-8” (not “UTF-8 with BOM”, not “Unicode”), with line ends LF.")
    if content.startswith(b"\xef\xbb\xbf"):
        what = _("The file begins with a byte order mark (BOM).")
        rows.add(what, line=1, value="0xef 0xbb 0xbf", expected=_("no such mark"), remedy=save)
        content = content[3:]
    at = content.find(b"\0")
    try:
        text = content.decode("utf-8")
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
        return ""
    if "\r" in text:
        line = len(re.findall("\r\n?|\n", text[: text.index("\r")])) + 1
        what = _("Lines end as on Windows (CRLF) or on an old Macintosh (CR).")
        rows.add(what, line=line, value="\\r", expected="\\n", remedy=save)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.endswith("\n"):
        what = _("The last line does not end: the file may have been cut off.")
        remedy = _("See that nothing is missing, then end the last line.")
        rows.add(what, line=text.count("\n") + 1, expected="\\n", remedy=remedy)
    return text


def _split(rows: Rows, text: str) -> list[list[str]]:
    """The header and the rows that are as long as it; nothing where it is not the table's.

    `rows.lines` gets the line of each row.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    cells: list[list[str]] = []
    previous, width = 0, -1
    try:
        for row in reader:
            if len(row) == width:
                cells.append(row)
                rows.lines.append(previous + 1)
            elif not cells:
                if not _check_header(rows, row):
                    rows.complete = False
                    return []
                cells.append(row)
                width = len(row)
            else:
                rows.complete = False
                rows.add(
                    _("The row has too many or too few cells.") if row else _("The line is empty."),
                    line=previous + 1,
                    value=_("{n} cells").format(n=len(row)),
                    expected=_("{n} cells").format(n=len(cells[0])),
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
    if not cells:
        rows.complete = False
    return cells


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


def _check_characters(rows: Rows, text: str) -> None:
    """Cells without stray white space or control characters, and in Unicode's composed form."""
    tidy = unicodedata.is_normalized("NFC", text)
    for column, cells in rows.columns.items():
        for row, cell in enumerate(cells):
            if cell != cell.strip():
                what = _("There is white space before or after the value.")
                rows.add(what, row, column, expected=cell.strip(), remedy=_("Delete it."))
            elif CONTROL.search(cell):
                what = _("There is a line break, tab or other control character in the cell.")
                rows.add(what, row, column, expected=_("one line"), remedy=_("Delete it."))
    if tidy:
        return
    composed = {
        column: [unicodedata.is_normalized("NFC", cell) for cell in cells]
        for column, cells in rows.columns.items()
    }
    wrong = [(cells.index(False), column) for column, cells in composed.items() if not all(cells)]
    if wrong:
        # One cause, the program that saved the file: one problem, not one for each "й".
        row, column = min(wrong)
        count = sum(cells.count(False) for cells in composed.values())
        rows.add(
            _("The text is not in Unicode's composed form (NFC); cells concerned: {n}.").format(
                n=count
            ),
            row,
            column,
            expected=unicodedata.normalize("NFC", rows.columns[column][row]),
            remedy=_("Normalise the file to NFC: unicodedata.normalize('NFC', text)."),
        )
        rows.doubtful.update(column for _row, column in wrong)
