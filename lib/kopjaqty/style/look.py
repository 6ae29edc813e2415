"""How a data set's own terms are drawn: groups of kinds, statuses, stages.

Its table `terms` says in which group a kind is drawn, in which order the groups come, and which
role of the palette a group, a status or a stage has. Whatever it says nothing of can be drawn all
the same: a kind without a group stands among "Other", a status without a line is a plain one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kopjaqty import store
from kopjaqty.arguments import PathLike, one_of
from kopjaqty.language import N_, _, localized
from kopjaqty.store import Row
from kopjaqty.style.palette import LINES, NEUTRAL, PLAIN, ROLES, Colour

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Group", "Look", "StatusLook", "group_of", "look_of", "one_of_them", "read_look"]

SIDES = {
    "matter": ("matters", N_("What claims are on"), "hue_8"),
    "event": ("events", N_("Events"), "hue_9"),
    "source": ("sources", N_("Documents of the collection"), "hue_10"),
}
"""Nodes that are no entities, to which entities are tied in bipartite networks.

What claims are on is a `matter` here: an entity can be a topic.
"""

NAMED = 3
"""How many kinds without a group the heading of "Other" names."""


@dataclass(frozen=True)
class Group:
    """Kinds of entities that share a colour and a marker."""

    name: str
    kinds: tuple[str, ...]
    colour: Colour
    say: Callable[[], str] = field(compare=False, repr=False)

    @property
    def title(self) -> str:
        """What the group is called in the current language."""
        return self.say()

    @property
    def fill(self) -> str:
        """The colour of its marks."""
        return self.colour.fill

    @property
    def ink(self) -> str:
        """The same hue, dark enough for text on white."""
        return self.colour.ink

    @property
    def marker(self) -> str:
        """The shape of its marks, by matplotlib's names."""
        return self.colour.marker


@dataclass(frozen=True)
class StatusLook:
    """A status or a stage: what it is called, and how it is drawn."""

    term: str
    ink: str
    line: str
    row: Row = field(compare=False, repr=False)

    @property
    def words(self) -> str:
        """Its label as within a sentence, in the current language."""
        label = localized(self.row, "label") or self.term
        return label if label[1:2].isupper() else label[:1].lower() + label[1:]

    @property
    def drawn(self) -> str:
        """Its line, or the plain one."""
        return self.line if self.line in LINES else PLAIN

    @property
    def is_named(self) -> bool:
        """Whether only words can tell it: nothing is said of how it is drawn."""
        return self.line not in LINES

    @property
    def is_hollow(self) -> bool:
        """Whether its marks are hollow, as where a line is broken."""
        return LINES[self.drawn][1] > 0

    @property
    def is_pointed(self) -> bool:
        """Whether its marks end in a point."""
        return self.drawn == "open"


