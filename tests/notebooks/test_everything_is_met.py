"""Every institution, treaty, mission, forum and initiative of the corpus is met by students."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import nbformat
import pytest

import kopjaqty as kq
from places import PROJECT

KINDS = [
    *("organization", "organ", "agency", "programme", "centre", "process"),
    *("treaty", "mission", "forum", "initiative"),
]
"""Kinds of entities that are institutions in the wide sense, and what they make."""


def course_notebooks() -> list[Path]:
    """Lessons and exercise sheets; the glossary lists everything and teaches nothing."""
    return sorted(
        path
        for folder in ("notebooks/en", "exercises/en", "exercises/solutions/en")
        for path in (PROJECT / folder).glob("[0-9]*.ipynb")
    )


def read_aloud(notebook: Path) -> str:
    """What a student reads of a notebook: its cells and the text of their outputs.

    Not what a widget holds: the whole network is in one, and nobody reads it through.
    """
    parts = []
    for cell in nbformat.read(notebook, as_version=4).cells:
        parts.append(cell.source)
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if not any("widget" in kind for kind in data):
                parts += [data.get("text/html", ""), data.get("text/plain", "")]
            parts.append(output.get("text", ""))
    return "\n".join(parts)


def not_met(texts: Iterable[str], things: dict[str, str]) -> list[str]:
    """Ids of which neither the id nor the name stands in any of the texts."""
    text = "\n".join(texts)
    words = set(re.findall(r"\w+", text))
    return [key for key, name in things.items() if key not in words and name not in text]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """What students read."""
    return [read_aloud(notebook) for notebook in course_notebooks()]


@pytest.mark.parametrize("kind", KINDS)
def test_every_entity_is_met(texts: list[str], kind: str) -> None:
    """Each thing of these kinds stands, by its id or name, in a lesson or an exercise."""
    entities = kq.load("entities")
    chosen = entities[entities["kind"] == kind]
    assert not_met(texts, dict(zip(chosen["entity_id"], chosen["name_en"], strict=True))) == []


def test_every_initiative_is_met(texts: list[str]) -> None:
    """Each row of the table of initiatives is met, whatever kind of entity it is."""
    ids = kq.load("initiatives")["initiative_id"]
    names = kq.load("entities").set_index("entity_id")["name_en"]
    assert not_met(texts, {each: names[each] for each in ids}) == []


def test_what_is_not_met_is_listed() -> None:
    """An id inside another word is not met; a name or an id by itself is."""
    things = {"un": "United Nations", "cica": "Conference on Interaction"}
    assert not_met(["unga and cica_summit"], things) == ["un", "cica"]
    assert not_met(["The United Nations", "`cica`"], things) == []
