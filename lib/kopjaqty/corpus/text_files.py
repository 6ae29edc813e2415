"""Reads a file as plain text, or says to a person what it is instead and what to do."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from kopjaqty.corpus.words import normalize
from kopjaqty.errors import Problem
from kopjaqty.language import _

__all__ = ["LARGEST", "other_format", "read_text", "sha256_of"]

# The longest of the documents is a hundredth of this; a whole book is no copy of an article.
LARGEST = 2_000_000


def read_text(path: Path) -> str | Problem:
    """Return a file's text in NFC, or what prevents it from being one.

    >>> read_text(Path("no_such_file.txt")).what
    'There is no such file.'
    """
    try:
        stat = path.stat()
        if not path.is_file():
            return _unfit(path, _("This is a folder, not a text file."))
        return _read(path, stat.st_size, stat.st_mtime_ns)
    except FileNotFoundError:
        return _unfit(path, _("There is no such file."))
    except OSError as error:
        return _unfit(path, _("The file cannot be read ({why}).").format(why=error.strerror))


def _unfit(path: Path, what: str, remedy: str | None = None) -> Problem:
    return Problem(what, file=str(path), remedy=remedy)


# Size and time of change are part of the key: an edited file is read again.
@lru_cache(maxsize=64)
def _read(path: Path, size: int, _changed: int) -> str | Problem:
    plain = _(
        "Plain text is wanted: copy the article's text from the page or document, paste it into "
        "a text editor and save it as a .txt file in UTF-8."
    )
    if size > LARGEST:
        return _unfit(path, _("The file is too large to be one of the documents."), plain)
    content = path.read_bytes()
    if not content.strip():
        return _unfit(path, _("The file is empty."), plain)
    if kind := other_format(content):
        return _unfit(path, _("This is {kind}, not plain text.").format(kind=kind), plain)
    try:
        return normalize(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        what = _("The text is not UTF-8 (byte {at}, counted from 0).").format(at=error.start)
        return _unfit(path, what, _("Open it in a text editor and save it with encoding UTF-8."))


def other_format(content: bytes) -> str | None:
    """Say what bytes are if they are no plain text; None if they may be.

    >>> other_format(b"%PDF-1.7"), other_format(b"Plain text")
    ('a PDF file', None)
    """
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf"):
        return _("a PDF file")
    if head.startswith(b"pk\x03\x04"):
        return _("a Word or other packed file")
    if head.startswith((b"<!doctype", b"<html", b"<?xml", b"{\\rtf")):
        return _("a web page or a formatted document")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None  # UTF-16, full of zero bytes yet text: decoding says what to do
    return _("a binary file") if b"\0" in content else None


def sha256_of(text: str) -> str:
    """Return the SHA-256 by which `documents.sha256` knows a text.

    >>> len(sha256_of("a text")), sha256_of("a text") == sha256_of("a text ")
    (64, False)
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
