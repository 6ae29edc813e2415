"""Named mentions are made by the matcher, and the table is held to what it finds."""

from __future__ import annotations

import csv
import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

from cli_runner import make_runner
from invented import BRIDGE, TEXTS, make_collection, note_hashes
from kopjaqty.corpus.words import span_digest
from kopjaqty.matcher.mentions import merge_mentions, named_mentions
from kopjaqty.verify import verify
from kopjaqty_course.commands import course

pytest.importorskip("ahocorasick", reason="the extra `matcher` is not installed")

Rows = list[dict[str, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection with its texts, and with the named mentions in its table."""
    monkeypatch.delenv("KOPJAQTY_CORPUS", raising=False)
    names = make_collection(tmp_path) / "names.csv"
    lines = names.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(i for i, line in enumerate(lines) if line.startswith("koksu,ru,"))
    lines.insert(place, "koksu,kk,Көксу,full,true,,\n")
    names.write_text("".join(lines), encoding="utf-8", newline="")
    result = make_runner().invoke(course, ["mentions", "--data", str(tmp_path)])
    assert result.exit_code == 0, result.output
    note_hashes(tmp_path)
    return tmp_path


def change(folder: Path, how: Callable[[Rows], object]) -> Rows:
    """Change the rows of the mentions, note the file's new hash, and return them."""
    path = folder / "mentions.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    how(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    note_hashes(folder)
    return rows


def test_rows_address_the_text(folder: Path) -> None:
    """Each row has the digest of its span, and the rows are in the order of the key."""
    rows = named_mentions(folder, TEXTS)
    spans = [(row["document_id"], int(row["start"]), int(row["end"])) for row in rows]
    assert spans == sorted(spans)
    assert {row["entity_id"] for row in rows} == {"ak_biday", "koksu"}
    stems = {"ak_biday": "ақ бидай", "koksu": "көксу"}
    for row, (document, start, end) in zip(rows, spans, strict=True):
        assert row["digest"] == span_digest(TEXTS[document][start:end])
        assert TEXTS[document][start:end].lower().startswith(stems[row["entity_id"]])


def test_what_was_made_verifies(folder: Path) -> None:
    """What the command writes has no problems; made again it is the same, byte for byte."""
    assert verify(folder) == []
    before = (folder / "mentions.csv").read_bytes()
    make_runner().invoke(course, ["mentions", "--data", str(folder)])
    assert (folder / "mentions.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("how", "message"),
    [
        (lambda rows: rows.pop(0), "of bridge is no mention. Expected: ak_biday"),
        (
            lambda rows: rows[0].update(entity_id="yersinov"),
            "line 2, column entity_id: The name there",
        ),
        (lambda rows: rows[0].update(end="94"), "line 2, column form: No name is found there"),
    ],
)
def test_broken(folder: Path, how: Callable[[Rows], object], message: str) -> None:
    """A mention that is missing, another entity's or no name is found, with the remedy."""
    assert len(change(folder, how)) > 1
    problems = [str(problem) for problem in verify(folder)]
    assert any(
        message in problem and "kopjaqty course mentions" in problem for problem in problems
    ), problems


def test_nothing_is_compared(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyahocorasick, or where nothing has been named yet, verify says nothing of it."""
    find_spec = importlib.util.find_spec
    with monkeypatch.context() as patch:
        patch.setattr(
            "kopjaqty.matcher.mentions.find_spec",
            lambda name: None if name == "ahocorasick" else find_spec(name),
        )
        change(folder, lambda rows: rows.pop(0))
        assert verify(folder) == []
    assert len(verify(folder)) == 1
    change(folder, lambda rows: [row.update(form="nominal") for row in rows])
    assert verify(folder) == []


def test_nominal_mentions_are_kept() -> None:
    """What was read is kept, but not under a name."""
    key = {"document_id": "d", "digest": ""}
    named = [key | {"start": "5", "end": "9", "entity_id": "a", "form": "named"}]
    apart = key | {"start": "20", "end": "30", "entity_id": "a", "form": "nominal"}
    under = key | {"start": "7", "end": "12", "entity_id": "a", "form": "nominal"}
    assert merge_mentions([apart, under, *named], named) == ([*named, apart], [under])


@pytest.mark.parametrize(("entity", "kept"), [("koksu", True), ("yersinov", False)])
def test_a_choice_stands_while_it_is_one(folder: Path, entity: str, *, kept: bool) -> None:
    """Of two entities with one name the table's choice stands; one that has lost it does not."""
    (first, *_rest) = (r for r in named_mentions(folder, TEXTS) if r["entity_id"] == "koksu")
    names = folder / "names.csv"
    lines = names.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(i for i, line in enumerate(lines) if line.startswith("ak_biday,ru,"))
    lines.insert(place, "ak_biday,kk,Көксу,full,true,,\n")
    names.write_text("".join(lines), encoding="utf-8", newline="")
    named = named_mentions(folder, TEXTS, [first | {"entity_id": entity}])
    (found,) = (r for r in named if (r["document_id"], r["start"]) == tuple(first.values())[:2])
    assert (found["entity_id"] == entity) == kept


def test_every_exact_text_is_needed(folder: Path) -> None:
    """Without all exact texts nothing is written, and the document that lacks is named."""
    before = {path.name: path.read_bytes() for path in folder.glob("*.*")}
    (folder / "corpus" / "0.txt").write_text(BRIDGE.replace("а", "о"), encoding="utf-8")
    result = make_runner().invoke(course, ["mentions", "--data", str(folder)])
    assert result.exit_code == 1
    assert "bridge" in result.stderr
    assert {path.name: path.read_bytes() for path in folder.glob("*.*")} == before
