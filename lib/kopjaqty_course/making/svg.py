"""Small drawings as SVG, for docs: text and boxes on a sheet of their own, which is light.

They are as wide as a phone. The sheet hides what is behind it, so they are the same where pages
are dark; they need no font, script or style from outside, and say in words what they show.
"""

from __future__ import annotations

from html import escape

from kopjaqty.style.palette import FONT, INK, ROLES, pale

__all__ = ["CODE", "HUES", "INK", "WIDTH", "Sheet", "pale"]

WIDTH = 360
PAPER = "#ffffff"
HUES = tuple(colour.ink for colour in ROLES.values())
"""Dark enough for text."""
CODE = "'DejaVu Sans Mono', Menlo, Consolas, monospace"
ADVANCE = 0.61
"""Width of a character of such a font, in font sizes."""


class Sheet:
    """A drawing: what is put on it, from the top down."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A box with a fill."""
        self.parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="3" '
            f'fill="{colour}"/>'
        )

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """A dot with a fill."""
        self.parts.append(f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{colour}"/>')

    def path(self, points: str, colour: str) -> None:
        """A shape with a fill, in SVG's own words."""
        self.parts.append(f'<path d="{points}" fill="{colour}"/>')

    def text(  # noqa: PLR0913 - where, how large, what colour
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 12,
        colour: str = INK,
        code: bool = False,
        bold: bool = False,
        anchor: str = "start",
        room: float = WIDTH,
    ) -> None:
        """A line of text; it is made smaller where it would not fit into the room."""
        size = round(min(size, room / (ADVANCE * max(len(words), 1))), 1)
        font = f' font-family="{CODE}"' if code else ""
        weight = ' font-weight="bold"' if bold else ""
        self.parts.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="{anchor}" '
            f'fill="{colour}"{font}{weight}>{escape(words)}</text>'
        )

    def svg(self, height: float, title: str, description: str) -> str:
        """The file."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:g}" '
            f'viewBox="0 0 {WIDTH} {height:g}" role="img" aria-labelledby="title desc" '
            f"font-family=\"'{FONT}', Verdana, sans-serif\">"
        )
        lines = [
            head,
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="desc">{escape(description)}</desc>',
            f'<rect width="{WIDTH}" height="{height:g}" rx="6" fill="{PAPER}"/>',
            *self.parts,
            "</svg>",
        ]
        return "\n".join(lines) + "\n"
