"""What is said of an answer: as text, as HTML, and as data for `kopjaqty progress`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Any, Literal

from kopjaqty.language import _, language, speaking

__all__ = ["MIME", "Outcome", "Shown", "State", "html_of", "number_shown", "sign_of", "state_said"]

State = Literal["not started", "not yet", "right", "could not run", "yours to judge"]
MIME = "application/vnd.kopjaqty.outcome+json"

# A sign and a word say what the colour says. Contrast of each with white and with black
# paper is above 4.5:1 where it carries a letter; here it is a bar beside the text.
_LOOKS: dict[State, tuple[str, str]] = {
    "not started": ("○", "#767676"),
    "not yet": ("△", "#b35900"),
    "right": ("✓", "#00796b"),
    "could not run": ("!", "#b3261e"),
    "yours to judge": ("☐", "#3f51b5"),
}


class Shown:
    """A student's figure with words for it, drawn when its HTML is first asked for."""

    def __init__(self, axes: Any, words: str) -> None:
        self._axes, self._words = axes, words

    @cached_property
    def html(self) -> str:
        """The figure as HTML that needs nothing else."""
        from kopjaqty.style import figure

        return figure(self._axes, alt=self._words).html

    def __reduce__(self) -> tuple[Any, ...]:
        return _drawn, (self.html,)  # a copy needs no figure


def _drawn(html: str) -> Shown:
    shown = Shown(None, "")
    shown.__dict__["html"] = html
    return shown


@dataclass(frozen=True)
class Outcome:
    """What `check` says of an answer.

    Attributes
    ----------
    sheet, question
        "03", 2.
    state : str
        "not started", "not yet", "right", "could not run", or, for a text that a person has to
        read, "yours to judge".
    said : tuple of str
        What is to be said about the answer, a paragraph each; Markdown's `code` is allowed.
    hints : tuple of str
        Help in three steps, folded in HTML.
    earned, points : float, int
        Points earned by this answer, of so many. A text to be judged earns none here.
    misconception : str
        Name of the wrong answer that was recognised, or empty.
    shown : Shown
        The figure that was checked, if it was one; it is drawn when the outcome is shown.
    language : str
        The language that it speaks: the one that was in use when it was made.
    """

    sheet: str
    question: int
    state: State
    said: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    earned: float = 0
    points: int = 0
    misconception: str = ""
    shown: Shown | None = field(default=None, repr=False, compare=False)
    language: str = field(default_factory=language)

    def heading(self) -> str:
        """Say the state and the points."""
        with speaking(self.language):
            return self._heading()

    def _heading(self) -> str:
        said = _("Question {n}: {state}").format(n=self.question, state=state_said(self.state))
        if self.state in ("right", "not yet") and self.earned:
            points = _("{earned} of {points} points").format(
                earned=number_shown(self.earned), points=self.points
            )
            return f"{said} ({points})"
        return said

    def __str__(self) -> str:
        """Say it all as plain text."""
        with speaking(self.language):
            return self._text()

    def _text(self) -> str:
        lines = [f"{sign_of(self.state)} {self.heading()}.", *self.said]
        if self.hints:
            lines.append(_("Stuck? `ex.hint({n})` helps, step by step.").format(n=self.question))
        return "\n".join(lines)

    def as_dict(self) -> dict[str, Any]:
        """Give what a program wants to know, in no language."""
        return {
            "sheet": self.sheet,
            "question": self.question,
            "state": self.state,
            "earned": self.earned,
            "points": self.points,
            "misconception": self.misconception,
        }

    def _repr_html_(self) -> str:
        with speaking(self.language):
            return self._html()

    def _html(self) -> str:
        sign, colour = _LOOKS[self.state]
        parts = [f"<p><strong>{sign} {escape(self.heading())}</strong></p>"]
        parts += [html_of(each) for each in self.said]
        folded = ""
        for step, hint in reversed(list(enumerate(self.hints, start=1))):
            name = _("Hint {step} of {steps}").format(step=step, steps=len(self.hints))
            folded = f"<details><summary>{escape(name)}</summary>{html_of(hint)}{folded}</details>"
        folded = (self.shown.html if self.shown else "") + folded
        style = f"border-left:5px solid {colour};padding:2px 12px;max-width:75ch"
        return f'<div class="kopjaqty-outcome" style="{style}">{"".join(parts)}{folded}</div>'

    def _repr_mimebundle_(self, **_options: Any) -> dict[str, Any]:
        return {
            "text/plain": str(self),
            "text/html": self._repr_html_(),
            MIME: self.as_dict(),
        }

    def __repr__(self) -> str:
        return str(self)


def state_said(state: State) -> str:
    """Say a state in the current language."""
    words = {
        "not started": _("Not started"),
        "not yet": _("Not yet"),
        "right": _("Right"),
        "could not run": _("Could not run"),
        "yours to judge": _("Yours to judge"),
    }
    return words[state]


def sign_of(state: State) -> str:
    """Give the sign that stands before a state."""
    return _LOOKS[state][0]


def number_shown(value: float) -> str:
    """Show points without a needless ".0".

    >>> number_shown(2.0), number_shown(1.5)
    ('2', '1.5')
    """
    return f"{value:g}"


def html_of(text: str) -> str:
    """Give a paragraph as HTML: `code`, **strong**, *stressed*, and lines that begin with "- ".

    >>> html_of("Use `len`.")
    '<p>Use <code>len</code>.</p>'
    """
    parts = text.split("\n")
    lines = [line for line in parts if not line.startswith("- ")]
    items = [line.removeprefix("- ") for line in parts if line.startswith("- ")]
    said = "<br>".join(map(_inline, lines))
    listed = "".join(f"<li>{_inline(item)}</li>" for item in items)
    return (f"<p>{said}</p>" if said else "") + (f"<ul>{listed}</ul>" if listed else "")


def _inline(text: str) -> str:
    safe = escape(text, quote=False)
    safe = re.sub(r"`([^`]+)`", r"<code>\1</code>", safe)
    safe = re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", safe)
    return re.sub(r"(?<![\w*])\*(?!\s)([^*]+)\*(?![\w*])", r"<em>\1</em>", safe)
