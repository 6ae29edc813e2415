"""A term that an editor adds is data alone: whatever verifies is loaded, drawn, explored, exported.

The copy has a kind without a group, a kind in a group of its own, a status without a line, one
with a line, predicates, an event type, a role, a stage and a topic that no code knows.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex

import kopjaqty
from kopjaqty.annotate import annotate_files
from kopjaqty.drawings import draw_network
from kopjaqty.explorers import __all__ as explorers
from kopjaqty.explorers.coding import CodingView
from kopjaqty.explorers.coding_items import choose_items
from kopjaqty.explorers.initiatives import InitiativesView
from kopjaqty.explorers.network import NetworkView
from kopjaqty.explorers.reader import ReaderView
from kopjaqty.explorers.timeline import TimelineView
from kopjaqty.exports import FORMATS, export
from kopjaqty.networks import build_network, ego_network
from kopjaqty.networks.tree import hierarchy
from kopjaqty.networks.views import aggregate, project
from kopjaqty.store.checks import check_package
from kopjaqty.style import figure
from kopjaqty.style.palette import NEUTRAL, ROLES
from kopjaqty.tables import load
from kopjaqty.timelines import draw_timeline
from kopjaqty.timelines.life_cycles import draw_life_cycles
from own_terms import NAME, TERMS, make_own_terms


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy with terms of its own."""
    return make_own_terms(tmp_path_factory.mktemp("own") / "data")


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    """Each test ends without open figures."""
    yield
    plt.close("all")


def written(ax: Axes) -> str:
    """Every word of a picture, and what it says of itself."""
    drawn = figure(ax)
    assert drawn.png
    return "\n".join([*(text.get_text() for text in ax.texts), drawn.alt, drawn.caption])


def colour(ax: Axes, gid: str) -> str:
    """The colour of the mark that has an id."""
    marks = [m for m in (*ax.collections, *ax.lines, *ax.patches) if m.get_gid() == gid]
    assert marks, gid
    mark: Any = marks[0]
    if hasattr(mark, "get_markeredgecolor"):
        return to_hex(mark.get_markeredgecolor())
    return to_hex(mark.get_facecolor() if mark in ax.patches else mark.get_facecolors()[0])


def test_it_verifies_and_loads(data: Path) -> None:
    """The copy is without a problem, and its tables have the new terms where rows use them."""
    assert check_package(data) == []
    tables = load(data=data)
    assert set(tables["entities"]["kind"]) >= {"club", "fund"}
    assert "suspended" in set(tables["relations"]["status"])
    assert {"postponed", "rumoured"} <= set(tables["events"]["status"])
    assert list(tables["initiatives"]["stage"].cat.categories)[-1] == "funded"


def test_the_network(data: Path) -> None:
    """Both kinds stand in it, the group has its heading and colour, the other is neutral."""
    ax = draw_network(build_network(data=data))
    said = written(ax)
    assert "Clubs" in said
    assert "Other (Fund)" in said
    assert "A plain line, too: suspended." in said
    assert "suspended" in [text.get_text() for text in ax.texts]
    assert colour(ax, "steppe_club") == ROLES["hue_8"].fill.lower()
    assert colour(ax, "steppe_fund") == NEUTRAL.fill.lower()
    assert any(patch.get_gid() == "r9902" for patch in ax.patches)


def test_networks_made_of_networks(data: Path) -> None:
    """Cut out, counted, projected: the new group and kinds come along."""
    network = build_network(data=data)
    assert "Other (Fund)" in written(draw_network(ego_network(network, "steppe_fund")))
    counted = written(draw_network(aggregate(network)))
    assert "Clubs (1)" in counted
    assert "Other (Fund) (1)" in counted
    spoke = build_network(of="participation", data=data)
    assert "steppe_fund" in project(spoke, "entities")
    events = draw_network(project(spoke, "entities"))
    assert colour(events, "steppe_fund") == NEUTRAL.fill.lower()


def test_two_columns(data: Path) -> None:
    """The new topic is one of the names on the right; the role, the type and the kind are there."""
    assert "Forests (1)" in written(draw_network(build_network(of="positions", data=data)))
    one = build_network(of="participation", predicates="observer", data=data)
    assert [edge["label"] for *_ends, edge in one.edges(data=True)] == ["Observer"]
    said = written(draw_network(one))
    assert "Dotted: postponed." in said
    assert "Other (Fund)" in said
    assert "Hearing" in written(draw_network(aggregate(one)))


def test_the_tree(data: Path) -> None:
    """A predicate that states structure makes branches, as a document's word."""
    tree = hierarchy("un", data=data)
    assert tree.edges["un", "steppe_club"]["predicate"] == "chapter_of"
    assert tree.edges["un", "steppe_club"]["basis"] == "evidenced"
    ax = draw_network(tree)
    assert "Clubs" in written(ax)
    assert colour(ax, "steppe_club") == ROLES["hue_8"].fill.lower()


@pytest.mark.parametrize("lanes", ["type", "status", "document", None])
def test_the_timeline(data: Path, lanes: str | None) -> None:
    """Both new statuses are in the key and in the words; only the one with a line is hollow."""
    ax = draw_timeline(lanes=lanes, data=data)
    said = written(ax)
    key = [text.get_text() for text in ax.texts]
    assert {"postponed", "rumoured"} <= set(key)
    assert "postponed 1; rumoured 1" in said
    assert "in italics: planned or postponed." in said
    marks = {line.get_gid(): line for line in ax.lines}
    fills = [to_hex(marks[f"steppe_{e}"].get_markerfacecolor()) for e in ("hearing", "gossip")]
    assert fills == ["#ffffff", NEUTRAL.ink.lower()]
    if lanes:
        lane = {"type": "hearing", "status": "Postponed", "document": "B  "}[lanes]
        assert lane.lower() in said.lower()


