"""Dates that say no more than their source: the text, its bounds, and careful comparisons.

A date is written in the Extended Date/Time Format (EDTF, ISO 8601-2; loc.gov/standards/datetime).
What a date says, and what it does not:

    1992-03-02      that day
    2009-12         some time in that month, 1992 some time in that year, 199X in that decade
    2017/2018       it lasted: all the time from the first day of 2017 to the last of 2018
    2024/..         it lasted, and began in 2024; the end is not stated. ../2024: nor is the start
    [2021..2023]    once, some time from the first day of 2021 to the last of 2023
    [..2025-09-22]  once, some time on that day or before it
    2016~  2016?    about then, or doubtful: python-edtf's margin is added on both sides
    XXXX-08-29      every 29 August
    (empty)         not stated

Hence two pairs of bounds: `earliest` and `latest` hold every day that the statement allows, and
`sure` the days on which it certainly was so (none, where only "some time in 1992" is known).
A strict comparison asks what is certain, a permissive one what is possible.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Literal, get_args

from kopjaqty.arguments import one_of
from kopjaqty.dates.suggestions import explain_date
from kopjaqty.dates.text import (
    CALENDAR,
    NOT_STATED,
    PRECISIONS,
    Date,
    DaySpan,
    Precision,
    days_of,
    read_date,
)
from kopjaqty.errors import DateError, Problem, shown
from kopjaqty.language import N_, _, is_missing

__all__ = ["PRECISIONS", "Date", "Precision", "before", "during", "overlaps", "parse_date"]

Mode = Literal["strict", "permissive"]
DateLike = str | dt.date | Date | None


def parse_date(text: DateLike) -> Date:
    """Read a date in the Extended Date/Time Format.

    Parameters
    ----------
    text
        EDTF (see the table at the head of `kopjaqty.dates`); a day of Python's or pandas' own;
        or an empty cell (None, "", NaN, NA), which gives a date that states nothing.

    Returns
    -------
    Date
        Text, earliest and latest day (inclusive), precision, approximate or not.

    Raises
    ------
    DateError
        If it is anything else, or outside the years 1 to 9999; with the nearest right form.

    Examples
    --------
    >>> date = parse_date("2017/2018")
    >>> date.earliest, date.latest, date.precision
    (datetime.date(2017, 1, 1), datetime.date(2018, 12, 31), 'interval')
    """
    if isinstance(text, Date):
        return text
    if is_missing(text):
        return NOT_STATED
    if isinstance(text, dt.date):
        return _read(text.isoformat()[:10])
    if not isinstance(text, str):
        raise DateError(
            Problem(
                _("A date is written as text, between quotation marks."),
                value=shown(text),
                nearest=str(shown(text)) if days_of(str(shown(text))) else None,
            )
        )
    return _read(text)


@lru_cache(maxsize=4096)
def _read(text: str) -> Date:
    date = read_date(text)
    if date is None:
        raise DateError(explain_date(text))
    return date


def before(a: DateLike, b: DateLike, *, mode: Mode = "strict") -> bool:
    """Ask whether `a` was over before `b` began.

    Strict: certainly so: every day that `a` allows is earlier than every day that `b` allows.
    Permissive: possibly so. What is not stated or recurs (XXXX-08-29, without a year)
    is never certainly before anything, and always possibly.

    Raises
    ------
    DateError
        If `a` or `b` is not a date.
    UnknownName
        If `mode` is neither "strict" nor "permissive".

    Examples
    --------
    >>> before("1992", "1993-05"), before("1992", "1992-03-02")
    (True, False)
    >>> before("1992", "1992-03-02", mode="permissive")
    True
    """
    first, second = parse_date(a), parse_date(b)
    if _is_strict(mode):
        return bool(first.latest and second.earliest and first.latest < second.earliest)
    soonest_end = first.sure[1] if first.sure else first.earliest
    latest_start = second.sure[0] if second.sure else second.latest
    return soonest_end is None or latest_start is None or soonest_end < latest_start


def during(a: DateLike, b: DateLike, *, mode: Mode = "strict") -> bool:
    """Ask whether `a` fell, whole, in the time `b`.

    As `b`, a month or a year is a stretch of the calendar, all of it; an interval is the time
    that it lasted (2017/2018 covers 2017-06; of 2017/.. only 2017 is certain); an unknown day
    in a range ([2017..2018]) and an approximate date (2016~) certainly cover nothing.

    Strict: certainly so. Permissive: possibly so. What is not stated or recurs is never
    certainly during anything, and always possibly.

    Raises
    ------
    DateError
        If `a` or `b` is not a date.
    UnknownName
        If `mode` is neither "strict" nor "permissive".

    Examples
    --------
    >>> during("1992-03-02", "1992"), during("2017-06", "2017/2018")
    (True, True)
    >>> during("1992", "1992-03"), during("1992", "1992-03", mode="permissive")
    (False, True)
    """
    first, second = parse_date(a), parse_date(b)
    stretch = _stretch(second)
    if _is_strict(mode):
        return stretch is not None and _inside(first, stretch)
    return _may_meet(first, second) and (first.sure is None or _allows(second, first.sure))


def overlaps(a: DateLike, b: DateLike, *, mode: Mode = "strict") -> bool:
    """Ask whether there is a day that belongs to `a` and to the time `b`.

    This is the question for a slice of a network: was the relation dated `a` there in `b`?
    As `b`, a month or a year is a stretch of the calendar, all of it, as for `during`;
    as `a`, it is some unknown time within. So 1992-03-02 certainly overlaps 1992;
    1992 only possibly overlaps 1992-03-02.

    Strict: certainly so. Permissive: possibly so. What is not stated or recurs never certainly
    overlaps anything, and always possibly.

    Raises
    ------
    DateError
        If `a` or `b` is not a date.
    UnknownName
        If `mode` is neither "strict" nor "permissive".

    Examples
    --------
    >>> overlaps("2017/2018", "2018-12"), overlaps("[2017..2018]", "2018-12")
    (True, False)
    >>> overlaps("[2017..2018]", "2018-12", mode="permissive")
    True
    """
    first, second = parse_date(a), parse_date(b)
    if not _is_strict(mode):
        return _may_meet(first, second)
    stretch = _stretch(second)
    if stretch and _inside(first, stretch):
        return True
    if first.sure and stretch and first.sure[0] <= stretch[1] and stretch[0] <= first.sure[1]:
        return True
    return first.sure is not None and _inside(second, first.sure)


def _is_strict(mode: str) -> bool:
    one_of(N_("There is no such mode."), get_args(Mode), mode)
    return mode == "strict"


def _stretch(date: Date) -> DaySpan | None:
    """Give the days that a date, taken as a stretch of time, certainly covers."""
    if date.precision in CALENDAR and not date.approximate and date.earliest and date.latest:
        return date.earliest, date.latest
    return date.sure


def _inside(date: Date, span: DaySpan) -> bool:
    """Tell whether all that the date allows lies in the span."""
    if date.earliest is None or date.latest is None:
        return False
    return span[0] <= date.earliest and date.latest <= span[1]


def _allows(date: Date, span: DaySpan) -> bool:
    """Tell whether the date allows for every day of the span."""
    starts = date.earliest is None or date.earliest <= span[0]
    return starts and (date.latest is None or span[1] <= date.latest)


def _may_meet(a: Date, b: Date) -> bool:
    a_first = a.earliest is None or b.latest is None or a.earliest <= b.latest
    return a_first and (b.earliest is None or a.latest is None or b.earliest <= a.latest)
