"""A tiny collection, right in every respect, that a test may break in one."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

from places import PROJECT

DESCRIPTOR = PROJECT / "data" / "datapackage.json"

A = "a" * 16
# Two documents of three invented sentences each: words at 0-4, 5-9; 11-14, 15-19; 21-29.
SEGMENTS = [
    ("1", "0", "10", "2", "0-4 5-9"),
    ("2", "11", "20", "2", "0-3 4-8"),
    ("3", "21", "30", "1", "0-8"),
]
VOCABULARIES = {
    "date_basis": "explicit computed undated",
    "discrepancy_kind": "between_documents public_record",
    "effect": "date name",
    "entity_kind": "organization organ city country initiative person",
    "event_status": "happened planned",
    "event_type": "summit adoption",
    "field": "ecology",
    "genre": "speech interview",
    "group": "bodies places people proposals",
    "measure": "members",
    "name_type": "full short variant",
    "nothing_stated": "heading",
    "predicate": "member_of organ_of",
    "relation_status": "stated planned",
    "role": "host guest object",
    "stage": "proposed adopted",
    "topic": "peace",
    "unit": "states",
}
PLACE = {"group": "places", "counts_as": "place"}
PLANNED = {"line": "dashed", "label_en": "Planned or proposed"}
SAID = {
    ("entity_kind", "city"): PLACE,
    ("entity_kind", "country"): PLACE,
    ("entity_kind", "initiative"): {"group": "proposals"},
    ("entity_kind", "organ"): {"group": "bodies"},
    ("entity_kind", "organization"): {"group": "bodies"},
    ("entity_kind", "person"): {"group": "people"},
    ("event_status", "happened"): {"line": "solid", "counts_as": "fact"},
    ("event_status", "planned"): PLANNED,
    ("group", "bodies"): {"colour_role": "hue_1", "label_en": "Organizations and organs"},
    ("group", "people"): {"colour_role": "hue_4", "label_en": "People, offices, state bodies"},
    ("group", "places"): {"colour_role": "hue_3", "label_en": "Countries, regions, places"},
    ("group", "proposals"): {"colour_role": "hue_6", "label_en": "Initiatives and observances"},
    ("predicate", "organ_of"): {"structural": "true"},
    ("effect", "date"): {"counts_as": "doubt"},
    ("event_type", "adoption"): {"counts_as": "act", "brings_stage": "adopted"},
    ("role", "object"): {"counts_as": "object"},
    ("relation_status", "planned"): PLANNED,
    ("relation_status", "stated"): {"line": "solid", "counts_as": "fact"},
}
"""What the columns of terms that few rows fill say of some."""
KINDS = {"member_of": ("country", "organization"), "organ_of": ("organ", "organization organ")}
ENTITIES = {
    "almaty": ("city", "kazakhstan", "Almaty"),
    "council": ("organ", "league", "Council"),
    "day": ("initiative", "", "Day"),
    "kazakhstan": ("country", "", "Kazakhstan"),
    "league": ("organization", "", "League, The"),
    "namibia": ("country", "", "Namibia"),
    "speaker": ("person", "", "Speaker"),
}


def columns_of(table: str) -> list[str]:
    """Give the columns of a table in their order."""
    described = json.loads(DESCRIPTOR.read_text(encoding="utf-8"))["resources"]
    fields = next(each["schema"]["fields"] for each in described if each["name"] == table)
    return [field["name"] for field in fields]


def _terms() -> list[str]:
    rows, columns = [], columns_of("terms")
    for vocabulary, terms in VOCABULARIES.items():
        orders = {term: order for order, term in enumerate(terms.split(), start=1)}
        for term in sorted(orders):
            row = {"vocabulary": vocabulary, "term": term, "definition_en": "Meaning"}
            row |= {f"label_{code}": f"Label of {term}" for code in ("en", "kk", "ru")}
            row["order"] = str(orders[term])
            row["subject_kinds"], row["object_kinds"] = KINDS.get(term, ("", ""))
            row |= SAID.get((vocabulary, term), {})
            cells = [row.get(column, "") for column in columns]
            rows.append(",".join(f'"{cell}"' if "," in cell else cell for cell in cells))
    return rows


def _entities() -> list[str]:
    codes = {"kazakhstan": "KZ", "namibia": "NA"}
    items = {"league": "Q1065"}
    return [
        f'{i},{kind},{parent},"{name}","{name}","{name}",One,Бір,Один,'
        f"{items.get(i, '')},{codes.get(i, '')},,"
        for i, (kind, parent, name) in ENTITIES.items()
    ]


def _names() -> list[str]:
    rows = [
        f'{i},{language},"{name}",full,true,,'
        for i, (_, _, name) in ENTITIES.items()
        for language in ("en", "kk", "ru")
    ]
    return sorted([*rows, "league,kk,Лига,variant,false,speech,"], key=_names_key)


def _names_key(row: str) -> list[str]:
    return next(csv.reader([row]))[:3]


def _evidence() -> list[str]:
    records = [
        *(("entities", i) for i in ENTITIES if i != "kazakhstan"),  # it only locates Almaty
        ("names", "league|kk|Лига"),
        ("events", "meeting"),
        ("participants", "meeting|kazakhstan|host"),
        ("relations", "r0001"),
        ("relations", "r0002"),
        ("initiatives", "day"),
        ("quantities", "q001"),
        ("positions", "p001"),
        ("discrepancies", "two_years"),
        ("events", "proclaimed"),
        ("participants", "proclaimed|day|object"),
    ]
    return [
        f"e{n:04},{table},{record},speech,5,19,{A},speaker"
        for n, (table, record) in enumerate(records, start=1)
    ]


ROWS = {
    "documents": [
        f"{name},Атауы,Title,Название,,{author},2025-09-23,explicit,{genre},30,3,{digit * 64},"
        "https://example.org/a,,"
        for name, author, genre, digit in (
            ("interview", "speaker", "interview", "1"),
            ("speech", "", "speech", "2"),
        )
    ],
    "segments": [
        f"{document},{n},{start},{end},{words},{A},{spans},,,,"
        # the passages of all rows stand in the first two sentences of the speech
        f"{'' if document == 'speech' and n != '3' else 'heading'}"
        for document in ("interview", "speech")
        for n, start, end, words, spans in SEGMENTS
    ],
    "entities": _entities(),
    "names": _names(),
    "turns": ["speech,5,19,speaker"],
    "events": [
        "meeting,,2016~,computed,happened,summit,almaty,Meeting,Кездесу,Встреча",
        "proclaimed,meeting,2017/2018,explicit,happened,adoption,,Day,Күн,День",
    ],
    "participants": ["meeting,kazakhstan,host", "proclaimed,day,object"],
    "relations": [
        "r0001,kazakhstan,member_of,league,1992-03-02,stated,",
        "r0002,council,organ_of,league,,planned,",
    ],
    "initiatives": ["day,ecology,league,adopted"],
    "quantities": ["q001,league,members,12.5,>=,states,2024,Members,Мүшелер,Члены"],
    "positions": ["p001,speaker,peace,Claim,Пікір,Мнение"],
    "discrepancies": ["two_years,between_documents,none,Sum,Қысқа,Итог,,,,,,,low"],
    "concerns": ["two_years,relations,r0001,date,date"],
    "retired": ["guild,entities,0.0.2,league"],
    "evidence": _evidence(),
    "mentions": [f"speech,0,4,league,{A},named", f"speech,5,9,council,{A},nominal"],
    "terms": _terms(),
}


def make_package(folder: Path, rows: dict[str, list[str]] | None = None) -> Path:
    """Write the tiny collection, with some tables' rows replaced, and note its hashes."""
    described = json.loads(DESCRIPTOR.read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    for resource in described["resources"]:
        name = resource["name"]
        header = ",".join(field["name"] for field in resource["schema"]["fields"])
        lines = (rows or {}).get(name, ROWS[name])
        (folder / f"{name}.csv").write_bytes("\n".join([header, *lines, ""]).encode())
    note(folder, described)
    return folder


def note(folder: Path, described: dict[str, Any] | None = None) -> None:
    """Note rows, bytes and hash of every file, right or wrong, in the descriptor."""
    path = folder / "datapackage.json"
    described = described or json.loads(path.read_text(encoding="utf-8"))
    for resource in described["resources"]:
        content = (folder / resource["path"]).read_bytes()
        text = content.decode(errors="replace")
        resource["rows"] = sum(1 for _ in csv.reader(io.StringIO(text, newline=""))) - 1
        resource["bytes"] = len(content)
        resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")
