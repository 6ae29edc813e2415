"""The picture of a network: nothing covers a name, and the same network gives the same picture."""

import io
import os
import subprocess
import sys
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from PIL import Image

from kopjaqty.curves import Curve, outline
from kopjaqty.drawings import draw_network
from kopjaqty.errors import KopjaqtyError, UnknownName
from kopjaqty.explorers.view import speaking
from kopjaqty.labels import text_width, wrap
from kopjaqty.layouts import arrange
from kopjaqty.networks import build_network, ego_network
from kopjaqty.palette import GROUPS
from kopjaqty.style import alt_text, caption, figure

CASES = [
    ("kazakhstan", None, None),
    ("kazakhstan", 3.9, "kazakhstan"),
    ("unga", 3.9, "unga"),
    ("sdg_centre", None, "sdg_centre"),
    ("semey_test_site", 6.0, "semey_test_site"),
]


@pytest.fixture(scope="module")
def whole() -> nx.MultiDiGraph:
    """The network of all relations."""
    return build_network()


def drawn(graph: nx.MultiDiGraph, focus: str, width: float | None, ego: str | None) -> Axes:
    """Draw one of the cases."""
    size = {None: 9.0, 3.9: 8.0}.get(width, 9.0)
    return draw_network(
        ego_network(graph, ego) if ego else graph, focus=focus, width=width, size=size
    )


def boxes(ax: Axes) -> list[tuple[str, Any]]:
    """Give what each text of the picture covers, with the id of what it names."""
    canvas = ax.get_figure(root=True)
    assert canvas is not None
    canvas.canvas.draw()
    return [(str(text.get_gid()), text.get_window_extent()) for text in ax.texts]


@pytest.mark.parametrize("code", ["en", "kk", "ru"])
@pytest.mark.parametrize(("focus", "width", "ego"), CASES)
def test_no_name_is_covered(
    whole: nx.MultiDiGraph, focus: str, width: float | None, ego: str | None, code: str
) -> None:
    """No name meets another name or a mark that is not its own, and none leaves the picture."""
    with speaking(code):
        ax = drawn(whole, focus, width, ego)
        names = boxes(ax)
        marks = [(str(m.get_gid()), m.get_window_extent()) for m in ax.collections]
        sheet = ax.get_window_extent()
        figure(ax)
    for (a, one), (b, other) in combinations(names, 2):
        if a != b or a == "None":
            # Lines stand as near as their letters allow: a pixel of ascenders may touch.
            assert not _meet(one, other, 2.0), (a, b)
    for a, one in names:
        assert sheet.x0 <= one.x0, a
        assert one.x1 <= sheet.x1, a
        for b, mark in marks:
            if a != f"name-{b}":
                assert not _meet(one, mark, 2.0), (a, b)


def _meet(one: Any, other: Any, slack: float) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    return bool(across > slack and min(one.y1, other.y1) - max(one.y0, other.y0) > slack)


def test_everything_is_drawn(whole: nx.MultiDiGraph) -> None:
    """Each node has a mark and a name, and each relation a line."""
    ax = draw_network(whole)
    ids = {artist.get_gid() for artist in (*ax.patches, *ax.collections)}
    assert ids >= set(whole)
    assert ids >= {key for *_ends, key in whole.edges(keys=True)}
    assert {text.get_gid() for text in ax.texts} >= {f"name-{node}" for node in whole}
    assert "kopjaqty_network" in vars(ax)
    assert caption(ax) == caption(whole)
    assert alt_text(ax) == alt_text(whole)
    figure(ax)


def test_kazakhstan_is_in_the_middle(whole: nx.MultiDiGraph) -> None:
    """The focus stands at the origin and all others around it; hubs inside the oval."""
    layout = arrange(whole, focus="kazakhstan", width=1080, size=9)
    middle = layout.spots["kazakhstan"]
    assert (middle.x, middle.y) == (0, 0)
    assert layout.spots["un"].side == 0
    others = [spot for spot in layout.spots.values() if not spot.focus]
    assert min(spot.x**2 + spot.y**2 for spot in others) > 50**2


