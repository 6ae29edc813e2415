"""What a question is made of. A sheet's questions stand in `kopjaqty_course.exercises.sheets`."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import dedent
from typing import Any, Literal

from kopjaqty.language import dgettext
from kopjaqty_course.exercises.answers import Answer

__all__ = [
    "QUESTION_KINDS",
    "Question",
    "QuestionKind",
    "Sheet",
    "Wrong",
    "parameters",
    "translate",
]

QuestionKind = Literal["predict", "read", "compute", "modify", "make", "interpret"]
QUESTION_KINDS: tuple[QuestionKind, ...] = (
    "predict",
    "read",
    "compute",
    "modify",
    "make",
    "interpret",
)
"""PRIMM, in the order of its steps: predict, run and read, investigate, modify, make."""


def translate(message: str, **given: Any) -> str:
    """Put a text of a sheet into the current language, and the values in braces into it."""
    text = dedent(dgettext("exercises", message)).strip() if message else ""
    return text.format(**given) if given else text


@dataclass(frozen=True)
class Wrong:
    """A wrong answer that students give, recognised by its value.

    `name` is the misconception in a few words ("direction reversed"); `answer` gives the wrong
    answer as the question's `reference` gives the right one; `says` is the diagnosis. Words in
    braces in it are filled in: {answer}, the student's value, and the names of the case.
    """

    name: str
    answer: Callable[..., Any]
    says: str


@dataclass(frozen=True)
class Question:
    """One question of a sheet.

    Attributes
    ----------
    title, task : str
        Markdown, marked with `N_`. Words in braces are filled in from the case, where there
        are no variants.
    kind, minutes, points
        What is done (`QUESTION_KINDS`), how long it takes, what it is worth.
    taught : str
        The heading in the lesson under which it was taught.
    answer : Answer
        The sort of answer.
    reference : function
        The right answer, as a function whose parameters are names of tables, "network" (what
        `build_network` gives) and names of the case. For a `Function`, it is the right function.
    right, wrong : sequence
        Other right answers, made as `reference`; wrong ones with their diagnosis.
    hints : three texts
        From where to look, over how to begin, to nearly all of it.
    meaning : str
        What the right answer tells of diplomacy or of the data; {answer} is filled in.
    cases : function, optional
        Gives the variants of the question as a list of dicts, from tables named by its
        parameters. The first is shown where no student's id is given.
    probes : function, optional
        Gives further inputs for a program, boundary cases, as (title, {parameter: value}).
    asked : function, optional
        Tells of a trial's arguments, by their names, whether the task says what is asked there.
        A trial on which two careful readers may differ is left out.
    starter : str
        Code that stands in the cell before the answer.
    """

    title: str
    task: str
    kind: QuestionKind
    minutes: int
    points: int
    taught: str
    answer: Answer
    reference: Callable[..., Any]
    right: Sequence[Callable[..., Any]]
    wrong: Sequence[Wrong]
    hints: tuple[str, str, str]
    meaning: str
    cases: Callable[..., list[dict[str, Any]]] | None = None
    probes: Callable[..., list[tuple[str, dict[str, Any]]]] | None = None
    asked: Callable[..., bool] | None = None
    starter: str = ""

    @property
    def takes(self) -> tuple[str, ...]:
        """Names of what the right answer is made from."""
        return parameters(self.reference)

    def answer_of(self, made: Callable[..., Any], given: Mapping[str, Any]) -> Any:
        """Give the value that a student would hand over who answers as this function does."""
        return made(*(given[name] for name in parameters(made)))


@dataclass(frozen=True)
class Sheet:
    """The questions that go with a lesson.

    `number` is the lesson's ("03"), `lesson` its file's name without ending, `intro` a paragraph
    in Markdown that stands before the questions.
    """

    number: str
    lesson: str
    title: str
    intro: str
    questions: tuple[Question, ...]

    @property
    def points(self) -> int:
        """Points of all questions."""
        return sum(question.points for question in self.questions)

    @property
    def minutes(self) -> int:
        """Minutes of all questions."""
        return sum(question.minutes for question in self.questions)


def parameters(function: Callable[..., Any]) -> tuple[str, ...]:
    """Name a function's parameters.

    >>> parameters(lambda events, year: None)
    ('events', 'year')
    """
    return tuple(inspect.signature(function).parameters)