def test_life_cycles(data: Path) -> None:
    """The new stage has a column; the predicate that brings it, and its line, are the data's."""
    ax = draw_life_cycles(data=data)
    said = written(ax)
    assert "Funded 1" in said
    assert "funded" in [text.get_text() for text in ax.texts]
    assert colour(ax, "steppe_scheme-funded") == NEUTRAL.ink.lower()
    stated = [t.get_text() for t in ax.texts if t.get_gid() == "stated-steppe_scheme-funded"]
    assert stated[0].startswith("2025")


DRAWN = {"draw_network", "draw_timeline", "draw_life_cycles"}
EXPLORED = {
    "explore_network", "explore_timeline", "track_initiatives", "read_passages", "coding_lab",
}  # fmt: skip


def test_all_are_tried() -> None:
    """Each `draw_…` function and each explorer that there is stands in this file."""
    assert {name for name in kopjaqty.__all__ if name.startswith("draw_")} == DRAWN
    assert set(explorers) - {"Agreement", "measure_agreement"} == EXPLORED


def options(view: NetworkView | TimelineView | InitiativesView, name: str) -> set[str]:
    """The labels that a control offers."""
    controls = view.controls(view.defaults, "")
    return {label for c in controls if c.name == name for _value, label in c.options}


def test_exploring_the_network(data: Path) -> None:
    """The kinds can be chosen, the picture has the headings, a line says its status."""
    view = NetworkView(build_network(data=data), "kazakhstan", data=data)
    assert {"Club", "Fund"} <= options(view, "kind")
    body = view.body()
    assert "Other (Fund)" in body
    assert "Clubs" in body
    assert NEUTRAL.fill in body
    assert view.filtered(view.check({"kind": "fund"}, "")).number_of_edges() == 2
    assert "Suspended" in view.show("r9902")
    assert "funds" in view.show("r9901")
    assert "Other (Fund)" in view.static(view.check({"kind": "fund"}, "")).alt


def test_exploring_events(data: Path) -> None:
    """The timeline has the lanes of the new status; an event says it, and the role."""
    view = TimelineView(data=data)
    body = view.body(view.check({"lanes": "status"}, ""), "")
    assert ">Rumoured<" in body
    assert ">postponed<" in body
    shown = view.show("steppe_hearing")
    assert "postponed" in shown
    assert "Observer" in shown
    assert "rumoured" in view.static(view.defaults)._repr_mimebundle_()["text/html"]


def test_exploring_initiatives(data: Path) -> None:
    """The table has a column of the new stage, with a mark, and the report counts it."""
    view = InitiativesView(data=data)
    body = view.body(view.defaults, "")
    assert '<th scope="col">Funded</th>' in body
    row = body.split('data-id="steppe_scheme"')[1].split("</tr>")[0]
    assert "Funded" in row.split("<td")[-1]
    assert "funded 1" in view.report(view.defaults)
    assert "Funded" in view.show("steppe_scheme")


def test_reading(data: Path) -> None:
    """The reader lists the new rows of the document, with the labels of their terms."""
    view = ReaderView(data=data)
    rows = dict(view.rows(view.check({"document": "omarov_2025"}, "")))
    assert rows["relations:r9901"] == "relations: Steppe Fund – funds – Steppe Scheme"
    assert "Observer" in rows["participants:steppe_hearing|steppe_fund|observer"].title()
    assert "Forests need rain." in view.show("positions:p901")


@pytest.mark.parametrize(("vocabulary", "code"), [("predicate", "funds"), ("topic", "forests")])
def test_coding(data: Path, vocabulary: str, code: str) -> None:
    """A passage can be given the new code, and the record is compared with it."""
    items = choose_items(vocabulary, None, 999, 0, data)
    view = CodingView(vocabulary, items, data=data)
    key = next(item.item for item in items if item.record == code)
    labels = [label for c in view.controls(view.defaults, key) for label in c.options]
    assert code in [value for value, _label in labels]
    choices = view.check({key: code, "compared": key}, key)
    assert "<td>✓ yes</td>" in view.body(choices, key)
    assert code in view.csv(choices)


def unpacked(path: Path) -> str:
    """All that a file or a folder holds, as text."""
    content = path.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(path) as packed:
            content = b"\n".join(packed.read(name) for name in packed.namelist())
    return content.decode("utf-8", errors="replace")


@pytest.mark.parametrize("file_format", FORMATS)
def test_exports(data: Path, tmp_path: Path, file_format: str) -> None:
    """Each format carries the new kind, predicate and status; those of tables every term."""
    suffix = {"csv": "zip", "ro-crate": "zip"}.get(file_format, file_format)
    out = export(file_format, tmp_path / f"out.{suffix}", data=data)  # type: ignore[arg-type]
    text = unpacked(out)
    terms = [row["term"] for row in TERMS]
    if file_format in ("graphml", "gexf"):
        terms = ["club", "fund", "chapter_of", "funds", "suspended"]
    assert [term for term in terms if term not in text] == []
    assert str(data) not in text


def test_annotating(data: Path, tmp_path: Path) -> None:
    """A text of one's own is annotated with the thing of the new kind."""
    pytest.importorskip("ahocorasick", reason="finding names needs the extra `matcher`")
    (tmp_path / "text.txt").write_text(f"Кеше {NAME} ашылды.", encoding="utf-8")
    annotate_files([tmp_path / "text.txt"], tmp_path / "out", data=data)
    found = (tmp_path / "out" / "mentions.csv").read_text(encoding="utf-8")
    assert "steppe_fund" in found
