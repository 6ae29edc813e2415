"""Every check there is: the tables, and every pointer into the texts that are at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kopjaqty import store
from kopjaqty.arguments import PathLike
from kopjaqty.corpus import Reading, Text, read_corpus
from kopjaqty.corpus.anchors import Copy
from kopjaqty.corpus.words import segment_digest, span_digest, word_spans, words
from kopjaqty.errors import DataError, Problem
from kopjaqty.language import _
from kopjaqty.matcher.mentions import check_named
from kopjaqty.store import Package, Row, read_package
from kopjaqty.store.checks import check_files
from kopjaqty.store.files import Rows, each_row, read_file

__all__ = ["Report", "inspect", "verify"]

POINTING = ("segments", "evidence", "mentions")
# A slip of the hand moves a pointer by a few characters; so far its passage is looked for.
SLIP = 60


@dataclass(frozen=True)
class Report:
    """What was checked: problems, tables and rows read, pointers verified or not verifiable."""

    problems: tuple[Problem, ...]
    tables: int
    rows: int
    verified: int
    unverifiable: int


def verify(data: PathLike | None = None, corpus: PathLike | None = None) -> list[Problem]:
    """Check the tables, and every pointer into the texts that are at hand.

    The tables: files, types, vocabularies, dates, keys, evidence, hashes. Each document with its
    exact text: hash, length, paragraphs; that segments cover it; the digest of every segment,
    passage and mention; that named mentions are what the matcher finds, if it is installed. A text
    that is only a near copy is reported with the first difference.

    Parameters
    ----------
    data, corpus : path, optional
        Another folder of tables; another corpus folder.

    Returns
    -------
    list of Problem
        In the order of tables and rows, the texts last; empty where all is well. A document
        without a text is no problem: its pointers are not verified.

    Examples
    --------
    >>> [problem.file for problem in verify("no_such_folder")]
    ['datapackage.json']
    """
    return list(inspect(data, corpus).problems)


def inspect(data: PathLike | None = None, corpus: PathLike | None = None) -> Report:
    """Do what `verify` does, and count what was checked."""
    try:
        package = read_package(data)
    except DataError as error:
        return Report(tuple(error.problems), 0, 0, 0, 0)
    problems, counts = check_files(package)  # what cannot be read is not counted
    reading = Reading(package.folder, {}, ())
    if "documents" in counts and "segments" in counts:
        reading = read_corpus(data=data, corpus=corpus)
    paths = {table: package.tables[table].path for table in counts}
    exact = {d: text.text for d, text in reading.texts.items() if text.exact}
    pointing = [table for table in POINTING if table in counts]
    tables = {table: _rows_into(exact, package, table) for table in pointing}
    if "documents" in counts:
        tables["documents"] = store.rows("documents", data, checked=False)
    problems += _check_texts(tables, paths, reading)
    if {"names", "entities", "mentions"} <= counts.keys():
        problems += check_named(tables["mentions"], data, exact, paths["mentions"])
    problems += reading.problems
    verified = sum(len(tables[table]) for table in pointing)
    pointers = sum(counts[table] for table in pointing)
    rows = sum(counts.values())
    return Report(tuple(problems), len(counts), rows, verified, pointers - verified)


def _rows_into(texts: Mapping[str, str], package: Package, name: str) -> tuple[Row, ...]:
    """The rows of a table that point into these texts; the others are not kept."""
    if not texts:
        return ()
    table = package.tables[name]
    rows = each_row(Rows(table), read_file(package.folder, table))
    return tuple(row for row in rows if row["document_id"] in texts)


def _check_texts(
    tables: store.RowsByTable, paths: Mapping[str, str], reading: Reading
) -> Iterator[Problem]:
    exact = {d: text for d, text in reading.texts.items() if text.exact}
    documents, segments = tables.get("documents", ()), tables.get("segments", ())
    for row in documents:
        if row["document_id"] in exact:
            yield from _check_document(row, exact[row["document_id"]].text, paths["documents"])
    yield from _check_cover(segments, exact, paths.get("segments", ""))
    for row in segments:
        yield from _check_segment(row, exact, paths["segments"])
    for table in ("evidence", "mentions"):
        for row in tables.get(table, ()):
            yield from _check_span(row, exact, paths[table])
    for row in documents:
        text = reading.texts.get(row["document_id"])
        if text is not None and text.copy is not None:
            yield _describe_difference(row, text, text.copy)


def _check_document(row: Row, text: str, file: str) -> Iterator[Problem]:
    paragraphs = sum(1 for line in text.split("\n") if line.strip())
    for column, found in (("characters", len(text)), ("paragraphs", paragraphs)):
        if row[column] != str(found):
            what = _("The text has another number of {column}.").format(column=column)
            yield Problem(what, file, row.line, column, row[column], str(found))


def _span_of(row: Row, exact: dict[str, Text]) -> tuple[str, int, int] | None:
    """Return a pointer's text and offsets; None where there is no text, or it points outside.

    What lies outside its document is reported without the text, by the documents' `characters`.
    """
    text = exact.get(row["document_id"])
    try:
        start, end = int(row["start"]), int(row["end"])
    except ValueError:
        return None
    if text is None or not 0 <= start < end <= len(text.text):
        return None
    return text.text, start, end


def _check_cover(rows: Iterable[Row], exact: dict[str, Text], file: str) -> Iterator[Problem]:
    """Between segments, before the first and after the last there is nothing but white space."""
    last: dict[str, tuple[int, int]] = {}
    for row in rows:
        if span := _span_of(row, exact):
            text, start, end = span
            before = last.get(row["document_id"], (0, 0))[0]
            yield from _check_gap(text, before, start, file, row.line)
            last[row["document_id"]] = end, row.line
    for document_id, (end, line) in last.items():
        text = exact[document_id].text
        yield from _check_gap(text, end, len(text), file, line)


def _check_gap(text: str, start: int, end: int, file: str, line: int) -> Iterator[Problem]:
    if text[start:end].strip():
        what = _("Characters {start}–{end} of the text are in no segment.")
        expected = _("nothing but white space between segments")
        yield Problem(what.format(start=start, end=end), file, line, expected=expected)


def _check_segment(row: Row, exact: dict[str, Text], file: str) -> Iterator[Problem]:
    span = _span_of(row, exact)
    if span is None:
        return
    segment = span[0][span[1] : span[2]]
    found = {
        "digest": segment_digest(segment),
        "words": str(len(words(segment))),
        "word_spans": word_spans(segment),
    }
    for column, value in found.items():
        if row[column] != value:
            what = _("The segment's text says otherwise.")
            yield Problem(what, file, row.line, column, row[column], value)


def _check_span(row: Row, exact: dict[str, Text], file: str) -> Iterator[Problem]:
    span = _span_of(row, exact)
    if span is None:
        return
    text, start, end = span
    found = span_digest(text[start:end])
    if found == row["digest"]:
        return
    length = end - start
    near = [
        f"{at}–{at + length}"
        for at in range(max(0, start - SLIP), min(len(text) - length, start + SLIP) + 1)
        if span_digest(text[at : at + length]) == row["digest"]
    ]
    yield Problem(
        _("The text at characters {start}–{end} has another digest.").format(start=start, end=end),
        file,
        row.line,
        "digest",
        row["digest"],
        found,
        nearest=near[0] if near else None,
        remedy=_("Find the passage with `kopjaqty corpus find` and correct the offsets."),
    )


def _describe_difference(row: Row, text: Text, copy: Copy) -> Problem:
    """Say that a text is not the document's own, how much of it is, and where it first differs."""
    lost = [s for i, s in enumerate(copy.segments) if s.words and i not in copy.places]
    if lost:
        where = _(
            "Sentence {n} (characters {start}–{end} of the document) is the first that differs."
        )
        where = where.format(n=lost[0].n, start=lost[0].start, end=lost[0].end)
    else:
        moved = _first_moved(copy)
        where = (
            _("Punctuation, case or white space differs.")
            if moved is None
            else _("White space or punctuation differs before character {at}.").format(at=moved)
        )
    what = _("A near copy of {document}, not its text: {share:.1%} of the sentences are the same.")
    line = None
    before = [i for i in copy.places if not lost or copy.segments[i].start < lost[0].start]
    if lost and before:
        span = copy.segment_span(max(before))
        line = text.text.count("\n", 0, span[1]) + 1 if span else None
    return Problem(
        f"{what.format(document=text.document_id, share=copy.segment_share)} {where}",
        file=str(text.path),
        row=line,
        expected=_("a text with SHA-256 {digest}…").format(digest=row["sha256"][:16]),
        remedy=_("Its pointers cannot be verified; the passages that were placed are shown."),
    )


def _first_moved(copy: Copy) -> int | None:
    """Return where the first word stands that is not at its offset; None if each is."""
    there = iter(copy.words)
    for segment in copy.segments:
        for start, _end in segment.spans:
            word = next(there, None)
            if word is None or word.start != start:
                return start
    return None
