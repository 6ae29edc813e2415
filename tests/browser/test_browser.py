"""Lesson 00 and the explorers in JupyterLab, in a real browser, as a student sees and touches them.

The lesson is a copy without outputs, so that what is seen was made just now.
Pictures of the page are left in artefacts/, to be looked at.
"""

from collections.abc import Iterator

import nbformat
import pytest

from kopjaqty_course.making.notebooks import normal_form, without_outputs
from lab import (
    POINT_TO_HIT,
    Axe,
    Browser,
    Locator,
    Notebook,
    Page,
    ViewportSize,
    loopback_only,
    running_lab,
)
from places import PROJECT

# First of all, so that JupyterLab is not started in vain.
pytestmark = pytest.mark.usefixtures("browser")

LESSON = PROJECT / "notebooks" / "en" / "00_start_here.ipynb"
ARTEFACTS = PROJECT / "artefacts"
SIZES = {
    "desktop": ViewportSize(width=1440, height=900),
    "phone": ViewportSize(width=390, height=844),
}

EXPLORERS = (
    "explore_network",
    "explore_timeline",
    "read_passages",
    "track_initiatives",
    "coding_lab",
)

# Without the texts nothing is marked.
MARK_IS_SEEN = """(explorer) => {
    const box = explorer.querySelector(".kq-passage");
    const mark = box?.querySelector("mark");
    return !mark || mark.getBoundingClientRect().bottom <= box.getBoundingClientRect().bottom;
}"""

# Which relations a click on their own line neither opens nor offers.
UNREACHABLE = """(explorer, every) => {
    const scroll = explorer.querySelector(".kq-scroll");
    const room = scroll.getBoundingClientRect();
    const answers = (edge, part) => {
        const path = edge.querySelector(".kq-hit");
        const place = () => path.getPointAtLength(path.getTotalLength() * part)
            .matrixTransform(path.getScreenCTM());
        scroll.scrollTop += place().y - (room.top + room.height / 2);
        scroll.scrollLeft += place().x - (room.left + room.width / 2);
        const { x, y } = place();
        const there = document.elementFromPoint(x, y);
        if (!there || !scroll.contains(there)) return false;
        const point = { bubbles: true, clientX: x, clientY: y, pointerType: "mouse" };
        there.dispatchEvent(new PointerEvent("click", point));
        const offered = [...explorer.querySelectorAll(".kq-near button")];
        return explorer.querySelector(".kq-chosen")?.dataset.id === edge.dataset.id
            || offered.some((button) => button.dataset.near === edge.dataset.id);
    };
    return [...explorer.querySelectorAll(".kq-edge")].filter((_edge, n) => n % every === 0)
        .filter((edge) => ![0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9].some((p) => answers(edge, p)))
        .map((edge) => edge.dataset.id);
}"""

# A point of an edge that nothing else covers, so that a mouse hits that edge.


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """JupyterLab serving copies of lesson 00 that were never run; its address."""
    folder = tmp_path_factory.mktemp("lessons")
    notebook = without_outputs(nbformat.read(LESSON, as_version=4))
    for size in SIZES:  # a copy each, because a copy has but one kernel
        (folder / size).mkdir()
        (folder / size / LESSON.name).write_text(normal_form(notebook), encoding="utf-8")
        (folder / size / "explorers.ipynb").write_text(explorers_notebook(), encoding="utf-8")
    with running_lab(folder, tmp_path_factory.mktemp("lab")) as address:
        yield address


