"""Run notebooks from top to bottom and save them, the same bytes each time.

A notebook is run by the Python that runs this file, without the documents' texts (saved
outputs must not hold them), and without the settings of the person who runs it.
What is saved is sources, outputs, widget state and the little metadata a reader's
Jupyter needs: no times, no random ids, no version of this machine's Python.
"""

from __future__ import annotations

import difflib
import os
import re
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from traitlets import default

from kopjaqty_course.making.project import PROJECT

SECONDS_A_CELL = 120

KERNELSPEC = {"display_name": "Python 3", "language": "python", "name": "python3"}
# Without the version: it is that of whoever ran the notebook last.
LANGUAGE_INFO = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}
CELL_METADATA = {"tags"}
GLOSSARY_LINK = re.compile(r"glossary\.ipynb#(?:cell-id=)?([\w-]+)")


def find_notebooks(project: Path = PROJECT) -> list[Path]:
    """Every lesson, exercise sheet and solution of the project, sorted."""
    folders = ("notebooks", "exercises")
    paths = (path for name in folders for path in (project / name).glob("*/**/*.ipynb"))
    return sorted(path for path in paths if ".ipynb_checkpoints" not in path.parts)


def kernel_environment(scratch: Path, *, seed: str = "0") -> dict[str, str]:
    """Environment variables that keep a kernel apart from its user's settings.

    ``scratch`` is an empty folder; ``seed`` is the PYTHONHASHSEED, which decides the
    order of a set of strings.
    """
    no_texts, settings = scratch / "no-texts", scratch / "matplotlibrc"
    no_texts.mkdir(exist_ok=True)
    settings.touch()
    # Without MPLBACKEND, ipykernel draws inline.
    kept = {
        key: value
        for key, value in os.environ.items()
        if key != "MPLBACKEND" and not key.startswith("KOPJAQTY_")
    }
    return kept | {
        "IPYTHONDIR": str(scratch / "ipython"),
        "JUPYTER_CONFIG_DIR": str(scratch / "jupyter-config"),
        "JUPYTER_DATA_DIR": str(scratch / "jupyter-data"),
        "JUPYTER_RUNTIME_DIR": str(scratch / "jupyter-runtime"),
        "KOPJAQTY_CORPUS": str(no_texts),
        "MATPLOTLIBRC": str(settings),
        "PYTHONHASHSEED": seed,
    }


class _OwnPython(AsyncKernelManager):
    """Starts the Python that runs this file, whatever kernels the machine offers."""

    @default("kernel_spec_manager")
    def _without_installed_kernels(self) -> KernelSpecManager:
        return KernelSpecManager(kernel_dirs=[])


def jumping(text: str) -> str:
    """The text with `glossary.ipynb#mandate` as `glossary.ipynb#cell-id=mandate`.

    The short form looks for drawn text, and in a notebook that a click is just opening
    nothing is drawn yet: JupyterLab 4.6 then stays at its top.
    """
    return GLOSSARY_LINK.sub(r"glossary.ipynb#cell-id=\1", text)


def normal_form(notebook: Any) -> str:
    """The notebook as text: sorted keys, minimal metadata, links that jump, a last line feed."""
    widgets = notebook.metadata.get("widgets")
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": KERNELSPEC, "language_info": LANGUAGE_INFO}
    )
    if widgets:
        notebook.metadata["widgets"] = widgets
    for cell in notebook.cells:
        kept = {key: value for key, value in cell.metadata.items() if key in CELL_METADATA}
        cell.metadata = nbformat.from_dict({key: value for key, value in kept.items() if value})
        if cell.cell_type == "markdown":
            cell.source = jumping(cell.source)
    return str(nbformat.writes(notebook, version=4)) + "\n"


def without_outputs(notebook: Any) -> Any:
    """The notebook as if it had never been run; it is changed in place and given back."""
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def rebuilt(path: Path, *, seed: str = "0") -> str:
    """Run the notebook in a fresh kernel and return what its file should hold.

    The file itself is left alone. Raises nbclient's CellExecutionError where a cell fails.
    """
    notebook = without_outputs(nbformat.read(path, as_version=4))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        environment = kernel_environment(Path(scratch), seed=seed)
        client = _client(notebook, path.parent)
        try:
            client.execute(env=environment)
        except RuntimeError:
            # A kernel's ports are chosen while they are free, and taken later. Another kernel that
            # starts just then may have one of them: this one dies before its first cell.
            if client.code_cells_executed:
                raise
            _client(notebook, path.parent).execute(env=environment)
    return normal_form(notebook)


def _client(notebook: Any, folder: Path) -> NotebookClient:
    """What runs a notebook's cells in a kernel of its own."""
    return NotebookClient(
        notebook,
        coalesce_streams=True,
        extra_arguments=[
            "--IPKernelApp.extra_extensions=kopjaqty_course.making.numbered_widgets",
            "--log-level=ERROR",  # else each kernel warns that it listens on localhost
        ],
        kernel_manager_class=_OwnPython,
        kernel_name=KERNELSPEC["name"],
        record_timing=False,
        resources={"metadata": {"path": str(folder)}},
        shutdown_kernel="immediate",
        store_widget_state=True,
        timeout=SECONDS_A_CELL,
    )


def differences(saved: str, fresh: str, *, lines: int = 20) -> str:
    """The first lines in which two notebook files differ, cut to the width of a screen."""
    diff = difflib.unified_diff(
        saved.splitlines(), fresh.splitlines(), "saved", "fresh", lineterm="", n=1
    )
    return "\n".join(line[:160] for line, _ in zip(diff, range(lines), strict=False))
