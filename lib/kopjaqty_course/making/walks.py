"""Follows a thing through the code: which functions hand it on, and in what form.

What is followed is told by a mark, a word that nothing else has (`r0001`). While the code runs,
each public function of the project that gives back something in which the mark is found, in a form
(`Row`, `Edge`, `Layout` …) that none gave back before it, is a stay. Private helpers are none: they
change from day to day, and what they make is given back by who called them.
"""

from __future__ import annotations

import inspect
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

__all__ = ["Call", "Stay", "Walk"]

LIBRARY = Path(__file__).resolve().parents[2]
CONTAINERS = (dict, frozenset, list, set, tuple)
DEPTH = 7
"""How many things within one another are looked into."""
LOOKS = 25
"""How often a function is asked that has never had it."""
TYPED = "<typed>"
"""The file name of code that a person types."""


@dataclass(frozen=True)
class Call:
    """What a person types: as it is shown, and the code that is run."""

    shown: str
    code: str


@dataclass(frozen=True)
class Stay:
    """A function that hands the thing on.

    It is passed after that `call`, stands in that `module` (its `file`, from the project's folder),
    `gives` the thing back in that form, and `does` what the first line of its docstring says.
    """

    call: str
    module: str
    file: str
    function: str
    gives: str
    does: str


@dataclass
class Walk:
    """Runs calls and keeps the stays of what has one of these marks, in whatever capitals.

    Forms in `begins` are no news. Stays are looked for in this `package`, and in what it leaves
    behind in the folder `files`; with `verdicts`, also among who says True or False of the thing.
    """

    marks: tuple[str, ...]
    begins: tuple[str, ...] = ()
    verdicts: bool = False
    package: str = "kopjaqty"
    files: Path | None = None
    stays: list[Stay] = field(default_factory=list)
    _call: str = ""
    _busy: bool = False
    _looks: Counter[CodeType] = field(default_factory=Counter)
    _forms: set[str] = field(default_factory=set)

    def go(self, calls: Iterable[Call], names: dict[str, Any]) -> list[Stay]:
        """Run the calls one after the other, in one room of names."""
        self._forms |= set(self.begins)
        for call in calls:
            self._call = call.shown
            code = compile(call.code, TYPED, "exec")
            sys.setprofile(self._look)
            try:
                exec(code, names)  # noqa: S102 - the project's own code
            finally:
                sys.setprofile(None)
        return self.stays

    def _look(self, frame: FrameType, event: str, value: Any) -> None:
        code = frame.f_code
        if event != "return" or self._busy or not self._is_asked(frame):
            return
        self._busy = True
        self._looks[code] += 1
        try:
            for form in self._forms_of(frame, value):
                if form not in self._forms:
                    self._forms.add(form)
                    self.stays.append(self._stay(frame, form))
        finally:
            self._busy = False

    def _is_asked(self, frame: FrameType) -> bool:
        code = frame.f_code
        if not code.co_filename.startswith(str(LIBRARY)) or self._looks[code] >= LOOKS:
            return False
        if not f"{frame.f_globals['__name__']}.".startswith(f"{self.package}."):
            return False
        names = code.co_qualname.removesuffix(".__init__").split(".")
        return not any(name.startswith(("_", "<")) for name in names)

    def _forms_of(self, frame: FrameType, value: Any) -> Iterator[str]:
        if frame.f_code.co_name == "__init__":
            value = frame.f_locals["self"]
        path = self._path(value)
        if path is not None:
            self._looks[frame.f_code] = LOOKS
            yield self._form(path)
        elif self.verdicts and type(value) is bool:
            if self._path(list(frame.f_locals.values())) is not None:
                yield str(value)
        elif value is not None and frame.f_back and frame.f_back.f_code.co_filename == TYPED:
            yield type(value).__qualname__  # what the person gets, be the mark in it or not
        if self.files and not frame.f_code.co_flags & inspect.CO_GENERATOR:
            for file in sorted(self.files.rglob("*")):
                if file.is_file() and self._path(file.read_bytes()) is not None:
                    where = file.relative_to(self.files)
                    yield where.name if len(where.parts) == 1 else f"{where.parent.as_posix()}/…"

    def _stay(self, frame: FrameType, form: str) -> Stay:
        module, function = frame.f_globals["__name__"], frame.f_code.co_qualname
        function = function.removesuffix(".__init__")
        told = inspect.getdoc(attrgetter(function)(sys.modules[module])) or ""
        file = Path(frame.f_code.co_filename).relative_to(LIBRARY.parent).as_posix()
        return Stay(self._call, module, file, function, form, told.partition("\n")[0])

    # ------------------------------------------------------------- is the mark in there?
    def _path(self, value: Any, within: int = 0) -> list[Any] | None:
        """The things within one another, from this value to one that has the mark."""
        if isinstance(value, str):
            return [value] if any(mark in value.casefold() for mark in self.marks) else None
        if isinstance(value, bytes):
            return [value] if any(mark.encode() in value for mark in self.marks) else None
        if within < DEPTH:
            for part in _parts(value):
                path = self._path(part, within + 1)
                if path is not None:
                    return [value, *path]
        return None

    def _form(self, path: list[Any]) -> str:
        """The first class on the way to the mark that is no mere container; else what they hold."""
        for value in path[:-1]:
            if type(value) not in CONTAINERS and not isinstance(value, MAPS):
                return type(value).__qualname__
        last = path[-1]
        name = type(last).__name__
        if isinstance(last, str):
            name = "name" if last.casefold() in self.marks else "text"
        return name if len(path) == 1 else f"{type(path[0]).__name__} of {name}"


MAPS = (type(type.__dict__),)  # the mapping that cannot be changed has no name of its own


def _parts(value: Any) -> Iterable[Any]:
    """What a value holds; nothing, of a value that is no container, and not of the project."""
    if isinstance(value, Mapping):
        return [*value, *value.values()]
    if isinstance(value, CONTAINERS):
        return list(value)
    if parts_of := _known(type(value)):  # type: ignore[arg-type]  # a class is hashable
        return parts_of(value)
    if type(value).__module__.startswith("kopjaqty"):
        slots = getattr(type(value), "__slots__", ())
        held = [getattr(value, name, None) for name in slots if isinstance(name, str)]
        return held + list(getattr(value, "__dict__", {}).values())
    return ()


@cache
def _known(kind: type) -> Callable[[Any], Iterable[Any]] | None:
    names = [f"{each.__module__}.{each.__qualname__}" for each in kind.__mro__]
    return next((OTHERS[name] for name in names if name in OTHERS), None)


OTHERS: dict[str, Callable[[Any], Iterable[Any]]] = {
    "networkx.classes.graph.Graph": lambda graph: [list(graph.edges), list(graph.edges.data())],
    "matplotlib.axes._axes.Axes": lambda axes: [each.get_gid() for each in axes.get_children()],
    "pandas.core.frame.DataFrame": lambda frame: frame.to_numpy().tolist(),
    "pandas.DataFrame": lambda frame: frame.to_numpy().tolist(),
}
"""By the names of classes, so that nothing has to be loaded to know one."""
