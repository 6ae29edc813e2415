"""The vocabularies of a data set, as its table `terms` has them: nobody else knows a term.

What a term means to pictures and rules (its group, its colour role, the stage that it brings) are
columns of its row; where such a cell is empty, or the column is not there, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kopjaqty.arguments import PathLike
from kopjaqty.language import localized
from kopjaqty.store.reading import rows
from kopjaqty.store.row import Row

__all__ = ["labels_of", "sort_terms", "terms_of"]


def terms_of(vocabulary: str, data: PathLike | None = None) -> dict[str, Row]:
    """Give the rows of a vocabulary by their terms, in the vocabulary's order.

    Tables that are being edited have terms too: nothing is checked here.

    >>> list(terms_of("event_status"))
    ['happened', 'ongoing', 'planned']
    """
    return sort_terms(vocabulary, rows("terms", data, checked=False))


def sort_terms(vocabulary: str, terms: Iterable[Row]) -> dict[str, Row]:
    """Choose the rows of a vocabulary and put them into its order.

    >>> list(sort_terms("stage", [Row(vocabulary="stage", term="proposed", order="1")]))
    ['proposed']
    """
    found = [row for row in terms if row["vocabulary"] == vocabulary]
    found.sort(key=lambda row: (_place(row), row["term"]))
    return {row["term"]: row for row in found}


def _place(row: Mapping[str, str]) -> int:
    order = row.get("order", "")
    return int(order) if order.isdecimal() else 0


def labels_of(vocabulary: str, data: PathLike | None = None) -> dict[str, str]:
    """Give a vocabulary's terms in their order, with their labels in the current language.

    >>> labels_of("stage")["adopted"]
    'Adopted'
    """
    return {
        term: localized(row, "label") or term for term, row in terms_of(vocabulary, data).items()
    }
