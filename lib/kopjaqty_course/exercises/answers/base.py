"""What every sort of answer can do: read a student's value, compare it, say what differs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar

from kopjaqty.language import _
from kopjaqty_course.exercises.answers.plain import Plain, Unreadable, described, shown

__all__ = ["Answer"]


@dataclass(frozen=True)
class Answer(ABC):
    """A sort of answer.

    A subclass says what it `wants`, how it reads a value (`read`, by exact types) and how two
    values that were read differ (`differ`).
    """

    starts_with: ClassVar[str] = "..."
    """What a starter cell assigns: it is told apart from every answer."""

    @abstractmethod
    def wants(self) -> str:
        """Say what is asked for, to follow "The question asks for"."""

    @abstractmethod
    def read(self, value: Any) -> Plain:
        """Give the value as plain data.

        Raises
        ------
        Unreadable
            The value is of another sort.
        """

    @abstractmethod
    def differ(self, got: Plain, wanted: Plain) -> str:
        """Say how what was read differs from what is right, in the student's terms; "" if not.

        It speaks of the student's value and does not give the answer away.
        """

    def agree(self, got: Plain, wrong: Plain) -> bool:
        """Tell whether what was read is the same mistake as a wrong answer."""
        return not self.differ(got, wrong)

    def show(self, got: Plain) -> str:
        """Show what was read in a message."""
        return shown(got)

    def is_not_started(self, value: Any) -> bool:
        """Tell whether the starter is still as it was."""
        return value is ...

    def refuse(self, value: Any, description: str = "") -> Unreadable:
        """Say that a value is of another sort than asked for."""
        return Unreadable(
            _("Your answer is {found}. The question asks for {wanted}.").format(
                found=description or described(value), wanted=self.wants()
            )
        )
