"""Brings the parts together: one table of a kind for all files, and Web Annotations."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from kopjaqty.annotate.candidates import group_forms
from kopjaqty.annotate.found import Annotations
from kopjaqty.annotate.parts import Part, whole
from kopjaqty.arguments import PathLike
from kopjaqty.errors import Problem
from kopjaqty.exports.linked import annotation, record_iri, text_iri
from kopjaqty.exports.linked_words import ANNOTATION, PREFIXES
from kopjaqty.store import read_package

__all__ = ["Totals", "write_results"]

HEADERS = {
    "mentions.csv": ("file", "start", "end", "entity_id", "name", "digest"),
    "dates.csv": ("file", "start", "end", "edtf", "digest"),
    "candidates.csv": ("candidate", "count", "files", "file", "start", "end"),
    "files.csv": ("file", "sha256", "characters", "mentions", "dates", "problem"),
}
LINKED = "annotations.jsonld"

# The W3C's words for annotations that the export of the collection has no use for.
CONTEXT = ANNOTATION | {
    "TextualBody": "oa:TextualBody",
    "describing": "oa:describing",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
}


# Characters that stand for what differs from one annotation to the next.
_TEXT, _START, _END, _DIGEST = "\ue000\ue001\ue002\ue003"
_PLACES = {_TEXT: "text", _START: "start", _END: "end", _DIGEST: "digest"}


class Totals(NamedTuple):
    """How much was found in all files."""

    mentions: int
    dates: int
    candidates: int


def write_results(
    out: Path, parts: Iterable[Part | Problem], *, data: PathLike | None = None
) -> Totals:
    """Write the tables and annotations of these files, in their order; each file whole or not."""
    mentions = dates = 0
    forms: dict[str, tuple[str, int, int]] = {}
    counts: dict[str, list[tuple[int, int]]] = {}
    with ExitStack() as stack:
        streams = {name: stack.enter_context(whole(out / name)) for name in (*HEADERS, LINKED)}
        tables = {name: csv.writer(streams[name], lineterminator="\n") for name in HEADERS}
        for name, header in HEADERS.items():
            tables[name].writerow(header)
        linked = _Linked(streams[LINKED], data)
        for number, part in enumerate(parts):
            if isinstance(part, Problem):
                words = str(Problem(part.what, remedy=part.remedy))
                tables["files.csv"].writerow([part.file, "", "", "", "", words])
                continue
            file, found = part.file, part.found
            tables["mentions.csv"].writerows((file, *one) for one in found.mentions)
            tables["dates.csv"].writerows((file, *one) for one in found.dates)
            row = [file, found.sha256, found.characters, len(found.mentions), len(found.dates), ""]
            tables["files.csv"].writerow(row)
            linked.add(file, found)
            for one in found.candidates:
                forms.setdefault(one.text, (file, one.start, one.end))
                counts.setdefault(one.text, []).append((number, one.times))
            mentions += len(found.mentions)
            dates += len(found.dates)
        linked.close()
        rows = list(_candidates(forms, counts))
        tables["candidates.csv"].writerows(rows)
    return Totals(mentions, dates, len(rows))


def _candidates(
    forms: dict[str, tuple[str, int, int]], counts: dict[str, list[tuple[int, int]]]
) -> list[tuple[Any, ...]]:
    """Count forms of one name as one; the most frequent first."""
    leads = group_forms(forms)
    groups: dict[str, list[str]] = {}
    for form in forms:  # in the order of their first places
        groups.setdefault(leads[form], []).append(form)
    rows = []
    for lead, own in groups.items():
        seen = [place for form in own for place in counts[form]]
        files = {number for number, _ in seen}
        example = forms[lead if lead in forms else own[0]]
        rows.append((lead, sum(count for _, count in seen), len(files), *example))
    return sorted(rows, key=lambda row: (-row[1], -row[2], row[0]))


class _Linked:
    """Web Annotations, written one a line as they come: of a large collection none is kept."""

    def __init__(self, stream: Any, data: PathLike | None) -> None:
        self._stream = stream
        self._texts: set[str] = set()
        self._comma = ""
        package = read_package(data)
        base = f"arcp://name,{quote(package.name, safe='')}/"
        context = {"@version": 1.1, "kq": base, **PREFIXES, **CONTEXT}
        stream.write(f'{{"@context": {_json(context)},\n"@graph": [')
        digest = next(f for f in package.tables["mentions"].fields if f.name == "digest")
        self._write(
            {
                "id": "kq:columns/mentions.digest",
                "type": "rdf:Property",
                "rdfs:comment": {"@value": digest.description, "@language": "en"},
            }
        )

    def add(self, file: str, found: Annotations) -> None:
        """Write what was found in a text; a text in two files is annotated once."""
        text = text_iri(found.sha256)
        node: dict[str, Any] = {"id": text, "schema:name": file}
        if text not in self._texts:
            node |= {
                "type": ["schema:MediaObject", "prov:Entity"],
                "schema:encodingFormat": "text/plain; charset=utf-8",
                "schema:sha256": found.sha256,
            }
            for each in _annotations(text, found):
                self._put(each)
        self._texts.add(text)
        self._write(node)

    def close(self) -> None:
        """End the file."""
        self._stream.write("\n]}\n")

    def _write(self, node: dict[str, Any]) -> None:
        self._put(_json(node))

    def _put(self, node: str) -> None:
        self._stream.write(f"{self._comma}\n{node}")
        self._comma = ","


def _annotations(text: str, found: Annotations) -> Iterator[str]:
    for kind, ones in (("name", found.mentions), ("date", found.dates)):
        for one in ones:
            shape = _shape(kind, one[2])  # an entity's id, or a date
            span = {"text": text, "start": one.start, "end": one.end, "digest": one.digest}
            yield shape % span


@lru_cache(maxsize=10_000)
def _shape(kind: str, what: str) -> str:
    """Give the JSON of an annotation, with places left for text, start, end and digest."""
    iri = f"{_TEXT}#{_START}-{_END}/"
    span = (_START, _END)
    if kind == "name":
        body: Any = record_iri("entities", what)
        node = annotation(f"{iri}mention/{quote(what)}", body, "identifying", _TEXT, span)
    else:
        value = {"@value": what, "@type": "edtf:EDTF"}
        body = {"type": "TextualBody", "value": value}
        node = annotation(f"{iri}date", body, "describing", _TEXT, span)
    shape = _json(node | {"kq:columns/mentions.digest": _DIGEST}).replace("%", "%%")
    for number in (_START, _END):
        shape = shape.replace(f'"{number}"', number)
    for place, name in _PLACES.items():
        shape = shape.replace(place, f"%({name})s")
    return shape


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
