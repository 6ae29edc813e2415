"""Loads the tables as pandas DataFrames with the right types, or says why it will not.

A file that is the one its descriptor notes has been checked before it was released. Any other is
checked first, against the whole folder: a table that fails is not loaded in part.
"""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, overload

from kopjaqty import store
from kopjaqty.arguments import PathLike, names_of
from kopjaqty.dates import parse_date
from kopjaqty.language import _
from kopjaqty.named_tables import NoSuchTable, Tables
from kopjaqty.store import Package, Table, read_package
from kopjaqty.store.reading import noted_rows, unchecked
from kopjaqty.store.records import TABLES_WITH_EVIDENCE, refuse_retired

if TYPE_CHECKING:
    import pandas as pd


@overload
def load(  # type: ignore[overload-overlap]  # a str is one name, not names of one letter
    table: str, *, data: PathLike | None = None
) -> pd.DataFrame: ...
@overload
def load(table: Iterable[str] | None = None, *, data: PathLike | None = None) -> Tables: ...
def load(
    table: str | Iterable[str] | None = None, *, data: PathLike | None = None
) -> pd.DataFrame | Tables:
    """Load a table, several, or all of them.

    Parameters
    ----------
    table : str or iterable of str, optional
        Its name: "entities", "relations" … Several names give a `Tables` of these, in that
        order, each once; no names give one without tables. Without it, all tables.
    data : path, optional
        A folder of tables of your own; without it, the collection that came with kopjaqty.

    Returns
    -------
    pandas.DataFrame or Tables
        Rows as in the file, sorted by key; an empty cell is a missing value. Columns: categories
        in the order of their vocabulary (`kind`), Int64, Float64, boolean, else text: `str`, its
        missing as NaN. pandas 2.2 has no such type; its text is `object`, each a str or NaN. There
        `.str.contains` and its like want `na=False`; comparing, sorting, merging, grouping and
        counting give the same. A date such as `date` is text, followed by `date_earliest` and
        `date_latest` (datetime64[us], both days included, missing where open) and
        `date_precision` (text: "day", "year" …).
        `attrs` has table, title, description and version. What you change is your copy alone.

    Raises
    ------
    UnknownName
        There is no such table. Of an id that was given up it says what became of it.
    DataError
        A file cannot be read, or was changed and fails a check; nothing is loaded.

    Examples
    --------
    >>> load("relations").columns[:4].to_list()
    ['relation_id', 'subject_id', 'predicate', 'object_id']
    """
    package = read_package(data)
    names = names_of(table=table)
    for name in names or ():
        if name not in package.tables:
            refuse_retired(str(name), TABLES_WITH_EVIDENCE, data)
            raise NoSuchTable.among(_("There is no such table."), name, package.tables)
    wanted = [package.tables[name] for name in (package.tables if names is None else names)]
    contents = store.contents(package, wanted)
    frames = {each.name: _read_frame(each, contents, package) for each in wanted}
    return frames[table] if isinstance(table, str) else Tables(frames)


@lru_cache(maxsize=4)
def _categories(table: Table, content: bytes) -> dict[str, pd.CategoricalDtype]:
    """The terms of each vocabulary in their order, as a type."""
    import pandas as pd

    terms: dict[str, list[tuple[int, str]]] = {}
    try:
        for row in noted_rows(table, content):
            terms.setdefault(row["vocabulary"], []).append((int(row["order"]), row["term"]))
    except (ValueError, KeyError) as error:
        raise unchecked(table.path, error) from None
    return {
        name: pd.CategoricalDtype(list(dict.fromkeys(term for _order, term in sorted(pairs))))
        for name, pairs in terms.items()
    }


@lru_cache(maxsize=1)
def _types() -> dict[str, Any]:
    # Types, not their names: pandas takes longer to look up a name than to read a small file.
    import numpy as np
    import pandas as pd

    try:
        text: Any = pd.StringDtype(na_value=math.nan)  # what pandas calls "str"
    except TypeError:
        # pandas 2.2 has no text in which the missing is NaN. Its "string" has NA there, so that
        # x == "a" is NA as well; objects compare, sort, group and merge as "str" does.
        text = np.dtype(object)
    return {
        "integer": pd.Int64Dtype(),
        "number": pd.Float64Dtype(),
        "boolean": pd.BooleanDtype(),
        "string": text,
    }


def _read_frame(table: Table, contents: Mapping[str, bytes], package: Package) -> pd.DataFrame:
    import pandas as pd

    known = _categories(package.tables["terms"], contents["terms"]) if "terms" in contents else {}
    dtypes = {
        field.name: "category" if field.vocabulary else _types()[field.type]
        for field in table.fields
    }
    try:
        with warnings.catch_warnings():
            # pandas only warns of a cell too many.
            warnings.simplefilter("error")
            frame = pd.read_csv(
                io.BytesIO(contents[table.name]),
                dtype=dtypes,
                keep_default_na=False,  # NA is Namibia: only an empty cell is missing
                na_values=[""],
                index_col=False,
                low_memory=False,
            )
        if tuple(frame.columns) != table.columns:
            raise ValueError(",".join(map(str, frame.columns)))
        for field in table.fields:
            if field.vocabulary in known:
                frame[field.name] = _in_order(frame[field.name], known[field.vocabulary])
            if field.format == "edtf":
                _add_bounds(frame, field.name)
    except (ValueError, TypeError, OverflowError, Warning) as error:
        raise unchecked(table.path, error) from None
    frame.attrs = {
        "table": table.name,
        "title": table.title,
        "description": table.description,
        "version": package.version,
    }
    return frame


def _in_order(column: pd.Series[Any], vocabulary: pd.CategoricalDtype) -> pd.Series[Any]:
    """Give the column the terms of its vocabulary; pandas would drop a value that is none."""
    if unknown := set(column.cat.categories) - set(vocabulary.categories):
        raise ValueError(", ".join(sorted(unknown)))
    return column.cat.set_categories(vocabulary.categories)


def _add_bounds(frame: pd.DataFrame, column: str) -> None:
    """Put the bounds and the precision of each date after it; each date is parsed once."""
    import numpy as np
    import pandas as pd

    codes, texts = pd.factorize(frame[column])
    dates = [parse_date(text) for text in texts]
    place = list(frame.columns).index(column)
    for offset, name in enumerate(("earliest", "latest"), start=1):
        days = [getattr(date, name) for date in dates]
        values = np.array([*days, None], dtype="datetime64[us]")  # code -1: the last, missing
        frame.insert(place + offset, f"{column}_{name}", values[codes])
    precisions = np.array([*(date.precision for date in dates), math.nan], dtype=object)
    frame.insert(
        place + 3, f"{column}_precision", pd.Series(precisions[codes], dtype=_types()["string"])
    )
