"""Where the marks and labels of a timeline stand, worked out before there is a figure.

All lengths are points, from the top left corner. A label stands beside its mark, on the first
line where it meets nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kopjaqty.dates import Date
from kopjaqty.drawings.labels import SLACK, text_width, wrap
from kopjaqty.style.look import Status
from kopjaqty.timelines.axis import TimeAxis

KINDS = ("day", "some", "span", "before", "after", "lasted")
"""What a date with a place in time can say."""
LINE = 1.32
"""Height of a line, in font sizes."""
GAP, APART = 0.45, 1.0
"""Between a mark and its label; between a label and what is foreign."""
ARROW = 2.6
"""Length of an arrow that leads to days without a bound."""
POINT = 0.4
"""Length of the point that a bar ends in, of what goes on."""
LEAST = 0.55
"""Width of the smallest bar."""
LINES = 0.75
"""How many lines further down a label may stand to be a line shorter."""
SHORTEST = 9.0
"""To this width, in font sizes, a label may be broken into lines."""


HINTED = 0.62
"""Small letters are fitted to whole pixels: up to a twelfth wider at six points, less at twelve."""


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Measure a line of text, as wide as it can come out on a screen of 100 dots per inch."""
    return text_width(text, size, bold=bold) / SLACK * (1 + HINTED / size)


