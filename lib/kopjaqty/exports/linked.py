"""The tables as linked data: JSON-LD that any RDF program reads, without fetching anything.

Established vocabularies where they say the same: schema.org for things, events, numbers and
claims; PROV-O for the documents that a row comes from; Web Annotation for the passages that state
it and for mentions; SKOS for the vocabularies, SKOS-XL for names. What they do not have is a
property of our own, `kq:columns/<table>.<column>`, explained in the same file.

A relation is an `rdf:Statement`, not a plain triple: that Kazakhstan proposed something, or plans
to, must not read as if it were so. `segments` are left out: they serve to recognise texts.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from kopjaqty.exports.data_package import Cell, Collection, dumped, plain_rows
from kopjaqty.exports.linked_words import ANNOTATION, PREFIXES, PROPERTIES, TABLE_CLASSES
from kopjaqty.language import LANGUAGES
from kopjaqty.store.descriptor import Field, Table

__all__ = ["annotation", "record_iri", "text_iri", "write_jsonld"]

Node = dict[str, Any]

LEFT_OUT = ("segments", "evidence", "mentions")


def write_jsonld(collection: Collection) -> bytes:
    """Give the tables as JSON-LD 1.1, its context inside.

    Ids begin with `kq:`, which the first lines of the file spell out; whoever publishes it under
    an address of the web puts that address there. A text is named by its digest (RFC 6920): an
    annotation's start and end, in Unicode characters, are of that text and no other.

    >>> write_jsonld(Collection(None)).decode().count('"Annotation"') > 1000
    True
    """
    # A prefix, not `@base`: programs join relative addresses in the schemes of the web alone.
    base = f"arcp://name,{quote(collection.package.name, safe='')}/"
    context = {"@version": 1.1, "kq": base, **PREFIXES, **ANNOTATION}
    graph = [
        _data_set(collection),
        *_texts(collection),
        *_records(collection),
        *_annotations(collection),
    ]
    return dumped({"@context": context, "@graph": [*graph, *_definitions(collection, graph)]})


def record_iri(table: str, *key: Cell) -> str:
    """Return the name of a row."""
    return "/".join([f"kq:{table}", *(quote(str(part), safe="") for part in key)])


def text_iri(sha256: Cell) -> str:
    """Return the name of a text: its digest (RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(str(sha256))).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _data_set(collection: Collection) -> Node:
    about, described = collection.about, collection.described
    creators = [one["title"] for one in described.get("contributors", []) if "title" in one]
    return {
        "id": "kq:dataset",
        "type": ["schema:Dataset", "prov:Entity"],
        "schema:name": about["title"],
        "schema:description": described.get("description", ""),
        "schema:version": about["version"],
        "schema:dateCreated": {"@value": about["date"], "@type": "xsd:date"},
        "schema:identifier": f"sha256:{about['digest']}",
        "schema:license": [{"id": a} if "://" in a else a for a in about["licence"].split()],
        "schema:creator": [{"type": "schema:Organization", "schema:name": c} for c in creators],
        "schema:keywords": described.get("keywords", []),
        "schema:creditText": about["citation"],
        "prov:hadPrimarySource": [
            {"id": record_iri("documents", row["document_id"])}
            for row in plain_rows(collection.tables["documents"])
        ],
    }


def _texts(collection: Collection) -> Iterator[Node]:
    """Describe the texts that offsets count in; they are not part of the collection."""
    for row in plain_rows(collection.tables["documents"]):
        yield {
            "id": text_iri(row["sha256"]),
            "type": ["schema:MediaObject", "prov:Entity"],
            "schema:encodesCreativeWork": {"id": record_iri("documents", row["document_id"])},
            "schema:encodingFormat": "text/plain; charset=utf-8",
            "schema:sha256": row["sha256"],
        }


def _records(collection: Collection) -> Iterator[Node]:
    """Describe each row, by what its columns say."""
    stated: dict[tuple[Cell, Cell], list[Cell]] = {}
    for row in plain_rows(collection.tables["evidence"]):
        documents = stated.setdefault((row["table"], row["record_id"]), [])
        if row["document_id"] not in documents:
            documents.append(row["document_id"])
    kinds = _classes(collection)
    entities = set(collection.tables["entities"]["entity_id"])
    for name, frame in collection.tables.items():
        if name in LEFT_OUT:
            continue
        table = collection.package.tables[name]
        for row in plain_rows(frame):
            node = _node(table, row, kinds)
            if outcome := row.get("outcome_id"):  # it can be an entity or an event
                of = "entities" if outcome in entities else "events"
                node[f"kq:columns/{name}.outcome_id"] = [{"id": record_iri(of, outcome)}]
            key = "|".join(str(row[column]) for column in table.primary_key)
            if sources := stated.get((name, key)):
                node["prov:hadPrimarySource"] = [
                    {"id": record_iri("documents", d)} for d in sources
                ]
            yield node


def _classes(collection: Collection) -> dict[Cell, Cell]:
    """Give the class of schema.org of each kind of entity that has one."""
    terms = plain_rows(collection.tables["terms"])
    return {row["term"]: row["schema_type"] for row in terms if row["schema_type"]}


