"""What is installed: the same versions everywhere, checked by hash; the data, never a text."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import check
import setup_env
from at_hand import need
from places import PROJECT

PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ["requirements.lock", "requirements-test.lock"]
LOWEST, BROWSER = "requirements-lowest.lock", "requirements-browser.lock"


def locked(name: str) -> dict[str, set[str]]:
    """Each package of a lock with its versions (one, or one a system)."""
    versions: dict[str, set[str]] = {}
    text = (PROJECT / name).read_text(encoding="utf-8")
    for package, version in re.findall(r"^([a-z0-9-]+)==([^ ]+)", text, re.MULTILINE):
        versions.setdefault(package, set()).add(version)
    return versions


def wanted(*extras: str) -> list[Requirement]:
    """What pyproject.toml asks for, with these extras."""
    project = PYPROJECT["project"]
    found = [Requirement(line) for line in project["dependencies"]]
    todo = list(extras)
    for extra in todo:
        for line in project["optional-dependencies"][extra]:
            requirement = Requirement(line)
            if requirement.name == project["name"]:  # an extra that is made of others
                todo += sorted(requirement.extras)
            else:
                found.append(requirement)
    return found


def conda_versions(name: str) -> dict[str, str]:
    """Each package of a conda file with its version, by its name on the package index."""
    content = yaml.safe_load((PROJECT / name).read_text(encoding="utf-8"))
    *conda, by_pip = content["dependencies"]
    pairs = [re.split("=+", line) for line in [*conda, *by_pip["pip"]] if "=" in line]
    return {canonicalize_name(name): version for name, version in pairs}


# ------------------------------------------------------------ locks and environments


@pytest.mark.parametrize("name", [*LOCKS, LOWEST, BROWSER])
def test_every_locked_package_has_hashes(name: str) -> None:
    """No package is installed whose file has not been named by its hash."""
    text = (PROJECT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", re.sub(r"(?m)^ *#.*\n", "", text).strip())
    without = [entry for entry in entries if "--hash=sha256:" not in entry]
    assert len(entries) > 60
    assert without == []


@pytest.mark.parametrize("name", [*LOCKS, LOWEST, BROWSER])
def test_a_lock_names_no_place(name: str) -> None:
    """The reader's own package index is used: a lock holds no address and no folder."""
    text = (PROJECT / name).read_text(encoding="utf-8")
    assert re.findall(r"://|--(?:extra-)?index|--find-links|file:|(?m:^-e)| @ ", text) == []


@pytest.mark.parametrize(
    ("name", "extras"),
    [
        ("requirements.lock", ["lab", "matcher", "build"]),
        ("requirements-test.lock", ["lab", "matcher", "dask", "build", "test", "dev"]),
        (LOWEST, ["matcher", "build", "test-library"]),
        (BROWSER, ["build", "test-notebooks"]),
    ],
)
def test_a_lock_holds_what_the_project_asks_for(name: str, extras: list[str]) -> None:
    """Each direct dependency is locked at a version that pyproject.toml allows."""
    versions = locked(name)
    bad = [
        str(requirement)
        for requirement in wanted(*extras)
        if not (found := versions.get(canonicalize_name(requirement.name)))
        or not all(requirement.specifier.contains(version) for version in found)
    ]
    assert bad == []


def test_the_two_locks_agree() -> None:
    """The tests run with the very versions that the lessons are read with."""
    lab, test = (locked(name) for name in LOCKS)
    assert {name: test.get(name) for name in lab} == lab


def test_the_lowest_lock_is_what_the_lower_bounds_promise() -> None:
    """Each direct dependency stands there at the very version from which on it is said to do."""
    versions = {name: Version(*found) for name, found in locked(LOWEST).items()}
    direct = wanted("matcher")
    assert len(direct) > 10
    promised, there = {}, {}
    for requirement in direct:
        name = canonicalize_name(requirement.name)
        (bound,) = requirement.specifier
        assert bound.operator == ">=", requirement
        length = len(Version(bound.version).release)
        promised[name] = Version(bound.version).release
        # 2.2 is 2.2.0; of a package that has no x.y.0, the first x.y there is.
        there[name] = versions[name].release[:length]
    assert there == promised


def test_the_browser_lock_differs_in_what_the_browser_pins() -> None:
    """It has the browser's pandas, numpy and matplotlib, and all else as the lessons have it."""
    text = (PROJECT / "tools" / "locks" / "browser.txt").read_text(encoding="utf-8")
    pins = dict(re.findall(r"(?m)^([a-z]+)==(\S+)$", text))
    assert sorted(pins) == ["matplotlib", "numpy", "pandas"]
    versions, others = locked(BROWSER), locked("requirements-test.lock")
    assert {name: versions[name] for name in pins} == {name: {pins[name]} for name in pins}
    rest = {name: found for name, found in versions.items() if name not in pins}
    assert {name: found & others.get(name, set()) for name, found in rest.items()} == rest


