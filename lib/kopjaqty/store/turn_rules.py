"""Whose words a passage is: turns are nested, and a passage has the voice of the innermost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from kopjaqty.errors import Problem
from kopjaqty.language import _
from kopjaqty.store.files import Rows
from kopjaqty.store.rules import ParsedTables, Rules, entered_in
from kopjaqty.store.span_rules import by_document, check_inside, integers, word_edges

TURN_RULES: Rules = {}
"""Every rule of this file, and the columns of each table that it builds on."""

rule = entered_in(TURN_RULES)


class Turn(NamedTuple):
    """A span of somebody's words, and its row."""

    start: int
    end: int
    speaker: str
    row: int

    def holds(self, start: int, end: int) -> bool:
        """Whether a span lies in it."""
        return self.start <= start and end <= self.end

    def crosses(self, start: int, end: int) -> bool:
        """Whether one end of a span lies in it and the other outside."""
        return self.start < start < self.end < end or start < self.start < end < self.end


def turns_of(rows: Rows) -> dict[str, list[Turn]]:
    """The turns of each document, the innermost first."""
    found: dict[str, list[Turn]] = defaultdict(list)
    speakers = rows.columns["speaker_id"]
    for row, (start, end) in enumerate(integers(rows, "start", "end")):
        found[rows.columns["document_id"][row]].append(Turn(start, end, speakers[row], row))
    for turns in found.values():
        turns.sort(key=lambda turn: (turn.end - turn.start, turn.start))
    return found


@rule(turns="document_id start end speaker_id", documents="document_id characters")
def turns_are_nested(tables: ParsedTables) -> Iterator[Problem]:
    """A turn lies in its document, and in another turn whole or not at all."""
    rows = tables["turns"]
    characters = tables["documents"].mapping("document_id", "characters")
    for document, turns in turns_of(rows).items():
        for turn in turns:
            yield from check_inside(rows, turn.row, turn.start, turn.end, characters.get(document))
            for other in turns:
                if turn.start < other.start < turn.end < other.end:
                    what = _("The turn crosses the border of the one in line {line}.")
                    yield rows.problem(
                        what.format(line=rows.lines[other.row]),
                        turn.row,
                        "end",
                        expected=_("a turn inside the other, or beside it"),
                        remedy=_("Split it at the border."),
                    )


@rule(
    turns="document_id start end speaker_id",
    segments="document_id start word_spans",
)
def turns_span_whole_words(tables: ParsedTables) -> Iterator[Problem]:
    """A turn begins with the first character of a word and ends with the last of one."""
    rows, segments = tables["turns"], tables["segments"]
    parts = by_document(segments)
    for document, turns in turns_of(rows).items():
        starts, ends = map(set, word_edges(segments, parts.get(document, ())))
        for turn in turns if starts else ():
            for column, offset, edges in (("start", turn.start, starts), ("end", turn.end, ends)):
                if offset not in edges:
                    yield rows.problem(
                        _("The turn does not begin or end at the edge of a word."),
                        turn.row,
                        column,
                        expected=_("the edge of a word according to segments.csv"),
                    )


@rule(
    turns="document_id start end speaker_id",
    evidence="evidence_id document_id start end speaker_id",
)
def passages_have_one_voice(tables: ParsedTables) -> Iterator[Problem]:
    """A passage has the speaker of the innermost turn that holds it, and crosses no border."""
    rows, turns = tables["evidence"], turns_of(tables["turns"])
    lines = tables["turns"].lines
    speakers = rows.columns["speaker_id"]
    for row, (start, end) in enumerate(integers(rows, "start", "end")):
        own = turns.get(rows.columns["document_id"][row], [])
        crossed = next((turn for turn in own if turn.crosses(start, end)), None)
        if crossed:
            what = _("The passage crosses the border of a turn (turns.csv, line {line}).")
            yield rows.problem(
                what.format(line=lines[crossed.row]),
                row,
                "start",
                expected=_("a passage in one voice"),
                remedy=_("Split it at the border: {start}–{end} is the turn.").format(
                    start=crossed.start, end=crossed.end
                ),
            )
            continue
        voice = next((turn for turn in own if turn.holds(start, end)), None)
        expected = voice.speaker if voice else ""
        if speakers[row] != expected:
            what = (
                _("The passage has the voice of the turn that holds it (turns.csv, line {line}).")
                if voice
                else _("No turn holds the passage: it is in the document's own voice.")
            )
            yield rows.problem(
                what.format(line=lines[voice.row]) if voice else what,
                row,
                "speaker_id",
                expected=expected or _("an empty cell"),
                remedy=_("Correct the speaker here, or the turn."),
            )
