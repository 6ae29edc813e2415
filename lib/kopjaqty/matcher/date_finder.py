"""Proposes dates in Kazakh text, in the Extended Date/Time Format (see `kopjaqty.dates`).

`date_grammar` has the grammar. A year is a year only with its word: 2030 күн тәртібі is a name.
What a date belongs to, and whether it is one, a reader decides.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from kopjaqty.arguments import TEXT, require
from kopjaqty.dates import DateLike, parse_date
from kopjaqty.errors import DateError, Problem
from kopjaqty.language import _
from kopjaqty.matcher import date_grammar as grammar
from kopjaqty.matcher.folding import LONGEST_RUN, Folded, word_starts
from kopjaqty.matcher.inflection import NOUN, VOWEL_FIRST, tails

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["date_spans", "find_dates"]

_ENDS = tails(NOUN) | tails(VOWEL_FIRST)
_YEAR_ENDS = _ENDS | {"ғы"}
_LASTED = re.compile(r" (?:бойы|ішінде|бұрын|өт)")
_FROM = re.compile(r"(?<=[днт][ае]н) (?:бастап|бері)(?!\w)")
_UNTIL = re.compile(r"(?<=[ғгқк][ае]) (?:дейін|шейін)(?:гі)?(?!\w)")
_TO = re.compile(r"(?<=[днт][ае]н) (?:бастап )?")


class _Date(NamedTuple):
    start: int
    end: int
    edtf: str
    # Whether it states its year itself.
    whole: bool = True


def find_dates(text: str, *, published: DateLike = None) -> pd.DataFrame:
    """Find what may be dates in Kazakh text; they are proposals, for a reader to decide on.

    Parameters
    ----------
    text : str
        Any text.
    published : date, optional
        The document's own date. With it, `биыл` (this year), `былтыр` (last year) and a day
        without a year have one: the document's. Without it, the former are passed over, and the
        latter is a day of any year, `XXXX-09-08`.

    Returns
    -------
    pandas.DataFrame
        `start`, `end`: half-open `str` offsets into the text as given; `edtf`: the date in the
        Extended Date/Time Format, as `parse_date` reads it.

    Raises
    ------
    DateError
        `published` is no date, or does not tell its year.
    KopjaqtyError
        `text` is not a `str`.

    Examples
    --------
    >>> find_dates("1992 жылғы 2 наурызда, 2017-2018 жылдары").edtf.tolist()
    ['1992-03-02', '2017/2018']
    """
    import pandas as pd

    found = date_spans(text, published=published)
    return pd.DataFrame(
        {
            "start": pd.array([start for start, _end, _edtf in found], dtype="int64"),
            "end": pd.array([end for _start, end, _edtf in found], dtype="int64"),
            "edtf": pd.array([edtf for _start, _end, edtf in found], dtype="string"),
        }
    )


def date_spans(text: str, *, published: DateLike = None) -> list[tuple[int, int, str]]:
    """Return the rows of `find_dates`.

    >>> date_spans("2024 жылы")
    [(0, 9, '2024')]
    """
    require(TEXT, text=text)
    return [(date.start, date.end, date.edtf) for date in _find(text, _own_day(published))]


def _own_day(published: DateLike) -> dt.date | None:
    date = parse_date(published)
    if date.precision == "unstated":
        return None
    day = date.latest or date.earliest
    if day is None:
        raise DateError(
            Problem(_("A document's own date has to tell its year."), value=str(published))
        )
    return day


# A date is far shorter than this, even with runs of spaces in it.
_REACH = 128 * LONGEST_RUN
_WINDOW = 1 << 18


def _find(text: str, day: dt.date | None) -> Iterator[_Date]:
    begin = 0
    while begin < len(text):
        left = max(0, begin - 8)
        stop = begin + _WINDOW
        folded = Folded(text[left : stop + _REACH])
        dates = list(_merged(folded.text, _leftmost(_read_all(folded.text, day))))
        starts = folded.starts_of([date.start for date in dates]) + left
        ends = folded.ends_of([date.end for date in dates]) + left
        for date, start, end in zip(dates, starts.tolist(), ends.tolist(), strict=True):
            if begin <= start < stop:
                yield date._replace(start=start, end=end)
                begin = end
        begin = max(begin, stop)


def _leftmost(found: Iterator[_Date]) -> Iterator[_Date]:
    until = 0
    for date in sorted(found, key=lambda date: (date.start, -date.end)):
        if date.start >= until:
            yield date
            until = date.end


def _merged(line: str, dates: Iterator[_Date]) -> Iterator[_Date]:
    """Bring together "from … to …" and "… - …", and add "from … on" and "until …"."""
    held: _Date | None = None
    for date in dates:
        reach = _open_end(line, date)
        if held is not None:
            between = line[held.end : date.start]
            until = reach.edtf.startswith("../") and _TO.fullmatch(line, held.end, date.start)
            joined = between in ("-", " - ") or until
            both = _span(held, date) if joined and "/" not in held.edtf + date.edtf else None
            if both is not None:
                yield both._replace(end=reach.end)
                held = None
                continue
            yield _open_end(line, held)
        held = date
    if held is not None:
        yield _open_end(line, held)


def _span(first: _Date, last: _Date) -> _Date | None:
    """Return the time from one date to another; the year of one is the other's as well."""
    a, b = first.edtf, last.edtf
    if first.whole and not last.whole:
        b = a[:4] + b[4:]
    elif last.whole and not first.whole:
        a = b[:4] + a[4:]
    if "X" in a + b or len(a) != len(b) or a > b:
        return None
    return _Date(first.start, last.end, f"{a}/{b}", first.whole or last.whole)


