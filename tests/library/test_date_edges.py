"""Dates at the edges of what is read, compared and guessed."""

from __future__ import annotations

import pytest

from kopjaqty.dates import parse_date
from kopjaqty.errors import DateError


@pytest.mark.parametrize("text", ["x/2017", "2017/x", "[x..2017]", "[2017..x]"])
def test_half_a_range_is_no_range(text: str) -> None:
    """Where one end cannot be guessed, the other alone is what was probably meant."""
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.problems[0].nearest == "2017"


def test_about_the_first_and_the_last_year() -> None:
    """A year on either side must be a year: about 2 and about 9998 are dates, 1 and 9999 not."""
    assert str(parse_date("0002~").earliest) == "0001-01-01"
    assert str(parse_date("9998~").latest) == "9999-12-31"
    for beyond in ("0001", "9999"):
        with pytest.raises(DateError) as caught:
            parse_date(f"{beyond}~")
        assert caught.value.problems[0].nearest == beyond
