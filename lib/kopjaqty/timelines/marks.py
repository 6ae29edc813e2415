"""The signs of a timeline: every date a shape, every status a filling and a line.

A dot is a day; a pale bar a month or year, some time within which it was; a dark bar lasted; a
bracket holds one unknown day; an arrow leads to where there is no bound. How a status is drawn
stands in the data: with a broken line its marks are hollow, its names in italics; with an open one
they end in a point.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kopjaqty.style.look import Status
from kopjaqty.style.palette import FONT, INK, pale
from kopjaqty.timelines.axis import TimeAxis
from kopjaqty.timelines.rows import ARROW, LINE, POINT, Mark
from kopjaqty.timelines.sheet import SIGN, STAGES, Cell, Sign, sign_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SOME = 0.35
"""How pale a bar is within which something was, some time."""
GRID, EDGE, BAND, GREY = "#dedede", "#767676", "#f5f5f5", "#595959"
"""Of lines between years, of the axis, of every other lane, and of words of less weight."""
DASHES = {"dashed": (0, (2.4, 1.6)), "dotted": (0, (0.8, 1.2))}
"""Of outlines and thin lines, in line widths."""
Points = Sequence[tuple[float, float]]


def size_in_points(ax: Axes) -> tuple[float, float]:
    """Give width and height of Axes."""
    box = ax.get_window_extent()
    points = 72 / ax.get_figure(root=True).dpi  # type: ignore[union-attr]
    return box.width * points, box.height * points


class Pen:
    """Draws in points from the top left corner, on Axes whose x axis is one of time.

    While `gid` is set, everything drawn has this id.
    """

    gid: str | None = None

    def __init__(self, ax: Axes, axis: TimeAxis | None, size: float) -> None:
        self.ax, self.axis, self.size = ax, axis, size

    def _x(self, x: float) -> float:
        return self.axis.day(x) if self.axis else x

    def line(self, points: Points, colour: str, width: float = 0.12, **style: Any) -> None:
        """Draw a line; its width in font sizes."""
        from matplotlib.lines import Line2D

        xs, ys = zip(*points, strict=True)
        look: dict[str, Any] = {"solid_capstyle": "butt", "dash_capstyle": "butt", "zorder": 3}
        look |= {"gid": self.gid} | style
        self.ax.add_line(
            Line2D([self._x(x) for x in xs], ys, color=colour, linewidth=width * self.size, **look)
        )

    def area(self, points: Points, fill: str, edge: str | None = None, **style: Any) -> None:
        """Draw a filled shape."""
        from matplotlib.patches import Polygon

        look: dict[str, Any] = {"linewidth": 0.1 * self.size if edge else 0, "zorder": 3}
        look |= {"gid": self.gid} | style
        corners = [(self._x(x), y) for x, y in points]
        self.ax.add_patch(Polygon(corners, facecolor=fill, edgecolor=edge or "none", **look))

    def text(self, x: float, y: float, words: str, **style: Any) -> None:
        """Write one line; y is the middle of its capitals."""
        look: dict[str, Any] = {"color": INK, "family": FONT, "size": self.size, "zorder": 5}
        look |= style
        baseline = y + 0.36 * float(look["size"])
        self.ax.text(self._x(x), baseline, words, va="baseline", **look)

    def dot(self, x: float, y: float, status: Status, gid: str | None = None) -> None:
        """Draw a day: a disc, a ring if hollow, or with a point to the right."""
        half = 0.36 * self.size
        colour = status.ink
        if status.is_pointed:
            corners = [(x - half, y - 1.1 * half), (x + 1.2 * half, y), (x - half, y + 1.1 * half)]
            self.area(corners, colour, zorder=4, gid=gid or self.gid)
            return
        self._marker(x, y, "o", colour, 2 * half, hollow=status.is_hollow, gid=gid)

    def stage(self, x: float, y: float, kind: str, stage: Status, gid: str | None = None) -> None:
        """Draw a stage: a disc, a diamond if it is the furthest."""
        furthest, hollow = kind == "furthest", stage.is_hollow
        wide = (0.85 if furthest else 0.65) * self.size
        self._marker(x, y, "D" if furthest else "o", stage.ink, wide, hollow=hollow, gid=gid)

    def _marker(  # noqa: PLR0913 - where, what, how
        self,
        x: float,
        y: float,
        shape: str,
        colour: str,
        wide: float,
        *,
        hollow: bool,
        gid: str | None = None,
    ) -> None:
        """Draw a marker. Not `scatter`: of what that draws, matplotlib cannot tell the extent."""
        edge = 0.14 * self.size if hollow else 0.0
        self.line(
            [(x, y)],
            colour,
            marker=shape,
            markersize=wide - edge,
            markeredgewidth=edge,
            markerfacecolor="white" if hollow else colour,
            markeredgecolor=colour,
            zorder=4,
            gid=gid or self.gid,
        )


def draw_mark(pen: Pen, mark: Mark, y: float, status: Status, gid: str | None = None) -> None:
    """Draw what a date says; all of it has the id."""
    pen.gid = gid
    _draw_parts(pen, mark, y, status)
    pen.gid = None


def _draw_parts(pen: Pen, mark: Mark, y: float, status: Status) -> None:
    if mark.kind == "day":
        pen.dot(mark.start, y, status)
    elif mark.kind in ("some", "lasted"):
        _bar(pen, mark, y, status)
    else:
        _bracket(pen, mark, y, status)
    if mark.kind == "day":
        return
    if mark.left < mark.start - 0.5 * pen.size:
        _arrow(pen, mark.start, mark.left, y, status)
    if mark.right > mark.end + 0.5 * pen.size:
        _arrow(pen, mark.end, mark.right, y, status)
    for way, over, x in ((-1, mark.over[0], mark.start), (1, mark.over[1], mark.end)):
        if over:
            _head(pen, x + way * 0.5 * pen.size, way, y, status.ink)


def _bar(pen: Pen, mark: Mark, y: float, status: Status) -> None:
    colour, lasted = status.ink, mark.kind == "lasted"
    half = (0.3 if lasted else 0.24) * pen.size
    a, b = mark.start, mark.end
    corners = [(a, y - half), (b, y - half), (b, y + half), (a, y + half)]
    if status.is_pointed:
        corners[2:2] = [(b + POINT * pen.size, y)]
    fill = colour if lasted else pale(colour, SOME)
    if status.is_hollow:
        fill = pale(colour, 0.6) if lasted else "white"
        pen.area(corners, fill, colour, linestyle=DASHES[status.drawn])
    else:
        pen.area(corners, fill, colour)


def _bracket(pen: Pen, mark: Mark, y: float, status: Status) -> None:
    """Draw "[ ]" around the days that are possible, or its one half where one bound is stated."""
    colour, half, foot = status.ink, 0.36 * pen.size, 0.22 * pen.size
    a, b = mark.start, mark.end
    if mark.kind != "before" and not mark.over[0]:
        pen.line(
            [(a + foot, y - half), (a, y - half), (a, y + half), (a + foot, y + half)],
            colour,
        )  # fmt: skip
    if mark.kind != "after" and not mark.over[1]:
        pen.line(
            [(b - foot, y - half), (b, y - half), (b, y + half), (b - foot, y + half)],
            colour,
        )  # fmt: skip
    if mark.kind == "span":
        pen.line([(a, y), (b, y)], colour, linestyle=DASHES.get(status.drawn, "-"))
    if status.is_pointed:
        pen.dot(b, y, status)


def _arrow(pen: Pen, x: float, end: float, y: float, status: Status) -> None:
    """Draw a line that fades towards an open arrowhead."""
    colour, steps = status.ink, 5
    way = 1 if end > x else -1
    tip = end - way * 0.1 * pen.size
    if status.is_hollow:
        pen.line([(x, y), (tip, y)], colour, linestyle=DASHES[status.drawn])
    else:
        for step in range(steps):
            a, b = (x + (tip - x) * part / steps for part in (step, step + 1))
            pen.line([(a, y), (b, y)], pale(colour, 1 - 0.11 * step), 0.2 - 0.02 * step)
    _head(pen, tip, way, y, pale(colour, 0.75))


def _head(pen: Pen, tip: float, way: int, y: float, colour: str) -> None:
    """Draw an open arrowhead; not a point: what goes on ends in a point."""
    head = 0.3 * pen.size
    corners = [(tip - way * head, y - head), (tip, y), (tip - way * head, y + head)]
    pen.line(corners, colour, 0.12, solid_joinstyle="miter")


def draw_sign(pen: Pen, sign: Sign, x: float, y: float, wide: float) -> None:
    """Draw a sign of the key, `wide` at most."""
    kind, value = sign
    size = pen.size
    if isinstance(value, str):
        if kind == "letter":
            pen.text(x, y, value, weight="bold")
        else:
            _draw_axis_sign(pen, kind, x, y, wide)
    elif kind == "day":
        pen.dot(x + 0.45 * size, y, value)
    elif kind in STAGES:
        pen.stage(x + 0.5 * size, y, kind, value)
    elif kind == "state":
        pen.dot(x + 0.45 * size, y, value)
        bar = (x + 1.2 * size, x + wide - (POINT * size if value.is_pointed else 0))
        _bar(pen, Mark("some", *bar, *bar), y, value)
    elif kind == "over":
        _bar(pen, Mark("some", x, x + 1.6 * size, x, x), y, value)
        _head(pen, x + 2.1 * size, 1, y, value.ink)
    else:
        left = x + (ARROW * size if kind == "before" else 0)
        right = x + wide - (ARROW * size if kind == "after" else 0)
        if kind == "before":
            left = right = x + wide
        elif kind == "after":
            left = right = x
        draw_mark(pen, Mark(kind, left, right, x, x + wide), y, value)


def _draw_axis_sign(pen: Pen, kind: str, x: float, y: float, wide: float) -> None:
    size = pen.size
    if kind == "cut":
        draw_cut(pen, x, x + wide, y - 0.5 * size, y + 0.5 * size)
    elif kind == "years":
        for share in (0.0, 0.2, 0.4, 1.0):
            at = x + share * wide
            pen.line([(at, y - 0.35 * size), (at, y + 0.35 * size)], EDGE, 0.08)
        pen.line([(x, y + 0.35 * size), (x + wide, y + 0.35 * size)], EDGE, 0.08)


def draw_cell(pen: Pen, cell: Cell) -> None:
    """Draw a sign and its words below the lanes."""
    if cell.sign:
        draw_sign(pen, cell.sign, cell.x, cell.y, SIGN * pen.size)
    for number, line in enumerate(cell.lines):
        pen.text(
            cell.x + sign_width(cell) * pen.size,
            cell.y + number * LINE * pen.size,
            line,
            weight="bold" if cell.bold else "normal",
            style="italic" if cell.italic else "normal",
            gid=cell.gid and f"name-{cell.gid}",
        )


def draw_cut(  # noqa: PLR0913 - a pen and four sides
    pen: Pen, left: float, right: float, top: float, bottom: float, *, gid: str | None = None
) -> None:
    """Draw where years were left out: a band between two torn edges."""
    step, deep = 0.5 * pen.size, 0.22 * pen.size
    count = max(2, round((bottom - top) / step))
    ys = [top + (bottom - top) * i / count for i in range(count + 1)]
    edges = [
        [(x + (deep if i % 2 else 0), y) for i, y in enumerate(ys)]
        for x in (left + 0.1 * pen.size, right - deep - 0.1 * pen.size)
    ]
    pen.area([*edges[0], *reversed(edges[1])], "#e4e4e4", zorder=0.6, gid=gid)
    for edge in edges:
        pen.line(edge, "#8c8c8c", 0.07, zorder=0.7)
