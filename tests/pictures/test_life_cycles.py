"""The chart of life cycles gives the stages that the documents state, and invents none."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex

from compared_pictures import TOLERANCE, difference, render, saved_picture
from each_language import EACH_LANGUAGE
from kopjaqty.dates import parse_date
from kopjaqty.errors import KopjaqtyError, UnknownName
from kopjaqty.language import use_language
from kopjaqty.store import labels_of
from kopjaqty.style import figure
from kopjaqty.style.palette import INK
from kopjaqty.tables import load
from kopjaqty.timelines.events import read_sources
from kopjaqty.timelines.life_cycle_layout import years_of
from kopjaqty.timelines.life_cycle_stages import read_life_cycles
from kopjaqty.timelines.life_cycles import draw_life_cycles
from kopjaqty.timelines.marks import BAND, GREY
from places import PROJECT
from test_style import contrast
from test_timelines import assert_nothing_is_covered
from tiny import ROWS, A, make_package

INITIATIVES = {"bridge": "operating", "garden": "planned", "prize": "proposed", "school": "adopted"}
# event: its object, date, status, type
ACTS = {
    "bridge_built": ("bridge", "1997-08", "happened", "opening"),
    "bridge_founded": ("bridge", "1995", "happened", "founding"),
    "bridge_proposed": ("bridge", "1992", "happened", "proposal"),
    "bridge_shown": ("bridge", "1993-05", "happened", "presentation"),
    "garden_opening": ("garden", "2026", "planned", "opening"),  # a plan, whatever is planned
    "prize_called": ("prize", "[..2025-09-23]", "happened", "call"),
    "school_adopted": ("school", "2003", "happened", "adoption"),
}
THEME = ("school_adopted", "bridge")  # what an act is about besides is brought nowhere
RECORDS = [
    ("initiatives", "bridge", "interview"),
    ("initiatives", "garden", "speech"),
    ("initiatives", "prize", "speech"),
    ("initiatives", "school", "interview"),
    *(("events", event, "interview") for event in ("bridge_founded", "bridge_proposed")),
    ("events", "bridge_built", "speech"),
    ("events", "bridge_shown", "speech"),
    ("events", "garden_opening", "interview"),
    ("events", "garden_opening", "speech"),
    ("events", "prize_called", "speech"),
    ("events", "school_adopted", "speech"),
    *(("participants", f"{event}|{told[0]}|object", "speech") for event, told in ACTS.items()),
    ("participants", "|".join((*THEME, "theme")), "speech"),
    *(("discrepancies", name, "speech") for name in ("one_place", "two_names", "two_stages")),
    *(("entities", name, "speech") for name in INITIATIVES),
]
CONCERNS = [
    "one_place,initiatives,school,stage,value",  # within a document
    "two_names,entities,prize,name_en,name",  # of the entity, not of the initiative
    "two_stages,events,bridge_founded,type,value",
]


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    """Each test ends in English and without open figures."""
    yield
    use_language("en")
    plt.close("all")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four invented initiatives, with acts that say how far they have come."""
    real = (PROJECT / "data" / "terms.csv").read_text(encoding="utf-8").splitlines()[1:]
    known = {tuple(row.split(",")[:2]) for row in real}
    terms = [*real, *(row for row in ROWS["terms"] if tuple(row.split(",")[:2]) not in known)]
    rows = {
        "terms": terms,
        "turns": [],
        "concerns": CONCERNS,
        "entities": [
            *ROWS["entities"],
            *(f"{i},initiative,,The {i.title()},,,One,Бір,Один,,,," for i in INITIATIVES),
        ],
        "initiatives": [f"{key},water,,{stage}" for key, stage in INITIATIVES.items()],
        "events": [
            f"{event},,{date},explicit,{status},{kind},,Event,,"
            for event, (_about, date, status, kind) in ACTS.items()
        ],
        "participants": sorted(
            [f"{event},{told[0]},object" for event, told in ACTS.items()]
            + [",".join((*THEME, "theme"))]
        ),
        "discrepancies": [
            "one_place,within_document,low,One place,,,,,,,,,high",
            "two_names,between_documents,low,Two names,,,,,,,,,high",
            "two_stages,between_documents,low,Two stages,,,,,,,,,high",
        ],
        "evidence": [
            f"e{n:04},{table},{record},{document},0,9,{A},"
            for n, (table, record, document) in enumerate(RECORDS)
        ],
    }
    return make_package(tmp_path_factory.mktemp("tiny"), rows)


