"""Texts in the corpus folder: recognised by content; what is of no use is reported."""

from __future__ import annotations

import os
import unicodedata
from importlib import import_module
from pathlib import Path

import pytest

from invented import BRIDGE, FAIR, TEXTS, make_collection
from kopjaqty.corpus import (
    corpus_folder,
    corpus_status,
    document_status,
    read_corpus,
    read_texts,
)

UNRELATED = "Бұл мүлде басқа мәтін.\nОнда ауа райы ғана айтылады.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection without texts, and no variable that leads to any others."""
    monkeypatch.delenv("KOPJAQTY_CORPUS", raising=False)
    (tmp_path / "corpus").mkdir()
    return make_collection(tmp_path, texts=False)


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """Put a file into the corpus folder."""
    path = folder / "corpus" / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_is_not_shown_with_what_it_is(folder: Path) -> None:
    """The last line of a cell shows which text it is, near or exact, and no line of it."""
    put(folder, "near.txt", BRIDGE.replace(".", ". "))
    put(folder, "exact.txt", FAIR)
    near, exact = read_texts(data=folder)["bridge"], read_texts(data=folder)["fair"]
    assert (near.exact, exact.exact) == (False, True)
    for text in (near, exact):
        assert text.document_id in repr(text)
        assert "copy=" not in repr(text)  # where hundreds of sentences stand
        assert not [line for line in text.text.split("\n") if line and line in repr(text)]


def test_recognised_by_content(folder: Path) -> None:
    """A text is recognised whatever its file is called, and a decomposed one is exact too."""
    put(folder, "whatever.TXT", BRIDGE)
    put(folder, "ә б.txt", unicodedata.normalize("NFD", FAIR))
    texts = read_texts(data=folder)
    assert {d: (t.exact, t.text) for d, t in texts.items()} == {
        "bridge": (True, BRIDGE),
        "fair": (True, FAIR),
    }


@pytest.mark.parametrize(
    ("text", "exact", "share"),
    [
        (BRIDGE, True, 1.0),
        (BRIDGE + "\n", False, 1.0),
        ("\ufeff" + BRIDGE, False, 1.0),
        (BRIDGE.replace("Нұрай", "Нурай"), False, 14 / 15),
    ],
    ids=["the text", "a line end more", "a byte order mark", "one letter changed"],
)
def test_exact_or_near(folder: Path, text: str, exact: bool, share: float) -> None:
    """One character that differs makes a near copy, whose share of sentences is told."""
    put(folder, "a.txt", text)
    copy = read_texts(data=folder)["bridge"]
    assert (copy.exact, copy.share) == (exact, share)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "Word"),
        (b"<!DOCTYPE html><html><p>", "web page"),
        (b"\xef\xbb\xbf<html>", "web page"),
        (b"{\\rtf1 abc}", "formatted document"),
        (b"ab\0cd", "binary"),
        (BRIDGE.encode("cp1251", "replace"), "not UTF-8"),
        (BRIDGE.encode("utf-16"), "not UTF-8"),
        (b"x" * 2_000_001, "too large"),
        (UNRELATED.encode(), "none of the documents; at best 0%"),
        (TEXTS["bridge"][:160].encode(), "none of the documents; at best 21%"),
    ],
)
def test_of_no_use(folder: Path, content: bytes, message: str) -> None:
    """A file that is none of the documents is reported, and the others are read all the same."""
    path = put(folder, "0.txt", content)
    put(folder, "1.txt", FAIR)
    reading = read_corpus(data=folder)
    assert list(reading.texts) == ["fair"]
    (problem,) = reading.problems
    assert message in str(problem)
    assert problem.file == str(path)


def test_folder_and_unreadable(folder: Path) -> None:
    """A folder in a text's place is reported; files that do not end in .txt are left alone."""
    (folder / "corpus" / "a.txt").mkdir()
    put(folder, "notes.md", UNRELATED)
    (problem,) = read_corpus(data=folder).problems
    assert "folder" in str(problem)


