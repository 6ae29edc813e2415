"""The command `kopjaqty`: the lessons, the checks, the texts, citations, exports.

What a command needs is imported when it runs: `kopjaqty --help` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import entry_points
from itertools import groupby
from pathlib import Path
from typing import IO, Any, NoReturn

import click

from kopjaqty.cli_texts import annotate, new, new_document, tidy

JOINING = "kopjaqty.commands"
"""The group of entry points by which another package brings a command: the course does."""
FIRST_LESSON = Path("notebooks", "en", "00_start_here.ipynb")
# Announcements ask a question and fetch a page: the course works offline, and asks nothing.
LAB_OPTIONS = ("--LabApp.news_url=None",)

data_option = click.option(
    "--data", type=click.Path(), metavar="DIR", help="Folder of tables (default: kopjaqty's own)."
)
corpus_option = click.option(
    "--corpus",
    type=click.Path(),
    metavar="DIR",
    help="Folder of texts (default: KOPJAQTY_CORPUS, or `corpus` in the folder of tables).",
)


class CommandGroup(click.Group):
    """Commands that explain an error in one message, and an unknown name by the nearest one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command if there is none of this name."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            from kopjaqty.errors import nearest

            commands = self.list_commands(ctx)
            close = nearest(name, commands)
            hint = f"Did you mean {close!r}?" if close else f"There are: {', '.join(commands)}."
            ctx.fail(f"There is no command {name!r}. {hint}")
        return super().resolve_command(ctx, args)


class Main(CommandGroup):
    """The outermost group: nothing a user can cause ends in a traceback.

    Commands of other packages join it by an entry point of the group `kopjaqty.commands`.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands, others' too."""
        return sorted({*super().list_commands(ctx), *entry_points(group=JOINING).names})

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Give a command; another package's is loaded now."""
        own = super().get_command(ctx, name)
        if own is not None:
            return own
        for joining in entry_points(group=JOINING, name=name):
            command: click.Command = joining.load()
            return command
        return None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; say what went wrong in one message."""
        from kopjaqty.errors import KopjaqtyError

        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # click ends quietly when the reader of the output has left
        except (KopjaqtyError, OSError) as error:
            fail(_explain(error))


def _explain(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        where = f": {error.filename}" if error.filename else ""
        return f"{error.strerror}{where}"
    return str(error)


def fail(message: str) -> NoReturn:
    """Print a message to stderr and end with exit code 1."""
    click.echo(message, err=True)
    raise SystemExit(1)


def _print_any_letter(stream: IO[str]) -> None:
    """Let a stream print "?" for a letter that its code page lacks: Windows' often lack ң and қ."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; the entry point of the script `kopjaqty`."""
    _print_any_letter(sys.stdout)
    _print_any_letter(sys.stderr)
    kopjaqty(arguments, prog_name="kopjaqty")


def _show_version(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from kopjaqty.cite import version

        click.echo(version())
        ctx.exit()


@click.group(cls=Main, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Version of the package and of the data.",
)
def kopjaqty() -> None:
    """Kazakhstan's multilateral diplomacy, read with data."""


kopjaqty.add_command(annotate)


# --------------------------------------------------------------------------------- lab
@kopjaqty.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[JUPYTERLAB ARGUMENT]...")
def lab(arguments: tuple[str, ...]) -> None:
    """Open the lessons in JupyterLab, beginning with lesson 00.

    All arguments are JupyterLab's: --no-browser, --port 9999.
    """
    from importlib.util import find_spec

    if find_spec("jupyterlab") is None:
        fail('JupyterLab is not installed. Install it: python -m pip install "kopjaqty[lab]"')
    import os

    root = Path(__file__).resolve().parents[2]
    options = list(LAB_OPTIONS)
    if os.name != "nt" and os.geteuid() == 0:  # a container's only user is often root
        options.append("--allow-root")
    if any(Path(argument).exists() for argument in arguments):
        pass  # a file or folder of the reader's own, found from where the reader is
    elif (root / FIRST_LESSON).is_file():
        # Not as a file to open: JupyterLab would show that file's folder alone.
        options.append(f"--LabApp.default_url=/lab/tree/{FIRST_LESSON.as_posix()}")
        os.chdir(root)
    else:
        click.echo("The lessons are not beside this installation: JupyterLab opens here.", err=True)
    # Without news to fetch, JupyterLab still asks whether to fetch them: a folder of
    # settings, beside those of the reader's own, turns the question off.
    folders = [str(Path(__file__).with_name("jupyter")), os.environ.get("JUPYTER_CONFIG_PATH")]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, folders))
    # JupyterLab takes an option that is given twice for a mistake: the reader's stands.
    given = {argument.partition("=")[0] for argument in arguments}
    options = [option for option in options if option.partition("=")[0] not in given]
    _replace_process([sys.executable, "-m", "jupyterlab", *options, *arguments])


