"""Write the made blocks of data/README.md, from the data; all else there is written by hand."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kopjaqty import store
from kopjaqty_course.making.blocks import with_blocks
from kopjaqty_course.making.project import PROJECT

DATA = PROJECT / "data"
README = DATA / "README.md"
READINGS = PROJECT / "tests" / "readings"

ReadingRow = Mapping[str, str]


def read_readings(name: str) -> list[dict[str, str]]:
    """Read what both readers entered, as dicts of text: no table of the collection."""
    with (READINGS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_package() -> dict[str, Any]:
    """Read the descriptor."""
    package: dict[str, Any] = json.loads(
        (PROJECT / "data" / "datapackage.json").read_text(encoding="utf-8")
    )
    return package


def table_line(cells: list[str]) -> str:
    """One line of a Markdown table."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def markdown_table(head: list[str], rows: list[list[str]]) -> str:
    """Write a Markdown table."""
    lines = [table_line(head), "|" + " --- |" * len(head), *map(table_line, rows)]
    return "\n".join(lines)


def write_counts() -> str:
    """Tables, rows, pointers."""
    evidence = store.rows("evidence", DATA)
    rows = [
        [
            f"[`{table['name']}`](#{table['name']})",
            str(table["rows"]),
            str(sum(row["table"] == table["name"] for row in evidence)),
            table["description"],
        ]
        for table in read_package()["resources"]
    ]
    return markdown_table(["table", "rows", "pointers", "what it holds"], rows)


def write_documents() -> str:
    """The documents and how far each is coded."""
    evidence = store.rows("evidence", DATA)
    segments = store.rows("segments", DATA)
    rows = []
    for document in store.rows("documents", DATA):
        name = document["document_id"]
        own = [row for row in segments if row["document_id"] == name]
        rows.append(
            [
                f"`{name}`",
                document["title_en"],
                document["date"],
                document["genre"],
                document["characters"],
                str(len(own)),
                str(sum(bool(row["nothing_stated"]) for row in own)),
                str(sum(row["document_id"] == name for row in evidence)),
            ]
        )
    head = ["document", "title", "date", "genre", "characters", "sentences"]
    return markdown_table([*head, "of these, nothing stated", "pointers"], rows)


def write_dictionary() -> str:
    """Every table and column, as the descriptor has it."""
    parts = []
    for table in read_package()["resources"]:
        schema = table["schema"]
        keys = {
            name: key["reference"]["resource"] or table["name"]  # "" is the table itself
            for key in schema.get("foreignKeys", [])
            for name in key["fields"]
        }
        rows = []
        for field in schema["fields"]:
            constraints = field.get("constraints", {})
            sort = "EDTF date" if field.get("rdfType", "").endswith("EDTF") else field["type"]
            if "vocabulary" in field:
                sort = f"term of [{field['vocabulary']}](#{field['vocabulary']})"
            if field["name"] in keys:
                sort = f"id in `{keys[field['name']]}`"
            if "enum" in constraints:
                sort = "one of " + ", ".join(f"`{value}`" for value in constraints["enum"])
            needed = "always" if constraints.get("required") else "may be empty"
            rows.append([f"`{field['name']}`", sort, needed, field["description"]])
        key = ", ".join(f"`{name}`" for name in schema["primaryKey"])
        parts.append(
            f"### {table['name']}\n\n{table['description']} Key: {key}.\n\n"
            + markdown_table(["column", "type", "filled", "meaning"], rows)
        )
    return "\n\n".join(parts)


def write_vocabularies() -> str:
    """Every vocabulary with its definitions."""
    terms = store.rows("terms", DATA)
    parts = []
    for vocabulary in dict.fromkeys(row["vocabulary"] for row in terms):
        own = sorted(
            (row for row in terms if row["vocabulary"] == vocabulary),
            key=lambda row: int(row["order"]),
        )
        rows = [
            [f"`{r['term']}`", r["label_en"], r["label_kk"], r["label_ru"], r["definition_en"]]
            for r in own
        ]
        head = ["term", "English", "Kazakh", "Russian", "meaning"]
        parts.append(f"### {vocabulary}\n\n" + markdown_table(head, rows))
    return "\n\n".join(parts)


def overlap(one: ReadingRow, other: ReadingRow) -> bool:
    """Whether two passages of one document share a character."""
    return (
        one["document_id"] == other["document_id"]
        and int(one["start"]) < int(other["end"])
        and int(other["start"]) < int(one["end"])
    )


SAME: dict[str, tuple[str, Callable[[ReadingRow, ReadingRow], bool]]] = {
    "entities": (
        "the same thing in the same document",
        lambda a, b: (a["entity_id"], a["document_id"]) == (b["entity_id"], b["document_id"]),
    ),
    "relations": (
        "the same two things tied in the same document",
        lambda a, b: (
            {a["subject_id"], a["object_id"]} == {b["subject_id"], b["object_id"]}
            and a["document_id"] == b["document_id"]
        ),
    ),
    "events": ("an event with an overlapping passage", overlap),
    "quantities": (
        "the same number with an overlapping passage",
        lambda a, b: a["value"] == b["value"] and overlap(a, b),
    ),
    "positions": ("a position with an overlapping passage", overlap),
}


def write_agreement() -> str:
    """How much of each reading the other has."""
    rows = []
    for name, (rule, same) in SAME.items():
        both = read_readings(name)
        first = [row for row in both if row["reading"] == "first"]
        second = [row for row in both if row["reading"] == "second"]
        matched = sum(any(same(a, b) for b in second) for a in first)
        back = sum(any(same(b, a) for a in first) for b in second)
        rows.append(
            [
                name,
                rule,
                f"{matched} of {len(first)} ({matched / len(first):.0%})",
                f"{back} of {len(second)} ({back / len(second):.0%})",
            ]
        )
    head = ["table", "counted as the same", "first reading, found in the second"]
    return markdown_table([*head, "second reading, found in the first"], rows)


VERDICTS = ("lost", "added", "not_stated", "other_words", "readers_slip")


def write_gist_trial() -> str:
    """What somebody who had only the gists recovered of each sentence, and what not."""
    counts = Counter((row["field"], row["verdict"]) for row in read_readings("gists"))
    rows = [
        [field, *(str(counts[field, verdict]) for verdict in VERDICTS)]
        for field in ("speaker", "numbers", "dates", "status", "negated", "hedged", "content")
    ]
    columns = ["lost", "added", "the sentence leaves it open", "the same in other words"]
    return markdown_table(["of each sentence", *columns, "the reader's slip"], rows)


README_PARTS = {
    "counts": write_counts,
    "documents": write_documents,
    "agreement": write_agreement,
    "gists": write_gist_trial,
    "dictionary": write_dictionary,
    "vocabularies": write_vocabularies,
}


def rewrite(text: str) -> str:
    """Give the text with every made block made anew."""
    return with_blocks(text, README_PARTS)


def made() -> dict[Path, str]:
    """The file as it should be."""
    return {README: rewrite(README.read_text(encoding="utf-8"))}
