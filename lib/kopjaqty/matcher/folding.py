"""One form of a text for searching, and the way back from it to the text as it was given.

Searching should not stumble over capitals, a Latin `c` among Cyrillic letters, a non-breaking
space, another hyphen, `й` written as two characters, a line break inside a name. So names and
text are both folded. Nearly all of it is one character for one; where characters fall away, the
places are noted, and an offset in the folded text is led back to the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from kopjaqty.corpus.words import normalize

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["GAP", "LONGEST_RUN", "Folded", "fold", "word_starts"]

GAP = "\x7f"
"""What stands for a blank line: no name crosses it."""
LONGEST_RUN = 32
"""More white space or invisible characters than this in a row is a gap, too."""

# Below the space, so that one comparison finds all that may have to be shortened.
_INVISIBLE, _MARK = "\x01", "\x03"
# After lower-casing, so that a pair that looks alike only in capitals (K, M) is one in small
# letters as well: Kazinform and KAZINFORM, whatever the script of their K.
_LATIN = "abcehikmoptxyəɵ"
_CYRILLIC = "авсенікмортхуәө"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_QUOTES = "«»“”„‟‹›〝〞＂"
_APOSTROPHES = "‘’‚‛ʼʹ`´′ˈ"
_BREAKS = "\n\x0b\x85\u2028"


@cache
def _table() -> NDArray[np.uint16]:
    """Return the folded character for each of the first 65,536."""
    import numpy as np

    characters = list("".join(map(chr, range(1 << 16))).replace("İ", "i").lower())
    for code, character in enumerate(characters):
        category = unicodedata.category(character)
        if category == "Cc":
            characters[code] = GAP
        elif category in ("Mn", "Me"):
            characters[code] = _MARK
        elif category == "Cf":
            characters[code] = _INVISIBLE
        elif category == "Zs":
            characters[code] = " "
    like = dict(zip(_LATIN, _CYRILLIC, strict=True))
    characters = [like.get(character, character) for character in characters]
    for group, one in (
        (_DASHES, "-"),
        (_QUOTES, '"'),
        (_APOSTROPHES, "'"),
        (f"\t\r\x1f{_BREAKS}", " "),
        ("\u2029", GAP),
    ):
        for character in group:
            characters[ord(character)] = one
    # Two halves of a surrogate pair, side by side, would be read back as one character.
    characters[0xD800:0xE000] = ["\ufffc"] * 0x800
    return np.frombuffer(_encode("".join(characters)), np.uint16)


def _encode(text: str) -> bytes:
    # Half a surrogate pair is no character, but a Python text may hold one.
    return text.encode("utf-16-le", "surrogatepass")


_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def _read(text: str) -> NDArray[np.uint16]:
    """Return the characters' codes; what lies beyond the table is no letter to us."""
    import numpy as np

    codes = _encode(text)
    if len(codes) != 2 * len(text):
        codes = _encode(_BEYOND.sub("\ufffc", text))
    return np.frombuffer(codes, np.uint16)


def _decode(codes: NDArray[np.uint16]) -> str:
    return codes.tobytes().decode("utf-16-le", "surrogatepass")


def _find_uneven(codes: NDArray[np.uint16], folded: NDArray[np.uint16]) -> NDArray[np.int64]:
    """Return where runs begin that may have to be shortened; make blank lines gaps at once."""
    blank = folded <= 32
    pairs = blank[1:] & blank[:-1]
    if pairs.any():
        breaks = codes == 10
        lines = breaks[1:] & breaks[:-1]
        folded[1:][lines] = folded[:-1][lines] = ord(GAP)
        blank = folded <= 32
        pairs = blank[1:] & blank[:-1]
    signs = folded < 9
    signs[:-1] |= pairs
    # A mark belongs to the letter before it.
    signs[:-1] |= folded[1:] == ord(_MARK)
    return signs.nonzero()[0]


