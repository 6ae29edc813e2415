"""The parts of a chart of life cycles: rows, columns, and the key below. Lengths are points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kopjaqty.dates import Date
from kopjaqty.language import _
from kopjaqty.style.look import StatusLook
from kopjaqty.timelines.events import TimelineDocument
from kopjaqty.timelines.lanes import LINE_HEIGHT, break_lines
from kopjaqty.timelines.life_cycle_stages import LifeCycle
from kopjaqty.timelines.timeline_layout import PAD, WIDE_TIMELINE, ListEntry, flow

NAME_SHARE, FIELD_SHARE = 0.33, 0.17
"""Widths of the columns of names and of fields, as shares of a wide sheet."""
ROOM = 0.17
"""Above and below a row's lines, in font sizes."""


@dataclass(frozen=True)
class Story:
    """What a chart tells: initiatives, documents, differences; labels of stages and fields.

    `drawn` tells how each stage is drawn; `unstated` names those that no initiative is in.
    """

    cycles: tuple[LifeCycle, ...]
    sources: tuple[TimelineDocument, ...]
    notes: tuple[str, ...]
    stages: dict[str, str]
    fields: dict[str, str]
    drawn: Mapping[str, StatusLook]
    unstated: tuple[str, ...] = ()

    @property
    def usual(self) -> StatusLook:
        """The first stage: the key shows the signs as it has them."""
        return next(iter(self.drawn.values()))


@dataclass
class InitiativeRow:
    """An initiative on the sheet: its lines of text, and where they stand."""

    cycle: LifeCycle
    name: tuple[str, ...]
    field: tuple[str, ...]
    cells: dict[str, tuple[str, ...]]
    top: float = 0.0
    track: float = 0.0
    bottom: float = 0.0


@dataclass
class LifeCycleLayout:
    """A chart of life cycles, arranged for a width and a font size."""

    width: float
    size: float
    wide: bool
    columns: dict[str, tuple[str, float]]
    step: float
    head: float
    rows: list[InitiativeRow]
    entries: list[ListEntry] = field(default_factory=list)
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


def arrange_life_cycles(story: Story, *, width: float, size: float) -> LifeCycleLayout:
    """Arrange everything; the height follows from what there is."""
    stages = story.stages
    wide = width >= WIDE_TIMELINE
    pad = PAD * size
    left = NAME_SHARE * width if wide else pad
    right = width - (FIELD_SHARE * width if wide else pad)
    step = (right - left) / len(stages)
    columns = {term: (label, left + i * step) for i, (term, label) in enumerate(stages.items())}
    layout = LifeCycleLayout(width, size, wide, columns, step, 2.0 * size, [])
    letters = {source.document: source.letter for source in story.sources}
    y = layout.head
    for cycle in story.cycles:
        row = _row(layout, cycle, story.fields.get(cycle.field, cycle.field), letters)
        y = _set_row(layout, row, y)
        layout.rows.append(row)
    y += 0.3 * size
    for title, entries in _lists(story):
        y = flow(layout.entries, title, entries, y, width=width, size=size)
    layout.height = y + 0.2 * size
    return layout


def _row(
    layout: LifeCycleLayout, cycle: LifeCycle, about: str, letters: dict[str, str]
) -> InitiativeRow:
    size, pad = layout.size, PAD * layout.size
    name = f"{cycle.name} ≠" if cycle.differs else cycle.name
    room = (NAME_SHARE if layout.wide else 1.0) * layout.width - 2 * pad
    beside = break_lines(about, FIELD_SHARE * layout.width - 2 * pad, size) if layout.wide else ()
    cells = {}
    for key, stage in cycle.stages.items():
        years = ", ".join(dict.fromkeys(years_of(date) for date in stage.dates))
        signs = "".join(sorted(letters.get(each, "") for each in stage.documents))
        cells[key] = break_lines(f"{years} {signs}".strip(), layout.step - 1.7 * size, size)
    if not layout.wide:
        lines = break_lines(f"{name} · {about}", room, size)
        return InitiativeRow(cycle, lines, (), cells)
    return InitiativeRow(cycle, break_lines(name, room, size), beside, cells)


def _set_row(layout: LifeCycleLayout, row: InitiativeRow, y: float) -> float:
    line = LINE_HEIGHT * layout.size
    row.top = y
    tallest = max(len(lines) for lines in row.cells.values())
    if layout.wide:
        count = max(len(row.name), len(row.field), tallest)
        row.track = y + ROOM * layout.size + line / 2
    else:
        count = len(row.name) + tallest
        row.track = y + ROOM * layout.size + line * (len(row.name) + 0.5)
    row.bottom = y + count * line + 2 * ROOM * layout.size
    return row.bottom


def _lists(story: Story) -> list[tuple[str, list[ListEntry]]]:
    """Give the lists below the rows: the key, the differences, the documents."""
    cycles = story.cycles
    key = [ListEntry(("furthest", story.usual), (_("the furthest stage stated"),))]
    if any(len(cycle.stages) > 1 for cycle in cycles):
        key.append(ListEntry(("earlier", story.usual), (_("an earlier stage, where stated"),)))
    there = {name for cycle in cycles for name in cycle.stages}
    for name, stage in story.drawn.items():
        if name in there and stage.is_hollow:
            key.append(ListEntry(("earlier", stage), (stage.words,)))
    dates = [date for cycle in cycles for stage in cycle.stages.values() for date in stage.dates]
    if any(date.earliest is None for date in dates):
        key.append(ListEntry(("letter", "≤"), (_("in that year or earlier"),)))
    if any(date.latest is None for date in dates):
        key.append(ListEntry(("letter", "≥"), (_("in that year or later"),)))
    if any(not stage.dates for cycle in cycles for stage in cycle.stages.values()):
        key.append(ListEntry(None, (_("no year: none is stated"),)))
    lists = [(_("How to read it:"), key)]
    if story.notes:
        differing = [ListEntry(("letter", "≠"), (note,)) for note in story.notes]
        lists.append((_("Where the documents differ:"), differing))
    documents = [ListEntry(("letter", s.letter), (s.words,)) for s in story.sources]
    lists.append((_("Documents:"), documents))
    return [(title, entries) for title, entries in lists if entries]
