"""Which document a text is: the very text, a near copy, or none of them."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kopjaqty import store
from kopjaqty.arguments import PATH, TEXT, PathLike, require
from kopjaqty.corpus.anchors import Copy, Segment, read_segments
from kopjaqty.corpus.near_copies import align
from kopjaqty.corpus.text_files import sha256_of
from kopjaqty.errors import Problem
from kopjaqty.language import _

__all__ = ["DocumentText", "copies_in", "rank", "recognize", "segments_of", "unrecognized"]

# A text in which less than this share of a document's words was found is not that document: a
# quoted sentence or a common footer does not make a copy.
NEAR = 0.25


@dataclass(frozen=True)
class DocumentText:
    """A document's text as the reader has it.

    Attributes
    ----------
    document_id : str
        Which document.
    text : str
        The whole text, NFC.
    exact : bool
        Whether it is the very text that offsets count in; otherwise a near copy.
    path : Path
        Its file.
    copy : Copy
        Where the document's segments stand in it; None where the text is exact.
    """

    document_id: str
    text: str = field(repr=False)
    exact: bool
    path: Path
    copy: Copy | None = field(default=None, repr=False)

    def map_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the document's span stands in this text, or None if that is not sure."""
        if self.copy is None:
            return (start, end) if 0 <= start < end <= len(self.text) else None
        return self.copy.map_span(start, end)

    def carry(self, start: int, end: int) -> tuple[int, int] | None:
        """Do what `map_span` does: its name in release 0.1.0, which goes with the next one."""
        warnings.warn("`carry` is called `map_span` now.", FutureWarning, stacklevel=2)
        return self.map_span(start, end)

    @property
    def share(self) -> float:
        """Share of the document's segments that are placed, from 0 to 1."""
        return 1.0 if self.copy is None else self.copy.segment_share


def segments_of(data: PathLike | None = None) -> dict[str, tuple[Segment, ...]]:
    """Return the segments of every document, as `kopjaqty.corpus.anchors.read_segments` does.

    >>> first, second = segments_of()["omarov_2025"][:2]
    >>> (first.n, second.n), first.end <= second.start
    ((1, 2), True)
    """
    return _segments(store.stamp_of("segments", data))


@lru_cache(maxsize=4)
def _segments(stamp: store.Stamp) -> dict[str, tuple[Segment, ...]]:
    return read_segments(store.rows_at("segments", stamp))


def recognize(text: str, path: Path, *, data: PathLike | None = None) -> list[DocumentText]:
    """Return the documents that a text is, exactly or nearly: none, one, or several in a row.

    Parameters
    ----------
    text : str
        In NFC.
    path : Path
        Its file, to be noted.

    Examples
    --------
    >>> recognize("A sentence of my own.", Path("mine.txt"))
    []
    """
    require(TEXT, text=text)
    require(PATH, path=path)
    path, digest = Path(path), sha256_of(text)
    for row in store.rows("documents", data, checked=False):
        if row["sha256"] == digest:
            return [DocumentText(row["document_id"], text, True, path)]
    near_copies = [(d, c) for d, c in copies_in(text, data=data).items() if c.word_share >= NEAR]
    return [DocumentText(document_id, text, False, path, copy) for document_id, copy in near_copies]


def copies_in(text: str, *, data: PathLike | None = None) -> Mapping[str, Copy]:
    """Return each document as far as it was found in a text, were it but a sentence.

    >>> [document for document, copy in copies_in("My own.").items() if copy.word_share]
    []
    """
    return _copies(text, store.stamp_of("segments", data))


@lru_cache(maxsize=16)
def _copies(text: str, stamp: store.Stamp) -> Mapping[str, Copy]:
    return align(text, _segments(stamp))


def rank(text: DocumentText) -> tuple[bool, float]:
    """Return what makes one text of a document better than another.

    >>> exact = DocumentText("omarov_2025", "", exact=True, path=Path("exact.txt"))
    >>> near = DocumentText("omarov_2025", "", exact=False, path=Path("near.txt"))
    >>> rank(exact) > rank(near)
    True
    """
    return text.exact, text.copy.word_share if text.copy else 1.0


def unrecognized(text: str, path: Path, *, data: PathLike | None = None) -> Problem:
    """Return the problem that a text is none of the documents, with the nearest of them.

    >>> unrecognized("My own.", Path("mine.txt")).what
    'This is none of the documents; at best 0% of the words of one are here.'
    """
    copies = copies_in(text, data=data)
    best = max(copies, key=lambda d: copies[d].word_share, default="")
    share = copies[best].word_share if best else 0.0
    what = _("This is none of the documents; at best {share:.0%} of the words of one are here.")
    return Problem(
        what.format(share=share),
        file=str(path),
        nearest=best if share else None,
        remedy=_("Give the whole article as plain text; `kopjaqty corpus status` lists them."),
    )
