"""What several test modules share: the documents' texts, and an environment of one's own."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
TEXTS_VARIABLE = "KOPJAQTY_CORPUS"
# Read before any test changes the environment.
TEXTS = os.environ.get(TEXTS_VARIABLE)
NO_TEXTS = (
    f"the documents' texts are not at hand: set {TEXTS_VARIABLE} to their folder "
    "(CONTRIBUTING.md tells more)"
)


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
        pytest.fail("the list of the project's files needs git, and a checkout made with it")
    paths = (PROJECT / name for name in listed.decode().split("\0") if name)
    return sorted(path for path in paths if path.is_file())
