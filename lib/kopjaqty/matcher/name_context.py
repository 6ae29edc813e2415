"""What stands around a name's stem decides what it is: its ending, the word before, a longer name.

All here is asked of folded text, `line`, and of the characters it was made from, `plain`.
"""

from __future__ import annotations

import re

__all__ = [
    "BEFORE",
    "SIDE_ENDS",
    "NamesOfSpan",
    "belongs_to_another",
    "end_of_word",
    "sort_into_layers",
]

NamesOfSpan = tuple[tuple[str, str], ...]
"""(entity_id, name) of all that a mention may be; of one entity, mostly."""


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


def sort_into_layers(starts: list[int], ends: list[int], named: list[NamesOfSpan]) -> list[int]:
    """Sort mentions, and tell the layer of each: the longest, those within them, and so on.

    What crosses another, further left or longer, falls out; of two with one span the later.

    A name within a name of the same entity (Алматы in Алматы қаласы) is none of its own.
    """
    open_: list[tuple[int, int, set[str]]] = []
    layers: list[int] = []
    kept: list[tuple[int, int, NamesOfSpan]] = []
    # Of two stems with the same span, the longer has been found later.
    every = reversed(list(zip(starts, ends, named, strict=True)))
    for start, end, names in sorted(every, key=lambda one: (one[0], -one[1])):
        ids = {entity_id for entity_id, _name in names}
        while open_ and open_[-1][1] <= start:
            open_.pop()
        if open_:
            outer = open_[-1]
            crosses = end > outer[1] or (start, end) == outer[:2]
            if crosses or not open_[0][2] or any(ids & above[2] for above in open_):
                continue
        open_.append((start, end, ids))
        kept.append((start, end, names))
        layers.append(len(open_))
    starts[:] = [one[0] for one in kept]
    ends[:] = [one[1] for one in kept]
    named[:] = [one[2] for one in kept]
    return layers