def _open_end(line: str, date: _Date) -> _Date:
    if "/" in date.edtf or "X" in date.edtf:
        return date
    if after := _FROM.match(line, date.end):
        return date._replace(end=after.end(), edtf=f"{date.edtf}/..")
    if after := _UNTIL.match(line, date.end):
        return date._replace(end=after.end(), edtf=f"../{date.edtf}")
    return date


def _read_all(line: str, day: dt.date | None) -> Iterator[_Date]:
    begins = word_starts(line, [openers for _rule, _read, openers in _RULES])
    for rule, read, openers in _RULES:
        until = 0
        for begin in begins[openers]:
            if begin >= until and (found := rule.match(line, begin)):
                until = found.end()
                if date := read(found, day):
                    yield date


def _checked(found: re.Match[str], edtf: str, whole: bool = True) -> _Date | None:
    """Return the date if there is such a day."""
    try:
        date = parse_date(edtf)
    except DateError:  # 31 ақпан
        return None
    if date.earliest and date.latest and date.earliest > date.latest:
        return None
    return _Date(found.start(), found.end(), edtf, whole)


def _read_iso(found: re.Match[str], _day: dt.date | None) -> _Date | None:
    return _checked(found, found["iso"])


def _read_numeric(found: re.Match[str], _day: dt.date | None) -> _Date | None:
    return _checked(found, f"{found['year']}-{found['number']:0>2}-{found['day']:0>2}")


def _read_years(found: re.Match[str], _day: dt.date | None) -> _Date | None:
    if (found["end"] or "") not in _YEAR_ENDS or found["first"] >= found["last"]:
        return None
    return _checked(found, f"{found['first']}/{found['last']}")


def _read_year(found: re.Match[str], day: dt.date | None) -> _Date | None:
    if found["a_end"] == "" and _LASTED.match(found.string, found.end()):
        return None  # so many years long
    year = _year_of(found, "a", day)
    return _checked(found, year) if year else None


def _read_near(found: re.Match[str], day: dt.date | None) -> _Date | None:
    if day is None:
        return None
    return _checked(found, (day + dt.timedelta(days=grammar.DAYS[found["near"]])).isoformat())


