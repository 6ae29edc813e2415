"""The cells of a question: the starter, and the code that answers it."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable
from textwrap import dedent
from typing import Any

from kopjaqty_course.exercises.answers import Faded, Function
from kopjaqty_course.exercises.questions import Question, parameters

__all__ = ["check_call", "solution_code", "starter_code"]


def starter_code(question: Question, number: int) -> str:
    """Give the code of the cell that a student fills in, without the call of `check`."""
    lines = _given_lines(question, number)
    if question.starter:
        lines += dedent(question.starter).strip().splitlines()
    if type(question.answer) is Function:
        names = ", ".join(question.takes)
        return "\n".join([*lines, f"def answer_{number}({names}):", "    return ..."])
    if isinstance(question.answer, Faded):
        blanks = ", ".join(f'{blank}: "..."' for blank in question.answer.blanks)
        return "\n".join([*lines, f"answer_{number} = {{{blanks}}}"])
    return "\n".join([*lines, f"answer_{number} = {question.answer.starts_with}"])


def solution_code(question: Question, number: int) -> str:
    """Give the code of the right answer, as a student would have written it."""
    lines = _given_lines(question, number)
    if type(question.answer) is Function:
        return "\n".join([*lines, *_renamed(question.reference, f"answer_{number}")])
    return "\n".join([*lines, *_assigned(question.reference, f"answer_{number}")])


def check_call(question: Question, number: int) -> str:
    """Give the line that checks the answer, two empty lines before it after a function."""
    between = "\n\n\n" if type(question.answer) is Function else "\n"
    return f"{between}ex.check({number}, answer_{number})"


def _given_lines(question: Question, number: int) -> list[str]:
    """Lines that fetch the student's own case; a function is given it as an argument."""
    if question.cases is None or type(question.answer) is Function:
        return []
    names = [name for name in question.takes if name in _case_names(question)]
    return [f'{name} = ex.given({number})["{name}"]' for name in names]


def _case_names(question: Question) -> set[str]:
    """Names that are neither tables nor the network: those of the case."""
    from kopjaqty.store import read_package

    return set(question.takes) - set(read_package().tables) - {"network"}


def _source(function: Callable[..., Any]) -> str:
    return dedent(inspect.getsource(function)).rstrip()


def _renamed(function: Callable[..., Any], name: str) -> list[str]:
    source = re.sub(rf"^def {function.__name__}\(", f"def {name}(", _source(function))
    return source.splitlines()


def _assigned(function: Callable[..., Any], name: str) -> list[str]:
    """Give the body of a function as statements; what it returns is assigned to a name."""
    source = _source(function)
    definition = ast.parse(source).body[0]
    assert isinstance(definition, ast.FunctionDef), parameters(function)
    last = definition.body[-1]
    assert isinstance(last, ast.Return), f"{function.__name__} does not end with return"
    lines = source.splitlines()
    body = lines[definition.body[0].lineno - 1 : last.lineno - 1]
    ending = lines[last.lineno - 1 :]
    body = dedent("\n".join([*body, *ending])).splitlines()
    at = len(body) - len(ending)
    body[at] = re.sub(r"^return\b", f"{name} =", body[at])
    return body
