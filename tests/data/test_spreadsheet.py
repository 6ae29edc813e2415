"""A spreadsheet opens the tables: as many rows and columns as the descriptor says."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import pytest

from at_hand import need
from kopjaqty.store import data_folder, read_package

READ = "44,34,UTF8,1"
"""LibreOffice's words for: comma, quotation mark, UTF-8, from the first line."""


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every table, opened and saved by LibreOffice, all in one go."""
    program = need("libreoffice")
    out = tmp_path_factory.mktemp("saved")
    profile = tmp_path_factory.mktemp("profile")
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += [f"--infilter=CSV:{READ}", "--convert-to", f"csv:Text - txt - csv (StarCalc):{READ}"]
    tables = sorted(str(path) for path in data_folder().glob("*.csv"))
    subprocess.run([*command, "--outdir", str(out), *tables], check=True, capture_output=True)
    return out


@pytest.mark.parametrize("name", list(read_package().tables))
def test_a_spreadsheet_opens_a_table(name: str, saved: Path) -> None:
    """No row and no column is lost or doubled when LibreOffice opens and saves a table."""
    table = read_package().tables[name]
    with (saved / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == list(table.columns)
    assert [len(row) for row in rows] == [len(table.columns)] * (table.rows + 1)
