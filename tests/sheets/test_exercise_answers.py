"""Sorts of answers: what each reads, what it refuses and how, what it says of a difference."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import networkx as nx
import numpy as np
import pandas as pd
import pytest

from kopjaqty_course.exercises.answers import (
    Answer,
    Choice,
    Faded,
    FigureOf,
    Function,
    GraphOf,
    Listed,
    Matching,
    Names,
    Number,
    Order,
    Pairs,
    Parsons,
    TableOf,
    Text,
    TrueFalse,
    Unreadable,
    Written,
)
from kopjaqty_course.exercises.answers.plain import cell, cells, described, pairs, same, shown

mpl.use("agg")

LETTERS = {"a": "first", "b": "second", "c": "third"}


class Copied(int):
    """A number of a class of its own, which says that it equals everything."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


class OwnFrame(pd.DataFrame):
    """A table of a class of its own."""


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (pd.NA, None),
        (pd.NaT, None),
        (float("nan"), None),
        (np.float64("nan"), None),
        (True, True),
        (np.bool_(False), False),
        (3, 3),
        (np.int64(3), 3),
        (np.int8(3), 3),
        (2.5, 2.5),
        (np.float32(2.5), 2.5),
        ("un", "un"),
        (np.str_("un"), "un"),
        (pd.Timestamp("2015-07-31"), "2015-07-31"),
        (pd.Timestamp("2015-07-31 12:00"), "2015-07-31T12:00:00"),
        (np.datetime64("2015-07-31"), "2015-07-31"),
        (dt.date(2015, 7, 31), "2015-07-31"),
        (dt.datetime(2015, 7, 31), "2015-07-31"),  # noqa: DTZ001
    ],
)
def test_cell(value: object, plain: object) -> None:
    """A value of the usual types becomes plain data, whatever library made it."""
    got = cell(value)
    assert type(got) is type(plain)
    assert got == plain


@pytest.mark.parametrize("value", [Copied(3), b"un", 1j, [1], {}, object(), int, pd.DataFrame()])
def test_no_other_cell(value: object) -> None:
    """A value of any other class is refused, even of one made from a usual one."""
    with pytest.raises(Unreadable):
        cell(value)


@pytest.mark.parametrize(
    "value",
    [
        ["a", "b"],
        ("a", "b"),
        {"b", "a"},
        frozenset(["a", "b"]),
        np.array(["a", "b"]),
        pd.Series(["a", "b"], index=[7, 3]),
        pd.Series(["a", "b"], dtype="string").array,
        pd.Categorical(["a", "b"]),
        pd.Index(["a", "b"]),
        {"a": 1, "b": 2}.keys(),
        {1: "a", 2: "b"}.values(),
    ],
)
def test_cells(value: object) -> None:
    """Items are read from whatever holds some."""
    assert cells(value) == ["a", "b"]


@pytest.mark.parametrize("value", ["ab", 1, None, {"a": 1}, (x for x in "ab"), np.eye(2)])
def test_no_cells(value: object) -> None:
    """A text is not a list of letters; a generator would be used up by reading it."""
    with pytest.raises(Unreadable):
        cells(value)


@pytest.mark.parametrize(
    "value", [{"a": 1}, Counter("a"), pd.Series([1], index=["a"]), {"a": np.int64(1)}]
)
def test_pairs(value: object) -> None:
    """Keys and values are read from a dict or a Series."""
    assert pairs(value) == {"a": 1}


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (1, 1.0, True),
        (1, True, False),
        (0, False, False),
        (0, None, False),
        ("1", 1, False),
        (0.1 + 0.2, 0.3, True),
        (1000000.0, 1000000.1, False),
        (float("inf"), float("inf"), True),
        ((1, ("a", None)), (1, ("a", None)), True),
        ((1, 2), (2, 1), False),
        ((1, 2), (1, 2, 3), False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"a": 1}, {"a": 2}, False),
        ({"a": 1}, {"b": 1}, False),
    ],
)
def test_same(one: Any, other: Any, equal: bool) -> None:
    """Plain values are equal if type and content are; numbers up to rounding."""
    assert same(one, other) is equal
    assert same(other, one) is equal


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ((1, 2), "(1, 2)"),
        ([1] * 8, "[1, 1, 1, 1, 1, 1, … 2 more]"),
        ("x" * 99, "'" + "x" * 59 + "…"),
    ],
)
def test_shown(value: Any, message: str) -> None:
    """A value is shown as Python writes it, cut where it is long."""
    assert shown(value) == message