def _replace_process(command: list[str]) -> NoReturn:
    """Become another program; on Windows, where that leaves the terminal behind, wait for it."""
    import os

    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    import subprocess

    try:
        raise SystemExit(subprocess.call(command))  # noqa: S603 - a list of arguments, no shell
    except KeyboardInterrupt:
        raise SystemExit(130) from None


# ------------------------------------------------------------------------------ verify
@kopjaqty.command()
@data_option
@corpus_option
@click.option(
    "--update-hashes",
    is_flag=True,
    help="Note the tables' rows, sizes and hashes in datapackage.json, if all else is right.",
)
def verify(data: str | None, corpus: str | None, update_hashes: bool) -> None:
    """Check the tables, and every pointer into the texts at hand."""
    if update_hashes:
        from kopjaqty.store.checks import update_hashes as update

        changed = update(data)
        click.echo(f"datapackage.json: {', '.join(changed) or 'nothing'} noted anew.")
    from kopjaqty.verify import inspect

    report = inspect(data, corpus)
    for file, problems in groupby(report.problems, key=lambda problem: problem.file):
        listed = list(problems)
        click.echo(f"{file or 'in general'}: {len(listed)}")
        for problem in listed:
            click.echo(f"  {problem}")
    click.echo(
        f"{report.tables} tables, {report.rows} rows; {report.verified} pointers verified, "
        f"{report.unverifiable} not verifiable for want of the exact text; "
        f"{len(report.problems) or 'no'} problem{'' if len(report.problems) == 1 else 's'}."
    )
    if report.problems:
        raise SystemExit(1)


# ------------------------------------------------------------------------------ corpus
@kopjaqty.group(cls=CommandGroup)
def corpus() -> None:
    """Bring, find and search the documents' texts; add a document of your own to a copy."""


for command in (new, new_document, tidy):
    corpus.add_command(command)


@corpus.command()
@data_option
@corpus_option
def status(data: str | None, corpus: str | None) -> None:
    """Say which of the documents' texts are at hand, and where the others were published."""
    from kopjaqty.corpus import corpus_folder, document_status, read_corpus

    documents = document_status(data=data, corpus=corpus)
    width = max((len(d.document_id) for d in documents), default=0)
    for document in documents:
        state = {
            "exact": f"exact ({document.file})",
            "near": f"near copy ({document.file}): {document.segments_placed:.0%} of the sentences "
            f"and {document.evidence_placed:.0%} of the passages placed",
            "missing": "missing",
        }[document.state]
        click.echo(f"{document.document_id:{width}}  {state}")
        source = [document.title, document.publisher, document.date, document.public_address]
        click.echo(f"{'':{width}}  {', '.join(part for part in source if part)}")
    click.echo(f"Folder of texts: {corpus_folder(corpus, data=data)}")
    for problem in read_corpus(data=data, corpus=corpus).problems:
        click.echo(str(problem))
    if any(document.state != "exact" for document in documents):
        click.echo(
            "To bring a text: save the article as plain text (UTF-8) and run "
            "`kopjaqty corpus add FILE`, or let KOPJAQTY_CORPUS name the folder with the texts."
        )


