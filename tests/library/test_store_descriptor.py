"""The descriptor is read, or what is wrong with it is said; rows come as text with their lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tiny
from kopjaqty.errors import DataError, UnknownName
from kopjaqty.store import DESCRIPTOR, TABLES, data_folder, read_package, rows
from kopjaqty.store.checks import check_package


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tiny collection, in a folder of its own."""
    return tiny.make_package(tmp_path / "data")


def test_a_folder_that_is_given_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is given goes before what is set, and what is set before what is installed."""
    monkeypatch.setenv("KOPJAQTY_DATA", str(tmp_path / "set"))
    assert data_folder(str(tmp_path / "given")) == tmp_path / "given"
    assert data_folder() == tmp_path / "set"
    monkeypatch.delenv("KOPJAQTY_DATA")
    assert (data_folder() / DESCRIPTOR).is_file()


def test_the_descriptor_says_what_the_tables_are(folder: Path) -> None:
    """Tables come in the descriptor's order, with types, keys and what the cells must be."""
    package = read_package(folder)
    assert (package.name, package.folder) == ("kopjaqty", folder)
    assert tuple(package.tables) == TABLES
    names = package.tables["names"]
    assert names.primary_key == ("entity_id", "language", "name")
    assert [key.table for key in names.foreign_keys] == ["entities", "documents"]
    fields = {field.name: field for field in names.fields}
    assert fields["language"].enum == ("en", "kk", "ru")
    assert fields["type"].vocabulary == "name_type"
    assert (fields["name"].required, fields["name"].min_length) == (True, 2)
    assert fields["standard"].type == "boolean"
    assert package.tables["events"].fields[2].format == "edtf"


def test_a_changed_descriptor_is_read_anew(folder: Path) -> None:
    """Nothing is remembered of a descriptor that has changed since."""
    assert read_package(folder).version != "9.9"
    change(folder, lambda described: described.update(version="9.9"))
    assert read_package(folder).version == "9.9"


def test_rows_come_as_text_with_their_lines(folder: Path) -> None:
    """Each row is a dict of text that knows its line; an empty cell is an empty text."""
    first, second = rows("relations", folder)
    assert (first.line, second.line) == (2, 3)
    assert second["date"] == ""
    assert second["object_id"] == "league"


def test_a_table_that_is_not_there_is_named_with_the_nearest(folder: Path) -> None:
    """A slip in a table's name is answered with the name that was meant."""
    with pytest.raises(UnknownName, match="Did you mean 'relations'"):
        rows("relation", folder)


def test_rows_that_cannot_be_read_are_refused(folder: Path) -> None:
    """No row is given of a file of which some rows cannot be read."""
    path = folder / "relations.csv"
    path.write_bytes(path.read_bytes().replace(b",planned", b""))
    with pytest.raises(DataError, match=r"relations\.csv, line 3: .*6 cells"):
        rows("relations", folder, checked=False)


# ----------------------------------------------------------- a descriptor that is wrong


def change(folder: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    """Edit the descriptor as data."""
    path = folder / DESCRIPTOR
    described = json.loads(path.read_text(encoding="utf-8"))
    edit(described)
    path.write_text(json.dumps(described), encoding="utf-8")


def refusals(folder: Path) -> str:
    """What is said of a descriptor, by the check and by the reader alike."""
    with pytest.raises(DataError) as caught:
        read_package(folder)
    assert check_package(folder) == list(caught.value.problems)
    assert {problem.file for problem in caught.value.problems} == {DESCRIPTOR}
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"name": "kopjaqty",\n "title": }', "line 2|not JSON|character 11"),
        (b'{"name": "kopj\xffaqty"}', "line 1|not UTF-8|from byte 14|0xff"),
        (b"[]", "not a descriptor|{ }"),
        (b"", "line 1|not JSON"),
        (b"{}", "“resources” of the descriptor is missing|a list [ ]"),
        (b"[" * 100_000, "not JSON"),
        (b'{"resources": [' + b"9" * 5000 + b"]}", "not JSON"),
    ],
)
def test_a_descriptor_that_cannot_be_read_is_refused(
    folder: Path, content: bytes, words: str
) -> None:
    """What is no descriptor at all is said to be none, with line and character."""
    (folder / DESCRIPTOR).write_bytes(content)
    refusal = refusals(folder)
    assert [word for word in words.split("|") if word not in refusal] == []


