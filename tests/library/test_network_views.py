"""Projections, counts by kind, and what is left without a document, checked by hand."""

from collections import Counter
from pathlib import Path

import pytest

from kopjaqty.errors import KopjaqtyError, UnknownName
from kopjaqty.networks import aggregate, build_network, leave_one_out, project
from kopjaqty.tables import load
from small_networks import make_small


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small invented collection."""
    return make_small(tmp_path_factory.mktemp("small") / "data")


def test_projection_counts_what_is_shared(small: Path) -> None:
    """Two took part in two events; the tie keeps the events, the rows and the passages."""
    met = project(build_network(of="participation", data=small), "entities")
    tie = met.edges["kazakhstan", "namibia"]
    assert (tie["weight"], tie["shared"]) == (2, ("event:meeting", "event:return"))
    assert tie["edges"] == (
        "meeting|kazakhstan|host",
        "meeting|namibia|guest",
        "return|kazakhstan|guest",
        "return|namibia|guest",
    )
    states = load("evidence", data=small).set_index("record_id")["evidence_id"]
    assert tie["evidence"] == tuple(states[key] for key in tie["edges"])
    assert met.edges["namibia", "speaker"]["weight"] == 1
    assert met.graph["documents"] == ("speech",)
    assert not met.is_directed()


def test_newman_weights(small: Path) -> None:
    """A meeting of two counts 1, one of three a half."""
    met = project(build_network(of="participation", data=small), "entities", weight="newman")
    assert met.edges["kazakhstan", "namibia"]["weight"] == 1.5
    assert met.edges["kazakhstan", "speaker"]["weight"] == 0.5


def test_a_topic_counts_once(small: Path) -> None:
    """Three positions of two speakers on one topic are one topic shared, and three rows."""
    tie = project(build_network(of="positions", data=small), "entities").edges[
        "kazakhstan", "speaker"
    ]
    assert (tie["weight"], tie["edges"]) == (1, ("p001", "p002", "p003"))
    assert tie["documents"] == ("speech", "interview")


def test_projection_onto_the_other_side(small: Path) -> None:
    """Two events share three; a document and another share what both mention."""
    events = project(build_network(of="participation", data=small), "events")
    assert events.edges["event:meeting", "event:return"]["weight"] == 2
    documents = project(build_network(of="mentions", data=small), "documents")
    assert documents.edges["document:interview", "document:speech"]["shared"] == ("league",)


def test_what_cannot_be_projected(small: Path) -> None:
    """A network of relations has no sides; an unknown side or weight names the nearest."""
    with pytest.raises(KopjaqtyError, match="bipartite"):
        project(build_network(data=small), "entities")
    roles = build_network(of="participation", data=small)
    with pytest.raises(UnknownName, match="events"):
        project(roles, "event")
    with pytest.raises(UnknownName, match="shared"):
        project(roles, "events", weight="share")


def test_aggregate_loses_no_edge() -> None:
    """Counted by kind, the weights add up to the number of edges, and each node is a member."""
    for of in ("relations", "participation", "positions"):
        graph = build_network(of=of)
        counted = aggregate(graph)
        edges = [edge for *_ends, edge in counted.edges(data=True)]
        assert sum(edge["weight"] for edge in edges) == graph.number_of_edges()
        assert Counter(key for edge in edges for key in edge["edges"]) == Counter(
            key for *_ends, key in graph.edges(keys=True)
        )
        members = [m for _n, row in counted.nodes(data=True) for m in row.get("members", ())]
        assert Counter(members) == Counter(graph)
        ends = {key: (u, v) for u, v, key in graph.edges(keys=True)}
        home = {m: n for n, row in counted.nodes(data=True) for m in row["members"]}
        for *classes, edge in counted.edges(data=True):
            assert {tuple(home[end] for end in ends[key]) for key in edge["edges"]} == {
                tuple(classes)
            }
        assert counted.graph["aggregated"] == (len(graph), graph.number_of_edges())


def test_aggregate_keeps_what_is_common(small: Path) -> None:
    """A status is kept where all edges have it; events are counted by their type."""
    counted = aggregate(build_network(of="participation", data=small, status="planned"))
    assert counted.edges["places", "type:summit", "places>type:summit"]["status"] == "planned"
    counted = aggregate(build_network(of="participation", data=small))
    edge = counted.edges["places", "type:summit", "places>type:summit"]
    assert (edge["weight"], edge["status"]) == (4, "stated")


def test_leave_one_out(small: Path) -> None:
    """Without the speech one relation is gone, without the interview another: of the same shape."""
    table = leave_one_out(build_network(data=small))
    numbers = [
        ("nodes", 4, 3),
        ("edges", 3, 2),
        ("components", 1, 1),
        ("density", 3 / 12, 2 / 6),
        ("highest_degree", 3, 2),
    ]
    assert list(table.itertuples(index=False, name=None)) == [
        (document, name, every, without, pytest.approx(without - every))
        for document in ("interview", "speech")
        for name, every, without in numbers
    ]


def test_leave_one_out_with_own_numbers(small: Path) -> None:
    """Own numbers are taken; one that is no longer there is missing, not zero."""
    table = leave_one_out(
        build_network(data=small),
        lambda graph: {"council": graph.degree("council") if "council" in graph else None},
    ).set_index("left_out")
    assert table.loc["interview", "without"] == 1
    assert table["without"].isna().to_dict() == {"interview": False, "speech": True}
    assert table["change"].dtype == "Float64"


def test_leave_one_out_leaves_the_network_alone(small: Path) -> None:
    """The network that is given is not changed."""
    graph = build_network(data=small)
    before = {key: edge["documents"] for *_ends, key, edge in graph.edges(keys=True, data=True)}
    leave_one_out(graph)
    assert before == {k: e["documents"] for *_, k, e in graph.edges(keys=True, data=True)}


def test_nothing_to_leave_out() -> None:
    """A network of no documents gives an empty table with the same columns."""
    table = leave_one_out(build_network(documents=[]))
    assert table.empty
    assert list(table) == ["left_out", "number", "all", "without", "change"]
