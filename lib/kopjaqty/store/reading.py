"""Trusted bytes, and rows by table or by key; what is kept of them is told in `kopjaqty.store`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from kopjaqty.arguments import PathLike
from kopjaqty.errors import DataError, Problem, UnknownName
from kopjaqty.language import _
from kopjaqty.store.checks import check_contents, read_contents
from kopjaqty.store.descriptor import DESCRIPTOR, Table
from kopjaqty.store.files import read_file, rows_of
from kopjaqty.store.package import Package, data_folder, read_package
from kopjaqty.store.row import Row

__all__ = [
    "RowsByTable",
    "Stamp",
    "contents",
    "noted_rows",
    "rows",
    "rows_at",
    "rows_by_id",
    "rows_by_table",
    "stamp_of",
    "unchecked",
]

RowsByTable = Mapping[str, tuple[Row, ...]]

Stamp = tuple[Path, tuple[tuple[int, int], ...]]
"""A folder; time of change and size of its descriptor, and of a table or of all."""


def rows(table: str, data: PathLike | None = None, *, checked: bool = True) -> tuple[Row, ...]:
    """Give a table's rows, in the order of the file.

    Parameters
    ----------
    table : str
        The name of the table.
    data : path, optional
        As in `data_folder`.
    checked : bool
        Whether a file that the descriptor does not note has to pass the checks first. False
        reads whatever can be split into rows, also of tables that do not verify.

    Returns
    -------
    tuple of Row
        Text by column; an empty text is a missing value. `row.line` is the line of the file.

    Raises
    ------
    DataError
        The file cannot be read, or was changed and fails a check.
    UnknownName
        There is no such table.

    Examples
    --------
    >>> rows("terms")[0].line
    2
    """
    return rows_by_table([table], data, checked=checked)[table]


def rows_by_table(
    tables: Iterable[str], data: PathLike | None = None, *, checked: bool = True
) -> RowsByTable:
    """Give the rows of several tables, each as `rows` does; a folder is checked once for all.

    >>> list(rows_by_table(["terms", "names"]))
    ['terms', 'names']
    """
    names = list(tables)
    stamps = {name: stamp_of(name, data) for name in names}
    if not checked:
        return {name: rows_at(name, stamp) for name, stamp in stamps.items()}
    whole = stamp_of(None, data)
    right, package = _found_right(whole), _package(whole[0], whole[1][0])
    doubtful = [name for name in names if name not in right or _kept(name, stamps[name]) is None]
    read = contents(package, [package.tables[name] for name in doubtful])
    for name in doubtful:
        _keep(name, stamps[name], noted_rows(package.tables[name], read[name]))
    right.update(doubtful)
    return {name: rows_at(name, stamp) for name, stamp in stamps.items()}


def rows_by_id(
    table: str, data: PathLike | None = None, *, checked: bool = True
) -> Mapping[str, Row]:
    """Give a table's rows by their ids, as `evidence.record_id` has them.

    An id is the row's key; where a key has several columns, their values joined by "|".

    >>> rows_by_id("terms")["stage|proposed"]["term"]
    'proposed'
    """
    if checked:
        rows(table, data)
    return _index(table, stamp_of(table, data))


def contents(package: Package, tables: Iterable[Table]) -> dict[str, bytes]:
    """Read files that can be trusted, each once: what is parsed later is what was checked here.

    With them comes `terms` where a column of theirs belongs to a vocabulary.

    Raises
    ------
    DataError
        A file cannot be read, or was changed and fails a check.

    Examples
    --------
    >>> package = read_package()
    >>> list(contents(package, [package.tables["relations"]]))
    ['relations', 'terms']
    """
    needed = {table.name: table for table in tables}
    if any(field.vocabulary for table in needed.values() for field in table.fields):
        needed["terms"] = package.tables["terms"]
    files = {name: read_file(package.folder, table) for name, table in needed.items()}
    if any(
        hashlib.sha256(content).hexdigest() != needed[name].sha256
        for name, content in files.items()
    ):
        _check(package, files)
    return files


def _check(package: Package, given: Mapping[str, bytes]) -> None:
    """Raise what is wrong with these files and with those that their keys lead to."""
    others, problems = read_contents(package)
    problems += check_contents(package, others | dict(given), hashes=False, complete=False)
    tables = [package.tables[name] for name in given]
    names = {table.name for table in tables} | {k.table for t in tables for k in t.foreign_keys}
    files = {package.tables[name].path for name in names}
    if wrong := [problem for problem in problems if problem.file in files]:
        raise DataError(wrong)


def noted_rows(table: Table, content: bytes) -> tuple[Row, ...]:
    """Split trusted bytes into rows; a hash that was noted by hand makes no file a table."""
    try:
        return rows_of(table, content)
    except DataError as error:
        raise unchecked(table.path, error.problems[0].what) from None


def unchecked(file: str, reason: object) -> DataError:
    """Say of a file that the descriptor notes, yet nobody has checked, that it is wrong."""
    what = _("The file does not hold what the descriptor says: {reason}.")
    remedy = _("`kopjaqty verify` lists what is wrong with it.")
    what = what.format(reason=str(reason).partition("\n")[0].removesuffix("."))
    return DataError(Problem(what, file=file, remedy=remedy))


# ---------------------------------------------------------------------- what is kept
KEPT = 64
_rows: dict[tuple[Path, str], tuple[Stamp, tuple[Row, ...]]] = {}
"""Of each table the rows that were read last; of the folders, those that were read last."""


def stamp_of(table: str | None, data: PathLike | None = None) -> Stamp:
    """Return what changes when a table's file does, or that of any: a key for what is kept."""
    folder = data_folder(data)
    descriptor = _stamp(folder / DESCRIPTOR)
    tables = _package(folder, descriptor).tables
    if table is not None and table not in tables:
        raise UnknownName.among(_("There is no such table."), table, tables)
    names = tables if table is None else (table,)
    return folder, (descriptor, *(_stamp(folder / tables[name].path) for name in names))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError:
        return (0, 0)
    return stat.st_mtime_ns, stat.st_size


def rows_at(table: str, stamp: Stamp) -> tuple[Row, ...]:
    """Return a table's rows, checked or not, as they were when the stamp was taken."""
    rows = _kept(table, stamp)
    if rows is None:
        package = _package(stamp[0], stamp[1][0])
        described = package.tables[table]
        rows = _keep(table, stamp, rows_of(described, read_file(package.folder, described)))
    return rows


def _kept(table: str, stamp: Stamp) -> tuple[Row, ...] | None:
    held = _rows.get((stamp[0], table))
    return held[1] if held is not None and held[0] == stamp else None


def _keep(table: str, stamp: Stamp, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    _rows.pop((stamp[0], table), None)
    while len(_rows) >= KEPT:
        _rows.pop(next(iter(_rows)), None)
    _rows[stamp[0], table] = stamp, rows
    return rows


# The stamp is not used inside these: it makes a changed file another key.
@lru_cache(maxsize=8)
def _package(folder: Path, _descriptor: tuple[int, int]) -> Package:
    return read_package(folder)


@lru_cache(maxsize=8)
def _found_right(_folder: Stamp) -> set[str]:
    """The tables that were found right while no file of the folder has changed."""
    return set()


@lru_cache(maxsize=KEPT)
def _index(table: str, stamp: Stamp) -> Mapping[str, Row]:
    columns = _package(stamp[0], stamp[1][0]).tables[table].primary_key
    rows_by_key = {
        "|".join(row[column] for column in columns): row for row in rows_at(table, stamp)
    }
    return MappingProxyType(rows_by_key)
