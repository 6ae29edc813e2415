"""A prediction: what a coarser list of codes does to agreement."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Choice
from kopjaqty_course.exercises.questions import Question, Wrong


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
    title=N_("Two topics made one"),
    task=N_(
        "`disarmament` and `war_and_peace` lie close together, says somebody, and proposes to make "
        "them **one** topic, in both codings of the lesson: the program's and the record's. "
        "**Predict**, before you compute anything: what is certain?"
    ),
    kind="predict",
    minutes=3,
    points=1,
    taught=N_("Would you code it as the record does?"),
    answer=Choice(
        options={
            "a": N_("κ rises."),
            "b": N_("The agreement to be expected by chance falls."),
            "c": N_("The share of equal codes rises, or stays as it is."),
            "d": N_("Neither the share of equal codes nor κ can change."),
        }
    ),
    reference=reference,
    right=(with_capital,),
    wrong=(
        Wrong(
            "the share of equal codes taken for kappa",
            kappa_must_rise,
            N_(
                "You chose {answer}. More codes may be equal, and more will be equal by chance, "
                "too. κ sets one against the other: which of them grows faster is not certain."
            ),
        ),
        Wrong(
            "fewer codes, less luck",
            chance_falls,
            N_(
                "You chose {answer}. Think of the fewest codes there can be, a single one for "
                "everything: how often would two blind coders agree then?"
            ),
        ),
        Wrong(
            "names of codes taken for mere labels",
            nothing_moves,
            N_(
                "You chose {answer}. That would hold if a topic only got another *name*. Here two "
                "topics become one that is used more often than either was. Which of the numbers "
                "in κ is made of how often codes are used?"
            ),
        ),
    ),
    hints=(
        N_("Ask it of one passage at a time: what can the merger do to it?"),
        N_("Codes that were equal stay equal. Some that differed may become equal. And chance?"),
        N_(
            "The share of equal codes can move one way only, and so can the share by chance. Which "
            "way? And what does that leave open for κ?"
        ),
    ),
    meaning=N_(
        "Do it with the two codings of the lesson: the share of equal codes stays as it is, for "
        "the program never took one of these topics for the other; but chance grows, and κ falls. "
        "A coarser list of codes is not yet a better one."
    ),
)
