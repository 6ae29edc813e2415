"""Lesson 00 in JupyterLab, in a real browser, as a student sees and touches it.

The notebook is a copy without outputs, so that what is seen was made just now.
Pictures of the page are left in artefacts/, to be looked at.
"""

from collections.abc import Iterator

import nbformat
import pytest

from conftest import PROJECT
from lab import (
    Axe,
    Browser,
    Locator,
    Notebook,
    Page,
    ViewportSize,
    find_chromium,
    loopback_only,
    offline_browser,
    running_lab,
)
from rebuild_notebooks import normal_form, without_outputs

LESSON = PROJECT / "notebooks" / "en" / "00_start_here.ipynb"
ARTEFACTS = PROJECT / "artefacts"
SIZES = {
    "desktop": ViewportSize(width=1440, height=900),
    "phone": ViewportSize(width=390, height=844),
}

# A point of an edge that nothing else covers, so that a mouse hits that edge.
POINT_TO_HIT = """(edges) => {
    for (const edge of edges) {
        const shape = "path, line, polyline";
        const line = edge.matches(shape) ? edge : edge.querySelector(shape);
        edge.scrollIntoView({ block: "center", behavior: "instant" });
        for (const part of [0.5, 0.4, 0.6, 0.3, 0.7]) {
            const middle = line.getPointAtLength(line.getTotalLength() * part);
            const { x, y } = middle.matrixTransform(line.getScreenCTM());
            if (document.elementFromPoint(x, y)?.closest(".kq-edge") === edge) return [x, y];
        }
    }
    return null;
}"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """JupyterLab serving copies of lesson 00 that were never run; its address."""
    folder = tmp_path_factory.mktemp("lessons")
    notebook = without_outputs(nbformat.read(LESSON, as_version=4))
    for size in SIZES:  # a copy each, because a copy has but one kernel
        (folder / size).mkdir()
        (folder / size / LESSON.name).write_text(normal_form(notebook), encoding="utf-8")
    with running_lab(folder, tmp_path_factory.mktemp("lab")) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with offline_browser(find_chromium()) as browser:
        yield browser


class Lesson(Notebook):
    """Lesson 00, run from top to bottom, and what is to be touched in it."""

    @property
    def edges(self) -> Locator:
        """The relations in the clickable network."""
        return self.page.locator(".jp-OutputArea .kq-edge")

    @property
    def nodes(self) -> Locator:
        """The bodies in the clickable network."""
        return self.page.locator(".jp-OutputArea .kq-node")

    @property
    def passage(self) -> Locator:
        """Where the passage is shown that states what was clicked."""
        return self.page.locator(".jp-OutputArea .kq-passage")

    def wait_for_another_passage(self, before: str) -> str:
        """Wait until the passage's text is not what it was; return what it is."""
        self.page.wait_for_function(
            """(before) => {
                const text = document.querySelector(".jp-OutputArea .kq-passage").innerText;
                return text.trim() !== "" && text !== before;
            }""",
            arg=before,
        )
        return self.passage.inner_text()


@pytest.fixture(scope="module", params=SIZES)
def lesson(
    lab: str, browser: Browser, request: pytest.FixtureRequest
) -> Iterator[tuple[Lesson, list[str]]]:
    """The lesson run in a window of some size, and the foreign addresses it asked for."""
    context = browser.new_context(viewport=SIZES[request.param], reduced_motion="reduce")
    asked = loopback_only(context)
    lesson = Lesson.open(context.new_page(), lab, f"{request.param}/{LESSON.name}")
    if request.param == "phone":
        lesson.close_sidebar()
    lesson.run_all()
    places = [
        cell
        for cell, outputs in enumerate(lesson.outputs())
        if any("application/vnd.jupyter.widget-view+json" in out.get("data", {}) for out in outputs)
    ]
    if places:  # else a cell has failed, and each test tells what it misses
        lesson.scroll_to(places[0])
        lesson.edges.first.wait_for()
    yield lesson, asked
    context.close()


