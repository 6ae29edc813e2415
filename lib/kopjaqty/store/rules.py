"""What the tables of this collection must agree on, beyond types and keys.

Each rule says which columns it builds on. It is asked only where those could be read and hold
what they should: a slip is reported once, not once for everything that hangs on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from kopjaqty.errors import Problem, nearest
from kopjaqty.language import _
from kopjaqty.store.files import Rows

Tables = Mapping[str, Rows]
Rule = Callable[[Tables], Iterator[Problem]]

Rules = dict[Rule, dict[str, tuple[str, ...]]]

RULES: Rules = {}
"""Every rule of this file, and the columns of each table that it builds on."""

EVIDENCED = (
    "entities",
    "names",
    "events",
    "participants",
    "relations",
    "initiatives",
    "quantities",
    "positions",
    "discrepancies",
)
EXEMPTING = {
    "names": ("standard", "document_id"),
    "entities": ("kind", "parent_id"),
    "events": ("place_id",),
    "terms": ("vocabulary", "term", "counts_as"),
}
"""The columns that say which rows need no evidence."""


def entered_in(rules: Rules) -> Callable[..., Callable[[Rule], Rule]]:
    """Make the decorator that enters a rule; it is given the columns, separated by spaces."""

    def rule(**columns: str) -> Callable[[Rule], Rule]:
        def enter(function: Rule) -> Rule:
            rules[function] = {table: tuple(names.split()) for table, names in columns.items()}
            return function

        return enter

    return rule


rule = entered_in(RULES)


@rule(entities="entity_id parent_id")
def parents_have_no_cycle(tables: Tables) -> Iterator[Problem]:
    """Whoever asks what a thing belongs to must get to an end."""
    rows = tables["entities"]
    parents = rows.mapping("entity_id", "parent_id")
    row_of = {entity: row for row, entity in enumerate(rows.columns["entity_id"])}
    done: set[str] = set()
    for start in parents:
        entity, path = start, dict[str, None]()
        while entity in parents and entity not in done and entity not in path:
            path[entity] = None
            entity = parents[entity]
        if entity in path:
            cycle = list(path)[list(path).index(entity) :]
            first = min(cycle, key=row_of.__getitem__)
            at = cycle.index(first)
            yield rows.problem(
                _("The entity belongs, through its parents, to itself: {cycle}.").format(
                    cycle=" → ".join([*cycle[at:], *cycle[:at], first])
                ),
                row_of[first],
                "parent_id",
                expected=_("what it belongs to, or nothing"),
                remedy=_("Correct or empty the parent_id of one of them."),
            )
        done.update(path)


@rule(
    terms="vocabulary term subject_kinds object_kinds",
    entities="entity_id kind",
    relations="subject_id predicate object_id",
)
def predicates_join_their_kinds(tables: Tables) -> Iterator[Problem]:
    """A city is a member of nothing: a predicate says which kinds it joins."""
    terms, relations = tables["terms"].columns, tables["relations"]
    allowed: dict[str, tuple[list[str], list[str]]] = {}
    for row, vocabulary in enumerate(terms["vocabulary"]):
        if vocabulary == "predicate":
            kinds = (terms["subject_kinds"][row].split(), terms["object_kinds"][row].split())
            allowed[terms["term"][row]] = kinds
    entities = tables["entities"]
    kind_of = entities.mapping("entity_id", "kind")
    for row, (predicate, *ends) in enumerate(
        relations.keys(("predicate", "subject_id", "object_id"))
    ):
        found = [kind_of.get(end, "") for end in ends]
        if predicate not in allowed or "" in found:
            continue  # reported as an unknown term, a dangling key
        fits = [not a or kind in a for a, kind in zip(allowed[predicate], found, strict=True)]
        turned = [
            not a or kind in a for a, kind in zip(allowed[predicate], found[::-1], strict=True)
        ]
        for i in (i for i in (0, 1) if not fits[i]):
            yield relations.problem(
                _("{predicate} does not join a thing of kind {kind} here.").format(
                    predicate=predicate, kind=found[i]
                ),
                row,
                ("subject_id", "object_id")[i],
                expected=_("an entity of kind {kinds}").format(
                    kinds=", ".join(allowed[predicate][i])
                ),
                remedy=_("Exchange subject and object.")
                if all(turned)
                else _("Choose another predicate, or correct the entity's kind."),
            )


@rule(
    entities="entity_id name_en name_kk name_ru",
    names="entity_id language name",
)
def preferred_names_are_names(tables: Tables) -> Iterator[Problem]:
    """What the collection calls a thing stands among its names."""
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entity, language, name in tables["names"].keys(("entity_id", "language", "name")):
        names[entity, language].append(name)
    rows = tables["entities"]
    for language in ("en", "kk", "ru"):
        column = f"name_{language}"
        for row, (entity, name) in enumerate(rows.keys(("entity_id", column))):
            if name not in names[entity, language]:
                yield rows.problem(
                    _("The preferred name is not among the entity's names in names.csv."),
                    row,
                    column,
                    expected=_("a row {row}").format(row=f"{entity},{language},{name}"),
                    nearest=nearest(name, names[entity, language]),
                    remedy=_("Add that row, or correct the spelling of one of the two."),
                )


def record_ids(rows: Rows) -> list[str]:
    """The key of each row as `evidence.record_id` has it."""
    if len(rows.table.primary_key) == 1:
        return rows.columns[rows.table.primary_key[0]]
    return ["|".join(key) for key in rows.keys(rows.table.primary_key)]


@rule(evidence="table record_id")
def evidence_points_at_rows(tables: Tables) -> Iterator[Problem]:
    """What a passage supports is there."""
    rows = tables["evidence"]
    records = rows.columns["record_id"]
    for name, places in _evidenced(rows).items():
        if name not in tables or not tables[name].sound(*tables[name].table.primary_key):
            continue
        known = dict.fromkeys(record_ids(tables[name]))
        for row in (row for row in places if records[row] not in known):
            yield rows.problem(
                _("There is no such row in {table}.").format(table=tables[name].table.path),
                row,
                "record_id",
                expected=_("the key {key} of a row").format(
                    key="|".join(tables[name].table.primary_key)
                ),
                nearest=nearest(records[row], known),
                remedy=_("Correct the key, or delete the evidence with the row it supported."),
            )


@rule(evidence="table record_id")
def rows_have_evidence(tables: Tables) -> Iterator[Problem]:
    """Every row says which passage states it; standard terminology and mere locations need none."""
    evidence = tables["evidence"]
    places = _evidenced(evidence)
    for name in EVIDENCED:
        rows = tables[name]
        if not rows.sound(*rows.table.primary_key):
            continue
        evidenced = {evidence.columns["record_id"][row] for row in places[name]}
        exempt = _exempt(tables, name)
        for row, record in enumerate(record_ids(rows)):
            if record not in evidenced and row not in exempt:
                yield rows.problem(
                    _("No passage supports the row."),
                    row,
                    "|".join(rows.table.primary_key) if len(rows.table.primary_key) == 1 else "",
                    value=record,
                    expected=_(
                        "a row of evidence.csv with table {table} and this record_id"
                    ).format(table=name),
                    remedy=_("Add its evidence (`kopjaqty corpus find`), or delete the row."),
                )


def _evidenced(evidence: Rows) -> dict[str, list[int]]:
    """The rows of evidence by the table that they are about."""
    found: dict[str, list[int]] = defaultdict(list)
    for row, name in enumerate(evidence.columns["table"]):
        found[name].append(row)
    return found


def _exempt(tables: Tables, name: str) -> set[int]:
    """Rows that need no evidence: terms that no document uses, places that only locate a row.

    Where it is doubtful what exempts a row, every row is exempt.
    """
    rows = tables[name]
    columns = rows.columns
    everything = set(range(len(rows.lines)))
    if name == "names":
        if not rows.sound("standard", "document_id"):
            return everything
        cells = rows.keys(("standard", "document_id"))
        return {row for row, cell in enumerate(cells) if cell == ("true", "")}
    if name != "entities":
        return set()
    terms = tables["terms"]
    if not (
        rows.sound("kind", "parent_id")
        and tables["events"].sound("place_id")
        and "counts_as" in terms.columns
        and terms.sound("vocabulary", "term", "counts_as")
    ):
        return everything
    places = {
        term
        for vocabulary, term, counts_as in terms.keys(("vocabulary", "term", "counts_as"))
        if (vocabulary, counts_as) == ("entity_kind", "place")
    }
    locating = {*columns["parent_id"], *tables["events"].columns["place_id"]}
    return {
        row
        for row, (entity, kind) in enumerate(rows.keys(("entity_id", "kind")))
        if entity in locating and kind in places
    }
