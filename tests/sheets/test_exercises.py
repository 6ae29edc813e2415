"""From an answer to an outcome: checking, hints, solutions, variants, slips, progress."""

from __future__ import annotations

import json
import linecache
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import nbformat
import networkx as nx
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from cli_runner import make_runner
from kopjaqty import cli
from kopjaqty.errors import KopjaqtyError, UnknownName
from kopjaqty.language import use_language
from kopjaqty_course.exercises import exercise
from kopjaqty_course.exercises.answers import FigureOf, Function, Names, Number, Parsons, Written
from kopjaqty_course.exercises.checking import Checker
from kopjaqty_course.exercises.notes import Note
from kopjaqty_course.exercises.outcomes import MIME, Outcome, html_of
from kopjaqty_course.exercises.probes import Inputs, case_of, make_probes
from kopjaqty_course.exercises.progress import find_sheets, read_progress
from kopjaqty_course.exercises.questions import Question, Wrong, told
from kopjaqty_course.exercises.session import SWITCH
from kopjaqty_course.exercises.slips import explain, without_tracebacks
from kopjaqty_course.exercises.solutions import solution_code, starter_code

INPUTS = Inputs()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    use_language("en")


def members(relations: pd.DataFrame, body: str) -> list[str]:
    """Who is a member: the right answer."""
    told = relations[(relations["predicate"] == "member_of") & (relations["object_id"] == body)]
    return list(told["subject_id"].unique())


def named(relations: pd.DataFrame, body: str) -> list[str]:
    """A mention taken for membership."""
    told = relations[relations["object_id"] == body]
    return list(told["subject_id"].unique())


def turned(relations: pd.DataFrame, body: str) -> list[str]:
    """Direction reversed."""
    told = relations[(relations["predicate"] == "member_of") & (relations["subject_id"] == body)]
    return list(told["object_id"].unique())


def edges(network: nx.MultiDiGraph) -> int:
    """How many edges there are."""
    return int(network.number_of_edges())


def question(**changed: Any) -> Question:
    """A question for these tests."""
    parts: dict[str, Any] = {
        "title": "Members",
        "task": "Who is a member?",
        "kind": "make",
        "minutes": 5,
        "points": 4,
        "taught": "What is a member?",
        "answer": Function(Names()),
        "reference": members,
        "right": (),
        "wrong": (
            Wrong("mention taken for membership", named, "{answer}: only named with {body}."),
            Wrong("direction reversed", turned, "What {body} belongs to: {answer}."),
        ),
        "hints": ("Look.", "Begin.", "Nearly: {body}."),
        "meaning": "Members of {body}: {answer}.",
        "cases": lambda: [{"body": "un"}, {"body": "cica"}],
    }
    return Question(**(parts | changed))


def checker(asked: Question | None = None, **case: Any) -> Checker:
    """A checker of one question."""
    asked = asked or question()
    return Checker("03", 2, asked, INPUTS, case or INPUTS.cases_of(asked)[0])


def value_question(**changed: Any) -> Question:
    """The same question, asked for the list itself."""
    return question(answer=Names(), **changed)


# ------------------------------------------------------------------------- checking
def test_a_right_function_is_told_what_it_means() -> None:
    """All points, the meaning with the student's value, no hints."""
    said = checker().check(lambda relations, body: set(members(relations, body)))
    assert (said.state, said.earned, said.points) == ("right", 4, 4)
    assert said.said[0].startswith("Members of un: ")
    assert said.hints == ()


def test_a_named_mistake_is_recognised() -> None:
    """The diagnosis speaks of the student's value and variant."""
    said = checker(value_question()).check(named(INPUTS("relations"), "un"))
    assert (said.state, said.misconception) == ("not yet", "mention taken for membership")
    assert "with un" in said.said[0]
    said = checker().check(turned)
    assert said.misconception == "direction reversed"


def test_another_mistake_gets_what_differs() -> None:
    """What no name fits is told as a difference."""
    said = checker(value_question()).check(["osce"])
    assert said.misconception == ""
    assert "'osce'" in said.said[0]


