"""The timeline says of each date what it says, and no more; nothing on it covers anything else."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.axes import Axes
from matplotlib.colors import to_hex

from compared_pictures import TOLERANCE, difference, render, saved_picture
from each_language import EACH_LANGUAGE
from kopjaqty.dates import Mode, overlaps, parse_date
from kopjaqty.errors import DateError, KopjaqtyError, UnknownName
from kopjaqty.language import use_language
from kopjaqty.store import labels_of
from kopjaqty.style import figure
from kopjaqty.style.look import read_look
from kopjaqty.style.palette import INK
from kopjaqty.tables import load
from kopjaqty.timelines import draw_timeline
from kopjaqty.timelines.axis import build_axis
from kopjaqty.timelines.events import read_sources
from kopjaqty.timelines.lanes import MARK_KINDS, TimelineEvent
from kopjaqty.timelines.marks import BAND, GREY
from test_style import contrast

DATES = {
    "day": "1992-03-02",
    "month": "2009-12",
    "year": "2005",
    "about": "2016~",
    "lasted": "2017/2018",
    "open": "2019/..",
    "before": "[..2024-03-05]",
    "after": "[2026-02-27..]",
    "span": "[2021-08..2021-12]",
    "yearly": "XXXX-08-29",
    "undated": None,
}
NOT_PLACED = {"yearly", "undated"}
STATUSES = read_look().statuses["event_status"]


def invented(status: str = "happened", dates: Mapping[str, str | None] = DATES) -> pd.DataFrame:
    """Give events with every kind of date; nobody has stated them."""
    return pd.DataFrame(
        [
            {"event_id": event, "date": date, "status": status, "title_en": f"Event: {event}"}
            for event, date in dates.items()
        ]
    )


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    """Each test ends in English and without open figures."""
    yield
    use_language("en")
    plt.close("all")


def artists(ax: Axes, gid: str) -> list[Any]:
    """Give what is drawn under an id."""
    return [a for a in (*ax.patches, *ax.lines) if a.get_gid() == gid]


def titles(ax: Axes) -> dict[str, str]:
    """Give the labels, by event."""
    labels: dict[str, str] = {}
    for text in ax.texts:
        gid = str(text.get_gid())
        if gid.startswith("name-"):
            event = gid.removeprefix("name-")
            labels[event] = f"{labels.get(event, '')} {text.get_text()}".strip()
    return labels


def span(ax: Axes, event: str) -> list[float]:
    """Give the first and last day of a mark, as matplotlib counts days."""
    xs: list[float] = []
    for artist in artists(ax, event):
        if artist in ax.lines:
            xs += list(artist.get_xdata())
        else:
            xs += [x for x, _y in artist.get_xy()]
    return [min(xs), max(xs)]


def number(day: dt.date) -> float:
    """Give matplotlib's number of a day."""
    return float(mdates.date2num(day))  # type: ignore[no-untyped-call]


# ---------------------------------------------------------------- what is drawn


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1992-03-02", "day"),
        ("2009-12", "some"),
        ("1992", "some"),
        ("199X", "some"),
        ("2016~", "some"),  # approximate: somewhere within its margin
        ("2016-04-01?", "some"),
        ("[2021-08..2021-12]", "span"),
        ("[..2025-09-22]", "before"),
        ("[2026-02-27..]", "after"),
        ("2017/2018", "lasted"),
        ("2024/..", "lasted"),
        ("../2024", "lasted"),
        ("XXXX-08-29", "recurring"),
        (None, "unstated"),
    ],
)
def test_a_date_has_the_shape_of_what_it_says(text: str | None, kind: str) -> None:
    """Each form of a date has the kind of mark that says just that."""
    assert TimelineEvent("e", "", parse_date(text), STATUSES["happened"]).kind == kind


