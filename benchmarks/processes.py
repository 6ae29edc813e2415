"""Whole processes against a Python that does nothing: the import, and `kopjaqty verify`."""

from __future__ import annotations

from benchmarks.timing import Result, compare, python, seconds_of_processes

NOTHING = "python -c pass"
# The data may have problems while it is worked on; what is timed is the search for them.
VERIFY = """\
import sys
from kopjaqty.cli import main
try:
    main(["verify"])
except SystemExit as stop:
    sys.exit(0 if stop.code in (0, 1, None) else stop.code)
"""


def measure_import(times: int = 40) -> list[Result]:
    """What `import kopjaqty` adds to starting Python."""
    commands = {"import kopjaqty": python("import kopjaqty"), NOTHING: python("pass")}
    return [compare("import kopjaqty", seconds_of_processes(commands, times), "<= 1.3")]


def measure_verify(times: int = 7) -> list[Result]:
    """`kopjaqty verify`, with the texts if they are at hand."""
    commands = {"verify": python(VERIFY), NOTHING: python("pass")}
    return [compare("kopjaqty verify", seconds_of_processes(commands, times), "< 1000 ms")]
