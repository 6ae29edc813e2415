"""A copy of the data set that a researcher adds to, and what puts its files in order again."""

from __future__ import annotations

import csv
import io
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from kopjaqty.corpus import read_texts
from kopjaqty.errors import DataError, KopjaqtyError, Problem
from kopjaqty.language import _
from kopjaqty.matcher.mentions import merge_mentions, named_mentions
from kopjaqty.schema import DESCRIPTOR, Package, Table, read_package, read_rows
from kopjaqty.schema.checks import check_contents, read_contents, update_hashes
from kopjaqty.schema.records import PathLike

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
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}.draft")
    draft.mkdir()
    try:
        for table in package.tables.values():
            shutil.copyfile(package.folder / table.path, draft / table.path)
        if (package.folder / "README.md").is_file():
            shutil.copyfile(package.folder / "README.md", draft / "README.md")
        shutil.copyfile(package.folder / DESCRIPTOR, draft / DESCRIPTOR)
        if target.exists():
            target.rmdir()  # Windows replaces no folder
        draft.rename(target)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
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
    changed = {name: found for name, found in plain.items() if found != contents[name]}
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
    rows = read_rows("mentions", package.folder)
    own = [row for row in rows if row["document_id"] in exact]
    named = named_mentions(package.folder, exact)
    merged, covered = merge_mentions(own, named)
    others = [row for row in rows if row["document_id"] not in exact]
    before = (package.folder / package.tables["mentions"].path).read_bytes()
    put_tables(package, {"mentions": [*others, *merged]})
    after = (package.folder / package.tables["mentions"].path).read_bytes()
    return before != after, covered


def put_tables(package: Package, rows: Mapping[str, Iterable[Mapping[str, str]]]) -> None:
    """Write tables, sorted by their key; nothing is written where a table would be wrong."""
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
    """Write all drafts, then put them in their places: a full disk leaves the old files."""
    drafts = {}
    try:
        for name, content in contents.items():
            path = package.folder / package.tables[name].path
            drafts[path] = path.with_name(f".{path.name}.draft")
            drafts[path].write_bytes(content)
        for path, draft in drafts.items():
            draft.replace(path)
    except BaseException:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
        raise


def refuse_new_problems(package: Package, contents: Mapping[str, bytes]) -> None:
    """Raise what would be wrong with these files and is not wrong with those that are there."""
    old, unread = read_contents(package)
    known = {
        _said(one) for one in [*unread, *check_contents(package, old, hashes=False, complete=False)]
    }
    found = check_contents(package, {**old, **contents}, hashes=False, complete=False)
    if fresh := [one for one in found if _said(one) not in known]:
        raise DataError(fresh)


def _said(problem: Problem) -> tuple[object, ...]:
    # Lines move when rows are added: what is said, not where.
    return problem.file, problem.column, problem.what, problem.value
