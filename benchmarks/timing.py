"""Time processes against one another, and put what was measured in a table."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

PROJECT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Result:
    """A line of the table: what was measured, its cost, its ratio to something, the goal."""

    what: str
    cost: str
    against: str = ""
    ratio: float | None = None
    goal: str = ""


def python(code: str) -> list[str]:
    """The command that runs code in a fresh process of this Python."""
    return [sys.executable, "-c", code]


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    """Run a command and return what it printed; say what it said where it fails."""
    own = {**os.environ, **(environment or {})}
    done = subprocess.run(
        command, cwd=PROJECT, env=own, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def seconds_of_processes(
    commands: Mapping[str, Sequence[str]],
    times: int,
    environment: Mapping[str, str] | None = None,
) -> dict[str, list[float]]:
    """Time whole processes, one of each in turn, so that a slow moment strikes all alike."""
    for command in commands.values():
        run(command, environment)  # compiles what is not compiled yet, fills the disk's cache
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            start = perf_counter()
            run(command, environment)
            taken[name].append(perf_counter() - start)
    return taken


def seconds_told(commands: Mapping[str, Sequence[str]], times: int) -> dict[str, list[float]]:
    """Like `seconds_of_processes`, for programs that print how long their own part took."""
    for command in commands.values():
        run(command)
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            taken[name].append(float(run(command)))
    return taken


def compare(what: str, taken: Mapping[str, Sequence[float]], goal: str) -> Result:
    """The first against the second: the ratio of their fastest runs, beside their medians."""
    (_, mine), (against, floor) = taken.items()
    cost = f"{_milliseconds(mine)}, {_milliseconds(floor)}"
    return Result(what, cost, against, min(mine) / min(floor), goal)


def _milliseconds(taken: Sequence[float]) -> str:
    return f"{min(taken) * 1000:.1f} ({median(taken) * 1000:.1f}) ms"


def table(results: Sequence[Result]) -> str:
    """The results as text, a line each."""
    head = ("measured", "fastest (median), of both", "against", "ratio", "goal")
    lines: list[tuple[str, ...]] = [head]
    lines += [
        (r.what, r.cost, r.against, "" if r.ratio is None else f"{r.ratio:.2f}", r.goal)
        for r in results
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