def test_larger_marks_have_more_relations(whole: nx.MultiDiGraph) -> None:
    """The radius of a mark grows with the number of relations."""
    layout = arrange(whole, focus="kazakhstan", width=1080, size=9)
    ranked = sorted(layout.spots, key=lambda node: layout.spots[node].radius)
    degrees = [whole.degree(node) for node in ranked]
    assert degrees == sorted(degrees)


def test_direction_and_status_show_without_colour() -> None:
    """A line is thicker where it starts; what is planned is in dashes, what has ended in dots."""
    points = ((0.0, 0.0), (30.0, 0.0), (60.0, 0.0), (90.0, 0.0))
    stated, planned, ended = (
        outline(Curve("a", "b", "r", GROUPS[0], status, points), 10)
        for status in ("stated", "planned", "ended")
    )
    heights = {x: abs(y) for _command, ps in stated for x, y in ps}
    assert heights[0.0] > 3 * heights[90.0]
    pieces = [sum(command == "M" for command, _ in drawing) for drawing in (stated, planned, ended)]
    assert pieces[0] == 1 < pieces[1] < pieces[2]


def test_parallel_relations_are_apart(whole: nx.MultiDiGraph) -> None:
    """Several relations of the same two entities are several lines, whichever their direction."""
    layout = arrange(whole, focus="kazakhstan", width=1080, size=9)
    drawn = [tuple(sorted(curve.points)) for curve in layout.curves]
    assert len(set(drawn)) == len(drawn)


def test_same_picture_every_time() -> None:
    """Two processes with other string hashes draw the same bytes."""
    code = (
        "import hashlib, matplotlib; matplotlib.use('agg');"
        "from kopjaqty.networks import build_network;"
        "from kopjaqty.drawings import draw_network; from kopjaqty.style import figure;"
        "print(hashlib.sha256(figure(draw_network(build_network())).png).hexdigest())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


@pytest.mark.parametrize("code", ["en", "kk", "ru"])
def test_the_whole_network_is_a_small_file(whole: nx.MultiDiGraph, code: str) -> None:
    """The picture of the whole network is below 350 kB, and wide enough for a lecture hall."""
    with speaking(code):
        shown = figure(draw_network(whole))
    assert len(shown.png) < 350_000
    assert Image.open(io.BytesIO(shown.png)).width >= 1500


def test_draws_in_given_axes(whole: nx.MultiDiGraph) -> None:
    """Given Axes are used and returned, and the font is made to fit them."""
    small = ego_network(whole, "semey_test_site")
    ax = Canvas(figsize=(6, 5)).add_subplot()
    assert draw_network(small, ax=ax, focus="semey_test_site") is ax
    sizes = {float(text.get_fontsize()) for text in ax.texts}
    assert 5 <= min(sizes) <= max(sizes) <= 20


def test_too_small_axes(whole: nx.MultiDiGraph) -> None:
    """Axes in which names would cover each other are refused, with the room that is needed."""
    ax = Canvas(figsize=(3, 2)).add_subplot()
    with pytest.raises(KopjaqtyError, match="inches of height"):
        draw_network(whole, ax=ax)


def test_focus(whole: nx.MultiDiGraph) -> None:
    """Without Kazakhstan the best connected node is in the middle; an unknown focus is an error."""
    graph = build_network(predicates="organ_of")
    ax = draw_network(graph)
    middle = next(text for text in ax.texts if text.get_color() == "white")
    assert middle.get_gid() == "name-un"
    figure(ax)
    with pytest.raises(UnknownName, match="kazakhstan"):
        draw_network(whole, focus="kasakhstan")


def test_nothing_to_draw() -> None:
    """A network without nodes is an error that says so."""
    with pytest.raises(KopjaqtyError, match="no nodes"):
        draw_network(build_network(documents=[]))


@pytest.mark.parametrize("text", ["Short", "Орталық Азия басшыларының кездесуі", "a b c"])
def test_wrap_keeps_every_word(text: str) -> None:
    """Breaking a text into lines loses no word, and keeps lines within the limit if words allow."""
    lines = wrap(text, 100, 8)
    assert " ".join(lines) == text
    assert all(text_width(line, 8) <= 100 or " " not in line for line in lines)
