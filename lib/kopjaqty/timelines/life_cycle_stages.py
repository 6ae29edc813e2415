"""How far each initiative has come, and which documents say so.

The table `initiatives` has the furthest stage that any document states. Earlier stages, their
dates and who states them follow from relations and events whose meaning is a stage:

    proposed      a relation `proposed` or `put_forward_at`
    planned       a dated relation with the status `planned` (`hosts`, `implements` …); a meeting,
                  a day kept, a vote or an opening that is planned
    adopted       a relation `adopted`, of it or of a text that supports it; a decision or
                  proclamation about it
    established   a relation `establishes`; its founding
    operating     its opening; an event of it that goes on

Nothing goes beyond the stage that the table gives. A stage without such a row is not stated.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kopjaqty.arguments import TABLE, PathLike, allow
from kopjaqty.dates import Date, parse_date
from kopjaqty.errors import KopjaqtyError, Problem, UnknownName
from kopjaqty.language import _, localized
from kopjaqty.tables import load
from kopjaqty.timelines.events import documents_of, labels_of

if TYPE_CHECKING:
    import pandas as pd

BY_PREDICATE = {
    "proposed": "proposed",
    "put_forward_at": "proposed",
    "adopted": "adopted",
    "establishes": "established",
}
BY_EVENT = {
    "proposal": "proposed",
    "decision": "adopted",
    "proclamation": "adopted",
    "founding": "established",
    "opening": "operating",
}
PLANNED = ("meeting", "observance", "vote", "opening", "founding")
"""Events that, while they are planned, are a set time for what they are about."""

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
    if "proposed" in stages and not stages["proposed"].dates:
        stages["proposed"].add(parse_date(row["proposed"]), ())
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
    rows = load("relations", data=data).astype(object).to_dict("records")
    adopted = {row["object_id"]: row for row in rows if row["predicate"] == "adopted"}
    for row in rows:
        stage = BY_PREDICATE.get(row["predicate"])
        about = row["subject_id" if row["predicate"] == "put_forward_at" else "object_id"]
        if row["status"] == "planned":
            stage = "planned"
            if parse_date(row["date"]).precision == "unstated":
                continue
        if stage and row["status"] in ("stated", "planned"):
            yield about, stage, row["date"], documents.get(row["relation_id"], ())
        if row["predicate"] == "supports" and row["subject_id"] in adopted:
            act = adopted[row["subject_id"]]
            yield about, "adopted", act["date"], documents.get(act["relation_id"], ())


def _from_events(data: PathLike | None) -> Iterator[Statement]:
    documents = documents_of("events", data)
    events = {
        row["event_id"]: row for row in load("events", data=data).astype(object).to_dict("records")
    }
    for row in load("participants", data=data).astype(object).to_dict("records"):
        event = events[row["event_id"]]
        if row["role"] != "subject":
            continue
        stage = BY_EVENT.get(event["type"])
        if event["status"] == "planned":
            stage = "planned" if event["type"] in PLANNED else None
        elif event["status"] == "ongoing":
            stage = "operating"
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
