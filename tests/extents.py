"""What the names of a picture cover, as rendered."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from matplotlib.axes import Axes

SLACK = 2.0
"""Lines stand as near as their letters allow: a pixel of ascenders may touch."""


def boxes(ax: Axes) -> list[tuple[str, Any]]:
    """Give what each text of the picture covers, with the id of what it names."""
    canvas = ax.get_figure(root=True)
    assert canvas is not None
    canvas.canvas.draw()
    return [(str(text.get_gid()), text.get_window_extent()) for text in ax.texts]


def covered(ax: Axes) -> list[tuple[str, str]]:
    """Give pairs that meet: two names, a name and a mark not its own, a name and the edge."""
    names = boxes(ax)
    marks = [(str(m.get_gid()), m.get_window_extent()) for m in ax.collections]
    marks += [(str(m.get_gid()), m.get_window_extent()) for m in ax.lines if m.get_gid()]
    sheet = ax.get_window_extent()
    overlaps = [
        (a, b)
        for (a, one), (b, other) in combinations(names, 2)
        if (a != b or a == "None") and _meet(one, other)
    ]
    for a, one in names:
        if one.x0 < sheet.x0 or one.x1 > sheet.x1 or one.y0 < sheet.y0 or one.y1 > sheet.y1:
            overlaps.append((a, "the edge"))
        overlaps += [(a, b) for b, mark in marks if a != f"name-{b}" and _meet(one, mark)]
    return overlaps


def _meet(one: Any, other: Any) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    return bool(across > SLACK and min(one.y1, other.y1) - max(one.y0, other.y0) > SLACK)
