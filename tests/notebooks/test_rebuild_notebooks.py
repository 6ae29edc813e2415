"""The rebuild gives the same file each time, and the gates see all that may be spoiled in it.

The sample holds an output of every kind that the lessons show, so that the gates are
proved on each of them, whatever the lessons of the day hold.
"""

import json
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from gates import SavedText, choose_texts, run_nbval, spoil
from kopjaqty_course.commands import course
from kopjaqty_course.making.lint import lint
from kopjaqty_course.making.notebooks import (
    find_notebooks,
    normal_form,
    rebuilt,
    without_outputs,
)

SAMPLE = [
    """\
import anywidget, ipywidgets, os, sys
import matplotlib.pyplot as plt
import pandas as pd
import traitlets
from IPython.display import SVG, Image, display""",
    "print('one line')\nprint('ғ қ ң ө ұ ү һ і')",
    "pd.DataFrame({'body': ['un', 'cica'], 'year': [1992, 1993]})",
    """\
figure, ax = plt.subplots(figsize=(2, 1))
ax.plot([1991, 2026], [0, 1])
figure.savefig('figure.png', metadata={'Software': None})
plt.close(figure)
Image('figure.png', alt='A line that rises')""",
    "SVG('<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Nothing</title><g/></svg>')",
    "ipywidgets.IntSlider(value=1992, min=1991, max=2026)",
    """\
class Button(anywidget.AnyWidget):
    _esm = 'export default { render({ el }) { el.textContent = "Open" } }'
    picture = traitlets.Bytes(b'abc').tag(sync=True)
    def __repr__(self):
        return 'Button()'
Button()""",
    "display({'text/markdown': '**bold**'}, raw=True)",
]
KINDS = {
    "alt text",
    "application/vnd.jupyter.widget-view+json",
    "image/png",
    "image/svg+xml",
    "stream",
    "text/html",
    "text/markdown",
    "text/plain",
    "widget state",
}


def write(path: Path, *sources: str) -> Path:
    """A notebook file that was never run."""
    cells = [new_markdown_cell("# A sample", id="title")]
    cells += [new_code_cell(source, id=f"cell-{n}") for n, source in enumerate(sources)]
    path.write_text(normal_form(new_notebook(cells=cells)), encoding="utf-8")
    return path


