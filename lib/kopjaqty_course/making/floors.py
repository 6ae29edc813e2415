"""The floors of the code as they are: who imports whom, as a table of dots."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass

from kopjaqty_course.making.project import PROJECT
from kopjaqty_course.making.svg import HUES, INK, WIDTH, Sheet, pale

__all__ = ["House", "draw_floors", "read_house", "words_of_floors"]

PACKAGES = ("kopjaqty_course", "kopjaqty")
"""From the top down."""


@dataclass(frozen=True)
class House:
    """The floors from the top down, each (package, names on it), and imports between them.

    `imports` counts, by the numbers of two floors, the modules on the first that import the second.
    """

    floors: tuple[tuple[str, tuple[str, ...]], ...]
    imports: dict[tuple[int, int], int]

    @property
    def carrying(self) -> list[tuple[str, int]]:
        """The library's floors, and how many floors import each; the most carrying first."""
        on = Counter(below for _above, below in self.imports)
        found = [
            (" and ".join(names), on[number])
            for number, (package, names) in enumerate(self.floors)
            if package == PACKAGES[-1]
        ]
        return sorted(found, key=lambda one: (-one[1], one[0]))


def read_house() -> House:
    """Read the floors from pyproject.toml, and from the code what it imports."""
    import grimp

    described = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = {
        contract["containers"][0]: contract["layers"]
        for contract in described["tool"]["importlinter"]["contracts"]
        if "layers" in contract
    }
    floors = tuple(
        (package, tuple(name.strip() for name in layer.split("|")))
        for package in PACKAGES
        for layer in layers[package]
    )
    number_of = {
        f"{package}.{name}": number
        for number, (package, names) in enumerate(floors)
        for name in names
    }
    graph = grimp.build_graph(*PACKAGES, exclude_type_checking_imports=True, cache_dir=None)
    imports: Counter[tuple[int, int]] = Counter()
    for module in graph.modules:
        above = number_of.get(_floor(module))
        below = {number_of.get(_floor(m)) for m in graph.find_modules_directly_imported_by(module)}
        if above is not None:
            imports.update((above, each) for each in below - {None, above} if each is not None)
    return House(floors, dict(sorted(imports.items())))


def _floor(module: str) -> str:
    return ".".join(module.split(".")[:2])


def words_of_floors(house: House) -> str:
    """What the drawing shows, in words."""
    up = sum(below <= above for above, below in house.imports)
    first = ", ".join(f"{name} ({count})" for name, count in house.carrying[:5])
    return (
        f"{len(house.floors)} floors from the top down, and {len(house.imports)} pairs of floors "
        f"of which one imports the other: {up or 'none'} upwards. Floors that most others "
        f"import: {first}."
    )


LEFT, STEP, TOP = 132, 17.0, 10.0


def draw_floors(house: House) -> str:
    """Draw a row for each floor; a dot in it says: imports the floor of that number, below."""
    sheet = Sheet()
    count = len(house.floors)
    wide = (WIDTH - LEFT - 6) / count
    for number, (package, names) in enumerate(house.floors):
        hue, y = HUES[PACKAGES.index(package)], TOP + STEP * number
        x = LEFT + wide * number
        sheet.box(6, y, WIDTH - 12, STEP - 1, pale(hue, 0.1))
        sheet.box(x, y, wide, STEP - 1, pale(hue, 0.35))
        sheet.text(x + wide / 2, y + 12, str(number + 1), size=8.5, anchor="middle")
        label = " · ".join(names)
        sheet.text(LEFT - 6, y + 12, label, size=12, colour=hue, anchor="end", room=LEFT - 14)
    for (above, below), modules in house.imports.items():
        hue = HUES[PACKAGES.index(house.floors[above][0])]
        x, y = LEFT + wide * (below + 0.5), TOP + STEP * (above + 0.5) - 0.5
        sheet.dot(round(x, 1), y, min(4.5, 2 + modules / 4), hue if below > above else INK)
    return sheet.svg(
        TOP * 2 + STEP * count, "The floors, and who imports whom", words_of_floors(house)
    )
