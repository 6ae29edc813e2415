"""The passages that state a row: shown highlighted in their context, or where to find them."""

from __future__ import annotations

import operator
from collections.abc import Sequence

from kopjaqty import store
from kopjaqty.arguments import COUNT, PathLike, one_of, require
from kopjaqty.corpus import DocumentText, read_texts, segments_of
from kopjaqty.corpus.anchors import Segment
from kopjaqty.corpus.passage_view import Passage, Quote, TextState
from kopjaqty.corpus.words import span_digest
from kopjaqty.errors import KopjaqtyError, Problem, UnknownName, nearest, shown
from kopjaqty.language import N_, _, localized
from kopjaqty.store import Row
from kopjaqty.store.records import (
    TABLES_WITH_EVIDENCE,
    describe,
    find_records,
    name_of,
    refuse_retired,
)

__all__ = ["Passage", "Quote", "Reference", "check_edge", "locate", "passage"]

Reference = str | tuple[str, int, int] | tuple[str, str, str]
"""An evidence_id or a row's id; (document_id, start, end); an edge (u, v, key)."""

# Where a document has no segments, this many characters on either side are its context.
AROUND = 200


def passage(
    reference: Reference,
    *,
    context: int = 1,
    table: str | None = None,
    data: PathLike | None = None,
    corpus: PathLike | None = None,
) -> Passage:
    """Show the passages that state a row, highlighted in their context.

    Parameters
    ----------
    reference : str or tuple
        The id of a piece of evidence ("e0001") or of a row ("r0001", "un", "un|kk|БҰҰ"), an edge
        `(u, v, key)` of `build_network`'s graph, or a span `(document_id, start, end)`.
    context : int
        How many sentences to show on either side.
    table : str, optional
        Where an id stands in several tables: this one's passages only.
    data, corpus : path, optional
        Another folder of tables; another corpus folder.

    Returns
    -------
    Passage
        `quotes` holds one `Quote` a passage: what its sentence states, in the project's words and
        the language in use; the passage in its context, where the text is at hand; and where it
        was published. Without the text it says how to bring it.

    Raises
    ------
    UnknownName
        Nothing has this id; the message names the nearest.

    Examples
    --------
    >>> passage("¿?")
    Traceback (most recent call last):
    ...
    kopjaqty.errors.UnknownName: No row and no evidence has this id. Found: '¿?'.
    """
    require(COUNT, context=context)
    label, rows = _resolve(reference, table, data)
    texts = read_texts(data=data, corpus=corpus) if rows else {}
    return Passage(label, tuple(_quote(row, texts, context, data) for row in rows))


def locate(
    reference: Reference, *, table: str | None = None, data: PathLike | None = None
) -> Passage:
    """Return what `passage` returns where no text is at hand; no text is looked for.

    >>> locate("¿?")
    Traceback (most recent call last):
    ...
    kopjaqty.errors.UnknownName: No row and no evidence has this id. Found: '¿?'.
    """
    label, rows = _resolve(reference, table, data)
    return Passage(label, tuple(_quote(row, {}, 0, data) for row in rows))


def _resolve(
    reference: Reference, table: str | None, data: PathLike | None
) -> tuple[str, list[Row]]:
    """Return what the reference says in words, and the rows of `evidence` behind it."""
    if table is not None:
        one_of(N_("There is no such table."), TABLES_WITH_EVIDENCE, table)
    if isinstance(reference, str):
        return _resolve_id(reference, table, data)
    if isinstance(reference, tuple) and len(reference) == 3:
        if isinstance(reference[2], str):
            return _resolve_id(check_edge(reference, data=data), "relations", data)
        try:
            start, end = operator.index(reference[1]), operator.index(reference[2])
        except TypeError:
            pass
        else:
            return "", [_row_of_span(reference[0], start, end, data)]
    expected = _("an id, (document_id, start, end), or an edge (u, v, key)")
    raise KopjaqtyError(
        Problem(_("This refers to no passage."), value=shown(reference), expected=expected)
    )


def _resolve_id(record_id: str, table: str | None, data: PathLike | None) -> tuple[str, list[Row]]:
    evidence = store.rows("evidence", data, checked=False)
    single = store.rows_by_id("evidence", data, checked=False).get(record_id)
    if single:
        # A piece of evidence may point at a row that is not there; `verify` is what reports it.
        try:
            records = find_records(single["record_id"], table=single["table"], data=data)
        except UnknownName:
            return single["record_id"], [single]
        return describe(*records[0], data), [single]
    try:
        records = find_records(record_id, table=table, data=data)
    except UnknownName as error:
        if table is not None or error.problems[0].expected:
            raise
        refuse_retired(record_id, [*TABLES_WITH_EVIDENCE, "evidence"], data)
        what = _("No row and no evidence has this id.")
        suggestion = error.problems[0].nearest
        suggestion = suggestion or nearest(record_id, [row["evidence_id"] for row in evidence])
        raise UnknownName(Problem(what, value=record_id, nearest=suggestion)) from None
    tables = [name for name, _row in records]
    rows = [r for r in evidence if r["record_id"] == record_id and r["table"] in tables]
    return describe(*records[0], data), rows


