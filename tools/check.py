"""Check the project, part by part; say how long each took, and what could not be run here.

    python tools/check.py            what this file's PARTS call "test"
    python tools/check.py check      the quick parts, for whoever changes a line
    python tools/check.py all        the slow ones too
    python tools/check.py data       one part
    python tools/check.py tests/library/test_dates.py -k before      these tests alone

`make` calls it. A part that fails does not keep the others from being run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "tests"))

from at_hand import how_to_get  # noqa: E402 - it stands with the tests that ask it
from processors import old_processor  # noqa: E402

IN_CI = os.environ.get("CI") == "true"
TEXTS_VARIABLE = "KOPJAQTY_CORPUS"
JOBS = min(4, os.cpu_count() or 1)


@dataclass(frozen=True)
class Part:
    """Something to check: programs that have to end well, or tests."""

    name: str
    what: str
    programs: Sequence[Sequence[str]] = ()
    tests: Sequence[str] = ()
    environment: str = ".venv"
    spread: str = "loadscope"
    """How tests are shared among processes: "worksteal" where they have nothing in common."""
    variables: Callable[[], dict[str, str]] = dict
    """What the tests find in their environment, asked when they are run."""


@dataclass
class Result:
    """What came of a part: how it ended, how many tests, why some were not run."""

    part: Part
    code: int = 0
    seconds: float = 0.0
    counts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def told(self) -> str:
        """The result in a few words."""
        if not self.part.tests:
            return "not in order" if self.code else "in order"
        counted = [f"{self.counts[kind]:,} {kind}" for kind in KINDS if self.counts[kind]]
        return ", ".join(counted)


KINDS = ("passed", "failed", "skipped")


def usual_part(name: str, what: str, spread: str = "loadscope") -> Part:
    """A folder of tests, without those that only `make test-all` has time for."""
    tests = [f"tests/{name}", "-m", "not thorough"]
    return Part(name, what, tests=tests, spread=spread)


QUICK = [
    Part(
        "style",
        "layout and habits of the code (ruff)",
        [("ruff", "check", "--quiet", "."), ("ruff", "format", "--check", "--quiet", ".")],
    ),
    Part("types", "what goes where (mypy)", [("mypy", "--no-error-summary")]),
    Part(
        "library",
        "each function of the library, with its examples",
        tests=["tests/library"],
        spread="worksteal",
    ),
    Part("data", "every row of the tables, and every pointer", tests=["tests/data"]),
]
USUAL = [
    *QUICK,
    usual_part("pictures", "what is drawn, at each size and in each language", "worksteal"),
    usual_part("annotate", "names in texts of one's own, one or thousands"),
    usual_part("project", "set-up, packages, README, privacy"),
    usual_part("sheets", "right and wrong answers are told apart", "worksteal"),
    usual_part("notebooks", "each shows what a fresh run gives", "worksteal"),
    usual_part("browser", "lessons and forms, seen and touched"),
]
REBUILD = "TestRebuild"
"""Each notebook is run and saved anew: once, and as another processor, so it tells both."""
SLOW = [
    Part(
        "thorough",
        "what takes minutes: that the gates bite, each language, each mutant",
        tests=["tests", "-m", "thorough", "-k", f"not {REBUILD}"],
        spread="worksteal",
    ),
    Part(
        "processor",
        "the notebooks made anew, as an older processor runs them",
        tests=["tests/notebooks/test_notebooks.py", "-k", REBUILD],
        variables=old_processor,
        spread="worksteal",
    ),
    Part(
        "lowest",
        "library and data, with the lowest versions of all packages",
        tests=[
            *(f"tests/{name}" for name in ("library", "pictures", "annotate", "data")),
            *("-m", "not thorough"),
            # Pixels are those of the lock's matplotlib; no cluster is installed there.
            "--ignore=tests/pictures/test_references.py",
            "--ignore=tests/annotate/test_annotate_cluster.py",
        ],
        environment=".venv-lowest",
    ),
    Part(
        "versions",
        "lessons and solutions, with the versions that run in a browser",
        tests=["tests/notebooks/test_other_versions.py"],
        environment=".venv-browser",
        spread="worksteal",
    ),
]


def parts() -> dict[str, list[Part]]:
    """What each word on the command line stands for."""
    each = {part.name: [part] for part in (*USUAL, *SLOW)}
    return each | {"check": QUICK, "test": USUAL, "all": [*USUAL, *SLOW]}


def program(name: str, environment: str) -> str:
    """A program of one of the project's environments."""
    folder = PROJECT / environment / ("Scripts" if os.name == "nt" else "bin")
    return str(folder / (f"{name}.exe" if os.name == "nt" else name))