@pytest.mark.parametrize("lanes", ["type", "status", "date_basis", "place", None])
def test_every_event_is_drawn_once(lanes: str | None) -> None:
    """Each event with a date has one mark and its whole title; each other its title alone."""
    events = load("events")
    ax = draw_timeline(lanes=lanes)
    assert titles(ax) == dict(zip(events["event_id"], events["title_en"], strict=True))
    precision = events.set_index("event_id")["date_precision"]
    for event in events["event_id"]:
        unplaced = pd.isna(precision[event]) or precision[event] == "recurring"
        assert bool(artists(ax, event)) is not unplaced, event


def test_marks_stand_on_their_days() -> None:
    """A mark begins and ends with the days that its date states, at the right place in time."""
    ax = draw_timeline(invented(), lanes=None)
    for event in ("year", "lasted", "span"):
        date = parse_date(DATES[event])
        assert date.earliest
        assert date.latest
        bounds = [number(date.earliest), number(date.latest) + 1]
        assert span(ax, event) == pytest.approx(bounds, abs=0.01)
    # A month may be narrower than the smallest bar; then its middle is right.
    assert np.mean(span(ax, "month")) == pytest.approx(number(dt.date(2009, 12, 16)), abs=8)
    assert span(ax, "day")[0] == pytest.approx(number(dt.date(1992, 3, 2)) + 0.5)
    assert span(ax, "before")[1] == pytest.approx(number(dt.date(2024, 3, 6)))
    assert span(ax, "after")[0] == pytest.approx(number(dt.date(2026, 2, 27)))
    # What may be some years off is as wide as that, and marked.
    assert span(ax, "about") == pytest.approx(
        [number(dt.date(2015, 1, 1)), number(dt.date(2018, 1, 1))]
    )
    assert titles(ax)["about"].startswith("≈")


def test_what_has_no_place_is_listed() -> None:
    """Without a date, or with one of every year, an event is listed below and never placed."""
    ax = draw_timeline(invented(), lanes=None)
    assert not any(artists(ax, event) for event in NOT_PLACED)
    bottom = max(t.get_position()[1] for t in ax.texts if str(t.get_gid()).startswith("year-"))
    for text in ax.texts:
        if str(text.get_gid()) in {f"name-{event}" for event in NOT_PLACED}:
            assert text.get_position()[1] > bottom


def look(artist: Any) -> tuple[object, ...]:
    """Describe an artist without its colour: corners, hollow or not, dashed or not."""
    if hasattr(artist, "get_marker"):
        return artist.get_marker(), to_hex(artist.get_markerfacecolor()) == "#ffffff", False
    hollow = to_hex(artist.get_facecolor()) == "#ffffff"
    return len(artist.get_xy()), hollow, artist.get_linestyle() not in ("-", "solid")


@pytest.mark.parametrize("event", ["day", "month", "year", "lasted"])
def test_status_shows_without_colour(event: str) -> None:
    """Happened, going on and planned differ in shape, filling or line; planned is in italics."""
    looks = []
    for status in STATUSES:
        ax = draw_timeline(invented(status), lanes=None)
        looks.append(look(artists(ax, event)[0]))
        styles = {t.get_fontstyle() for t in ax.texts if t.get_gid() == f"name-{event}"}
        assert styles == {"italic" if status == "planned" else "normal"}
    assert len(set(looks)) == 3


def test_kinds_show_without_colour() -> None:
    """Drawn in grey, one size and one status, no two kinds of marks look the same."""
    kinds = ["day", "year", "lasted", "before", "after", "span"]
    seen = []
    for event in kinds:
        ax = draw_timeline(invented(dates={event: DATES[event]}), lanes=None, width=3)
        seen.append((len(artists(ax, event)), render(ax)))
    for (_n, one), (_m, other) in combinations(seen, 2):
        high = min(one.shape[0], other.shape[0])
        assert difference(one[:high], other[:high]) > TOLERANCE


# ---------------------------------------------------------------- strict, permissive