def test_a_function_right_on_the_collection_only_earns_a_part() -> None:
    """An empty table breaks it: it is told on what, how many trials pass, and earns a share."""

    def first_of_many(relations: pd.DataFrame, body: str) -> list[str]:
        assert len(relations)
        return members(relations, body)

    said = checker().check(first_of_many)
    assert said.state == "not yet"
    assert "Tried on empty tables: AssertionError" in said.said[0]
    assert "trials pass" in said.said[1]
    assert 0 < said.earned < 4


def test_a_mistake_that_shows_elsewhere_says_where() -> None:
    """A named mistake that the collection does not show is told with what does show it."""

    def careless(relations: pd.DataFrame, body: str) -> list[str]:
        return members(relations, body) if len(relations) else ["nobody"]

    asked = question(wrong=(Wrong("empty forgotten", careless, "Think of an empty table."),))
    said = checker(asked).check(careless)
    assert said.misconception == "empty forgotten"
    assert "tried on empty tables" in said.said[1]


def test_who_is_right_on_the_collection_has_no_mistake_that_shows_there() -> None:
    """A mistake that gives the same elsewhere by chance is not laid at somebody's door."""

    def nobody(_relations: pd.DataFrame, _body: str) -> list[str]:
        return []

    def afraid(relations: pd.DataFrame, body: str) -> list[str]:
        return members(relations, body) if len(relations) == len(INPUTS("relations")) else []

    asked = question(wrong=(Wrong("nobody found", nobody, "You found nobody."),))
    assert checker(asked).check(nobody).misconception == "nobody found"
    assert checker(asked).check(afraid).misconception == ""


def test_a_constant_earns_nothing() -> None:
    """What is right on empty tables alone earns nothing."""
    assert checker().check(lambda *_a: []).earned == 0


def test_what_only_knows_the_collection_is_found_out() -> None:
    """The right list, typed in, is wrong on every other trial."""
    answer = members(INPUTS("relations"), "un")
    said = checker().check(lambda *_a: answer)
    assert said.state == "not yet"


def test_a_function_that_fails_could_not_run() -> None:
    """The student's exception in a line, the column that was meant, the line of code."""
    said = checker().check(lambda relations, _body: relations["subject"])
    assert said.state == "could not run"
    assert said.said[0] == "KeyError: 'subject'. Did you mean 'subject_id'?"
    assert "Traceback" not in str(said)


@pytest.mark.parametrize("failure", [SystemExit, RecursionError, MemoryError, ZeroDivisionError])
def test_no_failure_gets_out(failure: type[BaseException]) -> None:
    """Whatever a student's function raises, an outcome is what comes back."""

    def fails(*_given: object) -> None:
        raise failure

    assert checker().check(fails).state == "could not run"


def test_the_number_of_arguments_is_told() -> None:
    """A function with another number of parameters is told which it is called with."""
    said = checker().check(lambda _relations: [])
    assert "takes 1 argument; it is called with relations, body" in said.said[0]


def test_arguments_in_another_order_are_told() -> None:
    """Parameters that have changed places are told, whatever error comes of it."""

    def swapped(body: str, relations: pd.DataFrame) -> list[str]:
        return members(relations, body)

    said = checker().check(swapped)
    assert said.said == ("Your function is called with relations, body, in this order.",)


def test_what_a_function_prints_is_shown_once(capsys: pytest.CaptureFixture[str]) -> None:
    """A line printed to look for a mistake appears once, not once a trial; so does a warning."""

    def prints(relations: pd.DataFrame, body: str) -> list[str]:
        print("here")  # noqa: T201 - as a student does
        sys.stderr.write("there\n")  # as warnings do
        return members(relations, body)

    assert checker().check(prints).state == "right"
    assert capsys.readouterr() == ("here\n", "there\n")


