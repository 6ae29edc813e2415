"""A choice: what a sum and a mean do when empty cells are filled with zero."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Choice
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return "b"


def with_capital():
    return "B)"


def nothing_changes():
    return "a"


def both_fall():
    return "c"


def both_become_nan():
    return "d"


QUESTION = Question(
    title=N_("A zero for every gap"),
    task=N_(
        "`people` is a column (Series) with a row for each mission to which people were sent. One "
        "number is stated, the other cells are empty. A colleague finds the gaps ugly and fills "
        "them: `people.fillna(0)`. **Predict**, without running it: what becomes of the **sum** "
        "and of the **mean** that pandas gives, compared with before?"
    ),
    kind="predict",
    minutes=2,
    points=1,
    taught=N_("And those that nobody counted?"),
    answer=Choice(
        options={
            "a": N_("Both stay as they were: a zero adds nothing."),
            "b": N_("The sum stays as it was, the mean falls."),
            "c": N_("Both fall."),
            "d": N_("Both become `nan`, not known."),
        }
    ),
    reference=reference,
    right=(with_capital,),
    wrong=(
        Wrong(
            "empty counted as zero",
            nothing_changes,
            N_(
                "You chose {answer}. A zero adds nothing, true; but a mean also divides. By how "
                "many rows does pandas divide as long as cells are empty, and by how many after?"
            ),
        ),
        Wrong(
            "a sum that falls by adding nothing",
            both_fall,
            N_(
                "You chose {answer}. By default pandas passes over empty cells when it adds up. "
                "What is added to the sum when each of them becomes 0?"
            ),
        ),
        Wrong(
            "filled taken for skipna=False",
            both_become_nan,
            N_(
                "You chose {answer}. That is what `skipna=False` does as long as cells *are* "
                "empty. After `fillna(0)` none is."
            ),
        ),
    ),
    hints=(
        N_("The lesson adds up such a column in two ways. Which of them passes over gaps?"),
        N_("A mean is a sum divided by a number of rows: think of both parts."),
        N_("Nothing is added to the sum. But now more rows count as known."),
    ),
    meaning=N_(
        "The sum looks the same and is no better. The mean becomes a finding that nobody made: so "
        "many peacekeepers a mission, on the average, where most missions were never counted."
    ),
)
