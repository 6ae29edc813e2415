"""No sentence of the documents is in the project: their text belongs to their publishers.

A run of words that stands in a file and in a document too, in the same order, is a
sentence or most of one. Names are shorter; a document's own title may be said.
"""

import csv
import html
import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from invented import BRIDGE
from kopjaqty.corpus.words import words
from places import PROJECT

RUN = 14  # words

_TAG = re.compile(r"<[^>]*>")
_FAR = re.compile("[^\u0400-\u04ff]{400,}")
"""So many characters without a Cyrillic letter are no part of a run: an image, a program."""
_ESCAPE = re.compile(r"\\(?:u(?P<u>[0-9a-fA-F]{4})|x(?P<x>[0-9a-fA-F]{2})|[nrt])")


class Run(NamedTuple):
    """Words of a file that a document has too: how many, and the document's name."""

    length: int
    document: str


def normal_words(text: str) -> list[str]:
    """The words of a text, as the collection's digests see them."""
    return [word.normalized for word in words(text)]


def strings(value: Any) -> Iterator[str]:
    """All texts in decoded JSON; a list of lines, as notebooks have them, is one text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from strings(part)
    elif isinstance(value, list):
        if all(isinstance(part, str) for part in value):
            yield "".join(value)
        for part in value:
            yield from strings(part)


def letter(escape: re.Match[str]) -> str:
    r"""The character that an escape stands for; a blank for ``\n``."""
    code = escape["u"] or escape["x"]
    return chr(int(code, 16)) if code else " "


def readings(path: Path) -> Iterator[str]:
    r"""The text of a file as it stands, and as its reader gets to see it.

    In a notebook the sources and outputs, with lines joined; ``\uXXXX`` replaced by the
    letter; HTML without its tags, which may part a word.
    """
    text = path.read_bytes().decode("utf-8", errors="replace")
    yield text
    yield _ESCAPE.sub(letter, text)
    yield html.unescape(_TAG.sub("", text))
    if path.suffix in {".ipynb", ".json"}:
        for part in strings(json.loads(text)):
            yield part
            yield html.unescape(_TAG.sub("", part))


class Documents:
    """The documents' runs of words, to look others up in; those of their titles are free."""

    def __init__(
        self, texts: dict[str, str], length: int = RUN, titles: Iterable[str] = ()
    ) -> None:
        self.length = length
        allowed = {run for title in titles for run in self.windows(normal_words(title))}
        self.runs: dict[tuple[str, ...], str] = {}
        for name, text in texts.items():
            for run in self.windows(normal_words(text)):
                if run not in allowed:
                    self.runs.setdefault(run, name)

    def windows(self, found: list[str]) -> Iterator[tuple[str, ...]]:
        """Each run of so many words, one word further on each time."""
        return zip(*(found[start:] for start in range(self.length)), strict=False)

    def longest_run(self, path: Path) -> Run | None:
        """The longest run that the file shares with a document."""
        longest = None
        for text in dict.fromkeys(chain.from_iterable(map(_FAR.split, readings(path)))):
            length = 0
            for run in self.windows(normal_words(text)):
                document = self.runs.get(run)
                length = 0 if document is None else max(length + 1, self.length)
                if document is not None and (longest is None or length > longest.length):
                    longest = Run(length, document)
        return longest


def test_no_file_holds_a_sentence_of_a_document(texts: Path, project_files: list[Path]) -> None:
    """No file of the project shares 14 words in a row with a document."""
    contents = {path.name: path.read_text("utf-8") for path in texts.glob("*.txt")}
    with (PROJECT / "data" / "documents.csv").open(encoding="utf-8", newline="") as table:
        titles = [row["title_kk"] for row in csv.DictReader(table)]
    documents = Documents(contents, titles=titles)
    assert len(documents.runs) > 1000
    runs = {str(path): run for path in project_files if (run := documents.longest_run(path))}
    assert runs == {}


# --------------------------------------------------- proof that the search finds
SENTENCE = words(BRIDGE)[4:]


def quoted(number: int) -> str:
    """So many words in a row of an invented document, as they stand there."""
    return BRIDGE[SENTENCE[0].start : SENTENCE[number - 1].end]


