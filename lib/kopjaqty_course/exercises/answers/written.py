"""A text that a person reads: it is held against a rubric, never marked right by a program."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, ClassVar

from kopjaqty.language import _
from kopjaqty_course.exercises.answers.base import Answer
from kopjaqty_course.exercises.answers.plain import Plain

__all__ = ["Written"]

NUMBERED = re.compile(r"[rqpe]\d{3,5}")
WORD = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Written(Answer):
    """A paragraph. `rubric`: what a good answer does, one point a line."""

    rubric: tuple[str, ...] = ()
    least_words: int = 25
    starts_with: ClassVar[str] = '""'

    def wants(self) -> str:
        return _("a text in quotes: a few sentences of your own")

    def is_not_started(self, value: Any) -> bool:
        return value is ... or (type(value) is str and not value.strip())

    def read(self, value: Any) -> Plain:
        if type(value) is not str:
            raise self.refuse(value)
        return value.strip()

    def differ(self, got: Plain, wanted: Plain) -> str:  # noqa: ARG002 - there is none right
        words = len(got.split())
        if words < self.least_words:
            return _("Your text has {words} words: say it in {least} or more.").format(
                words=words, least=self.least_words
            )
        return ""

    def cited(self, text: str, known: Collection[str]) -> tuple[list[str], list[str]]:
        """Find the rows that a text names by their ids: those that are there, and those not."""
        words = dict.fromkeys(WORD.findall(text))
        there = [word for word in words if word in known and ("_" in word or NUMBERED.match(word))]
        strange = [word for word in words if NUMBERED.fullmatch(word) and word not in known]
        return there, strange