@dataclass(frozen=True)
class Look:
    """How the terms of a data set are drawn.

    Attributes
    ----------
    groups
        Those of the data in their order, clockwise in a network; then "other", and what is no
        entity.
    statuses
        The terms of `relation_status`, `event_status` and `stage`, in their orders.
    """

    groups: tuple[Group, ...]
    statuses: Mapping[str, Mapping[str, StatusLook]]
    _by_kind: Mapping[str, Group]
    _other: Group

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that the data have, and what is no entity."""
        return tuple(self._by_kind)

    def group_of(self, kind: str) -> Group:
        """Give the group in which a kind is drawn; "other" if the data say none."""
        return self._by_kind.get(kind, self._other)

    def group(self, name: str) -> Group:
        """Give a group by its name."""
        return next((group for group in self.groups if group.name == name), self._other)

    def rank(self, kind: str) -> int:
        """Say in which place the group of a kind comes."""
        return self.groups.index(self.group_of(kind))

    def is_side(self, kind: str) -> bool:
        """Tell whether nodes of that kind are no entities: events, topics, documents."""
        return kind in SIDES and self.group_of(kind).name == SIDES[kind][0]

    def status(self, vocabulary: str, term: str) -> StatusLook:
        """Give a status or a stage by its term; a plain one if the data have none."""
        return self.statuses[vocabulary].get(term) or _status(term, Row())

    def usual(self, vocabulary: str) -> StatusLook:
        """Give the first of a vocabulary: what a key shows where any would do."""
        return next(iter(self.statuses[vocabulary].values()), _status("", Row()))

    def line_of(self, graph: nx.Graph, term: str) -> str:
        """Give the line by which an edge with that status is drawn."""
        return self.status(_vocabulary(graph), term).drawn

    def explained(self, graph: nx.Graph, line: str) -> list[str]:
        """Give the words of what a broken line stands for in a network, if it has any."""
        known = self.statuses[_vocabulary(graph)].values()
        there = _present(graph)
        drawn = [status for status in known if status.line == line]
        return [s.words for s in drawn] if any(s.term in there for s in drawn) else []

    def named(self, graph: nx.Graph) -> list[str]:
        """Give the words of the statuses in a network of which no line is said."""
        there = _present(graph)
        known = self.statuses[_vocabulary(graph)].values()
        return [s.words for s in known if s.is_named and s.term in there]


def _vocabulary(graph: nx.Graph) -> str:
    return "event_status" if graph.graph.get("of") == "participation" else "relation_status"


def _present(graph: nx.Graph) -> set[str]:
    return {str(edge["status"]) for *_ends, edge in graph.edges(data=True) if "status" in edge}


def one_of_them(words: Iterable[str]) -> str:
    """Join words of which one holds.

    >>> one_of_them(["planned", "proposed"])
    'planned or proposed'
    """
    *first, last = words
    return _("{first} or {last}").format(first=", ".join(first), last=last) if first else last


def read_look(data: PathLike | None = None) -> Look:
    """Read from a data set how its terms are drawn.

    >>> read_look().group_of("treaty").title
    'Treaties and documents'
    """
    return _read(store.stamp_of("terms", data))


def look_of(graph: nx.Graph) -> Look:
    """Give the look of the data that a network was built of; without them, that of the collection.

    >>> from kopjaqty.networks import build_network
    >>> look_of(build_network()) is read_look()
    True
    """
    folder = graph.graph.get("data")
    here = folder is not None and (Path(folder) / store.DESCRIPTOR).is_file()
    return read_look(folder if here else None)


def group_of(kind: str, data: PathLike | None = None) -> Group:
    """Give the group in which a kind of entity is drawn; "event", "topic", "source" have theirs.

    >>> group_of("treaty").title
    'Treaties and documents'
    """
    look = read_look(data)
    one_of(N_("There is no such kind of entity."), look.kinds, kind)
    return look.group_of(kind)


@lru_cache(maxsize=8)
def _read(stamp: store.Stamp) -> Look:
    terms = store.rows_at("terms", stamp)
    kinds = store.sort_terms("entity_kind", terms)
    named = store.sort_terms("group", terms)
    of = {kind: row.get("group", "") for kind, row in kinds.items()}
    groups = [
        Group(name, _kinds_in(of, name), _colour(row), _saying(row)) for name, row in named.items()
    ]
    loose = [row for kind, row in kinds.items() if of[kind] not in named]
    other = Group("other", tuple(row["term"] for row in loose), NEUTRAL, lambda: _say_other(loose))
    sides = {
        kind: Group(name, (kind,), ROLES[role], partial(_, message))
        for kind, (name, message, role) in SIDES.items()
    }
    by_kind = sides | {kind: group for group in (*groups, other) for kind in group.kinds}
    statuses = {
        vocabulary: {t: _status(t, row) for t, row in store.sort_terms(vocabulary, terms).items()}
        for vocabulary in ("relation_status", "event_status", "stage")
    }
    return Look((*groups, other, *sides.values()), statuses, by_kind, other)


def _kinds_in(of: Mapping[str, str], group: str) -> tuple[str, ...]:
    return tuple(kind for kind, name in of.items() if name == group)


def _colour(row: Row) -> Colour:
    return ROLES.get(row.get("colour_role", ""), NEUTRAL)


def _status(term: str, row: Row) -> StatusLook:
    return StatusLook(term, _colour(row).ink, row.get("line", ""), row)


def _saying(row: Row) -> Callable[[], str]:
    return lambda: localized(row, "label") or row["term"]


def _say_other(loose: list[Row]) -> str:
    """Call the group of all that has none by its kinds, as long as they are few."""
    kinds = [localized(row, "label") or row["term"] for row in loose]
    if not kinds or len(kinds) > NAMED:
        return _("Other")
    return _("Other ({kinds})").format(kinds=", ".join(kinds))
