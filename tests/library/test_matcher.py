"""Names are found whatever their ending and dress, at the right offsets, and nothing else is."""

from __future__ import annotations

import csv
import sys
import tracemalloc
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kopjaqty.corpus import read_texts
from kopjaqty.errors import DataError, KopjaqtyError
from kopjaqty.matcher import Matcher, build_matcher, find_names
from kopjaqty.matcher.name_forms import read_forms
from places import READINGS

pytest.importorskip("ahocorasick", reason="the extra `matcher` is not installed")

# Names that the collection lacks, and that are easily taken for something else.
MORE = pd.DataFrame(
    [
        ("sudan", "Судан", "", "country"),
        ("aral", "Арал", "", "region"),
        ("russia", "Ресей", "", "country"),
        ("belarus", "Беларусь", "", "country"),
        ("baku", "Баку", "", "city"),
        ("ir_astana", "Астана", "", "city"),
        ("tokayev", "Тоқаев", "short", "person"),
        ("tokayev", "Қасым-Жомарт Тоқаев", "full", "person"),
        ("league", "ЛБҰ", "acronym", "organization"),
        ("paper", "«Дала» манифест", "", "document"),
    ],
    columns=["entity_id", "name", "type", "kind"],
)


def names_in(text: str, **options: object) -> list[tuple[str, str]]:
    """What is found, as (surface, entity)."""
    frame = find_names(text, **options)  # type: ignore[call-overload]
    return [(text[row.start : row.end], row.entity_id) for row in frame.itertuples()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Case alone tells a name from a word with an ending.
        ("Олар судан шықты, Суданға барды", ["Суданға sudan"]),
        ("ел араларында, Аралды", ["Аралды aral"]),
        ("елдің астанасында; Қазақстан Астанасында", ["Қазақстан kazakhstan"]),
        ("бас ассамблея өтті", []),
        ("екі мемлекет басшысы келді", []),
        ("лбұ емес, ЛБҰ", ["ЛБҰ league"]),
        # Another person, another office.
        ("Тоқаева келді", []),
        ("Тоқаевтың сөзі", ["Тоқаевтың tokayev"]),
        ("Кеше Серік Тоқаев келді", []),
        ("Кеше С.Тоқаев пен С. Тоқаев келді", []),
        ("Қ.Тоқаев пен Қ. Тоқаевты", ["Қ.Тоқаев tokayev", "Қ. Тоқаевты tokayev"]),
        ("Қ.-Ж.Тоқаевпен", ["Қ.-Ж.Тоқаевпен tokayev"]),
        ("Президент Тоқаев. Ал Тоқаев", ["Тоқаев tokayev", "Тоқаев tokayev"]),
        ("Отырыс бітті. Тоқаев кетті", ["Тоқаев tokayev"]),
        ("Сыртқы істер министрлігі", ["Сыртқы істер министрлігі kz_mfa"]),
        # Hyphens: a boundary before a capital, an ending, or another word.
        ("Қазақстан-Ресей шекарасы", ["Қазақстан kazakhstan", "Ресей russia"]),
        ("Азия-Тынық мұхит аймағы", []),
        ("Ресей-ғұн", []),
        ("Оңтүстік Азияда, Азияда", ["Азияда asia"]),
        ("Орталық Азияда", ["Орталық Азияда central_asia"]),
        # Acronyms: a hyphen, another hyphen, none; a suffix cut off by a quotation mark.
        ("БҰҰ-ның, БҰҰ\u2011ға, БҰҰдан", ["БҰҰ-ның un", "БҰҰ\u2011ға un", "БҰҰдан un"]),
        ("«БҰҰ»-ның, “БҰҰ”да", ["БҰҰ un", "БҰҰ un"]),
        ("ЛБҰ-ның, ЛБҰмен, ЛБҰ-сы", ["ЛБҰ-ның league", "ЛБҰмен league", "ЛБҰ-сы league"]),
        # Either harmony, every consonant; what changes at the end of the stem.
        (
            "Беларусьте, Бакуге, Нью-Йоркке",
            ["Беларусьте belarus", "Бакуге baku"] + ["Нью-Йоркке new_york"],
        ),
        ("Үлкен сегіздігі", ["Үлкен сегіздігі g8"]),
        ("«Дала» манифесінде", ["Дала» манифесінде paper"]),
        ("Ауғанстандағылардың", ["Ауғанстандағылардың afghanistan"]),
        # A demonym is a name of its own.
        ("қазақстандықтар, Қазақстандық", []),
        # Dress.
        ("БІРІККЕН ҰЛТТАР ҰЙЫМЫНЫҢ", ["БІРІККЕН ҰЛТТАР ҰЙЫМЫНЫҢ un"]),
        ("«Қазақстан»«Ресей»", ["Қазақстан kazakhstan", "Ресей russia"]),
        ("БҰҰ Бас  \r\n Ассамблеясы", ["БҰҰ Бас  \r\n Ассамблеясы unga"]),
        ("Бас\n\nАссамблея; Бас\n \nАссамблея", []),
        (
            "Қа\u00adзақстан, Қазақста\u0301нда",
            ["Қа\u00adзақстан kazakhstan", "Қазақста\u0301нда kazakhstan"],
        ),
        ("Ресеи\u0306де\u0301", ["Ресеи\u0306де\u0301 russia"]),
        ("KAZINFORM, Кazinform", ["KAZINFORM kazinform", "Кazinform kazinform"]),
        ("", []),
        (" \n", []),
    ],
)
def test_traps(text: str, expected: list[str]) -> None:
    """What looks like a name and is none, and what hardly looks like one and is."""
    more = MORE[MORE.entity_id != "ir_astana"]
    assert [" ".join(pair) for pair in names_in(text, names=more)] == expected


