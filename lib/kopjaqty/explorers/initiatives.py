"""The initiative tracker: how far each has come, by field, proposer or document."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Any

from kopjaqty.acts import read_initiatives
from kopjaqty.dates import parse_date
from kopjaqty.explorers.view import Choices, Control, View, entry
from kopjaqty.explorers.widget import make_widget
from kopjaqty.language import _, localized, ngettext
from kopjaqty.store import labels_of, rows_by_id
from kopjaqty.timelines.events import date_words

if TYPE_CHECKING:
    from kopjaqty.arguments import PathLike

__all__ = ["InitiativesView", "track_initiatives"]

InitiativeCells = dict[str, Any]
"""An initiative as `kopjaqty.acts.read_initiatives` gives it."""
NOT_STATED_KEY = "not-stated"
"""The value by which rows without a proposer are chosen; no id has a hyphen."""


def track_initiatives(*, data: PathLike | None = None, corpus: PathLike | None = None) -> Any:
    """Show how far each initiative has come; a row opens its passages.

    Parameters
    ----------
    data, corpus
        Other folders of tables and texts, as in `load` and `passage`.

    Returns
    -------
    anywidget.AnyWidget
        `.choose(by="proposer", field="water", proposer="kazakhstan", document=…)` groups and
        filters; `selected` is an initiative's id. `.static()` gives the table for print.

    Examples
    --------
    >>> widget = track_initiatives()
    >>> widget.choose(field="water")
    >>> widget.selected = "water_convention"
    """
    return make_widget(InitiativesView(data=data, corpus=corpus))


class InitiativesView(View):
    """Initiatives, a row each, under headings; the columns are the stages."""

    defaults = {"by": "field", "field": "", "proposer": "", "document": ""}  # noqa: RUF012

    def __init__(self, *, data: PathLike | None = None, corpus: PathLike | None = None) -> None:
        super().__init__(data=data, corpus=corpus)
        self.rows = {row["initiative_id"]: row for row in read_initiatives(data)}

    def controls(self, choices: Choices, selected: str) -> list[Control]:
        """Give the grouping, and a filter for each of the three."""
        del choices, selected
        titles = {"field": _("Field"), "proposer": _("Proposer"), "document": _("Document")}
        by = tuple((key, label) for key, label in titles.items())
        filters = [
            Control(key, label, self.all_or(tuple(self.groups(key).items())))
            for key, label in titles.items()
        ]
        return [Control("by", _("Grouped by"), by), *filters]

    def groups(self, by: str) -> dict[str, str]:
        """Give the groups that have initiatives, in order, with their names."""
        used = {key for row in self.rows.values() for key in self._keys(row, by)}
        if by == "field":
            names = labels_of("field", self.data)
        elif by == "document":
            names = dict(self.documents())
        else:
            named = sorted((self.name(key), key) for key in used if key != NOT_STATED_KEY)
            names = {key: name for name, key in named}
        names[NOT_STATED_KEY] = _("not stated")
        return {key: name for key, name in names.items() if key in used}

    def _keys(self, row: InitiativeCells, by: str) -> tuple[str, ...]:
        """Give the groups of a row; several can propose it, several documents state it."""
        if by == "field":
            return (row["field"],)
        keys: tuple[str, ...] = row["documents" if by == "document" else "proposers"]
        return keys or (NOT_STATED_KEY,)

    def shown(self, choices: Choices) -> list[InitiativeCells]:
        """Give the initiatives that pass the filters."""
        return [
            row
            for row in self.rows.values()
            if all(
                choices[by] in ("", *self._keys(row, by))
                for by in ("field", "proposer", "document")
            )
        ]

    def body(self, choices: Choices, selected: str) -> str:
        """Write the table."""
        stages = labels_of("stage", self.data)
        by = choices["by"]
        heads = "".join(
            f'<th scope="col">{escape(title)}</th>'
            for title in (_("Initiative"), _("Put forward"), *stages.values())
        )
        groups, shown = [], self.shown(choices)
        for key, title in self.groups(by).items():
            rows = [row for row in shown if key in self._keys(row, by)]
            if choices[by] not in ("", key) or not rows:
                continue
            rows.sort(key=lambda row: (list(stages).index(row["stage"]), self._title(row)))
            lines = "".join(self._row(row, list(stages.items()), selected) for row in rows)
            span = 2 + len(stages)
            head = f'<tr><th scope="rowgroup" colspan="{span}">{escape(title)}</th></tr>'
            groups.append(f"<tbody>{head}{lines}</tbody>")
        return f"<table class='kq-stages'><thead><tr>{heads}</tr></thead>{''.join(groups)}</table>"

    def _row(self, row: InitiativeCells, stages: list[tuple[str, str]], selected: str) -> str:
        marks = "".join(
            f'<td class="kq-mark"><span aria-hidden="true">●</span>'
            f'<span class="kq-hidden">{escape(label)}</span></td>'
            if stage == row["stage"]
            else "<td></td>"
            for stage, label in stages
        )
        button = entry(row["initiative_id"], self._title(row), selected)
        when = escape(self._when(row))
        return f'<tr><th scope="row">{button}</th><td>{when}</td>{marks}</tr>'

    def _when(self, row: InitiativeCells) -> str:
        """Say when it was put forward; several times, if several proposals are stated."""
        dates = row["proposed"] or ("",)
        return "; ".join(date_words(parse_date(date)) for date in dates)

    def _title(self, row: InitiativeCells) -> str:
        return self.name(row["initiative_id"])

    def report(self, choices: Choices, selected: str = "") -> str:
        """Count what is shown, by stage, and what has no date."""
        del selected
        shown, n = self.shown(choices), len(self.rows)
        counts = Counter(row["stage"] for row in shown)
        stages = labels_of("stage", self.data)
        by_stage = ", ".join(f"{label.lower()} {counts[key]}" for key, label in stages.items())
        undated = sum(not row["proposed"] for row in shown)
        sentence = ngettext(
            "Shown: {shown} of {n} initiative ({stages}).",
            "Shown: {shown} of {n} initiatives ({stages}).",
            n,
        ).format(shown=len(shown), n=n, stages=by_stage)
        more = ngettext(
            "For {n} of them it is not stated when it was put forward.",
            "For {n} of them it is not stated when they were put forward.",
            undated,
        ).format(n=undated)
        return f"{sentence} {more}"

    def caption(self, choices: Choices) -> str:
        """Say what a mark means, and the source."""
        documents = sorted({d for r in self.shown(choices) for d in self._keys(r, "document")})
        reading = _(
            "A mark stands at the furthest stage that the documents state. Earlier stages are not "
            "marked, for they are not stated; an empty cell does not mean that a stage was left "
            "out. An initiative stands under every document that states it."
        )
        source = _("Source: {documents}.").format(documents=", ".join(documents))
        return f"{reading}\n{source}"

    def alt(self, choices: Choices) -> str:
        """Say how many there are of each stage."""
        return self.report(choices)

    def show(self, selected: str, choices: Choices | None = None) -> str:
        """Give an initiative: who proposed it, where and when, how far it came; its passages."""
        del choices
        if not selected:
            return escape(self.invitation())
        if selected not in self.rows:
            return self.unknown(selected)
        row = self.rows[selected]
        entries = [
            (_("proposed by"), self._names(row["proposers"])),
            (_("field"), labels_of("field", self.data).get(row["field"], row["field"])),
            (_("put forward at"), self._names(row["forums"])),
            (_("when"), self._when(row)),
            (_("stage"), labels_of("stage", self.data).get(row["stage"], row["stage"])),
            (_("outcome"), self._outcome(row["outcome_id"])),
        ]
        facts = self.facts(*(f"{title}: {value}" for title, value in entries))
        return f"<h4>{escape(self._title(row))}</h4>{facts}{self.quotes(selected, 'initiatives')}"

    def _names(self, ids: tuple[str, ...]) -> str:
        return "; ".join(map(self.name, ids)) or self.name("")

    def _outcome(self, record: str) -> str:
        """Name what came of it: an event by its title, anything else as an entity."""
        event = rows_by_id("events", self.data).get(record)
        return localized(event, "title") if event else self.name(record)
