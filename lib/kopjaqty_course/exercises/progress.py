"""What is done, read from the outcomes that were saved with a student's notebooks.

Nothing is run and nothing is written: the answers stay as they are.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kopjaqty.errors import KopjaqtyError
from kopjaqty.language import _
from kopjaqty_course.exercises.outcomes import MIME, number_shown, sign_of, state_in_words
from kopjaqty_course.exercises.questions import Sheet, translate
from kopjaqty_course.exercises.sheets import find_sheet, sheet_numbers

__all__ = ["Progress", "find_sheets", "read_progress"]


@dataclass(frozen=True)
class Progress:
    """How far a notebook has come.

    Attributes
    ----------
    path : Path
        The notebook.
    sheet : Sheet
        Whose questions it holds.
    states : dict
        For each question's number its last saved outcome: "state", "earned", "points"; a
        question without one was not run since the notebook was opened or its outputs cleared.
    """

    path: Path
    sheet: Sheet
    states: dict[int, dict[str, Any]] = field(default_factory=dict)

    @property
    def earned(self) -> float:
        """Points earned, not counting texts that a person has to read."""
        return math.fsum(state["earned"] for state in self.states.values())

    def count(self, *states: str) -> int:
        """Count the questions in one of these states."""
        return sum(each["state"] in states for each in self.states.values())

    def __str__(self) -> str:
        """Say it in a line for the sheet and one for each question."""
        title = _("{number} {title}: {done} of {n} questions done, {earned} of {points} points")
        lines = [
            title.format(
                number=self.sheet.number,
                title=translate(self.sheet.title),
                done=self.count("right", "yours to judge"),
                n=len(self.sheet.questions),
                earned=number_shown(self.earned),
                points=self.sheet.points,
            )
        ]
        for number, question in enumerate(self.sheet.questions, start=1):
            state = self.states.get(number, {}).get("state")
            sign, words = (
                (sign_of(state), state_in_words(state)) if state else ("·", _("Not checked"))
            )
            lines.append(f"  {sign} {number}. {translate(question.title)}: {words}")
        return "\n".join(lines)


def find_sheets(places: Iterable[str | Path]) -> list[Path]:
    """Find notebooks: files as they are named, those in folders but for solutions; sorted."""
    paths: set[Path] = set()
    for place in map(Path, places):
        if place.is_dir():
            left_out = {".ipynb_checkpoints", "solutions"}
            paths |= {path for path in place.rglob("*.ipynb") if not left_out & {*path.parts}}
        else:
            paths.add(place)
    return sorted(paths)


def read_progress(path: str | Path) -> Progress | None:
    """Read what a notebook's saved outcomes say; None if it is no sheet.

    Raises
    ------
    KopjaqtyError
        The file is no notebook.
    """
    try:
        notebook = json.loads(Path(path).read_text(encoding="utf-8"))
        cells = notebook["cells"]
        outcomes = [
            output["data"][MIME]
            for cell in cells
            for output in cell.get("outputs", ())
            if MIME in output.get("data", {})
        ]
        numbers = {outcome["sheet"] for outcome in outcomes}
        states = {outcome["question"]: outcome for outcome in outcomes}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise KopjaqtyError(_("{path} is not a notebook.").format(path=path)) from None
    number = next(iter(sorted(numbers & set(sheet_numbers()))), None)
    if number is None:
        return None
    return Progress(Path(path), find_sheet(number), states)
