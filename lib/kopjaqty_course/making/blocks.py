"""The made blocks of a hand-written Markdown file: from `<!-- made: NAME -->` to `<!-- end -->`.

Not cog, which runs Python that stands in comments of the page: ruff, mypy and the tests would not
see it, and one command could not make pages, notebooks and pictures alike, or say which are old.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

import click

__all__ = ["block_names", "with_blocks"]

BLOCK = re.compile(r"<!-- made: ([\w-]+) -->\n.*?<!-- end -->", re.DOTALL)


def block_names(text: str) -> list[str]:
    """The names of the blocks, in their order."""
    return BLOCK.findall(text)


def with_blocks(
    text: str, blocks: Mapping[str, Callable[[], str]], *, others: Collection[str] = ()
) -> str:
    """The text with each of these blocks made anew; those of `others` are left as they are.

    Raises
    ------
    click.ClickException
        A block is not there exactly once, or nothing is made for one that is there.
    """
    there = block_names(text)
    for name in there:
        if name not in blocks and name not in others:
            raise click.ClickException(f"nothing is made for the block {name!r}")
    for name in blocks:
        if there.count(name) != 1:
            raise click.ClickException(f"the block {name!r} is there {there.count(name)} times")

    def block(found: re.Match[str]) -> str:
        name = found[1]
        if name not in blocks:
            return found[0]
        content = blocks[name]()
        return "\n".join(filter(None, (f"<!-- made: {name} -->", content, "<!-- end -->")))

    return BLOCK.sub(block, text)
