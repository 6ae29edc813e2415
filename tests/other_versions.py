"""What a notebook tells, without the looks that another version of a package may change.

``outputs_of`` gives each code cell's outputs as words and numbers; ``changes`` compares two runs.
Of a picture its presence and its alternative text are told, of a widget the words and
numbers of its state: where a curve runs is a matter of a few tenths between releases.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas as pd
from packaging.version import Version

from places import PROJECT

# The place of what a cell does not show: the states of the widgets.
WIDGETS = -1
# What pandas 3.0 writes and 3.1 does not, seen by a person; rows and numbers are the same.
# Where two indexes meet, in `pd.DataFrame({…})` and in `.loc[…]`, the result's has another name.
BEFORE_PANDAS_31 = {
    "notebooks/en/09_host_and_develop.ipynb": ["+ stage", "+ stage"],  # as text, as HTML
    "notebooks/en/10_speak_as_a_middle_power.ipynb": ["- entity_id", "+ speaker_id"] * 3,
}


class _Words(HTMLParser):
    """Collects the words that a reader meets in a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Tell that a picture is there, and what its attributes say in words."""
        if tag in ("img", "svg"):
            self.words.append(f"<{tag}>")
        for name, value in attrs:
            if name in ("alt", "aria-label", "title"):
                self.words += (value or "").split()

    def handle_data(self, data: str) -> None:
        """Take the words of a text."""
        self.words += data.split()


def words_of_html(html: str) -> list[str]:
    """The words, and the pictures' places, in the order of the page."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return parser.words


def words_of(kind: str, content: Any) -> Iterator[str]:
    """What one form of an output tells."""
    if kind == "text/html":
        yield from words_of_html(content)
    elif kind.startswith("image/"):
        yield f"<{kind}>"
    elif isinstance(content, str):
        yield from content.split()
    else:
        yield json.dumps(content, sort_keys=True, ensure_ascii=False)


def words_of_state(value: Any) -> Iterator[str]:
    """What a widget's state tells: its texts and numbers, without the drawing."""
    if isinstance(value, dict):
        for key in sorted(value):
            yield key
            yield from words_of_state(value[key])
    elif isinstance(value, list):
        for each in value:
            yield from words_of_state(each)
    elif isinstance(value, str) and "<" in value:
        yield from words_of_html(value)
    else:
        yield json.dumps(value, ensure_ascii=False)


def outputs_of(notebook: Any) -> dict[int, list[str]]:
    """The words of each code cell, counted from 0, and of the widgets."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    words: dict[int, list[str]] = {}
    for number, cell in enumerate(code):
        words[number] = here = []
        for output in cell.outputs:
            if output.output_type == "stream":
                here += [f"<{output.name}>", *output.text.split()]
            for kind, content in sorted(output.get("data", {}).items()):
                here += [f"<{kind}>", *words_of(kind, content)]
    words[WIDGETS] = list(words_of_state(notebook.metadata.get("widgets", {})))
    return words


def changes(saved: Any, fresh: Any) -> dict[int, list[str]]:
    """For each cell that tells something else: its words, with - those saved, + those fresh."""
    before, after = outputs_of(saved), outputs_of(fresh)
    assert before.keys() == after.keys()
    return {
        cell: [line for line in difflib.ndiff(before[cell], after[cell]) if line[0] in "-+"]
        for cell in before
        if before[cell] != after[cell]
    }


def accepted(notebook: Path) -> list[list[str]]:
    """What a person has looked at and accepts of the pandas that is installed, cell by cell."""
    if Version(pd.__version__) >= Version("3.1"):
        return []
    words = BEFORE_PANDAS_31.get(notebook.relative_to(PROJECT).as_posix())
    return [words] if words else []
