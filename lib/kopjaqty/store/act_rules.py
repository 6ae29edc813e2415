"""What acts, relations and initiatives must agree on: one act is told in three tables.

An act is an event that does something with a thing; which types of event are acts, which role the
thing has, and which roles a relation's two ends have in the act that implies it, are columns of
`terms`. Of what differs, both rows are named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kopjaqty.errors import Problem
from kopjaqty.language import _
from kopjaqty.store.files import Rows
from kopjaqty.store.rules import ParsedTables, Rules, entered_in

ACT_RULES: Rules = {}
"""Every rule of this file, and the columns of each table that it builds on."""

rule = entered_in(ACT_RULES)

Term = dict[str, str]
STATUSES = ("event_status", "relation_status")
TERMS = "vocabulary term order counts_as brings_stage subject_roles object_roles"
EVENTS = "event_id parent_event_id date status type place_id"
PARTICIPANTS = "event_id entity_id role"


def _terms(rows: Rows, vocabulary: str) -> dict[str, Term]:
    """The terms of a vocabulary, with the columns that rules ask for."""
    columns = tuple(TERMS.split())
    cells = (dict(zip(columns, row, strict=True)) for row in rows.keys(columns))
    return {cell["term"]: cell for cell in cells if cell["vocabulary"] == vocabulary}


def _counting(terms: Mapping[str, Term], *kinds: str) -> set[str]:
    return {term for term, row in terms.items() if row["counts_as"] in kinds}


def _roles(rows: Rows) -> dict[str, list[tuple[str, str]]]:
    """Who belongs to each event, and in what role."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for event, entity, role in rows.keys(("event_id", "entity_id", "role")):
        found[event].append((entity, role))
    return found


def _named(events: Rows, row: int) -> str:
    """An event with its file and line."""
    return _("{event} ({file}, line {line})").format(
        event=events.columns["event_id"][row], file=events.table.path, line=events.lines[row]
    )


@rule(events="event_id parent_event_id")
def events_are_no_part_of_themselves(tables: ParsedTables) -> Iterator[Problem]:
    """Whoever asks what an event is a part of must get to an end."""
    rows = tables["events"]
    parents = rows.mapping("event_id", "parent_event_id")
    for row, event in enumerate(rows.columns["event_id"]):
        above, seen = parents[event], set[str]()
        while above and above != event and above not in seen:
            seen.add(above)
            above = parents.get(above, "")
        if above == event:
            what = _("The event is, through the events above it, a part of itself.")
            yield rows.problem(what, row, "parent_event_id", remedy=_("Empty one of the cells."))


@rule(terms=TERMS, events=EVENTS, participants=PARTICIPANTS)
def acts_have_one_object(tables: ParsedTables) -> Iterator[Problem]:
    """An act has one object, or parts that have: so that nothing is counted twice."""
    events, roles = tables["events"], _terms(tables["terms"], "role")
    objects, proposers = _counting(roles, "object"), _counting(roles, "proposer")
    types = _terms(tables["terms"], "event_type")
    acts, proposals = _counting(types, "act", "proposal"), _counting(types, "proposal")
    parents, who = set(events.columns["parent_event_id"]), _roles(tables["participants"])
    for row, (event, kind) in enumerate(events.keys(("event_id", "type"))):
        things = sorted({entity for entity, role in who[event] if role in objects})
        proposed = any(role in proposers for _entity, role in who[event])
        if len(things) > 1:
            what = _("The event has more than one object: {objects}.")
            remedy = _("Make each an event of its own, with this one as its parent.")
            what = what.format(objects=", ".join(things))
            yield events.problem(what, row, "event_id", remedy=remedy)
        elif kind in acts and not things and event not in parents:
            what = _("The act has no object, and no event is a part of it.")
            remedy = _("Add the object to participants.csv, or choose another type of event.")
            yield events.problem(what, row, "type", remedy=remedy)
        elif proposed and not (things and kind in proposals):
            what = _("There is a proposer, and yet no proposal with an object.")
            expected = ", ".join(sorted(proposals))
            remedy = _("Give the proposer to the event that is the proposal.")
            yield events.problem(what, row, "type", expected=expected, remedy=remedy)


@rule(terms=TERMS, events=EVENTS, participants=PARTICIPANTS)
def no_proposal_stands_twice(tables: ParsedTables) -> Iterator[Problem]:
    """The same proposal by the same proposer at the same place and time is one event."""
    events, roles = tables["events"], _terms(tables["terms"], "role")
    telling = _counting(roles, "object", "proposer", "forum")
    proposals = _counting(_terms(tables["terms"], "event_type"), "proposal")
    who = _roles(tables["participants"])
    seen: dict[tuple[object, ...], int] = {}
    for row, (event, kind, date) in enumerate(events.keys(("event_id", "type", "date"))):
        told = tuple(sorted(pair for pair in who[event] if pair[1] in telling))
        if kind not in proposals or not told:
            continue
        before = seen.setdefault((kind, date, told), row)
        if before != row:
            what = _("The same proposal stands in {event}.").format(event=_named(events, before))
            remedy = _("Keep one of the two; note the other in retired.csv.")
            yield events.problem(what, row, "event_id", remedy=remedy)