@pytest.mark.parametrize("name", [LOWEST, BROWSER])
def test_a_lock_for_one_system_says_so(name: str) -> None:
    """Its first lines say for which Python and system it is."""
    head = (PROJECT / name).read_text(encoding="utf-8").splitlines()[:2]
    assert "Python 3.11 on Linux x86_64" in head[1]
    assert setup_env.LOCKED_FOR in head[1]


def test_the_lessons_ask_for_the_browsers_pandas() -> None:
    """No older pandas is let in for the lessons than the one that their outputs are held to."""
    (pandas,) = [found for found in wanted("lab")[len(wanted()) :] if found.name == "pandas"]
    assert {f">={found}" for found in locked(BROWSER)["pandas"]} == {str(pandas.specifier)}


def test_what_is_left_out_is_left_out() -> None:
    """The package that costs every notebook a second is in no lock."""
    left_out = PYPROJECT["tool"]["uv"]["exclude-dependencies"]
    assert left_out == ["rfc3987-syntax"]
    every = [*LOCKS, LOWEST, BROWSER]
    assert [name for name in every if set(left_out) & set(locked(name))] == []


def test_conda_has_the_versions_of_the_lock() -> None:
    """A student with conda and a student with pip run the same packages."""
    conda = conda_versions("environment.yml")
    assert re.fullmatch(r"3\.1[1-4]", conda.pop("python"))
    direct = {canonicalize_name(found.name) for found in wanted("lab", "matcher")}
    versions = locked("requirements.lock")
    assert conda == {name: "".join(versions[name]) for name in sorted(direct)}


def test_the_tests_have_an_environment_of_their_own() -> None:
    """environment-test.yml holds what only the tests need, at the versions of their lock."""
    names = ({canonicalize_name(found.name) for found in wanted(*extras)} for extras in EXTRAS)
    reader, test = names
    versions = locked("requirements-test.lock")
    assert conda_versions("environment-test.yml") == {
        name: "".join(versions[name]) for name in sorted(test - reader)
    }


EXTRAS = [("lab", "matcher"), ("lab", "matcher", "dask", "test")]


@pytest.mark.parametrize("name", ["environment.yml", "environment-test.yml"])
def test_every_line_of_a_conda_file_says_what_it_is_for(name: str) -> None:
    """Nobody wonders why a package is there."""
    text = (PROJECT / name).read_text(encoding="utf-8")
    lines = re.findall(r"(?m)^ +- (?!conda-forge|pip:).*", text)
    assert len(lines) > 10
    assert [line for line in lines if not re.search(r" # \w+", line)] == []


# ------------------------------------------------------------------------ the wheel


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, with a text in data/corpus and a compiled catalogue."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-data"):
        shutil.copy(PROJECT / name, folder)
    for name in ("data", "lib"):
        ignored = shutil.ignore_patterns("__pycache__", "corpus")
        shutil.copytree(PROJECT / name, folder / name, ignore=ignored)
    (folder / "data" / "corpus").mkdir()
    (folder / "data" / "corpus" / "a.txt").write_text("A text that is not ours.")
    catalogues = folder / "locale" / "kk" / "LC_MESSAGES"
    catalogues.mkdir(parents=True)
    (catalogues / "kopjaqty.mo").write_bytes(b"compiled")
    # Of all that git ignores only this, so that the corpus stays out by pyproject.toml alone.
    (folder / ".gitignore").write_text("*.mo\n")
    return folder


def build(folder: Path, kind: str, out: Path) -> list[str]:
    """Build a wheel, or the archive of the sources, without a network; the names in it."""
    code = f"import hatchling.build as b; print(b.build_{kind}({str(out)!r}))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    file = out / done.stdout.split()[-1]
    if kind == "sdist":
        with tarfile.open(file) as archive:
            return archive.getnames()
    with zipfile.ZipFile(file) as wheel:
        return wheel.namelist()


