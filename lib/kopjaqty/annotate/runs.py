"""Annotates many files: in this process, in several, or on a Dask cluster; the result is the same.

What is done is kept (`kopjaqty.annotate.checkpoints`). The files are read here, a few ahead of
those who work on them; what they get is a text and the forms of the names, so a worker needs
no files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kopjaqty.annotate.annotations import Annotations, annotate_forms
from kopjaqty.annotate.checkpoints import (
    Checkpoint,
    checkpoint_path,
    key_of,
    read_checkpoint,
    write_checkpoint,
)
from kopjaqty.annotate.input_texts import InputText, list_files, read_input_text
from kopjaqty.annotate.results import Totals, write_results
from kopjaqty.arguments import PathLike
from kopjaqty.cite import version
from kopjaqty.dates import parse_date
from kopjaqty.errors import KopjaqtyError, Problem
from kopjaqty.language import _
from kopjaqty.matcher import matcher_of
from kopjaqty.matcher.name_forms import Form, read_forms

__all__ = ["Summary", "annotate_files"]

CHECKPOINTS = "parts"
Work = Callable[[InputText], "Future[Annotations]"]


@dataclass(frozen=True)
class Summary:
    """What a run did: files annotated, files left as they were, found, and not read."""

    folder: Path
    annotated: int
    kept: int
    totals: Totals
    problems: tuple[Problem, ...]


def annotate_files(  # noqa: PLR0913 - options, each by its keyword
    paths: Iterable[PathLike],
    out: PathLike,
    *,
    published: str | None = None,
    data: PathLike | None = None,
    jobs: int = 1,
    dask: str | None = None,
    progress: bool = False,
) -> Summary:
    """Annotate files of Kazakh text, and write tables and Web Annotations of what was found.

    Parameters
    ----------
    paths : iterable of path
        Text files in UTF-8; folders, whose .txt files are taken; "-" for the standard input.
    out : path
        The folder for mentions.csv, dates.csv, candidates.csv, files.csv and annotations.jsonld.
        What it has of an earlier run is used where text, names and date are the same.
    published, data
        As in `annotate_text`, the same for all files.
    jobs : int
        Processes.
    dask : str, optional
        The address of a Dask scheduler, whose workers do it instead.
    progress : bool
        Show a progress bar on the standard error, if that is a terminal.

    Returns
    -------
    Summary
        A file that cannot be read is among its problems, and stops no other.

    Raises
    ------
    KopjaqtyError
        A package is not installed, `published` is no date, the workers or the cluster are lost.

    Examples
    --------
    >>> import tempfile
    >>> annotate_files(["no_such_file.txt"], tempfile.mkdtemp()).problems[0].what
    'There is no such file.'
    """
    parse_date(published)
    forms = read_forms(data=data)
    matcher_of(forms)  # says at once if a package is missing
    folder = Path(out).expanduser()
    (folder / CHECKPOINTS).mkdir(parents=True, exist_ok=True)
    key = key_of(forms, published, version(data=data).package)
    listed = list(list_files(paths))
    run = _Run(folder / CHECKPOINTS, key, listed)
    with (
        _workers(forms, published, jobs, dask) as (submit, ahead),
        _bar(len(listed), progress) as bar,
    ):
        for source, annotations in _in_any_order(run.undone(bar.update), submit, ahead):
            write_checkpoint(
                checkpoint_path(run.folder, source.file), Checkpoint(source.file, key, annotations)
            )
            run.annotated += 1
            bar.update()
    totals = write_results(folder, run.checkpoints(), data=data)
    return Summary(folder, run.annotated, run.kept, totals, tuple(run.problems.values()))


class _Run:
    """The files of a run, in their order, and what has become of them."""

    def __init__(self, folder: Path, key: str, listed: list[str | Problem]) -> None:
        self.folder, self.key, self.listed = folder, key, listed
        self.annotated = self.kept = 0
        self.problems: dict[int, Problem] = {}

    def undone(self, tick: Callable[[], object]) -> Iterator[InputText]:
        """Read the files, and give those whose checkpoint is not there, or is of something else."""
        for number, file in enumerate(self.listed):
            source = file if isinstance(file, Problem) else read_input_text(file)
            if isinstance(source, Problem):
                self.problems[number] = source
            elif self._has(source):
                self.kept += 1
            else:
                yield source
                continue
            tick()

    def _has(self, source: InputText) -> bool:
        checkpoint = read_checkpoint(checkpoint_path(self.folder, source.file))
        made_from = checkpoint and (checkpoint.file, checkpoint.key, checkpoint.annotations.sha256)
        return made_from == (source.file, self.key, source.sha256)

    def checkpoints(self) -> Iterator[Checkpoint | Problem]:
        """Give what was found in each file, or why it was not read, in the order of the files."""
        for number, file in enumerate(self.listed):
            if number in self.problems:
                yield self.problems[number]
            elif checkpoint := read_checkpoint(checkpoint_path(self.folder, str(file))):
                yield checkpoint
            else:
                what = _("What was found in {file} has disappeared.").format(file=file)
                raise KopjaqtyError(Problem(what, remedy=_("Run the same command again.")))


def _in_any_order(
    sources: Iterator[InputText], submit: Work, ahead: int
) -> Iterator[tuple[InputText, Annotations]]:
    """Keep the workers busy, with no more texts in memory than they need."""
    running: dict[Future[Annotations], InputText] = {}
    more = True
    while more or running:
        while more and len(running) < ahead:
            source = next(sources, None)
            if source is None:
                more = False
            else:
                running[submit(source)] = source
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            yield running.pop(future), future.result()


@contextmanager
def _workers(
    forms: tuple[Form, ...], published: str | None, jobs: int, dask: str | None
) -> Iterator[tuple[Work, int]]:
    """Give what starts the work on a text, and on how many texts at a time."""
    if dask is not None:
        from kopjaqty.annotate.cluster import dask_workers

        with dask_workers(dask, forms, published) as workers:
            yield workers
    elif jobs > 1:
        with _processes(forms, published, jobs) as workers:
            yield workers
    else:
        yield lambda source: _done(annotate_forms(source.text, forms, published)), 1


def _done(annotations: Annotations) -> Future[Annotations]:
    future: Future[Annotations] = Future()
    future.set_result(annotations)
    return future


@contextmanager
def _processes(
    forms: tuple[Form, ...], published: str | None, jobs: int
) -> Iterator[tuple[Work, int]]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Not fork: threads of the reader's program would be lost in the middle of their work.
    context = multiprocessing.get_context("spawn")
    pool: Executor = ProcessPoolExecutor(jobs, context, _prepare, (forms, published))
    try:
        yield lambda source: pool.submit(_annotate, source.text), 2 * jobs
    except BrokenExecutor:
        what = _("A process ended before its work was done.")
        remedy = _("Run the same command again, with fewer processes: what is done is kept.")
        raise KopjaqtyError(Problem(what, remedy=remedy)) from None
    finally:
        pool.shutdown(cancel_futures=True)


_given: dict[str, Any] = {}


def _prepare(forms: tuple[Form, ...], published: str | None) -> None:
    _given.update(forms=forms, published=published)


def _annotate(text: str) -> Annotations:
    return annotate_forms(text, **_given)


@contextmanager
def _bar(total: int, shown: bool) -> Iterator[Any]:
    from tqdm import tqdm

    # None: only where a person looks on.
    with tqdm(total=total, unit=" files", disable=None if shown else True) as bar:
        yield bar
