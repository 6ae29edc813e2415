"""Which language kopjaqty speaks: English, the source, or Kazakh or Russian from the catalogues.

The catalogues are `locale/<language>/LC_MESSAGES/kopjaqty.po`: one text file serves translators,
the wheel, a checkout and the browser, and no compiled copy of it can go stale.
What is not translated, or only guessed at ("fuzzy"), is said in English.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kopjaqty.arguments import one_of
from kopjaqty.errors import N_ as N_
from kopjaqty.errors import translate_with

if TYPE_CHECKING:
    from gettext import NullTranslations

LANGUAGES = ("en", "kk", "ru")

_current = "en"


class HasCells(Protocol):
    """A row with named cells: a dict, a pandas Series."""

    def get(self, key: str, default: Any = None, /) -> Any:
        """Give the cell of that name, or the default."""


def use_language(code: str) -> None:
    """Let messages, labels and names be in English ("en"), Kazakh ("kk") or Russian ("ru").

    It holds until it is called again. Columns and ids of the tables stay as they are.

    Raises
    ------
    UnknownName
        For any other code.

    Examples
    --------
    >>> use_language("kk")
    >>> language()
    'kk'
    >>> use_language("en")
    """
    global _current  # noqa: PLW0603 - one language is in use at a time
    one_of(N_("There is no such language."), LANGUAGES, code)
    _current = code


def language() -> str:
    """Say which language is in use: "en", "kk" or "ru".

    >>> language()
    'en'
    """
    return _current


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language for a while.

    >>> with speaking("kk"):
    ...     language()
    'kk'
    >>> language()
    'en'
    """
    before = language()
    use_language(code)
    try:
        yield
    finally:
        use_language(before)


def _(message: str) -> str:
    """Translate a message; in the source it is English."""
    return _catalogue(_current).gettext(message) if message else ""


def dgettext(domain: str, message: str) -> str:
    """Translate a text of another list of texts: "exercises", the sheets' own."""
    return _catalogue(_current, domain).gettext(message) if message else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a message about `n` things, in the form that the language has for that number.

    >>> ngettext("{n} row", "{n} rows", 21).format(n=21)
    '21 rows'
    """
    return _catalogue(_current).ngettext(singular, plural, n)


def localized(row: HasCells, name: str) -> str:
    """Pick a row's text in the current language: `name_kk`, say, or else `name_en`.

    Parameters
    ----------
    row
        A dict or a Series with the columns `<name>_en`, `<name>_kk`, `<name>_ru`.
    name
        "name", "label", "title", "description", "summary"…

    Returns
    -------
    str
        Empty if the text is there neither in the current language nor in English.

    Examples
    --------
    >>> localized({"name_en": "United Nations", "name_kk": "Біріккен Ұлттар Ұйымы"}, "name")
    'United Nations'
    """
    for code in (_current, "en"):
        text = row.get(f"{name}_{code}")
        if not is_missing(text):
            return str(text)
    return ""


def is_missing(value: object) -> bool:
    """Tell whether a cell states nothing: None, "", or one of pandas' marks for it.

    >>> is_missing(""), is_missing(float("nan")), is_missing(0)
    (True, True, False)
    """
    # By name: this module must not load pandas, and pandas' NA refuses to be compared.
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    return value == "" if isinstance(value, str) else isinstance(value, float) and isnan(value)


def locale_folder() -> Path:
    """Find the catalogues: inside an installed package, else beside `lib` in a checkout."""
    here = Path(__file__).resolve()
    packaged = here.parent / "locale"
    return packaged if packaged.is_dir() else here.parents[2] / "locale"


@cache
def _catalogue(code: str, domain: str = "kopjaqty") -> NullTranslations:
    import gettext
    import io

    path = locale_folder() / code / "LC_MESSAGES" / f"{domain}.po"
    if not path.is_file():
        return gettext.NullTranslations()
    import polib

    # to_binary leaves out what is fuzzy, untranslated or obsolete.
    return gettext.GNUTranslations(io.BytesIO(polib.pofile(str(path)).to_binary()))


translate_with(_)
