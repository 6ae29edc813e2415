"""How to cite the data set, a row of it or an edge of its network, and which version it is."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from kopjaqty.arguments import PathLike, one_of
from kopjaqty.corpus.passages import Reference, locate
from kopjaqty.language import N_, _, localized
from kopjaqty.release import package_version
from kopjaqty.store import Package, read_package, rows_by_id, rows_by_table
from kopjaqty.store.records import TABLES_WITH_EVIDENCE, doubts_of

__all__ = ["STYLES", "Style", "Version", "cite", "version"]

Style = Literal["text", "bibtex", "csl"]
STYLES: tuple[Style, ...] = ("text", "bibtex", "csl")

# https://www.bibtex.org/SpecialSymbols/; letters of other scripts stay as they are (UTF-8).
_TEX = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True)
class Version:
    """Which release: of the package, of the data, and the digest of the data's own digests."""

    package: str
    data: str
    digest: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"kopjaqty {self.package}, data {self.data} (sha256 {self.digest})"


def version(*, data: PathLike | None = None) -> Version:
    """Return which kopjaqty this is, and which data.

    Returns
    -------
    Version
        `package` and `data`, version numbers; `digest`, the first 16 hex digits of the SHA-256
        over the hashes that the descriptor has of each table: other data, another digest.

    Examples
    --------
    >>> len(version().digest)
    16
    """
    package = read_package(data)
    hashes = "".join(f"{name} {table.sha256}\n" for name, table in sorted(package.tables.items()))
    digest = hashlib.sha256(hashes.encode("utf-8")).hexdigest()[:16]
    return Version(package_version(), package.version, digest)


def cite(
    what: Reference | None = None, *, style: Style = "text", data: PathLike | None = None
) -> str:
    """Return the citation of the data set, or of what a row or an edge says, with its sources.

    Parameters
    ----------
    what : str or tuple, optional
        The id of a row or of a piece of evidence, an edge `(u, v, key)`, or a span
        `(document_id, start, end)`; without it, the data set.
    style : {"text", "bibtex", "csl"}
        A sentence in the current language; a BibTeX entry; CSL-JSON, as Zotero reads it.

    Returns
    -------
    str
        With what makes a row doubtful, if something does. It depends on the data alone, not on the
        day.

    Raises
    ------
    UnknownName
        Nothing has this id, or there is no such style.

    Examples
    --------
    >>> cite().startswith("The kopjaqty authors (")
    True
    """
    one_of(N_("There is no such style of citation."), STYLES, style)
    package = read_package(data)
    fields = _Fields.of(package, version(data=data).digest)
    note = "" if what is None else _note(what, data)
    if style == "bibtex":
        return _bibtex(fields, _key(fields, what), note)
    if style == "csl":
        return _csl(fields, _key(fields, what), note)
    text = _("{authors} ({year}). {title} [Data set], version {version}, sha256 {digest}.")
    return f"{text.format(**vars(fields))} {note}".rstrip()


@dataclass(frozen=True)
class _Fields:
    authors: str
    title: str
    version: str
    digest: str
    date: tuple[int, ...]
    year: int
    address: str = ""

    @classmethod
    def of(cls, package: Package, digest: str) -> _Fields:
        described = package.described()
        authors = [
            person["title"]
            for person in described.get("contributors", [])
            if "creator" in person.get("roles", [])
        ]
        date = tuple(int(n) for n in re.findall("[0-9]+", described["created"])[:3])
        address = described.get("homepage", "")
        names = "; ".join(authors)
        return cls(names, package.title, package.version, digest, date, date[0], address)


def _note(what: Reference, data: PathLike | None) -> str:
    """Say which row, what it says, and where that is stated."""
    located = locate(what, data=data)
    sources = "; ".join(quote.source() for quote in located.quotes)
    if not located.says:
        return _("Passage: {sources}.").format(sources=sources)
    note = _("Row {id} ({says}), stated in: {sources}.")
    if not sources:
        note = _("Row {id} ({says}).")
    elif located.quotes[0].evidence_id == what:
        note = _("Evidence {id} ({says}), stated in: {sources}.")
    said = note.format(id=_name(what), says=located.says, sources=sources)
    return " ".join([said, *_doubts(_name(what), data)])


def _doubts(record_id: str, data: PathLike | None) -> Iterator[str]:
    """Say what makes the row doubtful, or the row that a piece of evidence is about."""
    pointer = rows_by_id("evidence", data, checked=False).get(record_id)
    wanted = pointer["record_id"] if pointer else record_id
    tables = [pointer["table"]] if pointer else TABLES_WITH_EVIDENCE
    found = doubts_of(rows_by_table(("concerns", "terms"), data, checked=False))
    names = dict.fromkeys(name for table in tables for name in found.get((table, wanted), ()))
    rows = rows_by_id("discrepancies", data, checked=False)
    for name in names:
        said = localized(rows[name], "summary") if name in rows else name
        yield _("Doubtful ({id}): {summary}").format(id=name, summary=said)


def _name(what: Reference) -> str:
    """Return the id in a reference: an edge's is its key; a span has none but its numbers."""
    if isinstance(what, str):
        return what
    return what[2] if isinstance(what[2], str) else "_".join(map(str, what))


def _key(fields: _Fields, what: Reference | None) -> str:
    """Return a name for the entry: ASCII letters, digits and underscores, one for each thing."""
    parts = ["kopjaqty", fields.version]
    if what is not None:
        name = _name(what)
        parts.append(name)
        if re.search("[^a-z0-9_]", name):
            parts.append(hashlib.sha256(name.encode("utf-8")).hexdigest()[:8])
    return re.sub("[^A-Za-z0-9]+", "_", "_".join(parts))


def _tex(text: str) -> str:
    return "".join(_TEX.get(c, c) for c in text)


def _bibtex(fields: _Fields, key: str, note: str) -> str:
    published = f"Data set, version {fields.version}, sha256 {fields.digest}"
    entries = {
        # Double braces: a group's name is not to be taken for a first and a last name, and a
        # title keeps its capitals.
        "author": f"{{{_tex(fields.authors)}}}",
        "title": f"{{{_tex(fields.title)}}}",
        "year": str(fields.year),
        "howpublished": _tex(published),
    }
    if fields.address:
        entries["url"] = fields.address
    if note:
        entries["note"] = _tex(note)
    lines = [f"  {name} = {{{value}}}," for name, value in entries.items()]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _csl(fields: _Fields, key: str, note: str) -> str:
    item: dict[str, Any] = {
        "id": key,
        "type": "dataset",
        "title": fields.title,
        "author": [{"literal": name} for name in fields.authors.split("; ")],
        "issued": {"date-parts": [list(fields.date)]},
        "version": fields.version,
        "archive_location": f"sha256 {fields.digest}",
    }
    if fields.address:
        item["URL"] = fields.address
    if note:
        item["note"] = note
    return json.dumps([item], ensure_ascii=False, indent=2)