@pytest.mark.parametrize(
    ("value", "message"),
    [("a".upper, "brackets"), (pd.DataFrame(), "DataFrame"), (object(), "type object")],
)
def test_described(value: object, message: str) -> None:
    """A value's sort is named so that a student knows what she has."""
    assert message in described(value)


RIGHT: list[tuple[Answer, object, object]] = [
    (Number(), np.int64(3), 3),
    (Number(), 3.0, 3),
    (Number(tolerance=0.005), 0.333, 1 / 3),
    (TrueFalse(), np.bool_(True), True),
    (Text(), " un ", "un"),
    (Text(may_be_missing=True), pd.NA, None),
    (Names(), {"un", "cica"}, ["cica", "un"]),
    (Names(), pd.Series(["un", "cica"]), ("cica", "un")),
    (Names(), [], []),
    (Listed(), ("un", "cica"), ["un", "cica"]),
    (Pairs(), pd.Series([1, 2], index=["b", "a"]), {"a": 2, "b": 1}),
    (Choice(LETTERS), " B) ", "b"),
    (Order(LETTERS), "cab", ["c", "a", "b"]),
    (Order(LETTERS), "C, a; b ", ["c", "a", "b"]),
    (Matching({"x": "one", "y": "two"}, LETTERS), {"x": "A", "y": "b"}, {"x": "a", "y": "b"}),
]


@pytest.mark.parametrize(("answer", "value", "wanted"), RIGHT)
def test_right(answer: Answer, value: object, wanted: object) -> None:
    """What says the same in another way is no different."""
    assert answer.differ(answer.read(value), answer.read(wanted)) == ""


WRONG: list[tuple[Answer, object, object, str]] = [
    (Number(), 4, 3, "4 is too high"),
    (Number(), 2.5, 3, "2.5 is too low"),
    (TrueFalse(), False, True, "not False"),
    (Text(), "UN", "un", "capital"),
    (Text(among=("un", "cica")), "cicca", "un", "Did you mean 'cica'"),
    (Names(), ["un", "un"], ["un"], "more than once"),
    (Names(), ["un", None], ["un"], "empty cell"),
    (Names(), ["un", "cica"], ["un", "osce"], "do not belong here: 'cica'"),
    (Names(), ["un"], ["un", "osce"], "1 is missing. 1 of yours is right"),
    (Listed(), ["a", "b", "c"], ["c", "b", "a"], "turned round"),
    (Listed(), ["a", "c", "b"], ["a", "b", "c"], "number 2, 'c'"),
    (Listed(), ["a"], ["a", "b"], "missing"),
    (Listed(), ["a", "a"], ["a"], "more than once"),
    (Pairs(), {"un": 3}, {"un": 2}, "At 'un': 3 is too high"),
    (Pairs(), {"un": 3}, {"cica": 3}, "The keys differ"),
    (Pairs(), {"un": float("nan")}, {"un": 3}, "missing"),
    (Choice(LETTERS), "a", "b", "not a"),
    (Order(LETTERS), "abc", "cba", "turned round"),
    (Order(LETTERS), "acb", "abc", "number 2, c"),
    (
        Matching({"x": "one", "y": "two"}, LETTERS),
        {"x": "a", "y": "c"},
        {"x": "a", "y": "b"},
        "y and c do not",
    ),
    (
        Matching({"x": "one", "y": "two"}, LETTERS),
        {"x": "a", "y": "a"},
        {"x": "a", "y": "b"},
        "You use a for x, y",
    ),
]


@pytest.mark.parametrize(("answer", "value", "wanted", "message"), WRONG)
def test_wrong(answer: Answer, value: object, wanted: object, message: str) -> None:
    """What differs is said in the student's own terms."""
    assert message in answer.differ(answer.read(value), answer.read(wanted))


