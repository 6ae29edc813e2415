"""Near copies: every passage that is shown is the right one; the rest is said to be missing."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invented import ADVERTISEMENT, BRIDGE, FAIR, TEXTS, evidence_rows, segment_rows, sentences
from kopjaqty.corpus import DocumentText, read_texts, segments_of
from kopjaqty.corpus.anchors import Copy, read_segments
from kopjaqty.corpus.near_copies import align
from kopjaqty.corpus.words import normalize, words
from kopjaqty.store import rows

SEGMENTS = read_segments([{k: str(v) for k, v in row.items()} for row in segment_rows()])


def normalized_words(text: str) -> list[str]:
    """Return the words of a text, normalised: what must be the same in a copy."""
    return [word.normalized for word in words(text)]


def copy_of(document_id: str, text: str) -> Copy:
    """Place one invented document in a text, as the reader of files would hand it over."""
    return align(normalize(text), SEGMENTS)[document_id]


def shown(copy: Copy, document_id: str) -> dict[str, str]:
    """Return the evidence that a copy can show, after checking that each has the right words."""
    passages = {}
    for row in evidence_rows():
        if row["document_id"] == document_id:
            span = copy.map_span(int(str(row["start"])), int(str(row["end"])))
            if span:
                passage = copy.text[slice(*span)]
                original = TEXTS[document_id][int(str(row["start"])) : int(str(row["end"]))]
                assert normalized_words(passage) == normalized_words(original)
                passages[str(row["evidence_id"])] = passage
    return passages


def soft(text: str) -> str:
    """Put a soft hyphen into every long word."""
    return re.sub(r"(\w{4})(\w{3})", "\\1\u00ad\\2", text)


UNHARMFUL: dict[str, Callable[[str], str]] = {
    "the text itself": lambda t: t,
    "white space doubled": lambda t: t.replace(" ", "  ").replace("\n", "\n\n"),
    "lines rewrapped": lambda t: " ".join(t.split()),
    "one word a line": lambda t: "\n".join(t.split()),
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
    "Windows line ends": lambda t: t.replace("\n", "\r\n"),
    "straight quotes": lambda t: t.replace("«", '"').replace("»", '"'),
    "curly quotes": lambda t: t.replace("«", "“").replace("»", "”"),
    "dashes": lambda t: t.replace("—", "-").replace("–", "―"),
    "hyphens in words": lambda t: t.replace("-", "\u2011"),
    "upper case": lambda t: t.upper(),
    "upper-case headline": lambda t: t.split("\n", 1)[0].upper() + t[len(t.split("\n", 1)[0]) :],
    "NFD": lambda t: unicodedata.normalize("NFD", t),
    "NFKC": lambda t: unicodedata.normalize("NFKC", t),
    "soft hyphens": soft,
    "zero-width spaces": lambda t: t.replace("ал", "а\u200bл"),
    "a banner before and after": lambda t: ADVERTISEMENT + t + "\n" + ADVERTISEMENT,
    "no punctuation": lambda t: re.sub(r"[^\w\s]", " ", t),
}


@pytest.mark.parametrize("document_id", sorted(TEXTS))
@pytest.mark.parametrize("disturb", UNHARMFUL.values(), ids=UNHARMFUL)
def test_unharmed_words(document_id: str, disturb: Callable[[str], str]) -> None:
    """Everything is placed where only punctuation, case or white space differ."""
    copy = copy_of(document_id, disturb(TEXTS[document_id]))
    wanted = {r["evidence_id"] for r in evidence_rows() if r["document_id"] == document_id}
    assert copy.segment_share == copy.word_share == 1
    assert set(shown(copy, document_id)) == wanted


def without(text: str, line: int) -> str:
    """Leave one line out."""
    lines = text.split("\n")
    return "\n".join(lines[:line] + lines[line + 1 :])


OPENED = "Аққайың ауылында жаңа көпір салтанатты түрде ашылды."

# What is lost, and only that: the segments (by number) that a disturbance makes unplaceable.
HARMFUL = [
    ("headline missing", without(BRIDGE, 0), {1}),
    ("a paragraph lost", without(BRIDGE, 4), {7, 8, 9}),
    ("a word changed", BRIDGE.replace("қатысты.", "келді."), {4}),
    ("a word added", BRIDGE.replace("148 метр", "148,5 метр"), {7}),
    ("a letter changed", BRIDGE.replace("Нұрай", "Нурай"), {15}),
    (
        "an advertisement amid a sentence",
        BRIDGE.replace(" оның", "").replace("ашылды. Оған", f"ашылды.\n{ADVERTISEMENT}Оған"),
        set(),
    ),
    (
        "an advertisement inside a sentence",
        BRIDGE.replace("жол басқармасы", f"жол\n{ADVERTISEMENT}басқармасы"),
        {8},
    ),
    (
        "one of two like sentences lost",
        BRIDGE.replace("атқарды. Ауыл тұрғындары алғыс айтып, ас берді.", "атқарды."),
        {9},
    ),
    ("one of two like headings lost", BRIDGE.replace("ол.\nҚұрылыс\n", "ол.\n"), {12}),
    (
        "a heading that stands in a sentence too",
        without(BRIDGE, 0).replace("Дәулет", "Көпір ашылды Дәулет"),
        {1, 4},
    ),
    (
        "a lost headline's words at the end of a changed sentence",
        "Сурет: өзен.kz\n" + BRIDGE[BRIDGE.index(OPENED) :].replace(OPENED, "Жаңа көпір ашылды."),
        {1, 2, 3},
    ),
    (
        "a lost headline's words at the beginning of a changed sentence",
        BRIDGE[BRIDGE.index(OPENED) :].replace(OPENED, "Көпір ашылды бүгін."),
        {1, 2, 3},
    ),
    ("a sentence repeated at once", BRIDGE.replace(OPENED, f"{OPENED} {OPENED}"), {3}),
    ("a sentence repeated further on", BRIDGE + f"\n{OPENED}", set()),
]


@pytest.mark.parametrize(("text", "lost"), [h[1:] for h in HARMFUL], ids=[h[0] for h in HARMFUL])
def test_harmed_words(text: str, lost: set[int]) -> None:
    """Only the sentences that are no longer whole, or no longer sure, are missing."""
    copy = copy_of("bridge", text)
    placed = {copy.segments[i].n for i in copy.places}
    assert {segment.n for segment in copy.segments} - placed == lost
    shown(copy, "bridge")


def test_across_segments() -> None:
    """A passage over two sentences is shown only where they still follow one another."""
    assert "e0004" in shown(copy_of("bridge", BRIDGE), "bridge")
    parted = BRIDGE.replace("ашылды. Оған", f"ашылды.\n{ADVERTISEMENT}Оған")
    passages = shown(copy_of("bridge", parted), "bridge")
    assert "e0004" not in passages
    assert "e0002" in passages


def test_swapped_paragraphs() -> None:
    """Long sentences are found wherever they have gone; what order must decide is left out."""
    lines = BRIDGE.split("\n")
    lines[4], lines[8] = lines[8], lines[4]
    copy = copy_of("bridge", "\n".join(lines))
    placed = {copy.segments[i].n for i in copy.places}
    assert set(range(1, 16)) - placed == {6, 9, 12, 13}
    shown(copy, "bridge")


def test_repeated_sentence_in_a_swapped_paragraph() -> None:
    """A sentence that is lost is not taken for its like, which moved to where it had stood."""
    lines = BRIDGE.split("\n")
    repeated = " Ауыл тұрғындары алғыс айтып, ас берді."
    assert lines[4].endswith(repeated)
    lines[4] = lines[4].removesuffix(repeated)
    lines.insert(5, lines.pop(8))
    copy = copy_of("bridge", "\n".join(lines))
    assert not {9, 13} & {copy.segments[i].n for i in copy.places}


def test_two_documents_in_one_text() -> None:
    """Each of two documents pasted into one file is placed in full."""
    copies = align(BRIDGE + "\n\n" + FAIR, SEGMENTS)
    assert [copies[d].segment_share for d in sorted(copies)] == [1, 1]


@pytest.mark.parametrize(
    ("start", "end"),
    [(0, 3), (1, 5), (-5, 5), (5, 5), (9, 4), (0, 10**9), (5, 12)],
    ids=["inside a word", "into a word", "negative", "empty", "reversed", "too long", "from a gap"],
)
def test_no_sure_place(start: int, end: int) -> None:
    """A span that does not begin and end with whole words has no place in a copy."""
    assert copy_of("bridge", BRIDGE).map_span(start, end) is None


def test_unlike_text() -> None:
    """In an unrelated text nothing is placed, and the shares say 0."""
    copy = copy_of("bridge", "Бұл мүлде басқа мәтін.\nОнда көпір жайлы ештеңе жоқ.")
    assert (copy.places, copy.segment_share, copy.word_share) == ({}, 0, 0)


@pytest.mark.parametrize("column", ["n", "start", "end", "word_spans"])
def test_unreadable_rows(column: str) -> None:
    """A row of `segments` that cannot be read is left out and does not stop the others."""
    rows = [{k: str(v) for k, v in row.items()} for row in segment_rows()]
    rows[0][column] = "x-y"
    assert len(read_segments(rows)["bridge"]) == len(SEGMENTS["bridge"]) - 1


Pieces = list[tuple[int | None, str]]
"""A copy in the making: pieces of text, each with the position of the segment it comes from."""


def _pieces(document_id: str) -> Pieces:
    text, at = TEXTS[document_id], 0
    pieces: Pieces = []
    for i, (start, end) in enumerate(sentences(text)):
        if text[at:start]:
            pieces.append((None, text[at:start]))
        pieces.append((i, text[start:end]))
        at = end
    return pieces


def _drop(pieces: Pieces, rng: random.Random) -> Pieces:
    i = rng.randrange(len(pieces))
    return pieces[:i] + [(None, "\n")] + pieces[i + 1 :]


def _change_word(pieces: Pieces, rng: random.Random) -> Pieces:
    # Not a word that stands alone: it could become the very heading that is lost there, and
    # nobody could tell it from that heading.
    i = rng.choice([i for i, (_owner, text) in enumerate(pieces) if len(text.split()) > 1])
    tokens = pieces[i][1].split(" ")
    tokens[rng.randrange(len(tokens))] = rng.choice(["басқа", "", "148", "Құрылыс", "ә"])
    return pieces[:i] + [(pieces[i][0], " ".join(tokens))] + pieces[i + 1 :]


def _advertise(pieces: Pieces, rng: random.Random) -> Pieces:
    i = rng.randrange(len(pieces))
    text = rng.choice([ADVERTISEMENT, "Жарнама", "\nСондай-ақ оқыңыз: Дала туралы хабар\n"])
    return pieces[:i] + [(None, "\n" + text + "\n")] + pieces[i:]


def _swap(pieces: Pieces, rng: random.Random) -> Pieces:
    a, b, c = sorted(rng.randrange(len(pieces) + 1) for _ in range(3))
    return pieces[:a] + [(None, "\n")] + pieces[b:c] + [(None, "\n")] + pieces[a:b] + pieces[c:]


def _disguise(pieces: Pieces, rng: random.Random) -> Pieces:
    change = rng.choice([f for name, f in UNHARMFUL.items() if "banner" not in name])
    return [(owner, change(text)) for owner, text in pieces]


def _restyle_space(pieces: Pieces, rng: random.Random) -> Pieces:
    space = rng.choice([" ", "\n", "\n\n", "\u00a0", "\t"])
    return [(o, space if not t.strip() else t) for o, t in pieces]


DISTURBANCES = [_drop, _change_word, _advertise, _swap, _disguise, _restyle_space]


def disturb(
    document_id: str, steps: list[int], seed: int
) -> tuple[str, list[tuple[int, int, int]]]:
    """Return a disturbed copy, and for every piece from a segment its owner, start and end."""
    rng, pieces = random.Random(seed), _pieces(document_id)
    for step in steps:
        pieces = DISTURBANCES[step](pieces, rng)
    text, owners = "", []
    for owner, raw in pieces:
        piece = normalize(raw)
        if owner is not None:
            owners.append((owner, len(text), len(text) + len(piece)))
        text += piece
    return text, owners


@settings(max_examples=150)
@given(
    st.sampled_from(sorted(TEXTS)),
    st.lists(st.integers(0, len(DISTURBANCES) - 1), min_size=1, max_size=7),
    st.integers(0, 10**6),
)
def test_only_right_passages(document_id: str, steps: list[int], seed: int) -> None:
    """Whatever was done to a copy, what is placed has the right words, at the right sentence."""
    text, owners = disturb(document_id, steps, seed)
    copy = align(text, SEGMENTS)[document_id]
    original = TEXTS[document_id]
    for i in copy.places:
        segment, span = copy.segments[i], copy.segment_span(i)
        assert span is not None
        assert normalized_words(text[slice(*span)]) == normalized_words(
            original[segment.start : segment.end]
        )
        # A sentence that the document repeats may stand where its like stood.
        home = [(a, b) for o, a, b in owners if copy.segments[o].digest == segment.digest]
        assert any(a <= span[0] and span[1] <= b for a, b in home)
    shown(copy, document_id)


# ------------------------------------------------------------- the same with the real texts
@pytest.fixture(scope="module")
def real(texts: Path) -> dict[str, DocumentText]:
    """The documents' exact texts."""
    return {d: text for d, text in read_texts(corpus=texts).items() if text.exact}


