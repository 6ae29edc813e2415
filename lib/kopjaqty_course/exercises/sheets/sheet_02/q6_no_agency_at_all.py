"""A text: what a zero in a table of kinds does and does not say."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Written
from kopjaqty_course.exercises.questions import Question


def reference():
    return (
        "Dear colleagues, please do not print that zero as a fact about Kazakhstan. The column "
        "kind counts what five documents name, and they name no agency one by one; the zero is "
        "theirs. They do speak of the agencies together: un_agencies_kazakhstan is a group, it is "
        "part of the UN (r0027) and located in Kazakhstan (r0063), and q023 gives a number for it "
        "as of the article's day. Don't add q011 to it: that one counts un_units_almaty, the units "
        "in one building, and agencies_27_and_18 explains that the two count different things. "
        "And don't fill the gap with iabs. It is called an agency, but its kind is initiative, "
        "and r0103 and r0104 tell that it is proposed and endorsed, not that it has been set up. "
        "For names we need a list from the UN's office in the country."
    )


def shorter():
    return (
        "The zero says that our five documents mention no single agency by its name, nothing "
        "more. As a group they are there: un_agencies_kazakhstan, with the number in q023 and its "
        "date. The row agencies_27_and_18 warns against mixing it with the units in UN Plaza. "
        "iabs is only a proposal (r0103), whatever its name says. Names I would ask of the UN "
        "itself, for instance from its office in Kazakhstan."
    )


QUESTION = Question(
    title=N_("No agency at all?"),
    task=N_(
        "A ministry desk has counted `entities` by `kind` and found a zero for `agency`. It wants "
        "to print: *there are no UN agencies in Kazakhstan; the first will be the International "
        "Agency for Biological Safety.* Look up `un_agencies_kazakhstan`, `un_units_almaty` and "
        "`iabs` in `entities`, `relations` and `quantities`, and what `discrepancies` says of "
        "them. Then write the desk a short reply **in your own words**: what the zero means, what "
        "our sources do say and of what day, what the name of the new body hides, and where you "
        "would ask. Name the rows on which you rest it, by their ids."
    ),
    kind="interpret",
    minutes=8,
    points=3,
    taught=N_("What is an organ, and what is an agency?"),
    answer=Written(
        rubric=(
            N_("It says that the zero counts what the documents name, and not the world."),
            N_("It finds the agencies as a group, with a number, what it counts and its day."),
            N_("It does not add up, or mix up, agencies in a country and units in a house."),
            N_("It tells a proposed body from one that exists, whatever its name is."),
            N_("It cites rows by their ids, and says which source would have the names."),
        ),
        least_words=50,
    ),
    reference=reference,
    right=(shorter,),
    wrong=(),
    hints=(
        N_("The lesson says in bold letters what a zero is a count of."),
        N_(
            'Filter `relations` for rows whose subject is `"un_agencies_kazakhstan"` or whose '
            'object is `"iabs"`, and `quantities` by `about_id`; look at `as_of` there.'
        ),
        N_(
            "Four sentences will do: the zero means …; the agencies are there as …, in …, as of …; "
            "this is not to be mixed with …; and `iabs` is of the kind …, because …"
        ),
    ),
    meaning=N_(
        "A table answers what it was asked. Absent from our documents, not named one by one, and "
        "not there in the world are three different answers."
    ),
    starter="""
        relations = kq.load("relations")
        quantities = kq.load("quantities")
        discrepancies = kq.load("discrepancies")
    """,
)
