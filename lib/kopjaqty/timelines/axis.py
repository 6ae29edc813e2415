"""A time axis that gives room where something happened, and says where it was cut.

Documents speak of 1945, of 1992 and, in twenty passages, of 2025. On an even axis the last would
be one spot. So each year is as wide as its dates need; a run of years without any is cut.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from math import fsum
from typing import Any, Literal

from kopjaqty.dates import Date

Scale = Literal["condensed", "even"]

EMPTY, CUT, MOST = 0.35, 1.0, 5.0
"""Widths of a year without a date, of a cut, and of the fullest year; one date makes 1."""
RUN = 5
"""From this number of empty years on, the axis is cut."""

EPOCH = dt.date(1970, 1, 1).toordinal()
"""matplotlib counts days from here."""


@dataclass(frozen=True)
class Band:
    """A year, or the years of a cut, from `left` to `right` (points)."""

    first: int
    last: int
    left: float
    right: float

    @property
    def is_cut(self) -> bool:
        """Tell whether these are years that were left out."""
        return self.last > self.first


@dataclass(frozen=True)
class TimeAxis:
    """Where days stand, in points from the left edge of the picture."""

    bands: tuple[Band, ...]

    def x(self, day: dt.date, share: float = 0.0) -> float:
        """Give the place of a day; `share` 0 is its beginning, 1 its end."""
        return self.points(day.toordinal() - EPOCH + share)

    def points(self, day: float) -> float:
        """Turn matplotlib's number of a day into points; beyond the axis, a point is a day."""
        return _interpolate(day, *self._knots)

    def day(self, x: float) -> float:
        """Turn points into matplotlib's number of a day."""
        return _interpolate(x, *reversed(self._knots))

    @property
    def functions(self) -> tuple[Any, Any]:
        """Give `points` and `day` for arrays, as matplotlib wants them for a scale."""
        import numpy as np

        return np.vectorize(self.points, [float]), np.vectorize(self.day, [float])

    @property
    def is_even(self) -> bool:
        """Tell whether all years are equally wide, and none is left out."""
        widths = [band.right - band.left for band in self.bands]
        return max(widths) - min(widths) < 0.01 and not any(band.is_cut for band in self.bands)

    @property
    def left(self) -> float:
        """Where the first year begins."""
        return self.bands[0].left

    @property
    def right(self) -> float:
        """Where the last year ends."""
        return self.bands[-1].right

    @cached_property
    def _knots(self) -> tuple[list[float], list[float]]:
        first = [float(dt.date(band.first, 1, 1).toordinal() - EPOCH) for band in self.bands]
        end = float(dt.date(self.bands[-1].last, 12, 31).toordinal() + 1 - EPOCH)
        return [*first, end], [*(band.left for band in self.bands), self.right]


def build_axis(
    dates: Iterable[Date],
    left: float,
    right: float,
    *,
    years: tuple[int | None, int | None] = (None, None),
    scale: Scale = "condensed",
) -> TimeAxis:
    """Make the axis for these dates, between `left` and `right` (points).

    Parameters
    ----------
    dates
        What is to be placed; a bound that is not stated asks for no room.
    years
        First and last year, where they are not to follow from the dates.
    scale
        "condensed", or "even": all years alike, none left out.

    Examples
    --------
    >>> from kopjaqty.dates import parse_date
    >>> axis = build_axis([parse_date("1945"), parse_date("1992-03-02")], 0, 290)
    >>> [(band.first, band.last, round(band.right)) for band in axis.bands]
    [(1945, 1945, 97), (1946, 1991, 193), (1992, 1992, 290)]
    """
    counts: dict[int, int] = {}
    for date in dates:
        for year in sorted({day.year for day in (date.earliest, date.latest) if day}):
            counts[year] = counts.get(year, 0) + 1
    first = years[0] if years[0] is not None else min(counts, default=years[1] or 2000)
    last = years[1] if years[1] is not None else max(counts, default=first)
    widths = _widths({year: counts.get(year, 0) for year in range(first, last + 1)}, scale)
    unit = (right - left) / fsum(width for *_years, width in widths)
    bands, at = [], left
    for start, end, width in widths:
        bands.append(Band(start, end, at, at + unit * width))
        at += unit * width
    return TimeAxis(tuple(bands))


def _widths(counts: dict[int, int], scale: Scale) -> list[tuple[int, int, float]]:
    """Give first year, last year and relative width of each band."""
    if scale == "even":
        return [(year, year, 1.0) for year in counts]
    widths: list[tuple[int, int, float]] = []
    for empty, run in groupby(counts, lambda year: counts[year] == 0):
        years = list(run)
        if empty and len(years) >= RUN:
            widths.append((years[0], years[-1], CUT))
        else:
            widths += [
                (year, year, min(MOST, 0.5 + counts[year] / 2) if counts[year] else EMPTY)
                for year in years
            ]
    return widths


def _interpolate(value: float, xs: list[float], ys: list[float]) -> float:
    if value <= xs[0]:
        return ys[0] + value - xs[0]
    if value >= xs[-1]:
        return ys[-1] + value - xs[-1]
    i = bisect_right(xs, value)
    return ys[i - 1] + (value - xs[i - 1]) * (ys[i] - ys[i - 1]) / (xs[i] - xs[i - 1])
