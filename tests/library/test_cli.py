"""The command line: what it prints, its exit codes, and no traceback for a slip."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result

from cli_runner import make_runner
from invented import ADVERTISEMENT, BRIDGE, make_collection, span_of
from kopjaqty import cli
from kopjaqty.corpus.words import span_digest


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection with its texts, which the commands find through KOPJAQTY_DATA."""
    monkeypatch.delenv("KOPJAQTY_CORPUS", raising=False)
    monkeypatch.setenv("KOPJAQTY_DATA", str(tmp_path / "data"))
    return make_collection(tmp_path / "data")


def run(*arguments: object) -> Result:
    """Run the command line as a user does."""
    return make_runner().invoke(cli.kopjaqty, [str(a) for a in arguments], prog_name="kopjaqty")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["verfy"], "Did you mean 'verify'"),
        (["corpus", "stauts"], "Did you mean 'status'"),
        (["xyz"], "There are: annotate, cite, corpus, course, export, lab, progress, verify"),
        (["verify", "--dta", "x"], "--data"),
        (["corpus", "add"], "FILE"),
        (["cite", "--style", "apa"], "bibtex"),
    ],
)
def test_slips(arguments: list[str], hint: str) -> None:
    """A wrong command, option or argument is explained, with the nearest right one."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert hint in result.stderr
    assert "Traceback" not in (result.stdout + result.stderr)


@pytest.mark.parametrize(
    "arguments",
    [[], ["--help"], ["-h"], ["corpus", "--help"], ["verify", "-h"], ["corpus", "find", "--help"]],
)
def test_help(arguments: list[str]) -> None:
    """Every command has help."""
    assert "Usage: kopjaqty" in run(*arguments).output


@pytest.mark.usefixtures("folder")
def test_version() -> None:
    """The version names package, data and digest."""
    result = run("--version")
    assert result.exit_code == 0
    assert "sha256" in result.output


@pytest.mark.usefixtures("folder")
def test_verify() -> None:
    """A sound collection is told in one line, and the exit code is 0."""
    result = run("verify")
    assert result.exit_code == 0
    assert len(result.output.splitlines()) == 1
    assert result.output.endswith("no problems.\n")
    assert "0 not verifiable" in result.output


def test_verify_problems(folder: Path) -> None:
    """Problems are grouped by file, and the exit code is 1."""
    path = folder / "evidence.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace(",87,95,", ",90,95,"), encoding="utf-8"
    )
    result = run("verify", "--data", folder)
    assert result.exit_code == 1
    assert result.output.startswith("evidence.csv: ")
    assert "line 2, column digest" in result.output
    assert run("verify", "--update-hashes").exit_code == 1


def test_update_hashes(folder: Path) -> None:
    """After a change that is right the hashes can be noted anew."""
    path = folder / "documents.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("& more", "and more"), encoding="utf-8"
    )
    assert run("verify").exit_code == 1
    assert "documents noted anew" in run("verify", "--update-hashes").output
    assert run("verify").exit_code == 0


def test_no_data() -> None:
    """A folder without tables is explained."""
    for command in (["verify"], ["corpus", "status"], ["cite"]):
        result = run(*command, "--data", "no_such_folder")
        assert result.exit_code == 1
        assert "datapackage.json" in (result.stdout + result.stderr)
        assert "Traceback" not in (result.stdout + result.stderr)


def test_corpus_status(folder: Path) -> None:
    """The status says how each text stands, where it was published and how to bring it."""
    (folder / "corpus" / "0.txt").write_text(BRIDGE.replace("148", "149"), encoding="utf-8")
    (folder / "corpus" / "1.txt").unlink()
    (folder / "corpus" / "2.txt").write_bytes(b"")
    lines = run("corpus", "status").output.splitlines()
    assert lines[0].startswith("bridge  near copy (0.txt): 93% of the sentences and 100%")
    assert lines[2:4] == [
        "fair    missing",
        "        Title of fair & more, Steppe News, 2030-09-12",
    ]
    assert str(folder / "corpus") in lines[4]
    assert "empty" in lines[5]
    assert "kopjaqty corpus add FILE" in lines[6]


def test_corpus_add(folder: Path, tmp_path: Path) -> None:
    """Files are added one by one; where one is refused the exit code is 1."""
    page = tmp_path / "page.txt"
    page.write_bytes(BRIDGE.encode())
    assert run("corpus", "add", page, "--corpus", tmp_path / "new").exit_code == 0
    page.write_bytes(ADVERTISEMENT.encode())
    result = run("corpus", "add", page, folder / "corpus" / "1.txt", "--corpus", tmp_path / "new")
    assert result.exit_code == 1
    assert "none of the documents" in result.stderr
    assert "fair: the exact text" in result.stdout


@pytest.mark.usefixtures("folder")
def test_corpus_find() -> None:
    """The cells for evidence.csv, and they alone, go to the standard output."""
    result = run("corpus", "find", "Ақ бидай")
    start, end = span_of("bridge", "Ақ бидай")
    assert result.stdout == f"bridge,{start},{end},{span_digest('Ақ бидай')}\n"
    assert "segment 4" in result.stderr
    assert run("corpus", "find", "АҚ БИДАЙ").stdout == result.stdout
    assert "--snap words" in run("corpus", "find", "идай»").stderr
    assert run("corpus", "find", "идай»", "--snap", "words").stdout.startswith("bridge,90,95,")
    nearest = run("corpus", "find", "ені 9 метр, ұзындығы 150 метр")
    assert (nearest.exit_code, nearest.stdout[:7]) == (1, "bridge,")
    assert run("corpus", "find", "zzz").exit_code == 1
    assert run("corpus", "find", "—").exit_code == 1


@pytest.mark.usefixtures("folder")
def test_cite() -> None:
    """The data set or a row is cited in the style asked for."""
    assert run("cite").output.startswith("The kopjaqty authors (2026)")
    assert run("cite", "r0001", "--style", "bibtex").output.startswith(
        "@misc{kopjaqty_0_1_0_r0001,"
    )
    result = run("cite", "r0009")
    assert result.exit_code == 1
    assert (
        result.stderr
        == "No row and no evidence has this id. Found: 'r0009'. Did you mean 'r0002'?\n"
    )


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), PermissionError(13, "No", "f")]
)
def test_system_errors(monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    """What the system refuses is said in one line."""

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(import_module("kopjaqty.cite"), "cite", refuse)
    result = run("cite")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert str(error.strerror) in result.stderr


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been started, in a folder that is left again."""
    commands: list[list[str]] = []
    monkeypatch.setattr("importlib.util.find_spec", lambda _: object())  # JupyterLab is there
    monkeypatch.setattr(cli, "_replace_process", commands.append)
    monkeypatch.chdir(Path.cwd())
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "")  # set by the command; forgotten afterwards
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    return commands