def keep_picture(page: Page, name: str) -> None:
    """Leave a picture of the page as it is seen now."""
    ARTEFACTS.mkdir(exist_ok=True)
    width = (page.viewport_size or SIZES["desktop"])["width"]
    page.screenshot(path=ARTEFACTS / f"lesson-00-{name}-{width}.png")


def test_the_lesson_runs_without_an_error(lesson: tuple[Lesson, list[str]]) -> None:
    """From top to bottom, no cell ends in an error or writes to stderr."""
    outputs = [output for cell in lesson[0].outputs() for output in cell]
    wrong = [out for out in outputs if "error" in (out["output_type"], out.get("name"))]
    wrong += [out for out in outputs if out.get("name") == "stderr"]
    assert outputs
    assert wrong == []


def test_the_network_is_drawn(lesson: tuple[Lesson, list[str]]) -> None:
    """The clickable network has nodes and edges, is large enough to see, and is not cut off.

    A drawing wider than the page is fine where the reader can scroll to all of it.
    """
    page = lesson[0]
    assert page.nodes.count() > 1
    assert page.edges.count() > 1
    drawing, room = page.edges.first.evaluate(
        """(edge) => {
            const room = edge.closest(".jp-OutputArea-output");
            const scrolls = (box) => ["auto", "scroll"].includes(getComputedStyle(box).overflowX);
            let window = edge.closest("svg");
            for (let box = window; box !== room; box = box.parentElement) {
                if (scrolls(box)) window = box;
            }
            return [window, room].map((box) => box.getBoundingClientRect().toJSON());
        }"""
    )
    assert drawing["width"] > 0.5 * room["width"]
    assert drawing["height"] > 100
    assert drawing["right"] <= room["right"] + 1
    keep_picture(page.page, "network")


def test_a_click_on_an_edge_opens_its_passage(lesson: tuple[Lesson, list[str]]) -> None:
    """A mouse or a finger on a line shows the passage that states the relation."""
    page = lesson[0]
    before = page.passage.inner_text()
    point = page.edges.evaluate_all(POINT_TO_HIT)
    assert point, "no edge can be hit: other things cover all of them"
    page.page.mouse.click(*point)
    assert len(page.wait_for_another_passage(before)) > 20
    page.passage.scroll_into_view_if_needed()
    keep_picture(page.page, "passage")


def test_the_keyboard_opens_a_passage(lesson: tuple[Lesson, list[str]]) -> None:
    """Tab goes from edge to edge, and Enter opens the passage of the one reached."""
    page = lesson[0]
    before = page.passage.inner_text()
    page.edges.nth(0).focus()
    page.page.keyboard.press("Tab")
    focused = page.page.locator(".kq-edge:focus, .kq-node:focus")
    assert focused.count() == 1
    assert focused.get_attribute("role") == "button"
    page.page.keyboard.press("Enter")
    assert len(page.wait_for_another_passage(before)) > 20
    # The focus stays where it was: the reader can go on to the next edge.
    assert focused.count() == 1


def test_a_screen_reader_is_told(lesson: tuple[Lesson, list[str]]) -> None:
    """The passage is announced when it changes, and axe-core finds nothing serious."""
    page = lesson[0]
    assert page.passage.get_attribute("aria-live") == "polite"
    found = Axe().run(page.page, context=".jp-OutputArea-output:has(.kq-edge)")
    violations = found.response["violations"]
    serious = {
        rule["id"]: [node["html"][:120] for node in rule["nodes"][:3]]
        for rule in violations
        if rule["impact"] in {"critical", "serious"}
    }
    assert found.response["passes"], "axe-core looked at nothing"
    assert serious == {}


def test_the_reader_is_asked_nothing(lesson: tuple[Lesson, list[str]]) -> None:
    """No dialog and no question about news or updates lies over the lesson."""
    over = lesson[0].page.locator(".jp-Dialog, .Toastify__toast")
    assert over.all_inner_texts() == []


def test_nothing_was_asked_of_the_internet(lesson: tuple[Lesson, list[str]]) -> None:
    """The lesson needs no address but this machine's."""
    assert lesson[1] == []
