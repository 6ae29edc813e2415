"""Tables are loaded with the right types, whole and checked, or not at all."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import tiny
from kopjaqty.dates import parse_date
from kopjaqty.errors import DataError, KopjaqtyError, UnknownName
from kopjaqty.named_tables import Tables
from kopjaqty.store import TABLES, read_package
from kopjaqty.tables import load

# pandas 2.2 has no type of text in which the missing is NaN.
TEXT = "object" if pd.__version__.startswith("2.2.") else "str"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tiny collection, in a folder of its own."""
    return tiny.make_package(tmp_path / "data")


def change(folder: Path, table: str, old: str, new: str) -> None:
    """Replace the first `old` in a table's file; the descriptor still notes the file before."""
    path = folder / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


# -------------------------------------------------------------------------------- types


def test_columns_have_the_types_that_the_descriptor_says(folder: Path) -> None:
    """Int64, Float64, boolean, category or text, in every table."""
    names = {"integer": "Int64", "number": "Float64", "boolean": "boolean", "string": TEXT}
    package = read_package(folder)
    for name, frame in load(data=folder).items():
        for field in package.tables[name].fields:
            expected = "category" if field.vocabulary else names[field.type]
            assert (name, field.name, str(frame[field.name].dtype)) == (name, field.name, expected)


def test_columns_stand_as_in_the_file(folder: Path) -> None:
    """Nothing is added but the bounds of dates, each after its date."""
    dated = ["date", "date_earliest", "date_latest", "date_precision"]
    expected = ["relation_id", "subject_id", "predicate", "object_id", *dated, "status", "event_id"]
    assert load("relations", data=folder).columns.to_list() == expected
    assert load("participants", data=folder).columns.to_list() == ["event_id", "entity_id", "role"]


def test_categories_are_the_vocabulary_in_its_order(folder: Path) -> None:
    """All terms are there, used or not, in the order of the vocabulary, not of the alphabet."""
    kinds = load("entities", data=folder)["kind"]
    assert kinds.cat.categories.to_list() == tiny.VOCABULARIES["entity_kind"].split()
    assert kinds.to_list() == [kind for kind, _, _ in tiny.ENTITIES.values()]
    assert not kinds.cat.ordered


def test_dates_get_their_bounds(folder: Path) -> None:
    """Earliest, latest and precision are those of `parse_date`."""
    event = load("events", data=folder).iloc[0]
    date = parse_date("2016~")
    assert event["date"] == "2016~"
    assert event["date_earliest"].date() == date.earliest
    assert event["date_latest"].date() == date.latest
    assert event["date_precision"] == date.precision


def test_a_date_that_is_not_stated_has_no_bounds(folder: Path) -> None:
    """An empty cell stays missing: text, bounds and precision."""
    relations = load("relations", data=folder)
    dates = ["date", "date_earliest", "date_latest", "date_precision"]
    assert relations[dates].iloc[1].isna().all()
    assert str(relations["date_earliest"].dtype) == "datetime64[us]"
    assert str(relations["date_precision"].dtype) == TEXT


def texts_with_gaps() -> Iterator[tuple[pd.Series[str], list[str]]]:
    """Each column of texts of which some are missing, and its cells as Python reads them."""
    package = read_package()
    for name, frame in load().items():
        path = package.folder / package.tables[name].path
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for field in package.tables[name].fields:
            cells = [row[field.name] for row in rows]
            if field.type == "string" and not field.vocabulary and "" in cells and any(cells):
                yield frame[field.name], cells


