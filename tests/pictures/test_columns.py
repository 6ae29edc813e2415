"""Two columns: every row and every tie is there, and nothing covers a name."""

import networkx as nx
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas

from each_language import EACH_LANGUAGE
from extents import covered
from kopjaqty.drawings import draw_network
from kopjaqty.drawings.columns import arrange_columns
from kopjaqty.drawings.curves import outline
from kopjaqty.language import speaking
from kopjaqty.networks import aggregate, build_network
from kopjaqty.style import alt_text, caption, figure

BUILT = {
    "positions": lambda: build_network(of="positions"),
    "roles": lambda: build_network(of="participation"),
    "one document": lambda: build_network(of="participation", documents="geneva_2026"),
    "counted": lambda: aggregate(build_network()),
}


def sheet(graph: nx.MultiDiGraph, size: str) -> Axes:
    """Draw at a size that the lessons use."""
    if size != "hall":
        width, font = {"wide": (9, 9), "phone": (3.9, 8)}[size]
        return draw_network(graph, width=width, size=font)
    return draw_network(graph, ax=Canvas(figsize=(12, 8)).add_axes((0, 0, 1, 1)))


@pytest.mark.parametrize("code", EACH_LANGUAGE)
@pytest.mark.parametrize("size", ["hall", "wide", "phone"])
@pytest.mark.parametrize("name", BUILT)
def test_no_name_is_covered(name: str, size: str, code: str) -> None:
    """No name meets another, a mark that is not its own, or the edge of the sheet."""
    with speaking(code):
        ax = sheet(BUILT[name](), size)
        assert covered(ax) == []
        figure(ax)


def test_each_tie_is_one_line() -> None:
    """All positions of a speaker on a topic are one line, which names them all."""
    graph = build_network(of="positions")
    ax = draw_network(graph)
    lines = [str(patch.get_gid()).split() for patch in ax.patches if patch.get_gid()]
    assert len(lines) == len({(u, v) for u, v in graph.edges()})
    assert sorted(key for keys in lines for key in keys) == sorted(
        key for *_ends, key in graph.edges(keys=True)
    )
    figure(ax)


def test_names_have_their_numbers() -> None:
    """The number in brackets is the number of a node's rows."""
    graph = build_network(of="positions")
    layout = arrange_columns(graph, width=700, size=9)
    for node in graph:
        assert layout.nodes[node].label.endswith(f"({graph.degree(node)})")


def test_more_is_thicker_and_lines_have_a_direction() -> None:
    """A line's thickness grows with what it stands for; it is thinner where it ends."""
    graph = build_network(of="positions")
    layout = arrange_columns(graph, width=700, size=9)
    widths = [(graph.number_of_edges(c.subject, c.object), c.thick) for c in layout.curves]
    assert sorted(widths, key=lambda pair: pair[0]) == sorted(widths, key=lambda pair: pair[1])
    assert all(curve.thin < curve.thick for curve in layout.curves)
    assert {layout.nodes[c.subject].side for c in layout.curves} == {-1}


def test_planned_is_dashed_where_all_is_planned() -> None:
    """The line to an event that lies ahead is in dashes."""
    graph = build_network(of="participation", status="planned")
    layout = arrange_columns(graph, width=700, size=9)
    for curve in layout.curves:
        assert sum(command == "M" for command, _points in outline(curve, 9)) > 1
    assert "Dashed" in caption(graph)


def test_words_say_what_is_drawn() -> None:
    """Caption and alternative text have the numbers of both sides, and the thickest line."""
    graph = build_network(of="positions")
    topics = sum(row["kind"] == "matter" for _node, row in graph.nodes(data=True))
    for text in (caption(graph), alt_text(graph)):
        assert f"{len(graph) - topics} entities, {topics} topics" in text
        assert f"{graph.number_of_edges()} positions between them" in text
    most = max(graph.number_of_edges(u, v) for u, v in set(graph.edges()))
    assert f": {most}." in alt_text(graph)


def test_a_slice_in_time_says_what_is_left_out() -> None:
    """The caption of a slice has its date, and what became of rows without one."""
    strict = build_network(at="2024")
    assert f"certainly held at 2024; {strict.graph['undated']} without a date" in caption(strict)
    loose = build_network(at="2024", mode="permissive")
    assert "possibly held at 2024" in caption(loose)
    assert loose.number_of_edges() - strict.number_of_edges() >= strict.graph["undated"]
