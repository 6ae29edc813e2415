"""A table is checked a block of rows at a time; what is found does not depend on the blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

import tiny
from kopjaqty.store import files
from kopjaqty.store.checks import check_package

BROKEN = [
    ("mentions", ",named", ",called"),
    ("positions", "Claim,", "Claim ,"),
    ("names", "Лига", "Лигаи\u0306"),
    ("relations", "member_of", "member"),
    ("segments", "speech,2", "speech,3"),
]


@pytest.mark.parametrize("block", [1, 2])
def test_a_large_file_is_checked_block_by_block(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    """Where a block ends changes nothing: the same problems, in the same order."""
    folder = tiny.make_package(tmp_path / "data")
    for table, old, new in BROKEN:
        path = folder / f"{table}.csv"
        content = path.read_text(encoding="utf-8")
        assert old in content
        path.write_text(content.replace(old, new, 1), encoding="utf-8")
    found = check_package(folder)
    assert {f"{table}.csv" for table, _old, _new in BROKEN} <= {each.file for each in found}
    monkeypatch.setattr(files, "BLOCK", block)
    assert check_package(folder) == found