def test_a_name_that_a_notebook_has_taken_makes_nothing_right() -> None:
    """After `sorted = 3` in a notebook, right is right, wrong is wrong, and a call is explained."""
    notebook: dict[str, Any] = {"sorted": 3, "list": 4, "members": members}
    exec(  # noqa: S102 - as cells are run
        "def right(relations, body):\n    return members(relations, body)\n"
        "def wrong(relations, body):\n    return ['x']\n"
        "def calls(relations, body):\n    return sorted(members(relations, body))\n",
        notebook,
    )
    said = {name: checker().check(notebook[name]) for name in ("right", "wrong", "calls")}
    states = {name: outcome.state for name, outcome in said.items()}
    assert states == {"right": "right", "wrong": "not yet", "calls": "could not run"}
    assert "'int' object is not callable" in str(said["calls"])


def test_nothing_given_back_is_told() -> None:
    """A function that ends without `return` is told so."""

    def forgets(relations: pd.DataFrame, body: str) -> None:
        members(relations, body)

    assert "return" in checker().check(forgets).said[0]


def test_what_changes_its_input_is_told() -> None:
    """A right function that writes into the table is right, with a warning; the data is safe."""

    def writes(relations: pd.DataFrame, body: str) -> list[str]:
        relations["mine"] = 1
        return members(relations, body)

    said = checker().check(writes)
    assert said.state == "right"
    assert "changes the table" in said.said[1]
    assert "mine" not in INPUTS("relations")


def test_a_value_is_held_against_the_students_own_variant() -> None:
    """The answer to another variant is wrong."""
    other = members(INPUTS("relations"), "cica")
    assert checker(value_question(), body="cica").check(other).state == "right"
    assert checker(value_question(), body="un").check(other).state == "not yet"


def test_parsons_are_run() -> None:
    """Lines in any order that works are right; in one that does not, it is told."""
    lines = {
        "a": "def answer(relations, body):",
        "b": '    told = relations[relations["object_id"] == body]',
        "c": '    told = told[told["predicate"] == "member_of"]',
        "d": '    return told["subject_id"].unique().tolist()',
    }
    asked = question(
        answer=Parsons(Names(), lines),
        reference=lambda: list("abcd"),
        wrong=(Wrong("no filter", lambda: list("abd"), "Only named with {body}."),),
    )
    assert checker(asked).check("abcd").state == "right"
    assert checker(asked).check("abd").misconception == "no filter"
    assert checker(asked).check("dcba").state == "not yet"
    assert checker(asked).check("acbd").state == "could not run"


def test_a_text_is_never_right() -> None:
    """A text is held against its rubric; rows that are not there are named."""
    asked = question(
        answer=Written(("It cites.", "It doubts."), least_words=4),
        reference=lambda: "Kazakhstan hosts, says r0005.",
        wrong=(),
    )
    said = checker(asked).check("Kazakhstan hosts, says r0005. And r9999 says so too.")
    assert (said.state, said.earned) == ("yours to judge", 0)
    assert "It cites." in str(said)
    assert "There is no such row: r9999" in str(said)
    assert "r0005" in str(said)
    assert checker(asked).check("Too short.").state == "not yet"
    assert "cite no row" in str(checker(asked).check("Four words and more"))


def test_passages_and_discrepancies_can_be_cited() -> None:
    """The ids of evidence and of discrepancies are rows too."""
    asked = question(answer=Written(("It cites.",), least_words=4), wrong=())
    passage = INPUTS("evidence")["evidence_id"].iloc[0]
    said = str(checker(asked).check(f"See {passage}, undof_sonnr and e9999 for it."))
    assert f"Rows you cite: {passage}, undof_sonnr." in said
    assert "There is no such row: e9999" in said


def test_a_picture_is_shown_with_words_once() -> None:
    """The student's figure stands in the outcome, its bars told; no figure is left open."""
    plt.close("all")  # those that other tests have left

    def bars(body: str) -> Any:
        _figure, ax = plt.subplots()
        ax.barh([body], [3])
        ax.set_xlabel("rows")
        return ax

    asked = question(answer=FigureOf(), reference=bars, wrong=())
    said = checker(asked).check(bars("un"))
    assert said.state == "right"
    assert 'alt="un 3"' in said._repr_html_()
    assert 'alt="cica 3"' in checker(asked).check(bars("cica"))._repr_html_()
    bars("un")
    untouched = checker(asked).check(...)
    assert (untouched.state, 'alt="un 3"' in untouched._repr_html_()) == ("not started", True)
    assert "<img" not in checker(asked).check(...)._repr_html_()
    assert plt.get_fignums() == []


