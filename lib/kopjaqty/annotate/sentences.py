"""Cuts a Kazakh text into sentences, as the collection's documents were cut."""

from __future__ import annotations

import re

from kopjaqty.corpus.words import segment_digest, word_spans, words
from kopjaqty.store import Row

__all__ = ["segment_rows", "split_sentences"]

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_CAPITAL = r"A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
# A full stop after one capital letter is an initial's: Қ. Тоқаев.
_END = re.compile(
    rf"(?:(?<!\b[{_CAPITAL}])\.|[!?…]|(?<=\.)\.)+[»”\"')\]]*"
    rf"(?=\s+[^\w\s]*[{_CAPITAL}\d])"
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return where each sentence, heading or list item stands; between them is white space only.

    A line break ends one. So does a full stop, or another such sign with the quotation marks and
    brackets behind it, if a capital letter or a digit comes next; an initial's full stop does not.

    >>> split_sentences("Қ. Тоқаев келді. «Қош келдіңіз!» Ол кетті")
    [(0, 16), (17, 32), (33, 41)]
    """
    spans = []
    for line in _LINE.finditer(text):
        cuts = [found.end() for found in _END.finditer(text, *line.span())]
        begin = line.start()
        for cut in [*cuts, line.end()]:
            piece = text[begin:cut]
            if piece.strip():
                start = begin + len(piece) - len(piece.lstrip())
                spans.append((start, begin + len(piece.rstrip())))
            begin = cut
    return spans


FOR_A_READER = ("gist_en", "gist_kk", "gist_ru", "nothing_stated")
"""Columns of `segments` that no program can fill: what a sentence states, or why nothing."""


def segment_rows(document_id: str, text: str) -> list[Row]:
    """Return the rows of `segments` for a text, but for what a reader has to say."""
    rows: list[Row] = []
    for n, (start, end) in enumerate(split_sentences(text), start=1):
        piece = text[start:end]
        cells = (document_id, n, start, end, len(words(piece)))
        columns = ("document_id", "n", "start", "end", "words")
        row = dict(zip(columns, map(str, cells), strict=True))
        read = {"digest": segment_digest(piece), "word_spans": word_spans(piece)}
        rows.append(Row(row | read | dict.fromkeys(FOR_A_READER, "")))
    return rows
