"""What the picture of a network shows, in words: its caption, and its alternative text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kopjaqty.arguments import DRAWN, require
from kopjaqty.language import N_, _, localized, ngettext
from kopjaqty.style.look import look_of, one_of_them
from kopjaqty.style.pictures import Picture
from kopjaqty.style.shapes import layout_of

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

__all__ = ["NetworkPicture", "alt_text", "caption", "picture_of"]


@dataclass(frozen=True)
class NetworkPicture:
    """A `Picture` of a network: its words are computed, in the language in use, when asked for."""

    shows: nx.Graph = field(repr=False)
    kind: str

    @property
    def alt(self) -> str:
        """What it shows, for those who do not see it."""
        return _write_alt_text(self.shows, self.kind)

    @property
    def caption(self) -> str:
        """What is drawn, how to read it, n, the source."""
        return _write_caption(self.shows, self.kind)


def picture_of(drawn: Any) -> Picture | NetworkPicture:
    """Give what Axes say of themselves, or what a network would say once it is drawn."""
    carried = getattr(drawn, "kopjaqty", None)
    if isinstance(carried, Picture | NetworkPicture):
        return carried
    require(DRAWN, drawn=drawn)
    return NetworkPicture(drawn, layout_of(drawn))


def caption(drawn: nx.Graph | Axes) -> str:
    """Write the caption of a figure: what is drawn, how to read it, n, the source.

    Parameters
    ----------
    drawn
        What a `draw_…` function gave, or a network.

    Returns
    -------
    str
        Plain text; all numbers are computed from what is drawn. Of a network, it is in the
        current language, else in the language in which it was drawn.

    Raises
    ------
    KopjaqtyError
        It is neither: an Axes of your own, say, of which nothing is known.

    Examples
    --------
    >>> from kopjaqty.networks import build_network
    >>> caption(build_network(predicates="closed")).split(",")[0]
    '2 entities and 1 relation between them'
    """
    return picture_of(drawn).caption


def _write_caption(network: nx.Graph, layout: str) -> str:
    reading = {"oval": _read_oval, "columns": _read_columns, "tree": _read_tree}[layout](network)
    look = look_of(network)
    for message, words in (
        (N_("Dashed: {statuses}."), look.explained(network, "dashed")),
        (N_("Dotted: {statuses}."), look.explained(network, "dotted")),
        (N_("A plain line, too: {statuses}."), look.named(network)),
    ):
        if words:
            reading.append(_(message).format(statuses=one_of_them(words)))
    if layout == "oval":
        reading.append(_("Where things stand has no meaning of its own: there are no axes."))
    documents = ", ".join(network.graph.get("documents", ()))
    source = [_("Source: {documents}.").format(documents=documents)] if documents else []
    lines = [_counts(network), *_time(network), " ".join(reading), *source]
    return "\n".join(lines)


def alt_text(drawn: nx.Graph | Axes) -> str:
    """Say what a figure shows, for those who do not see it.

    Parameters
    ----------
    drawn
        What a `draw_…` function gave, or a network.

    Returns
    -------
    str
        Plain text, in the language as for `caption`.

    Examples
    --------
    >>> from kopjaqty.networks import build_network
    >>> alt_text(build_network(predicates="closed")).split(",")[0]
    'Network: 2 entities and 1 relation between them'
    """
    return picture_of(drawn).alt


def _write_alt_text(network: nx.Graph, layout: str) -> str:
    opening = {
        "oval": _("Network: {counts}"),
        "columns": _("Two columns with lines between them: {counts}"),
        "tree": _("Hierarchy: {counts}"),
    }
    parts = [opening[layout].format(counts=_counts(network))]
    if layout == "tree":
        return " ".join([*parts, _levels(network)])
    if network.number_of_edges() and layout == "columns":
        parts.append(_thickest(network))
    if network:
        # What is counted by kind has one line for several.
        weight = "weight" if "aggregated" in network.graph else None
        degrees = dict(network.degree(weight=weight))
        parts.append(_("Most connected: {names}.").format(names=_best(network, degrees)))
    if network and "aggregated" not in network.graph:
        look = look_of(network)
        kinds = [look.group_of(row["kind"]) for _node, row in network.nodes(data=True)]
        groups = [group for group in look.groups if group in kinds]
        counts = [f"{group.title} {kinds.count(group)}" for group in groups]
        parts.append(_("Entities by kind: {counts}.").format(counts="; ".join(counts)))
    return " ".join(parts)


def _read_oval(graph: nx.Graph) -> list[str]:
    if graph.graph.get("of") == "projection":
        mark = _("Colour and shape of a mark tell its kind; the larger, the more ties.")
        line = _(
            "A line ties two that share something; the thicker, the more. It has no direction."
        )
        return [mark, line, graph.graph["weight"]]
    mark = _("A mark is an entity: colour and shape tell its kind; the larger, the more relations.")
    return [mark, _("A line is a relation: it is thick at its subject and thin at its object.")]


def _read_columns(graph: nx.Graph) -> list[str]:
    sentences = []
    if "aggregated" in graph.graph:
        nodes, edges = graph.graph["aggregated"]
        message = _(
            "Drawn one by one, {nodes} marks and {edges} lines could not be told apart: "
            "they are counted by kind."
        )
        sentences.append(message.format(nodes=nodes, edges=edges))
    return [
        *sentences,
        _("A line leads from who (left, thick) to what (right, thin); the thicker, the more."),
        _("In brackets: how many the lines of a name stand for."),
    ]


def _read_tree(graph: nx.Graph) -> list[str]:
    bases = [edge["basis"] for *_ends, edge in graph.edges(data=True)]
    sentences = [
        _("A line leads from each whole down to its parts; colour and shape tell their kind.")
    ]
    if "background" in bases:
        message = ngettext(
            "A filled mark: a document says so ({stated}); a hollow one ({n}): background.",
            "A filled mark: a document says so ({stated}); a hollow one ({n}): background.",
            bases.count("background"),
        )
        number = bases.count("background")
        sentences.append(message.format(stated=bases.count("evidenced"), n=number))
    return sentences


def _levels(graph: nx.Graph) -> str:
    depths = [row["depth"] for _node, row in graph.nodes(data=True)]
    root = localized(graph.nodes[graph.graph["root"]], "name")
    below = ", ".join(str(depths.count(depth)) for depth in range(1, max(depths) + 1))
    if not below:
        return _("{root} stands alone.").format(root=root)
    background = [edge["basis"] for *_ends, edge in graph.edges(data=True)].count("background")
    return _(
        "{root} is on top; below it, by level: {below}. Background, not stated in the documents: "
        "{background}."
    ).format(root=root, below=below, background=background)


def _thickest(graph: nx.Graph) -> str:
    weights: dict[tuple[str, str], int] = {}
    for u, v, edge in graph.edges(data=True):
        weights[u, v] = weights.get((u, v), 0) + edge.get("weight", 1)
    most = max(weights.values())
    (first, second), *others = [ends for ends, weight in weights.items() if weight == most]
    if others and len(others) + 1 == len(weights):
        return _("All lines are equally thick.")
    sentence = _("The thickest line leads from {subject} to {object}: {n}.").format(
        subject=_name(graph, first), object=_name(graph, second), n=most
    )
    if others:
        n = len(others)
        message = ngettext("{n} other line is as thick.", "{n} other lines are as thick.", n)
        sentence += " " + message.format(n=n)
    return sentence


def _best(graph: nx.Graph, degrees: dict[str, int], count: int = 3) -> str:
    """Name the best connected, and say how many equals of the last named are not."""
    ranked = sorted(graph, key=degrees.__getitem__, reverse=True)
    named, rest = ranked[:count], ranked[count:]
    names = ", ".join(_told(graph, node, degrees[node]) for node in named)
    n = sum(degrees[node] == degrees[named[-1]] for node in rest)
    if not n:
        return names
    message = ngettext(
        "{names} and {n} other with as many", "{names} and {n} others with as many", n
    )
    return message.format(names=names, n=n)


def _name(graph: nx.Graph, node: str) -> str:
    row = graph.nodes[node]
    if "group" in row:
        return look_of(graph).group(row["group"]).title
    return localized(row, "name") or node


def _told(graph: nx.Graph, node: str, n: int) -> str:
    if graph.graph.get("of", "relations") != "relations" or "aggregated" in graph.graph:
        return f"{_name(graph, node)} ({n})"
    message = ngettext("{name} ({n} relation)", "{name} ({n} relations)", n)
    return message.format(name=_name(graph, node), n=n)


def _time(graph: nx.Graph) -> list[str]:
    """Say which time a slice is of, and what became of the edges without a date."""
    if "at" not in graph.graph:
        return []
    about = graph.graph
    message = (
        _("What certainly held at {at}; {n} without a date are left out.")
        if about["mode"] == "strict"
        else _("What possibly held at {at}; {n} without a date are among it.")
    )
    return [message.format(at=about["at"], n=about["undated"])]


def _counts(graph: nx.Graph) -> str:
    kinds = [str(row["kind"]) for _node, row in graph.nodes(data=True)]
    edges = graph.number_of_edges()
    if "aggregated" in graph.graph:
        edges = graph.graph["aggregated"][1]
        kinds = [
            str(row["kind"]) for _n, row in graph.nodes(data=True) for _m in row.get("members", ())
        ]
    look = look_of(graph)
    sides = [kind if look.is_side(kind) else "entity" for kind in kinds]
    nodes = [_number(side, sides.count(side)) for side in dict.fromkeys(sides)]
    documents = len(graph.graph.get("documents", ()))
    return _("{entities} and {relations} between them, stated in {documents}.").format(
        entities=", ".join(nodes) or _number("entity", 0),
        relations=_number(graph.graph.get("of", "relations"), edges),
        documents=_number("document", documents),
    )


def _number(what: str, n: int) -> str:
    """Say how many of something there are."""
    words = {
        "entity": ngettext("{n} entity", "{n} entities", n),
        "event": ngettext("{n} event", "{n} events", n),
        "matter": ngettext("{n} topic", "{n} topics", n),
        "source": ngettext("{n} document", "{n} documents", n),
        "document": ngettext("{n} document", "{n} documents", n),
        "relations": ngettext("{n} relation", "{n} relations", n),
        "participation": ngettext("{n} role", "{n} roles", n),
        "positions": ngettext("{n} position", "{n} positions", n),
        "mentions": ngettext("{n} mention", "{n} mentions", n),
        "hierarchy": ngettext("{n} branch", "{n} branches", n),
        "projection": ngettext("{n} tie", "{n} ties", n),
    }
    return words[what].format(n=n)
