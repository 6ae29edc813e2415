"""What a timeline shows, in words: its alternative text and its caption."""

from __future__ import annotations

from collections.abc import Sequence

from kopjaqty.language import _, ngettext
from kopjaqty.style.look import one_of_them
from kopjaqty.timelines.events import Selection, Source, date_words, kind_words
from kopjaqty.timelines.rows import KINDS, Item
from kopjaqty.timelines.sheet import Sheet


def describe_timeline(selection: Selection, sheet: Sheet) -> tuple[str, str]:
    """Give the alternative text and the caption, computed from what is drawn."""
    many = [count_events(selection), *_ends(selection.placed), _states(selection)]
    rest = _unplaced(selection)
    alt = [*many, _dating(selection.placed), _lanes(selection), *rest]
    caption = [
        " ".join([*many, *rest]),
        " ".join(_reading(selection, sheet)),
        source_line(selection.sources),
    ]
    return (
        " ".join(part for part in alt if part),
        "\n".join(part for part in caption if part),
    )


def count_events(selection: Selection) -> str:
    """Say how many events have a place, and how many documents state them."""
    n, documents = len(selection.placed), len(selection.sources)
    if not documents:
        return ngettext(
            "Timeline: {n} event with a date.", "Timeline: {n} events with a date.", n
        ).format(n=n)
    return ngettext(
        "Timeline: {n} event with a date, stated in {documents}.",
        "Timeline: {n} events with a date, stated in {documents}.",
        n,
    ).format(
        n=n,
        documents=ngettext("{n} document", "{n} documents", documents).format(n=documents),
    )


def source_line(sources: Sequence[Source]) -> str:
    """Name the documents, each with its letter."""
    names = ", ".join(f"{source.letter} {source.document}" for source in sources)
    return _("Source: {documents}.").format(documents=names) if names else ""


def _ends(items: Sequence[Item]) -> list[str]:
    """Name the first and the last event: by the first and last day that their dates allow."""
    days = [
        (item.date.earliest or item.date.latest, item.date.latest or item.date.earliest, item)
        for item in items
    ]
    if not days:
        return []
    first = min(days, key=lambda each: (each[0], each[1], each[2].event))
    last = max(days, key=lambda each: (each[1], each[0], each[2].event))
    named = []
    for *bounds, item in (first, last):
        name = f"{item.title} ({date_words(item.date)})"
        n = sum(each == bounds for *each, _item in days) - 1
        if n:
            told = ngettext(
                "{event} and {n} other with the same dates",
                "{event} and {n} others with the same dates",
                n,
            )
            name = told.format(event=name, n=n)
        named.append(name)
    return [_("The first: {first}; the last: {last}.").format(first=named[0], last=named[1])]


def _states(selection: Selection) -> str:
    found = [item.status for item in selection.items]
    counts = [f"{state.words} {found.count(state)}" for state in selection.states]
    return _("By status: {counts}.").format(counts="; ".join(counts))


def _dating(items: Sequence[Item]) -> str:
    kinds = [item.kind for item in items]
    counts = [f"{kind_words(kind)} {kinds.count(kind)}" for kind in KINDS if kind in kinds]
    return _("By what their dates say: {counts}.").format(counts="; ".join(counts))


def _lanes(selection: Selection) -> str:
    titled = [f"{lane.title} {len(lane.items)}" for lane in selection.lanes if lane.title]
    return _("By lane: {counts}.").format(counts="; ".join(titled)) if titled else ""


def _unplaced(selection: Selection) -> list[str]:
    parts = []
    if n := len(selection.undated):
        words = ngettext(
            "{n} event without a date is listed below, not placed.",
            "{n} events without a date are listed below, not placed.",
            n,
        )
        parts.append(words.format(n=n))
    if n := len(selection.recurring):
        words = ngettext(
            "{n} event of every year is listed below.",
            "{n} events of every year are listed below.",
            n,
        )
        parts.append(words.format(n=n))
    if any(selection.asked):
        since, until = (text or "…" for text in selection.asked)
        strict = selection.mode == "strict"
        words = _("Shown: what certainly fell in {since} – {until}.")
        if not strict:
            words = _("Shown: what possibly fell in {since} – {until}.")
        parts.append(words.format(since=since, until=until))
        n = selection.left_out
        words = ngettext("{n} other event is not shown.", "{n} other events are not shown.", n)
        parts.append(words.format(n=n))
    return parts


def _reading(selection: Selection, sheet: Sheet) -> list[str]:
    """Explain the marks that are there."""
    kinds = {item.kind for item in selection.placed}
    words = {
        "day": _("A dot is a day."),
        "some": _("A pale bar is a month or year, some time within which it was."),
        "span": _("A bracket holds the days of which one, unknown, was the day."),
        "before": _("An arrow to the left: then or earlier."),
        "after": _("An arrow to the right: then or later."),
        "lasted": _("A dark bar lasted."),
    }
    parts = [words[kind] for kind in KINDS if kind in kinds]
    if hollow := [state.words for state in selection.states if state.is_hollow]:
        told = _("Hollow or dashed, with a name in italics: {statuses}.")
        parts.append(told.format(statuses=one_of_them(hollow)))
    if pointed := [state.words for state in selection.states if state.is_pointed]:
        told = _("With a point to the right: {statuses}.")
        parts.append(told.format(statuses=one_of_them(pointed)))
    if sheet.flags:
        parts.append(_("Dashed lines: days on which documents were published."))
    if any(band.is_cut for band in sheet.axis.bands):
        parts.append(_("Grey bands with torn edges: years left out, none has a date."))
    if sheet.axis.is_even:
        parts.append(_("The axis is time; all years are alike."))
    else:
        parts.append(_("The axis is time; years with more dates are wider."))
    parts.append(_("Colour repeats what the shapes say."))
    return parts
