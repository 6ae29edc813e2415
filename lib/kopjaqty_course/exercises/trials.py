"""A program under trial: run on each probe, and held against what the right one gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from typing import Any

from kopjaqty.language import _, ngettext
from kopjaqty_course.exercises.answers import Program, Unreadable
from kopjaqty_course.exercises.answers.plain import Plain
from kopjaqty_course.exercises.probes import Inputs, Probe, copied, make_probes
from kopjaqty_course.exercises.questions import Question, Wrong, parameters
from kopjaqty_course.exercises.slips import explain

__all__ = ["Trial", "Trials"]


@dataclass(frozen=True)
class Trial:
    """What a program gave on a probe: a plain value, or what was wrong with it."""

    got: Plain = None
    trouble: tuple[str, ...] = ()
    ran: bool = True


class Trials:
    """The probes of a question in one variant, and what the right and the wrong answers give."""

    def __init__(
        self, question: Question, inputs: Inputs, case: dict[str, Any], seed: int = 0
    ) -> None:
        assert isinstance(question.answer, Program)
        self.question, self.answer = question, question.answer
        self.inputs, self.case, self.seed = inputs, case, seed
        self._wrong: dict[tuple[str, int], Trial] = {}

    def program(self, made: Callable[..., Any]) -> Callable[..., Any]:
        """Give the program that one of the question's own functions stands for."""
        from kopjaqty_course.exercises.answers import Function

        if type(self.answer) is Function:
            return made
        given = self.inputs.given_to(made, self.case)
        return self.answer.function(self.question.answer_of(made, given))

    @cached_property
    def right(self) -> Callable[..., Any]:
        """The right program."""
        return self.program(self.question.reference)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of what a program is called with."""
        return parameters(self.right)

    @cached_property
    def probes(self) -> list[Probe]:
        """What programs are tried on, the collection first."""
        return make_probes(self.question, self.right, self.inputs, self.case, self.seed)

    @cached_property
    def wanted(self) -> list[Plain]:
        """What the right program gives on each probe."""
        # Not copied: the question's own functions leave their arguments alone (a test holds).
        return [self.answer.read(self.right(*probe.arguments)) for probe in self.probes]

    def of(self, program: Callable[..., Any]) -> tuple[list[Trial], bool]:
        """Try a program on each probe; and tell whether it changed what it was given first.

        What it prints, and its warnings, are shown once.
        """
        found, changed = [], False
        for n, probe in enumerate(self.probes):
            given = tuple(map(copied, probe.arguments))
            with _unseen() if n else nullcontext():
                found.append(self._try(program, given))
            if n == 0:
                changed = any(map(_differ, probe.arguments, given))
        return found, changed

    def misconception(self, trials: list[Trial], failing: list[int]) -> Wrong | None:
        """Find the wrong answer that gives what the student's gives wherever that is wrong.

        And on the collection: who is right there has not made a mistake that shows there.
        """
        for wrong in self.question.wrong:
            if all(self._agree(self._of_wrong(wrong, n), trials[n]) for n in sorted({0, *failing})):
                return wrong
        return None

    def _of_wrong(self, wrong: Wrong, n: int) -> Trial:
        if (wrong.name, n) not in self._wrong:
            program = self.program(wrong.answer)
            self._wrong[wrong.name, n] = self._try(program, self.probes[n].arguments)
        return self._wrong[wrong.name, n]

    def _agree(self, one: Trial, other: Trial) -> bool:
        if one.trouble or other.trouble:
            return bool(one.trouble) and one.trouble[:1] == other.trouble[:1]
        return self.answer.agree(other.got, one.got)

    def _try(self, program: Callable[..., Any], given: tuple[Any, ...]) -> Trial:
        try:
            result = program(*given)
        except (Exception, SystemExit) as error:  # whatever the student's own lines raise
            space = getattr(program, "__globals__", None)
            if said := self._other_arguments(program, error):
                return Trial(trouble=(said,), ran=False)
            return Trial(trouble=tuple(explain(error, space)), ran=False)
        try:
            return Trial(self.answer.read(result))
        except Unreadable as found:
            if result is None:
                said = _("Your function gives nothing back. Does it end with `return`?")
                return Trial(trouble=(said,))
            return Trial(trouble=(str(found),))

    def _other_arguments(self, program: Callable[..., Any], error: BaseException) -> str:
        """Say that a program takes other arguments than it is given, or in another order."""
        try:
            own = parameters(program)
        except (TypeError, ValueError):
            return ""
        if own != self.names and sorted(own) == sorted(self.names):
            return _("Your function is called with {names}, in this order.").format(
                names=", ".join(self.names)
            )
        taken = len(own)
        if taken == len(self.names) or not isinstance(error, TypeError):
            return ""
        return ngettext(
            "Your function takes {n} argument; it is called with {names}.",
            "Your function takes {n} arguments; it is called with {names}.",
            taken,
        ).format(n=taken, names=", ".join(self.names))

    def said_of(self, trial: Trial, n: int) -> str:
        """Say how what a program gave on a probe differs from what is right; "" if not."""
        where = _("Tried on {what}:").format(what=self.probes[n].title)
        if trial.trouble:
            return "\n".join([f"{where} {trial.trouble[0]}", *trial.trouble[1:]])
        differs = self.answer.differ(trial.got, self.wanted[n])
        if not differs:
            return ""
        gives = _("your function gives {answer}.").format(answer=self.answer.show(trial.got))
        return f"{where} {gives} {differs}"


def _differ(before: Any, after: Any) -> bool:
    """Tell whether a program has written into a table or network."""
    import pandas as pd

    if isinstance(before, pd.DataFrame):
        return not before.equals(after)
    return hasattr(before, "edges") and (
        list(before) != list(after) or before.number_of_edges() != after.number_of_edges()
    )


@contextmanager
def _unseen() -> Iterator[None]:
    """Keep back what a program prints, and the warnings that it meets."""
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        yield