def stages(data: Path) -> dict[str, dict[str, tuple[list[str], list[str]]]]:
    """Give dates and documents of each stage of each initiative."""
    return {
        cycle.initiative: {
            name: ([date.text for date in stage.dates], stage.documents)
            for name, stage in cycle.stages.items()
        }
        for cycle in read_life_cycles(None, data)
    }


def test_stages_follow_from_acts(tiny: Path) -> None:
    """A stage has the dates and documents of the acts that bring it, whatever else is stated."""
    assert stages(tiny) == {
        "bridge": {
            "proposed": (["1992", "1993-05"], ["interview", "speech"]),
            "established": (["1995"], ["interview"]),
            "operating": (["1997-08"], ["speech"]),
        },
        "school": {"adopted": (["2003"], ["speech"])},
        "garden": {"planned": (["2026"], ["interview", "speech"])},
        "prize": {"proposed": (["[..2025-09-23]"], ["speech"])},
    }


def test_no_stage_is_beyond_the_table() -> None:
    """Each initiative's last mark is the stage that the table gives, in the vocabulary's order."""
    given = load("initiatives").set_index("initiative_id")["stage"]
    order = list(labels_of("stage", None))
    cycles = read_life_cycles(None, None)
    assert {c.initiative: list(c.stages)[-1] for c in cycles} == given.to_dict()
    for cycle in cycles:
        for one, other in pairwise(cycle.stages):
            assert order.index(one) < order.index(other)


def test_every_document_named_states_it() -> None:
    """Each document of an initiative's stage has a passage on an act of which it is the object."""
    events = load("evidence").query("table == 'events'").groupby("record_id")["document_id"]
    stating = events.apply(set).to_dict()
    acts = load("participants").query("role == 'object'").groupby("entity_id")["event_id"]
    of = acts.apply(list).to_dict()
    for cycle in read_life_cycles(None, None):
        told = {document for act in of[cycle.initiative] for document in stating[act]}
        assert cycle.documents <= told
        assert all(stage.documents for stage in cycle.stages.values())


def test_differences_belong_to_what_they_are_about(tiny: Path) -> None:
    """A difference between documents is an initiative's if it concerns it, or an act about it."""
    differences = {cycle.initiative: cycle.differs for cycle in read_life_cycles(None, tiny)}
    assert differences == {"bridge": ("two_stages",), "school": (), "garden": (), "prize": ()}


def test_the_furthest_come_first() -> None:
    """Rows are sorted by stage, the furthest first, then by field."""
    order, fields = list(labels_of("stage", None)), list(labels_of("field", None))
    ranks = [
        (-order.index(c.furthest), fields.index(c.field)) for c in read_life_cycles(None, None)
    ]
    assert ranks == sorted(ranks)


# ---------------------------------------------------------------- the picture


def marks(ax: Axes) -> dict[str, Any]:
    """Give the marks, by id."""
    return {str(mark.get_gid()): mark for mark in ax.lines if mark.get_gid()}


def test_every_stage_has_its_mark(tiny: Path) -> None:
    """Each stage that is stated has one mark, in its column, with years and letters beside it."""
    ax = draw_life_cycles(data=tiny)
    known = stages(tiny)
    assert set(marks(ax)) == {f"{key}-{name}" for key, of in known.items() for name in of}
    letters = {source.document: source.letter for source in read_sources(tiny).values()}
    columns = {str(t.get_gid()): t.get_position()[0] for t in ax.texts}
    for gid, mark in marks(ax).items():
        name = gid.split("-")[1]
        assert abs(mark.get_xdata()[0] - columns[f"stage-{name}"]) < 9
        dates, documents = known[gid.split("-")[0]][name]
        stated = " ".join(t.get_text() for t in ax.texts if t.get_gid() == f"stated-{gid}")
        years = ", ".join(dict.fromkeys(years_of(parse_date(date)) for date in dates))
        assert stated == f"{years} {''.join(sorted(letters[d] for d in documents))}".strip()


def test_marks_differ_without_colour(tiny: Path) -> None:
    """The furthest stage has a mark of its own shape; what is planned is hollow."""
    drawn = marks(draw_life_cycles(data=tiny))
    shapes = {gid: mark.get_marker() for gid, mark in drawn.items()}
    assert shapes["bridge-operating"] != shapes["bridge-proposed"]
    hollow = {gid for gid, mark in drawn.items() if to_hex(mark.get_markerfacecolor()) == "#ffffff"}
    assert hollow == {"garden-planned"}


