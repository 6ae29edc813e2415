"""Words of a text, and the digests by which a passage is recognised without being stored.

What follows is the collection's definition. `segments`, `evidence` and `mentions` were made with
it, so it must never change: every digest would.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import NamedTuple

from kopjaqty.arguments import TEXT, require

__all__ = ["Word", "normalize", "segment_digest", "span_digest", "word_spans", "words"]


class Word(NamedTuple):
    """A word: where it stands (half-open), and its normalised form."""

    start: int
    end: int
    normalized: str


class _Classes(dict[int, str]):
    """Sort of each character met: w letter or digit, m mark, f format (invisible), a blank else."""

    def __missing__(self, code: int) -> str:
        category = unicodedata.category(chr(code))
        sort = "f" if category == "Cf" else {"L": "w", "N": "w", "M": "m"}.get(category[0], " ")
        self[code] = sort
        return sort


_CLASSES = _Classes()
# Invisible characters (soft hyphen, zero-width space) join what stands around them, yet a
# word neither begins nor ends with one: a span that is shown has no invisible edge.
_WORD = re.compile("w(?:[wmf]*[wm])?")


def normalize(text: str) -> str:
    r"""Return the text in NFC, the form in which offsets are counted.

    >>> len(normalize("и\u0306"))
    1
    """
    require(TEXT, text=text)
    return unicodedata.normalize("NFC", text)


def _normalize_word(word: str) -> str:
    visible = "".join(c for c in word if _CLASSES[ord(c)] != "f")
    return unicodedata.normalize("NFC", visible.lower())


def words(text: str) -> list[Word]:
    """Return the words of a text with their places.

    A word is a run of letters and digits (Unicode categories L and N) with the marks (M) on them.
    Invisible characters (Cf) inside a word are left out of its normalised form and do not cut it;
    everything else does, hyphens included. The normalised form is lower-case NFC.

    Returns
    -------
    list of Word
        ``(start, end, normalized)`` in the order of the text; `str` offsets, half-open.

    Examples
    --------
    >>> words("Нью-Йорк, 2026!")
    [Word(start=0, end=3, normalized='нью'), Word(start=4, end=8, normalized='йорк'), \
Word(start=10, end=14, normalized='2026')]
    """
    require(TEXT, text=text)
    sorts = text.translate(_CLASSES)
    return [
        Word(m.start(), m.end(), _normalize_word(text[m.start() : m.end()]))
        for m in _WORD.finditer(sorts)
    ]


def span_digest(text: str) -> str:
    """Return the digest of exact characters: 16 hex digits of the SHA-256 of their UTF-8 bytes.

    >>> span_digest("Астана") == span_digest("АСТАНА")
    False
    """
    require(TEXT, text=text)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def segment_digest(text: str) -> str:
    """Return the digest of a text's words, whatever its punctuation, case and white space.

    >>> segment_digest("Ақ бидай!") == segment_digest("«ақ» – БИДАЙ")
    True
    """
    return span_digest(" ".join(word.normalized for word in words(text)))


def word_spans(text: str) -> str:
    """Return the places of a text's words as the column `segments.word_spans` has them.

    >>> word_spans("Ақ бидай!")
    '0-2 3-8'
    """
    return " ".join(f"{word.start}-{word.end}" for word in words(text))
