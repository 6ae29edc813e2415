"""The same work on a Dask cluster, in processes of this machine: nothing is lost or differs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kopjaqty.annotate import annotate_files, checkpoints, runs
from kopjaqty.errors import KopjaqtyError
from places import TESTS
from test_annotate import many, results, run

pytest.importorskip("distributed", reason="a cluster needs the extra `dask`")
# distributed's connections are closed by its own threads, some after a test has ended.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """A cluster of two processes: `address`, and the process ids of the `workers`."""
    monkeypatch.chdir(tmp_path)
    script = TESTS / "dask_cluster.py"
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
        process.stdin.close()


def test_a_cluster_does_what_one_process_does(cluster: dict[str, Any]) -> None:
    """The files are the same to the byte; a second run finds all of it done."""
    many(Path("texts"))
    annotate_files(["texts"], "one", published="2026-05-20")
    command = ["annotate", "texts", "--published", "2026-05-20", "--dask", cluster["address"]]
    assert run(*command, "--out", "dask").exit_code == 0
    assert results(Path("dask")) == results(Path("one"))
    assert "(12 of them done before)" in run(*command, "--out", "dask").stdout


def test_a_lost_worker_loses_nothing(
    cluster: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker killed half-way, with texts and the names in its hands, is not missed."""
    many(Path("texts"), 40)
    annotate_files(["texts"], "one")
    write, written = checkpoints.write_checkpoint, []

    def killing(*part: Any) -> None:
        write(*part)
        written.append(part)
        if len(written) == 5:
            os.kill(cluster["workers"][0], getattr(signal, "SIGKILL", signal.SIGTERM))

    monkeypatch.setattr(runs, "write_checkpoint", killing)
    done = annotate_files(["texts"], "dask", dask=cluster["address"])
    assert (done.annotated, len(written)) == (40, 40)
    assert results(Path("dask")) == results(Path("one"))


def test_a_mistake_of_a_text_is_told(
    cluster: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workers of another version are refused in words."""
    many(Path("texts"), 2)
    monkeypatch.setattr("kopjaqty.annotate.cluster.FORMAT", 0)
    with pytest.raises(KopjaqtyError, match="another version"):
        annotate_files(["texts"], "dask", dask=cluster["address"])


@pytest.mark.parametrize("address", ["nowhere", "tcp://127.0.0.1:9"])
def test_no_cluster(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where no scheduler answers is named, with what an address looks like."""
    monkeypatch.setattr("kopjaqty.annotate.cluster.SECONDS", 1)
    texts = many(tmp_path / "texts", 1)
    with pytest.raises(KopjaqtyError, match="No Dask scheduler answers") as raised:
        annotate_files([texts], tmp_path / "out", dask=address)
    assert address in str(raised.value)


def test_without_distributed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package, one line says how to install it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    texts = many(tmp_path / "texts", 1)
    with pytest.raises(KopjaqtyError, match=r"kopjaqty\[dask\]"):
        annotate_files([texts], tmp_path / "out", dask="tcp://127.0.0.1:8786")
