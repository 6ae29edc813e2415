"""Imports go down only: the floors of pyproject.toml hold, and an import turned round is found."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from places import PROJECT

CONTRACTS = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]
(FLOORS,) = (each["layers"] for each in CONTRACTS if each.get("containers") == ["kopjaqty"])


def lint_imports(project: Path) -> tuple[int, str]:
    """What import-linter says of a project: its exit code and its words."""
    # In a process of its own: it imports the packages that lie beside the configuration.
    code = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        cwd=project,
        env={"PYTHONPATH": str(project / "lib"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_imports_go_down() -> None:
    """No module of library or course imports what stands above or beside its floor."""
    code, report = lint_imports(PROJECT)
    assert code == 0, report
    assert f"{len(CONTRACTS)} kept, 0 broken" in report


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("kopjaqty/networks/tree.py", "from kopjaqty.cli import main", "Floors of the library"),
        ("kopjaqty/cite.py", "import kopjaqty_course", "The library knows nothing of the course"),
        (
            "kopjaqty_course/exercises/slips.py",
            "from kopjaqty_course.making import project",
            "Floors of the course",
        ),
        ("kopjaqty/new_room.py", "", "Floors of the library"),
    ],
    ids=["up", "to the course", "up in the course", "on no floor"],
)
def test_an_import_turned_round_is_found(
    module: str, line: str, broken: str, tmp_path: Path
) -> None:
    """An import that climbs, one of the course, and a module on no floor break a contract."""
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    ignored = shutil.ignore_patterns("__pycache__", "sheet_*")
    shutil.copytree(PROJECT / "lib", tmp_path / "lib", ignore=ignored)
    with (tmp_path / "lib" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    code, report = lint_imports(tmp_path)
    assert code == 1, report
    assert re.search(rf"{broken}\s+BROKEN", report) or broken in report.partition("Broken")[2]


def test_the_floors_are_told() -> None:
    """CONTRIBUTING lists the floors as pyproject.toml has them, from the top down."""
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told = re.findall(r"(?m)^\| `([^|]+)` \|", text.partition("## The floors")[2])
    names = [name for floor in told for name in re.findall(r"\w+", floor)]
    assert names == [name for floor in FLOORS for name in re.findall(r"\w+", floor)]
