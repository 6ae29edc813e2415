"""Passages: the right one, highlighted, or the reason why it is not shown."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from invented import BRIDGE, PASSAGES, TEXTS, make_collection
from kopjaqty.corpus import read_texts
from kopjaqty.corpus.passage_view import Passage, Quote
from kopjaqty.corpus.passages import locate, passage
from kopjaqty.corpus.words import words
from kopjaqty.errors import KopjaqtyError, UnknownName
from kopjaqty.language import use_language
from kopjaqty.store import rows


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A collection with its texts; the language is English again afterwards."""
    monkeypatch.delenv("KOPJAQTY_CORPUS", raising=False)
    yield make_collection(tmp_path)
    use_language("en")


def replace_text(folder: Path, old: str, new: str) -> None:
    """Change the text of the document `bridge` in the corpus folder."""
    assert old in BRIDGE
    (folder / "corpus" / "0.txt").write_bytes(BRIDGE.replace(old, new).encode())


def said(text: str) -> list[str]:
    """Return the words of a text, normalised."""
    return [word.normalized for word in words(text)]


def test_parts_are_apart_by_one_blank_line(folder: Path) -> None:
    """What is not there, a row's words say, leaves no blank line; what is there stands apart."""
    span, row = passage(("bridge", 0, 5), data=folder), passage("r0001", data=folder)
    assert str(span) == str(span.quotes[0])
    assert str(row) == "\n\n".join([row.says, *map(str, row.quotes)])


def write_gists(folder: Path) -> None:
    """Say what the first sentence of the document `bridge` states, in two languages."""
    path = folder / "segments.csv"
    with path.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    first = next(row for row in table if row["document_id"] == "bridge" and row["n"] == "1")
    first |= {"gist_en": "A bridge <opens>.", "gist_kk": "Көпір ашылады."}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


@pytest.mark.parametrize(
    ("code", "gist"), [("en", "A bridge <opens>."), ("kk", "Көпір ашылады."), ("ru", "A bridge")]
)
def test_what_a_sentence_states_comes_first(folder: Path, code: str, gist: str) -> None:
    """In the reader's language or else in English, before the text, with and without it."""
    write_gists(folder)
    use_language(code)
    for texts in (folder / "corpus", folder):
        found = passage(("bridge", 0, 5), data=folder, corpus=texts)
        lines, page = str(found).splitlines(), found._repr_html_()
        assert gist in lines[0]
        assert escape(gist) in page
        assert page.index(escape(gist)) < page.index("<figcaption>")
        assert "<blockquote" not in page[: page.index(escape(gist))]


def test_a_sentence_without_a_gist_says_none(folder: Path) -> None:
    """No label stands there without what it announces."""
    found = passage(("bridge", 0, 5), data=folder)
    assert "In our words" not in str(found)
    assert "In our words" not in found._repr_html_()


def test_how_to_get_a_text_is_said_once_and_folded(folder: Path) -> None:
    """Two passages without their text: one folded line says how to get it, for both."""
    found = locate("r0001", data=folder)
    assert [quote.state for quote in found.quotes] == ["missing", "missing"]
    for shown in (str(found), found._repr_html_()):
        assert shown.count("kopjaqty corpus add") == 1
    assert found._repr_html_().count("<details>") == 1
    assert "<details" not in passage("r0001", data=folder)._repr_html_()


@pytest.mark.parametrize("evidence_id", sorted(PASSAGES))
def test_every_passage(folder: Path, evidence_id: str) -> None:
    """Each piece of evidence shows the words it was made for, inside the document's text."""
    _, _, document_id, snippet, _ = PASSAGES[evidence_id]
    (quote,) = passage(evidence_id, data=folder).quotes
    assert (quote.state, said(quote.quoted)) == ("exact", said(snippet))
    assert quote.before + quote.quoted + quote.after in TEXTS[document_id]


