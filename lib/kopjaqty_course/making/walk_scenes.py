"""The three ways through the code that docs/maintainers.md shows, walked in a Python of their own.

Each begins with nothing loaded and nothing kept, so it is the same on any day. What is typed is
what lesson 00, an exercise sheet and the README let a person type.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import asdict
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import nbformat

from kopjaqty_course.making.project import PROJECT
from kopjaqty_course.making.walks import Call, Stay, Walk

__all__ = ["SCENES", "stays_of"]

ROW = "r0001"
"""The row whose passage lesson 00 opens."""
TEXT = "Кеңсесі Алматыда болды."
PLACE = ("алматы", "almaty")
SHEET, QUESTION = "02", 3


def way_of_a_row() -> list[Stay]:
    """A row of relations.csv, up to lesson 00's picture: by that lesson's own cells."""
    lesson = nbformat.read(next((PROJECT / "notebooks/en").glob("00_*.ipynb")), as_version=4)
    cells = [cell.source for cell in lesson.cells if cell.cell_type == "code"]
    last = next(n for n, code in enumerate(cells) if "draw_network" in code)
    needed = [code for code in cells[: last + 1] if re.search(r"\bnetwork\b|_network\(", code)]
    calls = [Call(code.partition("\n")[0], code) for code in needed]
    return Walk((ROW,)).go(calls, _given("import kopjaqty as kq"))


def way_of_an_answer() -> list[Stay]:
    """A wrong answer that students give, up to the words that tell them what is wrong."""
    from kopjaqty_course.exercises import exercise

    ex = exercise(SHEET)
    wrong = ex.sheet.questions[QUESTION - 1].wrong[0]
    answer = ex._checker(QUESTION).handed_over(wrong.answer)  # noqa: SLF001, RUF100
    diagnosis = max(re.split(r"\{.*?\}", wrong.says), key=len).strip()[:40]
    marks = (str(answer["name"].iloc[0]).casefold(), diagnosis.casefold())
    walk = Walk(marks, ("DataFrame", "name"), package="kopjaqty_course", verdicts=True)
    opened = f'ex = exercise("{SHEET}")'
    checked = f"ex.check({QUESTION}, answer)"
    names = _given("from kopjaqty_course.exercises import exercise") | {"answer": answer}
    return walk.go([Call(opened, opened), Call(checked, checked)], names)


def way_of_a_text() -> list[Stay]:
    """A name in a text: in the table that find_names gives, in the files that annotate writes."""
    with tempfile.TemporaryDirectory() as scratch:
        file, found = Path(scratch, "text.txt"), Path(scratch, "found")
        file.write_text(TEXT, encoding="utf-8")
        arguments = ["annotate", str(file), "--out", str(found)]
        calls = [
            Call("kq.find_names(text)", "kq.find_names(text)"),
            Call(
                "kopjaqty annotate text.txt --out found",
                f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass",
            ),
        ]
        names = _given("import kopjaqty as kq\nfrom kopjaqty.cli import main") | {"text": TEXT}
        return Walk(PLACE, ("name", "text"), files=found).go(calls, names)


SCENES: dict[str, Callable[[], list[Stay]]] = {
    "row": way_of_a_row,
    "answer": way_of_an_answer,
    "text": way_of_a_text,
}


def _given(imports: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(imports, names)  # noqa: S102 - the imports written above
    return names


@cache
def stays_of(scene: str) -> tuple[Stay, ...]:
    """Walk a way in a fresh Python, in English, and without the settings of who asks."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("KOPJAQTY_")}
    path = os.pathsep.join(filter(None, [str(PROJECT / "lib"), kept.get("PYTHONPATH")]))
    done = subprocess.run(  # noqa: S603 - this very module
        [sys.executable, "-m", __name__, scene],
        env=kept | {"MPLBACKEND": "agg", "PYTHONPATH": path, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return tuple(Stay(**each) for each in json.loads(done.stdout))


def main(scene: str) -> None:
    """Walk a way, and print its stays as JSON."""
    with redirect_stdout(StringIO()):
        stays = SCENES[scene]()
    sys.stdout.write(json.dumps([asdict(stay) for stay in stays]))


if __name__ == "__main__":
    main(sys.argv[1])
