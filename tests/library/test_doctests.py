"""The examples in the docstrings are true."""

import doctest
import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

import kopjaqty
import kopjaqty_course
from kopjaqty.language import use_language

MODULES = sorted(
    module.name
    for package in (kopjaqty, kopjaqty_course)
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
