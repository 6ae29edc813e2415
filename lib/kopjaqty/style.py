"""What figures say in words, and how they are kept: caption, alternative text, picture."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from kopjaqty.errors import KopjaqtyError
from kopjaqty.language import _, localized, ngettext
from kopjaqty.palette import FONT, GROUPS, INK, TINTS, Group, group_of, pale

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

__all__ = ["FONT", "GROUPS", "Figure", "Group", "alt_text", "caption", "figure", "group_of"]

LIMIT = 340_000
"""Bytes of a picture: a notebook full of them must still open quickly on a slow line."""


def most_connected(graph: nx.MultiDiGraph, count: int = 3) -> list[str]:
    """Give the nodes with the most relations; of equals, the first in the order of the graph."""
    return sorted(graph, key=graph.degree, reverse=True)[:count]


def caption(graph: nx.MultiDiGraph | Axes) -> str:
    """Write the caption of a network's figure: what is drawn, how to read it, n, the source.

    Parameters
    ----------
    graph
        A network, or the Axes that `draw_network` drew it in.

    Returns
    -------
    str
        Plain text in the current language; all numbers are computed from the network.

    Examples
    --------
    >>> from kopjaqty.networks import build_network
    >>> caption(build_network(predicates="closed")).split(",")[0]
    '2 entities and 1 relation between them'
    """
    network = _network_of(graph)
    reading = [
        _("A mark is an entity: colour and shape tell its kind; the larger, the more relations."),
        _("A line is a relation: it is thick at its subject and thin at its object."),
    ]
    statuses = {edge["status"] for *_ends, edge in network.edges(data=True)}
    if statuses & {"planned", "proposed"}:
        reading.append(_("Dashed: planned or proposed."))
    if "ended" in statuses:
        reading.append(_("Dotted: ended."))
    reading.append(_("Where things stand has no meaning of its own: there are no axes."))
    documents = ", ".join(network.graph.get("documents", ()))
    source = [_("Source: {documents}.").format(documents=documents)] if documents else []
    return "\n".join([_counts(network), " ".join(reading), *source])


_caption = caption  # `figure` has an argument of that name


def alt_text(graph: nx.MultiDiGraph | Axes) -> str:
    """Say what a network's figure shows, for those who do not see it.

    Parameters
    ----------
    graph
        A network, or the Axes that `draw_network` drew it in.

    Returns
    -------
    str
        Plain text in the current language, computed from the network.

    Examples
    --------
    >>> from kopjaqty.networks import build_network
    >>> alt_text(build_network(predicates="closed")).split(",")[0]
    'Network: 2 entities and 1 relation between them'
    """
    network = _network_of(graph)
    parts = [_("Network: {counts}").format(counts=_counts(network))]
    if network:
        best = [
            ngettext(
                "{name} ({n} relation)", "{name} ({n} relations)", network.degree(node)
            ).format(name=localized(network.nodes[node], "name") or node, n=network.degree(node))
            for node in most_connected(network)
        ]
        parts.append(_("Most connected: {names}.").format(names=", ".join(best)))
        kinds = [group_of(kind) for _node, kind in network.nodes(data="kind")]
        counts = [f"{group.title} {kinds.count(group)}" for group in GROUPS if group in kinds]
        parts.append(_("Entities by kind: {counts}.").format(counts="; ".join(counts)))
    return " ".join(parts)


def _counts(graph: nx.MultiDiGraph) -> str:
    nodes, edges = len(graph), graph.number_of_edges()
    documents = len(graph.graph.get("documents", ()))
    return _("{entities} and {relations} between them, stated in {documents}.").format(
        entities=ngettext("{n} entity", "{n} entities", nodes).format(n=nodes),
        relations=ngettext("{n} relation", "{n} relations", edges).format(n=edges),
        documents=ngettext("{n} document", "{n} documents", documents).format(n=documents),
    )


def _network_of(graph: Any) -> nx.MultiDiGraph:
    """Give the network itself, be it given or drawn in Axes."""
    network: nx.MultiDiGraph = getattr(graph, "kopjaqty_network", graph)
    return network


@dataclass(frozen=True)
class Figure:
    """A picture with its alternative text and its caption, saved with the notebook.

    Attributes
    ----------
    png : bytes
        The picture; the same figure gives the same bytes.
    alt, caption : str
        Plain text; an empty line or a new line in the caption is kept.
    """

    png: bytes = field(repr=False)
    alt: str
    caption: str = ""

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        # Not as image/png too: JupyterLab would drop its alternative text, and it doubles the file.
        return {"text/html": self.html, "text/plain": repr(self)}

    def __repr__(self) -> str:
        """Give what a reader without pictures needs."""
        return "\n".join(part for part in (self.alt, self.caption) if part)

    @property
    def _base64(self) -> str:
        return base64.b64encode(self.png).decode("ascii")

    @property
    def html(self) -> str:
        """The figure as HTML that needs nothing else."""
        lines = "<br>".join(escape(line) for line in self.caption.splitlines())
        below = f'<figcaption style="max-width: 60em">{lines}</figcaption>' if lines else ""
        return (
            '<figure style="margin: 0">'
            f'<img src="data:image/png;base64,{self._base64}" alt="{escape(self.alt)}"'
            f' style="max-width: 100%; height: auto">{below}</figure>'
        )


def figure(drawn: Axes | Canvas, *, alt: str | None = None, caption: str | None = None) -> Figure:
    """Turn what was drawn into a picture with alternative text and caption.

    Parameters
    ----------
    drawn
        An Axes or a matplotlib Figure; it is closed for pyplot, so that it is not shown twice.
    alt, caption
        What the picture shows, in words. For a drawn network both are computed unless given.

    Returns
    -------
    Figure
        Shown by a notebook with its caption; the alternative text goes with it.

    Raises
    ------
    KopjaqtyError
        There is no alternative text, and none can be computed.

    Examples
    --------
    >>> from matplotlib.figure import Figure as Canvas
    >>> figure(Canvas(figsize=(1, 1)), alt="An empty square.")
    An empty square.
    """
    canvas: Any = getattr(drawn, "figure", None) or drawn
    networks = [ax for ax in (drawn, *canvas.axes) if hasattr(ax, "kopjaqty_network")]
    if alt is None and not networks:
        raise KopjaqtyError(_("A figure needs words for those who do not see it: give alt=…"))
    words = alt if alt is not None else alt_text(networks[0])
    if caption is None:
        caption = _caption(networks[0]) if networks else ""
    return Figure(_png(canvas), words, caption)


def _png(canvas: Any) -> bytes:
    """Save a matplotlib figure as a small PNG without dates and version numbers."""
    import sys

    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image

    agg: Any = FigureCanvasAgg(canvas)  # annotated in part
    agg.draw()
    picture = Image.frombytes("RGBA", agg.get_width_height(), bytes(agg.buffer_rgba()))
    flat = Image.new("RGB", picture.size, "white")
    flat.paste(picture, mask=picture.getchannel("A"))
    saved = _few_colours(flat, 64)
    for count in (24, 0):
        if len(saved) > LIMIT:
            saved = _few_colours(flat, count)
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close(canvas)
    return saved


def _few_colours(picture: Any, count: int) -> bytes:
    """Save with our colours and the most frequent others; a rare shade becomes the nearest."""
    from PIL import Image, ImageColor

    ours = ["#ffffff", INK]
    for group in GROUPS:
        ours += [group.fill, group.ink, *(pale(group.fill, share) for share in TINTS)]
    kept = [ImageColor.getrgb(colour) for colour in ours]
    colours = picture.getcolors(picture.width * picture.height)
    for _times, colour in sorted(colours, key=lambda c: (-c[0], c[1]))[: 4 * count]:
        # Of colours that no eye tells apart, one is enough.
        if len(kept) < len(ours) + count and all(_apart(colour, other) for other in kept):
            kept.append(colour)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in kept for part in colour[:3]])
    saved = io.BytesIO()
    few = picture.quantize(palette=palette, dither=Image.Dither.NONE)
    few.save(saved, "PNG", optimize=True)
    return saved.getvalue()


def _apart(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=False)) > 6
