"""What the descriptor notes of a file: rows, bytes and SHA-256."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from kopjaqty.language import _
from kopjaqty.store.descriptor import Table
from kopjaqty.store.files import Rows, parse_rows

__all__ = ["UPDATE", "Measure", "check_hash", "measure"]

UPDATE = "kopjaqty verify --update-hashes"


class Measure(NamedTuple):
    """What the descriptor notes of a file."""

    rows: int
    bytes: int
    hash: str

    def __str__(self) -> str:
        """Say it, with as much of the digest as people compare."""
        return _("{rows} rows, {bytes} bytes, {hash}").format(
            rows=self.rows, bytes=self.bytes, hash=f"{self.hash[:19]}…"
        )


def measure(table: Table, content: bytes) -> Measure:
    """Count rows and bytes of a file, and take its SHA-256."""
    digest = hashlib.sha256(content).hexdigest()
    return Measure(len(parse_rows(table, content).lines), len(content), f"sha256:{digest}")


def check_hash(rows: Rows, content: bytes) -> None:
    """Note a problem where a file is not the one that the descriptor notes."""
    table = rows.table
    noted = Measure(table.rows, table.bytes, f"sha256:{table.sha256}")
    digest = hashlib.sha256(content).hexdigest()
    # Rows that cannot be told apart cannot be counted either; they are reported as such.
    count = len(rows.lines) if rows.complete else table.rows
    measured = Measure(count, len(content), f"sha256:{digest}")
    if measured != noted:
        rows.add(
            _("The file is not the one that the descriptor notes."),
            value=str(measured),
            expected=str(noted),
            remedy=_(
                "Once the change is meant: `{command}`. Otherwise copy the file from the "
                "collection again."
            ).format(command=UPDATE),
        )
