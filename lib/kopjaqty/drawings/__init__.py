"""Networks as figures: pictures of who is tied to whom, in which no name covers another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kopjaqty.arguments import AXES, N_, NETWORK, SIZE, allow, one_of, require
from kopjaqty.drawings.columns import arrange_columns
from kopjaqty.drawings.layouts import arrange
from kopjaqty.drawings.sheet import draw_layout, legend_height, legend_items
from kopjaqty.drawings.spots import Layout
from kopjaqty.drawings.trees import arrange_tree
from kopjaqty.errors import KopjaqtyError
from kopjaqty.language import _
from kopjaqty.networks import require_node
from kopjaqty.networks.views import aggregate
from kopjaqty.style.captions import NetworkPicture
from kopjaqty.style.shapes import is_crowded, layout_of, most_connected

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

__all__ = ["draw_network"]

HOME = "kazakhstan"
LARGE = 40
"""From this number of nodes on, a network gets a large sheet."""
LARGEST, SMALLEST = 12.0, 5.0
"""Font sizes between which names are fitted to a sheet."""
LAYOUTS = ("oval", "columns", "tree")


def draw_network(  # noqa: PLR0913 - what a figure is, each by its keyword
    graph: Any,  # networkx's stubs tell directed and multiple graphs apart
    *,
    ax: Axes | None = None,
    layout: str | None = None,
    focus: str | None = None,
    width: float | None = None,
    size: float = 9,
) -> Axes:
    """Draw a network.

    Parameters
    ----------
    graph
        From `build_network`, `ego_network`, or another function of `kopjaqty.networks`.
    ax
        Where to draw; the font is made to fit. Without it, a new figure, as high as is needed.
    layout
        "oval": the focus in the middle, all else around it, sorted by kind. "columns": who on
        the left, what on the right. "tree": the whole above its parts. Unless given, what suits
        the network; one with too many lines to be told apart is counted by kind first, and its
        caption says so.
    focus
        The node in the middle; Kazakhstan unless given, or else the best connected.
    width
        Of the new figure, in inches: 15 for a large oval, 12 for a tree, else 9.
    size
        Font size of the names in the new figure, in points.

    Returns
    -------
    matplotlib.axes.Axes
        Patches and texts have the ids of nodes and edges as gid. `caption(ax)` and
        `alt_text(ax)` say in words what it shows; `ax.kopjaqty` has these, and the network.

    Raises
    ------
    UnknownName
        The network has no such focus, or there is no such layout, or not of such a network.
    KopjaqtyError
        The network has no nodes, or does not fit the Axes; the message gives the room it needs.

    Examples
    --------
    >>> from kopjaqty.networks import build_network, ego_network
    >>> ax = draw_network(ego_network(build_network(), "semey_treaty"), focus="semey_treaty")
    >>> len(ax.texts) > 4
    True
    """
    require(NETWORK, graph=graph)
    require(SIZE, size=size)
    allow(SIZE, width=width)
    allow(AXES, ax=ax)
    focus = choose_focus(graph, focus)
    if layout is None and is_crowded(graph):
        graph = aggregate(graph)
    chosen = layout_of(graph) if layout is None else layout
    one_of(N_("There is no such layout."), LAYOUTS, chosen)
    one_of(N_("This network cannot be drawn in that layout."), _layouts(graph), chosen)
    legend = legend_items(graph, chosen)
    if ax is None:
        import matplotlib.pyplot as plt

        usual = {"oval": 15 if len(graph) > LARGE else 9, "columns": 9, "tree": 12}
        inches = width or usual[chosen]
        arranged = _fit(graph, chosen, focus, legend, width=inches * 72, largest=size)
        tall = arranged.height + legend_height(arranged, legend)
        canvas = plt.figure(figsize=(inches, tall / 72), dpi=100)
        ax = canvas.add_axes((0.0, 0.0, 1.0, 1.0))
    else:
        box = ax.get_window_extent()
        points = 72 / ax.get_figure(root=True).dpi  # type: ignore[union-attr]
        room = {"width": box.width * points, "height": box.height * points}
        arranged = _fit(graph, chosen, focus, legend, largest=LARGEST, **room)
    draw_layout(ax, arranged, legend)
    ax.kopjaqty = NetworkPicture(graph, chosen)  # type: ignore[attr-defined]
    return ax


def choose_focus(graph: Any, focus: str | None) -> str:
    """Say what stands in the middle: what is asked for, Kazakhstan, or the best connected."""
    if not graph:
        raise KopjaqtyError(_("The network has no nodes: no relation fits what was asked for."))
    if focus is None:
        focus = HOME if HOME in graph else most_connected(graph, 1)[0]
    require_node(graph, focus)
    return focus


def _layouts(graph: Any) -> list[str]:
    """Say which layouts there are for a network: its own, and others that show all of it."""
    own = layout_of(graph)
    if own == "tree":
        return ["tree", *LAYOUTS[:1]]
    sided = any("bipartite" in row for _node, row in graph.nodes(data=True))
    if sided:
        return [own]
    return list(LAYOUTS[:2] if graph.is_multigraph() else LAYOUTS[:1])


def _arrange(graph: Any, chosen: str, focus: str, width: float, size: float) -> Layout:
    if chosen == "tree":
        return arrange_tree(graph, width=width, size=size)
    if chosen == "columns":
        return arrange_columns(graph, width=width, size=size)
    return arrange(_directed(graph), focus=focus, width=width, size=size)


def _directed(graph: Any) -> nx.MultiDiGraph:
    """Give a projection's ties a start and an end, which the picture does not show."""
    import networkx as nx

    if graph.is_multigraph():
        return graph  # type: ignore[no-any-return]
    directed: nx.MultiDiGraph = nx.MultiDiGraph(**graph.graph)
    directed.add_nodes_from(graph.nodes(data=True))
    for u, v, edge in graph.edges(data=True):
        directed.add_edge(u, v, key=f"{u} {v}", **edge)
    return directed


def _fit(  # noqa: PLR0913 - the sheet and what goes on it
    graph: Any,
    chosen: str,
    focus: str,
    legend: list[tuple[str, str]],
    *,
    width: float,
    largest: float,
    height: float | None = None,
) -> Layout:
    """Arrange the network with the largest font with which it fits a sheet, given in points."""
    size = largest
    while True:
        layout = _arrange(graph, chosen, focus, width, size)
        needed = layout.height + legend_height(layout, legend)
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
