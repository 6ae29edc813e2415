"""An order: five events, two of which no date can tell apart."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Order
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return ["d", "b", "e", "a", "c"]


def as_one_text():
    return "dbeac"


def sorted_by_first_day():
    return ["d", "e", "b", "a", "c"]


def newest_first():
    return ["c", "a", "e", "b", "d"]


def day_remembered_for_day_proclaimed():
    return ["d", "c", "b", "e", "a"]


def admission_before_all():
    return ["b", "d", "e", "a", "c"]


def day_before_treaty():
    return ["d", "b", "e", "c", "a"]


def idea_before_all():
    return ["e", "d", "b", "a", "c"]


QUESTION = Question(
    title=N_("An order that no date gives"),
    task=N_(
        "Five steps, from the test site to a treaty and a Day. Look up their dates in `events` "
        "and, where the dates do not decide, what the relations "
        '(`kq.load("relations")`) know of the two. Put the letters in order, the earliest '
        "first."
    ),
    kind="read",
    minutes=5,
    points=2,
    taught=N_("Can anything but a date decide?"),
    answer=Order(
        items={
            "a": N_(
                "The Semipalatinsk Treaty on the nuclear-weapon-free zone (`semey_treaty_founded`)"
            ),
            "b": N_("Kazakhstan is admitted to the UN (`un_admission`)"),
            "c": N_(
                "The General Assembly proclaims the Day against Nuclear Tests "
                "(`nuclear_tests_day_proclaimed`)"
            ),
            "d": N_("The Semipalatinsk test site is closed (`semey_closure`)"),
            "e": N_("Kazakhstan puts forward the idea of CICA (`cica_proposed`)"),
        }
    ),
    reference=reference,
    right=(as_one_text,),
    wrong=(
        Wrong(
            "the order of sorting taken for a stated one",
            sorted_by_first_day,
            N_(
                "This is what sorting by the first possible day gives. It puts e before b only "
                "because a year begins on the first of January. Look among the relations for "
                "the session at which each of the two took place."
            ),
        ),
        Wrong(
            "newest first",
            newest_first,
            N_("All five are in order, but your list begins with the newest. Turn it round."),
        ),
        Wrong(
            "the day remembered taken for the day of the decision",
            day_remembered_for_day_proclaimed,
            N_(
                "You put c right behind d. The Day *remembers* the closing of the test site, and "
                "is kept on its date. When was it proclaimed? Look at the date of c itself."
            ),
        ),
        Wrong(
            "diplomacy thought to begin with the admission",
            admission_before_all,
            N_(
                "You begin with b, the admission. It opens the door of the UN, and yet not "
                "everything began with it: compare its date with that of d."
            ),
        ),
        Wrong(
            "a Day taken for the older of two",
            day_before_treaty,
            N_(
                "You put c before a. Look up both dates: the one has a year, the other a month. "
                "Is the last possible day of one of them before the first of the other?"
            ),
        ),
        Wrong(
            "an idea without a day put before everything",
            idea_before_all,
            N_(
                "You begin with e, the idea of CICA. It has a year and no day, but a year has a "
                "first day too: is that day earlier than the one of d?"
            ),
        ),
    ),
    hints=(
        N_("`events` has the dates. Three of the five can be placed by them alone."),
        N_(
            "Of b and e, strictly neither is before the other. Among the relations, `admitted` and "
            "`put_forward_at` name a session of the General Assembly for each."
        ),
        N_("The regular sessions are numbered, a new one each year: the lower number came first."),
    ),
    meaning=N_(
        "Three of the five places rest on dates, and the order of b and e on the numbers of two "
        "sessions. First the right to speak, then the idea; the treaty and the Day came many "
        "years after the act that they build on."
    ),
)
