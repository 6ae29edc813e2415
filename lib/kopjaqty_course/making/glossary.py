"""Write the glossary, notebooks/en/glossary.ipynb, from the data and notebooks/glossary.yml.

Each entry is a Markdown cell whose id is its anchor: `glossary.ipynb#cell-id=mandate` leads
there. (Of links in the short form, `kopjaqty course notebooks` makes such ones.)
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat

from kopjaqty.language import LANGUAGES
from kopjaqty_course.making.glossary_entries import (
    VOCABULARIES,
    Entry,
    Section,
    alphabetical,
    build_sections,
    link,
)
from kopjaqty_course.making.notebooks import normal_form
from kopjaqty_course.making.project import PROJECT

GLOSSARY = Path("notebooks/en/glossary.ipynb")

TITLE = """\
# Glossary · Глоссарий · Түсіндірме сөздік

Words that this course uses, in English, Kazakh and Russian: the words of diplomacy, the words of
networks, all that the five documents name, and the words that the tables are written in.

**To find a word** press Ctrl+F (⌘F on a Mac) and type it in any of the three languages; or use
the index; or ask the tables, at the end. A click on a blue word leads to its entry; the page is
drawn from the top down, so an entry far down may take some seconds.

**To read an entry.** In bold stands the usual name; below it are other names in use; *in italics*,
a wording that one of the documents has and that is not the usual one. `r0001` and the like are
ids of rows: `kq.passage("r0001")` opens what stands behind one, `kq.cite("r0001")` quotes it."""

ASK = """\
## <a id="ask"></a>Ask the tables

Names and terms are in two tables, and you can search them like any others: put another word in
place of `"кеңес"`."""

CODE = {
    "ask-names": """\
import pandas as pd

import kopjaqty as kq

pd.set_option("display.max_colwidth", None)
names = kq.load("names")
names[names["name"].str.contains("кеңес", case=False)][["entity_id", "language", "name"]]""",
    "ask-terms": """\
terms = kq.load("terms").set_index("term")
terms.loc["hosts", ["vocabulary", "label_en", "label_kk", "label_ru", "definition_en"]]""",
}
BETWEEN = "A term is looked up by its id, here the predicate `hosts`:"


def entry_text(entry: Entry) -> str:
    """An entry: heading with anchor, names in three columns, what it means."""
    rows = "\n".join(
        "| " + " | ".join(names[code].replace("|", "\\|") for code in LANGUAGES) + " |"
        for names in entry.names
    )
    head = f'### <a id="{entry.anchor}"></a>{entry.title}'
    table = f"| English | Қазақша | Русский |\n|:--|:--|:--|\n{rows}"
    return "\n\n".join([head, table, *entry.paragraphs])


def section_text(section: Section, sections: list[Section]) -> str:
    """The head of a section, with its index; that of the tables' words leads to other sections."""
    if section.anchor == "words-of-the-tables":
        index = _index_by_vocabulary([entry for part in sections for entry in part.entries])
    else:
        index = " ·\n".join(link(entry.anchor, entry.title) for entry in section.entries)
    head = f'## <a id="{section.anchor}"></a>{section.title}'
    return "\n\n".join(filter(None, [head, section.intro, index]))


def _index_by_vocabulary(entries: list[Entry]) -> str:
    lines = []
    for vocabulary, (title, _) in VOCABULARIES.items():
        own = sorted((e for e in entries if vocabulary in e.vocabularies), key=alphabetical)
        links = " · ".join(link(entry.anchor, entry.title) for entry in own)
        lines.append(f"- **{title}** (`{vocabulary}`): {links}")
    return "\n".join(lines)


def contents(sections: list[Section]) -> str:
    """The table of contents."""
    lines = [f"- {link(part.anchor, part.title)}: {len(part.entries)} entries" for part in sections]
    return "\n".join(["## Contents", "", *lines, f"- {link('ask', 'Ask the tables')}"])


def markdown(identifier: str, source: str) -> Any:
    """A Markdown cell with an id of its own."""
    cell = nbformat.v4.new_markdown_cell(source)
    cell["id"] = identifier
    return cell


def code(identifier: str, saved: dict[str, Any]) -> Any:
    """A code cell; the outputs of the last run stay until it is run again."""
    cell = nbformat.v4.new_code_cell(CODE[identifier])
    cell["id"] = identifier
    if identifier in saved and saved[identifier].source == cell.source:
        cell.outputs = saved[identifier].outputs
        cell.execution_count = saved[identifier].execution_count
    return cell


def glossary(project: Path = PROJECT) -> str:
    """The notebook's file, as it should be."""
    saved = {}
    if (project / GLOSSARY).exists():
        cells = nbformat.read(project / GLOSSARY, as_version=4).cells
        saved = {cell["id"]: cell for cell in cells if cell.cell_type == "code"}
    sections = build_sections(project)
    cells = [markdown("title", TITLE), markdown("contents", contents(sections))]
    for section in sections:
        cells.append(markdown(section.anchor, section_text(section, sections)))
        cells += [markdown(entry.anchor, entry_text(entry)) for entry in section.entries]
    # At the end, for an output changes its height late and would push the entries about.
    cells += [markdown("ask", ASK), code("ask-names", saved)]
    cells += [markdown("ask-between", BETWEEN), code("ask-terms", saved)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.nbformat_minor = 5
    return normal_form(notebook)


def made(project: Path = PROJECT) -> dict[Path, str]:
    """The glossary's notebook as it should be."""
    return {project / GLOSSARY: glossary(project)}
