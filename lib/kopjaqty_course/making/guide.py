"""Write the made blocks of docs/instructor-guide.md, from notebooks/course.yml.

They are the plans with their minutes added up, and each lesson's objectives, misconceptions and
questions. All else in the file is written by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from kopjaqty_course.making.blocks import with_blocks
from kopjaqty_course.making.headers import read_course
from kopjaqty_course.making.project import PROJECT

GUIDE = Path("docs/instructor-guide.md")

Course = dict[str, Any]


def minutes_of(lessons: list[Course]) -> tuple[int, int]:
    """Minutes of reading and of exercises, added up."""
    both = [lesson["minutes"] for lesson in lessons]
    return sum(part["reading"] for part in both), sum(part["exercises"] for part in both)


def in_hours(minutes: int) -> str:
    """A sum of minutes to half an hour, as people say it."""
    halves = round(minutes / 30)
    return f"{halves // 2}{'½' if halves % 2 else ''} hours"


def write_total(course: Course) -> str:
    """How long it all takes."""
    reading, exercises = minutes_of(course["lessons"])
    return (
        f"{len(course['lessons'])} lessons: {reading} minutes of reading and {exercises} of "
        f"exercises, about {in_hours(reading + exercises)} of work in all."
    )


def write_plan(course: Course, name: str) -> str:
    """A plan, a row a week."""
    lines = [
        "| week | lessons | minutes | in class | at home |",
        "| --- | --- | --- | --- | --- |",
    ]
    for number, week in enumerate(course["plans"][name], start=1):
        lessons = [course["lessons"][place] for place in week["lessons"]]
        titles = "; ".join(f"{row['number']} {row['title']}" for row in lessons)
        minutes = " + ".join(str(part) for part in minutes_of(lessons) if part)
        cells = [str(number), titles, minutes, week["class"].strip(), week["home"].strip()]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def write_lesson(lesson: Course) -> str:
    """What a teacher wants to know of a lesson before the class."""
    title = f"{lesson['number']} · {lesson['title']}"
    reading, exercises = minutes_of([lesson])
    time = f"{reading} minutes of reading" + (f", {exercises} of exercises" if exercises else "")
    question = lesson["question"]
    needs = lesson["needs"].rstrip(".")
    return "\n".join(
        [
            f"### {title}",
            "",
            f"*{question[0].upper()}{question[1:]}* {time}; needs {needs}.",
            f"[The lesson](../{lesson['path']}).",
            "",
            "**Afterwards students can**",
            "",
            *(f"- {objective}" for objective in lesson["objectives"]),
            "",
            "**What many think at first**",
            "",
            *(
                f"- *{row['think'].strip()}* {row['better'].strip()}"
                for row in lesson["misconceptions"]
            ),
            "",
            "**To discuss**",
            "",
            *(
                f"- **{row['question'].strip()}** {row['answer'].strip()}"
                for row in lesson["discussion"]
            ),
        ]
    )


def blocks_of(course: Course) -> dict[str, Callable[[], str]]:
    """The made blocks by their names."""
    plans = {name: partial(write_plan, course, name) for name in course["plans"]}
    return plans | {
        "total": lambda: write_total(course),
        "lessons": lambda: "\n\n".join(write_lesson(lesson) for lesson in course["lessons"]),
    }


def rewrite(text: str, project: Path = PROJECT) -> str:
    """The guide with every made block made anew."""
    return with_blocks(text, blocks_of(read_course(project)))


def made(project: Path = PROJECT) -> dict[Path, str]:
    """The guide as it should be."""
    path = project / GUIDE
    return {path: rewrite(path.read_text(encoding="utf-8"), project)}
