"""Text measured and broken into lines, before there is a figure to draw it in."""

from __future__ import annotations

from functools import lru_cache

from kopjaqty.style.palette import FONT

__all__ = ["text_width", "wrap"]

HYPHEN = "\u2010"  # inside a broken word, so that no space is put after it
SLACK = 1.05
"""Small type is drawn a little wider than its outlines: letters are fitted to whole pixels."""


@lru_cache(maxsize=8192)
def _em_width(text: str, bold: bool) -> float:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family=FONT, size=100, weight="bold" if bold else "normal")
    return float(text_to_path.get_text_width_height_descent(text, font, False)[0]) / 100


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Measure a line of text in the font of the figures.

    >>> text_width("Kazakhstan", 20) == 2 * text_width("Kazakhstan", 10)
    True
    """
    return SLACK * size * _em_width(text, bold)


def wrap(text: str, limit: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into as few lines as fit the limit, of as equal length as can be.

    >>> wrap("Treaty on the Prohibition of Nuclear Weapons", 150, 10)
    ('Treaty on the Prohibition', 'of Nuclear Weapons')
    """
    lines = _fill(text, limit, size, bold)
    best, low = lines, limit
    while low > size and len(lines) > 1:
        low -= size / 2
        tighter = _fill(text, low, size, bold)
        if len(tighter) > len(lines):
            break
        best = tighter
    return tuple(best)


def _fill(text: str, limit: float, size: float, bold: bool) -> list[str]:
    lines: list[str] = []
    for word in _words(text, limit, size, bold):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and lines[-1].endswith(HYPHEN):
            longer = lines[-1] + word
        if lines and text_width(longer, size, bold=bold) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line.replace(HYPHEN, "-") for line in lines] or [text]


def _words(text: str, limit: float, size: float, bold: bool) -> list[str]:
    """Split a text at spaces, and a word that is too long for a line after its hyphens."""
    words: list[str] = []
    for word in text.split():
        if text_width(word, size, bold=bold) > limit:
            words += word.replace("-", f"{HYPHEN} ").split()
        else:
            words.append(word)
    return words
