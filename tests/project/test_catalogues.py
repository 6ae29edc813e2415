"""The catalogues: every message of the source, translated, and taken by gettext."""

from __future__ import annotations

import ast
import os
import re
import subprocess
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract_from_dir

from at_hand import need
from kopjaqty.language import LANGUAGES, locale_folder
from places import PROJECT

LIBRARY = PROJECT / "lib"
TEMPLATE = locale_folder() / "kopjaqty.pot"
CATALOGUES = {
    code: locale_folder() / code / "LC_MESSAGES" / "kopjaqty.po"
    for code in LANGUAGES
    if code != "en"
}


def extracted() -> set[str]:
    """Give every message of the library's source."""
    found = extract_from_dir(str(LIBRARY))
    return {
        ids if isinstance(ids, str) else ids[0] for _file, _line, ids, _notes, _context in found
    }


def test_the_template_lists_every_message() -> None:
    """`locale/kopjaqty.pot` is what the source says; locale/README.md tells how to renew it."""
    assert {entry.msgid for entry in polib.pofile(str(TEMPLATE))} == extracted()


def called(source: str) -> set[str]:
    """Give the first text of each call of `_`, `N_`, `ngettext`: also of one in an f-string."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id in {"_", "N_", "ngettext"}
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def test_no_message_hides_from_the_extraction() -> None:
    """What extracts messages does not look into f-strings; whoever reads the code does."""
    assert called("f\"{_('Hidden.')}\"") == {"Hidden."}
    sources = (path.read_text(encoding="utf-8") for path in sorted(LIBRARY.rglob("*.py")))
    assert set().union(*map(called, sources)) - extracted() == set()


def test_the_sheets_template_lists_every_text() -> None:
    """`locale/exercises.pot` has every text of the exercise sheets; locale/README.md tells how."""
    sheets = LIBRARY / "kopjaqty_course" / "exercises" / "sheets"
    found = extract_from_dir(str(sheets), keywords={"prose": None})
    texts = {message for _file, _line, message, _notes, _context in found}
    listed = {entry.msgid for entry in polib.pofile(str(TEMPLATE.with_name("exercises.pot")))}
    assert listed == texts


@pytest.mark.parametrize("code", CATALOGUES)
def test_the_catalogue_lists_every_message(code: str) -> None:
    """A catalogue has the template's messages, all and only; locale/README.md tells how."""
    entries = [entry for entry in polib.pofile(str(CATALOGUES[code])) if not entry.obsolete]
    assert {e.msgid for e in entries} == {entry.msgid for entry in polib.pofile(str(TEMPLATE))}


def unfinished(catalogue: Path) -> list[str]:
    """List the messages that are not translated, or only guessed at ("fuzzy")."""
    entries = polib.pofile(str(catalogue))
    return [entry.msgid for entry in entries if not (entry.translated() or entry.obsolete)]


@pytest.mark.parametrize("code", CATALOGUES)
def test_every_message_is_translated(code: str) -> None:
    """Kazakh and Russian say every message, in every plural form, and none is a guess."""
    assert unfinished(CATALOGUES[code]) == []


UNFINISHED = """
#, fuzzy
msgid "guessed at"
msgstr "болжам"

msgid "not translated"
msgstr ""

msgid "{n} row"
msgid_plural "{n} rows"
msgstr[0] "one"
msgstr[1] ""
"""


def test_what_is_not_translated_is_found(tmp_path: Path) -> None:
    """A guess, a missing translation and a missing plural form are found."""
    catalogue = tmp_path / "kopjaqty.po"
    catalogue.write_text(UNFINISHED, encoding="utf-8")
    assert unfinished(catalogue) == ["guessed at", "not translated", "{n} row"]


def changed(catalogue: Path) -> list[str]:
    """List the messages whose translation has other words in braces, or other code."""
    kept = re.compile(r"\{[^}]*\}|`[^`]*`")
    return [
        entry.msgid
        for entry in polib.pofile(str(catalogue)).translated_entries()
        for said in entry.msgstr_plural.values() or [entry.msgstr]
        if sorted(kept.findall(said)) != sorted(kept.findall(entry.msgid_plural or entry.msgid))
    ]


@pytest.mark.parametrize("code", CATALOGUES)
def test_translations_keep_braces_and_code(code: str) -> None:
    """A translation has its message's words in braces, to be filled in, and its code as it is."""
    assert changed(CATALOGUES[code]) == []


@pytest.mark.parametrize("said", ["{файл}: `make test`", "{file}: `make тест`", "`make test`"])
def test_a_changed_brace_or_code_is_found(tmp_path: Path, said: str) -> None:
    """A translated brace, translated code and a brace left out are found."""
    catalogue = tmp_path / "kopjaqty.po"
    message = "{file}: `make test`"
    catalogue.write_text(f'msgid "{message}"\nmsgstr "{said}"\n', encoding="utf-8")
    assert changed(catalogue) == [message]


@pytest.mark.parametrize("code", CATALOGUES)
def test_gettext_takes_the_catalogue(code: str) -> None:
    """Gettext's own reader finds no fault: header, plural forms, no message twice."""
    command = [need("gettext"), "--check", "--output-file", os.devnull, str(CATALOGUES[code])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("code", CATALOGUES)
def test_the_catalogue_names_its_language(code: str) -> None:
    """The header says the language, UTF-8, and as many plural forms as every plural has."""
    catalogue = polib.pofile(str(CATALOGUES[code]))
    assert catalogue.metadata["Language"] == code
    assert catalogue.metadata["Content-Type"] == "text/plain; charset=utf-8"
    forms = {"kk": 2, "ru": 3}[code]
    assert catalogue.metadata["Plural-Forms"].startswith(f"nplurals={forms};")
    assert {len(e.msgstr_plural) for e in catalogue if e.msgid_plural} <= {forms}
