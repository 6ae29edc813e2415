"""Finds where something stands in the texts: `kopjaqty corpus find "snippet"`.

Only places come back, document, offsets and digest; nothing of a text is stored.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kopjaqty.arguments import PathLike
from kopjaqty.corpus import DocumentText, read_texts, segments_of
from kopjaqty.corpus.anchors import Segment
from kopjaqty.corpus.words import normalize, span_digest, words
from kopjaqty.errors import KopjaqtyError, Problem, TextMissing, UnknownName
from kopjaqty.language import _

__all__ = ["MatchKind", "Occurrence", "Snap", "find_snippet"]

MatchKind = Literal["exact", "words", "nearest"]
Snap = Literal["none", "words", "sentence"]
# Below this share of common words (difflib's ratio) the nearest sentence is no help.
ALIKE = 0.3


@dataclass(frozen=True)
class Occurrence:
    """A place in a document; `match` says how it was found.

    "exact": character for character; "words": the same words with other punctuation, case or
    white space; "nearest": the most similar sentence, where there was nothing better.
    `whole_words` says whether it begins and ends with a word, as `evidence` wants it.
    """

    document_id: str
    n: int
    start: int
    end: int
    digest: str
    match: MatchKind
    whole_words: bool

    @property
    def cells(self) -> str:
        """The cells of a row of `evidence`: document_id,start,end,digest."""
        return f"{self.document_id},{self.start},{self.end},{self.digest}"


def find_snippet(
    snippet: str,
    *,
    snap: Snap = "none",
    data: PathLike | None = None,
    corpus: PathLike | None = None,
) -> list[Occurrence]:
    """Return every place of a snippet in the exact texts at hand, or else the nearest one.

    Parameters
    ----------
    snippet : str
        What to look for: as it is; if it is nowhere, by its words, whatever stands between.
    snap : {"none", "words", "sentence"}
        Trim and widen each place to whole words, or to all words of its sentences.
    data, corpus : path, optional
        Another folder of tables; another corpus folder.

    Returns
    -------
    list of Found
        In the order of documents and offsets; empty where nothing is even similar.

    Raises
    ------
    TextMissing
        No document's exact text is at hand: offsets do not count in near copies.
    KopjaqtyError
        The snippet has no words.

    Examples
    --------
    >>> find_snippet("БҰҰ", corpus="a folder without texts")
    Traceback (most recent call last):
    ...
    kopjaqty.errors.TextMissing: No document's exact text is at hand. ...
    """
    if snap not in ("none", "words", "sentence"):
        raise UnknownName.among(_("There is no such way to snap."), snap, ("words", "sentence"))
    wanted = [word.normalized for word in words(normalize(snippet))]
    if not wanted:
        what = _("There are no words in the snippet.")
        raise KopjaqtyError(Problem(what, value=snippet, expected=_("some words of a document")))
    texts = [t for t in read_texts(data=data, corpus=corpus).values() if t.exact]
    if not texts:
        remedy = _("Bring them with `kopjaqty corpus add FILE…`, or set KOPJAQTY_CORPUS.")
        raise TextMissing(Problem(_("No document's exact text is at hand."), remedy=remedy))
    segments = segments_of(data)
    match: MatchKind = "exact"
    places = [(t, *span) for t in texts for span in _exactly(t.text, normalize(snippet))]
    if not places:
        match = "words"
        places = [(t, *span) for t in texts for span in _by_words(t.text, wanted)]
    if not places:
        match = "nearest"
        places = _nearest(texts, segments, wanted)
    occurrences = [
        _occurrence(text, (start, end), segments.get(text.document_id, ()), snap, match)
        for text, start, end in places
    ]
    return list(dict.fromkeys(occurrences))


def _exactly(text: str, snippet: str) -> Iterator[tuple[int, int]]:
    start = text.find(snippet)
    while start >= 0:
        yield start, start + len(snippet)
        start = text.find(snippet, start + 1)


def _by_words(text: str, wanted: list[str]) -> Iterator[tuple[int, int]]:
    there = words(text)
    for i in range(len(there) - len(wanted) + 1):
        if [word.normalized for word in there[i : i + len(wanted)]] == wanted:
            yield there[i].start, there[i + len(wanted) - 1].end


def _nearest(
    texts: list[DocumentText], segments: Mapping[str, Sequence[Segment]], wanted: list[str]
) -> list[tuple[DocumentText, int, int]]:
    """Return the part of a sentence that has most in common with the words wanted."""
    best, likeness = [], ALIKE
    matcher: difflib.SequenceMatcher[str] = difflib.SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(wanted)
    for text in texts:
        for segment in segments.get(text.document_id, ()):
            there = words(text.text[segment.start : segment.end])
            matcher.set_seq1([word.normalized for word in there])
            blocks = [block for block in matcher.get_matching_blocks() if block.size]
            if not blocks:
                continue
            part = there[blocks[0].a : blocks[-1].a + blocks[-1].size]
            ratio = 2 * sum(block.size for block in blocks) / (len(part) + len(wanted))
            if ratio > likeness:
                likeness = ratio
                best = [(text, segment.start + part[0].start, segment.start + part[-1].end)]
    return best


def _occurrence(
    text: DocumentText,
    span: tuple[int, int],
    segments: Sequence[Segment],
    snap: Snap,
    match: MatchKind,
) -> Occurrence:
    start, end = span
    there = words(text.text)
    if snap == "sentence":
        inside = [s for s in segments if s.start < end and start < s.end]
        start = min([start, *(s.start for s in inside)])
        end = max([end, *(s.end for s in inside)])
    touched = [word for word in there if word.start < end and start < word.end]
    if snap != "none":
        start, end = touched[0].start, touched[-1].end
    whole = (start, end) == (touched[0].start, touched[-1].end)
    n = next((s.n for s in segments if s.start <= start < s.end), 0)
    digest = span_digest(text.text[start:end])
    return Occurrence(text.document_id, n, start, end, digest, match, whole)
