"""From an answer to an outcome."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from kopjaqty.exercises.answers import FigureOf, Program, Unreadable, Written
from kopjaqty.exercises.answers.plain import Plain
from kopjaqty.exercises.outcomes import Outcome, State
from kopjaqty.exercises.probes import Inputs, Probe, copied, make_probes
from kopjaqty.exercises.questions import Question, Wrong, parameters, told
from kopjaqty.exercises.slips import explain
from kopjaqty.language import _, ngettext

__all__ = ["Checker"]


@dataclass(frozen=True)
class Trial:
    """What a program gave on a probe: a plain value, or what was wrong with it."""

    got: Plain = None
    trouble: tuple[str, ...] = ()
    ran: bool = True


class Checker:
    """Checks answers to one question in one variant.

    Parameters
    ----------
    sheet, number
        Where the question stands: "03", 2.
    question, inputs, case
        What is asked, what answers are made from, the student's variant.
    seed
        Chooses the samples that a program is tried on.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a question needs to be checked
        self,
        sheet: str,
        number: int,
        question: Question,
        inputs: Inputs,
        case: dict[str, Any],
        seed: int = 0,
    ) -> None:
        self.sheet, self.number, self.question = sheet, number, question
        self.inputs, self.case, self.seed = inputs, case, seed
        self.answer = question.answer

    # ------------------------------------------------------------------ the parts
    def handed_over(self, made: Callable[..., Any]) -> Any:
        """Give what a student hands over who answers as this function does."""
        given = self.inputs.given_to(made, self.case) if self._is_called() else {}
        given = {name: copied(each) for name, each in given.items()}
        value = self.question.answer_of(made, given)
        if isinstance(self.answer, FigureOf):
            _put_away(value)
        return value

    def _is_called(self) -> bool:
        from kopjaqty.exercises.answers import Function

        return type(self.answer) is not Function

    def check(self, value: Any) -> Outcome:
        """Say what is to be said of an answer. Whatever it is, nothing is raised."""
        outcome = self._checked(value)
        if isinstance(self.answer, FigureOf):
            return replace(outcome, picture=self._picture(self.answer, value))
        return outcome

    def _checked(self, value: Any) -> Outcome:
        if self.answer.is_not_started(value):
            return self._outcome("not started", self._first_words())
        try:
            if isinstance(self.answer, Program):
                return self._check_program(self.answer, value)
            return self._check_value(value)
        except Unreadable as found:
            return self._outcome("not yet", [str(found)])

    def _outcome(self, state: State, said: list[str], earned: float = 0, name: str = "") -> Outcome:
        hints = tuple(self._told(hint) for hint in self.question.hints)
        return Outcome(
            self.sheet,
            self.number,
            state,
            tuple(said),
            () if state in ("right", "yours to judge") else hints,
            earned,
            self.question.points,
            name,
        )

    def _told(self, message: str, **more: Any) -> str:
        return told(message, **(self.case | more)) if self.case or more else told(message)

    def _first_words(self) -> list[str]:
        wanted = _("It asks for {wanted}.").format(wanted=self.answer.wants())
        yours = ", ".join(f"`{name} = {value!r}`" for name, value in self.case.items())
        return [_("Yours: {case}").format(case=yours), wanted] if yours else [wanted]

    # ------------------------------------------------------------------ values
    def _check_value(self, value: Any) -> Outcome:
        got = self.answer.read(value)
        if isinstance(self.answer, Written):
            return self._to_be_judged(self.answer, got)
        wanted = self.answer.read(self.handed_over(self.question.reference))
        said = self.answer.differ(got, wanted)
        if not said:
            return self._right(got)
        for wrong in self.question.wrong:
            if not self.answer.differ(got, self.answer.read(self.handed_over(wrong.answer))):
                return self._recognised(wrong, got)
        return self._outcome("not yet", [said])

    def _right(self, got: Plain, *remarks: str) -> Outcome:
        meaning = self._told(self.question.meaning, answer=self.answer.show(got))
        return self._outcome("right", [meaning, *remarks], self.question.points)

    def _recognised(self, wrong: Wrong, got: Plain, earned: float = 0) -> Outcome:
        said = self._told(wrong.says, answer=self.answer.show(got))
        return self._outcome("not yet", [said], earned, wrong.name)

    def _to_be_judged(self, answer: Written, text: Plain) -> Outcome:
        if too_short := answer.differ(text, None):
            return self._outcome("not yet", [too_short])
        evidence = self.inputs("evidence")
        known = {*evidence["record_id"], *evidence["evidence_id"]}
        known |= set(self.inputs("discrepancies")["discrepancy_id"])
        there, strange = answer.cited(text, known)
        said = [_("No program can mark this. Hold your text against each point, honestly:")]
        said += ["\n".join(f"- {told(point)}" for point in answer.rubric)]
        if there:
            said.append(_("Rows you cite: {rows}.").format(rows=", ".join(there)))
        if strange:
            said.append(_("There is no such row: {rows}.").format(rows=", ".join(strange)))
        if not there:
            said.append(_("You cite no row yet: name the ids that your claims rest on."))
        return self._outcome("yours to judge", said)

    def _picture(self, answer: FigureOf, value: Any) -> str:
        """Show a student's picture with words; Jupyter by itself would show it without any."""
        import matplotlib.pyplot as plt
        from matplotlib.axes import Axes

        from kopjaqty.style import figure

        if value is ... and plt.get_fignums():
            value = plt.gca()
        if type(value) is not Axes:
            return ""
        try:
            words = answer.show(answer.read(value))
        except Unreadable as found:
            words = str(found)
        return figure(value, alt=words).html

    # ------------------------------------------------------------------ programs
    def _check_program(self, answer: Program, value: Any) -> Outcome:
        program = answer.function(value)
        right = answer.function(self.handed_over(self.question.reference))
        probes = make_probes(self.question, right, self.inputs, self.case, self.seed)
        wanted = [answer.read(right(*map(copied, probe.arguments))) for probe in probes]
        trials = [self._try(program, probe, parameters(right)) for probe in probes]
        said = [
            "" if trial.ran and not trial.trouble and not answer.differ(trial.got, expected)
            else self._said_of(trial, expected, probe)
            for trial, expected, probe in zip(trials, wanted, probes, strict=True)
        ]  # fmt: skip
        failing = [n for n, words in enumerate(said) if words]
        if not failing:
            return self._right(trials[0].got, *self._changes_its_input(program, probes[0]))
        if not trials[0].ran:
            return self._outcome("could not run", list(trials[0].trouble))
        earned = self._earned(said)
        if wrong := self._recognise(trials, probes, failing):
            return self._recognised(wrong, trials[failing[0]].got, earned)
        passed = ngettext(
            "{n} of {trials} trial passes.", "{n} of {trials} trials pass.", len(probes)
        ).format(n=len(probes) - len(failing), trials=len(probes))
        return self._outcome("not yet", [said[failing[0]], passed], earned)

    def _try(self, program: Callable[..., Any], probe: Probe, names: tuple[str, ...]) -> Trial:
        space = getattr(program, "__globals__", None)
        try:
            result = program(*map(copied, probe.arguments))
        except (Exception, SystemExit) as error:  # the student's own
            if isinstance(error, TypeError) and (said := _arguments(program, names)):
                return Trial(trouble=(said,), ran=False)
            return Trial(trouble=tuple(explain(error, space)), ran=False)
        try:
            assert isinstance(self.answer, Program)
            return Trial(self.answer.read(result))
        except Unreadable as found:
            if result is None:
                return Trial(
                    trouble=(_("Your function gives nothing back. Does it end with `return`?"),)
                )
            return Trial(trouble=(str(found),))

    def _said_of(self, trial: Trial, wanted: Plain, probe: Probe) -> str:
        where = _("Tried on {what}:").format(what=probe.title)
        if not trial.ran:
            return "\n".join([f"{where} {trial.trouble[0]}", *trial.trouble[1:]])
        if trial.trouble:
            return f"{where} {trial.trouble[0]}"
        gives = _("your function gives {answer}.").format(answer=self.answer.show(trial.got))
        return f"{where} {gives} {self.answer.differ(trial.got, wanted)}"

    def _earned(self, said: list[str]) -> float:
        """Give a share of the points, in halves, to a program that is right on the collection."""
        if said[0]:
            return 0
        passed = sum(words == "" for words in said)
        return int(2 * self.question.points * passed / len(said)) / 2

    def _recognise(
        self, trials: list[Trial], probes: list[Probe], failing: list[int]
    ) -> Wrong | None:
        """Find the misconception that gives the student's answer wherever it is wrong."""
        assert isinstance(self.answer, Program)
        for wrong in self.question.wrong:
            program = self.answer.function(self.handed_over(wrong.answer))
            if all(self._agree(program, trials[n], probes[n]) for n in failing):
                return wrong
        return None

    def _agree(self, program: Callable[..., Any], trial: Trial, probe: Probe) -> bool:
        theirs = self._try(program, probe, ())
        if trial.trouble or theirs.trouble:
            return bool(trial.trouble) and trial.trouble[:1] == theirs.trouble[:1]
        return not self.answer.differ(trial.got, theirs.got)

    def _changes_its_input(self, program: Callable[..., Any], probe: Probe) -> list[str]:
        import pandas as pd

        given = [copied(each) for each in probe.arguments]
        program(*given)
        for before, after in zip(probe.arguments, given, strict=True):
            if isinstance(before, pd.DataFrame) and not before.equals(after):
                return [
                    _(
                        "One thing: your function changes the table it is given. Whoever calls it "
                        "twice is in for a surprise; begin with `.copy()`."
                    )
                ]
        return []


def _put_away(axes: Any) -> None:
    """Close a picture of our own: Jupyter shows whichever is still open when a cell ends."""
    import matplotlib.pyplot as plt

    if hasattr(axes, "figure"):
        plt.close(axes.figure)


def _arguments(program: Callable[..., Any], names: tuple[str, ...]) -> str:
    """Say that a function takes another number of arguments than it is given; "" if it does."""
    try:
        taken = len(parameters(program))
    except (TypeError, ValueError):
        return ""
    if not names or taken == len(names):
        return ""
    return ngettext(
        "Your function takes {n} argument; it is called with {names}.",
        "Your function takes {n} arguments; it is called with {names}.",
        taken,
    ).format(n=taken, names=", ".join(names))