def test_differences_are_told(tiny: Path) -> None:
    """An initiative on which documents differ has a sign, and the difference is told below."""
    texts = [text.get_text() for text in draw_life_cycles(data=tiny).texts]
    assert "The Bridge ≠" in texts
    assert "Two stages" in texts
    assert "One place" not in texts


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2009-12", "2009"),
        ("2016~", "≈ 2015–2017"),
        ("2026/2030", "2026–2030"),
        ("[..2025-09-22]", "≤ 2025"),
        ("[2026-02-27..]", "≥ 2026"),
        ("2024/..", "≥ 2024"),
        (None, ""),
    ],
)
def test_years_are_short_and_true(text: str | None, years: str) -> None:
    """A cell says the years of a date, and on which side it is open."""
    assert years_of(parse_date(text)) == years


@pytest.mark.parametrize("code", EACH_LANGUAGE)
@pytest.mark.parametrize(("width", "height"), [(12.0, None), (4.5, None), (12.0, 7.0)])
def test_nothing_is_covered(width: float, height: float | None, code: str) -> None:
    """At the sizes of the lessons and in each language, no word covers a word or a mark."""
    use_language(code)
    ax = None
    if height:
        ax = plt.figure(figsize=(width, height), dpi=100).add_axes((0.0, 0.0, 1.0, 1.0))
    ax = draw_life_cycles(ax=ax, width=width, size=7.5 if width < 6 else 9)
    assert_nothing_is_covered(ax)
    boxes = [mark.get_window_extent() for mark in marks(ax).values()]
    for text in ax.texts:
        assert not any(text.get_window_extent().overlaps(box.padded(-1.5)) for box in boxes)


@pytest.mark.parametrize("code", EACH_LANGUAGE)
def test_a_field_fits_a_phone(code: str) -> None:
    """The initiatives of one field fit the screen of a phone, in letters that can be read."""
    use_language(code)
    initiatives = load("initiatives")
    some = initiatives[initiatives["field"] == "disarmament"]
    ax = plt.figure(figsize=(4.5, 8), dpi=100).add_axes((0.0, 0.0, 1.0, 1.0))
    draw_life_cycles(some, ax=ax)
    assert_nothing_is_covered(ax)
    assert min(float(text.get_fontsize()) for text in ax.texts) >= 5.5


def test_words_are_computed(tiny: Path) -> None:
    """Alternative text and caption count stages, name the furthest, and say what has no date."""
    ax: Any = draw_life_cycles(data=tiny)
    counts = "Operating 1; Adopted 1; Planned 1; Proposed 1"
    for text in (ax.kopjaqty.alt, ax.kopjaqty.caption):
        assert text.startswith("Life cycles of 4 initiatives.")
        assert counts in text
    assert "The furthest (Operating): The Bridge." in ax.kopjaqty.alt
    assert "On 1 of them the documents differ" in ax.kopjaqty.alt
    assert ax.kopjaqty.caption.endswith("Source: A interview, B speech.")
    assert figure(ax, alt=ax.kopjaqty.alt).alt == ax.kopjaqty.alt
    assert "Of none of them is it stated: In force, Carried out, Lapsed." in ax.kopjaqty.caption
    assert not {"stage-in_force", "stage-lapsed"} & {str(t.get_gid()) for t in ax.texts}


def test_words_can_be_read() -> None:
    """Words are in colours with a contrast of 4.5:1 on both grounds."""
    assert {to_hex(t.get_color()) for t in draw_life_cycles().texts} <= {INK, GREY}
    assert min(contrast(colour, g) for colour in (INK, GREY) for g in ("#ffffff", BAND)) >= 4.5


def test_slips_are_told() -> None:
    """Missing columns, no rows and too small Axes are errors that say what to do."""
    initiatives = load("initiatives")
    with pytest.raises(UnknownName, match="stage"):
        draw_life_cycles(initiatives[["initiative_id", "field"]])
    with pytest.raises(KopjaqtyError, match="no initiative"):
        draw_life_cycles(initiatives[:0])
    with pytest.raises(KopjaqtyError, match=r"needs \d+\.\d inches"):
        draw_life_cycles(ax=plt.figure(figsize=(3, 2)).add_axes((0.0, 0.0, 1.0, 1.0)))


def test_it_looks_as_it_did(tiny: Path) -> None:
    """What is drawn is what the saved picture shows; without any one mark, it would not be."""
    ax = draw_life_cycles(data=tiny, width=8)
    saved = saved_picture("life-cycles", ax)
    assert difference(render(ax), saved) < TOLERANCE
    for gid, mark in marks(ax).items():
        mark.set_visible(False)
        assert difference(render(ax), saved) > TOLERANCE, gid
        mark.set_visible(True)
