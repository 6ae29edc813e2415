"""From an answer to an outcome."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import Any

from kopjaqty.language import _, ngettext
from kopjaqty_course.exercises.answers import FigureOf, Function, Program, Unreadable, Written
from kopjaqty_course.exercises.answers.plain import Plain
from kopjaqty_course.exercises.outcomes import Outcome, Shown, State
from kopjaqty_course.exercises.probes import Inputs, copied
from kopjaqty_course.exercises.questions import Question, Wrong, told
from kopjaqty_course.exercises.trials import Trials

__all__ = ["Checker"]


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
        self._made: dict[Callable[..., Any], Plain] = {}

    # ------------------------------------------------------------------ the parts
    def handed_over(self, made: Callable[..., Any]) -> Any:
        """Give what a student hands over who answers as this function does."""
        if type(self.answer) is Function:
            return made
        given = self.inputs.given_to(made, self.case)
        value = self.question.answer_of(made, {name: copied(each) for name, each in given.items()})
        if isinstance(self.answer, FigureOf):
            _put_away(value)
        return value

    def check(self, value: Any) -> Outcome:
        """Say what is to be said of an answer. Whatever it is, nothing is raised."""
        outcome = self._checked(value)
        if isinstance(self.answer, FigureOf):
            return replace(outcome, shown=self._shown(self.answer, value))
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
        said = self.answer.differ(got, self._read(self.question.reference))
        if not said:
            return self._right(got)
        for wrong in self.question.wrong:
            if self.answer.agree(got, self._read(wrong.answer)):
                return self._recognised(wrong, got)
        return self._outcome("not yet", [said])

    def _read(self, made: Callable[..., Any]) -> Plain:
        """Read what one of the question's own functions makes; it is made once."""
        if made not in self._made:
            self._made[made] = self.answer.read(self.handed_over(made))
        return self._made[made]

    def _right(self, got: Plain, *remarks: str) -> Outcome:
        meaning = self._told(self.question.meaning, answer=self.answer.show(got))
        return self._outcome("right", [meaning, *remarks], self.question.points)

    def _recognised(self, wrong: Wrong, got: Plain, earned: float = 0, where: str = "") -> Outcome:
        said = [self._told(wrong.says, answer=self.answer.show(got))]
        if where:
            said.append(_("It showed when your function was tried on {what}.").format(what=where))
        return self._outcome("not yet", said, earned, wrong.name)

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

    def _shown(self, answer: FigureOf, value: Any) -> Shown | None:
        """Show a student's picture with words; Jupyter by itself would show it without any."""
        import matplotlib.pyplot as plt
        from matplotlib.axes import Axes

        if value is ... and plt.get_fignums():
            value = plt.gca()
        if type(value) is not Axes:
            return None
        try:
            words = answer.show(answer.read(value))
        except Unreadable as found:
            words = str(found)
        sheet = value.get_figure(root=True)
        if sheet and value.get_subplotspec() and sheet.get_layout_engine() is None:
            sheet.set_layout_engine("constrained")  # no label is cut off
        _put_away(value)
        return Shown(value, words)

    # ------------------------------------------------------------------ programs
    @cached_property
    def _trials(self) -> Trials:
        return Trials(self.question, self.inputs, self.case, self.seed)

    def _check_program(self, answer: Program, value: Any) -> Outcome:
        program, trials = answer.function(value), self._trials
        found, changed = trials.of(program)
        said = [trials.said_of(trial, n) for n, trial in enumerate(found)]
        failing = [n for n, words in enumerate(said) if words]
        if not failing:
            return self._right(found[0].got, *([_changes()] if changed else []))
        if not found[0].ran:
            return self._outcome("could not run", list(found[0].trouble))
        earned = self._earned(said)
        if wrong := trials.misconception(found, failing):
            shown = next((found[n].got for n in failing if not found[n].trouble), found[0].got)
            where = trials.probes[failing[0]].title if failing[0] else ""
            return self._recognised(wrong, shown, earned, where)
        passed = ngettext(
            "{n} of {trials} trial passes.", "{n} of {trials} trials pass.", len(said)
        ).format(n=len(said) - len(failing), trials=len(said))
        return self._outcome("not yet", [said[failing[0]], passed], earned)

    def _earned(self, said: list[str]) -> float:
        """Give a share of the points, in halves, to a program that is right on the collection."""
        if said[0]:
            return 0
        passed = sum(words == "" for words in said)
        return int(2 * self.question.points * passed / len(said)) / 2


def _changes() -> str:
    return _(
        "One thing: your function changes the table or network it is given. Whoever calls it "
        "twice is in for a surprise; begin with `.copy()`."
    )


def _put_away(axes: Any) -> None:
    """Close a picture: Jupyter shows whichever is still open when a cell ends."""
    import matplotlib.pyplot as plt

    if hasattr(axes, "figure"):
        plt.close(axes.figure)
