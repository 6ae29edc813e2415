"""One row is one edge, whatever the network is built of, and it points at its passages."""

from pathlib import Path

import pytest

from kopjaqty.errors import UnknownName
from kopjaqty.networks import build_network
from kopjaqty.networks.edges import short_names
from kopjaqty.tables import load
from small_networks import make_small
from tiny import ROWS, A, make_package

TABLES = {"participation": "participants", "positions": "positions", "mentions": "mentions"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small invented collection."""
    return make_small(tmp_path_factory.mktemp("small") / "data")


@pytest.mark.parametrize("of", TABLES)
def test_a_row_is_an_edge(of: str) -> None:
    """Each row of the table is one edge; all lead from one side to the other."""
    graph = build_network(of=of)
    assert graph.number_of_edges() == len(load(TABLES[of]))
    for u, v in graph.edges():
        assert (graph.nodes[u]["bipartite"], graph.nodes[v]["bipartite"]) == (0, 1)
    assert all(edge["evidence"] and edge["documents"] for *_ends, edge in graph.edges(data=True))


@pytest.mark.parametrize("of", ["participation", "positions"])
def test_evidence_is_that_of_the_table(of: str) -> None:
    """An edge's evidence is what the table of evidence has for its key."""
    evidence = load("evidence")
    stated = evidence[evidence["table"] == TABLES[of]].groupby("record_id")["evidence_id"]
    evidence_of = {
        key: e["evidence"] for *_, key, e in build_network(of=of).edges(keys=True, data=True)
    }
    assert evidence_of == stated.apply(tuple).to_dict()


def test_a_role_has_the_date_and_status_of_its_event(small: Path) -> None:
    """Taking part is dated by the event, and as certain as the event is."""
    graph = build_network(of="participation", data=small)
    edge = graph.edges["speaker", "event:return", "return|speaker|guest"]
    assert (edge["predicate"], edge["status"], edge["date"]) == ("guest", "planned", "2030")
    assert edge["label_en"] == "Label of guest"
    assert graph.nodes["event:return"]["type"] == "summit"


def test_a_position_says_its_claim(small: Path) -> None:
    """The label of a position is the claim; its topic is the predicate and the object."""
    graph = build_network(of="positions", data=small)
    edge = graph.edges["speaker", "topic:peace", "p002"]
    assert (edge["predicate"], edge["label"]) == ("peace", "Second claim")
    assert edge["label_kk"] == "Екінші пікір"


def test_a_position_is_dated_by_its_document(small: Path) -> None:
    """An author speaks on the document's day; whom it quotes has spoken then or earlier."""
    graph = build_network(of="positions", data=small)
    dates = {key: edge["date"] for *_ends, key, edge in graph.edges(keys=True, data=True)}
    assert dates["p002"] == "2025-09-23"
    assert dates["p004"] == "[..2025-09-23]"


@pytest.mark.parametrize(
    ("speaker", "interview", "speech", "expected"),
    [
        ("kazakhstan", "2025-09-23", "2024-05", "[..2024-05-31]"),  # the earlier, its last day
        ("kazakhstan", "2024-05", "2025-09-23", "[..2024-05-31]"),
        ("kazakhstan", "", "2025-09-23", "[..2025-09-23]"),
        ("kazakhstan", "", "", ""),
        ("speaker", "2025-09-23", "2024-05", "2025-09-23"),  # the speaker's own, though later
        ("speaker", "", "2024-05", "[..2024-05-31]"),
    ],
)
def test_a_claim_of_two_documents_is_dated(
    tmp_path: Path, speaker: str, interview: str, speech: str, expected: str
) -> None:
    """By the speaker's own document if it is dated, else on or before the earliest one's day."""
    documents = [
        row.replace("2025-09-23,explicit", f"{day},{'explicit' if day else 'undated'}")
        for row, day in zip(ROWS["documents"], (interview, speech), strict=True)
    ]
    stated = [
        f"e{n:04},positions,p001,{document},5,19,{A},"
        for n, document in ((101, "interview"), (102, "speech"))
    ]
    others = [row for row in ROWS["evidence"] if ",positions," not in row]
    rows = {
        "documents": documents,
        "positions": [f"p001,{speaker},peace,Claim,Пікір,Мнение"],
        "evidence": [*others, *stated],
    }
    graph = build_network(of="positions", data=make_package(tmp_path / "data", rows))
    assert graph.edges[speaker, "topic:peace", "p001"]["date"] == expected


def test_an_acronym_comes_before_another_short_form() -> None:
    """Of the standard short forms in each language the acronym is chosen, else the first."""
    rows = [
        {"entity_id": "un", "language": code, "name": name, "type": kind, "standard": standard}
        for code, name, kind, standard in (
            ("en", "United Nations", "short", "true"),
            ("en", "U.N.", "acronym", "false"),
            ("en", "UN", "acronym", "true"),
            ("kk", "Ұйым", "short", "true"),
            ("kk", "Біздің ұйым", "short", "true"),
            ("ru", "Организация", "full", "true"),
        )
    ]
    assert short_names(rows) == {("un", "en"): "UN", ("un", "kk"): "Ұйым"}


def test_a_mention_is_its_own_evidence(small: Path) -> None:
    """A mention points at itself: document, start and end; two mentions are two edges."""
    graph = build_network(of="mentions", data=small)
    assert list(graph.edges(keys=True)) == [
        ("document:interview", "league", "interview|0|4"),
        ("document:speech", "league", "speech|0|4"),
        ("document:speech", "council", "speech|5|9"),
    ]
    edge = graph.edges["document:speech", "council", "speech|5|9"]
    assert edge["evidence"] == ("speech|5|9",)
    assert edge["predicate"] == "nominal"


@pytest.mark.parametrize(
    ("of", "options", "expected"),
    [
        ("participation", {"predicates": "host"}, {"meeting|kazakhstan|host"}),
        (
            "participation",
            {"status": "planned"},
            {"return|kazakhstan|guest", "return|namibia|guest", "return|speaker|guest"},
        ),
        (
            "participation",
            {"kinds": "country"},
            {
                "meeting|kazakhstan|host",
                "meeting|namibia|guest",
                "return|kazakhstan|guest",
                "return|namibia|guest",
            },
        ),
        ("participation", {"at": "2016"}, {"meeting|kazakhstan|host", "meeting|namibia|guest"}),
        ("positions", {"documents": "interview"}, {"p002", "p004"}),
        ("positions", {"predicates": "peace", "kinds": "person"}, {"p002", "p003"}),
        ("positions", {"at": "2025"}, {"p002"}),
        ("positions", {"at": "2025", "mode": "permissive"}, {"p001", "p002", "p003", "p004"}),
        ("mentions", {"predicates": "nominal"}, {"speech|5|9"}),
        ("mentions", {"documents": "speech", "kinds": "organ"}, {"speech|5|9"}),
    ],
)
def test_slices(small: Path, of: str, options: dict[str, str], expected: set[str]) -> None:
    """Slices by document, kind, role, topic, form, status and time keep what they say."""
    graph = build_network(of=of, data=small, **options)  # type: ignore[arg-type]
    assert {key for *_ends, key in graph.edges(keys=True)} == expected
    assert set(graph) == {node for edge in graph.edges() for node in edge}


def test_undated_rows_are_counted(small: Path) -> None:
    """A slice by time says how many rows have no date; without one, nothing is said."""
    strict = build_network(data=small, at="1996")
    assert {name: strict.graph[name] for name in ("at", "mode", "undated")} == {
        "at": "1996",
        "mode": "strict",
        "undated": 1,
    }
    assert "undated" not in build_network(data=small).graph


def test_unknown_network() -> None:
    """A network that is not there is an error that names the nearest."""
    with pytest.raises(UnknownName, match="positions"):
        build_network(of="position")


def test_answers_do_not_share(small: Path) -> None:
    """What is changed in one network is not in the next."""
    graph = build_network(data=small)
    graph.nodes["league"]["name"] = "changed"
    graph.edges["kazakhstan", "league", "r0001"]["label"] = "changed"
    again = build_network(data=small)
    assert again.nodes["league"]["name"] == "League, The"
    assert again.edges["kazakhstan", "league", "r0001"]["label"] == "Label of member_of"


def test_an_edge_names_what_makes_it_doubtful() -> None:
    """Discrepancies about value, credit, date or identity are on the edge; about names, none."""
    concerns = load("concerns")
    doubting = concerns[~concerns["effect"].isin(["name", "spelling"])]
    for of, table in (("relations", "relations"), ("participation", "participants")):
        own = doubting[doubting["table"] == table].groupby("record_id")["discrepancy_id"]
        expected = own.apply(lambda names: tuple(dict.fromkeys(names))).to_dict()
        edges = build_network(of=of).edges(keys=True, data=True)
        assert {key: e["doubts"] for *_, key, e in edges if e["doubts"]} == expected


def test_an_entity_has_the_codes_of_other_data_sets() -> None:
    """Wikidata, ISO, M49 and Correlates of War: those of the table, "" where there is none."""
    graph = build_network()
    assert graph.nodes["kazakhstan"]["iso3166"] == "KZ"
    codes = ("wikidata", "iso3166", "m49", "cow")
    for row in load("entities").astype(object).fillna("").to_dict("records"):
        if row["entity_id"] in graph:
            node = graph.nodes[row["entity_id"]]
            assert [node[code] for code in codes] == [str(row[code]) for code in codes]
