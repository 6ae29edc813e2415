"""An order: how dates stand when they are sorted as text."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Order
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(events):
    letters = {
        "hrc_61_segment": "a",
        "un_admission": "b",
        "npt_review_ahead": "c",
        "nuclear_tests_day_kept": "d",
        "unama_moved": "e",
    }
    chosen = events[events["event_id"].isin(letters)].sort_values(["date", "event_id"])
    return chosen["event_id"].map(letters)


def in_one_word():
    return "bdaec"


def as_a_list():
    return ["b", "d", "a", "e", "c"]


def by_time():
    return ["b", "e", "a", "c", "d"]


def by_time_with_the_rest_last():
    return ["b", "e", "c", "a", "d"]


def brackets_first():
    return ["a", "e", "c", "b", "d"]


def dots_last():
    return ["b", "d", "e", "c", "a"]


def letters_last():
    return ["b", "a", "e", "c", "d"]


QUESTION = Question(
    title=N_("What a sort does to dates"),
    task=N_(
        "Each of these events has a date in the column `date`; run the cell to see them as they "
        'are written. A colleague sorts the table: `events.sort_values(["date", "event_id"])`. '
        "Put the letters in the order that comes out. **Predict**: don't run the sort before you "
        "have written yours."
    ),
    kind="predict",
    minutes=5,
    points=2,
    taught=N_("On what day was it?"),
    answer=Order(
        items={
            "a": N_("the high-level segment of the Human Rights Council (`hrc_61_segment`)"),
            "b": N_("Kazakhstan's admission to the United Nations (`un_admission`)"),
            "c": N_("the review of the Non-Proliferation Treaty ahead (`npt_review_ahead`)"),
            "d": N_("the day against nuclear tests, every year (`nuclear_tests_day_kept`)"),
            "e": N_("the UN mission in Afghanistan moves its staff (`unama_moved`)"),
        }
    ),
    reference=reference,
    right=(as_a_list, in_one_word),
    wrong=(
        Wrong(
            "sorted by what the dates mean",
            by_time,
            N_(
                "You sorted as a historian would, by what the dates **mean**. pandas is shown only "
                "text, and compares it character by character. With which character does each "
                "of the dates begin?"
            ),
        ),
        Wrong(
            "sorted by the first possible day",
            by_time_with_the_rest_last,
            N_(
                'Your list, {answer}, is what `sort_values(["date_earliest", "event_id"])` gives, '
                "with the two that have no first possible day at the end. The colleague sorted by "
                "`date`, which is text. Look at the first character of each."
            ),
        ),
        Wrong(
            "brackets before digits",
            brackets_first,
            N_(
                "You let the brackets come first. In the lesson a document whose date begins with "
                "a bracket came out at the other end. Where, then, does a bracket stand beside "
                "a digit?"
            ),
        ),
        Wrong(
            "a dot after a digit",
            dots_last,
            N_(
                "The beginning is right. But three dates begin with the same bracket, so the "
                "second character decides, and you put the dot of `[..` behind the digits. "
                'Try `"." < "2"` in a cell.'
            ),
        ),
        Wrong(
            "letters after brackets",
            letters_last,
            N_(
                "You put the date that begins with an X behind the brackets. In the order of "
                'characters the capital letters stand before them. Try `"X" < "["` in a cell.'
            ),
        ),
    ),
    hints=(
        N_("The lesson sorted the documents by `date` once. Which came last, and why?"),
        N_(
            "Text is sorted by its first character, where that is the same by its second, and so "
            "on: digits stand before capital letters, and these before the square bracket."
        ),
        N_(
            "So the digit comes first, then the X, then the three brackets; among these, the dot "
            "stands before the digits, and of two years the smaller comes first."
        ),
    ),
    meaning=N_(
        "A day of every year, a meeting on some day before the page, and a conference still ahead "
        "now stand in a row, as if one had followed the other. It is no chronicle: for that, sort "
        "by `date_earliest` and say which events have none."
    ),
    starter="""
        shown = ["hrc_61_segment", "un_admission", "npt_review_ahead"]
        shown += ["nuclear_tests_day_kept", "unama_moved"]
        for event in events[events["event_id"].isin(shown)].itertuples():
            print(event.event_id, event.date)
    """,
)
