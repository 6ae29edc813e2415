"""Draw what the library draws, load its tables, and print a digest of each as JSON.

test_processors.py runs it in processes of different settings and compares.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import matplotlib as mpl

import kopjaqty as kq
from kopjaqty.explorers import explore_timeline, track_initiatives
from kopjaqty.language import LANGUAGES, speaking
from kopjaqty.networks import hierarchy, project
from kopjaqty.store import read_package
from kopjaqty.style import alt_text


def networks() -> dict[str, Any]:
    """A network of each sort."""
    whole, participation = kq.build_network(), kq.build_network("participation")
    return {
        "whole": whole,
        "participation": participation,
        "positions": kq.build_network("positions"),
        "mentions": kq.build_network("mentions"),
        "together": project(participation, "entities"),
        "hierarchy": hierarchy("un"),
        "ego": kq.ego_network(whole, "unrcca"),
        "report": kq.build_network(documents=["almaty_2025"]),
    }


def pictures() -> Iterator[tuple[str, Any]]:
    """The axes of a picture of each sort."""
    for name, graph in networks().items():
        yield name, kq.draw_network(graph)
    yield "narrow", kq.draw_network(kq.ego_network(kq.build_network(), "unrcca"), width=5)
    yield "timeline", kq.draw_timeline()
    yield "window", kq.draw_timeline(since="1991", until="2030")
    yield "life cycles", kq.draw_life_cycles()


def contents() -> Iterator[tuple[str, str | bytes]]:
    """All that is compared: pictures, their words, what explorers show, tables."""
    for name, ax in pictures():
        shown = kq.figure(ax)
        yield f"picture: {name}", shown.png
        yield f"words: {name}", f"{shown.alt}\n{shown.caption}"
    for code in LANGUAGES:
        with speaking(code):
            for name, graph in networks().items():
                yield f"words: {name}, {code}", f"{alt_text(graph)}\n{kq.caption(graph)}"
    yield "explorer: network", kq.explore_network(kq.build_network()).body
    yield "explorer: timeline", explore_timeline().body
    yield "explorer: initiatives", track_initiatives().body
    for name in read_package().tables:
        yield f"table: {name}", kq.load(name).to_csv()


if __name__ == "__main__":
    mpl.use("Agg")
    digests = {}
    for what, content in contents():
        data = content if isinstance(content, bytes) else content.encode()
        digests[what] = sha256(data).hexdigest()
    json.dump(digests, sys.stdout)
