"""The passage reader: a document sentence by sentence, and which rows come from each."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from kopjaqty import store
from kopjaqty.arguments import N_, one_of
from kopjaqty.corpus import segments_of
from kopjaqty.corpus.anchors import Segment
from kopjaqty.corpus.passages import Passage, passage
from kopjaqty.errors import KopjaqtyError
from kopjaqty.explorers.view import Choices, Control, View, entry
from kopjaqty.explorers.widget import make_widget
from kopjaqty.language import _, language, localized, ngettext
from kopjaqty.store import labels_of
from kopjaqty.store.records import describe

if TYPE_CHECKING:
    from kopjaqty.arguments import PathLike

__all__ = ["ReaderView", "read_passages"]

CONTEXTS = ("0", "1", "2", "5")


def read_passages(
    document: str | None = None,
    *,
    data: PathLike | None = None,
    corpus: PathLike | None = None,
) -> Any:
    """Read a document by its rows or its sentences: the passage in its context, and what it states.

    Without the text it says where to find it, and lists the rows all the same.

    Parameters
    ----------
    document
        The document to begin with; the earliest unless given.
    data, corpus
        Other folders of tables and texts, as in `load` and `passage`.

    Returns
    -------
    anywidget.AnyWidget
        `selected` is a sentence, "omarov_2025#12", or a row, "relations:r0001".
        `.choose(document=…, table="positions", context="2")` sets the controls; `.static()`
        lists the sentences with the number of their rows, without a word of the text.

    Raises
    ------
    UnknownName
        There is no such document.

    Examples
    --------
    >>> reader = read_passages("geneva_2026")
    >>> reader.selected = "geneva_2026#3"
    >>> "r" in reader.passage_html
    True
    """
    view = ReaderView(data=data, corpus=corpus)
    if document is not None:
        one_of(N_("There is no such document."), view.segments, document)
        view.defaults["document"] = document
    return make_widget(view)


class ReaderView(View):
    """A document's sentences and rows."""

    reads = ("context", "document")

    def __init__(self, *, data: PathLike | None = None, corpus: PathLike | None = None) -> None:
        super().__init__(data=data, corpus=corpus)
        self.segments = segments_of(data)
        titles = self.documents(list(self.segments))
        if not titles:
            raise KopjaqtyError(_("No document is divided into sentences: there is none to read."))
        self.defaults = {"document": titles[0][0], "table": "", "context": "1"}
        self._kept: dict[tuple[str, ...], Any] = {}
        # (start, end, table, record) of each document's evidence, in the order of the text.
        self.stated: dict[str, list[tuple[int, int, str, str]]] = {}
        for row in store.rows("evidence", data, checked=False):
            place = (int(row["start"]), int(row["end"]), row["table"], row["record_id"])
            self.stated.setdefault(row["document_id"], []).append(place)
        for places in self.stated.values():
            places.sort()

    def controls(self, choices: Choices, selected: str) -> list[Control]:
        """Give document, kind of row, row, how much context, and the next sentence."""
        document = choices["document"]
        tables = dict.fromkeys(table for _s, _e, table, _r in self.stated.get(document, ()))
        names = [("", "—"), *((key, label) for key, label in self.rows(choices))]
        around = tuple(
            (n, ngettext("{n} sentence", "{n} sentences", int(n)).format(n=n)) for n in CONTEXTS
        )
        return [
            Control("document", _("Document"), self.documents(list(self.segments))),
            Control("table", _("Rows of the table"), self.all_or([(t, t) for t in sorted(tables)])),
            Control("selected", _("Row"), tuple(names)),
            Control("context", _("Shown on either side"), around),
            *self._steps(document, selected),
        ]

    def _steps(self, document: str, selected: str) -> list[Control]:
        """Give the buttons to the sentences before and after what is selected."""
        count = len(self.segments.get(document, ()))
        at = self._place(document, selected)
        steps = [(at - 1, _("Sentence before")), (at + 1, _("Next sentence"))]
        return [
            Control("selected", label, ((f"{document}#{n}", label),), "action")
            for n, label in steps
            if 1 <= n <= count
        ]

    def _place(self, document: str, selected: str) -> int:
        """Give the number of the sentence that is selected or where the row begins, else 0."""
        owner, sign, n = selected.rpartition("#")
        if sign:
            return int(n) if owner == document and n.isdecimal() else 0
        places = self.stated.get(document, ())
        start = min((low for low, _end, t, r in places if f"{t}:{r}" == selected), default=-1)
        return sum(segment.start <= start for segment in self.segments.get(document, ()))

    def check(self, choices: Choices, selected: str) -> dict[str, str]:
        """Complete the choices; a kind of row that the document has not gives way to all."""
        complete = {**self.defaults, **choices}
        tables = {table for _s, _e, table, _r in self.stated.get(complete["document"], ())}
        everywhere = {row["table"] for row in store.rows("evidence", self.data, checked=False)}
        if complete["table"] in everywhere - tables:
            choices = {**choices, "table": ""}
        return super().check(choices, selected)

    def rows(self, choices: Choices) -> list[tuple[str, str]]:
        """Give the rows that the document states, in the order of the text: id and words."""
        asked = ("rows", choices["document"], choices["table"], language())
        if asked not in self._kept:
            places = self.stated.get(choices["document"], ())
            found = dict.fromkeys(
                (t, record) for _s, _e, t, record in places if choices["table"] in ("", t)
            )
            self._kept[asked] = [(f"{t}:{r}", f"{t}: {self._describe(t, r)}") for t, r in found]
        return list(self._kept[asked])

    def _describe(self, table: str, record: str) -> str:
        row = store.rows_by_id(table, self.data, checked=False).get(record)
        return (describe(table, row, self.data) if row else "") or record

    def stated_in(self, document: str, start: int, end: int) -> list[tuple[str, str]]:
        """Give the rows, table and id, that a passage touching these characters states."""
        places = self.stated.get(document, ())
        found = (
            (table, record) for low, high, table, record in places if low < end and start < high
        )
        return list(dict.fromkeys(found))

    def body(self, choices: Choices, selected: str) -> str:
        """List the sentences: how long each is, what it states in our words, and how many rows."""
        del selected  # the script marks it: the list stays as it is
        document = choices["document"]
        if (kept := self._kept.get(("body", document, language()))) is not None:
            return str(kept)
        reasons = labels_of("nothing_stated", self.data)
        stated = {
            int(row["n"]): localized(row, "gist")
            or reasons.get(row["nothing_stated"], row["nothing_stated"])
            for row in store.rows("segments", self.data, checked=False)
            if row["document_id"] == document
        }
        heads = "".join(
            f'<th scope="col">{escape(title)}</th>'
            for title in (_("Sentence"), _("Words"), _("What is stated in it"))
        )
        lines = []
        for n, segment in enumerate(self.segments.get(document, ()), 1):
            count = len(self.stated_in(document, segment.start, segment.end))
            rows = ngettext("{n} row", "{n} rows", count).format(n=count)
            said = stated.get(n) or rows
            if count and said != rows:
                said = f"{said} ({rows})"
            button = entry(f"{document}#{n}", _say_sentence(n))
            lines.append(
                f'<tr><th scope="row">{button}</th><td>{segment.words}</td>'
                f"<td>{escape(said)}</td></tr>"
            )
        table = f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
        self._kept["body", document, language()] = table
        return table

    def report(self, choices: Choices, selected: str = "") -> str:
        """Count sentences and rows."""
        del selected
        document = choices["document"]
        n, rows = len(self.segments.get(document, ())), len(self.rows(choices))
        sentences = ngettext("{n} sentence", "{n} sentences", n).format(n=n)
        told = ngettext("{n} row", "{n} rows", rows).format(n=rows)
        return f"{sentences}, {told}."

    def caption(self, choices: Choices) -> str:
        """Say what the list is, and of which document."""
        titles = dict(self.documents())
        said = _("What is stated in each sentence of {document}, as rows of the tables.")
        return said.format(document=titles[choices["document"]])

    def invitation(self) -> str:
        """Say what to do first."""
        return _("Choose a sentence or a row to read it in its context.")

    def show(self, selected: str, choices: Choices | None = None) -> str:
        """Give a sentence or a row's passages in context, and the rows that come from them."""
        choices = choices or self.defaults
        if not selected:
            return escape(self.invitation())
        context = int(choices["context"])
        document, found, n = selected.rpartition("#")
        if found and document in self.segments and n.isdecimal():
            segments = self.segments[document]
            if 1 <= int(n) <= len(segments):
                return self._show_sentence(document, int(n), segments[int(n) - 1], context)
        table, _colon, record = selected.partition(":")
        if any((table, record) == place[2:] for places in self.stated.values() for place in places):
            return self._show_row(table, record, choices["document"], context)
        return self.unknown(selected)

    def _show_sentence(self, document: str, n: int, segment: Segment, context: int) -> str:
        span = (document, segment.start, segment.end)
        quotes = passage(span, context=context, data=self.data, corpus=self.corpus).quotes
        quoted: str = Passage("", quotes)._repr_html_()
        return f"<h4>{escape(_say_sentence(n))}</h4>{quoted}{self._list(span)}"

    def _show_row(self, table: str, record: str, document: str, context: int) -> str:
        places = [p for p in self.stated.get(document, ()) if p[2:] == (table, record)]
        here = document if places else ""
        quoted = self.quotes(record, table, document=here, context=context)
        title = f"<h4>{escape(self._describe(table, record))}</h4>"
        lists = [
            self._list((document, segment.start, segment.end), n)
            for n, segment in enumerate(self.segments.get(document, ()), 1)
            if any(low < segment.end and segment.start < high for low, high, *_row in places)
        ]
        return f"{title}{quoted}{''.join(lists)}"

    def _list(self, span: tuple[str, int, int], n: int | None = None) -> str:
        """List the rows of a sentence, to choose from."""
        rows = self.stated_in(*span)
        if not rows:
            nothing = _("No row comes from this sentence.")
            return f"<p>{escape(nothing)}</p>"
        title = escape(_("What this sentence states:"))
        if n is not None:
            title = f"{title} {entry(f'{span[0]}#{n}', _say_sentence(n))}"
        items = "".join(
            f"<li>{entry(f'{t}:{r}', f'{t}: {self._describe(t, r)}')}</li>" for t, r in rows
        )
        return f"<p>{title}</p><ul>{items}</ul>"


def _say_sentence(n: int) -> str:
    return _("Sentence {n}").format(n=n)
