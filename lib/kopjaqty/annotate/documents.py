"""Adds a document to a copy of the data set: its row, its sentences, its named mentions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kopjaqty.annotate.collection import (
    TEXTS,
    put_tables,
    refuse_new_problems,
    renewed_mentions,
    table_bytes,
)
from kopjaqty.annotate.sentences import segment_rows
from kopjaqty.arguments import PathLike
from kopjaqty.corpus.text_files import read_text, sha256_of
from kopjaqty.errors import DataError, KopjaqtyError, Problem
from kopjaqty.language import _
from kopjaqty.store import data_folder, read_package, rows_by_table
from kopjaqty.store.checks import update_hashes

__all__ = ["NewDocument", "add_document"]

RowsToAdd = Sequence[Mapping[str, str]]


class NewDocument(NamedTuple):
    """A document that was added: its id, how many sentences and mentions, where its text lies."""

    document_id: str
    sentences: int
    mentions: int
    path: Path


def add_document(  # noqa: PLR0913 - the columns of a row, each by its keyword
    folder: PathLike,
    file: PathLike,
    *,
    document_id: str,
    title: str,
    genre: str,
    title_en: str | None = None,
    title_ru: str | None = None,
    date: str | None = None,
    publisher_id: str | None = None,
    author_id: str | None = None,
) -> NewDocument:
    """Add a document to a copy of the data set.

    It gets a row in `documents`, one in `segments` for each sentence, and the named rows of
    `mentions`. What it states is then for a reader to enter; `kopjaqty verify` says which
    sentences are left.

    Parameters
    ----------
    folder : path
        The copy, as `new_collection` makes it; kopjaqty's own folder is refused.
    file : path
        Plain text in UTF-8. It is copied, in NFC, into `corpus` in the folder.
    document_id, title, genre
        A short name of its own (a-z, digits, `_`); the Kazakh title; a term of `genre`.
    title_en, title_ru : str, optional
        Without them, the Kazakh title stands there until somebody translates it.
    date : EDTF text, optional
        Day of publication; without it, the document is undated.
    publisher_id, author_id : str, optional
        Ids of entities.

    Raises
    ------
    KopjaqtyError
        The id or the text is there already, the file is no text, or a cell is wrong. Nothing is
        written then.

    Examples
    --------
    >>> add_document("mine", "speech.txt", document_id="speech", title="Сөз", genre="report")
    ... # doctest: +SKIP
    NewDocument(document_id='speech', sentences=12, mentions=7, path=…)
    """
    package = read_package(folder)
    if package.folder.resolve() == data_folder().resolve():
        what = _("These tables are kopjaqty's own.")
        remedy = _("Make a copy of them first: `kopjaqty corpus new DIR`.")
        raise KopjaqtyError(Problem(what, file=str(folder), remedy=remedy))
    text = read_text(Path(file).expanduser())
    if isinstance(text, Problem):
        raise KopjaqtyError(text)
    row = {
        "document_id": document_id,
        "title_kk": title,
        "title_en": title_en or title,
        "title_ru": title_ru or title,
        "publisher_id": publisher_id or "",
        "author_id": author_id or "",
        "date": date or "",
        "date_basis": "explicit" if date else "undated",
        "genre": genre,
        "characters": str(len(text)),
        "paragraphs": str(sum(1 for line in text.split("\n") if line.strip())),
        "sha256": sha256_of(text),
    }
    tables = rows_by_table(("documents", "segments"), folder, checked=False)
    _refuse_again(row, tables["documents"], str(file))
    segments = segment_rows(document_id, text)
    mentions, _covered = renewed_mentions(package, {document_id: text})
    rows: dict[str, Sequence[Mapping[str, str]]] = {
        "documents": [*tables["documents"], row],
        "segments": [*tables["segments"], *segments],
        "mentions": mentions,
    }
    contents = {name: table_bytes(package.tables[name], rows[name]) for name in rows}
    refuse_new_problems(package, contents)
    path = package.folder / TEXTS / f"{document_id}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    put_tables(package, rows)
    with suppress(DataError):  # what was wrong before; `kopjaqty verify` says it
        update_hashes(package.folder)
    return NewDocument(document_id, len(segments), _count(mentions, document_id), path)


def _count(mentions: Iterable[Mapping[str, str]], document_id: str) -> int:
    """How many of the mentions are in a document."""
    return sum(each["document_id"] == document_id for each in mentions)


def _refuse_again(
    row: Mapping[str, str], documents: Sequence[Mapping[str, str]], file: str
) -> None:
    """Refuse a document whose name or text is there already."""
    for held in documents:
        for column, what in (
            ("document_id", _("There is a document of this name already.")),
            ("sha256", _("This text is a document already.")),
        ):
            if held[column] == row[column]:
                raise KopjaqtyError(Problem(what, file=file, value=held["document_id"]))
