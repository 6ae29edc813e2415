"""A hierarchy is a tree, and says on what each branch rests."""

from pathlib import Path

import networkx as nx
import pytest

from kopjaqty.errors import UnknownName
from kopjaqty.networks import hierarchy
from kopjaqty.tables import load
from small_networks import make_small
from tiny import A, make_package


@pytest.mark.parametrize("root", ["un", "kazakhstan", "central_asia", "npt"])
def test_it_is_a_tree(root: str) -> None:
    """Each part has one whole, and all hang on the root."""
    tree = hierarchy(root)
    assert nx.is_arborescence(tree) or len(tree) == 1
    assert tree.in_degree(root) == 0
    depths = nx.single_source_shortest_path_length(tree, root)
    assert {n: row["depth"] for n, row in tree.nodes(data=True)} == depths


def test_branches_are_in_the_tables() -> None:
    """An evidenced branch is a relation with passages; any other is a parent_id without."""
    relations = load("relations").set_index("relation_id")
    parents = load("entities").set_index("entity_id")["parent_id"]
    seen = set()
    for whole, part, edge in hierarchy("un").edges(data=True):
        seen.add(edge["basis"])
        if edge["basis"] == "evidenced":
            row = relations.loc[edge["relation_id"]]
            assert (row["subject_id"], row["object_id"]) == (part, whole)
            assert edge["evidence"]
        else:
            assert parents[part] == whole
            assert (edge["relation_id"], edge["evidence"], edge["documents"]) == ("", (), ())
    assert seen == {"evidenced", "background"}


def test_stated_and_background(tmp_path: Path) -> None:
    """What a document says comes before the column parent_id, which stands in for it."""
    tree = hierarchy("league", data=make_small(tmp_path / "data"))
    assert tree.edges["league", "council"]["basis"] == "evidenced"
    assert tree.edges["league", "council"]["status"] == "planned"
    assert tree.edges["council", "office"]["basis"] == "background"
    assert tree.nodes["office"]["depth"] == 2


def test_a_second_whole_is_told(tmp_path: Path) -> None:
    """A tree has room for one whole of each part; the relation to another is named."""
    rows = {
        "relations": [
            "r0001,council,organ_of,league,,stated,",
            "r0002,council,organ_of,council,,stated,",
        ],
        "evidence": [
            f"e0001,relations,r0001,speech,5,19,{A},speaker",
            f"e0002,relations,r0002,speech,5,19,{A},speaker",
        ],
    }
    folder = make_package(tmp_path / "data", rows)
    tree = hierarchy("league", data=folder)
    assert list(tree.edges) == [("league", "council")]
    assert tree.graph["others"] == ("r0002",)


def test_unknown_root() -> None:
    """A root that is not there is an error that names the nearest."""
    with pytest.raises(UnknownName, match="unga"):
        hierarchy("ungaa")
