"""The clickable network: what a choice shows, said by the functions behind the screen."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from each_language import EACH_LANGUAGE
from kopjaqty.drawings import draw_network
from kopjaqty.errors import KopjaqtyError, UnknownName
from kopjaqty.explorers import (
    coding_lab,
    explore_network,
    explore_timeline,
    read_passages,
    track_initiatives,
)
from kopjaqty.explorers.network import NetworkView
from kopjaqty.language import language, speaking
from kopjaqty.networks import build_network
from kopjaqty.style import Figure, figure

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def whole() -> nx.MultiDiGraph:
    """The network of all relations."""
    return build_network()


@pytest.fixture
def explorer(whole: nx.MultiDiGraph, tmp_path: Path) -> NetworkView:
    """The whole network, without a text at hand."""
    return NetworkView(whole, "kazakhstan", corpus=tmp_path)


def parts(svg: str, kind: str) -> list[ET.Element]:
    """Give the groups of a class."""
    groups = ET.fromstring(svg).iter(f"{SVG}g")
    return [group for group in groups if kind in group.get("class", "").split()]


def test_everything_can_be_chosen(explorer: NetworkView) -> None:
    """Each node and each relation is a button with a name of its own and its id."""
    svg = explorer.body()
    assert {node.get("data-id") for node in parts(svg, "kq-node")} == set(explorer.graph)
    assert {edge.get("data-id") for edge in parts(svg, "kq-edge")} == set(explorer.edges)
    for part in parts(svg, "kq-node") + parts(svg, "kq-edge"):
        assert part.get("role") == "button"
        assert part.get("aria-label")


def test_one_stop_for_the_tab_key(explorer: NetworkView) -> None:
    """The tab key stops once in the picture, at the focus; arrows go on from there."""
    stops = [p for p in ET.fromstring(explorer.body()).iter() if p.get("tabindex") == "0"]
    assert [stop.get("data-id") for stop in stops] == ["kazakhstan"]


def test_edges_have_a_wide_hit_area(explorer: NetworkView) -> None:
    """Under each line lies a wider invisible one, and both begin and end alike."""
    for edge in parts(explorer.body(), "kq-edge"):
        assert [path.get("class") for path in edge] == ["kq-hit", "kq-line"]


def test_labels_say_the_claim(explorer: NetworkView) -> None:
    """A line's name for a screen reader is its claim, its status and how many passages it has."""
    count = len(explorer.edges["r0001"][2]["evidence"])
    label = f"Kazakhstan – member of – United Nations, stated, {count} passages"
    assert explorer.say_edge("r0001") == label


@pytest.mark.parametrize("code", EACH_LANGUAGE)
def test_picture_is_small_and_stays_the_same(explorer: NetworkView, code: str) -> None:
    """The SVG is below 1 kB a relation in every language, and the same every time."""
    with speaking(code):
        svg = explorer.body()
        assert svg == explorer.body()
    assert len(svg.encode()) < 1_000 * len(explorer.edges)
    assert not re.search(r"[\"\s,-](nan|inf)\b|\sid=|https?://(?!www\.w3\.org/2000/svg)", svg)


def test_choosing_a_relation(explorer: NetworkView) -> None:
    """A relation shows claim, status, date, where its passages are, and the citation."""
    shown = explorer.show("r0001")
    for part in ("Kazakhstan – member of – United Nations", "Stated", "1992-03-02", "kq-cite"):
        assert part in shown
    for evidence in explorer.edges["r0001"][2]["evidence"]:
        assert evidence in shown


def test_choosing_a_relation_with_the_texts(whole: nx.MultiDiGraph, texts: Path) -> None:
    """Where the text is at hand, the passage is shown, marked."""
    assert "<mark" in NetworkView(whole, "kazakhstan", corpus=texts).show("r0001")


def test_choosing_a_node(explorer: NetworkView) -> None:
    """A node shows its relations as buttons, all of them, in the order of the network."""
    shown = explorer.show("semey_treaty")
    keys = re.findall(r'<button type="button" data-id="(\w+)">', shown)
    assert keys == [k for k, (u, v, _) in explorer.edges.items() if "semey_treaty" in (u, v)]
    assert keys


def test_choosing_nothing(explorer: NetworkView) -> None:
    """Before a choice there is an invitation; an unknown id is said to be unknown, escaped."""
    assert explorer.show("").startswith("Choose a line")
    assert "&lt;script&gt;" in explorer.show("<script>")


def test_an_edge_of_ones_own(whole: nx.MultiDiGraph) -> None:
    """A relation that a reader added to the network is shown, and said to have no row."""
    graph = whole.copy()
    graph.add_edge("un", "osce", key="mine", predicate="supports", status="stated")
    assert "mine" in NetworkView(graph, "kazakhstan").show("mine")


def test_languages(explorer: NetworkView) -> None:
    """Claim, status and picture follow the language in use."""
    with speaking("kk"):
        assert "Қазақстан" in explorer.show("r0001")
        assert "Мәлімделген" in explorer.show("r0001")
        assert ">Қазақстан</text>" in explorer.body()
    assert language() == "en"


def test_widget_follows_its_controls(whole: nx.MultiDiGraph, tmp_path: Path) -> None:
    """Choosing and changing the language change what is shown, and no other widget or message."""
    widget = explore_network(whole, corpus=tmp_path)
    assert widget.selected == ""
    assert widget.passage_html.startswith("Choose a line")
    widget.selected = "r0001"
    assert "member of" in widget.passage_html
    widget.language = "ru"
    assert "Казахстан" in widget.passage_html
    assert "Казахстан" in widget.body
    assert language() == "en"


