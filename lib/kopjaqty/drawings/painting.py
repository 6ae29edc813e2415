"""What a picture of a network is drawn with: lines, marks, names, headings, a legend."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, Any

from kopjaqty.drawings.curves import THICK, outline
from kopjaqty.drawings.labels import text_width, wrap
from kopjaqty.drawings.placed_nodes import Layout, PlacedNode
from kopjaqty.language import _
from kopjaqty.style.look import look_of, one_of_them
from kopjaqty.style.palette import FONT, INK, LINES, PLAIN, TINTS, pale

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

__all__ = ["draw_layout", "legend_height", "legend_items"]

MARK = {
    "o": 1.0,
    "s": 0.9,
    "h": 1.05,
    "v": 1.05,
    "^": 1.05,
    "<": 1.05,
    "D": 0.8,
    "*": 1.5,
    "P": 1.1,
    "p": 1.1,
    "d": 1.1,
    "X": 1.0,
}
"""Size of a marker for the eye: a star of the same width covers less than a square."""
ALIGN = {1: "left", -1: "right", 0: "center"}
LINE_GREY = "#666666"


def draw_layout(ax: Axes, layout: Layout, legend: list[tuple[str, str]]) -> None:
    """Draw all that was arranged, and below it the legend."""
    _prepare(ax, layout, legend_height(layout, legend))
    for (x0, y0), (x1, y1) in layout.trunks:
        ax.plot([x0, x1], [y0, y1], color=LINE_GREY, linewidth=layout.size * 0.1, zorder=0.5)
    _draw_lines(ax, layout)
    for placed in layout.nodes.values():
        _draw_node(ax, placed)
        _draw_name(ax, placed)
    _draw_headings(ax, layout)
    _draw_legend(ax, layout, legend)


def _prepare(ax: Axes, layout: Layout, below: float) -> None:
    ax.set_axis_off()
    ax.set_xlim(-layout.width / 2, layout.width / 2)
    ax.set_ylim(-layout.height / 2 - below, layout.height / 2)


def _draw_lines(ax: Axes, layout: Layout) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    codes = {"M": [Path.MOVETO], "C": [Path.CURVE4] * 3, "L": [Path.LINETO]}
    for curve in layout.curves:
        vertices: list[Any] = []
        kinds: list[Any] = []
        for command, points in outline(curve, layout.size):
            vertices += points or [(0.0, 0.0)]
            kinds += codes.get(command, [Path.CLOSEPOLY])
        ax.add_patch(
            PathPatch(
                Path(vertices, kinds),
                facecolor=LINE_GREY if layout.trunks else pale(curve.group.fill, TINTS[0]),
                edgecolor="white",
                # Thin white edges tell lines apart that run side by side into the same mark.
                linewidth=0.25 if curve.thick > THICK else 0,
                gid=curve.key,
                zorder=1,
            )
        )


def _draw_node(ax: Axes, placed: PlacedNode) -> None:
    from matplotlib.patches import FancyBboxPatch

    if placed.focus:
        left, low, right, high = placed.plate
        rounding = f"round,pad=0,rounding_size={placed.size * 0.7}"
        ax.add_patch(
            FancyBboxPatch(
                (left, low),
                right - left,
                high - low,
                boxstyle=rounding,
                facecolor=placed.group.ink,
                edgecolor="white",
                linewidth=2,
                zorder=3,
                gid=placed.node,
            )
        )
    else:
        ax.scatter(
            [placed.x],
            [placed.y],
            s=(2 * placed.radius * MARK[placed.group.marker]) ** 2,
            marker=placed.group.marker,
            color="white" if placed.hollow else placed.group.fill,
            edgecolors=placed.group.ink if placed.hollow else "white",
            linewidths=1.1 if placed.hollow else 0.7,
            zorder=3,
            gid=placed.node,
        )


def _draw_name(ax: Axes, placed: PlacedNode) -> None:
    from matplotlib.patheffects import withStroke

    # Line by line: matplotlib spaces the lines of one text by their own heights.
    for line, y in zip(placed.lines, placed.baselines, strict=True):
        ax.text(
            placed.text_x,
            y,
            line,
            size=placed.size,
            ha=ALIGN[placed.side],
            va="baseline",
            color="white" if placed.focus else INK,
            weight="normal" if placed.side else "bold",
            family=FONT,
            zorder=5 if placed.focus else 4,
            gid=f"name-{placed.node}",
            path_effects=[] if placed.focus else [withStroke(linewidth=2.5, foreground="white")],
        )


def _draw_headings(ax: Axes, layout: Layout) -> None:
    for heading in layout.headings:
        if heading.rail:
            xs, ys = zip(*heading.rail, strict=True)
            ax.plot(
                xs,
                ys,
                color=pale(heading.group.fill, TINTS[1]),
                linewidth=layout.size * 0.9,
                solid_capstyle="round",
                zorder=0,
            )
        ax.text(
            heading.x,
            heading.y,
            heading.title,
            size=heading.size,
            linespacing=1.15,
            multialignment=ALIGN[heading.side],
            ha=ALIGN[heading.side],
            va="center",
            color=heading.group.ink,
            weight="bold",
            family=FONT,
            zorder=4,
        )


def legend_items(graph: nx.Graph, layout: str = "oval") -> list[tuple[str, str]]:
    """Give what the legend explains: a sample (a line, "even" or "hollow") and its words.

    >>> from kopjaqty.networks import build_network
    >>> legend_items(build_network(predicates="member_of"))
    [('solid', 'a line leads from thick (who) to thin (what)')]
    """
    edges = [edge for *_ends, edge in graph.edges(data=True)]
    counted = any("weight" in edge for edge in edges) or layout == "columns"
    if layout == "tree":
        items = [("even", _("belongs to what stands above it"))]
    elif graph.graph.get("of") == "projection":
        items = [("even", _("shared: the thicker, the more"))]
    elif counted:
        items = [(PLAIN, _("from thick (who) to thin (what); the thicker, the more"))]
    else:
        items = [(PLAIN, _("a line leads from thick (who) to thin (what)"))]
    look = look_of(graph)
    for line in LINES:
        if line not in (PLAIN, "open") and (words := look.explained(graph, line)):
            items.append((line, one_of_them(words)))
    if words := look.named(graph):
        items.append((PLAIN, one_of_them(words)))
    if any(edge.get("basis") == "background" for edge in edges):
        items.append(("hollow", _("background: no document says so")))
    return items


def _legend_rows(
    layout: Layout, legend: list[tuple[str, str]]
) -> list[list[tuple[str, str, float]]]:
    """Break the legend into rows of (sample, words, width)."""
    rows: list[list[tuple[str, str, float]]] = [[]]
    room, sign = 0.96 * layout.width, 6.5 * layout.size
    for sample, words in legend:
        lines = wrap(words, room - sign, layout.size)
        wide = max(text_width(line, layout.size) for line in lines) + sign
        for n, line in enumerate(lines):
            if rows[-1] and (n or fsum(item[2] for item in rows[-1]) + wide > room):
                rows.append([])
            rows[-1].append(("" if n else sample, line, wide))
    return rows


def legend_height(layout: Layout, legend: list[tuple[str, str]]) -> float:
    """Give the height that the legend takes below the network."""
    return layout.size * (1.0 + 1.6 * len(_legend_rows(layout, legend)))


def _draw_legend(ax: Axes, layout: Layout, legend: list[tuple[str, str]]) -> None:
    size = layout.size
    y = -layout.height / 2 - size
    rows = _legend_rows(layout, legend)
    widest = max(fsum(item[2] for item in row) for row in rows)
    for row in rows:
        x = -widest / 2
        for sample, words, wide in row:
            _draw_sample(ax, sample, x, y, size)
            ax.text(
                x + 4.6 * size, y, words, size=size, va="center", color=INK, family=FONT, zorder=4
            )
            x += wide
        y -= 1.6 * size


def _draw_sample(ax: Axes, sample: str, x: float, y: float, size: float) -> None:
    from matplotlib.patches import Polygon

    if not sample:  # a further line of words
        return
    if sample == "hollow":
        ax.plot(
            [x + 3.4 * size],
            [y],
            marker="o",
            markersize=0.84 * size,
            color="white",
            markeredgecolor=LINE_GREY,
            markeredgewidth=1.1,
            gid="legend-hollow",
        )
        return
    dash, gap = LINES[PLAIN if sample == "even" else sample]
    thick, thinner = (0.065, 0.0) if sample == "even" else (0.15, 0.03)
    at = 0.0
    while at < 4:
        to = min(4.0, at + dash) if gap else 4.0
        half = [size * (thick - thinner * t) for t in (at, to)]
        corners = [
            (x + at * size, y - half[0]),
            (x + at * size, y + half[0]),
            (x + to * size, y + half[1]),
            (x + to * size, y - half[1]),
        ]
        ax.add_patch(Polygon(corners, facecolor=LINE_GREY, linewidth=0))
        at = to + gap if gap else 4.0
