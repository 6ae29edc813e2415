"""Forms of questions in JupyterLab, filled in with the keyboard alone, on a desktop and a phone.

Pictures of the forms are left in artefacts/, to be looked at.
"""

import json
import shutil
from collections.abc import Iterator

import nbformat
import pytest

from form_questions import FORMS, RIGHT
from kopjaqty_course.exercises import exercise
from kopjaqty_course.exercises.answers import Choice
from lab import (
    Axe,
    Browser,
    Locator,
    Notebook,
    Page,
    ViewportSize,
    loopback_only,
    running_lab,
)
from places import PROJECT, TESTS

# First of all, so that JupyterLab is not started in vain.
pytestmark = pytest.mark.usefixtures("browser")

ARTEFACTS = PROJECT / "artefacts"
SIZES = {
    "desktop": ViewportSize(width=1200, height=900),
    "phone": ViewportSize(width=320, height=800),
}
THEMES = {"JupyterLab Light": "true", "JupyterLab Dark": "false"}
SHEET = exercise("01")
CHOICE = next(
    number
    for number, question in enumerate(SHEET.sheet.questions, start=1)
    if type(question.answer) is Choice
)
CELLS = ["sheet", *FORMS]


def forms_notebook() -> str:
    """A notebook with a choice of sheet 01 and a form of each sort, each in a cell of its own."""
    sources = [
        "from form_questions import form\nfrom kopjaqty_course.exercises import exercise",
        f"exercise('01').form({CHOICE})",
        *(f"form({sort!r})" for sort in FORMS),
    ]
    cells = [nbformat.v4.new_code_cell(source, id=f"c{n}") for n, source in enumerate(sources)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    written: str = nbformat.writes(nbformat.v4.new_notebook(cells=cells, metadata=kernel))
    return written


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """JupyterLab serving a notebook of forms for each size; its address."""
    folder = tmp_path_factory.mktemp("forms")
    questions = TESTS / "form_questions.py"
    for size in SIZES:
        (folder / size).mkdir()
        (folder / size / "forms.ipynb").write_text(forms_notebook(), encoding="utf-8")
        shutil.copy(questions, folder / size)
    with running_lab(folder, tmp_path_factory.mktemp("lab")) as address:
        yield address


# The outline of what has the focus: its width, and its contrast with the form's paper.
OUTLINE = """(form) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const luminance = (colour) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const focused = form.querySelector(":focus");
    if (!focused) return [99, 99];
    const style = getComputedStyle(focused);
    const [a, b] = [style.outlineColor, getComputedStyle(form).backgroundColor].map(luminance);
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return [parseFloat(style.outlineWidth), ratio];
}"""

# How far from the left lines of code begin.
BEGINNINGS = """(lines) => lines.map((line) => {
    const text = document.createRange();
    text.selectNodeContents(line);
    return Math.round(text.getClientRects()[0].left);
})"""


class Form:
    """A form on the screen, and what is read of it."""

    def __init__(self, page: Page, root: Locator) -> None:
        self.page, self.root = page, root

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def listed(self, name: str) -> list[str]:
        """The letters of a list, from top to bottom."""
        options = self.root.locator(f"[data-list={name}] [role=option]")
        return [option.get_attribute("data-key") or "" for option in options.all()]

    def part(self, name: str) -> Locator:
        """A part of the form."""
        return self.root.locator(f"[data-part={name}]")

    def wait_for_line(self, line: str) -> None:
        """Wait until the form gives this line of Python."""
        self.page.wait_for_function(
            "([field, line]) => field.value === line",
            arg=[self.part("line").element_handle(), line],
        )

    def wait_for(self, part: str, words: str) -> str:
        """Wait until a part says these words; return all that it says."""
        self.page.wait_for_function(
            "([part, words]) => part.textContent.includes(words)",
            arg=[self.part(part).element_handle(), words],
        )
        return self.part(part).text_content() or ""

    def tab_to(self, name: str) -> None:
        """Go on with the tab key to the next button of that name."""
        for _n in range(12):
            self.press("Tab")
            focused = self.root.locator("button:focus")
            if focused.count() and name in focused.inner_text():
                return
        pytest.fail(f"the tab key does not come to {name}")


class Forms(Notebook):
    """The notebook of forms, run."""

    def show(self, name: str) -> Form:
        """Bring a form into view; JupyterLab may then draw it anew."""
        cell = CELLS.index(name) + 1
        self.scroll_to(cell)
        root = self.page.locator(".jp-Cell").nth(cell).locator(".kq-form")
        root.wait_for()
        return Form(self.page, root)

    def active_cell(self) -> int:
        """The cell that JupyterLab's own keys would act on."""
        active: int = self.page.evaluate(
            "window.jupyterapp.shell.currentWidget.content.activeCellIndex"
        )
        return active

    def use_theme(self, theme: str) -> None:
        """Change JupyterLab's theme."""
        self.page.evaluate(
            """(theme) => window.jupyterapp.commands.execute(
                "apputils:change-theme", { theme })""",
            theme,
        )
        self.page.wait_for_function(
            "(light) => document.body.dataset.jpThemeLight === light", arg=THEMES[theme]
        )
        # What JupyterLab shows while it changes would lie over the forms.
        self.page.wait_for_selector("#jupyterlab-splash", state="detached")


@pytest.fixture(scope="module", params=SIZES)
def notebook(
    lab: str, browser: Browser, request: pytest.FixtureRequest
) -> Iterator[tuple[Forms, list[str]]]:
    """The forms in a window of some size, and the foreign addresses they asked for."""
    context = browser.new_context(
        viewport=SIZES[request.param],
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    asked = loopback_only(context)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    forms = Forms.open(page, lab, f"{request.param}/forms.ipynb")
    forms.close_sidebar()
    forms.show_colours()
    forms.run_all()
    yield forms, asked
    context.close()
    assert wrong == []


def test_a_choice_of_the_sheet(notebook: tuple[Forms, list[str]]) -> None:
    """Arrow keys choose, the check says what the cell would say, the line is copied."""
    forms = notebook[0]
    form = forms.show("sheet")
    letters = form.root.locator("input").evaluate_all("(all) => all.map((one) => one.value)")
    form.root.locator("input").first.focus()
    before = forms.active_cell()
    form.press("Space", "ArrowDown")
    form.wait_for_line(f'answer_{CHOICE} = "{letters[1]}"')
    form.tab_to("Check")
    form.press("Enter")
    heading = SHEET.check(CHOICE, letters[1]).heading()
    assert form.wait_for("said", heading).count(heading) == 1
    assert form.part("said").locator("xpath=..").get_attribute("role") == "status"
    form.tab_to("Copy")
    form.press("Enter")
    form.wait_for("copied", "Copied.")
    copied = forms.page.evaluate("navigator.clipboard.readText()")
    assert copied == f'answer_{CHOICE} = "{letters[1]}"'
    # JupyterLab did not take the arrows for its own.
    assert forms.active_cell() == before


def test_where_nothing_can_be_copied_the_line_is_marked(
    notebook: tuple[Forms, list[str]],
) -> None:
    """Without the clipboard, Copy marks the whole line and says which keys copy it."""
    forms = notebook[0]
    form = forms.show("sheet")
    forms.page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden')); }"
    )
    form.root.locator("[data-do=copy]").focus()
    form.press("Enter")
    form.wait_for("copied", "Ctrl+C")
    line = form.root.locator("textarea:focus")
    marked = line.evaluate("(field) => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert marked == line.input_value()
    forms.page.evaluate("() => { delete navigator.clipboard.writeText; }")


def test_an_order_by_keyboard(notebook: tuple[Forms, list[str]]) -> None:
    """Alt and an arrow moves an item, which is said; the buttons move the same item."""
    forms = notebook[0]
    form = forms.show("order")
    form.root.locator("[role=listbox]").focus()
    before = forms.active_cell()
    assert form.part("line").input_value() == "answer_7 = ..."
    form.press("Alt+ArrowDown", "Alt+ArrowDown")
    assert form.listed("answer") == ["b", "c", "a", "d"]
    form.wait_for("live", "a is now number 3 of 4.")
    form.press("Home", "ArrowDown")
    form.tab_to("Up")
    form.press("Enter")
    form.wait_for("live", "c is now number 1 of 4.")
    form.wait_for_line('answer_7 = ["c", "b", "a", "d"]')
    form.tab_to("Check")
    form.press("Enter")
    form.wait_for("said", "Right")
    assert forms.active_cell() == before
    active = form.root.locator("[role=listbox]").get_attribute("aria-activedescendant")
    chosen = form.root.locator("[aria-selected=true]")
    assert [chosen.get_attribute("id"), chosen.get_attribute("data-key")] == [active, "c"]


def test_an_old_outcome_is_marked(notebook: tuple[Forms, list[str]]) -> None:
    """After a change the outcome of before stays, marked, until the next check."""
    form = notebook[0].show("order")
    form.root.locator("[role=listbox]").focus()
    form.press("End", "Alt+ArrowUp")
    form.part("stale").wait_for()
    assert "Right" in (form.part("said").text_content() or "")
    form.tab_to("Check")
    form.press("Enter")
    form.wait_for("said", "Not yet")
    form.part("stale").wait_for(state="hidden")


def test_a_match_by_keyboard(notebook: tuple[Forms, list[str]]) -> None:
    """Each list is chosen from by its letter; half an answer is told what it lacks."""
    form = notebook[0].show("match")
    form.root.locator("select").first.focus()
    form.press("2", "Tab", "3")
    form.wait_for_line('answer_7 = {"un": "2", "osce": "3"}')
    form.tab_to("Check")
    form.press("Enter")
    form.wait_for("said", "Not matched yet: cica.")
    form.root.locator("select").nth(2).focus()
    form.press("1")
    form.tab_to("Check")
    form.press("Enter")
    form.wait_for("said", "Right")


def test_lines_by_keyboard(notebook: tuple[Forms, list[str]]) -> None:
    """Enter takes a line, Delete puts it back, Alt and an arrow moves it; one line is too many."""
    form = notebook[0].show("parsons")
    pool = form.root.locator("[data-list=pool]")
    pool.focus()
    for letter in ("b", "f", "g", "c", "d", "e"):
        form.press("Home", *["ArrowDown"] * form.listed("pool").index(letter), "Enter")
    form.wait_for("live", "e is taken: line 6 of 6.")
    assert form.listed("pool") == ["a"]
    form.root.locator("[data-list=answer]").focus()
    form.press("Delete", "Delete")
    form.wait_for("live", "d is put back.")
    assert form.listed("pool") == ["a", "d", "e"]
    pool.focus()
    form.press("Home", "ArrowDown", "Enter")
    form.wait_for("live", "d is taken: line 5 of 5.")
    form.root.locator("[data-list=answer]").focus()
    form.press("Home", "ArrowDown", "Alt+ArrowDown")
    form.wait_for("live", "f is now number 3 of 5.")
    form.press("End")
    pool.focus()
    form.press("Home", "Enter")
    assert form.listed("answer") == RIGHT["parsons"]
    form.wait_for_line(f"answer_7 = {json.dumps(RIGHT['parsons'])}")
    form.tab_to("Check")
    form.press("Enter")
    form.wait_for("said", "Right")
    line = form.root.locator("[data-list=answer] [data-key=d]")
    assert "12 spaces" in (line.text_content() or "")
    indented = form.root.locator("[data-list=answer] .kq-line").evaluate_all(BEGINNINGS)
    # def, total = 0, for, if, total = total + 1, return
    assert indented[0] < indented[1] == indented[2] < indented[3] < indented[4]
    assert indented[5] == indented[1]


def test_blanks_by_keyboard(notebook: tuple[Forms, list[str]]) -> None:
    """What is typed stands in the line as Python; Enter in a blank checks."""
    form = notebook[0].show("faded")
    form.root.get_by_label("blank 1").focus()
    forms_page = notebook[0].page
    forms_page.keyboard.type("kind")
    form.press("Tab")
    forms_page.keyboard.type('"country"')
    form.wait_for_line('answer_7 = {1: "kind", 2: \'"country"\'}')
    form.press("Enter")
    form.wait_for("said", "Right")
    assert form.root.get_by_label("blank 2").input_value() == '"country"'


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", CELLS)
def test_forms_can_be_read_by_all(notebook: tuple[Forms, list[str]], name: str, theme: str) -> None:
    """In either theme axe-core finds nothing at all, and all fits into the page's width."""
    forms = notebook[0]
    forms.use_theme(theme)
    form = forms.show(name)
    ARTEFACTS.mkdir(exist_ok=True)
    width = (forms.page.viewport_size or SIZES["phone"])["width"]
    picture = f"form-{name}-{width}-{'dark' if 'Dark' in theme else 'light'}.png"
    form.root.screenshot(path=ARTEFACTS / picture)
    results = (
        Axe()
        .run(forms.page, context=".kq-form", options={"resultTypes": ["violations", "passes"]})
        .response
    )
    looked_at = [rule["nodes"] for rule in results["passes"] if rule["id"] == "color-contrast"]
    seen = [node for nodes in looked_at for node in nodes if "contrastRatio" in str(node)]
    assert len(seen) > 5, "axe-core looked at no colours"
    assert [(rule["id"], rule["nodes"][0]["html"][:120]) for rule in results["violations"]] == []
    assert form.root.evaluate(
        """(form) => [form, ...form.querySelectorAll("*")].every((element) =>
            element.matches(".kq-hidden, textarea, input, option")
            || element.scrollWidth <= element.clientWidth + 1
            || getComputedStyle(element).display === "inline")"""
    )


@pytest.mark.parametrize("theme", THEMES)
def test_the_focus_is_seen(notebook: tuple[Forms, list[str]], theme: str) -> None:
    """Whatever the tab key comes to in a form has an outline of three pixels, 3:1 or more."""
    forms = notebook[0]
    forms.use_theme(theme)
    for name in CELLS:
        form = forms.show(name)
        form.root.locator("input, select, [role=listbox]").first.focus()
        for _n in range(5):
            form.press("Shift+Tab", "Tab")
            width, ratio = form.root.evaluate(OUTLINE)
            assert width >= 3
            assert ratio >= 3
            form.press("Tab")
            if not form.root.locator(":focus").count():
                break


def test_ids_are_of_one_form_alone(notebook: tuple[Forms, list[str]]) -> None:
    """No two items of the page share an id: the list that has the focus names its own item."""
    ids = notebook[0].page.locator(".kq-form [id]").evaluate_all("(all) => all.map((e) => e.id)")
    assert len(ids) > 10
    assert sorted(set(ids)) == sorted(ids)


def test_forms_ask_nothing_of_the_internet(notebook: tuple[Forms, list[str]]) -> None:
    """They need no address but this machine's."""
    assert notebook[1] == []


def test_without_python_a_form_says_so(notebook: tuple[Forms, list[str]]) -> None:
    """Where no kernel answers, as in a notebook not yet run, a form says what to do."""
    forms = notebook[0]
    form = forms.show("choice")
    forms.page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    form.root.locator("input").first.focus()
    form.press("Space")
    form.wait_for("said", "Python has not answered.")
    assert form.part("line").input_value() == ""
