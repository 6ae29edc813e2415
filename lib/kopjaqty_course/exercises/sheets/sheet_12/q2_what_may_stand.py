"""A choice: which sentence its rows can carry."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Choice
from kopjaqty_course.exercises.questions import Question, Wrong


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
    title=N_("Which sentence may stand?"),
    task=N_(
        "A brief on `volunteers_year` rests on the relations `r0112` and `r0113` and on the event "
        "`volunteers_year_2026`. Look them up, with `status` and `date`. Which sentence do these "
        "rows carry?"
    ),
    kind="read",
    minutes=4,
    points=1,
    taught=N_("What may I write?"),
    answer=Choice(
        options={
            "a": N_("All members of the UN were in favour of the volunteers' year."),
            "b": N_("Since the Assembly adopted it, states are bound to hold the year."),
            "c": N_("The volunteers' year was held, as Kazakhstan had proposed."),
            "d": N_(
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
            N_(
                "You chose {answer}. The row says that the Assembly adopted it. Who voted, or "
                "whether there was a vote at all, stands in none of these rows."
            ),
        ),
        Wrong(
            "a resolution taken for an obligation",
            obliges_states,
            N_(
                "You chose {answer}. What is a resolution of the Assembly to a state: an order, or "
                "a wish of the members? The lesson tells."
            ),
        ),
        Wrong(
            "planned taken for happened",
            was_held,
            N_(
                "You chose {answer}. Look at the `status` of `volunteers_year_2026`: on the day of "
                "the document it lay ahead."
            ),
        ),
    ),
    hints=(
        N_("Read each sentence with a pencil: which row carries this word, and which that?"),
        N_("Look at the verbs of the two relations, and at the status of the event."),
        N_("The right one has *by* in it, and no word about votes, duties or what came later."),
    ),
    meaning=N_(
        "Proposed, adopted, planned: the sentence stops where its rows stop. It can be longer as "
        "soon as another source is set beside it, under a heading of its own."
    ),
)
