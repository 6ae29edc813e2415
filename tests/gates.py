"""What the four gates of test_notebooks.py do to a notebook.

1. ``run_nbval``: run it, compare every output with the saved one.
2. ``lint_notebooks.lint`` (tools/): read it, run nothing.
3. ``rebuild_notebooks.rebuilt`` (tools/): run it, compare the whole file.
4. ``spoil``: change one saved output of each kind in a copy, so that 1 and 3 must fail.
"""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from kopjaqty_course.making.notebooks import kernel_environment
from places import TESTS

SECONDS_A_NOTEBOOK = 300


@dataclass
class Verdict:
    """What nbval said: the code cells (counted from 0) that passed, and why others did not."""

    passed: set[int] = field(default_factory=set)
    failed: dict[int, str] = field(default_factory=dict)


def run_nbval(notebook: Path, scratch: Path, *, seed: str, timezone: str = "UTC") -> Verdict:
    """Run strict nbval on one notebook, in a process and a kernel of its own.

    The kernel is the Python that runs this test. ``scratch`` is an empty folder.
    """
    report = scratch / "nbval.xml"
    own = kernel_environment(scratch, seed=seed)
    own |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "", "TZ": timezone}
    own["PYTHONPATH"] = os.pathsep.join(filter(None, [str(TESTS), own.get("PYTHONPATH")]))
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "--color=no"]
    command += ["--nbval-cell-timeout=120", "-p", "nbval.plugin", "-p", "nbval_pictures"]
    command += ["-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(notebook.parent)]
    run = subprocess.run(
        [*command, f"--junitxml={report}", str(notebook)],
        env=own,
        capture_output=True,
        text=True,
        timeout=SECONDS_A_NOTEBOOK,
        check=False,
    )
    if not report.exists():
        raise RuntimeError(f"nbval did not run on {notebook}:\n{run.stdout}{run.stderr}")
    verdict = Verdict()
    for case in ET.parse(report).iter("testcase"):
        number = int(case.get("name", "Cell -1").removeprefix("Cell "))
        if len(case) == 0:
            verdict.passed.add(number)
        else:  # failure, error or skipped: none of them is a pass
            verdict.failed[number] = case[0].text or case[0].get("message") or case[0].tag
    return verdict


Way = tuple[str | int, ...]


@dataclass(frozen=True)
class SavedText:
    """A saved text that a fresh run must give again: its kind, its code cell, the way to it.

    ``cell`` is None for what nbval does not look at: only the rebuild gate sees it.
    """

    kind: str
    cell: int | None
    way: Way


def find_texts(notebook: Any) -> Iterator[SavedText]:
    """Every output of the notebook, and every widget's state."""
    code = [place for place, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
    for number, place in enumerate(code):
        for n, output in enumerate(notebook.cells[place].outputs):
            yield from _texts_of_output(output, number, ("cells", place, "outputs", n))
    for kind, part in notebook.metadata.get("widgets", {}).items():
        for model in part["state"]:
            state = ("metadata", "widgets", kind, "state", model, "model_name")
            yield SavedText("widget state", None, state)


def _texts_of_output(output: Any, cell: int, way: Way) -> Iterator[SavedText]:
    if output.output_type == "stream":
        yield SavedText("stream", cell, (*way, "text"))
    for kind, content in output.get("data", {}).items():
        if isinstance(content, str):
            yield SavedText(kind, cell, (*way, "data", kind))
        elif "model_id" in content:
            yield SavedText(kind, None, (*way, "data", kind, "model_id"))
    for kind, described in output.get("metadata", {}).items():
        if "alt" in described:
            yield SavedText("alt text", None, (*way, "metadata", kind, "alt"))


def choose_texts(notebook: Any) -> list[list[SavedText]]:
    """One spot of each kind, in as few groups as hold no cell twice.

    Spoiling a group in one copy, each failing cell tells of one kind.
    """
    candidates: dict[str, list[SavedText]] = {}
    for text in find_texts(notebook):
        candidates.setdefault(text.kind, []).append(text)
    groups: list[list[SavedText]] = [[]]
    for texts in sorted(candidates.values(), key=len):
        for group in [*groups, []]:
            taken = {text.cell for text in group} - {None}
            free = [text for text in texts if text.cell not in taken]
            if free:
                if group not in groups:
                    groups.append(group)
                group.append(free[0])
                break
    return groups


def spoil(notebook: Any, texts: list[SavedText]) -> Any:
    """A copy of the notebook in which the middle letter of each spot is another one."""
    spoiled = copy.deepcopy(notebook)
    for saved in texts:
        *way, last = saved.way
        holder = spoiled
        for key in way:
            holder = holder[key]
        text = str(holder[last])
        places = [place for place, letter in enumerate(text) if letter.isalnum()]
        middle = places[len(places) // 2] if places else len(text)
        other = "b" if text[middle : middle + 1] == "a" else "a"
        holder[last] = text[:middle] + other + text[middle + 1 :]
    return spoiled
