"""Events in time: what the documents say of when, and what they leave open, as one picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from kopjaqty.arguments import AXES, N_, SIZE, PathLike, allow, one_of, require
from kopjaqty.dates import DateLike, Mode
from kopjaqty.errors import KopjaqtyError
from kopjaqty.language import _
from kopjaqty.style.palette import INK
from kopjaqty.style.pictures import Picture
from kopjaqty.timelines.axis import Scale
from kopjaqty.timelines.events import Selection, select_events
from kopjaqty.timelines.marks import (
    BAND,
    EDGE,
    GRID,
    Pen,
    draw_cell,
    draw_cut,
    draw_mark,
    size_in_points,
)
from kopjaqty.timelines.rows import LINE, Lane, Placed, measure
from kopjaqty.timelines.sheet import Sheet, arrange_sheet
from kopjaqty.timelines.words import describe_timeline

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["draw_timeline"]


def draw_timeline(  # noqa: PLR0913 - options, each by its keyword
    events: pd.DataFrame | None = None,
    *,
    ax: Axes | None = None,
    lanes: str | None = "type",
    since: DateLike = None,
    until: DateLike = None,
    mode: Mode = "strict",
    scale: Scale = "condensed",
    width: float = 12.0,
    size: float = 9.0,
    data: PathLike | None = None,
) -> Axes:
    """Draw events in time, each as exactly as the documents date it and no more.

    Parameters
    ----------
    events
        `load("events")` or rows of it; all of them unless given.
    ax
        Where to draw; the font is made to fit. Without it, a new figure, as high as is needed.
    lanes
        A column that sorts the events, "place", or "document": one panel for each document,
        with its day of publication. None: no lanes.
    since, until
        Dates (EDTF), included. Draw events that fell in this time, at least in part.
    mode
        "strict": certainly fell in it; "permissive": possibly. What is undated or recurs
        certainly fell in no time, and possibly in any; it is listed, never placed.
    scale
        "condensed": fuller years are wider, runs of empty years cut out. "even": neither.
    width, size
        Of the new figure, in inches; of its letters, in points.

    Returns
    -------
    matplotlib.axes.Axes
        Its x axis is one of time: `ax.axvline(date)` works. Marks have the event's id as gid.
        `ax.kopjaqty.alt` and `.caption` say in words what it shows.

    Raises
    ------
    UnknownName
        No such column, mode, scale or status.
    KopjaqtyError
        There is nothing to draw, or it does not fit the Axes; the message gives the room needed.

    Examples
    --------
    >>> ax = draw_timeline(since="1991", until="1993")
    >>> ax.kopjaqty.alt.split(":")[0]
    'Timeline'
    """
    one_of(N_("There is no such scale."), get_args(Scale), scale)
    require(SIZE, width=width, size=size)
    allow(AXES, ax=ax)
    selection = select_events(events, lanes=lanes, since=since, until=until, mode=mode, data=data)
    if ax is None:
        import matplotlib.pyplot as plt

        sheet = arrange_sheet(selection, width=72 * width, size=size, scale=scale)
        canvas = plt.figure(figsize=(width, sheet.height / 72), dpi=100)
        ax = canvas.add_axes((0.0, 0.0, 1.0, 1.0))
    else:
        sheet = _fit(selection, ax, scale)
    _draw(ax, sheet)
    events_shown = tuple(item.event for item in selection.items)
    words = describe_timeline(selection, sheet)
    ax.kopjaqty = Picture("timeline", events_shown, *words)  # type: ignore[attr-defined]
    return ax


def _fit(selection: Selection, ax: Axes, scale: Scale) -> Sheet:
    """Arrange it with the largest letters with which it fits the Axes."""
    width, height = size_in_points(ax)
    for quarter in range(48, 21, -1):
        sheet = arrange_sheet(selection, width=width, size=quarter / 4, scale=scale)
        if sheet.height <= height:
            sheet.height = height
            return sheet
    raise KopjaqtyError(
        _(
            "The timeline does not fit: with {width:.1f} inches of width it needs {height:.1f} "
            "inches of height. Leave out `ax`, or draw fewer events."
        ).format(width=width / 72, height=sheet.height / 72)
    )


def _draw(ax: Axes, sheet: Sheet) -> None:
    axis = sheet.axis
    ax.set_axis_off()
    ax.xaxis_date()
    ax.set_xscale("function", functions=axis.functions)
    ax.set_xlim(axis.day(0), axis.day(sheet.width))
    ax.set_ylim(sheet.height, 0)
    pen = Pen(ax, axis, sheet.size)
    for number, lane in enumerate(sheet.lanes):
        _draw_lane(pen, sheet, lane, number)
    _draw_years(pen, sheet)
    _draw_days(pen, sheet)
    for number, lane in enumerate(sheet.lanes):
        for placed in lane.placed:
            _draw_placed(pen, placed, _ground(sheet, number))
    for cell in sheet.cells:
        draw_cell(pen, cell)


def _draw_lane(pen: Pen, sheet: Sheet, lane: Lane, number: int) -> None:
    size = sheet.size
    a, b = lane.top, lane.bottom
    corners = [(0.0, a), (sheet.width, a), (sheet.width, b), (0.0, b)]
    pen.area(corners, _ground(sheet, number), zorder=0, gid="lane")
    x = sheet.gutter - 0.8 * size if sheet.gutter else 0.6 * size
    for row, line in enumerate(lane.heading):
        y = lane.top + (0.2 + LINE / 2 + row * LINE) * size
        align = "right" if sheet.gutter else "left"
        pen.text(x, y, line, weight="bold", ha=align, gid=f"lane-{lane.key}")


def _ground(sheet: Sheet, number: int) -> str:
    """Give the colour behind a lane: every other one is a little darker."""
    return BAND if number % 2 == 0 and len(sheet.lanes) > 1 else "#ffffff"


def _draw_years(pen: Pen, sheet: Sheet) -> None:
    """Draw the years' lines, and their numbers above and below as far as there is room."""
    size, axis = sheet.size, sheet.axis
    rows = (sheet.top - 0.75 * size, sheet.bottom + 0.85 * size)
    for y in (sheet.top, sheet.bottom):
        pen.line([(axis.left, y), (axis.right, y)], EDGE, 0.08, zorder=1)
    for band in axis.bands:
        pen.line([(band.left, sheet.top), (band.left, sheet.bottom)], GRID, 0.07, zorder=0.5)
        if band.is_cut:
            ends = sheet.top - 0.3 * size, sheet.bottom + 0.3 * size
            draw_cut(pen, band.left, band.right, *ends, gid="cut")
    pen.line([(axis.right, sheet.top), (axis.right, sheet.bottom)], GRID, 0.07, zorder=0.5)
    # The widest years first: of numbers that do not fit side by side, theirs are told.
    taken: list[tuple[float, float]] = []
    for band in sorted(axis.bands, key=lambda band: (band.left - band.right, band.left)):
        middle = (band.left + band.right) / 2
        for words in (str(band.first), f"’{band.first % 100:02}"):
            half = measure(words, size) / 2 + 0.15 * size
            left, right = middle - half, middle + half
            inside = left >= 0 and right <= sheet.width
            if band.is_cut or not inside or any(left < b and a < right for a, b in taken):
                continue
            taken.append((left, right))
            for y in rows:
                pen.text(middle, y, words, ha="center", gid=f"year-{band.first}")
            break


