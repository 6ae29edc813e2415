"""Draws the README's two pictures from the data as they are now, and says what they show."""

from __future__ import annotations

from functools import partial
from html import escape
from pathlib import Path

import kopjaqty as kq
from kopjaqty.style import Figure
from kopjaqty_course.making.blocks import with_blocks
from kopjaqty_course.making.headers import OF_README
from kopjaqty_course.making.project import PROJECT

README = PROJECT / "README.md"


def draw_pictures() -> dict[str, Figure]:
    """The network of everything, and what organs decided and proclaimed, in time."""
    events = kq.load("events")
    dated = events[events["date_earliest"].notna() & events["date_latest"].notna()]
    return {
        "network": kq.figure(kq.draw_network(kq.build_network())),
        "timeline": kq.figure(kq.draw_timeline(dated, since="1991", width=11)),
    }


def with_words(text: str, pictures: dict[str, Figure]) -> str:
    """The README with each picture's alternative text made anew."""
    blocks = {name: partial(_shown, name, picture.alt) for name, picture in pictures.items()}
    return with_blocks(text, blocks, others=OF_README)


def _shown(name: str, alt: str) -> str:
    return f'<img src="docs/{name}.png" alt="{escape(alt)}" width="860">'


def made() -> dict[Path, str | bytes]:
    """The README, and the files of its pictures, as they should be."""
    pictures = draw_pictures()
    files: dict[Path, str | bytes] = {
        PROJECT / "docs" / f"{name}.png": picture.png for name, picture in pictures.items()
    }
    return files | {README: with_words(README.read_text(encoding="utf-8"), pictures)}
