"""A prediction: what a coarser list of codes does to agreement."""

from kopjaqty_course.exercises.answers import Choice
from kopjaqty_course.exercises.questions import Question, Wrong, prose


def reference():
    return "c"


def with_capital():
    return "C"


def kappa_must_rise():
    return "a"


def chance_falls():
    return "b"


def nothing_moves():
    return "d"


QUESTION = Question(
    title=prose("Two topics made one"),
    task=prose(
        "`disarmament` and `war_and_peace` lie close together, says somebody, and proposes to make "
        "them **one** topic, in both codings of the lesson: the program's and the record's. "
        "**Predict**, before you compute anything: what is certain?"
    ),
    kind="predict",
    minutes=3,
    points=1,
    taught=prose("Would you code it as the record does?"),
    answer=Choice(
        options={
            "a": prose("κ rises."),
            "b": prose("The agreement to be expected by chance falls."),
            "c": prose("The share of equal codes rises, or stays as it is."),
            "d": prose("Neither the share of equal codes nor κ can change."),
        }
    ),
    reference=reference,
    right=(with_capital,),
    wrong=(
        Wrong(
            "the share of equal codes taken for kappa",
            kappa_must_rise,
            prose(
                "You chose {answer}. More codes may be equal, and more will be equal by chance, "
                "too. κ sets one against the other: which of them grows faster is not certain."
            ),
        ),
        Wrong(
            "fewer codes, less luck",
            chance_falls,
            prose(
                "You chose {answer}. Think of the fewest codes there can be, a single one for "
                "everything: how often would two blind coders agree then?"
            ),
        ),
        Wrong(
            "names of codes taken for mere labels",
            nothing_moves,
            prose(
                "You chose {answer}. That would hold if a topic only got another *name*. Here two "
                "topics become one that is used more often than either was. Which of the numbers "
                "in κ is made of how often codes are used?"
            ),
        ),
    ),
    hints=(
        prose("Ask it of one passage at a time: what can the merger do to it?"),
        prose("Codes that were equal stay equal. Some that differed may become equal. And chance?"),
        prose(
            "The share of equal codes can move one way only, and so can the share by chance. Which "
            "way? And what does that leave open for κ?"
        ),
    ),
    meaning=prose(
        "Do it with the two codings of the lesson: the share of equal codes stays as it is, for "
        "the program never took one of these topics for the other; but chance grows, and κ falls. "
        "A coarser list of codes is not yet a better one."
    ),
)