def test_a_missing_text_is_the_same_on_every_pandas() -> None:
    """Compared, sorted, grouped, counted and merged, texts give what their cells say."""
    columns = list(texts_with_gaps())
    assert len(columns) > 10
    for column, cells in columns:
        texts = [cell for cell in cells if cell]
        counts, gaps = Counter(texts), len(cells) - len(texts)
        assert column.isna().tolist() == [not cell for cell in cells]
        for same in (column == texts[0], ~(column != texts[0])):
            assert same.dtype == bool
            assert same.tolist() == [cell == texts[0] for cell in cells]
        arranged = column.sort_values()
        assert arranged.iloc[: len(texts)].tolist() == sorted(texts)
        assert arranged.iloc[len(texts) :].isna().all()
        assert column.value_counts().to_dict() == counts
        assert column.groupby(column).size().to_dict() == counts
        assert column.value_counts(dropna=False).sum() == len(cells)
        frame = pd.DataFrame({"text": column})
        pairs = frame.merge(frame.drop_duplicates().assign(found=True), how="left")
        assert pairs["found"].sum() == len(cells)
        assert pairs["text"].isna().sum() == gaps


def test_an_open_end_is_a_missing_bound(tmp_path: Path) -> None:
    """`2024/..` began and is not known to have ended."""
    rows = [tiny.ROWS["relations"][0].replace("1992-03-02", "2024/.."), tiny.ROWS["relations"][1]]
    relation = load("relations", data=tiny.make_package(tmp_path, {"relations": rows})).iloc[0]
    assert relation["date_earliest"] == pd.Timestamp("2024-01-01")
    assert relation["date_latest"] is pd.NaT


def test_dates_of_a_table_without_rows_are_dates(tmp_path: Path) -> None:
    """A table whose rows are still to come has its types already."""
    rows: dict[str, list[str]] = {"relations": []}
    rows["evidence"] = [row for row in tiny.ROWS["evidence"] if ",relations," not in row]
    relations = load("relations", data=tiny.make_package(tmp_path, rows))
    assert len(relations) == 0
    assert relations.dtypes.to_dict() == load("relations").dtypes.to_dict() | {
        name: relations[name].dtype for name in ("predicate", "status")
    }


def test_only_an_empty_cell_is_missing(tmp_path: Path) -> None:
    """Namibia's code NA, `none`, `null` and `nan` are values."""
    words = ["NA", "N/A", "null", "None", "nan", "NaN", "none", "True", "-"]
    rows = [f"p{n:03},speaker,peace,{word},{word},{word}" for n, word in enumerate(words, start=1)]
    evidence = [
        f"e{n:04},positions,p{n - 15:03},speech,5,19,{tiny.A}," for n in range(17, 16 + len(words))
    ]
    tables = {"positions": rows, "evidence": [*tiny.ROWS["evidence"], *evidence]}
    folder = tiny.make_package(tmp_path, tables)
    assert load("positions", data=folder)["claim_kk"].to_list() == words
    entities = load("entities", data=folder).set_index("entity_id")
    assert entities.loc["namibia", "iso3166"] == "NA"
    assert load("discrepancies", data=folder).loc[0, "severity"] == "none"


def test_rows_stand_as_in_the_file(folder: Path) -> None:
    """Row after row as the file has it, commas inside cells and all, numbered from 0."""
    entities = load("entities", data=folder)
    assert entities["entity_id"].to_list() == list(tiny.ENTITIES)
    assert entities["name_en"].to_list() == [name for _, _, name in tiny.ENTITIES.values()]
    assert entities.index.to_list() == list(range(len(tiny.ENTITIES)))


def test_a_table_says_what_it_is(folder: Path) -> None:
    """Name, title, description and version stand in `attrs`."""
    attrs = load("relations", data=folder).attrs
    assert (attrs["table"], attrs["title"]) == ("relations", "Relations")
    assert attrs["version"] == read_package(folder).version
    assert "subject, predicate, object" in attrs["description"]


# --------------------------------------------------------------- what a student may do


def test_what_a_student_changes_is_a_copy(folder: Path) -> None:
    """Loading again gives the table as it is in the file."""
    first = load("entities", data=folder)
    expected = first.copy()
    first.loc[:, "name_en"] = "?"
    first["kind"] = first["kind"].cat.rename_categories(str.upper)
    first.attrs["title"] = "?"
    pd.testing.assert_frame_equal(load("entities", data=folder), expected)
    assert load("entities", data=folder).attrs == expected.attrs