class Folded:
    """A folded text: `text`, and `plain`, the characters it was made from, one for one.

    `starts_of` and `ends_of` lead back to the text as it was given.
    """

    __slots__ = ("_ends", "_moves", "_starts", "plain", "text")

    def __init__(self, text: str) -> None:
        codes = _read(text)
        folded = _table().take(codes)
        uneven = _find_uneven(codes, folded)
        self.text = _decode(folded)
        self.plain = text
        self._starts: list[int] = []
        self._ends: list[int] = []
        # How far the text is ahead of its folded form, from each of those places on.
        self._moves = [0]
        if len(uneven):
            self._shorten(uneven.tolist())

    def _shorten(self, uneven: list[int]) -> None:
        text, folded = self.plain, self.text
        pieces: list[str] = []
        plain: list[str] = []
        done = length = 0
        for start in uneven:
            if start < done:
                continue
            run = _UNEVEN.match(folded, start).group()  # type: ignore[union-attr]  # never None
            end = start + len(run)
            if _MARK in run:
                one = _compose(text[start:end], run)
            elif len(run) > LONGEST_RUN or len(_BREAK.findall(text, start, end)) > 1:
                one = GAP
            else:
                one = " " if run.strip(_INVISIBLE) else ""
            pieces += (folded[done:start], one)
            plain += (text[done:start], text[start] if one else "")
            length += start - done + len(one)
            done = end
            if by := end - start - len(one):
                self._starts.append(length)
                # Where characters were dropped whole, what ends here ends before them.
                self._ends.append(length if one else length + 1)
                self._moves.append(self._moves[-1] + by)
        self.plain = "".join([*plain, text[done:]])
        self.text = "".join([*pieces, folded[done:]])

    def starts_of(self, places: Sequence[int]) -> NDArray[np.int64]:
        """Return where, in the text as given, what begins at these places begins."""
        return self._lead_back(places, self._starts)

    def ends_of(self, places: Sequence[int]) -> NDArray[np.int64]:
        """Return where, in the text as given, what ends before these places ends."""
        return self._lead_back(places, self._ends)

    def _lead_back(self, places: Sequence[int], turns: list[int]) -> NDArray[np.int64]:
        import numpy as np

        found = np.array(places, np.int64)
        if turns:
            found += np.array(self._moves)[np.searchsorted(turns, found, "right")]
        return found

    def place_of(self, start: int) -> int:
        """Return the first place in the folded text of what begins at or after `start`."""
        import numpy as np

        if not self._starts:
            return start
        turned = np.array(self._starts) + np.array(self._moves[1:])
        passed = int(np.searchsorted(turned, start, "right"))
        place = start - self._moves[passed]
        # Between two turns lie the characters that fell away.
        return min(place, self._starts[passed]) if passed < len(self._starts) else place


_UNEVEN = re.compile(f"[^{_MARK}{_INVISIBLE}]?{_MARK}+|[ {_INVISIBLE}]+")
_BREAK = re.compile(f"\r\n|[\r{_BREAKS}]")


def _compose(text: str, folded: str) -> str:
    """Return the one letter that a letter and its marks make: й; a stress mark falls away."""
    composed = normalize(text)
    return _decode(_table().take(_read(composed))) if len(composed) == 1 else folded[0]


@cache
def _word_table() -> NDArray[np.uint8]:
    """Tell of each of the first 65,536 characters: part of a word (1), a decimal digit (3)."""
    import numpy as np

    letters = list(map(chr, range(1 << 16)))
    codes = [(c.isalnum() or c == "_") + 2 * c.isdecimal() for c in letters]
    return np.array(codes, np.uint8)


@cache
def _thirds(openers: tuple[str, ...]) -> NDArray[np.int64]:
    """Return the first three letters of each as one number."""
    import numpy as np

    return np.unique([ord(o[0]) << 32 | ord(o[1]) << 16 | ord(o[2]) for o in openers])


def word_starts(line: str, groups: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], list[int]]:
    r"""Return, for each group, where words begin with a digit, or with three letters as these do.

    >>> word_starts("ол екі-үш, 4-ші", [("екі", "үш ")])
    {('екі', 'үш '): [3, 11]}
    """
    import numpy as np

    codes = _read(line + "   ")
    sorts = _word_table().take(codes)
    starts = sorts > 0
    starts[1:] &= sorts[:-1] == 0
    places = starts.nonzero()[0]
    letters = [codes[places + n].astype(np.int64) for n in range(3)]
    opening = letters[0] << 32 | letters[1] << 16 | letters[2]
    digits = sorts[places] == 3
    found: dict[tuple[str, ...], list[int]] = {}
    for group in set(groups):
        wanted = digits
        if group:
            known = _thirds(group)
            nearest = known[np.searchsorted(known, opening).clip(max=len(known) - 1)]
            wanted = digits | (nearest == opening)
        found[group] = places[wanted].tolist()
    return found


def fold(text: str) -> str:
    r"""Return the folded form of a text, as `Folded` makes it.

    >>> fold("OSСE,  «Қазақстан\u2011Ресей»") == fold('OSCE, "ҚАЗАҚСТАН-РЕСЕИ\u0306"')
    True
    """
    return Folded(text).text
