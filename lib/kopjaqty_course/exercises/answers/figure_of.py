"""A figure: the data that a matplotlib Axes shows, not its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from kopjaqty.language import _, ngettext
from kopjaqty_course.exercises.answers.base import Answer
from kopjaqty_course.exercises.answers.plain import Plain, Unreadable, cell, same, shown, strangers
from kopjaqty_course.exercises.answers.values import Names, Pairs

__all__ = ["FigureOf"]


@dataclass(frozen=True)
class FigureOf(Answer):
    """An Axes with bars (`"bars"`: a length for each label) or with points or lines (`"points"`).

    The axis of values needs a label (`labelled`), as every figure of the course does.
    """

    marks: Literal["bars", "points"] = "bars"
    labelled: bool = True

    def wants(self) -> str:
        if self.marks == "bars":
            return _("the Axes of a bar chart, as plot.bar(), plot.barh() or ax.bar() give it")
        return _("the Axes with your points or lines, as plot() or ax.scatter() give it")

    def read(self, value: Any) -> Plain:
        from matplotlib.axes import Axes

        if type(value) is not Axes:
            raise self.refuse(value)
        if self.marks == "bars":
            marks, axis = _bars(value)
        else:
            marks, axis = _points(value), value.get_ylabel()
        if not marks:
            raise Unreadable(_("Nothing is drawn on your Axes yet that the question asks for."))
        return {"marks": marks, "label": bool(axis.strip())}

    def differ(self, got: Plain, wanted: Plain) -> str:
        own, right = got["marks"], wanted["marks"]
        if self.marks == "bars" and set(own) != set(right):
            difference = Names().differ(Names().read(list(own)), Names().read(list(right)))
            difference = _("The labels of the bars differ. {said}").format(said=difference)
        elif self.marks == "bars":
            difference = Pairs().differ(own, right)
        else:
            difference = "" if same(own, right) else _differ_in_points(own, right)
        if not difference and self.labelled and not got["label"]:
            return _("The picture is right. Its axis of values has no label yet: what is counted?")
        return difference

    def agree(self, got: Plain, wrong: Plain) -> bool:
        return super().agree(got | {"label": True}, wrong)

    def show(self, got: Plain) -> str:
        if self.marks == "bars":
            return ", ".join(f"{name} {shown(length)}" for name, length in got["marks"].items())
        return shown(got["marks"])


def _bars(axes: Any) -> tuple[Plain, str]:
    """Read the length of each bar by its label, and the label of the axis of lengths."""
    from matplotlib.container import BarContainer

    spans: dict[Plain, list[tuple[Plain, Plain]]] = {}
    axis = axes.get_ylabel()
    for bars in axes.containers:
        if type(bars) is not BarContainer:  # the whiskers of bars are a container, too
            continue
        lying = bars.orientation == "horizontal"
        axis = axes.get_xlabel() if lying else axes.get_ylabel()
        ticks = axes.get_yticks() if lying else axes.get_xticks()
        texts = axes.get_yticklabels() if lying else axes.get_xticklabels()
        named = _has_names(axes.yaxis if lying else axes.xaxis)
        names = {
            round(float(tick), 6): text.get_text() for tick, text in zip(ticks, texts, strict=False)
        }
        for bar in bars:
            middle = (
                bar.get_y() + bar.get_height() / 2 if lying else bar.get_x() + bar.get_width() / 2
            )
            start = cell(bar.get_x() if lying else bar.get_y())
            length = cell(bar.get_width() if lying else bar.get_height())
            place = round(float(middle), 6)
            if named and place not in names and place % 1:
                raise Unreadable(
                    _("A bar stands beside the labels, not on one: draw one bar for each label.")
                )
            name = names.get(place, shown(place))
            spans.setdefault(name, []).append((start, length))
    return {name: _reach(parts) for name, parts in spans.items()}, axis


def _reach(parts: list[tuple[Plain, Plain]]) -> Plain:
    """Add up parts that lie end to end; what is drawn over another part is not seen, nor added.

    >>> _reach([(0, 3), (3, 2)]), _reach([(0, 1), (0, 1)]), _reach([(0, None)])
    (5, 1, None)
    """
    total = None
    for sign in (1, -1):
        spans = [
            sorted([start, start + length])
            for start, length in parts
            if length is not None and (length >= 0 if sign == 1 else length < 0)
        ]
        seen: Plain = None
        for low, high in sorted(spans):
            begins = low if seen is None else max(low, seen)
            total = (total or 0) + sign * max(0, high - begins)
            seen = high if seen is None else max(high, seen)
    return int(total) if type(total) is float and total % 1 == 0 else total


def _has_names(axis: Any) -> bool:
    """Tell whether an axis has a label for each bar, and no scale of numbers or days."""
    from matplotlib.category import StrCategoryLocator
    from matplotlib.ticker import FixedLocator

    return type(axis.get_major_locator()) in (FixedLocator, StrCategoryLocator)


def _points(axes: Any) -> Plain:
    points: list[tuple[float, float]] = []
    for line in axes.lines:
        points += zip(map(_number, line.get_xdata()), map(_number, line.get_ydata()), strict=True)
    for spots in axes.collections:
        points += [(float(x), float(y)) for x, y in spots.get_offsets()]
    return tuple(sorted(points))


def _number(value: Any) -> float:
    from matplotlib.dates import date2num

    plain = cell(value)
    if type(plain) is str:
        return float(date2num(value))  # type: ignore[no-untyped-call]
    return float(plain)


def _differ_in_points(own: Plain, right: Plain) -> str:
    if len(own) != len(right):
        return ngettext(
            "Your picture has {n} point, which is not the right number.",
            "Your picture has {n} points, which is not the right number.",
            len(own),
        ).format(n=len(own))
    point = strangers(own, right)[0]
    return _("The point {point} does not belong here.").format(point=shown(point))