def explorers_notebook() -> str:
    """A notebook that shows each explorer, in a cell of its own."""
    sources = ["from kopjaqty import explorers", *(f"explorers.{name}()" for name in EXPLORERS)]
    cells = [nbformat.v4.new_code_cell(source, id=f"c{n}") for n, source in enumerate(sources)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    written: str = nbformat.writes(nbformat.v4.new_notebook(cells=cells, metadata=kernel))
    return written


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
    lesson.show_colours()
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
    page.screenshot(path=ARTEFACTS / f"{name}-{width}.png")


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
    keep_picture(page.page, "lesson-00-network")


def test_a_click_on_an_edge_opens_its_passage(lesson: tuple[Lesson, list[str]]) -> None:
    """A mouse or a finger on a line shows the passage that states the relation."""
    page = lesson[0]
    before = page.passage.inner_text()
    point = page.edges.evaluate_all(POINT_TO_HIT)
    assert point, "no edge can be hit: other things cover all of them"
    page.page.mouse.click(*point)
    assert len(page.wait_for_another_passage(before)) > 20
    page.passage.scroll_into_view_if_needed()
    keep_picture(page.page, "lesson-00-passage")


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
    results = Axe().run(page.page, context=".jp-OutputArea-output:has(.kq-edge)")
    violations = results.response["violations"]
    serious = {
        rule["id"]: [node["html"][:120] for node in rule["nodes"][:3]]
        for rule in violations
        if rule["impact"] in {"critical", "serious"}
    }
    assert results.response["passes"], "axe-core looked at nothing"
    assert serious == {}


def test_the_reader_is_asked_nothing(lesson: tuple[Lesson, list[str]]) -> None:
    """No dialog and no question about news or updates lies over the lesson."""
    over = lesson[0].page.locator(".jp-Dialog, .Toastify__toast")
    assert over.all_inner_texts() == []


def test_nothing_was_asked_of_the_internet(lesson: tuple[Lesson, list[str]]) -> None:
    """The lesson needs no address but this machine's."""
    assert lesson[1] == []


class Explorers(Notebook):
    """A notebook with every explorer, run."""

    def show(self, name: str) -> Locator:
        """Bring an explorer into view."""
        cell = EXPLORERS.index(name) + 1
        self.scroll_to(cell)
        explorer = self.page.locator(".jp-Cell").nth(cell).locator(".kq-explorer")
        explorer.wait_for()
        return explorer

    def wait_for_change(self, inside: Locator, before: str) -> str:
        """Wait until an element has other words than before; return them."""
        self.page.wait_for_function(
            "([element, before]) => element.textContent.trim() && element.textContent !== before",
            arg=[inside.element_handle(), before],
        )
        return words(inside)


def words(inside: Locator) -> str:
    """What an element says, whether or not it is laid out at the moment."""
    return inside.text_content() or ""


@pytest.fixture(scope="module", params=SIZES)
def explorers(
    lab: str, browser: Browser, request: pytest.FixtureRequest
) -> Iterator[tuple[Explorers, list[str]]]:
    """The explorers in the dark theme, and the foreign addresses they asked for."""
    context = browser.new_context(viewport=SIZES[request.param], reduced_motion="reduce")
    asked = loopback_only(context)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    notebook = Explorers.open(page, lab, f"{request.param}/explorers.ipynb")
    notebook.close_sidebar()
    page.evaluate(
        """window.jupyterapp.commands.execute(
            "apputils:change-theme", { theme: "JupyterLab Dark" })"""
    )
    page.wait_for_function("document.body.dataset.jpThemeLight === 'false'")
    notebook.show_colours()
    notebook.run_all()
    yield notebook, asked
    context.close()
    assert wrong == []


@pytest.mark.parametrize("name", EXPLORERS)
def test_explorers_open_passages_by_keyboard(
    explorers: tuple[Explorers, list[str]], name: str
) -> None:
    """In each explorer, Enter on what can be chosen opens it, and the focus stays there.

    What is marked in the passage is seen without scrolling. What is chosen fits into the page's
    width, and axe-core finds nothing serious.
    """
    notebook = explorers[0]
    explorer = notebook.show(name)
    text = explorer.locator(".kq-text")
    before = words(text)
    chosen = explorer.locator(".kq-scroll :is(.kq-node, button[data-id])").nth(2)
    chosen.focus()
    notebook.page.keyboard.press("Enter")
    assert len(notebook.wait_for_change(text, before)) > 20
    assert explorer.locator(".kq-scroll [data-id]:focus").count() == 1
    assert explorer.evaluate(MARK_IS_SEEN)
    explorer.evaluate("(element) => element.scrollIntoView({ block: 'start' })")
    keep_picture(notebook.page, name)
    assert explorer.evaluate("(element) => element.scrollWidth <= element.clientWidth + 1")
    results = Axe().run(notebook.page, context=".kq-explorer").response
    assert results["passes"]
    assert [
        (rule["id"], rule["nodes"][0]["html"][:120])
        for rule in results["violations"]
        if rule["impact"] in {"critical", "serious"}
    ] == []


@pytest.mark.parametrize("name", EXPLORERS)
def test_explorers_change_the_language(explorers: tuple[Explorers, list[str]], name: str) -> None:
    """A press on Қазақша says all in Kazakh, keeps the focus, and English is there again."""
    notebook = explorers[0]
    explorer = notebook.show(name)
    caption = explorer.locator(".kq-caption")
    english = words(caption)
    explorer.locator("[data-language=kk]").focus()
    notebook.page.keyboard.press("Enter")
    kazakh = notebook.wait_for_change(caption, english)
    assert explorer.get_attribute("lang") == "kk"
    assert explorer.locator("[data-language=kk]:focus").count() == 1
    explorer.locator("[data-language=en]").click()
    assert notebook.wait_for_change(caption, kazakh) == english


def test_a_slider_filters_the_network(explorers: tuple[Explorers, list[str]]) -> None:
    """An arrow key on the year leaves the relations of that year, Home brings all of them back."""
    notebook = explorers[0]
    explorer = notebook.show("explore_network")
    report, edges = explorer.locator(".kq-report"), explorer.locator(".kq-edge")
    everything = words(report)
    explorer.locator("input[type=range]").focus()
    notebook.page.keyboard.press("ArrowRight")
    first = notebook.wait_for_change(report, everything)
    notebook.page.keyboard.press("End")
    last = notebook.wait_for_change(report, first)
    shown = int(last.split()[1])
    pale = explorer.locator(".kq-edge.kq-off")
    assert pale.count() == edges.count() - shown > 0
    year = explorer.locator("input[type=range]:focus").get_attribute("aria-valuetext")
    assert str(year) in last
    notebook.page.keyboard.press("Home")
    assert notebook.wait_for_change(report, last) == everything
    assert pale.count() == 0


def test_the_picture_stays_where_it_is(explorers: tuple[Explorers, list[str]]) -> None:
    """Pointing at marks with long and short names does not move the picture."""
    notebook = explorers[0]
    explorer = notebook.show("explore_network")
    places = explorer.evaluate(
        """(explorer) => [...explorer.querySelectorAll(".kq-node")].map((node) => {
            node.dispatchEvent(new PointerEvent("pointermove", { bubbles: true }));
            const hint = explorer.querySelector(".kq-hint");
            return [hint.offsetHeight, explorer.querySelector(".kq-scroll").offsetTop];
        })"""
    )
    assert len(places) > 100
    assert len({tuple(place) for place in places}) == 1


def test_every_line_answers_a_click(explorers: tuple[Explorers, list[str]]) -> None:
    """A click on a relation's own line opens it, or offers it with the lines close by.

    On a phone, where it takes long to scroll to each, every sixth is tried.
    """
    notebook = explorers[0]
    explorer = notebook.show("explore_network")
    explorer.locator(".kq-scroll").evaluate("(box) => box.scrollIntoView({ block: 'start' })")
    every = 6 if notebook.page.viewport_size == SIZES["phone"] else 1
    assert explorer.evaluate(UNREACHABLE, every) == []


def test_the_coding_lab_hides_the_answer(explorers: tuple[Explorers, list[str]]) -> None:
    """The record's code and the agreement are seen after coding and comparing, not before."""
    notebook = explorers[0]
    explorer = notebook.show("coding_lab")
    explorer.locator(".kq-scroll button[data-id=p01]").click()
    code = explorer.locator("select[data-key=p01]")
    code.wait_for()
    assert "κ =" not in explorer.inner_text()
    assert explorer.locator("[data-key^='do compared']").count() == 0
    code.select_option("member_of")
    explorer.locator("[data-key^='do compared']").click()
    explorer.get_by_text("κ", exact=False).first.wait_for()
    code.wait_for(state="detached")
    assert "pₑ = " in explorer.inner_text()


def test_explorers_ask_nothing_of_the_internet(explorers: tuple[Explorers, list[str]]) -> None:
    """They need no address but this machine's."""
    assert explorers[1] == []