def test_a_picture_is_drawn_when_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check draws nothing; what is shown twice is drawn once, and a copy shows the same."""
    drawn = []
    draw: Any = FigureCanvasAgg.draw

    def count(canvas: FigureCanvasAgg) -> None:
        drawn.append(canvas)
        draw(canvas)

    monkeypatch.setattr(FigureCanvasAgg, "draw", count)
    _figure, ax = plt.subplots()
    ax.bar(["un"], [3])
    ax.set_ylabel("rows")
    asked = question(answer=FigureOf(), reference=lambda: ax, wrong=(), meaning="Seen.")
    said = checker(asked).check(ax)
    assert drawn == []
    shown = said._repr_html_()
    assert said._repr_html_() == shown
    assert pickle.loads(pickle.dumps(said))._repr_html_() == shown  # noqa: S301 - our own
    assert len(drawn) == 1


def test_a_picture_without_a_grid_is_shown_too() -> None:
    """Axes that were put on a figure by hand keep their place."""
    ax = plt.figure().add_axes((0.2, 0.2, 0.7, 0.7))
    ax.bar(["un"], [3])
    ax.set_ylabel("rows")
    asked = question(answer=FigureOf(), reference=lambda: ax, wrong=(), cases=None)
    asked = replace(asked, meaning="Seen.")
    assert "<img" in checker(asked).check(ax)._repr_html_()


def test_probes() -> None:
    """The collection, empty tables, samples, other variants, and the question's own."""
    asked = question(probes=lambda: [("nobody", {"body": "nobody"})])
    probes = make_probes(asked, members, INPUTS, {"body": "un"}, 5)
    sizes = [len(probe.arguments[0]) for probe in probes]
    assert sizes[0] == len(INPUTS("relations"))
    assert sizes[1] == 0
    assert 0 < min(sizes[2:5]) <= max(sizes[2:5]) < sizes[0]
    assert [probe.arguments[1] for probe in probes[5:]] == ["cica", "nobody"]
    again = make_probes(asked, members, INPUTS, {"body": "un"}, 5)
    other = make_probes(asked, members, INPUTS, {"body": "un"}, 6)
    assert again[2].arguments[0].equals(probes[2].arguments[0])
    assert not other[2].arguments[0].equals(probes[2].arguments[0])


def test_a_trial_that_the_task_does_not_speak_of_is_left_out() -> None:
    """A program is not tried where the question says that nothing is asked."""
    asked = question(probes=lambda: [("nobody", {"body": "nobody"})])
    made = len(make_probes(asked, members, INPUTS, {"body": "un"}, 5))
    asked = question(probes=asked.probes, asked=lambda relations: len(relations) > 0)
    assert len(make_probes(asked, members, INPUTS, {"body": "un"}, 5)) == made - 1
    asked = question(probes=asked.probes, asked=lambda body: body != "nobody")
    assert "nobody" not in {
        each.title for each in make_probes(asked, members, INPUTS, {"body": "un"})
    }


def test_a_slip_in_lines_put_together_names_the_line_of_the_function() -> None:
    """The lines stand in no cell: none is named."""
    program = Parsons(lines={"a": "def f(x):", "b": "    return x / 0"}).function("ab")
    with pytest.raises(ZeroDivisionError) as caught:
        program(1)
    said = explain(caught.value, program.__globals__)
    assert said[-1] == "In line 2 of the function."


def test_samples_of_a_network() -> None:
    """A sample of the network has some of its edges, in another order, with all they bear."""
    asked = question(reference=edges, answer=Function(Number()), cases=None)
    probes = make_probes(asked, edges, INPUTS, {})
    whole, empty, some = (probe.arguments[0] for probe in probes[:3])
    assert (len(empty), type(some)) == (0, type(whole))
    assert 0 < some.number_of_edges() < whole.number_of_edges()
    assert {*some.edges(keys=True)} < {*whole.edges(keys=True)}
    edge = next(iter(some.edges(keys=True)))
    assert some.edges[edge] == whole.edges[edge]


