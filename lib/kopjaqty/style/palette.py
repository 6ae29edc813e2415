"""Colours, markers and dashes, by the roles that a data set gives its terms: never colour alone.

Each role has a marker of its own besides its colour, each line its dashes, each direction a taper.
The hues are those of Okabe and Ito (jfly.uni-koeln.de/color), which colour-blind readers can tell
apart. Which kind, status or stage has which role stands in the data (`kopjaqty.style.look`).
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FONT", "INK", "LINES", "NEUTRAL", "PLAIN", "ROLES", "TINTS", "Colour", "pale"]

FONT = "DejaVu Sans"
"""It comes with matplotlib, and has the Kazakh letters ә ғ қ ң ө ұ ү һ і."""

INK = "#222222"

TINTS = (0.55, 0.18)
"""How pale lines are, and the bands behind the sectors."""


@dataclass(frozen=True)
class Colour:
    """`fill` is for marks; `ink` is the same hue, dark enough for text on white."""

    fill: str
    ink: str
    marker: str


ROLES = {
    "hue_1": Colour("#0072B2", "#005A8F", "o"),
    "hue_2": Colour("#D55E00", "#A84300", "s"),
    "hue_3": Colour("#56B4E9", "#1F6C99", "h"),
    "hue_4": Colour("#7F7F7F", "#4A4A4A", "v"),
    "hue_5": Colour("#CC79A7", "#963F73", "D"),
    "hue_6": Colour("#E69F00", "#7A5200", "*"),
    "hue_7": Colour("#009E73", "#00684C", "^"),
    "hue_8": Colour("#B8A800", "#6B6100", "P"),
    "hue_9": Colour("#44AA99", "#1F665B", "p"),
    "hue_10": Colour("#882255", "#882255", "d"),
    "hue_11": Colour("#332288", "#332288", "<"),
}
"""The column `colour_role` of the terms takes these."""

NEUTRAL = Colour("#A6A6A6", "#595959", "X")
"""Of whatever has no role, or one that is not here."""

PLAIN = "solid"
LINES = {
    PLAIN: (1.0, 0.0),
    "open": (1.0, 0.0),
    "dashed": (0.7, 0.45),
    "dotted": (0.2, 0.4),
}
"""Length of a dash and of a gap, in font sizes; the column `line` of the terms takes these."""


def pale(colour: str, share: float) -> str:
    """Mix a colour with white: `share` of it, the rest white.

    Not transparency: where lines cross, that makes colours of no meaning, and large files.

    >>> pale("#000000", 0.2)
    '#cccccc'
    """
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (part - 255) * share):02x}" for part in parts)
