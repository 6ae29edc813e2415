"""Tables by name: what `load()` gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from kopjaqty.errors import KopjaqtyError, UnknownName
from kopjaqty.language import _

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["NoSuchTable", "Tables", "Unchangeable"]


class Tables(Mapping[str, "pd.DataFrame"]):
    """Tables by name: `tables["entities"]` or `tables.entities`. What it holds cannot be exchanged.

    `copy.copy` gives the same tables, `copy.deepcopy` and pickling tables of their own. Two are
    equal if they have the same names and, under each, the same rows and types; `tables |
    {"mine": frame}` is another one, with one more table.

    >>> from kopjaqty.tables import load
    >>> tables = load()
    >>> list(tables)[:3]
    ['documents', 'segments', 'turns']
    """

    __slots__ = ("_frames",)
    _frames: dict[str, pd.DataFrame]

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        object.__setattr__(self, "_frames", dict(frames))

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Give a table, or name the nearest one."""
        if name in self:
            return self._frames[name]
        raise NoSuchTable.among(_("There is no such table."), name, self._frames)

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def __setattr__(self, name: str, value: object) -> None:
        raise Unchangeable(_("Tables are not exchanged: give what you make its own name."))

    def __setitem__(self, name: str, value: object) -> None:
        self.__setattr__(name, value)

    def __delitem__(self, name: str) -> None:
        self.__setattr__(name, None)

    __delattr__ = __delitem__

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name in self._frames

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tables):
            return NotImplemented
        # Not Mapping's own: DataFrames are compared cell by cell, which is no answer.
        return self.keys() == other.keys() and all(
            frame.equals(other._frames[name]) for name, frame in self._frames.items()
        )

    __hash__ = None  # type: ignore[assignment]  # a DataFrame can be changed

    def __or__(self, other: Mapping[str, pd.DataFrame]) -> Tables:
        if not isinstance(other, Mapping):
            return NotImplemented
        return Tables(self._frames | dict(other))

    def __reduce__(self) -> tuple[Any, ...]:
        return Tables, (self._frames,)  # what copy, deepcopy and pickle make another one of

    def __dir__(self) -> list[str]:
        return sorted([*super().__dir__(), *self._frames])

    def __repr__(self) -> str:
        width = max(map(len, self._frames), default=0)
        lines = [f"{name:{width}}  {len(frame):5}" for name, frame in self._frames.items()]
        return "\n".join([_("{n} tables, and their rows:").format(n=len(lines)), *lines])

    def _repr_html_(self) -> str:
        head = "".join(
            f'<th scope="col" style="text-align: left">{escape(title)}</th>'
            for title in (_("table"), _("rows"), _("what it holds"))
        )
        body = "".join(
            f'<tr><th scope="row" style="text-align: left"><code>{escape(name)}</code></th>'
            f'<td style="text-align: right">{len(frame)}</td>'
            f'<td style="text-align: left">{escape(frame.attrs.get("description", ""))}</td></tr>'
            for name, frame in self._frames.items()
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


class NoSuchTable(UnknownName, KeyError, AttributeError):
    """What `tables.get`, `hasattr` and the completion of names count on."""


class Unchangeable(KopjaqtyError, AttributeError, TypeError):
    """What Python raises where an attribute or an item cannot be set."""
