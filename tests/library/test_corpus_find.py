"""Searching the texts: places, never text."""

from __future__ import annotations

from pathlib import Path

import pytest

from invented import BRIDGE, TEXTS, make_collection, span_of
from kopjaqty.corpus.find import Snap, find_snippet
from kopjaqty.corpus.words import span_digest
from kopjaqty.errors import KopjaqtyError, TextMissing, UnknownName


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection with its texts."""
    monkeypatch.delenv("KOPJAQTY_CORPUS", raising=False)
    return make_collection(tmp_path)


def test_every_occurrence(folder: Path) -> None:
    """Each occurrence in each document comes back, with its sentence and its digest."""
    occurrences = find_snippet("Көксу", data=folder)
    assert [(f.document_id, f.n, f.match) for f in occurrences] == [
        ("bridge", 8, "exact"),
        ("fair", 2, "exact"),
    ]
    for occurrence in occurrences:
        quoted = TEXTS[occurrence.document_id][occurrence.start : occurrence.end]
        assert (quoted, occurrence.digest) == ("Көксу", span_digest("Көксу"))
    assert (
        occurrences[0].cells
        == f"bridge,{occurrences[0].start},{occurrences[0].end},{occurrences[0].digest}"
    )


@pytest.mark.parametrize(
    "snippet",
    ["ақ бидай", "Ақ\n  бидай", "“Ақ—бидай”", "АҚ БИДАЙ", "А\u00adқ бидай!"],
)
def test_by_words(folder: Path, snippet: str) -> None:
    """What is nowhere character for character is found by its words, and that is said."""
    (place,) = find_snippet(snippet, data=folder)
    assert (place.start, place.end) == span_of("bridge", "Ақ бидай")
    assert (place.match, place.whole_words) == ("words", True)


def test_nearest(folder: Path) -> None:
    """What is nowhere at all leads to the part of a sentence most like it."""
    (place,) = find_snippet("ені 9 метр, ұзындығы 150 метр", data=folder)
    assert (place.document_id, place.n, place.match) == ("bridge", 7, "nearest")
    assert find_snippet("zzz qqq", data=folder) == []


@pytest.mark.parametrize(
    ("snippet", "snap", "expected"),
    [
        ("идай» серік", "none", "идай» серік"),
        ("идай» серік", "words", "бидай» серіктестігінің"),
        ("«Ақ бидай» ", "words", "Ақ бидай"),
        (" 148 метр, ", "sentence", "Көпірдің ұзындығы 148 метр, ені 9 метр"),
        (
            "атқарды. Ауыл",
            "sentence",
            "Жұмысты Көксу-Жайық жол басқармасы атқарды. Ауыл тұрғындары алғыс айтып, ас берді",
        ),
    ],
)
def test_snap(folder: Path, snippet: str, snap: Snap, expected: str) -> None:
    """A place can be widened to whole words or to all words of its sentences."""
    (place,) = find_snippet(snippet, snap=snap, data=folder)
    assert BRIDGE[place.start : place.end] == expected
    assert place.digest == span_digest(expected)
    assert place.whole_words == (snap != "none")


def test_slips(folder: Path) -> None:
    """A snippet without words, an unknown way to snap and missing texts are explained."""
    with pytest.raises(KopjaqtyError, match="no words"):
        find_snippet(" — ", data=folder)
    with pytest.raises(UnknownName, match="Did you mean 'words'"):
        find_snippet("ас", snap="word", data=folder)  # type: ignore[arg-type]
    with pytest.raises(TextMissing, match="corpus add"):
        find_snippet("ас", data=folder, corpus=folder / "nowhere")


def test_not_in_near_copies(folder: Path) -> None:
    """A near copy is not searched: offsets count in the exact text."""
    (folder / "corpus" / "0.txt").write_text(BRIDGE + "\n", encoding="utf-8")
    assert find_snippet("Ақ бидай", data=folder) == []
    assert [f.document_id for f in find_snippet("Көксу", data=folder)] == ["fair"]
