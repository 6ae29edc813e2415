"""Words and digests: the definition that every stored digest was made with."""

from __future__ import annotations

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopjaqty.corpus.words import normalize, segment_digest, span_digest, word_spans, words

CASES = [
    ("", []),
    (" —«»… ", []),
    ("Ақ бидай", ["ақ", "бидай"]),
    ("Нью-Йорк", ["нью", "йорк"]),
    ("Нью\u2011Йорк", ["нью", "йорк"]),
    ("БҰҰ-ның", ["бұұ", "ның"]),
    ("80-ші, 2,5", ["80", "ші", "2", "5"]),
    ("snake_case", ["snake", "case"]),
    ("O’zbek", ["o", "zbek"]),
    ("до\u00adро\u200bга", ["дорога"]),
    ("\u00adсөз\u00ad", ["сөз"]),
    ("\ufeffБасы", ["басы"]),
    ("бір\u00a0екі\u2028үш", ["бір", "екі", "үш"]),
    ("и\u0306", ["й"]),
    ("и\u00ad\u0306", ["й"]),
    ("\u0306сөз", ["сөз"]),
    ("5² Ⅻ ½", ["5²", "ⅻ", "½"]),
    ("ӘҒҚҢӨҰҮҺІ", ["әғқңөұүһі"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words(text: str, expected: list[str]) -> None:
    """A word is a run of letters and digits; invisible characters neither cut nor count."""
    assert [word.normalized for word in words(text)] == expected


def test_word_edges() -> None:
    """A word's span has no invisible or blank edge, yet keeps what is inside."""
    assert [(w.start, w.end) for w in words("\u00adсө\u00adз\u00ad, а")] == [(1, 5), (8, 9)]
    assert word_spans("Ақ, бидай") == "0-2 4-9"


def test_digests() -> None:
    """Digests are the first 16 hex digits of SHA-256: of the characters, or of the words."""
    assert span_digest("Ақ бидай") == hashlib.sha256("Ақ бидай".encode()).hexdigest()[:16]
    assert segment_digest("«Ақ — БИДАЙ!»") == span_digest("ақ бидай")
    assert segment_digest("…") == span_digest("")


@given(st.text())
def test_any_text(text: str) -> None:
    """In any text, words come in order, apart, and normalised as they would be by themselves."""
    parsed = words(text)
    edges = [edge for word in parsed for edge in (word.start, word.end)]
    assert edges == sorted(edges)
    assert len(set(edges[1::2])) == len(parsed)
    for word in parsed:
        assert word.normalized == normalize(word.normalized)
        assert unicodedata.category(text[word.start])[0] in "LN"
        assert unicodedata.category(text[word.end - 1]) != "Cf"
