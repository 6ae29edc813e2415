"""The HTML of a form's fields, and their plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape

from kopjaqty_course.exercises.answers.code import BLANK
from kopjaqty_course.exercises.outcomes import html_of
from kopjaqty_course.exercises.questions import translate

__all__ = ["bare", "buttons", "code_line", "hint", "inline", "listbox", "listed", "named"]


def inline(text: str) -> str:
    """Write a text of a sheet as HTML, to stand in a line."""
    return html_of(translate(text)).removeprefix("<p>").removesuffix("</p>")


def bare(text: str) -> str:
    """Write a text of a sheet without marks: a list to choose from shows no HTML."""
    return re.sub(r"`|\*\*", "", translate(text))


def named(key: str, text: str) -> str:
    """Write a letter and what it stands for."""
    return f"<b>{escape(key)}</b><span>{inline(text)}</span>"


def listed(items: Mapping[str, str]) -> str:
    """List letters and what they stand for as plain text."""
    return "\n".join(f"  {key}  {translate(text)}" for key, text in items.items())


def code_line(line: str, blank: Callable[[str], str] | None = None) -> str:
    """Write a line of code, its blanks as fields; where it is broken, its indentation stays."""
    code = line.lstrip(" ")
    # Every second part is the number of a blank.
    parts = BLANK.split(code) if blank else [code]
    written = "".join(
        blank(part) if blank and n % 2 else escape(part) for n, part in enumerate(parts)
    )
    return f'<span class="kq-line" style="--indent:{len(line) - len(code)}">{written}</span>'


def hint(text: str) -> str:
    """Write how the fields are used; the script gives it to screen readers with the lists."""
    return f'<p class="kq-hint" data-part="hint">{escape(text)}</p>'


def listbox(name: str, label: str, items: Iterable[tuple[str, str]], *, code: bool = False) -> str:
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


def buttons(*buttons: tuple[str, str, str]) -> str:
    """Write buttons: what each does for the script, its sign, its name."""
    written = "".join(
        f'<button type="button" data-do="{name}"><span aria-hidden="true">{sign}</span> '
        f"{escape(label)}</button>"
        for name, sign, label in buttons
    )
    return f'<div class="kq-buttons">{written}</div>'
