"""A text: the network around CICA, told to somebody who does not see it."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Written
from kopjaqty_course.exercises.questions import Question


def reference():
    return (
        "The network around CICA is nearly a star: each neighbour is tied to CICA, and a single "
        "line joins two neighbours: Kazakhstan has proposed an improvement of it (r0262), which "
        "is to strengthen it (r0263). Kazakhstan has two arrows towards CICA itself: it proposed "
        "CICA (r0133) and contributes to it (r0139). From CICA, arrows lead to the session "
        "of the General Assembly at which it was put forward (r0134), to Asia, where it works "
        "(r0138), and to the OSCE, to which one document likens it (r0135); a likeness is no tie. "
        "A summit is a session of it (r0012). Not one line says who is a member, although a row "
        "counts the member states (q018): the missing lines are the documents' silence. Most of "
        "it is told by one newspaper article, from Kazakhstan's side."
    )


def shorter():
    return (
        "CICA stands in the middle, tied by r0134 to a session of the Assembly and by r0138 to "
        "Asia. Kazakhstan alone acts on it, as proposer (r0133) and contributor (r0139), since the "
        "authors write from its side. Other states are not drawn at all. They are not denied; "
        "nobody here tells of them."
    )


QUESTION = Question(
    title=N_("A picture in words"),
    task=N_(
        """
        Draw the ego network of CICA:

        ```python
        kq.draw_network(kq.ego_network(network, "cica"), focus="cica")
        ```

        Then describe it in a few sentences to a reader who does not see it: what shape it has,
        who acts on whom and with which predicate, and what one would expect to see and does not.
        Name rows by their ids (the keys of the edges). Perhaps a row of
        `kq.load("quantities")` helps.
        """
    ),
    kind="interpret",
    minutes=8,
    points=4,
    taught=N_("What surrounds Kazakhstan?"),
    answer=Written(
        rubric=(
            N_("It tells the shape: what is in the middle, and whether neighbours are tied"),
            N_("It names claims by predicate and direction, each with the id of its row"),
            N_("It names what is missing, and does not take it for a denial"),
            N_("It says who tells all this, and claims no more than the rows do"),
        ),
        least_words=45,
    ),
    reference=reference,
    right=(shorter,),
    wrong=(),
    hints=(
        N_("List the edges first: `ego.edges(keys=True, data=True)`. Who is the subject?"),
        N_("Is there an edge that does not touch CICA? From this you know the shape."),
        N_(
            "Think of what you know of a forum of states: which predicate would you expect here "
            "more than any other? Look for it, and look who is counted in `quantities`."
        ),
    ),
    meaning="",
)
