"""Segments, and a copy of a document in which they were found: offsets are carried by words.

How they are found is told in `kopjaqty.corpus.near_copies`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from kopjaqty.corpus.words import Word

__all__ = ["Copy", "Segment", "read_segments"]

# What clings to a word: quotation marks, brackets, full stops; never across white space.
_PUNCTUATION_BEFORE = re.compile(r"[^\w\s]+\Z")
_PUNCTUATION_AFTER = re.compile(r"[^\w\s]+")


@dataclass(frozen=True)
class Segment:
    """A sentence of a document, as the table `segments` has it; offsets are the document's."""

    n: int
    start: int
    end: int
    digest: str
    spans: tuple[tuple[int, int], ...]  # of its words, counted from the document's start

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.spans)


def read_segments(rows: Iterable[Mapping[str, str]]) -> dict[str, tuple[Segment, ...]]:
    """Return the segments of each document, in order, from the rows of `segments`.

    A row that cannot be read is left out here; `verify` is what reports it.

    >>> row = {"document_id": "d", "n": "1", "start": "5", "end": "9", "words": "1",
    ...        "digest": "0123456789abcdef", "word_spans": "0-3"}
    >>> read_segments([row])["d"][0].spans
    ((5, 8),)
    """
    documents: dict[str, list[Segment]] = {}
    for row in rows:
        try:
            start = int(row["start"])
            spans = [span.split("-") for span in row["word_spans"].split()]
            places = tuple((start + int(a), start + int(b)) for a, b in spans)
            segment = Segment(int(row["n"]), start, int(row["end"]), row["digest"], places)
        except ValueError:
            continue
        documents.setdefault(row["document_id"], []).append(segment)
    return {k: tuple(sorted(v, key=lambda s: s.start)) for k, v in documents.items()}


@dataclass(frozen=True)
class Copy:
    """A text in which some of a document's segments were found.

    Attributes
    ----------
    text : str
        The copy, in NFC.
    segments : tuple of Segment
        All the document's segments.
    places : dict
        Position in `segments` → position in `words` of the segment's first word there.
    words : list of Word
        The copy's words.
    """

    text: str = field(repr=False)
    segments: tuple[Segment, ...] = field(repr=False)
    places: Mapping[int, int]
    words: list[Word] = field(repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.start for segment in self.segments]

    @property
    def segment_share(self) -> float:
        """Placed segments ÷ segments that have words; from 0 to 1."""
        return len(self.places) / max(1, sum(1 for s in self.segments if s.words))

    @property
    def word_share(self) -> float:
        """Words of placed segments ÷ words of the document; from 0 to 1."""
        placed = sum(self.segments[i].words for i in self.places)
        return placed / max(1, sum(s.words for s in self.segments))

    def segment_span(self, index: int) -> tuple[int, int] | None:
        """Return where the words of a segment stand in the copy, or None where it was not placed.

        Punctuation before the first word and after the last is not included.
        """
        first = self.places.get(index)
        if first is None:
            return None
        return self.words[first].start, self.words[first + self.segments[index].words - 1].end

    def around(self, first: int, last: int, context: int) -> tuple[int, int]:
        """Return the edges of placed segments with up to `context` neighbours on either side.

        A neighbour belongs to the context only where it still stands next to them.
        """
        low = self.places[first]
        high = self.places[last] + self.segments[last].words
        for i in reversed(range(max(0, first - context), first)):
            if self.places.get(i, -1) + self.segments[i].words != low:
                break
            low = self.places[i]
        for i in range(last + 1, min(len(self.segments), last + 1 + context)):
            if self.places.get(i) != high:
                break
            high += self.segments[i].words
        start, end = self.words[low].start, self.words[high - 1].end
        opening = _PUNCTUATION_BEFORE.search(self.text[:start])
        closing = _PUNCTUATION_AFTER.match(self.text[end:])
        return (opening.start() if opening else start), end + (closing.end() if closing else 0)

    def map_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the place in the copy of a span of the document, or None where it has no sure one.

        Both edges have to be edges of words; every segment that the span touches has to be placed,
        and each directly after the one before it.
        """
        if not 0 <= start < end or not self._starts:
            return None
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(0, bisect_right(self._starts, end - 1) - 1)
        touched = [i for i in range(first, last + 1) if self.segments[i].words]
        if not touched or any(i not in self.places for i in touched):
            return None
        for i, k in pairwise(touched):
            if self.places[i] + self.segments[i].words != self.places[k]:
                return None
        starts = [s for s, _ in self.segments[touched[0]].spans]
        ends = [e for _, e in self.segments[touched[-1]].spans]
        if start not in starts or end not in ends:
            return None
        opening = self.places[touched[0]] + starts.index(start)
        closing = self.places[touched[-1]] + ends.index(end)
        return self.words[opening].start, self.words[closing].end
