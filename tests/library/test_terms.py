"""What terms say of themselves is checked, and means what the descriptor says."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kopjaqty.language import speaking
from kopjaqty.store import Row, labels_of, sort_terms, terms_of
from kopjaqty.store.checks import check_package
from kopjaqty.tables import load
from kopjaqty.timelines.life_cycle_stages import read_life_cycles
from own_terms import make_own_terms, set_term
from places import PROJECT
from tiny import make_package, note


def test_the_order_is_the_vocabularys() -> None:
    """Terms come in their order, whatever that of the file; a number that is none comes first."""
    rows = [Row(vocabulary="v", term=t, order=o) for t, o in (("a", "10"), ("b", "9"), ("c", "x"))]
    assert list(sort_terms("v", [*rows, Row(vocabulary="w", term="d", order="1")])) == [*"cba"]
    assert list(terms_of("stage")) == list(load("initiatives")["stage"].cat.categories)


def test_labels_are_in_the_language_in_use() -> None:
    """A term is called as its row says, in each language."""
    row = terms_of("stage")["planned"]
    for code in ("en", "kk", "ru"):
        with speaking(code):
            assert labels_of("stage")["planned"] == row[f"label_{code}"]


Slip = tuple[str, str, str, str]
SLIPS: list[Slip] = [
    ("entity_kind|organ", "group", "bodys", "bodies"),
    ("group|bodies", "colour_role", "hue_12", "hue_2"),
    ("stage|planned", "line", "dashd", "dashed"),
    ("event_type|founding", "brings_stage", "establishd", "established"),
    ("event_status|happened", "counts_as", "facts", "fact"),
]


@pytest.fixture
def spoil(tmp_path: Path) -> Callable[[str, str, str], list[str]]:
    """Write a value into a cell of a copy's terms, and give what the checks say."""

    def check(key: str, column: str, value: str) -> list[str]:
        folder = tmp_path / "data"
        shutil.copytree(PROJECT / "data", folder, ignore=shutil.ignore_patterns("corpus"))
        set_term(folder, key, column, value)
        return [str(problem) for problem in check_package(folder, hashes=False)]

    return check


@pytest.mark.parametrize(("key", "column", "value", "nearest"), SLIPS)
def test_slips_are_told(
    spoil: Callable[[str, str, str], list[str]], key: str, column: str, value: str, nearest: str
) -> None:
    """An unknown group, role, line or stage is told with its place and the nearest one."""
    (message,) = spoil(key, column, value)
    assert "terms.csv" in message
    assert column in message
    assert value in message
    assert f"{nearest}?" in message or f"'{nearest}'" in message


@pytest.mark.parametrize(
    ("key", "column", "value"),
    [
        ("role|host", "group", "bodies"),
        ("topic|water", "line", "solid"),
        ("role|host", "counts_as", "place"),
        ("entity_kind|organ", "structural", "true"),
    ],
)
def test_a_column_is_for_its_vocabularies(
    spoil: Callable[[str, str, str], list[str]], key: str, column: str, value: str
) -> None:
    """A role has no group, a topic no line: where it says nothing, a cell stays empty."""
    (message,) = spoil(key, column, value)
    assert "This says nothing of a term of" in message


def test_only_a_place_may_locate_without_evidence(tmp_path: Path) -> None:
    """A thing that only another is in needs no passage while its kind counts as a place."""
    folder = make_package(tmp_path / "data")
    assert check_package(folder) == []
    set_term(folder, "entity_kind|country", "counts_as", "")
    message = [str(problem) for problem in check_package(folder, hashes=False)]
    assert len(message) == 1
    assert "No passage supports the row" in message[0]
    assert "kazakhstan" in message[0]


def stages(folder: Path, initiative: str = "steppe_scheme") -> dict[str, list[str]]:
    """The stages that an initiative has reached, with their dates."""
    (cycle,) = (c for c in read_life_cycles(None, folder) if c.initiative == initiative)
    return {name: [date.text for date in stage.dates] for name, stage in cycle.stages.items()}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in which a new type of act brings an initiative to a new stage, in 2025."""
    return make_own_terms(tmp_path_factory.mktemp("own") / "data")


@pytest.mark.parametrize(
    ("changes", "reached"),
    [
        ({}, {"funded": ["2025"]}),
        ({"event_status|happened": ("counts_as", "")}, {"funded": []}),
        ({"role|object": ("counts_as", "theme")}, {"funded": []}),
        ({"event_type|grant": ("brings_stage", "planned")}, {"planned": ["2025"], "funded": []}),
        (
            {"event_status|happened": ("brings_stage", "planned")},
            {"planned": ["2025"], "funded": []},
        ),
    ],
)
def test_which_stage_an_act_brings(
    own: Path, tmp_path: Path, changes: dict[str, tuple[str, str]], reached: dict[str, list[str]]
) -> None:
    """The type's stage comes to the object, if the status is a fact; a status's in its place."""
    folder = shutil.copytree(own, tmp_path / "data")
    for key, (column, value) in changes.items():
        set_term(folder, key, column, value)
    note(folder)  # what the terms now say of the stage is not what the table says
    assert stages(folder) == reached
