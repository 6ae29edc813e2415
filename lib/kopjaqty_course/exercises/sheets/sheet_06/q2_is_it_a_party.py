"""A choice: what a missing row allows one to write."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Choice
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return "b"


def with_bracket():
    return "b)"


def missing_is_no():
    return "a"


def another_treaty():
    return "c"


def record_for_document():
    return "d"


QUESTION = Question(
    title=N_("A treaty without a row"),
    task=N_(
        "In the tables no relation `party_to` leads from Kazakhstan to the NPT. You write a "
        "footnote **about the five documents**. Which one is true?"
    ),
    kind="read",
    minutes=3,
    points=1,
    taught=N_("Which treaties are named, and what do they forbid?"),
    answer=Choice(
        options={
            "a": N_("By these documents, Kazakhstan is not a party to the NPT."),
            "b": N_("These documents do not state whether Kazakhstan is a party to the NPT."),
            "c": N_("By these documents, Kazakhstan has ratified the NPT."),
            "d": N_("By these documents, Kazakhstan joined the NPT soon after independence."),
        }
    ),
    reference=reference,
    right=(with_bracket,),
    wrong=(
        Wrong(
            "missing taken for no",
            missing_is_no,
            N_(
                "You chose {answer}. No document denies it; none says it. Is a thing untrue "
                "because five texts are silent about it?"
            ),
        ),
        Wrong(
            "one treaty taken for another",
            another_treaty,
            N_(
                "You chose {answer}. There is one relation `party_to` with a treaty: look which "
                "treaty it is, and to what its year belongs."
            ),
        ),
        Wrong(
            "the record taken for the documents",
            record_for_document,
            N_(
                "You chose {answer}. It is so, and it is the public record that says it. Your "
                "footnote is about the documents: who of them says so?"
            ),
        ),
    ),
    hints=(
        N_("Three things can be said of a claim: stated, denied, not stated."),
        N_("What did the lesson say about lists made from what goes without saying?"),
        N_("An empty cell is *not stated*, and a missing row is one, too."),
    ),
    meaning=N_(
        "What goes without saying is not said. Put the public record beside it, with its own "
        "source, and never into the documents' mouth."
    ),
)
