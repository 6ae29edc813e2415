"""Checks the tables against their descriptor, and one against the other; no text is needed.

`check_package` collects every problem it finds; `update_hashes` notes rows, bytes and digests in
the descriptor once there is nothing else to be said.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping

from kopjaqty.arguments import PathLike
from kopjaqty.errors import DataError, Problem
from kopjaqty.language import _
from kopjaqty.store.act_rules import ACT_RULES
from kopjaqty.store.cells import Fault, judge
from kopjaqty.store.characters import Block
from kopjaqty.store.descriptor import DESCRIPTOR, Field, Table
from kopjaqty.store.files import Rows, parse_rows, read_file
from kopjaqty.store.hashes import Measure, check_hash, measure
from kopjaqty.store.keys import check_foreign_key, check_key
from kopjaqty.store.package import Package, read_package
from kopjaqty.store.record_rules import RECORD_RULES
from kopjaqty.store.rules import EXEMPTING, RULES, Rules
from kopjaqty.store.span_rules import COVERAGE_RULES, SPAN_RULES
from kopjaqty.store.term_rules import TERM_RULES
from kopjaqty.store.turn_rules import TURN_RULES
from kopjaqty.store.writing import write_files

ALL_RULES: Rules = RULES | TERM_RULES | SPAN_RULES | TURN_RULES | ACT_RULES | RECORD_RULES
"""What the tables have to agree on, complete or not."""


def check_package(folder: PathLike | None = None, *, hashes: bool = True) -> list[Problem]:
    """Check a folder of tables: files, values, keys, and what the tables must agree on.

    Parameters
    ----------
    folder : path, optional
        Your own folder; without it, the collection that came with kopjaqty.
    hashes : bool
        Whether rows, bytes and SHA-256 must be those that the descriptor notes.

    Returns
    -------
    list of Problem
        All that was found, table by table; empty where everything is as it should be.
        Nothing is raised.

    Examples
    --------
    >>> check_package("no_such_folder")[0].file
    'datapackage.json'
    """
    try:
        package = read_package(folder)
    except DataError as error:
        return list(error.problems)
    return check_files(package, hashes=hashes)[0]


def check_files(package: Package, *, hashes: bool = True) -> tuple[list[Problem], dict[str, int]]:
    """Check the files one after the other; tell the problems, and the rows of what can be read.

    No file's bytes are kept, and of its rows only what other tables are held against.
    """
    unread: dict[str, tuple[Problem, ...]] = {}

    def read(name: str) -> bytes | None:
        try:
            return read_file(package.folder, package.tables[name])
        except DataError as error:
            unread[name] = error.problems
            return None

    problems, tables = _check(package, read, hashes=hashes, complete=True)
    problems[:0] = [problem for name in package.tables for problem in unread.get(name, ())]
    return problems, {name: len(rows.lines) for name, rows in tables.items() if rows.complete}


def read_contents(package: Package) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of every file that can be read, and what is wrong with the others."""
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, table in package.tables.items():
        try:
            contents[name] = read_file(package.folder, table)
        except DataError as error:
            problems += error.problems
    return contents, problems


def check_contents(
    package: Package,
    contents: Mapping[str, bytes],
    *,
    hashes: bool = True,
    complete: bool = True,
) -> list[Problem]:
    """Check files that have been read; a file that is not among them counts as unreadable.

    Unless they have to be `complete`, a document may have sentences that are still to be coded.
    """
    return _check(package, contents.get, hashes=hashes, complete=complete)[0]


def _check(
    package: Package, read: Callable[[str], bytes | None], *, hashes: bool, complete: bool
) -> tuple[list[Problem], dict[str, Rows]]:
    rules = ALL_RULES | (COVERAGE_RULES if complete else {})
    content = read("terms")
    terms = _vocabularies(parse_rows(package.tables["terms"], content)) if content else None
    tables: dict[str, Rows] = {}
    for name, table in package.tables.items():
        keep = _needed(package, name, rules)
        tables[name] = _check_table(table, read(name), keep, terms, hashes=hashes)
    for rows in tables.values():
        for key in rows.table.foreign_keys:
            check_foreign_key(rows, key, tables[key.table])
    further = list(_check_rules(tables, rules))
    problems = [problem for rows in tables.values() for problem in rows.problems] + further
    order = {table.path: place for place, table in enumerate(package.tables.values(), start=1)}
    problems.sort(key=lambda problem: (order.get(problem.file or "", 0), problem.row or 0))
    return problems, tables


def _needed(package: Package, name: str, rules: Rules) -> set[str]:
    """The columns of a table that it or another is held against once it has been read."""
    table = package.tables[name]
    needed = {*table.primary_key, *EXEMPTING.get(name, ())}
    needed |= {field.name for field in table.fields if field.unique}
    for columns in rules.values():
        needed |= set(columns.get(name, ()))
    for other in package.tables.values():
        for key in other.foreign_keys:
            needed |= set(key.fields if other is table else ())
            needed |= set(key.reference if key.table == name else ())
    return needed


