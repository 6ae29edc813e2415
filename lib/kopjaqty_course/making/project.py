"""The project's folder, and files in it that are made: written, or told to be out of date."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

__all__ = ["PROJECT", "write_or_tell"]

PROJECT = Path(__file__).resolve().parents[3]


def write_or_tell(made: Mapping[Path, str | bytes], *, check: bool) -> bool:
    """Write each file that is not as it should be, or only name it.

    Returns
    -------
    bool
        Whether any was out of date.
    """
    old = [(path, content) for path, content in made.items() if _saved(path) != _bytes(content)]
    for path, content in old:
        name = path.relative_to(PROJECT) if path.is_relative_to(PROJECT) else path.name
        click.echo(f"{name}: {'out of date' if check else 'written'}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_bytes(content))
    return bool(old)


def _saved(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content
