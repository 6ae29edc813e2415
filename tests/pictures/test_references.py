"""Pictures are compared with saved ones; a lost line or a moved name is seen.

Letters are drawn a little differently from one release of matplotlib to the next: a pixel counts
only where nothing like it is within two pixels. After a change that is meant, look at the new
pictures and keep them: `python tests/pictures/test_references.py`.
"""

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from matplotlib.axes import Axes
from PIL import Image, ImageFilter

from kopjaqty.drawings import draw_network
from kopjaqty.networks import build_network, hierarchy
from kopjaqty.style import figure
from places import REFERENCES
from small_networks import make_small

ALLOWED = 20
"""Pixels that may differ; the shortest line of these pictures has more than twice as many."""

BUILT: dict[str, Callable[[Path], nx.Graph]] = {
    "oval": lambda folder: build_network(data=folder),
    "columns": lambda folder: build_network(of="participation", data=folder),
    "tree": lambda folder: hierarchy("league", data=folder),
}


def drawn(graph: nx.Graph) -> Axes:
    """Draw small, with many pixels to a line."""
    ax = draw_network(graph, width=5, size=9)
    ax.get_figure(root=True).set_dpi(200)  # type: ignore[union-attr]
    return ax


def picture(ax: Axes) -> Image.Image:
    """Give what is drawn, in grey."""
    return Image.open(io.BytesIO(figure(ax).png)).convert("L")


def differing(one: Image.Image, other: Image.Image) -> int:
    """Count pixels of each that are darker or lighter than all of the other's nearby."""
    if one.size != other.size:
        return max(one.width * one.height, other.width * other.height)
    pixels = 0
    for a, b in ((one, other), (other, one)):
        low = np.asarray(b.filter(ImageFilter.MinFilter(5)), dtype=int)
        high = np.asarray(b.filter(ImageFilter.MaxFilter(5)), dtype=int)
        here = np.asarray(a, dtype=int)
        pixels += int(np.count_nonzero((here < low - 24) | (here > high + 24)))
    return pixels


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small invented collection: what is drawn does not change with the data."""
    return make_small(tmp_path_factory.mktemp("small") / "data")


@pytest.mark.parametrize("name", BUILT)
def test_pictures_are_the_saved_ones(small: Path, name: str) -> None:
    """A picture is the saved one, but for the edges of letters."""
    saved = Image.open(REFERENCES / f"{name}.png").convert("L")
    assert differing(picture(drawn(BUILT[name](small))), saved) <= ALLOWED


@pytest.mark.parametrize("name", BUILT)
def test_a_lost_line_is_seen(small: Path, name: str) -> None:
    """Each single line that is taken away, all else as it was, makes another picture."""
    saved = Image.open(REFERENCES / f"{name}.png").convert("L")
    graph = BUILT[name](small)
    nodes = set(graph)
    lines = [p.get_gid() for p in drawn(graph).patches if p.get_gid() and p.get_gid() not in nodes]
    assert len(lines) >= 2
    for gid in lines:
        ax = drawn(graph)
        next(patch for patch in ax.patches if patch.get_gid() == gid).remove()
        assert differing(picture(ax), saved) > 2 * ALLOWED, gid


if __name__ == "__main__":
    REFERENCES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        where = make_small(Path(folder) / "data")
        for each, build in BUILT.items():
            (REFERENCES / f"{each}.png").write_bytes(figure(drawn(build(where))).png)
            sys.stdout.write(f"{each}.png\n")
