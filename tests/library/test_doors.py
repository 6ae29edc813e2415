"""Every public function × every parameter × every wrong value: our error, never Python's own.

What is public is read from `__all__`, the parameters from the signatures: a new function or
parameter is tried by itself. Whatever is not listed in FITTING has to be refused.
"""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd
import pytest
from matplotlib.figure import Figure as Canvas

import kopjaqty as kq
from kopjaqty.corpus import read_texts
from kopjaqty.errors import KopjaqtyError, shown
from kopjaqty.matcher.name_forms import read_forms

MODULES = (
    "kopjaqty",
    *(f"kopjaqty.{name}" for name in ("networks", "corpus", "drawings", "timelines", "dates")),
    *(f"kopjaqty.{name}" for name in ("matcher", "exports", "explorers", "style")),
    "kopjaqty_course.exercises",
)

RELATIONS = kq.build_network(predicates=["closed", "member_of"])
TABLE = kq.load("discrepancies")


def wrong_values() -> dict[str, Any]:
    """Give what is right for a few arguments and wrong for all others."""
    return {
        "None": None,
        "a bool": True,
        "a number": 3,
        "a negative number": -1,
        "a fraction": 0.5,
        "NaN": float("nan"),
        "an empty text": "",
        "a text": "no such thing",
        "bytes": b"bytes",
        "a list": [3, None],
        "a tuple": ("un", "un"),
        "a dict": {"un": 3},
        "a set": {7},
        "a table": TABLE,
        "a column": TABLE["kind"],
        "a graph": RELATIONS,
        "another's graph": nx.path_graph(3),
        "Axes": Canvas(figsize=(15, 15)).add_subplot(),
        "a function": len,
        "an object": object(),
    }


# A right value of each parameter that has to be given, by its name, or by function and name.
RIGHT: dict[str, Callable[[], Any]] = {
    "a": lambda: "1992",
    "b": lambda: "1993",
    "alt": lambda: "A square.",
    "code": kq.language,
    "drawn": lambda: RELATIONS,
    "figure.drawn": lambda: kq.draw_network(RELATIONS),
    "file_format": lambda: "gexf",
    "forms": lambda: read_forms()[:9],
    "graph": lambda: RELATIONS,
    "kind": lambda: "city",
    "names": lambda: None,
    "node": lambda: "kazakhstan",
    "number": lambda: "03",
    "onto": lambda: "entities",
    "out": lambda: "network.gexf",
    "pairs": lambda: [("yes", "no")],
    "path": lambda: Path("text.txt"),
    "project.graph": lambda: kq.build_network(of="positions"),
    "reference": lambda: "un",
    "text": lambda: "Астана",
    "parse_date.text": lambda: "1992",
    "evidence_share.text": lambda: next(iter(read_texts().values()), None),
}

ANY_TEXT = {"an empty text", "a text"}
EMPTY_DATES = {"None", "NaN", "an empty text"}
NUMBERS = {"a number", "a fraction"}
# What fits all the same, by the name of the parameter, or by function and name.
FITTING: dict[str, set[str]] = {
    "a": EMPTY_DATES,
    "alt": ANY_TEXT,
    "at": EMPTY_DATES,
    "ax": {"Axes"},
    "b": EMPTY_DATES,
    "caption": ANY_TEXT,
    "context": {"a number"},
    "corpus": {"a text"},  # a folder that is not there holds no texts
    "count": {"a number"},
    "drawn": {"a graph"},
    "corpus_folder.data": {"a text"},  # it need not be there
    "draw_network.width": {"a number"},  # half an inch has no room for it
    "evidence_share.text": {"None"},
    "exercise.data": {"a text"},  # looked into when it is needed
    "figure.drawn": set(),
    "most_connected.graph": {"a graph", "another's graph"},
    "find_names.text": {*ANY_TEXT, "a column", "a tuple"},
    "parse_date.text": EMPTY_DATES,
    "project.graph": set(),
    "verify.data": {"a text"},
    "force": {"a bool"},
    "graph": {"a graph"},
    "isolates": {"a bool"},
    "lanes": {"None"},
    "nested": {"a bool"},
    "number": {"a number"},
    "out": {"a text"},
    "path": {"a text"},
    "published": EMPTY_DATES,
    "radius": {"a number"},
    "seed": {"a number", "a negative number"},
    "since": EMPTY_DATES,
    "size": NUMBERS,
    "solutions": {"a bool"},
    "student": {*ANY_TEXT, "a number", "a negative number"},
    "text": ANY_TEXT,
    "until": EMPTY_DATES,
    "width": NUMBERS,
}


