"""The project's addresses stand in pyproject.toml, and come from there wherever they are shown."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

import kopjaqty as kq
from kopjaqty_course.making import addresses as tool
from kopjaqty_course.making.project import write_or_tell
from places import PROJECT

HOME, SOURCE = "https://example.org/kopjaqty", "https://example.org/git/kopjaqty"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The files in which an address can stand, and the data."""
    for name in ("pyproject.toml", "CITATION.cff", "README.md"):
        shutil.copy(PROJECT / name, tmp_path)
    ignored = shutil.ignore_patterns("corpus")
    shutil.copytree(PROJECT / "data", tmp_path / "data", ignore=ignored)
    return tmp_path


def fill_in(project: Path, **addresses: str) -> None:
    """Write addresses into pyproject.toml, and take them where they are shown."""
    path = project / "pyproject.toml"
    lines = "".join(f'{label} = "{address}"\n' for label, address in addresses.items())
    text = path.read_text(encoding="utf-8")
    head, mark, rest = text.partition("[project.urls]\n")
    assert mark
    path.write_text(f"{head}{mark}{lines}{rest}", encoding="utf-8")
    write_or_tell(tool.made(project), check=False)


def test_every_place_has_what_pyproject_has() -> None:
    """No address is missing where it belongs, and none is left over or made up."""
    assert not write_or_tell(tool.made(), check=True), "kopjaqty course addresses"


def test_an_address_comes_everywhere(copy: Path) -> None:
    """One line in pyproject.toml, and README, CITATION.cff, RO-Crate and BibTeX have it."""
    fill_in(copy, Homepage=HOME, Repository=SOURCE)
    assert f"[Homepage]({HOME}) · [Repository]({SOURCE})" in (copy / "README.md").read_text("utf-8")
    citation = yaml.safe_load((copy / "CITATION.cff").read_text("utf-8"))
    assert (citation["url"], citation["repository-code"]) == (HOME, SOURCE)
    assert f"url = {{{HOME}}}" in kq.cite(style="bibtex", data=copy / "data")
    assert json.loads(kq.cite(style="csl", data=copy / "data"))[0]["URL"] == HOME
    kq.export("ro-crate", copy / "crate", data=copy / "data")
    crate = json.loads((copy / "crate" / "ro-crate-metadata.json").read_text("utf-8"))
    (root,) = (each for each in crate["@graph"] if each["@id"] == "./")
    assert root["url"] == HOME
    assert kq.verify(data=copy / "data", corpus=copy) == []


def test_the_repository_is_the_home_of_what_has_no_other(copy: Path) -> None:
    """Without a homepage, the repository stands for it."""
    fill_in(copy, Repository=SOURCE)
    assert yaml.safe_load((copy / "CITATION.cff").read_text("utf-8"))["url"] == SOURCE


def test_what_is_taken_out_goes_everywhere(copy: Path) -> None:
    """An address that is no longer in pyproject.toml stands nowhere; all is as it was."""
    before = tool.made(copy)
    text = (copy / "pyproject.toml").read_text("utf-8")
    fill_in(copy, Homepage=HOME, Repository=SOURCE)
    assert tool.made(copy) != before
    (copy / "pyproject.toml").write_text(text, "utf-8")
    assert tool.made(copy) == before
