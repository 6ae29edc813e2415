"""Dates: what each form says, what is refused and how, and what comparisons conclude."""

import datetime as dt
import math
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kopjaqty.dates import PRECISIONS, Date, before, during, overlaps, parse_date
from kopjaqty.dates.text import read_quickly
from kopjaqty.errors import DateError, UnknownName

Question = Callable[..., bool]

# Form, earliest, latest, precision, approximate, first and last day that are sure ("" for none).
GOOD = [
    # some time within a day, month, year...
    ("1992-03-02", "1992-03-02", "1992-03-02", "day", False, "1992-03-02 1992-03-02"),
    ("2000-02-29", "2000-02-29", "2000-02-29", "day", False, "2000-02-29 2000-02-29"),
    ("2009-12", "2009-12-01", "2009-12-31", "month", False, ""),
    ("1992", "1992-01-01", "1992-12-31", "year", False, ""),
    ("0001", "0001-01-01", "0001-12-31", "year", False, ""),
    ("9999-12", "9999-12-01", "9999-12-31", "month", False, ""),
    # ... a decade, a century, a season; digits that are not known
    ("199X", "1990-01-01", "1999-12-31", "decade", False, ""),
    ("20XX", "2000-01-01", "2099-12-31", "century", False, ""),
    ("2001-21", "2001-03-01", "2001-05-31", "season", False, ""),
    ("2004-XX", "2004-01-01", "2004-12-31", "year", False, ""),
    ("2004-06-XX", "2004-06-01", "2004-06-30", "month", False, ""),
    ("156X-12-25", "1560-12-25", "1569-12-25", "within", False, ""),
    # an hour is not kept
    ("1992-03-02T10:00:00", "1992-03-02", "1992-03-02", "day", False, "1992-03-02 1992-03-02"),
    # about then, or doubtful: the margin is python-edtf's
    ("2016~", "2015-01-01", "2017-12-31", "year", True, ""),
    ("2016?", "2015-01-01", "2017-12-31", "year", True, ""),
    ("2016%", "2014-01-01", "2018-12-31", "year", True, ""),
    ("2026-09?", "2025-08-01", "2027-10-30", "month", True, ""),
    ("1992-03-02~", "1991-02-01", "1993-04-03", "day", True, ""),
    # it lasted
    ("2017/2018", "2017-01-01", "2018-12-31", "interval", False, "2017-01-01 2018-12-31"),
    ("2017/2017", "2017-01-01", "2017-12-31", "interval", False, "2017-01-01 2017-12-31"),
    ("2017-06/2018-03-04", "2017-06-01", "2018-03-04", "interval", False, "2017-06-01 2018-03-04"),
    ("2017~/2018", "2016-01-01", "2018-12-31", "interval", True, ""),
    # it lasted, one end is not stated: open or, with nothing there, unknown
    ("../2024", None, "2024-12-31", "open", False, "2024-01-01 2024-12-31"),
    ("2026-02-27/..", "2026-02-27", None, "open", False, "2026-02-27 2026-02-27"),
    ("/2024", None, "2024-12-31", "open", False, "2024-01-01 2024-12-31"),
    ("2024/", "2024-01-01", None, "open", False, "2024-01-01 2024-12-31"),
    ("/2024~", None, "2025-12-31", "open", True, ""),
    # once, some time within
    ("[..2025-09-22]", None, "2025-09-22", "within", False, ""),
    ("[2025-09-22..]", "2025-09-22", None, "within", False, ""),
    ("[2021-08..2021-09]", "2021-08-01", "2021-09-30", "within", False, ""),
    ("[2021,2023]", "2021-01-01", "2023-12-31", "within", False, ""),
    ("{2021,2023}", "2021-01-01", "2023-12-31", "within", False, ""),
    # every year
    ("XXXX-08-29", None, None, "recurring", False, ""),
    ("XXXX-02-29", None, None, "recurring", False, ""),
    ("XXXX-08", None, None, "recurring", False, ""),
]