def _check_table(
    table: Table,
    content: bytes | None,
    keep: Collection[str],
    terms: Mapping[str, list[str]] | None,
    *,
    hashes: bool,
) -> Rows:
    """Check what can be said of a table alone; give the columns that are needed further."""
    if content is None:
        return Rows(table, complete=False)
    values = _Values(table, terms)
    rows = parse_rows(table, content, keep, values.see)
    if rows.columns:
        for field in table.fields:
            values.note(rows, field)
        check_key(rows)
    if hashes:
        check_hash(rows, content)
    return rows


def update_hashes(folder: PathLike | None = None) -> list[str]:
    """Note rows, bytes and SHA-256 of every table in the descriptor.

    Parameters
    ----------
    folder : path, optional
        Your own folder; without it, the collection that came with kopjaqty.

    Returns
    -------
    list of str
        The tables whose note has changed.

    Raises
    ------
    DataError
        Another check fails: nothing is written. Sentences still to be coded are no failure.

    Examples
    --------
    >>> update_hashes("my_tables")  # doctest: +SKIP
    ['relations']
    """
    package = read_package(folder)
    contents, problems = read_contents(package)
    problems += check_contents(package, contents, hashes=False, complete=False)
    if problems:
        raise DataError(problems)
    path, described = package.folder / DESCRIPTOR, package.described()
    changed = []
    for resource in described["resources"]:
        table, content = package.tables[resource["name"]], contents[resource["name"]]
        noted = measure(table, content)
        if noted != Measure(resource["rows"], resource["bytes"], resource["hash"]):
            changed.append(table.name)
            resource.update(noted._asdict())
    if changed:
        text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
        try:
            write_files({path: text.encode("utf-8")})
        except OSError as error:
            what = _("The descriptor cannot be written: {reason}.").format(reason=error.strerror)
            raise DataError([Problem(what, file=DESCRIPTOR, value=str(path))]) from None
    return changed


def _vocabularies(rows: Rows) -> dict[str, list[str]] | None:
    """The terms of every vocabulary; None where terms.csv cannot be relied on."""
    if not (rows.columns and rows.sound("vocabulary", "term")):
        return None
    vocabularies: dict[str, list[str]] = {}
    for vocabulary, term in rows.keys(("vocabulary", "term")):
        vocabularies.setdefault(vocabulary, []).append(term)
    return vocabularies


class _Values:
    """Judges the values of a table, block by block, each once in a block."""

    def __init__(self, table: Table, terms: Mapping[str, list[str]] | None) -> None:
        self.fault_of = {field.name: judge(field, terms) for field in table.fields}
        self.found: dict[str, list[tuple[int, str, Fault]]] = {name: [] for name in self.fault_of}

    def see(self, first: int, block: Block) -> None:
        for name, cells in block.items():
            fault_of = self.fault_of[name]
            faults = {value: fault for value in set(cells) if (fault := fault_of(value))}
            if faults:
                self.found[name] += [
                    (row, value, faults[value])
                    for row, value in enumerate(cells, first)
                    if value in faults
                ]

    def note(self, rows: Rows, field: Field) -> None:
        """Note what was found in a column; what is already reported is left alone."""
        if field.name in rows.doubtful:
            return
        faults = self.found[field.name]
        for row, value, fault in faults:
            rows.add(row=row, column=field.name, value=value, **fault._asdict())
        if field.unique:
            _check_unique(rows, field.name, {value for _row, value, _fault in faults})


def _check_unique(rows: Rows, column: str, wrong: set[str]) -> None:
    seen: dict[str, int] = {}
    for row, value in enumerate(rows.columns[column]):
        if value and value in seen and value not in wrong:
            what = _("The value stands in another row too.")
            line = rows.lines[seen[value]]
            rows.add(what, row, column, expected=_("not that of line {row}").format(row=line))
        seen.setdefault(value, row)


def _check_rules(tables: Mapping[str, Rows], rules: Rules) -> Iterable[Problem]:
    for rule, needs in rules.items():
        lacking = [
            (name, column)
            for name, columns in needs.items()
            for column in columns
            if column not in tables[name].table.columns
        ]
        for name, column in lacking:
            yield Problem(
                _("The descriptor lacks a column that kopjaqty needs."),
                file=DESCRIPTOR,
                expected=_("the column {column} of {table}").format(column=column, table=name),
                remedy=_("Copy its description from the collection that came with kopjaqty."),
            )
        if not lacking and all(tables[name].sound(*needs[name]) for name in needs):
            yield from rule(tables)