# ------------------------------------------------------------------------- variants
def test_a_student_keeps_a_variant() -> None:
    """An id has one variant for a question, neighbours differ, and no id has the first."""
    cases = [{"n": n} for n in range(7)]
    given = [case_of("03/2", cases, f"s{n}") for n in range(70)]
    assert given == [case_of("03/2", cases, f"s{n}") for n in range(70)]
    assert {case["n"] for case in given} == set(range(7))
    assert case_of("03/2", cases, "") == {"n": 0}
    assert [case_of("03/3", cases, f"s{n}") for n in range(70)] != given


# ------------------------------------------------------------------------- the sheet
def test_check_takes_a_question_there_is() -> None:
    """A number that is not there, or an answer in its place, is told what was expected."""
    ex = exercise("01")
    for slip in (0, 99, "two", None, 1.5, [1]):
        with pytest.raises(UnknownName, match="The number comes first"):
            ex.check(slip, 1)  # type: ignore[arg-type]
    assert ex.check("1").question == 1


@pytest.mark.parametrize("number", ["01", 1, "1", " 01 "])
def test_a_sheet_by_its_number(number: str | int) -> None:
    """A sheet is found by its lesson's number, however it is written."""
    assert exercise(number).sheet.number == "01"


@pytest.mark.parametrize("number", ["00", 13, "one", ""])
def test_no_such_sheet(number: str | int) -> None:
    """Another number is refused, with the numbers there are."""
    with pytest.raises(UnknownName, match="01, "):
        exercise(number)


def test_hints_come_one_after_the_other() -> None:
    """Each call gives the next hint, the last one again; a step can be asked for."""
    ex = exercise("01")
    hints = [str(ex.hint(1)) for _n in range(4)]
    assert len(set(hints)) == 3
    assert hints[2] == hints[3]
    assert str(ex.hint(1, 1)) == hints[0]
    with pytest.raises(UnknownName, match="1, 2, 3"):
        ex.hint(1, 4)


def test_solutions_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """By an argument or, for a class, by an environment variable."""
    assert "answer_1 = " in str(exercise("01").solution(1))
    with pytest.raises(KopjaqtyError, match="switched off"):
        exercise("01", solutions=False).solution(1)
    monkeypatch.setenv(SWITCH, "off")
    with pytest.raises(KopjaqtyError, match="switched off"):
        exercise("01").solution(1)
    assert exercise("01", solutions=True).solution(1)


def test_a_sheet_speaks_its_language() -> None:
    """A sheet's language is its own; the language in use stays as it is."""
    said = exercise("01", language="ru").check(1)
    assert "Stuck" not in str(said)
    assert "Stuck" in str(exercise("01").check(1))
    with pytest.raises(UnknownName, match="en, kk, ru"):
        exercise("01", language="de")


def test_given_is_a_copy() -> None:
    """Changing what was given changes nothing for the checker."""
    ex = exercise("01", student="a")
    number = next(n for n, q in enumerate(ex.sheet.questions, 1) if q.cases)
    mine = ex.given(number)
    mine.clear()
    assert ex.given(number)
    assert repr(exercise("01")).startswith("Exercises 01: Read a source")


def test_two_sheets_do_not_know_of_one_another() -> None:
    """What one student's sheet remembers, another's does not: nothing is global."""
    one, other = exercise("01", student="a"), exercise("01", student="b")
    one.hint(1)
    assert "hint 1 of 3" in str(other.hint(1))


def test_a_changed_table_does_not_change_the_right_answer() -> None:
    """A student who changes her tables is still held against the collection."""
    import kopjaqty as kq

    ex = exercise("01")
    evidence = kq.load("evidence")
    evidence["speaker_id"] = None
    number = next(n for n, q in enumerate(ex.sheet.questions, 1) if "evidence" in q.takes)
    right = ex._checker(number)
    assert right.check(right.handed_over(ex.sheet.questions[number - 1].reference)).state == "right"