# Form, a word of the reason, the form that is suggested.
BAD = [
    # other orders and signs: the day comes before the month, unless it cannot
    ("2/3/1992", "Extended", "1992-03-02"),
    ("02.03.1992", "Extended", "1992-03-02"),
    ("1992.03.02", "Extended", "1992-03-02"),
    ("1992-3-2", "Extended", "1992-03-02"),
    ("19920302", "Extended", "1992-03-02"),
    ("3/25/1992", "Extended", "1992-03-25"),
    ("03/1992", "Extended", "1992-03"),
    # words
    ("2016 жыл", "Extended", "2016"),
    ("2016 г.", "Extended", "2016"),
    ("шамамен 2016", "Extended", "2016~"),
    ("c. 2016", "Extended", "2016~"),
    ("2 March 1992", "Extended", "1992-03-02"),
    ("1992 жылғы 2 наурыз", "Extended", "1992-03-02"),
    ("2 марта 1992 года", "Extended", "1992-03-02"),
    ("мамыр 2021", "Extended", "2021-05"),
    # days and months that do not exist: what is left is suggested, nothing is made up
    ("2017-13", "no month 13", "2017"),
    ("1992-13-02", "no month 13", "1992-02-13"),
    ("1992-02-30", "29 days", "1992-02"),
    ("1993-02-29", "28 days", "1993-02"),
    ("1992-00", "no month 00", "1992"),
    ("1992-03-00", "31 days", "1992-03"),
    ("XXXX-02-30", "Extended", None),
    ("XXXX-13-01", "Extended", None),
    # ranges
    ("2017-2018", "Extended", "2017/2018"),
    ("2017–2018", "Extended", "2017/2018"),
    ("2017 to 2018", "Extended", "2017/2018"),
    ("2.3.1992/4.5.1993", "Extended", "1992-03-02/1993-05-04"),
    ("2018/2017", "end is before the start", "2017/2018"),
    ("[2018..2017]", "end is before the start", "[2017..2018]"),
    ("2017~/2015~", "Extended", None),
    # a slip of the hand
    (" 1992", "Extended", "1992"),
    ("1992\n", "Extended", "1992"),
    ("2016 ~", "Extended", "2016~"),
    ("xxxx-08-29", "Extended", "XXXX-08-29"),
    ("ХХХХ-08-29", "Extended", "XXXX-08-29"),  # in Cyrillic letters
    ("1992-03-02T25:00", "Extended", "1992-03-02"),
    # nothing is stated, or nothing that this collection holds
    ("unknown", "Extended", None),
    ("..", "Extended", None),
    ("../..", "Extended", None),
    ("[..]", "Extended", None),
    ("XXXX", "Extended", None),
    ("٢٠١٧", "Extended", None),
    ("0000", "Years go from", None),
    ("-0044", "Years go from", None),
    ("Y17E7", "Years go from", None),
    ("Y1E999999999", "Years go from", None),  # python-edtf would count that far
    ("9999~", "Extended", "9999"),
]

NOTHING_STATED = [None, "", float("nan"), math.nan]


def day(text: str | None) -> dt.date | None:
    """Read a day of the tables above."""
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "earliest", "latest", "precision", "approximate", "sure"), GOOD)
def test_good_forms(
    *, text: str, earliest: str, latest: str, precision: str, approximate: bool, sure: str
) -> None:
    """Each form of EDTF gives its bounds, its precision, its marks and the days that are sure."""
    days = tuple(map(dt.date.fromisoformat, sure.split())) or None
    expected = Date(text, day(earliest), day(latest), precision, approximate, days)  # type: ignore[arg-type]
    assert parse_date(text) == expected
    assert str(parse_date(text)) == text
    assert precision in PRECISIONS


@pytest.mark.parametrize(("text", "reason", "nearest"), BAD)
def test_bad_forms(text: str, reason: str, nearest: str | None) -> None:
    """A wrong form is refused with its value, the reason, a right form and the nearest one."""
    with pytest.raises(DateError, match=reason) as caught:
        parse_date(text)
    (problem,) = caught.value.problems
    assert (problem.value, problem.nearest) == (text, nearest)
    assert problem.expected
    assert "1992-03-02" in problem.expected


@pytest.mark.parametrize("nothing", NOTHING_STATED)
def test_nothing_stated(nothing: str | None) -> None:
    """An empty cell is a date that states nothing, not an error and not a bound."""
    date = parse_date(nothing)
    assert (date.text, date.earliest, date.latest, date.precision) == ("", None, None, "unstated")


def test_pandas_cells() -> None:
    """Cells of a pandas table are read: a missing one states nothing, a Timestamp is a day."""
    pd = pytest.importorskip("pandas")
    assert parse_date(pd.NA) == parse_date(pd.NaT) == parse_date("")
    assert parse_date(pd.Timestamp("1992-03-02 10:00")) == parse_date("1992-03-02")
    assert parse_date(dt.date(1992, 3, 2)) == parse_date("1992-03-02")


@pytest.mark.parametrize("value", [1992, 1992.0, True, ["1992"], b"1992"])
def test_a_date_is_text(value: object) -> None:
    """A number, or anything else that is not text, is refused with a hint at quotation marks."""
    with pytest.raises(DateError, match="quotation marks"):
        parse_date(value)  # type: ignore[arg-type]


