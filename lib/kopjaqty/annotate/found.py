"""What is found in one text: names, dates, capitalised words that no name explains.

`annotate_forms` is a pure function of its arguments, all of them plain values: one process, many,
or a cluster call the same function and have the same result.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kopjaqty.annotate.candidates import Candidate, find_candidates
from kopjaqty.arguments import PathLike
from kopjaqty.corpus.words import span_digest
from kopjaqty.errors import KopjaqtyError, Problem
from kopjaqty.language import _
from kopjaqty.matcher import matcher_of
from kopjaqty.matcher.date_finder import date_spans
from kopjaqty.matcher.name_forms import Form, read_forms

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Annotations", "FoundDate", "FoundName", "annotate_forms", "annotate_text"]


class FoundName(NamedTuple):
    """A name in a text: half-open offsets, whose name, as the table has it, digest of the span."""

    start: int
    end: int
    entity_id: str
    name: str
    digest: str


class FoundDate(NamedTuple):
    """What may be a date: half-open offsets, EDTF, digest of the span."""

    start: int
    end: int
    edtf: str
    digest: str


@dataclass(frozen=True)
class Annotations:
    """All that was found in one text, each kind in the order of the text.

    Attributes
    ----------
    sha256 : str
        Of the text as given, in UTF-8: whoever has the text can tell that offsets are its own.
    characters : int
        Its length; offsets are `str` offsets into it.
    mentions : tuple of FoundName
        `start, end, entity_id, name, digest`; a name of two entities is there twice.
    dates : tuple of FoundDate
        `start, end, edtf, digest`: proposals.
    candidates : tuple of Candidate
        `text, times, start, end`: capitalised sequences that no name explains, with the place of
        the first.
    """

    sha256: str
    characters: int
    mentions: tuple[FoundName, ...]
    dates: tuple[FoundDate, ...]
    candidates: tuple[Candidate, ...]


def annotate_text(
    text: str,
    *,
    published: str | None = None,
    names: pd.DataFrame | None = None,
    data: PathLike | None = None,
) -> Annotations:
    """Find names, dates and candidates for new entities in one Kazakh text.

    Parameters
    ----------
    text : str
        Any text; offsets are into the text as given, composed (NFC) or not.
    published : EDTF text, optional
        The document's own date, as in `find_dates`.
    names : DataFrame, optional
        More names, as in `find_names`.
    data : path, optional
        Another folder of tables; its Kazakh `names` are looked for.

    Returns
    -------
    Annotations
        `pandas.DataFrame(annotations.mentions)` makes a table of them.

    Raises
    ------
    KopjaqtyError
        pyahocorasick is not installed, `text` is no text, or `published` is no date.

    Examples
    --------
    >>> found = annotate_text("1992 жылғы 2 наурызда Дала Кеңесі БҰҰ-ға кірді.")
    >>> [one.entity_id for one in found.mentions], [one.edtf for one in found.dates]
    (['un'], ['1992-03-02'])
    >>> [one.text for one in found.candidates]
    ['Дала Кеңесі']
    """
    return annotate_forms(text, read_forms(names=names, data=data), published)


# Of a text with many names, few are new.
_digest = lru_cache(maxsize=10_000)(span_digest)


def annotate_forms(text: str, forms: tuple[Form, ...], published: str | None = None) -> Annotations:
    """Do what `annotate_text` does, with the forms of the names at hand; it reads no file."""
    dates = date_spans(text, published=published)  # refuses what is no text
    try:
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        what = _("The text holds half a character (at {at}).").format(at=error.start)
        raise KopjaqtyError(
            Problem(what, expected=_("text that can be written as UTF-8"))
        ) from None
    found = list(matcher_of(forms).find(text))
    return Annotations(
        digest,
        len(text),
        tuple(
            FoundName(one.start, one.end, *whose, _digest(text[one.start : one.end]))
            for one in found
            for whose in one.names
        ),
        tuple(FoundDate(start, end, edtf, _digest(text[start:end])) for start, end, edtf in dates),
        tuple(find_candidates(text, [(one.start, one.end) for one in found])),
    )
