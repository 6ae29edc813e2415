"""Which texts are to be annotated, and what of them cannot be read."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kopjaqty.arguments import PathLike
from kopjaqty.corpus.text_files import other_format
from kopjaqty.errors import Problem
from kopjaqty.language import _

__all__ = ["STDIN", "InputText", "list_files", "read_input_text"]

STDIN = "-"
"""The name that stands for the standard input."""


class InputText(NamedTuple):
    """A text: its file's name as it was given, SHA-256 of its bytes, its characters."""

    file: str
    sha256: str
    text: str


def list_files(paths: Iterable[PathLike]) -> Iterator[str | Problem]:
    """Give the files named, and the .txt files of the folders named, each once.

    Names are as given, with `/` between folders; a folder's files are sorted by name.
    """
    seen: set[str] = set()
    for path in paths:
        for name in [STDIN] if str(path) == STDIN else _expand(Path(path)):
            if isinstance(name, Problem) or name not in seen:
                yield name
            if isinstance(name, str):
                seen.add(name)


def _expand(path: Path) -> list[str] | list[Problem]:
    if not path.is_dir():
        return [path.as_posix()]
    inside = (file for file in path.rglob("*") if file.suffix.lower() == ".txt")
    names = sorted(
        file.as_posix()
        for file in inside
        if file.is_file() and not any(p.startswith(".") for p in file.relative_to(path).parts)
    )
    what = _("There is no .txt file in the folder.")
    return names or [Problem(what, file=path.as_posix())]


def read_input_text(file: str) -> InputText | Problem:
    """Read a file as it is: nothing normalised, so that its own SHA-256 is that of its text.

    >>> read_input_text("no_such_file.txt").what
    'There is no such file.'
    """
    try:
        content = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
    except FileNotFoundError:
        return Problem(_("There is no such file."), file=file)
    except OSError as error:
        what = _("The file cannot be read ({why}).").format(why=error.strerror)
        return Problem(what, file=file)
    if not content.strip(b"\xef\xbb\xbf \t\r\n"):
        return Problem(_("The file is empty."), file=file)
    if kind := other_format(content):
        what = _("This is {kind}, not plain text.").format(kind=kind)
        remedy = _("Save the text alone, as a .txt file in UTF-8.")
        return Problem(what, file=file, remedy=remedy)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        what = _("The text is not UTF-8 (byte {at}, counted from 0).").format(at=error.start)
        remedy = _("Open it in a text editor and save it with encoding UTF-8.")
        return Problem(what, file=file, remedy=remedy)
    return InputText(file, hashlib.sha256(content).hexdigest(), text)
