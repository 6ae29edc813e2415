"""What every export draws from, and the tables as CSV that spreadsheets open.

A writer gives bytes and writes nothing; `exports` puts them into files.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kopjaqty.acts import ACT_COLUMNS, INITIATIVE_COLUMNS, acts, initiatives, joined
from kopjaqty.arguments import PathLike
from kopjaqty.cite import cite, version
from kopjaqty.errors import DataError, Problem
from kopjaqty.language import _, is_missing
from kopjaqty.named_tables import Tables
from kopjaqty.store import DESCRIPTOR, Package, Table, read_package
from kopjaqty.tables import load

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["VIEWS", "Cell", "Collection", "dumped", "plain_rows", "write_csv"]

Cell = str | int | float | bool | None

VIEWS = {"view_acts": ACT_COLUMNS, "view_initiatives": INITIATIVE_COLUMNS}
"""What the columns of each view mean."""

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With what a spreadsheet takes text for a formula (OWASP, "CSV Injection"): also full-width."""


@dataclass(frozen=True)
class Collection:
    """A folder of tables, loaded: what every writer draws from."""

    data: PathLike | None

    @cached_property
    def package(self) -> Package:
        """What the descriptor says."""
        return read_package(self.data)

    @cached_property
    def described(self) -> dict[str, Any]:
        """The descriptor as it stands in its file, with what kopjaqty itself does not read."""
        return self.package.described()

    @cached_property
    def tables(self) -> Tables:
        """The tables: right, or not given."""
        return load(data=self.data)

    @cached_property
    def views(self) -> dict[str, pd.DataFrame]:
        """Acts and initiatives as `kopjaqty.acts` gives them, lists joined by " | "."""
        return {
            "view_acts": acts(data=self.data),
            "view_initiatives": joined(initiatives(data=self.data)),
        }

    @cached_property
    def about(self) -> dict[str, str]:
        """What belongs on every copy; nothing of it depends on the day."""
        licences = [
            one.get("path") or one.get("name") for one in self.described.get("licenses", [])
        ]
        return {
            "title": self.package.title,
            "version": self.package.version,
            "date": str(self.described.get("created", ""))[:10],
            "digest": version(data=self.data).digest,
            "licence": " ".join(filter(None, licences)),
            "citation": cite(data=self.data),
        }


def dumped(content: object) -> bytes:
    """Give JSON that people can read.

    >>> dumped(["ң"]).decode().split()
    ['[', '"ң"', ']']
    """
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def plain_rows(frame: pd.DataFrame) -> list[dict[str, Cell]]:
    """Give rows as dicts of plain Python values: days as text (ISO 8601), None where empty.

    >>> from kopjaqty.tables import load
    >>> plain_rows(load("relations"))[0]["date_earliest"]
    '1992-03-02'
    """
    return [
        {str(column): _plain(cell) for column, cell in row.items()}
        for row in frame.to_dict("records")
    ]


def _plain(cell: Any) -> Cell:
    if is_missing(cell):
        return None
    return cell.date().isoformat() if hasattr(cell, "date") else cell  # type: ignore[no-any-return]


def write_csv(collection: Collection) -> dict[str, bytes]:
    """Give each table as CSV with a byte order mark, a descriptor for programs, notes for people.

    Excel takes UTF-8 without the mark for another encoding, and shows no Kazakh letter right.
    The columns are those of `load()`: dates bring their bounds, by which a spreadsheet sorts. With
    the tables come the views `kq.acts()` and `kq.initiatives()`, their lists joined by " | ".

    Raises
    ------
    DataError
        A cell would be taken for a formula. It is not changed in silence.
    """
    described = dict(collection.described)
    resources = {resource["name"]: resource for resource in described["resources"]}
    files: dict[str, bytes] = {}
    described["resources"] = []
    for name, frame in collection.tables.items():
        table = collection.package.tables[name]
        rows = plain_rows(frame)
        _refuse_formulas(table, rows)
        content = files[table.path] = _csv_of(frame.columns, rows)
        digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
        schema = resources[name]["schema"] | {"fields": _fields(resources[name], frame.columns)}
        sizes = {"rows": len(rows), "bytes": len(content), "hash": digest}
        described["resources"].append(resources[name] | sizes | {"schema": schema})
    for name, frame in collection.views.items():
        rows = plain_rows(frame)
        content = files[f"{name}.csv"] = _csv_of(frame.columns, rows)
        described["resources"].append(_view_resource(name, frame, len(rows), content))
    files[DESCRIPTOR] = dumped(described)
    files["README.txt"] = ("\ufeff" + _notes(collection)).encode("utf-8")
    return files


def _view_resource(name: str, frame: pd.DataFrame, rows: int, content: bytes) -> dict[str, Any]:
    """Describe a view as the tables are described."""
    kinds = {"bool": "boolean"}
    fields = [
        {"name": column, "type": kinds.get(str(frame[column].dtype), "string"), "description": said}
        for column, said in VIEWS[name].items()
    ]
    return {
        "name": name,
        "title": frame.attrs["title"],
        "path": f"{name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "rows": rows,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _csv_of(columns: Iterable[str], rows: list[dict[str, Cell]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_text(cell) for cell in row.values()] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _refuse_formulas(table: Table, rows: list[dict[str, Cell]]) -> None:
    # A sign alone, such as the comparator "=", has nothing to compute: it stays text.
    problems = [
        Problem(
            _("A spreadsheet would take this text for a formula."),
            file=table.path,
            row=line,
            column=column,
            value=cell,
            remedy=_("Word it differently, or export another format (sqlite)."),
        )
        for line, row in enumerate(rows, start=2)
        for column, cell in row.items()
        if isinstance(cell, str) and cell.startswith(SIGNS) and len(cell) > 1
    ]
    if problems:
        raise DataError(problems)


def _fields(resource: dict[str, Any], columns: Iterable[str]) -> list[dict[str, Any]]:
    """Describe the columns of a date's bounds too."""
    own = {field["name"]: field for field in resource["schema"]["fields"]}
    derived = {
        "earliest": ("date", "First day that the date allows; empty: open or not stated."),
        "latest": ("date", "Last day that the date allows; empty: open or not stated."),
        "precision": ("string", "How precise the date is."),
    }
    fields = []
    for column in columns:
        kind, meaning = derived.get(column.rpartition("_")[2], ("string", ""))
        made = {"name": column, "type": kind, "description": meaning}
        fields.append(own.get(column, made))
    return fields


def _notes(collection: Collection) -> str:
    about = collection.about
    lines = [
        about["title"],
        about["citation"],
        _("Licence: {licence}").format(licence=about["licence"]),
        "",
        _("The files are CSV: UTF-8 with a byte order mark, a comma between cells."),
        _(
            "In Excel: Data, From Text/CSV, origin UTF-8, delimiter comma, and do not detect "
            "data types: else 2016-04 becomes a day and a digest a number."
        ),
        _("In LibreOffice: open the file, choose UTF-8 and comma, and mark dates as text."),
        _(
            "An empty cell means that the documents do not state it; it is not zero. What each "
            "column means stands in {descriptor}."
        ).format(descriptor=DESCRIPTOR),
    ]
    return "\n".join([*lines, ""])
