"""What a picture of a network is made of: marks with names, headings, lines, in points."""

from __future__ import annotations

from dataclasses import dataclass, field

from kopjaqty.curves import Curve
from kopjaqty.palette import Group

__all__ = ["Box", "Heading", "Layout", "Spot"]

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

LEADING = 1.18
"""Distance of lines of text, in font sizes."""


@dataclass
class Spot:
    """A node in the picture: `x`, `y`, radius; the lines of its name and where they stand.

    `side` is -1 on the left of the oval, 1 on the right, 0 inside it; `size` is the font's.
    """

    node: str
    group: Group
    radius: float
    label: str
    lines: tuple[str, ...]
    width: float
    size: float
    focus: bool = False
    x: float = 0.0
    y: float = 0.0
    side: int = 0

    @property
    def text_height(self) -> float:
        """Height of the name."""
        return LEADING * self.size * len(self.lines)

    @property
    def text_x(self) -> float:
        """Where the name begins (right of the oval), ends (left of it) or has its middle."""
        return self.x + self.side * (self.radius + 0.55 * self.size)

    @property
    def text_y(self) -> float:
        """The middle of the name's height."""
        if self.side or self.focus:
            return self.y
        return self.y - self.radius - 0.15 * self.size - self.text_height / 2

    @property
    def baselines(self) -> tuple[float, ...]:
        """Where the lines of the name stand."""
        first = self.text_y + self.text_height / 2 - (LEADING / 2 + 0.36) * self.size
        return tuple(first - LEADING * self.size * i for i in range(len(self.lines)))

    @property
    def text_box(self) -> Box:
        """The room of the name."""
        left = self.text_x - self.width * (1 - self.side) / 2
        low = self.text_y - self.text_height / 2
        return left, low, left + self.width, low + self.text_height

    @property
    def plate(self) -> Box:
        """The room of the name of the focus, which stands on a plate."""
        left, low, right, high = self.text_box
        pad = 0.55 * self.size
        return left - pad, low - pad * 0.7, right + pad, high + pad * 0.7


@dataclass(frozen=True)
class Heading:
    """The title of a sector, and the line along its rows."""

    group: Group
    x: float
    y: float
    side: int
    size: float
    rail: tuple[tuple[float, float], ...] = ()


@dataclass
class Layout:
    """A whole picture, `width` by `height`; `size` is the font size of the names.

    `fits` is False where the names leave no room for the middle.
    """

    width: float
    height: float
    size: float
    focus: str
    fits: bool = True
    spots: dict[str, Spot] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)
    curves: list[Curve] = field(default_factory=list)
