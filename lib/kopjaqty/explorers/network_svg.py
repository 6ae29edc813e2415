"""The picture of a network as SVG whose marks and lines can be clicked and reached by keyboard."""

from __future__ import annotations

from html import escape
from math import cos, pi, sin
from typing import TYPE_CHECKING

from kopjaqty.drawings.curves import outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kopjaqty.drawings.curves import Curve, Point
    from kopjaqty.drawings.placed_nodes import Heading, Layout, PlacedNode

__all__ = ["write_svg"]

ANCHOR = {1: "start", -1: "end", 0: "middle"}
STYLE = (
    "<style>"
    "svg{font-family:'DejaVu Sans',Verdana,sans-serif}"
    ".kq-node text{fill:#222}.kq-node.kq-focus text{fill:#fff}"
    ".kq-hub text{font-weight:bold}"
    ".kq-hit{fill:none;stroke:transparent;stroke-width:9px;pointer-events:stroke}"
    ".kq-line{fill-opacity:.55}"
    "</style>"
)
# Corners and the angle of the first of them, in degrees, counted as on a clock's face.
CORNERS = {
    "s": (4, 45), "h": (6, 30), "v": (3, 180), "^": (3, 0), "<": (3, 270), "D": (4, 0),
    "d": (4, 0), "p": (5, 0),
}  # fmt: skip
# Rays, the angle of the first of them, and how deep it is between two.
RAYS = {"*": (5, 0.0, 0.6), "P": (4, 0.0, 0.7), "X": (4, pi / 4, 0.7)}


def write_svg(layout: Layout, labels: Mapping[str, str], *, title: str) -> str:
    """Write a picture as SVG; it needs no style sheet to be seen, and one to follow a theme.

    Parameters
    ----------
    layout
        From `arrange`.
    labels
        What a screen reader says of each node and each relation, by id.
    title
        What it says of the whole.

    Returns
    -------
    str
        An `<svg>` with a group of class `kq-node` or `kq-edge` for each node and relation;
        `data-id` is its id, an edge's `data-ends` are its two nodes. The same network gives the
        same text. Only the first node can be tabbed to: a script moves that on (roving tabindex).

    Examples
    --------
    >>> from kopjaqty.drawings.layouts import arrange
    >>> from kopjaqty.networks import build_network
    >>> layout = arrange(build_network(predicates="closed"), focus="kazakhstan", width=400, size=8)
    >>> write_svg(layout, {}, title="One relation").count('class="kq-edge')
    1
    """
    left, top = _n(-layout.width / 2), _n(-layout.height / 2)
    box = f"{left} {top} {_n(layout.width)} {_n(layout.height)}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="kq-network" viewBox="{box}" role="group"'
        f' aria-label="{escape(title)}">{STYLE}'
    )
    parts = [head]
    parts += [_heading(heading) for heading in layout.headings]
    parts += [_edge(c, layout.size, labels.get(c.key, c.key)) for c in layout.curves]
    parts += [_node(placed, labels.get(node, node)) for node, placed in layout.nodes.items()]
    parts.append("</svg>")
    return "".join(parts)


def _n(number: float) -> str:
    """Write a length to a tenth of a point; -0 is 0."""
    return f"{round(number, 1) + 0.0:.1f}".removesuffix(".0")


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_n(x)},{_n(-y)}" for x, y in points)


def _heading(heading: Heading) -> str:
    group = heading.group
    return (
        f'<g class="kq-heading" style="--ink:{group.ink};--fill:{group.fill}">'
        f'<polyline points="{_points(heading.rail)}" fill="none" stroke="{group.fill}"'
        f' stroke-opacity=".18" stroke-width="{_n(heading.size * 0.8)}" stroke-linecap="round"/>'
        f'<text x="{_n(heading.x)}" y="{_n(-heading.y + 0.36 * heading.size)}"'
        f' font-size="{_n(heading.size)}" font-weight="bold" fill="{group.ink}"'
        f' text-anchor="{ANCHOR[heading.side]}">{escape(group.title)}</text></g>'
    )


def _path(commands: Iterable[tuple[str, tuple[Point, ...]]]) -> str:
    """Write a path with each step counted from the last: half as long as whole coordinates."""
    parts = []
    x = y = start_x = start_y = 0
    for command, points in commands:
        # In tenths of a point, so that roundings do not add up.
        steps = [(round(10 * px), round(-10 * py)) for px, py in points]
        written = " ".join(f"{_n((px - x) / 10)},{_n((py - y) / 10)}" for px, py in steps)
        parts.append(command.lower() + written)
        if steps:
            x, y = steps[-1]
        if command == "M":
            start_x, start_y = x, y
        if command == "Z":
            x, y = start_x, start_y
    return "".join(parts).replace(" -", "-").replace(",-", "-")


def _edge(curve: Curve, size: float, label: str) -> str:
    start, *rest = curve.points
    hit = _path([("M", (start,)), ("C", tuple(rest))])
    return (
        f'<g class="kq-edge" data-id="{escape(curve.key)}"'
        f' data-ends="{escape(curve.subject)} {escape(curve.object)}" role="button" tabindex="-1"'
        f' aria-label="{escape(label)}"><path class="kq-hit" d="{hit}"/>'
        f'<path class="kq-line" d="{_path(outline(curve, size))}" fill="{curve.group.fill}"/></g>'
    )


def _node(placed: PlacedNode, label: str) -> str:
    lines = "".join(
        f'<text x="{_n(placed.text_x)}" y="{_n(-y)}">{escape(line)}</text>'
        for line, y in zip(placed.lines, placed.baselines, strict=True)
    )
    kind = (
        "kq-node kq-hub kq-focus"
        if placed.focus
        else "kq-node"
        if placed.side
        else "kq-node kq-hub"
    )
    return (
        f'<g class="{kind}" data-id="{escape(placed.node)}" role="button"'
        f' tabindex="{0 if placed.focus else -1}" aria-label="{escape(label)}"'
        f' font-size="{_n(placed.size)}" text-anchor="{ANCHOR[placed.side]}">'
        f"{_mark(placed)}{lines}</g>"
    )


def _mark(placed: PlacedNode) -> str:
    if placed.focus:
        left, low, right, high = placed.plate
        return (
            f'<rect x="{_n(left)}" y="{_n(-high)}" width="{_n(right - left)}"'
            f' height="{_n(high - low)}" rx="{_n(placed.size * 0.6)}" fill="{placed.group.ink}"/>'
        )
    fill, marker, x, y, r = (
        placed.group.fill,
        placed.group.marker,
        placed.x,
        -placed.y,
        placed.radius,
    )
    if marker == "o":
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}" fill="{fill}"/>'
    if marker in RAYS:
        rays, first, inner = RAYS[marker]
        turns = [
            (first + i * pi / rays, r * (1.5 if i % 2 == 0 else inner)) for i in range(2 * rays)
        ]
    else:
        corners, turned = CORNERS[marker]
        turns = [(turned * pi / 180 + i * 2 * pi / corners, r * 1.25) for i in range(corners)]
    points = " ".join(f"{_n(x + d * sin(a))},{_n(y - d * cos(a))}" for a, d in turns)
    return f'<polygon points="{points}" fill="{fill}"/>'
