"""How far each initiative has come, and which documents say so.

The table `initiatives` has the furthest stage that any document states. Earlier stages, their
dates and who states them follow from relations and events that bring a stage, as the terms of
the data say:

    a relation    its predicate brings a stage (`brings_stage`), to its object or its subject
                  (`stage_goes_to`), where its status counts as a fact; `onward`: to the object,
                  by the act that brought the subject there
                  its status brings one: planned, where there is a date
    an event      its type brings a stage to its subject, where its status counts as a fact; and
                  where the type is an occurrence of the subject itself, its status may: while it
                  goes on, its subject is at work

Nothing goes beyond the stage that the table gives. A stage without such a row is not stated.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kopjaqty.arguments import TABLE, PathLike, allow
from kopjaqty.dates import Date, parse_date
from kopjaqty.errors import KopjaqtyError, Problem, UnknownName
from kopjaqty.language import _, localized
from kopjaqty.store import Row, labels_of, terms_of
from kopjaqty.tables import load
from kopjaqty.timelines.events import documents_of

if TYPE_CHECKING:
    import pandas as pd

ONWARD = "onward"
NEEDED = ("initiative_id", "field", "stage", "proposed")


@dataclasses.dataclass
class Stage:
    """One stage of an initiative: dates and documents that state it."""

    name: str
    dates: list[Date] = dataclasses.field(default_factory=list)
    documents: list[str] = dataclasses.field(default_factory=list)

    def add(self, date: Date, documents: tuple[str, ...]) -> None:
        """Note another statement of it."""
        if date.precision != "unstated" and date not in self.dates:
            self.dates.append(date)
        self.documents += [each for each in documents if each not in self.documents]


@dataclasses.dataclass
class LifeCycle:
    """An initiative with the stages that the documents state, in their order."""

    initiative: str
    name: str
    field: str
    furthest: str
    stages: dict[str, Stage] = dataclasses.field(default_factory=dict)
    differs: tuple[str, ...] = ()

    @property
    def documents(self) -> set[str]:
        """Every document that states a stage of it."""
        return {document for stage in self.stages.values() for document in stage.documents}


def read_life_cycles(initiatives: pd.DataFrame | None, data: PathLike | None) -> list[LifeCycle]:
    """Gather the stages of initiatives, the furthest first, then by field.

    >>> cycle = next(c for c in read_life_cycles(None, None) if c.initiative == "cica")
    >>> [(name, [d.text for d in stage.dates]) for name, stage in cycle.stages.items()]
    [('proposed', ['1992']), ('operating', [])]
    """
    allow(TABLE, initiatives=initiatives)
    frame = load("initiatives", data=data) if initiatives is None else initiatives
    if missing := [name for name in NEEDED if name not in frame.columns]:
        what = _("Life cycles need the columns of the table `initiatives`.")
        remedy = _("Take rows of it, not columns: initiatives[initiatives.field == 'water'].")
        raise UnknownName(Problem(what, column=missing[0], remedy=remedy))
    if not len(frame):
        raise KopjaqtyError(_("There is no initiative to draw."))
    order, fields = list(labels_of("stage", data)), list(labels_of("field", data))
    names = {row["entity_id"]: row for row in load("entities", data=data).to_dict("records")}
    stated = _statements(data)
    own = documents_of("initiatives", data)
    differing = _differences(data)
    cycles = []
    rows: list[dict[Any, Any]] = frame.astype(object).to_dict("records")
    for row in rows:
        key = str(row["initiative_id"])
        cycle = LifeCycle(key, localized(names.get(key, {}), "name") or key, row["field"], "")
        cycle.furthest = row["stage"]
        cycle.stages = _stages(row, stated.get(key, []), own.get(key, ()), order)
        cycle.differs = differing.get(key, ())
        cycles.append(cycle)
    cycles.sort(
        key=lambda c: (-order.index(c.furthest), fields.index(c.field), c.name, c.initiative)
    )
    return cycles


def _stages(
    row: dict[Any, Any],
    stated: list[tuple[str, Date, tuple[str, ...]]],
    own: tuple[str, ...],
    order: list[str],
) -> dict[str, Stage]:
    """Put statements into the order of the stages, and the row's own documents to its stage."""
    furthest = order.index(row["stage"])
    stages: dict[str, Stage] = {}
    for name, date, documents in stated:
        if name in order and order.index(name) <= furthest:
            stages.setdefault(name, Stage(name)).add(date, documents)
    last = stages.setdefault(row["stage"], Stage(row["stage"]))
    # The row's documents state its stage, save those that are known for an earlier one alone.
    earlier = {each for stage in stages.values() if stage is not last for each in stage.documents}
    rest = tuple(each for each in own if each not in earlier) or (() if last.documents else own)
    last.add(parse_date(None), rest)
    first = stages.get(order[0])
    if first and not first.dates:
        first.add(parse_date(row["proposed"]), ())
    return {name: stages[name] for name in order if name in stages}


