"""A hierarchy as a chart: the whole on top, below it its parts, kind by kind, with their parts.

As many columns side by side as the width has room for; on a telephone, one.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from kopjaqty.drawings.curves import Curve
from kopjaqty.drawings.labels import text_width, wrap
from kopjaqty.drawings.spots import Heading, Layout, Spot, label_of
from kopjaqty.language import language
from kopjaqty.style.look import Group, look_of

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["arrange_tree"]

COLUMN = 23.0
"""Width of a column, in font sizes, from which a further one is added."""
STEP = 1.9
"""How far a part stands to the right of its whole, in font sizes."""
ROW_GAP, HEADING = 0.42, 2.5
TITLE = 1.08
"""Size of a heading, in font sizes."""
LINE = 0.13
"""Width of the lines, in font sizes."""

Unit = list[Spot]
"""A part of the root with all its parts: what stays together in a column."""


def arrange_tree(tree: nx.DiGraph, *, width: float, size: float) -> Layout:
    """Arrange a hierarchy; its height follows from the width and font size.

    Parameters
    ----------
    tree
        From `hierarchy`.
    width, size
        In points.

    Examples
    --------
    >>> from kopjaqty.networks import hierarchy
    >>> layout = arrange_tree(hierarchy("unga"), width=280, size=8)
    >>> layout.spots["unga"].y > layout.spots["unga_46"].y
    True
    """
    root = tree.graph["root"]
    layout = Layout(width, 0.0, size, root)
    count = max(1, int(width // (COLUMN * size)))
    room = (width - 2 * size) / count
    for node in tree:
        layout.spots[node] = _spot(tree, node, layout, room)
    look = look_of(tree)
    parts = sorted(tree.successors(root), key=lambda n: look.rank(tree.nodes[n]["kind"]))
    units = [[layout.spots[n] for n in _below(tree, part)] for part in parts]
    columns = _share_out(units, count, size, room)
    top = _place_root(layout, tree, columns, room)
    for number, column in enumerate(columns):
        # Columns that are not needed leave the others in the middle.
        left = (number - len(columns) / 2) * room + 0.3 * size
        _place_column(layout, tree, column, (left, top), room)
    middle = layout.height / 2
    _shift(layout, middle)
    _add_branches(layout, tree, columns, top + middle)
    return layout


def _below(tree: nx.DiGraph, node: str) -> list[str]:
    """Give a node and all below it, each followed by its own."""
    found = [node]
    for part in tree.successors(node):
        found += _below(tree, part)
    return found


def _spot(tree: nx.DiGraph, node: str, layout: Layout, room: float) -> Spot:
    size, focus = layout.size, node == layout.focus
    depth = tree.nodes[node]["depth"]
    font = size * 1.4 if focus else size
    limit = layout.width * 0.8 if focus else room - size * (STEP * depth + 2.2)
    label = label_of(tree, node, language())
    lines = wrap(label, max(limit, 6 * size), font, bold=focus)
    wide = max(text_width(line, font, bold=focus) for line in lines)
    above = next(iter(tree.predecessors(node)), None)
    hollow = above is not None and tree.edges[above, node]["basis"] == "background"
    group = look_of(tree).group_of(tree.nodes[node]["kind"])
    radius = size * (0.34 if group.marker == "*" else 0.42)
    return Spot(node, group, radius, label, lines, wide, font, focus=focus, hollow=hollow, side=1)


def _height(spot: Spot) -> float:
    return spot.text_height + ROW_GAP * spot.size


def _heading_height(lines: tuple[str, ...], size: float) -> float:
    return size * (HEADING + 1.3 * (len(lines) - 1))


def _column_height(column: list[Unit], size: float, room: float) -> float:
    """Give the height of a column with its headings, one where the kind changes."""
    height = fsum(_height(spot) for unit in column for spot in unit)
    for n, unit in enumerate(column):
        group = unit[0].group
        if n == 0 or column[n - 1][0].group != group:
            height += _heading_height(_title(group, size, room), size)
    return height


def _title(group: Group, size: float, room: float) -> tuple[str, ...]:
    """Break a kind's name into lines that fit the column."""
    return wrap(group.title, room - 1.4 * size, TITLE * size, bold=True)


