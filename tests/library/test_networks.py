"""The network says what the tables say: no more, no less, always in the same order."""

import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from kopjaqty.errors import DateError, UnknownName
from kopjaqty.language import use_language
from kopjaqty.networks import build_network, ego_network
from kopjaqty.tables import load
from tiny import ROWS, make_package

RELATIONS = [
    "r0001,kazakhstan,member_of,league,1992-03-02/..,stated,",
    "r0002,council,organ_of,league,,planned,",
    "r0003,namibia,member_of,league,1995/1999,stated,",
]
EVIDENCE = [
    *(row for row in ROWS["evidence"] if ",relations," not in row),
    f"e0101,relations,r0001,interview,5,19,{'a' * 16},",
    f"e0102,relations,r0001,speech,5,19,{'a' * 16},speaker",
    f"e0103,relations,r0002,speech,5,19,{'a' * 16},speaker",
    f"e0104,relations,r0003,interview,5,19,{'a' * 16},",
]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Three relations: open, undated and of an interval."""
    return make_package(tmp_path / "data", {"relations": RELATIONS, "evidence": EVIDENCE})


def keys(graph: nx.MultiDiGraph) -> list[str]:
    """Give the relations of a network."""
    return [key for *_ends, key in graph.edges(keys=True)]


@pytest.fixture(scope="module")
def whole() -> nx.MultiDiGraph:
    """The network of all relations."""
    return build_network()


def test_every_relation_is_an_edge(whole: nx.MultiDiGraph) -> None:
    """Each relation is one edge from subject to object, with its predicate, date and status."""
    for row in load("relations").fillna({"date": ""}).to_dict("records"):
        edge = whole.edges[row["subject_id"], row["object_id"], row["relation_id"]]
        for column in ("predicate", "date", "status"):
            assert edge[column] == row[column]
    assert whole.number_of_edges() == len(load("relations"))


def test_every_edge_names_its_evidence(whole: nx.MultiDiGraph) -> None:
    """An edge's evidence is what the table of evidence has for that relation, in that order."""
    evidence = load("evidence")
    stated = evidence[evidence["table"] == "relations"].groupby("record_id")["evidence_id"]
    assert {
        key: edge["evidence"] for *_, key, edge in whole.edges(keys=True, data=True)
    } == stated.apply(tuple).to_dict()


def test_order_is_that_of_the_tables(whole: nx.MultiDiGraph) -> None:
    """Nodes come as their rows do; a node's edges too, those to the same object together."""
    entities = load("entities")["entity_id"]
    assert list(whole) == [i for i in entities if i in whole]
    relations = load("relations")
    for subject, rows in relations.groupby("subject_id", sort=False):
        by_object = rows.groupby("object_id", sort=False)["relation_id"]
        expected = [(v, key) for v, of_object in by_object for key in of_object]
        assert [(v, key) for _u, v, key in whole.out_edges(subject, keys=True)] == expected


def test_order_does_not_depend_on_hashes() -> None:
    """Two processes with other string hashes give the same ego network in the same order."""
    code = (
        "from kopjaqty.networks import build_network, ego_network;"
        "ego = ego_network(build_network(), 'unga');"
        "print(list(ego), list(ego.edges(keys=True)))"
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


def test_names_in_the_current_language() -> None:
    """`name` and `label` follow the language in use; the three languages are there besides."""
    use_language("kk")
    try:
        graph = build_network(predicates="member_of")
    finally:
        use_language("en")
    assert graph.nodes["un"]["name"] == graph.nodes["un"]["name_kk"] == "Біріккен Ұлттар Ұйымы"
    edge = graph.edges["kazakhstan", "un", "r0001"]
    assert edge["label"] == edge["label_kk"] != edge["label_en"]


def test_short_names_are_for_long_ones(whole: nx.MultiDiGraph) -> None:
    """A short form stands in only for a name of more than thirty characters."""
    assert whole.nodes["un"]["short_en"] == "United Nations"
    assert whole.nodes["minurso"]["short_en"] == "MINURSO"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["r0001", "r0002", "r0003"]),
        ({"documents": "speech"}, ["r0001", "r0002"]),
        ({"documents": ["speech", "interview"]}, ["r0001", "r0002", "r0003"]),
        ({"documents": []}, []),
        ({"kinds": ("country", "organization")}, ["r0001", "r0003"]),
        ({"kinds": "country"}, []),
        ({"predicates": "organ_of"}, ["r0002"]),
        ({"status": "planned"}, ["r0002"]),
        ({"at": "1997"}, ["r0003"]),  # an open end is not certain
        ({"at": "1997", "mode": "permissive"}, ["r0001", "r0002", "r0003"]),
        ({"at": "1990", "mode": "permissive"}, ["r0002"]),  # undated: possibly, always
        ({"at": "1990"}, []),
    ],
)
def test_filters(tiny: Path, options: dict[str, str], expected: list[str]) -> None:
    """Each filter keeps the relations that its description says, and their ends alone."""
    graph = build_network(data=tiny, **options)  # type: ignore[arg-type]
    assert sorted(keys(graph)) == expected  # of several subjects, in the order of entities
    assert {node for edge in graph.edges() for node in edge} == set(graph)


