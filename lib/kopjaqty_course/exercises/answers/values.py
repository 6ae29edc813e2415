"""Numbers, texts, True or False, collections of names, ordered lists, pairs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kopjaqty.errors import nearest
from kopjaqty.language import _, ngettext
from kopjaqty_course.exercises.answers.base import Answer
from kopjaqty_course.exercises.answers.plain import (
    ITEMS_SHOWN,
    Plain,
    Unreadable,
    cell,
    cells,
    is_number,
    pairs,
    same,
    shown,
)

__all__ = ["Listed", "Names", "Number", "Pairs", "Text", "TrueFalse"]


@dataclass(frozen=True)
class Number(Answer):
    """A number; `tolerance` is the difference that does not count (0.005: two decimals)."""

    tolerance: float = 0

    def wants(self) -> str:
        return _("a number")

    def read(self, value: Any) -> Plain:
        try:
            number = cell(value)
        except Unreadable:
            raise self.refuse(value) from None
        if type(number) is str and _looks_like_a_number(number):
            raise Unreadable(
                _("{value} is a text that looks like a number. Leave the quotes out.").format(
                    value=shown(number)
                )
            )
        if number is None and value is not None:
            raise Unreadable(
                _("Your answer is a missing value (NaN): somewhere an empty cell was counted in.")
            )
        if not is_number(number):
            raise self.refuse(value)
        return number

    def show(self, got: Plain) -> str:
        if self.tolerance and type(got) is float:
            got = round(got, 4)
        return shown(int(got) if type(got) is float and got % 1 == 0 else got)

    def differ(self, got: Plain, wanted: Plain) -> str:
        if same(got, wanted) or (is_number(wanted) and abs(got - wanted) <= self.tolerance):
            return ""
        if not is_number(wanted):
            return _("{got} is a number, yet here nothing is stated.").format(got=shown(got))
        if got > wanted:
            return _("{got} is too high.").format(got=self.show(got))
        return _("{got} is too low.").format(got=self.show(got))


def _looks_like_a_number(text: str) -> bool:
    try:
        float(text.replace(",", "."))
    except ValueError:
        return False
    return True


@dataclass(frozen=True)
class TrueFalse(Answer):
    """True or False."""

    def wants(self) -> str:
        return _("True or False")

    def read(self, value: Any) -> Plain:
        try:
            truth = cell(value)
        except Unreadable:
            raise self.refuse(value) from None
        if type(truth) is not bool:
            raise self.refuse(value)
        return truth

    def differ(self, got: Plain, wanted: Plain) -> str:
        return "" if got is wanted else _("It is not {got}.").format(got=got)


@dataclass(frozen=True)
class Text(Answer):
    """One text: an id, a date, a name. Spaces around it do not count, its case does.

    `among` are texts that a wrong answer is held against, to name the nearest (ids, say).
    """

    among: tuple[str, ...] = ()
    may_be_missing: bool = False

    def wants(self) -> str:
        return _("one text in quotes") if not self.may_be_missing else _("one text, or None")

    def read(self, value: Any) -> Plain:
        try:
            text = cell(value)
        except Unreadable:
            raise self.refuse(value) from None
        if text is None and self.may_be_missing:
            return None
        if type(text) is not str:
            raise self.refuse(value)
        return text.strip()

    def differ(self, got: Plain, wanted: Plain) -> str:
        if got == wanted:
            return ""
        if got is not None and wanted is not None and got.casefold() == wanted.casefold():
            return _("{got} has capital and small letters another way.").format(got=shown(got))
        message = _("It is not {got}.").format(got=shown(got))
        close = nearest(got, self.among) if self.among and got not in self.among else None
        return f"{message} {_did_you_mean(close)}" if close else message


def _did_you_mean(close: str) -> str:
    return _("There is no such name. Did you mean {close}?").format(close=repr(close))


@dataclass(frozen=True)
class Names(Answer):
    """Names, ids or numbers, whose order does not count and which stand once each."""

    def wants(self) -> str:
        return _("a list or a set, in any order, each item once")

    def read(self, value: Any) -> Plain:
        try:
            items = cells(value)
        except Unreadable as unreadable:
            raise _unreadable_item(value, unreadable) or self.refuse(value) from None
        if {type(item) for item in items} == {bool}:
            raise Unreadable(
                _(
                    "Your items are True and False: a filter, not yet what it keeps. Put it "
                    "into the brackets of a table or a column."
                )
            )
        return tuple(sorted(items, key=_by_type))

    def show(self, got: Plain) -> str:
        return _enumerated(got)

    def differ(self, got: Plain, wanted: Plain) -> str:
        if same(got, wanted):
            return ""
        twice = sorted({item for item in got if got.count(item) > 1}, key=_by_type)
        words = _("{item} stands more than once.")
        sentences = [words.format(item=shown(item)) for item in twice[:ITEMS_SHOWN]]
        items, right = dict.fromkeys(got), dict.fromkeys(wanted)
        if None in items and None not in right:
            sentences.append(_("An empty cell (a missing value) is among your items."))
        extra = [item for item in items if item not in right and item is not None]
        missing = [item for item in right if item not in items]
        if extra:
            words = _("These do not belong here: {items}.")
            sentences.append(words.format(items=", ".join(map(shown, extra[:ITEMS_SHOWN]))))
        if missing:
            words = ngettext("{n} is missing.", "{n} are missing.", len(missing))
            sentences.append(words.format(n=len(missing)))
        right_ones = len(items) - len(extra)
        if sentences and right_ones and (extra or missing):
            words = ngettext("{n} of yours is right.", "{n} of yours are right.", right_ones)
            sentences.append(words.format(n=right_ones))
        return " ".join(sentences)


def _unreadable_item(value: Any, unreadable: Unreadable) -> Unreadable | None:
    """Say what stands in a collection that is no text and no number, if that is the trouble."""
    if type(value) not in (list, tuple, set, frozenset):
        return None
    message = _("In your answer stands {found}: each item is to be one text or number.")
    return Unreadable(message.format(found=unreadable))


def _enumerated(items: Plain, show: Callable[[Plain], str] = shown) -> str:
    """Show several items, the first few of them."""
    if not items:
        return _("nothing")
    first = ", ".join(map(show, items[:ITEMS_SHOWN]))
    if len(items) <= ITEMS_SHOWN:
        return first
    return ngettext(
        "{first} and {n} more", "{first} and {n} more", len(items) - ITEMS_SHOWN
    ).format(first=first, n=len(items) - ITEMS_SHOWN)


def _by_type(item: Plain) -> tuple[str, str]:
    return type(item).__name__, str(item)


@dataclass(frozen=True)
class Listed(Answer):
    """A list whose order counts."""

    def wants(self) -> str:
        return _("a list, in order")

    def read(self, value: Any) -> Plain:
        if type(value) in (set, frozenset, dict):
            raise self.refuse(value, _("without an order"))
        try:
            return tuple(cells(value))
        except Unreadable as unreadable:
            raise _unreadable_item(value, unreadable) or self.refuse(value) from None

    def show(self, got: Plain) -> str:
        return _enumerated(got)

    def differ(self, got: Plain, wanted: Plain) -> str:
        if same(got, wanted):
            return ""
        if same(tuple(sorted(got, key=_by_type)), tuple(sorted(wanted, key=_by_type))):
            if same(got, wanted[::-1]):
                return _("The order is turned round: your list begins where it should end.")
            place = next(n for n, pair in enumerate(zip(got, wanted, strict=True)) if differs(pair))
            return _(
                "All items are right, the order is not: the first that is out of place is "
                "number {n}, {item}."
            ).format(n=place + 1, item=shown(got[place]))
        return Names().differ(Names().read(list(got)), Names().read(list(wanted))) or _(
            "Your list differs from what is asked."
        )


def differs(pair: tuple[Plain, Plain]) -> bool:
    """Tell whether two plain values differ."""
    return not same(*pair)


@dataclass(frozen=True)
class Pairs(Answer):
    """A value for each key: a dict, or a Series with its index as keys. Order does not count."""

    tolerance: float = 0

    def wants(self) -> str:
        return _("a dict, or a Series with an index: a value for each key")

    def read(self, value: Any) -> Plain:
        import pandas as pd

        try:
            read = pairs(value)
        except Unreadable as unreadable:
            if type(value) is not dict and type(value) is not pd.Series:
                raise self.refuse(value) from None
            message = _(
                "In your answer stands {found}: each key and each value is to be one text or "
                "number."
            )
            raise Unreadable(message.format(found=unreadable)) from None
        if type(value) is pd.Series and len(read) < len(value):
            keys = cells(value.index.tolist())
            twice = next(key for key in read if keys.count(key) > 1)
            raise Unreadable(_("{item} stands more than once.").format(item=shown(twice)))
        return read

    def show(self, got: Plain) -> str:
        values = {
            key: Number().show(value) if is_number(value) else shown(value)
            for key, value in got.items()
        }
        return _enumerated([f"{key}: {value}" for key, value in values.items()], str)

    def differ(self, got: Plain, wanted: Plain) -> str:
        if set(got) != set(wanted):
            difference = Names().differ(Names().read(list(got)), Names().read(list(wanted)))
            return _("The keys differ. {said}").format(said=difference)
        for key in sorted(wanted, key=_by_type):
            if difference := self._differ_at(got[key], wanted[key]):
                return _("At {key}: {said}").format(key=shown(key), said=difference)
        return ""

    def _differ_at(self, got: Plain, wanted: Plain) -> str:
        if is_number(got) and is_number(wanted):
            return Number(self.tolerance).differ(got, wanted)
        if same(got, wanted):
            return ""
        if got is None:
            return _("your value is missing.")
        return _("It is not {got}.").format(got=shown(got))