@pytest.mark.parametrize("mode", ["strict", "permissive"])
@pytest.mark.parametrize(
    ("since", "until"),
    [("1991", "1993"), ("2024-03-05", "2025-09-22"), (None, "2010"), ("2026", None)],
)
def test_the_window_is_that_of_overlaps(since: str | None, until: str | None, mode: Mode) -> None:
    """Shown is what certainly, or possibly, fell in the time that is asked for: bounds included."""
    events = load("events")
    first = parse_date(since).earliest or dt.date.min
    last = parse_date(until).latest or dt.date.max
    window = f"{first.isoformat()}/{last.isoformat()}"
    fell = [overlaps(date, window, mode=mode) for date in events["date"]]
    ax = draw_timeline(since=since, until=until, mode=mode)
    assert set(titles(ax)) == set(events["event_id"][fell])
    assert ("certainly" if mode == "strict" else "possibly") in ax.kopjaqty.alt  # type: ignore[attr-defined]


def test_strict_drops_what_is_not_certain() -> None:
    """Strict, an event of some time in 2005 is not of May 2005; permissive, it is."""
    for mode, there in (("strict", False), ("permissive", True)):
        events = invented(dates={"year": "2005", "day": "2005-05-09"})
        ax = draw_timeline(events, lanes=None, since="2005-05", until="2005-05", mode=mode)  # type: ignore[arg-type]
        assert ("year" in titles(ax)) is there
        assert "day" in titles(ax)


def test_beyond_the_window() -> None:
    """What reaches beyond the years shown is cut there without a bracket, and the key says so."""
    events = invented(dates={"before": "[..2030]", "lasted": "1996/2024", "day": "2018-05-01"})
    ax = draw_timeline(events, lanes=None, since="2017", until="2020", mode="permissive")
    bar = next(artist for artist in artists(ax, "lasted") if artist in ax.patches)
    assert [min(bar.get_xy()[:, 0]), max(bar.get_xy()[:, 0])] == pytest.approx(
        [number(dt.date(2017, 1, 1)), number(dt.date(2021, 1, 1))]
    )
    upright = [a for a in artists(ax, "before") if len(a.get_xdata()) == 4]
    assert upright == []  # a bracket at the edge would state a bound
    assert any("beyond" in text.get_text() for text in ax.texts)


# ---------------------------------------------------------------- the axis


def test_years_that_are_left_out_are_seen() -> None:
    """A long run of years without a date is cut, seen as a cut, and named in key and caption."""
    ax = draw_timeline(invented(dates={"a": "1945", "b": "1992", "c": "1994"}), lanes=None)
    assert len([patch for patch in ax.patches if patch.get_gid() == "cut"]) == 1
    assert any("left out" in text.get_text() for text in ax.texts)
    assert "left out" in ax.kopjaqty.caption  # type: ignore[attr-defined]
    ax = draw_timeline(invented(dates={"a": "1945", "b": "1992"}), lanes=None, scale="even")
    assert not [patch for patch in ax.patches if patch.get_gid() == "cut"]
    assert "all years are alike" in ax.kopjaqty.caption  # type: ignore[attr-defined]


def test_a_year_has_room_as_it_has_dates() -> None:
    """A year with more dates is wider, one without is narrow; even means even."""
    dates = [parse_date(text) for text in ("2001", "2003", "2003-05", "2003-06-01", "2005")]
    bands = {band.first: band.right - band.left for band in build_axis(dates, 0, 500).bands}
    assert bands[2003] > bands[2001] > bands[2002]
    even = [band.right - band.left for band in build_axis(dates, 0, 500, scale="even").bands]
    assert even == pytest.approx([100] * 5)


@given(st.lists(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), min_size=1, max_size=8))
def test_time_only_goes_forward(days: list[dt.date]) -> None:
    """On any axis a later day stands further right, and each place gives its day back."""
    axis = build_axis([parse_date(day) for day in days], 50, 850)
    assert [axis.left, axis.right] == pytest.approx([50, 850])
    places = [axis.x(day) for day in sorted(set(days))]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    for day in days:
        assert axis.day(axis.x(day)) == pytest.approx(number(day), abs=1e-6)


