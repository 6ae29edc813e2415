"""A text: two documents on one summit, and what may be written."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Written
from kopjaqty_course.exercises.questions import Question


def reference():
    return (
        "The note summit_planned_or_proposed holds two documents against each other. In the "
        "interview of September 2025 Kazakhstan's ambassador tells the ecological summit as fixed "
        "for 2026, to be held by Kazakhstan and the UN together (r0109, r0110: both planned). The "
        "Geneva page of February 2026, in its own words, counts it among what Kazakhstan has "
        "proposed (r0111). They need not contradict: what is planned may still be called an "
        "initiative, and a summit is both until it meets. Neither says that it was given up, and "
        "neither that it took place. In a table of stages one row hangs on the choice, proposed or "
        "planned; in the network the state and the summit stay tied either way. I would write: *As "
        "of February 2026 the documents tell of a summit planned for that year; none tells that it "
        "was held.*"
    )


def shorter():
    return (
        "Planned (r0109, the ambassador, September 2025) or proposed (r0111, a page on Geneva, "
        "February 2026)? The same thing on different days, and the later text is the weaker. That "
        "can be politeness towards other states, or another hand at the desk; from two sentences "
        "nobody can tell. A count of planned events changes with the choice, a count of ties does "
        "not. To be written: a summit is announced for 2026. To be checked: the host's own page."
    )


QUESTION = Question(
    title=N_("Two documents, one summit"),
    task=N_(
        "Read the note `summit_planned_or_proposed`, and the relations that touch "
        "`ecological_summit`, with their evidence. Write a paragraph for a colleague who must "
        "mention the summit tomorrow: who says what, and on which day? Do the two contradict each "
        "other? What would move if you believed only one? And which sentence may your colleague "
        "say? Cite the rows by their ids."
    ),
    kind="interpret",
    minutes=8,
    points=4,
    taught=N_("Was it true on another day?"),
    answer=Written(
        rubric=(
            N_("Both statements stand there, each with its row, its day and whose words it is."),
            N_("It asks whether they speak of the same thing at the same time, and answers."),
            N_("It names a result that would move, and one that would not."),
            N_("It claims no motive that no row states."),
            N_("Its last sentence can be said aloud, and says no more than the rows do."),
        ),
        least_words=60,
    ),
    reference=reference,
    right=(shorter,),
    wrong=(),
    hints=(
        N_("Three relations touch the summit. Look at their `status`, and at their evidence."),
        N_("Which text is older? What may have happened in between, and what do we know of it?"),
        N_("A safe sentence has a day in it: *As of …, the documents tell of …*"),
    ),
    meaning=N_(
        "Most conflicts of sources end like this one: not with a winner, but with a sentence that "
        "both of them can bear."
    ),
)
