"""No module is longer than 300 lines and no function than 40, but for those listed here."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from places import PROJECT

MODULE, FUNCTION = 300, 40
FOLDERS = ("lib", "tools", "tests")

SUBJECT = "all claims on one subject, with the helpers that they share"
LISTED = "a list in the form of calls or rows: nothing in it decides anything"

LONGER = {
    "lib/kopjaqty/cli.py": (344, "all commands in one place, as `kopjaqty --help` lists them"),
    "tools/setup_env.py": (330, "runs before anything is installed, so it is one file"),
    "tests/annotate/test_annotate.py": (469, SUBJECT),
    "tests/annotate/test_annotate_documents.py": (340, SUBJECT),
    "tests/browser/test_browser.py": (410, SUBJECT),
    "tests/browser/test_browser_forms.py": (409, SUBJECT),
    "tests/invented.py::_tables": (63, LISTED),
    "tests/library/test_dates.py": (380, SUBJECT),
    "tests/library/test_exports.py": (603, SUBJECT),
    "tests/library/test_matcher.py": (330, SUBJECT),
    "tests/library/test_near_copies.py": (354, SUBJECT),
    "tests/library/test_tables.py": (397, SUBJECT),
    "tests/pictures/test_timelines.py": (671, SUBJECT),
    "tests/project/test_packaging.py": (351, SUBJECT),
    "tests/project/test_setup.py": (349, SUBJECT),
    "tests/library/test_checks.py": (560, SUBJECT),
    "tests/sheets/test_exercise_answers.py": (613, SUBJECT),
    "tests/sheets/test_exercise_forms.py": (338, SUBJECT),
    "tests/sheets/test_exercise_sheets.py": (412, SUBJECT),
    "tests/sheets/test_exercises.py": (667, SUBJECT),
}
"""How long each of these may be, and why. A ceiling only comes down, with what it is over."""
ROOM = 10
"""So many lines below its ceiling a module is to have a lower one."""


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function: not its head, its docstring, and functions and classes within it."""
    statements = function.body[ast.get_docstring(function) is not None :]
    if not statements:
        return 0
    inner = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    within = sum(
        (each.end_lineno or 0) - each.lineno + 1 for each in statements if isinstance(each, inner)
    )
    return (function.end_lineno or 0) - statements[0].lineno + 1 - within


def too_long(project: Path) -> Iterator[tuple[str, int]]:
    """What is above a limit in a project, `path` or `path::function`, and how many lines it has."""
    for folder in FOLDERS:
        for path in sorted((project / folder).rglob("*.py")):
            name, text = path.relative_to(project).as_posix(), path.read_text(encoding="utf-8")
            if (lines := len(text.splitlines())) > MODULE:
                yield name, lines
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    lines = lines_of(node)
                    if lines > FUNCTION:
                        yield f"{name}::{node.name}", lines


def test_nothing_new_is_too_long() -> None:
    """Whatever is above a limit is listed with a reason, and is not above its ceiling."""
    above = {
        name: lines
        for name, lines in too_long(PROJECT)
        if name not in LONGER or lines > LONGER[name][0]
    }
    assert above == {}


def test_each_exception_is_still_needed() -> None:
    """A ceiling comes down with what it is over; what has become short leaves the list."""
    now = dict(too_long(PROJECT))
    too_high = {
        name: now.get(name)
        for name, (ceiling, _reason) in LONGER.items()
        if ceiling - now.get(name, 0) >= ROOM
    }
    assert too_high == {}


def test_contributing_says_these_limits() -> None:
    """The numbers that are held are those that contributors read."""
    text = " ".join((PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8").split())
    assert f"no module above {MODULE} lines, no function above {FUNCTION}" in text


@pytest.mark.parametrize(("more", "expected"), [(0, []), (1, [("lib/long.py", MODULE + 1)])])
def test_a_long_module_is_found(tmp_path: Path, more: int, expected: list[tuple[str, int]]) -> None:
    """One line above the limit is named; the limit itself is not."""
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib/long.py").write_text("x = 1\n" * (MODULE + more), encoding="utf-8")
    assert list(too_long(tmp_path)) == expected


@pytest.mark.parametrize(
    ("more", "expected"), [(0, []), (1, [("tests/long.py::work", FUNCTION + 1)])]
)
def test_a_long_function_is_found(
    tmp_path: Path, more: int, expected: list[tuple[str, int]]
) -> None:
    """Its statements count, a method's too; not its head, docstring or a function within."""
    inner = "        def inner():\n" + "            y = 2\n" * FUNCTION
    work = "        x = 1\n" * (FUNCTION + more)
    head = 'class A:\n    def work(\n        self,\n    ):\n        """Work.\n\n        """\n'
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/long.py").write_text(head + inner + work, encoding="utf-8")
    assert list(too_long(tmp_path)) == expected