def test_the_axis_is_one_of_time() -> None:
    """Whoever adds a line at a date finds it among the events of that day."""
    ax = draw_timeline(invented(), lanes=None)
    line: Any = ax.axvline(dt.datetime(1992, 3, 2, 12))  # type: ignore[arg-type]  # noqa: DTZ001
    place = ax.transData.transform((line.get_xdata(orig=False)[0], 0))[0]
    dot = artists(ax, "day")[0].get_xydata()[0]
    assert place == pytest.approx(ax.transData.transform(dot)[0], abs=0.01)


def test_documents_have_their_days() -> None:
    """Each document with a day, and stating an event, has a line there and a letter above."""
    ax = draw_timeline()
    for source in read_sources(None).values():
        lines = artists(ax, f"day-{source.document}")
        assert len(lines) == (source.day is not None)
        if source.day:
            assert lines[0].get_xdata()[-1] == pytest.approx(number(source.day) + 0.5)
            assert any(text.get_text() == source.letter for text in ax.texts)
    assert not [line for line in draw_timeline(invented()[:3], lanes=None).lines if _is_day(line)]


def _is_day(line: Any) -> bool:
    return str(line.get_gid()).startswith("day-")


# ---------------------------------------------------------------- lanes


def test_lanes_have_the_labels_of_their_terms() -> None:
    """Lanes are the terms that occur, in the order of the vocabulary, in the current language."""
    use_language("kk")
    ax = draw_timeline(lanes="type")
    texts = [t for t in ax.texts if str(t.get_gid()).startswith("lane-")]
    keys = list(dict.fromkeys(str(t.get_gid()).removeprefix("lane-") for t in texts))
    placed = load("events").dropna(subset=["date"])
    placed = placed[placed["date_precision"] != "recurring"]
    labels = labels_of("event_type", None)
    assert keys == [term for term in labels if term in set(placed["type"])]
    shown = {
        key: " ".join(t.get_text() for t in texts if t.get_gid() == f"lane-{key}") for key in keys
    }
    assert shown == {key: labels[key] for key in keys}


def test_a_panel_for_each_document() -> None:
    """By document, an event stands in the lane of each document that states it."""
    evidence = load("evidence")
    stated = evidence[evidence["table"] == "events"].drop_duplicates(["record_id", "document_id"])
    counts = stated["record_id"].value_counts()
    ax = draw_timeline(lanes="document")
    twice = next(event for event in counts.index[counts == 2] if artists(ax, event))
    assert len({round(span_y(a), 1) for a in artists(ax, twice)}) == 2
    lanes = {str(t.get_gid()) for t in ax.texts if str(t.get_gid()).startswith("lane-")}
    assert lanes == {f"lane-{document}" for document in stated["document_id"]}


def span_y(artist: Any) -> float:
    """Give the height at which something is drawn."""
    box = artist.get_window_extent()
    return float(box.y0 + box.y1) / 2


def test_lanes_of_ones_own() -> None:
    """Any column of the researcher's makes lanes, in the order of its values; empty comes last."""
    events = invented()
    events["theme"] = ["b", None, "a", *["b"] * (len(events) - 3)]
    ax = draw_timeline(events, lanes="theme")
    assert [t.get_text() for t in ax.texts if str(t.get_gid()).startswith("lane-")] == [
        "b",
        "a",
        "not stated",
    ]


# ---------------------------------------------------------------- collisions

SHEETS = [(12.0, None), (4.5, None), (12.0, 10.0)]


