"""What loading and checking cost as the tables grow: the time per row should stay the same."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.timing import Result, python, run
from kopjaqty import store

SIZES = (1, 10, 100, 1000)
# Repeating a vocabulary would make it another one; what is retired is so once.
KEPT = {"terms", "retired"}
# Facts about one thing in the world, of which a copy can have none.
UNIQUE = {"wikidata", "iso3166", "m49", "cow"}

Line = tuple[int, int, float, float]  # times, rows, seconds, bytes at the peak

CODE = """\
import sys
from time import perf_counter
import pandas
import kopjaqty.{module}
start = perf_counter()
found = kopjaqty.{module}.{call}
seconds = perf_counter() - start
if {module!r} == "store.checks" and found:
    sys.exit("\\n".join(map(str, found[:5])))
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak *= 1 if sys.platform == "darwin" else 1024
except ImportError:  # Windows
    peak = 0
print(seconds, peak)
"""


def enlarge(source: Path, target: Path, times: int) -> int:
    """Write a valid copy of a data folder in which each row stands many times; count the rows.

    Each time, all ids have another prefix, of constant length so that the order of the keys
    stays: copy 7 of ``un`` is ``c0007_un``, and what points at ``un`` there points at it.
    """
    package = json.loads((source / "datapackage.json").read_text(encoding="utf-8"))
    keys = {table["name"]: table["schema"]["primaryKey"] for table in package["resources"]}
    described = store.read_package(source).tables
    total = 0
    for table in package["resources"]:
        path = target / table["path"]
        if table["name"] in KEPT:
            shutil.copyfile(source / table["path"], path)
            rows = len(store.rows(table["name"], source))
        else:
            rows = _write_table(described[table["name"]], source, path, times, keys)
            for field in table["schema"]["fields"]:
                constraints = field.get("constraints", {})
                if field["name"].endswith("_id") and "pattern" in constraints:
                    constraints["pattern"] = f"(c[0-9]+_)?({constraints['pattern']})"
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        table |= {"rows": rows, "bytes": len(content), "hash": f"sha256:{digest}"}
        total += rows
    (target / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    return total


def _write_table(
    table: store.Table, source: Path, target: Path, times: int, keys: dict[str, list[str]]
) -> int:
    rows = store.rows(table.name, source)
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.columns)
        for number in range(times):
            writer.writerows(_copy(row, f"c{number:04}_", keys) for row in rows)
    return len(rows) * times


def _copy(row: store.Row, prefix: str, keys: dict[str, list[str]]) -> Iterator[str]:
    for column, cell in row.items():
        if not cell or column in UNIQUE:
            yield ""
        elif column == "record_id":  # the key of a row of some table, its parts joined by |
            key = keys[row["table"]]
            parts = zip(key, cell.split("|", len(key) - 1), strict=True)
            yield "|".join(prefix + part if name.endswith("_id") else part for name, part in parts)
        elif column == "sha256":
            yield hashlib.sha256(f"{prefix}{cell}".encode()).hexdigest()
        else:
            yield prefix + cell if column.endswith("_id") else cell


def measure(sizes: Sequence[int] = SIZES, source: Path | None = None) -> list[Result]:
    """Time per row and peak memory of `load` and of the checks, at each size."""
    measured: dict[str, list[Line]] = {"load": [], "check": []}
    for times in sizes:
        with tempfile.TemporaryDirectory() as folder:
            rows = enlarge(source or store.data_folder(), Path(folder), times)
            for name, module, call in (
                ("load", "tables", f"load(data={folder!r})"),
                ("check", "store.checks", f"check_package({folder!r})"),
            ):
                output = run(python(CODE.format(module=module, call=call))).split()
                measured[name].append((times, rows, float(output[0]), float(output[1])))
    return [_row(name, line, lines) for name, lines in measured.items() for line in lines]


def _row(name: str, line: Line, lines: list[Line]) -> Result:
    times, rows, seconds, peak = line
    what = f"{name} {rows:,} rows (x {times})"
    cost = f"{seconds:.2f} s, {seconds / rows * 1e6:.1f} µs a row, peak {peak / 2**20:.0f} MB"
    place = lines.index(line)
    if place == 0:
        return Result(what, cost)
    earlier, fewer, shorter, _ = lines[place - 1]
    # Below 1 where what does not grow still weighs; memory that no cache holds adds some.
    return Result(what, cost, f"a row at x {earlier}", seconds / rows * fewer / shorter, "about 1")