def public_functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Give every public function once, under the first of its names."""
    seen: set[Any] = set()
    for module in map(importlib.import_module, MODULES):
        names = getattr(module, "__all__", None) or ["exercise"]
        for name in names:
            value = getattr(module, name)
            if inspect.isfunction(value) and value not in seen:
                seen.add(value)
                yield f"{module.__name__}.{name}", value


DOORS = {
    f"{name.removeprefix('kopjaqty.')}-{parameter}": (function, parameter)
    for name, function in public_functions()
    for parameter in inspect.signature(function).parameters
}


def look_up(table: dict[str, Any], function: Callable[..., Any], parameter: str) -> Any:
    """Give what is listed for a function's parameter, or else for any of that name."""
    return table.get(f"{function.__name__}.{parameter}", table.get(parameter))


def arguments_of(function: Callable[..., Any], parameter: str, value: object) -> dict[str, Any]:
    """Give this value for the parameter, and right ones where a function needs more."""
    arguments = {parameter: value}
    for each in inspect.signature(function).parameters.values():
        if each.name != parameter and each.default is each.empty and each.kind != each.VAR_KEYWORD:
            right = look_up(RIGHT, function, each.name)
            assert right, f"list a right value of {each.name} in RIGHT"
            arguments[each.name] = right()
    return arguments


def tells(message: str, function: Callable[..., Any], value: Any) -> bool:
    """Say whether a message names an argument, or shows the value or what is in it."""
    names = "|".join(inspect.signature(function).parameters)
    parts = [value, *(value if isinstance(value, list | tuple | set | dict | pd.Series) else ())]
    shows = any(repr(shown(part)) in message or str(part) in message for part in parts)
    return shows or bool(re.search(rf"[`']({names})[`']|({names})=", message))


def judge(function: Callable[..., Any], parameter: str, value: object, fits: bool) -> str:
    """Call a function; give "" if all is as it should be, else what is not."""
    try:
        given = function(**arguments_of(function, parameter, value))
        if isinstance(given, Iterator):
            list(given)
    except KopjaqtyError as error:
        if fits:
            return f"is refused: {error}"
        return "" if tells(str(error), function, value) else f"is not told: {error}"
    except Exception as error:
        return f"gives {error!r}"
    finally:
        plt.close("all")
    return "" if fits else f"is taken, and gives {shown(given)}"


@pytest.mark.parametrize(("function", "parameter"), DOORS.values(), ids=DOORS)
def test_a_wrong_argument_is_told_in_our_words(
    function: Callable[..., Any],
    parameter: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It raises a KopjaqtyError that names the argument or shows the value, unless it fits."""
    monkeypatch.chdir(tmp_path)
    default = inspect.signature(function).parameters[parameter].default
    fitting = look_up(FITTING, function, parameter) or set()
    failures = {
        name: failure
        for name, value in wrong_values().items()
        if value is not default and (failure := judge(function, parameter, value, name in fitting))
    }
    assert failures == {}


def test_the_doors_are_all_there() -> None:
    """Every name that kopjaqty offers is tried, and what is listed as fitting is a parameter."""
    doors = [(function.__name__, parameter) for function, parameter in DOORS.values()]
    tried = {name for name, _parameter in doors} | {"language", "KopjaqtyError"}
    assert set(kq.__all__) <= tried
    known = {parameter for _name, parameter in doors} | {".".join(door) for door in doors}
    assert FITTING.keys() | RIGHT.keys() <= known


@pytest.mark.parametrize("wrong", [TypeError("no"), None])
def test_a_door_that_is_open_is_found(wrong: Exception | None) -> None:
    """A function that raises Python's own error for a value is found, and one that takes it."""

    def careless(graph: object) -> object:
        if wrong:
            raise wrong
        return graph

    assert judge(careless, "graph", 3, fits=False).startswith("gives" if wrong else "is taken")
