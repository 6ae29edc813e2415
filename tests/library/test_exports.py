"""What is taken elsewhere arrives there: read back by the programs that it is written for."""

from __future__ import annotations

import hashlib
import io
import json
import os
import socket
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import frictionless
import networkx as nx
import numpy as np
import pandas as pd
import pytest
import rdflib
from click.testing import Result
from networkx.readwrite import gexf
from rocrate.rocrate import ROCrate

from cli_runner import make_runner
from invented import TEXTS, make_collection
from kopjaqty import cli
from kopjaqty.corpus.words import span_digest
from kopjaqty.dates import parse_date
from kopjaqty.errors import DataError, KopjaqtyError, UnknownName
from kopjaqty.exports import FORMATS, export
from kopjaqty.exports.data_package import VIEWS
from kopjaqty.language import language
from kopjaqty.named_tables import Tables
from kopjaqty.networks import build_network, ego_network
from kopjaqty.store import TABLES, read_package
from kopjaqty.tables import load
from tiny import ROWS, make_package

KQ = "arcp://name,kopjaqty/"
GEXF = "{http://gexf.net/1.3}"
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
SCHEMA = rdflib.Namespace("https://schema.org/")
LABEL = rdflib.URIRef("http://www.w3.org/2008/05/skos-xl#Label")


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The collection."""
    return load()


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an export of each format, under the name of the format."""
    folder = tmp_path_factory.mktemp("exports")
    for name in FORMATS:
        assert export(name, folder / name) == folder / name
    return folder


