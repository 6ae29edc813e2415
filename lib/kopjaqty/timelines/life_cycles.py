"""Initiatives as rows: what was proposed, and how far the documents say that it has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kopjaqty.arguments import AXES, SIZE, PathLike, allow, require
from kopjaqty.errors import KopjaqtyError
from kopjaqty.language import _, localized
from kopjaqty.store import labels_of
from kopjaqty.style.look import StatusLook, read_look
from kopjaqty.style.palette import pale
from kopjaqty.style.pictures import Picture
from kopjaqty.tables import load
from kopjaqty.timelines.events import read_sources
from kopjaqty.timelines.lanes import LINE_HEIGHT, measure_text
from kopjaqty.timelines.life_cycle_descriptions import describe_life_cycles
from kopjaqty.timelines.life_cycle_layout import (
    FIELD_SHARE,
    ROOM,
    InitiativeRow,
    LifeCycleLayout,
    Story,
    arrange_life_cycles,
)
from kopjaqty.timelines.life_cycle_stages import LifeCycle, read_life_cycles
from kopjaqty.timelines.marks import BAND, GREY, GRID, Pen, draw_entry, size_in_points
from kopjaqty.timelines.timeline_layout import PAD

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["draw_life_cycles"]


def draw_life_cycles(
    initiatives: pd.DataFrame | None = None,
    *,
    ax: Axes | None = None,
    width: float = 12.0,
    size: float = 9.0,
    data: PathLike | None = None,
) -> Axes:
    """Draw how far initiatives have come, stage by stage.

    Parameters
    ----------
    initiatives
        `load("initiatives")` or rows of it; all of them unless given.
    ax
        Where to draw; the font is made to fit. Without it, a new figure, as high as is needed.
    width, size
        Of the new figure, in inches; of its letters, in points.

    Returns
    -------
    matplotlib.axes.Axes
        One row for each initiative, the furthest first, then by field; a mark for each stage
        that acts bring (`kopjaqty.timelines.life_cycle_stages` tells how), with its years and its
        documents' letters. A stage without a mark is not stated; one that no row has a mark in
        has no column.
        `ax.kopjaqty.alt` and `.caption` say in words what it shows.

    Raises
    ------
    UnknownName
        A column is missing.
    KopjaqtyError
        There is nothing to draw, or it does not fit the Axes; the message gives the room needed.

    Examples
    --------
    >>> ax = draw_life_cycles(width=9)
    >>> ax.kopjaqty.alt.split(" of ")[0]
    'Life cycles'
    """
    require(SIZE, width=width, size=size)
    allow(AXES, ax=ax)
    story = _read_story(initiatives, data)
    if ax is None:
        import matplotlib.pyplot as plt

        layout = arrange_life_cycles(story, width=72 * width, size=size)
        canvas = plt.figure(figsize=(width, layout.height / 72), dpi=100)
        ax = canvas.add_axes((0.0, 0.0, 1.0, 1.0))
    else:
        layout = _fit(story, ax)
    _draw(ax, layout, story.drawn)
    shown = tuple(cycle.initiative for cycle in story.cycles)
    words = describe_life_cycles(story)
    ax.kopjaqty = Picture("life cycles", shown, *words)  # type: ignore[attr-defined]
    return ax


def _read_story(initiatives: pd.DataFrame | None, data: PathLike | None) -> Story:
    cycles = read_life_cycles(initiatives, data)
    stating = {document for cycle in cycles for document in cycle.documents}
    labels = labels_of("stage", data)
    reached = {name for cycle in cycles for name in cycle.stages}
    sources = (source for key, source in read_sources(data).items() if key in stating)
    return Story(
        tuple(cycles),
        tuple(sources),
        tuple(_notes(cycles, data)),
        {name: label for name, label in labels.items() if name in reached},
        labels_of("field", data),
        read_look(data).statuses["stage"],
        tuple(label for name, label in labels.items() if name not in reached),
    )


def _notes(cycles: Sequence[LifeCycle], data: PathLike | None) -> list[str]:
    """Say how documents differ, in the words of the table of discrepancies."""
    named = {key: cycle for cycle in cycles for key in cycle.differs}
    rows = load("discrepancies", data=data).to_dict("records")
    return [localized(r, "summary") for r in rows if r["discrepancy_id"] in named]


def _fit(story: Story, ax: Axes) -> LifeCycleLayout:
    """Arrange it with the largest letters with which it fits the Axes."""
    width, height = size_in_points(ax)
    for quarter in range(48, 21, -1):
        layout = arrange_life_cycles(story, width=width, size=quarter / 4)
        if layout.height <= height:
            layout.height = height
            return layout
    raise KopjaqtyError(
        _(
            "The chart does not fit: with {width:.1f} inches of width it needs {height:.1f} "
            "inches of height. Leave out `ax`, or draw fewer initiatives."
        ).format(width=width / 72, height=layout.height / 72)
    )


def _draw(ax: Axes, layout: LifeCycleLayout, drawn: Mapping[str, StatusLook]) -> None:
    ax.set_axis_off()
    ax.set_xlim(0, layout.width)
    ax.set_ylim(layout.height, 0)
    pen, size = Pen(ax, None, layout.size), layout.size
    # Letters of the titles: a little smaller, where a long word asks for it.
    widest = max(measure_text(label, size, bold=True) for label, _x in layout.columns.values())
    title = size * min(1.0, (layout.step - 0.6 * size) / widest)
    bottom = layout.rows[-1].bottom
    for key, (label, x) in layout.columns.items():
        pen.text(x + 0.3 * size, size, label, weight="bold", size=title, gid=f"stage-{key}")
        pen.line([(x, layout.head), (x, bottom)], GRID, 0.07, zorder=0.5)
    if layout.wide:
        pen.text(PAD * size, size, _("Initiative"), weight="bold")
        x = layout.width * (1 - FIELD_SHARE) + 0.3 * size
        pen.text(x, size, _("Field"), weight="bold")
    order = list(dict.fromkeys(row.cycle.furthest for row in layout.rows))
    for row in layout.rows:
        ground = BAND if order.index(row.cycle.furthest) % 2 == 0 else "#ffffff"
        _draw_row(pen, layout, row, ground, drawn)
    for entry in layout.entries:
        draw_entry(pen, entry)


def _draw_row(
    pen: Pen,
    layout: LifeCycleLayout,
    row: InitiativeRow,
    ground: str,
    drawn: Mapping[str, StatusLook],
) -> None:
    size, key = layout.size, row.cycle.initiative
    edges = [(0.0, row.top), (layout.width, row.top)]
    pen.area([*edges, (layout.width, row.bottom), (0.0, row.bottom)], ground, zorder=0)
    pen.line(edges, GRID, 0.07, zorder=0.4)
    behind = {"facecolor": ground, "edgecolor": "none", "pad": 0.3}
    first = row.top + ROOM * size + LINE_HEIGHT * size / 2
    for number, line in enumerate(row.name):
        y = first + number * LINE_HEIGHT * size
        pen.text(PAD * size, y, line, bbox=behind, gid=f"name-{key}")
    for number, line in enumerate(row.field):
        x = layout.width * (1 - FIELD_SHARE) + 0.3 * size
        pen.text(x, first + number * LINE_HEIGHT * size, line, color=GREY, gid=f"field-{key}")
    xs = [layout.columns[name][1] + 0.8 * size for name in row.cells]
    if len(xs) > 1:
        usual = next(iter(drawn.values()))
        pen.line([(xs[0], row.track), (xs[-1], row.track)], pale(usual.ink, 0.35), 0.3)
    for (name, lines), x in zip(row.cells.items(), xs, strict=True):
        kind = "furthest" if name == row.cycle.furthest else "earlier"
        pen.stage(x, row.track, kind, drawn[name], gid=f"{key}-{name}")
        for number, line in enumerate(lines):
            pen.text(
                x + 0.85 * size,
                row.track + number * LINE_HEIGHT * size,
                line,
                bbox=behind,
                gid=f"stated-{key}-{name}",
            )
