"""Networks as figures: one picture of who is tied to whom, in which no name covers another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kopjaqty.curves import outline
from kopjaqty.errors import KopjaqtyError
from kopjaqty.labels import text_width
from kopjaqty.language import _
from kopjaqty.layouts import arrange
from kopjaqty.networks import require_node
from kopjaqty.palette import DASHES, FONT, INK, TINTS, pale
from kopjaqty.spots import Layout, Spot
from kopjaqty.style import most_connected

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

__all__ = ["draw_network"]

HOME = "kazakhstan"
LARGE = 40
"""From this number of nodes on, a network gets a large sheet."""
LARGEST, SMALLEST = 12.0, 5.0
"""Font sizes between which names are fitted to a sheet."""
MARK = {"o": 1.0, "s": 0.9, "h": 1.05, "v": 1.05, "^": 1.05, "D": 0.8, "*": 1.5}
"""Size of a marker for the eye: a star of the same width covers less than a square."""
ALIGN = {1: "left", -1: "right", 0: "center"}


def draw_network(
    graph: nx.MultiDiGraph,
    *,
    ax: Axes | None = None,
    focus: str | None = None,
    width: float | None = None,
    size: float = 9,
) -> Axes:
    """Draw a network: the focus in the middle, all else around it, sorted by kind.

    Parameters
    ----------
    graph
        From `build_network` or `ego_network`.
    ax
        Where to draw; the font is made to fit. Without it, a new figure, as high as is needed.
    focus
        The node in the middle; Kazakhstan unless given, or else the best connected.
    width
        Of the new figure, in inches: 15 for a large network, 9 for a small one.
    size
        Font size of the names in the new figure, in points.

    Returns
    -------
    matplotlib.axes.Axes
        Patches and texts have the ids of nodes and relations as gid. `caption(ax)` and
        `alt_text(ax)` say in words what it shows.

    Raises
    ------
    UnknownName
        The network has no such focus.
    KopjaqtyError
        The network has no nodes, or does not fit the Axes; the message gives the room it needs.

    Examples
    --------
    >>> from kopjaqty.networks import build_network, ego_network
    >>> ax = draw_network(ego_network(build_network(), "semey_treaty"), focus="semey_treaty")
    >>> len(ax.texts) > 4
    True
    """
    focus = choose_focus(graph, focus)
    if ax is None:
        import matplotlib.pyplot as plt

        inches = width or (15 if len(graph) > LARGE else 9)
        layout = _fit(graph, focus, width=inches * 72, largest=size)
        below = legend_height(layout, graph)
        canvas = plt.figure(figsize=(inches, (layout.height + below) / 72), dpi=100)
        ax = canvas.add_axes((0.0, 0.0, 1.0, 1.0))
    else:
        box = ax.get_window_extent()
        points = 72 / ax.get_figure(root=True).dpi  # type: ignore[union-attr]
        layout = _fit(
            graph, focus, width=box.width * points, height=box.height * points, largest=LARGEST
        )
        below = legend_height(layout, graph)
    _prepare(ax, layout, below)
    _draw_lines(ax, layout)
    for spot in layout.spots.values():
        _draw_spot(ax, spot)
    _draw_headings(ax, layout)
    _draw_legend(ax, layout, graph)
    ax.kopjaqty_network = graph  # type: ignore[attr-defined]  # for caption and alt_text
    return ax


def choose_focus(graph: nx.MultiDiGraph, focus: str | None) -> str:
    """Say what stands in the middle: what is asked for, Kazakhstan, or the best connected."""
    if not graph:
        raise KopjaqtyError(_("The network has no nodes: no relation fits what was asked for."))
    if focus is None:
        focus = HOME if HOME in graph else most_connected(graph, 1)[0]
    require_node(graph, focus)
    return focus


def _fit(
    graph: nx.MultiDiGraph, focus: str, *, width: float, largest: float, height: float | None = None
) -> Layout:
    """Arrange the network with the largest font with which it fits a sheet, given in points."""
    size = largest
    while True:
        layout = arrange(graph, focus=focus, width=width, size=size)
        needed = layout.height + legend_height(layout, graph)
        if layout.fits and (height is None or needed <= height):
            layout.height += 0 if height is None else height - needed
            return layout
        if size <= SMALLEST:
            break
        size = max(size - 0.5, SMALLEST)
    raise KopjaqtyError(
        _(
            "The network does not fit: with {width:.1f} inches of width it needs {height:.1f} "
            "inches of height, or more width. Leave out `ax` and `width`, or draw a part of it."
        ).format(width=width / 72, height=needed / 72)
    )


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
                facecolor=pale(curve.group.fill, TINTS[0]),
                linewidth=0,
                gid=curve.key,
                zorder=1,
            )
        )


def _draw_spot(ax: Axes, spot: Spot) -> None:
    from matplotlib.patches import FancyBboxPatch
    from matplotlib.patheffects import withStroke

    if spot.focus:
        left, low, right, high = spot.plate
        rounding = f"round,pad=0,rounding_size={spot.size * 0.7}"
        ax.add_patch(
            FancyBboxPatch(
                (left, low),
                right - left,
                high - low,
                boxstyle=rounding,
                facecolor=spot.group.ink,
                edgecolor="white",
                linewidth=2,
                zorder=3,
                gid=spot.node,
            )
        )
    else:
        ax.scatter(
            [spot.x],
            [spot.y],
            s=(2 * spot.radius * MARK[spot.group.marker]) ** 2,
            marker=spot.group.marker,
            color=spot.group.fill,
            edgecolors="white",
            linewidths=0.7,
            zorder=3,
            gid=spot.node,
        )
    # Line by line: matplotlib spaces the lines of one text by their own heights.
    for line, y in zip(spot.lines, spot.baselines, strict=True):
        ax.text(
            spot.text_x,
            y,
            line,
            size=spot.size,
            ha=ALIGN[spot.side],
            va="baseline",
            color="white" if spot.focus else INK,
            weight="normal" if spot.side else "bold",
            family=FONT,
            zorder=5 if spot.focus else 4,
            gid=f"name-{spot.node}",
            path_effects=[] if spot.focus else [withStroke(linewidth=2.5, foreground="white")],
        )


def _draw_headings(ax: Axes, layout: Layout) -> None:
    for heading in layout.headings:
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
            heading.group.title,
            size=heading.size,
            ha=ALIGN[heading.side],
            va="center",
            color=heading.group.ink,
            weight="bold",
            family=FONT,
            zorder=4,
        )


def legend_items(graph: nx.MultiDiGraph) -> list[tuple[str, str]]:
    """Give what the legend explains: a status whose line is shown, and its words.

    >>> from kopjaqty.networks import build_network
    >>> legend_items(build_network(predicates="member_of"))
    [('stated', 'a line leads from thick (who) to thin (what)')]
    """
    here = {edge["status"] for *_ends, edge in graph.edges(data=True)}
    items = [("stated", _("a line leads from thick (who) to thin (what)"))]
    if here & {"planned", "proposed"}:
        items.append(("planned", _("planned or proposed")))
    if "ended" in here:
        items.append(("ended", _("ended")))
    return items


def _legend_rows(layout: Layout, graph: nx.MultiDiGraph) -> list[list[tuple[str, str, float]]]:
    """Break the legend into rows of (status, words, width)."""
    rows: list[list[tuple[str, str, float]]] = [[]]
    for status, words in legend_items(graph):
        wide = text_width(words, layout.size) + 6.5 * layout.size
        if rows[-1] and sum(item[2] for item in rows[-1]) + wide > 0.96 * layout.width:
            rows.append([])
        rows[-1].append((status, words, wide))
    return rows


def legend_height(layout: Layout, graph: nx.MultiDiGraph) -> float:
    """Give the height that the legend takes below the network."""
    return layout.size * (1.0 + 1.6 * len(_legend_rows(layout, graph)))


def _draw_legend(ax: Axes, layout: Layout, graph: nx.MultiDiGraph) -> None:
    from matplotlib.patches import Polygon

    size = layout.size
    y = -layout.height / 2 - size
    for row in _legend_rows(layout, graph):
        x = -sum(item[2] for item in row) / 2
        for status, words, wide in row:
            dash, gap = DASHES[status]
            at = 0.0
            while at < 4:
                to = min(4.0, at + dash) if gap else 4.0
                half = [size * (0.15 - 0.03 * t) for t in (at, to)]
                ax.add_patch(
                    Polygon(
                        [
                            (x + at * size, y - half[0]),
                            (x + at * size, y + half[0]),
                            (x + to * size, y + half[1]),
                            (x + to * size, y - half[1]),
                        ],
                        facecolor="#666666",
                        linewidth=0,
                    )
                )
                at = to + gap if gap else 4.0
            ax.text(
                x + 4.6 * size, y, words, size=size, va="center", color=INK, family=FONT, zorder=4
            )
            x += wide
        y -= 1.6 * size
