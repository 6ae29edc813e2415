"""Plain rows are the rows that `load` gives, and are refused where `load` refuses."""

from pathlib import Path

import pytest

from kopjaqty.errors import DataError
from kopjaqty.plain import plain_tables
from kopjaqty.tables import load
from tiny import ROWS, make_package, note


@pytest.mark.parametrize("table", ["entities", "relations", "evidence", "names"])
def test_same_rows_as_load(table: str) -> None:
    """Every cell is the one that `load` gives; what is missing is an empty text."""
    frame = load(table)
    rows = plain_tables([table])[table]
    assert len(rows) == len(frame)
    key = frame.columns[0]
    assert [row[key] for row in rows] == frame[key].to_list()


def test_a_changed_file_is_checked(tmp_path: Path) -> None:
    """A file that is not the one noted, and is wrong, is not read."""
    folder = make_package(tmp_path / "data")
    path = folder / "relations.csv"
    path.write_text(path.read_text().replace("planned", "plant"), encoding="utf-8", newline="")
    with pytest.raises(DataError, match="plant"):
        plain_tables(["relations"], folder)


@pytest.mark.parametrize("line", ["r0003,a", "r0003,a,b,c,,stated,more", '"r0003'])
def test_a_noted_file_that_cannot_be_read(tmp_path: Path, line: str) -> None:
    """A file that the descriptor notes although it is no table is an error for people."""
    folder = make_package(tmp_path / "data", {"relations": [*ROWS["relations"], line]})
    with pytest.raises(DataError, match="does not hold"):
        plain_tables(["relations"], folder)


def test_another_header(tmp_path: Path) -> None:
    """A header that is not the descriptor's is an error for people."""
    folder = make_package(tmp_path / "data")
    path = folder / "relations.csv"
    path.write_text(path.read_text().replace("subject_id", "who", 1), encoding="utf-8", newline="")
    note(folder)
    with pytest.raises(DataError, match="does not hold"):
        plain_tables(["relations"], folder)