def test_the_wheel_carries_the_data(copy: Path, tmp_path: Path) -> None:
    """Who installs kopjaqty has its tables and catalogues, inside the package."""
    names = build(copy, "wheel", tmp_path)
    data = [path.name for path in (PROJECT / "data").iterdir() if path.is_file()]
    assert "datapackage.json" in data
    assert {f"kopjaqty/data/{name}" for name in data} <= set(names)
    assert "kopjaqty/locale/kk/LC_MESSAGES/kopjaqty.mo" in names
    assert "kopjaqty/py.typed" in names


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_no_text_is_packed(copy: Path, tmp_path: Path, kind: str) -> None:
    """The documents' texts stay where they are, though they lie in the data's folder."""
    names = build(copy, kind, tmp_path)
    assert len(names) > 20
    assert [name for name in names if "/corpus/" in name] == []


def test_an_installed_wheel_finds_its_data(copy: Path, tmp_path: Path) -> None:
    """Without the project's folder, kopjaqty reads the tables that came in the wheel."""
    build(copy, "wheel", tmp_path)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "site")  # noqa: S202 (our own wheel)
    done = subprocess.run(
        [sys.executable, "-c", "import kopjaqty.store as s; print(s.data_folder())"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "site"), "KOPJAQTY_DATA": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == tmp_path / "site" / "kopjaqty" / "data"


def test_an_editable_install_copies_nothing(copy: Path, tmp_path: Path) -> None:
    """Who changes a table sees the change at once: no copy of it can go stale."""
    names = build(copy, "editable", tmp_path)
    assert [name for name in names if ".dist-info/" not in name] == ["_kopjaqty.pth"]


# ------------------------------------------------------------------- what is written


def test_one_version_everywhere() -> None:
    """pyproject.toml, CITATION.cff and the changelog tell of the same release."""
    citation = yaml.safe_load((PROJECT / "CITATION.cff").read_text(encoding="utf-8"))
    changelog = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    version, date = re.findall(r"(?m)^## \[(\d[^\]]*)\] - (\S+)$", changelog)[0]
    assert citation["version"] == version == PYPROJECT["project"]["version"]
    assert citation["date-released"] == date


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/maintainers.md"])
def test_the_commands_that_are_written_exist(name: str) -> None:
    """Each `make` target and each file that a reader is sent to is there."""
    text, makefile = (PROJECT.joinpath(file).read_text("utf-8") for file in (name, "Makefile"))
    targets = set(" ".join(re.findall(r"(?m)^([a-z -]+):", makefile)).split())
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE)) - targets == set()
    files = re.findall(r"\]\(([\w./-]+)\)", text) + re.findall(r"\bpy (\S+\.py)", text)
    places = {file: (PROJECT / name).parent / file.replace("\\", "/") for file in files}
    assert [file for file, place in places.items() if not place.exists()] == []


def test_make_help_tells_every_target() -> None:
    """Whoever types `make` reads what can be done."""
    told = set(re.findall(r"^  make ([a-z-]+)", make(), re.MULTILINE))
    written = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert told == set(re.findall(r"(?m)^([a-z]+(?:-all)?):.* ## ", written))
    assert told >= {"help", "lab", "test", "check", "test-all", "verify"}


def test_each_part_can_be_asked_for() -> None:
    """`make library` checks that part alone; so does every other name of a part."""
    for name in check.parts():
        if name not in SLOW:
            done = make("-n", {"test": "test", "check": "check"}.get(name, name))
            assert f"tools/check.py{'' if name == 'test' else ' ' + name}" in done


SLOW = {"all", "thorough", "processor", "lowest", "versions"}
"""What only `make test-all` asks for."""


def test_the_make_of_the_bsds() -> None:
    """The other make lists the targets and opens the lessons with the same words as GNU's make."""
    for arguments in ([], ["-n", "lab", "ARGS=--no-browser"], ["-n", "test-all"]):
        assert make(*arguments, program=need("bmake")) == make(*arguments)


def make(*arguments: str, program: str = "make") -> str:
    """What a make prints, in the project's folder."""
    # Not as a part of the make that may have started the tests.
    own = {name: value for name, value in os.environ.items() if name not in OF_MAKE}
    done = subprocess.run(
        [program, *arguments], cwd=PROJECT, env=own, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


OF_MAKE = {"ARGS", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PYTHON"}


def test_the_readme_example_runs() -> None:
    """A researcher who pastes the five lines gets what they promise."""
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    code = re.findall(r"(?s)```python\n(.*?)```", text)[0]
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102 (the project's own text)
    assert len(names["relations"]) > 100  # type: ignore[arg-type]
    assert "kazakhstan" in names["graph"]  # type: ignore[operator]


def test_make_lab_passes_arguments_on() -> None:
    """`make lab ARGS="…"` gives JupyterLab its arguments."""
    told = make("-n", "lab", "ARGS=--no-browser --port 9999")
    assert "/kopjaqty lab --no-browser --port 9999\n" in told
