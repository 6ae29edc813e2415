"""Draws a timeline's signs as SVG: the same signs as on paper, in a fraction of the time."""

from __future__ import annotations

from html import escape
from typing import Any

from kopjaqty.drawings.labels import text_width
from kopjaqty.style.look import Status
from kopjaqty.style.palette import INK
from kopjaqty.timelines.marks import Pen, Points

__all__ = ["SvgPen"]

ANCHOR = {"left": "start", "center": "middle", "right": "end"}


class SvgPen(Pen):
    """A pen that writes SVG, in points from the top left corner."""

    def __init__(self, size: float) -> None:
        self.size = size
        self.parts: list[str] = []

    def line(self, points: Points, colour: str, width: float = 0.12, **style: Any) -> None:
        """Draw a line; its width in font sizes."""
        dash = style.get("linestyle")
        dashes = "" if not isinstance(dash, tuple) else self._dashes(dash, width)
        self.parts.append(
            f'<polyline points="{_points(points)}" fill="none" stroke="{colour}"'
            f' stroke-width="{_n(width * self.size)}"{dashes}/>'
        )

    def area(self, points: Points, fill: str, edge: str | None = None, **style: Any) -> None:
        """Draw a filled shape."""
        stroke = ""
        if edge:
            dash = style.get("linestyle")
            dashes = "" if not isinstance(dash, tuple) else self._dashes(dash, 0.1)
            stroke = f' stroke="{edge}" stroke-width="{_n(0.1 * self.size)}"{dashes}'
        self.parts.append(f'<polygon points="{_points(points)}" fill="{fill}"{stroke}/>')

    def text(self, x: float, y: float, words: str, **style: Any) -> None:
        """Write one line; y is the middle of its capitals."""
        size = float(style.get("size", self.size))
        look = f' text-anchor="{ANCHOR[style.get("ha", "left")]}"'
        if style.get("weight") == "bold":
            look += ' font-weight="bold"'
        if style.get("style") == "italic":
            look += ' font-style="italic"'
        if ground := style.get("bbox"):
            wide = text_width(words, size, bold=style.get("weight") == "bold")
            left = x - wide * {"left": 0, "center": 0.5, "right": 1}[style.get("ha", "left")]
            self.parts.append(
                f'<rect x="{_n(left)}" y="{_n(y - 0.6 * size)}" width="{_n(wide)}"'
                f' height="{_n(1.2 * size)}" fill="{ground["facecolor"]}"/>'
            )
        self.parts.append(
            f'<text x="{_n(x)}" y="{_n(y + 0.36 * size)}" font-size="{_n(size)}"'
            f' fill="{style.get("color", INK)}"{look}>{escape(words)}</text>'
        )

    def dot(self, x: float, y: float, status: Status, gid: str | None = None) -> None:
        """Draw a day: a disc, a ring if hollow, or with a point to the right."""
        if status.is_pointed:
            super().dot(x, y, status, gid)
            return
        hollow, half = status.is_hollow, 0.36 * self.size
        look = f'fill="{status.ink}"'
        if hollow:
            look = f'fill="#fff" stroke="{status.ink}" stroke-width="{_n(0.13 * self.size)}"'
        radius = (0.85 if hollow else 1) * half
        self.parts.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" {look}/>')

    def begin(self, item: str, label: str, *, first: bool) -> None:
        """Begin what is chosen together."""
        self.parts.append(
            f'<g class="kq-node" data-id="{escape(item)}" role="button"'
            f' tabindex="{0 if first else -1}" aria-label="{escape(label)}">'
        )

    def end(self) -> None:
        """End it."""
        self.parts.append("</g>")

    def _dashes(self, style: tuple[float, tuple[float, ...]], width: float) -> str:
        """Write dashes, whose lengths are counted in line widths as by matplotlib."""
        lengths = " ".join(_n(length * width * self.size) for length in style[1])
        return f' stroke-dasharray="{lengths}"'


def _n(number: float) -> str:
    return f"{round(number, 1) + 0.0:.1f}".removesuffix(".0")


def _points(points: Points) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
