"""A copy of the data set that a researcher adds to, and what puts its files in order again."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from kopjaqty import store
from kopjaqty.arguments import PathLike
from kopjaqty.corpus import read_texts
from kopjaqty.errors import DataError, KopjaqtyError, Problem
from kopjaqty.language import _
from kopjaqty.matcher.mentions import merge_mentions, named_mentions
from kopjaqty.store import DESCRIPTOR, Package, Table, read_package
from kopjaqty.store.checks import check_contents, read_contents, update_hashes
from kopjaqty.store.files import read_file
from kopjaqty.store.writing import drafted, write_files

__all__ = ["Tidied", "new_collection", "put_tables", "tidy_collection"]

TEXTS = "corpus"


def new_collection(folder: PathLike, *, data: PathLike | None = None) -> Path:
    """Copy the tables and their descriptor into a new folder.

    Parameters
    ----------
    folder : path
        Must be empty, or not there.
    data : path, optional
        The folder of tables to copy; without it, kopjaqty's own.

    Returns
    -------
    pathlib.Path
        The folder: `load(data=folder)`. The documents' texts are not in it.

    Raises
    ------
    KopjaqtyError
        There is something in the folder already.

    Examples
    --------
    >>> import tempfile
    >>> (new_collection(Path(tempfile.mkdtemp()) / "mine") / "datapackage.json").is_file()
    True
    """
    package, target = read_package(data), Path(folder).expanduser()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        what = _("Something is in this place already; a new collection needs an empty folder.")
        raise KopjaqtyError(Problem(what, file=str(folder), remedy=_("Choose another name.")))
    with drafted(target) as draft:
        draft.mkdir()
        for table in package.tables.values():
            shutil.copyfile(package.folder / table.path, draft / table.path)
        if (package.folder / "README.md").is_file():
            shutil.copyfile(package.folder / "README.md", draft / "README.md")
        shutil.copyfile(package.folder / DESCRIPTOR, draft / DESCRIPTOR)
    return target


class Tidied(NamedTuple):
    """What was changed: tables written anew, hashes noted, nominal mentions that were covered."""

    tables: list[str]
    noted: list[str]
    covered: list[Mapping[str, str]]


def tidy_collection(folder: PathLike, *, corpus: PathLike | None = None) -> Tidied:
    """Put a copy in order after it was edited, and note its hashes.

    A spreadsheet's byte order mark and line ends go, rows are sorted by their key, and the named
    mentions of each document whose exact text is at hand are found anew.

    Parameters
    ----------
    folder : path
        The copy, as `new_collection` makes it.
    corpus : path, optional
        The folder of texts; without it, `corpus` in the copy.

    Raises
    ------
    DataError
        The tables have a mistake that only a reader can mend: its list. What could be put in
        order has been.

    Examples
    --------
    >>> tidy_collection("my_tables")  # doctest: +SKIP
    Tidied(tables=['mentions', 'names'], noted=['mentions', 'names'], covered=[])
    """
    package = read_package(folder)
    contents, _unread = read_contents(package)
    plain = {name: _plain(package.tables[name], content) for name, content in contents.items()}
    changed = {name: tidied for name, tidied in plain.items() if tidied != contents[name]}
    _write(package, changed)
    covered = _renew_mentions(package, corpus)
    noted = update_hashes(package.folder)
    tables = [
        name for name in package.tables if name in changed or (covered[0] and name == "mentions")
    ]
    return Tidied(tables, noted, covered[1])


def _renew_mentions(
    package: Package, corpus: PathLike | None
) -> tuple[bool, list[Mapping[str, str]]]:
    """Find the named mentions anew where the exact text is at hand; the others stay."""
    place = package.folder / TEXTS if corpus is None else corpus
    texts = read_texts(data=package.folder, corpus=place)
    exact = {name: text.text for name, text in texts.items() if text.exact}
    rows, covered = renewed_mentions(package, exact)
    before = read_file(package.folder, package.tables["mentions"])
    put_tables(package, {"mentions": rows})
    return before != read_file(package.folder, package.tables["mentions"]), covered


def renewed_mentions(
    package: Package, texts: Mapping[str, str]
) -> tuple[list[Mapping[str, str]], list[Mapping[str, str]]]:
    """Give the rows of `mentions` with those of these exact texts anew, and what they cover."""
    rows = store.rows("mentions", package.folder, checked=False)
    own = [row for row in rows if row["document_id"] in texts]
    merged, covered = merge_mentions(own, named_mentions(package.folder, texts, own))
    return [*(row for row in rows if row["document_id"] not in texts), *merged], covered


def put_tables(package: Package, rows: Mapping[str, Iterable[Mapping[str, str]]]) -> None:
    """Write tables, sorted by their key: all of them, or none where one cannot be written."""
    _write(package, {name: table_bytes(package.tables[name], rows[name]) for name in rows})


def table_bytes(table: Table, rows: Iterable[Mapping[str, str]]) -> bytes:
    """Give a table's file: sorted by key, numbers as numbers."""
    whole = {field.name for field in table.fields if field.type == "integer"}

    def rank(row: Mapping[str, str]) -> list[tuple[int, str]]:
        cells = [(column, row.get(column) or "") for column in table.primary_key]
        return [
            (int(cell), "") if column in whole and cell.isdecimal() else (0, cell)
            for column, cell in cells
        ]

    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, table.columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(rows, key=rank))
    return text.getvalue().encode("utf-8")


def _plain(table: Table, content: bytes) -> bytes:
    """Return a file as the collection has its files, if it is a table; else as it is."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        cells = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if any(row)]
    except (UnicodeDecodeError, csv.Error):
        return content
    if not cells or tuple(cells[0]) != table.columns:
        return content
    if any(len(row) != len(table.columns) for row in cells):
        return content
    return table_bytes(table, (dict(zip(table.columns, row, strict=True)) for row in cells[1:]))


def _write(package: Package, contents: Mapping[str, bytes]) -> None:
    write_files({package.folder / package.tables[name].path: contents[name] for name in contents})


def refuse_new_problems(package: Package, contents: Mapping[str, bytes]) -> None:
    """Raise what would be wrong with these files and is not wrong with those that are there."""
    old, unread = read_contents(package)
    known = {
        _without_line(one)
        for one in [*unread, *check_contents(package, old, hashes=False, complete=False)]
    }
    problems = check_contents(package, {**old, **contents}, hashes=False, complete=False)
    if fresh := [one for one in problems if _without_line(one) not in known]:
        raise DataError(fresh)


def _without_line(problem: Problem) -> tuple[object, ...]:
    # Lines move when rows are added: what is said, not where.
    return problem.file, problem.column, problem.what, problem.value
