"""The well-connected nodes inside the oval of a network's picture, clear of one another."""

from __future__ import annotations

from math import cos, fsum, hypot, sin, tau
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from kopjaqty.drawings.spots import Box, Layout, Spot

__all__ = ["place_hubs"]

RINGS = (0.36, 0.46, 0.56, 0.66, 0.76)
STEPS = 72


def place_hubs(graph: nx.MultiDiGraph, layout: Layout, hubs: list[str]) -> None:
    """Put each hub near the middle of its neighbours, off the straight lines from the focus."""
    focus = layout.spots[layout.focus]
    rim = [spot for spot in layout.spots.values() if spot.side]
    tied = {*graph.succ[layout.focus], *graph.pred[layout.focus]}
    spokes = [spot for spot in rim if spot.node in tied]
    across, tall = max((abs(s.x) for s in rim), default=0.0), layout.height / 2
    taken = [_room(focus, 3.0)]
    for hub in hubs:
        spot = layout.spots[hub]
        near = [layout.spots[n] for n in (*graph.succ[hub], *graph.pred[hub])]
        near = [s for s in near if s.side] or [spot]
        goal = fsum(s.x for s in near) / len(near), fsum(s.y for s in near) / len(near)
        best = None
        for ring in RINGS:
            for step in range(STEPS):
                spot.x = ring * across * cos(tau * step / STEPS)
                spot.y = ring * tall * sin(tau * step / STEPS)
                room = _room(spot, 1.6)
                if any(_meet(room, other) for other in taken):
                    continue
                cost = hypot(spot.x - goal[0], spot.y - goal[1])
                cost += fsum(_blocked(spot, other) for other in spokes)
                if best is None or round(cost, 3) < best[0]:
                    best = round(cost, 3), spot.x, spot.y
        if best:
            spot.x, spot.y = best[1:]
        taken.append(_room(spot, 1.6))


def _room(spot: Spot, gap: float) -> Box:
    """Give the room of a mark and its name, and `gap` font sizes around it."""
    left, low, right, high = spot.text_box
    gap *= spot.size
    return (
        min(left, spot.x - spot.radius) - gap,
        min(low, spot.y - spot.radius) - gap / 2,
        max(right, spot.x + spot.radius) + gap,
        max(high, spot.y + spot.radius) + gap / 2,
    )


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _blocked(spot: Spot, other: Spot) -> float:
    """Say how much the straight line from the middle to the other runs through this mark."""
    length = hypot(other.x, other.y)
    along = (spot.x * other.x + spot.y * other.y) / length
    aside = abs(spot.x * other.y - spot.y * other.x) / length
    return max(0.0, 2.5 * spot.radius - aside) * 3 if 0 < along < length else 0.0
