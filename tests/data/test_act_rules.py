"""One act is told in several tables: whatever of them differs is found, with both rows named."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kopjaqty import store
from kopjaqty.store.checks import check_package
from places import PROJECT

Rows = list[dict[str, str]]
Spoil = Callable[[str, Callable[[Rows], object]], list[str]]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Change the rows of a table in a copy, and give what the checks say."""

    def check(table: str, how: Callable[[Rows], object]) -> list[str]:
        folder = tmp_path / "data"
        shutil.copytree(PROJECT / "data", folder, ignore=shutil.ignore_patterns("corpus"))
        path = folder / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        columns = list(rows[0])
        how(rows)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        return [str(problem) for problem in check_package(folder, hashes=False)]

    return check


def row_of(rows: Rows, **cells: str) -> dict[str, str]:
    """Give the one row with these cells."""
    (found,) = (row for row in rows if cells.items() <= row.items())
    return found


def put(rows: Rows, where: dict[str, str], **cells: str) -> None:
    """Change cells of the one row with other cells."""
    row_of(rows, **where).update(cells)


def cica_row() -> store.Row:
    """Give the relation that says who proposed CICA, and names the act."""
    (found,) = (r for r in store.rows("relations") if r["event_id"] == "cica_proposed"
                and r["predicate"] == "proposed")  # fmt: skip
    return found


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"subject_id": "un"}, "the subject of the relation has another role, or none"),
        ({"object_id": "iabs"}, "the object of the relation has another role, or none"),
        ({"date": "1993"}, "has another date"),
        ({"status": "planned"}, "has the status happened"),
        ({"event_id": ""}, "names the act that implies it"),
    ],
)
def test_a_relation_says_what_its_act_says(
    spoil: Spoil, cells: dict[str, str], message: str
) -> None:
    """Who, what and when of a relation are those of its act; both rows are named."""
    key = cica_row()["relation_id"]
    (found,) = spoil("relations", lambda rows: put(rows, {"relation_id": key}, **cells))
    assert message in found
    assert f"relations.csv, line {cica_row().line}" in found
    if "event_id" not in cells:
        (line,) = (r.line for r in store.rows("events") if r["event_id"] == "cica_proposed")
        assert f"cica_proposed (events.csv, line {line})" in found


def test_the_stage_is_the_furthest_that_an_act_brings(spoil: Spoil) -> None:
    """A stage that no act brings is told, with the act that goes furthest."""
    where = {"initiative_id": "cica"}
    (found,) = spoil("initiatives", lambda rows: put(rows, where, stage="adopted"))
    assert "cica_operating (events.csv, line" in found
    assert "Expected: operating" in found


def test_a_later_act_goes_further(spoil: Spoil) -> None:
    """An act of another type brings its object to another stage: the initiative's row is told."""
    where = {"event_id": "cica_operating"}
    found = spoil("events", lambda rows: put(rows, where, type="adoption"))
    assert any("initiatives.csv" in one and "Expected: adopted" in one for one in found)


def test_an_initiative_has_a_row(spoil: Spoil) -> None:
    """A thing of the kind of an initiative without a row is told."""
    where = {"entity_id": "terrorism"}
    found = spoil("entities", lambda rows: put(rows, where, kind="initiative"))
    assert any("has a row in initiatives.csv" in one and "terrorism" in one for one in found)


def test_an_outcome_is_an_entity_or_an_event(spoil: Spoil) -> None:
    """What came of an initiative is one of both; anything else is told."""
    where = {"initiative_id": "cica"}
    assert any(row["outcome_id"] == "nuclear_renunciation" for row in store.rows("initiatives"))
    (found,) = spoil("initiatives", lambda rows: put(rows, where, outcome_id="nothing_here"))
    assert "no such row in entities.csv or events.csv" in found


def participant(event: str, entity: str, role: str) -> dict[str, str]:
    """Give a row of participants."""
    return {"event_id": event, "entity_id": entity, "role": role}


def test_an_act_has_one_object(spoil: Spoil) -> None:
    """A second object of an act is told, with both."""

    def add(rows: Rows) -> None:
        rows.append(participant("cica_proposed", "iabs", "object"))
        rows.sort(key=lambda row: tuple(row.values()))

    found = spoil("participants", add)
    assert any("more than one object: cica, iabs" in one for one in found)


def test_an_act_has_an_object_or_parts(spoil: Spoil) -> None:
    """An act that has lost its object is told; one with parts needs none."""
    where = participant("cica_proposed", "cica", "object")
    assert row_of([dict(r) for r in store.rows("events")], event_id="ai_calls")["type"] == "call"
    found = spoil("participants", lambda rows: rows.remove(row_of(rows, **where)))
    assert any("no object, and no event is a part of it" in one for one in found)


def test_only_a_proposal_has_a_proposer(spoil: Spoil) -> None:
    """A proposer of what is no proposal is told."""
    where = {"event_id": "cica_proposed"}
    found = spoil("events", lambda rows: put(rows, where, type="meeting"))
    assert any("There is a proposer, and yet no proposal" in one for one in found)


def test_the_same_proposal_stands_once(spoil: Spoil) -> None:
    """A proposal with the same object, proposer, forum and date is told as the same."""

    def add(rows: Rows) -> None:
        twin = dict(row_of(rows, event_id="manifesto_point_1"))
        rows.insert(rows.index(row_of(rows, event_id="manifesto_point_2")), twin)
        twin["event_id"] = "manifesto_point_1b"

    found = spoil("events", add)
    assert any("no object, and no event is a part of it" in one for one in found)
    assert not any("The same proposal" in one for one in found)  # it is about nothing


