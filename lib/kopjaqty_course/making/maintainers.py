"""Writes the made blocks of docs/maintainers.md, and its drawings, from the code as it runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from kopjaqty_course.making.blocks import with_blocks
from kopjaqty_course.making.floors import House, draw_floors, read_house, words_of_floors
from kopjaqty_course.making.project import PROJECT
from kopjaqty_course.making.walk_scenes import SCENES, stays_of
from kopjaqty_course.making.walks import Stay
from kopjaqty_course.making.ways import draw_way, joined, list_of

__all__ = ["made", "rewrite"]

PAGE = PROJECT / "docs" / "maintainers.md"
TITLES = {
    "row": "How a row becomes a picture",
    "answer": "How an answer becomes feedback",
    "text": "How a text becomes mentions",
}


def _shown(name: str, stays: list[Stay]) -> str:
    first, last = stays[0], stays[-1]
    alt = (
        f"{TITLES[name]}, in {len(stays)} steps: from {first.function}, which gives "
        f"{first.gives}, to {last.function}, which gives {last.gives}. The list below has them all."
    )
    return f"![{alt}](way-of-the-{name}.svg)\n\n{list_of(stays)}"


def _floors(house: House) -> str:
    return f"![{words_of_floors(house)}](floors.svg)"


def _carrying(house: House) -> str:
    return ", ".join(f"`{name}` ({count} floors)" for name, count in house.carrying[:5]) + "."


def rewrite(text: str, house: House, ways: dict[str, list[Stay]]) -> str:
    """The page with every made block made anew."""
    blocks: dict[str, Callable[[], str]] = {
        "floors": partial(_floors, house),
        "carrying": partial(_carrying, house),
        **{name: partial(_shown, name, stays) for name, stays in ways.items()},
    }
    return with_blocks(text, blocks)


def made() -> dict[Path, str]:
    """The page and its drawings as they should be."""
    house = read_house()
    ways = {name: joined(stays_of(name)) for name in SCENES}
    drawings = {f"way-of-the-{name}": draw_way(stays, TITLES[name]) for name, stays in ways.items()}
    drawings["floors"] = draw_floors(house)
    files = {PAGE.with_name(f"{name}.svg"): drawing for name, drawing in drawings.items()}
    return files | {PAGE: rewrite(PAGE.read_text(encoding="utf-8"), house, ways)}
