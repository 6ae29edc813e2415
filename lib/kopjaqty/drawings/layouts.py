"""Where things stand in the picture of a network: plain geometry, the same on every machine.

The focus (Kazakhstan) stands in the middle, the other hubs around it, all else on an oval, sorted
into sectors by kind. No force-directed layout: those put labels on labels, and some give other
positions with another numerical library.
Lengths are points (1/72 inch), the origin is the middle of the oval, y points up.
"""

from __future__ import annotations

from math import atan2, cos, fsum, hypot, sin, sqrt, tau
from typing import TYPE_CHECKING

from kopjaqty.drawings.curves import THICK, THIN, Curve, band, bend
from kopjaqty.drawings.hubs import place_hubs
from kopjaqty.drawings.labels import text_width, wrap
from kopjaqty.drawings.spots import Heading, Layout, Spot, label_of
from kopjaqty.language import language
from kopjaqty.style.look import look_of
from kopjaqty.style.shapes import most_connected

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["arrange"]

ROW_GAP = 0.30
HEADING = 2.2
"""Room between rows and for a heading, in font sizes."""

WIDE = 560
"""Width from which a picture is no longer for a phone."""
HUB_DEGREE = 6
SWEEPS = 12
"""Rounds of ordering; after a few, nothing moves any more."""


def arrange(graph: nx.MultiDiGraph, *, focus: str, width: float, size: float) -> Layout:
    """Arrange a network in a picture of that width and font size; its height follows from it.

    Parameters
    ----------
    focus
        The node in the middle.
    width, size
        In points.

    Examples
    --------
    >>> from kopjaqty.networks import build_network, ego_network
    >>> ego = ego_network(build_network(), "astana")
    >>> spot = arrange(ego, focus="astana", width=400, size=8).spots["astana"]
    >>> spot.x, spot.y, spot.lines
    (0.0, 0.0, ('Astana',))
    """
    layout = Layout(width, 0.0, size, focus)
    hubs = _hubs(graph, focus) if width > WIDE else []
    for node in graph:
        layout.spots[node] = _spot(graph, node, layout, node in hubs)
    _place_oval(layout, [[n for n in s if n not in hubs] for s in _order(graph, focus)])
    place_hubs(graph, layout, hubs)
    layout.curves = _draw_curves(graph, layout)
    return layout


def _spot(graph: nx.MultiDiGraph, node: str, layout: Layout, hub: bool) -> Spot:
    """Give a node its mark and the lines of its name."""
    size, width, focus = layout.size, layout.width, node == layout.focus
    limit, lines_at_most = width * (0.24 if width > WIDE else 0.29), 9
    font = size
    if focus:
        font = size * (1.5 if width > WIDE else 1.2)
        limit, lines_at_most = 10 * font, 3
    elif hub:
        font = size * 1.12
        limit, lines_at_most = 9 * font, 3
    label = label_of(graph, node, language())
    while len(lines := wrap(label, limit, font, bold=focus or hub)) > lines_at_most:
        limit *= 1.2
    return Spot(
        node,
        look_of(graph).group_of(graph.nodes[node]["kind"]),
        size * (0.16 + 0.15 * sqrt(graph.degree(node))),
        label,
        lines,
        max(text_width(line, font, bold=focus or hub) for line in lines),
        font,
        focus=focus,
    )


