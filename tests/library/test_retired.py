"""Of an id of an earlier release one hears what became of it, wherever it is asked for."""

from __future__ import annotations

import pytest

from kopjaqty.cite import cite
from kopjaqty.corpus.passages import passage
from kopjaqty.errors import UnknownName
from kopjaqty.store import rows
from kopjaqty.tables import load


def test_every_retired_id_is_told() -> None:
    """Whoever cites a row of an earlier release hears what became of it."""
    here = {row["entity_id"] for row in rows("entities")}  # what was once an initiative too
    gone = [row for row in rows("retired") if row["id"] not in here]
    assert len(gone) > 100
    for retired in gone[::9]:
        with pytest.raises(UnknownName, match="was given up with release") as caught:
            cite(retired["id"])
        assert retired["became"] in str(caught.value)


def test_a_passage_of_an_earlier_release() -> None:
    """A passage of an earlier release, and one of its rows, say what became of them."""
    with pytest.raises(UnknownName, match="of positions was given up with release"):
        passage("p109")
    with pytest.raises(UnknownName, match="of evidence was given up with release"):
        passage("e0101")
    with pytest.raises(UnknownName, match="In its place: nuclear_arms_renunciation"):
        passage("nuclear_disarmament_call", table="entities")


def test_what_load_is_asked_for() -> None:
    """Who asks for a row where a table is asked for hears what became of it."""
    with pytest.raises(UnknownName, match="In its place: nuclear_arms_renunciation"):
        load("nuclear_disarmament_call")
