"""Python and pandas as they were when a sheet was opened, whatever was replaced since."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterator
from typing import Any

__all__ = ["Machinery"]

CLASSES = {
    "pandas": ("Series", "DataFrame", "Index"),
    "networkx": ("Graph", "DiGraph", "MultiGraph", "MultiDiGraph"),
}


class Machinery:
    """Keeps functions and methods; as a context it puts them back while an answer is checked.

    A notebook in which `sorted` gives an empty list would have any two lists be equal. What it
    has replaced is its own again afterwards. Nothing here calls what may have been replaced
    before it is put back.
    """

    def __init__(self) -> None:
        self._kept = [(owner, dict(owner.__dict__)) for owner in _owners()]
        self._replaced: list[list[tuple[Any, str, Any]]] = []

    def __enter__(self) -> None:
        self._replaced.append([])
        self.mend()

    def __exit__(self, *_error: object) -> None:
        for owner, name, item in self._replaced.pop()[::-1]:
            setattr(owner, name, item)  # also what was taken away

    def mend(self) -> None:
        """Put back what has been replaced by now: before a check, or by the code it has run."""
        if not self._replaced:
            return
        builtins.__dict__.update(self._changed(builtins, self._kept[0][1]))
        for owner, kept in self._kept[1:]:
            for name, item in self._changed(owner, kept).items():
                setattr(owner, name, item)
            for name in [name for name in owner.__dict__ if name not in kept]:
                if any(name in base.__dict__ for base in owner.__mro__[1:]):  # it hides a method
                    self._replaced[-1].append((owner, name, owner.__dict__[name]))
                    delattr(owner, name)

    def _changed(self, owner: Any, kept: dict[str, Any]) -> dict[str, Any]:
        now = owner.__dict__
        changed = {}
        for name, item in kept.items():
            if name in now and now[name] is not item:
                self._replaced[-1].append((owner, name, now[name]))
                changed[name] = item
        return changed


def _owners() -> Iterator[Any]:
    """Give what holds the functions: the builtins first, then classes of loaded packages."""
    yield builtins
    seen: set[type] = {object}
    for package, names in CLASSES.items():
        for name in names if package in sys.modules else ():
            for owner in getattr(sys.modules[package], name).__mro__:
                if owner not in seen:
                    seen.add(owner)
                    yield owner