@pytest.mark.parametrize(
    ("answer", "value", "message"),
    [
        (Number(), 15.0, "15"),
        (Number(), 0.5, "0.5"),
        (Number(tolerance=0.005), 2 / 3, "0.6667"),
        (Names(), ["un", "cica"], "'cica', 'un'"),
        (Names(), [], "nothing"),
        (Listed(), range(9), "0, 1, 2, 3, 4, 5 and 3 more"),
        (Pairs(), {"un": 3, "cica": None}, "un: 3, cica: None"),
        (Pairs(), {"un": 3.0, "cica": 0.5}, "un: 3, cica: 0.5"),
        (Choice(LETTERS), "b", "b"),
        (Order(LETTERS), "bca", "b c a"),
        (GraphOf(), nx.DiGraph([("un", "unga")]), "a graph with 2 nodes and 1 edge"),
    ],
)
def test_show(answer: Answer, value: object, message: str) -> None:
    """A message repeats an answer as a person would write it."""
    assert answer.show(answer.read(value)) == message


REFUSED: list[tuple[Answer, object, str]] = [
    (Number(), "3", "quotes"),
    (Number(), "3,5", "quotes"),
    (Number(), "three", "a text"),
    (Number(), float("nan"), "empty cell"),
    (Number(), True, "True or False"),
    (Number(), None, "None"),
    (Number(), [3], "a list"),
    (Number(), Copied(3), "type Copied"),
    (TrueFalse(), 1, "whole number"),
    (TrueFalse(), "True", "a text"),
    (Text(), 3, "whole number"),
    (Text(), None, "None"),
    (Names(), "un", "a text"),
    (Names(), 3, "whole number"),
    (Names(), [True, False], "a filter"),
    (Number(), "un".upper, "brackets missing"),
    (Names(), {("un", "unga")}, "stands a tuple"),
    (Listed(), [["un"]], "stands a list"),
    (Listed(), {"a", "b"}, "without an order"),
    (Pairs(), ["a"], "a list"),
    (Pairs(), {"un": (1, 2)}, "stands a tuple"),
    (Pairs(), pd.Series([2, 1, 3], index=["un", "cica", "un"]), "'un' stands more than once"),
    (Pairs(), pd.Series({"un": pd.Timedelta(3, "D")}), "stands a duration (`.days`"),
    (TableOf(("id", "n")), pd.DataFrame([]), "no columns at all"),
    (Choice(LETTERS), "d", "'d'"),
    (Choice(LETTERS), 1, "whole number"),
    (Order(LETTERS), ["a", "b"], "lacks c"),
    (Order(LETTERS), ["a", "b", "b"], "more than once"),
    (Order(LETTERS), ["a", "b", "z"], "'z'"),
    (Order(LETTERS), 5, "whole number"),
    (Order(LETTERS), {"a", "b", "c"}, "a set"),
    (Matching({"x": "one"}, LETTERS), {"z": "a"}, "not among"),
    (Matching({"x": "one"}, LETTERS), {"x": "z"}, "'z'"),
    (Matching({"x": "one"}, LETTERS), {}, "Not matched yet: x"),
    (Matching({"x": "one"}, LETTERS), "a", "a text"),
    (Written(), 3, "whole number"),
]


@pytest.mark.parametrize(("answer", "value", "message"), REFUSED)
def test_refused(answer: Answer, value: object, message: str) -> None:
    """An answer of another sort is refused, and told what it is."""
    with pytest.raises(Unreadable, match=message.replace("(", r"\(")):
        answer.read(value)


# --------------------------------------------------------------------------- tables
TABLE = pd.DataFrame({"id": ["un", "cica"], "n": [3, 1]})


def table_said(value: pd.DataFrame, answer: TableOf | None = None) -> str:
    """What is said of a table where TABLE is right."""
    answer = answer or TableOf(("id", "n"))
    return answer.differ(answer.read(value), answer.read(TABLE))


