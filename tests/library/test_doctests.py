"""The examples in the docstrings are true, and what students and lessons call has one."""

from __future__ import annotations

import doctest
import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module

import pytest

import kopjaqty
import kopjaqty_course.exercises
from kopjaqty.language import use_language

MODULES = sorted(
    module.name
    for package in (kopjaqty, kopjaqty_course.exercises)
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    # The old place of `exercise` warns whoever comes; __main__ would run the command.
    if module.name not in ("kopjaqty.exercises", "kopjaqty.__main__")
)


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("MPLBACKEND", "agg")
    use_language("en")
    yield
    use_language("en")


@pytest.mark.parametrize("name", ["kopjaqty", *MODULES])
def test_examples(name: str) -> None:
    """Every example of the module gives the output that its docstring shows."""
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert doctest.testmod(import_module(name), optionflags=flags).failed == 0


# ---------------------------------------------------------------------- who must have one
PACKAGES = ("kopjaqty.tables", "kopjaqty.networks", "kopjaqty.corpus")
"""Where every public function has an example; so has every name of `kopjaqty`."""

Functions = list[tuple[str, object]]


def defined_in(name: str) -> Functions:
    """The public functions that a module defines itself, cached or not."""
    module = import_module(name)
    return [
        (f"{name}.{each}", value)
        for each, value in vars(module).items()
        if not each.startswith("_")
        and inspect.isroutine(inspect.unwrap(value))
        and value.__module__ == name
    ]


def public() -> Functions:
    """Every name that a reader of `kopjaqty` meets, and every public function of PACKAGES."""
    modules = [name for name in MODULES if f"{name}.".startswith(tuple(f"{p}." for p in PACKAGES))]
    front: Functions = [(f"kopjaqty.{name}", getattr(kopjaqty, name)) for name in kopjaqty.__all__]
    return front + [each for name in modules for each in defined_in(name)]


def without_example(functions: Functions) -> list[str]:
    """Those whose docstring shows no call of themselves with what it gives."""
    parser = doctest.DocTestParser()
    return [
        name
        for name, value in functions
        if not any(
            re.search(rf"\b{name.rpartition('.')[2]}\b", example.source)
            for example in parser.get_examples(inspect.getdoc(value) or "")
        )
    ]


def test_who_must_have_an_example_is_found() -> None:
    """Each module of the packages is looked through, and all that `kopjaqty` offers."""
    names = {name for name, _value in public()}
    homes = {name.rpartition(".")[0] for name in names}
    assert {f"kopjaqty.{name}" for name in kopjaqty.__all__} <= names
    assert {"kopjaqty.tables.load", "kopjaqty.networks.views.project"} <= names
    assert {"kopjaqty.networks.edges", "kopjaqty.corpus", "kopjaqty.corpus.words"} <= homes


def test_every_public_function_shows_its_use() -> None:
    """In its docstring stands at least one example that calls it; `test_examples` runs it."""
    assert without_example(public()) == []


def test_a_function_without_an_example_is_found() -> None:
    """No docstring, no example in it, or one of something else: each is named."""

    def bare() -> None: ...

    def told() -> None:
        """Tell."""

    def other() -> None:
        """Show something else.

        >>> len("x")
        1
        """

    def shown() -> None:
        """Show.

        >>> shown()
        """

    functions: Functions = [(f"here.{each.__name__}", each) for each in (bare, told, other, shown)]
    assert without_example(functions) == ["here.bare", "here.told", "here.other"]
