"""English, Kazakh, Russian: messages, plurals, names."""

import sys
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

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
    ("message", "expected"),
    [
        ("translated", "аударылған"),
        ("guessed at", "guessed at"),
        ("not translated", "not translated"),
        ("not there", "not there"),
        ("", ""),
    ],
)
def test_what_is_not_translated_is_said_in_english(message: str, expected: str) -> None:
    """Missing and fuzzy translations fall back to English."""
    use_language("kk")
    assert _(message) == expected


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
    ("code", "expected"),
    [("en", "line 3: What?"), ("kk", "3-жол: What?"), ("ru", "строка 3: What?")],
)
def test_errors_speak_the_language(code: str, expected: str) -> None:
    """The words around a problem are in the language in use when it is shown."""
    use_language(code)
    assert str(Problem("What?", row=3)) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"name_en": "river", "name_kk": "өзен"}, "өзен"),
        ({"name_en": "river", "name_kk": ""}, "river"),
        ({"name_en": "river", "name_kk": float("nan")}, "river"),
        ({"name_en": "river", "name_kk": None}, "river"),
        ({"name_en": "river"}, "river"),
        ({"name_ru": "река"}, ""),
    ],
)
def test_localized(row: dict[str, object], expected: str) -> None:
    """A row's text is in the language in use, else in English, else empty."""
    use_language("kk")
    assert localized(row, "name") == expected


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