def test_columns() -> None:
    """The result has the columns and types that the docstring says, found or not."""
    for text in ("БҰҰ", "жоқ"):
        types = {column: str(dtype) for column, dtype in find_names(text).dtypes.items()}
        assert types == {"start": "int64", "end": "int64", "entity_id": "string", "name": "string"}
        assert str(find_names(text, nested=True).dtypes["layer"]) == "int64"


def test_a_name_of_two_entities_gives_a_row_for_each() -> None:
    """Nobody decides which one is meant: the span is there twice."""
    assert names_in("Астанаға", names=MORE) == [("Астанаға", "astana"), ("Астанаға", "ir_astana")]


def test_nested_layers() -> None:
    """Names inside a longer one are told by layer; one of the same entity is none of its own."""
    text = "БҰҰ Бас Ассамблеясының 80-сессиясында, Алматы қаласында"
    frame = find_names(text, nested=True)
    told = [(row.entity_id, row.end, row.layer) for row in frame.itertuples()]
    assert told == [("unga_80", 37, 1), ("unga", 22, 2), ("un", 3, 3), ("almaty", 55, 1)]


def test_many_texts_one_at_a_time() -> None:
    """An iterable gives frames as they are asked for; the next text is not read before."""
    read = []

    def texts() -> Iterator[str]:
        for text in ("БҰҰ", "жоқ", "Женева"):
            read.append(text)
            yield text

    frames = find_names(texts())
    assert [len(next(frames)), len(next(frames))] == [1, 0]
    assert read == ["БҰҰ", "жоқ"]


@pytest.mark.parametrize("value", [b"abc", 7, None])
def test_only_text_is_taken(value: object) -> None:
    """Bytes and other things are named for what they are, alone or among texts."""
    with pytest.raises(KopjaqtyError, match=f"Found: {value!r}. Expected: str"):
        find_names(value)  # type: ignore[call-overload]
    with pytest.raises(KopjaqtyError, match="Text 2 is not text"):
        list(find_names(["БҰҰ", value]))  # type: ignore[list-item]


