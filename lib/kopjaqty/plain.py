"""Tables as plain rows of text, for what needs no DataFrame: as trusted as what `load` gives.

A file that is not the one its descriptor notes is checked first, as in `kopjaqty.tables`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from os import PathLike

from kopjaqty.schema import read_package
from kopjaqty.schema.descriptor import Table
from kopjaqty.tables import trusted_contents, unchecked

__all__ = ["PlainTables", "plain_tables"]

PlainRow = dict[str, str]
PlainTables = dict[str, list[PlainRow]]


def plain_tables(names: Iterable[str], data: str | PathLike[str] | None = None) -> PlainTables:
    """Read tables as rows of text, "" where a cell is empty.

    Nothing is kept between calls: what is changed in one answer is not in the next.

    Raises
    ------
    DataError
        A file cannot be read, or was changed and fails a check.

    Examples
    --------
    >>> plain_tables(["relations"])["relations"][0]["predicate"]
    'member_of'
    """
    package = read_package(data)
    wanted = [package.tables[name] for name in names]
    contents = trusted_contents(package, wanted)
    return {table.name: _rows(table, contents[table.name]) for table in wanted}


def _rows(table: Table, content: bytes) -> list[PlainRow]:
    columns = table.columns
    try:
        lines = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
        if tuple(next(lines, ())) != columns:
            raise ValueError(",".join(columns))
        return [dict(zip(columns, cells, strict=True)) for cells in lines]
    except (ValueError, csv.Error) as error:
        raise unchecked(table.path, error) from None