def _statements(data: PathLike | None) -> dict[str, list[tuple[str, Date, tuple[str, ...]]]]:
    """Give stage, date and documents of all that relations and events say of an entity."""
    found: dict[str, list[tuple[str, Date, tuple[str, ...]]]] = {}
    for about, stage, date, documents in (*_from_relations(data), *_from_events(data)):
        found.setdefault(about, []).append((stage, parse_date(date), documents))
    return found


Statement = tuple[str, str, Any, tuple[str, ...]]


def _from_relations(data: PathLike | None) -> Iterator[Statement]:
    documents = documents_of("relations", data)
    statuses, predicates = terms_of("relation_status", data), terms_of("predicate", data)
    rows = load("relations", data=data).astype(object).to_dict("records")
    brought = _brought(rows, predicates)
    for row in rows:
        predicate, status = predicates[row["predicate"]], statuses[row["status"]]
        goes_to = predicate["stage_goes_to"]
        stage = predicate["brings_stage"] if status["counts_as"] == "fact" else ""
        if status["brings_stage"] and parse_date(row["date"]).precision != "unstated":
            stage = status["brings_stage"]
            goes_to = "" if goes_to == ONWARD else goes_to
        if stage and goes_to != ONWARD:
            about = row["subject_id" if goes_to == "subject" else "object_id"]
            yield about, stage, row["date"], documents.get(row["relation_id"], ())
        act = brought.get((predicate["brings_stage"], row["subject_id"]))
        if act and predicate["stage_goes_to"] == ONWARD:
            told = documents.get(act["relation_id"], ())
            yield row["object_id"], predicate["brings_stage"], act["date"], told


def _brought(
    rows: list[dict[Any, Any]], predicates: Mapping[str, Row]
) -> dict[tuple[str, str], dict[Any, Any]]:
    """Give the acts that brought a thing to a stage, which it may pass on."""
    found = {}
    for row in rows:
        predicate = predicates[row["predicate"]]
        if predicate["brings_stage"] and predicate["stage_goes_to"] in ("", "object"):
            found[predicate["brings_stage"], row["object_id"]] = row
    return found


def _from_events(data: PathLike | None) -> Iterator[Statement]:
    documents = documents_of("events", data)
    statuses, types = terms_of("event_status", data), terms_of("event_type", data)
    roles = terms_of("role", data)
    events = {
        row["event_id"]: row for row in load("events", data=data).astype(object).to_dict("records")
    }
    for row in load("participants", data=data).astype(object).to_dict("records"):
        event = events[row["event_id"]]
        if roles[row["role"]]["counts_as"] != "subject":
            continue
        kind, status = types[event["type"]], statuses[event["status"]]
        stage = kind["brings_stage"] if status["counts_as"] == "fact" else ""
        if kind["counts_as"] == "occurrence":
            stage = status["brings_stage"] or stage
        if stage:
            yield row["entity_id"], stage, event["date"], documents.get(row["event_id"], ())


def _differences(data: PathLike | None) -> dict[str, tuple[str, ...]]:
    """Find the differences between documents that are about an initiative.

    They are about it if their passages meet its own in two documents or more.
    """
    evidence = load("evidence", data=data)
    kinds = load("discrepancies", data=data)
    between = set(kinds.loc[kinds["kind"] == "between_documents", "discrepancy_id"])
    rows = evidence.to_dict("records")
    own = [row for row in rows if row["table"] == "initiatives"]
    met: dict[tuple[str, str], set[str]] = {}
    for other in rows:
        if other["table"] != "discrepancies" or other["record_id"] not in between:
            continue
        for row in own:
            same = row["document_id"] == other["document_id"]
            if same and row["start"] < other["end"] and other["start"] < row["end"]:
                pair = (row["record_id"], other["record_id"])
                met.setdefault(pair, set()).add(row["document_id"])
    found: dict[str, tuple[str, ...]] = {}
    for (initiative, discrepancy), documents in met.items():
        if len(documents) > 1:
            found[initiative] = (*found.get(initiative, ()), discrepancy)
    return found
