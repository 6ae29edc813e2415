"""A student's slip, said in a line or two instead of a traceback."""

from __future__ import annotations

import linecache
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from kopjaqty.errors import KopjaqtyError, nearest
from kopjaqty.language import _

__all__ = ["ASSEMBLED", "explain", "without_tracebacks"]

ASSEMBLED = "<your lines>"
"""The file that lines of a function are said to stand in which were put together or filled in."""


def explain(error: BaseException, space: dict[str, Any] | None = None) -> list[str]:
    """Say what went wrong, in which line, and what was likely meant; a line each.

    Parameters
    ----------
    error
        As it was caught.
    space
        The names of the student's notebook (a function's `__globals__`): the last line of it
        that was run is shown.

    Examples
    --------
    >>> explain(NameError("name 'evnts' is not defined", name="evnts"), {"events": 1})
    ["NameError: name 'evnts' is not defined. Did you mean 'events'?"]
    """
    detail = str(error).strip().partition("\n")[0]
    if isinstance(error, KopjaqtyError):
        detail = str(error)
    name = type(error).__name__
    message = f"{name}: {detail}" if detail else name
    if message[-1] not in ".!?":
        message += "."
    close = _meant(error, space)
    if close is not None:
        message += " " + _("Did you mean {nearest!r}?").format(nearest=close)
    return [message, *_place(error, space)]


def _meant(error: BaseException, space: dict[str, Any] | None) -> str | None:
    if isinstance(error, NameError) and error.name:
        return nearest(error.name, [name for name in space or {} if not name.startswith("_")])
    if isinstance(error, AttributeError) and error.name and error.obj is not None:
        names = [name for name in dir(error.obj) if not name.startswith("_")]
        return nearest(error.name, names)
    if isinstance(error, KeyError) and error.args:
        for frame, _line in _frames(error.__traceback__):
            keys = _keys(frame.f_locals.get("self"))
            if keys and type(error.args[0]) is str and error.args[0] not in keys:
                return nearest(error.args[0], keys)
    return None


def _keys(owner: Any) -> list[str]:
    """Name the columns of the table, or the keys of the dict, that was asked."""
    import pandas as pd

    if isinstance(owner, pd.DataFrame):
        return [str(name) for name in owner.columns]
    return [str(key) for key in owner] if isinstance(owner, dict) else []


def _frames(trace: TracebackType | None) -> Iterator[tuple[Any, int]]:
    while trace is not None:
        yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next


def _place(error: BaseException, space: dict[str, Any] | None) -> list[str]:
    """Show the last line of the student's own that was run."""
    own = [
        (frame.f_code.co_filename, line)
        for frame, line in _frames(error.__traceback__)
        if space is not None and frame.f_globals is space
    ]
    if not own:
        return []
    file, line = own[-1]
    code = linecache.getline(file, line).strip()
    if file == ASSEMBLED:
        return [_("In line {line} of the function.").format(line=line)]
    if not code:
        return [_("In line {line} of your cell.").format(line=line)]
    return [_("In line {line} of your cell: `{code}`").format(line=line, code=code)]


def without_tracebacks(shell: Any) -> None:
    """Let a Jupyter kernel say slips in a line or two; `%tb` still shows the whole traceback.

    `shell` is what `IPython.get_ipython()` gives; without one (None) nothing is done.
    """
    if shell is None:
        return

    def show(own: Any, kind: Any, error: BaseException, trace: Any, **_options: Any) -> None:
        if not hasattr(error, "_render_traceback_"):
            lines = [*explain(error, own.user_ns), _("`%tb` shows more.")]
            error._render_traceback_ = lambda: lines  # type: ignore[attr-defined]
        own.showtraceback((kind, error, trace))

    shell.set_custom_exc((Exception,), show)
