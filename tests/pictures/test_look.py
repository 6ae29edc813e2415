"""The data say how their terms are drawn, and whatever they say nothing of is drawn plainly."""

from __future__ import annotations

from itertools import combinations

from kopjaqty.store import read_package
from kopjaqty.style.look import group_of, read_look
from kopjaqty.style.palette import LINES, NEUTRAL, ROLES
from kopjaqty.tables import load


def test_the_data_can_ask_for_what_there_is() -> None:
    """The roles and lines that the columns of the terms take are those of the palette."""
    fields = {field.name: field for field in read_package().tables["terms"].fields}
    assert list(fields["colour_role"].enum) == list(ROLES)
    assert list(fields["line"].enum) == list(LINES)


def test_groups_differ_without_colour() -> None:
    """No two groups share a marker, a colour or a name."""
    for one, other in combinations(read_look().groups, 2):
        assert one.marker != other.marker
        assert one.fill != other.fill
        assert one.title != other.title


def test_every_kind_has_a_group() -> None:
    """Each kind of entity of the vocabulary is in one group, and no group has another."""
    terms = load("terms")
    kinds = terms.loc[terms["vocabulary"] == "entity_kind", "term"].to_list()
    groups = [g for g in read_look().groups if g.name in set(terms["group"].dropna())]
    assert sorted(kinds) == sorted(kind for group in groups for kind in group.kinds)


def test_events_have_the_dashes_of_relations() -> None:
    """What happened or goes on is drawn as what is stated, what is planned as planned."""
    events, relations = (read_look().statuses[f"{of}_status"] for of in ("event", "relation"))
    dashes = {term: LINES[status.drawn] for term, status in events.items()}
    stated, planned = (LINES[relations[term].drawn] for term in ("stated", "planned"))
    assert dashes == {"happened": stated, "ongoing": stated, "planned": planned}


def test_every_status_has_a_dash() -> None:
    """The data say of each status how it is drawn; stated, planned and ended differ."""
    statuses = read_look().statuses["relation_status"]
    assert not any(status.is_named for status in statuses.values())
    assert len({LINES[statuses[term].drawn] for term in ("stated", "planned", "ended")}) == 3


def test_unknown_kind() -> None:
    """A kind of which the data say nothing is drawn among the others, in a colour of its own."""
    group = group_of("organisation")
    assert (group.name, group.title, group.fill) == ("other", "Other", NEUTRAL.fill)
    assert NEUTRAL.fill not in {role.fill for role in ROLES.values()}
