"""What spans must hold: segments, mentions and passages lie in their documents, in order.

The texts are not needed: `segments.word_spans` says where each word stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, product

from kopjaqty.errors import PROBLEMS_SHOWN, Problem
from kopjaqty.language import _
from kopjaqty.store.files import Rows
from kopjaqty.store.rules import ParsedTables, Rules, entered_in

WORD_SPANS = re.compile(r"([0-9]{1,9}-[0-9]{1,9}( [0-9]{1,9}-[0-9]{1,9})*)?")
DIGITS = re.compile("[0-9]+")

LONGEST_GIST = 25
"""Words of a gist, in any language."""

NAMING = ("names", "entities", "discrepancies")
"""Tables whose passages show a name or an oddity: what a sentence states is not in them."""

SPAN_RULES: Rules = {}
"""Every rule of this file, and the columns of each table that it builds on."""

COVERAGE_RULES: Rules = {}
"""Rules that ask whether a document is coded throughout: a table that breaks them can be used."""

rule = entered_in(SPAN_RULES)
coverage_rule = entered_in(COVERAGE_RULES)


def integers(rows: Rows, *columns: str) -> list[tuple[int, ...]]:
    """The cells of some columns as numbers, row by row."""
    return list(zip(*(map(int, rows.columns[column]) for column in columns), strict=True))


def span_at(rows: Rows, row: int) -> tuple[int, int]:
    """The first character of a row's span, and the one past its last."""
    return int(rows.columns["start"][row]), int(rows.columns["end"][row])


def by_document(rows: Rows) -> dict[str, list[int]]:
    """The rows of each document."""
    found: dict[str, list[int]] = defaultdict(list)
    for row, document in enumerate(rows.columns["document_id"]):
        found[document].append(row)
    return found


def spans_of(cell: str) -> list[tuple[int, int]] | None:
    """`"0-3 4-9"` as pairs of numbers; None where the cell is written otherwise."""
    if not WORD_SPANS.fullmatch(cell):
        return None
    offsets = [int(offset) for offset in DIGITS.findall(cell)]
    return list(zip(offsets[::2], offsets[1::2], strict=True))


@rule(documents="document_id characters", segments="document_id n start end words word_spans")
def segments_cover_in_order(tables: ParsedTables) -> Iterator[Problem]:
    """Segments follow one another without overlap, inside their document, words inside them."""
    rows = tables["segments"]
    documents = tables["documents"]
    characters = documents.mapping("document_id", "characters")
    numbers = integers(rows, "n", "start", "end", "words")
    order = sorted(
        range(len(numbers)), key=lambda row: (rows.columns["document_id"][row], numbers[row])
    )
    document, n, last = "", 0, 0
    for row in order:
        if rows.columns["document_id"][row] != document:
            document, n, last = rows.columns["document_id"][row], 0, 0
        own_number, start, end, words = numbers[row]
        if own_number not in (n, n + 1):  # a number twice is reported as a key that is not unique
            what = _("The segments of {document} are not numbered 1, 2, 3 …")
            number = str(n + 1)
            yield rows.problem(what.format(document=document), row, "n", expected=number)
        if start < last:
            what = _("The segment overlaps the one before it.")
            yield rows.problem(what, row, "start", expected=_("{n} or more").format(n=last))
        yield from check_inside(rows, row, start, end, characters.get(document))
        yield from _words_inside(rows, row, end - start, words)
        n, last = own_number, max(end, last)
    present = set(rows.columns["document_id"])
    for row, document in enumerate(documents.columns["document_id"]):
        if document not in present:
            what = _("The document has no segments in segments.csv.")
            yield documents.problem(what, row, "document_id", expected=_("segments 1, 2, 3 …"))


def check_inside(
    rows: Rows, row: int, start: int, end: int, characters: str | None
) -> Iterator[Problem]:
    """Whether a span has a length, and ends in its document."""
    if start >= end:
        what = _("The span ends before it begins.")
        yield rows.problem(what, row, "end", expected=_("more than {n}").format(n=start))
    if characters is not None and end > int(characters):
        what = _("The span ends outside the document.")
        expected = _("{n} or less, the length of the document").format(n=characters)
        yield rows.problem(what, row, "end", expected=expected)


