"""Plain rows are the rows that `load` gives, and are refused where `load` refuses."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from kopjaqty.errors import DataError
from kopjaqty.plain import plain_tables
from kopjaqty.schema import TABLES, read_package
from kopjaqty.tables import load
from tiny import ROWS, make_package, note


def as_text(value: object) -> str:
    """A cell of `load` as its file has it."""
    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    return str(value).lower() if isinstance(value, bool | np.bool_) else str(value)


@pytest.mark.parametrize("table", TABLES)
def test_same_rows_as_load(table: str) -> None:
    """Every cell is the one that `load` gives; what is missing is an empty text."""
    frame = load(table)
    rows = plain_tables([table])[table]
    columns = [field.name for field in read_package().tables[table].fields]
    assert [list(row) for row in rows] == [columns] * len(frame)
    for column in columns:
        loaded = [as_text(value) for value in frame[column].astype(object)]
        plain = [row[column] for row in rows]
        if str(frame[column].dtype) == "Float64":  # 1 and 1.0 are one number
            plain = [as_text(float(cell)) if cell else "" for cell in plain]
        assert plain == loaded, column


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
