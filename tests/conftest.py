"""What the tests share: when one may be left out, the documents' texts, a browser, a clean user."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from at_hand import need
from places import PROJECT

if TYPE_CHECKING:
    from lab import Browser

IN_CI = os.environ.get("CI", "").lower() == "true"
"""Where the machine is made for the tests: whatever is missing there is a failure."""

# A machine that is busy is no reason to fail; and what CI tries, it tries again the next time.
with suppress(ModuleNotFoundError):  # where only notebooks are run, it is not installed
    from hypothesis import settings

    settings.register_profile("kopjaqty", deadline=None, derandomize=IN_CI)
    settings.load_profile("kopjaqty")

TEXTS_VARIABLE = "KOPJAQTY_CORPUS"
# Read before any test changes the environment.
TEXTS = os.environ.get(TEXTS_VARIABLE)
NO_TEXTS = (
    f"the documents' texts are not at hand: set {TEXTS_VARIABLE} to their folder "
    "(CONTRIBUTING.md tells more)"
)


# ------------------------------------------------------------------- what is left out


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say what is not there, so that tests which need it are not even asked for."""
    parser.addoption(
        "--without-texts",
        action="store_true",
        help="leave out the tests that compare with the documents' texts",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Name the marks of the project."""
    config.addinivalue_line(
        "markers", "thorough: takes minutes; `make test-all` runs it, `make test` does not"
    )
    config.addinivalue_line(
        "markers", "systems(*names): where the test makes sense: 'linux', 'darwin', 'win32'"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what was not asked for, and what means nothing on this system."""
    without_texts = config.getoption("--without-texts")

    def is_wanted(item: pytest.Item) -> bool:
        mark = item.get_closest_marker("systems")
        is_of_here = mark is None or sys.platform in mark.args
        return is_of_here and not (without_texts and "texts" in getattr(item, "fixturenames", ()))

    left_out = [item for item in items if not is_wanted(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if is_wanted(item)]


def never_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Where nothing may be missing, a skipped test has failed."""
    if IN_CI and report.outcome == "skipped":
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"CI=true, and yet this was not run. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,  # noqa: ARG001 - pluggy calls by name
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Judge a test."""
    report = yield
    never_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Judge a module, which may skip itself as a whole."""
    report = yield
    never_skipped(report)
    return report


# -------------------------------------------------------------------- what is shared


@pytest.fixture(scope="session", autouse=True)
def _own_jupyter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Jupyter's files of the person who runs the tests are neither read nor written."""
    folder = tmp_path_factory.mktemp("jupyter")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("MPLBACKEND", raising=False)
        patch.delenv("JUPYTER_PATH", raising=False)
        patch.setenv("IPYTHONDIR", str(folder / "ipython"))
        for name in ("CONFIG", "DATA", "RUNTIME"):
            patch.setenv(f"JUPYTER_{name}_DIR", str(folder / name.lower()))
        yield


@pytest.fixture(scope="session")
def texts() -> Path:
    """The folder of the documents' texts; without one, the test is skipped.

    Only tests that compare with the texts ask for it. All else is tested with and
    without them.
    """
    if not TEXTS:
        pytest.skip(NO_TEXTS)
    folder = Path(TEXTS).expanduser().resolve()
    if not any(folder.glob("*.txt")):
        pytest.fail(f"{TEXTS_VARIABLE} names {TEXTS!r}, where no .txt file lies")
    return folder


# Not for the whole session: while Playwright runs, no other test can run an event loop.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser without a window; without one on this machine, the test is skipped."""
    program = need("browser")
    from lab import offline_browser

    with offline_browser(program) as browser:
        yield browser


@pytest.fixture
def clean_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user who has set nothing and has an empty home, which is returned."""
    home = tmp_path / "home"
    home.mkdir()
    for name in [name for name in os.environ if name.startswith("KOPJAQTY_")]:
        monkeypatch.delenv(name)
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("IPYTHONDIR", str(home / "ipython"))
    for name in ("CONFIG", "DATA", "RUNTIME"):
        monkeypatch.setenv(f"JUPYTER_{name}_DIR", str(home / f"jupyter-{name.lower()}"))
    return home


@pytest.fixture(scope="session")
def project_files() -> list[Path]:
    """The files of the project that are, or would be, in git: those not ignored."""
    command = [shutil.which("git") or "git", "ls-files", "-z"]
    try:
        listed = subprocess.run(
            [*command, "--cached", "--others", "--exclude-standard"],
            cwd=PROJECT,
            capture_output=True,
            check=True,
        ).stdout
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("the list of the project's files needs git, and a checkout made with it")
    paths = (PROJECT / name for name in listed.decode().split("\0") if name)
    return sorted(path for path in paths if path.is_file())
