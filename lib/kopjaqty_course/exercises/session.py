"""A sheet in a student's notebook: check, hint, solution, form."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from kopjaqty.arguments import FLAG, PATH, TEXT, WHOLE, Kind, allow, one_of, require
from kopjaqty.errors import KopjaqtyError, UnknownName
from kopjaqty.language import N_, _, language, speaking
from kopjaqty_course.exercises.checking import Checker
from kopjaqty_course.exercises.notes import Note
from kopjaqty_course.exercises.outcomes import Outcome
from kopjaqty_course.exercises.probes import Inputs, case_of
from kopjaqty_course.exercises.questions import Question, Sheet, translate
from kopjaqty_course.exercises.sheets import find_sheet
from kopjaqty_course.exercises.slips import without_tracebacks
from kopjaqty_course.exercises.solutions import solution_code

if TYPE_CHECKING:
    from kopjaqty.arguments import PathLike

__all__ = ["SWITCH", "Exercise", "exercise"]

SWITCH = "KOPJAQTY_SOLUTIONS"
"""Environment variable that switches solutions off for a class: "off"."""

STUDENT = Kind(
    N_("an id: text or a whole number"), lambda value: TEXT.fits(value) or WHOLE.fits(value)
)


def exercise(
    number: str | int,
    *,
    student: str = "",
    language: str | None = None,  # noqa: A002, RUF100 - the word a student would look for
    solutions: bool | None = None,
    data: PathLike | None = None,
) -> Exercise:
    """Open the exercise sheet of a lesson.

    Parameters
    ----------
    number
        Of the lesson: "03", or 3.
    student
        An id of your own: some questions then have your own numbers and names.
    language
        "en", "kk" or "ru"; by default the language in use.
    solutions
        False: `solution` shows none. By default they can be seen, unless the environment
        variable KOPJAQTY_SOLUTIONS is "off".
    data
        Another folder of tables.

    Returns
    -------
    Exercise
        Its methods `check`, `hint`, `solution`, `given` and `form` take a question's number.

    Raises
    ------
    UnknownName
        There is no such sheet or language.

    Examples
    --------
    >>> ex = exercise("01")
    >>> ex.check(1, ...).state
    'not started'
    """
    from kopjaqty.language import LANGUAGES

    if language is not None:
        one_of(N_("There is no such language."), LANGUAGES, language)
    require(STUDENT, student=student)
    allow(FLAG, solutions=solutions)
    allow(PATH, data=data)
    if solutions is None:
        solutions = os.environ.get(SWITCH, "").casefold() not in ("off", "0", "no", "false")
    _quiet_kernel()
    return Exercise(find_sheet(number), student, language, solutions, data)


def _quiet_kernel() -> None:
    import sys

    if "IPython" in sys.modules:
        without_tracebacks(sys.modules["IPython"].get_ipython())


class Exercise:
    """A sheet, as `exercise` opens it for a student."""

    def __init__(
        self,
        sheet: Sheet,
        student: str = "",
        code: str | None = None,
        solutions: bool = True,
        data: PathLike | None = None,
    ) -> None:
        self.sheet, self.student = sheet, str(student).strip()
        self._language, self._solutions = code, solutions
        self._data = data
        self._inputs = Inputs(data)
        self._checkers: dict[int, Checker] = {}
        self._hints_given: dict[int, int] = {}

    def check(self, question: int | str, answer: Any = ...) -> Outcome:
        """Check an answer, and say what is right, or what is not yet and why.

        Returns
        -------
        Outcome
            `state`, `said`, `earned` points of `points`; shown as text or HTML.

        Raises
        ------
        UnknownName
            The sheet has no such question.
        """
        with self._speaking():
            return self._checker(question).check(answer)

    def hint(self, question: int | str, step: int | None = None) -> Note:
        """Give the next hint, or the one of that step (1, 2 or 3)."""
        with self._speaking():
            number = self._number(question)
            hints = self._question(number).hints
            if step is None:
                step = min(self._hints_given.get(number, 0) + 1, len(hints))
            elif step not in range(1, len(hints) + 1):
                steps = [str(n) for n in range(1, len(hints) + 1)]
                raise UnknownName.among(_("There is no such hint."), step, steps)
            self._hints_given[number] = step
            heading = _("Question {n}, hint {step} of {steps}").format(
                n=number, step=step, steps=len(hints)
            )
            return Note(heading, translate(hints[step - 1], **self._checker(number).case))

    def solution(self, question: int | str) -> Note:
        """Show code that answers the question, and what the answer means.

        Raises
        ------
        KopjaqtyError
            Solutions are switched off for this class.
        """
        with self._speaking():
            number = self._number(question)
            if not self._solutions:
                raise KopjaqtyError(
                    _("Solutions are switched off in your class. `ex.hint({n})` helps.").format(
                        n=number
                    )
                )
            heading = _("Question {n}: a solution").format(n=number)
            return Note(heading, code=solution_code(self._question(number), number))

    def given(self, question: int | str) -> dict[str, Any]:
        """Give your own variant of a question: its names and values; {} where all have the same."""
        with self._speaking():
            return dict(self._checker(question).case)

    def form(self, question: int | str) -> Any:
        """Show a question as a form to fill in with mouse or keyboard.

        The form writes the line of Python that keeps the answer in the notebook.
        """
        from kopjaqty_course.exercises.forms import make_form

        with self._speaking():
            checker = self._checker(question)
            return make_form(checker, self._language or language())

    def _speaking(self) -> AbstractContextManager[None]:
        return speaking(self._language or language())

    def _number(self, question: int | str) -> int:
        count = len(self.sheet.questions)
        text = str(question).strip() if type(question) in (int, str) else ""
        if not text.isdecimal() or not 1 <= int(text) <= count:
            choices = [str(n) for n in range(1, count + 1)]
            raise UnknownName.among(
                _("The sheet has no such question. The number comes first: `ex.check(1, answer)`."),
                question if text else type(question).__name__,
                choices,
            )
        return int(text)

    def _question(self, number: int) -> Question:
        return self.sheet.questions[number - 1]

    def _checker(self, question: int | str) -> Checker:
        number = self._number(question)
        if number not in self._checkers:
            asked = self._question(number)
            name = f"{self.sheet.number}/{number}"
            case = case_of(name, self._inputs.cases_of(asked), self.student)
            self._checkers[number] = Checker(self.sheet.number, number, asked, self._inputs, case)
        return self._checkers[number]

    def __reduce__(self) -> tuple[Any, ...]:
        # A sheet is made of functions, which no file can hold: it is opened anew.
        opened = (self.sheet.number, self.student, self._language, self._solutions, self._data)
        return _reopen, opened, {"_hints_given": dict(self._hints_given)}

    def __repr__(self) -> str:
        with self._speaking():
            title = translate(self.sheet.title)
            return _("Exercises {number}: {title} ({n} questions, {points} points)").format(
                number=self.sheet.number,
                title=title,
                n=len(self.sheet.questions),
                points=self.sheet.points,
            )


def _reopen(number: str, *opened: Any) -> Exercise:
    return Exercise(find_sheet(number), *opened)
