"""Which events a timeline shows, in which lanes, and which documents state them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kopjaqty.arguments import NAME, TABLE, PathLike, allow
from kopjaqty.dates import Date, DateLike, Mode, overlaps, parse_date
from kopjaqty.errors import KopjaqtyError, Problem, UnknownName
from kopjaqty.language import _, is_missing, localized
from kopjaqty.store import labels_of, read_package
from kopjaqty.style.look import Look, Status, read_look
from kopjaqty.tables import load
from kopjaqty.timelines.rows import Item, Lane

if TYPE_CHECKING:
    import pandas as pd

STATUSES = "event_status"
"""The vocabulary of what a timeline draws in its own way each."""
NEEDED = ("event_id", "date", "status", "title_en")


@dataclass(frozen=True)
class Source:
    """A document: its letter in the pictures, what it is, and its day."""

    document: str
    letter: str
    words: str
    date: Date

    @property
    def day(self) -> dt.date | None:
        """The day of publication, where it is known."""
        return self.date.earliest if self.date.precision == "day" else None


@dataclass(frozen=True)
class Selection:
    """What a timeline shows.

    Attributes
    ----------
    lanes
        The events with a place in time; one that two documents state has two places where the
        lanes are the documents.
    undated, recurring
        The events without a place: they are listed.
    left_out
        How many others there are, outside of the time that was asked for.
    sources
        The documents that state them, in the order of their letters.
    years, asked
        First and last year of the time that was asked for, None where it is open; its two
        dates in words.
    """

    lanes: tuple[Lane, ...]
    undated: tuple[Item, ...]
    recurring: tuple[Item, ...]
    left_out: int
    sources: tuple[Source, ...]
    years: tuple[int | None, int | None]
    asked: tuple[str, str]
    mode: Mode
    look: Look

    @property
    def states(self) -> tuple[Status, ...]:
        """The statuses of what is shown, in the order of the vocabulary."""
        there = {item.status for item in self.items}
        return tuple(s for s in self.look.statuses[STATUSES].values() if s in there)

    @property
    def usual(self) -> Status:
        """The first status: the key shows signs of dates in it."""
        return self.look.usual(STATUSES)

    @property
    def placed(self) -> tuple[Item, ...]:
        """The events with a place in time, each once."""
        return tuple({item.event: item for lane in self.lanes for item in lane.items}.values())

    @property
    def items(self) -> tuple[Item, ...]:
        """All events that are shown, each once."""
        return (*self.placed, *self.undated, *self.recurring)


def select_events(  # noqa: PLR0913 - what a timeline can be asked for
    events: pd.DataFrame | None,
    *,
    lanes: str | None,
    since: DateLike,
    until: DateLike,
    mode: Mode,
    data: PathLike | None,
) -> Selection:
    """Choose events and sort them into lanes; `draw_timeline` explains the arguments."""
    allow(NAME, lanes=lanes)
    frame = read_events(events, data)
    look = read_look(data)
    rows = _read_rows(frame, look)
    window, years = _window(since, until)
    overlaps(None, None, mode=mode)  # an unknown mode is a slip even where no time is asked for
    chosen = [row for row in rows if not window or overlaps(row["date"], window, mode=mode)]
    sources = read_sources(data)
    documents = documents_of("events", data)
    items = [_item(row, documents, look) for row in chosen]
    if not items:
        raise KopjaqtyError(_("There is no event to draw in that time."))
    pairs = [(row, item) for row, item in zip(chosen, items, strict=True) if _has_place(item)]
    stating = {document for item in items for document in item.documents}
    return Selection(
        tuple(_sort_into_lanes(frame, pairs, lanes, sources, data)),
        tuple(item for item in items if item.kind == "unstated"),
        tuple(item for item in items if item.kind == "recurring"),
        len(rows) - len(chosen),
        tuple(source for key, source in sources.items() if key in stating),
        years,
        (_words(since), _words(until)),
        mode,
        look,
    )


def read_sources(data: PathLike | None) -> dict[str, Source]:
    """Give the documents by day, the earliest first, each with its letter.

    >>> [source.letter for source in read_sources(None).values()]
    ['A', 'B', 'C', 'D', 'E']
    """
    genres = labels_of("genre", data)
    rows = load("documents", data=data).to_dict("records")
    dated = [(parse_date(row["date"]), row) for row in rows]
    dated.sort(key=lambda pair: (pair[0].earliest or dt.date.min, pair[1]["document_id"]))
    found = {}
    for number, (date, row) in enumerate(dated):
        words = f"{genres.get(row['genre'], row['document_id'])}, {date_words(date)}"
        letter = chr(ord("A") + number) if number < 26 else str(number + 1)
        found[row["document_id"]] = Source(row["document_id"], letter, words, date)
    return found


def documents_of(table: str, data: PathLike | None) -> dict[str, tuple[str, ...]]:
    """Give the documents that state each row of a table."""
    evidence = load("evidence", data=data)
    chosen = evidence[evidence["table"] == table]
    found: dict[str, tuple[str, ...]] = {}
    for record, document in zip(chosen["record_id"], chosen["document_id"], strict=True):
        found[record] = tuple(dict.fromkeys((*found.get(record, ()), document)))
    return found


def date_words(date: Date) -> str:
    """Say a date without the signs of its notation.

    >>> date_words(parse_date("[..2025-09-22]"))
    '2025-09-22 or earlier'
    """
    first, _dots, last = date.text.strip("[]").partition("..")
    if date.precision == "unstated":
        return _("not dated")
    if date.precision == "within" and date.earliest is None:
        return _("{date} or earlier").format(date=last)
    if date.precision == "within" and date.latest is None:
        return _("{date} or later").format(date=first)
    if date.precision == "within" and first and last:
        return _("between {first} and {last}").format(first=first, last=last)
    return date.text.replace("/", " – ").replace("..", "…")


def kind_words(kind: str) -> str:
    """Say what a mark means, as in the key."""
    return {
        "day": _("on that day"),
        "some": _("once, some time within that month or year"),
        "span": _("once, some day between the two"),
        "before": _("then or earlier"),
        "after": _("then or later"),
        "lasted": _("lasted all that time"),
    }[kind]


def _words(date: DateLike) -> str:
    read = parse_date(date)
    return "" if read.precision == "unstated" else date_words(read)


def read_events(events: pd.DataFrame | None, data: PathLike | None) -> pd.DataFrame:
    """Give the events to be shown: those given, if they have the columns, else all."""
    allow(TABLE, events=events)
    frame = load("events", data=data) if events is None else events
    if missing := [name for name in NEEDED if name not in frame.columns]:
        what = _("A timeline needs the columns of the table `events`.")
        remedy = _("Take rows of it, not columns: events[events.type == 'decision'].")
        raise UnknownName(Problem(what, column=missing[0], remedy=remedy))
    return frame


def _read_rows(frame: pd.DataFrame, look: Look) -> list[dict[Any, Any]]:
    rows: list[dict[Any, Any]] = frame.astype(object).to_dict("records")
    known = look.statuses[STATUSES]
    for row in rows:
        if row["status"] not in known:
            raise UnknownName.among(_("There is no such status."), str(row["status"]), known)
    return rows


def _window(since: DateLike, until: DateLike) -> tuple[Date | None, tuple[int | None, int | None]]:
    """Give the time that is asked for, and its first and last year."""
    first, last = parse_date(since).earliest, parse_date(until).latest
    years = (first.year if first else None, last.year if last else None)
    if first is None and last is None:
        return None, years
    # Not an open range: it leaves one end unsaid, and here it is meant to have no end.
    first, last = first or dt.date.min, last or dt.date.max
    return parse_date(f"{first.isoformat()}/{last.isoformat()}"), years


def _item(row: dict[Any, Any], documents: Mapping[str, tuple[str, ...]], look: Look) -> Item:
    event = str(row["event_id"])
    title = localized(row, "title") or event
    status = look.status(STATUSES, str(row["status"]))
    return Item(event, title, parse_date(row["date"]), status, documents.get(event, ()))


def _has_place(item: Item) -> bool:
    return item.kind not in ("recurring", "unstated")


def _sort_into_lanes(
    frame: pd.DataFrame,
    pairs: list[tuple[dict[Any, Any], Item]],
    by: str | None,
    sources: Mapping[str, Source],
    data: PathLike | None,
) -> list[Lane]:
    if by is None:
        return [Lane("", "", [item for _row, item in pairs])]
    found: dict[str, list[Item]] = {}
    if by == "document":
        titles = {key: f"{source.letter}  {source.words}" for key, source in sources.items()}
        for _row, item in pairs:
            for key in item.documents or ("",):
                found.setdefault(key, []).append(item)
    else:
        column = "place_id" if by == "place" else by
        if column not in frame.columns:
            choices = [*map(str, frame.columns), "document", "place"]
            raise UnknownName.among(_("There is no such column."), by, choices)
        for row, item in pairs:
            value = row[column]
            found.setdefault("" if is_missing(value) else str(value), []).append(item)
        titles = _titles(column, data)
    order = [*(key for key in titles if key in found), *(k for k in found if k not in titles and k)]
    if "" in found:
        order.append("")
    titles[""] = _("not stated")
    return [Lane(key, titles.get(key, key), found[key]) for key in order]


def _titles(column: str, data: PathLike | None) -> dict[str, str]:
    """Name the values of a column: terms by their labels, entities by their names."""
    field = {each.name: each for each in read_package(data).tables["events"].fields}.get(column)
    if field and field.vocabulary:
        return labels_of(field.vocabulary, data)
    if column.endswith("_id"):
        rows = load("entities", data=data).to_dict("records")
        return {row["entity_id"]: localized(row, "name") for row in rows}
    return {}
