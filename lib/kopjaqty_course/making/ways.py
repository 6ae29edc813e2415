"""Ways through the code, as drawings and as lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from kopjaqty_course.making.svg import HUES, INK, WIDTH, Sheet, pale
from kopjaqty_course.making.walks import Stay

__all__ = ["draw_way", "joined", "list_of", "words_of"]

EDGE, CALL, STAY, GAP = 10, 30, 40, 8


def joined(stays: Iterable[Stay]) -> list[Stay]:
    """The stays, where a function gives several things one after the other, in one."""
    found = []
    for (call, module, file, function, does), group in groupby(
        stays, key=lambda stay: (stay.call, stay.module, stay.file, stay.function, stay.does)
    ):
        gives = ", ".join(stay.gives for stay in group)
        found.append(Stay(call, module, file, function, gives, does))
    return found


def words_of(stays: Sequence[Stay]) -> str:
    """The whole way in a sentence for each call."""
    sentences = []
    for call, group in groupby(stays, key=lambda stay: stay.call):
        steps = "; ".join(f"{stay.function} of {stay.module} gives {stay.gives}" for stay in group)
        sentences.append(f"{call}: {steps}.")
    return " ".join(sentences)


def list_of(stays: Sequence[Stay]) -> str:
    """The way as a list in Markdown, with links from docs/ to the files."""
    lines = [
        f"{number}. [`{stay.function}`](../{stay.file}) → *{stay.gives}*. {stay.does}"
        for number, stay in enumerate(stays, start=1)
    ]
    return "\n".join(
        ["<details><summary>The same as a list</summary>", "", *lines, "", "</details>"]
    )


def draw_way(stays: Sequence[Stay], title: str) -> str:
    """Draw the way from the top down: what is typed, and under it a box for each stay.

    A box says which function of which module it is and, on the right, in what form it gives the
    thing back; the stripe on its left has a colour for each floor.
    """
    sheet, y = Sheet(), float(EDGE)
    rooms = list(dict.fromkeys(_room(stay) for stay in stays))
    inner = WIDTH - 2 * EDGE
    for call, group in groupby(stays, key=lambda stay: stay.call):
        sheet.text(EDGE, y + 19, call, size=13, code=True, bold=True, room=inner)
        y += CALL
        for number, stay in enumerate(group):
            hue = HUES[rooms.index(_room(stay)) % len(HUES)]
            if number:
                middle = EDGE + 22
                sheet.path(f"M{middle - 5} {y - GAP + 1} h10 l-5 {GAP - 2} z", pale(INK, 0.6))
            sheet.box(EDGE, y, inner, STAY, pale(hue, 0.12))
            sheet.box(EDGE, y, 5, STAY, hue)
            left = len(stay.function) / (len(stay.function) + len(stay.gives))
            room = inner - 34
            sheet.text(EDGE + 14, y + 17, stay.function, size=13, bold=True, room=room * left)
            sheet.text(
                *(WIDTH - EDGE - 8, y + 17, stay.gives),
                size=12.5,
                colour=hue,
                anchor="end",
                room=room * (1 - left),
            )
            sheet.text(EDGE + 14, y + 32, stay.module, size=11, code=True, room=inner - 22)
            y += STAY + GAP
        y += GAP
    return sheet.svg(y - GAP, title, words_of(stays))


def _room(stay: Stay) -> str:
    """The floor: the first folder or module below the package."""
    return ".".join(stay.module.split(".")[:2])