def check_edge(edge: Sequence[object], *, data: PathLike | None = None) -> str:
    """Return the relation_id of an edge (u, v, key), if there is such an edge.

    Raises
    ------
    UnknownName
        No relation has this key, or it joins other entities, or in the other direction.

    Examples
    --------
    >>> check_edge(("kazakhstan", "un", "r0001"))
    'r0001'
    """
    u, v, key = edge
    (_table, row), *_more = find_records(str(key), table="relations", data=data)
    joined = (row["subject_id"], row["object_id"])
    if (u, v) != joined:
        what = _("The relation {key} does not lead from {u} to {v}.").format(key=key, u=u, v=v)
        raise UnknownName(Problem(what, expected=f"({joined[0]!r}, {joined[1]!r}, {key!r})"))
    return str(key)


def _row_of_span(document_id: str, start: int, end: int, data: PathLike | None) -> Row:
    documents = store.rows_by_id("documents", data, checked=False)
    one_of(N_("There is no such document."), documents, document_id)
    length = int(documents[document_id]["characters"])
    if not 0 <= start < end <= length:
        what = _("This is not a span of {document}.").format(document=document_id)
        expected = _("0 ≤ start < end ≤ {length}").format(length=length)
        raise KopjaqtyError(Problem(what, value=(start, end), expected=expected))
    row = Row(document_id=document_id, start=str(start), end=str(end), digest="")
    return Row({"evidence_id": "", "table": "", "record_id": "", "speaker_id": ""} | row)


def _quote(row: Row, texts: dict[str, DocumentText], context: int, data: PathLike | None) -> Quote:
    document_id, start, end = row["document_id"], int(row["start"]), int(row["end"])
    text = texts.get(document_id)
    state, (before, quoted, after), digest = _show(text, row, context, data)
    document = store.rows_by_id("documents", data, checked=False).get(document_id, Row())
    publisher = document.get("publisher_id", "")
    return Quote(
        evidence_id=row["evidence_id"],
        document_id=document_id,
        start=start,
        end=end,
        digest=row["digest"] or digest,
        title=localized(document, "title") or document_id,
        publisher=name_of(publisher, data) if publisher else "",
        date=document.get("date", ""),
        public_address=document.get("public_address", ""),
        speaker=name_of(row["speaker_id"], data) if row["speaker_id"] else "",
        gist=_gist(document_id, start, end, data),
        state=state,
        before=before,
        quoted=quoted,
        after=after,
    )


def _gist(document_id: str, start: int, end: int, data: PathLike | None) -> str:
    """Return what the sentences that a span touches state, in the reader's language."""
    touched = (
        row
        for row in store.rows("segments", data, checked=False)
        if row["document_id"] == document_id and int(row["start"]) < end and start < int(row["end"])
    )
    return " ".join(filter(None, (localized(row, "gist") for row in touched)))


def _show(
    text: DocumentText | None, row: Row, context: int, data: PathLike | None
) -> tuple[TextState, tuple[str, str, str], str]:
    """Return how the passage stands, what can be shown of it, and its digest where it is known."""
    nothing = ("", "", "")
    if text is None:
        return "missing", nothing, ""
    start, end = int(row["start"]), int(row["end"])
    place = text.map_span(start, end)
    if place is None:
        return "unplaced", nothing, ""
    quoted = text.text[slice(*place)]
    if text.exact and row["digest"] and span_digest(quoted) != row["digest"]:
        return "changed", nothing, ""
    segments = segments_of(data).get(text.document_id, ())
    touched = [i for i, s in enumerate(segments) if s.start < end and start < s.end]
    low, high = _context(text, place, segments, touched, context)
    shown = (text.text[low : place[0]], quoted, text.text[place[1] : high])
    return ("exact", shown, span_digest(quoted)) if text.exact else ("near", shown, "")


def _context(
    text: DocumentText,
    place: tuple[int, int],
    segments: Sequence[Segment],
    touched: Sequence[int],
    context: int,
) -> tuple[int, int]:
    """Return the edges, in the text at hand, of the sentences around a passage."""
    if not touched:
        return max(0, place[0] - AROUND), min(len(text.text), place[1] + AROUND)
    first = max(0, touched[0] - context)
    last = min(len(segments) - 1, touched[-1] + context)
    if text.copy is None:
        return min(segments[first].start, place[0]), max(segments[last].end, place[1])
    return text.copy.around(touched[0], touched[-1], context)