@pytest.mark.parametrize(
    ("reference", "table", "expected"),
    [
        ("r0001", None, ["e0002", "e0004"]),
        ("ak_biday", None, ["e0001"]),
        ("ak_biday|kk|Ақ бидай", None, ["e0008"]),
        ("fair_again", None, ["e0006", "e0007"]),
        ("fair_again", "initiatives", ["e0006"]),
        ("bridge", None, ["e0010"]),
        (("yersinov", "ak_biday", "r0001"), None, ["e0002", "e0004"]),
        (("bridge", 0, 12), None, [""]),
        ("koksu|kk|Köksu", None, []),
    ],
)
def test_references(folder: Path, reference: Any, table: str | None, expected: list[str]) -> None:
    """A row, a name, an edge and a span lead to their passages; a row may have none."""
    found = passage(reference, table=table, data=folder)
    assert [quote.evidence_id for quote in found.quotes] == expected
    assert found.says or isinstance(reference, tuple)


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("koksy", "Did you mean 'koksu'"),
        ("e0099", "Did you mean 'e0009'"),
        (("bridg", 0, 5), "Did you mean 'bridge'"),
        (("ak_biday", "yersinov", "r0001"), r"Expected: \('yersinov', 'ak_biday', 'r0001'\)"),
        (("yersinov", "ak_biday", "r0009"), "Did you mean 'r0002'"),
    ],
)
def test_unknown(folder: Path, reference: Any, said: str) -> None:
    """What is not there is answered with the nearest that is."""
    with pytest.raises(UnknownName, match=said):
        passage(reference, data=folder)


@pytest.mark.parametrize(
    "reference", [5, None, ("bridge", 5, 5), ("bridge", 0, 10**9), ("bridge", -1, 5), ("a", 0.5, 1)]
)
def test_no_reference(folder: Path, reference: Any) -> None:
    """What is no reference, or a span outside the document, is explained."""
    with pytest.raises(KopjaqtyError, match="Expected"):
        passage(reference, data=folder)


@pytest.mark.parametrize("context", [0, 1, 2, 99])
def test_context(folder: Path, context: int) -> None:
    """The passage stands in its sentence with as many neighbours as asked for."""
    (quote,) = passage("e0003", context=context, data=folder).quotes
    shown = quote.before + quote.quoted + quote.after
    lines = {
        0: "Жұмысты Көксу-Жайық жол басқармасы атқарды.",
        1: BRIDGE.split("\n")[4],
        2: "\n".join(BRIDGE.split("\n")[3:6]),
        99: BRIDGE,
    }
    assert shown == lines[context]
    with pytest.raises(KopjaqtyError, match="0 or more"):
        passage("e0003", context=-1, data=folder)


def test_without_text(folder: Path) -> None:
    """Without the text it says what the row says, where that was published, and how to bring it."""
    found = passage("e0006", data=folder, corpus=folder / "nowhere")
    assert found == locate("e0006", data=folder)
    for text in (str(found), found._repr_html_()):
        for part in (
            "The fair at the same place",
            "Steppe News",
            "2030-09-12",
            "characters",
            "kopjaqty corpus add FILE",
            "KOPJAQTY_CORPUS",
        ):
            assert part in text
        assert "<blockquote" not in text
    assert found.quotes[0].state == "missing"
    assert found.quotes[0].digest in str(found)


def test_near_copy(folder: Path) -> None:
    """From a near copy a passage is shown, says so, and has no context that has moved away."""
    replace_text(folder, "Оған «Ақ", "Жарнама: сүт!\nОған “Ақ")
    (quote,) = passage("e0001", data=folder).quotes
    assert (quote.state, quote.quoted) == ("near", "Ақ бидай")
    assert quote.before == "Оған “"
    assert quote.after.endswith("деді.")
    assert "near copy" in str(quote)


def test_not_in_the_copy(folder: Path) -> None:
    """What a near copy lacks is not shown, and that is said."""
    replace_text(folder, "қатысты.", "келді.")
    (quote,) = passage("e0001", data=folder).quotes
    assert (quote.state, quote.before, quote.quoted, quote.after) == ("unplaced", "", "", "")
    assert "differs here" in str(quote)