def _hubs(graph: nx.MultiDiGraph, focus: str) -> list[str]:
    """Choose what stands inside the oval: the best connected, more of them in a larger network.

    Of equals all or none: it must not hang on the order of a table who stands there.
    """
    places = max(0, (len(graph) - 20) // 10)
    ranked = [node for node in most_connected(graph, len(graph)) if node != focus]
    least = max([HUB_DEGREE, *(graph.degree(node) + 1 for node in ranked[places : places + 1])])
    return [node for node in ranked[:places] if graph.degree(node) >= least]


def _order(graph: nx.MultiDiGraph, focus: str) -> list[list[str]]:
    """Sort nodes into sectors, and in each put what is tied to the same things side by side.

    Barycentre ordering: a node moves to the mean direction of its neighbours, several times over.
    """
    look = look_of(graph)
    kinds = {n: look.group_of(graph.nodes[n]["kind"]) for n in graph if n != focus}
    sectors = [sector for g in look.groups if (sector := [n for n in kinds if kinds[n] == g])]
    near = {n: [m for m in (*graph.succ[n], *graph.pred[n]) if m not in (focus, n)] for n in graph}
    for _sweep in range(SWEEPS):
        ring = [n for sector in sectors for n in sector]
        angle = {n: tau * (i + 0.5) / len(ring) for i, n in enumerate(ring)}
        sectors = [
            sorted(sector, key=_pulls(sector, near, angle).__getitem__) for sector in sectors
        ]
    return sectors


def _pulls(
    sector: list[str], near: dict[str, list[str]], angle: dict[str, float]
) -> dict[str, float]:
    """Say where each node of a sector is pulled to, as an angle from the sector's middle."""
    middle = fsum(angle[n] for n in sector) / len(sector)
    pulls = {}
    for node in sector:
        x = fsum(cos(angle[m] - middle) for m in near[node])
        y = fsum(sin(angle[m] - middle) for m in near[node])
        own = angle[node] - middle
        # A node tied to the focus alone keeps its place; so does one pulled to all sides.
        pulls[node] = round((atan2(y, x) + own) / 2 if hypot(x, y) > 1e-6 else own, 6)
    return pulls


def _rows_height(layout: Layout, sectors: list[list[str]]) -> float:
    spots = [layout.spots[n] for sector in sectors for n in sector]
    rows = fsum(spot.text_height + ROW_GAP * layout.size for spot in spots)
    return rows + len(sectors) * HEADING * layout.size


def _place_oval(layout: Layout, sectors: list[list[str]]) -> None:
    """Put the sectors down the right side and up the left one, cut where the sides are equal."""
    sectors = [sector for sector in sectors if sector]
    halves = [(sectors[:cut], sectors[cut:]) for cut in range(len(sectors) + 1)]
    right, left = min(halves, key=lambda half: max(_rows_height(layout, s) for s in half))
    height = max(_rows_height(layout, right), _rows_height(layout, left), 0.4 * layout.width)
    layout.height = height + 2 * layout.size
    columns = (1, right), (-1, [sector[::-1] for sector in left[::-1]])
    for side, column in columns:
        _place_rows(layout, column, side, height)
    across = min(
        [
            (layout.width / 2 - s.width - s.radius - 1.5 * layout.size) / _oval(s.y, height)
            for s in layout.spots.values()
            if s.side
        ],
        default=0.0,
    )
    _narrow_focus(layout.spots[layout.focus], 1.35 * across)
    plate = layout.spots[layout.focus].plate
    layout.fits = not sectors or across > plate[2] + layout.size
    for spot in layout.spots.values():
        spot.x = spot.side * across * _oval(spot.y, height)
    for side, column in columns:
        for sector in column:
            layout.headings.append(_heading(layout, sector, side, across, height))


def _narrow_focus(spot: Spot, limit: float) -> None:
    """Break the name in the middle into more lines where the oval is narrow."""
    if 0 < limit < spot.width:
        spot.lines = wrap(spot.label, limit, spot.size, bold=True)
        spot.width = max(text_width(line, spot.size, bold=True) for line in spot.lines)


def _place_rows(layout: Layout, sectors: list[list[str]], side: int, height: float) -> None:
    """Give each row its height; what is left over is shared out, within reason."""
    rows = sum(len(sector) for sector in sectors) + 2 * len(sectors)
    spare = min((height - _rows_height(layout, sectors)) / max(rows, 1), 1.5 * layout.size)
    y = (_rows_height(layout, sectors) + spare * rows) / 2
    for sector in sectors:
        y -= layout.size * HEADING + 2 * spare
        for node in sector:
            spot = layout.spots[node]
            step = spot.text_height + ROW_GAP * layout.size + spare
            spot.side, spot.y = side, y - step / 2
            y -= step


def _heading(layout: Layout, sector: list[str], side: int, across: float, height: float) -> Heading:
    first, last = layout.spots[sector[0]], layout.spots[sector[-1]]
    y = first.y + first.text_height / 2 + 0.95 * layout.size
    size = layout.size * 1.12
    wide = text_width(first.group.title, size, bold=True)
    plate, outer = layout.spots[layout.focus].plate, layout.width / 2 - layout.size
    inner = 0.5 * size + (plate[2] if abs(y) < plate[3] + size else 0)
    size *= min(1.0, (outer - inner) / wide)
    x = max(inner, min(abs(first.text_x), outer - min(wide, outer - inner)))
    steps = [first.y + (last.y - first.y) * i / 12 for i in range(13)]
    rail = tuple((side * across * _oval(at, height), at) for at in steps)
    return Heading(first.group, side * x, y, side, size, rail)


def _oval(y: float, height: float) -> float:
    """Half the width of the oval at that height, from 0 to 1; above and below it is cut off."""
    return float(max(0.0, 1 - abs(y / (0.53 * height)) ** 2.4) ** (1 / 2.4))


def _draw_curves(graph: nx.MultiDiGraph, layout: Layout) -> list[Curve]:
    """Bend each relation towards the middle, the more the further apart its ends are."""
    curves = []
    look = look_of(graph)
    seen: dict[frozenset[str], int] = {}
    most = max((edge.get("weight", 1) for *_ends, edge in graph.edges(data=True)), default=1)
    for u, v, key, edge in graph.edges(keys=True, data=True):
        nth = seen[frozenset((u, v))] = seen.get(frozenset((u, v)), -1) + 1
        a, b = layout.spots[u], layout.spots[v]
        far = min(1.0, 0.35 + hypot(b.x - a.x, b.y - a.y) / layout.height)
        pull = 0.0 if layout.focus in (u, v) else (0.42 if a.side and b.side else 0.2) * far
        # Several relations of the same two are spread to both sides.
        spread = layout.size * 1.6 * ((nth + 1) // 2) * (-1 if nth % 2 else 1)
        spread *= -1 if u > v else 1
        points = bend((a.x, a.y), (b.x, b.y), pull=pull, spread=spread)
        wide = band(edge["weight"], most, even=True) if "weight" in edge else (THICK, THIN)
        line = look.line_of(graph, edge.get("status", ""))
        curves.append(Curve(u, v, key, a.group, line, points, *wide))
    return curves