@corpus.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
@data_option
@corpus_option
def add(files: tuple[str, ...], data: str | None, corpus: str | None) -> None:
    """Recognise texts, by content, and copy them into the folder of texts."""
    from kopjaqty.corpus.add import add_files

    refused = 0
    for done in add_files(files, data=data, corpus=corpus):
        refused += not done.ok
        message = done.message if not done.ok else f"{done.path}: {done.message}"
        click.echo(message, err=not done.ok)
    if refused:
        raise SystemExit(1)


@corpus.command()
@click.argument("snippet")
@click.option(
    "--snap",
    type=click.Choice(["none", "words", "sentence"]),
    default="none",
    help="Trim and widen each place to whole words, or to its sentence.",
)
@data_option
@corpus_option
def find(snippet: str, snap: Any, data: str | None, corpus: str | None) -> None:
    """Print where a snippet stands: document, start, end, digest, ready for evidence.csv.

    The cells go to the standard output, everything else to the standard error.
    """
    from kopjaqty.corpus.find import find_snippet

    occurrences = find_snippet(snippet, snap=snap, data=data, corpus=corpus)
    if not occurrences:
        fail("Nothing like it is in the texts at hand.")
    if occurrences[0].match == "words":
        click.echo("Not character for character; the same words, in other dress:", err=True)
    if occurrences[0].match == "nearest":
        click.echo("Not found. The nearest place:", err=True)
    click.echo("document_id,start,end,digest", err=True)
    for occurrence in occurrences:
        click.echo(occurrence.cells)
        remark = "" if occurrence.whole_words else "; not whole words: --snap words"
        click.echo(f"  segment {occurrence.n}{remark}", err=True)
    if occurrences[0].match == "nearest":
        raise SystemExit(1)


# -------------------------------------------------------------------------------- cite
@kopjaqty.command()
@click.argument("what", required=False)
@click.option("--style", type=click.Choice(["text", "bibtex", "csl"]), default="text")
@data_option
def cite(what: str | None, style: Any, data: str | None) -> None:
    """Print the citation of the data set, or of the row WHAT with its sources."""
    from kopjaqty.cite import cite as citation

    click.echo(citation(what, style=style, data=data))


# ------------------------------------------------------------------------------ export
@kopjaqty.command()
@click.argument("file_format", metavar="FORMAT")
@click.argument("out", type=click.Path())
@data_option
@click.option("--language", metavar="CODE", help="Of labels and notes: en, kk or ru.")
@click.option("--force", is_flag=True, help="Replace files that are there.")
@click.option("--document", "documents", multiple=True, metavar="ID", help="Only what it states.")
@click.option("--kind", "kinds", multiple=True, metavar="TERM", help="Only such entities.")
@click.option("--predicate", "predicates", multiple=True, metavar="TERM", help="Only such ties.")
@click.option("--status", multiple=True, metavar="TERM", help="Only ties of this status.")
@click.option("--at", metavar="DATE", help="Only ties that held at this date (EDTF).")
@click.option("--mode", metavar="MODE", help="With --at: strict (certainly) or permissive.")
@click.option("--isolates", is_flag=True, help="Entities without a tie too.")
def export(file_format: str, out: str, **options: Any) -> None:
    """Write the data to OUT for other programs: graphml, gexf, csv, sqlite, jsonld, ro-crate.

    graphml and gexf hold the network of relations, all of it or what the options keep (--document,
    --kind, --predicate and --status may be repeated); the others hold the whole collection.
    """
    from kopjaqty.exports import export as write

    given: Any = {name: value for name, value in options.items() if value}
    click.echo(write(file_format, out, **given))  # type: ignore[arg-type]
