"""What stands in the glossary: words written by hand, entities, terms of the tables.

An entry is a headword with an anchor of its own. Where a word is used in several ways
("planned" of an event, of a relation, of an initiative), the entry has them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kopjaqty.language import LANGUAGES
from kopjaqty.store import Package, Row, RowsByTable, read_package, rows_by_table
from kopjaqty.style.look import read_look
from kopjaqty_course.making.project import PROJECT

VOCABULARIES = {
    "entity_kind": ("Kinds of entities", "kind of entity"),
    "group": ("Groups of kinds", "group of kinds"),
    "predicate": ("Predicates of relations", "predicate of a relation"),
    "relation_status": ("Status of a relation", "status of a relation"),
    "event_type": ("Types of events", "type of event"),
    "event_status": ("Status of an event", "status of an event"),
    "role": ("Roles of participants", "role in an event"),
    "stage": ("Stages of an initiative", "stage of an initiative"),
    "field": ("Fields of initiatives", "field of an initiative"),
    "topic": ("Topics of positions", "topic of a position"),
    "genre": ("Genres of documents", "genre of a document"),
    "measure": ("What a quantity measures", "measure of a quantity"),
    "unit": ("Units of quantities", "unit of a quantity"),
    "date_basis": ("What a date rests on", "basis of a date"),
    "name_type": ("Types of names", "type of name"),
    "discrepancy_kind": ("Kinds of discrepancies", "kind of discrepancy"),
    "effect": ("What a discrepancy means for a row", "effect of a discrepancy on a row"),
    "nothing_stated": ("Why a sentence states nothing", "reason why a sentence states nothing"),
}
"""Each vocabulary as the index calls it, and as an entry does; one without a line is an error."""


SECTIONS = ["bodies", "field", "forums", "texts", "proposals", "people", "places"]
"""Groups of entities, those first that lessons link to: JupyterLab draws from the top down."""


@dataclass
class Entry:
    """A headword: its line of names in each language, and what is said of it."""

    anchor: str
    title: str
    names: list[dict[str, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    vocabularies: list[str] = field(default_factory=list)

    def add(self, names: dict[str, str], paragraphs: list[str]) -> None:
        """Add a way in which the word is used; names that say nothing new are left out."""
        if not any(
            all(text.casefold() in line[code].casefold() for code, text in names.items())
            for line in self.names
        ):
            self.names.append(names)
        self.paragraphs += paragraphs


@dataclass
class Section:
    """A part of the glossary, with its entries in alphabetical order."""

    anchor: str
    title: str
    intro: str
    entries: list[Entry] = field(default_factory=list)


class GlossaryTables:
    """The rows of the collection, and what a row is called."""

    def __init__(self, folder: Path) -> None:
        self.package: Package = read_package(folder)
        self.rows: RowsByTable = rows_by_table(self.package.tables, folder)
        self.entities = {row["entity_id"]: row for row in self.rows["entities"]}
        self.events = {row["event_id"]: row for row in self.rows["events"]}
        self.labels = {
            (row["vocabulary"], row["term"]): row["label_en"] for row in self.rows["terms"]
        }

    def name(self, entity: str) -> str:
        """The English name of an entity."""
        return self.entities[entity]["name_en"]

    def find(self, identifier: str) -> tuple[str, Row]:
        """The table and the row that an id names."""
        for table in ("relations", "events", "quantities", "positions", "discrepancies"):
            for row in self.rows[table]:
                if next(iter(row.values())) == identifier:
                    return table, row
        for row in self.rows["evidence"]:
            if row["evidence_id"] == identifier:
                return "evidence", row
        raise LookupError(f"glossary.yml: no row has the id {identifier!r}")

    def describe(self, table: str, row: Row) -> str:
        """What a row says, in a few words."""
        if table == "relations":
            predicate = self.labels["predicate", row["predicate"]]
            return f"{self.name(row['subject_id'])} → {predicate} → {self.name(row['object_id'])}"
        if table == "participants":
            return f"{self.name(row['entity_id'])}, in “{self.events[row['event_id']]['title_en']}”"
        if table == "initiatives":
            return self.name(row["initiative_id"])
        if table == "concerns":
            return f"concerns `{row['record_id']}` of `{row['table']}`"
        if table == "evidence":
            return f"points from `{row['record_id']}` into `{row['document_id']}`"
        columns = ("title_en", "name_en", "label_en", "claim_en", "summary_en", "name")
        return next(row[column] for column in columns if column in row).rstrip(".")

    def used(self, vocabulary: str, term: str) -> str:
        """How many rows use a term, and the first of them."""
        parts = []
        for table in self.package.tables.values():
            for column in table.fields:
                if column.vocabulary != vocabulary:
                    continue
                rows = [row for row in self.rows[table.name] if row[column.name] == term]
                if not rows:
                    continue
                part = f"{len(rows)} {'row' if len(rows) == 1 else 'rows'} of `{table.name}`"
                if table.name != "segments":
                    key = "term" if table.name == "terms" else table.primary_key[0]
                    identifier = rows[0][key]
                    part += f", such as `{identifier}`: {self.describe(table.name, rows[0])}"
                parts.append(part)
        return f"In {'; in '.join(parts)}." if parts else "No row uses it so far."


def link(anchor: str, text: str) -> str:
    """A link to an entry. JupyterLab finds a cell by its id before anything is drawn."""
    return f"[{text}](#cell-id={anchor})"


def alphabetical(entry: Entry) -> str:
    """Put entries in order: without regard to capitals, quotation marks, articles."""
    return entry.title.strip("\"'“”«» ").removeprefix("the ").casefold()


def build_sections(project: Path = PROJECT) -> list[Section]:
    """The glossary, section by section; an anchor stands in the first that has it."""
    tables = GlossaryTables(project / "data")
    source = yaml.safe_load((project / "notebooks" / "glossary.yml").read_text(encoding="utf-8"))
    sections, known = [], dict[str, Entry]()
    parts = [*_words(source, tables), *_entities(tables), _terms(tables)]
    for section, entries in parts:
        for entry in entries:
            if entry.anchor in known:
                first = known[entry.anchor]
                for names in entry.names:
                    first.add(names, [])
                first.paragraphs += entry.paragraphs
                first.vocabularies += entry.vocabularies
            else:
                known[entry.anchor] = entry
                section.entries.append(entry)
        section.entries.sort(key=alphabetical)
        sections.append(section)
    return sections


SectionEntries = tuple[Section, list[Entry]]


def _words(source: dict[str, Any], tables: GlossaryTables) -> Iterator[SectionEntries]:
    """The sections written by hand."""
    for part in source["sections"]:
        entries = []
        for word in part["words"]:
            paragraphs = [word["definition_en"].strip()]
            records = [(row, tables.find(row)) for row in word.get("rows", [])]
            if shown := "; ".join(
                f"`{name}`: {tables.describe(*record)}" for name, record in records
            ):
                paragraphs.append(f"*In the documents:* {shown}.")
            if also := word.get("see"):
                named = ", ".join(link(anchor, tables.name(anchor)) for anchor in also)
                paragraphs.append(f"*See also:* {named}.")
            names = {code: str(word[code]) for code in LANGUAGES}
            title = names["en"][0].upper() + names["en"][1:]
            entries.append(Entry(word["anchor"], title, [names], paragraphs))
        yield Section(part["id"], part["title"], part["intro"].strip()), entries


def _entities(tables: GlossaryTables) -> Iterator[SectionEntries]:
    """Whoever and whatever the documents name, by the groups of the pictures."""
    names = _names(tables)
    look = read_look(tables.package.folder)
    groups = [group for group in look.groups if group.kinds and not look.is_side(group.kinds[0])]
    rank = {name: place for place, name in enumerate(SECTIONS)}
    for group in sorted(groups, key=lambda group: rank.get(group.name, len(rank))):
        entries = []
        for row in tables.rows["entities"]:
            if row["kind"] not in group.kinds:
                continue
            kind = link(row["kind"], tables.labels["entity_kind", row["kind"]])
            parent = row["parent_id"]
            paragraph = (
                f"{kind}; belongs to {link(parent, tables.name(parent))}. "
                if parent
                else f"{kind}. "
            )
            paragraph += f"{row['description_en'].rstrip('.')}. Id: `{row['entity_id']}`"
            entries.append(
                Entry(row["entity_id"], row["name_en"], [names[row["entity_id"]]], [paragraph])
            )
        yield Section(f"names-{group.name}", group.title, ""), entries


def _names(tables: GlossaryTables) -> dict[str, dict[str, str]]:
    """All names of an entity by language: the usual one first, one document's own in italics."""
    by_entity: dict[str, dict[str, list[str]]] = {
        entity: {code: [row[f"name_{code}"]] for code in LANGUAGES}
        for entity, row in tables.entities.items()
    }
    for wanted in ("true", "false"):
        for row in tables.rows["names"]:
            others = by_entity[row["entity_id"]][row["language"]]
            if row["standard"] == wanted and row["type"] != "description":
                shown = row["name"] if wanted == "true" else f"*{row['name']}*"
                if row["name"] != others[0] and shown not in others:
                    others.append(shown)
    return {
        entity: {
            code: "<br>".join([f"**{names[0]}**", *names[1:]]) for code, names in lines.items()
        }
        for entity, lines in by_entity.items()
    }


def _terms(tables: GlossaryTables) -> SectionEntries:
    """The words that the tables are written in."""
    entries: dict[str, Entry] = {}
    order = list(VOCABULARIES)
    for row in sorted(tables.rows["terms"], key=lambda row: order.index(row["vocabulary"])):
        term, vocabulary, label = row["term"], row["vocabulary"], row["label_en"]
        entry = entries.setdefault(term, Entry(term, label[0].upper() + label[1:]))
        entry.vocabularies.append(vocabulary)
        meaning = row["definition_en"]
        paragraph = "" if meaning.rstrip(".").casefold() == label.casefold() else f" {meaning}"
        paragraph = f"*As a {VOCABULARIES[vocabulary][1]}* (`{term}`):{paragraph}"
        names = {code: row[f"label_{code}"] for code in LANGUAGES}
        entry.add(names, [f"{paragraph} {tables.used(vocabulary, term)}"])
    intro = (
        "The tables take some of their words from fixed lists, each word with one meaning. "
        "Here they stand in the order of the alphabet; the index has them list by list, those too "
        "that are explained further up."
    )
    return Section("words-of-the-tables", "Words of the tables", intro), list(entries.values())