def boxes(ax: Axes) -> tuple[list[tuple[str, Any]], list[tuple[str, Any]]]:
    """Give what texts and marks cover, with their ids."""
    canvas = ax.get_figure(root=True)
    assert canvas is not None
    canvas.canvas.draw()
    words = [(str(t.get_gid()), t.get_window_extent()) for t in ax.texts]
    events = {gid.removeprefix("name-") for gid, _box in words if gid.startswith("name-")}
    marks = [
        (str(a.get_gid()), a.get_window_extent())
        for a in (*ax.patches, *ax.lines)
        if str(a.get_gid()) in events
    ]
    return words, marks


def meet(one: Any, other: Any, slack: float = 2.0) -> bool:
    """Tell whether two boxes meet by more than some pixels both ways."""
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    return bool(wide > slack and high > slack)


def assert_nothing_is_covered(ax: Axes) -> None:
    """No text meets a text or a mark that is not its own; none leaves the picture."""
    words, marks = boxes(ax)
    sheet = ax.get_window_extent()
    for event, mark in marks:
        assert sheet.x0 - 1.5 <= mark.x0 <= mark.x1 <= sheet.x1 + 1.5, event
    for (a, one), (b, other) in combinations(words, 2):
        assert not meet(one, other), (a, b)
    for name, box in words:
        assert sheet.x0 - 0.5 <= box.x0 <= box.x1 <= sheet.x1 + 0.5, name
        assert sheet.y0 - 0.5 <= box.y0 <= box.y1 <= sheet.y1 + 0.5, name
        for event, mark in marks:
            assert not meet(box, mark), (name, event)


@pytest.mark.parametrize("code", EACH_LANGUAGE)
@pytest.mark.parametrize(("width", "height"), SHEETS)
@pytest.mark.parametrize("lanes", ["type", "document", None])
def test_nothing_is_covered(
    lanes: str | None, width: float, height: float | None, code: str
) -> None:
    """At the sizes of the lessons and in each language, no word covers a word or another's mark."""
    use_language(code)
    ax = None
    if height:
        ax = plt.figure(figsize=(width, height), dpi=100).add_axes((0.0, 0.0, 1.0, 1.0))
    size = 7.5 if width < 6 else 9.0
    assert_nothing_is_covered(draw_timeline(ax=ax, lanes=lanes, width=width, size=size))


@pytest.mark.parametrize("code", EACH_LANGUAGE)
@pytest.mark.parametrize(
    ("since", "until", "lanes"),
    [(None, "2023", "type"), ("2025", None, None), ("2026", None, "type")],
)
def test_nothing_is_covered_on_a_phone(
    since: str | None, until: str | None, lanes: str | None, code: str
) -> None:
    """A time's events fit the screen of a phone, and no word covers a word or another's mark."""
    use_language(code)
    ax = plt.figure(figsize=(4.5, 8), dpi=100).add_axes((0.0, 0.0, 1.0, 1.0))
    draw_timeline(ax=ax, since=since, until=until, lanes=lanes)
    assert_nothing_is_covered(ax)
    assert min(float(text.get_fontsize()) for text in ax.texts) >= 5.5


@pytest.mark.parametrize("status", STATUSES)
def test_nothing_of_any_date_is_covered(status: str) -> None:
    """The same for every kind of date and status, in a window and without."""
    assert_nothing_is_covered(draw_timeline(invented(status), lanes=None, width=5))
    ax = draw_timeline(
        invented(status), lanes=None, width=5, since="2017", until="2020", mode="permissive"
    )
    assert_nothing_is_covered(ax)


def test_arrows_stay_in_the_picture() -> None:
    """An arrow from a bound at the picture's very edge is short, but there."""
    dates = {
        "a": "[..2017-01-02]",
        "b": "[2020-12-30..]",
        "c": "2019",
        "d": "../2017",
        "e": "2020/..",
    }
    ax = draw_timeline(
        invented(dates=dates), lanes=None, since="2017", until="2020", mode="permissive"
    )
    assert_nothing_is_covered(ax)
    for event in ("a", "b"):
        xs = [ax.transData.transform((x, 0))[0] for x in span(ax, event)]
        assert xs[1] - xs[0] > 4