def read(path: Path) -> Any:
    """The notebook in a file."""
    return nbformat.read(path, as_version=4)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, rebuilt."""
    path = write(tmp_path_factory.mktemp("sample") / "sample.ipynb", *SAMPLE)
    path.write_text(rebuilt(path), encoding="utf-8", newline="\n")
    return path


def test_a_rebuild_gives_the_same_bytes(sample: Path) -> None:
    """Under another hash seed, widget state, tables and pictures come out the same."""
    assert rebuilt(sample, seed="1") == sample.read_text(encoding="utf-8")


def test_the_sample_holds_every_kind_of_output(sample: Path) -> None:
    """Every kind that the gates know of is there to be spoiled."""
    texts = [text for group in choose_texts(read(sample)) for text in group]
    assert {text.kind for text in texts} == KINDS
    assert len(texts) == len(KINDS)


def test_the_sample_passes_the_lint(sample: Path) -> None:
    """What the rebuild writes is what the linter asks for."""
    assert lint(sample) == []


def test_nbval_sees_each_spoiled_output(sample: Path, tmp_path: Path) -> None:
    """Of a copy spoiled once for each kind, just the spoiled cells fail."""
    notebook = read(sample)
    (texts,) = choose_texts(notebook)
    copy = tmp_path / "copy.ipynb"
    copy.write_text(normal_form(spoil(notebook, texts)), encoding="utf-8")
    spoiled = {text.cell for text in texts if text.cell is not None}
    verdict = run_nbval(copy, tmp_path, seed="2")
    assert set(verdict.failed) == spoiled
    assert verdict.passed == set(range(len(SAMPLE))) - spoiled


def test_nbval_runs_this_python_without_the_texts(tmp_path: Path) -> None:
    """The kernel is the Python of these tests, and finds no text and no matplotlibrc."""
    path = write(
        tmp_path / "where.ipynb",
        f"import os, sys\nassert sys.executable == {sys.executable!r}",
        "assert os.listdir(os.environ['KOPJAQTY_CORPUS']) == []",
        "assert os.path.getsize(os.environ['MATPLOTLIBRC']) == 0",
        "print(hash('un'))",
    )
    path.write_text(rebuilt(path, seed="1"), encoding="utf-8")
    verdict = run_nbval(path, tmp_path, seed="2")
    assert verdict.passed == {0, 1, 2}
    assert "Cell outputs differ" in verdict.failed[3]  # a hash differs from seed to seed


def test_each_spoiled_text_changes_the_file(sample: Path) -> None:
    """Spoiling one spot changes just that spot."""
    notebook = read(sample)
    text = normal_form(read(sample))
    for saved in (saved for group in choose_texts(notebook) for saved in group):
        spoiled = normal_form(spoil(notebook, [saved]))
        changed = [
            line
            for line, other in zip(text.splitlines(), spoiled.splitlines(), strict=True)
            if line != other
        ]
        assert len(changed) == 1, saved


def test_spots_of_one_cell_are_spoiled_in_different_copies() -> None:
    """Where two kinds stand in one cell only, each gets a copy of its own."""
    output = {
        "output_type": "display_data",
        "data": {"text/html": "<b>un</b>", "text/plain": "un"},
        "metadata": {},
    }
    notebook = new_notebook(cells=[new_code_cell("un", outputs=[nbformat.from_dict(output)])])
    way = ("cells", 0, "outputs", 0, "data")
    assert choose_texts(notebook) == [
        [SavedText("text/html", 0, (*way, "text/html"))],
        [SavedText("text/plain", 0, (*way, "text/plain"))],
    ]


def test_nothing_of_an_earlier_run_remains(tmp_path: Path) -> None:
    """Widgets and counts that are not made any more are not kept."""
    path = write(tmp_path / "old.ipynb", "1 + 1")
    notebook = read(path)
    notebook.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}}}
    notebook.cells[1].execution_count = 7
    assert normal_form(without_outputs(notebook)) == path.read_text(encoding="utf-8")


def test_only_notebooks_of_a_language_are_found(tmp_path: Path) -> None:
    """Lessons and sheets are found in their language's folder; checkpoints are not."""
    for name in ("notebooks/en/b", "exercises/kk/a", "notebooks/en/.ipynb_checkpoints/b", "x/en/c"):
        path = tmp_path / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    names = [path.relative_to(tmp_path).as_posix() for path in find_notebooks(tmp_path)]
    assert names == ["exercises/kk/a.ipynb", "notebooks/en/b.ipynb"]


def test_the_command_saves_and_then_finds_nothing_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--check tells of a stale file and leaves it; without it the file is saved anew."""
    path = write(tmp_path / "new.ipynb", "1 + 1")
    before = path.read_bytes()
    for arguments, code, message in (
        (["--check", str(path)], 1, "another run gives another file"),
        ([str(path)], 0, "saved anew"),
        (["--check", str(path)], 0, "as saved"),
    ):
        with pytest.raises(SystemExit) as stop:
            course(["notebooks", *arguments])
        assert stop.value.code == code
        assert f"{path}: {message}" in capsys.readouterr().out
        if code:
            assert path.read_bytes() == before
    assert json.loads(path.read_text())["cells"][1]["outputs"][0]["data"] == {"text/plain": ["2"]}


def test_a_cell_that_fails_saves_nothing(tmp_path: Path) -> None:
    """An error in a cell is raised, not saved."""
    path = write(tmp_path / "wrong.ipynb", "1 / 0")
    with pytest.raises(CellExecutionError, match="ZeroDivisionError"):
        rebuilt(path)
