"""How dates are written in Kazakh: the words and the patterns that `date_finder` reads.

The grammar, in folded text (`kopjaqty.matcher.folding`: small letters, one hyphen, one space):

    year      1992 жылғы, 2016 жыл, 2024 ж., 1991-ші жылы, екі мың жиырма бесінші жыл,
              биыл, былтыр, осы жылдың, өткен жылы, келесі жылы (from the document's own date)
    day       2 наурызда, 21-23 қыркүйек, он алтыншы желтоқсан, қыркүйектің 8-інде
    month     наурыз айында, желтоқсанда; season: көктемінде
    date      [year] day [year] | [year] month [year] | [year] season | year
    others    2025-09-22, 27.02.2026, 2017-2018 жылдары, 1990-жылдар, ХХІ ғасыр, кеше
    and then  … бастап, … бері (from then on), … дейін (until then), from … to, … - …
"""

from __future__ import annotations

import re

__all__ = [
    "AMBIGUOUS",
    "CENTURY",
    "DATE",
    "DAYS",
    "DECADE",
    "ISO",
    "MONTHS",
    "NEAR_DAY",
    "NUMERIC",
    "OPENERS",
    "RELATIVE",
    "ROMAN",
    "SEASONS",
    "YEAR",
    "YEARS",
    "read_number",
    "read_roman",
]

MONTHS = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip
# Also "season" and "cauldron": alone they are no month.
AMBIGUOUS = {"маусым", "қазан"}
SEASONS = {"көктем": "21", "жаз": "22", "күз": "23", "қыс": "24"}
ONES = ("бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
TENS = ("он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
NUMBERS = {
    **{word: n for n, word in enumerate(ONES, start=1)},
    **{word: 10 * n for n, word in enumerate(TENS, start=1)},
    "жүз": 100,
    "мың": 1000,
}
RELATIVE = {"биыл": 0, "осы": 0, "ағымдағы": 0, "үстіміздегі": 0, "былтыр": -1, "өткен": -1}
RELATIVE |= {"келесі": 1, "келер": 1}
DAYS = {"кеше": -1, "бүгін": 0, "ертең": 1}
# What a date begins with where it begins with no digit, and a century in Roman letters; three
# letters at least.
OPENERS = (*NUMBERS, *MONTHS, *SEASONS, *RELATIVE)
OPENERS = tuple(w + after for w in OPENERS for after in (" ыінсш" if len(w) < 3 else [""]))
ROMAN = tuple(a + b + c for a in "хіv" for b in "хіv- ғ" for c in "хіv- ғыінсша")

ORDINAL = r"(?:[ыі]?н?ш[ыі]|с[ыі]нш[ыі])"
PLAIN_YEAR = r"[12]\d{3}"
NUMBER = rf"(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
MONTH = rf"(?P<month>{'|'.join(MONTHS)}|қыркүйег)(?P<month_end>\w*)"
DAY = rf"""(?:(?P<day>\d\d?)(?:\ ?-\ ?(?P<day2>\d\d?))?(?:-?{ORDINAL})?-?
    |(?P<day_words>{NUMBER}(?:\ {NUMBER})?{ORDINAL}))"""
DAY_OF = r"(?P<day_of>\d\d?)-?(?:[ыі]|с[ыі]|[ыі]?н?ш[ыі])\w*"
SEASON = rf"(?P<season>{'|'.join(SEASONS)})(?P<season_end>\w*)"
# No letter, nor a number that goes on, before it.
LEFT = r"(?<!\w)(?<!\d[-.,/+])"


def _year(name: str) -> str:
    """Return the pattern of a year; `name` tells one year of a rule from another."""
    return rf"""(?:(?:(?P<{name}>{PLAIN_YEAR})(?:-{ORDINAL}?)?\ ?(?:ж\.|жыл(?P<{name}_end>\w*))
        |(?P<{name}_words>(?:{NUMBER}\ )?мың(?:\ {NUMBER}){{0,4}}{ORDINAL})\ жыл\w*
        |(?P<{name}_now>биыл|былтыр)(?:ғы)?(?!\w)
        |(?P<{name}_near>осы|ағымдағы|үстіміздегі|өткен|келесі|келер)
            \ жыл(?P<{name}_near_end>\w*)))"""


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(LEFT + pattern, re.VERBOSE)


ISO = _rule(r"(?P<iso>[12]\d{3}-\d\d-\d\d)(?!\w|-\d)")
NUMERIC = _rule(rf"(?P<day>\d\d?)\.(?P<number>\d\d?)\.(?P<year>{PLAIN_YEAR})(?!\w)")
DATE = _rule(
    rf"""(?:{_year("a")},?\ )?
    (?:{DAY}\ ?{MONTH}
    |(?P<of>{MONTH.replace("<month", "<month_of")}(?:\ айының)?)\ {DAY_OF}
    |{MONTH.replace("<month", "<month_only")}(?P<word>\ ай\w*)?
    |{SEASON})
    (?:,?\ {_year("b")})?"""
)
YEAR = _rule(_year("a"))
YEARS = _rule(
    rf"""(?P<first>{PLAIN_YEAR})\ ?[-/]\ ?(?P<last>{PLAIN_YEAR})
    \ ?(?:жж?\.|(?:оқу\ )?жыл(?P<end>\w*))"""
)
CENTURY = _rule(
    rf"""(?:(?P<roman>[хіv]+)|(?P<number>\d\d?))(?:-{ORDINAL}?)?\ ?ғасыр(?P<end>\w*)
    (?:\ (?P<decade>\d0)(?:-{ORDINAL}?)?\ ?жылдар\w*)?"""
)
DECADE = _rule(rf"(?P<decade>(?:1\d|20)?\d0)(?:-{ORDINAL}?)?\ ?жылдар(?P<end>\w*)")
NEAR_DAY = _rule(rf"(?P<near>{'|'.join(DAYS)})(?!\w)")


def read_roman(letters: str) -> int:
    """Return the value of a Roman numeral in folded letters; 0 if it is none.

    >>> read_roman("ххі"), read_roman("хіх"), read_roman("іххі")
    (21, 19, 0)
    """
    if not re.fullmatch("х{0,3}(?:іх|іv|v?і{0,3})", letters):
        return 0
    plain = letters.replace("іх", "viiii").replace("іv", "iiii").replace("і", "i")
    return sum({"х": 10, "v": 5, "i": 1}[letter] for letter in plain)


def read_number(words: str) -> int:
    """Return the value of a number in words, its last word perhaps an ordinal.

    >>> read_number("екі мың жиырма бесінші"), read_number("он алтыншы"), read_number("жиырмасыншы")
    (2025, 16, 20)
    """
    total = part = 0
    for word in words.split():
        stem = next((n for n in NUMBERS if word == n), None) or next(
            n for n in sorted(NUMBERS, key=len, reverse=True) if word.startswith(n)
        )
        value = NUMBERS[stem]
        if value == 1000:
            total, part = (total + (part or 1)) * 1000, 0
        elif value == 100:
            part = (part or 1) * 100
        else:
            part += value
    return total + part
