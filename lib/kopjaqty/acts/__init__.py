"""Views over several tables: acts, a row each actor and object; initiatives, a row each.

An act is an event with an object: somebody proposes, adopts, signs, opens … something. What a
role or a type of event counts as, and the stage that an act brings, are columns of `terms`.

    kq.acts()           one row an act × actor × object, "not stated" where there would be a gap
    kq.initiatives()    one row an initiative, with lists: who proposed it, where, when
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kopjaqty.acts.stated import Act, read_acts, read_initiatives
from kopjaqty.arguments import PathLike
from kopjaqty.dates import parse_date
from kopjaqty.language import _, localized
from kopjaqty.store import rows_by_table, sort_terms

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "ACT_COLUMNS",
    "INITIATIVE_COLUMNS",
    "JOINED",
    "NOT_STATED_WORDS",
    "Act",
    "acts",
    "initiatives",
    "joined",
    "read_acts",
    "read_initiatives",
]

NOT_STATED_WORDS = "not stated"
"""In place of an id or a date that the documents do not state, in every language."""
NO_STAGE = "none"
"""In place of a stage: acts of this type bring none."""
JOINED = " | "
"""Between the parts of a list that is written as text."""

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
        for actor, role in doers or [("", NOT_STATED_WORDS)]:
            for thing in act.objects:
                named = {"actor_id": actor or NOT_STATED_WORDS, "actor": names.get(actor, "")}
                named["actor"] = named["actor"] or _("not stated")
                about = {"object_id": thing, "object": names.get(thing, thing)}
                rows.append(told | named | {"role": role} | about)
    frame = pd.DataFrame(rows, columns=list(ACT_COLUMNS))
    return _with_attributes(frame, "acts", _("Acts"))


def _told_of(act: Act, names: Mapping[str, str]) -> dict[str, Any]:
    """What all rows of an act have in common."""
    event = act.event
    forums = JOINED.join(names.get(forum, forum) for forum in act.forums)
    return {
        "act_id": event["event_id"],
        "title": localized(event, "title"),
        "type": event["type"],
        "proposal": act.is_proposal,
        "forum_id": JOINED.join(act.forums) or NOT_STATED_WORDS,
        "forum": forums or _("not stated"),
        "date": event["date"] or NOT_STATED_WORDS,
        "year": _year(event["date"]),
        "status": event["status"],
        "stage": act.stage or NO_STAGE,
        "documents": JOINED.join(act.documents),
    }


def _year(text: str) -> str:
    """The year of a date, or its first and last; what is open at one end has none."""
    date = parse_date(text)
    if date.earliest is None or date.latest is None:
        return NOT_STATED_WORDS
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


def joined(frame: pd.DataFrame) -> pd.DataFrame:
    """Write the lists of a view as text: for files that know no lists.

    >>> joined(initiatives()).set_index("initiative_id").loc["cica", "proposers"]
    'kazakhstan'
    """
    return frame.map(lambda cell: JOINED.join(cell) if isinstance(cell, tuple) else cell)


def _with_attributes(frame: pd.DataFrame, view: str, title: str) -> pd.DataFrame:
    frame.attrs = {"view": view, "title": title}
    return frame
