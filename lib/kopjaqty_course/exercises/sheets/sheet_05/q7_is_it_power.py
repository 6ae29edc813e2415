"""A text: a sentence from a speech, held against the measures."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Written
from kopjaqty_course.exercises.questions import Question


def reference():
    return (
        "The network cannot bear this sentence. Kazakhstan has the most neighbours, but the five "
        "documents were chosen because they tell of Kazakhstan. What may be said: it is told of "
        "as a host (r0067) and as one who proposes, and most of the network holds together "
        "without it. To speak of influence one would need votes, money, or the words of others."
    )


def shorter():
    return (
        "Central in the sources is not influential in the world. The lines say who is told of "
        "together with whom: r0067 names a host of UN units, not a power. Without Kazakhstan "
        "most nodes still hang together by betweenness or any measure, and no document of another "
        "capital is among the five."
    )


QUESTION = Question(
    title=N_("A sentence for a speech"),
    task=N_(
        "A speech writer asks you to confirm: *Our network analysis proves that Kazakhstan is the "
        "most influential state of the region.* Answer in four to six sentences: what your "
        "measures show, what they cannot show, and which sentence could stand in its place. Cite "
        "at least one row by its id."
    ),
    kind="interpret",
    minutes=8,
    points=4,
    taught=N_("Then who is powerful?"),
    answer=Written(
        rubric=(
            N_("It says how the documents were chosen, and what that does to the ranking."),
            N_("It names a measure, and says what a line was in it."),
            N_("It keeps centrality in the sources and power in the world apart."),
            N_("It offers a weaker sentence that the rows do bear, and cites a row for it."),
            N_("It says what kind of evidence the stronger sentence would need."),
        ),
        least_words=50,
    ),
    reference=reference,
    right=(shorter,),
    wrong=(),
    hints=(
        N_("Read the box about what the data cannot show once more."),
        N_("What remains of the ranking when one document, or Kazakhstan, is left out?"),
        N_("A weaker sentence begins with *In these five documents…*"),
    ),
    meaning=N_("A measure that cannot confirm a sentence has done its work, too."),
)
