"""The network to click through: the same picture, in which every line opens its passages."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from kopjaqty.arguments import RELATIONS, require
from kopjaqty.dates import Mode, overlaps
from kopjaqty.drawings import choose_focus, draw_network
from kopjaqty.drawings.layouts import arrange
from kopjaqty.errors import KopjaqtyError, Problem
from kopjaqty.explorers.network_svg import write_svg
from kopjaqty.explorers.view import (
    Choices,
    Control,
    View,
    entry,
    mode_control,
    years_of,
)
from kopjaqty.explorers.widget import make_widget
from kopjaqty.language import _, language, localized, ngettext
from kopjaqty.networks import build_network
from kopjaqty.store import labels_of
from kopjaqty.style import Figure, alt_text, caption, figure

if TYPE_CHECKING:
    import networkx as nx

    from kopjaqty.arguments import PathLike

__all__ = ["NetworkView", "explore_network"]

RELATION = re.compile("r[0-9]{4}")
"""The key of an edge that is a relation; its passages are opened by it."""

WIDTH, SIZE = 1080.0, 9.0
"""In points, as in `draw_network`: fifteen inches."""


def explore_network(
    graph: nx.MultiDiGraph | None = None,
    *,
    focus: str | None = None,
    data: PathLike | None = None,
    corpus: PathLike | None = None,
) -> Any:
    """Show a network to click through: a choice shows claim, passages and citation.

    Parameters
    ----------
    graph
        From `build_network` or `ego_network`; the whole network unless given.
    focus
        The node in the middle, as in `draw_network`.
    data, corpus
        Other folders of tables and texts, as in `load` and `passage`.

    Returns
    -------
    anywidget.AnyWidget
        `selected` is the id of a node or a relation ("" at first), `language` "en", "kk" or
        "ru", `passage_html` what is shown of it. `.choose(year="1992", mode="permissive",
        document=…, kind=…)` filters, `report` counts. `.static()` gives the picture of what is
        left, a `Figure` with caption and alternative text, for print.

    Raises
    ------
    UnknownName
        The network has no such focus.
    KopjaqtyError
        The network is not one of relations.

    Examples
    --------
    >>> widget = explore_network(build_network(predicates="closed"))
    >>> widget.selected = "r0102"
    >>> "Kazakhstan" in widget.passage_html
    True
    """
    if graph is None:
        graph = build_network(data=data)
    require(RELATIONS, graph=graph)
    for *_ends, key in graph.edges(keys=True):
        if not RELATION.fullmatch(str(key)):
            what = _("Only a network of relations can be clicked through: {key!r} is none.")
            remedy = _("draw_network draws this one; read_passages opens its passages.")
            raise KopjaqtyError(Problem(what.format(key=key), remedy=remedy))
    focus = choose_focus(graph, focus)
    return make_widget(NetworkView(graph, focus, data=data, corpus=corpus))


class NetworkView(View):
    """A network: choices put relations into the background, so that nothing moves."""

    defaults = {"year": "", "mode": "strict", "document": "", "kind": ""}  # noqa: RUF012

    def __init__(
        self,
        graph: nx.MultiDiGraph,
        focus: str,
        *,
        data: PathLike | None = None,
        corpus: PathLike | None = None,
    ) -> None:
        super().__init__(data=data, corpus=corpus)
        self.graph = graph
        self.focus = focus
        self.edges = {key: (u, v, edge) for u, v, key, edge in graph.edges(keys=True, data=True)}
        self._drawn: dict[str, str] = {}

    def controls(self, choices: Choices, selected: str) -> list[Control]:
        """Give search, year, strict or permissive, document and kind."""
        del choices, selected
        nodes = sorted((self.say_node(node), node) for node in self.graph)
        stated = {d for _u, _v, edge in self.edges.values() for d in edge.get("documents", ())}
        kinds = {str(kind) for _node, kind in self.graph.nodes(data="kind")}
        labels = labels_of("entity_kind", self.data)
        years = years_of(edge.get("date") for _u, _v, edge in self.edges.values())
        return [
            Control("selected", _("Find an entity"), (("", "—"), *((i, say) for say, i in nodes))),
            Control("year", _("Year"), self.all_or([(year, year) for year in years]), "range"),
            mode_control(),
            Control("document", _("Document"), self.all_or(self.documents(sorted(stated)))),
            Control(
                "kind",
                _("Kind of entity at one end"),
                self.all_or([(kind, label) for kind, label in labels.items() if kind in kinds]),
            ),
        ]

    def shown(self, choices: Choices | None = None) -> list[str]:
        """Give the relations that pass the choices."""
        choices = choices or self.defaults
        at, mode = choices["year"], _mode(choices)
        keys = self._passing(choices)
        if not at:
            return keys
        return [key for key in keys if overlaps(self.edges[key][2].get("date"), at, mode=mode)]

    def _passing(self, choices: Choices) -> list[str]:
        """Give the relations that pass all choices but the year."""
        document, kind = choices["document"], choices["kind"]
        kinds = {node: str(said) for node, said in self.graph.nodes(data="kind")}
        return [
            key
            for key, (u, v, edge) in self.edges.items()
            if document in ("", *edge.get("documents", ())) and kind in ("", kinds[u], kinds[v])
        ]

    def off(self, choices: Choices) -> list[str]:
        """Give the relations that are left out, and the entities without any other."""
        keys = set(self.shown(choices))
        if len(keys) == len(self.edges):
            return []
        ends = {end for key in keys for end in self.edges[key][:2]} | {self.focus}
        return [
            *(k for k in self.edges if k not in keys),
            *(n for n in self.graph if n not in ends),
        ]

    def report(self, choices: Choices, selected: str = "") -> str:
        """Count what is shown, and what has no date."""
        del selected
        keys = self._passing(choices)
        undated = sum(1 for key in keys if not self.edges[key][2].get("date"))
        said = ngettext(
            "Shown: {shown} of {n} relation.", "Shown: {shown} of {n} relations.", len(self.edges)
        ).format(shown=len(self.shown(choices)), n=len(self.edges))
        return f"{said} {_say_undated(undated, choices)}"

    def body(self, choices: Choices | None = None, selected: str = "") -> str:
        """Write the picture in the current language; no choice changes it."""
        del choices, selected
        code = language()
        if code not in self._drawn:
            size = SIZE if len(self.graph) > 40 else 13.0
            layout = arrange(self.graph, focus=self.focus, width=WIDTH, size=size)
            labels = {node: self.say_node(node) for node in self.graph}
            labels |= {key: self.say_edge(key) for key in self.edges}
            self._drawn[code] = write_svg(layout, labels, title=alt_text(self.graph))
        return self._drawn[code]

    def say_node(self, node: str) -> str:
        """Say a node in one line."""
        count = self.graph.degree(node)
        relations = ngettext("{n} relation", "{n} relations", count).format(n=count)
        return f"{self._name(node)}, {relations}"

    def say_edge(self, key: str) -> str:
        """Say a relation in one line."""
        _u, _v, edge = self.edges[key]
        count = len(edge.get("evidence", ()))
        passages = ngettext("{n} passage", "{n} passages", count).format(n=count)
        return f"{self._claim(key)}, {self._status(edge).lower()}, {passages}"

    def invitation(self) -> str:
        """Say what to do first."""
        return _(
            "Choose a line to read the passages that state it, or a mark to see its relations."
        )

    def caption(self, choices: Choices) -> str:
        """Write the caption of the whole network."""
        del choices
        return caption(self.graph)

    def alt(self, choices: Choices) -> str:
        """Say what the network is, as far as it is shown."""
        return alt_text(self.filtered(choices))

    def show(self, selected: str, choices: Choices | None = None) -> str:
        """Give what is shown of a selection, as HTML in the current language.

        A relation: claim, status, date, passages, citation. A node: its relations, to choose from.
        """
        del choices
        if not selected:
            return escape(self.invitation())
        if selected in self.edges:
            return self._show_edge(selected)
        if selected in self.graph:
            return self._show_node(selected)
        return self.unknown(selected)

    def filtered(self, choices: Choices) -> nx.MultiDiGraph:
        """Give the network of what is shown: with its entities, and the focus in any case."""
        off = set(self.off(choices))
        graph: nx.MultiDiGraph = self.graph.copy()
        graph.remove_edges_from([(u, v, k) for k, (u, v, _edge) in self.edges.items() if k in off])
        graph.remove_nodes_from([node for node in self.graph if node in off])
        if off:
            stating = {d for *_e, edge in graph.edges(data=True) for d in edge.get("documents", ())}
            documents = self.graph.graph.get("documents", ())
            graph.graph["documents"] = tuple(d for d in documents if d in stating)
        return graph

    def static(self, choices: Choices, selected: str = "") -> Figure:
        """Draw what is shown, with caption and alternative text; the report begins the caption."""
        del selected
        graph = self.filtered(choices)
        drawn = figure(draw_network(graph, focus=self.focus))
        if graph.number_of_edges() == len(self.edges):
            return drawn
        return Figure(drawn.png, drawn.alt, f"{self.report(choices)}\n{drawn.caption}")

    def _show_edge(self, key: str) -> str:
        _u, _v, edge = self.edges[key]
        date = edge.get("date") or _("no date is stated")
        facts = _("{status} · date: {date} · relation {key}")
        facts = facts.format(status=self._status(edge), date=date, key=key)
        quoted = self.quotes(key, "relations")
        return f"<h4>{escape(self._claim(key))}</h4><p>{escape(facts)}</p>{quoted}"

    def _show_node(self, node: str) -> str:
        keys = [key for key, (u, v, _edge) in self.edges.items() if node in (u, v)]
        rows = "".join(f"<li>{entry(key, self.say_edge(key))}</li>" for key in keys)
        return f"<h4>{escape(self.say_node(node))}</h4><ul>{rows}</ul>"

    def _name(self, node: str) -> str:
        return localized(self.graph.nodes[node], "name") or node

    def _claim(self, key: str) -> str:
        u, v, edge = self.edges[key]
        said = localized(edge, "label") or edge.get("predicate", "")
        return f"{self._name(u)} – {said} – {self._name(v)}"

    def _status(self, edge: dict[str, Any]) -> str:
        status = str(edge["status"])
        return labels_of("relation_status", self.data).get(status, status)


def _mode(choices: Choices) -> Mode:
    return "permissive" if choices["mode"] == "permissive" else "strict"


def _say_undated(n: int, choices: Choices) -> str:
    """Say how many have no date, and what that does to them."""
    if not choices["year"]:
        said = ngettext("{n} of them has no date.", "{n} of them have no date.", n)
    elif choices["mode"] == "strict":
        said = ngettext(
            "{n} has no date and is left out: it did not certainly hold in {year}.",
            "{n} have no date and are left out: they did not certainly hold in {year}.",
            n,
        )
    else:
        said = ngettext(
            "{n} has no date and is kept: it possibly held in {year}.",
            "{n} have no date and are kept: they possibly held in {year}.",
            n,
        )
    return said.format(n=n, year=choices["year"])
