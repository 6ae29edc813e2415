"""The initiative tracker: every initiative stands at the stage that the table gives."""

import re
from pathlib import Path

import pytest

from kopjaqty.acts import initiatives
from kopjaqty.explorers.initiatives import InitiativesView
from kopjaqty.language import speaking
from kopjaqty.tables import load


@pytest.fixture
def view(tmp_path: Path) -> InitiativesView:
    """The tracker, without a text at hand."""
    return InitiativesView(corpus=tmp_path)


def listed(view: InitiativesView, **choices: str) -> list[str]:
    """Give the initiatives of the table in their order."""
    return re.findall(r'data-id="([^"]+)"', view.body(view.check(choices, ""), ""))


@pytest.mark.parametrize("by", ["field", "proposer", "document"])
def test_every_initiative_is_listed(view: InitiativesView, by: str) -> None:
    """Grouped in any way, every initiative is there; under a field, once."""
    initiatives = listed(view, by=by)
    assert set(initiatives) == set(load("initiatives")["initiative_id"])
    assert by != "field" or len(initiatives) == len(set(initiatives))


def test_the_mark_stands_at_the_stage(view: InitiativesView) -> None:
    """Each row has one mark, in the column of its stage."""
    stages = list(load("initiatives")["stage"].cat.categories)
    body = view.body(view.defaults, "")
    for row in load("initiatives").to_dict("records"):
        cells = body.split(f'data-id="{row["initiative_id"]}"')[1].split("</tr>")[0]
        marks = ["kq-mark" in cell for cell in cells.split("<td")[2:]]
        assert marks == [stage == row["stage"] for stage in stages]


def test_filters(view: InitiativesView) -> None:
    """A filter leaves what the table has of it; what has no proposer can be asked for, too."""
    table = load("initiatives")
    water = table.loc[table["field"] == "water", "initiative_id"]
    assert set(listed(view, field="water")) == set(water)
    told = initiatives()
    nobody = told.loc[[not who for who in told["proposers"]], "initiative_id"]
    assert set(listed(view, proposer="not-stated")) == set(nobody)
    several = told.loc[[len(who) > 1 for who in told["proposers"]]].iloc[0]
    for who in several["proposers"]:
        assert several["initiative_id"] in listed(view, proposer=who)


def test_the_report_counts(view: InitiativesView) -> None:
    """The report counts by stage what is shown, and what is not dated."""
    table = load("initiatives")
    report = view.report(view.defaults)
    assert report.startswith(f"Shown: {len(table)} of {len(table)} initiatives")
    assert f"proposed {(table['stage'] == 'proposed').sum()}," in report
    undated = sum(not dates for dates in initiatives()["proposed"])
    assert f"For {undated} of them" in report


def test_an_initiative_opens_its_passages(view: InitiativesView) -> None:
    """A row shows where its own passages stand, not those of the entity of the same name."""
    shown = view.show("cica")
    evidence = load("evidence").query("record_id == 'cica'")
    for row in evidence.to_dict("records"):
        figures = shown.split("kq-cite")[0]
        assert (row["evidence_id"] in figures) == (row["table"] == "initiatives")


def test_languages_and_static_form(view: InitiativesView) -> None:
    """The static form is the table as HTML and its counts as text, in the language in use."""
    with speaking("ru"):
        page = view.static(view.defaults, "")
    shown = page._repr_mimebundle_()
    assert "<table" in shown["text/html"]
    assert shown["text/html"] != view.static(view.defaults, "")._repr_mimebundle_()["text/html"]
