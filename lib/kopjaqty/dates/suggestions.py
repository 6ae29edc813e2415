"""What is wrong with the text of a date, and what was probably meant."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from kopjaqty.dates.text import days_of, read_date, read_quickly
from kopjaqty.errors import Problem
from kopjaqty.language import _


def explain_date(text: str) -> Problem:
    """Say what is wrong with a text that is not a date, and which date is nearest.

    >>> explain_date("02.03.1992").nearest
    '1992-03-02'
    """
    return Problem(
        _reason(text),
        value=text,
        expected=_("a date such as 1992-03-02, 2009-12, 1992, 2017/2018 or [..2025-09-22]."),
        nearest=_guess(text),
        remedy=_("Where no date is stated, leave it empty."),
    )


def _reason(text: str) -> str:
    for year, month, day in re.findall(r"\b([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?\b", text):
        if not 1 <= int(month) <= 12:
            return _("There is no month {month}.").format(month=month)
        days = monthrange(int(year), int(month))[1]
        if day and not 1 <= int(day) <= days:
            name = f"{year}-{month}"
            return _("The month {name} has {days} days.").format(name=name, days=days)
    start, _slash, end = text.strip("[]").replace("..", "/").partition("/")
    first, last = days_of(start), days_of(end)
    if first and last and first[0] > last[1]:
        return _("The end is before the start.")
    if re.match(r"0000|-[0-9]|Y", text):
        return _("Years go from 0001 to 9999.")
    return _("This is not a date in the Extended Date/Time Format (EDTF).")


_NUMBERS = [
    re.compile(r"(?P<y>[0-9]{4})[-./ ](?P<a>[0-9]{1,2})[-./ ](?P<b>[0-9]{1,2})\.?"),
    re.compile(r"(?P<y>[0-9]{4})(?P<a>[0-9]{2})(?P<b>[0-9]{2})"),
    # The day first, as it is written in Kazakhstan, and nearly everywhere else.
    re.compile(r"(?P<b>[0-9]{1,2})[-./ ](?P<a>[0-9]{1,2})[-./ ](?P<y>[0-9]{4})"),
    re.compile(r"(?P<a>[0-9]{1,2})[-./ ](?P<y>[0-9]{4})"),
    re.compile(r"(?P<y>[0-9]{4})[-./ ](?P<a>[0-9]{1,2})"),
]
_MONTHS = [
    re.compile(rf"\b(?:{stems})", re.IGNORECASE)
    for stems in (
        "jan|қаңтар|январ", "feb|ақпан|феврал", "mar|наурыз|март", "apr|сәуір|апрел",
        "may|мамыр|ма[йя]", "jun|маусым|июн", "jul|шілде|июл", "aug|тамыз|август",
        "sep|қыркүйек|сентябр", "oct|қазан|октябр", "nov|қараша|ноябр", "dec|желтоқсан|декабр",
    )
]  # fmt: skip
_ABOUT = re.compile(r"\bc(?:a|irca)?\b|\babout\b|\bшамамен\b|\bоколо\b", re.IGNORECASE)
_TO = re.compile(r"\s*(?:[–—/]|\.\.|\s-\s|\bto\b|(?<=[0-9]{4})-(?=[0-9]{4}))\s*")


def _guess(text: str) -> str | None:
    """Find the right form of what was probably meant, or None."""
    tidy = " ".join(text[:100].split())
    for form in (tidy, tidy.replace(" ", "").upper().replace("Х", "X")):  # Cyrillic to Latin
        if form != text and (read_date(form)):
            return form
    return next((form for form in _forms(tidy) if form != text and read_quickly(form)), None)


def _forms(text: str) -> Iterator[str]:
    for pattern in _NUMBERS:
        if match := pattern.fullmatch(text):
            numbers = match.groupdict()
            year, month = numbers["y"], numbers["a"].zfill(2)
            if "b" in numbers:
                day = numbers["b"].zfill(2)
                yield f"{year}-{month}-{day}"
                yield f"{year}-{day}-{month}"
            yield f"{year}-{month}"
    halves = _TO.split(text.strip("[]"))
    if len(halves) == 2 and all(halves):
        ends = [half if read_date(half) else _guess(half) for half in halves]
        if ends[0] and ends[1]:
            range_ = sorted(end for end in ends if end)
            yield ("[{}..{}]" if text.startswith("[") else "{}/{}").format(*range_)
    yield text[:10]  # a day with a time after it
    years = re.findall(r"(?<![0-9-])[0-9]{4}(?![0-9])", text)
    if len(years) == 1:
        month = next((f"{n:02}" for n, name in enumerate(_MONTHS, 1) if name.search(text)), "00")
        for day in re.findall(r"\b[0-9]{1,2}\b", text):
            yield f"{years[0]}-{month}-{day:0>2}"
        yield f"{years[0]}-{month}"
        yield years[0] + ("~" if _ABOUT.search(text) else "")
