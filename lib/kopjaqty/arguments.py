"""The doors of the library: what a public function was handed, looked at before it is used.

    require(NETWORK, graph=graph)           this sort of thing and no other
    allow(PATH, data=data, corpus=corpus)   this sort of thing, or None
    one_of(N_("There is no such mode."), MODES, mode)
    names_of(kinds=kinds)                   one name or several, as a list; None for all

The error names the argument, what was given and what was expected. Types are told by their names:
asking whether something is a DataFrame loads no pandas.
"""

from __future__ import annotations

import operator
import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any

from kopjaqty.errors import N_, ArgumentError, Problem, UnknownName, _, shown

__all__ = [
    "AXES",
    "CANVAS",
    "COUNT",
    "DIRECTED",
    "DRAWN",
    "FLAG",
    "FUNCTION",
    "GRAPH",
    "NAME",
    "NETWORK",
    "PATH",
    "RELATIONS",
    "SIZE",
    "TABLE",
    "TEXT",
    "WHOLE",
    "Kind",
    "PathLike",
    "allow",
    "is_a",
    "names_of",
    "one_of",
    "require",
    "wrong",
]

PathLike = str | os.PathLike[str]
"""Where a file or folder is: a text, or a path of `pathlib`."""


@dataclass(frozen=True)
class Kind:
    """A sort of argument: how an error says what was expected, and what is of this sort."""

    expected: str
    fits: Callable[[Any], bool]


def is_a(value: object, package: str, name: str) -> bool:
    """Tell by their names whether an object's class, or one that it is made of, is this one.

    >>> is_a(True, "builtins", "int"), is_a(3, "pandas", "DataFrame")
    (True, False)
    """
    return any(
        base.__name__ == name and base.__module__.partition(".")[0] == package
        for base in type(value).__mro__
    )


def _is_number(value: object) -> bool:
    return not _is_flag(value) and (
        isinstance(value, int | float) or is_a(value, "numpy", "number")
    )


def _is_whole(value: Any) -> bool:
    try:
        return not _is_flag(value) and operator.index(value) == value
    except TypeError:
        return False


def _is_flag(value: object) -> bool:
    return isinstance(value, bool) or is_a(value, "numpy", "bool") or is_a(value, "numpy", "bool_")


def _is_path(value: object) -> bool:
    if not isinstance(value, str | os.PathLike):
        return False
    path = os.fspath(value)
    return isinstance(path, str) and bool(path) and "\0" not in path


def _is_graph(value: object) -> bool:
    return is_a(value, "networkx", "Graph")


def _is_network(value: Any) -> bool:
    return _is_graph(value) and all("kind" in row for _node, row in value.nodes(data=True))


def _is_directed(value: object) -> bool:
    return is_a(value, "networkx", "MultiDiGraph")


def _is_of_relations(value: Any) -> bool:
    return (
        _is_network(value)
        and _is_directed(value)
        and all("documents" in edge for *_ends, edge in value.edges(data=True))
    )


def _is_axes(value: object) -> bool:
    return is_a(value, "matplotlib", "Axes")


AXES = Kind(N_("Axes of matplotlib, as `plt.subplots` gives them"), _is_axes)
CANVAS = Kind(
    N_("Axes or a Figure of matplotlib"),
    lambda value: _is_axes(value) or is_a(value, "matplotlib", "FigureBase"),
)
COUNT = Kind(N_("a whole number, 0 or more"), lambda value: _is_whole(value) and value >= 0)
DRAWN = Kind(N_("what a `draw_…` function gave, or a network"), _is_network)
DIRECTED = Kind(N_("a network, as `build_network` or `ego_network` gives it"), _is_directed)
FLAG = Kind(N_("True or False"), _is_flag)
FUNCTION = Kind(N_("a function that gives numbers by their names"), callable)
GRAPH = Kind(N_("a network, as the functions of `kopjaqty.networks` give it"), _is_graph)
NAME = Kind(
    N_("a name, between quotation marks"), lambda value: isinstance(value, str) and value != ""
)
NETWORK = Kind(
    N_("a network from `kopjaqty.networks`, each node of which has a `kind`"), _is_network
)
PATH = Kind(N_("the path of a file or folder"), _is_path)
RELATIONS = Kind(
    N_("a network from `build_network`, each edge of which has `documents`"), _is_of_relations
)
SIZE = Kind(N_("a number above 0"), lambda value: _is_number(value) and 0 < value < inf)
TABLE = Kind(
    N_("a DataFrame, such as `load` gives"), lambda value: is_a(value, "pandas", "DataFrame")
)
TEXT = Kind(N_("text, between quotation marks"), lambda value: isinstance(value, str))
WHOLE = Kind(N_("a whole number"), _is_whole)
_NAMES = Kind(N_("a name, or a list of names"), lambda value: isinstance(value, Iterable))


def require(kind: Kind, /, **arguments: object) -> None:
    """Raise ArgumentError unless each of these arguments, given by its name, is of this sort.

    >>> require(SIZE, width=9, size=0)
    Traceback (most recent call last):
    ...
    kopjaqty.errors.ArgumentError: `size` has to be a number above 0. Found: 0.
    """
    for argument, value in arguments.items():
        if not kind.fits(value):
            raise wrong(argument, value, _(kind.expected))


def allow(kind: Kind, **arguments: object) -> None:
    """Do as `require` does; None, too, is right.

    >>> allow(NAME, layout=None, focus="un")
    """
    require(kind, **{name: value for name, value in arguments.items() if value is not None})


def wrong(argument: str, value: object, expected: str) -> ArgumentError:
    """Say which argument is wrong, what was given, and what was expected."""
    what = _("`{argument}` has to be {expected}.").format(argument=argument, expected=expected)
    return ArgumentError(Problem(what, value=shown(value)))


def one_of(what: str, choices: Collection[str], value: object) -> None:
    """Raise UnknownName, with the message and the nearest of the choices, unless it is of them.

    >>> one_of("No such mode.", ("strict", "permissive"), "Strict")
    Traceback (most recent call last):
    ...
    kopjaqty.errors.UnknownName: No such mode. Found: 'Strict'. Expected: strict, permissive. \
Did you mean 'strict'?
    """
    # A text first: what is no text may have no hash, or another idea of what is equal.
    if not (isinstance(value, str) and value in choices):
        raise UnknownName.among(_(what), value, choices)


def names_of(**argument: object) -> list[str] | None:
    """Give the names that an argument holds, be it one or several; None stands for all.

    >>> names_of(kinds="city"), names_of(kinds={"city"}), names_of(kinds=None)
    (['city'], ['city'], None)
    """
    [(name, value)] = argument.items()
    if value is None:
        return None
    if isinstance(value, str):
        value = [value]
    # These, too, can be gone through; what comes out is hardly meant.
    elif isinstance(value, bytes | bytearray | Mapping) or TABLE.fits(value) or GRAPH.fits(value):
        raise wrong(name, value, _(_NAMES.expected))
    require(_NAMES, **{name: value})
    names: list[Any] = list(value)  # type: ignore[call-overload]
    for each in names:
        if not isinstance(each, str):
            raise wrong(name, each, _(_NAMES.expected))
    return names
