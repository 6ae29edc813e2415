"""A text: what hosting brings and what it costs, for a ministry of finance."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Written
from kopjaqty_course.exercises.questions import Question


def reference():
    return (
        "The question cannot be answered with these documents, and I would say so first. They "
        "tell of three sorts of hosting: a seat for the UN's units in Almaty (r0067), a meeting, "
        "the ecological summit, which is only planned (r0109), and a roof for others, such as "
        "UNAMA's staff (r0155). Of the gain we read in p041 and p037, in the words of "
        "Kazakhstan's own ambassador, and in p116 in those of a deputy foreign minister; no "
        "guest and no neighbour says it. Of the price there is nothing: none of the rows in "
        "quantities has a unit of money. Before I advise you I would ask for the host country "
        "agreement itself, and for your own ministry's budget of the building."
    )


def shorter():
    return (
        "In these five documents the gain of hosting is claimed by the host: p041 is the "
        "ambassador's word on the common roof, which r0065 states as a fact. That is a seat; the "
        "summit of r0109 would be a meeting, and it is planned, not held. Nobody names a price, "
        "and quantities has no money in it, which does not mean that it costs nothing. Please ask "
        "for the agreement, and for a report by the UN itself."
    )


QUESTION = Question(
    title=N_("Is it worth its price?"),
    task=N_(
        "The ministry of finance asks: *the documents show that hosting the UN pays. May we write "
        "that?* Answer in four to six sentences: what Kazakhstan hosts according to the rows, and "
        "which of it lies ahead; what is said of the gain, and by whom; what of the price; which "
        "paper you would ask for next. Cite the rows on which you rest it by their ids. The tables "
        "`relations`, `positions` and `quantities` have what you need."
    ),
    kind="interpret",
    minutes=7,
    points=3,
    taught=N_("What does it mean to host?"),
    answer=Written(
        rubric=(
            N_("It tells a seat, a meeting and a roof for others apart, and cites rows."),
            N_("It says which of them is planned and not stated as a fact."),
            N_("It names who claims the gain, and that guests and neighbours are not heard."),
            N_("It says that no price is stated, and does not take that for *no price*."),
            N_("It names a source that would show the price, and promises nothing beyond rows."),
        ),
        least_words=50,
    ),
    reference=reference,
    right=(shorter,),
    wrong=(),
    hints=(
        N_("Three tables: what is hosted, who says what it brings, what is counted."),
        N_(
            'Look at the relations whose `predicate` is `"hosts"` or `"organizes"`, at their '
            "`status`, and at the claims in `positions` with the words *under one roof*, with "
            "their `speaker_id`."
        ),
        N_(
            "Begin like this: *According to the rows, Kazakhstan hosts … (r…), and … is planned. "
            "That it pays is said by …; of the price …; I would ask for …*"
        ),
    ),
    meaning=N_(
        "A gain told by the host and a price told by nobody are no weighing. The honest note "
        "to a ministry says what is missing, and where it can be had."
    ),
    starter="""
        relations, positions = kq.load("relations"), kq.load("positions")
        quantities = kq.load("quantities")
    """,
)