@pytest.fixture(scope="module")
def linked(every: Path) -> rdflib.Graph:
    """The linked data, read by rdflib without a network."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something is fetched")

    graph = rdflib.Graph()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", refuse)
        patch.setattr("warnings.warn", lambda *_, **__: None)  # rdflib's, of its own classes
        graph.parse(every / "jsonld", format="json-ld")
    return graph


def run(*arguments: object) -> Result:
    """Run `kopjaqty export` as a user does."""
    return make_runner().invoke(cli.kopjaqty, ["export", *map(str, arguments)])


def read_gexf(path: Path) -> Any:
    """Read by networkx; 3.4 knows no GEXF 1.3, which has what is used here as 1.2 has it."""
    text = path.read_text(encoding="utf-8")
    if "1.3" not in gexf.GEXF.versions:
        text = text.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
    return nx.read_gexf(io.BytesIO(text.encode("utf-8")))


# ---------------------------------------------------------------------------- graphs
def test_graphml_is_the_network(every: Path) -> None:
    """Read back by networkx: each node and edge under its id; lists are joined, gaps left out."""
    graph = build_network()
    back: Any = nx.read_graphml(every / "graphml", force_multigraph=True)
    assert list(back) == list(graph)
    assert set(back.edges(keys=True)) == set(graph.edges(keys=True))
    for u, v, key, edge in graph.edges(keys=True, data=True):
        attributes = back.edges[u, v, key]
        assert attributes["documents"].split() == list(edge["documents"])
        assert attributes["evidence"].split() == list(edge["evidence"])
        assert attributes.get("date", "") == edge["date"]
        assert (attributes["predicate"], attributes["label"]) == (
            edge["predicate"],
            edge["label_en"],
        )
    assert back.nodes["un"]["label"] == "United Nations"
    assert back.nodes["un"]["name_kk"] == graph.nodes["un"]["name_kk"]
    assert back.graph["version"] == read_package().version


def test_gexf_is_the_network(every: Path) -> None:
    """Read back by networkx: each node and edge, and of each date the days that it allows."""
    graph = build_network()
    back: Any = read_gexf(every / "gexf")
    assert list(back) == list(graph)
    assert set(back.edges(keys=True)) == set(graph.edges(keys=True))
    for u, v, key, edge in graph.edges(keys=True, data=True):
        attributes, date = back.edges[u, v, key], parse_date(edge["date"])
        assert attributes.get("start") == (date.earliest and date.earliest.isoformat())
        assert attributes.get("end") == (date.latest and date.latest.isoformat())
        assert attributes["label"] == edge["label_en"]
    membership = back.edges["kazakhstan", "un", "r0001"]
    assert (membership["start"], membership.get("end")) == ("1992-03-02", "2025-09-22")


def test_gexf_is_as_gephi_expects(every: Path) -> None:
    """Elements, their order, declared attributes, unique ids, kinds and days fit GEXF 1.3."""
    root = ET.parse(every / "gexf").getroot()
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.3")
    assert [child.tag for child in root] == [f"{GEXF}meta", f"{GEXF}graph"]
    graph = root[1]
    assert [child.tag.removeprefix(GEXF) for child in graph] == [
        "attributes",
        "attributes",
        "nodes",
        "edges",
    ]
    assert graph.attrib == {
        "defaultedgetype": "directed",
        "idtype": "string",
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "interval",
    }
    for attributes, elements in ((graph[0], graph[2]), (graph[1], graph[3])):
        declared = {attribute.get("id"): attribute.get("type") for attribute in attributes}
        assert set(declared.values()) == {"string"}
        assert not {"id", "label", "source", "target", "weight"} & set(declared)
        ids = [element.get("id") for element in elements]
        assert len(set(ids)) == len(ids)
        for element in elements:
            assert {value.get("for") for value in element.iter(f"{GEXF}attvalue")} <= set(declared)
            assert all(value.get("value") for value in element.iter(f"{GEXF}attvalue"))
    nodes = {node.get("id") for node in graph[2]}
    for edge in graph[3]:
        assert {edge.get("source"), edge.get("target")} <= nodes
        assert edge.get("kind")
        days = [pd.Timestamp(day) for name in ("start", "end") if (day := edge.get(name))]
        assert days == sorted(days)


def test_what_is_undated_has_no_lifetime(tmp_path: Path) -> None:
    """A network without dates is not dynamic; a date that recurs or is missing is no lifetime."""
    relations = [
        "r0001,kazakhstan,member_of,league,XXXX-08-29,stated,",
        "r0002,council,organ_of,league,,planned,",
    ]
    data = make_package(tmp_path / "data", {"relations": relations})
    text = export("gexf", tmp_path / "a.gexf", data=data).read_text(encoding="utf-8")
    assert "dynamic" not in text
    assert "start=" not in text
    assert "end=" not in text
    assert 'value="XXXX-08-29"' in text


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_filters_are_those_of_the_network(name: Any, tmp_path: Path) -> None:
    """Filters keep what `build_network` keeps."""
    options: Any = {"predicates": ["member_of", "organ_of"], "at": "2025", "mode": "permissive"}
    path = export(name, tmp_path / "a", **options)
    back = read_gexf(path) if name == "gexf" else nx.read_graphml(path, force_multigraph=True)
    assert set(back.edges()) == set(build_network(**options).edges())


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_a_network_of_ones_own(name: Any, tmp_path: Path) -> None:
    """Numbers that a reader added stay numbers; missing ones stay missing."""
    graph = ego_network(build_network(), "semey_treaty")
    for n, node in enumerate(graph):
        graph.nodes[node]["centrality"] = np.float64(n / 4) if n else float("nan")
        graph.nodes[node]["seen"] = bool(n)
        graph.nodes[node]["mixed"] = n if n else "none"
    path = export(name, tmp_path / "a", graph=graph)
    back = read_gexf(path) if name == "gexf" else nx.read_graphml(path)
    first, second, *_ = list(graph)
    assert "centrality" not in back.nodes[first]
    assert back.nodes[second]["centrality"] == 0.25
    assert back.nodes[second]["seen"] is True
    assert (str(back.nodes[first]["mixed"]), str(back.nodes[second]["mixed"])) == ("none", "1")


def test_edges_of_ones_own_get_ids(tmp_path: Path) -> None:
    """Where keys are networkx's numbers, which begin anew for each pair, ids are still unique."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b"), ("b", "c"), ("a", "b")])
    root = ET.parse(export("gexf", tmp_path / "a.gexf", graph=graph)).getroot()
    assert [edge.get("id") for edge in root.iter(f"{GEXF}edge")] == ["e1", "e2", "e3"]


