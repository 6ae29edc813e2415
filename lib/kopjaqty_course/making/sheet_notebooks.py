"""Make the exercise notebooks, for students and with solutions, from their questions.

The questions stand in lib/kopjaqty_course/exercises/sheets. A notebook whose cells are as they
should be keeps its outputs; any other has to be run anew (kopjaqty_course/making/notebooks.py).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import nbformat

from kopjaqty.store import read_package
from kopjaqty_course.exercises.answers import Choice, Faded, Matching, Order, Parsons, Written
from kopjaqty_course.exercises.fields import has_form
from kopjaqty_course.exercises.questions import Question, Sheet, translate
from kopjaqty_course.exercises.sheets import find_sheet, sheet_numbers
from kopjaqty_course.exercises.solutions import check_call, solution_code, starter_code
from kopjaqty_course.making.headers import read_course
from kopjaqty_course.making.notebooks import normal_form
from kopjaqty_course.making.project import PROJECT

FOLDERS = {False: Path("exercises/en"), True: Path("exercises/solutions/en")}
HOW = (
    "Each cell begins with an answer that is still empty, `...`. Write yours in its place and run "
    "the cell: you are told at once what is right, or what is not yet and why. Stuck? Open the "
    "hints under the outcome, or run `ex.hint(1)`, again for the next one. Do you have an id in "
    "your course? Write it between the quotes of `student`: some questions then have an instance "
    "of your own. Your answers are saved with the notebook."
)
IMPORTS = {
    "plt": "import matplotlib.pyplot as plt",
    "nx": "import networkx as nx",
    "np": "import numpy as np",
    "pd": "import pandas as pd",
}


def cells_of(sheet: Sheet, *, solved: bool) -> list[Any]:
    """The cells of a sheet: header, set-up, and two or three for each question."""
    lesson = "../" * len(FOLDERS[solved].parts) + f"notebooks/en/{sheet.lesson}.ipynb"
    cells = [_markdown(_header(sheet, solved, lesson)), _code(_setup(sheet))]
    for number, question in enumerate(sheet.questions, start=1):
        cells.append(_markdown(_task(sheet, question, number, lesson)))
        if has_form(question.answer):
            cells.append(_code(f"ex.form({number})"))
        code = solution_code if solved else starter_code
        cells.append(_code(code(question, number) + check_call(question, number)))
    cells.append(_markdown(_footer(sheet, solved)))
    for place, cell in enumerate(cells):
        cell["id"] = f"sheet-{sheet.number}-{place:02}"
    return cells


def _markdown(text: str) -> Any:
    return nbformat.v4.new_markdown_cell(text)


def _code(text: str) -> Any:
    return nbformat.v4.new_code_cell(text)


def _header(sheet: Sheet, solved: bool, lesson: str) -> str:
    name = "Solutions" if solved else "Exercises"
    lines = [
        f"# {name} {sheet.number} · {translate(sheet.title)}",
        "",
        (
            f"To [lesson {sheet.number}]({lesson}) · {len(sheet.questions)} questions · "
            f"about {sheet.minutes} minutes · {sheet.points} points"
        ),
        "",
        translate(sheet.intro),
    ]
    if not solved:
        lines += ["", HOW]
    return "\n".join(lines)


def _setup(sheet: Sheet) -> str:
    tables = set(read_package().tables)
    code = "\n".join(
        solution_code(question, number) for number, question in enumerate(sheet.questions, 1)
    )
    code += "\n".join(question.starter for question in sheet.questions)
    used = {name for question in sheet.questions for name in question.takes}
    imports = [line for name, line in IMPORTS.items() if re.search(rf"\b{name}\.", code)]
    wanted = [name for name in read_package().tables if name in used & tables]
    lines = [*imports, "" if imports else None, "import kopjaqty as kq"]
    lines += ["from kopjaqty_course.exercises import exercise", ""]
    lines += [f'{name} = kq.load("{name}")' for name in wanted]
    lines += ["network = kq.build_network()"] if "network" in used else []
    lines += [f'ex = exercise("{sheet.number}", student="")', "ex"]
    return "\n".join(line for line in lines if line is not None)


def _task(sheet: Sheet, question: Question, number: int, lesson: str) -> str:
    minutes = "1 minute" if question.minutes == 1 else f"{question.minutes} minutes"
    points = "1 point" if question.points == 1 else f"{question.points} points"
    place = _cell_of(sheet, question)
    taught = f"taught under [{translate(question.taught)}]({lesson}#cell-id={place})"
    task = translate(question.task)
    for table in _listed(question):
        task += "\n\n" + table
    return (
        f"## {number}. {translate(question.title)}\n\n"
        f"*{question.kind} · {minutes} · {points} · {taught}*\n\n{task}"
    )


def _cell_of(sheet: Sheet, question: Question) -> str:
    """The id of the lesson's cell with the question's heading: JupyterLab jumps to a cell."""
    heading = re.compile(rf"^#+ {re.escape(question.taught)}$", re.MULTILINE)
    lesson = nbformat.read(PROJECT / "notebooks" / "en" / f"{sheet.lesson}.ipynb", as_version=4)
    for cell in lesson.cells:
        if cell.cell_type == "markdown" and heading.search(cell.source):
            return str(cell.id)
    raise click.ClickException(f"lesson {sheet.number} has no heading {question.taught!r}")


def _listed(question: Question) -> list[str]:  # noqa: PLR0911 - a case for each form
    """What the answer is picked from, for those who do not use the form."""
    answer = question.answer
    if isinstance(answer, Choice):
        return [_items(answer.options)]
    if isinstance(answer, Order):
        return [_items(answer.items)]
    if isinstance(answer, Matching):
        left = "\n".join(f"- `{key}`: {translate(text)}" for key, text in answer.left.items())
        return [left, "Choose from:", _items(answer.right)]
    if isinstance(answer, Parsons):
        lines = "\n".join(f"{key}| {line}" for key, line in answer.lines.items())
        return [f"```python\n{lines}\n```"]
    if isinstance(answer, Faded):
        return [f"```python\n{answer.template.strip()}\n```"]
    if isinstance(answer, Written):
        points = "\n".join(f"- {translate(point)}" for point in answer.rubric)
        return ["Read it against these points:", points]
    return []


def _items(items: Any) -> str:
    return "\n".join(f"- **{key}** {translate(text)}" for key, text in items.items())


def _footer(sheet: Sheet, solved: bool) -> str:
    if solved:
        return "Each solution is one of several: whatever gives the right answer is right."
    text = (
        "Done? `kopjaqty progress` in a terminal, in the folder of your notebooks, lists what is "
        "right, what is not yet, and your points."
    )
    lessons = read_course()["lessons"]
    following = int(sheet.number) + 1
    if following == len(lessons):
        return text
    after = lessons[following]
    link = f"[lesson {after['number']} · {after['title']}](../../{after['path']})"
    return f"{text}\n\n**Next:** {link}"


def sheet_path(sheet: Sheet, *, solved: bool, project: Path = PROJECT) -> Path:
    """Where a sheet's notebook stands."""
    return project / FOLDERS[solved] / f"{sheet.lesson}.ipynb"


def made(project: Path = PROJECT) -> dict[Path, str]:
    """Each notebook as it should be; outputs are kept where no cell changed."""
    files = {}
    for number in sheet_numbers():
        sheet = find_sheet(number)
        for solved in (False, True):
            path = sheet_path(sheet, solved=solved, project=project)
            cells = cells_of(sheet, solved=solved)
            if path.exists():
                saved = nbformat.read(path, as_version=4)
                if [(c.cell_type, c.source) for c in saved.cells] == [
                    (c.cell_type, c.source) for c in cells
                ]:
                    files[path] = path.read_text(encoding="utf-8")
                    continue
            files[path] = normal_form(nbformat.v4.new_notebook(cells=cells))
    return files
