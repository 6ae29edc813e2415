"""Bringing texts: recognised, copied, and never made worse."""

from __future__ import annotations

import errno
import unicodedata
from pathlib import Path

import pytest

from invented import ADVERTISEMENT, BRIDGE, FAIR, make_collection
from kopjaqty.corpus import read_texts
from kopjaqty.corpus.add import add_files

NEAR = BRIDGE.replace("«", '"').replace("148", "150")
NEARER = BRIDGE.replace("«", '"')


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection without texts and without a corpus folder."""
    monkeypatch.delenv("KOPJAQTY_CORPUS", raising=False)
    return make_collection(tmp_path / "data", texts=False)


def write(folder: Path, name: str, text: str) -> Path:
    """Write a reader's file, outside the collection."""
    path = folder.parent / name
    path.write_bytes(text.encode())
    return path


def states(folder: Path, *paths: Path) -> list[tuple[str | None, str]]:
    """Add files; return document and state of each."""
    return [(done.document_id, done.state) for done in add_files(paths, data=folder)]


RESTORED = {
    "as it is": BRIDGE,
    "NFD": unicodedata.normalize("NFD", BRIDGE),
    "Windows line ends": BRIDGE.replace("\n", "\r\n"),
    "byte order mark": "\ufeff" + BRIDGE,
    "a line end more": BRIDGE + "\n",
    "blank lines at the end": BRIDGE + "\r\n \r\n",
}


@pytest.mark.parametrize("text", RESTORED.values(), ids=RESTORED)
def test_exact(folder: Path, text: str) -> None:
    """What editors do to a whole file is undone where that gives the exact text."""
    assert states(folder, write(folder, "page.txt", text)) == [("bridge", "exact")]
    assert (folder / "corpus" / "bridge.txt").read_bytes() == BRIDGE.encode()


def test_near(folder: Path) -> None:
    """A near copy is kept as it is, and what could be placed is told."""
    (done,) = add_files([write(folder, "page.txt", NEAR)], data=folder)
    assert (done.document_id, done.state, done.ok) == ("bridge", "near", True)
    assert "93% of the sentences" in done.message
    assert (folder / "corpus" / "bridge.txt").read_text(encoding="utf-8") == NEAR


@pytest.mark.parametrize(
    ("texts", "expected", "kept"),
    [
        ([BRIDGE, NEAR], ["exact", "kept"], BRIDGE),
        ([BRIDGE, BRIDGE], ["exact", "kept"], BRIDGE),
        ([NEAR, BRIDGE], ["near", "exact"], BRIDGE),
        ([NEARER, NEAR], ["near", "kept"], NEARER),
        ([NEAR, NEARER], ["near", "near"], NEARER),
    ],
)
def test_never_worse(folder: Path, texts: list[str], expected: list[str], kept: str) -> None:
    """A text is replaced by a better one only."""
    paths = [write(folder, f"{i}.txt", text) for i, text in enumerate(texts)]
    assert [state for _, state in states(folder, *paths)] == expected
    assert read_texts(data=folder)["bridge"].text == kept


@pytest.mark.parametrize("held", [BRIDGE, NEARER])
def test_better_under_another_name(folder: Path, held: str) -> None:
    """A better text counts under any name: beside it, nothing is written."""
    other = folder / "corpus" / "my page.txt"
    other.parent.mkdir()
    other.write_bytes(held.encode())
    assert states(folder, write(folder, "page.txt", NEAR)) == [("bridge", "kept")]
    assert list(other.parent.iterdir()) == [other]


def test_others_go_on(folder: Path) -> None:
    """A file that is refused does not stop those after it."""
    unrelated = write(folder, "unrelated.txt", ADVERTISEMENT)
    missing = folder / "missing.txt"
    fair = write(folder, "fair.txt", FAIR)
    assert states(folder, unrelated, missing, folder, fair) == [
        (None, "refused"),
        (None, "refused"),
        (None, "refused"),
        ("fair", "exact"),
    ]


def test_two_in_one_file(folder: Path) -> None:
    """A file with two documents brings both, and each outlives a better text of the other."""
    both = write(folder, "both.txt", BRIDGE + "\n" + FAIR)
    assert states(folder, both) == [("bridge", "near"), ("fair", "near")]
    assert states(folder, both) == [("bridge", "kept"), ("fair", "kept")]
    assert states(folder, write(folder, "page.txt", BRIDGE)) == [("bridge", "exact")]
    assert sorted(read_texts(data=folder)) == ["bridge", "fair"]


def test_strange_file_is_safe(folder: Path) -> None:
    """A file of the reader's own that bears a document's name is not overwritten."""
    own = folder / "corpus" / "bridge.txt"
    own.parent.mkdir()
    own.write_text("Менің жазбаларым", encoding="utf-8")
    (done,) = add_files([write(folder, "page.txt", BRIDGE)], data=folder)
    assert not done.ok
    assert "Move it away" in done.message
    assert own.read_text(encoding="utf-8") == "Менің жазбаларым"


def test_full_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a full disk the file is refused, with the reason, and nothing half-written is left."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    page = write(folder, "page.txt", BRIDGE)
    monkeypatch.setattr(Path, "write_bytes", full)
    (done,) = add_files([page], data=folder)
    assert not done.ok
    assert "No space left" in done.message
    assert list((folder / "corpus").iterdir()) == []
