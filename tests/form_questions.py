"""A question for each sort of answer that has a form, and one that has none.

Tests and the notebooks that they open in a browser read it.
"""

from typing import Any

from kopjaqty_course.exercises.answers import (
    Answer,
    Choice,
    Faded,
    Function,
    Matching,
    Names,
    Number,
    Order,
)
from kopjaqty_course.exercises.answers import Parsons as Lines
from kopjaqty_course.exercises.checking import Checker
from kopjaqty_course.exercises.forms import make_form
from kopjaqty_course.exercises.probes import Inputs
from kopjaqty_course.exercises.questions import Question, Wrong

ANSWERS: dict[str, Answer] = {
    "choice": Choice(
        options={
            "a": "A treaty **binds** once it is signed.",
            "b": "A treaty binds once it is in force: see `status`.",
            "c": "A resolution of the General Assembly binds like a treaty & more.",
        }
    ),
    "order": Order(
        items={
            "a": "The treaty of Semey is signed.",
            "b": "Kazakhstan is admitted to the United Nations.",
            "c": "The test site of Semipalatinsk is closed.",
            "d": "Kazakhstan takes a seat in the Security Council.",
        }
    ),
    "match": Matching(
        left={"un": "the United Nations", "osce": "the OSCE", "cica": "the CICA"},
        right={"1": "Astana", "2": "New York", "3": "Vienna", "4": "a *city* with `code`"},
    ),
    "parsons": Lines(
        returns=Number(),
        lines={
            "a": "    return total",
            "b": "def count_states(entities):",
            "c": '        if kind == "country":',
            "d": "            total = total + 1",
            "e": "        return total",
            "f": '    for kind in entities["kind"]:',
            "g": "    total = 0",
        },
    ),
    "faded": Faded(
        returns=Number(),
        template="""
def count_states(entities):
    kinds = entities["__1__"]
    return (kinds == __2__).sum()
""",
    ),
    "function": Function(returns=Names()),
}
RIGHT: dict[str, Any] = {
    "choice": "b",
    "order": ["c", "b", "a", "d"],
    "match": {"un": "2", "osce": "3", "cica": "1"},
    "parsons": ["b", "g", "f", "c", "d", "a"],
    "faded": {1: "kind", 2: '"country"'},
    "function": len,
}
WRONG: dict[str, Any] = {
    "choice": "c",
    "order": ["b", "c", "a", "d"],
    "match": {"un": "1", "osce": "3", "cica": "2"},
    "parsons": ["b", "g", "f", "c", "d", "e"],
    "faded": {1: "entity_id", 2: '"country"'},
}
FORMS = tuple(WRONG)


def question_of(sort: str, right: Any = None) -> Question:
    """A question whose right answer is the given one, or else the one of RIGHT."""
    right = RIGHT[sort] if right is None else right
    return Question(
        title=f"A question <of the sort> {sort}",
        task="What is asked.",
        kind="read",
        minutes=1,
        points=2,
        taught="A heading",
        answer=ANSWERS[sort],
        reference=lambda: right,
        right=(),
        wrong=(Wrong("the listed one", lambda: WRONG.get(sort), "That is the listed slip."),),
        hints=("Look again.", "Begin so.", "Nearly all."),
        meaning="That is what it means.",
    )


def form(sort: str, language: str = "en", right: Any = None, number: int = 7) -> Any:
    """A question's form."""
    checker = Checker("99", number, question_of(sort, right), Inputs(), {})
    return make_form(checker, language)
