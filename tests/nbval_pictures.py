"""A pytest plugin: nbval compares pictures too, which it leaves out by itself.

Used as ``python -m pytest --nbval -p nbval_pictures NOTEBOOK`` by gates.py.
"""

import pytest
from nbval.plugin import IPyNbFile


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Take pictures out of the keys that nbval does not compare."""
    if isinstance(collector, IPyNbFile):
        collector.skip_compare = tuple(
            key for key in collector.skip_compare if not key.startswith("image/")
        )
