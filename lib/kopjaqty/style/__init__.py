"""What figures say in words, and how they are kept: caption, alternative text, picture."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from kopjaqty.arguments import CANVAS, TEXT, allow, require
from kopjaqty.errors import KopjaqtyError
from kopjaqty.language import _
from kopjaqty.style.captions import NetworkPicture, alt_text, caption
from kopjaqty.style.look import Group, group_of
from kopjaqty.style.palette import FONT, INK, ROLES, TINTS, pale
from kopjaqty.style.pictures import Picture
from kopjaqty.style.shapes import most_connected

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

__all__ = [
    "FONT",
    "Figure",
    "Group",
    "Picture",
    "alt_text",
    "caption",
    "figure",
    "group_of",
    "most_connected",
]

LIMIT = 340_000
"""Bytes of a picture: a notebook full of them must still open quickly on a slow line."""


@dataclass(frozen=True)
class Figure:
    """A picture with its alternative text and its caption, saved with the notebook.

    Attributes
    ----------
    png : bytes
        The picture; the same figure gives the same bytes.
    alt, caption : str
        Plain text; an empty line or a new line in the caption is kept.
    """

    png: bytes = field(repr=False)
    alt: str
    caption: str = ""

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        # Not as image/png too: JupyterLab would drop its alternative text, and it doubles the file.
        return {"text/html": self.html, "text/plain": repr(self)}

    def __repr__(self) -> str:
        """Give what a reader without pictures needs."""
        return "\n".join(part for part in (self.alt, self.caption) if part)

    @property
    def _base64(self) -> str:
        return base64.b64encode(self.png).decode("ascii")

    @property
    def html(self) -> str:
        """The figure as HTML that needs nothing else."""
        lines = "<br>".join(escape(line) for line in self.caption.splitlines())
        below = f'<figcaption style="max-width: 60em">{lines}</figcaption>' if lines else ""
        return (
            '<figure style="margin: 0">'
            f'<img src="data:image/png;base64,{self._base64}" alt="{escape(self.alt)}"'
            f' style="max-width: 100%; height: auto">{below}</figure>'
        )


def figure(drawn: Axes | Canvas, *, alt: str | None = None, caption: str | None = None) -> Figure:
    """Turn what was drawn into a picture with alternative text and caption.

    Parameters
    ----------
    drawn
        An Axes or a matplotlib Figure; it is closed for pyplot, so that it is not shown twice.
    alt, caption
        What the picture shows, in words. For what kopjaqty drew both are computed unless given.

    Returns
    -------
    Figure
        Shown by a notebook with its caption; the alternative text goes with it.

    Raises
    ------
    KopjaqtyError
        It is no Axes and no Figure, or there is no alternative text, and none can be computed.

    Examples
    --------
    >>> from matplotlib.figure import Figure as Canvas
    >>> figure(Canvas(figsize=(1, 1)), alt="An empty square.")
    An empty square.
    """
    require(CANVAS, drawn=drawn)
    allow(TEXT, alt=alt, caption=caption)
    canvas: Any = getattr(drawn, "figure", None) or drawn
    known = _first_picture([drawn, *canvas.axes])
    if known is not None:
        alt = known.alt if alt is None else alt
        caption = known.caption if caption is None else caption
    if alt is None:
        raise KopjaqtyError(_("A figure needs words for those who do not see it: give alt=…"))
    return Figure(_png(canvas), alt, caption or "")


def _first_picture(drawings: list[Any]) -> Picture | NetworkPicture | None:
    """Give what the first of these that kopjaqty drew shows."""
    found = [drawn.kopjaqty for drawn in drawings if hasattr(drawn, "kopjaqty")]
    return found[0] if found else None


def _png(canvas: Any) -> bytes:
    """Save a matplotlib figure as a small PNG without dates and version numbers."""
    import sys

    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image

    agg: Any = FigureCanvasAgg(canvas)  # annotated in part
    agg.draw()
    picture = Image.frombytes("RGBA", agg.get_width_height(), bytes(agg.buffer_rgba()))
    flat = Image.new("RGB", picture.size, "white")
    flat.paste(picture, mask=picture.getchannel("A"))
    saved = _few_colours(flat, 64)
    for count in (24, 0):
        if len(saved) > LIMIT:
            saved = _few_colours(flat, count)
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close(canvas)
    return saved


def _few_colours(picture: Any, count: int) -> bytes:
    """Save with our colours and the most frequent others; a rare shade becomes the nearest."""
    from PIL import Image, ImageColor

    ours = ["#ffffff", INK]
    for role in ROLES.values():
        ours += [role.fill, role.ink, *(pale(role.fill, share) for share in TINTS)]
    kept = [ImageColor.getrgb(colour) for colour in ours]
    colours = picture.getcolors(picture.width * picture.height)
    for _times, colour in sorted(colours, key=lambda c: (-c[0], c[1]))[: 4 * count]:
        # Of colours that no eye tells apart, one is enough.
        if len(kept) == len(ours) + count or _hides_white(colour):
            continue
        if all(_apart(colour, other) for other in kept):
            kept.append(colour)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in kept for part in colour[:3]])
    saved = io.BytesIO()
    few = picture.quantize(palette=palette, dither=Image.Dither.NONE)
    few.save(saved, "PNG", optimize=True)
    return saved.getvalue()


def _hides_white(colour: tuple[int, ...]) -> bool:
    """Whether Pillow would take white for it: it looks up 252, the last two bits cleared."""
    return colour != (255, 255, 255) and sum((part - 252) ** 2 for part in colour) <= 3 * 3**2


def _apart(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=False)) > 6