def test_wrong_pointer(folder: Path) -> None:
    """A pointer whose digest is not the text's shows nothing."""
    path = folder / "evidence.csv"
    wrong = path.read_text(encoding="utf-8").replace(",87,95,", ",88,96,", 1)
    path.write_text(wrong, encoding="utf-8")
    (quote,) = passage("e0001", data=folder).quotes
    assert (quote.state, quote.quoted) == ("changed", "")
    assert "kopjaqty verify" in str(quote)


class Reader(HTMLParser):
    """Collects what a browser would: text, tags opened and not closed, attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def test_html(folder: Path) -> None:
    """The HTML is well formed, escaped, says it is Kazakh, and announces the highlight in words."""
    html = passage("e0006", data=folder)._repr_html_()
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    assert ("blockquote", "lang", "kk") in reader.attributes
    assert "Dauren Yersinov & sons <jun.>" in reader.text
    assert "[beginning of the passage]Сарыөзен" in reader.text
    assert "ұсынды[end of the passage]." in reader.text
    assert "script" not in html


def test_nothing_breaks_out() -> None:
    """Whatever stands in a text or a cell is shown as it is, never taken for HTML."""
    nasty: dict[str, Any] = dict.fromkeys(Quote.__dataclass_fields__, '<b>&"</b>')
    reader = Reader()
    quote = Quote(**nasty | {"state": "near"})
    reader.feed(Passage('<b>&"</b>', (quote,))._repr_html_())
    reader.close()
    assert "b" not in reader.tags
    assert reader.text.count('<b>&"</b>') == 13


def test_link() -> None:
    """An address on the web is a link, anything else is not."""
    known: dict[str, Any] = dict.fromkeys(Quote.__dataclass_fields__, "")
    known |= {"start": 1, "end": 2, "title": "T", "state": "missing"}
    linked = Quote(**known | {"public_address": 'https://a.kz/?q="&b'})._repr_html_()
    assert '<a href="https://a.kz/?q=&quot;&amp;b"><cite>T</cite></a>' in linked
    assert "<a " not in Quote(**known | {"public_address": "javascript:x"})._repr_html_()


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast(folder: Path) -> None:
    """The highlight sets both its colours, far enough apart in any theme, and is underlined."""
    html = passage("e0001", data=folder)._repr_html_()
    style = re.search('<mark style="([^"]+)"', html)
    assert style
    back, front = (
        luminance(c) for c in re.findall("(?:^|;)(?:background-)?color:(#[0-9a-f]{6})", style[1])
    )
    assert (back + 0.05) / (front + 0.05) >= 4.5
    assert "underline" in style[1]


def test_language(folder: Path) -> None:
    """Titles are in the current language."""
    use_language("ru")
    assert passage("e0006", data=folder).quotes[0].title == "Заглавие fair"


def test_text_form(folder: Path) -> None:
    """In a terminal the passage stands between double brackets."""
    text = str(passage("e0003", data=folder))
    assert "Жұмысты [[Көксу-Жайық жол басқармасы]] атқарды." in text
    assert repr(passage("e0003", data=folder)) == text


def test_real_passages(texts: Path) -> None:
    """Every passage of the collection is shown in its context."""
    at_hand = read_texts(corpus=texts)
    for row in rows("evidence"):
        (quote,) = passage(row["evidence_id"], corpus=texts).quotes
        assert quote.state == "exact"
        text = at_hand[quote.document_id].text
        assert quote.quoted == text[quote.start : quote.end]
        assert quote.before + quote.quoted + quote.after in text


def test_every_record_opens() -> None:
    """Every entity and relation of the collection leads to a passage, with or without texts."""
    evidenced = {(row["table"], row["record_id"]) for row in rows("evidence")}
    for table, key in (("entities", "entity_id"), ("relations", "relation_id")):
        for row in rows(table):
            found = locate(row[key], table=table)
            assert found.says
            assert bool(found.quotes) == ((table, row[key]) in evidenced)
