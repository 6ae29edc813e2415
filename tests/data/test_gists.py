"""What each sentence states, in our words: complete, the same in three languages, nobody else's."""

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from invented import BRIDGE
from kopjaqty.corpus.words import words
from places import PROJECT

LANGUAGES = ("en", "kk", "ru")
RUN = 6  # words
CENTURY = {"XXI": "21"}

NAMES = {
    "азиядағы өзара іс қимыл және сенім шаралары жөніндегі",
    "биологиялық қаруға тыйым салу туралы конвенция",
    "орнықты даму мақсаттары жөніндегі өңірлік орталығын",
    "ядролық сынақтарға жаппай тыйым салу туралы шарттың",
}
"""Names as long as a run: of what is named so, and of nothing else."""


@pytest.fixture(scope="module")
def segments() -> list[dict[str, str]]:
    """The sentences of all documents."""
    with (PROJECT / "data/segments.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def normal_words(text: str) -> list[str]:
    """The words of a text, as the collection's digests see them."""
    return [word.normalized for word in words(text)]


def runs(text: str) -> Iterator[str]:
    """Each run of so many words."""
    normal = normal_words(text)
    return (" ".join(normal[n : n + RUN]) for n in range(len(normal) - RUN + 1))


def numbers(gist: str) -> list[str]:
    """The numbers of a gist in order of size, a century's too."""
    for roman, arabic in CENTURY.items():
        gist = gist.replace(roman, arabic)
    return sorted(re.findall("[0-9]+", gist))


def test_every_sentence_that_states_something_has_a_gist(segments: list[dict[str, str]]) -> None:
    """In all three languages, as a sentence of its own; and where nothing is stated, none."""
    for row in segments:
        gists = [row[f"gist_{code}"] for code in LANGUAGES]
        ends = [gist[-1:] for gist in gists]
        assert ends == ([""] * 3 if row["nothing_stated"] else ["."] * 3), row


def test_each_language_gives_the_same_numbers(segments: list[dict[str, str]]) -> None:
    """Dates, counts and ordinals are written in digits, so none is lost on the way."""
    for row in segments:
        by_language = {code: numbers(row[f"gist_{code}"]) for code in LANGUAGES}
        assert by_language["kk"] == by_language["en"] == by_language["ru"], row


def pieces(gists: Iterable[str], documents: Iterable[str]) -> set[str]:
    """The runs of gists that a document has too, names left out."""
    held = {run for text in documents for run in runs(text)}
    shared = {run for gist in gists for run in runs(gist)} & held
    return {run for run in shared if not any(run in name or name in run for name in NAMES)}


def test_no_gist_is_a_piece_of_a_document(texts: Path, segments: list[dict[str, str]]) -> None:
    """No six words in a row stand in a document, but for names."""
    documents = [path.read_text("utf-8") for path in texts.glob("*.txt")]
    assert len(documents) == len({row["document_id"] for row in segments})
    gists = [row[f"gist_{code}"] for row in segments for code in LANGUAGES]
    assert pieces(gists, documents) == set()


def test_a_copied_sentence_would_be_found() -> None:
    """The search bites: six words in a row, whatever their case and commas; not five, no name."""
    document = f"Бірінші сөз. {BRIDGE}"
    six = [BRIDGE[w.start : w.end] for w in words(BRIDGE)[:RUN]]
    assert len(pieces(["Айтты: " + ", ".join(six).upper() + "."], [document])) == 1
    assert pieces([" ".join(six[:-1]) + " тағы"], [document]) == set()
    (name, *_others) = sorted(NAMES)
    assert pieces([name], [name]) == set()
