"""A choice: what two equal dates, each "then or earlier", say about their order."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Choice
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return "c"


def with_capital():
    return "C"


def sense_taken_for_date():
    return "a"


def tests_mixed_up():
    return "b"


def uncertain_taken_for_impossible():
    return "d"


QUESTION = Question(
    title=N_("Sent, and rotated"),
    task=N_(
        """
        The interview tells that Kazakhstan sent its first contingent to the Golan Heights, and
        that this contingent was rotated: fresh soldiers came for those who went home. It gives
        no day for either. So both events bear the same date, *on some day up to the day of the
        interview*. Predict, before you run anything: what do these lines print?

        ```python
        date_of = events.set_index("event_id")["date"]
        sent = date_of["golan_contingent_sent"]
        rotated = date_of["golan_contingent_rotated"]
        print(kq.before(sent, rotated), kq.before(sent, rotated, mode="permissive"))
        ```
        """
    ),
    kind="predict",
    minutes=3,
    points=1,
    taught=N_("Certainly, possibly, or not stated?"),
    answer=Choice(
        options={
            "a": N_("`True True`: only who was sent can be rotated"),
            "b": N_("`True False`"),
            "c": N_("`False True`"),
            "d": N_("`False False`: the dates are the same, so neither was first"),
        }
    ),
    reference=reference,
    right=(with_capital,),
    wrong=(
        Wrong(
            "sense taken for a date",
            sense_taken_for_date,
            N_(
                "You chose {answer}. You are right about the world: soldiers are sent before they "
                "are rotated. But `kq.before` sees two dates and nothing else. What is certain "
                "from them alone?"
            ),
        ),
        Wrong(
            "strict and permissive mixed up",
            tests_mixed_up,
            N_(
                "You chose {answer}. Then something would be certain and yet not possible. Which "
                "of the two tests asks for more, the one without `mode` or the permissive one?"
            ),
        ),
        Wrong(
            "not certain taken for impossible",
            uncertain_taken_for_impossible,
            N_(
                "You chose {answer}. Equal words do not make one day. Each date allows many days: "
                "is there a day for the first that lies before some day for the second?"
            ),
        ),
    ),
    hints=(
        N_("Look at the two rules once more: certainly before, possibly before."),
        N_("The strict rule needs an **earliest** day of the second date. Does it have one?"),
        N_(
            "The first is *certainly* earlier only if no allowed day speaks against it; it is "
            "*possibly* earlier if a single pair of allowed days fits."
        ),
    ),
    meaning=N_(
        "Not certain from the dates, and not excluded by them. That a rotation follows a sending "
        "you know from the words, as you knew an order from the numbers of two sessions. Use it, "
        "and say that you do."
    ),
)
