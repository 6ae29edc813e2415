"""The coding lab: no answer before it was coded, and the agreement that follows."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopjaqty.errors import KopjaqtyError, UnknownName
from kopjaqty.explorers import coding_lab, measure_agreement
from kopjaqty.explorers.coding import CodingView
from kopjaqty.explorers.coding_items import choose_items
from kopjaqty.store import labels_of
from kopjaqty.tables import load


@pytest.fixture(params=["predicate", "topic"])
def view(request: pytest.FixtureRequest, tmp_path: Path) -> CodingView:
    """Twelve passages to be coded, without a text at hand."""
    return CodingView(request.param, choose_items(request.param, None, 12, 0), corpus=tmp_path)


def everything_shown(view: CodingView, choices: dict[str, str], item: str) -> str:
    """Give all that the screen could show, but the list of all terms to code with."""
    controls = [c for c in view.controls(choices, item) if c.name != item]
    return f"{controls}{view.body(choices, item)}{view.show(item, choices)}{view.csv(choices)}"


def test_no_answer_before_it_was_coded(view: CodingView) -> None:
    """The record's code of a passage is nowhere to be seen until one's own is compared with it."""
    terms = labels_of(view.vocabulary)
    for key, item in view.items.items():
        before = everything_shown(view, view.check({}, key), key)
        assert "The record: " not in before
        assert f",{item.record}" not in before
        # Nor when it is coded, until it is compared.
        other = next(term for term in terms if term != item.record)
        coded = view.body(view.check({key: other}, key), key)
        assert terms[item.record] not in coded.split("<details")[0]
        # Nor where it is asked for without a code of one's own.
        assert view.check({"compared": key}, key)["compared"] == ""
        after = everything_shown(view, view.check({key: item.record, "compared": key}, key), key)
        assert f"The record: {terms[item.record]}" in after


def test_a_compared_passage_is_coded_no_more(view: CodingView) -> None:
    """After the comparison there is no control for the code; before, there is."""
    term = next(iter(labels_of(view.vocabulary)))
    for compared, there in (("", True), ("p01", False)):
        choices = view.check({"p01": term, "compared": compared}, "p01")
        assert ("p01" in [c.name for c in view.controls(choices, "p01")]) is there


def test_perfect_coding(view: CodingView) -> None:
    """Whoever codes as the record does agrees fully: 100 %, κ = 1."""
    codes = {key: item.record for key, item in view.items.items()}
    choices = view.check({**codes, "compared": " ".join(codes)}, "")
    found = view.agreement(choices)
    assert (found.n, found.equal, found.kappa) == (12, 12, 1.0)


def test_the_record_has_one_answer(view: CodingView) -> None:
    """No passage is asked about for which the record has two answers to one question."""
    relations = load("relations")
    if view.vocabulary == "predicate":
        evidence = load("evidence").query("table == 'relations'")
        joined = evidence.merge(relations, left_on="record_id", right_on="relation_id")
        same = ["document_id", "start", "end", "subject_id", "object_id"]
        answers = joined.groupby(same)["predicate"].nunique()
        for item in view.items.values():
            place = item.evidence
            ends = (item.row["subject_id"], item.row["object_id"])
            key = (place["document_id"], int(place["start"]), int(place["end"]), *ends)
            assert answers[key] == 1


def test_the_csv_can_be_read_back(view: CodingView) -> None:
    """The CSV has a line for every passage; the record's code for the compared ones alone."""
    term = next(iter(labels_of(view.vocabulary)))
    choices = view.check({"p01": term, "p02": term, "compared": "p02"}, "")
    rows = list(csv.DictReader(io.StringIO(view.csv(choices))))
    assert [row["item"] for row in rows] == list(view.items)
    assert [row["code"] for row in rows[:3]] == [term, term, ""]
    assert [bool(row["record"]) for row in rows[:3]] == [False, True, False]


def test_seed_and_documents() -> None:
    """The same seed gives the same passages, another one others; documents restrict them."""

    def ids(seed: int) -> list[str]:
        items = coding_lab("topic", seed=seed)._view.items.values()
        return [item.evidence["evidence_id"] for item in items]

    assert ids(1) == ids(1) != ids(2)
    items = coding_lab("topic", documents="geneva_2026", count=3)._view.items.values()
    assert {item.evidence["document_id"] for item in items} == {"geneva_2026"}


def test_slips() -> None:
    """A vocabulary, a document or a term that there is not is refused, with the nearest."""
    with pytest.raises(UnknownName, match="predicate"):
        coding_lab("predicates")
    with pytest.raises(UnknownName, match="geneva_2026"):
        coding_lab(documents="geneva")
    with pytest.raises(UnknownName, match="member_of"):
        coding_lab().choose(p01="member-of")
    with pytest.raises(KopjaqtyError):
        coding_lab(count=0)


def test_kappa_by_hand() -> None:
    """The table 20, 5, 10, 15 gives pₒ 0.7, pₑ 0.5, κ 0.4."""
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    found = measure_agreement(pairs)
    assert found.kappa == pytest.approx(0.4)
    assert (found.observed, found.chance) == (0.7, 0.5)
    assert "pₑ = (25·20 + 25·30) / 50² = 0.500" in found.lines()[1]
    assert found.lines()[2].endswith("(0.700 − 0.500) / (1 − 0.500) = 0.400")


def test_kappa_where_it_is_not_defined() -> None:
    """Without a pair, and where both used one code only, there is no κ, and the words say so."""
    assert measure_agreement([("a", ""), ("", "a")]).kappa is None
    one = measure_agreement([("a", "a")] * 3)
    assert (one.observed, one.kappa) == (1.0, None)
    assert "not defined" in one.lines()[-1]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1))
def test_kappa_is_symmetric_and_at_most_one(pairs: list[tuple[str, str]]) -> None:
    """Swapping the coders changes nothing; κ is 1 just where all codes are equal."""
    found = measure_agreement(pairs)
    swapped = measure_agreement([(second, first) for first, second in pairs])
    assert (found.observed, found.kappa) == (swapped.observed, swapped.kappa)
    if found.kappa is not None:
        assert -1 <= found.kappa <= 1
        assert (found.kappa == 1) == (found.equal == found.n)
