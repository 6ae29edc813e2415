"""Spoil the right answers of the exercises in small ways, and see whether each is found out.

A mutant is the code of a right answer with one thing changed: an operator, a constant, a
column, a method, a filter left out, two arguments swapped. If it gives another answer than
the reference on any of many inputs, `check` has to reject it. A mutant that gives the same
answer on all of them is no wrong answer and is not counted.
"""

from __future__ import annotations

import ast
import copy
import inspect
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from textwrap import dedent
from typing import Any

from kopjaqty_course.exercises.answers import Program, Written
from kopjaqty_course.exercises.checking import Checker
from kopjaqty_course.exercises.probes import Inputs
from kopjaqty_course.exercises.questions import Question
from kopjaqty_course.exercises.trials import Trials

CASES = 3
"""Variants of a question in which its mutants are tried."""
SEEDS = range(100, 110)
"""Samples, other than the one `check` uses, on which a mutant may differ."""

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}
METHODS = {
    one: other
    for pair in (
        ("isna", "notna"),
        ("min", "max"),
        ("first", "last"),
        ("head", "tail"),
        ("any", "all"),
        ("idxmin", "idxmax"),
        ("nsmallest", "nlargest"),
        ("predecessors", "successors"),
        ("in_degree", "out_degree"),
        ("in_edges", "out_edges"),
        ("ancestors", "descendants"),
        ("union", "intersection"),
        ("cumsum", "cumprod"),
        ("degree", "in_degree"),
        ("count", "nunique"),
        ("nunique", "size"),
        ("sum", "count"),
        ("mean", "median"),
        ("before", "during"),
        ("during", "overlaps"),
        ("overlaps", "during"),
        ("startswith", "endswith"),
    )
    for one, other in (pair, pair[::-1])
}
WORDS = {
    one: other
    for pair in (
        ("subject_id", "object_id"),
        ("date_earliest", "date_latest"),
        ("strict", "permissive"),
        ("left", "right"),
        ("inner", "outer"),
        ("name_en", "entity_id"),
        ("event_id", "status"),
        ("document_id", "record_id"),
        ("first", "last"),
    )
    for one, other in (pair, pair[::-1])
}


@dataclass(frozen=True)
class Mutant:
    """A spoiled answer: what was changed, in which line of its source, and the function."""

    change: str
    function: Callable[..., Any]


def mutants(function: Callable[..., Any]) -> Iterator[Mutant]:
    """Every mutant of a function that was written with `def`, each with one change."""
    tree = ast.parse(dedent(inspect.getsource(function)))
    before = ast.unparse(tree)
    seen = {before}
    for place, node in enumerate(ast.walk(tree)):
        for way in range(len(_changes(node))):
            spoiled = copy.deepcopy(tree)
            _changes(list(ast.walk(spoiled))[place])[way]()
            code = ast.unparse(ast.fix_missing_locations(spoiled))
            if code in seen:
                continue
            seen.add(code)
            space = dict(function.__globals__)
            exec(compile(code, "<mutant>", "exec"), space)  # noqa: S102 - the project's own code
            yield Mutant(_difference(before, code), space[function.__name__])


def _difference(before: str, after: str) -> str:
    """The changed lines, "before → after"."""
    old, new = before.splitlines(), after.splitlines()
    gone = [line.strip() for line in old if line not in new]
    come = [line.strip() for line in new if line not in old]
    return f"{' / '.join(gone)} → {' / '.join(come) or '(left out)'}"


def _changes(node: ast.AST) -> list[Callable[[], None]]:
    """Ways to spoil one node, in place."""
    fields = [*_other_values(node), *_less(node), *_other_calls(node)]
    return [partial(setattr, node, name, value) for name, value in fields]


def _other_values(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """Another operator, another constant, a condition that always holds."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARISONS:
            yield "ops", [COMPARISONS[type(op)]()]
        case ast.BinOp(op=op) if type(op) in OPERATORS:
            yield "op", OPERATORS[type(op)]()
        case ast.BoolOp(op=op):
            yield "op", ast.Or() if isinstance(op, ast.And) else ast.And()
        case ast.AugAssign(op=ast.Add()):
            yield "op", ast.Sub()
        case ast.Constant(value=bool(value)):
            yield "value", not value
        case ast.Constant(value=int(value)):
            yield "value", value + 1
            yield "value", value - 1
        case ast.Constant(value=str(value)):
            yield "value", WORDS.get(value, f"{value}x")
        case ast.If():
            yield "test", ast.Constant(True)


def _less(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """Something in it left out."""
    for name, child in ast.iter_fields(node):
        for inner in _simpler(child):
            yield name, inner
        for n, item in enumerate(child if isinstance(child, list) else []):
            for inner in _simpler(item):
                yield name, [*child[:n], inner, *child[n + 1 :]]


def _other_calls(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """Another method, arguments swapped, the first option left out."""
    if isinstance(node, ast.Attribute) and node.attr in METHODS:
        yield "attr", METHODS[node.attr]
    if isinstance(node, ast.Call) and len(node.args) == 2:
        yield "args", node.args[::-1]
    if isinstance(node, ast.Call) and node.keywords:
        yield "keywords", node.keywords[1:]


def _simpler(node: Any) -> Iterator[ast.expr]:
    """What is left of an expression without its filter, its last method, its negation."""
    match node:
        case ast.Subscript(value=value, slice=ast.Compare() | ast.BinOp() | ast.Call()):
            yield value
        case ast.Subscript(value=value, slice=ast.UnaryOp() | ast.Slice() | ast.Name()):
            yield value
        case ast.Call(func=ast.Attribute(value=value)) if not isinstance(value, ast.Name):
            yield value
        case ast.Call(func=ast.Name(), args=[only]) if isinstance(only, ast.expr):
            yield only
        case ast.UnaryOp(op=ast.Invert() | ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.BinOp(left=left, op=ast.BitAnd() | ast.BitOr(), right=right):
            yield left
            yield right


@dataclass
class Verdict:
    """Of a question's mutants: how many were killed, and those left alive."""

    killed: int
    alive: list[str]


def judge(sheet: str, number: int, question: Question, inputs: Inputs) -> Verdict:
    """Try the mutants of a question's right answer."""
    killed, alive = 0, []
    if isinstance(question.answer, Written):
        return Verdict(0, [])
    cases = inputs.cases_of(question)[:CASES]
    checkers = [Checker(sheet, number, question, inputs, case) for case in cases]
    for mutant in mutants(question.reference):
        found = {_fate(checker, mutant) for checker in checkers}
        if "alive" in found:
            alive.append(mutant.change)
        elif "killed" in found:
            killed += 1
    return Verdict(killed, alive)


def _fate(checker: Checker, mutant: Mutant) -> str:
    """Whether a mutant is "killed", is left "alive", or is the "same" as the right answer."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            value = checker.handed_over(mutant.function)
        except Exception:
            return "killed"  # it does not even run
        accepted = checker.check(value).state == "right"
        if not accepted:
            return "killed"
        return "same" if _is_same(checker, value) else "alive"


def _is_same(checker: Checker, value: Any) -> bool:
    """Whether an accepted answer is that of the reference on many other inputs too."""
    answer = checker.answer
    if not isinstance(answer, Program):
        return True  # a value is right or wrong by itself
    for seed in SEEDS:
        trials = Trials(checker.question, checker.inputs, checker.case, seed)
        found, _changed = trials.of(answer.function(value))
        if any(trials.said_of(trial, n) for n, trial in enumerate(found)):
            return False
    return True