def test_a_folder_without_a_descriptor_is_refused(tmp_path: Path) -> None:
    """The message names the folder and how to choose another."""
    refusal = refusals(tmp_path / "nothing")
    assert "nothing" in refusal
    assert "KOPJAQTY_DATA" in refusal
    (tmp_path / "folder" / DESCRIPTOR).mkdir(parents=True)
    assert "is not a file" in refusals(tmp_path / "folder")


ENTITIES = TABLES.index("entities")


def entities(described: dict[str, Any]) -> dict[str, Any]:
    """The description of the table `entities`."""
    resource: dict[str, Any] = described["resources"][ENTITIES]
    return resource


def field(described: dict[str, Any]) -> dict[str, Any]:
    """The description of the column `entities.parent_id`."""
    column: dict[str, Any] = entities(described)["schema"]["fields"][2]
    return column


EDITS: dict[str, Callable[[dict[str, Any]], object]] = {
    "table is not described|a resource named entities": lambda d: d["resources"].pop(ENTITIES),
    "does not know this table|'enitties'|mean 'entities'|table is not described": lambda d: (
        entities(d).update(name="enitties")
    ),
    "described twice|'entities'": lambda d: d["resources"].append(entities(d)),
    "“name” of resource 3": lambda d: d["resources"].insert(2, "entities"),
    "path leaves the folder|'../entities.csv'|mean 'entities.csv'": lambda d: entities(d).update(
        path="../entities.csv"
    ),
    "“hash” is not a digest|'md5:1'": lambda d: entities(d).update(hash="md5:1"),
    "“rows” of table entities|'true'|a whole number": lambda d: entities(d).update(rows=True),
    "“schema” of table entities": lambda d: entities(d).pop("schema"),
    "“fields” of table entities|a list": lambda d: entities(d)["schema"].update(fields={}),
    "“version” of the descriptor|'1'|a text": lambda d: d.update(version=1),
    "Unknown type|column parent_id|'text'|string": lambda d: field(d).update(type="text"),
    "Unknown format|'EDTF'|mean 'edtf'": lambda d: field(d).update(format="EDTF"),
    "Unknown format|'date'": lambda d: field(d).update(format="date"),
    "Unknown constraint|'minlength'|mean 'minLength'": lambda d: field(d)["constraints"].update(
        minlength=2
    ),
    "“pattern” of table entities, column parent_id is not a pattern|'[a'": lambda d: field(d)[
        "constraints"
    ].update(pattern="[a"),
    "“minimum” of table entities, column parent_id": lambda d: field(d)["constraints"].update(
        minimum="1"
    ),
    "“required” of table entities, column parent_id": lambda d: field(d)["constraints"].update(
        required=1
    ),
    "key names a column that entities does not have|'id'": lambda d: entities(d)["schema"].update(
        primaryKey=["id"]
    ),
    "a key has no column": lambda d: entities(d)["schema"].update(primaryKey=[]),
    "stands there twice": lambda d: field(d).update(name="kind"),
    "key names a column that evidnce does not have": lambda d: entities(d)["schema"]["foreignKeys"][
        0
    ]["reference"].update(resource="evidnce"),
}


@pytest.mark.parametrize("words", EDITS)
def test_a_descriptor_that_is_wrong_is_refused(folder: Path, words: str) -> None:
    """Each thing that the descriptor can get wrong is said, with what was expected."""
    change(folder, EDITS[words])
    refusal = refusals(folder)
    assert [word for word in words.split("|") if word not in refusal] == []


LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=3),
    st.just([1]),
    st.just({}),
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.randoms(use_true_random=False), leaf=LEAVES)
def test_whatever_is_in_the_descriptor_is_a_problem_and_no_exception(
    folder: Path, seed: Any, leaf: Any
) -> None:
    """Any value in any place of the descriptor gives problems, or none; nothing else is raised."""
    path = folder / DESCRIPTOR
    right = path.read_bytes()

    def replace_somewhere(described: Any) -> None:
        while True:
            keys = list(described) if isinstance(described, dict) else range(len(described))
            key = seed.choice(keys)
            inner = described[key]
            if not (isinstance(inner, dict | list) and inner) or seed.random() < 0.1:
                described[key] = leaf
                return
            described = inner

    try:
        change(folder, replace_somewhere)
        assert all(str(problem) for problem in check_package(folder))
    finally:
        path.write_bytes(right)
