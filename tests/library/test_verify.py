"""Verification: every pointer is followed, and whatever is wrong is found, once broken."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from invented import BRIDGE, evidence_rows, make_collection, note_hashes, segment_rows
from kopjaqty.store import TABLES
from kopjaqty.verify import inspect, verify


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection with its texts."""
    monkeypatch.delenv("KOPJAQTY_CORPUS", raising=False)
    return make_collection(tmp_path)


def change(folder: Path, table: str, line: int, **cells: str) -> None:
    """Change cells of a table's row (the header is line 1), and note the file's new hash."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    for column, value in cells.items():
        rows[line - 1][rows[0].index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    note_hashes(folder)


def test_clean(folder: Path) -> None:
    """A sound collection has no problems, and every pointer was followed."""
    report = inspect(folder)
    assert report.problems == ()
    pointers = len(segment_rows()) + len(evidence_rows())
    assert (report.tables, report.verified, report.unverifiable) == (len(TABLES), pointers, 0)


def test_without_texts(folder: Path) -> None:
    """Without texts nothing is wrong, and no pointer is said to be verified."""
    report = inspect(folder, folder / "nowhere")
    pointers = len(segment_rows()) + len(evidence_rows())
    assert (report.problems, report.verified, report.unverifiable) == ((), 0, pointers)


@pytest.mark.parametrize(
    ("table", "line", "cells", "message"),
    [
        ("documents", 2, {"paragraphs": "9"}, "column paragraphs: The text has another number"),
        ("documents", 2, {"characters": "640"}, "column characters: The text has another number"),
        ("segments", 4, {"digest": "0" * 16}, "column digest: The segment's text says otherwise"),
        ("segments", 2, {"words": "1", "word_spans": "0-5"}, "column words"),
        ("segments", 2, {"word_spans": "0-5 5-12"}, "column word_spans"),
        ("segments", 3, {"start": "14"}, "line 3: Characters 12–14 of the text are in no segment"),
        ("segments", 16, {"end": "624"}, "line 16: Characters 624–625 of the text"),
        (
            "evidence",
            2,
            {"digest": "0" * 16},
            "line 2, column digest: The text at characters 87–95",
        ),
        ("evidence", 2, {"start": "87", "end": "120"}, "characters 87–120 has another digest"),
    ],
)
def test_broken(folder: Path, table: str, line: int, cells: dict[str, str], message: str) -> None:
    """Whatever is changed in a pointer is found, with its file, line and column."""
    change(folder, table, line, **cells)
    problems = [str(problem) for problem in verify(folder)]
    assert any(message in problem and f"{table}.csv" in problem for problem in problems), problems


def test_slipped_pointer(folder: Path) -> None:
    """For offsets that slipped by a few words, the place meant is named."""
    row = next(r for r in evidence_rows() if r["evidence_id"] == "e0005")
    change(folder, "evidence", 6, start="28", end="33")
    digest = [p for p in verify(folder) if p.column == "digest"]
    assert [p.nearest for p in digest] == [f"{row['start']}–{row['end']}"]


EDITS: list[tuple[str, Callable[[str], str], str, int | None]] = [
    ("a letter", lambda t: t.replace("Нұрай", "Нурай"), "93.3%", 9),
    ("a comma", lambda t: t.replace("метр, ені", "метр; ені"), "Punctuation, case", None),
    ("a blank", lambda t: t.replace("метр, ені", "метр,  ені"), "before character 257", None),
    ("the first word", lambda t: t[1:], "Sentence 1 (characters 0–12", None),
]


@pytest.mark.parametrize(
    ("edit", "message", "line"), [e[1:] for e in EDITS], ids=[e[0] for e in EDITS]
)
def test_edited_text(
    folder: Path, edit: Callable[[str], str], message: str, line: int | None
) -> None:
    """An edited text is told by document, share and first difference; nothing else is wrong."""
    path = folder / "corpus" / "0.txt"
    path.write_text(edit(BRIDGE), encoding="utf-8", newline="")
    (problem,) = verify(folder)
    assert "A near copy of bridge" in problem.what
    assert message in problem.what
    assert (problem.file, problem.row) == (str(path), line)


def test_strange_text(folder: Path) -> None:
    """A file in the corpus folder that is none of the documents is a problem."""
    (folder / "corpus" / "x.txt").write_bytes(b"\xff\xff")
    (problem,) = verify(folder)
    assert "not UTF-8" in problem.what


def _remove(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _no_utf8(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\xff\n")


@pytest.mark.parametrize("harm", [_remove, _empty, _folder, _no_utf8])
@pytest.mark.parametrize("table", ["documents", "segments", "evidence", "entities"])
def test_unreadable_table(folder: Path, table: str, harm: Callable[[Path], None]) -> None:
    """A table that cannot be read is a problem of that table, and stops no other check."""
    harm(folder / f"{table}.csv")
    problems = verify(folder)
    assert any(problem.file == f"{table}.csv" for problem in problems)


@pytest.mark.parametrize("content", ["", "[]", "{"])
def test_unreadable_descriptor(folder: Path, content: str) -> None:
    """Without a descriptor that can be read, that is what is said."""
    (folder / "datapackage.json").write_text(content, encoding="utf-8")
    assert {problem.file for problem in verify(folder)} == {"datapackage.json"}


def test_order(folder: Path) -> None:
    """Problems come table by table, so that a reader can go through a file from top to bottom."""
    change(folder, "evidence", 4, digest="0" * 16)
    change(folder, "evidence", 2, digest="0" * 16)
    change(folder, "segments", 4, digest="0" * 16)
    places = [(problem.file, problem.row) for problem in verify(folder)]
    assert places == [("segments.csv", 4), ("evidence.csv", 2), ("evidence.csv", 4)]


def test_as_json(folder: Path) -> None:
    """Problems can be written as JSON."""
    change(folder, "evidence", 2, digest="0" * 16)
    assert json.dumps([problem.as_dict() for problem in verify(folder)])


def test_real_collection(texts: Path) -> None:
    """Every pointer of the collection leads to its passage."""
    report = inspect(corpus=texts)
    assert [str(problem) for problem in report.problems] == []
    assert report.verified > 0
    assert report.unverifiable == 0
