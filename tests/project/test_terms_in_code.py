"""What the data can say, code does not: no term of a vocabulary is written in the library.

A kind, a group, a predicate, a status, a type of event, a role, a stage, a field or a topic that is
written in code is one that an editor cannot rename, and beside which a new one is forgotten.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

from kopjaqty import store
from places import PROJECT

LIBRARY = PROJECT / "lib" / "kopjaqty"
VOCABULARIES = {
    "entity_kind",
    "event_status",
    "event_type",
    "field",
    "group",
    "predicate",
    "relation_status",
    "role",
    "stage",
    "topic",
}
EXPLORERS = "explorers/{}.py"
COUNTING = "what `counts_as` can say, by the descriptor; or a column of a view"
ACTS = {"acts/__init__.py", "acts/stated.py", "store/act_rules.py", "store/term_rules.py"}

ALLOWED = {
    "addressee": (COUNTING, {"acts/stated.py", "store/term_rules.py"}),
    "document": (
        "a document of the collection, that one chooses or counts",
        {
            *(EXPLORERS.format(n) for n in ("initiatives", "network", "reader", "timeline")),
            "style/captions.py",
            "timelines/events.py",
        },
    ),
    "field": (
        "the column `field` of initiatives, and its vocabulary",
        {
            "acts/__init__.py",
            "explorers/initiatives.py",
            "timelines/life_cycle_stages.py",
            "timelines/life_cycles.py",
        },
    ),
    "forum": (COUNTING, ACTS),
    "forums": (
        "a column of `kq.initiatives()`",
        {"acts/__init__.py", "acts/stated.py", "explorers/initiatives.py"},
    ),
    "group": (
        "the column `group` of terms, its vocabulary, and what a counted node stands for",
        {
            "drawings/placed_nodes.py",
            "networks/views.py",
            "store/term_rules.py",
            "style/captions.py",
            "style/look.py",
        },
    ),
    "initiative": (COUNTING, {"store/act_rules.py", "store/term_rules.py"}),
    "object": (COUNTING, ACTS),
    "opening": ("a mark that opens a quotation", {"annotate/candidates.py"}),
    "people": ("people of the metadata: who made the data", {"exports/__init__.py"}),
    "person": (
        "a rule of the matcher: Kazakh writes a person by the family name alone",
        {"matcher/name_forms.py"},
    ),
    "proposal": (COUNTING, ACTS),
    "proposed": (
        "a column of `kq.initiatives()`",
        {"acts/__init__.py", "acts/stated.py", "explorers/initiatives.py"},
    ),
    "proposer": (COUNTING, {*ACTS, "explorers/initiatives.py"}),
    "report": ("the line below an explorer that counts", {"explorers/widget.py"}),
    "stated": (
        "the status of edges for which no vocabulary has one: a document states them",
        {"networks/edges.py"},
    ),
    "term": (
        "the column `term` of terms, and whatever has one",
        {
            *(f"store/{n}.py" for n in ("act_rules", "checks", "records", "rules")),
            *(f"store/{n}.py" for n in ("term_rules", "terms")),
            *(f"exports/{n}.py" for n in ("linked", "sqlite")),
            "networks/edges.py",
            "style/look.py",
            "tables.py",
        },
    ),
    "theme": (COUNTING, {"acts/stated.py", "store/term_rules.py"}),
    "topic": (
        "the column `topic` of positions, and its vocabulary",
        {"explorers/coding_items.py", "networks/edges.py"},
    ),
    "topics": ("a side of a network, onto which it is projected", {"networks/views.py"}),
}
"""Words that are terms too, and mean something else here: why, and in which modules."""


def terms() -> set[str]:
    """Every term of the vocabularies that pictures, networks and explorers show."""
    return {row["term"] for row in store.rows("terms") if row["vocabulary"] in VOCABULARIES}


def literals(source: str) -> Iterator[str]:
    """Give the texts that a module writes, docstrings and other bare texts left out."""
    tree = ast.parse(source)
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value


def written() -> dict[str, set[str]]:
    """Terms that stand in the library, and in which modules."""
    known, places = terms(), defaultdict[str, set[str]](set)
    for path in LIBRARY.rglob("*.py"):
        for text in literals(path.read_text(encoding="utf-8")):
            if text in known:
                places[text].add(path.relative_to(LIBRARY).as_posix())
    return dict(places)


def test_no_term_is_written_in_code() -> None:
    """Each term that stands in the library is a word of another meaning, listed with a reason.

    A list that names one no longer there is too long: it would let the term in again.
    """
    assert written() == {term: modules for term, (_reason, modules) in ALLOWED.items()}


def test_a_term_in_code_would_be_seen() -> None:
    """The scan finds a term in a tuple, a key, a comparison; not one in a docstring."""
    source = '"""organ"""\nA = ("treaty",)\nB = {"city": 1}\nC = A == "planned"\nD = f"{A} water"\n'
    assert {"treaty", "city", "planned"} == set(literals(source)) & terms()
