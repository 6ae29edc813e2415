"""What figures say in words is computed, and their colours can be told apart and read."""

import base64
import io
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from typing import Any

import networkx as nx
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from PIL import Image

import kopjaqty
from kopjaqty.drawings import draw_network
from kopjaqty.drawings.layouts import arrange
from kopjaqty.errors import ArgumentError, KopjaqtyError
from kopjaqty.language import speaking
from kopjaqty.networks import build_network, hierarchy
from kopjaqty.style import LIMIT, Figure, alt_text, caption, figure
from kopjaqty.style.look import group_of
from kopjaqty.style.palette import NEUTRAL, ROLES, Colour, pale
from kopjaqty.timelines import draw_timeline
from kopjaqty.timelines.life_cycles import draw_life_cycles


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, as WCAG 2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colour", [*ROLES.values(), NEUTRAL], ids=[*ROLES, "neutral"])
def test_headings_can_be_read(colour: Colour) -> None:
    """A role's ink has the contrast that WCAG asks of text, on white and under white letters."""
    assert contrast(colour.ink, "#ffffff") >= 4.5


def test_pale() -> None:
    """All of a colour is the colour, none of it is white."""
    assert (pale("#0072B2", 1), pale("#0072B2", 0)) == ("#0072b2", "#ffffff")


def test_captions_count() -> None:
    """Caption and alternative text give the network's own numbers, and the documents' ids."""
    graph = build_network()
    for text in (caption(graph), alt_text(graph)):
        assert f"{len(graph)} entities and {graph.number_of_edges()} relations" in text
        assert f"stated in {len(graph.graph['documents'])} documents" in text
    assert caption(graph).endswith(f"Source: {', '.join(graph.graph['documents'])}.")
    best = max(dict(graph.degree()).values())
    assert f"Kazakhstan ({best} relations)" in alt_text(graph)


def test_captions_of_other_networks() -> None:
    """One relation is not "relations", and a dash that is not there is not explained."""
    graph = build_network(predicates="closed")
    assert "1 relation between them" in caption(graph)
    assert "Dashed" not in caption(graph)
    assert "Dashed" in caption(build_network(status="planned"))
    assert "0 entities" in alt_text(build_network(documents=[]))


def test_alt_text_names_in_the_current_language() -> None:
    """A network built in English is described in Kazakh where Kazakh is in use."""
    graph = build_network()
    with speaking("kk"):
        assert "Қазақстан" in alt_text(graph)


def square() -> Canvas:
    """A figure with something in it."""
    canvas = Canvas(figsize=(2, 1))
    canvas.add_axes((0.1, 0.1, 0.8, 0.8)).plot([0, 1], [0, 1])
    return canvas


def test_figure_keeps_its_words() -> None:
    """The saved notebook has alternative text and caption, escaped, beside the picture."""
    shown = figure(square(), alt='A line, "up"', caption="x < y\nSource: none.")
    bundle = shown._repr_mimebundle_()
    assert 'alt="A line, &quot;up&quot;"' in bundle["text/html"]
    assert "<figcaption" in bundle["text/html"]
    assert "x &lt; y<br>Source: none." in bundle["text/html"]
    assert bundle["text/plain"].startswith('A line, "up"')
    assert base64.b64encode(shown.png).decode() in bundle["text/html"]
    assert "image/png" not in bundle  # JupyterLab would show it without its words


def test_figure_is_the_same_every_time() -> None:
    """The same figure gives the same bytes, with neither date nor version in them."""
    one, other = figure(square(), alt="A line"), figure(square(), alt="A line")
    assert one == other
    assert not Image.open(io.BytesIO(one.png)).info.keys() & {"Software", "Creation Time", "date"}


def test_figure_needs_words() -> None:
    """A figure of which nothing is known asks for its alternative text."""
    with pytest.raises(KopjaqtyError, match="alt="):
        figure(square())


def test_figure_closes_pyplot() -> None:
    """A figure that was turned into a picture is not shown by pyplot a second time."""
    import matplotlib.pyplot as plt

    before = plt.get_fignums()
    _canvas, ax = plt.subplots()
    figure(ax, alt="Nothing")
    assert plt.get_fignums() == before


def test_white_stays_white() -> None:
    """Saving with few colours keeps the paper white and our own colours as they are."""
    canvas = Canvas(figsize=(2, 2))
    canvas.patches.clear()
    ax = canvas.add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    ax.axvspan(0, 0.5, color=group_of("organ").fill)
    ax.set_xlim(0, 1)
    picture = Image.open(io.BytesIO(figure(canvas, alt="Half blue").png)).convert("RGB")
    assert picture.getpixel((190, 100)) == (255, 255, 255)
    assert picture.getpixel((10, 100)) == (0, 0x72, 0xB2)


def test_a_shade_does_not_take_the_place_of_white() -> None:
    """A frequent colour that Pillow's table of colours holds for white does not tint the paper."""
    canvas = Canvas(figsize=(2, 2))
    ax = canvas.add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    ax.axvspan(0, 0.5, color="#fbf8fa")
    ax.set_xlim(0, 1)
    picture = Image.open(io.BytesIO(figure(canvas, alt="Half tinted").png)).convert("RGB")
    assert picture.getpixel((190, 100)) == (255, 255, 255)


def test_limit_leaves_room() -> None:
    """The limit of a picture is below the 350 kB that a notebook's figure may have."""
    assert LIMIT < 350_000


