"""What stands around a name's stem decides whether it is that name: its ending, the word before.

All here is asked of folded text, `line`, and of the characters it was made from, `plain`.
"""

from __future__ import annotations

import re

__all__ = ["BEFORE", "SIDE_ENDS", "belongs_to_another", "end_of_word"]

BEFORE = 64
"""How many characters before a name are looked at, at most."""

_LETTERS = re.compile(r"\w*")


def end_of_word(line: str, at: int, endings: frozenset[str], plain: str) -> int:
    """Return where a name ends whose stem ends at `at`, before a letter or hyphen; 0 if it is none.

    БҰҰның and БҰҰ-ның are БҰҰ; Қазақстан-Ресей begins with Қазақстан; Қазақстандық is no name.
    """
    joined = at + 1 if line[at] in "-'" else at
    end = _LETTERS.match(line, joined).end()  # type: ignore[union-attr]  # matches always
    if line[joined:end] in endings:
        return end if end > joined else at
    if joined == at:
        return 0
    following = plain[joined]
    return at if following.isupper() or following.isdigit() else 0


_SIDES = ("батыс ", "шығыс ", "солтүстік ", "оңтүстік ", "орталық ", "кіші ")
SIDE_ENDS = frozenset(side[-2] for side in _SIDES)
"""The last letters of the words that make a part of a region, or another, of its name."""
# Words that stand with a capital before a surname and are no given name: titles, by their
# beginning, and words that open a sentence.
_TITLES = (
    "академик", "басшы", "генерал", "депутат", "дипломат", "директор", "доктор", "елші",
    "журналист", "комиссар", "көшбасшы", "лидер", "мемлекет", "министр", "мырза", "премьер",
    "президент", "профессор", "ректор", "сарапшы", "сенатор", "спикер", "төраға", "өкіл", "хатшы",
)  # fmt: skip
_OPENERS = {
    "ал", "алайда", "бен", "биыл", "бірақ", "былтыр", "бүгін", "бұл", "дегенмен", "демек", "егер",
    "енді", "ертең", "және", "иә", "кейін", "кеше", "қазір", "мен", "мұнда", "ол", "онда", "осы",
    "осыған", "осылайша", "өйткені", "пен", "себебі", "содан", "сол", "сонан", "сонда", "сонымен",
    "сондай-ақ", "сондықтан", "тағы", "әрі", "яғни",
}  # fmt: skip


def belongs_to_another(line: str, start: int, surname: bool, plain: str) -> bool:
    """Tell whether the word before makes one word the name of something or somebody else.

    Оңтүстік Азия is not Азия; another given name, or initial, before Тоқаев is another person.
    """
    if not surname:
        return line.endswith(_SIDES, max(0, start - 16), start)
    if line[start - 1] not in " .":
        return False
    words = line[max(0, start - BEFORE) : start].rsplit(None, 1)
    if not words:
        return False
    word = words[-1]
    if word.endswith("."):  # С.Тоқаев, С. Тоқаев; but: …кетті. Тоқаев
        return len(word) == 2 or word[-3:-2] in (".", "-")
    if not word.replace("-", "").isalpha() or word in _OPENERS or word.startswith(_TITLES):
        return False
    written = plain[start - 1 - len(word) : start - 1]
    # In a headline all in capitals, they tell nothing.
    return written[:1].isupper() and not written.isupper()
