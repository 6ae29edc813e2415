"""The made blocks of pages: found, filled, and missed where one is lost."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from kopjaqty_course.making.blocks import block_names, with_blocks
from places import PROJECT

PAGE = (
    "Before.\n<!-- made: one -->\nold\n<!-- end -->\nBetween.\n<!-- made: two -->\n<!-- end -->\n"
)


def test_only_blocks_are_made_anew() -> None:
    """What stands between the blocks, and a block that others make, stays as it is."""
    made = with_blocks(PAGE, {"one": lambda: r"new \1"}, others=["two"])
    assert made == PAGE.replace("old", r"new \1")
    assert with_blocks(made, {"one": lambda: "old"}, others=["two"]) == PAGE


def test_nothing_to_say_leaves_the_marks_alone() -> None:
    """A block without content is the two marks, and can be filled again."""
    empty = with_blocks(PAGE, {"one": lambda: "", "two": lambda: ""})
    assert "old" not in empty
    assert block_names(empty) == ["one", "two"]


@pytest.mark.parametrize(
    ("blocks", "told"),
    [
        (["one"], "nothing is made for the block 'two'"),
        (["one", "two", "three"], "the block 'three' is there 0 times"),
    ],
)
def test_a_block_too_many_or_too_few_is_told(blocks: list[str], told: str) -> None:
    """A block that nothing is made for, or that was lost from the page, is named."""
    with pytest.raises(click.ClickException, match=told):
        with_blocks(PAGE, dict.fromkeys(blocks, lambda: "new"))


def test_a_block_that_is_there_twice_is_told() -> None:
    """A block that was copied would say the same thing twice."""
    with pytest.raises(click.ClickException, match="'one' is there 2 times"):
        with_blocks(PAGE + PAGE, {"one": lambda: ""}, others=["two"])


def test_blocks_are_found_in_one_place() -> None:
    """No module but that of the blocks looks for their marks by itself."""
    marks = re.compile(r"<!-- (?:made|end)")
    folder = PROJECT / "lib" / "kopjaqty_course"
    found = [path for path in folder.rglob("*.py") if marks.search(path.read_text("utf-8"))]
    assert found == [Path(with_blocks.__code__.co_filename)]