def test_lab(started: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lab starts in the project with lesson 00, without announcements, options passed on."""
    monkeypatch.setattr(cli, "__file__", str(tmp_path / "lib" / "kopjaqty" / "cli.py"))
    lesson = tmp_path / cli.FIRST_LESSON
    lesson.parent.mkdir(parents=True)
    lesson.touch()
    assert run("lab", "--no-browser", "--port", "9999", "--help").exit_code == 0
    (command,) = started
    assert command[:3] == [sys.executable, "-m", "jupyterlab"]
    assert "--LabApp.news_url=None" in command
    assert "--LabApp.default_url=/lab/tree/notebooks/en/00_start_here.ipynb" in command
    assert command[-4:] == ["--no-browser", "--port", "9999", "--help"]
    assert Path.cwd() == tmp_path


def test_lab_with_own_file(started: list[list[str]], tmp_path: Path) -> None:
    """A file or an option of the reader's own stands, and is looked for where the reader is."""
    before = Path.cwd()
    run("lab", tmp_path, "--LabApp.news_url=x")
    assert started[0][3:] == [str(tmp_path), "--LabApp.news_url=x"]
    assert Path.cwd() == before


def test_lab_as_root(started: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container, whose only user is root, the lab starts all the same; elsewhere unchanged."""
    run("lab")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    run("lab")
    own, root = ("--allow-root" in command for command in started)
    assert (own, root) == (False, os.name != "nt")


def test_no_lab(started: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without JupyterLab the lab says how to install it."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    result = run("lab")
    assert (result.exit_code, started) == (1, [])
    assert "pip install" in result.stderr


def start(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    program = "from kopjaqty.cli import main; main()"
    path = os.pathsep.join(p for p in sys.path if p)
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=os.environ | {"PYTHONPATH": path, "KOPJAQTY_DATA": str(folder)} | environment,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp866", "utf-8"])
def test_code_pages(folder: Path, encoding: str) -> None:
    """A code page without Kazakh letters prints question marks and does not fail."""
    result = start(
        folder, "cite", "ak_biday|kk|Ақ бидай", PYTHONIOENCODING=encoding, PYTHONUTF8="0"
    )
    assert result.returncode == 0, result.stderr
    assert b"The kopjaqty authors" in result.stdout
    assert ("Ақ бидай" in result.stdout.decode(encoding)) == (encoding == "utf-8")


def test_light(folder: Path) -> None:
    """Neither help nor verification loads pandas, matplotlib or networkx."""
    program = (
        "import sys\nfrom kopjaqty.cli import kopjaqty\n"
        "kopjaqty(sys.argv[1:], standalone_mode=False)\n"
        "print([m for m in ('pandas', 'matplotlib', 'networkx', 'numpy') if m in sys.modules])"
    )
    path = os.pathsep.join(p for p in sys.path if p)
    environment = os.environ | {"PYTHONPATH": path, "KOPJAQTY_DATA": str(folder)}
    for command in (["--help"], ["verify"], ["corpus", "status"]):
        output = subprocess.run(
            [sys.executable, "-c", program, *command],
            env=environment,
            capture_output=True,
            check=True,
        ).stdout
        assert output.rstrip().endswith(b"[]")


def test_any_letter() -> None:
    """A letter that a stream lacks becomes a question mark."""
    stream: Any = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    cli._print_any_letter(stream)
    stream.write("ң")
    stream.flush()
    assert stream.buffer.getvalue() == b"?"


def test_other_packages_bring_commands() -> None:
    """The course's commands stand among the library's, and a misspelt one is led to them."""
    assert {"course", "progress"} <= set(cli.kopjaqty.list_commands(click.Context(cli.kopjaqty)))
    assert "course" not in cli.kopjaqty.commands
    done = make_runner().invoke(cli.kopjaqty, ["progres"])
    assert (done.exit_code, "Did you mean 'progress'?" in done.stderr) == (2, True)
