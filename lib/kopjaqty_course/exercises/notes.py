"""A hint or a solution, as text and as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from kopjaqty_course.exercises.outcomes import html_of

__all__ = ["Note"]


@dataclass(frozen=True, repr=False)
class Note:
    """A heading, a text, and code."""

    heading: str
    text: str = ""
    code: str = ""

    def __str__(self) -> str:
        """Give all as plain text."""
        return "\n".join(part for part in (f"{self.heading}:", self.text, self.code) if part)

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        text = html_of(self.text) if self.text else ""
        code = f"<pre><code>{escape(self.code)}</code></pre>" if self.code else ""
        return (
            '<div style="max-width:75ch">'
            f"<p><strong>{escape(self.heading)}</strong></p>{text}{code}</div>"
        )
