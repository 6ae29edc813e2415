"""notebooks/course.yml, what is made from it, and that nothing is used before it is taught."""

from __future__ import annotations

import shutil
from pathlib import Path
from statistics import median
from typing import Any

import nbformat
import pytest
from click.testing import CliRunner

from kopjaqty_course.commands import course
from kopjaqty_course.making import headers
from kopjaqty_course.making.headers import header, made, table
from places import PROJECT
from taught import COURSE, LESSONS, is_among, sources, taught_by, used

WRITTEN = [lesson for lesson in LESSONS if (PROJECT / lesson["path"]).exists()]
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=[row["file"] for row in LESSONS])
each_written = pytest.mark.parametrize("lesson", WRITTEN, ids=[row["file"] for row in WRITTEN])


class TestCourse:
    """The data file itself."""

    def test_there_are_thirteen_lessons(self) -> None:
        """Lessons 00 to 12 stand in order, and each file is named for its number."""
        assert [row["file"][:2] for row in LESSONS] == [f"{n:02}" for n in range(13)]

    @each_lesson
    def test_a_lesson_says_all(self, lesson: dict[str, Any]) -> None:
        """Each lesson has what a header needs, and asks a question."""
        wanted = {"title", "question", "will_do", "objectives", "needs", "minutes"}
        assert all(lesson[key] for key in wanted)
        assert lesson["question"].endswith("?")
        assert set(lesson["minutes"]) == {"reading", "exercises"}
        assert 4 <= len(lesson["objectives"]) <= 6

    @each_lesson
    def test_prerequisites_come_earlier(self, lesson: dict[str, Any]) -> None:
        """No lesson asks for a later one."""
        assert all(number < int(lesson["number"]) for number in lesson["prerequisites"])

    def test_nothing_is_introduced_twice(self) -> None:
        """Each function has one lesson where it is introduced."""
        names = taught_by(LESSONS[-1])
        assert sorted(set(names)) == sorted(names)

    def test_no_notebook_is_left_out(self) -> None:
        """Every numbered notebook is a lesson of the course."""
        numbered = {path.stem for path in (PROJECT / "notebooks" / "en").glob("[0-9]*.ipynb")}
        assert numbered <= {row["file"] for row in LESSONS}

    def test_the_glossary_alone_is_no_lesson(self) -> None:
        """Beside the lessons there is one notebook, to look words up in."""
        names = {path.stem for path in (PROJECT / "notebooks" / "en").glob("*.ipynb")}
        assert names - {row["file"] for row in LESSONS} == {"glossary"}


