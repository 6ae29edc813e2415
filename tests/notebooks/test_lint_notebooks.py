"""Each rule of kopjaqty_course/making/lint.py finds a bad example and leaves a good one alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from kopjaqty_course.commands import course
from kopjaqty_course.making.lint import LARGEST_NOTEBOOK, LINT_RULES, lint
from kopjaqty_course.making.notebooks import normal_form

PNG = "iVBORw0KGgo="
Notebook = Any
Change = Callable[[Notebook], None]


def example(*sources: str) -> Notebook:
    """A notebook in which all is well: one cell of prose, then code cells, run in order."""
    cells = [new_markdown_cell("# A title", id="title")]
    for number, source in enumerate(sources or ("1 + 1",), start=1):
        cells.append(new_code_cell(source, id=f"cell-{number}", execution_count=number))
    return nbformat.reads(normal_form(new_notebook(cells=cells)), as_version=4)


def lint_of(notebook: Notebook, folder: Path) -> list[str]:
    """What the linter says of a notebook once it is a file."""
    path = folder / "example.ipynb"
    path.write_text(nbformat.v4.writes_json(notebook), encoding="utf-8")
    return lint(path)


def shows(kind: str, content: str, **metadata: str) -> Change:
    """The first code cell shows something of a kind."""

    def change(notebook: Notebook) -> None:
        described = {kind: dict(metadata)} if metadata else {}
        notebook.cells[1].outputs.append(
            new_output("display_data", data={kind: content}, metadata=described)
        )

    return change


def prints(text: str, stream: str = "stdout") -> Change:
    """The first code cell prints something."""
    return lambda notebook: notebook.cells[1].outputs.append(
        new_output("stream", name=stream, text=text)
    )


def tagged(tag: str) -> Change:
    """The first code cell has a tag."""
    return lambda notebook: notebook.cells[1].metadata.update(tags=[tag])


def prose(text: str) -> Change:
    """The first cell says something else."""
    return lambda notebook: notebook.cells[0].update(source=text)


def counted(number: int | None) -> Change:
    """The first code cell says that it was run at another time, or never."""
    return lambda notebook: notebook.cells[1].update(execution_count=number)


def code(source: str) -> Change:
    """The first code cell is another one."""
    return lambda notebook: notebook.cells[1].update(source=source)


def failed(notebook: Notebook) -> None:
    """The first code cell stopped with an error."""
    notebook.cells[1].outputs.append(new_output("error", ename="KeyError", evalue="'un'"))


def same_ids(notebook: Notebook) -> None:
    """Two cells have one id."""
    notebook.cells[0].id = notebook.cells[1].id


def without_id(notebook: Notebook) -> None:
    """A cell has no id."""
    del notebook.cells[0]["id"]


def old_format(notebook: Notebook) -> None:
    """The notebook is in a format that had no ids yet."""
    notebook.nbformat_minor = 4


BAD = [
    ("nothing_let_off", tagged("nbval-ignore-output")),
    ("nothing_let_off", tagged("nbval-skip")),
    ("nothing_let_off", tagged("raises-exception")),
    ("nothing_let_off", tagged("skip-execution")),
    ("nothing_let_off", code("# NBVAL_IGNORE_OUTPUT\n1 + 1")),
    ("run_in_order", counted(None)),
    ("run_in_order", counted(2)),
    ("run_in_order", code("  \n")),
    ("plain_python", code("%matplotlib inline")),
    ("plain_python", code("!ls")),
    ("no_semicolon", code("plot = 1;")),
    ("no_semicolon", code("1 + 1;  # hidden\n2")),
    ("comparable_widgets", code("interact(draw, year=(1991, 2026))")),
    ("comparable_widgets", code("out = widgets.Output()")),
    ("repeatable", code("random.choice([1, 2])")),
    ("repeatable", code("np.random.rand(3)")),
    ("repeatable", code("np.random.default_rng()")),
    ("repeatable", code("np.random.default_rng(None)")),
    ("repeatable", code("entities.sample(3)")),
    ("repeatable", code("nx.spring_layout(graph)")),
    ("repeatable", code("nx.kamada_kawai_layout(graph)")),
    ("repeatable", code("from random import choice")),
    ("repeatable", code("uuid.uuid4()")),
    ("repeatable", code("datetime.date.today()")),
    ("repeatable", code("pd.Timestamp.now()")),
    ("repeatable", code("time.perf_counter()")),
    ("no_choice_among_equals", code("events.sort_values('date_earliest')")),
    ("no_choice_among_equals", code("degree.nlargest(3)")),
    ("no_choice_among_equals", code("most = names.value_counts()\nmost.head(3)")),
    ("no_choice_among_equals", code("pairs.idxmax()")),
    ("no_local_path", code("open('/home/aigerim/un.csv')")),
    ("no_local_path", code("open(r'C:\\Users\\aigerim\\un.csv')")),
    ("no_local_path", prose("The file lies in D:/course/data.")),
    ("no_local_path", prints("saved to /tmp/pytest-1/out.html")),
    ("no_local_path", prints(f"saved in {Path.home()}")),
    ("no_local_path", shows("text/html", "<a href='file:///data'>data</a>")),
    ("no_address", prints("<Axes at 0x7f592c232710>")),
    ("no_error", failed),
    ("no_error", prints("UserWarning: ", "stderr")),
    ("alt_text", shows("image/png", PNG)),
    ("alt_text", shows("image/png", PNG, alt=" ")),
    ("alt_text", shows("image/svg+xml", "<svg><g/></svg>")),
    ("alt_text", shows("text/html", "<p>Look:</p><img src='x.png'>")),
    ("alt_text", shows("text/html", "<svg><title></svg>".replace("<title>", "<g/>"))),
    ("alt_text", prose("![](network.png)")),
    ("small", prints("x" * LARGEST_NOTEBOOK)),
    ("minimal_metadata", lambda notebook: notebook.metadata.update(celltoolbar="Tags")),
    ("minimal_metadata", lambda notebook: notebook.metadata.language_info.update(version="3.11")),
    ("minimal_metadata", lambda notebook: notebook.metadata.kernelspec.update(name="venv")),
    ("minimal_metadata", lambda notebook: notebook.metadata.pop("kernelspec")),
    ("minimal_metadata", lambda notebook: notebook.cells[1].metadata.update(execution={})),
    ("own_ids", same_ids),
    ("own_ids", without_id),
    ("own_ids", old_format),
]

GOOD = [
    tagged("exercise"),
    code("text = 'a; b'  # c;"),
    code("rng = np.random.default_rng(2026)\nrng.choice([1, 2])"),
    code("random.seed(1)\nrandom.choice([1, 2])"),
    code("entities.sample(3, random_state=1)"),
    code("nx.spring_layout(graph, seed=1)"),
    code("events.sort_values(['date_earliest', 'event_id'])"),
    code("degree.nlargest(3, keep='all')"),
    code("slider.observe(draw)"),
    code("print('A:\\n', 1 / 2, 'https://example.org/home/')"),
    shows("image/png", PNG, alt="Three circles, joined"),
    shows("image/svg+xml", "<svg><title>Three circles</title></svg>"),
    shows("text/html", "<img src='x.png' alt='Three circles'>"),
    shows("text/html", "<button><svg aria-hidden='true'></svg>Next</button>"),
    prose("![Three circles](network.png)"),
]


@pytest.mark.parametrize(("rule", "change"), BAD)
def test_a_bad_example_is_found(rule: str, change: Change, tmp_path: Path) -> None:
    """The rule, and no other, speaks of a notebook in which one thing is bad."""
    notebook = example()
    change(notebook)
    assert {problem.partition(":")[0] for problem in lint_of(notebook, tmp_path)} == {rule}


@pytest.mark.parametrize("change", GOOD)
def test_a_good_example_is_left_alone(change: Change, tmp_path: Path) -> None:
    """What looks like a slip but is none passes."""
    notebook = example()
    change(notebook)
    assert lint_of(notebook, tmp_path) == []


def test_every_rule_has_a_bad_example() -> None:
    """No rule is there that was never seen to find anything."""
    assert {rule for rule, _ in BAD} == {rule.__name__ for rule in LINT_RULES}


def test_a_problem_says_where(tmp_path: Path) -> None:
    """The cell is told by its place among all cells, counted from 1."""
    problems = lint_of(example("a = 1", "b = 2;"), tmp_path)
    assert problems == ["no_semicolon: cell 3: line 1 ends with ';'"]


def test_the_command_fails_where_something_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Run by hand, the linter names the file and exits with 1."""
    path = tmp_path / "example.ipynb"
    path.write_text(normal_form(example("a = 1;")), encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        course(["lint", str(path)])
    assert stop.value.code == 1
    assert capsys.readouterr().out == f"{path}: no_semicolon: cell 2: line 1 ends with ';'\n"