def _share_out(units: list[Unit], count: int, size: float, room: float) -> list[list[Unit]]:
    """Fill the columns in order, to as equal a height as can be."""
    limit = _column_height(units, size, room) / count
    while True:
        columns: list[list[Unit]] = [[]]
        for unit in units:
            if columns[-1] and _column_height([*columns[-1], unit], size, room) > limit:
                columns.append([])
            columns[-1].append(unit)
        if len(columns) <= count:
            return columns
        limit += size / 2


def _place_root(layout: Layout, tree: nx.DiGraph, columns: list[list[Unit]], room: float) -> float:
    """Put the root on top, in the middle; give the height of the line below it."""
    root, size = layout.spots[layout.focus], layout.size
    root.side = 0
    root.y = -size - root.text_height / 2 - 0.4 * root.size
    top = root.plate[1] - (size if len(tree) > 1 else 0)
    tallest = max(_column_height(column, size, room) for column in columns)
    layout.height = -top + tallest + 1.5 * size
    return top


def _place_column(
    layout: Layout, tree: nx.DiGraph, column: list[Unit], corner: tuple[float, float], room: float
) -> None:
    size, kind = layout.size, ""
    left, y = corner
    for unit in column:
        if unit[0].group.name != kind:
            kind = unit[0].group.name
            lines = _title(unit[0].group, size, room)
            y -= _heading_height(lines, size)
            at = left + 0.7 * size, y + size * (0.75 + 0.65 * (len(lines) - 1))
            font, words = size * TITLE, "\n".join(lines)
            layout.headings.append(Heading(unit[0].group, *at, 1, font, words=words))
        for spot in unit:
            step = _height(spot)
            spot.x = left + size * (STEP * tree.nodes[spot.node]["depth"] - 0.4)
            spot.y = y - step / 2
            y -= step


def _shift(layout: Layout, by: float) -> None:
    """Move everything up: so far, the top of the sheet was at zero."""
    from dataclasses import replace

    for spot in layout.spots.values():
        spot.y += by
    layout.headings = [replace(heading, y=heading.y + by) for heading in layout.headings]


def _add_branches(layout: Layout, tree: nx.DiGraph, columns: list[list[Unit]], bus: float) -> None:
    """Draw trunks down from each whole, and from the trunk a branch to each part."""
    size = layout.size
    parts = [[unit[0] for unit in column] for column in columns if column]
    trunks = [column[0].x - size * (STEP - 0.4) for column in parts]
    for x, column in zip(trunks, parts, strict=True):
        layout.trunks.append(((x, bus), (x, column[-1].y)))
        for spot in column:
            layout.curves.append(_branch(tree, layout.focus, spot, x))
    if trunks:
        layout.trunks.append(((min(0.0, *trunks, 0.0), bus), (max(0.0, *trunks, 0.0), bus)))
        layout.trunks.append(((0.0, layout.spots[layout.focus].y), (0.0, bus)))
    for node in tree:
        below = [layout.spots[part] for part in tree.successors(node)]
        if below and node != layout.focus:
            x, y = layout.spots[node].x, layout.spots[node].y
            layout.trunks.append(((x, y), (x, below[-1].y)))
            for spot in below:
                layout.curves.append(_branch(tree, node, spot, x))


def _branch(tree: nx.DiGraph, whole: str, spot: Spot, x: float) -> Curve:
    edge = tree.edges[whole, spot.node]
    points = (x, spot.y), (x + (spot.x - x) / 3, spot.y), (x + (spot.x - x) / 1.5, spot.y)
    key = edge["relation_id"] or f"{whole}>{spot.node}"
    end = spot.x, spot.y
    line = look_of(tree).line_of(tree, edge["status"])
    return Curve(whole, spot.node, key, spot.group, line, (*points, end), LINE, LINE)
