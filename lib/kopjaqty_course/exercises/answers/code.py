"""Answers that are programs: a function, lines put in order, blanks filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import FunctionType
from typing import Any

from kopjaqty.language import _
from kopjaqty_course.exercises.answers.base import Answer
from kopjaqty_course.exercises.answers.chosen import in_order, read_letters
from kopjaqty_course.exercises.answers.plain import Plain, Unreadable, cell, described, pairs
from kopjaqty_course.exercises.answers.values import Names
from kopjaqty_course.exercises.slips import ASSEMBLED

__all__ = ["Faded", "Function", "Parsons", "Program"]

BLANK = re.compile(r"__(\d)__")


@dataclass(frozen=True)
class Program(Answer):
    """An answer that is run on several inputs; each result is an answer of the sort `returns`."""

    returns: Answer = field(default_factory=Names)

    def read(self, value: Any) -> Plain:
        return self.returns.read(value)

    def differ(self, got: Plain, wanted: Plain) -> str:
        return self.returns.differ(got, wanted)

    def show(self, got: Plain) -> str:
        return self.returns.show(got)

    def function(self, value: Any) -> Callable[..., Any]:
        """Give what is to be called.

        Raises
        ------
        Unreadable
            The answer cannot be run.
        """
        raise NotImplementedError


@dataclass(frozen=True)
class Function(Program):
    """A function that the student writes."""

    def wants(self) -> str:
        return _("a function (without brackets after its name)")

    def is_not_started(self, value: Any) -> bool:
        if value is ...:
            return True
        return type(value) is FunctionType and _does_nothing(value)

    def function(self, value: Any) -> Callable[..., Any]:
        if type(value) is FunctionType:
            return value
        raise Unreadable(
            _("Your answer is {found}. Hand over the function itself, without brackets.").format(
                found=described(value)
            )
        )


def _does_nothing(function: FunctionType) -> bool:
    """Tell whether a function is still the starter's `return ...`, or has no lines at all."""

    def starter() -> Any:
        return ...

    def empty() -> None: ...

    code = function.__code__
    return any(
        code.co_code == other.__code__.co_code
        and set(code.co_consts) - {function.__doc__} <= set(other.__code__.co_consts)
        for other in (starter, empty)
    )


@dataclass(frozen=True)
class Parsons(Program):
    """Lines of a function to be put in order; some may be too many.

    A line keeps its indentation. Whatever order works is right: the lines are run.
    """

    lines: Mapping[str, str] = field(default_factory=dict)

    def wants(self) -> str:
        return _("a list of letters, one a line, such as {example}").format(
            example=list(self.lines)[:3]
        )

    def function(self, value: Any) -> Callable[..., Any]:
        try:
            letters = in_order(value)
        except Unreadable:
            raise self.refuse(value) from None
        chosen = read_letters(self, value, letters, list(self.lines), all_of=False)
        if dead := self._after_return(chosen):
            raise Unreadable(
                _("Line {letter} comes after `return`: what stands there is never run.").format(
                    letter=dead
                )
            )
        return defined("\n".join(self.lines[each] for each in chosen))

    def _after_return(self, letters: Iterable[str]) -> str:
        """Find a line that no run reaches: it follows a `return` of the whole function."""
        ended = False
        for each in letters:
            if ended:
                return each
            ended = self.lines[each].startswith("    return")
        return ""


@dataclass(frozen=True)
class Faded(Program):
    """A function with blanks, written `__1__`, `__2__`…, and what is to be filled in."""

    template: str = ""

    @property
    def blanks(self) -> tuple[str, ...]:
        """Numbers of the blanks, in the order of the text."""
        return tuple(dict.fromkeys(BLANK.findall(self.template)))

    def wants(self) -> str:
        example = dict.fromkeys(map(int, self.blanks), "…")
        return _("a dict with a piece of code for each blank, such as {example}").format(
            example=example
        )

    def is_not_started(self, value: Any) -> bool:
        if type(value) is not dict or not value:
            return value is ...
        return all(type(item) is str and not item.strip(" .") for item in value.values())

    def function(self, value: Any) -> Callable[..., Any]:
        try:
            filled = {str(key): cell(item) for key, item in pairs(value).items()}
        except Unreadable:
            raise self.refuse(value) from None
        for blank in self.blanks:
            if type(filled.get(blank)) is not str:
                raise Unreadable(
                    _("Blank {blank} is not filled in with a piece of code in quotes.").format(
                        blank=blank
                    )
                )
            if not filled[blank].strip(" ."):
                raise Unreadable(_("Blank {blank} is still empty.").format(blank=blank))
        return defined(BLANK.sub(lambda match: filled[match[1]].strip(), self.template))


def defined(code: str) -> Callable[..., Any]:
    """Run code that defines a function, and give the function.

    Raises
    ------
    Unreadable
        Python cannot read the code, or it defines no function.
    """
    import networkx as nx
    import pandas as pd

    import kopjaqty as kq

    space: dict[str, Any] = {"pd": pd, "nx": nx, "kq": kq}
    try:
        # What is run are the question's own lines and the student's, in the student's kernel.
        exec(compile(code, ASSEMBLED, "exec"), space)  # noqa: S102
    except SyntaxError as error:
        raise Unreadable(
            _("Put together, Python cannot read line {line}: {code}").format(
                line=error.lineno, code=(error.text or "").strip()
            )
        ) from None
    except Exception as error:  # whatever the student's lines raise is told
        raise Unreadable(f"{type(error).__name__}: {error}") from None
    functions = [item for item in space.values() if type(item) is FunctionType]
    if not functions:
        raise Unreadable(_("Put together, your lines define no function: which line begins it?"))
    return functions[-1]