def _read_decade(found: re.Match[str], _day: dt.date | None) -> _Date | None:
    if found["end"] not in _YEAR_ENDS:
        return None
    decade = found["decade"]
    if len(decade) == 2:
        decade = ("20" if decade < "30" else "19") + decade
    return _checked(found, decade[:3] + "X")


def _read_century(found: re.Match[str], _day: dt.date | None) -> _Date | None:
    number = int(found["number"]) if found["number"] else grammar.read_roman(found["roman"])
    if found["end"] not in _YEAR_ENDS or not 1 < number < 100:
        return None
    if found["decade"]:
        return _checked(found, f"{number - 1:02}{found['decade'][0]}X")
    return _checked(found, f"{number - 1:02}XX")


def _read_date(found: re.Match[str], day: dt.date | None) -> _Date | None:
    year = _year_of(found, "a", day) or _year_of(found, "b", day)
    relative = any(found[f"{name}_{way}"] for name in "ab" for way in ("now", "near"))
    if relative and not year:
        return None
    if found["season"]:
        ends = found["season_end"] in _ENDS
        return (
            _checked(found, f"{year}-{grammar.SEASONS[found['season']]}") if year and ends else None
        )
    month = _month_of(found, year is not None)
    if month is None:
        return None
    years = year or (str(day.year) if day else "XXXX")
    if not found["month_only"]:
        month += _days_of(found)
    if "/" not in month:
        return _checked(found, f"{years}-{month}", year is not None)
    if years == "XXXX":  # a range of days of any year cannot be written
        return None
    return _checked(found, f"{years}-{month.replace('/', f'/{years}-')}", year is not None)


def _month_of(found: re.Match[str], with_year: bool) -> str | None:
    """Return the month's number; None if the word is another, or stands there by itself."""
    which = next(name for name in ("month", "month_of", "month_only") if found[name])
    end = found[f"{which}_end"]
    stem = found[which].replace("қыркүйег", "қыркүйек")
    fits = end in _ENDS
    if which == "month_of":
        fits = end.endswith("ң") or "ай" in found["of"].removeprefix(stem)
    if which == "month_only" and not with_year:
        placed = end.startswith(("да", "де", "та", "те")) and stem not in grammar.AMBIGUOUS
        fits = fits and bool(placed or found["word"])
    return f"{grammar.MONTHS.index(stem) + 1:02}" if fits else None


def _days_of(found: re.Match[str]) -> str:
    """Return what follows a month's number: -08, or -21/09-23."""
    words = found["day_words"]
    first = grammar.read_number(words) if words else int(found["day"] or found["day_of"])
    last = f"/{_month_of(found, True)}-{int(found['day2']):02}" if found["day2"] else ""
    return f"-{first:02}{last}"


def _year_of(found: re.Match[str], name: str, day: dt.date | None) -> str | None:
    if found[name]:
        return found[name] if (found[f"{name}_end"] or "") in _YEAR_ENDS else None
    if found[f"{name}_words"]:
        number = grammar.read_number(found[f"{name}_words"])
        return str(number) if 1000 <= number < 3000 else None
    near = found[f"{name}_now"] or found[f"{name}_near"]
    if near and day and (found[f"{name}_near_end"] or "") in _YEAR_ENDS:
        return str(day.year + grammar.RELATIVE[near])
    return None


# A pattern, who reads what it finds, and what that begins with, if not with a digit.
_RULES = (
    (grammar.ISO, _read_iso, ()),
    (grammar.NUMERIC, _read_numeric, ()),
    (grammar.DATE, _read_date, grammar.OPENERS),
    (grammar.YEARS, _read_years, ()),
    (grammar.DECADE, _read_decade, ()),
    (grammar.YEAR, _read_year, grammar.OPENERS),
    (grammar.CENTURY, _read_century, grammar.ROMAN),
    (grammar.NEAR_DAY, _read_near, tuple(grammar.DAYS)),
)