def test_dates_can_be_keys() -> None:
    """A Date is hashable, and equal to another that was read from the same text."""
    assert {parse_date("1992"): 1}[parse_date("1992")] == 1
    assert parse_date(parse_date("1992")) is parse_date("1992")


# --------------------------------------------------------------- comparisons

# Question, strict answer, permissive answer.
COMPARED = [
    # before: between the facts themselves
    (before, "1992", "1993", True, True),
    (before, "1992", "1992", False, True),  # one in spring, one in autumn: possible
    (before, "1992-03-02", "1992-03-02", False, False),
    (before, "1992-03-02", "1992", False, True),
    (before, "1993", "1992", False, False),
    (before, "2015", "2016~", False, True),
    (before, "2014", "2016~", True, True),
    (before, "[..2024]", "2025", True, True),
    (before, "[..2024]", "2023", False, True),  # the one day may be any earlier one
    (before, "../2024", "2023", False, False),  # it lasted into 2024
    (before, "2024/..", "2030", False, True),
    (before, "2023", "2024/..", True, True),
    (before, "2025", "2024/..", False, False),  # it had begun
    (before, "2018-06", "2017/2018", False, False),
    # during: an interval lasted, a day in a range did not
    (during, "2017-06", "2017/2018", True, True),
    (during, "2017-06", "[2017..2018]", False, True),
    (during, "2019", "2017/2018", False, False),
    (during, "2017/2018", "2017", False, False),
    (during, "1992-03-02", "1992", True, True),
    (during, "1992", "1992-03", False, True),
    (during, "1992", "1992", True, True),
    (during, "1995", "199X", True, True),
    (during, "2016", "2016~", False, True),
    (during, "2026-03", "2026-02-27/..", False, True),  # nobody says that it still lasts
    (during, "2026-02-27", "2026-02-27/..", True, True),
    (during, "2026-01", "2026-02-27/..", False, False),
    (during, "1990", "../2024", False, True),
    (during, "2025", "../2024", False, False),
    # overlaps: was it there in that time?
    (overlaps, "2017/2018", "2018", True, True),
    (overlaps, "2017/2018", "2018/2019", True, True),
    (overlaps, "2017/2018", "2018-12-31/2020", True, True),  # both ends are included
    (overlaps, "2018-12-31/2020", "2017/2018", True, True),
    (overlaps, "2017/2018", "2019/2020", False, False),
    (overlaps, "2017/2018", "[2018-03..2018-05]", True, True),
    (overlaps, "2017/2018", "2019", False, False),
    (overlaps, "[2017..2018]", "2018", False, True),
    (overlaps, "2017", "2017", True, True),
    (overlaps, "2017", "2017-06", False, True),
    (overlaps, "2017-06", "2017", True, True),
    (overlaps, "2015/..", "2020", False, True),
    (overlaps, "2015/..", "2015-06", True, True),
    (overlaps, "../2024", "2025", False, False),
    (overlaps, "2016~", "2016", False, True),
]


@pytest.mark.parametrize(("question", "a", "b", "strict", "permissive"), COMPARED)
def test_comparisons(question: Question, a: str, b: str, strict: bool, permissive: bool) -> None:
    """Strict answers are what is certain, permissive ones what is possible."""
    assert (question(a, b), question(a, b, mode="permissive")) == (strict, permissive)


@pytest.mark.parametrize("question", [before, during, overlaps])
@pytest.mark.parametrize("unbound", ["", None, "XXXX-08-29"])
def test_without_bounds_all_is_possible_nothing_certain(
    question: Question, unbound: str | None
) -> None:
    """What is not stated, or recurs, is never strictly anything, and permissively everything."""
    for a, b in [(unbound, "1992"), ("1992", unbound), (unbound, unbound)]:
        assert question(a, b) is False
        assert question(a, b, mode="permissive") is True


@pytest.mark.parametrize("question", [before, during, overlaps])
def test_an_unknown_mode_is_refused(question: Question) -> None:
    """A mode that is not there is refused, with the nearest one."""
    with pytest.raises(UnknownName, match="'permissive'"):
        question("1992", "1993", mode="permisive")


# ---------------------------------------------------------------- properties

ALWAYS = settings(derandomize=True, database=None)

days = st.dates(dt.date(1990, 1, 1), dt.date(1994, 12, 31))
plain = st.builds(lambda date, digits: date.isoformat()[:digits], days, st.sampled_from([4, 7, 10]))
ranges = st.builds(
    lambda form, a, b: form.format(*sorted([a, b])),
    st.sampled_from(["{}/{}", "[{}..{}]", "{}/..", "../{}", "[{}..]", "[..{}]", "{}/", "/{}"]),
    plain,
    plain,
)
about = st.builds(lambda date, mark: f"{date.year}{mark}", days, st.sampled_from("~?"))
texts = st.one_of(plain, ranges, about, st.sampled_from(["", "199X", "XXXX-08-29", "1992-21"]))
questions = st.sampled_from([before, during, overlaps])


