"""Every question of every sheet: its right answers, its wrong ones, its variants, its mutants.

What is held here is what a class would hand in; how the checker works is held in
test_exercises.py. kopjaqty_course/making/mutants.py tells how mutants are made.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import nbformat
import polib
import pytest

from kopjaqty.language import locale_folder
from kopjaqty_course.exercises.answers import Choice, Function, Number, Program, Written
from kopjaqty_course.exercises.checking import Checker
from kopjaqty_course.exercises.outcomes import Outcome
from kopjaqty_course.exercises.probes import Inputs, case_of, make_probes
from kopjaqty_course.exercises.questions import KINDS, Question, Sheet, parameters, told
from kopjaqty_course.exercises.sheets import find_sheet, sheet_numbers
from kopjaqty_course.exercises.trials import Trials
from kopjaqty_course.making.mutants import judge
from kopjaqty_course.making.sheets import made, sheet_path
from places import PROJECT
from taught import LESSONS, is_among, sources, taught_by, used

INPUTS = Inputs()
SHEETS = [find_sheet(number) for number in sheet_numbers()]
QUESTIONS = [
    pytest.param(sheet, number, question, id=f"{sheet.number}-{number}")
    for sheet in SHEETS
    for number, question in enumerate(sheet.questions, start=1)
]
each_question = pytest.mark.parametrize(("sheet", "number", "question"), QUESTIONS)
some_and_all = pytest.mark.parametrize(
    "extent", ["some", pytest.param("all", marks=pytest.mark.thorough)]
)
each_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.number for sheet in SHEETS])
STUDENTS = [f"student{n:03}" for n in range(500)]
# Mutants that are accepted and why: sheet, question, change, reason.
SURVIVORS = Path(__file__).parent / "surviving_mutants.csv"


def checkers(
    sheet: Sheet, number: int, question: Question, seed: int = 0, extent: str = "all"
) -> list[Checker]:
    """A checker for each variant of a question, or for some four of them."""
    cases = INPUTS.cases_of(question)
    if extent == "some":
        cases = cases[:: max(1, len(cases) // 4)][:4]
    return [Checker(sheet.number, number, question, INPUTS, case, seed) for case in cases]


def outcome_of(checker: Checker, made: Callable[..., Any]) -> Outcome:
    """What a student is told who answers as this function does."""
    return checker.check(checker.handed_over(made))


class AlwaysEqual(str):
    """An object that says it is equal to whatever it is compared with."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return True

    def __ne__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return 0

    def __getattr__(self, name: str) -> AlwaysEqual:
        return self

    def __call__(self, *_arguments: object, **_options: object) -> AlwaysEqual:
        """Whatever it is called with, it gives itself."""
        return self


def is_trivial(checker: Checker) -> bool:
    """Whether the right answer is nothing: zero, no items, an empty table."""
    answer = checker.answer
    value = checker.handed_over(checker.question.reference)
    if isinstance(answer, Program):
        program = answer.function(value)
        given = INPUTS.given_to(program, checker.case)
        value = program(*given.values())
    return answer.read(value) in (None, 0, "", (), {}, ((), ()))


def survivors() -> set[tuple[str, str, str]]:
    """Mutants that were looked at and are accepted, with a reason for each."""
    with SURVIVORS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["reason"].strip() for row in rows)
    return {(row["sheet"], row["question"], row["change"]) for row in rows}


def states(notebook: Path) -> list[str]:
    """The state that each outcome of a notebook tells."""
    cells = nbformat.read(notebook, as_version=4).cells
    mime = "application/vnd.kopjaqty.outcome+json"
    return [
        output["data"][mime]["state"]
        for cell in cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if mime in output.get("data", {})
    ]


class TestRight:
    """What is right is told so, in every variant."""

    @some_and_all
    @each_question
    def test_right_answers_are_right(
        self, sheet: Sheet, number: int, question: Question, extent: str
    ) -> None:
        """The reference and another right answer pass in every variant, and on other samples."""
        wanted = "yours to judge" if isinstance(question.answer, Written) else "right"
        assert question.right, "no other right answer"
        for seed, extent_of_seed in ((0, extent), (1, "some")):
            for checker in checkers(sheet, number, question, seed, extent_of_seed):
                for answer in (question.reference, *question.right):
                    said = outcome_of(checker, answer)
                    assert said.state == wanted, (checker.case, seed, answer.__name__, str(said))

    @each_question
    def test_the_questions_functions_leave_their_arguments_alone(
        self, sheet: Sheet, number: int, question: Question
    ) -> None:
        """No right or wrong answer writes into the tables: checks share them."""
        if not isinstance(question.answer, Program):
            return
        trials = Trials(question, INPUTS, INPUTS.cases_of(question)[0])
        for answer in (question.reference, *question.right, *(w.answer for w in question.wrong)):
            _trials, changed = trials.of(trials.program(answer))
            assert not changed, (sheet.number, number)

    @each_question
    def test_the_starter_is_not_started(
        self, sheet: Sheet, number: int, question: Question
    ) -> None:
        """An answer that was not touched is no mistake."""
        space: dict[str, Any] = {}
        if type(question.answer) is Function:
            names = ", ".join(question.takes)
            exec(f"def answer({names}):\n    return ...", space)  # noqa: S102
        checker = checkers(sheet, number, question)[0]
        assert checker.check(space.get("answer", ...)).state == "not started"


