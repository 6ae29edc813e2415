"""One name, one thing: modules, types and shared constants of the two packages."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from places import PROJECT

ALLOWED: dict[str, str] = {
    "exercises": "kopjaqty.exercises stands for kopjaqty_course.exercises until the next release",
}
"""Names that stand twice, and why."""

Homes = dict[str, list[str]]


def sources(folder: Path) -> Iterator[tuple[str, ast.Module]]:
    """Each Python file of a folder, by its path there, parsed."""
    for path in sorted(folder.rglob("*.py")):
        yield path.relative_to(folder).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def twice(homes: Homes) -> Homes:
    """What stands in more than one place, and is not allowed to."""
    return {name: at for name, at in homes.items() if len(at) > 1 and name not in ALLOWED}


def modules(folder: Path) -> Homes:
    """Where each name of a module or package stands."""
    homes: Homes = defaultdict(list)
    for path, _tree in sources(folder):
        whole = path.removesuffix(".py").removesuffix("/__init__")
        homes[whole.rpartition("/")[2]].append(path)
    return homes


def assigned(tree: ast.Module) -> Iterator[str]:
    """The names that a module gives to values."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            yield from (name.id for name in names if isinstance(name, ast.Name))


def types(folder: Path) -> Homes:
    """Where each public class, or other name of a type, is defined."""
    homes: Homes = defaultdict(list)
    for path, tree in sources(folder):
        classes = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
        for name in [*classes, *assigned(tree)]:
            if re.match("[A-Z][a-z]", name):
                homes[name].append(path)
    return homes


def shared_constants(folder: Path) -> Homes:
    """Where each constant is defined that some other module imports."""
    homes: Homes = defaultdict(list)
    imported = set()
    for path, tree in sources(folder):
        for name in assigned(tree):
            if re.fullmatch("[A-Z][A-Z0-9_]+", name):
                homes[name].append(path)
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                imported |= {alias.name for alias in node.names}
    return {name: at for name, at in homes.items() if name in imported}


@pytest.mark.parametrize("find", [modules, types, shared_constants])
def test_each_name_stands_once(find) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Whoever reads a name in one module need not ask which of two things it is."""
    homes = find(PROJECT / "lib")
    assert len(homes) > 20
    assert twice(homes) == {}


def test_each_exception_is_still_needed() -> None:
    """What is allowed to stand twice does."""
    lib = PROJECT / "lib"
    everything = [*modules(lib).items(), *types(lib).items(), *shared_constants(lib).items()]
    assert {name for name, at in everything if len(at) > 1} == set(ALLOWED)


@pytest.mark.parametrize(
    ("find", "more", "name"),
    [
        (modules, {"one/rows.py": "", "two/rows.py": ""}, "rows"),
        (modules, {"one/rows.py": "", "two/rows/__init__.py": ""}, "rows"),
        (types, {"a.py": "class Part: ...", "b.py": "Part = tuple[int, int]"}, "Part"),
        (
            shared_constants,
            {"a.py": "KINDS = 1", "b.py": "KINDS: int = 2", "c.py": "from a import KINDS"},
            "KINDS",
        ),
    ],
)
def test_a_name_that_stands_twice_is_found(find, more, name, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """A second module, class or type, or a constant beside one that is imported, is named."""
    for path, text in more.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert set(twice(find(tmp_path))) == {name}
