"""Find code whose answer depends on the order of equals, which nobody stated.

Read as text, nothing is run: a method is known by its name alone. ``reviewed_choices.csv``
lists what was looked at and may stay, each with its reason.
"""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

REVIEWED = Path(__file__).resolve().parent / "reviewed_choices.csv"
ORDERING = {"sort_values", "value_counts", "sorted", "most_common"}
FIRST = {"idxmax", "idxmin", "argmax", "argmin"}
STABLE = {"'stable'", "'mergesort'"}
KEPT = {"list", "tuple", "enumerate", "join"}

Finding = tuple[int, str, str]
"""A line, the code there, and what is wrong with it."""


def choices_among_equals(source: str) -> Iterator[Finding]:
    """Find what picks or orders equals by chance; lines are counted from 1."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return
    ordered = _names_of_ordered(tree)
    for node in ast.walk(tree):
        expression: ast.AST = node
        problem = ""
        if isinstance(node, ast.Call):
            problem = _of_call(node, ordered)
        elif isinstance(node, ast.Subscript):
            problem = _of_slice(node, ordered)
        elif isinstance(node, (ast.For, ast.comprehension)) and _is_set(node.iter):
            expression, problem = node.iter, "a set has no order: sort it"
        if problem and isinstance(expression, ast.expr):
            yield expression.lineno, ast.unparse(expression), problem


def unreviewed(source: str, file: str | None = None) -> Iterator[Finding]:
    """Find what `choices_among_equals` does and nobody has looked at, in one file or in any."""
    seen = {row["code"] for row in reviewed() if file in (None, row["file"])}
    return (choice for choice in choices_among_equals(source) if choice[1] not in seen)


@cache
def reviewed() -> tuple[dict[str, str], ...]:
    """Read the list of what may stay: file, code, reason."""
    with REVIEWED.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _of_call(call: ast.Call, ordered: set[str]) -> str:
    name = _name(call)
    given = {word.arg: ast.unparse(word.value) for word in call.keywords}
    stable = given.get("kind") in STABLE or given.get("stable") == "True"
    of_numpy = ast.unparse(call.func).startswith(("np.", "numpy."))
    of_set = bool(call.args) and _is_set(call.args[0])
    problems = {
        'equals in any order: a second key, or kind="stable"': (
            name == "sort_values" and not stable and not _several_keys(call)
        ),
        'equals in any order: kind="stable"': (
            not stable and (name == "argsort" or (name == "sort" and of_numpy))
        ),
        'cuts among equals: keep="all"': (
            name in {"nlargest", "nsmallest"} and given.get("keep") != "'all'"
        ),
        "cuts among equals: a threshold": (
            name == "most_common" and bool(call.args or call.keywords)
        ),
        'cuts among equals: a threshold, or nlargest with keep="all"': (
            name in {"head", "tail"} and _is_ordered(_owner(call), ordered)
        ),
        "one of several equals: show all, or decide by a second key": (
            name in FIRST or (name in {"max", "min"} and _has_one_key(call))
        ),
        "a set has no order: sort it": (
            of_set and (name in KEPT or (name in {"sorted", "max", "min"} and "key" in given))
        ),
    }
    return next((problem for problem, is_there in problems.items() if is_there), "")


def _of_slice(node: ast.Subscript, ordered: set[str]) -> str:
    """Find `[:5]` and `.iloc[0]` of something that was sorted by a part of it."""
    owner = node.value
    if isinstance(owner, ast.Attribute) and owner.attr in {"iloc", "index"}:
        owner = owner.value
    whole = isinstance(node.slice, ast.Slice) and not (node.slice.lower or node.slice.upper)
    numbered = isinstance(node.slice, (ast.Slice, ast.Constant, ast.UnaryOp))
    text = isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str)
    if numbered and not whole and not text and _is_ordered(owner, ordered):
        return "cuts among equals: a threshold, or all of them"
    return ""


def _is_ordered(node: ast.expr | None, ordered: set[str]) -> bool:
    """Tell whether something stands in an order that can have equals."""
    if isinstance(node, ast.Name):
        return node.id in ordered
    if not isinstance(node, ast.Call) or (name := _name(node)) not in ORDERING:
        return False
    # Of whole things sorted, equals are the same; of several keys, the last decides.
    return _has_one_key(node) if name == "sorted" else not _several_keys(node)


def _names_of_ordered(tree: ast.AST) -> set[str]:
    """Give the names that something in such an order is given to, and nothing else is."""
    given: dict[str, list[bool]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            given.setdefault(node.targets[0].id, []).append(_is_ordered(node.value, set()))
    return {name for name, every in given.items() if all(every)}


def _name(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _owner(call: ast.Call) -> ast.expr | None:
    return call.func.value if isinstance(call.func, ast.Attribute) else None


def _several_keys(call: ast.Call) -> bool:
    by = [word.value for word in call.keywords if word.arg == "by"] or call.args[:1]
    return bool(by) and isinstance(by[0], (ast.List, ast.Tuple)) and len(by[0].elts) > 1


def _has_one_key(call: ast.Call) -> bool:
    """Tell whether ``key=`` gives one thing; a tuple is taken to end in what tells all apart."""
    for word in call.keywords:
        if word.arg == "key":
            value = word.value.body if isinstance(word.value, ast.Lambda) else word.value
            return not isinstance(value, ast.Tuple)
    return False


def _is_set(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in {"set", "frozenset"}
    return isinstance(node, (ast.Set, ast.SetComp))
