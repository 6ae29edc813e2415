"""Checks the tables against their descriptor, and one against the other; no text is needed.

`check_package` collects every problem it finds; `update_hashes` notes rows, bytes and digests in
the descriptor once there is nothing else to be said.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from kopjaqty.arguments import PathLike
from kopjaqty.errors import DataError, Problem, nearest
from kopjaqty.language import _
from kopjaqty.store.descriptor import DESCRIPTOR, Field, ForeignKey
from kopjaqty.store.files import Rows, parse_rows, read_file
from kopjaqty.store.hashes import Measure, check_hash, measure
from kopjaqty.store.package import Package, read_package
from kopjaqty.store.rules import RULES
from kopjaqty.store.span_rules import LEFT_RULES, SPAN_RULES
from kopjaqty.store.term_rules import TERM_RULES
from kopjaqty.store.values import judge
from kopjaqty.store.writing import write_files


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
    contents, problems = read_contents(package)
    return problems + check_contents(package, contents, hashes=hashes)


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
    tables = {}
    for name, table in package.tables.items():
        tables[name] = (
            parse_rows(table, contents[name]) if name in contents else Rows(table, complete=False)
        )
    terms = _vocabularies(tables["terms"])
    for rows in tables.values():
        if rows.columns:
            for field in rows.table.fields:
                _check_column(rows, field, terms)
            _check_key(rows)
    for rows in tables.values():
        for key in rows.table.foreign_keys:
            _check_foreign_key(rows, key, tables[key.table])
    further = list(_check_rules(tables, complete))
    if hashes:
        for name, rows in tables.items():
            if name in contents:
                check_hash(rows, contents[name])
    found = [problem for rows in tables.values() for problem in rows.problems] + further
    order = {table.path: place for place, table in enumerate(package.tables.values(), start=1)}
    return sorted(found, key=lambda problem: (order.get(problem.file or "", 0), problem.row or 0))


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
    found: dict[str, list[str]] = {}
    for vocabulary, term in rows.keys(("vocabulary", "term")):
        found.setdefault(vocabulary, []).append(term)
    return found


def _check_column(rows: Rows, field: Field, terms: Mapping[str, list[str]] | None) -> None:
    """Judge each value once, however often it occurs; what is already reported is left alone."""
    if field.name in rows.doubtful:
        return
    cells = rows.columns[field.name]
    fault_of = judge(field, terms)
    faults = {value: fault for value in sorted(set(cells)) if (fault := fault_of(value))}
    seen: dict[str, int] = {}
    for row, value in enumerate(cells):
        if value in faults:
            rows.add(row=row, column=field.name, **faults[value]._asdict())
        elif field.unique and value and value in seen:
            what = _("The value stands in another row too.")
            line = rows.lines[seen[value]]
            rows.add(what, row, field.name, expected=_("not that of line {row}").format(row=line))
        seen.setdefault(value, row)


def _check_key(rows: Rows) -> None:
    """The primary key: given, unique, and what the rows are sorted by."""
    columns = rows.table.primary_key
    if not rows.doubtful.isdisjoint(columns):
        return
    whole = {field.name for field in rows.table.fields if field.type == "integer"}
    keys = rows.keys(columns)
    first: dict[tuple[str, ...], int] = {}
    for row, key in enumerate(keys):
        if "" in key:
            column = columns[key.index("")]
            rows.add(_("The key is not complete."), row, column, expected=_("a value"))
        elif key in first:
            rows.add(
                _("The key is that of another row."),
                row,
                columns[0] if len(columns) == 1 else "",
                value="|".join(key),
                expected=_("another key than that of line {row}").format(
                    row=rows.lines[first[key]]
                ),
                remedy=_("Delete one of the two rows, or give it a key of its own."),
            )
        first.setdefault(key, row)
    if not rows.doubtful.isdisjoint(columns):
        return
    ranks = [
        tuple(int(k) if c in whole else k for c, k in zip(columns, key, strict=True))
        for key in keys
    ]
    for row in range(1, len(ranks)):
        if ranks[row] < ranks[row - 1]:
            rows.problems.append(
                rows.problem(
                    _("The rows are not sorted by their key ({key}).").format(
                        key=", ".join(columns)
                    ),
                    row,
                    columns[0] if len(columns) == 1 else "",
                    value="|".join(keys[row]),
                    expected=_("a place before {key}, line {row}").format(
                        key="|".join(keys[row - 1]), row=rows.lines[row - 1]
                    ),
                    remedy=_("Sort the rows by their key, numbers as numbers."),
                )
            )
            return


def _check_foreign_key(rows: Rows, key: ForeignKey, target: Rows) -> None:
    """Every value stands in the other table."""
    ready = rows.columns and rows.doubtful.isdisjoint(key.fields)
    if not (ready and target.columns and target.sound(*key.reference)):
        return
    known = dict.fromkeys(target.keys(key.reference))
    texts = ["|".join(reference) for reference in known]
    close: dict[tuple[str, ...], str | None] = {}
    for row, cells in enumerate(rows.keys(key.fields)):
        if "" in cells or cells in known:
            continue
        if cells not in close:
            close[cells] = nearest("|".join(cells), texts)
        rows.problems.append(
            rows.problem(
                _("There is no such row in {file}.").format(file=target.table.path),
                row,
                ", ".join(key.fields),
                value="|".join(cells),
                expected=_("the {column} of a row of {file}").format(
                    column=", ".join(key.reference), file=target.table.path
                ),
                nearest=close[cells],
                remedy=_("Correct the value, or add the row to {file}.").format(
                    file=target.table.path
                ),
            )
        )


def _check_rules(tables: Mapping[str, Rows], complete: bool) -> Iterable[Problem]:
    rules = RULES | TERM_RULES | SPAN_RULES | (LEFT_RULES if complete else {})
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
