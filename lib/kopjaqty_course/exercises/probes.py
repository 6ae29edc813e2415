"""What a program is tried on: the collection, empty tables, some rows shuffled, boundaries."""

from __future__ import annotations

import copy
import hashlib
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kopjaqty.language import _
from kopjaqty_course.exercises.questions import Question, parameters, translate

if TYPE_CHECKING:
    from kopjaqty.arguments import PathLike

__all__ = ["Inputs", "Probe", "case_of", "copied", "make_probes"]

SAMPLES = 3
"""How many random samples a program is tried on."""
OTHER_CASES = 3
"""On how many of the other variants."""


class Inputs:
    """What answers are made from, by name: the tables, and "network". Each is read once."""

    def __init__(self, data: PathLike | None = None) -> None:
        self._data = data
        self._read: dict[str, Any] = {}

    def __call__(self, name: str) -> Any:
        """Give the table or the network of that name; it is not to be changed."""
        if name not in self._read:
            if name == "network":
                from kopjaqty.networks import build_network

                self._read[name] = build_network(data=self._data)
            else:
                from kopjaqty.tables import load

                self._read[name] = load(name, data=self._data)
        return self._read[name]

    def given_to(self, function: Callable[..., Any], case: dict[str, Any]) -> dict[str, Any]:
        """Give a function's arguments by their names: the case's own, or tables."""
        return {name: case[name] if name in case else self(name) for name in parameters(function)}

    def cases_of(self, question: Question) -> list[dict[str, Any]]:
        """Give the variants of a question; one without names where it has none."""
        if question.cases is None:
            return [{}]
        return question.cases(**{name: self(name) for name in parameters(question.cases)})


def case_of(question: str, cases: list[dict[str, Any]], student: str) -> dict[str, Any]:
    """Choose a student's variant: always the same one for an id, and the first for none.

    `question` names it among all sheets ("03/2"): neighbours share one variant, not all.
    """
    if not student:
        return cases[0]
    digest = hashlib.sha256(f"{question}/{student}".encode()).digest()
    return cases[int.from_bytes(digest[:8], "big") % len(cases)]


@dataclass(frozen=True)
class Probe:
    """One trial of a program: what it is tried on, in words, and its arguments in order."""

    title: str
    arguments: tuple[Any, ...]


def copied(value: Any) -> Any:
    """Copy an argument: a function under trial may change what it is given."""
    import pandas as pd

    if isinstance(value, pd.DataFrame):
        return value.copy(deep=False)  # pandas copies a column when it is written to
    return copy.deepcopy(value) if type(value) in (list, dict, set) else _copied_object(value)


def _copied_object(value: Any) -> Any:
    return value.copy() if hasattr(value, "copy") else value


def make_probes(
    question: Question,
    program: Callable[..., Any],
    inputs: Inputs,
    case: dict[str, Any],
    seed: int = 0,
) -> list[Probe]:
    """Make the trials of a program, the first of them on the collection as it is.

    Another seed, other samples.
    """
    names = parameters(program)
    given = inputs.given_to(program, case)
    rng = random.Random(seed)  # noqa: S311 - chance, seeded, chooses trials
    trials = [(_("the collection"), given)]
    large = [name for name in names if name not in case]
    if large:
        empty = {name: _some_of(given[name], 0, rng) for name in large}
        trials.append((_("empty tables"), given | empty))
        for _n in range(SAMPLES):
            some = {name: _some_of(given[name], 0.5, rng) for name in large}
            trials.append((_("some rows only, in another order"), given | some))
    for other in _others(inputs.cases_of(question), case, rng):
        title = ", ".join(f"{name} = {value!r}" for name, value in other.items())
        trials.append((title, given | {k: v for k, v in other.items() if k in names}))
    if question.probes is not None:
        wanted = {name: inputs(name) for name in parameters(question.probes)}
        for title, changed in question.probes(**wanted):
            trials.append((translate(title), given | changed))
    if (asked := question.asked) is not None:
        needed = parameters(asked)
        trials = [each for each in trials if asked(*(each[1][name] for name in needed))]
    return [Probe(title, tuple(values[name] for name in names)) for title, values in trials]


def _others(
    cases: Sequence[dict[str, Any]], own: dict[str, Any], rng: random.Random
) -> list[dict[str, Any]]:
    others = [case for case in cases if case != own]
    return rng.sample(others, min(OTHER_CASES, len(others)))


def _some_of(value: Any, share: float, rng: random.Random) -> Any:
    """Take some rows of a table, or some edges of a network, in another order."""
    import pandas as pd

    if isinstance(value, pd.DataFrame):
        rows = [n for n in range(len(value)) if rng.random() < share]
        rng.shuffle(rows)
        return value.iloc[rows]
    if hasattr(value, "edges"):
        chosen = [edge for edge in value.edges(keys=True) if rng.random() < share]
        some = value.__class__()
        some.graph.update(value.graph)
        nodes = {node for edge in chosen for node in edge[:2]}
        some.add_nodes_from((node, value.nodes[node]) for node in value.nodes if node in nodes)
        some.add_edges_from((*edge, value.edges[edge]) for edge in chosen)
        return some
    return value
