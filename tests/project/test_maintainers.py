"""docs/maintainers.md shows the code as it is, and so that everybody can read it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kopjaqty_course.making import maintainers as tool
from kopjaqty_course.making.blocks import BLOCK
from kopjaqty_course.making.floors import House, read_house
from kopjaqty_course.making.project import write_or_tell
from kopjaqty_course.making.svg import WIDTH
from kopjaqty_course.making.walk_scenes import SCENES, stays_of
from kopjaqty_course.making.walks import Call, Stay, Walk
from kopjaqty_course.making.ways import draw_way, joined
from places import PROJECT

TEXT = tool.PAGE.read_text(encoding="utf-8")
DRAWINGS = sorted(tool.PAGE.parent.glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"


def test_the_drawings_are_what_the_code_does() -> None:
    """Walked once more, each way is as it is drawn, and so are the floors."""
    assert not write_or_tell(tool.made(), check=True), "kopjaqty course maintainers"


@pytest.mark.parametrize("name", SCENES)
def test_a_way_begins_and_ends_where_it_should(name: str) -> None:
    """A way has a handful of stays, each in another form, on more than one module."""
    stays = stays_of(name)
    assert 5 < len(stays) < 20
    assert len({stay.gives for stay in stays}) == len(stays)
    assert len({stay.module for stay in stays}) > 3
    assert [stay for stay in stays if not stay.does] == []
    assert [stay.file for stay in stays if not (PROJECT / stay.file).is_file()] == []


def test_a_changed_way_is_another_drawing() -> None:
    """Where a function has another name, stands elsewhere or is left out, the drawing differs."""
    stays = joined(stays_of("answer"))
    first, *others = stays
    drawn = draw_way(stays, "A way")
    changed = [
        [replace(first, function="another_name"), *others],
        [replace(first, module=f"{first.module}.elsewhere"), *others],
        others,
    ]
    assert [draw_way(each, "A way") == drawn for each in changed] == [False] * 3


def test_stale_words_are_made_anew() -> None:
    """A block of the page that was changed by hand is what it was."""
    ways = {name: joined(stays_of(name)) for name in SCENES}
    stale = TEXT.replace(f"`{ways['answer'][-1].function}`", "`something_else`")
    assert stale != TEXT
    assert tool.rewrite(stale, read_house(), ways) == TEXT


def test_only_what_has_the_mark_is_a_stay() -> None:
    """A call that never meets the mark leaves none but the function whose result is handed over."""
    calls = [Call("a date", "from kopjaqty.dates import parse_date\nparse_date('1992-03-02')")]
    assert [stay.function for stay in Walk(("no such mark",)).go(calls, {})] == ["parse_date"]
    found: list[Stay] = Walk(("1992-03-02",)).go(calls, {})
    assert "parse_date" in {stay.function for stay in found}


def test_the_house_is_read_from_the_top_down() -> None:
    """Every import between floors goes down; one that climbs would be told."""
    house = read_house()
    assert len(house.imports) > 50
    assert all(above < below for above, below in house.imports)
    climbing = House(house.floors, {**house.imports, (5, 2): 1})
    assert "1 upwards" in tool._floors(climbing)


@pytest.mark.parametrize("path", DRAWINGS, ids=[path.stem for path in DRAWINGS])
def test_a_drawing_can_be_read_anywhere(path: Path) -> None:
    """It has a title and words, a sheet of its own, a phone's width, and needs nothing else."""
    text = path.read_text(encoding="utf-8")
    root = ET.fromstring(text)
    assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]
    assert len(root[1].text or "") > 60
    assert root[2].attrib["width"] == root.attrib["width"] == str(WIDTH)
    assert re.findall(r"href|url\(|<style|<script|@import", text) == []
    assert all(float(each.attrib["font-size"]) > 8 for each in root.iter(f"{SVG}text"))


def test_every_drawing_is_shown_with_words() -> None:
    """The page shows each of its drawings once, with an alternative text."""
    shown = re.findall(r"!\[([^\]]+)\]\(([\w-]+\.svg)\)", TEXT)
    assert sorted(name for _alt, name in shown) == [path.name for path in DRAWINGS]
    assert all(len(alt) > 60 for alt, _name in shown)


def test_no_module_is_named_by_hand() -> None:
    """Outside the made blocks no module is named: what is renamed cannot make the page wrong."""
    written = BLOCK.sub("", TEXT)
    modules = [path.relative_to(PROJECT / "lib") for path in (PROJECT / "lib").rglob("*.py")]
    dotted = {".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in modules}
    names = {name for name in dotted if "." in name} | {path.name for path in modules}
    assert [name for name in sorted(names) if re.search(rf"\b{re.escape(name)}\b", written)] == []


def test_what_the_page_tells_of_comes_in_an_order() -> None:
    """Each title of a way stands in the page, in the order in which they are walked."""
    places = [TEXT.index(f"## {tool.TITLES[name]}\n") for name in SCENES]
    assert all(one < other for one, other in pairwise(places))
