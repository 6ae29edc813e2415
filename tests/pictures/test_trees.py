"""The chart of a hierarchy: every part is there once, below its whole, and nothing is covered."""

import pytest
from matplotlib.figure import Figure as Canvas

from each_language import EACH_LANGUAGE
from extents import covered
from kopjaqty.drawings import draw_network
from kopjaqty.drawings.sheet import legend_items
from kopjaqty.drawings.trees import arrange_tree
from kopjaqty.language import speaking
from kopjaqty.networks import hierarchy
from kopjaqty.style import alt_text, caption, figure


@pytest.mark.parametrize("code", EACH_LANGUAGE)
@pytest.mark.parametrize("root", ["un", "kazakhstan"])
@pytest.mark.parametrize("size", ["hall", "wide", "phone"])
def test_no_name_is_covered(size: str, root: str, code: str) -> None:
    """No name meets another, a mark that is not its own, or the edge of the sheet."""
    with speaking(code):
        if size != "hall":
            width, font = {"wide": (12, 9), "phone": (3.9, 8)}[size]
            ax = draw_network(hierarchy(root), width=width, size=font)
        else:
            ax = draw_network(hierarchy(root), ax=Canvas(figsize=(12, 8)).add_axes((0, 0, 1, 1)))
        assert covered(ax) == []
        figure(ax)


def test_every_branch_is_drawn() -> None:
    """Each part has a mark and a name, and each branch a line with its relation's id."""
    tree = hierarchy("un")
    ax = draw_network(tree)
    assert {mark.get_gid() for mark in ax.collections} >= set(tree) - {"un"}
    assert {text.get_gid() for text in ax.texts} >= {f"name-{node}" for node in tree}
    ids = {patch.get_gid() for patch in ax.patches}
    assert ids >= {e["relation_id"] or f"{u}>{v}" for u, v, e in tree.edges(data=True)}
    figure(ax)


def test_parts_stand_below_and_to_the_right() -> None:
    """A part stands below its whole, and further in."""
    tree = hierarchy("un")
    layout = arrange_tree(tree, width=864, size=9)
    for whole, part in tree.edges():
        assert layout.spots[part].y < layout.spots[whole].y
        assert whole == "un" or layout.spots[part].x > layout.spots[whole].x


def test_background_is_hollow() -> None:
    """A mark is hollow where no document states the branch, and the legend explains it."""
    tree = hierarchy("un")
    layout = arrange_tree(tree, width=864, size=9)
    hollow = {node for node, spot in layout.spots.items() if spot.hollow}
    assert hollow == {v for _u, v, e in tree.edges(data=True) if e["basis"] == "background"}
    assert "hollow" in dict(legend_items(tree, "tree"))
    assert f"hollow one ({len(hollow)})" in caption(tree)


def test_the_legend_fits_what_is_shown() -> None:
    """Where every branch is stated, nothing is said of background."""
    tree = hierarchy("unaoc")
    assert dict(legend_items(tree, "tree")).keys() == {"even"}
    assert "hollow" not in caption(tree)


def test_a_root_alone() -> None:
    """What has no parts is drawn alone, and the words say so."""
    tree = hierarchy("ctbt")
    assert "stands alone" in alt_text(tree)
    figure(draw_network(tree))


def test_words_count_the_levels() -> None:
    """The alternative text has the number of parts on each level."""
    tree = hierarchy("un")
    depths = [row["depth"] for _node, row in tree.nodes(data=True)]
    levels = ", ".join(str(depths.count(n)) for n in range(1, max(depths) + 1))
    assert f"below it, by level: {levels}." in alt_text(tree)