class TestWrong:
    """What is wrong is told so, and why."""

    @some_and_all
    @each_question
    def test_wrong_answers_get_their_own_diagnosis(
        self, sheet: Sheet, number: int, question: Question, extent: str
    ) -> None:
        """At least three wrong answers, and each is recognised by name in every variant."""
        if isinstance(question.answer, Written):
            assert not question.wrong, "no program can tell a wrong text"
            return
        assert len(question.wrong) >= 3
        assert len({wrong.name for wrong in question.wrong}) == len(question.wrong)
        for checker in checkers(sheet, number, question, extent=extent):
            for wrong in question.wrong:
                said = outcome_of(checker, wrong.answer)
                assert (said.state, said.misconception) == ("not yet", wrong.name), (
                    checker.case,
                    str(said),
                )

    @each_question
    @pytest.mark.parametrize(
        "strange",
        [
            AlwaysEqual("a"),
            AlwaysEqual,
            lambda *_a: AlwaysEqual("a"),
            None,
            float("nan"),
            "",
            "...",
            [],
            {},
            [AlwaysEqual("a")],
            {AlwaysEqual("a"): 1},
            True,
            -1,
            b"",
            object(),
            lambda: None,
            lambda *_a: None,
            lambda *_a: 1 / 0,
            print,
        ],
        ids=lambda value: type(value).__name__,
    )
    def test_nothing_strange_is_right(
        self, sheet: Sheet, number: int, question: Question, strange: object
    ) -> None:
        """Objects that equal all, empty ones, missing ones, functions that fail: never right."""
        for checker in checkers(sheet, number, question)[:1]:
            said = checker.check(strange)
            assert said.state in {"not started", "not yet", "could not run"}
            assert str(said)
            assert "Traceback" not in str(said)

    @each_question
    def test_a_text_that_looks_right_is_not(
        self, sheet: Sheet, number: int, question: Question
    ) -> None:
        """A number in quotes is told to be a text; a text is no list and no table."""
        for checker in checkers(sheet, number, question)[:1]:
            right = checker.handed_over(question.reference)
            if isinstance(question.answer, (Choice, Written)) or type(right) is str:
                continue
            said = checker.check(str(right))
            assert said.state in {"not yet", "could not run"}
            if type(question.answer) is Number:
                assert "quotes" in str(said)


class TestVariants:
    """Each student has an instance, and it is a good one."""

    @each_question
    def test_every_student_has_an_answer(
        self, sheet: Sheet, number: int, question: Question
    ) -> None:
        """Each of 500 ids has a variant, always the same, with an answer that is not trivial."""
        cases = INPUTS.cases_of(question)
        name = f"{sheet.number}/{number}"
        given = [case_of(name, cases, student) for student in STUDENTS]
        assert given == [case_of(name, cases, student) for student in STUDENTS]
        if question.cases is None:
            return
        assert len(cases) > 1
        assert all(case in given for case in cases), "a variant that nobody gets"
        most = max(given.count(case) for case in cases)
        assert most < 3 * len(STUDENTS) / len(cases) + 10, "a variant that too many get"
        for checker in checkers(sheet, number, question):
            assert not is_trivial(checker), checker.case

    @each_question
    def test_variants_name_themselves(self, sheet: Sheet, number: int, question: Question) -> None:
        """A student sees what is hers: the values of the variant stand in the first outcome."""
        for checker in checkers(sheet, number, question):
            said = str(checker.check(...))
            assert all(repr(value) in said for value in checker.case.values())


