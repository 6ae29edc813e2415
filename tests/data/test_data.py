"""The collection itself is held to its descriptor, by kopjaqty and by an independent reader."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import tiny
from kopjaqty import store
from kopjaqty.store import DESCRIPTOR, TABLES, Table, data_folder, read_package
from kopjaqty.store.checks import check_package
from kopjaqty.tables import load
from places import PROJECT

PACKAGE = read_package(PROJECT / "data")
FOLDER = PACKAGE.folder

pytestmark = pytest.mark.usefixtures("_project_data")


@pytest.fixture
def _project_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """The collection of this project, whatever the environment says."""
    monkeypatch.delenv("KOPJAQTY_DATA", raising=False)


def test_no_check_finds_anything() -> None:
    """Schema, vocabularies, keys, dates, evidence and hashes are as they should be."""
    assert [str(problem) for problem in check_package(FOLDER)] == []


def test_the_project_loads_its_own_data() -> None:
    """Without a folder, it is the project's."""
    assert data_folder() == FOLDER


def test_nothing_lies_beside_the_tables_unnoticed() -> None:
    """Every CSV file of the folder is described."""
    described = {table.path for table in PACKAGE.tables.values()}
    assert {path.name for path in FOLDER.glob("*.csv")} == described


@pytest.mark.parametrize("table", PACKAGE.tables.values(), ids=TABLES)
def test_every_column_says_what_it_means(table: Table) -> None:
    """Tables have a title and a description, columns a description that is a sentence."""
    assert table.title
    assert table.description.endswith(".")
    for field in table.fields:
        assert field.description.endswith("."), field.name


@pytest.mark.parametrize("table", PACKAGE.tables.values(), ids=TABLES)
def test_a_table_loads_as_its_file_says(table: Table) -> None:
    """Cell by cell, what `load` gives is what stands in the file."""
    frame = load(table.name)
    rows = store.rows(table.name)
    assert len(frame) == len(rows)
    for field in table.fields:
        expected = [row[field.name] for row in rows]
        loaded = ["" if pd.isna(value) else value for value in frame[field.name].tolist()]
        match field.type:
            case "integer" | "number":
                assert loaded == [float(value) if value else "" for value in expected]
            case "boolean":
                assert [str(value).lower() for value in loaded] == expected
            case _:
                assert loaded == expected


@pytest.mark.parametrize("table", PACKAGE.tables.values(), ids=TABLES)
def test_vocabularies_that_are_used_have_terms(table: Table) -> None:
    """A column with a vocabulary has categories to choose from, once the table has rows."""
    frame = load(table.name)
    for field in table.fields:
        if field.vocabulary and len(frame):
            assert len(frame[field.name].cat.categories) > 0, field.name


def test_names_are_written_in_the_script_of_their_language() -> None:
    """English names need no Cyrillic letter."""
    names = load("names")
    english = names.loc[names["language"] == "en", "name"]
    assert [name for name in english if re.search("[\u0400-\u052f]", name)] == []


def _frictionless_problems(folder: Path) -> list[tuple[Any, ...]]:
    """What frictionless says of a folder; it knows neither EDTF nor our vocabularies."""
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.Package(str(folder / DESCRIPTOR)).validate()
    assert [task.name for task in report.tasks] == list(TABLES)
    return [
        (task.name, getattr(error, "row_number", None), error.type, error.note)
        for task in report.tasks
        for error in task.errors
    ]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_an_independent_reader_finds_nothing_either() -> None:
    """The frictionless framework validates the package: types, constraints, keys, hashes."""
    assert _frictionless_problems(FOLDER) == []


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_independent_reader_is_awake(tmp_path: Path) -> None:
    """A dangling key in a copy is found by frictionless too: it reads what it is given."""
    for path in (FOLDER / DESCRIPTOR, *FOLDER.glob("*.csv")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / "relations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[1][1] = "nobody_at_all"
    with (tmp_path / "relations.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    tiny.note(tmp_path)
    ((table, row, kind, note),) = _frictionless_problems(tmp_path)
    assert (table, row, kind) == ("relations", 2, "foreign-key")
    assert "nobody_at_all" in note
