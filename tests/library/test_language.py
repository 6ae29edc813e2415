"""English, Kazakh, Russian: messages, plurals, names."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract_from_dir

from at_hand import need
from kopjaqty.errors import Problem, UnknownName
from kopjaqty.language import (
    LANGUAGES,
    _,
    is_missing,
    language,
    locale_folder,
    localized,
    ngettext,
    use_language,
)

MODULE = sys.modules["kopjaqty.language"]
LIBRARY = Path(MODULE.__file__ or "").parent
TEMPLATE = locale_folder() / "kopjaqty.pot"
CATALOGUES = {
    code: locale_folder() / code / "LC_MESSAGES" / "kopjaqty.po"
    for code in LANGUAGES
    if code != "en"
}
TRIAL = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: {plurals}\n"

msgid "translated"
msgstr "аударылған"

#, fuzzy
msgid "guessed at"
msgstr "болжам"

msgid "not translated"
msgstr ""

msgid "{{n}} row"
msgid_plural "{{n}} rows"
msgstr[0] "one"
msgstr[1] "few"
"""


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    use_language("en")
    MODULE._catalogue.cache_clear()


@pytest.fixture
def trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Catalogues of a few messages, with the plural forms of the real ones."""
    for code, path in CATALOGUES.items():
        plurals = polib.pofile(str(path)).metadata["Plural-Forms"]
        text = TRIAL.format(plurals=plurals)
        if code == "ru":
            text += 'msgstr[2] "many"\n'
        place = tmp_path / code / "LC_MESSAGES"
        place.mkdir(parents=True)
        (place / "kopjaqty.po").write_text(text, encoding="utf-8")
    monkeypatch.setattr(MODULE, "locale_folder", lambda: tmp_path)
    MODULE._catalogue.cache_clear()


def test_english_is_the_source() -> None:
    """English is spoken at first; a message is what the source says."""
    assert language() == "en"
    assert _("There is no such mode.") == "There is no such mode."
    assert _("") == ""


@pytest.mark.parametrize("code", LANGUAGES)
def test_use_language(code: str) -> None:
    """The language that was chosen is in use."""
    use_language(code)
    assert language() == code


@pytest.mark.parametrize("code", ["kz", "", "EN", "english"])
def test_other_languages_are_refused(code: str) -> None:
    """Another code is refused, with the three there are; the language stays as it was."""
    use_language("ru")
    with pytest.raises(UnknownName, match="en, kk, ru"):
        use_language(code)
    assert language() == "ru"


@pytest.mark.usefixtures("trial")
@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("translated", "аударылған"),
        ("guessed at", "guessed at"),
        ("not translated", "not translated"),
        ("not there", "not there"),
        ("", ""),
    ],
)
def test_what_is_not_translated_is_said_in_english(message: str, said: str) -> None:
    """Missing and fuzzy translations fall back to English."""
    use_language("kk")
    assert _(message) == said


@pytest.mark.usefixtures("trial")
@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("en", {"{n} row": [1], "{n} rows": [0, 2, 5, 11, 21, 101]}),
        ("kk", {"one": [1], "few": [0, 2, 5, 11, 21, 101]}),
        (
            "ru",
            {
                "one": [1, 21, 31, 101, 121],
                "few": [2, 3, 4, 22, 34, 102],
                "many": [0, 5, 11, 12, 14, 20, 25, 100, 111, 112],
            },
        ),
    ],
)
def test_plurals(code: str, forms: dict[str, list[int]]) -> None:
    """Each language takes the plural form that Unicode's CLDR gives for a whole number."""
    use_language(code)
    for form, numbers in forms.items():
        assert {n: ngettext("{n} row", "{n} rows", n) for n in numbers} == dict.fromkeys(
            numbers, form
        )


def test_without_catalogues_english_is_spoken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the catalogues are not installed, every language falls back to English."""
    monkeypatch.setattr(MODULE, "locale_folder", lambda: tmp_path)
    MODULE._catalogue.cache_clear()
    use_language("kk")
    assert _("There is no such mode.") == "There is no such mode."
    assert ngettext("{n} row", "{n} rows", 2) == "{n} rows"


@pytest.mark.parametrize(
    ("code", "said"), [("en", "line 3: What?"), ("kk", "3-жол: What?"), ("ru", "строка 3: What?")]
)
def test_errors_speak_the_language(code: str, said: str) -> None:
    """The words around a problem are in the language in use when it is shown."""
    use_language(code)
    assert str(Problem("What?", row=3)) == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"name_en": "river", "name_kk": "өзен"}, "өзен"),
        ({"name_en": "river", "name_kk": ""}, "river"),
        ({"name_en": "river", "name_kk": float("nan")}, "river"),
        ({"name_en": "river", "name_kk": None}, "river"),
        ({"name_en": "river"}, "river"),
        ({"name_ru": "река"}, ""),
    ],
)
def test_localized(row: dict[str, object], said: str) -> None:
    """A row's text is in the language in use, else in English, else empty."""
    use_language("kk")
    assert localized(row, "name") == said


def test_localized_takes_a_series() -> None:
    """A row of a DataFrame will do, with pandas' own mark for a missing cell."""
    pd = pytest.importorskip("pandas")
    use_language("kk")
    row = pd.DataFrame({"name_en": ["river"], "name_kk": [pd.NA]}, dtype="string").iloc[0]
    assert localized(row, "name") == "river"


@pytest.mark.parametrize("value", [0, False, " ", "0", [], 0.0])
def test_zero_is_not_missing(value: object) -> None:
    """Zero, False and a space are values; missing is not zero."""
    assert not is_missing(value)


# ---------------------------------------------------------------- catalogues


def extracted() -> set[str]:
    """Give every message of the library's source."""
    found = extract_from_dir(str(LIBRARY))
    return {
        ids if isinstance(ids, str) else ids[0] for _file, _line, ids, _notes, _context in found
    }


def test_the_template_lists_every_message() -> None:
    """`locale/kopjaqty.pot` is what the source says; locale/README.md tells how to renew it."""
    assert {entry.msgid for entry in polib.pofile(str(TEMPLATE))} == extracted()


def test_the_sheets_template_lists_every_text() -> None:
    """`locale/exercises.pot` has every text of the exercise sheets; locale/README.md tells how."""
    sheets = LIBRARY / "exercises" / "sheets"
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


@pytest.mark.usefixtures("trial")
@pytest.mark.parametrize("code", CATALOGUES)
def test_what_is_not_translated_is_found(code: str) -> None:
    """A missing translation and a guess are both found, in a catalogue that has one of each."""
    catalogue = MODULE.locale_folder() / code / "LC_MESSAGES" / "kopjaqty.po"
    assert unfinished(catalogue) == ["guessed at", "not translated"]
    text = catalogue.read_text(encoding="utf-8").replace('"few"', '""')
    catalogue.write_text(text, encoding="utf-8")
    assert unfinished(catalogue)[2:] == ["{n} row"]


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