def pytest_command(part: Part, report: Path) -> list[str]:
    """How the tests of a part are run, side by side, with a report that can be counted."""
    command = [program("python", part.environment), "-m", "pytest", "-q"]
    command += ["-n", str(JOBS), "--dist", part.spread, f"--junitxml={report}"]
    # Whoever tests for others has no texts to compare with; whoever has forgotten them is told.
    if IN_CI and not os.environ.get(TEXTS_VARIABLE):
        command.append("--without-texts")
    return command + list(part.tests)


def run(part: Part) -> Result:
    """Run a part; what it prints is seen as it is printed."""
    print(f"\n── {part.name}: {part.what}", flush=True)
    result, start = Result(part), time.monotonic()
    for command in part.programs:
        place = [program(command[0], part.environment), *command[1:]]
        result.code |= subprocess.run(place, cwd=PROJECT, check=False).returncode
    if not Path(program("python", part.environment)).exists():
        reason = f"{part.environment} is not set up (make test-all does it)"
        result.reasons[reason] += 1
        result.counts["skipped"] += 1
        result.code = int(IN_CI)
    elif part.tests:
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "report.xml"
            command, own = pytest_command(part, report), os.environ | part.variables()
            result.code |= subprocess.run(command, cwd=PROJECT, env=own, check=False).returncode
            if report.exists():
                count(report, result)
    if not part.tests or (result.code and not result.counts["failed"]):
        result.counts["failed" if result.code else "passed"] += 1
    result.seconds = time.monotonic() - start
    print(f"   {part.name}: {result.told}, {result.seconds:.0f} s", flush=True)
    return result


def count(report: Path, result: Result) -> None:
    """Count the tests of a report, and the reasons of those that were not run."""
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 - pytest has just written it
        skipped = case.find("skipped")
        if skipped is not None:
            result.counts["skipped"] += 1
            result.reasons[skipped.get("message", "no reason")] += 1
        else:
            result.counts["failed" if len(case) else "passed"] += 1


def summary(results: Sequence[Result]) -> Iterator[str]:
    """The last lines: a table of the parts, what was not run and why, one count of all."""
    width = max(len(result.told) for result in results)
    for result in results:
        yield f"  {result.part.name:10} {result.told:{width}} {result.seconds:5.0f} s"
    total, reasons = Counter[str](), Counter[str]()
    for result in results:
        total += result.counts
        reasons += result.reasons
    if reasons:
        yield "\nNot run here:"
        for reason, number in reasons.most_common():
            yield f"  {number:,} {'test' if number == 1 else 'tests'}: {reason.strip()}"
    if command := how_to_get(reasons):
        yield f"To bring what is missing:\n  {command}"
    yield "\n" + ", ".join(f"{total[kind]} {kind}" for kind in KINDS)


def main(arguments: Sequence[str]) -> int:
    """Run the parts named, or just the tests named; exit with 1 where something is not right."""
    known = parts()
    if all(argument in known for argument in arguments):
        wanted = [part for name in arguments or ["test"] for part in known[name]]
    else:
        wanted = [Part("chosen", " ".join(arguments), tests=arguments)]
    try:
        results = [run(part) for part in wanted]
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    print("", *summary(results), sep="\n", flush=True)
    return int(any(result.code for result in results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
