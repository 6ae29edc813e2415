"""What a machine lacks is skipped by name, and told how to bring; in CI nothing is skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import check
from at_hand import PROGRAMS, find, how_to_get, need
from places import PROJECT, TESTS


@pytest.fixture
def empty_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A machine with no program at all; the folder is its PATH."""
    find.cache_clear()
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("CHROMIUM", "PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    yield tmp_path
    find.cache_clear()


def put(folder: Path, name: str, *, prints: str = "", code: int = 0) -> Path:
    """A program that prints something and ends with a code."""
    program = folder / name
    program.write_text(f"#!/bin/sh\necho '{prints}'\nexit {code}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_tests_may_need_is_here(name: str) -> None:
    """Each program that a test may ask for does here what it is for; else this is skipped."""
    assert Path(need(name)).exists()


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_is_missing_is_named(name: str, empty_machine: Path) -> None:
    """Without a program, the reason of the skipped test begins with what it is called."""
    assert list(empty_machine.iterdir()) == []
    with pytest.raises(pytest.skip.Exception, match="is not on this machine") as skipped:
        need(name)
    assert str(skipped.value).startswith(PROGRAMS[name].title)


@pytest.mark.systems("linux", "darwin")
class TestBrowser:
    """How a browser is looked for."""

    def test_one_that_does_not_start_is_passed_over(self, empty_machine: Path) -> None:
        """Ubuntu's `chromium-browser` may only print that a snap is needed: the next is taken."""
        put(empty_machine, "chromium", code=1)
        put(empty_machine, "chromium-browser", prints="install the snap")
        works = put(empty_machine, "google-chrome", prints="<html></html>")
        assert find("browser") == str(works)

    @pytest.mark.parametrize(
        ("variable", "place"),
        [
            ("PROGRAMFILES", "Google/Chrome/Application/chrome.exe"),
            ("PROGRAMFILES(X86)", "Microsoft/Edge/Application/msedge.exe"),
            ("LOCALAPPDATA", "Chromium/Application/chrome.exe"),
            ("HOME", "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ],
    )
    def test_windows_and_macos(
        self, variable: str, place: str, empty_machine: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Browsers are found where Windows and macOS keep them, off the PATH."""
        folder = empty_machine / "disk"
        program = folder / place
        program.parent.mkdir(parents=True)
        put(program.parent, program.name, prints="<html></html>")
        monkeypatch.setenv(variable, str(folder))
        assert find("browser") == str(program)

    def test_the_one_that_is_named(
        self, empty_machine: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """CHROMIUM names a browser, and no other is taken."""
        put(empty_machine, "chromium", prints="<html></html>")
        mine = put(empty_machine, "mine", prints="<html></html>")
        monkeypatch.setenv("CHROMIUM", str(mine))
        assert find("browser") == str(mine)
        find.cache_clear()
        monkeypatch.setenv("CHROMIUM", str(empty_machine / "none"))
        assert find("browser") is None


# ------------------------------------------------------------------- what a skip means

SKIPPED = "test_what_tests_may_need_is_here[gettext]"


def run_one(tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a test that needs gettext where the PATH is an empty folder."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"{__file__}::{SKIPPED}"],
        cwd=PROJECT,
        env=os.environ | {"PATH": str(tmp_path)} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_student_may_lack_a_program(tmp_path: Path) -> None:
    """On anyone's machine a test is skipped for want of a program, and that is no failure."""
    done = run_one(tmp_path, CI="")
    assert (done.returncode, "1 skipped" in done.stdout) == (0, True)
    assert PROGRAMS["gettext"].missing in done.stdout


def test_ci_may_not(tmp_path: Path) -> None:
    """With CI=true the same is a failure, which names what is missing."""
    done = run_one(tmp_path, CI="true")
    assert (done.returncode, "1 failed" in done.stdout) == (1, True)
    assert f"CI=true, and yet this was not run. Skipped: {PROGRAMS['gettext'].missing}" in (
        done.stdout
    )


def test_a_skipped_module_fails_in_ci(tmp_path: Path) -> None:
    """A module that skips itself as a whole is no way round it."""
    (tmp_path / "conftest.py").write_text((TESTS / "conftest.py").read_text(encoding="utf-8"))
    (tmp_path / "test_all.py").write_text("import pytest\npytest.importorskip('no_such')\n")
    codes = {}
    for value in ("", "true"):
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(tmp_path)],
            cwd=tmp_path,
            env=os.environ | {"CI": value, "PYTHONPATH": str(TESTS)},
            capture_output=True,
            check=False,
        )
        codes[value] = done.returncode
    assert codes == {"": pytest.ExitCode.NO_TESTS_COLLECTED, "true": pytest.ExitCode.INTERRUPTED}


def test_what_was_not_asked_for_is_not_skipped() -> None:
    """Without texts, a run that says so leaves their tests out: no skip, and a count of them."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--without-texts", "tests/project/test_verbatim.py"],
        cwd=PROJECT,
        env=os.environ | {"CI": "true", "KOPJAQTY_CORPUS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "deselected" in done.stdout
    assert "skipped" not in done.stdout


# --------------------------------------------------------------------- the last lines


def test_one_command_brings_all_that_was_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The packages of all reasons stand in one command, each once; other reasons add nothing."""
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(sys, "platform", "linux")
    missed = [PROGRAMS[name].missing for name in ("browser", "node", "npm", "gettext")]
    command = how_to_get([*missed, "Monday"])
    assert command is not None
    assert command.removeprefix("sudo ") == "apt-get install chromium gettext nodejs npm"
    assert how_to_get(["Monday"]) is None


REPORT = """<testsuites><testsuite>
<testcase name="a"/>
<testcase name="b"><failure message="no"/></testcase>
<testcase name="c"><skipped message="{reason}"/></testcase>
<testcase name="d"><skipped message="{reason}"/></testcase>
</testsuite></testsuites>"""


def test_the_last_lines_say_what_was_not_run(tmp_path: Path) -> None:
    """A table of the parts, each reason with its number of tests, a command, one count."""
    report = tmp_path / "report.xml"
    reason = PROGRAMS["gettext"].missing
    report.write_text(REPORT.format(reason=reason), encoding="utf-8")
    tests = check.Result(check.Part("library", "", tests=["tests/library"]), code=1, seconds=61)
    check.count(report, tests)
    style = check.Result(check.Part("style", "", [("true",)]), seconds=2)
    style.counts["passed"] += 1
    lines = "\n".join(check.summary([style, tests])).splitlines()
    assert lines[0].split() == ["style", "in", "order", "2", "s"]
    assert lines[1].split() == [
        "library",
        "1",
        "passed,",
        "1",
        "failed,",
        "2",
        "skipped",
        "61",
        "s",
    ]
    assert f"  2 tests: {reason}" in lines
    assert any(line.endswith("gettext") and "install" in line for line in lines)
    assert lines[-1] == "2 passed, 1 failed, 2 skipped"


def test_every_test_belongs_to_a_part() -> None:
    """No test lies where `make test` does not look, and each part has a folder of tests."""
    asked = {part.tests[0] for part in check.parts()["test"] if part.tests}
    assert {f"tests/{path.parent.name}" for path in TESTS.rglob("test_*.py")} == asked
