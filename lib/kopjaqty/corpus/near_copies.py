"""Near copies: where a document's sentences stand in a text that is almost the document.

Few readers have the very files the collection was made from; they have a page copied from the
publisher, with other quotation marks, a banner in the middle, a paragraph less. The words of each
sentence are known by their digest (table `segments`), so every sentence that is still whole can be
found again, and an offset inside it can be carried over word by word. A sentence whose place is in
doubt is left out: nothing is shown that might be the wrong passage.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kopjaqty.corpus.anchors import Copy, Segment
from kopjaqty.corpus.words import Word, words

__all__ = ["LONG_RUN", "align"]

# A run of this many words that occurs once in a copy and is the digest of one sentence only is
# that sentence. Shorter ones (a heading, a name) recur inside other sentences and have to stand
# by themselves between sentences already placed.
LONG_RUN = 6


def align(text: str, documents: Mapping[str, tuple[Segment, ...]]) -> dict[str, Copy]:
    """Return, for each document, the text with the places of the segments that were found in it.

    Parameters
    ----------
    text : str
        Any text, in NFC.
    documents : mapping
        The segments of each document, as `read_segments` returns them.

    Examples
    --------
    >>> from kopjaqty.corpus.words import segment_digest
    >>> spans = ((0, 2), (3, 8), (9, 14), (15, 18), (19, 23), (24, 29))
    >>> segment = Segment(1, 0, 30, segment_digest("ақ бидай өсіп тұр кең дала"), spans)
    >>> align("Жаңалық. «Ақ бидай» өсіп тұр — кең дала!", {"d": (segment,)})["d"].places
    {0: 1}
    """
    text_words = words(text)
    known = {(s.words, s.digest) for segments in documents.values() for s in segments if s.words}
    windows = _find_windows(text_words, known)
    return {
        document_id: Copy(
            text, segments, _Alignment(text, text_words, segments, windows).run(), text_words
        )
        for document_id, segments in documents.items()
    }


_Windows = Mapping[tuple[int, str], Sequence[int]]


def _find_windows(text_words: Sequence[Word], known: set[tuple[int, str]]) -> _Windows:
    """Return the positions in the text of every run of words whose digest is known."""
    joined = b" ".join(w.normalized.encode("utf-8") for w in text_words)
    # Each word's first byte in `joined`; one more at the end, as if another word followed.
    starts = [0]
    for word in text_words:
        starts.append(starts[-1] + len(word.normalized.encode("utf-8")) + 1)
    windows: dict[tuple[int, str], list[int]] = {}
    for length in sorted({length for length, _ in known}):
        digests = {digest for n, digest in known if n == length}
        for i in range(len(text_words) - length + 1):
            window = joined[starts[i] : starts[i + length] - 1]
            digest = hashlib.sha256(window).hexdigest()[:16]
            if digest in digests:
                windows.setdefault((length, digest), []).append(i)
    return windows


class _Alignment:
    """One document being placed in a text: what is beyond doubt, then what order decides."""

    def __init__(
        self,
        text: str,
        text_words: Sequence[Word],
        segments: tuple[Segment, ...],
        windows: _Windows,
    ) -> None:
        self.text = text
        self.words = text_words
        self.segments = segments
        self.windows = windows
        self.places: dict[int, int] = {}
        self.taken = bytearray(len(text_words))

    def run(self) -> dict[int, int]:
        self._place_unmistakable()
        while self._place_by_order():
            pass
        return dict(sorted(self.places.items()))

    def _candidates(self, i: int) -> list[int]:
        length = self.segments[i].words
        positions = self.windows.get((length, self.segments[i].digest), ())
        return [at for at in positions if not any(self.taken[at : at + length])]

    def _put(self, i: int, at: int) -> None:
        length = self.segments[i].words
        self.places[i] = at
        self.taken[at : at + length] = b"\1" * length

    def _place_unmistakable(self) -> None:
        """Place the long segments that are one of a kind, in the document and in the text."""
        same = Counter(segment.digest for segment in self.segments)
        order = sorted(range(len(self.segments)), key=lambda i: (-self.segments[i].words, i))
        for i in order:
            segment = self.segments[i]
            # Counted over the whole text: a second occurrence inside a longer sentence that is
            # already placed still says that these words are not one of a kind.
            there = len(self.windows.get((segment.words, segment.digest), ()))
            if segment.words >= LONG_RUN and same[segment.digest] == there == 1:
                for at in self._candidates(i):
                    self._put(i, at)

    def _place_by_order(self) -> bool:
        """Place what its neighbours leave only one place for; say whether anything was placed."""
        before = len(self.places)
        for run, low, high in self._gaps():
            if self._fill_exactly(run, low, high):
                continue
            for digest in sorted({self.segments[i].digest for i in run}):
                self._place_alike([i for i in run if self.segments[i].digest == digest], low, high)
        return len(self.places) > before

    def _place_alike(self, members: list[int], low: int, high: int) -> None:
        """Place segments of the same words if words low … high-1 hold as many as there are."""
        segment = self.segments[members[0]]
        free = self._candidates(members[0])
        if segment.words < LONG_RUN:
            free = [at for at in free if self._stands_alone(at, at + segment.words)]
        alike = [i for i, s in enumerate(self.segments) if s.digest == segment.digest]
        # Of a sentence that the document repeats, all have to be there: if one is lost, paragraphs
        # that changed places could make another look like it.
        if len(alike) > 1 and len(free) != sum(i not in self.places for i in alike):
            return
        inside = [at for at in free if low <= at <= high - segment.words]
        if len(inside) == len(members) and _apart(inside, segment.words):
            for i, at in zip(members, inside, strict=True):
                self._put(i, at)

    def _gaps(self) -> list[tuple[list[int], int, int]]:
        """Return the runs of segments not placed, each with the part of the text open to it."""
        gaps: list[tuple[list[int], int, int]] = []
        run: list[int] = []
        low = 0
        for i, segment in enumerate(self.segments):
            if i in self.places:
                if run:
                    gaps.append((run, low, self.places[i]))
                run, low = [], self.places[i] + segment.words
            elif segment.words:
                run.append(i)
        if run and self.places:
            gaps.append((run, low, len(self.words)))
        return gaps

    def _fill_exactly(self, run: list[int], low: int, high: int) -> bool:
        """Place a whole run that fills its part of the text from edge to edge, word for word."""
        if sum(self.segments[i].words for i in run) != high - low:
            return False
        places, at = [], low
        for i in run:
            if at not in self._candidates(i):
                return False
            places.append(at)
            at += self.segments[i].words
        for i, at in zip(run, places, strict=True):
            self._put(i, at)
        return True

    def _stands_alone(self, first: int, after: int) -> bool:
        """Say whether words first … after-1 are bounded by line ends or by segments placed."""
        return self._is_edge(first) and self._is_edge(after)

    def _is_edge(self, at: int) -> bool:
        if at in (0, len(self.words)):
            return True
        if self.taken[at - 1] or self.taken[at]:
            return True
        between = self.text[self.words[at - 1].end : self.words[at].start]
        return len(between.splitlines()) > 1 or between.endswith(("\n", "\r"))


def _apart(places: Sequence[int], length: int) -> bool:
    return all(b - a >= length for a, b in pairwise(places))