def test_names_given_are_checked() -> None:
    """A missing column and an empty name are said, with the row."""
    with pytest.raises(DataError, match="entity_id"):
        find_names("БҰҰ", names=pd.DataFrame({"name": ["Лига"]}))
    with pytest.raises(DataError, match="Row 0"):
        find_names("БҰҰ", names=pd.DataFrame({"entity_id": ["x"], "name": ["—"]}))


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pyahocorasick is missing, one line says how to install it."""
    monkeypatch.setitem(sys.modules, "ahocorasick", None)
    with pytest.raises(KopjaqtyError) as caught:
        Matcher(read_forms())
    assert str(caught.value).splitlines() == [str(caught.value)]
    assert "pip install 'kopjaqty[matcher]'" in str(caught.value)


# ------------------------------------------------------------------- properties

NAMES = [
    ("БҰҰ-ның", "un"),
    ("Біріккен Ұлттар Ұйымына", "un"),
    ("БҰҰ Бас Ассамблеясы", "unga"),
    ("Нью-Йоркте", "new_york"),
    ("Еуропада", "europe"),
    ("Қазақстан", "kazakhstan"),
    ("Таяу Шығыстағы", "middle_east"),
]
WORDS = ["туралы", "мен", "айтты", "–", "2024", "«", "су", "жүй", "Ол", "\U0001f30d"]
LOOKALIKES = str.maketrans({"а": "a", "о": "o", "С": "C", "с": "c", "е": "e", "Қ": "Қ", "р": "p"})


def _decompose(text: str) -> str:
    return unicodedata.normalize("NFD", text)


# What a text may suffer: each keeps the mentions, and their order.
DISTURBANCES: dict[str, Callable[[str], str]] = {
    "NFD": _decompose,
    "double spaces": lambda text: text.replace(" ", "  "),
    "non-breaking spaces": lambda text: text.replace(" ", "\u00a0"),
    "line breaks": lambda text: text.replace(" ", "\n"),
    "Windows line breaks": lambda text: text.replace(" ", " \r\n"),
    "other dashes": lambda text: text.replace("-", "\u2011"),
    "mixed letters": lambda text: text.translate(LOOKALIKES),
    "capitals": str.upper,
    "soft hyphens": lambda text: text.replace("а", "а\u00ad"),
}
pieces = st.lists(st.sampled_from([*NAMES, *((word, "") for word in WORDS)]), max_size=8)
# Two of these together may make a blank line, which is another thing.
BLANKS = {name for name in DISTURBANCES if name.endswith(("spaces", "breaks"))}
disturbed = st.lists(st.sampled_from(sorted(DISTURBANCES)), max_size=4, unique=True).filter(
    lambda what: len(BLANKS & set(what)) < 2
)


@given(pieces, disturbed, st.integers(8, 400))
@example([("Еуропада", "europe")] * 3, ["NFD", "line breaks", "soft hyphens"], 8)
def test_disturbances_and_windows(
    parts: list[tuple[str, str]], what: list[str], window: int
) -> None:
    """The same names are found, each whole and in its place, in a text that has suffered."""

    def suffer(text: str) -> str:
        for name in what:
            text = DISTURBANCES[name](text)
        return text

    written = [suffer(surface) for surface, _id in parts]
    text = suffer(" ").join(written)
    start = 0
    expected = []
    for surface, (_name, entity_id) in zip(written, parts, strict=True):
        if entity_id:
            expected.append((start, start + len(surface), entity_id))
        start += len(surface) + len(suffer(" "))
    for matcher in (build_matcher(), Matcher(read_forms(), window=window)):
        matches = [(m.start, m.end, m.names[0][0]) for m in matcher.find(text)]
        # A soft hyphen at the very end of a word is not part of it.
        assert [(s, text[s:e].rstrip("\u00ad"), i) for s, e, i in matches] == [
            (s, text[s:e].rstrip("\u00ad"), i) for s, e, i in expected
        ]


rubbish = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cc", "Cf", "Mn"]),
        st.sampled_from("БҰҰСудан -'\n\r\u0301\u00ad\u200b"),
    ),
    max_size=60,
)


@settings(deadline=None)  # the first case reads the tables
@given(rubbish, st.sampled_from(NAMES), rubbish, st.integers(1, 50))
@example("\ud800\udc00", NAMES[0], "", 1)  # two halves of a character side by side
def test_offsets_in_rubbish(before: str, name: tuple[str, str], after: str, window: int) -> None:
    """Whatever stands around a name, it is found between blank lines, and windows do not matter."""
    text = f"{before}\n\n{name[0]}\n\n{after}"
    matches = list(build_matcher().find(text))
    start = len(before) + 2
    assert (start, start + len(name[0]), name[1]) in [
        (m.start, m.end, m.names[0][0]) for m in matches
    ]
    assert list(Matcher(read_forms(), window=window).find(text)) == matches
    layered = [m for m in build_matcher().find(text, nested=True) if m.layer == 1]
    assert [(m.start, m.end) for m in layered] == [(m.start, m.end) for m in matches]


def test_a_long_text_needs_little_memory() -> None:
    """One string of many megabytes is read a window at a time."""
    text = "Ауылда таң атты, күн көтерілді БҰҰ-да. " * 100_000
    matcher = build_matcher()
    tracemalloc.start()
    try:
        count = sum(1 for _ in matcher.find(text))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 100_000
    assert peak < 15e6


# ------------------------------------------------------------- the five documents


def _read(name: str) -> list[dict[str, str]]:
    with (READINGS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


Span = tuple[str, int, int, str]


def _spans(rows: list[dict[str, str]], *forms: str) -> set[Span]:
    return {
        (row["document_id"], int(row["start"]), int(row["end"]), row["entity_id"])
        for row in rows
        if row["form"] in forms
    }


@pytest.fixture(scope="module")
def matched(texts: Path) -> dict[bool, set[Span]]:
    """What the matcher finds in the documents: nested names left out, or with them."""
    return {
        nested: {
            (text.document_id, match.start, match.end, entity_id)
            for text in read_texts(corpus=texts).values()
            for match in build_matcher().find(text.text, nested=nested)
            for entity_id, _name in match.names
        }
        for nested in (False, True)
    }


def test_precision_and_recall(matched: dict[bool, set[Span]]) -> None:
    """Against a reading made without the matcher, of what was an entity then."""
    reading = _read("mentions.csv")
    later = [row for row in _read("decisions.csv") if row["reason"].startswith("came after")]
    named, found = _spans(reading, "named"), matched[False] - _spans(later, "named")
    assert len(found & named) / len(found) >= 0.94
    assert len(found & named) / len(named) >= 0.96
    nested = _spans(reading, "nested")
    assert len(matched[True] & nested) / len(nested) >= 0.97


def test_differences_are_decided(matched: dict[bool, set[Span]]) -> None:
    """Each difference has been decided, with a reason; nothing is wrong and nothing is missed."""
    decisions = _read("decisions.csv")
    assert all(row["reason"] for row in decisions)
    read = _spans(_read("mentions.csv"), "named")
    out, into = _spans(decisions, "not_named"), _spans(decisions, "named")
    assert out <= read
    assert not into & read
    assert matched[False] == read - out | into