def test_the_check_sees_a_covered_name() -> None:
    """The check is right to be trusted: a label moved onto another is found."""
    ax = draw_timeline(invented(), lanes=None)
    first, second = [t for t in ax.texts if str(t.get_gid()).startswith("name-")][:2]
    first.set_position(second.get_position())
    with pytest.raises(AssertionError):
        assert_nothing_is_covered(ax)


def test_what_does_not_fit_says_what_it_needs() -> None:
    """Axes that are too small are an error that gives the height needed, not a heap of words."""
    ax = plt.figure(figsize=(3, 2)).add_axes((0.0, 0.0, 1.0, 1.0))
    with pytest.raises(KopjaqtyError, match=r"needs \d+\.\d inches of height"):
        draw_timeline(ax=ax)


# ---------------------------------------------------------------- words, colours


def test_words_are_computed() -> None:
    """Alternative text and caption count what is drawn, name first and last, explain the marks."""
    ax: Any = draw_timeline(invented(), lanes=None)
    placed = len(DATES) - len(NOT_PLACED)
    for text in (ax.kopjaqty.alt, ax.kopjaqty.caption):
        assert f"{placed} events with a date" in text
        assert "The first: Event: day (1992-03-02); the last: Event: after (2026-02-27" in text
        assert "1 event without a date" in text
        assert "1 event of every year" in text
    for words in ("A dot", "A pale bar", "A dark bar", "A bracket", "to the left", "to the right"):
        assert words in ax.kopjaqty.caption
    few: Any = draw_timeline(invented(dates={"day": "1992-03-02"}), lanes=None)
    assert "A bracket" not in few.kopjaqty.caption
    assert "planned" not in few.kopjaqty.caption


def test_the_source_is_named() -> None:
    """The caption ends with the documents that state what is drawn, each with its letter."""
    ax: Any = draw_timeline()
    evidence = load("evidence")
    stating = set(evidence.loc[evidence["table"] == "events", "document_id"])
    sources = [s for s in read_sources(None).values() if s.document in stating]
    named = ", ".join(f"{s.letter} {s.document}" for s in sources)
    assert ax.kopjaqty.caption.endswith(f"Source: {named}.")


def test_the_first_of_several_is_not_alone() -> None:
    """Where several events are the first, the words name one and count the others."""
    dates = {"a": "1992", "b": "1992", "c": "1992", "d": "2005"}
    ax: Any = draw_timeline(invented(dates=dates), lanes=None)
    first = "The first: Event: a (1992) and 2 others with the same dates"
    assert f"{first}; the last: Event: d (2005)." in ax.kopjaqty.alt


@pytest.mark.parametrize("code", ["kk", "ru"])
def test_words_are_in_the_current_language(code: str) -> None:
    """In Kazakh and Russian nothing on the sheet, in the caption or the text is left in English."""
    english: Any = draw_timeline()
    use_language(code)
    ax: Any = draw_timeline()
    assert not set(ax.kopjaqty.caption.split(". ")[:-1]) & set(english.kopjaqty.caption.split(". "))
    plain = {t.get_text() for t in english.texts if t.get_gid() is None and len(t.get_text()) > 1}
    assert not plain & {t.get_text() for t in ax.texts}


def test_a_notebook_gets_picture_and_words() -> None:
    """The figure of a timeline is small enough for a notebook, and says what it shows."""
    ax: Any = draw_timeline()
    shown = figure(ax, alt=ax.kopjaqty.alt, caption=ax.kopjaqty.caption)
    assert len(shown.png) < 340_000
    assert "Timeline" in shown.html


