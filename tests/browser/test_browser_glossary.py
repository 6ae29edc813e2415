"""A link from a lesson to the glossary arrives at its entry."""

import shutil

import nbformat
import pytest

from kopjaqty_course.making import glossary as tool
from kopjaqty_course.making.notebooks import normal_form
from lab import Browser, running_lab
from places import PROJECT


def test_a_link_opens_the_glossary_at_its_entry(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A click in a lesson opens the glossary, which was not open, and shows the entry."""
    folder = tmp_path_factory.mktemp("notebooks")
    shutil.copy(PROJECT / tool.GLOSSARY, folder)
    lesson = nbformat.v4.new_notebook(
        cells=[tool.markdown("start", "# Lesson\n\n[word](glossary.ipynb#cell-id=veto)")]
    )
    (folder / "lesson.ipynb").write_text(normal_form(lesson), encoding="utf-8")
    with running_lab(folder, tmp_path_factory.mktemp("lab")) as address:
        page = browser.new_page(viewport={"width": 1300, "height": 900})
        page.goto(address.replace("/lab", "/lab/tree/lesson.ipynb", 1))
        page.get_by_role("link", name="word").click()
        page.wait_for_function(
            """() => {
                const entry = document.querySelector('[data-jupyter-id="veto"]');
                const { top, bottom } = entry?.parentElement.getBoundingClientRect() ?? {};
                return top > 80 && bottom < innerHeight;
            }"""
        )
