"""What is written takes the old file's place when all of it is there, or not at all."""

from __future__ import annotations

import ast
import os
import sys
from pathlib import Path

import pytest

from kopjaqty.store.writing import drafted, write_files
from places import PROJECT


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """The new bytes are there, the draft is not; a folder that lacks is made."""
    path = tmp_path / "new" / "a.csv"
    write_files({path: b"old"})
    write_files({path: b"new"})
    assert path.read_bytes() == b"new"
    assert names(path.parent) == ["a.csv"]


def test_a_failing_write_leaves_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the second of two files cannot be written, the first is the old one too."""
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    write_files({first: b"old", second: b"old"})
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if "b.csv" in path.name:
            write(path, content[:1])
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_files({first: b"new", second: b"new"})
    assert (first.read_bytes(), second.read_bytes()) == (b"old", b"old")
    assert names(tmp_path) == ["a.csv", "b.csv"]


def test_an_interrupted_folder_is_not_there(tmp_path: Path) -> None:
    """A folder that is not finished leaves nothing, not even when the user stops it."""

    def stopped() -> None:
        with drafted(tmp_path / "mine") as draft:
            draft.mkdir()
            (draft / "a.csv").write_bytes(b"a")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert names(tmp_path) == []


def test_a_folder_takes_the_place_of_an_empty_one_only(tmp_path: Path) -> None:
    """What is in a folder already is never lost."""
    for place in ("empty", "full"):
        (tmp_path / place).mkdir()
    (tmp_path / "full" / "mine.txt").write_bytes(b"mine")
    with drafted(tmp_path / "empty") as draft:
        draft.mkdir()
        (draft / "a.csv").write_bytes(b"a")
    assert names(tmp_path / "empty") == ["a.csv"]
    with pytest.raises(OSError, match="full"), drafted(tmp_path / "full") as draft:
        draft.mkdir()
    assert names(tmp_path / "full") == ["mine.txt"]
    assert names(tmp_path) == ["empty", "full"]


def test_the_draft_of_a_killed_run_goes(tmp_path: Path) -> None:
    """What a killed run left behind is no part of what the next one writes."""
    path = tmp_path / "a.csv"
    with drafted(path) as draft:
        draft.write_bytes(b"a")
    draft.mkdir()
    (draft / "half").write_bytes(b"half")
    write_files({path: b"whole"})
    assert path.read_bytes() == b"whole"
    assert names(tmp_path) == ["a.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_permissions_stay(tmp_path: Path) -> None:
    """Who may read a file may read what replaces it; a new one is as any new file here."""
    path, other = tmp_path / "a.csv", tmp_path / "b.csv"
    other.write_bytes(b"")
    write_files({path: b"old"})
    assert path.stat().st_mode == other.stat().st_mode
    for mode in (0o640, 0o604):
        path.chmod(mode)
        write_files({path: os.urandom(4)})
        assert path.stat().st_mode & 0o777 == mode


def test_there_is_one_writer() -> None:
    """No other module of the library puts a file in another's place by itself."""
    for path in sorted((PROJECT / "lib" / "kopjaqty").rglob("*.py")):
        calls = {
            node.func.attr
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and (
                node.func.attr == "rename" or (node.func.attr == "replace" and len(node.args) == 1)
            )
            and not node.keywords
        }
        assert not calls or path.name == "writing.py", path