def _words_inside(rows: Rows, row: int, length: int, words: int) -> Iterator[Problem]:
    spans = spans_of(rows.columns["word_spans"][row])
    flat = [offset for span in spans or () for offset in span]
    if (
        spans is None
        or any(start >= end for start, end in spans)
        or flat != sorted(flat)
        or (flat and not 0 <= flat[0] <= flat[-1] <= length)
    ):
        yield rows.problem(
            _("The words do not stand one after the other inside the segment."),
            row,
            "word_spans",
            expected=_("`start-end` of each word, ascending, up to {n}").format(n=length),
        )
    elif len(spans) != words:
        what = _("The number of words is not that of word_spans.")
        yield rows.problem(what, row, "words", expected=str(len(spans)))


@rule(mentions="document_id start end", documents="document_id characters")
def mentions_do_not_overlap(tables: ParsedTables) -> Iterator[Problem]:
    """A mention inside another is not listed."""
    rows = tables["mentions"]
    characters = tables["documents"].mapping("document_id", "characters")
    spans = integers(rows, "start", "end")
    documents = rows.columns["document_id"]
    before, last = "", 0
    for row in sorted(range(len(spans)), key=lambda row: (documents[row], spans[row])):
        start, end = spans[row]
        if documents[row] == before and start < last:
            what = _("The mention overlaps the one before it.")
            yield rows.problem(
                what,
                row,
                "start",
                expected=_("{n} or more").format(n=last),
                remedy=_("Keep the longest of the two."),
            )
        yield from check_inside(rows, row, start, end, characters.get(documents[row]))
        last = max(end, last) if documents[row] == before else end
        before = documents[row]


@rule(evidence="document_id start end", documents="document_id characters")
def evidence_lies_in_its_document(tables: ParsedTables) -> Iterator[Problem]:
    """A passage is a part of its document."""
    rows = tables["evidence"]
    characters = tables["documents"].mapping("document_id", "characters")
    for row, (start, end) in enumerate(integers(rows, "start", "end")):
        document = rows.columns["document_id"][row]
        yield from check_inside(rows, row, start, end, characters.get(document))


@rule(evidence="document_id start end", segments="document_id start word_spans")
def evidence_spans_whole_words(tables: ParsedTables) -> Iterator[Problem]:
    """A passage begins with the first character of a word and ends with the last of one."""
    segments, rows = tables["segments"], tables["evidence"]
    parts = by_document(segments)
    for document, passages in by_document(rows).items():
        edges = word_edges(segments, parts.get(document, ()))
        known = [set(offsets) for offsets in edges]
        for row, which in product(passages, (0, 1)):
            span, ordered = span_at(rows, row), edges[which]
            offset = span[which]
            if not ordered or offset in known[which] or offset > ordered[-1] or span[0] >= span[1]:
                continue  # no segments, right, or reported by the rule above
            at = bisect_left(ordered, offset)
            near = min(
                ordered[max(at - 1, 0) : at + 1], key=lambda edge: (abs(edge - offset), edge)
            )
            yield rows.problem(
                _("The passage does not begin or end at the edge of a word."),
                row,
                ("start", "end")[which],
                expected=_("the edge of a word according to segments.csv"),
                nearest=str(near),
                remedy=_("`kopjaqty corpus find` prints the offsets of a passage."),
            )


def word_edges(segments: Rows, parts: Iterable[int]) -> tuple[list[int], list[int]]:
    """Where the words of some segments begin, and where they end, in order."""
    starts, words = segments.columns["start"], segments.columns["word_spans"]
    spans = [(int(starts[part]), span) for part in parts for span in spans_of(words[part]) or ()]
    return sorted(at + start for at, (start, _) in spans), sorted(
        at + end for at, (_, end) in spans
    )


