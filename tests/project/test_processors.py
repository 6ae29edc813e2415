"""Pictures, their words and the tables are the same on an old processor as on this one."""

import json
import os
import subprocess
import sys

import pytest

from places import TESTS
from processors import dispatched, old_processor

SECONDS = 300
# Two thousand numbers, each of them many times: an unstable sort has much to choose.
UNSTABLE = "import numpy; print((numpy.arange(2000) % 7).argsort().tolist())"


def printed(*command: str, **variables: str) -> str:
    """What a Python of its own prints, with these variables besides."""
    environment = os.environ | variables | {"PYTHONPATH": os.pathsep.join(sys.path)}
    environment.pop("MPLBACKEND", None)
    run = subprocess.run(
        [sys.executable, *command],
        env=environment,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_an_old_processor_has_nothing_to_choose_from() -> None:
    """In the old processor's environment NumPy knows no faster version of anything."""
    told = printed("-c", "import processors; print(processors.dispatched())", **old_processor())
    assert told == "[]\n"


def test_the_environment_is_the_same_from_within() -> None:
    """Asked again in its own environment, the old processor is the same one."""
    code = "import json, processors; print(json.dumps(processors.old_processor()))"
    assert json.loads(printed("-c", code, **old_processor())) == old_processor()


@pytest.mark.skipif(not dispatched(), reason="this processor is an old one")
def test_an_unstable_sort_shows_the_processor() -> None:
    """The environment bites: NumPy's quicksort leaves equals in another order in it."""
    assert printed("-c", UNSTABLE) != printed("-c", UNSTABLE, **old_processor())


@pytest.mark.thorough
def test_the_same_on_every_processor() -> None:
    """Every picture and text of the library is the same, byte for byte, in both environments."""
    here = json.loads(printed(str(TESTS / "digests.py")))
    old = json.loads(printed(str(TESTS / "digests.py"), **old_processor()))
    assert len(here) > 50
    assert [name for name in here if here[name] != old.get(name)] == []