def test_passages_are_not_saved(whole: nx.MultiDiGraph, texts: Path) -> None:
    """What a notebook saves of the widget holds no passage, even after a choice."""
    widget = explore_network(whole, corpus=texts)
    widget.selected = "r0001"
    assert "<mark" in widget.passage_html
    assert "passage_html" not in widget.get_state()
    assert "<mark" not in str({k: v for k, v in widget.get_state().items() if k != "_css"})


@pytest.mark.parametrize(
    "make", [explore_network, explore_timeline, read_passages, track_initiatives, coding_lab]
)
def test_what_is_shown_of_a_choice_is_not_saved(make: Callable[[], Any]) -> None:
    """No explorer keeps what it shows of a choice in the state that a notebook saves."""
    assert "passage_html" not in make().get_state()


def test_state_is_the_same_every_time(whole: nx.MultiDiGraph) -> None:
    """Two widgets of one network have the same state but for the ids of what they are made of."""
    one, other = (explore_network(whole).get_state() for _ in range(2))
    changing = {key for key in one if one[key] != other[key]}
    assert changing <= {"layout", "tooltip"}


def test_static_form(whole: nx.MultiDiGraph) -> None:
    """The static form is the drawing with its caption and alternative text."""
    shown = explore_network(whole).static()
    assert isinstance(shown, Figure)
    assert shown == figure(draw_network(whole))


def test_unknown_focus(whole: nx.MultiDiGraph) -> None:
    """A focus that is not in the network is an error that names the nearest."""
    with pytest.raises(UnknownName, match="kazakhstan"):
        explore_network(whole, focus="kazakstan")


def test_loads_nothing_from_elsewhere() -> None:
    """Script and style of the widget name no address: it works without a network."""
    import kopjaqty

    folder = Path(kopjaqty.__file__).parent / "explorers"
    for name in ("keys.js", "picture.js", "explorer.js", "explorer.css"):
        assert "//" not in re.sub(r"(?m)(^|\s)// .*$", "", (folder / name).read_text("utf-8"))


@pytest.mark.parametrize("mode", ["strict", "permissive"])
@pytest.mark.parametrize(
    ("choice", "option"),
    [
        ({"year": "1992"}, {"at": "1992"}),
        ({"document": "geneva_2026"}, {"documents": "geneva_2026"}),
        ({"year": "2024", "document": "omarov_2025"}, {"at": "2024", "documents": "omarov_2025"}),
    ],
)
def test_filters_are_those_of_the_network(
    explorer: NetworkView, choice: dict[str, str], option: dict[str, str], mode: str
) -> None:
    """What the controls leave is what `build_network` builds with the same options."""
    built = build_network(**option, mode=mode)  # type: ignore[arg-type]
    kept = explorer.shown(explorer.check({**choice, "mode": mode}, ""))
    assert set(kept) == {key for *_ends, key in built.edges(keys=True)}


def test_kind_is_that_of_one_end(explorer: NetworkView) -> None:
    """With a kind, relations stay that have an entity of this kind at one end at least."""
    kinds = dict(explorer.graph.nodes(data="kind"))
    shown = explorer.shown(explorer.check({"kind": "treaty"}, ""))
    assert shown
    for key, (u, v, _edge) in explorer.edges.items():
        assert (key in shown) == ("treaty" in (kinds[u], kinds[v]))


@pytest.mark.parametrize("mode", ["strict", "permissive"])
def test_the_report_accounts_for_what_is_undated(explorer: NetworkView, mode: str) -> None:
    """The report tells how many relations have no date, and whether they are left out or kept."""
    undated = [key for key, (_u, _v, edge) in explorer.edges.items() if not edge["date"]]
    choices = explorer.check({"year": "1992", "mode": mode}, "")
    report, shown = explorer.report(choices), set(explorer.shown(choices))
    assert report.startswith(f"Shown: {len(shown)} of {len(explorer.edges)} relations.")
    word = "left out" if mode == "strict" else "kept"
    assert f"{len(undated)} have no date and are {word}" in report
    assert (not shown & set(undated)) if mode == "strict" else set(undated) <= shown


def test_filters_leave_the_picture_as_it_is(explorer: NetworkView) -> None:
    """A filter changes only what is pale: nothing moves, and the focus stays."""
    choices = explorer.check({"year": "1992"}, "")
    assert explorer.body(choices) == explorer.body()
    off = set(explorer.off(choices))
    assert "kazakhstan" not in off
    assert off & set(explorer.edges) == set(explorer.edges) - set(explorer.shown(choices))
    assert explorer.off(explorer.defaults) == []


def test_static_form_of_a_part(whole: nx.MultiDiGraph) -> None:
    """The static form shows what the filters leave, and its caption begins with the report."""
    widget = explore_network(whole)
    widget.choose(year="1992")
    shown = widget.static()
    assert shown.caption.startswith(widget.report)
    assert f"{len(widget._view.shown(widget.choices))} relations" in shown.alt


def test_a_filter_that_leaves_nothing(whole: nx.MultiDiGraph) -> None:
    """Where no relation is left, the focus is still drawn, with words that say so."""
    widget = explore_network(whole)
    widget.choose(year="1991", kind="person")
    assert widget.report.startswith("Shown: 0 of")
    assert "1 entity" in widget.static().alt


def test_unknown_choice(whole: nx.MultiDiGraph) -> None:
    """A control or a value that there is not is an error that names the nearest."""
    widget = explore_network(whole)
    with pytest.raises(UnknownName, match="document"):
        widget.choose(documents="omarov_2025")
    with pytest.raises(UnknownName, match="omarov_2025"):
        widget.choose(document="omarov_2024")


def test_only_relations_can_be_clicked_through() -> None:
    """A network of positions is refused in words that name what does show it."""
    with pytest.raises(KopjaqtyError, match="read_passages"):
        explore_network(build_network(of="positions"))