def test_labels_in_a_language(tmp_path: Path) -> None:
    """Labels are in the language asked for; the language in use is what it was."""
    export("gexf", tmp_path / "a", predicates="member_of", language="kk")
    assert read_gexf(tmp_path / "a").nodes["un"]["label"] == "Біріккен Ұлттар Ұйымы"
    export("csv", tmp_path / "csv", language="ru")
    assert "LibreOffice: откройте" in (tmp_path / "csv" / "README.txt").read_text(encoding="utf-8")
    assert language() == "en"


# ------------------------------------------------------------------------------- CSV
@pytest.mark.parametrize("table", TABLES)
def test_csv_is_the_table(table: str, every: Path, tables: Tables) -> None:
    """Read back by pandas: what `load` gives, cell by cell; the file begins with its mark."""
    path = every / "csv" / f"{table}.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf" + tables[table].columns[0].encode())
    frame = tables[table]
    days = [column for column in frame if frame[column].dtype.kind == "M"]
    back = pd.read_csv(
        path,
        encoding="utf-8-sig",
        keep_default_na=False,
        na_values=[""],
        dtype={c: d for c, d in frame.dtypes.items() if c not in days},
    )
    for column in days:
        back[column] = back[column].astype("str").astype("datetime64[us]")
    pd.testing.assert_frame_equal(back, frame, check_flags=False)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_csv_is_a_data_package(every: Path) -> None:
    """The frictionless framework finds types, keys and hashes as the descriptor has them."""
    report = frictionless.Package(str(every / "csv" / "datapackage.json")).validate()
    assert [task.name for task in report.tasks] == [*TABLES, *VIEWS]
    assert report.flatten(["title", "rowNumber", "fieldName", "note"]) == []


def test_no_cell_is_a_formula(tmp_path: Path, tables: Tables) -> None:
    """A cell that a spreadsheet would compute is refused and named; a sign alone is text."""
    assert "=" in set(tables["quantities"]["comparator"])
    for text in ("=1+1", "@SUM(A1)", "-2+3", "\uff1d1+1"):
        row = f'two_years,between_documents,none,"{text}",Қысқа,Итог,,,,,,,low'
        data = make_package(tmp_path / "data", {"discrepancies": [row]})
        with pytest.raises(DataError) as caught:
            export("csv", tmp_path / "out", data=data)
        (problem,) = caught.value.problems
        assert (problem.file, problem.row) == ("discrepancies.csv", 2)
        assert (problem.column, problem.value) == ("summary_en", text)
        assert not (tmp_path / "out").exists()
        assert export("sqlite", tmp_path / "a.sqlite", data=data, force=True).exists()


# ---------------------------------------------------------------------------- SQLite
@pytest.fixture(scope="module")
def database(every: Path) -> Iterator[sqlite3.Connection]:
    """The database, open."""
    with closing(sqlite3.connect(every / "sqlite")) as connection:
        yield connection


def test_sqlite_keeps_its_keys(database: sqlite3.Connection) -> None:
    """SQLite finds the file whole, every foreign key kept, and every table with a primary key."""
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in read_package().tables.values():
        keys = database.execute(f'PRAGMA foreign_key_list("{table.name}")').fetchall()
        assert {(row[3], row[2], row[4]) for row in keys} == {
            (key.fields[0], key.table, key.reference[0]) for key in table.foreign_keys
        }
        columns = database.execute(f'PRAGMA table_info("{table.name}")').fetchall()
        assert {c[1] for c in columns if c[5]} == set(table.primary_key)


