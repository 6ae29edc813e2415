"""The passage reader: sentences, the rows that come from them, and nothing of the text saved."""

import re
from pathlib import Path

import pytest

from kopjaqty.errors import UnknownName
from kopjaqty.explorers import read_passages
from kopjaqty.explorers.reader import ReaderView
from kopjaqty.tables import load


@pytest.fixture
def view(tmp_path: Path) -> ReaderView:
    """The reader, without a text at hand."""
    return ReaderView(corpus=tmp_path)


def test_every_sentence_is_listed(view: ReaderView) -> None:
    """The list has each sentence of the document, with its words and how many rows state it."""
    segments = load("segments")
    for document, own in segments.groupby("document_id"):
        body = view.body(view.check({"document": str(document)}, ""), "")
        ids = re.findall(r'data-id="([^"]+)"', body)
        assert ids == [f"{document}#{n}" for n in own["n"]]


def test_every_row_can_be_chosen(view: ReaderView) -> None:
    """Of a document and a table, the control offers each row that has evidence there, once."""
    evidence = load("evidence")
    for (document, table), own in evidence.groupby(["document_id", "table"]):
        rows = view.rows(view.check({"document": str(document), "table": str(table)}, ""))
        assert sorted(key for key, _label in rows) == sorted(
            {f"{table}:{record}" for record in own["record_id"]}
        )


def test_without_the_text(view: ReaderView) -> None:
    """Without the text, a sentence says where to find it, and lists the rows all the same."""
    first = load("evidence").iloc[0]
    own = load("segments").query("document_id == @first.document_id")
    n = int(own[own["end"] > first["start"]]["n"].iloc[0])
    shown = view.show(f"{first['document_id']}#{n}")
    assert "KOPJAQTY_CORPUS" in shown
    assert "<mark" not in shown
    assert f'data-id="{first["table"]}:{first["record_id"]}"' in shown


def test_a_row_and_its_sentences(view: ReaderView) -> None:
    """A row shows its passages in the chosen document, and what their sentences state besides."""
    row = load("evidence").query("table == 'relations'").iloc[0]
    choices = view.check({"document": row["document_id"]}, "")
    shown = view.show(f"relations:{row['record_id']}", choices)
    assert row["evidence_id"] in shown
    assert "What this sentence states:" in shown


def test_with_the_texts(texts: Path) -> None:
    """With the text, the sentence is marked in its context; none of it is in what is saved."""
    reader = read_passages("geneva_2026", corpus=texts)
    reader.selected = "geneva_2026#5"
    marked = re.search(r"</span>([^<]{20,})<span", reader.passage_html)
    assert marked
    assert marked[1][:20] not in str(reader.get_state())
    short = reader.passage_html
    reader.choose(context="5")
    assert len(reader.passage_html) > len(short)


def test_changing_the_document_keeps_the_controls_valid(view: ReaderView) -> None:
    """A kind of row that the other document has not gives way to all kinds."""
    view.stated["geneva_2026"] = [p for p in view.stated["geneva_2026"] if p[2] != "relations"]
    choices = {"document": "omarov_2025", "table": "relations"}
    assert view.check(choices, "")["table"] == "relations"
    assert view.check({**choices, "document": "geneva_2026"}, "")["table"] == ""


def test_next_sentence(view: ReaderView) -> None:
    """The buttons lead to the sentence before and after, as far as there is one."""
    last = len(view.segments["geneva_2026"])
    choices = view.check({"document": "geneva_2026"}, "")
    for at, leads_to in (("", [1]), ("#1", [2]), ("#2", [1, 3]), (f"#{last}", [last - 1])):
        steps = [c for c in view.controls(choices, f"geneva_2026{at}") if c.kind == "action"]
        assert [c.options[0][0] for c in steps] == [f"geneva_2026#{n}" for n in leads_to]


def test_the_sentence_after_a_row(view: ReaderView) -> None:
    """From a row, the buttons lead to the neighbours of the sentence in which it begins."""
    first = load("evidence").query("table == 'positions'").iloc[0]
    own = load("segments").query("document_id == @first.document_id")
    n = int(own[own["start"] <= first["start"]]["n"].iloc[-1])
    choices = view.check({"document": first["document_id"]}, "")
    steps = [
        control.options[0][0]
        for control in view.controls(choices, f"positions:{first['record_id']}")
        if control.kind == "action"
    ]
    assert steps == [f"{first['document_id']}#{step}" for step in (n - 1, n + 1)]


def test_unknown_document() -> None:
    """A document that is not there is refused, with the nearest."""
    with pytest.raises(UnknownName, match="geneva_2026"):
        read_passages("geneva_2025")


def test_unknown_selection(view: ReaderView) -> None:
    """What there is not is said, escaped, and no error."""
    for selected in ("geneva_2026#0", "geneva_2026#999", "#", "relations:zzz", "<b>"):
        assert view.show(selected).startswith("There is nothing of this name")
    assert "<b>" not in view.show("<b>")
