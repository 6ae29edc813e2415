"""The timeline to click through: lanes, a window of years, what is certain and what is possible."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any, cast

from kopjaqty import store, timelines
from kopjaqty.dates import Mode, parse_date
from kopjaqty.errors import KopjaqtyError
from kopjaqty.explorers.svg_pen import SvgPen
from kopjaqty.explorers.view import (
    Choices,
    Control,
    Page,
    View,
    mode_control,
    years_of,
)
from kopjaqty.explorers.widget import make_widget
from kopjaqty.language import _, language, localized, ngettext
from kopjaqty.store import labels_of
from kopjaqty.style import Figure, figure
from kopjaqty.timelines.events import Selection, date_words, read_events, select_events
from kopjaqty.timelines.marks import draw_cell
from kopjaqty.timelines.sheet import Sheet, arrange_sheet
from kopjaqty.timelines.words import describe_timeline

if TYPE_CHECKING:
    import pandas as pd

    from kopjaqty.arguments import PathLike

__all__ = ["TimelineView", "explore_timeline"]

WIDTH, SIZE = 864.0, 9.0
"""In points, as in `draw_timeline`: twelve inches."""


def explore_timeline(
    events: pd.DataFrame | None = None,
    *,
    data: PathLike | None = None,
    corpus: PathLike | None = None,
) -> Any:
    """Show events in time to click through: an event opens its passages.

    Parameters
    ----------
    events
        `load("events")` or rows of it; all of them unless given.
    data, corpus
        Other folders of tables and texts, as in `load` and `passage`.

    Returns
    -------
    anywidget.AnyWidget
        `selected` is an event's id. `.choose(lanes="document", since="1991", until="1993",
        mode="permissive")` sets the controls: lanes are "type", "status", "place", "document"
        or ""; years are included. `report` counts what is shown and what is left out.
        `.static()` gives the picture alone, a `Figure`, for print.

    Examples
    --------
    >>> widget = explore_timeline()
    >>> widget.choose(since="1991", until="1993")
    >>> widget.report[:6]
    'Shown:'
    """
    return make_widget(TimelineView(events, data=data, corpus=corpus))


class TimelineView(View):
    """Events in time."""

    defaults = {  # noqa: RUF012
        "lanes": "type", "since": "", "until": "", "mode": "strict",
    }  # fmt: skip

    def __init__(
        self,
        events: pd.DataFrame | None = None,
        *,
        data: PathLike | None = None,
        corpus: PathLike | None = None,
    ) -> None:
        super().__init__(data=data, corpus=corpus)
        self.events = read_events(events, data)
        self.rows = {row["event_id"]: row for row in self.events.to_dict("records")}
        self._kept: tuple[tuple[Any, ...], tuple[Selection, Sheet]] | None = None

    def controls(self, choices: Choices, selected: str) -> list[Control]:
        """Give search, lanes, the window, strict or permissive."""
        del choices, selected
        named = sorted((self.title(event), event) for event in self.rows)
        years = self.all_or(
            [(y, y) for y in years_of(str(d) for d in self.events["date"].dropna())]
        )
        lanes = (
            ("type", _("kind of event")), ("status", _("status")), ("place", _("place")),
            ("document", _("document")), ("", _("no lanes")),
        )  # fmt: skip
        return [
            Control("selected", _("Find an event"), (("", "—"), *((i, said) for said, i in named))),
            Control("lanes", _("Lanes"), lanes),
            Control("since", _("From the year"), years, "range"),
            Control("until", _("To the year"), years, "range"),
            mode_control(),
        ]

    def arranged(self, choices: Choices) -> tuple[Selection, Sheet]:
        """Choose the events and arrange them; what was asked for last is kept."""
        asked = (language(), *sorted(choices.items()))
        if self._kept is None or self._kept[0] != asked:
            selection = self.select(choices)
            sheet = arrange_sheet(selection, width=WIDTH, size=SIZE, scale="condensed")
            self._kept = (asked, (selection, sheet))
        return self._kept[1]

    def select(self, choices: Choices) -> Selection:
        """Choose the events.

        Raises
        ------
        KopjaqtyError
            There is none in that time.
        """
        return select_events(
            self.events,
            lanes=choices["lanes"] or None,
            since=choices["since"],
            until=choices["until"],
            mode=cast("Mode", choices["mode"]),
            data=self.data,
        )

    def body(self, choices: Choices, selected: str) -> str:
        """Write the picture in the current language, or why there is none."""
        del selected
        try:
            selection, sheet = self.arranged(choices)
        except KopjaqtyError as error:
            return f"<p>{escape(str(error))}</p>"
        return self._write(sheet, describe_timeline(selection, sheet)[0])

    def _write(self, sheet: Sheet, title: str) -> str:
        pen = SvgPen(sheet.size)
        for number, lane in enumerate(sheet.lanes):
            timelines._draw_lane(pen, sheet, lane, number)
        timelines._draw_years(pen, sheet)
        timelines._draw_days(pen, sheet)
        first = True
        for number, lane in enumerate(sheet.lanes):
            for placed in lane.placed:
                pen.begin(placed.item.event, self.say(placed.item.event), first=first)
                timelines._draw_placed(pen, placed, timelines._ground(sheet, number))
                pen.end()
                first = False
        for cell in sheet.cells:
            if cell.gid in self.rows:
                pen.begin(str(cell.gid), self.say(str(cell.gid)), first=first)
                first = False
            draw_cell(pen, cell)
            if cell.gid in self.rows:
                pen.end()
        box = f"0 0 {sheet.width:.0f} {sheet.height:.0f}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="kq-timeline" viewBox="{box}"'
            f' role="group" aria-label="{escape(title)}" style="background:#fff;'
            f"font-family:'DejaVu Sans',Verdana,sans-serif\">{''.join(pen.parts)}</svg>"
        )

    def report(self, choices: Choices, selected: str = "") -> str:
        """Count the events that are shown, and what is listed or left out."""
        del selected
        count = len(self.rows)
        try:
            selection, _sheet = self.arranged(choices)
        except KopjaqtyError:
            shown = undated = recurring = 0
        else:
            shown, undated = len(selection.items), len(selection.undated)
            recurring = len(selection.recurring)
        said = ngettext("Shown: {shown} of {n} event.", "Shown: {shown} of {n} events.", count)
        left = sum(self._is_unplaced(row) for row in self.rows.values()) - undated - recurring
        parts = [
            said.format(shown=shown, n=count),
            ngettext(
                "{n} of them has no date: it is listed, not placed.",
                "{n} of them have no date: they are listed, not placed.",
                undated,
            ).format(n=undated)
            if undated
            else "",
            ngettext(
                "{n} of them recurs every year: it is listed, not placed.",
                "{n} of them recur every year: they are listed, not placed.",
                recurring,
            ).format(n=recurring)
            if recurring
            else "",
            ngettext(
                "{n} without a year of its own is left out: it was not certainly then.",
                "{n} without a year of their own are left out: they were not certainly then.",
                left,
            ).format(n=left)
            if left
            else "",
        ]
        return " ".join(part for part in parts if part)

    def _is_unplaced(self, row: Mapping[Hashable, Any]) -> bool:
        return parse_date(row["date"]).precision in ("unstated", "recurring")

    def caption(self, choices: Choices) -> str:
        """Write how to read it, and the source."""
        return self._describe(choices)[1]

    def alt(self, choices: Choices) -> str:
        """Say what it shows."""
        return self._describe(choices)[0]

    def _describe(self, choices: Choices) -> tuple[str, str]:
        try:
            selection, sheet = self.arranged(choices)
        except KopjaqtyError as error:
            return str(error), str(error)
        return describe_timeline(selection, sheet)

    def title(self, event: str) -> str:
        """Name an event."""
        return localized(self.rows[event], "title") or event

    def say(self, event: str) -> str:
        """Say an event in one line: title, date, status."""
        row = self.rows[event]
        status = labels_of("event_status", self.data).get(str(row["status"]), str(row["status"]))
        return f"{self.title(event)}, {date_words(parse_date(row['date']))}, {status.lower()}"

    def invitation(self) -> str:
        """Say what to do first."""
        return _("Choose an event to read the passages that state it.")

    def show(self, selected: str, choices: Choices | None = None) -> str:
        """Give an event: when, what became of it, where, who took part; its passages."""
        del choices
        if not selected:
            return escape(self.invitation())
        if selected not in self.rows:
            return self.unknown(selected)
        row = store.rows_by_id("events", self.data).get(selected, self.rows[selected])
        place = self.name(str(row["place_id"])) if row["place_id"] else ""
        when = self.say(selected).removeprefix(f"{self.title(selected)}, ")
        facts = self.facts(when, place, selected)
        roles = labels_of("role", self.data)
        took_part = [
            f"<li>{escape(self.name(each['entity_id']))}: {escape(roles[each['role']])}</li>"
            for each in store.rows_by_id("participants", self.data).values()
            if each["event_id"] == selected
        ]
        people = f"<ul>{''.join(took_part)}</ul>" if took_part else ""
        quoted = self.quotes(selected, "events")
        return f"<h4>{escape(self.title(selected))}</h4>{facts}{quoted}{people}"

    def static(self, choices: Choices, selected: str = "") -> Figure | Page:
        """Draw what is shown, with caption and alternative text; the report begins the caption."""
        del selected
        alt, caption = self._describe(choices)
        try:
            ax = timelines.draw_timeline(
                self.events,
                lanes=choices["lanes"] or None,
                since=choices["since"],
                until=choices["until"],
                mode=cast("Mode", choices["mode"]),
                data=self.data,
            )
        except KopjaqtyError as error:
            return Page(f"<p>{escape(str(error))}</p>", str(error))
        return figure(ax, alt=alt, caption=f"{self.report(choices)}\n{caption}")
