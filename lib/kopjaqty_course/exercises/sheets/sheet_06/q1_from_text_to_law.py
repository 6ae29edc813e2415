"""An order: the steps of a treaty, for the world and for one state."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Order
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return ["d", "b", "e", "a", "c"]


def as_a_word():
    return "dbeac"


def backwards():
    return ["c", "a", "e", "b", "d"]


def deposit_before_the_law():
    return ["d", "b", "a", "e", "c"]


def in_force_when_signed():
    return ["d", "b", "c", "e", "a"]


def law_before_signature():
    return ["d", "e", "b", "a", "c"]


def signed_before_there_is_a_text():
    return ["b", "d", "e", "a", "c"]


def force_before_the_deposit():
    return ["d", "b", "e", "c", "a"]


QUESTION = Question(
    title=N_("From a text to law"),
    task=N_(
        "A treaty that needs so and so many ratifications becomes law in steps. One state signs "
        "and ratifies among the first. **Predict** the order, from the first step to the last."
    ),
    kind="predict",
    minutes=4,
    points=2,
    taught=N_("Which treaties are named, and what do they forbid?"),
    answer=Order(
        items={
            "a": N_("The state deposits its instrument of ratification."),
            "b": N_("The state's representative signs."),
            "c": N_("Enough states have deposited theirs: the treaty enters into force."),
            "d": N_("The text is adopted and opened for signature."),
            "e": N_("The state's parliament passes the law that ratifies."),
        }
    ),
    reference=reference,
    right=(as_a_word,),
    wrong=(
        Wrong(
            "turned round",
            backwards,
            N_("Your list, {answer}, begins with the end: a text comes before its force."),
        ),
        Wrong(
            "the deposit before the law",
            deposit_before_the_law,
            N_(
                "In {answer} the paper is handed in before there is a law that it could tell of. "
                "Which of the two happens at home, and which between states?"
            ),
        ),
        Wrong(
            "a signature taken for force",
            in_force_when_signed,
            N_(
                "In {answer} the treaty is law as soon as it is signed. Here a signature only "
                "says that a state means to join, and must not defeat its purpose meanwhile. What "
                "binds comes later."
            ),
        ),
        Wrong(
            "a law before the signature",
            law_before_signature,
            N_(
                "In {answer} parliament ratifies what nobody has signed yet. What does a "
                "government bring home for parliament to ratify?"
            ),
        ),
        Wrong(
            "a signature before the text",
            signed_before_there_is_a_text,
            N_(
                "In {answer} the state signs before the text is there. Who has to agree on the "
                "words first?"
            ),
        ),
        Wrong(
            "in force before the deposit",
            force_before_the_deposit,
            N_(
                "In {answer} the treaty enters into force before this state has handed in its "
                "paper. Read the task again: is this state among the first, or does it join later?"
            ),
        ),
    ),
    hints=(
        N_("Separate what the state does at home from what it does towards others."),
        N_("The text comes first. Force comes last, for it needs several states."),
        N_("In between: the pen, the law at home, the paper handed to the treaty's keeper."),
    ),
    meaning=N_(
        "Adopted, signed, ratified, deposited, in force: five days, sometimes decades apart. A "
        "sentence with *since* in it has to say since which of them."
    ),
)
