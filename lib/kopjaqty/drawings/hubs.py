"""The well-connected nodes inside the oval of a network's picture, clear of one another."""

from __future__ import annotations

from math import cos, fsum, hypot, sin, tau
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from kopjaqty.drawings.placed_nodes import Box, Layout, PlacedNode

__all__ = ["place_hubs"]

RINGS = (0.36, 0.46, 0.56, 0.66, 0.76)
STEPS = 72


def place_hubs(graph: nx.MultiDiGraph, layout: Layout, hubs: list[str]) -> None:
    """Put each hub near the middle of its neighbours, off the straight lines from the focus."""
    focus = layout.nodes[layout.focus]
    rim = [placed for placed in layout.nodes.values() if placed.side]
    tied = {*graph.succ[layout.focus], *graph.pred[layout.focus]}
    spokes = [placed for placed in rim if placed.node in tied]
    across, tall = max((abs(s.x) for s in rim), default=0.0), layout.height / 2
    taken = [_room(focus, 3.0)]
    for hub in hubs:
        placed = layout.nodes[hub]
        neighbours = [layout.nodes[n] for n in (*graph.succ[hub], *graph.pred[hub])]
        neighbours = [s for s in neighbours if s.side] or [placed]
        goal = (
            fsum(s.x for s in neighbours) / len(neighbours),
            fsum(s.y for s in neighbours) / len(neighbours),
        )
        best = None
        for ring in RINGS:
            for step in range(STEPS):
                placed.x = ring * across * cos(tau * step / STEPS)
                placed.y = ring * tall * sin(tau * step / STEPS)
                room = _room(placed, 1.6)
                if any(_meet(room, other) for other in taken):
                    continue
                cost = hypot(placed.x - goal[0], placed.y - goal[1])
                cost += fsum(_blocked(placed, other) for other in spokes)
                if best is None or round(cost, 3) < best[0]:
                    best = round(cost, 3), placed.x, placed.y
        if best:
            placed.x, placed.y = best[1:]
        taken.append(_room(placed, 1.6))


def _room(placed: PlacedNode, gap: float) -> Box:
    """Give the room of a mark and its name, and `gap` font sizes around it."""
    left, low, right, high = placed.text_box
    gap *= placed.size
    return (
        min(left, placed.x - placed.radius) - gap,
        min(low, placed.y - placed.radius) - gap / 2,
        max(right, placed.x + placed.radius) + gap,
        max(high, placed.y + placed.radius) + gap / 2,
    )


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _blocked(placed: PlacedNode, other: PlacedNode) -> float:
    """Say how much the straight line from the middle to the other runs through this mark."""
    length = hypot(other.x, other.y)
    along = (placed.x * other.x + placed.y * other.y) / length
    aside = abs(placed.x * other.y - placed.y * other.x) / length
    return max(0.0, 2.5 * placed.radius - aside) * 3 if 0 < along < length else 0.0
