"""The timeline to click through: what its controls select, what an event shows."""

from html import escape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kopjaqty.dates import Mode
from kopjaqty.errors import UnknownName
from kopjaqty.explorers import explore_timeline
from kopjaqty.explorers.timeline import TimelineView
from kopjaqty.explorers.view import Page
from kopjaqty.language import speaking
from kopjaqty.style import Figure
from kopjaqty.tables import load
from kopjaqty.timelines.events import select_events

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def view(tmp_path: Path) -> TimelineView:
    """All events, without a text at hand."""
    return TimelineView(corpus=tmp_path)


def chosen(view: TimelineView, **choices: str) -> list[str]:
    """Give the events that can be chosen in the picture."""
    body = view.body(view.check(choices, ""), "")
    groups = ET.fromstring(body).iter(f"{SVG}g")
    return [str(group.get("data-id")) for group in groups]


def test_every_event_can_be_chosen(view: TimelineView) -> None:
    """Placed or listed, each event is a button with a name, once; one stop for the tab key."""
    assert sorted(chosen(view)) == sorted(load("events")["event_id"])
    groups = list(ET.fromstring(view.body(view.defaults, "")).iter(f"{SVG}g"))
    assert all(group.get("role") == "button" and group.get("aria-label") for group in groups)
    assert [group.get("tabindex") for group in groups].count("0") == 1


@pytest.mark.parametrize("mode", ["strict", "permissive"])
@pytest.mark.parametrize("lanes", ["type", "status", "place", "document", ""])
def test_controls_select_as_the_function_does(view: TimelineView, lanes: str, mode: Mode) -> None:
    """What is shown is what `draw_timeline` would draw for the same lanes, years and mode."""
    selection = select_events(
        None, lanes=lanes or None, since="1991", until="1993", mode=mode, data=None
    )
    events = chosen(view, lanes=lanes, since="1991", until="1993", mode=mode)
    assert set(events) == {item.event for item in selection.items}
    report = view.report(view.check({"since": "1991", "until": "1993", "mode": mode}, ""))
    assert report.startswith(f"Shown: {len(selection.items)} of {len(view.rows)} events.")


def test_what_has_no_year_is_accounted_for(view: TimelineView) -> None:
    """The report says how many events without a year are listed, and how many are left out."""
    unplaced = sum(view._is_unplaced(row) for row in view.rows.values())
    strict = view.report(view.check({"since": "1991"}, ""))
    assert f"{unplaced} without a year of their own are left out" in strict
    assert "listed, not placed" in view.report(view.check({}, ""))
    assert "left out" not in view.report(view.check({}, ""))


def test_nothing_in_that_time(view: TimelineView) -> None:
    """Where no event is left, words take the picture's place, and the static form's."""
    choices = view.check({"since": "1993", "until": "1992"}, "")
    assert view.body(choices, "").startswith("<p>")
    assert view.report(choices).startswith("Shown: 0 of")
    assert isinstance(view.static(choices), Page)


def test_an_event_opens_its_passages(view: TimelineView) -> None:
    """An event shows its title, date, place, people and where its passages stand."""
    evidence = load("evidence")
    event = load("participants")["event_id"].iloc[0]
    shown = view.show(event)
    assert escape(view.title(event)) in shown
    for passage in evidence.loc[evidence["record_id"] == event, "evidence_id"]:
        assert passage in shown


def test_unknown_choices(view: TimelineView) -> None:
    """A control or a value that there is not is refused, with the nearest."""
    with pytest.raises(UnknownName, match="lanes"):
        view.check({"lane": "type"}, "")
    with pytest.raises(UnknownName, match="permissive"):
        view.check({"mode": "permisive"}, "")


def test_picture_is_the_same_every_time(view: TimelineView) -> None:
    """The same choices give the same SVG, in each language one of its own."""
    pictures = set()
    for code in ("en", "kk", "ru"):
        with speaking(code):
            assert view.body(view.defaults, "") == view.body(view.defaults, "")
            pictures.add(view.body(view.defaults, ""))
    assert len(pictures) == 3


def test_static_form() -> None:
    """The static form is a drawing of the same choice with alternative text and caption."""
    widget = explore_timeline()
    widget.choose(since="1991", until="1993")
    shown = widget.static()
    assert isinstance(shown, Figure)
    count = len(widget._view.select(widget.choices).placed)
    assert shown.alt.startswith(f"Timeline: {count} events")
    assert shown.caption.startswith(widget.report)
