"""``python -m benchmarks [NAME…]``: measure, and print one table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from benchmarks import exercises, explorers, growth, lesson, loading, names, networks, processes
from benchmarks.timing import Result, table

PARTS: dict[str, Callable[[], list[Result]]] = {
    "import": processes.measure_import,
    "load": loading.measure,
    "verify": processes.measure_verify,
    "lesson": lesson.measure,
    "course": lesson.measure_course,
    "growth": growth.measure,
    "networks": networks.measure,
    "names": names.measure,
    "explorers": explorers.measure,
    "exercises": exercises.measure,
}


@click.command()
@click.argument("parts", nargs=-1, type=click.Choice(list(PARTS)))
def main(parts: Sequence[str]) -> None:
    """Measure what is named, or everything, and print one table."""
    results: list[Result] = []
    for name in parts or PARTS:
        click.echo(f"measuring: {name} …", err=True)
        results += PARTS[name]()
    click.echo(table(results))


if __name__ == "__main__":
    main()
