"""What the public functions give can be copied and sent to another process; errors, too."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import pandas as pd
import pytest

import kopjaqty as kq
from kopjaqty import errors, named_tables
from kopjaqty.corpus import document_status, read_corpus
from kopjaqty.errors import KopjaqtyError
from kopjaqty.explorers import measure_agreement
from kopjaqty.matcher import build_matcher
from kopjaqty.named_tables import NoSuchTable, Tables, Unchangeable
from kopjaqty.networks import hierarchy, leave_one_out, project
from kopjaqty.verify import Report
from kopjaqty_course.exercises import Exercise, exercise

GIVEN: dict[str, Callable[[], Any]] = {
    "date": lambda: kq.parse_date("[..2025-09-22]"),
    "dates": lambda: kq.find_dates("1992 жылғы 2 наурызда"),
    "names": lambda: kq.find_names("БҰҰ"),
    "match": lambda: next(build_matcher().find("БҰҰ")),
    "passage": lambda: kq.passage("un"),
    "version": kq.version,
    "table": lambda: kq.load("relations"),
    "tables": kq.load,
    "some tables": lambda: kq.load(["entities", "relations"]),
    "problems": lambda: kq.verify("no_such_folder"),
    "report": lambda: Report((), 1, 2, 3, 4),
    "reading": read_corpus,
    "status": document_status,
    "network": lambda: kq.build_network(predicates="closed"),
    "tree": lambda: hierarchy("unga"),
    "projection": lambda: project(kq.build_network(of="positions"), "entities"),
    "numbers": lambda: leave_one_out(kq.build_network(predicates="closed")),
    "agreement": lambda: measure_agreement([("yes", "no"), ("no", "no")]),
    "figure": lambda: kq.figure(kq.draw_network(kq.build_network(predicates="closed"))),
    "picture": lambda: kq.draw_timeline(since="1991", until="1993").kopjaqty,  # type: ignore[attr-defined]
    "network picture": lambda: kq.draw_network(kq.build_network(predicates="closed")).kopjaqty,  # type: ignore[attr-defined]
    "sheet": lambda: exercise("01", student="ab", language="kk"),
    "outcome": lambda: exercise("01").check(1, ...),
    "hint": lambda: exercise("01").hint(1),
}

COPIED: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda value: pickle.loads(pickle.dumps(value)),  # noqa: S301 - our own bytes
}


def plain(value: Any) -> Any:
    """Give what can be compared: networks as what they hold, tables as cells and types."""
    if isinstance(value, Tables):
        return {name: plain(frame) for name, frame in value.items()}
    if isinstance(value, pd.DataFrame):
        return value.to_csv(), value.dtypes.to_list(), value.attrs
    if hasattr(value, "shows") and hasattr(value.shows, "nodes"):
        return plain(value.shows), value.kind, value.alt, value.caption
    if isinstance(value, Exercise):
        return value.sheet, value.student, repr(value), value.hint(1)
    if hasattr(value, "nodes"):
        return type(value), value.graph, list(value.nodes(data=True)), list(value.edges(data=True))
    return value


@pytest.mark.parametrize("way", COPIED)
@pytest.mark.parametrize("name", GIVEN)
def test_what_is_given_can_be_copied(name: str, way: str) -> None:
    """A copy, a deep copy and what is pickled and read again are of the same type and content."""
    value = GIVEN[name]()
    again = COPIED[way](value)
    assert type(again) is type(value)
    assert plain(again) == plain(value)


def test_a_deep_copy_of_tables_is_independent() -> None:
    """What is changed in a deep copy is not changed in the tables; a copy shares them."""
    tables = kq.load()
    deep, flat = copy.deepcopy(tables), copy.copy(tables)
    deep.entities.loc[0, "name_en"] = "changed"
    assert tables == kq.load() != deep
    assert flat.entities is tables.entities


def test_tables_are_a_mapping() -> None:
    """`in`, `get`, `len`, `dict`, `==` and `|` do as with a dict; none of them changes a table."""
    tables = kq.load(["relations", "entities"])
    unlike: list[object] = ["x", ["x"], 3]
    assert "entities" in tables
    assert not any(name in tables for name in unlike)
    assert tables.get("x") is None
    assert (len(tables), [*tables], [*dict(tables)]) == (2, *[["relations", "entities"]] * 2)
    assert tables == kq.load(("entities", "relations"))
    assert tables != kq.load()
    assert tables != {}
    more = tables | {"mine": tables.entities}
    assert ([*more], [*tables]) == (["relations", "entities", "mine"], ["relations", "entities"])
    with pytest.raises(TypeError, match="unhashable"):
        hash(tables)


@pytest.mark.parametrize(
    "change",
    [
        lambda tables: setattr(tables, "mine", 3),
        lambda tables: delattr(tables, "entities"),
        lambda tables: tables.__setitem__("mine", 3),
        lambda tables: tables.__delitem__("entities"),
    ],
)
def test_tables_say_that_they_are_not_exchanged(change: Callable[[Tables], None]) -> None:
    """Setting or deleting a table is answered by our error, which is Python's own as well."""
    with pytest.raises(Unchangeable, match="give what you make its own name"):
        change(kq.load(["entities"]))


ERRORS = [
    each
    for module in (errors, named_tables)
    for each in vars(module).values()
    if inspect.isclass(each) and issubclass(each, KopjaqtyError)
]


@pytest.mark.parametrize("kind", ERRORS)
def test_every_error_is_pickled(kind: type[KopjaqtyError]) -> None:
    """An error of any of our classes keeps its class, its message and its problems."""
    error = kind(errors.Problem("No such table.", value="x", nearest="y"))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(again), str(again), again.problems) == (kind, str(error), error.problems)


@pytest.mark.parametrize(
    ("function", "value", "kind"),
    [
        (kq.load, "entitys", NoSuchTable),
        (kq.parse_date, "2/3/1992", errors.DateError),
        (kq.draw_network, kq.load("terms"), errors.ArgumentError),
    ],
)
def test_an_error_comes_back_from_another_process(
    function: Callable[[Any], object], value: object, kind: type[KopjaqtyError]
) -> None:
    """What goes wrong in a worker is told here as it would have been told there."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        answer = pool.submit(function, value)
        with pytest.raises(kind) as there:
            answer.result()
    with pytest.raises(kind) as here:
        function(value)
    assert str(there.value) == str(here.value)
