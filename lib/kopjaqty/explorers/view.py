"""What every explorer shows, without the widget: functions of choices, selection and language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Literal

from kopjaqty import store
from kopjaqty.arguments import PATH, allow
from kopjaqty.cite import cite
from kopjaqty.corpus.passages import Passage, passage
from kopjaqty.dates import parse_date
from kopjaqty.errors import KopjaqtyError, UnknownName
from kopjaqty.language import _
from kopjaqty.store import labels_of
from kopjaqty.store.records import name_of

if TYPE_CHECKING:
    from kopjaqty.arguments import PathLike
    from kopjaqty.style import Figure

__all__ = [
    "Choices",
    "Control",
    "Page",
    "View",
    "entry",
    "mode_control",
    "years_of",
]

Choices = Mapping[str, str]
"""The value of each control by its name; "" is the one that leaves everything in."""


@dataclass(frozen=True)
class Control:
    """Something to choose with.

    Attributes
    ----------
    name
        Which choice it sets; "selected" selects.
    label
        What it is called, on the screen and by a screen reader.
    options
        Value and label of each.
    kind
        "select", a list; "range", a slider over the options; "buttons"; "action", one button.
    """

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    kind: Literal["select", "range", "buttons", "action"] = "select"

    def as_dict(self) -> dict[str, Any]:
        """Give it as the script in the browser reads it."""
        options = [list(option) for option in self.options]
        return {"name": self.name, "label": self.label, "options": options, "kind": self.kind}


@dataclass(frozen=True)
class Page:
    """An explorer's content without its controls: HTML for a notebook, text for all else."""

    html: str
    text: str

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}

    def __repr__(self) -> str:
        return self.text


class View:
    """What an explorer shows. All but `show` may be saved with a notebook."""

    defaults: dict[str, str]
    """Every choice and its first value."""
    reads: tuple[str, ...] = ()
    """The choices on which `show` depends."""

    def __init__(self, *, data: PathLike | None = None, corpus: PathLike | None = None) -> None:
        allow(PATH, data=data, corpus=corpus)
        self.data, self.corpus = data, corpus

    def controls(self, choices: Choices, selected: str) -> list[Control]:
        """Give the controls, with labels in the current language."""
        raise NotImplementedError

    def body(self, choices: Choices, selected: str) -> str:
        """Write what there is to look at and to select from, as SVG or HTML."""
        raise NotImplementedError

    def off(self, choices: Choices) -> list[str]:
        """Give the ids of what the choices put into the background."""
        del choices
        return []

    def report(self, choices: Choices, selected: str) -> str:
        """Say how much is shown, and what is left out and why."""
        raise NotImplementedError

    def words(self, choices: Choices) -> dict[str, str]:
        """Give the words around it."""
        return {
            "language": _("Language"),
            "zoom": _("Size of the picture"),
            "smaller": _("smaller"),
            "larger": _("larger"),
            "hint": _("Point at a mark or a line to see what it is."),
            "near": _("Close to where you pointed:"),
            "controls": _("What is shown"),
            "body": _("What there is to choose from"),
            "passage": _("What the choice states, and where"),
            "invitation": self.invitation(),
            "caption": self.caption(choices),
        }

    def invitation(self) -> str:
        """Say what to do, before anything is selected."""
        return _("Choose a row to read the passages that state it.")

    def caption(self, choices: Choices) -> str:
        """Write what stands below."""
        raise NotImplementedError

    def alt(self, choices: Choices) -> str:
        """Say what there is to see, for those who do not see it."""
        return self.caption(choices)

    def show(self, selected: str, choices: Choices | None = None) -> str:
        """Give what is shown of a selection, as HTML; it may hold a document's words."""
        raise NotImplementedError

    def static(self, choices: Choices, selected: str) -> Figure | Page:
        """Give it without controls."""
        text = "\n".join([self.report(choices, selected), self.caption(choices)])
        below = f"<p>{escape(self.report(choices, selected))}</p>"
        below += f"<p>{escape(self.caption(choices))}</p>"
        return Page(f"<div>{self.body(choices, selected)}{below}</div>", text)

    def check(self, choices: Choices, selected: str) -> dict[str, str]:
        """Complete choices from the defaults; what cannot be chosen is refused."""
        for name in choices:
            if name not in self.defaults:
                raise UnknownName.among(_("There is no such control."), name, self.defaults)
        complete = {**self.defaults, **choices}
        for control in self.controls(complete, selected):
            values = [value for value, _label in control.options]
            known = control.name in self.defaults and control.kind != "action"
            if known and complete[control.name] not in values:
                what = _("The control {name} has no such value.").format(name=control.name)
                raise UnknownName.among(what, complete[control.name], values)
        return complete

    def unknown(self, selected: str) -> str:
        """Say that nothing has this id."""
        return escape(_("There is nothing of this name: {name}").format(name=selected))

    def documents(self, ids: Sequence[str] | None = None) -> tuple[tuple[str, str], ...]:
        """Give documents and their titles, the earliest first, as options of a control."""
        rows = [
            r
            for r in store.rows("documents", self.data, checked=False)
            if ids is None or r["document_id"] in ids
        ]
        rows.sort(key=lambda row: (row["date"], row["document_id"]))
        genre = labels_of("genre", self.data)
        return tuple(
            (r["document_id"], f"{genre.get(r['genre'], r['document_id'])}, {r['date']}")
            for r in rows
        )

    def all_or(self, options: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Put "all" before the options."""
        return (("", _("all")), *options)

    def facts(self, *parts: str) -> str:
        """Write what is known of a row in one line."""
        return f"<p>{escape(' · '.join(part for part in parts if part))}</p>"

    def quotes(self, record_id: str, table: str, *, document: str = "", context: int = 1) -> str:
        """Give a row's passages and its citation as HTML, or say why there are none."""
        try:
            found = passage(
                record_id, table=table, context=context, data=self.data, corpus=self.corpus
            )
            cited = str(cite(record_id, data=self.data))
        except KopjaqtyError as error:  # a row that a reader has added has no evidence
            return f"<p>{escape(str(error))}</p>"
        chosen = tuple(q for q in found.quotes if document in ("", q.document_id))
        quoted: str = Passage("", chosen)._repr_html_()  # the heading is the claim
        return f"{quoted}<p class='kq-cite'>{escape(cited)}</p>"

    def name(self, entity: str) -> str:
        """Name an entity in the current language; "not stated" where there is none."""
        return name_of(entity, self.data) if entity else _("not stated")


def entry(item: str, label: str, selected: str = "") -> str:
    """Write a button that selects something.

    >>> entry("un", "United Nations")
    '<button type="button" data-id="un">United Nations</button>'
    """
    current = ' aria-current="true"' if item == selected else ""
    return f'<button type="button" data-id="{escape(item)}"{current}>{escape(label)}</button>'


def years_of(dates: Any) -> list[str]:
    """Give every year from the first to the last that a date names.

    >>> years_of(["1992-03-02", "", "1990/.."])
    ['1990', '1991', '1992']
    """
    parsed = [parse_date(date) for date in dates if date]
    named = [day.year for date in parsed for day in (date.earliest, date.latest) if day]
    return [str(year) for year in range(min(named), max(named) + 1)] if named else []


def mode_control() -> Control:
    """Give the choice between what was certainly so and what was possibly so."""
    options = (("strict", _("certainly then")), ("permissive", _("possibly then")))
    return Control("mode", _("As dates allow"), options, "buttons")