def test_documents_narrow_the_evidence(tiny: Path) -> None:
    """An edge of chosen documents points at passages of these documents alone."""
    edge = build_network(data=tiny, documents="speech").edges["kazakhstan", "league", "r0001"]
    assert (edge["documents"], edge["evidence"]) == (("speech",), ("e0102",))


def test_graph_names_the_documents_that_state_it(tiny: Path) -> None:
    """`graph.graph` lists the documents that state a relation of the network, and no others."""
    assert build_network(data=tiny).graph["documents"] == ("interview", "speech")
    assert build_network(data=tiny, predicates="organ_of").graph["documents"] == ("speech",)


def test_isolates_are_kept_on_demand(tiny: Path) -> None:
    """An entity without a relation is left out, unless asked for."""
    assert "day" not in build_network(data=tiny)
    assert "day" in build_network(data=tiny, isolates=True)
    assert list(build_network(data=tiny, isolates=True, kinds="person")) == ["speaker"]


@pytest.mark.parametrize(
    ("options", "nearest"),
    [
        ({"documents": "omarov_2024"}, "omarov_2025"),
        ({"kinds": "organisation"}, "organization"),
        ({"predicates": ["member_off"]}, "member_of"),
        ({"status": "plan"}, "planned"),
        ({"mode": "strickt"}, "strict"),
    ],
)
def test_unknown_choices(options: dict[str, str], nearest: str) -> None:
    """A name that is not there is an error that says which is nearest."""
    with pytest.raises(UnknownName) as caught:
        build_network(**options)  # type: ignore[arg-type]
    assert caught.value.problems[0].nearest == nearest


def test_a_date_that_is_none() -> None:
    """A wrong date is an error even where no relation is left to compare it with."""
    with pytest.raises(DateError):
        build_network(documents=[], at="March 1992")


def test_ego_network(whole: nx.MultiDiGraph) -> None:
    """An ego network holds the neighbours, whichever the direction, and all ties among them."""
    ego = ego_network(whole, "semey_treaty")
    near = {"semey_treaty", *whole.succ["semey_treaty"], *whole.pred["semey_treaty"]}
    assert set(ego) == near
    assert set(keys(ego)) == {key for u, v, key in whole.edges(keys=True) if {u, v} <= near}
    assert ego.nodes["ca_nwfz"] == whole.nodes["ca_nwfz"]


def test_ego_network_is_a_copy(whole: nx.MultiDiGraph) -> None:
    """What is changed in an ego network leaves the network as it was."""
    ego = ego_network(whole, "semey_treaty", 0)
    ego.nodes["semey_treaty"]["name"] = "changed"
    assert list(ego) == ["semey_treaty"]
    assert whole.nodes["semey_treaty"]["name"] != "changed"


@pytest.mark.parametrize("wrong", ["semey_traty", "Semey treaty"])
def test_ego_of_nobody(whole: nx.MultiDiGraph, wrong: str) -> None:
    """An unknown node is an error that names the nearest id, be it by the name."""
    with pytest.raises(UnknownName, match="network has no such node") as caught:
        ego_network(whole, wrong)
    assert caught.value.problems[0].nearest in ("semey_treaty", "semey_test_site")


def test_an_ego_network_names_only_its_own_documents() -> None:
    """Documents that state nothing of what was cut out are not its sources."""
    ego = ego_network(build_network(), "semey_treaty")
    stating = {document for *_ends, edge in ego.edges(data=True) for document in edge["documents"]}
    assert set(ego.graph["documents"]) == stating
    assert len(stating) < len(build_network().graph["documents"])
