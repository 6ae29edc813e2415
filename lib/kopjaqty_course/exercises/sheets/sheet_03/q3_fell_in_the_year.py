"""Counts: how many events certainly, possibly, certainly not fell in a year."""

import kopjaqty as kq
from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Pairs
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(events, year):
    answers = {"certainly": 0, "cannot tell": 0, "certainly not": 0}
    for date in events["date"]:
        if kq.during(date, year):
            answers["certainly"] += 1
        elif kq.during(date, year, mode="permissive"):
            answers["cannot tell"] += 1
        else:
            answers["certainly not"] += 1
    return answers


def by_subtraction(events, year):
    certain = sum(kq.during(date, year) for date in events["date"])
    possible = sum(kq.during(date, year, mode="permissive") for date in events["date"])
    return {
        "certainly": certain,
        "cannot tell": possible - certain,
        "certainly not": len(events) - possible,
    }


def yes_or_no(events, year):
    certain = sum(kq.during(date, year) for date in events["date"])
    return {"certainly": certain, "cannot tell": 0, "certainly not": len(events) - certain}


def wide_question_first(events, year):
    possible = sum(kq.during(date, year, mode="permissive") for date in events["date"])
    return {"certainly": 0, "cannot tell": possible, "certainly not": len(events) - possible}


def counted_twice(events, year):
    certain = sum(kq.during(date, year) for date in events["date"])
    possible = sum(kq.during(date, year, mode="permissive") for date in events["date"])
    return {
        "certainly": certain,
        "cannot tell": possible,
        "certainly not": len(events) - possible,
    }


def modes_swapped(events, year):
    possible = sum(kq.during(date, year, mode="permissive") for date in events["date"])
    return {"certainly": possible, "cannot tell": 0, "certainly not": len(events) - possible}


def certain_ones_in_two(events, year):
    certain = sum(kq.during(date, year) for date in events["date"])
    possible = sum(kq.during(date, year, mode="permissive") for date in events["date"])
    return {
        "certainly": certain,
        "cannot tell": possible,
        "certainly not": len(events) - certain - possible,
    }


def in_part(events, year):
    certain = sum(kq.overlaps(date, year) for date in events["date"])
    possible = sum(kq.overlaps(date, year, mode="permissive") for date in events["date"])
    return {
        "certainly": certain,
        "cannot tell": possible - certain,
        "certainly not": len(events) - possible,
    }


def empty_left_out(events, year):
    dates = events["date"].dropna()
    certain = sum(kq.during(date, year) for date in dates)
    possible = sum(kq.during(date, year, mode="permissive") for date in dates)
    return {
        "certainly": certain,
        "cannot tell": possible - certain,
        "certainly not": len(dates) - possible,
    }


def cases(events):
    """Years in which an event certainly fell, and into which another reaches with a part."""
    first, last = events["date_earliest"].dt.year, events["date_latest"].dt.year
    years = sorted({str(int(year)) for year in first[first == last]})
    found = []
    for year in years:
        whole, part = reference(events, year), in_part(events, year)
        if part["certainly"] > whole["certainly"]:
            found.append({"year": year})
    return found


QUESTION = Question(
    title=N_("Three answers about one year"),
    task=N_(
        "In the lesson you counted three answers to *was it before the admission?* Now the "
        "question is: did it fall, whole, **in the year** that `ex.given(3)` names? Go through "
        "all dates of `events` with `kq.during` and count, as a dict with the keys "
        '`"certainly"`, `"cannot tell"` and `"certainly not"`.'
    ),
    kind="compute",
    minutes=7,
    points=3,
    taught=N_("What happened in the Council years?"),
    answer=Pairs(),
    starter='answers = {"certainly": 0, "cannot tell": 0, "certainly not": 0}',
    reference=reference,
    right=(by_subtraction,),
    wrong=(
        Wrong(
            "only yes or no",
            yes_or_no,
            N_(
                "You give {answer}. Nothing is left open: whatever is not certainly in {year} you "
                "count as certainly not. An event that happened *up to* some later day may have "
                "been in {year}. Ask it the permissive question too."
            ),
        ),
        Wrong(
            "the wide question asked first",
            wide_question_first,
            N_(
                "You give {answer}. Nothing is certain any more: what is certain is possible as "
                "well, so the permissive question catches it if you ask it first. Turn the two "
                "round."
            ),
        ),
        Wrong(
            "possible taken for certain",
            modes_swapped,
            N_(
                "You give {answer}: whatever *may* have been in {year} stands under certainly. "
                "Which `mode` does the first question need, and which the second?"
            ),
        ),
        Wrong(
            "the certain ones among the open ones",
            certain_ones_in_two,
            N_(
                "You give {answer}. What certainly fell in {year} passes the permissive test too: "
                "so it is among those of which one *cannot tell*. Take it out there, for instance "
                "with `elif`."
            ),
        ),
        Wrong(
            "a part taken for the whole",
            in_part,
            N_(
                "You give {answer}. Under certainly stands what has only a part in {year}, since "
                "it began before or went on after it. Did all of it fall in that year? Which "
                "function asks this, and of which date first?"
            ),
        ),
        Wrong(
            "the certain ones counted twice",
            counted_twice,
            N_(
                "You give {answer}, which adds up to more than there are events. What certainly "
                "fell in {year} passes the permissive test too, and you count it in both. Use "
                "`elif` for the second question."
            ),
        ),
        Wrong(
            "empty dates left out",
            empty_left_out,
            N_(
                "You give {answer}, which adds up to less than there are events: the empty dates "
                "are gone. Not stated is no answer *no*. Which of the three is it?"
            ),
        ),
    ),
    hints=(
        N_("The lesson counts three answers in one loop. What changes is the question."),
        N_('`kq.during(date, year)` is strict; with `mode="permissive"` it asks what may be.'),
        N_(
            "In the loop: `if` for the strict question, `elif` for the permissive one, `else` for "
            "the rest; each adds 1 under its key."
        ),
    ),
    meaning=N_(
        "In {year}, {answer}. Who writes that only the certain ones fell in {year} takes the "
        "documents' silence for quiet; the large middle belongs in the sentence."
    ),
    cases=cases,
)