# ------------------------------------------------------------------------- cells
def test_cells_of_a_function() -> None:
    """The starter defines the function; the solution is the reference under the answer's name."""
    starter = starter_code(question(), 2)
    assert starter == "def answer_2(relations, body):\n    return ..."
    solution = solution_code(question(), 2)
    assert solution.startswith("def answer_2(relations")
    assert "unique()" in solution


def test_cells_of_a_value() -> None:
    """The variant is fetched, and the reference's last line assigned."""
    asked = value_question()
    assert starter_code(asked, 2) == 'body = ex.given(2)["body"]\nanswer_2 = ...'
    last = solution_code(asked, 2).splitlines()[-1]
    assert last == 'answer_2 = list(told["subject_id"].unique())'


def test_a_text_of_a_sheet_is_filled_in() -> None:
    """Indentation goes; braces are filled in."""
    assert told("\n    A {thing}.\n    B.\n", thing="row") == "A row.\nB."
    assert told("") == ""


# ------------------------------------------------------------------------- outcomes
def test_an_outcome_as_text_and_html() -> None:
    """Sign and word say the state; hints are folded; nothing of the answer becomes HTML."""
    said = Outcome("03", 2, "not yet", ("<b>`x`</b>",), ("one", "two", "three"), 1.5, 3)
    assert str(said).startswith("△ Question 2: Not yet (1.5 of 3 points).")
    bundle = said._repr_mimebundle_()
    assert "&lt;b&gt;<code>x</code>" in bundle["text/html"]
    assert bundle["text/html"].count("<details>") == 3
    assert bundle[MIME] == json.loads(json.dumps(said.as_dict()))
    assert repr(said) == bundle["text/plain"]


def test_html_of() -> None:
    """Lines, items, bold and code."""
    assert html_of("a\nb") == "<p>a<br>b</p>"
    assert html_of("- a\n- **b**") == "<ul><li>a</li><li><strong>b</strong></li></ul>"
    assert html_of("who *acts*, 2 * 3 * 4") == "<p>who <em>acts</em>, 2 * 3 * 4</p>"


def test_a_note() -> None:
    """A note is shown as text and as HTML, its code escaped."""
    note = Note("Hint", "Use `a`.", "x < 1")
    assert str(note) == repr(note) == "Hint:\nUse `a`.\nx < 1"
    assert "x &lt; 1" in note._repr_html_()


# ------------------------------------------------------------------------- slips
def slip(code: str, space: dict[str, Any]) -> list[str]:
    """What is said of code that fails."""
    linecache.cache["<cell>"] = (len(code), None, code.splitlines(keepends=True), "<cell>")
    with pytest.raises(Exception) as caught:  # noqa: PT011 - any
        exec(compile(code, "<cell>", "exec"), space)  # noqa: S102
    return explain(caught.value, space)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("evnts", "NameError: name 'evnts' is not defined. Did you mean 'events'?"),
        ("events['yeer']", "KeyError: 'yeer'. Did you mean 'year'?"),
        ("{'un': 1}['nu']", "KeyError: 'nu'."),
        ("events.merge(events, on=events)", "KeyError: "),
        ("events.hed()", "Did you mean 'head'"),
        ("1 / 0", "ZeroDivisionError: division by zero."),
        ("raise ValueError", "ValueError."),
        ("import kopjaqty as kq; kq.load('entitys')", "Did you mean 'entities'?"),
        ("kopjaqty", "NameError"),
    ],
)
def test_slips(code: str, said: str) -> None:
    """An error is said in a line, with what was likely meant, and the line of code."""
    lines = slip(code, {"events": pd.DataFrame({"year": [1]})})
    assert said in lines[0]
    assert lines[-1] == f"In line 1 of your cell: `{code}`"


def test_slips_in_functions_tell_the_students_own_line() -> None:
    """The last line of the student's own is told, not one of a library."""
    code = "x = 1\ndef f(t):\n    return t['b']\nf(events)"
    lines = slip(code, {"events": pd.DataFrame({"a": []})})
    assert lines[-1] == "In line 3 of your cell: `return t['b']`"


