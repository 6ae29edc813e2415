"""The commands for exercises: `progress`. `kopjaqty.cli` takes them in."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["progress"]

SHEETS = Path("exercises", "en")


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
    from kopjaqty.exercises.progress import find_sheets, read_progress
    from kopjaqty.language import speaking

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
