"""Kazakh endings: what may follow a name in a text, by what the name ends with.

A name is inflected by letters added to its end: number, possession, case, in that order, and
after a case `-ғы` may begin again. Which vowel and which consonant an ending takes depends on the
sounds before it (vowel harmony, assimilation). Writers do not always keep to it, and nobody can
say it of an acronym or a foreign name: every form of an ending is taken after any name.

Endings that make another word are none of these: `-лық` (қазақстандық, a Kazakhstani), `-шы`,
`-сыз`, and the Russian feminine `-а` (Тоқаева is not Тоқаев).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product

__all__ = [
    "NOUN",
    "ONE_WORD",
    "POSSESSED",
    "SHORTENED",
    "VOWEL_FIRST",
    "shortened",
    "softened",
    "suffixes",
]

NOUN = "noun"
"""An acronym, or several words that end in a bare noun: Бас хатшы, Бас хатшысы."""
ONE_WORD = "one word"
"""No `-ы/-сы` in the singular: Астанасы is "its capital"."""
POSSESSED = "possessed"
"""Several words, the last with its `-ы/-сы` already: Біріккен Ұлттар Ұйымы."""
SHORTENED = "shortened"
"""After a final т has been dropped: манифест, манифесте; never without an ending."""
VOWEL_FIRST = "vowel first"
"""After к, қ, п have become г, ғ, б: only endings that begin with a vowel."""


def _each(*parts: Iterable[str]) -> list[str]:
    """Join one of each: `_each("дт", "ае")` is да, де, та, те."""
    return ["".join(chosen) for chosen in product(*parts)]


GENITIVE = _each("ндт", "ыі", "ң")
DATIVE = _each("ғгқк", "ае")
ACCUSATIVE = _each("ндт", "ыі")
LOCATIVE = _each("дт", "ае")
ABLATIVE = _each("дтн", "ае", "н")
INSTRUMENTAL = _each("мбп", ["ен"])
LIKENESS = [*_each("дт", "ае", "й"), "ша", "ше"]
OWNED = _each("ндт", ["ікі"])
CASES = [*GENITIVE, *DATIVE, *ACCUSATIVE, *LOCATIVE, *ABLATIVE, *INSTRUMENTAL, *LIKENESS, *OWNED]
# "That is in …", a noun again, with endings of its own: Ауғанстандағы, Ауғанстандағылардың.
THAT_IS_IN = _each("дт", ["ағы", "егі"])
PLURAL = _each("лдт", "ае", "р")
# My, thy; our, your.
OWNER = [*_each(["", "ы", "і"], "мң"), *_each(["", "ы", "і"], "мң", "ыі", "з")]
AFTER_OWNER = ["", *GENITIVE, *ACCUSATIVE, *DATIVE, "а", "е", *LOCATIVE, *ABLATIVE, *INSTRUMENTAL]
# His, her, its; also what ties the words of a name together. Cases then begin with н.
THEIR = ["ы", "і", "сы", "сі"]
AFTER_THEIR = [
    "", "ның", "нің", "на", "не", "н", "нда", "нде", "нан", "нен", "мен", "бен", "пен",
    "нікі", "ндай", "ндей", "нша", "нше", "ндағы", "ндегі",
]  # fmt: skip


@cache
def suffixes(kind: str) -> frozenset[str]:
    """Return all endings, in small letters, that a kind of name takes; the empty one is in it.

    >>> "ның" in suffixes(NOUN), "лық" in suffixes(ONE_WORD), "сында" in suffixes(ONE_WORD)
    (True, False, False)
    >>> len(suffixes(POSSESSED)) < len(suffixes(ONE_WORD))
    True
    """
    again = ["", *CASES, *AFTER_THEIR, *_each(PLURAL, ["", *CASES])]
    if kind == POSSESSED:
        return frozenset([*AFTER_THEIR, *_each(["ндағы", "ндегі"], again)])
    numbers = ["", *PLURAL]
    endings = [
        *_each(numbers, ["", *CASES]),
        *_each(numbers, OWNER, AFTER_OWNER),
        *_each(PLURAL, THAT_IS_IN),
        *_each(THAT_IS_IN, again),
        *_each(numbers if kind != ONE_WORD else PLURAL, THEIR, AFTER_THEIR),
    ]
    if kind == VOWEL_FIRST:
        endings = [tail for tail in endings if tail[:1] in ("ы", "і")]
    return frozenset(endings) - ({""} if kind == SHORTENED else set())


def softened(name: str) -> str | None:
    """Return the name as it is before an ending with a vowel, if that is another.

    >>> softened("үлкен сегіздік"), softened("алматы")
    ('үлкен сегіздіг', None)
    """
    soft = {"к": "г", "қ": "ғ", "п": "б"}.get(name[-1:])
    return name[:-1] + soft if soft else None


def shortened(name: str) -> str | None:
    """Return the name as it is before an ending, if it loses a final т.

    >>> shortened("манифест"), shortened("будапешт")
    ('манифес', None)
    """
    return name[:-1] if name.endswith("ст") else None
