"""The network to click through: the same picture, in which every line opens its passages.

The work is done in Python: what a choice shows is a function of the network and an id. The
documents' words go to the screen in a message of their own, so that they are never saved with a
notebook.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from kopjaqty.cite import cite
from kopjaqty.drawings import choose_focus, draw_network
from kopjaqty.errors import KopjaqtyError
from kopjaqty.language import _, language, localized, ngettext, use_language
from kopjaqty.layouts import arrange
from kopjaqty.network_svg import write_svg
from kopjaqty.networks import build_network
from kopjaqty.passages import Passage, passage
from kopjaqty.style import Figure, alt_text, caption, figure
from kopjaqty.tables import load

if TYPE_CHECKING:
    from os import PathLike

    import networkx as nx

    Folder = str | PathLike[str]

__all__ = ["Explorer", "explore_network"]

WIDTH, SIZE = 1080.0, 9.0
"""In points, as in `draw_network`: fifteen inches."""


def explore_network(
    graph: nx.MultiDiGraph | None = None,
    *,
    focus: str | None = None,
    data: Folder | None = None,
    corpus: Folder | None = None,
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
        "ru", `passage_html` what is shown of the choice. `.static()` gives the picture alone, a
        `Figure` with caption and alternative text, for print.

    Raises
    ------
    UnknownName
        The network has no such focus.

    Examples
    --------
    >>> widget = explore_network(build_network(predicates="closed"))
    >>> widget.selected = "r0102"
    >>> "Kazakhstan" in widget.passage_html
    True
    """
    if graph is None:
        graph = build_network(data=data)
    explorer = Explorer(graph, choose_focus(graph, focus), data=data, corpus=corpus)
    return _widget_class()(explorer)


class Explorer:
    """What the widget shows, without the widget: functions of an id and a language."""

    def __init__(
        self,
        graph: nx.MultiDiGraph,
        focus: str,
        *,
        data: Folder | None = None,
        corpus: Folder | None = None,
    ) -> None:
        self.graph = graph
        self.focus = focus
        self.data = data
        self.corpus = corpus
        self.edges = {key: (u, v, edge) for u, v, key, edge in graph.edges(keys=True, data=True)}

    def svg(self) -> str:
        """Write the picture in the current language."""
        size = SIZE if len(self.graph) > 40 else 13.0
        layout = arrange(self.graph, focus=self.focus, width=WIDTH, size=size)
        labels = {node: self.say_node(node) for node in self.graph}
        labels |= {key: self.say_edge(key) for key in self.edges}
        return write_svg(layout, labels, title=alt_text(self.graph))

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

    def words(self) -> dict[str, str]:
        """Give the words around the picture in the current language."""
        return {
            "language": _("Language"),
            "find": _("Find an entity"),
            "zoom": _("Size of the picture"),
            "smaller": _("smaller"),
            "larger": _("larger"),
            "hint": _("Point at a mark or a line to see what it is."),
            "passage": _("What the choice states, and where"),
            "invitation": _(
                "Choose a line to read the passages that state it, or a mark to see its relations."
            ),
            "caption": caption(self.graph),
        }

    def show(self, chosen: str) -> str:
        """Give what is shown of a choice, as HTML in the current language.

        A relation: claim, status, date, passages, citation. A node: its relations, to choose from.
        """
        if not chosen:
            return escape(self.words()["invitation"])
        if chosen in self.edges:
            return self._show_edge(chosen)
        if chosen in self.graph:
            return self._show_node(chosen)
        return escape(_("The network has nothing of this name: {name}").format(name=chosen))

    def _show_edge(self, key: str) -> str:
        _u, _v, edge = self.edges[key]
        date = edge.get("date") or _("no date is stated")
        facts = _("{status} · date: {date} · relation {key}")
        facts = facts.format(status=self._status(edge), date=date, key=key)
        try:
            found = passage(key, table="relations", data=self.data, corpus=self.corpus)
            quoted: str = Passage("", found.quotes)._repr_html_()  # the heading is the claim
            body = f"{quoted}<p class='kq-cite'>{escape(self._cite(key))}</p>"
        except KopjaqtyError as error:  # an edge that a reader added has no evidence
            body = f"<p>{escape(str(error))}</p>"
        return f"<h4>{escape(self._claim(key))}</h4><p>{escape(facts)}</p>{body}"

    def _show_node(self, node: str) -> str:
        keys = [key for key, (u, v, _edge) in self.edges.items() if node in (u, v)]
        rows = "".join(
            f'<li><button type="button" data-id="{escape(key)}">{escape(self.say_edge(key))}'
            "</button></li>"
            for key in keys
        )
        return f"<h4>{escape(self.say_node(node))}</h4><ul>{rows}</ul>"

    def _cite(self, key: str) -> str:
        return str(cite(key, data=self.data))

    def _name(self, node: str) -> str:
        return localized(self.graph.nodes[node], "name") or node

    def _claim(self, key: str) -> str:
        u, v, edge = self.edges[key]
        said = localized(edge, "label") or edge.get("predicate", "")
        return f"{self._name(u)} – {said} – {self._name(v)}"

    def _status(self, edge: dict[str, Any]) -> str:
        status = str(edge["status"])
        return _status_labels(language(), str(self.data or "")).get(status, status)


@cache
def _status_labels(code: str, data: str) -> dict[str, str]:
    terms = load("terms", data=data or None)
    rows = terms[terms["vocabulary"] == "relation_status"]
    return dict(zip(rows["term"], rows[f"label_{code}"], strict=True))


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language for a while.

    >>> with speaking("kk"):
    ...     language()
    'kk'
    >>> language()
    'en'
    """
    before = language()
    use_language(code)
    try:
        yield
    finally:
        use_language(before)


@cache
def _widget_class() -> Any:
    """Define the widget when the first one is asked for: anywidget is heavy to import."""
    from pathlib import Path

    import anywidget
    import traitlets

    here = Path(__file__).parent

    class NetworkExplorer(anywidget.AnyWidget):
        """The clickable network."""

        _esm = (here / "explorer.js").read_text(encoding="utf-8")
        _css = (here / "explorer.css").read_text(encoding="utf-8")
        svg = traitlets.Unicode("").tag(sync=True)
        words = traitlets.Dict().tag(sync=True)
        language = traitlets.Enum(("en", "kk", "ru"), "en").tag(sync=True)
        selected = traitlets.Unicode("").tag(sync=True)
        # Not synchronised: what is, is saved with the notebook, and the passages are not ours.
        passage_html = traitlets.Unicode("")

        def __init__(self, explorer: Explorer) -> None:
            self._explorer = explorer
            super().__init__(
                language=language(),
                svg=explorer.svg(),
                words=explorer.words(),
                passage_html=explorer.show(""),
            )
            self.observe(self._speak, "language")
            self.observe(self._show, "selected")
            self.on_msg(lambda _widget, _content, _buffers: self._show())

        def _speak(self, _change: object) -> None:
            with speaking(self.language), self.hold_sync():
                self.words = self._explorer.words()
                self.svg = self._explorer.svg()
            self._show()

        def _show(self, _change: object = None) -> None:
            with speaking(self.language):
                self.passage_html = self._explorer.show(self.selected)
            self.send({"passage": self.passage_html})

        def static(self) -> Figure:
            """Give the picture alone, with caption and alternative text."""
            with speaking(self.language):
                return figure(draw_network(self._explorer.graph, focus=self._explorer.focus))

        def __repr__(self) -> str:
            with speaking(self.language):
                return alt_text(self._explorer.graph)

    return NetworkExplorer
