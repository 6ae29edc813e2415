"""What a picture says of itself: every `draw_…` function gives Axes that carry `ax.kopjaqty`."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Picture"]


@dataclass(frozen=True)
class Picture:
    """What is drawn in Axes, and what it says in words.

    Attributes
    ----------
    kind : str
        "timeline" or "life cycles"; of a network, its layout.
    shows : tuple of str
        The ids of what is drawn: events, initiatives. Of a network: the network.
    alt, caption : str
        What it shows, for those who do not see it, and for those who do; in the language in
        which it was drawn. Of a network: in the language in use when it is asked for.
    """

    kind: str
    shows: tuple[str, ...] = field(repr=False)
    alt: str
    caption: str