def _node(table: Table, row: dict[str, Cell], kinds: dict[Cell, Cell]) -> Node:
    kind = TABLE_CLASSES.get(table.name, f"kq:tables/{table.name}")
    if table.name == "entities":
        kind = f"schema:{kinds.get(row['kind'], 'Thing')}"
    iri = record_iri(table.name, *(row[column] for column in table.primary_key))
    node: Node = {"id": iri, "type": [kind, "prov:Entity"]}
    keys = {key.fields[0]: key.table for key in table.foreign_keys if len(key.fields) == 1}
    for field in table.fields:
        if row[field.name] is None or (
            table.primary_key == (field.name,) and field.name not in keys
        ):
            continue  # nothing is stated, or it is the node's own id
        name, value = _property(table, field, row, keys.get(field.name))
        node.setdefault(name, []).append(value)
    if table.name == "names":
        node["@reverse"] = {"skosxl:altLabel": {"id": record_iri("entities", row["entity_id"])}}
    if table.name == "terms":
        node["skos:inScheme"] = {"id": record_iri("terms", row["vocabulary"])}
        node["skos:notation"] = row["term"]
    return node


def _property(
    table: Table, field: Field, row: dict[str, Cell], target: str | None
) -> tuple[str, Any]:
    """Give the property and the value that a cell stands for."""
    cell = row[field.name]
    stem, _, code = field.name.rpartition("_")
    column = stem if code in LANGUAGES else field.name
    name = PROPERTIES.get(f"{table.name}.{column}", f"kq:columns/{table.name}.{column}")
    value: Any = cell
    if code in LANGUAGES:
        value = {"@value": cell, "@language": code}
    elif table.name == "names" and column == "name":
        value = {"@value": cell, "@language": row["language"]}
    elif target:
        value = {"id": record_iri(target, cell)}
    elif field.name == "record_id":  # a row of whatever table the row names
        value = {"id": record_iri(str(row["table"]), *str(cell).split("|", 2))}
    elif field.vocabulary:
        value = {"id": record_iri("terms", field.vocabulary, cell)}
    elif field.name == "wikidata":
        value = {"id": f"wikidata:{cell}"}
    elif field.format == "edtf":
        value = {"@value": cell, "@type": "edtf:EDTF"}
    elif field.format == "uri":
        value = {"id": cell}
    elif field.type == "number":
        value = {"@value": f"{Decimal(str(cell)):f}", "@type": "xsd:decimal"}
    return name, value


def _annotations(collection: Collection) -> Iterator[Node]:
    """Say where a row is stated, and where an entity is mentioned."""
    digests = {
        row["document_id"]: row["sha256"] for row in plain_rows(collection.tables["documents"])
    }
    for row in plain_rows(collection.tables["evidence"]):
        table = collection.package.tables[str(row["table"])]
        key = str(row["record_id"]).split("|", len(table.primary_key) - 1)
        record = record_iri(table.name, *key)
        iri = record_iri("evidence", row["evidence_id"])
        node = _annotation(iri, record, "linking", row, digests)
        node["kq:columns/evidence.digest"] = row["digest"]
        if row["speaker_id"] is not None:
            node["kq:columns/evidence.speaker_id"] = {
                "id": record_iri("entities", row["speaker_id"])
            }
        yield node
    for row in plain_rows(collection.tables["mentions"]):
        iri = record_iri("mentions", row["document_id"], row["start"], row["end"])
        body = record_iri("entities", row["entity_id"])
        node = _annotation(iri, body, "identifying", row, digests)
        node["kq:columns/mentions.digest"] = row["digest"]
        node["kq:columns/mentions.form"] = row["form"]
        yield node


def annotation(iri: str, body: Any, motivation: str, text: str, span: tuple[Any, Any]) -> Node:
    """Give a Web Annotation of a span of a text: its IRI, its characters from and to."""
    start, end = span
    return {
        "id": iri,
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": {
            "id": f"{iri}/target" if "#" in iri else f"{iri}#target",
            "source": text,
            "selector": {"type": "TextPositionSelector", "start": start, "end": end},
        },
    }


def _annotation(
    iri: str, body: str, motivation: str, row: dict[str, Cell], digests: dict[Cell, Cell]
) -> Node:
    text = text_iri(digests[row["document_id"]])
    return annotation(iri, body, motivation, text, (row["start"], row["end"]))


def _definitions(collection: Collection, graph: list[Node]) -> Iterator[Node]:
    """Explain the vocabularies, and the properties and types of our own that are used."""
    for vocabulary in dict.fromkeys(collection.tables["terms"]["vocabulary"]):
        yield {"id": record_iri("terms", vocabulary), "type": "skos:ConceptScheme"}
    used = {name for node in graph for name in (*node, *node["type"]) if name.startswith("kq:")}
    for table in collection.package.tables.values():
        if f"kq:tables/{table.name}" in used:
            meaning = {"@value": table.description, "@language": "en"}
            yield {"id": f"kq:tables/{table.name}", "type": "rdfs:Class", "rdfs:comment": meaning}
        for field in table.fields:
            stem, _, code = field.name.rpartition("_")
            iri = f"kq:columns/{table.name}.{stem if code in LANGUAGES else field.name}"
            if iri in used:
                used.remove(iri)  # once, not once a language
                meaning = {"@value": field.description, "@language": "en"}
                yield {"id": iri, "type": "rdf:Property", "rdfs:comment": meaning}