def test_tables_that_are_right() -> None:
    """Order of rows and columns, index, dtypes and further columns do not count."""
    assert table_said(TABLE.iloc[::-1]) == ""
    assert table_said(TABLE[["n", "id"]].astype({"n": float, "id": "category"})) == ""
    assert table_said(TABLE.assign(more=1)) == ""
    assert table_said(TABLE.set_index(pd.Index([7, 8]))) == ""


def test_tables_that_are_wrong() -> None:
    """A missing row, a strange row, a wrong cell and a wrong order are told apart."""
    assert "1 row: too few" in table_said(TABLE[:1])
    assert "too many" in table_said(pd.concat([TABLE, TABLE]))
    assert "id 'osce' does not belong" in table_said(TABLE.replace("cica", "osce"))
    assert "In the row of 'un', n is not 4" in table_said(TABLE.replace(3, 4))
    ordered = TableOf(("id", "n"), ordered=True)
    assert "order" in table_said(TABLE.iloc[::-1], ordered)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (TABLE.rename(columns={"n": "number"}), "no column 'n'"),
        (TABLE.rename(columns={"id": "idd"}), "It has 'idd'"),
        (TABLE.set_index("id"), "is the index"),
        (TABLE["id"], "Series"),
        (OwnFrame(TABLE), "type OwnFrame"),
        (TABLE.astype({"n": object}).map(lambda each: [each]), "a list"),
        (pd.concat([TABLE, TABLE["n"]], axis=1), "same name"),
    ],
)
def test_tables_refused(value: object, message: str) -> None:
    """A table without what is asked for is told what it lacks."""
    with pytest.raises(Unreadable, match=message):
        TableOf(("id", "n")).read(value)


def test_a_table_with_only_these_columns() -> None:
    """Where the question says so, further columns are refused."""
    with pytest.raises(Unreadable, match="more"):
        TableOf(("id", "n"), only=True).read(TABLE.assign(more=1))


# --------------------------------------------------------------------------- graphs
EDGES = [("kazakhstan", "un"), ("kazakhstan", "cica"), ("un", "unga")]


def graph_said(value: nx.DiGraph) -> str:
    """What is said of a graph where EDGES are right."""
    return GraphOf().differ(GraphOf().read(value), GraphOf().read(nx.DiGraph(EDGES)))


def test_graphs() -> None:
    """A reversed graph, a strange edge, a missing one and a lonely node are told apart."""
    assert graph_said(nx.MultiDiGraph(EDGES)) == ""
    assert "other way" in graph_said(nx.DiGraph(EDGES).reverse())
    assert "un → kazakhstan" in graph_said(nx.DiGraph([*EDGES, ("un", "kazakhstan")]))
    assert "1 edge is missing" in graph_said(nx.DiGraph(EDGES[:2]))
    assert "'osce'" in graph_said(nx.union(nx.DiGraph(EDGES), nx.empty_graph(["osce"], nx.DiGraph)))
    twice: nx.MultiDiGraph = nx.MultiDiGraph([*EDGES, EDGES[0]])
    assert graph_said(twice) == "This edge stands there more than once: kazakhstan → un."


def test_an_undirected_graph_has_no_direction() -> None:
    """Where direction does not count, an edge is the same from both sides."""
    answer = GraphOf(directed=False)
    turned = nx.Graph([(end, start) for start, end in EDGES])
    assert answer.differ(answer.read(turned), answer.read(nx.Graph(EDGES))) == ""
    with pytest.raises(Unreadable, match="undirected"):
        answer.read(nx.DiGraph(EDGES))
    with pytest.raises(Unreadable, match="directed"):
        GraphOf().read(nx.Graph(EDGES))


# --------------------------------------------------------------------------- figures
def bars(numbers: dict[str, int], *, lying: bool = False, label: str = "rows") -> Any:
    """Axes with a bar for each number."""
    _figure, ax = plt.subplots()
    pd.Series(numbers).plot(kind="barh" if lying else "bar", ax=ax)
    (ax.set_xlabel if lying else ax.set_ylabel)(label)
    plt.close(_figure)
    return ax


def bars_said(value: Any) -> str:
    """What is said of bars where these are right."""
    answer = FigureOf("bars")
    return answer.differ(answer.read(value), answer.read(bars({"un": 3, "cica": 1})))


