"""The documents' texts, where a reader has them: recognised by content, never part of kopjaqty.

A text is its file decoded as UTF-8 and normalised to NFC, nothing else changed. Offsets count in
the exact text; in a near copy they are carried over word by word (`kopjaqty.corpus.near_copies`).
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kopjaqty import store
from kopjaqty.arguments import PATH, Kind, PathLike, allow, is_a
from kopjaqty.corpus.recognition import DocumentText, rank, recognize, segments_of, unrecognized
from kopjaqty.corpus.text_files import read_text
from kopjaqty.corpus.words import Word, normalize, segment_digest, span_digest, word_spans, words
from kopjaqty.errors import Problem
from kopjaqty.language import N_, _, localized
from kopjaqty.store import data_folder
from kopjaqty.store.records import name_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "DocumentText",
    "Reading",
    "Status",
    "Word",
    "corpus_folder",
    "corpus_status",
    "document_status",
    "evidence_share",
    "normalize",
    "read_corpus",
    "read_texts",
    "recognize",
    "segment_digest",
    "segments_of",
    "span_digest",
    "word_spans",
    "words",
]

READ = Kind(
    N_("a text, as `read_texts` gives it"), lambda value: is_a(value, "kopjaqty", "DocumentText")
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Give what release 0.1.0 called otherwise; this goes with the next release."""
        if name == "Text":
            what = "`kopjaqty.corpus.Text` is called `DocumentText` now."
            warnings.warn(what, FutureWarning, stacklevel=2)
            return DocumentText
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def corpus_folder(corpus: PathLike | None = None, *, data: PathLike | None = None) -> Path:
    """Return the folder where texts are looked for and `kopjaqty corpus add` puts them.

    It is the folder given, else the one that the environment variable KOPJAQTY_CORPUS names, else
    `corpus` in the folder of the tables. It need not exist.

    >>> corpus_folder("my_texts").name
    'my_texts'
    """
    allow(PATH, corpus=corpus, data=data)
    if corpus is not None:
        return Path(corpus).expanduser()
    if chosen := os.environ.get("KOPJAQTY_CORPUS"):
        return Path(chosen).expanduser()
    return data_folder(data) / "corpus"


@dataclass(frozen=True)
class Reading:
    """What a corpus folder holds: `texts` by document, and the files that are of no use."""

    folder: Path
    texts: Mapping[str, DocumentText]
    problems: tuple[Problem, ...]

    def has_exact(self, document_id: str) -> bool:
        """Whether the document's exact text is at hand."""
        return document_id in self.texts and self.texts[document_id].exact


def read_corpus(*, data: PathLike | None = None, corpus: PathLike | None = None) -> Reading:
    """Read every .txt file of the corpus folder, and say what each is.

    Of several files with the same document the exact one counts, otherwise the one in which most
    was placed. A file that cannot be read or is none of the documents is reported, not fatal.

    >>> reading = read_corpus(corpus="a folder without texts")
    >>> reading.texts, reading.problems, reading.has_exact("omarov_2025")
    ({}, (), False)
    """
    store.stamp_of("documents", data)  # no tables there: said with and without texts
    folder = corpus_folder(corpus, data=data)
    texts: dict[str, DocumentText] = {}
    problems = []
    try:
        paths = sorted(p for p in folder.iterdir() if p.suffix.lower() == ".txt")
    except FileNotFoundError:
        paths = []
    except OSError as error:
        what = _("The corpus folder cannot be read ({why}).").format(why=error.strerror)
        return Reading(folder, {}, (Problem(what, file=str(folder)),))
    for path in paths:
        text = read_text(path)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        recognized = recognize(text, path, data=data)
        if not recognized:
            problems.append(unrecognized(text, path, data=data))
        for candidate in recognized:
            held = texts.get(candidate.document_id)
            if held is None or rank(candidate) > rank(held):
                texts[candidate.document_id] = candidate
    return Reading(folder, dict(sorted(texts.items())), tuple(problems))


def read_texts(
    *, data: PathLike | None = None, corpus: PathLike | None = None
) -> dict[str, DocumentText]:
    """Return the texts at hand, by document; documents without a text are not in it.

    >>> read_texts(corpus="an empty folder")
    {}
    """
    return dict(read_corpus(data=data, corpus=corpus).texts)


@dataclass(frozen=True)
class Status:
    """How a document's text stands: `exact`, `near` or `missing`; shares from 0 to 1."""

    document_id: str
    state: str
    segments_placed: float
    evidence_placed: float
    file: str
    title: str
    publisher: str
    date: str
    public_address: str


def document_status(
    *, data: PathLike | None = None, corpus: PathLike | None = None
) -> list[Status]:
    """Return the status of every document, in the order of the table `documents`.

    >>> first = document_status(corpus="a folder without texts")[0]
    >>> first.document_id, first.state, first.evidence_placed
    ('almaty_2025', 'missing', 0.0)
    """
    texts = read_corpus(data=data, corpus=corpus).texts
    result = []
    for row in store.rows("documents", data, checked=False):
        text = texts.get(row["document_id"])
        state = "missing" if text is None else "exact" if text.exact else "near"
        result.append(
            Status(
                document_id=row["document_id"],
                state=state,
                segments_placed=text.share if text else 0.0,
                evidence_placed=evidence_share(text, data=data),
                file=text.path.name if text else "",
                title=localized(row, "title"),
                publisher=name_of(row["publisher_id"], data) if row["publisher_id"] else "",
                date=row["date"],
                public_address=row["public_address"],
            )
        )
    return result


def evidence_share(text: DocumentText | None, *, data: PathLike | None = None) -> float:
    """Return the share of the passages of a text's document that it can show, from 0 to 1.

    >>> evidence_share(None)
    0.0
    """
    allow(READ, text=text)
    store.stamp_of("documents", data)
    if text is None:
        return 0.0
    rows = [
        r
        for r in store.rows("evidence", data, checked=False)
        if r["document_id"] == text.document_id
    ]
    placed = sum(text.map_span(int(r["start"]), int(r["end"])) is not None for r in rows)
    return placed / len(rows) if rows else text.share


def corpus_status(*, data: PathLike | None = None, corpus: PathLike | None = None) -> pd.DataFrame:
    """Return which of the documents' texts are at hand, one row a document.

    Returns
    -------
    pandas.DataFrame
        `document_id`, `state` ("exact", "near" or "missing"), `segments_placed` and
        `evidence_placed` (shares from 0 to 1), `file`, and where the document was published:
        `title` (current language), `publisher`, `date`, `public_address`.

    Examples
    --------
    >>> "state" in corpus_status(corpus="an empty folder")
    True
    """
    import pandas as pd

    columns = list(Status.__dataclass_fields__)
    return pd.DataFrame(
        [vars(s) for s in document_status(data=data, corpus=corpus)], columns=columns
    )