def test_degree_ties_follow_the_tables() -> None:
    """Of equally connected nodes the first in the network comes first."""
    from kopjaqty.style import most_connected

    graph: nx.MultiDiGraph = nx.MultiDiGraph([("b", "a"), ("c", "d")])
    assert most_connected(graph) == ["b", "a", "c"]


def star(*arms: int) -> "nx.MultiDiGraph":
    """A network of events: one who takes part in as many as are given, others in one each."""
    graph: nx.MultiDiGraph = nx.MultiDiGraph(of="participation")
    for number, lines in enumerate(arms):
        graph.add_node(f"who {number}", kind="country", name_en=f"Who {number}", bipartite=0)
        for n in range(lines):
            graph.add_node(f"what {number} {n}", kind="event", name_en="What", bipartite=1)
            graph.add_edge(f"who {number}", f"what {number} {n}", key=f"{number} {n}")
    return graph


@pytest.mark.parametrize(
    ("arms", "expected"),
    [
        ((5, 4, 3, 2), "Most connected: Who 0 (5), Who 1 (4), Who 2 (3)."),
        ((5, 4, 3, 3), "Most connected: Who 0 (5), Who 1 (4), Who 2 (3) and 1 other with as many."),
        (
            (3, 3, 3, 3, 3),
            "Most connected: Who 0 (3), Who 1 (3), Who 2 (3) and 2 others with as many.",
        ),
    ],
)
def test_equals_that_are_not_named_are_counted(arms: tuple[int, ...], expected: str) -> None:
    """Where the third and the fourth are as well connected, the words say that there are more."""
    assert expected in alt_text(star(*arms))


def test_of_equal_lines_none_is_the_thickest() -> None:
    """One thickest line is named; of several, how many there are; of all alike, none."""
    graph = star(2, 1)
    assert "All lines are equally thick." in alt_text(graph)
    for number, expected in enumerate(("Who 0 to What: 2. Most", "2. 1 other line is as thick.")):
        graph.add_edge("who 0", f"what 0 {number}", key=f"more {number}")
        assert expected in alt_text(graph)


def test_of_equals_all_or_none_stand_inside() -> None:
    """No hub of the oval is as well connected as one that was left on its rim."""
    graph = build_network()
    spots = arrange(graph, focus="kazakhstan", width=1000, size=9).spots
    inside = {graph.degree(n) for n, spot in spots.items() if not spot.side and not spot.focus}
    outside = {graph.degree(n) for n, spot in spots.items() if spot.side}
    assert inside
    assert min(inside) > max(outside)


def test_a_timeline_brings_its_words() -> None:
    """What draw_timeline says in words goes with the picture; words that are given come first."""
    ax = draw_timeline()
    assert figure(ax).alt == ax.kopjaqty.alt  # type: ignore[attr-defined]
    assert figure(draw_timeline()).caption == ax.kopjaqty.caption  # type: ignore[attr-defined]
    assert figure(draw_timeline(), alt="Years", caption="").caption == ""


DRAWINGS: dict[str, Callable[[], Axes]] = {
    "oval": lambda: draw_network(build_network(predicates="closed")),
    "columns": lambda: draw_network(build_network(of="positions", documents="omarov_2025")),
    "tree": lambda: draw_network(hierarchy("unga")),
    "timeline": lambda: draw_timeline(since="1991", until="1993"),
    "life cycles": draw_life_cycles,
}


def test_every_drawing_is_tried() -> None:
    """Each `draw_…` function that kopjaqty offers is among the drawings of these tests."""
    drawn = {each.__name__ for each in DRAWINGS.values()}
    drawn |= {name for each in DRAWINGS.values() for name in each.__code__.co_names}
    assert {name for name in kopjaqty.__all__ if name.startswith("draw_")} <= drawn


@pytest.mark.parametrize("kind", DRAWINGS)
def test_every_drawing_carries_its_words(kind: str) -> None:
    """Axes carry one thing of ours, frozen; caption, alt text and figure say what it says."""
    ax = DRAWINGS[kind]()
    assert [name for name in vars(ax) if "kopjaqty" in name] == ["kopjaqty"]
    picture = ax.kopjaqty  # type: ignore[attr-defined]
    assert picture.kind == kind
    assert len(picture.shows) > 0
    assert (caption(ax), alt_text(ax)) == (picture.caption, picture.alt)
    shown = figure(ax)
    assert (shown.caption, shown.alt) == (picture.caption, picture.alt)
    assert all(len(words) > 40 for words in (picture.caption, picture.alt))
    with pytest.raises(FrozenInstanceError):
        picture.kind = "other"


@pytest.mark.parametrize("kind", DRAWINGS)
def test_the_language_of_the_words(kind: str) -> None:
    """A network speaks the language in use when it is asked, others that in use when drawn."""
    ax = DRAWINGS[kind]()
    english = caption(ax)
    with speaking("kk"):
        asked = caption(ax)
    assert (asked != english) == (kind in ("oval", "columns", "tree"))


@pytest.mark.parametrize("words", [caption, alt_text])
@pytest.mark.parametrize(
    "other", [None, Canvas().add_subplot(), Canvas(), Figure(b"", "alt"), "x", 3]
)
def test_what_is_no_drawing_is_told(words: Callable[[Any], str], other: object) -> None:
    """Plain Axes, a Figure, None are answered by what was given and what was expected."""
    with pytest.raises(ArgumentError, match="`drawn` has to be what a `draw_…` function gave"):
        words(other)