def check_evidence(copy: Copy, exact: DocumentText) -> int:
    """Check that each passage placed has its very words; return how many passages are missing."""
    missing = 0
    for row in rows("evidence"):
        if row["document_id"] == exact.document_id:
            start, end = int(row["start"]), int(row["end"])
            span = copy.map_span(start, end)
            if span is None:
                missing += 1
            else:
                assert normalized_words(copy.text[slice(*span)]) == normalized_words(
                    exact.text[start:end]
                )
    return missing


# NFKC turns a numero sign into two letters: no longer the same word.
@pytest.mark.parametrize("name", sorted(UNHARMFUL.keys() - {"NFKC"}))
def test_real_unharmed(real: dict[str, DocumentText], name: str) -> None:
    """Of the real documents too, every passage is placed where no word differs."""
    for document_id, exact in real.items():
        copy = align(normalize(UNHARMFUL[name](exact.text)), segments_of())[document_id]
        assert check_evidence(copy, exact) == 0
        assert copy.word_share > 0.97


@pytest.mark.parametrize("seed", range(3))
def test_real_harmed(real: dict[str, DocumentText], seed: int) -> None:
    """Of the real documents too, only right passages are shown, and few besides the harmed."""
    rng = random.Random(seed)
    for document_id, exact in real.items():
        paragraphs = exact.text.split("\n")
        full = [i for i, paragraph in enumerate(paragraphs) if len(words(paragraph)) > 12]
        lost, changed, interrupted, moved = rng.sample(full, 4)
        tokens = paragraphs[changed].split(" ")
        tokens[rng.randrange(len(tokens))] = "басқаша"
        paragraphs[changed] = " ".join(tokens)
        paragraphs[interrupted] = ADVERTISEMENT + paragraphs[interrupted]
        paragraphs[lost] = ""
        paragraphs.append(paragraphs.pop(moved))
        copy = align("\n".join(paragraphs[1:]), segments_of())[document_id]
        check_evidence(copy, exact)
        for i in copy.places:
            span = copy.segment_span(i)
            segment = copy.segments[i]
            assert span
            assert normalized_words(copy.text[slice(*span)]) == normalized_words(
                exact.text[segment.start : segment.end]
            )
        assert copy.word_share > 0.6