@pytest.mark.thorough
class TestMutants:
    """Spoiled right answers are found out."""

    @each_question
    def test_mutants_die(self, sheet: Sheet, number: int, question: Question) -> None:
        """Every spoiled right answer is rejected, but for those listed with a reason."""
        alive = judge(sheet.number, number, question, INPUTS).alive
        listed = {
            change
            for its_sheet, its_question, change in survivors()
            if (its_sheet, its_question) == (sheet.number, str(number))
        }
        assert set(alive) == listed

    def test_a_blunt_checker_lets_mutants_live(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """With all probes but the empty tables taken away, mutants do survive."""
        sheet = find_sheet("01")
        number, question = next(
            (n, each)
            for n, each in enumerate(sheet.questions, start=1)
            if type(each.answer) is Function
        )

        class Blunt(Trials):
            probes = cached_property(
                lambda self: make_probes(
                    self.question, self.right, self.inputs, self.case, self.seed
                )[1:2]
            )

        monkeypatch.setattr("kopjaqty_course.exercises.checking.Trials", Blunt)
        assert judge(sheet.number, number, question, INPUTS).alive


class TestSheets:
    """What each sheet and each question has."""

    @each_sheet
    def test_a_sheet_rises(self, sheet: Sheet) -> None:
        """Five to eight questions, of at least five kinds, the last one to interpret."""
        kinds = [question.kind for question in sheet.questions]
        assert 5 <= len(kinds) <= 8
        assert len(set(kinds)) >= 5
        assert set(kinds) <= set(KINDS)
        assert kinds[-1] == "interpret"
        assert isinstance(sheet.questions[-1].answer, Written)
        assert sum(question.cases is not None for question in sheet.questions) >= 2

    @each_sheet
    def test_a_sheet_belongs_to_its_lesson(self, sheet: Sheet) -> None:
        """Number, file and minutes are the lesson's; each question names one of its headings."""
        lesson = LESSONS[int(sheet.number)]
        assert sheet.lesson == lesson["file"]
        assert sheet.minutes == lesson["minutes"]["exercises"]
        text = "\n".join(
            cell.source
            for cell in nbformat.read(PROJECT / lesson["path"], as_version=4).cells
            if cell.cell_type == "markdown"
        )
        headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        for question in sheet.questions:
            assert question.taught in headings

    def test_there_is_a_sheet_for_every_lesson_but_the_first(self) -> None:
        """Twelve sheets, about sixty questions."""
        assert sheet_numbers() == [f"{n:02}" for n in range(1, 13)]
        assert 55 <= len(QUESTIONS) <= 96

    @each_question
    def test_a_question_says_all(self, sheet: Sheet, number: int, question: Question) -> None:
        """It has a task, minutes, points, three different hints, a meaning; no braces are left."""
        assert 1 <= question.minutes <= 20, (sheet.number, number)
        assert 1 <= question.points <= 6
        assert len({*question.hints}) == 3
        for text in (question.title, question.task, question.taught):
            assert text.strip()
            assert "{" not in text
        case = INPUTS.cases_of(question)[0]
        fields = {*case, "answer"}
        texts = [*question.hints, question.meaning, *(wrong.says for wrong in question.wrong)]
        for text in texts:
            filled = told(text, **dict.fromkeys(fields, "…"))
            assert filled.strip() or isinstance(question.answer, Written)

    @each_question
    def test_what_a_probe_is_can_be_translated(
        self, sheet: Sheet, number: int, question: Question
    ) -> None:
        """The title of each probe is listed for translators, as the other texts are."""
        if question.probes is None:
            return
        given = {name: INPUTS(name) for name in parameters(question.probes)}
        listed = {entry.msgid for entry in polib.pofile(str(locale_folder() / "exercises.pot"))}
        titles = {title for title, _changed in question.probes(**given)}
        assert titles <= listed, (sheet.number, number)

    @each_question
    def test_functions_take_what_there_is(
        self, sheet: Sheet, number: int, question: Question
    ) -> None:
        """Parameters are tables, the network, or names of the variant."""
        for case in INPUTS.cases_of(question):
            wrong = [each.answer for each in question.wrong]
            for answer in (question.reference, *question.right, *wrong):
                for name in parameters(answer):
                    assert name in case or INPUTS(name) is not None, (sheet.number, number)

    @each_sheet
    def test_solutions_use_what_was_taught(self, sheet: Sheet) -> None:
        """The solutions need nothing that the lessons up to theirs have not introduced."""
        lesson = LESSONS[int(sheet.number)]
        known = [*taught_by(lesson), "kopjaqty_course.exercises.exercise", "python.def", ".x.check"]
        known += ["ex.x.check", "ex.x.form", "ex.x.given"]
        code = sources(sheet_path(sheet, solved=True))
        assert [use for use in dict.fromkeys(used(code)) if not is_among(use, known)] == []


class TestNotebooks:
    """What is made of a sheet."""

    def test_the_notebooks_are_up_to_date(self) -> None:
        """Each sheet's two notebooks are what is made of its questions."""
        for path, text in made().items():
            assert path.read_text(encoding="utf-8") == text, f"{path}: kopjaqty course sheets"

    @each_sheet
    def test_a_new_sheet_is_not_started(self, sheet: Sheet) -> None:
        """Every question of the student's notebook says "not started", and nothing else."""
        found = states(sheet_path(sheet, solved=False))
        assert found == ["not started"] * len(sheet.questions)

    @each_sheet
    def test_the_solutions_are_right(self, sheet: Sheet) -> None:
        """Every question of the solution notebook says "right"; a text is left to be judged."""
        wanted = [
            "yours to judge" if isinstance(question.answer, Written) else "right"
            for question in sheet.questions
        ]
        assert states(sheet_path(sheet, solved=True)) == wanted
