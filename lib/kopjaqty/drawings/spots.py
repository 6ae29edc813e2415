"""What a picture of a network is made of: marks with names, headings, lines, in points."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kopjaqty.drawings.curves import Curve, Point
from kopjaqty.style.look import Group, look_of

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Box", "Heading", "Layout", "Spot", "label_of"]

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

LEADING = 1.18
"""Distance of lines of text, in font sizes."""


@dataclass
class Spot:
    """A node in the picture: `x`, `y`, radius; the lines of its name and where they stand.

    `side` is -1 on the left of the oval, 1 on the right, 0 inside it; `size` is the font's.
    A `hollow` mark is background: no document says that the node stands where it does.
    """

    node: str
    group: Group
    radius: float
    label: str
    lines: tuple[str, ...]
    width: float
    size: float
    focus: bool = False
    hollow: bool = False
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
    """The title of a sector, or other `words`, and the line along its rows."""

    group: Group
    x: float
    y: float
    side: int
    size: float
    rail: tuple[tuple[float, float], ...] = ()
    words: str = ""

    @property
    def title(self) -> str:
        """What is written."""
        return self.words or self.group.title


@dataclass
class Layout:
    """A whole picture, `width` by `height`; `size` is the font size of the names.

    `fits` is False where the names leave no room for the middle. `trunks` are the plain lines
    of a tree, from which its branches leave.
    """

    width: float
    height: float
    size: float
    focus: str
    fits: bool = True
    spots: dict[str, Spot] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)
    curves: list[Curve] = field(default_factory=list)
    trunks: list[tuple[Point, Point]] = field(default_factory=list)


def label_of(graph: nx.Graph, node: str, code: str) -> str:
    """Give a node's name for a picture: the short one, in a language, with a capital letter.

    >>> from kopjaqty.networks import build_network
    >>> label_of(build_network(), "minurso", "en")
    'MINURSO'
    """
    row = graph.nodes[node]
    if "group" in row:
        return look_of(graph).group(row["group"]).title
    name = str(row.get(f"short_{code}") or row.get(f"name_{code}") or row.get("name") or node)
    return name[:1].upper() + name[1:]
