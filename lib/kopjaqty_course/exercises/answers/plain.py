"""A student's value as plain data: what is compared is never the object that was given.

Types are told by `type()`, exactly: an object of any other class, even of a class made from a
known one, is not asked whether it is equal to something. What comes out is made of None, bool,
int, float, str, tuple and dict alone.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from kopjaqty.language import _, ngettext

__all__ = [
    "ITEMS_SHOWN",
    "Plain",
    "Unreadable",
    "cell",
    "cells",
    "described",
    "is_number",
    "pairs",
    "same",
    "shown",
]

KeysView, ValuesView = type(dict[str, int]().keys()), type(dict[str, int]().values())

Plain = Any
"""None, bool, int, float, str, or tuples and dicts of these."""

LONGEST_ANSWER = 60
"""Characters of a student's value that a message repeats."""
ITEMS_SHOWN = 6
"""Items of a list that a message repeats."""


class Unreadable(Exception):
    """The answer is of another sort than the question asks for; the message says which."""


def cell(value: Any) -> Plain:  # noqa: PLR0911 - a case for each sort of value
    """Read one value; a date becomes "2015-07-31", whatever marks a missing value None.

    >>> import numpy as np
    >>> cell(np.int64(3)), cell(float("nan")), cell(np.datetime64("2015-07-31"))
    (3, None, '2015-07-31')
    """
    import numpy as np
    import pandas as pd

    kind = type(value)
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if kind in (bool, int, str):
        return value
    if kind is float:
        return None if math.isnan(value) else value
    if kind.__module__ == "numpy" and kind is getattr(np, kind.__name__, None):
        if kind is np.datetime64:
            return cell(pd.Timestamp(value))
        if issubclass(kind, np.generic):
            return cell(value.item())
    if kind in (pd.Timestamp, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat()
    if kind is dt.date:
        return value.isoformat()
    raise Unreadable(described(value))


def cells(value: Any) -> list[Plain]:
    """Read the items of a list, a tuple, a set, an array, a Series or an Index, in their order.

    >>> cells({3, 1, 2}), cells(range(2))
    ([1, 2, 3], [0, 1])
    """
    import numpy as np
    import pandas as pd

    kind = type(value)
    if kind in (list, tuple, range, KeysView, ValuesView):
        return [cell(item) for item in value]
    if kind in (set, frozenset):
        return sorted((cell(item) for item in value), key=lambda item: (str(type(item)), item))
    if kind is pd.Series or kind in _indexes():
        return [cell(item) for item in value.tolist()]
    if kind is np.ndarray and value.ndim == 1:
        return [cell(item) for item in value.tolist()]
    if (
        issubclass(kind, pd.api.extensions.ExtensionArray)
        and kind.__module__.split(".")[0] == "pandas"
    ):
        return [cell(item) for item in value]
    raise Unreadable(described(value))


def pairs(value: Any) -> dict[Plain, Plain]:
    """Read a dict, a Counter or a Series as keys (the index) and values.

    >>> pairs({"un": 3})
    {'un': 3}
    """
    import pandas as pd

    kind = type(value)
    if kind in (dict, Counter, OrderedDict, defaultdict):
        return {cell(key): cell(item) for key, item in value.items()}
    if kind is pd.Series:
        return dict(zip(map(cell, value.index.tolist()), cells(value), strict=True))
    raise Unreadable(described(value))


def _indexes() -> tuple[type, ...]:
    import pandas as pd

    return (pd.Index, pd.RangeIndex, pd.CategoricalIndex, pd.DatetimeIndex)


def is_number(value: Plain) -> bool:
    """Tell whether a plain value is a number; True and False are not."""
    return type(value) in (int, float)


def same(one: Plain, other: Plain, tolerance: float = 1e-9) -> bool:
    """Tell whether two plain values are equal, numbers up to rounding; "3" is not 3, nor is True 1.

    >>> same(0.1 + 0.2, 0.3), same("3", 3), same(1, True), same((1, None), (1, None))
    (True, False, False, True)
    """
    if is_number(one) and is_number(other):
        return bool(one == other or abs(one - other) <= tolerance * max(1, abs(other)))
    if type(one) is not type(other):
        return False
    if type(one) in (tuple, list):
        return len(one) == len(other) and all(
            same(left, right, tolerance) for left, right in zip(one, other, strict=True)
        )
    if type(one) is dict:
        return same(sorted(one, key=repr), sorted(other, key=repr), tolerance) and same(
            [one[key] for key in sorted(one, key=repr)],
            [other[key] for key in sorted(other, key=repr)],
            tolerance,
        )
    return bool(one == other)


def strangers(own: Iterable[Plain], right: Sequence[Plain]) -> list[Plain]:
    """Give those of mine that equal none of the right ones.

    >>> strangers([1, 2, 3], [3, 1])
    [2]
    """
    return [each for each in own if not any(same(each, other) for other in right)]


def described(value: Any) -> str:  # noqa: C901, PLR0911, PLR0912 - a case for each sort
    """Name the sort of thing that a value is, without asking the value itself.

    >>> described([1, 2]), described(lambda: 1), described(...)
    ('a list', 'a function', 'an Ellipsis (`...`)')
    """
    kind = type(value).__name__
    match kind:
        case "NoneType":
            return "None"
        case "bool":
            return _("True or False")
        case "int":
            return _("a whole number")
        case "float":
            return _("a number")
        case "str":
            return _("a text")
        case "list":
            return _("a list")
        case "tuple":
            return _("a tuple")
        case "set":
            return _("a set")
        case "dict":
            return _("a dict")
        case "DataFrame":
            return _("a table (DataFrame)")
        case "Series":
            return _("a column (Series)")
        case "function":
            return _("a function")
        case "method" | "builtin_function_or_method":
            return _("a function or method (are its brackets missing?)")
        case "Timedelta" | "timedelta":
            return _("a duration (`.days`, or `.dt.days` of a column, makes a number of it)")
        case "ellipsis":
            return _("an Ellipsis (`...`)")
    return _("an object of type {kind}").format(kind=kind)


def shown(value: Plain) -> str:
    """Show a plain value as Python writes it, cut where it is long.

    >>> shown(("a", 1)), shown(list(range(9)))
    ("('a', 1)", '[0, 1, 2, 3, 4, 5, … 3 more]')
    """
    if type(value) in (list, tuple) and len(value) > ITEMS_SHOWN:
        first = ", ".join(shown(item) for item in value[:ITEMS_SHOWN])
        opened, closed = "[]" if type(value) is list else "()"
        n = len(value) - ITEMS_SHOWN
        more = ngettext("{n} more", "{n} more", n).format(n=n)
        return f"{opened}{first}, … {more}{closed}"
    text = repr(value)
    return text if len(text) <= LONGEST_ANSWER else f"{text[:LONGEST_ANSWER]}…"
