"""The examples in the docstrings are true."""

import doctest
import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

import kopjaqty
from kopjaqty.language import use_language

MODULES = sorted(
    ["kopjaqty", *(m.name for m in pkgutil.walk_packages(kopjaqty.__path__, "kopjaqty."))]
)


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("MPLBACKEND", "agg")
    use_language("en")
    yield
    use_language("en")


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("__main__")])
def test_examples(name: str) -> None:
    """Every example of the module gives the output that its docstring shows."""
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert doctest.testmod(import_module(name), optionflags=flags).failed == 0