def test_no_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is reported."""
    put(folder, "a.txt", BRIDGE)

    read = Path.read_bytes

    def refuse(path: Path) -> bytes:  # not chmod: root may read everything
        if path.suffix == ".txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (problem,) = read_corpus(data=folder).problems
    assert "cannot be read" in str(problem)


def test_no_folder(folder: Path) -> None:
    """A corpus folder that is not there, or is a file, has no texts."""
    assert read_texts(data=folder, corpus=folder / "nowhere") == {}
    assert read_corpus(data=folder, corpus=folder / "terms.csv").problems[0].what


def test_the_better_counts(folder: Path) -> None:
    """Of several files with one document the exact one counts, else the more complete one."""
    put(folder, "1.txt", BRIDGE.replace("148", "149").replace("Нұрай", "Нурай"))
    put(folder, "2.txt", BRIDGE.replace("148", "149"))
    assert read_texts(data=folder)["bridge"].path.name == "2.txt"
    put(folder, "3.txt", BRIDGE)
    assert read_texts(data=folder)["bridge"].path.name == "3.txt"


def test_two_in_one_file(folder: Path) -> None:
    """Two documents pasted into one file are both near copies in it."""
    put(folder, "both.txt", BRIDGE + "\n\n" + FAIR)
    texts = read_texts(data=folder)
    assert {d: (t.exact, t.share) for d, t in texts.items()} == {
        "bridge": (False, 1.0),
        "fair": (False, 1.0),
    }


def test_changed_file_is_read_again(folder: Path) -> None:
    """A text that was edited in the meantime is not taken for what it was."""
    path = put(folder, "a.txt", BRIDGE)
    assert read_texts(data=folder)["bridge"].exact
    path.write_text(FAIR, encoding="utf-8")
    os.utime(path, (1, 1))
    assert list(read_texts(data=folder)) == ["fair"]


def test_which_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder given comes first, then KOPJAQTY_CORPUS, then `corpus` beside the tables."""
    assert corpus_folder(data=folder) == folder / "corpus"
    monkeypatch.setenv("KOPJAQTY_CORPUS", str(folder / "other"))
    assert corpus_folder(data=folder) == folder / "other"
    assert corpus_folder(folder / "given", data=folder) == folder / "given"


def test_status(folder: Path) -> None:
    """The status has a row a document: its state, shares placed, and where it was published."""
    put(folder, "a.txt", BRIDGE.replace("қатысты.", "келді."))
    bridge, fair = document_status(data=folder)
    assert (bridge.state, bridge.segments_placed, bridge.file) == ("near", 14 / 15, "a.txt")
    assert bridge.evidence_placed == 5 / 10
    assert (fair.state, fair.evidence_placed, fair.file) == ("missing", 0, "")
    assert (fair.publisher, fair.date) == ("Steppe News", "2030-09-12")
    table = corpus_status(data=folder)
    assert list(table["state"]) == ["near", "missing"]
    assert list(table.columns)[:2] == ["document_id", "state"]


def test_real_texts(texts: Path) -> None:
    """The five texts are exact, and every passage of the collection can be shown in them."""
    status = document_status(corpus=texts)
    assert len(status) == 5
    assert {(s.state, s.segments_placed, s.evidence_placed) for s in status} == {("exact", 1, 1)}


def test_old_names_tell_the_new_ones(folder: Path) -> None:
    """What release 0.1.0 called `Text` and `carry` is there, and says what it is called now."""
    put(folder, "a.txt", BRIDGE)
    text = read_texts(data=folder)["bridge"]
    with pytest.warns(FutureWarning, match="DocumentText"):
        assert isinstance(text, getattr(import_module("kopjaqty.corpus"), "Text"))  # noqa: B009
    with pytest.warns(FutureWarning, match="map_span"):
        assert text.carry(0, 12) == text.map_span(0, 12) == (0, 12)
