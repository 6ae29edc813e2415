"""The parts of a timeline's sheet: axis, lanes, what has no date, and the key below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kopjaqty.language import _
from kopjaqty.style.look import Status
from kopjaqty.timelines.axis import Scale, TimeAxis, build_axis
from kopjaqty.timelines.events import Selection, Source, kind_words
from kopjaqty.timelines.rows import KINDS, LINE, Lane, fill_lane, fold, measure

WIDE = 560.0
"""From this width on, in points, the lanes' titles have a column of their own."""
GUTTER, PAD = 0.15, 0.6
SIGN = 2.6
"""Width of a sign in the key, in font sizes."""
STAGES = ("furthest", "earlier")
"""The signs of life cycles."""


Sign = tuple[str, "Status | str"]
"""What is drawn, and in which status; or a letter."""


@dataclass
class Cell:
    """A sign and its words in the lists below the lanes; (x, y): left, middle of line 1."""

    sign: Sign | None
    lines: tuple[str, ...]
    bold: bool = False
    italic: bool = False
    gid: str | None = None
    x: float = 0.0
    y: float = 0.0


@dataclass
class Sheet:
    """A timeline, arranged for a width and a font size."""

    width: float
    size: float
    axis: TimeAxis
    gutter: float
    lanes: tuple[Lane, ...]
    flags: list[tuple[Source, float, float]]
    top: float
    bottom: float
    cells: list[Cell] = field(default_factory=list)
    height: float = 0.0


def arrange_sheet(selection: Selection, *, width: float, size: float, scale: Scale) -> Sheet:
    """Arrange everything; the height follows from what there is."""
    lanes = tuple(Lane(lane.key, lane.title, lane.items) for lane in selection.lanes)
    gutter = _headings(lanes, width, size)
    first, last = selection.years
    days = [source for source in selection.sources if source.day]
    days = [s for s in days if s.day and (first or 0) <= s.day.year <= (last or 9999)]
    dates = [item.date for item in selection.placed] + [source.date for source in days]
    pad = PAD * size
    left, right = (gutter if gutter else pad), width - pad
    axis = build_axis(dates, left, right, years=selection.years, scale=scale)
    flags = _flags(days, axis, size)
    top = ((1.5 if flags else 0.2) + 1.5) * size
    y = top
    for lane in lanes:
        fill_lane(lane, axis, size, (left + (0.3 * size if gutter else 0), right))
        y = _set_rows(lane, y, size)
    sheet = Sheet(width, size, axis, gutter, lanes, flags, top, y)
    y += 1.9 * size
    for title, cells in _lists(selection, lanes, bool(flags), axis):
        y = flow(sheet.cells, title, cells, y, width=width, size=size)
    sheet.height = y + 0.2 * size
    return sheet


def _headings(lanes: Iterable[Lane], width: float, size: float) -> float:
    """Break the lanes' titles; give the width of their column, 0 if they stand in the lanes."""
    titled = [lane for lane in lanes if lane.title]
    column = GUTTER * width if width >= WIDE else 0.0
    for lane in titled:
        lane.heading = fold(lane.title, column or 0.6 * width, size, bold=True)
        lane.inside = not column
    if not column or not titled:
        return 0.0
    lines = [line for lane in titled for line in lane.heading]
    return max(measure(line, size, bold=True) for line in lines) + 1.4 * size


def _flags(days: list[Source], axis: TimeAxis, size: float) -> list[tuple[Source, float, float]]:
    """Set the documents' letters above their days, side by side where the days are near."""
    places = [axis.x(source.day, 0.5) for source in days if source.day]
    tops = list(places)
    apart = 1.15 * size
    for _pass in range(len(tops)):
        for i in range(1, len(tops)):
            if (short := apart - (tops[i] - tops[i - 1])) > 0.01:
                tops[i - 1] -= short / 2
                tops[i] += short / 2
    if tops and (over := tops[-1] + apart / 2 - axis.right) > 0:
        tops = [top - over for top in tops]
    return list(zip(days, places, tops, strict=True))


def _set_rows(lane: Lane, y: float, size: float) -> float:
    """Give lines their heights on the sheet; return where the lane ends."""
    lane.top = y
    first = y + (0.2 + LINE / 2) * size
    for placed in lane.placed:
        placed.y = first + placed.row * LINE * size
        placed.text_y = first + placed.text_row * LINE * size
    lane.bottom = y + (lane.rows * LINE + 0.4) * size
    return lane.bottom


def _lists(
    selection: Selection, lanes: Iterable[Lane], flags: bool, axis: TimeAxis
) -> list[tuple[str, list[Cell]]]:
    """Give the lists below the lanes: what has no place, the key, the documents."""
    lists = []
    for title, items in (
        (_("Every year:"), selection.recurring),
        (_("Without a date:"), selection.undated),
    ):
        cells = [
            Cell(("day", i.status), (i.title,), False, i.status.is_hollow, i.event) for i in items
        ]
        lists.append((title, cells))
    kinds = {item.kind for item in selection.placed}
    usual = selection.usual
    key = [Cell((kind, usual), (kind_words(kind),)) for kind in KINDS if kind in kinds]
    key += [Cell(("state", state), (state.words,)) for state in selection.states]
    if any(any(placed.mark.over) for lane in lanes for placed in lane.placed):
        key.append(Cell(("over", usual), (_("reaches beyond the years shown"),)))
    if any(band.is_cut for band in axis.bands):
        key.append(Cell(("cut", ""), (_("years without a date, left out"),)))
    if not axis.is_even:
        key.append(Cell(("years", ""), (_("years with more dates are wider"),)))
    lists.append((_("How to read it:"), key))
    documents = [Cell(("letter", s.letter), (s.words,)) for s in selection.sources]
    title = _("Documents (line: day of publication):") if flags else _("Documents:")
    lists.append((title, documents))
    return [(title, cells) for title, cells in lists if cells]


def flow(  # noqa: PLR0913 - where, what, how wide
    into: list[Cell], title: str, cells: list[Cell], y: float, *, width: float, size: float
) -> float:
    """Set cells one after the other, line by line; return where they end."""
    x = pad = PAD * size
    line = LINE * size
    y += 0.25 * size + line / 2
    for cell in [Cell(None, (title,), bold=True), *cells] if title else cells:
        indent = sign_width(cell) * size
        cell.lines = fold(" ".join(cell.lines), width - 2 * pad - indent, size, bold=cell.bold)
        wide = indent + max(measure(text, size, bold=cell.bold) for text in cell.lines)
        if x > pad and x + wide > width - pad:
            x, y = pad, y + line
        cell.x, cell.y = x, y
        y += (len(cell.lines) - 1) * line
        x += wide + 1.3 * size
        into.append(cell)
    return y + line / 2


def sign_width(cell: Cell) -> float:
    """Give the width of a cell's sign and the gap after it, in font sizes."""
    if cell.sign is None:
        return 0.0
    if cell.sign[0] in ("letter", "day", *STAGES):
        return 1.3 if cell.sign[0] in STAGES else 1.1
    return SIGN + 0.4
