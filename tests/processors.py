"""The environment of an older processor than this one, for tests of what must not depend on it.

    eval "export $(python tests/processors.py)"
    python -m pytest tests/test_notebooks.py -k outputs_are

NumPy has several versions of its loops and sorts and takes the fastest that the processor
has; OpenBLAS, its linear algebra, does the same. Both can be told to take less. What they
then do differently: an unstable sort leaves equals in another order, a sum of floats and a
product of matrices differ in the last digit.
"""

from __future__ import annotations

import os

OLDEST_KERNEL = "Prescott"  # SSE3 only: the oldest that OpenBLAS still has for 64 bits


def dispatched() -> list[str]:
    """The features for which NumPy has faster versions, of those that this processor has."""
    from numpy._core._multiarray_umath import (  # type: ignore[attr-defined]
        __cpu_dispatch__,
        __cpu_features__,
    )

    return [name for name in __cpu_dispatch__ if __cpu_features__[name]]


def old_processor() -> dict[str, str]:
    """Environment variables with which a new process takes this processor for an old one.

    What was switched off already stays so, so that the answer is the same when asked again.
    """
    off = os.environ.get("NPY_DISABLE_CPU_FEATURES", "").replace(",", " ").split()
    features = sorted({*off, *dispatched()})
    return {"NPY_DISABLE_CPU_FEATURES": " ".join(features), "OPENBLAS_CORETYPE": OLDEST_KERNEL}


if __name__ == "__main__":
    for variable, value in old_processor().items():
        print(f"{variable}={value!r}")