@rule(
    terms=TERMS,
    events=EVENTS,
    participants=PARTICIPANTS,
    relations="relation_id subject_id predicate object_id date status event_id",
)
def relations_follow_their_acts(tables: ParsedTables) -> Iterator[Problem]:
    """Who, what and when of a relation are those of the act that implies it."""
    events, relations = tables["events"], tables["relations"]
    predicates = _terms(tables["terms"], "predicate")
    row_of = {event: row for row, event in enumerate(events.columns["event_id"])}
    who = _roles(tables["participants"])
    facts = [_counting(_terms(tables["terms"], v), "fact") for v in STATUSES]
    columns = ("event_id", "predicate", "subject_id", "object_id")
    for row, (event, predicate, *ends) in enumerate(relations.keys(columns)):
        term = predicates.get(predicate, {})
        if not event and term.get("counts_as") == "act":
            what = _("A relation with this predicate names the act that implies it.")
            expected = _("the event_id of a row of events.csv")
            yield relations.problem(what, row, "event_id", expected=expected)
        if event not in row_of:
            continue
        place = events.columns["place_id"][row_of[event]]
        for column, entity in zip(("subject", "object"), ends, strict=True):
            own = {role for other, role in who[event] if other == entity}
            wanted = term.get(f"{column}_roles", "").split()
            if own.intersection(wanted or own) or (entity == place and not wanted):
                continue
            what = _("In the act {act} the {end} of the relation has another role, or none.")
            yield relations.problem(
                what.format(act=_named(events, row_of[event]), end=column),
                row,
                f"{column}_id",
                expected=_("a participant with the role {roles}").format(
                    roles=", ".join(wanted) or "…"
                ),
                remedy=_("Correct the relation, or the row of participants.csv."),
            )
        yield from _same_time(relations, row, events, row_of[event], facts)


def _same_time(
    relations: Rows, row: int, events: Rows, at: int, facts: list[set[str]]
) -> Iterator[Problem]:
    """A relation is dated as its act, and is a fact where that is one."""
    date = events.columns["date"][at]
    remedy = _("Bring the two rows together.")
    if relations.columns["date"][row] != date:
        what = _("The act {act} has another date.").format(act=_named(events, at))
        expected = date or _("an empty cell")
        yield relations.problem(what, row, "date", expected=expected, remedy=remedy)
    status, own = events.columns["status"][at], relations.columns["status"][row]
    if (status in facts[0]) != (own in facts[1]):
        what = _("The act {act} has the status {status}.")
        what = what.format(act=_named(events, at), status=status)
        yield relations.problem(what, row, "status", remedy=remedy)


def stage_of(kind: Mapping[str, str], status: Mapping[str, str]) -> str:
    """The stage to which an act of this type and status brings its object, or nothing.

    >>> stage_of({"brings_stage": "adopted"}, {"counts_as": "fact", "brings_stage": ""})
    'adopted'
    """
    fact = kind.get("brings_stage", "") if status.get("counts_as") == "fact" else ""
    return status.get("brings_stage") or fact


@rule(
    terms=TERMS,
    entities="entity_id kind",
    events=EVENTS,
    participants=PARTICIPANTS,
    initiatives="initiative_id stage",
)
def stages_follow_acts(tables: ParsedTables) -> Iterator[Problem]:
    """An initiative's stage is the furthest to which an act brings it."""
    rows, events, terms = tables["initiatives"], tables["events"], tables["terms"]
    order = {term: int(row["order"]) for term, row in _terms(terms, "stage").items()}
    types, statuses = _terms(terms, "event_type"), _terms(terms, "event_status")
    objects = _counting(_terms(terms, "role"), "object")
    who, nothing = _roles(tables["participants"]), Term()
    furthest: dict[str, tuple[int, int, str]] = {}
    for at, (event, kind, status) in enumerate(events.keys(("event_id", "type", "status"))):
        stage = stage_of(types.get(kind, nothing), statuses.get(status, nothing))
        for entity in (entity for entity, role in who[event] if role in objects):
            if stage in order and order[stage] > furthest.get(entity, (0, 0, ""))[0]:
                furthest[entity] = order[stage], at, stage
    for row, (initiative, stage) in enumerate(rows.keys(("initiative_id", "stage"))):
        if initiative not in furthest:
            what = _("No act brings the initiative to a stage.")
            remedy = _("Add the event of which it is the object, with what states it.")
            yield rows.problem(what, row, "stage", remedy=remedy)
        elif furthest[initiative][2] != stage:
            _order, at, expected = furthest[initiative]
            what = _("The act {act} brings the initiative to another stage, and none goes further.")
            what = what.format(act=_named(events, at))
            remedy = _("Correct the stage here, or the act.")
            yield rows.problem(what, row, "stage", expected=expected, remedy=remedy)
    yield from _initiatives_have_rows(tables)


def _initiatives_have_rows(tables: ParsedTables) -> Iterator[Problem]:
    """What is of the kind of an initiative has a row among them."""
    entities, known = tables["entities"], set(tables["initiatives"].columns["initiative_id"])
    kinds = _counting(_terms(tables["terms"], "entity_kind"), "initiative")
    for row, (entity, kind) in enumerate(entities.keys(("entity_id", "kind"))):
        if kind in kinds and entity not in known:
            what = _("A thing of this kind has a row in initiatives.csv.")
            yield entities.problem(what, row, "entity_id", remedy=_("Add the row."))


@rule(initiatives="initiative_id outcome_id", entities="entity_id kind", events="event_id")
def outcomes_are_there(tables: ParsedTables) -> Iterator[Problem]:
    """What came of an initiative is an entity or an event."""
    rows = tables["initiatives"]
    known = {*tables["entities"].columns["entity_id"], *tables["events"].columns["event_id"]}
    for row, outcome in enumerate(rows.columns["outcome_id"]):
        if outcome and outcome not in known:
            what = _("There is no such row in entities.csv or events.csv.")
            remedy = _("Correct the id, or empty the cell.")
            yield rows.problem(what, row, "outcome_id", remedy=remedy)
