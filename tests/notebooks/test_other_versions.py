"""The course tells the same values where other versions of its packages are installed.

Run by the Python of such an environment (`sh tools/setup.sh browser`, then
`.venv-browser/bin/python tools/check.py versions`), every lesson, sheet and solution is
executed. Run with the very versions of the lock, three are: there
test_notebooks.py holds all of them to every byte. other_versions.py says what is compared.
"""

from __future__ import annotations

import re
from copy import deepcopy
from importlib.metadata import version
from pathlib import Path
from typing import Any

import nbformat
import pytest

from kopjaqty_course.making.notebooks import find_notebooks, normal_form, rebuilt
from other_versions import WIDGETS, accepted, changes
from places import PROJECT

OUTCOME = "application/vnd.kopjaqty.outcome+json"
LOCK = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
AS_LOCKED = all(
    f"\n{name}=={version(name)} " in LOCK for name in ("pandas", "numpy", "matplotlib", "networkx")
)
FEW = [
    PROJECT / "notebooks/en/00_start_here.ipynb",  # explorers and pictures
    PROJECT / "notebooks/en/09_host_and_develop.ipynb",  # has wording of one version
    PROJECT / "exercises/solutions/en/10_speak_as_a_middle_power.ipynb",  # failed on pandas 3.0
]
NOTEBOOKS = FEW if AS_LOCKED else find_notebooks()
each_notebook = pytest.mark.parametrize(
    "notebook", NOTEBOOKS, ids=[path.relative_to(PROJECT).as_posix() for path in NOTEBOOKS]
)


def read(text: str) -> Any:
    """A notebook from its file's text."""
    return nbformat.reads(text, as_version=4)


def states(notebook: Any) -> set[str]:
    """What the marks say of the answers."""
    code = (cell for cell in notebook.cells if cell.cell_type == "code")
    data = (output.get("data", {}) for cell in code for output in cell.outputs)
    return {each[OUTCOME]["state"] for each in data if OUTCOME in each}


@each_notebook
def test_a_run_tells_what_is_saved(notebook: Path) -> None:
    """Words, numbers and marks are those saved, but for the wording a person has accepted."""
    saved, fresh = read(notebook.read_text(encoding="utf-8")), read(rebuilt(notebook))
    assert list(changes(saved, fresh).values()) == accepted(notebook)
    if "solutions" in notebook.parts:
        assert states(fresh) in ({"right"}, {"right", "yours to judge"}, {"yours to judge"})


def test_a_changed_program_is_seen(tmp_path: Path) -> None:
    """A solution that is off by one tells another outcome, in its cell and nowhere else."""
    notebook = FEW[-1]
    changed = read(notebook.read_text(encoding="utf-8"))
    cells = [cell for cell in changed.cells if cell.cell_type == "code"]
    number = next(n for n, cell in enumerate(cells) if "answer_1 = " in cell.source)
    cells[number].source = re.sub(r"(answer_1 = .*)", r"\1 + 1", cells[number].source)
    copy = tmp_path / notebook.name
    copy.write_text(normal_form(changed), encoding="utf-8")
    differing = changes(changed, read(rebuilt(copy)))
    assert set(differing) == {number}
    assert any('"state": "not yet"' in words for words in differing[number])


def spoiled(notebook: Any, kind: str, old: str, new: str) -> tuple[Any, int]:
    """A copy with one thing of this kind of output changed, and the code cell it is in."""
    copy = deepcopy(notebook)
    code = [cell for cell in copy.cells if cell.cell_type == "code"]
    for number, cell in enumerate(code):
        for output in cell.outputs:
            holder = output if kind == "stream" else output.get("data", {})
            key = "text" if kind == "stream" else kind
            if re.search(old, text := str(holder.get(key, ""))):
                holder[key] = re.sub(old, new, text, count=1)
                return copy, number
    raise LookupError(f"no output of kind {kind} holds {old}")


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("stream", r"\d", "x"),
        ("text/plain", r"\d", "x"),
        ("text/html", r"(<td[^>]*>)\d", r"\1x"),
        ("text/html", r"<img ", "<b "),
        ("text/html", r'( alt="[^"]*)\w"', r'\1~"'),
    ],
    ids=["print", "text", "table", "picture", "alternative text"],
)
def test_a_spoiled_output_is_seen(kind: str, old: str, new: str) -> None:
    """A number that is another one, a picture that is not there, is a change of its cell."""
    saved = read(FEW[1].read_text(encoding="utf-8"))
    copy, number = spoiled(saved, kind, old, new)
    assert set(changes(saved, copy)) == {number}


def test_a_spoiled_widget_is_seen() -> None:
    """A widget whose page says another word is a change, though no cell shows it."""
    saved = read(FEW[0].read_text(encoding="utf-8"))
    text = normal_form(saved)
    state = text[text.index('"application/vnd.jupyter.widget-state+json"') :]
    word = re.search(r">([A-Z][a-z]{4,})<", state)
    assert word
    copy = read(text.replace(state, state.replace(word[0], ">Zzz<", 1)))
    assert set(changes(saved, copy)) == {WIDGETS}


def test_looks_are_no_change() -> None:
    """Another picture in its place, another place on the picture, other spaces: the same."""
    saved = read(FEW[0].read_text(encoding="utf-8"))
    copy, _cell = spoiled(saved, "text/html", r"base64,\w{9}", "base64,another")
    copy, _cell = spoiled(copy, "text/plain", r"  +", "   ")
    text = normal_form(copy)
    moved = re.sub(r'points=\\"\d', r'points=\\"', text)
    assert text != moved
    assert changes(saved, read(moved)) == {}
