"""The parts of a chart of life cycles: rows, columns, and the key below. Lengths are points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kopjaqty.dates import Date
from kopjaqty.language import _
from kopjaqty.style.look import Status
from kopjaqty.timelines.events import Source
from kopjaqty.timelines.life_cycle_stages import LifeCycle
from kopjaqty.timelines.rows import LINE, fold
from kopjaqty.timelines.sheet import PAD, WIDE, Cell, flow

NAME, FIELD = 0.33, 0.17
"""Widths of the columns of names and of fields, as shares of a wide sheet."""
ROOM = 0.17
"""Above and below a row's lines, in font sizes."""


@dataclass(frozen=True)
class Story:
    """What a chart tells: initiatives, documents, differences; labels of stages and fields.

    `drawn` tells how each stage is drawn; `unstated` names those that no initiative is in.
    """

    cycles: tuple[LifeCycle, ...]
    sources: tuple[Source, ...]
    notes: tuple[str, ...]
    stages: dict[str, str]
    fields: dict[str, str]
    drawn: Mapping[str, Status]
    unstated: tuple[str, ...] = ()

    @property
    def usual(self) -> Status:
        """The first stage: the key shows the signs as it has them."""
        return next(iter(self.drawn.values()))


@dataclass
class Row:
    """An initiative on the sheet: its lines of text, and where they stand."""

    cycle: LifeCycle
    name: tuple[str, ...]
    field: tuple[str, ...]
    cells: dict[str, tuple[str, ...]]
    top: float = 0.0
    track: float = 0.0
    bottom: float = 0.0


@dataclass
class Chart:
    """A chart of life cycles, arranged for a width and a font size."""

    width: float
    size: float
    wide: bool
    columns: dict[str, tuple[str, float]]
    step: float
    head: float
    rows: list[Row]
    cells: list[Cell] = field(default_factory=list)
    height: float = 0.0


def years_of(date: Date) -> str:
    """Give the years of a date, short enough for a cell.

    >>> from kopjaqty.dates import parse_date
    >>> [years_of(parse_date(text)) for text in ("2009-12", "[..2025-09-22]", "2026/2030")]
    ['2009', '≤ 2025', '2026–2030']
    """
    first, last = (day.year if day else None for day in (date.earliest, date.latest))
    sign = "≈ " if date.approximate else ""
    if first is None or last is None:
        return f"≤ {last}" if last else f"≥ {first}" if first else ""
    return sign + (str(first) if first == last else f"{first}–{last}")


def arrange_chart(story: Story, *, width: float, size: float) -> Chart:
    """Arrange everything; the height follows from what there is."""
    stages = story.stages
    wide = width >= WIDE
    pad = PAD * size
    left = NAME * width if wide else pad
    right = width - (FIELD * width if wide else pad)
    step = (right - left) / len(stages)
    columns = {term: (label, left + i * step) for i, (term, label) in enumerate(stages.items())}
    chart = Chart(width, size, wide, columns, step, 2.0 * size, [])
    letters = {source.document: source.letter for source in story.sources}
    y = chart.head
    for cycle in story.cycles:
        row = _row(chart, cycle, story.fields.get(cycle.field, cycle.field), letters)
        y = _set_row(chart, row, y)
        chart.rows.append(row)
    y += 0.3 * size
    for title, cells in _lists(story):
        y = flow(chart.cells, title, cells, y, width=width, size=size)
    chart.height = y + 0.2 * size
    return chart


def _row(chart: Chart, cycle: LifeCycle, about: str, letters: dict[str, str]) -> Row:
    size, pad = chart.size, PAD * chart.size
    name = f"{cycle.name} ≠" if cycle.differs else cycle.name
    room = (NAME if chart.wide else 1.0) * chart.width - 2 * pad
    beside = fold(about, FIELD * chart.width - 2 * pad, size) if chart.wide else ()
    cells = {}
    for key, stage in cycle.stages.items():
        years = ", ".join(dict.fromkeys(years_of(date) for date in stage.dates))
        signs = "".join(sorted(letters.get(each, "") for each in stage.documents))
        cells[key] = fold(f"{years} {signs}".strip(), chart.step - 1.7 * size, size)
    if not chart.wide:
        lines = fold(f"{name} · {about}", room, size)
        return Row(cycle, lines, (), cells)
    return Row(cycle, fold(name, room, size), beside, cells)


def _set_row(chart: Chart, row: Row, y: float) -> float:
    line = LINE * chart.size
    row.top = y
    tallest = max(len(lines) for lines in row.cells.values())
    if chart.wide:
        count = max(len(row.name), len(row.field), tallest)
        row.track = y + ROOM * chart.size + line / 2
    else:
        count = len(row.name) + tallest
        row.track = y + ROOM * chart.size + line * (len(row.name) + 0.5)
    row.bottom = y + count * line + 2 * ROOM * chart.size
    return row.bottom


def _lists(story: Story) -> list[tuple[str, list[Cell]]]:
    """Give the lists below the rows: the key, the differences, the documents."""
    cycles = story.cycles
    key = [Cell(("furthest", story.usual), (_("the furthest stage stated"),))]
    if any(len(cycle.stages) > 1 for cycle in cycles):
        key.append(Cell(("earlier", story.usual), (_("an earlier stage, where stated"),)))
    there = {name for cycle in cycles for name in cycle.stages}
    for name, stage in story.drawn.items():
        if name in there and stage.is_hollow:
            key.append(Cell(("earlier", stage), (stage.words,)))
    dates = [date for cycle in cycles for stage in cycle.stages.values() for date in stage.dates]
    if any(date.earliest is None for date in dates):
        key.append(Cell(("letter", "≤"), (_("in that year or earlier"),)))
    if any(date.latest is None for date in dates):
        key.append(Cell(("letter", "≥"), (_("in that year or later"),)))
    if any(not stage.dates for cycle in cycles for stage in cycle.stages.values()):
        key.append(Cell(None, (_("no year: none is stated"),)))
    lists = [(_("How to read it:"), key)]
    if story.notes:
        differing = [Cell(("letter", "≠"), (note,)) for note in story.notes]
        lists.append((_("Where the documents differ:"), differing))
    documents = [Cell(("letter", s.letter), (s.words,)) for s in story.sources]
    lists.append((_("Documents:"), documents))
    return [(title, cells) for title, cells in lists if cells]
