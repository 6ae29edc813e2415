"""A choice: what a high betweenness allows one to say."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Choice
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return "d"


def with_capital():
    return "D"


def mediates():
    return "a"


def is_powerful():
    return "b"


def is_well_known():
    return "c"


QUESTION = Question(
    title=N_("What does it mean to stand between?"),
    task=N_(
        "CICA has few neighbours and yet a high betweenness. Which sentence may stand in your "
        "report?"
    ),
    kind="read",
    minutes=3,
    points=1,
    taught=N_("Who stands between others?"),
    answer=Choice(
        options={
            "a": N_("CICA mediates between its neighbours."),
            "b": N_("CICA is one of the most powerful institutions of the region."),
            "c": N_("CICA is the body that these documents name most often."),
            "d": N_("Some things are tied to the rest of these claims only through CICA."),
        }
    ),
    reference=reference,
    right=(with_capital,),
    wrong=(
        Wrong(
            "a position taken for an act",
            mediates,
            N_(
                "You chose {answer}. To mediate is an act, and a document would have to say it. "
                "Betweenness counts ways in a graph, and quarrels make ways as well."
            ),
        ),
        Wrong(
            "centrality taken for power",
            is_powerful,
            N_(
                "You chose {answer}. Who decides, pays or can refuse is not in these lines. Think "
                "of the permanent members of the Council, and of how they score."
            ),
        ),
        Wrong(
            "betweenness taken for frequency",
            is_well_known,
            N_(
                "You chose {answer}. How often something is named is a count of mentions, and "
                "others are far ahead of CICA in it. Betweenness looks at where its lines lead."
            ),
        ),
    ),
    hints=(
        N_("Remember the row of four nodes, and what stood between what."),
        N_("What lies behind CICA, seen from the rest of the network?"),
        N_("Take the sentence that speaks of claims and ways, not of deeds or rank."),
    ),
    meaning=N_(
        "To be between is cheap if behind you is a dead end. It is a sentence about this graph; "
        "to get from there to CICA's work you have to open the passages."
    ),
)
