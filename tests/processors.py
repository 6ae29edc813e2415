"""The environment of an older processor than this one, for tests of what must not depend on it.

    eval "$(python tests/processors.py)"
    python -m pytest tests/notebooks/test_notebooks.py -k TestRebuild

NumPy has several versions of its loops and sorts and takes the fastest that the processor
has; OpenBLAS, its linear algebra, and glibc, with the sines and powers of ``math``, do the
same. All three can be told to take an older one. What is then different: an unstable sort
leaves equals in another order; a product of matrices, a sine, a power, differ in their last digit.
"""

from __future__ import annotations

import os
import platform
import shlex
import sys
from importlib import import_module

OLDEST_KERNEL = "Prescott"  # SSE3: the oldest that OpenBLAS still has for 64 bits
NEWER = "glibc.cpu.hwcaps=-AVX,-AVX2,-FMA,-FMA4"


def dispatched() -> list[str]:
    """The features for which NumPy has faster versions, of those that this process may use."""
    core = import_module("numpy._core._multiarray_umath")
    return [name for name in core.__cpu_dispatch__ if core.__cpu_features__[name]]


def old_processor() -> dict[str, str]:
    """Environment variables with which a new process takes this processor for an old one.

    What is switched off already stays so: asked of a process that runs with them, the answer
    is the same.
    """
    off = os.environ.get("NPY_DISABLE_CPU_FEATURES", "").replace(",", " ").split()
    variables = {"NPY_DISABLE_CPU_FEATURES": " ".join(sorted({*off, *dispatched()}))}
    if platform.machine() in {"AMD64", "x86_64"}:
        variables |= {"OPENBLAS_CORETYPE": OLDEST_KERNEL, "GLIBC_TUNABLES": NEWER}
    return variables


if __name__ == "__main__":
    for variable, value in old_processor().items():
        sys.stdout.write(f"export {variable}={shlex.quote(value)}\n")
