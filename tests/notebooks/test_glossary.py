"""The glossary has what the data have, and every link to it leads to an entry."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml
from click.testing import CliRunner

from kopjaqty_course.commands import course
from kopjaqty_course.making import glossary as tool
from kopjaqty_course.making.glossary_entries import GlossaryTables, alphabetical, build_sections
from kopjaqty_course.making.notebooks import GLOSSARY_LINK, find_notebooks, jumping
from places import PROJECT

SECTIONS = build_sections()
ENTRIES = {entry.anchor: entry for section in SECTIONS for entry in section.entries}
TABLES = GlossaryTables(PROJECT / "data")
NOTEBOOKS = [path for path in find_notebooks() if path != PROJECT / tool.GLOSSARY]
each_notebook = pytest.mark.parametrize(
    "path", NOTEBOOKS, ids=[path.relative_to(PROJECT).as_posix() for path in NOTEBOOKS]
)


def dead_links(text: str, anchors: set[str]) -> set[str]:
    """What a text links to in the glossary, and the glossary has not."""
    return {match[1] for match in GLOSSARY_LINK.finditer(text)} - anchors


def cells(project: Path = PROJECT) -> list[Any]:
    """The cells of the glossary as it is saved."""
    notebook = nbformat.read(project / tool.GLOSSARY, as_version=4)
    return list(notebook.cells)


class TestEntries:
    """What must have an entry."""

    @pytest.mark.parametrize(
        ("table", "column"),
        [("entities", "entity_id"), ("terms", "term")],
        ids=["entities", "terms"],
    )
    def test_all_of_the_data_is_there(self, table: str, column: str) -> None:
        """Every entity and every term of every vocabulary has an entry."""
        assert {row[column] for row in TABLES.rows[table]} - ENTRIES.keys() == set()

    def test_every_meaning_of_a_term_is_told(self) -> None:
        """A term of three vocabularies has the three definitions in its one entry."""
        for row in TABLES.rows["terms"]:
            entry, definition = ENTRIES[row["term"]], row["definition_en"].rstrip(".")
            assert row["vocabulary"] in entry.vocabularies
            assert definition.casefold() == row["label_en"].casefold() or definition in " ".join(
                entry.paragraphs
            ), row

    def test_all_usual_names_are_there(self) -> None:
        """Each usual name of each entity stands in the column of its language."""
        for row in TABLES.rows["names"]:
            if row["standard"] == "true" and row["type"] != "description":
                shown = ENTRIES[row["entity_id"]].names[0][row["language"]]
                assert row["name"] in shown, row

    def test_words_by_hand_are_whole(self) -> None:
        """A word has its name in three languages and a definition of one to three sentences."""
        source = yaml.safe_load((PROJECT / "notebooks" / "glossary.yml").read_text("utf-8"))
        for word in (word for section in source["sections"] for word in section["words"]):
            assert all(word[key].strip() for key in ("anchor", "en", "kk", "ru", "definition_en"))
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*", word["anchor"])
            assert 1 <= len(re.findall(r"[.!?]\)?(?:\s|$)", word["definition_en"])) <= 3, word

    def test_entries_are_in_order(self) -> None:
        """Within a section entries stand in the order of the alphabet."""
        for section in SECTIONS:
            assert section.entries == sorted(section.entries, key=alphabetical)

    def test_a_row_that_is_not_there_is_refused(self) -> None:
        """An example must be a row of the data."""
        assert TABLES.find("r0001")[0] == "relations"
        with pytest.raises(LookupError, match="r9999"):
            TABLES.find("r9999")


class TestMade:
    """The notebook is what the tool makes."""

    def test_the_glossary_is_up_to_date(self) -> None:
        """Its cells, with the outputs of the last run, are what the data give now."""
        saved = (PROJECT / tool.GLOSSARY).read_text(encoding="utf-8")
        assert tool.glossary() == saved, "kopjaqty course glossary"

    def test_every_entry_is_a_cell(self) -> None:
        """The id of an entry's cell is its anchor, and so is the id in its heading."""
        sources = {cell["id"]: cell.source for cell in cells()}
        for anchor, entry in ENTRIES.items():
            assert sources[anchor].startswith(f'### <a id="{anchor}"></a>{entry.title}\n')

    def test_links_inside_lead_somewhere(self) -> None:
        """Each link from entry to entry, and of the index, names a cell."""
        anchors = {cell["id"] for cell in cells()}
        text = "\n".join(cell.source for cell in cells())
        assert set(re.findall(r"\(#cell-id=([\w-]+)\)", text)) - anchors == set()
        assert re.findall(r"\]\(#(?!cell-id=)", text) == []

    def test_a_stale_entry_is_found_and_mended(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """--check names a changed glossary and leaves it; without it the entry is made anew."""
        shutil.copytree(
            PROJECT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("corpus")
        )
        (tmp_path / "notebooks" / "en").mkdir(parents=True)
        for name in ("notebooks/glossary.yml", tool.GLOSSARY.as_posix()):
            shutil.copy(PROJECT / name, tmp_path / name)
        glossary = tmp_path / tool.GLOSSARY
        fresh = glossary.read_text("utf-8")
        glossary.write_text(fresh.replace('### <a id=\\"veto', '### <a id=\\"vote'), "utf-8")
        make = tool.made
        monkeypatch.setattr(tool, "made", lambda: make(tmp_path))

        checked = CliRunner().invoke(course, ["glossary", "--check"])
        assert (checked.exit_code, glossary.read_text("utf-8") == fresh) == (1, False)
        assert "glossary.ipynb: out of date" in checked.output
        CliRunner().invoke(course, ["glossary"])
        assert glossary.read_text("utf-8") == fresh


class TestLinks:
    """What lessons and sheets link to."""

    @each_notebook
    def test_a_link_leads_to_an_entry(self, path: Path) -> None:
        """The glossary has whatever a notebook links to."""
        assert dead_links(path.read_text("utf-8"), set(ENTRIES)) == set()

    @each_notebook
    def test_a_link_jumps(self, path: Path) -> None:
        """Links are in the form that JupyterLab follows into a notebook that is not open yet."""
        text = path.read_text("utf-8")
        assert jumping(text) == text, "kopjaqty course notebooks NOTEBOOK"

    def test_a_dead_link_is_found(self) -> None:
        """A link to a word that nobody explains is named, in either form."""
        text = "[a](glossary.ipynb#mandate), [b](../glossary.ipynb#cell-id=no-such-word)"
        assert dead_links(text, set(ENTRIES)) == {"no-such-word"}

    def test_a_short_link_is_lengthened(self) -> None:
        """The short form becomes the long one, the long one stays."""
        text = "[a](glossary.ipynb#veto), [b](glossary.ipynb#cell-id=un)"
        assert jumping(text).count("#cell-id=") == 2
        assert jumping(jumping(text)) == jumping(text)
