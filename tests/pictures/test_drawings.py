"""The picture of a network: nothing covers a name, and the same network gives the same picture."""

import io
import os
import subprocess
import sys

import networkx as nx
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from PIL import Image

from each_language import EACH_LANGUAGE
from extents import covered
from kopjaqty.drawings import draw_network
from kopjaqty.drawings.curves import Curve, outline
from kopjaqty.drawings.labels import text_width, wrap
from kopjaqty.drawings.layouts import arrange
from kopjaqty.errors import KopjaqtyError, UnknownName
from kopjaqty.language import speaking
from kopjaqty.networks import build_network, ego_network, project
from kopjaqty.style import alt_text, caption, figure
from kopjaqty.style.look import group_of
from kopjaqty.style.shapes import layout_of

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


@pytest.mark.parametrize("code", EACH_LANGUAGE)
@pytest.mark.parametrize(("focus", "width", "ego"), CASES)
def test_no_name_is_covered(
    whole: nx.MultiDiGraph, focus: str, width: float | None, ego: str | None, code: str
) -> None:
    """No name meets another name or a mark that is not its own, and none leaves the picture."""
    with speaking(code):
        ax = drawn(whole, focus, width, ego)
        assert covered(ax) == []
        figure(ax)


def test_everything_is_drawn(whole: nx.MultiDiGraph) -> None:
    """Each node has a mark and a name, and each relation a line."""
    ax = draw_network(whole)
    ids = {artist.get_gid() for artist in (*ax.patches, *ax.collections)}
    assert ids >= set(whole)
    assert ids >= {key for *_ends, key in whole.edges(keys=True)}
    assert {text.get_gid() for text in ax.texts} >= {f"name-{node}" for node in whole}
    assert ax.kopjaqty.kind == "oval"  # type: ignore[attr-defined]
    assert caption(ax) == caption(whole)
    assert alt_text(ax) == alt_text(whole)
    figure(ax)


def test_kazakhstan_is_in_the_middle(whole: nx.MultiDiGraph) -> None:
    """The focus stands at the origin and all others around it; hubs inside the oval."""
    layout = arrange(whole, focus="kazakhstan", width=1080, size=9)
    middle = layout.nodes["kazakhstan"]
    assert (middle.x, middle.y) == (0, 0)
    assert layout.nodes["un"].side == 0
    others = [placed for placed in layout.nodes.values() if not placed.focus]
    assert min(placed.x**2 + placed.y**2 for placed in others) > 50**2


def test_larger_marks_have_more_relations(whole: nx.MultiDiGraph) -> None:
    """The radius of a mark grows with the number of relations."""
    layout = arrange(whole, focus="kazakhstan", width=1080, size=9)
    ranked = sorted(layout.nodes, key=lambda node: layout.nodes[node].radius)
    degrees = [whole.degree(node) for node in ranked]
    assert degrees == sorted(degrees)


def test_direction_and_status_show_without_colour() -> None:
    """A line is thicker where it starts; what is planned is in dashes, what has ended in dots."""
    points = ((0.0, 0.0), (30.0, 0.0), (60.0, 0.0), (90.0, 0.0))
    group = group_of("organ")
    stated, planned, ended = (
        outline(Curve("a", "b", "r", group, line, points), 10)
        for line in ("solid", "dashed", "dotted")
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


@pytest.mark.parametrize("code", EACH_LANGUAGE)
def test_the_whole_network_is_a_small_file(whole: nx.MultiDiGraph, code: str) -> None:
    """The whole network takes below 1.4 kB a relation, and is wide enough for a lecture hall."""
    with speaking(code):
        shown = figure(draw_network(whole))
    assert len(shown.png) < 1_400 * whole.number_of_edges()
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


def test_a_hairball_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network of too many nodes is counted by kind, and the caption says so."""
    graph = build_network()
    monkeypatch.setattr("kopjaqty.style.shapes.MANY", len(graph) - 1)
    ax = draw_network(graph)
    lines = [patch for patch in ax.patches if patch.get_gid()]
    assert len(lines) == len({(group(graph, u), group(graph, v)) for u, v in graph.edges()})
    assert f"Drawn one by one, {len(graph)} marks" in caption(ax)
    assert f"{graph.number_of_edges()} relations" in alt_text(ax)
    figure(ax)
    assert layout_of(graph) == "oval"  # what was given is left as it was


def group(graph: nx.MultiDiGraph, node: str) -> str:
    """Give the group of a node's kind."""
    return group_of(graph.nodes[node]["kind"]).name


def test_unknown_layout(whole: nx.MultiDiGraph) -> None:
    """A layout that is not there is an error that names the nearest."""
    with pytest.raises(UnknownName, match="columns"):
        draw_network(whole, layout="column")


def test_a_projection_has_no_direction() -> None:
    """The ties of a projection are drawn as thick at one end as at the other."""
    graph = project(build_network(of="positions"), "entities")
    ax = draw_network(graph)
    keys = {f"{u} {v}" for u, v in graph.edges()}
    assert keys <= {patch.get_gid() for patch in ax.patches}
    assert "It has no direction." in caption(ax)
    assert covered(ax) == []
    figure(ax)


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
