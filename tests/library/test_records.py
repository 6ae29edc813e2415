"""Rows by their ids, and what they say."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from invented import make_collection
from kopjaqty.errors import UnknownName
from kopjaqty.language import use_language
from kopjaqty.store import Row, rows, rows_by_id
from kopjaqty.store.records import describe, find_records, name_of


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A collection; the language is English again afterwards."""
    yield make_collection(tmp_path, texts=False)
    use_language("en")


@pytest.mark.parametrize(
    ("record_id", "says"),
    [
        ("r0001", "Dauren Yersinov & sons <jun.> – head of – White Wheat"),
        ("ak_biday|kk|Ақ бидай", "Ақ бидай = White Wheat"),
        ("koksu", "Köksu"),
        ("bridge", "Title of bridge & more"),
    ],
)
def test_says(folder: Path, record_id: str, says: str) -> None:
    """A row says in words what its ids stand for."""
    ((table, row),) = find_records(record_id, data=folder)
    assert describe(table, row, folder) == says
    assert rows_by_id(table, folder, checked=False)[record_id] == row


@pytest.mark.parametrize(
    ("table", "row", "says"),
    [
        (
            "participants",
            {"event_id": "e", "entity_id": "koksu", "role": "host"},
            "Köksu – host – e",
        ),
        ("events", {"title_en": "A fair"}, "A fair"),
        ("quantities", {"label_en": "148 m"}, "148 m"),
        ("discrepancies", {"summary_en": "They differ."}, "They differ."),
    ],
)
def test_says_of_other_tables(folder: Path, table: str, row: dict[str, str], says: str) -> None:
    """Every table's rows have words; an id without a row or label stands for itself."""
    assert describe(table, Row(row), folder) == says


def test_language(folder: Path) -> None:
    """What a row says is said in the current language."""
    use_language("ru")
    ((table, row),) = find_records("bridge", data=folder)
    assert describe(table, row, folder) == "Заглавие bridge"


def test_several_tables(folder: Path) -> None:
    """An id that stands in several tables gives every row, or that of the table asked for."""
    records = find_records("fair_again", data=folder)
    assert [table for table, _ in records] == ["entities", "initiatives"]
    assert len(find_records("fair_again", table="initiatives", data=folder)) == 1


@pytest.mark.parametrize(
    ("record_id", "table", "hint"),
    [("koksy", None, "koksu"), ("r0009", "relations", "r0002"), ("koksu", "entitys", "entities")],
)
def test_unknown(folder: Path, record_id: str, table: str | None, hint: str) -> None:
    """An id or table that is not there is answered with the nearest one."""
    with pytest.raises(UnknownName, match=f"Did you mean '{hint}'"):
        find_records(record_id, table=table, data=folder)


def test_changed_table(folder: Path) -> None:
    """A table that was changed in the meantime is read again."""
    path = folder / "entities.csv"
    assert name_of("koksu", folder) == "Köksu"
    path.write_text(path.read_text(encoding="utf-8").replace("Köksu", "Kok"), encoding="utf-8")
    os.utime(path, (1, 1))
    assert name_of("koksu", folder) == "Kok"
    assert name_of("nobody", folder) == "nobody"
    assert len(rows("entities", folder, checked=False)) == 6
