"""Lesson 12 follows when a student puts another initiative in its first cell."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest

from places import PROJECT

LESSON = PROJECT / "notebooks" / "en" / "12_write_a_brief.ipynb"
CHOICE = '"sdg_centre", "(your name)"'


def brief_of(initiative: str, folder: Path, patch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Run the lesson's cells for an initiative; give its variables."""
    patch.setattr(tempfile, "tempdir", str(folder))
    cells = nbformat.read(LESSON, as_version=4).cells
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    assert code.count(CHOICE) == 1
    made: dict[str, Any] = {}
    with pd.option_context("display.max_colwidth", None):
        exec(code.replace(CHOICE, f'"{initiative}", "A. Student"'), made)  # noqa: S102 - our own
    return made


@pytest.mark.parametrize(
    "initiative",
    [
        "sdg_centre",  # written: sentences, public record, advice
        "cica",  # long, with several notes on its passages
        "iabs",  # proposed in one document, endorsed in another
        "aral_resolution",  # no date of proposal; itself a paper
        "nuclear_victims_fund",  # one passage, no proposer, no day, no note
        "ecological_summit",  # planned, and presented by a later document
        "ca_nwfz",  # no proposer; a treaty establishes it
    ],
)
def test_a_page_of_any_initiative(
    initiative: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each sentence has rows and links to its sources; the page tells of no other initiative."""
    made = brief_of(initiative, tmp_path, monkeypatch)
    page = (made["folder"] / "brief.html").read_text(encoding="utf-8")
    words = re.sub(r'base64,[^"]+', "", page)
    assert all(made["is_supported"](cited) for _text, cited in made["findings"])
    assert words.count("<li") >= len(made["findings"]) + len(made["order"])
    assert set(re.findall(r'href="#(s\d+)"', words)) == set(re.findall(r'id="(s\d+)"', words))
    assert ("Draft" in words) == (initiative not in made["written"])
    assert ("SDG Centre" in words) == (initiative == "sdg_centre")
    assert not re.search(r"NaN|summary_en|\[\.\.|\bnan\b", words)
    assert len(made["limits"]) == 3 + len(made["doubts"])
    assert (made["folder"] / "brief.graphml").stat().st_size > 0
