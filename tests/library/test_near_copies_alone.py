"""A short sentence that stands by itself in a text does not make the text a copy."""

from __future__ import annotations

import pytest

from invented import TEXTS, segment_rows
from kopjaqty.corpus.anchors import read_segments
from kopjaqty.corpus.near_copies import LONG_RUN, align

SEGMENTS = read_segments([{k: str(v) for k, v in row.items()} for row in segment_rows()])
SHORT = [
    (document_id, TEXTS[document_id][segment.start : segment.end])
    for document_id, segments in SEGMENTS.items()
    for segment in segments
    if 0 < segment.words < LONG_RUN
]


@pytest.mark.parametrize(("document_id", "sentence"), SHORT)
def test_a_short_sentence_alone_is_not_placed(document_id: str, sentence: str) -> None:
    """Only between sentences that are beyond doubt does a short one have its place."""
    copy = align(sentence, SEGMENTS)[document_id]
    assert (copy.segment_share, copy.word_share) == (0, 0)


def test_there_are_short_sentences() -> None:
    """The invented documents have some, so that the claim above is tried."""
    assert len(SHORT) > 1