class TestHeaders:
    """What is made from the data file."""

    @each_written
    def test_a_header_is_up_to_date(self, lesson: dict[str, Any]) -> None:
        """The first cell of a lesson is what course.yml says."""
        first = nbformat.read(PROJECT / lesson["path"], as_version=4).cells[0]
        assert first.source == header(lesson), "kopjaqty course headers"

    def test_the_readme_is_up_to_date(self) -> None:
        """The README lists the lessons that are there, and those to come."""
        readme = (PROJECT / "README.md").read_text(encoding="utf-8")
        assert table(COURSE) in readme, "kopjaqty course headers"

    def test_a_stale_header_is_found_and_mended(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """--check names a changed header and leaves it; without it the header is made anew."""
        (tmp_path / "notebooks" / "en").mkdir(parents=True)
        for name in ("README.md", "notebooks/course.yml", LESSONS[0]["path"]):
            shutil.copy(PROJECT / name, tmp_path / name)
        lesson = tmp_path / LESSONS[0]["path"]
        lesson.write_text(lesson.read_text("utf-8").replace("Start here", "Start there"), "utf-8")
        monkeypatch.setattr(headers, "made", lambda: made(tmp_path))

        checked = CliRunner().invoke(course, ["headers", "--check"])
        assert (checked.exit_code, "Start there" in lesson.read_text("utf-8")) == (1, True)
        assert "00_start_here.ipynb: out of date" in checked.output
        CliRunner().invoke(course, ["headers"])
        assert "Start there" not in lesson.read_text("utf-8")
        assert CliRunner().invoke(course, ["headers", "--check"]).exit_code == 0

    def test_a_lesson_to_come_has_no_link(self, tmp_path: Path) -> None:
        """The table does not link to what is not there."""
        assert "](" not in table(COURSE, tmp_path)


class TestShape:
    """What makes lessons alike, and short of breath nowhere."""

    @each_written
    def test_cells_are_few_and_small(self, lesson: dict[str, Any]) -> None:
        """25 to 50 cells; code has a median of three lines, no cell over 15, no line over 100."""
        cells = nbformat.read(PROJECT / lesson["path"], as_version=4).cells
        code = [cell.source.splitlines() for cell in cells if cell.cell_type == "code"]
        assert 25 <= len(cells) <= 50
        assert median(len(lines) for lines in code) <= 3
        assert max(len(lines) for lines in code) <= 15
        assert max(len(line) for lines in code for line in lines) <= 100

    @each_written
    def test_every_lesson_has_its_parts(self, lesson: dict[str, Any]) -> None:
        """Predictions, the box of what the data cannot show, key points, what is next, sources."""
        cells = nbformat.read(PROJECT / lesson["path"], as_version=4).cells
        prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
        assert prose.count("## What the data cannot show\n\n> ") == 1
        assert prose.count("## Key points") == 1
        assert "**Predict" in prose
        assert "**Sources:**" in prose
        assert ("**Next:**" in prose) == (lesson is not LESSONS[-1])

    @each_written
    def test_code_is_led_up_to(self, lesson: dict[str, Any]) -> None:
        """No lesson begins or ends with code, and hardly any code follows code."""
        kinds = [c.cell_type for c in nbformat.read(PROJECT / lesson["path"], as_version=4).cells]
        assert {kinds[0], kinds[-1]} == {"markdown"}
        assert "code code code" not in " ".join(kinds)


class TestNothingBeforeItIsTaught:
    """Difficulty rises evenly."""

    @each_written
    def test_code_uses_what_was_introduced(self, lesson: dict[str, Any]) -> None:
        """Whatever a lesson's code calls was introduced there or earlier."""
        known = taught_by(lesson)
        uses = dict.fromkeys(used(sources(PROJECT / lesson["path"])))
        assert [use for use in uses if not is_among(use, known)] == []

    @each_written
    def test_what_is_introduced_is_used(self, lesson: dict[str, Any]) -> None:
        """What a lesson claims to introduce stands in its code."""
        uses = list(used(sources(PROJECT / lesson["path"])))
        idle = [name for name in lesson["introduces"] if not any(is_among(u, [name]) for u in uses)]
        assert idle == []

    @pytest.mark.parametrize(
        ("code", "expected"),
        [
            ("import pandas as pd\npd.concat([])", {"pandas.concat"}),
            ("from kopjaqty import explorers as e\ne.read()", {"kopjaqty.explorers.read"}),
            ("from collections import Counter\nCounter()", {"collections.Counter"}),
            ("import matplotlib.pyplot as plt\nplt.plot()", {"matplotlib.pyplot.plot"}),
            ("table.groupby('a')['b'].sum()", {".groupby", ".sum"}),
            ("table.loc[1]", {".loc"}),
            ("zip([x for x in y])", {"builtins.zip", "python.list-comprehension"}),
            ("def f(): pass\nf()", {"python.def"}),
        ],
    )
    def test_uses_are_seen(self, code: str, expected: set[str]) -> None:
        """Functions, methods, accessors and syntax are told apart."""
        assert set(used(code)) == expected

    def test_a_function_before_its_lesson_is_found(self) -> None:
        """Lesson 00 does not know groupby; lesson 01 does; sum of a table is not the builtin."""
        assert not is_among(".groupby", taught_by(LESSONS[0]))
        assert is_among(".groupby", taught_by(LESSONS[1]))
        assert not is_among(".sum", ["builtins.sum"])