def notebook_showing(lines: list[str], kind: str = "text/html") -> str:
    """A notebook, as text, with one output."""
    output = {"output_type": "display_data", "metadata": {}, "data": {kind: lines}}
    cell = {"cell_type": "code", "metadata": {}, "source": [], "outputs": [output]}
    return json.dumps({"cells": [cell]})  # Cyrillic letters become \uXXXX


def marked(text: str) -> str:
    """Every third word highlighted and every blank an entity, as a page may have it."""
    parts = text.split(" ")
    return "&nbsp;".join(f"<b>{w[0]}</b>{w[1:]}" if n % 3 == 0 else w for n, w in enumerate(parts))


PLANTED = {
    "prose.md": quoted(RUN),
    "shouted.md": quoted(RUN).upper().replace(" ", "\n> – "),
    "comment.py": "x = 1\n# " + quoted(RUN).replace(" ", "\n# "),
    "escaped.py": ascii(quoted(RUN)),
    "data.json": json.dumps({"claims": [{"text": quoted(RUN)}]}),
    "table.csv": f"id,claim\n1,{quoted(RUN)}\n",
    "catalogue.po": 'msgstr ""\n' + "\n".join(f'"{word} "' for word in quoted(RUN).split()),
    "hyphens.md": quoted(RUN).replace("а", "а\N{SOFT HYPHEN}"),
    "decomposed.md": quoted(RUN).replace("й", "и\u0306"),
    "page.html": marked(quoted(RUN)),
    "lesson.ipynb": notebook_showing([f"{word} \n" for word in quoted(RUN).split(" ")]),
    "marked.ipynb": notebook_showing([marked(quoted(RUN))]),
    "cut.ipynb": notebook_showing([quoted(RUN)[:30], quoted(RUN)[30:]], "text/plain"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_run_is_found(name: str, tmp_path: Path) -> None:
    """Fourteen words are found in whatever file and form they are hidden."""
    path = tmp_path / name
    path.write_text(PLANTED[name], encoding="utf-8")
    assert Documents({"bridge": BRIDGE}).longest_run(path) == Run(RUN, "bridge")


def test_a_shorter_run_is_no_sentence(tmp_path: Path) -> None:
    """Thirteen words in a row are not reported, unless asked for."""
    path = tmp_path / "prose.md"
    path.write_text(f"Жаңа {quoted(RUN - 1)} жаңа", encoding="utf-8")
    assert Documents({"bridge": BRIDGE}).longest_run(path) is None
    assert Documents({"bridge": BRIDGE}, RUN - 1).longest_run(path) == Run(RUN - 1, "bridge")


def test_a_title_is_free(tmp_path: Path) -> None:
    """A document's title may be said, yet not the words that follow it in the text."""
    path = tmp_path / "prose.md"
    path.write_text(quoted(RUN), encoding="utf-8")
    assert Documents({"bridge": BRIDGE}, titles=[quoted(RUN)]).longest_run(path) is None
    path.write_text(quoted(RUN + 1), encoding="utf-8")
    documents = Documents({"bridge": BRIDGE}, titles=[quoted(RUN)])
    assert documents.longest_run(path) == Run(RUN, "bridge")


def test_a_longer_run_is_measured(tmp_path: Path) -> None:
    """The length told is that of the whole run."""
    path = tmp_path / "prose.md"
    path.write_text(quoted(20), encoding="utf-8")
    assert Documents({"bridge": BRIDGE}).longest_run(path) == Run(20, "bridge")


def test_a_sentence_of_each_document_would_be_found(texts: Path, tmp_path: Path) -> None:
    """The search bites on the real documents: a run out of the middle of each is found."""
    contents = {path.name: path.read_text("utf-8") for path in texts.glob("*.txt")}
    documents = Documents(contents)
    for name, text in contents.items():
        found = words(text)
        middle = len(found) // 2
        path = tmp_path / "planted.md"
        path.write_text(text[found[middle].start : found[middle + RUN - 1].end], encoding="utf-8")
        assert documents.longest_run(path) == Run(RUN, name)
