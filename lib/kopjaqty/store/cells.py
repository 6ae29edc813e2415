"""Judges single values: type, form, choices, vocabulary."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from kopjaqty.dates import parse_date
from kopjaqty.errors import DateError, nearest
from kopjaqty.language import _
from kopjaqty.store.descriptor import Field

# At most 18 digits: what a 64-bit integer holds for certain.
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


class Fault(NamedTuple):
    """What is wrong with a value, whichever row it stands in."""

    what: str
    expected: str
    nearest: str | None = None
    remedy: str | None = None


def judge(field: Field, terms: Mapping[str, list[str]] | None) -> Callable[[str], Fault | None]:
    """Make the function that tells what is wrong with a value of the column, if anything."""
    typed = {
        "integer": _integer,
        "number": _number,
        "boolean": _boolean,
        "edtf": _edtf,
        "uri": _address,
    }.get(field.type if field.type != "string" else field.format)
    choices = field.enum or ((terms or {}).get(field.vocabulary or "", ()))

    def fault_of(value: str) -> Fault | None:
        if not value:
            missing = _("A value is missing.")
            return Fault(missing, field.description) if field.required else None
        if typed and (fault := typed(value)):
            return fault
        if field.enum or (field.vocabulary and terms is not None):
            return _choice(value, field, choices)
        return _limits(value, field)

    return fault_of


def _integer(value: str) -> Fault | None:
    if INTEGER.fullmatch(value):
        return None
    return Fault(
        _("The value is not a whole number."),
        _("digits alone, such as 12"),
        remedy=_("No spaces, points or commas; a number that is not known stays empty."),
    )


def _number(value: str) -> Fault | None:
    if NUMBER.fullmatch(value) and math.isfinite(float(value)):
        return None
    point = value.replace(",", ".").replace(" ", "").replace("\xa0", "")
    return Fault(
        _("The value is not a number."),
        _("digits with at most one point, such as 12 or 2.5"),
        nearest=point if NUMBER.fullmatch(point) else None,
    )


def _boolean(value: str) -> Fault | None:
    if value in ("true", "false"):
        return None
    return Fault(
        _("The value is neither true nor false."),
        "true, false",
        nearest(value, ("true", "false")),
    )


def _edtf(value: str) -> Fault | None:
    try:
        parse_date(value)
    except DateError as error:
        details = error.problems[0] if error.problems else None
        return Fault(
            _("The value is not a date in the Extended Date/Time Format (EDTF)."),
            (details and details.expected) or "1992-03-02, 2009-12, 2017/2018, 2016~, ../2024",
            details.nearest if details else None,
            (details.remedy if details else None)
            or _("See {address} for the form.").format(
                address="https://www.loc.gov/standards/datetime/"
            ),
        )
    return None


def _address(value: str) -> Fault | None:
    try:
        parts = urlsplit(value)
        right = parts.scheme in ("http", "https") and parts.hostname and " " not in value
    except ValueError:
        right = False
    return None if right else Fault(_("The value is not a web address."), "https://…")


def _choice(value: str, field: Field, choices: Iterable[str]) -> Fault | None:
    if value in choices:
        return None
    if field.enum:
        what = _("The value is none of those allowed.")
        return Fault(what, ", ".join(choices), nearest(value, choices))
    return Fault(
        _("There is no such term in the vocabulary {vocabulary}.").format(
            vocabulary=field.vocabulary
        ),
        ", ".join(choices) or _("a vocabulary that has terms in terms.csv"),
        nearest(value, choices),
        _("Use one of its terms, or define the new one in terms.csv."),
    )


def _limits(value: str, field: Field) -> Fault | None:
    if field.pattern and not field.pattern.fullmatch(value):
        lower = re.sub(r"[^a-z0-9]+", "_", value.lower()).strip("_")
        return Fault(
            _("The value is not of the right form."),
            _("the pattern {pattern}").format(pattern=field.pattern.pattern),
            lower if field.pattern.fullmatch(lower) else None,
        )
    if len(value) < field.min_length:
        at_least = _("at least {n} characters").format(n=field.min_length)
        return Fault(_("The value is too short."), at_least)
    if field.type not in ("integer", "number"):
        return None
    if field.minimum is not None and float(value) < field.minimum:
        return Fault(_("The number is too small."), _("{n} or more").format(n=field.minimum))
    if field.maximum is not None and float(value) > field.maximum:
        return Fault(_("The number is too great."), _("{n} or less").format(n=field.maximum))
    return None
