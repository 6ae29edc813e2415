"""How far each initiative has come, and which documents say so.

The table `initiatives` has the furthest stage that any document states. Earlier stages, their
dates and who states them are told by the acts of which it is the object (`kopjaqty.acts`): an act
that has happened brings it to the stage of its type, one that lies ahead to the stage of its
status, as the terms of the data say (`brings_stage`).

Nothing goes beyond the stage that the table gives. A stage without such an act is not stated.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from kopjaqty.acts import Act, read_acts
from kopjaqty.arguments import TABLE, PathLike, allow
from kopjaqty.dates import Date, parse_date
from kopjaqty.errors import KopjaqtyError, Problem, UnknownName
from kopjaqty.language import _, localized
from kopjaqty.store import labels_of, rows_by_table
from kopjaqty.tables import load

if TYPE_CHECKING:
    import pandas as pd

BETWEEN = "between_documents"
NEEDED = ("initiative_id", "field", "stage")


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
    [('proposed', ['1992']), ('operating', ['2024-03-05'])]
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
    own: dict[str, list[Act]] = {}
    for act in read_acts(data):
        for thing in act.objects:
            own.setdefault(thing, []).append(act)
    differing = _differences(data, own)
    cycles = []
    rows: list[dict[Any, Any]] = frame.astype(object).to_dict("records")
    for row in rows:
        key = str(row["initiative_id"])
        cycle = LifeCycle(key, localized(names.get(key, {}), "name") or key, row["field"], "")
        cycle.furthest = row["stage"]
        cycle.stages = _stages(row["stage"], own.get(key, []), order)
        cycle.differs = differing.get(key, ())
        cycles.append(cycle)
    cycles.sort(
        key=lambda c: (-order.index(c.furthest), fields.index(c.field), c.name, c.initiative)
    )
    return cycles


def _stages(furthest: str, own: list[Act], order: list[str]) -> dict[str, Stage]:
    """Put what acts bring into the order of the stages."""
    stages: dict[str, Stage] = {}
    for act in own:
        if act.stage in order and order.index(act.stage) <= order.index(furthest):
            stage = stages.setdefault(act.stage, Stage(act.stage))
            stage.add(parse_date(act.event["date"]), act.documents)
    stages.setdefault(furthest, Stage(furthest))
    return {name: stages[name] for name in order if name in stages}


def _differences(data: PathLike | None, own: dict[str, list[Act]]) -> dict[str, tuple[str, ...]]:
    """Find the differences between documents that concern an initiative, or an act about it."""
    tables = rows_by_table(("discrepancies", "concerns", "participants"), data)
    between = {r["discrepancy_id"] for r in tables["discrepancies"] if r["kind"] == BETWEEN}
    key = ("event_id", "entity_id", "role")
    event_of = {
        "|".join(row[column] for column in key): row["event_id"] for row in tables["participants"]
    }
    about = {act.event["event_id"]: act.objects for acts in own.values() for act in acts}
    differences: dict[str, dict[str, None]] = {}
    for row in tables["concerns"]:
        record = row["record_id"]
        if row["discrepancy_id"] not in between:
            continue
        things = {
            "initiatives": (record,),
            "events": about.get(record, ()),
            "participants": about.get(event_of.get(record, ""), ()),
        }.get(row["table"], ())
        for thing in things:
            differences.setdefault(thing, {})[row["discrepancy_id"]] = None
    return {thing: tuple(names) for thing, names in differences.items()}
