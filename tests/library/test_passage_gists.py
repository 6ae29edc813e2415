"""Passages in our words: what a sentence states stands first, with its text and without."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from invented import make_collection
from kopjaqty.corpus.passages import locate, passage
from kopjaqty.language import use_language


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A collection with its texts; the language is English again afterwards."""
    monkeypatch.delenv("KOPJAQTY_CORPUS", raising=False)
    yield make_collection(tmp_path)
    use_language("en")


def write_gists(folder: Path) -> None:
    """Say what the first sentence of the document `bridge` states, in two languages."""
    path = folder / "segments.csv"
    with path.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    first = next(row for row in table if row["document_id"] == "bridge" and row["n"] == "1")
    first |= {"gist_en": "A bridge <opens>.", "gist_kk": "Көпір ашылады."}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


@pytest.mark.parametrize(
    ("code", "gist"), [("en", "A bridge <opens>."), ("kk", "Көпір ашылады."), ("ru", "A bridge")]
)
def test_what_a_sentence_states_comes_first(folder: Path, code: str, gist: str) -> None:
    """In the reader's language or else in English, before the text, with and without it."""
    write_gists(folder)
    use_language(code)
    for texts in (folder / "corpus", folder):
        shown = passage(("bridge", 0, 5), data=folder, corpus=texts)
        lines, page = str(shown).splitlines(), shown._repr_html_()
        assert gist in lines[0]
        assert escape(gist) in page
        assert page.index(escape(gist)) < page.index("<figcaption>")
        assert "<blockquote" not in page[: page.index(escape(gist))]


def test_a_sentence_without_a_gist_says_none(folder: Path) -> None:
    """No label stands there without what it announces."""
    shown = passage(("bridge", 0, 5), data=folder)
    assert "In our words" not in str(shown)
    assert "In our words" not in shown._repr_html_()


def test_how_to_get_a_text_is_said_once_and_folded(folder: Path) -> None:
    """Two passages without their text: one folded line says how to get it, for both."""
    located = locate("r0001", data=folder)
    assert [quote.state for quote in located.quotes] == ["missing", "missing"]
    for shown in (str(located), located._repr_html_()):
        assert shown.count("kopjaqty corpus add") == 1
    assert located._repr_html_().count("<details>") == 1
    assert "<details" not in passage("r0001", data=folder)._repr_html_()