@pytest.mark.parametrize("table", TABLES)
def test_sqlite_is_the_table(table: str, database: sqlite3.Connection, tables: Tables) -> None:
    """Read back by pandas: what `load` gives, a missing cell as NULL, numbers as numbers."""
    frame = tables[table]
    back = pd.read_sql(f'SELECT * FROM "{table}"', database)  # noqa: S608
    assert list(back) == list(frame)
    for column in frame:
        expected = frame[column]
        if expected.dtype.kind == "M":
            expected = expected.dt.strftime("%Y-%m-%d")
        missing = expected.isna()
        assert back[column].isna().equals(missing)
        assert back[column][~missing].tolist() == expected[~missing].tolist()
    kinds = {"integer": "integer", "number": "real", "boolean": "integer", "string": "text"}
    for field in read_package().tables[table].fields:
        query = f'SELECT DISTINCT typeof("{field.name}") FROM "{table}"'  # noqa: S608
        assert {kind for (kind,) in database.execute(query)} <= {kinds[field.type], "null"}


def test_views_say_names(database: sqlite3.Connection, tables: Tables) -> None:
    """A table with ids or terms has a view with as many rows, and names in three languages."""
    views = [n for (n,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert sorted(views) == sorted(f"{name}_named" for name in TABLES if name != "retired")
    for view in views:
        (count,) = database.execute(f'SELECT count(*) FROM "{view}"').fetchone()  # noqa: S608
        assert count == len(tables[view.removesuffix("_named")])
    row = database.execute(
        "SELECT subject_name_kk, predicate_label_en, object_name_ru FROM relations_named "
        "WHERE relation_id = 'r0001'"
    ).fetchone()
    assert row == ("Қазақстан", "member of", "Организация Объединённых Наций")


def test_sqlite_refuses_a_key_that_leads_nowhere(tmp_path: Path) -> None:
    """Though its hash be noted, a table with a dangling key makes no database."""
    rows = ["r0001,kazakhstan,member_of,nobody,,stated", ROWS["relations"][1]]
    data = make_package(tmp_path / "data", {"relations": rows})
    with pytest.raises(DataError, match=r"relations\.csv, line 2: A key leads nowhere"):
        export("sqlite", tmp_path / "a.sqlite", data=data)
    assert not (tmp_path / "a.sqlite").exists()
    twice = make_package(tmp_path / "twice", {"relations": [ROWS["relations"][0]] * 2})
    with pytest.raises(DataError, match="do not make a database: UNIQUE"):
        export("sqlite", tmp_path / "a.sqlite", data=twice)


# ----------------------------------------------------------------------- linked data
def test_linked_relations(linked: rdflib.Graph, tables: Tables) -> None:
    """Found by rdflib: each relation, a statement with subject, predicate, object, sources."""
    rdf = rdflib.RDF
    assert len(set(linked.subjects(rdf.type, rdf.Statement))) == len(tables["relations"])
    evidence = tables["evidence"].query("table == 'relations'")
    sources = evidence.groupby("record_id")["document_id"].apply(set)
    primary = rdflib.URIRef("http://www.w3.org/ns/prov#hadPrimarySource")
    for row in tables["relations"].to_dict("records"):
        node = rdflib.URIRef(f"{KQ}relations/{row['relation_id']}")
        assert str(linked.value(node, rdf.subject)) == f"{KQ}entities/{row['subject_id']}"
        assert str(linked.value(node, rdf.object)) == f"{KQ}entities/{row['object_id']}"
        assert str(linked.value(node, rdf.predicate)).endswith(f"/{row['predicate']}")
        documents = {str(document).rpartition("/")[2] for document in linked.objects(node, primary)}
        assert documents == sources[row["relation_id"]]


def test_linked_names(linked: rdflib.Graph, tables: Tables) -> None:
    """Each entity has its three names, each in its language; each of its other names is a label."""
    for row in tables["entities"].to_dict("records"):
        node = rdflib.URIRef(f"{KQ}entities/{row['entity_id']}")
        names = {
            (name.language, str(name))
            for name in linked.objects(node, SCHEMA.name)
            if isinstance(name, rdflib.Literal)
        }
        assert names == {(code, row[f"name_{code}"]) for code in ("en", "kk", "ru")}
    assert len(set(linked.subjects(rdflib.RDF.type, LABEL))) == len(tables["names"])


def _annotations(linked: rdflib.Graph) -> dict[str, tuple[str, int, int]]:
    """The annotations by id: digest of the text, start, end; a query would take a minute."""

    def follow(node: Any, *path: rdflib.URIRef) -> Any:
        for step in path:
            node = linked.value(node, step, any=False)
        return node.toPython()

    return {
        str(annotation): (
            follow(annotation, OA.hasTarget, OA.hasSource, SCHEMA.sha256),
            follow(annotation, OA.hasTarget, OA.hasSelector, OA.start),
            follow(annotation, OA.hasTarget, OA.hasSelector, OA.end),
        )
        for annotation in linked.subjects(rdflib.RDF.type, OA.Annotation)
        if follow(annotation, OA.hasTarget, OA.hasSelector, rdflib.RDF.type)
        == str(OA.TextPositionSelector)
    }


def test_linked_evidence(linked: rdflib.Graph, tables: Tables) -> None:
    """Each piece of evidence and each mention selects its characters of the text by digest."""
    digests = tables["documents"].set_index("document_id")["sha256"]
    expected = {
        f"{KQ}evidence/{row['evidence_id']}": (
            digests[row["document_id"]],
            row["start"],
            row["end"],
        )
        for row in tables["evidence"].to_dict("records")
    } | {
        f"{KQ}mentions/{row['document_id']}/{row['start']}/{row['end']}": (
            digests[row["document_id"]],
            row["start"],
            row["end"],
        )
        for row in tables["mentions"].to_dict("records")
    }
    assert _annotations(linked) == expected


def test_linked_evidence_finds_its_passage(linked: rdflib.Graph, texts: Path) -> None:
    """With the texts at hand, what an annotation selects has the digest that it notes."""
    bytes_by_digest = {
        hashlib.sha256(content).hexdigest(): content.decode()
        for content in (path.read_bytes() for path in texts.glob("*.txt"))
    }
    digest = rdflib.URIRef(f"{KQ}columns/evidence.digest")
    digests = {
        iri: span_digest(bytes_by_digest[sha][start:end])
        for iri, (sha, start, end) in _annotations(linked).items()
        if "/evidence/" in iri and sha in bytes_by_digest
    }
    assert digests
    assert digests == {iri: str(linked.value(rdflib.URIRef(iri), digest)) for iri in digests}


def test_linked_data_explain_themselves(linked: rdflib.Graph) -> None:
    """Whatever is named in our own words is explained in the file; every value fits its type."""
    own = {p for p in linked.predicates() if str(p).startswith(KQ)}
    own |= {o for o in linked.objects(None, rdflib.RDF.type) if str(o).startswith(KQ)}
    assert len(own) > 20
    assert [name for name in own if not linked.value(name, rdflib.RDFS.comment)] == []
    assert [o for o in linked.objects() if isinstance(o, rdflib.Literal) and o.ill_typed] == []
    bodies = set(linked.objects(None, OA.hasBody))
    assert [body for body in bodies if (body, None, None) not in linked] == []


# -------------------------------------------------------------------------- RO-Crate
def test_a_crate_describes_its_files(every: Path) -> None:
    """The package rocrate reads the folder; each file is described, with size and digest."""
    folder = every / "ro-crate"
    crate = ROCrate(folder)
    assert crate.version == "1.2"
    root = crate.root_dataset
    for required in ("name", "description", "datePublished", "license"):
        assert root[required]
    described = {entity.id for entity in crate.get_entities() if entity.type == "File"}
    assert described == {path.name for path in folder.iterdir()} - {"ro-crate-metadata.json"}
    for name in described:
        content, entity = (folder / name).read_bytes(), crate.get(name)
        assert entity["contentSize"] == str(len(content))
        assert entity["sha256"] == hashlib.sha256(content).hexdigest()
    assert load(data=folder)["relations"].equals(load("relations"))


def test_a_crate_of_the_folder_itself(tmp_path: Path) -> None:
    """Exported into its own folder, a crate adds the metadata and leaves every file as it was."""
    data = make_package(tmp_path / "data")
    before = {path.name: path.stat().st_mtime_ns for path in data.iterdir()}
    export("ro-crate", data, data=data)
    after = {path.name: path.stat().st_mtime_ns for path in data.iterdir()}
    assert after.pop("ro-crate-metadata.json")
    assert after == before


def test_no_text_is_taken_along(tmp_path: Path) -> None:
    """The documents' texts stay where they are, though they lie in the folder of the tables."""
    data = make_collection(tmp_path / "data")
    assert len(list((data / "corpus").iterdir())) == 2
    for name in FORMATS:
        export(name, tmp_path / name, data=data)
    sentence = TEXTS["fair"].split("\n\n")[1].encode()
    files = [path for path in tmp_path.rglob("*") if path.is_file() and data not in path.parents]
    assert len(files) > 30
    assert [path for path in files if sentence in path.read_bytes()] == []
    assert any(sentence in path.read_bytes() for path in data.rglob("*.txt"))


# ------------------------------------------------------------------------- the files
def test_the_same_data_give_the_same_bytes(every: Path, tmp_path: Path) -> None:
    """Another process, hash seed, time zone and locale: no byte is different."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom kopjaqty.exports import FORMATS, export\n"
        "for name in FORMATS: export(name, Path(sys.argv[1], name))\n"
    )
    other = {"PYTHONHASHSEED": "7", "TZ": "Asia/Almaty", "LC_ALL": "C", "PYTHONUTF8": "0"}
    path = os.pathsep.join(p for p in sys.path if p)
    environment = os.environ | other | {"PYTHONPATH": path}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, env=environment)
    files = [path.relative_to(every) for path in every.rglob("*") if path.is_file()]
    assert len(files) == 4 + 2 * (len(TABLES) + 2) + 1 + len(VIEWS)
    assert [f for f in files if (every / f).read_bytes() != (tmp_path / f).read_bytes()] == []


@pytest.mark.parametrize("name", ["csv", "ro-crate"])
def test_a_zip_holds_the_folder(name: Any, every: Path, tmp_path: Path) -> None:
    """A name that ends in .zip gives the same files in one, the same bytes each time."""
    packed = export(name, tmp_path / "a.zip")
    with zipfile.ZipFile(packed) as archive:
        assert archive.testzip() is None
        entries = {entry: archive.read(entry) for entry in archive.namelist()}
        assert {(e.date_time[:3], e.create_system, e.compress_type) for e in archive.filelist} == {
            ((1980, 1, 1), 3, zipfile.ZIP_STORED)
        }
    assert entries == {path.name: path.read_bytes() for path in (every / name).iterdir()}
    assert export(name, tmp_path / "b.zip").read_bytes() == packed.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_a_folder_of_ones_own(name: Any, tmp_path: Path) -> None:
    """A researcher's own tables are exported too, and nothing but them."""
    path = export(name, tmp_path / "new" / "out", data=make_package(tmp_path / "data"))
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    content = b"".join(file.read_bytes() for file in files)
    assert b"kazakhstan" in content
    assert b"semey_treaty" not in content
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["out"]


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_overwritten(name: Any, tmp_path: Path) -> None:
    """What is there and differs stays, unless it may be replaced; what is right is left alone."""
    data, out = make_package(tmp_path / "data"), tmp_path / "out"
    export(name, out, data=data)
    export(name, out, data=data)
    file = min(out.iterdir()) if out.is_dir() else out
    right = file.read_bytes()
    file.write_bytes(b"my own")
    with pytest.raises(KopjaqtyError, match=r"there already.*--force"):
        export(name, out, data=data)
    assert file.read_bytes() == b"my own"
    export(name, out, data=data, force=True)
    assert file.read_bytes() == right


@pytest.mark.parametrize("name", FORMATS)
def test_a_full_disk_leaves_no_half(
    name: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When writing fails midway, nothing new is left behind, and what was there is whole."""
    data, out = make_package(tmp_path / "data"), tmp_path / "out" / "x"
    out.parent.mkdir()

    def fail(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:10])
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", fail)
    result = run(name, out, "--data", data)
    assert result.exit_code == 1
    assert "No space left on device" in result.stderr
    assert list(out.parent.iterdir()) == []


def test_something_else_in_the_way(tmp_path: Path) -> None:
    """A folder where a file is to be written, or the reverse, is explained."""
    with pytest.raises(KopjaqtyError, match="Expected: the name of a file"):
        export("sqlite", tmp_path)
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(KopjaqtyError, match=r"Expected: a folder, or a name that ends in \.zip"):
        export("csv", tmp_path / "out")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"file_format": "gefx"}, "Did you mean 'gexf'"),
        ({"file_format": "gexf", "predicate": "member_of"}, "Did you mean 'predicates'"),
        ({"file_format": "gexf", "predicates": "membr_of"}, "Did you mean 'member_of'"),
        ({"file_format": "csv", "kinds": "country"}, "takes the whole collection"),
        ({"file_format": "gexf", "language": "de"}, "no such language"),
        ({"file_format": "gexf", "graph": nx.Graph()}, "`graph` has to be a network"),
        ({"file_format": "gexf", "graph": nx.MultiDiGraph(), "at": "2025"}, "filter it beforehand"),
        ({"file_format": "jsonld", "graph": nx.MultiDiGraph()}, "takes the whole collection"),
    ],
)
def test_slips(options: dict[str, Any], message: str, tmp_path: Path) -> None:
    """What does not fit is said, with the nearest that does, before anything is written."""
    with pytest.raises(KopjaqtyError, match=message):
        export(out=tmp_path / "out", **options)
    assert list(tmp_path.iterdir()) == []


def test_the_command(tmp_path: Path) -> None:
    """The command writes what the function writes, names the file, and explains slips."""
    arguments = ["--predicate", "member_of", "--predicate", "organ_of", "--status", "stated"]
    result = run("gexf", tmp_path / "a.gexf", *arguments, "--language", "ru")
    assert (result.exit_code, result.output) == (0, f"{tmp_path / 'a.gexf'}\n")
    expected = export(
        "gexf",
        tmp_path / "b.gexf",
        predicates=["member_of", "organ_of"],
        status="stated",
        language="ru",
    )
    assert (tmp_path / "a.gexf").read_bytes() == expected.read_bytes()
    result = run("gexf", tmp_path / "a.gexf")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "--force" in result.stderr
    assert run("gexf", tmp_path / "a.gexf", "--force").exit_code == 0
    assert "Did you mean 'sqlite'" in run("sqlte", tmp_path / "c").stderr
    with pytest.raises(UnknownName):
        export("sqlte", tmp_path / "c")  # type: ignore[arg-type]


def test_crate_metadata_are_json_for_people(every: Path) -> None:
    """The metadata keep Kazakh letters as letters and name the version of the specification."""
    text = (every / "ro-crate" / "ro-crate-metadata.json").read_text(encoding="utf-8")
    assert "Қазақстан" in text
    assert json.loads(text)["@context"] == "https://w3id.org/ro/crate/1.2/context"
