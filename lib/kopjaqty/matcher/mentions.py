"""The rows of `mentions` that the matcher makes, and whether the table has exactly those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec

from kopjaqty.arguments import PathLike
from kopjaqty.corpus.words import span_digest
from kopjaqty.errors import Problem
from kopjaqty.language import _
from kopjaqty.matcher import Match, build_matcher
from kopjaqty.store import Row

__all__ = ["NAMED", "check_named", "merge_mentions", "named_mentions"]

NAMED = "named"


def named_mentions(
    data: PathLike | None,
    texts: Mapping[str, str],
    rows: Iterable[Mapping[str, str]] = (),
) -> list[dict[str, str]]:
    """Return the rows of `mentions` with the form `named`, for these texts.

    Parameters
    ----------
    data : path or None
        The folder of tables whose names are looked for.
    texts : mapping
        The exact text of each document, by its id.
    rows : iterable of mappings
        The rows that the table has: where two entities have a name, their choice stands.

    Returns
    -------
    list of dict
        `document_id`, `start`, `end`, `entity_id`, `digest`, `form`, all as text, in the order of
        the table's key. A name that two entities have is given to the first; the table may give
        it to any of them (`check_named`).

    Examples
    --------
    >>> [row["entity_id"] for row in named_mentions(None, {"d": "Женевада, БҰҰ-да"})]
    ['geneva', 'un']
    """
    chosen = {_key(row): row["entity_id"] for row in rows if row["form"] == NAMED}
    found = []
    for document_id, matches in _named_mentions(data, texts):
        for match in matches:
            choice = chosen.get((document_id, match.start, match.end), "")
            may_be = [entity_id for entity_id, _name in match.names]
            found.append(
                {
                    "document_id": document_id,
                    "start": str(match.start),
                    "end": str(match.end),
                    "entity_id": choice if choice in may_be else may_be[0],
                    "digest": span_digest(texts[document_id][match.start : match.end]),
                    "form": NAMED,
                }
            )
    return found


def _named_mentions(
    data: PathLike | None, texts: Mapping[str, str]
) -> Iterator[tuple[str, Iterator[Match]]]:
    matcher = build_matcher(data=data)
    for document_id in sorted(texts):
        yield document_id, matcher.find(texts[document_id])


def merge_mentions(
    rows: Iterable[Mapping[str, str]], named: Iterable[Mapping[str, str]]
) -> tuple[list[Mapping[str, str]], list[Mapping[str, str]]]:
    """Return the table's rows with these named ones, sorted by key; and the nominal ones covered.

    The named rows that the table has are left out.
    """
    rows, named = list(rows), list(named)
    nominal = [row for row in rows if row["form"] != NAMED]
    spans = [(row["document_id"], int(row["start"]), int(row["end"])) for row in named]
    covered = [
        row
        for row in nominal
        if any(
            document == row["document_id"] and start < int(row["end"]) and int(row["start"]) < end
            for document, start, end in spans
        )
    ]
    kept = [row for row in nominal if row not in covered]
    return sorted([*kept, *named], key=_key), covered


def _key(row: Mapping[str, str]) -> tuple[str, int, int]:
    return row["document_id"], int(row["start"]), int(row["end"])


def check_named(
    rows: Iterable[Row], data: PathLike | None, texts: Mapping[str, str], file: str
) -> Iterator[Problem]:
    """Compare the named rows of `mentions` with what the matcher finds in the exact texts.

    Nothing is compared where pyahocorasick is not installed, or where no mention has been named.
    """
    named = {
        (row["document_id"], row["start"], row["end"]): row
        for row in rows
        if row["form"] == NAMED and row["document_id"] in texts
    }
    if not named or find_spec("ahocorasick") is None:
        return
    remedy = _(
        "Is a name wrong or missing? Mend `names`; then run `kopjaqty corpus tidy`, for the "
        "project's own tables `kopjaqty course mentions`."
    )
    for document_id, matches in _named_mentions(data, texts):
        for match in matches:
            may_be = [entity_id for entity_id, _name in match.names]
            row = named.pop((document_id, str(match.start), str(match.end)), None)
            if row is None:
                what = _("A name at characters {start}–{end} of {document} is no mention.").format(
                    start=match.start, end=match.end, document=document_id
                )
                yield Problem(what, file, expected=" | ".join(may_be), remedy=remedy)
            elif row["entity_id"] not in may_be:
                what = _("The name there is another entity's.")
                expected = " | ".join(may_be)
                cell = row["entity_id"]
                yield Problem(what, file, row.line, "entity_id", cell, expected, remedy=remedy)
    for row in named.values():
        yield Problem(_("No name is found there."), file, row.line, "form", NAMED, remedy=remedy)
