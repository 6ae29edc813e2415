"""`load()` of all tables against `pandas.read_csv` of the same files."""

from __future__ import annotations

from benchmarks.timing import Result, compare, python, run, seconds_told

# Both sides find pandas imported: it costs them the same.
SETUP = """\
from time import perf_counter
import pandas as pd
import kopjaqty
from kopjaqty.store import read_package
package = read_package()
paths = [package.folder / table.path for table in package.tables.values()]
load = kopjaqty.load
def read():
    return [pd.read_csv(path) for path in paths]
"""
READ = "pandas.read_csv"


def cold(call: str) -> list[str]:
    """The command that tells how long a call takes in a process that has not called it yet."""
    # A small table first: what pandas itself sets up at its first file is not ours.
    warm_up = "import io\npd.read_csv(io.StringIO('a\\n1'))\n"
    timed = f"start = perf_counter()\n{call}\nprint(perf_counter() - start)"
    return python(SETUP + warm_up + timed)


def measure(times: int = 7, warm_times: int = 20) -> list[Result]:
    """The first call of a process, and later ones in one process."""
    first = seconds_told({"load()": cold("load()"), READ: cold("read()")}, times)
    loop = f"""
for _ in range({warm_times} + 1):
    marks = [perf_counter()]
    for call in (load, read):
        call()
        marks.append(perf_counter())
    print(marks[1] - marks[0], marks[2] - marks[1])
"""
    lines = run(python(SETUP + loop)).split("\n")[1:-1]
    mine, theirs = zip(*(map(float, line.split()) for line in lines), strict=True)
    return [
        compare("load(), first of a process", first, "<= 1.5"),
        compare("load(), later ones", {"load()": mine, READ: theirs}, "<= 1.4"),
    ]
