"""Runs commands of click with what they print and what they complain of apart."""

from __future__ import annotations

from inspect import signature
from typing import Any

from click.testing import CliRunner


def make_runner() -> CliRunner:
    """A runner whose stderr is not in its stdout: click 8.1 has to be asked for that."""
    asked = "mix_stderr" in signature(CliRunner).parameters
    options: dict[str, Any] = {"mix_stderr": False} if asked else {}
    return CliRunner(**options)