def test_the_data_of_a_researcher_are_loaded_from_their_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder can be given for once or set for all."""
    assert len(load("entities")) != len(tiny.ENTITIES)
    monkeypatch.setenv("KOPJAQTY_DATA", str(folder))
    assert len(load("entities")) == len(tiny.ENTITIES)


def test_all_tables_are_a_mapping(folder: Path) -> None:
    """By name in brackets or after a dot; a loop gives the names."""
    tables = load(data=folder)
    assert isinstance(tables, Tables)
    assert tuple(tables) == TABLES
    assert tables["names"] is tables.names
    assert len(tables) == len(TABLES)
    assert "names" in tables
    assert "name" not in tables
    assert {"names", "items"} <= set(dir(tables))
    assert tables.get("names") is tables.names


def test_tables_cannot_be_exchanged(folder: Path) -> None:
    """What `load()` gave stays what it is."""
    tables = load(data=folder)
    with pytest.raises(KopjaqtyError, match="not exchanged"):
        tables.entities = None
    with pytest.raises(TypeError):
        tables["entities"] = None


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (["terms", "entities"], ["terms", "entities"]),
        (("terms", "entities", "terms"), ["terms", "entities"]),
        ((name for name in ("names", "terms")), ["names", "terms"]),
        ([], []),
    ],
)
def test_several_tables_come_in_the_order_asked_for(
    folder: Path, asked: Iterable[str], given: list[str]
) -> None:
    """Names in a list, a tuple or a generator: a `Tables` of these, each once, or of none."""
    tables = load(asked, data=folder)
    assert isinstance(tables, Tables)
    assert list(tables) == given
    for name in given:
        pd.testing.assert_frame_equal(tables[name], load(name, data=folder))


def test_one_unknown_name_among_several_is_named(folder: Path) -> None:
    """Of several names, the one that is no table is told, with the nearest."""
    with pytest.raises(UnknownName, match=r"Found: 'entitys'.*mean 'entities'"):
        load(["terms", "entitys"], data=folder)


@pytest.mark.parametrize("wrong", ["entitys", "Entities", "entity"])
def test_an_unknown_table_is_answered_with_the_nearest(folder: Path, wrong: str) -> None:
    """However it is asked for, the message names the table that was meant."""
    tables = load(data=folder)
    for ask in (
        lambda: load(wrong, data=folder),
        lambda: tables[wrong],
        lambda: getattr(tables, wrong),
    ):
        with pytest.raises(UnknownName, match="Did you mean 'entities'"):
            ask()
    assert not hasattr(tables, wrong)
    assert tables.get(wrong) is None


def test_tables_show_what_they_hold(folder: Path) -> None:
    """As text and as HTML: each table with its rows, in HTML with its description."""
    tables = load(data=folder)
    lines = repr(tables).splitlines()
    assert lines[0].startswith(f"{len(TABLES)} tables")
    assert lines[4].split() == ["entities", "7"]
    html = tables._repr_html_()
    assert html.count("<tr>") == len(TABLES) + 1
    assert "Every institution, treaty, forum" in html


# ------------------------------------------------------------------- files that changed


def test_a_change_that_is_right_is_loaded(folder: Path) -> None:
    """Whoever edits a table with care needs no new hash to work with it."""
    change(folder, "positions", "Claim", "Another claim")
    assert load("positions", data=folder).loc[0, "claim_en"] == "Another claim"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("kazakhstan,member_of", "kazakstan,member_of", "line 2, column subject_id|'kazakhstan'"),
        ("organ_of", "organ_off", "line 3, column predicate|'organ_of'"),
        ("1992-03-02", "1992-02-30", "line 2, column date"),
        (",planned", "", "line 3|6 cells"),
        ("r0002", "r0001", "line 3, column relation_id"),
    ],
)
def test_a_change_that_is_wrong_gives_nothing(folder: Path, old: str, new: str, words: str) -> None:
    """Neither the table nor all of them are loaded; the message is that of the check."""
    change(folder, "relations", old, new)
    for table in ("relations", None):
        with pytest.raises(DataError) as caught:
            load(table, data=folder)
        assert [word for word in words.split("|") if word not in str(caught.value)] == []
    assert len(load("entities", data=folder)) == len(tiny.ENTITIES)


def test_a_term_taken_out_of_its_vocabulary_is_no_missing_value(folder: Path) -> None:
    """A file that is trusted is checked again when its vocabulary has changed."""
    change(folder, "terms", "predicate,organ_of", "predicate,organs_of")
    with pytest.raises(DataError, match="There is no such term in the vocabulary predicate"):
        load("relations", data=folder)


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("relations", "organ_of", "organ_off"),
        ("relations", ",planned", ",planned,too,many"),
        ("documents", ",30,", ",thirty,"),
        ("names", ",true,", ",yes,"),
        ("events", "2016~", "2016-99"),
        ("terms", "Meaning,3,", "Meaning,third,"),
        ("terms", "vocabulary,term", "vocabulary,word"),
    ],
)
def test_a_hash_noted_by_hand_makes_no_file_right(
    folder: Path, table: str, old: str, new: str
) -> None:
    """A file that nobody checked, but whose hash is noted, is not loaded wrongly either."""
    change(folder, table, old, new)
    tiny.note(folder)
    with pytest.raises(DataError, match=f"{table}.csv"):
        load(data=folder)


def test_a_missing_file_is_said_to_be_missing(folder: Path) -> None:
    """The message names the file; the other tables can be loaded."""
    (folder / "events.csv").unlink()
    with pytest.raises(DataError, match=r"events\.csv: The file is missing"):
        load("events", data=folder)
    assert len(load("relations", data=folder)) == 2


def test_a_folder_without_a_collection_is_refused(tmp_path: Path) -> None:
    """The message says what such a folder holds."""
    with pytest.raises(DataError, match=r"datapackage\.json"):
        load(data=tmp_path)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    table=st.sampled_from(TABLES),
    noted=st.booleans(),
    edit=st.tuples(
        st.floats(0, 1),
        st.integers(0, 40),
        st.binary(max_size=8) | st.sampled_from([b'"', b",", b"\n", b"\r", b"9" * 25]),
    ),
)
@example(table="relations", noted=True, edit=(0.3125, 0, b"\0"))
@example(table="mentions", noted=True, edit=(0.6, 0, b"9" * 25))
def test_whatever_is_in_a_file_it_loads_or_is_refused(
    folder: Path, table: str, noted: bool, edit: tuple[float, int, bytes]
) -> None:
    """Nothing but a DataError is raised, whether or not the descriptor notes the file."""
    path = folder / f"{table}.csv"
    right = path.read_bytes()
    where, length, new = edit
    at = int(where * len(right))
    path.write_bytes(right[:at] + new + right[at + length :])
    if noted:
        tiny.note(folder)
    with contextlib.suppress(DataError):
        assert len(load(data=folder)) == len(TABLES)
    path.write_bytes(right)
    tiny.note(folder)


# --------------------------------------------------------------------------------- cost


def test_pandas_is_loaded_when_a_table_is() -> None:
    """The module can be imported, and data checked, without pandas."""
    code = (
        "import sys, kopjaqty.tables; from kopjaqty.store.checks import check_package;"
        "check_package();"
        "assert not {'pandas', 'numpy', 'matplotlib', 'networkx', 'edtf'} & set(sys.modules)"
    )
    path = os.pathsep.join(sys.path)
    environment = os.environ | {"PYTHONPATH": path}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)


def test_the_descriptor_is_not_changed_by_loading(folder: Path) -> None:
    """Loading reads; it writes nothing."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    load(data=folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert json.loads(before["datapackage.json"])["name"] == "kopjaqty"
