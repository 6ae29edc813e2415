"""Pictures compared with saved ones: what is drawn, not how a font is rendered."""

import io
import os

import numpy as np
from matplotlib.axes import Axes
from PIL import Image

from places import REFERENCES

TILE, TOLERANCE = 6, 12.0
"""Tiles of so many pixels may differ by so many of 256 shades, on average.

A line that another version of matplotlib smooths otherwise stays below; a lost mark does not.
"""
RENEW = "KOPJAQTY_NEW_PICTURES"
"""Set this variable to draw the saved pictures anew; then look at them."""


def render(ax: Axes) -> np.ndarray:
    """Draw all but the words, in shades of grey, small."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    words = [text for text in ax.texts if text.get_visible()]
    for text in words:
        text.set_visible(False)
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=60)
    for text in words:
        text.set_visible(True)
    return np.asarray(Image.open(file).convert("L"), dtype=float)


def difference(drawn: np.ndarray, saved: np.ndarray) -> float:
    """Give the largest mean difference of a tile; 256 if the pictures are of different size."""
    if drawn.shape != saved.shape:
        return 256.0
    apart = np.abs(drawn - saved)
    high, wide = (side - side % TILE for side in apart.shape)
    tiles = apart[:high, :wide].reshape(high // TILE, TILE, wide // TILE, TILE)
    return float(tiles.mean(axis=(1, 3)).max())


def saved_picture(name: str, ax: Axes) -> np.ndarray:
    """Read a saved picture; make it of these Axes where that is asked for."""
    path = REFERENCES / f"{name}.png"
    if os.environ.get(RENEW):
        REFERENCES.mkdir(exist_ok=True)
        Image.fromarray(render(ax).astype("uint8")).quantize(32).save(path, optimize=True)
    return np.asarray(Image.open(path).convert("L"), dtype=float)
