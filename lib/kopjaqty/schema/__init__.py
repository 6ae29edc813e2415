"""Finds the folder of tables; reads its descriptor, and the rows of a table as text.

Whether the values are right is asked by `checks`; typed tables come from `tables`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kopjaqty.arguments import PATH, allow
from kopjaqty.errors import DataError, UnknownName
from kopjaqty.language import _
from kopjaqty.schema.descriptor import (
    DESCRIPTOR,
    TABLES,
    Field,
    ForeignKey,
    Table,
    parse_descriptor,
    refusal,
)
from kopjaqty.schema.rows import Row, parse_rows, read_file

__all__ = [
    "DESCRIPTOR",
    "TABLES",
    "Field",
    "ForeignKey",
    "Package",
    "Row",
    "Table",
    "data_folder",
    "read_package",
    "read_rows",
]


@dataclass(frozen=True)
class Package:
    """A folder of tables and its descriptor."""

    folder: Path
    name: str
    title: str
    version: str
    tables: Mapping[str, Table]


def data_folder(data: str | os.PathLike[str] | None = None) -> Path:
    """The folder that holds the tables.

    Parameters
    ----------
    data : path, optional
        Your own folder of tables. Without it: the folder that the environment variable
        `KOPJAQTY_DATA` names, else the data installed with kopjaqty, else the project's `data`.

    Returns
    -------
    pathlib.Path
        It is not looked into: `read_package` says what is wrong with it.

    Examples
    --------
    >>> data_folder("my_tables").name
    'my_tables'
    """
    allow(PATH, data=data)
    if data is not None:
        return Path(data).expanduser()
    if chosen := os.environ.get("KOPJAQTY_DATA"):
        return Path(chosen).expanduser()
    here = Path(__file__).resolve().parent
    installed = here.parent / "data"
    return installed if (installed / DESCRIPTOR).is_file() else here.parents[2] / "data"


def read_package(folder: str | os.PathLike[str] | None = None) -> Package:
    """Read the descriptor of a folder of tables.

    Parameters
    ----------
    folder : path, optional
        As in `data_folder`.

    Returns
    -------
    Package
        What the descriptor says; the tables themselves are not read.

    Raises
    ------
    DataError
        The descriptor is missing, cannot be read, or does not describe the tables kopjaqty has.

    Examples
    --------
    >>> read_package().tables["relations"].primary_key
    ('relation_id',)
    """
    place = data_folder(folder)
    path = place / DESCRIPTOR
    try:
        content = path.read_bytes()
    except OSError:
        raise refusal(
            _("The descriptor is not there, or is not a file."),
            value=str(path),
            expected=_("a folder that holds it and the tables it describes"),
            remedy=_("Name such a folder (`data=`, or the variable KOPJAQTY_DATA)."),
        ) from None
    name, title, version, tables = parse_descriptor(content)
    return Package(place, name, title, version, tables)


def read_rows(table: str, folder: str | os.PathLike[str] | None = None) -> list[Row]:
    """Read a table as text, without judging its values.

    Parameters
    ----------
    table : str
        The name of the table.
    folder : path, optional
        As in `data_folder`.

    Returns
    -------
    list of Row
        Dicts of text by column, in the order of the file; an empty text is a missing value.
        `row.line` is the line of the file.

    Raises
    ------
    DataError
        The file cannot be read as the table that the descriptor describes.
    UnknownName
        There is no such table.

    Examples
    --------
    >>> read_rows("terms")[0].line
    2
    """
    package = read_package(folder)
    if table not in package.tables:
        raise UnknownName.among(_("There is no such table."), table, package.tables)
    described = package.tables[table]
    rows = parse_rows(described, read_file(package.folder, described))
    if not rows.complete:
        raise DataError(rows.problems)
    found = []
    names = described.columns
    for line, cells in zip(rows.lines, rows.keys(names), strict=True):
        row = Row(zip(names, cells, strict=True))
        row.line = line
        found.append(row)
    return found
