"""Views over several tables: acts, a row each actor and object; initiatives, a row each.

An act is an event with an object: somebody proposes, adopts, signs, opens … something. What a
role or a type of event counts as, and the stage that an act brings, are columns of `terms`.

    kq.acts()           one row an act × actor × object, "not stated" where there would be a gap
    kq.initiatives()    one row an initiative, with lists: who proposed it, where, when
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kopjaqty.arguments import PathLike
from kopjaqty.dates import parse_date
from kopjaqty.language import _, localized
from kopjaqty.store import Row, RowsByTable, rows_by_table, sort_terms
from kopjaqty.store.act_rules import stage_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "JOINED",
    "NOT_STATED",
    "Act",
    "acts",
    "initiatives",
    "joined",
    "read_acts",
    "read_initiatives",
]

NOT_STATED = "not stated"
"""In place of an id or a date that the documents do not state, in every language."""
NO_STAGE = "none"
"""In place of a stage: acts of this type bring none."""
JOINED = " | "
"""Between the parts of a list that is written as text."""

NEEDED = ("events", "participants", "evidence", "terms")
NOT_ACTING = ("object", "theme", "forum", "addressee")
"""What a role counts as whose bearer does nothing in the act."""


@dataclass(frozen=True)
class Act:
    """An event with what it is about, who did it, where and to whom, and who states it.

    `doers` are entity and role, in the order of the roles; `proposers` those of them who put the
    object forward. `stage` is what it brings its object to, "" for nothing.
    """

    event: Row
    stage: str
    is_proposal: bool
    objects: tuple[str, ...]
    doers: tuple[tuple[str, str], ...]
    proposers: tuple[str, ...]
    forums: tuple[str, ...]
    addressees: tuple[str, ...]
    documents: tuple[str, ...]


def read_acts(data: PathLike | None = None) -> tuple[Act, ...]:
    """Gather every event that has an object, in the order of the table.

    >>> act = next(act for act in read_acts() if act.event["event_id"] == "cica_proposed")
    >>> act.objects, act.proposers, act.stage
    (('cica',), ('kazakhstan',), 'proposed')
    """
    tables = rows_by_table(NEEDED, data)
    terms = {
        vocabulary: sort_terms(vocabulary, tables["terms"])
        for vocabulary in ("role", "event_type", "event_status")
    }
    counts = {role: row.get("counts_as", "") for role, row in terms["role"].items()}
    order = list(terms["role"])
    who: dict[str, list[Row]] = {}
    for row in tables["participants"]:
        who.setdefault(row["event_id"], []).append(row)
    stating = documents_of("events", tables)
    found = []
    for event in tables["events"]:
        rows = sorted(who.get(event["event_id"], ()), key=lambda row: order.index(row["role"]))

        def those(*kinds: str, rows: list[Row] = rows) -> tuple[str, ...]:
            return tuple(row["entity_id"] for row in rows if counts[row["role"]] in kinds)

        if not those("object"):
            continue
        kind = terms["event_type"][event["type"]]
        doers = [row for row in rows if counts[row["role"]] not in NOT_ACTING]
        act = Act(
            event,
            stage_of(kind, terms["event_status"][event["status"]]),
            kind.get("counts_as") == "proposal",
            those("object"),
            tuple((row["entity_id"], row["role"]) for row in doers),
            those("proposer"),
            those("forum"),
            those("addressee"),
            stating.get(event["event_id"], ()),
        )
        found.append(act)
    return tuple(found)


def documents_of(table: str, tables: RowsByTable) -> dict[str, tuple[str, ...]]:
    """Give the documents that state each row of a table.

    >>> documents_of("relations", rows_by_table(["evidence"]))["r0002"]
    ('omarov_2025', 'analysis_2024', 'geneva_2026')
    """
    found: dict[str, dict[str, None]] = {}
    for row in tables["evidence"]:
        if row["table"] == table:
            found.setdefault(row["record_id"], {})[row["document_id"]] = None
    return {record: tuple(documents) for record, documents in found.items()}


def acts(*, data: PathLike | None = None) -> pd.DataFrame:
    """Give the acts: one row an act, an actor and an object.

    Parameters
    ----------
    data : path, optional
        As in `load`.

    Returns
    -------
    pandas.DataFrame
        `act_id` (a key of `events`), `title`, `type`, `proposal` (whether something is put
        forward), `actor_id`, `actor` (its name), `role`, `object_id`, `object`, `forum_id`,
        `forum`, `date` (EDTF), `year`, `status`, `stage` (what it brings the object to, or
        "none"), `documents`. Several forums or documents are joined by " | ". Where an actor, a
        forum or a date is not stated, the cell says "not stated": no row is lost in a count. A
        proposal whose proposer is not stated has a row that says so. To count proposals, take
        `acts[acts["proposal"] & (acts["role"] == "proposer")]`: one row a proposal and proposer.

    Examples
    --------
    >>> table = acts()
    >>> one = table[table["act_id"] == "cica_proposed"].iloc[0]
    >>> one["actor_id"], one["object_id"], one["year"]
    ('kazakhstan', 'cica', '1992')
    """
    import pandas as pd

    tables = rows_by_table(("entities", "terms"), data)
    names = {row["entity_id"]: localized(row, "name") for row in tables["entities"]}
    roles = sort_terms("role", tables["terms"])
    proposing = [role for role, row in roles.items() if row.get("counts_as") == "proposer"]
    rows: list[dict[str, Any]] = []
    for act in read_acts(data):
        doers = list(act.doers)
        if act.is_proposal and not act.proposers and proposing:
            doers.insert(0, ("", proposing[0]))
        told = _told_of(act, names)
        for actor, role in doers or [("", NOT_STATED)]:
            for thing in act.objects:
                named = {"actor_id": actor or NOT_STATED, "actor": names.get(actor, "")}
                named["actor"] = named["actor"] or _("not stated")
                about = {"object_id": thing, "object": names.get(thing, thing)}
                rows.append(told | named | {"role": role} | about)
    frame = pd.DataFrame(rows, columns=list(ACT_COLUMNS))
    return _with_attributes(frame, "acts", _("Acts"))


ACT_COLUMNS = {
    "act_id": "The act; a key of `events`.",
    "title": "What happened, in the language of the export.",
    "type": "What sort of event.",
    "proposal": "Whether something is put forward.",
    "actor_id": "Who did it; a key of `entities`, or not stated.",
    "actor": "The actor's name.",
    "role": "In what role.",
    "object_id": "What is proposed, adopted, signed …; a key of `entities`.",
    "object": "Its name.",
    "forum_id": "Where it was done; keys of `entities`, or not stated.",
    "forum": "Their names.",
    "date": "When (EDTF), or not stated.",
    "year": "The year or years, where both ends of the date are known; or not stated.",
    "status": "Whether, for its document on its day, it had happened.",
    "stage": "To which stage it brings the object, or none.",
    "documents": "Which documents state it.",
}
"""The columns of `acts`, and what they mean."""
INITIATIVE_COLUMNS = {
    "initiative_id": "The initiative; a key of `entities`.",
    "name": "Its name, in the language of the export.",
    "field": "Its field.",
    "stage": "The furthest stage that an act brings it to.",
    "outcome_id": "What came of it; a key of `entities` or `events`.",
    "proposers": "Who proposed, called for or presented it; keys of `entities`.",
    "forums": "Where that was done; keys of `entities`.",
    "proposed": "When that was done (EDTF).",
    "actors": "Everybody who did something with it; keys of `entities`.",
    "acts": "Its acts; keys of `events`.",
    "documents": "Which documents state these.",
}
"""The columns of `initiatives`, and what they mean."""


def _told_of(act: Act, names: Mapping[str, str]) -> dict[str, Any]:
    """What all rows of an act have in common."""
    event = act.event
    forums = JOINED.join(names.get(forum, forum) for forum in act.forums)
    return {
        "act_id": event["event_id"],
        "title": localized(event, "title"),
        "type": event["type"],
        "proposal": act.is_proposal,
        "forum_id": JOINED.join(act.forums) or NOT_STATED,
        "forum": forums or _("not stated"),
        "date": event["date"] or NOT_STATED,
        "year": _year(event["date"]),
        "status": event["status"],
        "stage": act.stage or NO_STAGE,
        "documents": JOINED.join(act.documents),
    }


def _year(text: str) -> str:
    """The year of a date, or its first and last; what is open at one end has none."""
    date = parse_date(text)
    if date.earliest is None or date.latest is None:
        return NOT_STATED
    first, last = date.earliest.year, date.latest.year
    return str(first) if first == last else f"{first}–{last}"


def initiatives(*, data: PathLike | None = None) -> pd.DataFrame:
    """Give the initiatives, one row each, with what their acts say of them.

    Parameters
    ----------
    data : path, optional
        As in `load`.

    Returns
    -------
    pandas.DataFrame
        `initiative_id`, `name`, `field`, `stage`, `outcome_id` ("" where none is stated); and
        lists, as tuples without repetitions, empty where nothing is stated: `proposers`,
        `forums` and `proposed` (dates) of what puts it forward; `actors`, `acts` and `documents`
        of all its acts. `load("initiatives")` has the table alone.

    Examples
    --------
    >>> table = initiatives().set_index("initiative_id")
    >>> table.loc["cica", "proposers"], table.loc["cica", "proposed"]
    (('kazakhstan',), ('1992',))
    """
    import pandas as pd

    frame = pd.DataFrame(read_initiatives(data), columns=list(INITIATIVE_COLUMNS))
    return _with_attributes(frame, "initiatives", _("Initiatives"))


def read_initiatives(data: PathLike | None = None) -> list[dict[str, Any]]:
    """Give what `initiatives` gives, each row a dict.

    >>> [row["forums"] for row in read_initiatives() if row["initiative_id"] == "cica"]
    [('unga_47',)]
    """
    tables = rows_by_table(("entities", "initiatives"), data)
    names = {row["entity_id"]: localized(row, "name") for row in tables["entities"]}
    about: dict[str, list[Act]] = {}
    for act in read_acts(data):
        for thing in act.objects:
            about.setdefault(thing, []).append(act)
    rows = []
    for row in tables["initiatives"]:
        key = row["initiative_id"]
        own = about.get(key, [])
        proposals = [act for act in own if act.is_proposal]
        told = {
            "name": names.get(key, key),
            "proposers": _once(act.proposers for act in proposals),
            "forums": _once(act.forums for act in proposals),
            "proposed": _once([act.event["date"]] for act in proposals if act.event["date"]),
            "actors": _once([entity for entity, _role in act.doers] for act in own),
            "acts": tuple(act.event["event_id"] for act in own),
            "documents": _once(act.documents for act in own),
        }
        rows.append({**row, **told})
    return rows


def _once(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for some in lists for each in some))


def joined(frame: pd.DataFrame) -> pd.DataFrame:
    """Write the lists of a view as text: for files that know no lists.

    >>> joined(initiatives()).set_index("initiative_id").loc["cica", "proposers"]
    'kazakhstan'
    """
    return frame.map(lambda cell: JOINED.join(cell) if isinstance(cell, tuple) else cell)


def _with_attributes(frame: pd.DataFrame, view: str, title: str) -> pd.DataFrame:
    frame.attrs = {"view": view, "title": title}
    return frame
