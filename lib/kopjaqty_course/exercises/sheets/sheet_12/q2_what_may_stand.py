"""A choice: which sentence its rows can carry."""

from kopjaqty_course.exercises.answers import Choice
from kopjaqty_course.exercises.questions import Question, Wrong, prose


def reference():
    return "d"


def with_bracket():
    return "d)"


def all_in_favour():
    return "a"


def obliges_states():
    return "b"


def was_held():
    return "c"


QUESTION = Question(
    title=prose("Which sentence may stand?"),
    task=prose(
        "A brief on `volunteers_year` rests on the relations `r0112` and `r0113` and on the event "
        "`volunteers_year_2026`. Look them up, with `status` and `date`. Which sentence do these "
        "rows carry?"
    ),
    kind="read",
    minutes=4,
    points=1,
    taught=prose("What may I write?"),
    answer=Choice(
        options={
            "a": prose("All members of the UN were in favour of the volunteers' year."),
            "b": prose("Since the Assembly adopted it, states are bound to hold the year."),
            "c": prose("The volunteers' year was held, as Kazakhstan had proposed."),
            "d": prose(
                "By the day of the interview Kazakhstan had proposed the year, and the General "
                "Assembly had adopted it."
            ),
        }
    ),
    reference=reference,
    right=(with_bracket,),
    wrong=(
        Wrong(
            "adopted taken for unanimous",
            all_in_favour,
            prose(
                "You chose {answer}. The row says that the Assembly adopted it. Who voted, or "
                "whether there was a vote at all, stands in none of these rows."
            ),
        ),
        Wrong(
            "a resolution taken for an obligation",
            obliges_states,
            prose(
                "You chose {answer}. What is a resolution of the Assembly to a state: an order, or "
                "a wish of the members? The lesson tells."
            ),
        ),
        Wrong(
            "planned taken for happened",
            was_held,
            prose(
                "You chose {answer}. Look at the `status` of `volunteers_year_2026`: on the day of "
                "the document it lay ahead."
            ),
        ),
    ),
    hints=(
        prose("Read each sentence with a pencil: which row carries this word, and which that?"),
        prose("Look at the verbs of the two relations, and at the status of the event."),
        prose("The right one has *by* in it, and no word about votes, duties or what came later."),
    ),
    meaning=prose(
        "Proposed, adopted, planned: the sentence stops where its rows stop. It can be longer as "
        "soon as another source is set beside it, under a heading of its own."
    ),
)
