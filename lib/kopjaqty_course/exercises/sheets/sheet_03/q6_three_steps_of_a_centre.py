"""A text: which of three steps came first, and how one knows."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Written
from kopjaqty_course.exercises.questions import Question


def reference():
    return (
        "The agreement between Kazakhstan and the UN was signed some day in the month that its "
        "row names (sdg_centre_agreement_signed). Of the Assembly's endorsement "
        "(sdg_centre_endorsed) and of the opening (sdg_centre_opened) the interview says only "
        "that they were past on the day it was printed. By the strict test none of the three is "
        "certainly before another; by the permissive test every order is possible. I would put "
        "the agreement before the opening, because it sets the centre up in law (r0077). That is "
        "my inference from what an agreement does; no date says it."
    )


def shorter():
    return (
        "Two of the steps, sdg_centre_endorsed and sdg_centre_opened, have no first day: they "
        "happened at the latest when the interview came out. Only sdg_centre_agreement_signed "
        "has a month. Asked strictly, kq.before says False for each pair, so from the dates I "
        "may not write a sequence at all."
    )


QUESTION = Question(
    title=N_("First resolved, then signed, then opened?"),
    task=N_(
        "A colleague wants to write of the UN's SDG centre in Almaty: *first the General Assembly "
        "endorsed it, then the agreement was signed, then it opened.* The three events are "
        "`sdg_centre_endorsed`, `sdg_centre_agreement_signed` and `sdg_centre_opened`. May she? "
        "Look at their dates, ask `kq.before` in both modes, and answer her in a few sentences. "
        "Name the rows that you rest on by their ids."
    ),
    kind="interpret",
    minutes=9,
    points=4,
    taught=N_("Can anything but a date decide?"),
    answer=Written(
        rubric=(
            N_("It says what each of the three dates allows, and which have no first day"),
            N_("It says what is certain and what is only possible, and by which test"),
            N_("It does not take the day of the interview for the day of an event"),
            N_("It gives an order from elsewhere than the dates as an inference, with its ground"),
        ),
        least_words=40,
    ),
    reference=reference,
    right=(shorter,),
    wrong=(),
    hints=(
        N_("Begin with the three rows of `events`: `date`, `date_earliest`, `date_latest`."),
        N_(
            "There are three pairs and two directions each. Is even one of them certain? What "
            "does *up to that day* leave open?"
        ),
        N_(
            "Then ask what an endorsement, an agreement and an opening *do*. The relations have "
            "rows on the agreement. Whatever you infer from there, call it an inference."
        ),
    ),
    meaning="",
)
