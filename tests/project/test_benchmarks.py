"""The benchmarks run, at a tiny size, and what they measure is what they say; no time is judged."""

from pathlib import Path

import nbformat
import pytest
from benchmarks import growth, lesson, loading, names, networks, processes
from benchmarks.__main__ import PARTS, main
from benchmarks.timing import Result, compare, python, run, table

from kopjaqty.matcher import find_names
from kopjaqty.store import data_folder, read_package
from kopjaqty.store.checks import check_package
from kopjaqty.tables import load


def test_processes_are_measured() -> None:
    """The import and the checks are timed as whole processes, against a bare Python."""
    (imported,) = processes.measure_import(times=1)
    (verified,) = processes.measure_verify(times=1)
    for result in (imported, verified):
        assert result.against == "python -c pass"
        assert result.ratio is not None
        assert result.ratio > 0


@pytest.mark.thorough
def test_loading_is_measured_cold_and_warm() -> None:
    """`load()` is compared with pandas on the same files, at first and later."""
    assert [result.what for result in loading.measure(times=1, warm_times=1)] == [
        "load(), first of a process",
        "load(), later ones",
    ]


def test_an_enlarged_copy_is_valid(tmp_path: Path) -> None:
    """Each row stands three times, terms and retired ids once, and every check passes."""
    package = read_package(data_folder())
    rows = {name: len(load(name)) for name in package.tables}
    total = growth.enlarge(data_folder(), tmp_path, 3)
    assert check_package(tmp_path) == []
    grown = {name: len(frame) for name, frame in load(data=tmp_path).items()}
    assert grown == {name: n if name in growth.KEPT else 3 * n for name, n in rows.items()}
    assert total == sum(grown.values())


@pytest.mark.thorough
def test_growth_is_measured() -> None:
    """Loading and checking are told at each size, each against the size before."""
    results = growth.measure(sizes=(1, 2))
    assert [(result.what.split()[0], result.against) for result in results] == [
        ("load", ""),
        ("load", "a row at x 1"),
        ("check", ""),
        ("check", "a row at x 1"),
    ]


@pytest.mark.thorough
def test_networks_are_measured() -> None:
    """Building and drawing are compared with networkx alone, and told at each size."""
    results = networks.measure(times=1, sizes=(1, 2))
    assert [(result.what.split()[0], result.against) for result in results] == [
        ("build_network(),", "csv + networkx"),
        ("draw_network(),", "nx.draw_networkx, spring layout"),
        ("build_network(),", "a later one"),
        ("build", ""),
        ("draw", ""),
        ("build", "an edge at x 1"),
        ("draw", "an edge at x 1"),
    ]


@pytest.mark.thorough
def test_the_lesson_is_measured_against_its_imports(tmp_path: Path) -> None:
    """The floor imports what the lesson says and what it loads without saying so."""
    path = tmp_path / "lesson.ipynb"
    source = "from json import dumps\n__import__('networkx').__name__"
    output = nbformat.v4.new_output(
        "execute_result", {"text/plain": "'networkx'"}, execution_count=1
    )
    cell = nbformat.v4.new_code_cell(source, execution_count=1, outputs=[output])
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
    code = lesson.read_code(path)
    loaded = lesson.find_loaded(code)
    assert loaded == ["networkx"]
    assert lesson.find_imports(code, loaded) == "from json import dumps\nimport networkx"
    against = [result.against for result in lesson.measure(times=1, lesson=path)]
    assert against == ["kernel start + its imports", "nbval on its imports alone"]


@pytest.mark.thorough
def test_matchers_are_measured_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each rival has a row on each text; one that is not installed has it too, and says so."""
    pytest.importorskip("ahocorasick")
    installed = {"ahocorasick"}
    monkeypatch.setattr(names, "find_spec", lambda name: name if name in installed else None)
    results = names.measure(times=1, megabytes=0.1, sizes=[1])
    rivals = [result for result in results if result.against in names.RIVALS]
    assert len(rivals) == 2 * len(names.RIVALS)
    for result in rivals:
        missing = names.RIVALS[result.against][0] not in installed
        assert (result.ratio is None) == missing == ("is not installed" in result.cost)
    (annotated,) = [result for result in results if result.what.startswith("annotate_files")]
    assert (annotated.against, annotated.goal) == ("find_names", "<= 3")
    installed.clear()
    (result,) = names.measure()
    assert result.cost == "pyahocorasick is not installed"


def test_sparse_text_names_nobody() -> None:
    """The invented text has many words, the same at every run, and no name."""
    text = names.sparse_text(0.2)
    assert text == names.sparse_text(0.2)
    assert len(set(text.split())) > 5_000
    pytest.importorskip("ahocorasick")
    assert len(find_names(text)) == 0


def test_without_the_lesson_the_rest_is_measured(tmp_path: Path) -> None:
    """A lesson that is not there is told, not raised."""
    (result,) = lesson.measure(lesson=tmp_path / "none.ipynb")
    assert result.cost == "there is no none.ipynb"


def test_a_program_that_fails_says_what_it_said() -> None:
    """A benchmark that cannot run does not pass for a fast one."""
    with pytest.raises(RuntimeError, match="no such table"):
        run(python("raise SystemExit('no such table')"))


def test_the_ratio_is_that_of_the_fastest_runs() -> None:
    """One slow moment does not change the ratio."""
    taken = {"mine": [0.003, 0.9], "floor": [0.8, 0.002]}
    result = compare("a", taken, "<= 2")
    assert result == Result("a", "3.0 (451.5) ms, 2.0 (401.0) ms", "floor", 1.5, "<= 2")


def test_the_command_prints_one_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every part measured is a line of the table."""
    line = Result("something", "1 ms", "nothing", 2.0, "<= 3")
    monkeypatch.setitem(PARTS, "import", lambda: [line])
    with pytest.raises(SystemExit) as stop:
        main(["import"])
    assert stop.value.code == 0
    assert capsys.readouterr().out.rstrip() == table([line])
    assert "something  1 ms" in table([line])