def test_a_twin_is_told(spoil: Spoil) -> None:
    """Two proposals become one when what tells them apart goes."""

    def same(rows: Rows) -> None:
        for row in rows:
            if row["event_id"] == "manifesto_point_2" and row["role"] == "object":
                row["entity_id"] = "nwfz_expansion"

    found = spoil("participants", same)
    assert any("The same proposal stands in manifesto_point_1 (events.csv" in o for o in found)


def test_no_event_is_a_part_of_itself(spoil: Spoil) -> None:
    """A circle of parents is told for each event in it."""
    where = {"event_id": "ai_calls"}
    found = spoil("events", lambda rows: put(rows, where, parent_event_id="ai_cooperation_called"))
    message = [one for one in found if "a part of itself" in one]
    assert len(message) == 2


# ------------------------------------------------------------------- whose words
def test_a_passage_has_the_voice_of_its_turn(spoil: Spoil) -> None:
    """Another speaker than that of the innermost turn is told, with the turn's line."""
    evidence = store.rows("evidence")
    spoken = next(row for row in evidence if row["speaker_id"])
    where = {"evidence_id": spoken["evidence_id"]}
    (found,) = spoil("evidence", lambda rows: put(rows, where, speaker_id="turk"))
    assert re.search(r"turns\.csv, line \d+", found)
    assert f"Expected: {spoken['speaker_id']}" in found


def test_outside_of_turns_the_document_speaks(spoil: Spoil) -> None:
    """A speaker where nobody speaks is told."""
    silent = next(row for row in store.rows("evidence") if not row["speaker_id"])
    where = {"evidence_id": silent["evidence_id"]}
    (found,) = spoil("evidence", lambda rows: put(rows, where, speaker_id="turk"))
    assert "the document's own voice" in found


def test_the_innermost_turn_counts(spoil: Spoil) -> None:
    """Without the turn inside another, its passages have the other's voice."""
    turns = store.rows("turns")
    inner, outer = next(
        (one, other)
        for one in turns
        for other in turns
        if one["document_id"] == other["document_id"]
        and one["speaker_id"] != other["speaker_id"]
        and int(other["start"]) <= int(one["start"])
        and int(one["end"]) <= int(other["end"])
    )
    found = spoil("turns", lambda rows: rows.remove(row_of(rows, **inner)))
    assert found
    assert all(f"Expected: {outer['speaker_id']}" in one for one in found)


def test_no_passage_crosses_the_border_of_a_turn(spoil: Spoil) -> None:
    """A turn that ends in the middle of a passage is told of the passage."""
    row = next(r for r in store.rows("evidence") if r["speaker_id"])
    segment = next(
        s for s in store.rows("segments")
        if s["document_id"] == row["document_id"]
        and int(s["start"]) <= int(row["start"]) < int(s["end"])
    )  # fmt: skip
    ends = [int(segment["start"]) + int(w.split("-")[1]) for w in segment["word_spans"].split()]
    middle = next(end for end in ends if int(row["start"]) < end < int(row["end"]))
    turn = next(
        t for t in store.rows("turns")
        if t["document_id"] == row["document_id"]
        and int(t["start"]) <= int(row["start"]) and int(row["end"]) <= int(t["end"])
    )  # fmt: skip
    found = spoil("turns", lambda rows: put(rows, dict(turn), end=str(middle)))
    assert any("crosses the border of a turn" in one and "evidence.csv" in one for one in found)


def test_turns_are_nested_and_whole(spoil: Spoil) -> None:
    """A turn that crosses another, or cuts a word, is told."""

    def add(rows: Rows) -> None:
        first = rows[0]
        inside = str(int(first["end"]) - 1)
        rows.insert(1, first | {"start": inside, "end": str(int(first["end"]) + 1)})

    found = spoil("turns", add)
    assert any("crosses the border of the one in line" in one for one in found)
    assert any("The turn does not begin or end at the edge of a word" in one for one in found)


# ---------------------------------------------------------- concerns, retired ids
@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"record_id": "r9999"}, "no such row in relations.csv"),
        ({"column": "dates"}, "relations.csv has no such column"),
        ({"discrepancy_id": "cppnm_years"}, "no such row in discrepancies.csv"),
    ],
)
def test_a_concern_points_at_a_cell(spoil: Spoil, cells: dict[str, str], message: str) -> None:
    """A concern with a row, column or discrepancy that is not there is told."""
    where = {"discrepancy_id": "cppnm_year", "table": "relations"}
    (found,) = spoil("concerns", lambda rows: put(rows, where, **cells))
    assert message in found


def test_no_retired_id_is_used_again(spoil: Spoil) -> None:
    """A row with an id that was given up is told, with its line."""
    where = {"id": "nuclear_disarmament_call", "table": "entities"}
    (found,) = spoil("retired", lambda rows: put(rows, where, id="cica"))
    (line,) = (row.line for row in store.rows("entities") if row["entity_id"] == "cica")
    assert f"The id is in use: entities.csv, line {line}." in found


def test_predicates_have_three_rows_or_a_reason() -> None:
    """A predicate with one or two rows says so in its definition, and no other does."""
    used = [row["predicate"] for row in store.rows("relations")]
    for term in store.terms_of("predicate").values():
        told = {"One row": 1, "Two rows": 2}
        message = [n for words, n in told.items() if words in term["definition_en"]]
        count = used.count(term["term"])
        assert message == ([count] if count < 3 else []), term["term"]


def test_every_stage_is_brought_by_an_act() -> None:
    """Of each stage there is a type or a status of event that brings it."""
    brought = {
        row["brings_stage"] for v in ("event_type", "event_status") for row in
        store.terms_of(v).values()
    }  # fmt: skip
    assert set(store.terms_of("stage")) == brought - {""}