def test_no_traceback_in_a_kernel(capsys: pytest.CaptureFixture[str]) -> None:
    """In IPython, a slip prints its lines, and `%tb` is named."""
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell()  # type: ignore[no-untyped-call]
    without_tracebacks(shell)
    without_tracebacks(None)
    shell.run_cell("evnts = 1\nevents")  # type: ignore[no-untyped-call]
    said = capsys.readouterr()
    text = said.out + said.err
    assert "Did you mean 'evnts'?" in text
    assert "%tb" in text
    assert "Traceback" not in text
    InteractiveShell.clear_instance()


# ------------------------------------------------------------------------- progress
def notebook(path: Path, *outcomes: Outcome) -> Path:
    """A notebook with saved outcomes, one a cell."""
    cells = [nbformat.v4.new_markdown_cell("A sheet.")]
    for outcome in outcomes:
        output = nbformat.v4.new_output("execute_result", outcome._repr_mimebundle_())
        cells.append(nbformat.v4.new_code_cell("answer = 1", outputs=[output]))
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


def test_progress(tmp_path: Path) -> None:
    """The last outcome of each question counts; what was not run is told; nothing is changed."""
    path = notebook(
        tmp_path / "mine.ipynb",
        Outcome("01", 1, "not yet", points=1),
        Outcome("01", 2, "not yet", points=2, earned=0.5),
        Outcome("01", 1, "right", points=1, earned=1),
    )
    before = path.read_bytes()
    found = read_progress(path)
    assert found is not None
    assert (found.earned, found.count("right"), found.count("not yet")) == (1.5, 1, 1)
    lines = str(found).splitlines()
    assert lines[0].startswith("01 Read a source: 1 of ")
    assert lines[1].endswith(": Right")
    assert lines[3].endswith(": Not checked")
    assert path.read_bytes() == before


def test_progress_of_what_is_no_sheet(tmp_path: Path) -> None:
    """A lesson is no sheet; a file that is no notebook is told."""
    assert read_progress(notebook(tmp_path / "lesson.ipynb")) is None
    broken = tmp_path / "broken.ipynb"
    for content in ("", "[]", '{"cells": 3}', "\x00"):
        broken.write_text(content, encoding="utf-8")
        with pytest.raises(KopjaqtyError, match="not a notebook"):
            read_progress(broken)


def test_the_command(tmp_path: Path) -> None:
    """`kopjaqty progress` reads a folder, leaves solutions out, and goes on after a bad file."""
    (tmp_path / "solutions").mkdir()
    notebook(tmp_path / "solutions" / "01.ipynb", Outcome("01", 1, "right", points=1, earned=1))
    run: Callable[..., Any] = make_runner().invoke
    result = run(cli.kopjaqty, ["progress", str(tmp_path)])
    assert (result.exit_code, "No exercise sheet" in result.output) == (0, True)
    notebook(tmp_path / "01.ipynb", Outcome("01", 1, "not yet", points=1))
    (tmp_path / "bad.ipynb").write_text("{", encoding="utf-8")
    result = run(cli.kopjaqty, ["progress", str(tmp_path)])
    assert result.exit_code == 1
    assert "01 Read a source: 0 of " in result.output
    assert "bad.ipynb is not a notebook" in result.stderr
    assert find_sheets([tmp_path / "01.ipynb"]) == [tmp_path / "01.ipynb"]
    result = run(cli.kopjaqty, ["progress", "--language", "kk", str(tmp_path)])
    assert "questions done" not in result.output


def test_nothing_heavy_before_it_is_used() -> None:
    """Importing the exercises loads no pandas, no widgets, no sheet."""
    code = "import sys, kopjaqty_course.exercises; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        "pandas",
        "matplotlib",
        "anywidget",
        "networkx",
        "kopjaqty_course.exercises.sheets.sheet_01",
    }
    assert heavy & set(done.stdout.split()) == set()


def test_a_sheet_of_the_last_release_opens() -> None:
    """The old place of `exercise` works, and says where it stands now."""
    sys.modules.pop("kopjaqty.exercises", None)
    with pytest.warns(FutureWarning, match="from kopjaqty_course.exercises import exercise"):
        from kopjaqty.exercises import exercise as old
    assert old is exercise