def seen(colour: str, matrix: list[list[float]]) -> np.ndarray:
    """Give a colour as somebody sees it who cannot tell all hues, in CIELAB."""
    srgb = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(np.array(matrix) @ linear, 0, 1)
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(xyz @ linear / np.array([0.9505, 1.0, 1.089]))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
VISION = {
    "normal": [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


@pytest.mark.parametrize("vision", VISION)
def test_statuses_differ_to_every_eye(vision: str) -> None:
    """What happened and what is planned, seen without some hues, are still clearly two colours."""
    one, other = (seen(STATUSES[status].ink, VISION[vision]) for status in ("happened", "planned"))
    assert np.linalg.norm(one - other) > 20


def test_words_can_be_read() -> None:
    """Every colour of words and of thin lines has a contrast of 4.5:1 on both grounds."""
    for ground in ("#ffffff", BAND):
        for colour in (INK, GREY, *(status.ink for status in STATUSES.values())):
            assert contrast(colour, ground) >= 4.5
    ax = draw_timeline()
    assert {to_hex(text.get_color()) for text in ax.texts} == {INK}


def test_the_same_events_give_the_same_picture() -> None:
    """The picture does not depend on the order in which Python keeps its sets."""
    code = (
        "import hashlib; from kopjaqty.timelines import draw_timeline;"
        "from kopjaqty.style import figure;"
        "ax = draw_timeline(lanes='document');"
        "print(hashlib.sha256(figure(ax, alt=ax.kopjaqty.alt).png).hexdigest(), ax.kopjaqty.alt)"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "MPLBACKEND": "agg"},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(printed) == 1


# ---------------------------------------------------------------- slips


def test_slips_are_told() -> None:
    """A wrong name is an error that gives the nearest right one."""
    with pytest.raises(UnknownName, match="type"):
        draw_timeline(lanes="typ")
    with pytest.raises(UnknownName, match="strict"):
        draw_timeline(mode="strickt")  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match="even"):
        draw_timeline(scale="evn")  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match="happened"):
        draw_timeline(invented("hapened"), lanes=None)
    with pytest.raises(UnknownName, match="title_en"):
        draw_timeline(load("events")[["event_id", "date", "status"]])
    with pytest.raises(DateError):
        draw_timeline(since="last year")
    with pytest.raises(KopjaqtyError, match="no event"):
        draw_timeline(since="1800", until="1801")


# ---------------------------------------------------------------- saved pictures


def mixed() -> pd.DataFrame:
    """Give every kind of date in every status."""
    frames = [invented(status).assign(theme=status) for status in STATUSES]
    frames = [f.assign(event_id=f["event_id"] + f"-{i}") for i, f in enumerate(frames)]
    return pd.concat(frames, ignore_index=True)


def wide_picture() -> Axes:
    """Draw every kind of date in every status."""
    return draw_timeline(mixed(), lanes="theme", width=9)


def phone_picture() -> Axes:
    """Draw a window of it, at a phone's width."""
    return draw_timeline(
        mixed(), lanes=None, width=4.5, since="2015", until="2024", mode="permissive"
    )


PICTURES = {"timeline-wide": wide_picture, "timeline-phone": phone_picture}


@pytest.mark.parametrize("name", PICTURES)
def test_it_looks_as_it_did(name: str) -> None:
    """What is drawn is what the saved picture shows, tile by tile."""
    ax = PICTURES[name]()
    assert difference(render(ax), saved_picture(name, ax)) < TOLERANCE


@pytest.mark.parametrize("name", PICTURES)
def test_a_lost_mark_would_be_seen(name: str) -> None:
    """The comparison is right to be trusted: without any one mark, it fails."""
    ax = PICTURES[name]()
    saved = saved_picture(name, ax)
    for event in titles(ax):
        marks = artists(ax, event)
        for mark in marks:
            mark.set_visible(False)
        if marks:
            assert difference(render(ax), saved) > TOLERANCE, event
        for mark in marks:
            mark.set_visible(True)


def test_every_kind_is_tested() -> None:
    """The invented events have every kind of date that a mark is made for."""
    kinds = {
        TimelineEvent("", "", parse_date(text), STATUSES["happened"]).kind
        for text in DATES.values()
    }
    assert kinds == {*MARK_KINDS, "recurring", "unstated"}
