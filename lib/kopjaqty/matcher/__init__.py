"""Finds names in Kazakh text: inflected, in capitals, broken over lines, in mixed letters.

An Aho-Corasick automaton (the package pyahocorasick) finds the stems of all names in one pass
over the folded text (`kopjaqty.matcher.folding`). A stem is a mention if no letter stands before
it, what follows it is an ending that such a name takes (`kopjaqty.matcher.inflection`), and its
capitals are there.
Of mentions that overlap, the leftmost counts, then the longest.

A demonym or an adjective (қазақстандықтар, қазақстандық) is no mention of the country; it is found
where it is a name of the table itself. Where a word and a name look alike in every respect (Судан
at the head of a sentence is also "from water"), it is taken for the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from kopjaqty.arguments import FLAG, GRAPH, TABLE, Kind, PathLike, require
from kopjaqty.errors import KopjaqtyError, Problem, shown
from kopjaqty.language import N_, _
from kopjaqty.matcher.folding import LONGEST_RUN, Folded
from kopjaqty.matcher.inflection import suffixes
from kopjaqty.matcher.name_context import (
    BEFORE,
    SIDE_ENDS,
    NamesOfSpan,
    belongs_to_another,
    end_of_word,
    sort_into_layers,
)
from kopjaqty.matcher.name_forms import ACRONYM, Form, read_forms

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

__all__ = ["Match", "Matcher", "build_matcher", "find_names", "matcher_of"]


class Match(NamedTuple):
    """A mention: half-open offsets into the text as given, names, layer."""

    start: int
    end: int
    names: NamesOfSpan
    layer: int = 1


@overload
def find_names(  # type: ignore[overload-overlap]  # a str is one text, not texts of one letter
    text: str,
    *,
    nested: bool = ...,
    names: pd.DataFrame | None = ...,
    data: PathLike | None = ...,
) -> pd.DataFrame: ...
@overload
def find_names(
    text: Iterable[str],
    *,
    nested: bool = ...,
    names: pd.DataFrame | None = ...,
    data: PathLike | None = ...,
) -> Iterator[pd.DataFrame]: ...
def find_names(
    text: str | Iterable[str],
    *,
    nested: bool = False,
    names: pd.DataFrame | None = None,
    data: PathLike | None = None,
) -> pd.DataFrame | Iterator[pd.DataFrame]:
    """Find every mention of a known entity by name in Kazakh text, whatever its ending.

    Parameters
    ----------
    text : str or iterable of str
        Several texts give one DataFrame each, as they are asked for.
    nested : bool
        Also the names inside longer names, told by one more column, `layer`: 1 the longest, 2…
    names : DataFrame, optional
        More names: `entity_id`, `name`; `type` ("acronym"…) and `kind` ("person"…) if known.
    data : path, optional
        Another folder of tables; its Kazakh `names` are looked for.

    Returns
    -------
    pandas.DataFrame
        `start`, `end`: half-open `str` offsets into the text as given, its ending included;
        `entity_id`; `name` as the table has it. A name of two entities gives a row for each.

    Raises
    ------
    KopjaqtyError
        pyahocorasick is not installed (the extra `matcher`), or a text is not a `str`.

    Examples
    --------
    >>> find_names("БҰҰ-ның Алматыдағы кеңсесі")[["start", "end", "name"]].values.tolist()
    [[0, 7, 'БҰҰ'], [8, 18, 'Алматы']]
    """
    require(FLAG, nested=nested)
    matcher = build_matcher(names=names, data=data)
    if isinstance(text, str):
        return _frame(matcher, text, nested)
    others = isinstance(text, bytes | bytearray | Mapping) or TABLE.fits(text) or GRAPH.fits(text)
    if others or not isinstance(text, Iterable):
        raise KopjaqtyError(_not_text(text))
    return _frames(matcher, text, nested)


def _frames(matcher: Matcher, texts: Iterable[str], nested: bool) -> Iterator[pd.DataFrame]:
    for number, text in enumerate(texts, start=1):
        if not isinstance(text, str):
            raise KopjaqtyError(_not_text(text, number))
        yield _frame(matcher, text, nested)


def _not_text(value: object, number: int | None = None) -> Problem:
    what = _("Names are looked for in text.")
    if number is not None:
        what = _("Text {number} is not text.").format(number=number)
    return Problem(
        what,
        value=shown(value),
        expected="str",
        remedy=_("Bytes become text with `.decode('utf-8')`.")
        if isinstance(value, bytes | bytearray)
        else None,
    )


def _frame(matcher: Matcher, text: str, nested: bool) -> pd.DataFrame:
    import numpy as np
    import pandas as pd

    parts = list(matcher.scan(text, nested=nested))
    names = list(chain.from_iterable(part.names for part in parts))
    columns: dict[str, Any] = {
        column: np.concatenate([np.empty(0, np.int64), *(getattr(part, column) for part in parts)])
        for column in ("start", "end", "layer")
    }
    pairs = list(chain.from_iterable(names))
    if len(pairs) > len(names):
        times = list(map(len, names))
        columns = {column: values.repeat(times) for column, values in columns.items()}
    layer = columns.pop("layer")
    columns["entity_id"] = pd.array([entity_id for entity_id, _name in pairs], dtype="string")
    columns["name"] = pd.array([name for _id, name in pairs], dtype="string")
    return pd.DataFrame(columns | ({"layer": layer} if nested else {}))


def build_matcher(*, names: pd.DataFrame | None = None, data: PathLike | None = None) -> Matcher:
    """Build what finds the names of the tables and those given; or return the one built before.

    >>> [match.end for match in build_matcher().find("Қазақстаннан")]
    [12]
    """
    return matcher_of(read_forms(names=names, data=data))


FORMS = Kind(
    N_("a tuple of forms of names"),
    lambda value: isinstance(value, tuple) and set(map(type, value)) <= {Form},
)

_built: dict[tuple[Form, ...], Matcher] = {}


def matcher_of(forms: tuple[Form, ...]) -> Matcher:
    """Return what finds these forms; of the last few, the one built before."""
    require(FORMS, forms=forms)
    if forms not in _built:
        if len(_built) > 3:
            _built.clear()
        _built[forms] = Matcher(forms)
    return _built[forms]


class Matches(NamedTuple):
    """What was found in a part of a text: columns of the same length."""

    start: NDArray[np.int64]
    end: NDArray[np.int64]
    names: list[NamesOfSpan]
    layer: NDArray[np.int64]


_Hits = tuple[list[int], list[int], list[NamesOfSpan]]
_NONE: tuple[int, int, NamesOfSpan] = (-1, 0, ())
WINDOW = 1 << 19


class Matcher:
    """Names made ready to be found."""

    def __init__(self, forms: Iterable[Form], *, window: int = WINDOW) -> None:
        try:
            import ahocorasick
        except ImportError:
            raise KopjaqtyError(
                _(
                    "Finding names needs the package pyahocorasick: "
                    "python -m pip install 'kopjaqty[matcher]'"
                )
            ) from None
        self._automaton = ahocorasick.Automaton()
        longest = 0
        for stem, endings, case, alone, surname, names in forms:
            # What a word before it may change: nothing; one word; a surname.
            lonely = 2 if surname else int(alone)
            self._automaton.add_word(stem, (len(stem), suffixes(endings), case, lonely, names))
            longest = max(longest, len(stem))
        if longest:
            self._automaton.make_automaton()
        # The longest that a name can be in a text: each character followed by a run of spaces.
        self._reach = (longest + 64) * (LONGEST_RUN + 1)
        self._window = window

    def find(self, text: str, *, nested: bool = False) -> Iterator[Match]:
        """Find the mentions one by one, in the order of the text."""
        for part in self.scan(text, nested=nested):
            columns = (part.start.tolist(), part.end.tolist(), part.names, part.layer.tolist())
            yield from map(Match, *columns)

    def scan(self, text: str, *, nested: bool = False) -> Iterator[Matches]:
        """Find the mentions, a window of the text at a time: memory does not grow with it."""
        import numpy as np

        begin = 0
        while begin < len(text) and len(self._automaton):
            left = max(0, begin - BEFORE)
            stop = begin + self._window
            folded = Folded(text[left : stop + self._reach])
            starts, ends, names = self._hits(folded, folded.place_of(begin - left), nested)
            layers = sort_into_layers(starts, ends, names) if nested else [1] * len(starts)
            start = folded.starts_of(starts) + left
            # What begins after the window is found again with more of the text behind it.
            n = int(np.searchsorted(start, stop))
            end = folded.ends_of(ends[:n]) + left
            begin = max(stop, int(end.max(initial=0)))
            part = Matches(start[:n], end, names[:n], np.array(layers[:n], np.int64))
            yield part if all(part.names) else _without_empty(part)

    def _hits(self, folded: Folded, first: int, nested: bool) -> _Hits:  # noqa: C901
        """Find mentions in folded text from `first` on: the leftmost and longest, or all.

        Most of the time is spent here: hence all in one loop.
        """
        # A blank at the end stands behind the last character, and, as line[-1], before the first.
        line, plain = folded.text + " ", folded.plain
        named: list[tuple[int, int, NamesOfSpan]] = []
        before, until = -1, 0  # where the mention found last begins and ends
        for last, (length, endings, case, lonely, names) in self._automaton.iter(line, first):
            end = last + 1
            start = end - length
            # Inside a mention that begins further left: hits come in the order of their stems'
            # ends, and what puts that one out begins at least as far left.
            if before < start < until and not nested:
                continue
            if line[start - 1].isalnum():
                continue
            if case and not (plain[start:end] if case == ACRONYM else plain[start]).isupper():
                continue
            sign = line[end]
            if sign != " " and (sign.isalnum() or sign in "-'"):
                stem_end = end
                end = line.find(" ", stem_end)
                if line[stem_end:end] not in endings:
                    end = end_of_word(line, stem_end, endings, plain)
                    if not end:
                        continue
            # A look that spares most calls.
            close = lonely and (lonely > 1 or line[start - 2] in SIDE_ENDS)
            if close and belongs_to_another(line, start, lonely > 1, plain):
                continue
            if start < until and not nested:
                while before > start or (before == start and until <= end):
                    named.pop()
                    before, until, _names = named[-1] if named else _NONE
                if until > start:
                    continue
            named.append((start, end, names))
            before, until = start, end
        starts, ends, whose = map(list, zip(*named, strict=True)) if named else ([], [], [])
        return starts, ends, whose


def _without_empty(part: Matches) -> Matches:
    """Leave out what is no name, but was found lest a part of it be taken for one."""
    import numpy as np

    kept = np.array([bool(names) for names in part.names], bool)
    names = [names for names in part.names if names]
    return Matches(part.start[kept], part.end[kept], names, part.layer[kept])
