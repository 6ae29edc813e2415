"""The course's commands: `kopjaqty progress`, `kopjaqty course …`.

The library's command line takes them in by their entry points (`pyproject.toml`).
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click

__all__ = ["course", "progress"]

SHEETS = Path("exercises", "en")
MAKERS = {
    "headers": ("headers", "the lessons' header cells and the README's table, from course.yml"),
    "glossary": ("glossary", "the glossary, from the data and glossary.yml"),
    "guide": ("guide", "the parts of the instructor guide that course.yml knows"),
    "sheets": ("sheets", "the exercise notebooks, for students and with solutions"),
    "data-readme": ("data_readme", "the parts of data/README.md that the tables know"),
    "pictures": ("readme_pictures", "the README's two pictures, and what they show in words"),
    "addresses": ("addresses", "the project's public addresses, from pyproject.toml"),
    "maintainers": ("maintainers", "docs/maintainers.md's drawings, from the code as it runs"),
}
"""What is made, each by a module of `kopjaqty_course.making`; in an order that may be followed."""

check_option = click.option(
    "--check", is_flag=True, help="Change nothing; name what is out of date, and exit with 1."
)
files_argument = click.argument(
    "notebooks", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)


@click.command()
@click.argument(
    "places", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[NOTEBOOK|DIR]..."
)
@click.option("--language", type=click.Choice(["en", "kk", "ru"]), default="en")
def progress(places: tuple[Path, ...], language: str) -> None:
    """Show which questions of the exercise sheets are done.

    It reads the outcomes that are saved with the notebooks (default: those of exercises/en, or
    of this folder), as they were when their cells were last run. Nothing is run or changed.
    """
    from kopjaqty.errors import KopjaqtyError
    from kopjaqty.language import speaking
    from kopjaqty_course.exercises.progress import find_sheets, read_progress

    unread, found = 0, []
    for path in find_sheets(places or [SHEETS if SHEETS.is_dir() else Path()]):
        try:
            found.append(read_progress(path))
        except KopjaqtyError as error:
            click.echo(str(error), err=True)
            unread += 1
    sheets = sorted((each for each in found if each), key=lambda each: each.sheet.number)
    with speaking(language):
        for each in sheets:
            click.echo(f"{each}\n")
    if not sheets:
        click.echo("No exercise sheet with a saved outcome is here: run a cell, and save.")
    if unread:
        raise SystemExit(1)


@click.group()
def course() -> None:
    """Make anew what is made from data, course.yml and code; for who changes the course."""


def make(name: str, *, check: bool) -> bool:
    """Make one thing, or tell whether it is out of date."""
    from kopjaqty_course.making.project import write_or_tell

    module = import_module(f"kopjaqty_course.making.{MAKERS[name][0]}")
    return write_or_tell(module.made(), check=check)


def _add_maker(name: str) -> None:
    @course.command(name, help=f"Make {MAKERS[name][1]}.")
    @check_option
    def command(check: bool) -> None:
        old = make(name, check=check)
        raise SystemExit(int(check and old))


for _name in MAKERS:
    _add_maker(_name)


@course.command()
def refresh() -> None:
    """Make all of it, one after the other, and run the notebooks."""
    for name in MAKERS:
        make(name, check=False)
        if name == "sheets":
            _rebuild((), check=False)


@course.command()
@files_argument
@check_option
def notebooks(notebooks: tuple[Path, ...], check: bool) -> None:
    """Run notebooks from top to bottom, all or those named, and save them."""
    stale = _rebuild(notebooks, check=check)
    raise SystemExit(int(check and stale))


def _rebuild(notebooks: tuple[Path, ...], *, check: bool) -> bool:
    from nbclient.exceptions import CellExecutionError

    from kopjaqty_course.making.notebooks import differences, find_notebooks, rebuilt

    stale = False
    for path in notebooks or find_notebooks():
        saved = path.read_text(encoding="utf-8")
        try:
            fresh = rebuilt(path.resolve())
        except CellExecutionError as error:
            raise click.ClickException(
                f"{path}: a cell fails, nothing was saved.\n{error}"
            ) from None
        if fresh == saved:
            click.echo(f"{path}: as saved")
            continue
        stale = True
        if check:
            click.echo(f"{path}: another run gives another file\n{differences(saved, fresh)}")
        else:
            path.write_text(fresh, encoding="utf-8", newline="\n")
            click.echo(f"{path}: saved anew")
    return stale


@course.command()
@click.option("--data", type=click.Path(), help="Folder of tables (default: the project's).")
@click.option("--corpus", type=click.Path(), help="Folder of texts (default: KOPJAQTY_CORPUS).")
def mentions(data: str | None, corpus: str | None) -> None:
    """Find the names in all documents anew, once `names` has changed; note hashes.

    The exact texts of all documents must be at hand. It does to the project's own tables what
    `kopjaqty corpus tidy` does to a copy.
    """
    from kopjaqty.cli_texts import tell_tidied
    from kopjaqty.errors import KopjaqtyError
    from kopjaqty_course.making.mentions import renew_mentions

    try:
        tell_tidied(renew_mentions(data, corpus))
    except KopjaqtyError as error:
        raise click.ClickException(str(error)) from None


@course.command()
@files_argument
def lint(notebooks: tuple[Path, ...]) -> None:
    """Find what would make notebooks, all or those named, unsafe to publish; run nothing."""
    from kopjaqty_course.making.lint import lint as problems_of
    from kopjaqty_course.making.notebooks import find_notebooks

    problems = [
        f"{path}: {problem}"
        for path in notebooks or find_notebooks()
        for problem in problems_of(path)
    ]
    for problem in problems:
        click.echo(problem)
    raise SystemExit(int(bool(problems)))


@course.command()
@click.argument("sheets", nargs=-1)
def mutants(sheets: tuple[str, ...]) -> None:
    """Spoil right answers, and print how many the checks find: of all sheets, or of those named."""
    for line in _mutants(sheets):
        click.echo(line)


def _mutants(sheets: tuple[str, ...]) -> Iterator[str]:
    from kopjaqty_course.exercises.probes import Inputs
    from kopjaqty_course.exercises.sheets import find_sheet, sheet_numbers
    from kopjaqty_course.making.mutants import judge

    inputs, dead, living = Inputs(), 0, 0
    for name in sheets or sheet_numbers():
        questions = find_sheet(name).questions
        verdicts = [judge(name, n, question, inputs) for n, question in enumerate(questions, 1)]
        killed, alive = sum(v.killed for v in verdicts), sum(len(v.alive) for v in verdicts)
        yield f"sheet {name}: {killed} of {killed + alive} killed"
        if sheets:
            for number, verdict in enumerate(verdicts, 1):
                yield from (f"  {number}: {change}" for change in verdict.alive)
        dead, living = dead + killed, living + alive
    if dead + living:
        yield f"all: {dead} of {dead + living} killed ({dead / (dead + living):.1%})"