def fold(text: str, limit: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines that `measure` finds no wider than the limit."""
    room = limit * SLACK / (1 + HINTED / size) + 1e-6  # what just fits, fits
    return wrap(text, room, size, bold=bold)


@dataclass(frozen=True)
class Item:
    """What is drawn of one event."""

    event: str
    title: str
    date: Date
    status: Status
    documents: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What its date says: the shape of its mark.

        >>> from kopjaqty.dates import parse_date
        >>> from kopjaqty.style.look import read_look
        >>> usual = read_look().usual("event_status")
        >>> Item("", "", parse_date("[..2024]"), usual).kind
        'before'
        """
        date = self.date
        if date.precision in ("recurring", "unstated"):
            return date.precision
        if date.precision in ("interval", "open") and date.sure:
            return "lasted"
        if date.earliest is None or date.latest is None:
            return "before" if date.earliest is None else "after"
        if date.precision == "day" and not date.approximate:
            return "day"
        return "span" if date.precision == "within" and not date.approximate else "some"

    @property
    def label(self) -> str:
        """The title; an approximate date is marked."""
        return f"≈ {self.title}" if self.date.approximate else self.title


@dataclass(frozen=True)
class Mark:
    """A mark: `start` to `end` is what the date says, `left` to `right` what is drawn.

    `over` tells on which sides the date reaches beyond the axis.
    """

    kind: str
    start: float
    end: float
    left: float
    right: float
    over: tuple[bool, bool] = (False, False)


@dataclass
class Placed:
    """An event with its place: line of the mark, lines of the label."""

    item: Item
    mark: Mark
    row: int
    lines: tuple[str, ...]
    text_row: int
    text_x: float
    align: str
    y: float = 0.0
    text_y: float = 0.0


@dataclass
class Lane:
    """The events of one kind, between `top` and `bottom`; its heading may stand among them."""

    key: str
    title: str
    items: list[Item]
    heading: tuple[str, ...] = ()
    inside: bool = False
    placed: list[Placed] = field(default_factory=list)
    rows: int = 1
    top: float = 0.0
    bottom: float = 0.0


def place_mark(item: Item, axis: TimeAxis, size: float) -> Mark:
    """Say where the mark of an event begins and ends; the axis' edges cut it."""
    date, kind = item.date, item.kind
    raw = _bounds(date, axis)
    over = raw[0] < axis.left - 0.01, raw[1] > axis.right + 0.01
    start, end = (min(max(x, axis.left), axis.right) for x in raw)
    if kind == "day":
        middle, half = (start + end) / 2, 0.36 * size
        return Mark(kind, middle, middle, middle - half, middle + half)
    # An arrow is shorter where the picture ends.
    low, high = axis.left - 0.58 * size, axis.right + 0.58 * size
    if kind == "before":
        return Mark(kind, end, end, max(end - ARROW * size, low), end, over)
    if kind == "after":
        return Mark(kind, start, start, start, min(start + ARROW * size, high), over)
    if end - start < LEAST * size:
        middle = (start + end) / 2
        start, end = middle - LEAST * size / 2, middle + LEAST * size / 2
    left = max(start - ARROW * size, low) if date.earliest is None else start
    right = min(end + ARROW * size, high) if date.latest is None else end
    if item.status.is_pointed:
        right = max(right, end + POINT * size)
    return Mark(kind, start, end, left, right, over)


def _bounds(date: Date, axis: TimeAxis) -> tuple[float, float]:
    """Where it begins and ends; of what lasted without a stated end, what is certain."""
    first, last = date.sure if date.sure and date.precision == "open" else (None, None)
    first, last = first or date.earliest, last or date.latest
    return (
        axis.x(first) if first else axis.left,
        axis.x(last, 1.0) if last else axis.right,
    )


def fill_lane(lane: Lane, axis: TimeAxis, size: float, edges: tuple[float, float]) -> None:
    """Place the events of a lane; `edges` are the leftmost and rightmost that a label reaches."""
    taken: list[list[tuple[float, float]]] = []
    if lane.inside:
        for number, line in enumerate(lane.heading):
            _take(taken, number, edges[0], edges[0] + measure(line, size, bold=True))
    for item in sorted(lane.items, key=_order):
        mark = place_mark(item, axis, size)
        best = min(
            _choices(item, mark, taken, size, edges),
            key=lambda placed: (
                max(placed.text_row + len(placed.lines), placed.row + 1)
                + LINES * (len(placed.lines) - 1),
                placed.align != "left",
            ),
        )
        lane.placed.append(best)
        _take(taken, best.row, mark.left, mark.right)
        for number, line in enumerate(best.lines):
            left, right = _spread(best, measure(line, size))
            _take(taken, best.text_row + number, left, right)
    lane.rows = max(len(taken), len(lane.heading), 1)


def _order(item: Item) -> tuple[int, int, str]:
    days = [day.toordinal() for day in (item.date.earliest, item.date.latest) if day]
    return days[0], days[-1], item.event


def _take(taken: list[list[tuple[float, float]]], row: int, left: float, right: float) -> None:
    while len(taken) <= row:
        taken.append([])
    taken[row].append((left, right))


def _spread(placed: Placed, wide: float) -> tuple[float, float]:
    x = placed.text_x
    return (x, x + wide) if placed.align == "left" else (x - wide, x)


def _choices(
    item: Item,
    mark: Mark,
    taken: Sequence[Sequence[tuple[float, float]]],
    size: float,
    edges: tuple[float, float],
) -> Iterator[Placed]:
    """Give, for each way to write the label, the first line where it meets nothing."""
    gap = GAP * size
    room = {"left": edges[1] - mark.right - gap, "right": mark.left - gap - edges[0]}
    beside = False
    for align, x in (("left", mark.right + gap), ("right", mark.left - gap)):
        for lines in _breaks(item.label, room[align], size):
            beside = True
            yield _first_free(Placed(item, mark, 0, lines, 0, x, align), taken, size)
    if beside:
        return
    # Below its mark there is always room, if no word is wider than the picture.
    lines = fold(item.label, edges[1] - edges[0], size)
    wide = max(measure(line, size) for line in lines)
    x = min(max(mark.left, edges[0]), edges[1] - wide)
    yield _first_free(Placed(item, mark, 0, lines, 1, x, "left"), taken, size)


def _breaks(label: str, room: float, size: float) -> list[tuple[str, ...]]:
    """Break a label for the room that there is: in one line, in two or three."""
    found: list[tuple[str, ...]] = []
    whole = measure(label, size)
    for share in (1.0, 0.62, 0.44):
        lines = fold(label, min(room, max(share * whole, SHORTEST * size)), size)
        if max(measure(line, size) for line in lines) <= room and lines not in found:
            found.append(lines)
    return found


def _first_free(
    placed: Placed, taken: Sequence[Sequence[tuple[float, float]]], size: float
) -> Placed:
    below = placed.text_row
    needs = [(0, placed.mark.left, placed.mark.right)]
    for number, line in enumerate(placed.lines):
        needs.append((below + number, *_spread(placed, measure(line, size))))
    row = 0
    while not all(_is_free(taken, row + down, a, b, APART * size) for down, a, b in needs):
        row += 1
    placed.row, placed.text_row = row, row + below
    return placed


def _is_free(
    taken: Sequence[Iterable[tuple[float, float]]], row: int, left: float, right: float, pad: float
) -> bool:
    if row >= len(taken):
        return True
    return all(right + pad <= a or b + pad <= left for a, b in taken[row])
