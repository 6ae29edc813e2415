"""The JavaScript of explorers and forms is checked by eslint, as the Python is by ruff."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from at_hand import need
from places import PROJECT

SCRIPTS = sorted(path.relative_to(PROJECT).as_posix() for path in PROJECT.glob("lib/**/*.js"))


@pytest.fixture(scope="module")
def eslint() -> Path:
    """The linter, brought by npm into the project's folder if it is not there yet."""
    npm, program = need("npm"), PROJECT / "node_modules" / "eslint" / "bin" / "eslint.js"
    if not program.is_file():
        command = [npm, "ci", "--no-audit", "--no-fund"]
        done = subprocess.run(
            command, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=300
        )
        if done.returncode:
            pytest.skip(f"npm could not bring eslint: {done.stderr.strip().splitlines()[-1:]}")
    return program


def lint(eslint: Path, name: str, text: str) -> tuple[int, str]:
    """What eslint says of a script as if it had this name: its exit code and its words."""
    command = [need("node"), str(eslint), "--stdin", "--stdin-filename", name]
    done = subprocess.run(
        command, cwd=PROJECT, input=text, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_linter_finds_nothing(name: str, eslint: Path) -> None:
    """No script uses what is defined nowhere, or keeps what nobody uses."""
    assert lint(eslint, name, (PROJECT / name).read_text(encoding="utf-8")) == (0, "")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("export const one = twoo;", "no-undef"),
        ("const nobody = 1;", "no-unused-vars"),
        ("export const same = (a, b) => a == b;", "eqeqeq"),
    ],
)
def test_the_linter_bites(line: str, rule: str, eslint: Path) -> None:
    """A misspelt name, a forgotten one and a loose comparison are found by their rules."""
    code, report = lint(eslint, SCRIPTS[0], line)
    assert code == 1
    assert rule in report
