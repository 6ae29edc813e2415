"""What a student waits for: the first check after import, and every later one."""

from __future__ import annotations

from statistics import median

from benchmarks.timing import Result, python, run

FIRST = """\
import kopjaqty as kq
from time import perf_counter
kq.load()
from kopjaqty_course.exercises import exercise
start = perf_counter()
ex = exercise("{sheet}")
ex.check(1, "b")
print(perf_counter() - start)
"""
EACH = """\
import matplotlib
matplotlib.use("agg")
import matplotlib.pyplot as plt
from time import perf_counter
from kopjaqty_course.exercises import exercise
from kopjaqty_course.exercises.sheets import sheet_numbers
for number in sheet_numbers():
    ex = exercise(number)
    for n, question in enumerate(ex.sheet.questions, 1):
        checker = ex._checker(n)
        made = [question.reference] + [wrong.answer for wrong in question.wrong]
        answers = [checker.handed_over(each) for each in made]
        ex.check(n, answers[0])
        for answer in answers:
            start = perf_counter()
            ex.check(n, answer)
            print(f"{number}/{n}", perf_counter() - start)
            plt.close("all")
"""


def measure() -> list[Result]:
    """Time `check` on a right answer and on each wrong one of every question."""
    first = [float(run(python(FIRST.format(sheet=sheet)))) for sheet in ("01", "04", "07")]
    lines = [line.split() for line in run(python(EACH)).splitlines()]
    times = [float(seconds) for _question, seconds in lines]
    longest, slowest = max((float(seconds), question) for question, seconds in lines)
    over = sum(seconds > 0.05 for seconds in times)
    return [
        Result("first check after import", f"{max(first) * 1000:.0f} ms", "", None, "< 300 ms"),
        Result(
            f"check(), {len(times)} answers",
            f"median {median(times) * 1000:.1f} ms, longest {longest * 1000:.0f} ms ({slowest})",
            f"{over} above 50 ms",
            None,
            "< 50 ms",
        ),
    ]
