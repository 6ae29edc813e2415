"""One store: rows are trusted as what `load` gives, kept while no file changes, never changed."""

from __future__ import annotations

import copy
import json
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from kopjaqty import store
from kopjaqty.errors import DataError, KopjaqtyError, UnknownName
from kopjaqty.store import TABLES, Row, read_package
from kopjaqty.tables import load
from tiny import ROWS, make_package, note


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tiny collection, in a folder of its own."""
    return make_package(tmp_path / "data")


def replace(path: Path, old: str, new: str) -> None:
    """Change a file as an editor does, at another time."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    os.utime(path, (1, 1 + path.stat().st_mtime))


# ------------------------------------------------------------------------------- trust


def as_text(value: object) -> str:
    """A cell of `load` as its file has it."""
    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    return str(value).lower() if isinstance(value, bool | np.bool_) else str(value)


@pytest.mark.parametrize("table", TABLES)
def test_same_rows_as_load(table: str) -> None:
    """Every cell is the one that `load` gives; what is missing is an empty text."""
    frame, rows = load(table), store.rows(table)
    columns = [field.name for field in read_package().tables[table].fields]
    assert [list(row) for row in rows] == [columns] * len(frame)
    for column in columns:
        loaded = [as_text(value) for value in frame[column].astype(object)]
        plain = [row[column] for row in rows]
        if str(frame[column].dtype) == "Float64":  # 1 and 1.0 are one number
            plain = [as_text(float(cell)) if cell else "" for cell in plain]
        assert plain == loaded, column


def test_a_changed_file_is_checked(folder: Path) -> None:
    """A file that is not the one noted, and is wrong, is read only by who asks for no check."""
    replace(folder / "relations.csv", "planned", "plant")
    with pytest.raises(DataError, match="plant"):
        store.rows("relations", folder)
    with pytest.raises(DataError, match="plant"):
        store.rows_by_id("relations", folder)
    assert store.rows("relations", folder, checked=False)[1]["status"] == "plant"
    assert "plant" in {row["status"] for row in store.rows("relations", folder, checked=False)}
    with pytest.raises(DataError, match="plant"):
        store.rows("relations", folder)


def test_a_change_that_is_right_is_read(folder: Path) -> None:
    """Whoever edits a table with care needs no new hash to work with it."""
    before = store.rows("relations", folder)
    replace(folder / "relations.csv", "planned", "stated")
    rows = store.rows("relations", folder)
    assert [row["status"] for row in rows] != [row["status"] for row in before]


def test_a_neighbour_can_make_a_table_wrong(folder: Path) -> None:
    """A table that was changed and found right is checked again when another table changes."""
    replace(folder / "relations.csv", "planned", "stated")
    store.rows("relations", folder)
    replace(folder / "entities.csv", "\nleague,", "\nleagues,")
    with pytest.raises(DataError, match="league"):
        store.rows("relations", folder)
    assert store.rows("relations", folder, checked=False)


def test_a_vocabulary_can_make_a_table_wrong(folder: Path) -> None:
    """A file that is the one noted is checked again when its vocabulary has changed."""
    store.rows("relations", folder)
    replace(folder / "terms.csv", "relation_status,planned", "relation_status,plan")
    with pytest.raises(DataError, match="planned"):
        store.rows("relations", folder)


@pytest.mark.parametrize("line", ["r0003,a", "r0003,a,b,c,,stated,,more", '"r0003'])
def test_a_noted_file_that_cannot_be_read(tmp_path: Path, line: str) -> None:
    """A file that the descriptor notes although it is no table is an error for people."""
    folder = make_package(tmp_path / "data", {"relations": [*ROWS["relations"], line]})
    with pytest.raises(DataError, match="does not hold"):
        store.rows("relations", folder)


def test_another_header(folder: Path) -> None:
    """A header that is not the descriptor's is an error for people."""
    replace(folder / "relations.csv", "subject_id", "who")
    note(folder)
    with pytest.raises(DataError, match="does not hold"):
        store.rows("relations", folder)


