"""What can go wrong, said to people: what, where, the value, what was expected, the remedy.

Every error that kopjaqty raises on purpose is a `KopjaqtyError`. In a notebook it is shown as
its message alone: a student's slip is not a reason to print thirty lines of somebody's code.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

LONG_VALUE = 100
"""Characters of a value that a message shows."""

PROBLEMS_SHOWN = 10
"""How many problems the message of a `DataError` spells out; the rest are counted."""

_translate: Callable[[str], str] = str


def translate_with(translate: Callable[[str], str]) -> None:
    """Let `language` put these few words into Kazakh or Russian: it stands below this file."""
    global _translate  # noqa: PLW0603 - one language is in use at a time
    _translate = translate


def _(message: str) -> str:
    return _translate(message)


def N_(message: str) -> str:  # noqa: N802 - gettext's usual mark for what is translated later
    """Mark a text for translation, here or elsewhere; it is translated where it is shown."""
    return message


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and all that is known about it.

    `row` is the line of the file as an editor numbers it: the header is line 1.

    >>> print(Problem("No such kind.", file="entities.csv", row=7, value="city ", nearest="city"))
    entities.csv, line 7: No such kind. Found: 'city '. Did you mean 'city'?
    """

    what: str
    file: str | None = None
    row: int | None = None
    column: str | None = None
    value: object = None
    expected: str | None = None
    nearest: str | None = None
    remedy: str | None = None

    def __str__(self) -> str:
        """Say it in one line."""
        where = [self.file] if self.file else []
        if self.row is not None:
            where.append(_("line {row}").format(row=self.row))
        if self.column:
            where.append(_("column {column}").format(column=self.column))
        parts = [_sentence(self.what)]
        if self.value is not None:
            parts.append(_("Found: {value!r}.").format(value=self.value))
        if self.expected:
            parts.append(_sentence(_("Expected: {expected}").format(expected=self.expected)))
        if self.nearest:
            parts.append(_("Did you mean {nearest!r}?").format(nearest=self.nearest))
        if self.remedy:
            parts.append(_sentence(self.remedy))
        place = ", ".join(where) + ": " if where else ""
        return place + " ".join(parts)

    def as_dict(self) -> dict[str, object]:
        """Give the fields under their names, for JSON or a table.

        >>> Problem("The file is empty.", file="terms.csv").as_dict()["file"]
        'terms.csv'
        """
        return asdict(self)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", ":")) else text + "."


class KopjaqtyError(Exception):
    """A mistake that has a remedy, said in a message, a `Problem` or several of them.

    `problems` holds the `Problem`s; it is empty where only a message was given.

    >>> error = KopjaqtyError("The figure has no axes.")
    >>> str(error), error.problems
    ('The figure has no axes.', ())
    """

    def __init__(self, message: str | Problem | Iterable[Problem]) -> None:
        if isinstance(message, str):
            self.problems: tuple[Problem, ...] = ()
        else:
            self.problems = (message,) if isinstance(message, Problem) else tuple(message)
        super().__init__(self.problems or message)

    def __str__(self) -> str:
        """Give the message, or the first problems, one a line, and how many more there are."""
        if not self.problems:
            return str(self.args[0])
        lines = [str(problem) for problem in self.problems[:PROBLEMS_SHOWN]]
        if len(self.problems) > PROBLEMS_SHOWN:
            lines.append(_("… and {more} more.").format(more=len(self.problems) - PROBLEMS_SHOWN))
        return "\n".join(lines)

    def _render_traceback_(self) -> list[str]:
        """Show the message without a traceback: IPython asks for this name."""
        return str(self).splitlines()


class DataError(KopjaqtyError):
    """Tables or texts that do not hold what they should; `problems` lists all that was found.

    >>> str(DataError([Problem("The file is empty.", file="terms.csv")]))
    'terms.csv: The file is empty.'
    """


class DateError(KopjaqtyError, ValueError):
    """A text that is not a date in the Extended Date/Time Format."""


class ArgumentError(KopjaqtyError, TypeError, ValueError):
    """A function was handed what it cannot use: a number for a table, say."""


class UnknownName(KopjaqtyError, LookupError):
    """A name (of a table, a row, an option) that is not there."""

    @classmethod
    def among(cls, what: str, value: object, choices: Iterable[str]) -> UnknownName:
        """Say that `value` is none of the `choices`, and which of them is nearest.

        >>> print(UnknownName.among("No such table.", "entitys", ["entities", "events"]))
        No such table. Found: 'entitys'. Expected: entities, events. Did you mean 'entities'?
        """
        names, value_shown = list(choices), shown(value)
        return cls(
            Problem(
                what,
                value=value_shown,
                expected=", ".join(names),
                nearest=nearest(value_shown, names),
            )
        )


class TextMissing(KopjaqtyError):
    """A document's text is not at hand; the message says how to bring it."""


class _Told(str):
    """What is said of a value that a message has no room for, and of None: without quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def shown(value: object) -> object:
    """Give what a message shows of a value: the value itself if it is short, else its type.

    >>> shown("un"), shown(None), shown(list(range(99)))
    ('un', None, list)
    """
    try:
        text = repr(value)
    except Exception:
        text = ""
    fits = 0 < len(text) <= LONG_VALUE and "\n" not in text and not text.startswith("<")
    if isinstance(value, str):
        return value if fits else _Told(f"{text[:LONG_VALUE]}…")
    return _Told(text if fits else type(value).__name__)


def nearest(value: object, choices: Iterable[str]) -> str | None:
    """Find the choice that was most likely meant, or None if nothing is like it.

    >>> nearest("entitys", ["documents", "entities", "events"])
    'entities'
    """
    options = {choice.casefold(): choice for choice in choices}
    matches = difflib.get_close_matches(str(value).casefold(), options, n=1)
    return options[matches[0]] if matches else None
