"""Two columns: who on the left, what on the right, and lines from the one to the other.

For bipartite networks (speakers and topics) and for counted ones. Lines between the same two are
drawn as one, the thicker the more it stands for: parallel lines would only thicken it anyway.
"""

from __future__ import annotations

from itertools import groupby
from math import fsum
from typing import TYPE_CHECKING, Any

from kopjaqty.drawings.curves import Curve, band
from kopjaqty.drawings.labels import text_width, wrap
from kopjaqty.drawings.spots import Heading, Layout, Spot, label_of
from kopjaqty.language import language
from kopjaqty.style.look import Group, look_of
from kopjaqty.style.palette import PLAIN

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["arrange_columns", "rows_of_columns"]

ROW_GAP, HEADING = 0.35, 2.3
"""Room between rows and for a heading, in font sizes."""
TITLE = 1.1
"""Size of a heading, in font sizes."""
SHARE = 0.3
"""How much of the width a column of names may take."""
MIDDLE = 0.22
"""How much of the width the lines need."""
SWEEPS = 12

Ties = dict[tuple[str, str], list[tuple[str, dict[str, Any]]]]
Sides = tuple[list[str], list[str]]


def rows_of_columns(graph: nx.MultiDiGraph) -> Sides:
    """Say what stands on the left, where lines start, and what on the right, where they end.

    >>> from kopjaqty.networks import build_network
    >>> rows_of_columns(build_network(predicates="member_of"))[0]
    ['kazakhstan']
    """
    right = [n for n in graph if graph.in_degree(n) or graph.nodes[n].get("bipartite") == 1]
    left = [n for n in graph if graph.out_degree(n) or n not in right]
    return left, right


def arrange_columns(graph: nx.MultiDiGraph, *, width: float, size: float) -> Layout:
    """Arrange a network in two columns; the height follows from the width and font size.

    Parameters
    ----------
    width, size
        In points.

    Examples
    --------
    >>> from kopjaqty.networks import build_network
    >>> layout = arrange_columns(build_network(of="positions"), width=500, size=8)
    >>> layout.spots["topic:water"].x > layout.spots["kazakhstan"].x
    True
    """
    ties: Ties = {}
    for u, v, key, edge in graph.edges(keys=True, data=True):
        ties.setdefault((u, v), []).append((key, edge))
    layout = Layout(width, 0.0, size, "")
    columns = _order(graph, ties)
    counts = [_counts(ties, side) for side in (0, 1)]
    most = max((n for found in counts for n in found.values()), default=1)
    spots: list[dict[str, Spot]] = [{}, {}]
    for side, column in enumerate(columns):
        for node in column:
            number = counts[side].get(node, 0)
            label = f"{label_of(graph, node, language())} ({number})"
            spot = _spot(graph, node, label, layout)
            spot.side = side * 2 - 1
            spot.radius = size * (0.26 + 0.26 * (number / most) ** 0.5)
            spots[side][node] = spot
            # In a counted network, the same kind can stand on both sides.
            layout.spots[node if node not in layout.spots else f"{node}→"] = spot
    _place(layout, columns, spots)
    layout.curves = _bands(graph, ties, spots)
    return layout


def _spot(graph: nx.MultiDiGraph, node: str, label: str, layout: Layout) -> Spot:
    lines = wrap(label, SHARE * layout.width, layout.size)
    wide = max(text_width(line, layout.size) for line in lines)
    group = look_of(graph).group_of(graph.nodes[node]["kind"])
    return Spot(node, group, 0.0, label, lines, wide, layout.size)


def _counts(ties: Ties, side: int) -> dict[str, int]:
    """Count what the lines of each node stand for."""
    found: dict[str, int] = {}
    for ends, rows in ties.items():
        number = sum(edge.get("weight", 1) for _key, edge in rows)
        found[ends[side]] = found.get(ends[side], 0) + number
    return found


def _order(graph: nx.MultiDiGraph, ties: Ties) -> Sides:
    """Sort each column by kind, and within a kind so that few lines cross (barycentres)."""
    columns = [list(column) for column in rows_of_columns(graph)]
    look = look_of(graph)
    rank = {node: look.rank(graph.nodes[node]["kind"]) for node in graph}
    for column in columns:
        column.sort(key=rank.__getitem__)
    for sweep in range(SWEEPS):
        side = 1 - sweep % 2
        place = {node: n / len(columns[1 - side]) for n, node in enumerate(columns[1 - side])}
        pulls: dict[str, tuple[float, float]] = {}
        for ends, rows in ties.items():
            total, number = pulls.get(ends[side], (0.0, 0.0))
            more = sum(edge.get("weight", 1) for _key, edge in rows)
            pulls[ends[side]] = total + more * place[ends[1 - side]], number + more
        own = {node: n / len(columns[side]) for n, node in enumerate(columns[side])}
        mean = {
            node: round(pulls[node][0] / pulls[node][1] if node in pulls else own[node], 6)
            for node in columns[side]
        }
        columns[side].sort(key=lambda node: (rank[node], mean[node]))
    return columns[0], columns[1]