def test_bars() -> None:
    """Standing or lying, drawn by pandas or matplotlib: the lengths by their names count."""
    assert bars_said(bars({"cica": 1, "un": 3})) == ""
    assert bars_said(bars({"un": 3, "cica": 1}, lying=True)) == ""
    _figure, ax = plt.subplots()
    ax.bar(["un", "cica"], [3, 1])
    ax.set_ylabel("rows")
    assert bars_said(ax) == ""
    plt.close(_figure)
    assert "At 'un': 4 is too high" in bars_said(bars({"un": 4, "cica": 1}))
    assert "no label" in bars_said(bars({"un": 3, "cica": 1}, label=""))


def test_bars_upon_bars() -> None:
    """Parts end to end add up; one drawn over another hides it; whiskers and gaps are no bars."""
    answer = FigureOf("bars", labelled=False)
    _figure, axes = plt.subplots(6)
    pd.DataFrame({"x": [1, 0], "y": [2, 1]}, index=["un", "cica"]).plot.bar(
        stacked=True, ax=axes[0]
    )
    axes[1].bar(["un", "un", "un", "cica"], [1, 1, 1, 1])
    axes[2].bar(["un", "cica"], [3, -1], yerr=[0.1, 0.1])
    axes[3].bar(["un", "cica"], [3, float("nan")])
    axes[4].barh(["un", "cica"], [3, 1], left=[5, 6])
    axes[5].bar(["un", "un", "cica"], [2, -1, 1])
    plt.close(_figure)
    marks = [answer.read(each)["marks"] for each in axes]
    assert marks == [
        {"un": 3, "cica": 1},
        {"un": 1, "cica": 1},
        {"un": 3, "cica": -1},
        {"un": 3, "cica": None},
        {"un": 3, "cica": 1},
        {"un": 1, "cica": 1},
    ]


def test_bars_beside_their_labels() -> None:
    """Two bars for a label are told; bars on a scale of numbers need no labels."""
    answer = FigureOf("bars", labelled=False)
    _figure, (one, other) = plt.subplots(2)
    pd.DataFrame({"x": [1, 0], "y": [2, 1]}, index=["un", "cica"]).plot.bar(ax=one)
    other.bar([2015.5, 2016], [1, 2])
    plt.close(_figure)
    with pytest.raises(Unreadable, match="beside the labels"):
        answer.read(one)
    assert set(answer.read(other)["marks"].values()) == {1, 2}
    assert "labels of the bars differ" in bars_said(bars({"un": 3}))


def test_points() -> None:
    """Points and lines are compared by their data, dates too."""
    answer = FigureOf("points", labelled=False)
    days = pd.to_datetime(["2015-07-31", "2017-01-01"])
    _figure, (one, other, third) = plt.subplots(3)
    one.plot(days, [1, 2], "o")
    other.scatter(days, [1, 2])
    third.plot(days, [1, 3])
    plt.close(_figure)
    right = answer.read(one)
    assert answer.differ(answer.read(other), right) == ""
    assert "does not belong" in answer.differ(answer.read(third), right)


@pytest.mark.parametrize("value", [plt.figure, 3, None, [1]])
def test_figures_refused(value: object) -> None:
    """What is no Axes is refused; so are Axes with nothing on them."""
    with pytest.raises(Unreadable, match="Axes"):
        FigureOf().read(value)
    figure, ax = plt.subplots()
    plt.close(figure)
    with pytest.raises(Unreadable, match="Nothing is drawn"):
        FigureOf().read(ax)


# --------------------------------------------------------------------------- programs
PARSONS = Parsons(
    Number(),
    {
        "a": "def double(n):",
        "b": "    twice = n + n",
        "c": "    return twice",
        "d": "    return n",
    },
)
FADED = Faded(Number(), "def double(n):\n    return n __1__ __2__")


