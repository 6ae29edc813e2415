"""What code uses, and what a student has been taught by the end of a lesson."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat

from kopjaqty_course.making.headers import read_course

COURSE = read_course()
LESSONS = COURSE["lessons"]

SYNTAX = {
    ast.JoinedStr: "python.f-string",
    ast.ListComp: "python.list-comprehension",
    ast.SetComp: "python.set-comprehension",
    ast.DictComp: "python.dict-comprehension",
    ast.GeneratorExp: "python.generator-expression",
    ast.FunctionDef: "python.def",
    ast.Lambda: "python.lambda",
    ast.While: "python.while",
    ast.With: "python.with",
    ast.Try: "python.try",
}
ATTRIBUTES = {"loc", "iloc", "at", "str", "dt", "cat"}
"""What is used without being called."""


def sources(notebook: Path) -> str:
    """The code of a lesson, as one program."""
    cells = nbformat.read(notebook, as_version=4).cells
    return "\n".join(cell.source for cell in cells if cell.cell_type == "code")


def imported(tree: ast.AST) -> dict[str, str]:
    """What each imported name stands for: {"pd": "pandas", "hierarchy": "kopjaqty.…"}."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                whole = alias.name if alias.asname else alias.name.partition(".")[0]
                names[alias.asname or whole] = whole
        elif isinstance(node, ast.ImportFrom):
            names |= {
                alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names
            }
    return names


def used(code: str) -> Iterator[str]:
    """Functions and syntax that code uses: whole names where imports tell, else ".method"."""
    tree = ast.parse(code)
    modules = imported(tree)
    own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(tree):
        if type(node) in SYNTAX:
            yield SYNTAX[type(node)]
        elif isinstance(node, ast.Attribute) and node.attr in ATTRIBUTES:
            yield f".{node.attr}"
        elif isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            first, _, rest = name.partition(".")
            if first in modules and re.fullmatch(r"[\w.]+", name):
                yield f"{modules[first]}.{rest}".rstrip(".")
            elif isinstance(node.func, ast.Attribute):
                yield f".{node.func.attr}"
            elif isinstance(node.func, ast.Name) and name not in own:
                yield f"builtins.{name}"


def is_among(use: str, names: list[str]) -> bool:
    """Whether a use is covered: a method by its name alone, for its owner is not known."""
    if use.startswith("."):
        return any(name.endswith(use) and name.count(".") > 1 for name in names)
    return use in names


def taught_by(lesson: dict[str, Any]) -> list[str]:
    """What is known by the end of a lesson."""
    upto = LESSONS[: int(lesson["number"]) + 1]
    return [*COURSE["known"], *(name for row in upto for name in row["introduces"])]
