"""The work on a Dask cluster. A worker that is lost loses nothing: another does its texts again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from typing import Any

from kopjaqty.annotate.annotations import Annotations, annotate_forms
from kopjaqty.annotate.checkpoints import FORMAT
from kopjaqty.annotate.input_texts import InputText
from kopjaqty.errors import KopjaqtyError, Problem
from kopjaqty.language import _
from kopjaqty.matcher.name_forms import Form

__all__ = ["dask_workers"]

SECONDS = 30


@contextmanager
def dask_workers(
    address: str, forms: tuple[Form, ...], published: str | None
) -> Iterator[tuple[Callable[[InputText], Future[Annotations]], int]]:
    """Give what starts the work on a text, on the cluster whose scheduler has this address."""
    try:
        from distributed import Client, KilledWorker
        from distributed.comm.core import CommClosedError
    except ImportError:
        message = _("A Dask cluster needs the package distributed: {command}")
        command = "python -m pip install 'kopjaqty[dask]'"
        raise KopjaqtyError(message.format(command=command)) from None
    try:
        client = Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        what = _("No Dask scheduler answers there ({why}).").format(why=str(error)[:200])
        expected = _("the address of a scheduler, such as tcp://127.0.0.1:8786")
        raise KopjaqtyError(Problem(what, value=address, expected=expected)) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=SECONDS)
        except TimeoutError:
            raise KopjaqtyError(Problem(_("The cluster has no workers."), value=address)) from None
        try:
            threads = sum(client.nthreads().values())
            # A task, not data put on a worker: if that worker is lost, the scheduler, which
            # keeps what a task was given, has it done again.
            shared = client.submit(_keep, forms, published, pure=False)
            pool = client.get_executor(pure=False)
            yield lambda source: pool.submit(_annotate, source.text, shared, FORMAT), 2 * threads
        except (KilledWorker, CancelledError, CommClosedError) as error:
            what = _("The cluster has lost its workers ({why}).").format(why=str(error)[:200])
            remedy = _("Run the same command again: what is done is kept.")
            raise KopjaqtyError(Problem(what, remedy=remedy)) from None


def _keep(*given: Any) -> tuple[Any, ...]:
    return given


def _annotate(text: str, shared: tuple[Any, ...], made_with: int) -> Annotations:
    if made_with != FORMAT:
        raise KopjaqtyError(_("The workers have another version of kopjaqty: install the same."))
    return annotate_forms(text, *shared)
