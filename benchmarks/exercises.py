"""What a student waits for: the first check after import, and every later one."""

from __future__ import annotations

from statistics import median

from benchmarks.timing import Result, python, run

# Of a sheet's first question, answered right: its first check, how much of that went into
# imports, the median of later ones.
FIRST = """\
import builtins
from statistics import median
from time import perf_counter
import kopjaqty as kq
kq.load()
from kopjaqty_course.exercises import exercise

def seconds(work):
    start = perf_counter()
    work()
    return perf_counter() - start

plain, depth, importing = builtins.__import__, 0, 0.0

def timed(*args, **known):
    global depth, importing
    start, depth = perf_counter(), depth + 1
    try:
        return plain(*args, **known)
    finally:
        depth -= 1
        importing += 0 if depth else perf_counter() - start

made = exercise("{sheet}")._checker(1)
made = made.handed_over(made.question.reference)
ex = exercise("{sheet}")
builtins.__import__ = timed
first = seconds(lambda: ex.check(1, made))
builtins.__import__ = plain
print(first, importing, median(seconds(lambda: ex.check(1, made)) for _ in range(15)))
"""
LONGEST = 0.050

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
            seconds = perf_counter() - start
            slow = any("louvain" in name for name in question.reference.__code__.co_names)
            print(f"{number}/{n}", seconds, slow)
            plt.close("all")
"""


def measure() -> list[Result]:
    """Time `check` on a right answer and on each wrong one of every question."""
    from kopjaqty_course.exercises.sheets import sheet_numbers

    firsts = []
    for sheet in sheet_numbers():
        first, importing, later = map(float, run(python(FIRST.format(sheet=sheet))).split())
        firsts.append(((first - importing) / later, sheet, first, importing, later))
    ratio, sheet, first, importing, later = max(firsts)
    parts = f"{first * 1000:.0f} ms, imports {importing * 1000:.0f}, later {later * 1000:.1f} ms"
    lines = [line.split() for line in run(python(EACH)).splitlines()]
    times = [float(seconds) for _question, seconds, _slow in lines]
    own = [(float(seconds), question) for question, seconds, slow in lines if slow == "False"]
    longest, slowest = max(own)
    over = sum(seconds > LONGEST for seconds, _question in own)
    return [
        Result(f"first check of sheet {sheet}, the worst", parts, "a later one", ratio, "<= 10"),
        Result(
            f"check(), {len(times)} answers",
            f"median {median(times) * 1000:.1f} ms, longest {longest * 1000:.0f} ms ({slowest})",
            f"{over} above 50 ms, besides {len(times) - len(own)} that run Louvain",
            longest / LONGEST,
            "<= 1",
        ),
    ]