@rule(segments="document_id start end nothing_stated", evidence="table document_id start end")
def reasons_are_true(tables: ParsedTables) -> Iterator[Problem]:
    """Where a reason says why a segment states nothing, no row but names comes from it."""
    rows = tables["segments"]
    for row, coded in enumerate(_coded(tables, leave_out=NAMING)):
        if coded and rows.columns["nothing_stated"][row]:
            yield rows.problem(
                _("Rows come from this segment, yet a reason says why none do."),
                row,
                "nothing_stated",
                expected=_("an empty cell"),
            )


@rule(segments="gist_en gist_kk gist_ru nothing_stated")
def gists_are_short(tables: ParsedTables) -> Iterator[Problem]:
    """What a sentence states is told in a few words, and not where it states nothing."""
    rows = tables["segments"]
    for column in ("gist_en", "gist_kk", "gist_ru"):
        for row, gist in enumerate(rows.columns[column]):
            reason = rows.columns["nothing_stated"][row]
            if gist and reason:
                what = _("This sentence states nothing ({reason}), and yet there is a gist of it.")
                what = what.format(reason=reason)
                yield rows.problem(what, row, column, expected=_("an empty cell"))
            elif len(gist.split()) > LONGEST_GIST:
                what = _("This gist is too long: it is to tell the facts, and no more.")
                expected = _("at most {n} words").format(n=LONGEST_GIST)
                yield rows.problem(what, row, column, expected=expected)


@coverage_rule(segments="document_id n start end nothing_stated", evidence="document_id start end")
def segments_are_coded(tables: ParsedTables) -> Iterator[Problem]:
    """Of every segment there are rows, or a reason why there are none.

    A document that is being coded has many without: neighbours are reported as one.
    """
    rows = tables["segments"]
    documents, reasons = rows.columns["document_id"], rows.columns["nothing_stated"]
    runs: dict[str, list[list[int]]] = defaultdict(list)
    for row, coded in enumerate(_coded(tables)):
        if coded or reasons[row]:
            continue
        own = runs[documents[row]]
        if own and own[-1][-1] == row - 1:
            own[-1].append(row)
        else:
            own.append([row])
    for document, gaps in runs.items():
        for run in gaps[:PROBLEMS_SHOWN]:
            yield _left_uncoded(rows, run)
        if more := sum(map(len, gaps[PROBLEMS_SHOWN:])):
            what = _("Of {document}, {n} more segments have neither rows nor a reason.")
            yield rows.problem(what.format(document=document, n=more), gaps[PROBLEMS_SHOWN][0])


def _left_uncoded(rows: Rows, run: list[int]) -> Problem:
    what = _("No row comes from this segment, and no reason says why.")
    if len(run) > 1:
        what = _(
            "No row comes from segments {first} to {last} of {document}, and no reason says why."
        )
        first, last = rows.columns["n"][run[0]], rows.columns["n"][run[-1]]
        document = rows.columns["document_id"][run[0]]
        what = what.format(first=first, last=last, document=document)
    expected = _("evidence within the segment, or a term")
    return rows.problem(what, run[0], "nothing_stated", expected=expected)


def _coded(tables: ParsedTables, leave_out: tuple[str, ...] = ()) -> list[bool]:
    """Tell of each segment whether a passage lies in it; those of some tables may not count."""
    rows, evidence = tables["segments"], tables["evidence"]
    coded = [False] * len(rows.lines)
    passages: dict[str, list[int]] = defaultdict(list)
    for row, document in enumerate(evidence.columns["document_id"]):
        if not leave_out or evidence.columns["table"][row] not in leave_out:
            passages[document].append(row)
    for document, parts in by_document(rows).items():
        last = span_at(rows, parts[-1])[1]
        spans = sorted(span_at(evidence, row) for row in passages.get(document, ()))
        spans = [span for span in spans if span[1] <= last]  # what ends outside is reported above
        begins = [begin for begin, _stop in spans]
        reach = list(accumulate((stop for _begin, stop in spans), max))
        for row in parts:
            start, end = span_at(rows, row)
            before = bisect_left(begins, end)
            coded[row] = before > 0 and reach[before - 1] > start
    return coded