def test_lines_in_an_order_that_works() -> None:
    """The lines that were chosen become a function, letters in a list or a text."""
    assert PARSONS.function(["a", "b", "c"])(4) == 8
    assert PARSONS.function("abc")(4) == 8
    assert PARSONS.function("a, b, c")(4) == 8
    assert PARSONS.function("ad")(4) == 4


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("bc", "unexpected indent|cannot read line 1"),
        ("", "define no function"),
        ("aa", "more than once"),
        ("az", "'z'"),
        ("adb", "Line b comes after `return`"),
        (7, "whole number"),
        ({"a", "d"}, "a set"),
    ],
)
def test_lines_that_make_no_function(value: object, message: str) -> None:
    """Lines that Python cannot read are told, with the line."""
    with pytest.raises(Unreadable, match=message):
        PARSONS.function(value)


def test_blanks() -> None:
    """What is filled in becomes code; by number, in a dict."""
    assert FADED.blanks == ("1", "2")
    assert FADED.function({1: "*", 2: "2"})(4) == 8
    assert FADED.function({"1": " + ", "2": "n"})(4) == 8


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({1: "*"}, "Blank 2"),
        ({1: "*", 2: "..."}, "Blank 2 is still empty"),
        ({1: "*", 2: 2}, "in quotes"),
        ({1: "*", 2: ")"}, "cannot read line 2"),
        ("*", "a text"),
    ],
)
def test_blanks_that_make_no_function(value: object, message: str) -> None:
    """A blank left empty, a value that is no code, code that cannot be read."""
    with pytest.raises(Unreadable, match=message):
        FADED.function(value)


def test_blanks_not_started() -> None:
    """The starter's dots in every blank are no answer; one blank filled in is."""
    assert FADED.is_not_started({1: "...", 2: "..."})
    assert FADED.is_not_started(...)
    assert not FADED.is_not_started({1: "*", 2: "..."})
    assert not FADED.is_not_started({})
    assert not FADED.is_not_started("...")


def test_a_function_is_handed_over_without_brackets() -> None:
    """The result of a call is no function."""
    with pytest.raises(Unreadable, match="without brackets"):
        Function(Number()).function(8)


def test_functions_not_started() -> None:
    """A body of dots is not started; a body that does something is."""
    answer = Function(Number())

    def dots(n: int) -> Any:  # noqa: ARG001
        """Say what it does."""
        return ...

    def given_back(n: int) -> int:
        return n

    def empty(n: int) -> None: ...

    assert answer.is_not_started(dots)
    assert answer.is_not_started(empty)
    assert answer.is_not_started(...)
    assert not answer.is_not_started(given_back)
    assert not answer.is_not_started(3)


# --------------------------------------------------------------------------- texts
def test_written() -> None:
    """A text is read, counted, and asked for the rows it names."""
    answer = Written(("It cites a row.",), least_words=5)
    assert answer.is_not_started("  ")
    assert "3 words" in answer.differ(answer.read("Three words only"), None)
    assert answer.differ(answer.read("Now these are five words."), None) == ""
    text = "It hosts (r0005) a centre, says r9999; an event, un_admission, too. The un is no row."
    known = {"r0005", "un_admission", "un"}
    assert answer.cited(text, known) == (["r0005", "un_admission"], ["r9999"])


def test_keys_of_edges_count_where_they_are_asked_for() -> None:
    """The keys are read, a graph without room for them is refused, a mistake is known without."""
    answer = GraphOf(keyed=True)
    edges = [("kazakhstan", "un", "r0001"), ("kazakhstan", "un", "r0002")]
    wanted: nx.MultiDiGraph = nx.MultiDiGraph()
    turned: nx.MultiDiGraph = nx.MultiDiGraph()
    bare: nx.MultiDiGraph = nx.MultiDiGraph()
    for who, what, key in edges:
        wanted.add_edge(who, what, key=key)
        turned.add_edge(what, who, key=key)
        bare.add_edge(who, what)
    right = answer.read(wanted)
    assert answer.differ(answer.read(wanted.copy()), right) == ""
    assert "their keys are not: one of yours is 0" in answer.differ(answer.read(bare), right)
    assert "other way" in answer.differ(answer.read(turned), right)
    assert answer.agree(answer.read(bare), right)
    with pytest.raises(Unreadable, match="a MultiDiGraph, with a key for each edge"):
        answer.read(nx.DiGraph(wanted))
