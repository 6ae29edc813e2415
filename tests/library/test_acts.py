"""Views over several tables: no proposal is counted twice, and none is lost for a gap."""

from __future__ import annotations

from pathlib import Path

import pytest

from invented import make_collection
from kopjaqty import store
from kopjaqty.acts import JOINED, NOT_STATED_WORDS, acts, initiatives, joined, read_acts
from kopjaqty.language import speaking
from kopjaqty.tables import load


def proposals() -> set[str]:
    """Give the events that put something forward, by the tables alone."""
    kinds = [
        t["term"] for t in store.terms_of("event_type").values() if t["counts_as"] == "proposal"
    ]
    events = load("events")
    objects = set(load("participants").query("role == 'object'")["event_id"])
    return set(events.loc[events["type"].isin(kinds), "event_id"]) & objects


def test_every_proposal_is_counted_once() -> None:
    """By forum, proposer and year, the counts add up to the events of the tables."""
    table = acts()
    own = table[table["proposal"] & (table["role"] == "proposer")]
    counts = own.groupby(["forum_id", "actor_id", "year"]).size()
    assert counts.sum() == len(proposals()) == own["act_id"].nunique()
    assert set(own["act_id"]) == proposals()


def test_a_gap_says_that_it_is_one() -> None:
    """No cell is empty or missing: what is not stated says so."""
    table = acts()
    assert not table.isna().any().any()
    assert not (table == "").any().any()
    nobody = table[table["proposal"] & (table["actor_id"] == NOT_STATED_WORDS)]
    stated = load("participants").query("role == 'proposer'")["event_id"]
    assert set(nobody["act_id"]) == proposals() - set(stated)


def test_an_act_has_its_object_and_documents() -> None:
    """Object, date, status and documents are those of the tables."""
    events = store.rows_by_id("events")
    objects = {
        row["event_id"]: row["entity_id"]
        for row in store.rows("participants")
        if row["role"] == "object"
    }
    table = acts()
    assert set(table["act_id"]) == set(objects)
    for row in table.to_dict("records"):
        assert row["object_id"] == objects[row["act_id"]]
        assert row["date"] == (events[row["act_id"]]["date"] or NOT_STATED_WORDS)
        assert row["documents"].split(JOINED)[0] in set(load("documents")["document_id"])


@pytest.mark.parametrize(
    ("act", "year"),
    [
        ("cica_proposed", "1992"),  # a year
        ("unsc_membership", "2017–2018"),  # from one to another
        ("iabs_proposed", NOT_STATED_WORDS),  # on or before a day
        ("world_without_war_proposed", NOT_STATED_WORDS),  # no date
    ],
)
def test_a_year_is_one_that_is_stated(act: str, year: str) -> None:
    """A date that is open at an end has no year."""
    table = acts()
    assert set(table.loc[table["act_id"] == act, "year"]) == {year}


def test_words_are_in_the_language_in_use() -> None:
    """Names and "not stated" are words; ids and dates stay as they are."""
    with speaking("ru"):
        russian = acts()
    english = acts()
    assert (russian["actor_id"] == english["actor_id"]).all()
    assert (russian["actor"] != english["actor"]).all()


def test_initiatives_have_lists() -> None:
    """A row each, with all who proposed it, where and when; joined they are text."""
    table = initiatives().set_index("initiative_id")
    assert list(table.index) == list(load("initiatives")["initiative_id"])
    proposers = table["proposers"].to_dict()
    counts = {"energy_strategy": 2, "cica": 1, "peace_zone": 0}
    assert {key: len(proposers[key]) for key in counts} == counts
    for act in read_acts():
        if act.is_proposal and act.objects[0] in table.index:
            row = table.loc[act.objects[0]]
            assert set(act.proposers) <= set(row["proposers"])
            assert set(act.forums) <= set(row["forums"])
            assert act.event["event_id"] in row["acts"]
    text = joined(initiatives()).set_index("initiative_id")["proposers"].to_dict()
    assert text == {key: JOINED.join(who) for key, who in proposers.items()}


def test_a_folder_of_ones_own(tmp_path: Path) -> None:
    """The views are of the data that are asked for."""
    folder = make_collection(tmp_path)
    assert list(acts(data=folder)["object_id"]) == ["fair_again"]
    assert list(initiatives(data=folder)["proposers"]) == [("yersinov",)]
