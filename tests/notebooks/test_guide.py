"""The instructor guide says what course.yml says, and course.yml has it all."""

from __future__ import annotations

import re
from typing import Any

import click
import pytest

from kopjaqty_course.making import guide as tool
from kopjaqty_course.making.blocks import block_names
from kopjaqty_course.making.headers import read_course
from places import PROJECT

COURSE = read_course()
LESSONS = COURSE["lessons"]
GUIDE = (PROJECT / tool.GUIDE).read_text(encoding="utf-8")
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=[row["file"] for row in LESSONS])


@each_lesson
def test_a_lesson_has_what_teachers_need(lesson: dict[str, Any]) -> None:
    """Two to four misconceptions with what helps, two to four questions with a good answer."""
    assert 2 <= len(lesson["misconceptions"]) <= 4
    assert 2 <= len(lesson["discussion"]) <= 4
    for row in lesson["misconceptions"]:
        assert row.keys() == {"think", "better"}
        assert row["think"].endswith(".")
        assert len(row["better"].split()) >= 8
    for row in lesson["discussion"]:
        assert row.keys() == {"question", "answer"}
        assert "?" in row["question"]
        assert len(row["answer"].split()) >= 20


@pytest.mark.parametrize(("plan", "weeks"), [("six_weeks", 6), ("thirteen_weeks", 13)])
def test_a_plan_has_every_lesson_once(plan: str, weeks: int) -> None:
    """A plan goes through all lessons in order, and tells what to do in class and at home."""
    rows = COURSE["plans"][plan]
    assert len(rows) == weeks
    assert [number for row in rows for number in row["lessons"]] == list(range(len(LESSONS)))
    assert all(row["class"] and row["home"] for row in rows)


def test_the_guide_is_up_to_date() -> None:
    """The parts that are made are what course.yml says now."""
    assert tool.rewrite(GUIDE) == GUIDE, "kopjaqty course guide"


def test_every_part_is_in_the_guide() -> None:
    """The guide has the sum, both plans and the lessons, and each lesson in it."""
    assert set(block_names(GUIDE)) == {"total", "lessons", *COURSE["plans"]}
    for lesson in LESSONS:
        assert f"### {lesson['number']} · {lesson['title']}\n" in GUIDE


def test_a_stale_guide_is_noticed() -> None:
    """A question or a sum that was changed by hand is made anew."""
    question = LESSONS[1]["discussion"][0]["question"].strip()
    minutes = str(sum(lesson["minutes"]["reading"] for lesson in LESSONS))
    stale = GUIDE.replace(question, "Why?", 1).replace(f"{minutes} minutes", "1 minute", 1)
    assert stale != GUIDE
    assert tool.rewrite(stale) == GUIDE


def test_an_unknown_part_is_refused() -> None:
    """A mark that nothing is made for stops the tool, and is named."""
    with pytest.raises(click.ClickException, match="no-such-part"):
        tool.rewrite("<!-- made: no-such-part -->\n<!-- end -->")


def test_minutes_are_added_up() -> None:
    """The minutes of a week are the sum of its lessons'."""
    week = COURSE["plans"]["six_weeks"][1]
    lessons = [LESSONS[number] for number in week["lessons"]]
    reading = sum(lesson["minutes"]["reading"] for lesson in lessons)
    exercises = sum(lesson["minutes"]["exercises"] for lesson in lessons)
    assert f"| {reading} + {exercises} |" in GUIDE
    assert tool.in_hours(1035) == "17 hours"
    assert tool.in_hours(100) == "1½ hours"


def test_links_of_the_guide_lead_somewhere() -> None:
    """Each file that the guide links to is there."""
    found = re.findall(r"\]\((\.\./[^)#]+)", GUIDE)
    assert found
    assert [path for path in found if not (PROJECT / "docs" / path).resolve().exists()] == []
