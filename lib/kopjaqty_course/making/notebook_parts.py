"""The parts of a notebook that the rules of lint.py look at."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any


def code_cells(notebook: Any) -> Iterator[tuple[int, Any]]:
    """The code cells, each with its place among all cells, counted from 1."""
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "code":
            yield number, cell


def outputs(notebook: Any) -> Iterator[tuple[int, Any]]:
    """The outputs, each with the number of its cell."""
    for number, cell in code_cells(notebook):
        for output in cell.outputs:
            yield number, output


def shown_texts(output: Any) -> Iterator[str]:
    """The texts of an output; pictures in base64 are none."""
    if output.output_type == "stream":
        yield output.text
    for kind, content in output.get("data", {}).items():
        if kind.startswith("image/") and kind != "image/svg+xml":
            continue
        yield content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    yield json.dumps(output.get("metadata", {}), ensure_ascii=False)


def called(source: str) -> Iterator[tuple[str, ast.Call]]:
    """The calls in a cell, each with the name called: ``plt.plot`` → ``"plt.plot"``."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return  # reported by plain_python
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


class Pictures(HTMLParser):
    """Counts the pictures of an HTML text that a screen reader could not name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.without_alt = 0
        self._svg_open: list[bool] = []
        self.feed(text)
        self.close()
        self.without_alt += self._svg_open.count(False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look whether a picture that begins here has a name."""
        given = {name for name, value in attrs if value and value.strip()}
        hidden = ("aria-hidden", "true") in attrs
        if tag == "img" and "alt" not in given:
            self.without_alt += 1
        elif tag == "svg":
            self._svg_open.append(hidden or bool(given & {"aria-label", "aria-labelledby"}))
        elif tag == "title" and self._svg_open:
            self._svg_open[-1] = True

    def handle_endtag(self, tag: str) -> None:
        """Count a drawing that ended without a title."""
        if tag == "svg" and self._svg_open and not self._svg_open.pop():
            self.without_alt += 1
