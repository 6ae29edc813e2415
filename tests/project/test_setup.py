"""The two commands set up what they need, and what cannot be set up is said in one line."""

import ast
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

import setup_env
import small_backend
from places import PROJECT

# --------------------------------------------------------------- looking for a Python


def fake(folder: Path, name: str, script: str) -> None:
    """Put a program of this name into a folder."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def look_for_python(
    folder: Path, *, level: str = "lab", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run tools/setup.sh where only the programs in this folder, and dirname, exist."""
    shell, dirname = shutil.which("sh"), shutil.which("dirname")
    assert shell
    assert dirname
    if not (folder / "dirname").exists():
        (folder / "dirname").symlink_to(dirname)
    return subprocess.run(
        [shell, str(PROJECT / "tools" / "setup.sh"), level],
        env={"PATH": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def only_line(text: str) -> str:
    """The single line of an error."""
    lines = text.splitlines()
    assert len(lines) == 1, text
    assert lines[0].startswith("kopjaqty: ")
    return lines[0]


needs_sh = pytest.mark.systems("linux", "darwin")


@needs_sh
def test_no_python(tmp_path: Path) -> None:
    """Without Python, the one line says that it is missing and where it comes from."""
    done = look_for_python(tmp_path)
    assert done.returncode == 1
    assert "Python is not installed. Install Python 3.13" in only_line(done.stderr)


@needs_sh
def test_old_python(tmp_path: Path) -> None:
    """Python 3.9, as macOS has it, is named together with what is needed."""
    fake(tmp_path, "python3", "echo 3.9")
    done = look_for_python(tmp_path)
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed, but python3 is 3.9." in only_line(done.stderr)


@needs_sh
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_a_newer_python_beside_an_old_one(tmp_path: Path, version: str) -> None:
    """Where python3 is too old or a launcher of nothing, a newer one beside it is taken."""
    fake(tmp_path, "python3", "exit 127")
    fake(tmp_path, "python", "echo 2.7")
    fake(tmp_path, f"python{version}", f'[ "$1" = -c ] && echo {version} || echo "run: $@"')
    done = look_for_python(tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("run: -I ")
    assert done.stdout.endswith("setup_env.py lab\n")


@needs_sh
@pytest.mark.parametrize("level", ["lowest", "browser"])
def test_the_python_of_a_lock_for_one(tmp_path: Path, level: str) -> None:
    """Python 3.11 is taken before a newer python3, since those locks are for it alone."""
    fake(tmp_path, "python3", '[ "$1" = -c ] && echo 3.13 || echo "no: $@"')
    fake(tmp_path, "python3.11", '[ "$1" = -c ] && echo 3.11 || echo "run: $@"')
    done = look_for_python(tmp_path, level=level)
    assert done.stdout.startswith("run: -I ")
    assert done.stdout.endswith(f"setup_env.py {level}\n")


@needs_sh
def test_a_chosen_python_is_the_one(tmp_path: Path) -> None:
    """PYTHON= is not passed over in silence, even if another one would do."""
    fake(tmp_path, "python3", "echo 3.13")
    done = look_for_python(tmp_path, PYTHON="/no such/python")
    assert done.returncode == 1
    assert "PYTHON=/no such/python is not a Python that runs" in only_line(done.stderr)


def test_the_script_can_be_read_by_an_old_python() -> None:
    """On Windows Python 3.8 starts the script itself, and must get as far as the message."""
    source = (PROJECT / "tools" / "setup_env.py").read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 8))


def test_an_old_python_on_windows(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """There, the script itself says that its Python is too old."""
    monkeypatch.setattr(sys, "version_info", (3, 10, 4, "final", 0))
    assert setup_env.main(["lab"], tmp_path) == 1
    assert "3.11 or newer is needed, but this is 3.10." in only_line(capsys.readouterr().err)


# ------------------------------------------------------------------------ setting up


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two tiny packages, with a package index in the folder beside it."""
    project, index = tmp_path / "project", tmp_path / "index"
    project.mkdir()
    index.mkdir()
    lines = []
    for name in ("first", "second"):
        wheel = index / small_backend.write_wheel(str(index), name)
        lines.append(f"{name}==1.0 --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}\n")
    (project / "requirements.lock").write_text(lines[0])
    (project / "requirements-test.lock").write_text("".join(lines))
    (project / "requirements-lowest.lock").write_text(lines[1])
    shutil.copy(small_backend.__file__, project)
    (project / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "small_backend"\nbackend-path = ["."]\n'
    )
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(index))
    return project


@pytest.fixture(scope="module")
def empty_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing in it but pip: to make one takes two seconds."""
    folder = tmp_path_factory.mktemp("empty") / ".venv"
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    return folder


@pytest.fixture
def quick(small: Path, empty_environment: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project, whose environment is a copy of the empty one."""

    def copy_environment(folder: Path, *_: str) -> None:
        shutil.rmtree(folder / ".venv", ignore_errors=True)
        shutil.copytree(empty_environment, folder / ".venv", symlinks=True)

    monkeypatch.setattr(setup_env, "make_environment", copy_environment)
    return small


def packages_of(project: Path) -> Path:
    """Where a project's packages lie."""
    return next((project / ".venv").rglob("site-packages"))


class TestSetUp:
    """From nothing to ready, and what comes between."""

    def test_it_is_done_once(self, small: Path, capfd: pytest.CaptureFixture[str]) -> None:
        """The first time installs and compiles; the second does and says nothing."""
        assert setup_env.main(["lab"], small) == 0
        out, err = capfd.readouterr()
        assert (out.count("\n"), err) == (2, "")
        assert list(packages_of(small).glob("__pycache__/first.*.pyc"))
        assert list(packages_of(small).glob("small.py"))
        assert not list(packages_of(small).glob("second*"))
        before = (small / ".venv" / "pyvenv.cfg").stat().st_mtime_ns

        assert setup_env.main(["lab"], small) == 0
        assert capfd.readouterr() == ("", "")

        # What the tests need is added; then it does for the lessons as well.
        assert setup_env.main(["test"], small) == 0
        assert list(packages_of(small).glob("second.py"))
        assert (small / ".venv" / "pyvenv.cfg").stat().st_mtime_ns == before
        capfd.readouterr()
        assert setup_env.main(["lab"], small) == 0
        assert capfd.readouterr() == ("", "")

    @pytest.mark.thorough
    def test_other_versions_are_apart(
        self, small: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The environment of the lowest versions has its own folder; .venv is left alone."""
        monkeypatch.setattr(setup_env, "LOCKED_FOR", setup_env.this_machine())
        assert setup_env.main(["lowest"], small) == 0
        assert "Setting up .venv-lowest for `lowest`" in capfd.readouterr().out
        assert list(small.glob(".venv-lowest/**/site-packages/second.py"))
        assert not list(small.glob(".venv-lowest/**/site-packages/first.py"))
        assert not (small / ".venv").exists()
        assert setup_env.main(["lowest"], small) == 0
        assert capfd.readouterr() == ("", "")

    @pytest.mark.parametrize("level", ["lowest", "browser"])
    def test_a_lock_for_another_machine(
        self,
        small: Path,
        level: str,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Where a lock is for another Python or system, that is told before anything is made."""
        monkeypatch.setattr(setup_env, "this_machine", lambda: "Python 3.13 on Darwin arm64")
        assert setup_env.main([level], small) == 1
        line = only_line(capsys.readouterr().err)
        assert f"requirements-{level}.lock is for Python 3.11 on Linux x86_64 alone" in line
        assert "but this is Python 3.13 on Darwin arm64" in line
        assert not list(small.glob(".venv*"))

    def test_an_interrupted_one_starts_anew(
        self, quick: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Half an environment is not taken for a whole one, nor half a stamp for a stamp."""

        def interrupt(*_: object) -> None:
            (quick / ".venv" / "half a file").touch()
            (quick / ".venv" / "kopjaqty-setup.json").write_text('{"lab": "')
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(setup_env, "install_packages", interrupt)
            assert setup_env.main(["lab"], quick) == 1
        assert "stopped. Run the same command again" in only_line(capfd.readouterr().err)
        assert setup_env.main(["lab"], quick) == 0
        assert not (quick / ".venv" / "half a file").exists()
        assert list(packages_of(quick).glob("first.py"))

    def test_a_changed_download_is_refused(
        self, quick: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        """A package with another hash is not installed, and the line says so."""
        lock = quick / "requirements.lock"
        lock.write_text(re.sub("sha256:.{64}", "sha256:" + "0" * 64, lock.read_text()))
        assert setup_env.main(["lab"], quick) == 1
        assert "is not the one that requirements.lock names" in only_line(capfd.readouterr().err)
        assert not list(packages_of(quick).glob("first*"))
        assert not (quick / ".venv" / "kopjaqty-setup.json").exists()

    def test_no_network(
        self, quick: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A package index that cannot be reached is told as that, not as a missing package."""
        monkeypatch.delenv("PIP_NO_INDEX")
        monkeypatch.delenv("PIP_FIND_LINKS")
        monkeypatch.setenv("PIP_RETRIES", "1")
        monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9")  # nobody listens there
        assert setup_env.main(["lab"], quick) == 1
        assert "no network: the package index cannot be reached" in only_line(
            capfd.readouterr().err
        )

    def test_no_package_for_this_python(
        self, quick: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        """Where a package has no build for this Python, its name and the remedy are told."""
        (quick / "requirements.lock").write_text(f"third==1.0 --hash=sha256:{'0' * 64}\n")
        assert setup_env.main(["lab"], quick) == 1
        line = only_line(capfd.readouterr().err)
        assert "third==1.0 has no ready-made package for Python 3." in line
        assert "Use Python 3.11 to 3.14" in line

    def test_an_unknown_failure_keeps_its_report(
        self, quick: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        """What the script cannot explain is one line too, and the rest is in a file."""
        (quick / "requirements.lock").write_text("first=1\n")
        assert setup_env.main(["lab"], quick) == 1
        line = only_line(capfd.readouterr().err)
        assert "the set-up failed: ERROR: Invalid requirement" in line
        assert "first=1" in Path(line.split("Report: ")[1]).read_text()

    def test_no_venv_module(
        self, small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """On a Debian without python3-venv, the package to install is named."""
        monkeypatch.setitem(sys.modules, "ensurepip", None)  # its import fails
        assert setup_env.main(["lab"], small) == 1
        package = "python{}.{}-venv".format(*sys.version_info)
        assert f"sudo apt install {package};" in only_line(capsys.readouterr().err)

    def test_little_room(
        self, small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Too little room is seen before anything is downloaded."""
        monkeypatch.setattr(
            shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(9, 9, 5 * 10**6)
        )
        assert setup_env.main(["lab"], small) == 1
        line = only_line(capsys.readouterr().err)
        assert "the disk is full. Make room (about 600 MB)" in line
        assert "has 5 MB free" in line
        assert not (small / ".venv").exists()


@pytest.mark.systems("linux")
@pytest.mark.parametrize(
    ("mounted", "told"),
    [
        ("mount -t tmpfs -o size=6m none {0} && cp -r {1}/. {0}", "the disk is full"),
        (
            "mount -t tmpfs none {0} && cp -r {1}/. {0} && mount -o remount,ro {0}",
            "Is it read-only",
        ),
    ],
    ids=["full", "read-only"],
)
def test_a_real_disk(mounted: str, told: str, small: Path, tmp_path: Path) -> None:
    """A disk that fills up midway, or cannot be written, gets its line and no traceback."""
    disk = tmp_path / "disk"
    disk.mkdir()
    # The room is not looked at beforehand: the disk has to fill while .venv is made.
    code = (
        "import pathlib, setup_env; setup_env.NEEDED_MB['lab'] = 0; "
        f"raise SystemExit(setup_env.main(['lab'], pathlib.Path({str(disk)!r})))"
    )
    inside = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    if subprocess.run(
        [*inside, "mount -t tmpfs none /mnt"], capture_output=True, check=False
    ).returncode:
        pytest.skip("this system lets nobody mount a disk of their own (unshare, mount)")
    done = subprocess.run(
        [*inside, f'{mounted.format(disk, small)} && exec "$@"', "sh", sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(PROJECT / "tools")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert told in only_line(done.stderr)
