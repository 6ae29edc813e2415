"""No code answers by the order of equals: what `making.order_of_equals` finds."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from kopjaqty.tables import load
from kopjaqty_course.making.notebooks import find_notebooks
from kopjaqty_course.making.order_of_equals import choices_among_equals, reviewed, unreviewed
from places import PROJECT

SHEETS = PROJECT / "lib" / "kopjaqty_course" / "exercises" / "sheets"
MODULES = [
    path
    for folder in ("lib", "tools", "benchmarks")
    for path in sorted((PROJECT / folder).rglob("*.py"))
]


def name_of(path: Path) -> str:
    """The path as the list of what was reviewed has it."""
    return path.relative_to(PROJECT).as_posix()


def code_of(path: Path) -> str:
    """The code of a module, or of all cells of a notebook."""
    if path.suffix == ".py":
        return path.read_text(encoding="utf-8")
    cells = nbformat.read(path, as_version=4).cells
    return "\n".join(cell.source for cell in cells if cell.cell_type == "code")


def told_code(path: Path) -> Iterator[str]:
    """The code that a sheet's texts hold: lines to be put in order, and `code` in prose."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.strip()
            yield from re.findall(r"`([^`]+)`", node.value)


@pytest.mark.parametrize(
    "code",
    [
        "events.sort_values('date')",
        "events.sort_values(['date'], ascending=False)",
        "degree.sort_values(ascending=False)",
        "np.argsort(numbers)",
        "numbers.argsort()",
        "np.sort(numbers)",
        "degree.nlargest(3)",
        "table.nsmallest(3, 'rank', keep='first')",
        "Counter(words).most_common(3)",
        "names.value_counts().head(3)",
        "names.value_counts().index[0]",
        "degree.sort_values(kind='stable').iloc[:3]",
        "rows = names.value_counts()\nrows.tail(2)",
        "sorted(graph, key=graph.degree)[:3]",
        "sorted(graph, key=graph.degree)[-1]",
        "max(weights, key=weights.get)",
        "min(days, key=lambda day: day.year)",
        "pairs.idxmax()",
        "table.idxmin(axis=1)",
        "sorted(set(nodes), key=graph.degree)",
        "list({1, 2})",
        "', '.join(set(names))",
        "for name in set(names): print(name)",
        "[name for name in {*names}]",
    ],
)
def test_a_choice_is_found(code: str) -> None:
    """What orders or picks equals by chance is found, once."""
    assert len(list(choices_among_equals(code))) == 1


@pytest.mark.parametrize(
    "code",
    [
        "events.sort_values(['date', 'event_id'])",
        "events.sort_values(by=['date', 'event_id']).head(3)",
        "degree.sort_values(kind='stable')",
        "np.argsort(numbers, kind='stable')",
        "degree.nlargest(3, keep='all')",
        "names.value_counts()",
        "rows = names.value_counts()\nrows[rows >= 10]",
        "rows = names.value_counts()\nrows = other\nrows.head(2)",
        "relations.head(6)",
        "sorted(names)[:3]",
        "sorted(graph, key=lambda node: (graph.degree(node), node))[:3]",
        "min(days, key=lambda day: (day.year, day.id))",
        "max(numbers)",
        "names.value_counts()['un']",
        "sorted(set(names))",
        "len(set(names))",
        "for name in sorted(set(names)): print(name)",
        "def broken(:",
    ],
)
def test_no_choice_is_found(code: str) -> None:
    """What says how equals stand, or takes all of them, passes."""
    assert list(choices_among_equals(code)) == []


@pytest.mark.parametrize("path", [*MODULES, *find_notebooks()], ids=name_of)
def test_nothing_is_chosen_among_equals(path: Path) -> None:
    """No module and no notebook has a choice that nobody reviewed in this very file."""
    file = name_of(path)
    # A solution is made from its sheet, where it was reviewed.
    assert list(unreviewed(code_of(path), None if file.startswith("exercises/") else file)) == []


@pytest.mark.parametrize("path", sorted(SHEETS.rglob("*.py")), ids=name_of)
def test_no_sheet_teaches_a_choice(path: Path) -> None:
    """Neither the lines that a student puts in order nor the code in a text chooses."""
    assert [choice for code in told_code(path) for choice in unreviewed(code)] == []


@pytest.mark.parametrize("row", reviewed(), ids=lambda row: f"{row['file']} {row['code']}")
def test_what_was_reviewed_is_there(row: dict[str, str]) -> None:
    """Each exception has a reason, and is still needed."""
    assert row["reason"].endswith(".")
    assert row["code"] in {
        code for _, code, _ in choices_among_equals(code_of(PROJECT / row["file"]))
    }


def test_ten_kinds_are_no_cut_among_equals() -> None:
    """The tenth kind of entity, the last that lesson 00 shows, is more frequent than the next."""
    counts = load("entities")["kind"].value_counts()
    assert counts.iloc[9] > counts.iloc[10]
