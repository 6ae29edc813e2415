"""Every lesson, sheet and solution passes four gates, and each gate is proved to bite.

The gates are told in gates.py. A notebook is run three times, each time with another
PYTHONHASHSEED and another time zone: by nbval as it is saved, by nbval with a saved
output of each kind spoiled (just those cells may fail), and by the rebuild.
`make test` does the first of these, `make test-all` the others too, the rebuild as an older
processor: bytes that are the same there are the same everywhere.
"""

from pathlib import Path

import nbformat
import pytest

from gates import choose_spots, run_nbval, spoil
from kopjaqty_course.making.lint import lint
from kopjaqty_course.making.notebooks import differences, find_notebooks, normal_form, rebuilt
from places import PROJECT

NOTEBOOKS = find_notebooks()
each_notebook = pytest.mark.parametrize(
    "notebook", NOTEBOOKS, ids=[path.relative_to(PROJECT).as_posix() for path in NOTEBOOKS]
)


def number_of_code_cells(notebook: Path) -> int:
    """How many cells nbval has to run."""
    cells = nbformat.read(notebook, as_version=4).cells
    return sum(cell.cell_type == "code" for cell in cells)


def test_the_course_starts_somewhere() -> None:
    """Lesson 00 in English is among the notebooks that the gates are given."""
    assert PROJECT / "notebooks" / "en" / "00_start_here.ipynb" in NOTEBOOKS


@each_notebook
def test_lint(notebook: Path) -> None:
    """Nothing in the notebook hides a result, leaves the course's rules or this machine."""
    assert lint(notebook) == []


class TestStrict:
    """Gate 1."""

    @each_notebook
    def test_outputs_are_what_a_fresh_run_gives(self, notebook: Path, tmp_path: Path) -> None:
        """Strict nbval passes: every cell is run and every output compared, pictures too."""
        verdict = run_nbval(notebook, tmp_path, seed="1")
        assert verdict.failed == {}
        assert verdict.passed == set(range(number_of_code_cells(notebook)))


@pytest.mark.thorough
class TestStrictBites:
    """Gate 4, for gate 1."""

    @each_notebook
    def test_a_spoiled_output_fails(self, notebook: Path, tmp_path: Path) -> None:
        """With a letter changed in one output of each kind, just those cells fail."""
        saved = nbformat.read(notebook, as_version=4)
        cells = set(range(number_of_code_cells(notebook)))
        for number, spots in enumerate(choose_spots(saved)):
            scratch = tmp_path / str(number)
            scratch.mkdir()
            copy = scratch / notebook.name
            copy.write_text(normal_form(spoil(saved, spots)), encoding="utf-8")
            spoiled = {spot.cell for spot in spots if spot.cell is not None}
            verdict = run_nbval(copy, scratch, seed="2", timezone="XXX-5")
            assert (set(verdict.failed), verdict.passed) == (spoiled, cells - spoiled)


@pytest.mark.thorough
class TestRebuild:
    """Gates 3 and 4: one run does for both."""

    @each_notebook
    def test_the_file_is_what_a_fresh_run_gives(self, notebook: Path, tmp_path: Path) -> None:
        """Run again, even from a copy that was spoiled everywhere, the same bytes come out."""
        text = notebook.read_bytes().decode("utf-8")
        saved = nbformat.reads(text, as_version=4)
        spots = [spot for group in choose_spots(saved) for spot in group]
        copy = tmp_path / notebook.name
        copy.write_text(normal_form(spoil(saved, spots)), encoding="utf-8", newline="\n")

        fresh = rebuilt(copy, seed="3")

        assert fresh == text, differences(text, fresh)
        for spot in spots:
            assert normal_form(spoil(saved, [spot])) != fresh, f"{spot.kind} is not compared"