def test_columns_in_another_order(folder: Path) -> None:
    """Cells are read by their header, also where nothing else is checked."""
    path = folder / "participants.csv"
    before = store.rows("participants", folder)
    lines = [",".join(line.split(",")[::-1]) for line in path.read_text().splitlines()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
    assert store.rows("participants", folder, checked=False) == before


def test_a_table_that_is_not_there_is_named_with_the_nearest(folder: Path) -> None:
    """A slip in a table's name is answered with the name that was meant, checked or not."""
    for checked in (True, False):
        with pytest.raises(UnknownName, match="Did you mean 'relations'"):
            store.rows("relation", folder, checked=checked)


# ------------------------------------------------------------------------ what is kept


def test_rows_are_kept_until_their_file_changes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table is read once, whoever asks, and again after a change of its file or descriptor."""
    read: list[str] = []
    opened = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read.append(path.name) or opened(path))  # type: ignore[func-returns-value]
    first = store.rows("entities", folder)
    read.clear()
    assert store.rows("entities", folder, checked=False) is first
    assert store.rows("entities", folder) is first
    assert store.rows_by_id("entities", folder)["league"] in first
    assert read == []
    replace(folder / "entities.csv", "League", "Legion")
    changed = store.rows_by_id("entities", folder, checked=False)["league"]
    assert changed["name_en"].startswith("Legion")
    assert "entities.csv" in read
    first = store.rows("entities", folder, checked=False)
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    described["version"] = "another one"
    (folder / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    assert store.rows("entities", folder, checked=False)[0] is not first[0]


def test_not_everything_is_kept_for_ever(tmp_path: Path) -> None:
    """Of many folders the ones read last are kept, and the rows are right all the same."""
    from kopjaqty.store import reading

    for number in range(6):
        folder = make_package(tmp_path / str(number))
        for table in store.TABLES:
            store.rows(table, folder)
    assert len(reading._rows) <= reading.KEPT
    first = store.rows("entities", tmp_path / "0")
    assert first == store.rows("entities", tmp_path / "5")


# ------------------------------------------------------------------------------ a row

CHANGES: dict[str, Callable[[Any], object]] = {
    "set": lambda row: row.__setitem__("kind", "state"),
    "delete": lambda row: row.__delitem__("kind"),
    "update": lambda row: row.update(kind="state"),
    "or": lambda row: row.__ior__({"kind": "state"}),
    "setdefault": lambda row: row.setdefault("mine", "x"),
    "pop": lambda row: row.pop("kind"),
    "popitem": lambda row: row.popitem(),
    "clear": lambda row: row.clear(),
    "line": lambda row: setattr(row, "line", 7),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_row_cannot_be_changed(change: Callable[[Any], object]) -> None:
    """What one reader does to a row is not what the next one reads: it is refused."""
    row = store.rows("entities")[0]
    before, line = dict(row), row.line
    with pytest.raises(TypeError, match="cannot be changed") as caught:
        change(row)
    assert isinstance(caught.value, KopjaqtyError)
    assert (dict(row), row.line) == (before, line)


def test_what_is_handed_out_cannot_be_changed() -> None:
    """The rows are a tuple, and the rows by their ids a mapping that nothing is added to."""
    assert isinstance(store.rows("terms"), tuple)
    with pytest.raises(TypeError):
        store.rows_by_id("terms")["mine"] = Row()  # type: ignore[index]


def test_a_row_is_read_as_a_dict_is() -> None:
    """It equals a dict, is merged with one, given as keywords, copied and pickled."""
    row = store.rows("entities")[0]
    assert row == dict(row) == dict(**row)
    assert row | {"kind": "x"} == {**row, "kind": "x"}
    assert type(row | {}) is dict
    assert row.get("no such column") is None
    for again in (copy.copy(row), copy.deepcopy(row), pickle.loads(pickle.dumps(row))):  # noqa: S301
        assert (again, again.line) == (row, row.line)
