"""Citations: of the data set, a row, an edge; in three styles; the same on any day."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kopjaqty
from invented import make_collection, note_hashes
from kopjaqty.cite import STYLES, Style, cite, version
from kopjaqty.errors import UnknownName
from kopjaqty.language import use_language
from kopjaqty.store import rows

REFERENCES = [
    None,
    "r0001",
    "e0006",
    "ak_biday",
    "ak_biday|kk|Ақ бидай",
    ("road_office", "fair_again", "r0002"),
    ("bridge", 0, 12),
]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A collection; the language is English again afterwards."""
    yield make_collection(tmp_path, texts=False)
    use_language("en")


def test_version(folder: Path) -> None:
    """The version is that of package and data; other data have another digest."""
    before = version(data=folder)
    assert re.fullmatch(r"kopjaqty [0-9.]+, data [0-9.]+ \(sha256 [0-9a-f]{16}\)", str(before))
    path = folder / "entities.csv"
    path.write_bytes(path.read_bytes().replace(b"White", b"Black"))
    note_hashes(folder)
    after = version(data=folder)
    assert (after.package, after.data) == (before.package, before.data)
    assert after.digest != before.digest


def test_data_set(folder: Path) -> None:
    """The data set's citation names authors, year, title, version and digest."""
    text = cite(data=folder)
    assert text.startswith("The kopjaqty authors (2026). Kopjaqty: ")
    assert text.endswith(f"[Data set], version 0.1.0, sha256 {version(data=folder).digest}.")


def test_row(folder: Path) -> None:
    """A row's citation says what it states and where each passage stands."""
    assert cite("r0002", data=folder).removeprefix(cite(data=folder)) == (
        " Row r0002 (Road Office – proposer of – The fair at the same place), stated in: "
        "Title of bridge & more, Steppe News, 2031-04-20, characters 277–303, "
        "digest 18f92050856057f7, e0003; "
        "Title of bridge & more, Steppe News, 2031-04-20, characters 505–532, "
        "digest 28593979f56e380b, e0009."
    )


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("e0006", "Evidence e0006 (The fair at the same place), stated in: Title of fair"),
        ("koksu|kk|Köksu", "Row koksu|kk|Köksu (Köksu = Köksu)."),
        (("bridge", 0, 12), "Passage: Title of bridge & more, Steppe News, 2031-04-20"),
    ],
)
def test_others(folder: Path, what: Any, message: str) -> None:
    """A piece of evidence, a row without passages and a span can be cited."""
    assert message in cite(what, data=folder)


@pytest.mark.parametrize("style", STYLES)
def test_edge(folder: Path, style: Style) -> None:
    """An edge is cited as the relation that it is."""
    edge = ("road_office", "fair_again", "r0002")
    assert cite(edge, style=style, data=folder) == cite("r0002", style=style, data=folder)


@pytest.mark.parametrize("what", REFERENCES)
def test_bibtex(folder: Path, what: Any) -> None:
    """A BibTeX entry has an ASCII key, balanced braces, and no bare special character."""
    entry = cite(what, style="bibtex", data=folder)
    lines = entry.splitlines()
    assert re.fullmatch("@misc{kopjaqty_0_1_0[A-Za-z0-9_]*,", lines[0])
    assert lines[-1] == "}"
    fields = {}
    for line in lines[1:-1]:
        match = re.fullmatch(r"  (\w+) = \{(.*)\},", line)
        assert match
        fields[match[1]] = match[2]
        bare = re.sub(r"\\[&%$#_{}]|\\text\w+\{\}", "", match[2])
        assert not re.search(r"[&%$#_~^\\]", bare)
        assert bare.count("{") == bare.count("}")
    assert fields["year"] == "2026"
    assert ("note" in fields) == (what is not None)


@pytest.mark.parametrize("what", REFERENCES)
def test_csl(folder: Path, what: Any) -> None:
    """CSL-JSON is a list of one data set, with names that the CSL schema 1.0.2 has."""
    (item,) = json.loads(cite(what, style="csl", data=folder))
    assert item["type"] == "dataset"
    assert item["author"] == [{"literal": "The kopjaqty authors"}]
    assert item["issued"] == {"date-parts": [[2026, 11, 22]]}
    known = {"id", "type", "title", "author", "issued", "version", "archive_location", "note"}
    assert set(item) == known - (set() if what else {"note"})


def test_keys_differ(folder: Path) -> None:
    """Each thing cited has a key of its own."""
    entries = [cite(what, style="bibtex", data=folder) for what in REFERENCES]
    assert len({entry.splitlines()[0] for entry in entries}) == len(REFERENCES)


def test_language(folder: Path) -> None:
    """Titles are given in the current language."""
    use_language("ru")
    assert "Заглавие fair" in cite("e0006", data=folder)


def test_slips(folder: Path) -> None:
    """An unknown style or id is answered with the nearest."""
    with pytest.raises(UnknownName, match="Did you mean 'bibtex'"):
        cite(style="bibtext", data=folder)  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match="Did you mean 'koksu'"):
        cite("koksy", data=folder)


def test_public_names() -> None:
    """The names on the front page are these functions, and the real data can be cited."""
    assert kopjaqty.cite is cite
    assert kopjaqty.version() == version()
    assert kopjaqty.cite().startswith("The kopjaqty authors (")


def test_a_doubt_is_told(folder: Path) -> None:
    """A row whose value is doubted says so, and why; one with an odd name does not."""
    text = cite("r0199")
    (message,) = (
        r["summary_en"] for r in rows("discrepancies") if r["discrepancy_id"] == "cppnm_year"
    )
    assert text.endswith(f"Doubtful (cppnm_year): {message}")
    pointer = next(r for r in rows("evidence") if r["record_id"] == "r0199")
    assert cite(pointer["evidence_id"]).endswith(text[text.index("Doubtful") :])
    assert "Doubtful" not in cite("osce|kk|OSСE")
    assert "Doubtful" not in cite("r0001", data=folder)
