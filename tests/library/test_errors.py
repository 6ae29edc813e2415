"""Errors speak to people."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from kopjaqty.errors import (
    PROBLEMS_SHOWN,
    DataError,
    DateError,
    KopjaqtyError,
    Problem,
    TextMissing,
    UnknownName,
    nearest,
)

WHOLE = Problem(
    "This is not a date",
    file="events.csv",
    row=12,
    column="date",
    value="2/3/1992",
    expected="a date",
    nearest="1992-03-02",
    remedy="Correct it",
)


def test_a_problem_says_all_that_is_known() -> None:
    """A problem in full: file, line, column, what, value, expected, nearest, remedy."""
    assert str(WHOLE) == (
        "events.csv, line 12, column date: This is not a date. Found: '2/3/1992'. "
        "Expected: a date. Did you mean '1992-03-02'? Correct it."
    )


@pytest.mark.parametrize(
    ("problem", "message"),
    [
        (Problem("The file is empty."), "The file is empty."),
        (Problem("What?", row=1), "line 1: What?"),
        (Problem("Zero is a value", value=0), "Zero is a value. Found: 0."),
        (Problem("An empty cell is one too", value=""), "An empty cell is one too. Found: ''."),
    ],
)
def test_a_problem_leaves_out_what_is_not_known(problem: Problem, message: str) -> None:
    """Parts that are not given are not mentioned; 0 and "" are given."""
    assert str(problem) == message


def test_a_problem_gives_its_fields() -> None:
    """`as_dict` has every field, in the order of the message."""
    assert list(WHOLE.as_dict()) == [
        *("what", "file", "row", "column", "value", "expected", "nearest", "remedy")
    ]
    assert Problem(**WHOLE.as_dict()) == WHOLE  # type: ignore[arg-type]


def test_an_error_keeps_its_problems() -> None:
    """An error made from a problem has its message and the problem itself."""
    error = DateError(WHOLE)
    assert (str(error), error.problems) == (str(WHOLE), (WHOLE,))
    assert (str(KopjaqtyError("No.")), KopjaqtyError("No.").problems) == ("No.", ())


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (1, "No 0."),
        (PROBLEMS_SHOWN, f"No {PROBLEMS_SHOWN - 1}."),
        (PROBLEMS_SHOWN + 1, "… and 1 more."),
        (99, "… and 89 more."),
    ],
)
def test_many_problems_are_counted(count: int, last: str) -> None:
    """A message lists ten problems, one a line, and counts the rest; none is lost."""
    error = DataError(Problem(f"No {n}.") for n in range(count))
    assert str(error).splitlines()[-1] == last
    assert len(str(error).splitlines()) == min(count, PROBLEMS_SHOWN + 1)
    assert len(error.problems) == count


@pytest.mark.parametrize(
    "error",
    [KopjaqtyError("a"), DataError([WHOLE, WHOLE]), DateError(WHOLE), UnknownName("b")],
    ids=lambda error: type(error).__name__,
)
def test_errors_travel_between_processes(error: KopjaqtyError) -> None:
    """An error that is pickled and read again says the same and holds the same."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is type(error)
    assert (str(again), again.problems) == (str(error), error.problems)


@pytest.mark.parametrize(
    ("kind", "also"),
    [(DataError, Exception), (DateError, ValueError), (UnknownName, LookupError)],
)
def test_errors_are_also_the_usual_ones(kind: type, also: type) -> None:
    """Who catches Python's own error for the case catches ours; all are KopjaqtyErrors."""
    assert issubclass(kind, also)
    assert issubclass(kind, KopjaqtyError)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("entitys", "entities"),
        ("ENTITIES", "entities"),
        ("Event", "Events"),
        ("qwerty", None),
        ("", None),
        (7, None),
    ],
)
def test_nearest(value: object, expected: str | None) -> None:
    """The nearest choice is found whatever the case, and nothing where nothing is like it."""
    assert nearest(value, ["documents", "entities", "Events"]) == expected


def test_an_unknown_name_names_the_choices() -> None:
    """The error of a name that is not there gives the value, the choices and the nearest."""
    error = UnknownName.among("No such table.", "relation", ["entities", "relations"])
    assert error.problems == (
        Problem(
            "No such table.",
            value="relation",
            expected="entities, relations",
            nearest="relations",
        ),
    )


def test_a_notebook_shows_the_message_alone(tmp_path: Path) -> None:
    """IPython prints the message and no traceback; other errors keep theirs."""
    code = "from kopjaqty.errors import TextMissing\nraise TextMissing('Bring the text.')"
    assert TextMissing("Bring the text.")._render_traceback_() == ["Bring the text."]
    done = subprocess.run(
        [sys.executable, "-m", "IPython", "--quick", "--colors=nocolor", "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "IPYTHONDIR": str(tmp_path)},
    )
    assert (done.stdout + done.stderr).split("\n")[0] == "Bring the text."
    assert "Traceback" not in done.stdout + done.stderr
