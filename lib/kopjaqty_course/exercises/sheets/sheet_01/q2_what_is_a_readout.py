"""A choice: what a readout is good evidence of."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Choice
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return "c"


def with_capital():
    return "C"


def neutral_minutes():
    return "a"


def all_sides_agree():
    return "b"


def nothing_at_all():
    return "d"


QUESTION = Question(
    title=N_("What a readout is good for"),
    task=N_(
        "The report from Almaty is a **readout**: the press service of one ministry tells of a "
        "meeting with others. Which sentence may you write on the strength of it alone?"
    ),
    kind="read",
    minutes=3,
    points=1,
    taught=N_("What is an interview, a readout, a repost?"),
    answer=Choice(
        options={
            "a": N_("The deputy ministers of all five states said the following."),
            "b": N_("All participants agree with every point of the report."),
            "c": N_("The host wishes it to be known that the following was said."),
            "d": N_("The meeting may not have taken place at all."),
        }
    ),
    reference=reference,
    right=(with_capital,),
    wrong=(
        Wrong(
            "a readout taken for minutes",
            neutral_minutes,
            N_(
                "You chose {answer}. A readout is no shorthand record: four of the five states "
                "have no voice of their own in it. Who wrote it?"
            ),
        ),
        Wrong(
            "silence taken for consent",
            all_sides_agree,
            N_(
                "You chose {answer}. That the others are reported as agreeing is the host's word. "
                "Their own readouts may put the weight elsewhere."
            ),
        ),
        Wrong(
            "doubt carried too far",
            nothing_at_all,
            N_(
                "You chose {answer}. One-sided is not invented: a ministry that reports a meeting "
                "with named guests can be held to it. Ask what it leaves out instead."
            ),
        ),
    ),
    hints=(
        N_("Go back to the section on genres: who writes a readout, and for whom?"),
        N_("Strike out what would need a second source, from another capital."),
        N_("One sentence claims only what the publisher itself does by publishing."),
    ),
    meaning=N_(
        "A readout is first-rate evidence of what one side wants on the record. For what the "
        "others said you would want their readouts too."
    ),
)
