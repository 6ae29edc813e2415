"""From the text of a date to a `Date`. What the forms mean is told in `kopjaqty.dates`."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    import time

Precision = Literal[
    "day", "month", "season", "year", "decade", "century",  # some time within it
    "interval", "open",  # it lasted; "open": one end is not stated
    "within",  # once, in a stretch that is none of the above
    "recurring", "unstated",
]  # fmt: skip
PRECISIONS: tuple[Precision, ...] = get_args(Precision)
CALENDAR = PRECISIONS[:6]

DaySpan = tuple[dt.date, dt.date]
"""A first and a last day, both included."""


@dataclass(frozen=True)
class Date:
    """A date as it is stated, and what follows from it. All days are inclusive.

    Attributes
    ----------
    text
        The date as written; empty where none is stated.
    earliest, latest
        The widest bounds that the statement allows; None where it sets no bound.
    precision
        One of `PRECISIONS`.
    approximate
        True where it is marked as approximate or doubtful (`~`, `?`, `%`).
    sure
        First and last of the days that it certainly covers; None where no day is certain.
    """

    text: str
    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision
    approximate: bool = False
    sure: DaySpan | None = None

    def __str__(self) -> str:
        """Give the date as written."""
        return self.text


NOT_STATED = Date("", None, None, "unstated")


def read_date(text: str) -> Date | None:
    """Read a date in the Extended Date/Time Format; None if it is not one.

    Plain dates and ranges of two, nearly all that there is, are read here: python-edtf, which
    reads the rest, takes 80 ms to import and some milliseconds a date. A test holds both equal.

    >>> read_date("199X").latest
    datetime.date(1999, 12, 31)
    """
    return read_quickly(text) or _read_with_edtf(text)


_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_EVERY_YEAR = re.compile(r"XXXX(-[0-9]{2}(?:-[0-9]{2})?)")
_ABOUT_A_YEAR = re.compile(r"([0-9]{4})[~?]")
_SEASON = re.compile(r"[0-9]{4}-(?:2[1-9]|3[0-9]|4[01])[~?%]?")
# No letters but these: with Y and E, an exponent could ask for years without end.
_ALPHABET = re.compile(r"[0-9XTZS:+\-~?%/.,\[\]{}]{1,100}")
_NO_BOUND = ("", "..")


def days_of(text: str) -> DaySpan | None:
    """Give the first and last day of Y, Y-M or Y-M-D; None for any other text."""
    match = _PLAIN.fullmatch(text)
    if not match:
        return None
    parts = [int(part) for part in match.groups() if part]
    try:
        first = dt.date(*[*parts, 1, 1][:3])
    except ValueError:
        return None
    if len(parts) == 3:
        return first, first
    month = parts[1] if len(parts) == 2 else 12
    return first, dt.date(first.year, month, monthrange(first.year, month)[1])


def read_quickly(text: str) -> Date | None:
    """Read the forms that need no library."""
    if span := days_of(text):
        size: Precision = ("year", "month", "day")[text.count("-")]
        return Date(text, *span, size, sure=span if size == "day" else None)
    every = _EVERY_YEAR.fullmatch(text)
    if every and days_of("2000" + every[1]):  # a leap year, so that 29 February is a day
        return Date(text, None, None, "recurring")
    about = _ABOUT_A_YEAR.fullmatch(text)
    if about and 1 < int(about[1]) < 9999:  # python-edtf's margin is a year on either side
        year = int(about[1])
        return Date(text, dt.date(year - 1, 1, 1), dt.date(year + 1, 12, 31), "year", True)
    return _read_range(text)


def _read_range(text: str) -> Date | None:
    once = text.startswith("[") and text.endswith("]")
    ends = text[1:-1].split("..") if once else text.split("/")
    spans = [days_of(end) for end in ends]
    if len(ends) != 2 or spans == [None, None]:
        return None
    if any(not span and end not in _NO_BOUND for span, end in zip(spans, ends, strict=True)):
        return None
    first, last = spans
    if first and last and first[0] > last[1]:
        return None
    earliest, latest = first and first[0], last and last[1]
    if once:
        return Date(text, earliest, latest, "within")
    if earliest and latest:
        return Date(text, earliest, latest, "interval", sure=(earliest, latest))
    return Date(text, earliest, latest, "open", sure=first or last)


def _read_with_edtf(text: str) -> Date | None:
    if not _ALPHABET.fullmatch(text):
        return None
    from edtf import parse_edtf

    try:
        parsed = parse_edtf(text)
        lower, upper = _day(parsed.lower_strict()), _day(parsed.upper_strict())
        earliest, latest = _day(parsed.lower_fuzzy()), _day(parsed.upper_fuzzy())
    except Exception:  # on bad text it raises whatever its parts raise
        return None
    start, lasted, end = text.partition("/")
    if lasted:  # python-edtf takes ten years for an end that is unknown; nobody stated them
        earliest = None if start in _NO_BOUND else earliest
        latest = None if end in _NO_BOUND else latest
    if earliest == latest is None or (lower and upper and lower > upper):
        return None
    precision: Precision = "within"
    if lasted:
        precision = "interval" if earliest and latest else "open"
    elif _SEASON.fullmatch(text):
        precision = "season"
    elif lower and upper and text[0] not in "[{":
        precision = _size(lower, upper)
    approximate = (lower, upper) != (earliest, latest) if not lasted else False
    approximate = approximate or any(mark in text for mark in "~?%")
    sure = (lower, lower) if lower and precision == "day" and not approximate else None
    return Date(text, earliest, latest, precision, approximate, sure)


def _day(bound: time.struct_time | float) -> dt.date | None:
    """Turn python-edtf's bound into a day; it gives plus or minus infinity for none."""
    return None if isinstance(bound, float) else dt.date(*bound[:3])


def _size(first: dt.date, last: dt.date) -> Precision:
    sizes: dict[Precision, int] = {"day": 10, "month": 7, "year": 4}
    for size, digits in sizes.items():
        if days_of(first.isoformat()[:digits]) == (first, last):
            return size
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = last.year - first.year + 1
        if years in (10, 100):
            return "decade" if years == 10 else "century"
    return "within"
