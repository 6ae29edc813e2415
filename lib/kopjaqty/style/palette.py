"""Colours, markers and dashes: colour is never alone.

Each group of kinds has a marker of its own, each status a dash, each direction a taper. The hues
are those of Okabe and Ito (jfly.uni-koeln.de/color), which colour-blind readers can tell apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from kopjaqty.arguments import N_, one_of
from kopjaqty.language import _

__all__ = [
    "DASHES",
    "FONT",
    "GROUPS",
    "INK",
    "SIDES",
    "TINTS",
    "Group",
    "dash_of",
    "group_of",
    "pale",
]

FONT = "DejaVu Sans"
"""It comes with matplotlib, and has the Kazakh letters ә ғ қ ң ө ұ ү һ і."""

INK = "#222222"

TINTS = (0.55, 0.18)
"""How pale lines are, and the bands behind the sectors."""


DASHES = {
    "stated": (1.0, 0.0),
    "planned": (0.7, 0.45),
    "proposed": (0.7, 0.45),
    "ended": (0.2, 0.4),
}
"""Length of a dash and of a gap, in font sizes, by the status of a relation."""


@dataclass(frozen=True)
class Group:
    """Kinds of entities that share a colour and a marker.

    `fill` is for marks; `ink` is the same hue, dark enough for text on white.
    """

    name: str
    message: str
    kinds: tuple[str, ...]
    fill: str
    ink: str
    marker: str

    @property
    def title(self) -> str:
        """What the group is called in the current language."""
        return _(self.message)


GROUPS = (
    Group(
        "bodies",
        N_("Organizations and organs"),
        ("organization", "organ", "agency"),
        "#0072B2",
        "#005A8F",
        "o",
    ),
    Group(
        "field",
        N_("Missions, centres, programmes"),
        ("mission", "centre", "programme"),
        "#D55E00",
        "#A84300",
        "s",
    ),
    Group(
        "places",
        N_("Countries, regions, places"),
        ("country", "region", "city", "site"),
        "#56B4E9",
        "#1F6C99",
        "h",
    ),
    Group(
        "people",
        N_("People, offices, state bodies"),
        ("person", "office", "national_body", "media"),
        "#7F7F7F",
        "#4A4A4A",
        "v",
    ),
    Group("texts", N_("Treaties and documents"), ("treaty", "document"), "#CC79A7", "#963F73", "D"),
    Group(
        "proposals",
        N_("Initiatives and observances"),
        ("initiative", "observance"),
        "#E69F00",
        "#7A5200",
        "*",
    ),
    Group(
        "forums",
        N_("Forums, sessions, groups"),
        ("forum", "session", "process", "group"),
        "#009E73",
        "#00684C",
        "^",
    ),
)
"""In the order of the sectors of a network, clockwise."""

SIDES = (
    Group("topics", N_("Topics"), ("topic",), "#B8A800", "#6B6100", "P"),
    Group("events", N_("Events"), ("event",), "#44AA99", "#1F665B", "p"),
    Group("sources", N_("Documents of the collection"), ("source",), "#882255", "#882255", "d"),
)
"""What entities are tied to in bipartite networks."""

_BY_KIND = {kind: group for group in (*GROUPS, *SIDES) for kind in group.kinds}


def dash_of(status: str) -> str:
    """Give the status whose dashes a line has: an event lies ahead, or it does not.

    >>> dash_of("happened")
    'stated'
    """
    return status if status in DASHES else "stated"


def group_of(kind: str) -> Group:
    """Give the group that a kind of entity belongs to; "event", "topic" and "source" have theirs.

    >>> group_of("treaty").title
    'Treaties and documents'
    """
    one_of(N_("There is no such kind of entity."), _BY_KIND, kind)
    return _BY_KIND[kind]


def pale(colour: str, share: float) -> str:
    """Mix a colour with white: `share` of it, the rest white.

    Not transparency: where lines cross, that makes colours of no meaning, and large files.

    >>> pale("#000000", 0.2)
    '#cccccc'
    """
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (part - 255) * share):02x}" for part in parts)