def _draw_days(pen: Pen, sheet: Sheet) -> None:
    """Draw the days on which the documents were published, each with its letter."""
    size = sheet.size
    for source, x, top in sheet.flags:
        high = sheet.top - 1.5 * size
        own = [lane for lane in sheet.lanes if lane.key == source.document]
        pen.line(
            [(top, high - 0.1 * size), (x, high + 0.35 * size), (x, sheet.bottom)],
            EDGE, 0.07, zorder=1, gid=f"day-{source.document}", linestyle=(0, (4, 2)),
        )  # fmt: skip
        for lane in own:
            pen.line([(x, lane.top), (x, lane.bottom)], INK, 0.13, zorder=1)
        pen.text(top, high - 0.6 * size, source.letter, weight="bold", ha="center")


def _draw_placed(pen: Pen, placed: Placed, ground: str = "#ffffff") -> None:
    """Draw a mark and its label, which hides the years' lines behind it."""
    item = placed.item
    draw_mark(pen, placed.mark, placed.y, item.status, item.event)
    for number, line in enumerate(placed.lines):
        pen.text(
            placed.text_x,
            placed.text_y + number * LINE * pen.size,
            line,
            ha=placed.align,
            style="italic" if item.status.is_hollow else "normal",
            gid=f"name-{item.event}",
            # Not a stroke around the letters: with one, they no longer end where they should.
            bbox={"facecolor": ground, "edgecolor": "none", "pad": 0.2},
        )
