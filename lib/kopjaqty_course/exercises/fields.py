"""The fields of a form, for each sort of answer that is picked or filled in: HTML, text, values.

Values are those that `check` takes, `...` where nothing is filled in yet. What a browser knows of
them is `to_browser(value)`: nothing here knows the right answer.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from html import escape
from typing import Any, Generic, TypeVar

from kopjaqty.errors import KopjaqtyError, Problem
from kopjaqty.language import _, ngettext
from kopjaqty_course.exercises import markup
from kopjaqty_course.exercises.answers import (
    Answer,
    Choice,
    Faded,
    Matching,
    Order,
    Parsons,
    Unreadable,
)
from kopjaqty_course.exercises.answers.chosen import letter, read_letters
from kopjaqty_course.exercises.answers.plain import cells, pairs

__all__ = ["Fields", "fields_of", "has_form", "python_of"]

Sort = TypeVar("Sort", bound=Answer)

EMPTY = "..."
"""What stands in a starter cell for a piece of code that is still to be written."""


def has_form(answer: Answer) -> bool:
    """Tell whether an answer is picked or filled in, not written."""
    return type(answer) in _FIELDS


def fields_of(answer: Answer, number: int) -> Fields[Any]:
    """Give the fields for an answer.

    Raises
    ------
    KopjaqtyError
        It is written, not picked: it has no form.
    """
    if not has_form(answer):
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
        except Unreadable as unreadable:
            raise KopjaqtyError(str(unreadable)) from None

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
            f"{markup.named(key, text)}</label>"
            for key, text in self.answer.options.items()
        )

    def text(self) -> str:
        return markup.listed(self.answer.options)

    def accept(self, value: Any) -> Any:
        return self.answer.read(value)


class OrderFields(Fields[Order]):
    """A list whose items are moved up and down."""

    sort = "order"

    def html(self) -> str:
        hint = _(
            "What comes first stands on top. Choose an item and move it with the buttons, or with "
            "Alt+↑ and Alt+↓."
        )
        items = ((key, markup.named(key, text)) for key, text in self.answer.items.items())
        listed = markup.listbox("answer", _("Your order"), items)
        moves = markup.buttons(("up", "↑", _("Up")), ("down", "↓", _("Down")))
        return f"{markup.hint(hint)}{listed}{moves}"

    def text(self) -> str:
        return markup.listed(self.answer.items)

    def accept(self, value: Any) -> Any:
        return list(self.answer.read(value))


class MatchingFields(Fields[Matching]):
    """A list to choose from for each thing on the left."""

    sort = "match"

    def html(self) -> str:
        options = '<option value="">—</option>' + "".join(
            f'<option value="{escape(key)}">{escape(f"{key}: {markup.bare(text)}")}</option>'
            for key, text in self.answer.right.items()
        )
        return "".join(
            f'<label class="kq-pair"><span>{markup.inline(text)}</span>'
            f'<select name="{escape(key)}">{options}</select></label>'
            for key, text in self.answer.left.items()
        )

    def text(self) -> str:
        return f"{markup.listed(self.answer.left)}\n\n{markup.listed(self.answer.right)}"

    def accept(self, value: Any) -> Any:
        letters = {str(key): letter(item) for key, item in self.pairs(value).items()}
        chosen = {key: item for key, item in letters.items() if item not in (None, "", EMPTY)}
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
        pool = markup.listbox("pool", _("Lines to take"), lines, code=True)
        program = markup.listbox("answer", _("Your program"), (), code=True)
        take = markup.buttons(("take", "+", _("Take")))
        order = markup.buttons(
            ("up", "↑", _("Up")), ("down", "↓", _("Down")), ("back", "−", _("Put back"))
        )
        return (
            f"{markup.hint(hint)}<div class='kq-lists'><div>{pool}{take}</div>"
            f"<div>{program}{order}</div></div>"
        )

    def _line(self, key: str, line: str) -> str:
        """Write a line of code; its indentation is said to who does not see it."""
        spaces = len(line) - len(line.lstrip(" "))
        indentation = ngettext("{n} space", "{n} spaces", spaces).format(n=spaces) if spaces else ""
        indent = f'<span class="kq-hidden">{escape(indentation)}</span>' if indentation else ""
        return f"<b>{escape(key)}</b>{indent}<code>{markup.code_line(line)}</code>"

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
        lines = self.answer.template.strip().splitlines()
        code = "".join(markup.code_line(line, self._blank) for line in lines)
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
        pieces = {str(key): item for key, item in self.pairs(value).items()}
        for key, item in self.pairs(value).items():
            if str(key) not in self.answer.blanks or type(item) is not str:
                raise self.answer.refuse(value, f"`{{{key!r}: {item!r}}}`")
        filled = {int(blank): pieces.get(blank) or EMPTY for blank in self.answer.blanks}
        return filled if set(filled.values()) - {EMPTY} else {}

    def to_browser(self, value: Any) -> Any:
        if value is ...:
            return None
        return {str(blank): "" if code == EMPTY else code for blank, code in value.items()}


_FIELDS: dict[type[Answer], type[Fields[Any]]] = {
    Choice: ChoiceFields,
    Order: OrderFields,
    Matching: MatchingFields,
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