def by_edtf(text: str) -> tuple[dt.date | None, dt.date | None]:
    """Ask python-edtf itself for the bounds."""
    from edtf import parse_edtf

    parsed = parse_edtf(text)
    bounds = (parsed.lower_fuzzy(), parsed.upper_fuzzy())
    lower, upper = (None if isinstance(b, float) else dt.date(*b[:3]) for b in bounds)
    return lower, upper


@ALWAYS
@given(st.one_of(plain, ranges, about))
def test_the_short_cut_equals_edtf(text: str) -> None:
    """Forms that are read without python-edtf have the bounds that python-edtf gives."""
    quick = read_quickly(text)
    assume(quick is not None)  # a range whose end is before its start
    # EDTF has [1990..1994-01]; python-edtf refuses ends that are not equally precise.
    assume(text[0] != "[" or len({end.count("-") for end in text[1:-1].split("..") if end}) == 1)
    assert quick is not None
    lower, upper = by_edtf(text)
    # For an end that is unknown python-edtf takes ten years; nobody stated them.
    lower, upper = (None if text[0] == "/" else lower, None if text[-1] == "/" else upper)
    assert (quick.earliest, quick.latest) == (lower, upper)


@ALWAYS
@given(st.integers(0, 99), st.integers(0, 99))
def test_the_short_cut_accepts_no_more_than_edtf(month: int, number: int) -> None:
    """Every form that is read without python-edtf is one that python-edtf accepts, too."""
    for text in (
        f"XXXX-{month:02}-{number:02}",
        f"1992-{month:02}-{number:02}",
        f"1992-{month:02}",
    ):
        if read_quickly(text):
            from edtf import parse_edtf

            parse_edtf(text)


@ALWAYS
@given(st.one_of(st.text(), st.text("0123456789X-/.[]{}~?%,TYESZ: "), texts.map(lambda t: t + "-")))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    """No text whatever raises anything but a DateError; what it suggests can be read."""
    try:
        date = parse_date(text)
    except DateError as error:
        (problem,) = error.problems
        assert problem.nearest is None or parse_date(problem.nearest)
    else:
        assert date.earliest is None or date.latest is None or date.earliest <= date.latest


@ALWAYS
@given(questions, texts, texts)
def test_strict_implies_permissive(question: Question, a: str, b: str) -> None:
    """What is certain is possible."""
    assert not question(a, b) or question(a, b, mode="permissive")


@ALWAYS
@given(texts, texts, texts)
def test_strictly_before_is_an_order(a: str, b: str, c: str) -> None:
    """Strictly before is irreflexive and transitive, hence never true both ways."""
    assert not before(a, a)
    assert not (before(a, b) and before(b, a))
    assert before(a, c) or not (before(a, b) and before(b, c))


@ALWAYS
@given(texts, texts)
def test_the_questions_agree_with_one_another(a: str, b: str) -> None:
    """Certainly before excludes a possible overlap; certainly during is certainly overlapping."""
    assert not (before(a, b) and overlaps(a, b, mode="permissive"))
    assert overlaps(a, b) or not during(a, b)
    assert overlaps(a, b, mode="permissive") == overlaps(b, a, mode="permissive")


@st.composite
def histories(draw: st.DrawFn, date: Date, *, asked: bool) -> tuple[dt.date, dt.date]:
    """Draw what may have happened: first and last day of something that the date describes."""
    calendar = date.precision in ("day", "month", "season", "year", "decade", "century")
    if asked and calendar and not date.approximate:
        assert date.earliest
        assert date.latest
        return date.earliest, date.latest
    low = date.earliest or dt.date(1980, 1, 1)
    high = date.latest or dt.date(2010, 1, 1)
    first = draw(st.dates(low, date.sure[0] if date.sure else high))
    return first, draw(st.dates(max(first, date.sure[1]) if date.sure else first, high))


@settings(ALWAYS, max_examples=300)
@given(st.data(), questions, texts, texts)
def test_answers_hold_for_whatever_happened(
    data: st.DataObject, question: Question, a: str, b: str
) -> None:
    """Strictly true is true of every possible course of events; true of one is permissive."""
    first, last = data.draw(histories(parse_date(a), asked=False))
    start, end = data.draw(histories(parse_date(b), asked=question is not before))
    happened = {
        before: last < start,
        during: start <= first and last <= end,
        overlaps: first <= end and start <= last,
    }[question]
    assert happened or not question(a, b)
    assert question(a, b, mode="permissive") or not happened
