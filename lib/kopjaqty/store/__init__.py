"""The one room that opens a data file: descriptor, bytes, rows, and the rules they keep.

    rows("relations")                     a table's rows, in the order of the file
    rows_by_id("entities")["un"]          one of them, by its key
    rows_by_table(["terms", "names"])     those of several tables
    terms_of("stage"), labels_of("stage") a vocabulary in its order: its rows, its labels
    contents(read_package(), tables)      the bytes themselves, for `kopjaqty.tables`

A row is text by column, "" where a cell is empty, and cannot be changed.

Whom to trust: a file that is the one its descriptor notes (SHA-256) was checked before it was
released. Any other is checked first, against the whole folder; where a check fails, nothing is
given of it. With `checked=False` no hash is asked for and no value judged: for a copy that is being
edited, of which `verify`, `corpus` and `annotate` have to read what there is.

What is kept: the rows of a table, as long as the time of change and the size of its file and of
the descriptor are the same (`stamp_of`); and that a table was found right, as long as those of no
file of the folder have changed, since its neighbours may be what made it right. A file that is
rewritten within the clock's grain to the very same size is not noticed. Whatever is computed from
rows is kept by the same stamp. Bytes are never kept.
"""

from __future__ import annotations

from kopjaqty.store.descriptor import DESCRIPTOR, TABLES, Field, ForeignKey, Table
from kopjaqty.store.package import Package, data_folder, read_package
from kopjaqty.store.reading import (
    RowsByTable,
    Stamp,
    contents,
    rows,
    rows_at,
    rows_by_id,
    rows_by_table,
    stamp_of,
)
from kopjaqty.store.row import Row
from kopjaqty.store.terms import labels_of, sort_terms, terms_of

__all__ = [
    "DESCRIPTOR",
    "TABLES",
    "Field",
    "ForeignKey",
    "Package",
    "Row",
    "RowsByTable",
    "Stamp",
    "Table",
    "contents",
    "data_folder",
    "labels_of",
    "read_package",
    "rows",
    "rows_at",
    "rows_by_id",
    "rows_by_table",
    "sort_terms",
    "stamp_of",
    "terms_of",
]
