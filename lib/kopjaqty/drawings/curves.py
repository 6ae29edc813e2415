"""Relations as tapered curves: thick where they start, thin where they end, dashed if planned.

A taper shows direction better than an arrowhead where many lines meet (Holten & van Wijk, 2009,
"A user study on visualizing directed edges in graphs"), and it needs no colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import fsum, hypot

from kopjaqty.style.look import Group
from kopjaqty.style.palette import LINES

__all__ = ["THICK", "THIN", "Curve", "Outline", "Point", "band", "bend", "outline"]

Point = tuple[float, float]
Outline = list[tuple[str, tuple[Point, ...]]]
"""Commands of a path: M, C, L with their points, and Z."""

THICK, THIN = 0.30, 0.05
"""Width of a curve where it starts and where it ends, in font sizes."""


@dataclass(frozen=True)
class Curve:
    """A relation in the picture: a cubic Bézier curve from its subject to its object.

    `line` is one of the palette's; `thick` and `thin` are its widths where it starts and where it
    ends, in font sizes.
    """

    subject: str
    object: str
    key: str
    group: Group
    line: str
    points: tuple[Point, Point, Point, Point]
    thick: float = THICK
    thin: float = THIN


def bend(
    start: Point, end: Point, *, pull: float, spread: float
) -> tuple[Point, Point, Point, Point]:
    """Draw a curve that is pulled towards the origin, and shifted aside by `spread`.

    >>> bend((0, 0), (9, 0), pull=0, spread=0)
    ((0, 0), (3.0, 0.0), (6.0, 0.0), (9, 0))
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    aside = -dy / length * spread, dx / length * spread
    first, second = (
        (
            (start[0] + dx * t) * (1 - pull) + aside[0],
            (start[1] + dy * t) * (1 - pull) + aside[1],
        )
        for t in (1 / 3, 2 / 3)
    )
    return start, first, second, end


def band(weight: float, most: float, *, even: bool = False) -> tuple[float, float]:
    """Give the widths of a line that stands for several, in font sizes; `even`: no direction.

    >>> band(4, 8) < band(8, 8)
    True
    """
    share = weight / most
    if even:
        return 0.08 + 0.5 * share, 0.08 + 0.5 * share
    thick = 0.16 + 0.9 * share if most > 1 else THICK
    return thick, max(0.11, 0.3 * thick)


def outline(curve: Curve, size: float) -> Outline:
    """Give the outline of a curve as it is drawn at that font size, in one piece or in dashes."""
    dash, gap = LINES[curve.line]
    if not gap:
        return _taper(curve.points, curve.thick * size, curve.thin * size)
    chord = fsum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(curve.points))
    pieces = max(2, round(chord / ((dash + gap) * size)))
    share = dash / (dash + gap)
    drawn: Outline = []
    for piece in range(pieces):
        t0, t1 = piece / pieces, (piece + share) / pieces
        # Dashes get no thinner than this, or they could not be told from a faint line.
        widths = (size * max(0.1, curve.thick + (curve.thin - curve.thick) * t) for t in (t0, t1))
        drawn += _dash(_part(curve.points, t0, t1), *widths)
    return drawn


def _taper(points: tuple[Point, ...], thick: float, thin: float) -> Outline:
    first, second = _normal(points[0], points[1]), _normal(points[2], points[3])
    widths = [thick + (thin - thick) * t / 3 for t in range(4)]
    left, right = (
        [
            (p[0] + sign * n[0] * w / 2, p[1] + sign * n[1] * w / 2)
            for p, n, w in zip(points, (first, first, second, second), widths, strict=True)
        ]
        for sign in (1, -1)
    )
    return [
        ("M", (left[0],)),
        ("C", tuple(left[1:])),
        ("L", (right[3],)),
        ("C", (right[2], right[1], right[0])),
        ("Z", ()),
    ]


def _dash(points: tuple[Point, ...], thick: float, thin: float) -> Outline:
    """Give a dash, short enough to be straight."""
    x, y = _normal(points[0], points[3])
    (ax, ay), (bx, by) = points[0], points[3]
    first = ax + x * thick / 2, ay + y * thick / 2
    rest = (
        (bx + x * thin / 2, by + y * thin / 2),
        (bx - x * thin / 2, by - y * thin / 2),
        (ax - x * thick / 2, ay - y * thick / 2),
    )
    return [("M", (first,)), *(("L", (point,)) for point in rest), ("Z", ())]


def _normal(a: Point, b: Point) -> Point:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = hypot(dx, dy) or 1.0
    return -dy / length, dx / length


def _part(points: tuple[Point, ...], t0: float, t1: float) -> tuple[Point, ...]:
    """Cut a cubic Bézier curve (de Casteljau, as blossoms)."""

    def blossom(*ts: float) -> Point:
        row = list(points)
        for t in ts:
            row = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(row)]
        return row[0]

    return blossom(t0, t0, t0), blossom(t0, t0, t1), blossom(t0, t1, t1), blossom(t1, t1, t1)
