"""The fields of a form, for each sort of answer that is picked or filled in: HTML, text, values.

Values are those that `check` takes, `...` where nothing is filled in yet. What a browser knows of
them is `to_browser(value)`: nothing here knows the right answer.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any, Generic, TypeVar

from kopjaqty.errors import KopjaqtyError, Problem
from kopjaqty.exercises.answers import Answer, Choice, Faded, Match, Order, Parsons, Unreadable
from kopjaqty.exercises.answers.chosen import letter, read_letters
from kopjaqty.exercises.answers.code import BLANK
from kopjaqty.exercises.answers.plain import cells, pairs
from kopjaqty.exercises.outcomes import html_of
from kopjaqty.exercises.questions import told
from kopjaqty.language import _, ngettext

__all__ = ["Fields", "fields_of", "python_of"]

Sort = TypeVar("Sort", bound=Answer)

EMPTY = "..."
"""What stands in a starter cell for a piece of code that is still to be written."""


def fields_of(answer: Answer, number: int) -> Fields[Any]:
    """Give the fields for an answer.

    Raises
    ------
    KopjaqtyError
        It is written, not picked: it has no form.
    """
    if type(answer) not in _FIELDS:
        problem = Problem(
            _("Question {n} has no form: it asks for {wanted}.").format(
                n=number, wanted=answer.wants()
            ),
            remedy=_("Write your answer into its cell, as `answer_{n}`, and run the cell.").format(
                n=number
            ),
        )
        raise KopjaqtyError(problem)
    return _FIELDS[type(answer)](answer)


class Fields(ABC, Generic[Sort]):
    """What is chosen or filled in, for one sort of answer."""

    sort: str
    """Name by which the script in the browser knows it."""

    def __init__(self, answer: Sort) -> None:
        self.answer = answer

    @abstractmethod
    def html(self) -> str:
        """Write the fields, nothing filled in."""

    @abstractmethod
    def text(self) -> str:
        """Write what there is to choose from or to fill in as plain text."""

    @abstractmethod
    def accept(self, value: Any) -> Any:
        """Give a value as the answer's sort writes it.

        Raises
        ------
        Unreadable
            The fields cannot show it.
        """

    def value_of(self, value: Any) -> Any:
        """Give what the fields hold after this is put into them; `...` for nothing.

        Raises
        ------
        KopjaqtyError
            They cannot hold it.
        """
        if value is None or value is ...:
            return ...
        try:
            return self.accept(value) or ...
        except Unreadable as found:
            raise KopjaqtyError(str(found)) from None

    def pairs(self, value: Any) -> dict[Any, Any]:
        """Read a dict; say what is asked for if it is none."""
        try:
            return pairs(value)
        except Unreadable:
            raise self.answer.refuse(value) from None

    def to_browser(self, value: Any) -> Any:
        """Give a value as JSON has it; None for nothing."""
        return None if value is ... else value

    def from_browser(self, value: Any) -> Any:
        """Give the value that came as JSON."""
        return self.value_of(value)


class ChoiceFields(Fields[Choice]):
    """Radio buttons."""

    sort = "choice"

    def html(self) -> str:
        return "".join(
            f'<label class="kq-option"><input type="radio" name="choice" value="{escape(key)}">'
            f"{_named(key, text)}</label>"
            for key, text in self.answer.options.items()
        )

    def text(self) -> str:
        return _listed(self.answer.options)

    def accept(self, value: Any) -> Any:
        return self.answer.read(value)


class OrderFields(Fields[Order]):
    """A list whose items are moved up and down."""

    sort = "order"

    def html(self) -> str:
        hint = _(
            "What comes first, the earliest, stands on top. Choose an item and move it with the "
            "buttons, or with Alt+↑ and Alt+↓."
        )
        items = ((key, _named(key, text)) for key, text in self.answer.items.items())
        listed = _listbox("answer", _("Your order"), items)
        buttons = _buttons(("up", "↑", _("Up")), ("down", "↓", _("Down")))
        return f"{_hint(hint)}{listed}{buttons}"

    def text(self) -> str:
        return _listed(self.answer.items)

    def accept(self, value: Any) -> Any:
        return list(self.answer.read(value))


class MatchFields(Fields[Match]):
    """A list to choose from for each thing on the left."""

    sort = "match"

    def html(self) -> str:
        options = '<option value="">—</option>' + "".join(
            f'<option value="{escape(key)}">{escape(f"{key}: {_bare(text)}")}</option>'
            for key, text in self.answer.right.items()
        )
        return "".join(
            f'<label class="kq-pair"><span>{_inline(text)}</span>'
            f'<select name="{escape(key)}">{options}</select></label>'
            for key, text in self.answer.left.items()
        )

    def text(self) -> str:
        return f"{_listed(self.answer.left)}\n\n{_listed(self.answer.right)}"

    def accept(self, value: Any) -> Any:
        found = {str(key): letter(item) for key, item in self.pairs(value).items()}
        chosen = {key: item for key, item in found.items() if item not in (None, "", EMPTY)}
        for key, item in chosen.items():
            if key not in self.answer.left or item not in self.answer.right:
                raise self.answer.refuse(value, f"`{{{key!r}: {item!r}}}`")
        return {key: chosen[key] for key in self.answer.left if key in chosen}


class ParsonsFields(Fields[Parsons]):
    """Lines that are taken into a program and moved up and down in it."""

    sort = "parsons"

    def html(self) -> str:
        hint = _(
            "Take the lines that you need, in order; some may be too many. By keyboard: Enter "
            "takes a line, Delete puts it back, Alt+↑ and Alt+↓ move it."
        )
        lines = ((key, self._line(key, line)) for key, line in self.answer.lines.items())
        pool = _listbox("pool", _("Lines to take"), lines, code=True)
        program = _listbox("answer", _("Your program"), (), code=True)
        take = _buttons(("take", "+", _("Take")))
        order = _buttons(
            ("up", "↑", _("Up")), ("down", "↓", _("Down")), ("back", "−", _("Put back"))
        )
        return (
            f"{_hint(hint)}<div class='kq-lists'><div>{pool}{take}</div>"
            f"<div>{program}{order}</div></div>"
        )

    def _line(self, key: str, line: str) -> str:
        """Write a line of code; its indentation is said to who does not see it."""
        spaces = len(line) - len(line.lstrip(" "))
        said = ngettext("{n} space", "{n} spaces", spaces).format(n=spaces) if spaces else ""
        indent = f'<span class="kq-hidden">{escape(said)}</span>' if said else ""
        return f"<b>{escape(key)}</b>{indent}<code>{escape(line)}</code>"

    def text(self) -> str:
        return "\n".join(f"  {key}| {line}" for key, line in self.answer.lines.items())

    def accept(self, value: Any) -> Any:
        letters = tuple(map(letter, value if type(value) is str else cells(value)))
        known = list(self.answer.lines)
        return list(read_letters(self.answer, value, letters, known, all_of=False))


class FadedFields(Fields[Faded]):
    """Code with text fields at its blanks."""

    sort = "faded"

    def html(self) -> str:
        parts = BLANK.split(self.answer.template.strip())
        code = "".join(
            self._blank(part) if place % 2 else escape(part) for place, part in enumerate(parts)
        )
        return f'<pre class="kq-code"><code>{code}</code></pre>'

    def _blank(self, number: str) -> str:
        name = escape(_("blank {n}").format(n=number))
        return (
            f'<label class="kq-blank"><small>{number}</small><input type="text" size="14" '
            f'name="{number}" aria-label="{name}" placeholder="…" autocapitalize="off" '
            'autocomplete="off" spellcheck="false"></label>'
        )

    def text(self) -> str:
        return "\n".join(f"  {line}" for line in self.answer.template.strip().splitlines())

    def accept(self, value: Any) -> Any:
        found = {str(key): item for key, item in self.pairs(value).items()}
        for key, item in self.pairs(value).items():
            if str(key) not in self.answer.blanks or type(item) is not str:
                raise self.answer.refuse(value, f"`{{{key!r}: {item!r}}}`")
        filled = {int(blank): found.get(blank) or EMPTY for blank in self.answer.blanks}
        return filled if set(filled.values()) - {EMPTY} else {}

    def to_browser(self, value: Any) -> Any:
        if value is ...:
            return None
        return {str(blank): "" if code == EMPTY else code for blank, code in value.items()}


_FIELDS: dict[type[Answer], type[Fields[Any]]] = {
    Choice: ChoiceFields,
    Order: OrderFields,
    Match: MatchFields,
    Parsons: ParsonsFields,
    Faded: FadedFields,
}


def python_of(value: Any) -> str:
    """Write a value as a line of Python has it, in double quotes where that is plainer.

    >>> print(python_of(["c", "a"]), python_of({1: 'row["id"]'}), python_of(...))
    ["c", "a"] {1: 'row["id"]'} ...
    """
    if value is ...:
        return "..."
    if isinstance(value, str):
        # With a ' in it and no ", repr itself takes ".
        return repr(value) if '"' in value else '"' + repr("'" + value)[2:]
    if isinstance(value, Mapping):
        inside = ", ".join(f"{python_of(k)}: {python_of(item)}" for k, item in value.items())
        return f"{{{inside}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(python_of, value))}]"
    return repr(value)


def _inline(text: str) -> str:
    """Write a text of a sheet as HTML, to stand in a line."""
    return html_of(told(text)).removeprefix("<p>").removesuffix("</p>")


def _bare(text: str) -> str:
    """Write a text of a sheet without marks: a list to choose from shows no HTML."""
    return re.sub(r"`|\*\*", "", told(text))


def _named(key: str, text: str) -> str:
    return f"<b>{escape(key)}</b><span>{_inline(text)}</span>"


def _listed(items: Mapping[str, str]) -> str:
    return "\n".join(f"  {key}  {told(text)}" for key, text in items.items())


def _hint(text: str) -> str:
    return f'<p class="kq-hint" data-part="hint">{escape(text)}</p>'


def _listbox(name: str, label: str, items: Iterable[tuple[str, str]], *, code: bool = False) -> str:
    """Write a list of which one item is chosen, as the ARIA practices have it."""
    options = "".join(
        f'<li role="option" data-key="{escape(key)}" aria-selected="false">{html}</li>'
        for key, html in items
    )
    looks = "kq-list kq-code" if code else "kq-list"
    return (
        f'<div class="kq-label" aria-hidden="true">{escape(label)}</div>'
        f'<ul class="{looks}" role="listbox" tabindex="0" data-list="{name}" '
        f'aria-label="{escape(label)}">{options}</ul>'
    )


def _buttons(*buttons: tuple[str, str, str]) -> str:
    written = "".join(
        f'<button type="button" data-do="{name}"><span aria-hidden="true">{sign}</span> '
        f"{escape(label)}</button>"
        for name, sign, label in buttons
    )
    return f'<div class="kq-buttons">{written}</div>'
