"""From the table of names to the forms that the matcher looks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kopjaqty import store
from kopjaqty.arguments import TABLE, PathLike, allow
from kopjaqty.corpus.words import normalize
from kopjaqty.errors import DataError, Problem
from kopjaqty.language import _, is_missing
from kopjaqty.matcher.folding import fold
from kopjaqty.matcher.inflection import (
    NOUN,
    ONE_WORD,
    POSSESSED,
    SHORTENED,
    VOWEL_FIRST,
    shortened,
    softened,
)

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ACRONYM", "ANY", "CAPITAL", "NOT_NAMES", "Form", "read_forms"]

ANY, CAPITAL, ACRONYM = 0, 1, 2
"""What has to be in capitals in the text: nothing, the first letter, all letters."""

NOT_NAMES = ("Азия-Тынық",)
"""Longer words that begin with a name and are not about it."""

NOT_A_NAME = "description"
"""The type of what the texts call somebody without a name ("the head of state"): not looked for."""

_LENIENT = (NOUN, ONE_WORD, POSSESSED, SHORTENED, VOWEL_FIRST)
# Of two spellings that fold to one, the one that is shown.
_RANK = {"full": 0, "short": 1, "acronym": 2, "variant": 3}


class Form(NamedTuple):
    """A stem as it stands in folded text, and what makes it a mention.

    `endings` is a kind of `kopjaqty.matcher.inflection`; `alone`: one word, which a word before it
    may make another name; `surname`: and of a person; `names`: (entity_id, name), one or several.
    """

    stem: str
    endings: str
    case: int = ANY
    alone: bool = False
    surname: bool = False
    names: tuple[tuple[str, str], ...] = ()


class _Name(NamedTuple):
    entity_id: str
    name: str
    type: str
    kind: str


def read_forms(
    *, names: pd.DataFrame | None = None, data: PathLike | None = None
) -> tuple[Form, ...]:
    """Return the forms of the Kazakh names of the tables, and of those given, sorted.

    >>> [form.stem for form in read_forms() if ("geneva", "Женева") in form.names]
    ['женева']
    """
    allow(TABLE, names=names)
    more = () if names is None else tuple(_read_frame(names))
    return _read_forms(store.stamp_of("names", data), store.stamp_of("entities", data), more)


@lru_cache(maxsize=4)
def _read_forms(
    names: store.Stamp, entities: store.Stamp, more: tuple[_Name, ...]
) -> tuple[Form, ...]:
    kinds = {row["entity_id"]: row["kind"] for row in store.rows_at("entities", entities)}
    listed = [
        _Name(row["entity_id"], row["name"], row["type"], kinds.get(row["entity_id"], ""))
        for row in store.rows_at("names", names)
        if row["language"] == "kk"
    ]
    listed += [one._replace(kind=one.kind or kinds.get(one.entity_id, "")) for one in more]
    return tuple(_gather(listed))


def _read_frame(names: pd.DataFrame) -> Iterator[_Name]:
    missing = [column for column in ("entity_id", "name") if column not in names.columns]
    if missing:
        raise DataError(
            Problem(
                _("The names given lack a column."),
                column=missing[0],
                expected=_("a DataFrame with the columns entity_id and name"),
            )
        )
    for number, row in enumerate(names.to_dict("records")):
        cells = {str(column): "" if is_missing(v) else str(v) for column, v in row.items()}
        if cells.get("language", "kk") not in ("kk", ""):
            continue
        if not cells["entity_id"] or not _trim(cells["name"]):
            raise DataError(
                Problem(
                    _("Row {number} of the names given is empty.").format(number=number),
                    expected=_("an entity_id and a name with letters or digits"),
                )
            )
        yield _Name(cells["entity_id"], cells["name"], cells.get("type", ""), cells.get("kind", ""))


def _gather(names: Iterable[_Name]) -> list[Form]:
    """Bring together what has the same stem: what asks least of the text stands for all."""
    best: dict[tuple[str, str], tuple[int, str, str]] = {}
    merged: dict[str, Form] = {name: Form(name, NOUN) for name in map(fold, NOT_NAMES)}
    for one in names:
        if one.type == NOT_A_NAME or not _trim(one.name):
            continue
        for form in _forms_of(one):
            rank = (_RANK.get(one.type, len(_RANK)), one.name, one.entity_id)
            key = (form.stem, one.entity_id)
            best[key] = min(best.get(key, rank), rank)
            other = merged.get(form.stem, form)
            merged[form.stem] = Form(
                form.stem,
                min(form.endings, other.endings, key=_LENIENT.index),
                min(form.case, other.case),
                form.alone and other.alone,
                form.surname and other.surname,
            )
    names_by_stem: dict[str, list[tuple[str, str]]] = {}
    for (stem, entity_id), (_type, name, _id) in sorted(best.items()):
        names_by_stem.setdefault(stem, []).append((entity_id, name))
    return [
        form._replace(names=tuple(names_by_stem.get(stem, ())))
        for stem, form in sorted(merged.items())
    ]


def _forms_of(one: _Name) -> Iterator[Form]:
    for written in sorted(_spellings(_trim(one.name), one.kind)):
        stem = fold(written)
        words = written.split()
        alone = len(words) == 1
        if one.type == "acronym":
            case = ACRONYM if written.isupper() else ANY
        else:
            # "қауіпсіздік кеңесі" may be any country's; three words are specific enough.
            case = CAPITAL if written[0].isupper() and len(words) < 3 else ANY
        if alone:
            endings = NOUN if case == ACRONYM else ONE_WORD
        else:
            endings = POSSESSED if stem.endswith(("ы", "і")) else NOUN
        alone = alone and case != ACRONYM and "." not in written
        form = Form(stem, endings, case, alone, alone and one.kind == "person")
        yield form
        for changed, kind in (softened(stem), VOWEL_FIRST), (shortened(stem), SHORTENED):
            if changed and case != ACRONYM:
                yield form._replace(stem=changed, endings=kind)


_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_GENITIVE = re.compile(r"^(\w+?)-?(?:ның|нің|дың|дің|тың|тің)\s")


def _trim(name: str) -> str:
    """Return a name without what stands around it: a mention begins and ends with a word.

    >>> _trim("«Соғыссыз әлем»")
    'Соғыссыз әлем'
    """
    return _EDGES.sub("", normalize(name))


def _spellings(name: str, kind: str) -> set[str]:
    """Return a name and what is as good: -ның after an acronym or not, initials for given names."""
    spellings = {name}
    words = name.split()
    if kind == "person" and len(words) == 2 and "." not in name:
        given, surname = words
        initials = [part[0] for part in given.split("-") if part]
        spellings |= {f"{initials[0]}.{surname}", f"{initials[0]}. {surname}"}
        if len(initials) > 1:
            both = (".-".join(initials), "-".join(initials), "".join(initials))
            spellings |= {f"{start}.{blank}{surname}" for start in both for blank in ("", " ")}
    if len(words) > 1 and kind != "person":
        match = _GENITIVE.match(name)
        first = match.group(1) if match else words[0]
        rest = name[match.end() :] if match else name[len(first) :].lstrip()
        if len(first) > 1 and first.isupper() and first.isalpha():
            spellings |= {f"{first}{ending} {rest}" for ending in ("", "-ның", "ның", "-нің")}
    return spellings
