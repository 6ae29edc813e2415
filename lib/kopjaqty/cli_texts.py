"""The commands for a researcher's own texts: `annotate`, and `corpus new`, `new-document`, `tidy`.

`kopjaqty.cli` takes them in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kopjaqty.annotate.collection import Tidied

__all__ = ["annotate", "new", "new_document", "tell_tidied", "tidy"]


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
@click.option("--out", type=click.Path(), required=True, metavar="DIR", help="Where results go.")
@click.option(
    "--published", metavar="DATE", help="The texts' own date: it tells which year биыл is."
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Processes.")
@click.option("--dask", metavar="ADDRESS", help="Let the workers of a Dask scheduler do it.")
@click.option(
    "--data", type=click.Path(), metavar="DIR", help="Folder of tables (default: kopjaqty's own)."
)
def annotate(files: tuple[str, ...], out: str, **options: Any) -> None:
    """Find names, dates and candidates for new entities in Kazakh texts.

    FILE is a text in UTF-8, a folder of .txt files, or - for the standard input. In DIR are then
    mentions.csv, dates.csv, candidates.csv (capitalised words that no name explains, the most
    frequent first), files.csv and annotations.jsonld (Web Annotations). A run that was cut short
    goes on where it was: give the same command again.
    """
    from kopjaqty.annotate import annotate_files

    done = annotate_files(files, out, progress=True, **options)
    for problem in done.problems:
        click.echo(str(problem), err=True)
    kept = f" ({done.kept} of them done before)" if done.kept else ""
    mentions, dates, candidates = done.totals
    click.echo(
        f"{_count(done.annotated + done.kept, 'text')}{kept}: {_count(mentions, 'mention')}, "
        f"{_count(dates, 'date')}, {_count(candidates, 'candidate')} in {out}"
        + (f"; {len(done.problems)} not read." if done.problems else ".")
    )
    if done.problems:
        raise SystemExit(1)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


@click.command()
@click.argument("folder", type=click.Path(), metavar="DIR")
@click.option("--data", type=click.Path(), metavar="DIR", help="Copy these tables instead.")
def new(folder: str, data: str | None) -> None:
    """Copy the tables into a new folder, to add documents of your own there."""
    from kopjaqty.annotate import new_collection

    click.echo(f"A copy of the tables is in {new_collection(folder, data=data)}.")


@click.command("new-document")
@click.argument("folder", type=click.Path(), metavar="DIR")
@click.argument("file", type=click.Path(), metavar="FILE")
@click.option("--id", "document_id", required=True, metavar="ID", help="A short name: a-z, 0-9, _.")
@click.option("--title", required=True, help="The Kazakh title.")
@click.option("--genre", required=True, metavar="TERM", help="interview, analysis, essay, report …")
@click.option("--title-en", help="The title in English.")
@click.option("--title-ru", help="The title in Russian.")
@click.option("--date", metavar="DATE", help="Day of publication (EDTF).")
@click.option("--publisher", "publisher_id", metavar="ID", help="Who published it: an entity.")
@click.option("--author", "author_id", metavar="ID", help="Who wrote it or speaks: an entity.")
def new_document(folder: str, file: str, **cells: Any) -> None:
    """Add the document FILE to the copy in DIR: its sentences, and who is named where."""
    from kopjaqty.annotate import add_document

    added = add_document(folder, file, **cells)
    click.echo(
        f"{added.document_id}: {_count(added.sentences, 'sentence')}, "
        f"{_count(added.mentions, 'mention')}. Its text is {added.path}."
    )
    if not (cells["title_en"] and cells["title_ru"]):
        click.echo("The Kazakh title stands for those in other languages: see documents.csv.")
    click.echo(
        f"What is left to be coded: kopjaqty verify --data {folder} --corpus {added.path.parent}"
    )


@click.command()
@click.argument("folder", type=click.Path(), metavar="DIR")
@click.option("--corpus", type=click.Path(), metavar="DIR", help="Texts (default: DIR/corpus).")
def tidy(folder: str, corpus: str | None) -> None:
    """After editing the copy in DIR: sort its rows, find names anew, note hashes.

    Names are found anew in the documents whose exact text is at hand.
    """
    from kopjaqty.annotate import tidy_collection

    tell_tidied(tidy_collection(folder, corpus=corpus))


def tell_tidied(done: Tidied) -> None:
    """Say what was put in order."""
    for row in done.covered:
        click.echo(f"A nominal mention is now a named one: {', '.join(row.values())}")
    click.echo(f"Put in order: {', '.join(done.tables) or 'nothing'}.")
    click.echo(f"datapackage.json: {', '.join(done.noted) or 'nothing'} noted anew.")
