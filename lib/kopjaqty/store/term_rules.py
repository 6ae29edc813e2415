"""What the table `terms` must agree on within itself, beyond types and keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kopjaqty.errors import Problem, nearest
from kopjaqty.language import _
from kopjaqty.store.rules import ParsedTables, Rules, entered_in

TERM_RULES: Rules = {}
"""Every rule of this file, and the columns that it builds on."""

rule = entered_in(TERM_RULES)

STATUSES = ("relation_status", "event_status")
COLUMNS = {
    "group": ("entity_kind",),
    "colour_role": ("group", "event_status", "stage"),
    "line": (*STATUSES, "stage"),
    "structural": ("predicate",),
    "brings_stage": ("event_type", "event_status"),
    "subject_roles": ("predicate",),
    "object_roles": ("predicate",),
    "schema_type": ("entity_kind",),
}
"""Which vocabularies have something to say in a column."""
COUNTS_AS = {
    "place": ("entity_kind",),
    "initiative": ("entity_kind",),
    "fact": STATUSES,
    "proposal": ("event_type",),
    "act": ("event_type", "predicate"),
    "object": ("role",),
    "theme": ("role",),
    "forum": ("role",),
    "addressee": ("role",),
    "proposer": ("role",),
    "doubt": ("effect",),
}
"""Of which vocabularies a term can count as that."""


@rule(terms="vocabulary term order")
def terms_are_numbered(tables: ParsedTables) -> Iterator[Problem]:
    """The order of a vocabulary is 1, 2, 3 … with no gap and no number twice."""
    rows = tables["terms"]
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row, vocabulary in enumerate(rows.columns["vocabulary"]):
        groups[vocabulary].append((int(rows.columns["order"][row]), row))
    for vocabulary, orders in groups.items():
        for expected, (order, row) in enumerate(sorted(orders), start=1):
            if order != expected:
                yield rows.problem(
                    _("The terms of {vocabulary} are not numbered 1 to {n}.").format(
                        vocabulary=vocabulary, n=len(orders)
                    ),
                    row,
                    "order",
                    expected=str(expected),
                    remedy=_("Number the terms of the vocabulary anew."),
                )
                break


@rule(terms="vocabulary term subject_kinds object_kinds")
def kinds_of_predicates_exist(tables: ParsedTables) -> Iterator[Problem]:
    """What a predicate joins are kinds of entities, and nothing but predicates join."""
    rows = tables["terms"]
    keys = rows.keys(("vocabulary", "term"))
    kinds = [term for vocabulary, term in keys if vocabulary == "entity_kind"]
    for column in ("subject_kinds", "object_kinds"):
        for row, cell in enumerate(rows.columns[column]):
            if cell and keys[row][0] != "predicate":
                what = _("Only predicates join kinds.")
                yield rows.problem(what, row, column, remedy=_("Empty the cell."))
                continue
            for kind in cell.split():
                if kind not in kinds:
                    yield rows.problem(
                        _("There is no such kind of entity."),
                        row,
                        column,
                        value=kind,
                        expected=", ".join(kinds),
                        nearest=nearest(kind, kinds),
                        remedy=_("Write kinds of entities, separated by spaces."),
                    )


@rule(
    terms=(
        "vocabulary term group colour_role line structural counts_as brings_stage "
        "subject_roles object_roles schema_type"
    )
)
def terms_fill_their_columns(tables: ParsedTables) -> Iterator[Problem]:
    """A role has no group: what a vocabulary can say nothing in stays empty."""
    rows = tables["terms"]
    for row, vocabulary in enumerate(rows.columns["vocabulary"]):
        cells = {column: rows.columns[column][row] for column in (*COLUMNS, "counts_as")}
        for column, cell in cells.items():
            having = COUNTS_AS.get(cell, ()) if column == "counts_as" else COLUMNS[column]
            if cell and vocabulary not in having:
                yield rows.problem(
                    _("This says nothing of a term of {vocabulary}.").format(vocabulary=vocabulary),
                    row,
                    column,
                    expected=_("a value only in rows of {vocabularies}").format(
                        vocabularies=", ".join(having)
                    ),
                    remedy=_("Empty the cell."),
                )