def _place(layout: Layout, columns: Sides, spots: list[dict[str, Spot]]) -> None:
    """Give each row its height and each column its place; what is left over is shared out."""
    size = layout.size
    sectors = [
        [
            [spot.node for spot in found]
            for _name, found in groupby(map(row.__getitem__, column), lambda spot: spot.group.name)
        ]
        for row, column in zip(spots, columns, strict=True)
    ]
    heights = []
    for side, column in enumerate(columns):
        rows = fsum(spots[side][node].text_height + ROW_GAP * size for node in column)
        titles = [_title(layout, spots[side][sector[0]].group) for sector in sectors[side]]
        headed = _headed(sectors[side])
        heights.append(rows + headed * fsum(_heading_height(title, size) for title in titles))
    height = max(*heights, 0.25 * layout.width)
    layout.height = height + 2 * size
    wide = [max((s.width for s in found.values()), default=0.0) for found in spots]
    inner = [layout.width / 2 - each - 2.2 * size for each in wide]
    layout.fits = fsum(inner) > MIDDLE * layout.width
    for side, column in enumerate(columns):
        headed = _headed(sectors[side])
        spare = min((height - heights[side]) / max(len(column), 1), 2.2 * size)
        y = (heights[side] + spare * len(column)) / 2
        for sector in sectors[side]:
            title = _title(layout, spots[side][sector[0]].group)
            y -= _heading_height(title, size) if headed else 0
            for node in sector:
                spot = spots[side][node]
                step = spot.text_height + ROW_GAP * size + spare
                spot.x, spot.y = spot.side * inner[side], y - step / 2
                y -= step
            if headed:
                layout.headings.append(_heading(layout, [spots[side][n] for n in sector]))


def _headed(sectors: list[list[str]]) -> bool:
    """Tell whether a column needs headings: not where each would have a single row, its kind."""
    return any(len(sector) > 1 for sector in sectors)


def _title(layout: Layout, group: Group) -> tuple[str, ...]:
    """Break a kind's name into lines as wide as the names below it may be."""
    return wrap(group.title, SHARE * layout.width + layout.size, TITLE * layout.size, bold=True)


def _heading_height(lines: tuple[str, ...], size: float) -> float:
    return size * (HEADING + 1.3 * (len(lines) - 1))


def _heading(layout: Layout, sector: list[Spot]) -> Heading:
    first, size = sector[0], layout.size
    lines = _title(layout, first.group)
    wide = max(text_width(line, TITLE * size, bold=True) for line in lines)
    # Aligned with the names, or as far inwards as the title is longer than they are.
    x = first.side * min(abs(first.text_x), layout.width / 2 - 0.6 * size - wide)
    y = first.y + first.text_height / 2 + size * (0.9 + 0.65 * (len(lines) - 1))
    return Heading(first.group, x, y, first.side, TITLE * size, words="\n".join(lines))


def _bands(graph: nx.MultiDiGraph, ties: Ties, spots: list[dict[str, Spot]]) -> list[Curve]:
    """Draw one line for all that lead from the one to the other, the thickest first."""
    weights = {
        ends: sum(edge.get("weight", 1) for _key, edge in rows) for ends, rows in ties.items()
    }
    most = max(weights.values(), default=1)
    look = look_of(graph)
    curves = []
    for (u, v), rows in sorted(ties.items(), key=lambda item: -weights[item[0]]):
        a, b = spots[0][u], spots[1][v]
        x = (b.x - a.x) * 0.45
        points = (a.x, a.y), (a.x + x, a.y), (b.x - x, b.y), (b.x, b.y)
        lines = {look.line_of(graph, edge.get("status", "")) for _key, edge in rows}
        line = lines.pop() if len(lines) == 1 else PLAIN
        key = " ".join(key for key, _edge in rows)
        curves.append(Curve(u, v, key, a.group, line, points, *band(weights[u, v], most)))
    return curves
