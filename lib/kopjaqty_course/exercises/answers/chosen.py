"""Answers picked from what is given: one of several, an order, who belongs to whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kopjaqty.language import _, ngettext
from kopjaqty_course.exercises.answers.base import Answer
from kopjaqty_course.exercises.answers.plain import (
    Plain,
    Unreadable,
    cell,
    cells,
    described,
    pairs,
    shown,
)

__all__ = ["Choice", "Matching", "Order", "letter"]


def letter(value: Any) -> Plain:
    """Read a letter that stands for a choice: "B", " b " and "b)" are the letter b."""
    plain = cell(value)
    return plain.strip().rstrip(".)").casefold() if type(plain) is str else plain


def in_order(value: Any) -> tuple[Plain, ...]:
    """Read letters in their order: "bca", "b, c, a" and ["b", "c", "a"] are the same.

    Raises
    ------
    Unreadable
        It is something else, or a set, which has no order.
    """
    if type(value) is str:
        value = [each for each in value if each not in " ,;"]
    if type(value) in (set, frozenset):
        raise Unreadable(described(value))
    return tuple(map(letter, cells(value)))


@dataclass(frozen=True)
class Choice(Answer):
    """One of several statements, by its letter."""

    options: Mapping[str, str] = field(default_factory=dict)

    def wants(self) -> str:
        return _("one letter in quotes: {letters}").format(letters=", ".join(self.options))

    def read(self, value: Any) -> Plain:
        try:
            chosen = letter(value)
        except Unreadable:
            raise self.refuse(value) from None
        if chosen not in self.options:
            raise self.refuse(value, shown(chosen) if type(chosen) is str else "")
        return chosen

    def show(self, got: Plain) -> str:
        return str(got)

    def differ(self, got: Plain, wanted: Plain) -> str:
        return "" if got == wanted else _("It is not {letter}.").format(letter=got)


@dataclass(frozen=True)
class Order(Answer):
    """Things to be put in order, by their letters, the earliest (or first) first."""

    items: Mapping[str, str] = field(default_factory=dict)

    def wants(self) -> str:
        return _("a list of all the letters in order, such as {example}").format(
            example=list(self.items)
        )

    def read(self, value: Any) -> Plain:
        try:
            letters = in_order(value)
        except Unreadable:
            raise self.refuse(value) from None
        return read_letters(self, value, letters, list(self.items))

    def show(self, got: Plain) -> str:
        return " ".join(got)

    def differ(self, got: Plain, wanted: Plain) -> str:
        if got == wanted:
            return ""
        if got == wanted[::-1]:
            return _("The order is turned round: your list begins where it should end.")
        right = sum(own == other for own, other in zip(got, wanted, strict=True))
        early = next(n for n, (own, ok) in enumerate(zip(got, wanted, strict=True)) if own != ok)
        return ngettext(
            "{n} stands in its place. The first that does not is number {place}, {letter}.",
            "{n} stand in their places. The first that does not is number {place}, {letter}.",
            right,
        ).format(n=right, place=early + 1, letter=got[early])


def read_letters(
    answer: Answer, value: Any, letters: tuple[Plain, ...], known: list[str], *, all_of: bool = True
) -> Plain:
    """Check that letters are known ones, each once, and, if `all_of`, that all are there."""
    for each in letters:
        if each not in known:
            raise answer.refuse(value, _("a list with {item} in it").format(item=shown(each)))
    twice = [each for each in dict.fromkeys(letters) if letters.count(each) > 1]
    if twice:
        raise Unreadable(_("{letter} stands more than once.").format(letter=twice[0]))
    if all_of and len(letters) < len(known):
        missing = ", ".join(each for each in known if each not in letters)
        raise Unreadable(_("Your list lacks {letters}.").format(letters=missing))
    return letters


@dataclass(frozen=True)
class Matching(Answer):
    """For each thing on the left the letter of the one on the right that belongs to it."""

    left: Mapping[str, str] = field(default_factory=dict)
    right: Mapping[str, str] = field(default_factory=dict)

    def wants(self) -> str:
        example = dict.fromkeys(self.left, next(iter(self.right), "a"))
        return _("a dict with a letter for each, such as {example}").format(example=example)

    def read(self, value: Any) -> Plain:
        try:
            letters = {str(key): letter(item) for key, item in pairs(value).items()}
        except Unreadable:
            raise self.refuse(value) from None
        if unknown := [key for key in letters if key not in self.left]:
            raise Unreadable(
                _("{key} is not among what is to be matched: {keys}.").format(
                    key=shown(unknown[0]), keys=", ".join(self.left)
                )
            )
        if missing := [key for key in self.left if letters.get(key) in (None, "", "...")]:
            raise Unreadable(_("Not matched yet: {keys}.").format(keys=", ".join(missing)))
        if unknown := [item for item in letters.values() if item not in self.right]:
            raise self.refuse(value, _("a dict with {item} in it").format(item=shown(unknown[0])))
        return letters

    def differ(self, got: Plain, wanted: Plain) -> str:
        wrong = [key for key in self.left if got[key] != wanted[key]]
        if not wrong:
            return ""
        right = len(self.left) - len(wrong)
        pairs_right = ngettext("{n} pair is right.", "{n} pairs are right.", right).format(n=right)
        message = _("{right} {key} and {letter} do not belong together.").format(
            right=pairs_right, key=wrong[0], letter=got[wrong[0]]
        )
        shared = [key for key in self.left if got[key] == got[wrong[0]]]
        if len(shared) == 1 or len({*wanted.values()}) < len(wanted):
            return message
        twice = _("You use {letter} for {keys}; here no letter fits two.").format(
            letter=got[wrong[0]], keys=", ".join(shared)
        )
        return f"{message} {twice}"
