"""What was found in each text, kept in a file of its own: a run that was cut short goes on there.

A part holds what it was made from: the text's hash, and a key of all else that the result depends
on. One that does not fit is made again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from kopjaqty.annotate.candidates import Candidate
from kopjaqty.annotate.found import Annotations, FoundDate, FoundName
from kopjaqty.matcher.name_forms import Form
from kopjaqty.store.writing import drafted

__all__ = ["FORMAT", "Part", "key_of", "part_path", "read_part", "whole", "write_part"]

FORMAT = 1
"""To be raised when the same text and names give another result: old parts no longer fit."""


class Part(NamedTuple):
    """What was found in a file, and the key that it was found with."""

    file: str
    key: str
    found: Annotations


def key_of(forms: tuple[Form, ...], published: str | None, version: str) -> str:
    """Return a digest of what a result depends on besides the text."""
    made_from = [FORMAT, version, published or "", [list(form) for form in forms]]
    return hashlib.sha256(json.dumps(made_from).encode()).hexdigest()[:16]


def part_path(folder: Path, file: str) -> Path:
    """Return where the part of a file is kept, whatever its name holds."""
    return (
        folder / f"{hashlib.sha256(file.encode('utf-8', 'surrogateescape')).hexdigest()[:24]}.json"
    )


def read_part(path: Path) -> Part | None:
    """Read a part; None if there is none, or if it is not whole."""
    try:
        held = json.loads(path.read_bytes())
        found = Annotations(
            str(held["sha256"]),
            int(held["characters"]),
            tuple(FoundName(*row) for row in held["mentions"]),
            tuple(FoundDate(*row) for row in held["dates"]),
            tuple(Candidate(*row) for row in held["candidates"]),
        )
        return Part(str(held["file"]), str(held["key"]), found)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_part(path: Path, part: Part) -> None:
    """Write a part, whole or not at all."""
    held = {"file": part.file, "key": part.key, **vars(part.found)}
    with whole(path) as stream:
        # Not json.dump: it writes in Python what this writes in C.
        stream.write(json.dumps(held, ensure_ascii=False, separators=(",", ":")))


@contextmanager
def whole(path: Path) -> Iterator[IO[str]]:
    """Give a stream whose text takes the file's place once it is all there."""
    with (
        drafted(path) as draft,
        draft.open("w", encoding="utf-8", newline="", errors="surrogateescape") as stream,
    ):
        yield stream
