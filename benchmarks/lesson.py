"""Lessons under nbval, as the tests run them, against a kernel that only imports."""

from __future__ import annotations

import ast
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.timing import PROJECT, Result, compare, python, seconds_of_processes

LESSON = PROJECT / "notebooks" / "en" / "00_start_here.ipynb"
# Packages that a lesson may load without saying so, through kopjaqty.
PACKAGES = ["anywidget", "edtf", "ipywidgets", "matplotlib.pyplot", "networkx", "pandas"]

KERNEL = """\
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager
own = KernelSpecManager(kernel_dirs=[])
manager = KernelManager(kernel_name="python3", kernel_spec_manager=own)
manager.start_kernel()
client = manager.client()
client.start_channels()
client.wait_for_ready()
reply = client.execute_interactive({code!r}, store_history=False)
assert reply["content"]["status"] == "ok", reply
client.stop_channels()
manager.shutdown_kernel(now=True)
"""


def read_code(lesson: Path) -> list[str]:
    """The sources of the code cells."""
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def find_imports(code: list[str], loaded: list[str]) -> str:
    """The lesson's import statements, and imports of the packages that it loads besides."""
    trees = [ast.parse(source) for source in code]
    imports = [
        ast.unparse(node)
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    return "\n".join([*imports, *(f"import {name}" for name in loaded)])


def find_loaded(code: list[str]) -> list[str]:
    """Which of PACKAGES the lesson loads, found by running its code once."""
    import nbformat
    from nbclient import NotebookClient

    tell = f"import sys\nprint(*[name for name in {PACKAGES} if name in sys.modules])"
    cells = [nbformat.v4.new_code_cell(source) for source in [*code, tell]]
    notebook: Any = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, kernel_name="python3").execute()
    loaded: list[str] = notebook.cells[-1].outputs[0]["text"].split()
    return loaded


def nbval(notebook: Path) -> list[str]:
    """The command that runs strict nbval, as tests/gates.py does."""
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q"]
    command += ["-p", "nbval.plugin", "-p", "no:cacheprovider", "-c", os.devnull]
    return [*command, "--rootdir", str(notebook.parent), str(notebook)]


def measure(times: int = 5, lesson: Path = LESSON) -> list[Result]:
    """The lesson against the kernel alone, and against nbval on a notebook of imports."""
    if not lesson.exists():
        return [Result("lesson 00 under nbval", f"there is no {lesson.name}")]
    code = read_code(lesson)
    imports = find_imports(code, find_loaded(code))
    with tempfile.TemporaryDirectory() as folder:
        floor = Path(folder) / "imports.ipynb"
        cell: dict[str, Any] = {"cell_type": "code", "id": "imports", "metadata": {}, "outputs": []}
        cell |= {"execution_count": 1, "source": imports}
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
        notebook: dict[str, Any] = {
            "cells": [cell],
            "metadata": kernel,
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        floor.write_text(json.dumps(notebook), encoding="utf-8")
        taken = seconds_of_processes(
            {
                "lesson": nbval(lesson),
                "kernel start + its imports": python(KERNEL.format(code=imports)),
                "nbval on its imports alone": nbval(floor),
            },
            times,
            {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        )
    mine = taken.pop("lesson")
    return [
        compare("lesson 00 under nbval", {"lesson": mine, name: other}, goal)
        for (name, other), goal in zip(taken.items(), ("<= 1.3", ""), strict=True)
    ]


def measure_course() -> list[Result]:
    """Every lesson and sheet once, against a kernel that starts and imports what it imports."""
    results = []
    for what, folder in (("lessons", "notebooks/en"), ("exercise sheets", "exercises/en")):
        mine, floors = {}, []
        for path in sorted((PROJECT / folder).glob("[0-9]*.ipynb")):
            code = read_code(path)
            floor = python(KERNEL.format(code=find_imports(code, find_loaded(code))))
            taken = seconds_of_processes(
                {"notebook": nbval(path), "floor": floor},
                1,
                {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
            )
            mine[path.stem] = taken["notebook"][0]
            floors += taken["floor"]
        seconds, longest = max((seconds, name) for name, seconds in mine.items())
        cost = f"{sum(mine.values()):.0f} s, longest {seconds:.1f} s ({longest})"
        against = f"kernel start + imports of each, {sum(floors):.0f} s"
        ratio = sum(mine.values()) / sum(floors)
        results.append(
            Result(f"{len(mine)} {what} under nbval", cost, against, ratio, "< 30 s each")
        )
    return results
