"""Dates in Kazakh text are proposed as EDTF, at the right offsets; other numbers are not."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopjaqty.dates import parse_date
from kopjaqty.errors import DateError, KopjaqtyError
from kopjaqty.matcher.date_finder import find_dates
from kopjaqty.matcher.date_grammar import MONTHS

PUBLISHED = "2025-09-22"


def rows(text: str, published: str | None = PUBLISHED) -> list[tuple[int, int, str]]:
    """What is proposed: start, end, EDTF."""
    frame = find_dates(text, published=published)
    columns = (frame[column].tolist() for column in ("start", "end", "edtf"))
    return list(zip(*columns, strict=True))


def dates_in(text: str, published: str | None = PUBLISHED) -> list[str]:
    """What is proposed, as `surface = edtf`."""
    return [f"{text[start:end]} = {edtf}" for start, end, edtf in rows(text, published)]


# (text, EDTF, surface if it is not the whole text)
CASES = [
    # Days.
    ("1992 жылғы 2 наурызда", "1992-03-02"),
    ("5 наурыз, 2024 жыл", "2024-03-05"),
    ("15 шілдеде 2019 жылы", "2019-07-15"),
    ("1991 ж. 16 желтоқсан", "1991-12-16"),
    ("1991 жылдың он алтыншы желтоқсанында", "1991-12-16"),
    ("2024 жылдың наурыз айының 5-інде", "2024-03-05"),
    ("2024 жылғы қыркүйектің 8-і", "2024-09-08"),
    ("2025-09-22", "2025-09-22"),
    ("27.02.2026", "2026-02-27"),
    ("1992 ЖЫЛҒЫ 2 НАУРЫЗ", "1992-03-02"),
    ("1992\u00a0жылғы  2\nнаурызда", "1992-03-02"),
    # The year is the document's.
    ("8 қыркүйектегі", "2025-09-08"),
    ("21-23 қыркүйек", "2025-09-21/2025-09-23"),
    ("қыркүйектің 8-інде", "2025-09-08"),
    ("биылғы 5 наурызда", "2025-03-05"),
    ("өткен жылдың 5 қазанында", "2024-10-05"),
    ("кеше", "2025-09-21"),
    # Months and seasons.
    ("2009 жылғы желтоқсанда", "2009-12"),
    ("сәуір, 2016 жыл", "2016-04"),
    ("2021 жылы, тамыз", "2021-08"),
    ("2025 жылдың қыркүйегінде", "2025-09"),
    ("Тамыз айының", "2025-08"),
    ("биыл наурызда", "2025-03"),
    ("желтоқсанда", "2025-12"),
    ("2024 жылдың көктемінде", "2024-21"),
    # Years, decades, centuries.
    ("2026 жылы", "2026"),
    ("2026-шы жылдан", "2026"),
    ("2026-жылы", "2026"),
    ("екі мың жиырма бесінші жылы", "2025"),
    ("мың тоғыз жүз тоқсан екінші жылдың", "1992"),
    ("биыл", "2025"),
    ("былтырғы", "2024"),
    ("келесі жылы", "2026"),
    ("1990-жылдары", "199X"),
    ("90-жылдардың", "199X"),
    ("ХХ ғасырдың 90-жылдары", "199X"),
    ("ХХІ ғасырда", "20XX"),
    ("XXI ғасырдағы", "20XX"),
    ("19-ғасыр", "18XX"),
    # From and to.
    ("2017-2018 жылдары", "2017/2018"),
    ("2017–2018 жж.", "2017/2018"),
    ("2026\u20112030 жылдарға", "2026/2030"),
    ("2020/2021 оқу жылы", "2020/2021"),
    ("1992 жылдан 2024 жылға дейін", "1992/2024"),
    ("2017 жылдан бастап", "2017/.."),
    ("1992 жылғы 2 наурыздан бері", "1992-03-02/.."),
    ("2030 жылға дейінгі", "../2030"),
    ("21 қыркүйектен 23 қыркүйекке дейін", "2025-09-21/2025-09-23"),
    ("2025 жылғы 30 қыркүйек – 2 қазан", "2025-09-30/2025-10-02"),
    ("2024 жылғы наурыз-мамыр айларында", "2024-03/2024-05"),
]


@pytest.mark.parametrize(("text", "edtf"), CASES)
def test_dates(text: str, edtf: str) -> None:
    """Each is found whole, alone and in a sentence, and can be read as a date."""
    assert dates_in(text) == [f"{text} = {edtf}"]
    assert dates_in(f"Ол ({text}) өтті.") == [f"{text} = {edtf}"]
    parse_date(edtf)


@pytest.mark.parametrize(
    "text",
    [
        "2030 күн тәртібі", "80 жылдық", "32 жыл ішінде", "2000 жыл бойы", "31 ақпан", "99.99.2020",
        "қазан", "қазанда", "маусымда", "наурыз", "наурызбай", "№19 (6470)", "100-ден астам",
        "47-сессия", "жылқы", "XXI", "47 000 жыл", "1992", "", "кешенді", "139 әскери",
    ],
)  # fmt: skip
def test_no_dates(text: str) -> None:
    """Numbers, durations, names with a year, and months that are other words are no dates."""
    assert dates_in(text) == []


def test_without_the_documents_date() -> None:
    """Without it, nothing relative is proposed; a day without a year is one of any year."""
    assert dates_in("биыл, былтыр, кеше, келесі жылы, биыл наурызда", None) == []
    assert dates_in("8 қыркүйек", None) == ["8 қыркүйек = XXXX-09-08"]
    assert dates_in("21-23 қыркүйек", None) == []
    with pytest.raises(DateError, match="its year"):
        find_dates("биыл", published="XXXX-08-29")
    assert dates_in("Биыл", "[..2025-09-22]") == ["Биыл = 2025"]


def test_only_text_is_taken() -> None:
    """Anything but text is named for what it is."""
    with pytest.raises(KopjaqtyError, match="b'2026'"):
        find_dates(b"2026")  # type: ignore[arg-type]


def test_columns() -> None:
    """The result has the columns and types that the docstring says, found or not."""
    for text in ("2026 жылы", ""):
        types = {column: str(dtype) for column, dtype in find_dates(text).dtypes.items()}
        assert types == {"start": "int64", "end": "int64", "edtf": "string"}


@given(
    st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)),
    st.sampled_from(
        [
            "{y} жылғы {d} {m}да",
            "{y} жылдың {d} {m}ында",
            "{d} {m}, {y} жыл",
            "{d:02}.{n:02}.{y}",
            "{y}-{n:02}-{d:02}",
            "{y} ж. {d}-{m}",
        ]
    ),
    st.text(max_size=20),
)
def test_every_day_is_found(day: dt.date, form: str, around: str) -> None:
    """Any day in any of the ways to write it is found in its place, whatever stands around."""
    surface = form.format(y=day.year, n=day.month, d=day.day, m=MONTHS[day.month - 1])
    text = f"{around}\n\n{surface}\n\n{around}"
    start = len(around) + 2
    assert (start, start + len(surface), day.isoformat()) in rows(text, None)


bits = st.sampled_from([*"0123456789 -–.,/", "жыл", "ғы", "2024", " наурыз", "да", " дейін"])


@given(st.lists(bits, max_size=30).map("".join))
def test_what_is_proposed_can_be_read(text: str) -> None:
    """Every proposal is EDTF that `parse_date` takes, of a surface in the text, in order."""
    until = 0
    for start, end, edtf in rows(text):
        assert until <= start < end <= len(text)
        until = end
        parse_date(edtf)


def test_long_texts() -> None:
    """A text longer than a window gives what its parts give."""
    text = "Ол 1992 жылғы 2 наурызда келді. " * 30_000
    dates = find_dates(text)
    assert len(dates) == 30_000
    assert set(dates.end - dates.start) == {len("1992 жылғы 2 наурызда")}
