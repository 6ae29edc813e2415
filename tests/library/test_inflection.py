"""Endings that a name takes, and those that make another word."""

import pytest

from kopjaqty.matcher.inflection import NOUN, ONE_WORD, POSSESSED, SHORTENED, VOWEL_FIRST, suffixes


@pytest.mark.parametrize("kind", [NOUN, ONE_WORD])
def test_names_are_declined(kind: str) -> None:
    """All cases in both harmonies, the plural, our and your, and what is in a place."""
    wanted = {"ның", "дің", "тің", "ға", "ке", "ны", "ті", "да", "те", "дан", "нен", "мен", "бен"}
    wanted |= {"дағы", "тегі", "дағылардың", "дар", "лерге", "мыз", "ымызға", "дай", "ша", "нікі"}
    assert wanted - suffixes(kind) == set()
    assert "" in suffixes(kind)


@pytest.mark.parametrize("kind", [NOUN, ONE_WORD, POSSESSED, VOWEL_FIRST, SHORTENED])
def test_derived_words_are_others(kind: str) -> None:
    """Demonyms, ministries, the Russian feminine and agents are other words."""
    assert not suffixes(kind) & {"лық", "дық", "тықтар", "лігі", "а", "ша\u0301", "шы", "сыз", "к"}


def test_possession_by_kind() -> None:
    """One word has no possessive of its own; after one, cases begin with н."""
    assert "сында" in suffixes(NOUN)
    assert "сында" not in suffixes(ONE_WORD)
    assert {"", "на", "нда", "ндағы", "мен"} <= suffixes(POSSESSED)
    assert not suffixes(POSSESSED) & {"да", "ға", "лар"}
    assert all(tail[0] in "ыі" for tail in suffixes(VOWEL_FIRST))
    assert suffixes(SHORTENED) == suffixes(NOUN) - {""}
