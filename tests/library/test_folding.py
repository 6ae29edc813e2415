"""Texts are folded to one form, and every offset leads back to the text as it was given."""

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopjaqty.matcher.folding import GAP, LONGEST_RUN, Folded, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ҚАЗАҚСТАН", "қазақстан"),
        ("KazinForm", "каzіnfоrм"),  # in part Cyrillic, as its counterpart is
        ("И\u0306и\u0306й", "ййй"),
        ("Қазақста\u0301н", "қазақстан"),
        ("а\u2011б — в", "а-б - в"),
        ("«а» “б” „в”", '"а" "б" "в"'),
        ("Кот-д’Ивуар", "кот-д'ивуар"),
        ("а\u00a0\u202f б\tв", "а б в"),
        ("а\nб\r\nв\n  г", "а б в г"),
        ("а\n\nб", f"а{GAP}{GAP}б"),
        ("а\n \nб", f"а{GAP}б"),
        ("а\r\n\r\nб", f"а{GAP}б"),
        ("а" + " " * (LONGEST_RUN + 1) + "б", f"а{GAP}б"),
        ("а\u00adб\u200b \ufeffв", "аб в"),
        ("\U0001f30dа\ud800", "\ufffcа\ufffc"),
        ("\x00\x01\x03", GAP * 3),
        ("", ""),
    ],
)
def test_forms(text: str, folded: str) -> None:
    """Capitals, look-alikes, marks, dashes, quotes, blanks and rubbish have one form each."""
    assert fold(text) == folded


def test_pairs_are_closed_under_case() -> None:
    """What looks alike in capitals is one in small letters too: else a name in capitals is lost."""
    for letter in string.ascii_lowercase + "əɵәөғқңұүһі":
        assert fold(letter) == fold(letter.upper())


@given(st.text(st.sampled_from("абС -й\u0306\u0301\n\r\u00ad\u200b\u00a0c«"), max_size=40))
def test_offsets_lead_back(text: str) -> None:
    """Each folded character comes from the characters between its offsets, in order."""
    folded = Folded(text)
    assert len(folded.plain) == len(folded.text)
    places = range(len(folded.text))
    starts = folded.starts_of(places).tolist()
    ends = folded.ends_of([place + 1 for place in places]).tolist()
    until = 0
    for place, start, end in zip(places, starts, ends, strict=True):
        assert until <= start < end
        until = end
        assert text[start] == folded.plain[place]
        sign = folded.text[place]
        assert fold(text[start:end]) == sign or sign == GAP
        assert folded.place_of(start) == place
    assert until <= len(text)


@given(st.text(st.sampled_from("абСйё -\n"), max_size=40))
def test_decomposed_is_the_same(text: str) -> None:
    """A text and its decomposed form fold to the same."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
