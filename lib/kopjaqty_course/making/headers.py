"""Write what notebooks/course.yml says of the lessons into the lessons and the README.

The first cell of each English lesson is its header. The README's table is a made
block; a lesson that is not written yet stands there without a link.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import yaml

from kopjaqty_course.making.blocks import with_blocks
from kopjaqty_course.making.notebooks import normal_form
from kopjaqty_course.making.project import PROJECT

OF_README = {
    "addresses": "addresses",
    "lessons": "headers",
    "network": "pictures",
    "timeline": "pictures",
}
"""The README's made blocks, and which command makes each."""


def read_course(project: Path = PROJECT) -> dict[str, Any]:
    """The course as course.yml has it; each lesson with its number and path added."""
    text = (project / "notebooks" / "course.yml").read_text(encoding="utf-8")
    course: dict[str, Any] = yaml.safe_load(text)
    for number, lesson in enumerate(course["lessons"]):
        lesson["number"] = f"{number:02}"
        lesson["path"] = f"notebooks/en/{lesson['file']}.ipynb"
        lesson["sheet"] = f"exercises/en/{lesson['file']}.ipynb"
    return course


def header(lesson: dict[str, Any], project: Path = PROJECT) -> str:
    """The first cell of a lesson."""
    rows = {
        "You will": lesson["will_do"],
        "Afterwards you can": "; ".join(lesson["objectives"]),
        "You need": lesson["needs"],
        "Time": _time(lesson, project),
    }
    return "\n".join(
        [
            f"# Lesson {lesson['number']} · {lesson['title']}",
            "",
            f"**The question:** {lesson['question']}",
            "",
            "| | |",
            "|---|---|",
            *(f"| **{name}** | {text} |" for name, text in rows.items()),
        ]
    )


def _time(lesson: dict[str, Any], project: Path) -> str:
    reading, exercises = lesson["minutes"]["reading"], lesson["minutes"]["exercises"]
    if not exercises:
        text = f"about {reading} minutes. There is no exercise sheet yet"
        return f"{text}: the first one comes with lesson 01"
    sheet = "exercises"
    if (project / lesson["sheet"]).exists():
        sheet = f"[exercises](../../{lesson['sheet']})"
    return f"about {reading} minutes to read, {exercises} for the {sheet}"


def table(course: dict[str, Any], project: Path = PROJECT) -> str:
    """The README's table of lessons."""
    lines = ["| | lesson | the question | minutes |", "| --- | --- | --- | --- |"]
    for lesson in course["lessons"]:
        title = f"{lesson['title']} (to come)"
        if (project / lesson["path"]).exists():
            title = f"[{lesson['title']}]({lesson['path']})"
        minutes = str(lesson["minutes"]["reading"])
        if (project / lesson["sheet"]).exists():
            minutes += f" + [{lesson['minutes']['exercises']}]({lesson['sheet']})"
        question = lesson["question"]
        lines.append(
            f"| {lesson['number']} | {title} | {question[0].upper()}{question[1:]} | {minutes} |"
        )
    return "\n".join(lines)


def made(project: Path = PROJECT) -> dict[Path, str]:
    """Each file that holds something made from course.yml, as it should be."""
    course = read_course(project)
    readme = project / "README.md"
    text = readme.read_text(encoding="utf-8")
    blocks = {"lessons": lambda: table(course, project)}
    files = {readme: with_blocks(text, blocks, others=OF_README)}
    for lesson in course["lessons"]:
        path = project / lesson["path"]
        if path.exists():
            notebook = nbformat.read(path, as_version=4)
            notebook.cells[0].source = header(lesson, project)
            files[path] = normal_form(notebook)
    return files
