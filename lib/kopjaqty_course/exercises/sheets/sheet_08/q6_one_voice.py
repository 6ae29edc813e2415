"""A text: whether Central Asia speaks with one voice, and what may be written instead."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Written
from kopjaqty_course.exercises.questions import Question


def reference():
    return (
        "I would not print it as it stands. States that act together are in one document only, "
        "the report on the meeting in Almaty: there they take part in the latest of the annual "
        "meetings of deputy foreign ministers (r0206, r0014) and in the presidents' meeting "
        "(r0212). A report of a meeting needs somebody who met; without it the place is left and "
        "the actor is gone. Its common sentences, such as p136, are told by the hosts, and no "
        "document comes from the four other capitals. Nor do the states remember one past: "
        "zone_and_centre_credit shows two claims to one idea. What may stand: according to a "
        "report by Kazakhstan's ministry, the states of Central Asia meet every year at the level "
        "of deputy ministers (r0206) and call for deeper integration (p136)."
    )


def shorter():
    return (
        "One voice, yes, but whose? Only the Almaty report knows the states as an actor (r0206, "
        "r0212), and Kazakhstan's ministry tells it (r0223). The other four have no document of "
        "their own among the five. Write: *In a report by Kazakhstan's ministry the states of the "
        "region speak together on Afghanistan (p120).* For more one would need the readouts of the "
        "other four, and what they did not agree upon."
    )


QUESTION = Question(
    title=N_("One voice?"),
    task=N_(
        "A think tank wants to begin its paper with: *Central Asia has learnt to speak with one "
        "voice.* Answer in four to six sentences. What in our data speaks for it, and in how many "
        "documents? Who tells it? Whose voices are missing? Which sentence could stand instead? "
        "Look at the relations of `central_asian_states` and at `deputy_ministers_meetings`, and "
        "cite rows by their ids."
    ),
    kind="interpret",
    minutes=7,
    points=3,
    taught=N_("Do the documents see the same region?"),
    answer=Written(
        rubric=(
            N_("It tells the region as a place from the region as an actor."),
            N_("It says in how many documents, and of which kind, the actor appears."),
            N_("It says who tells it, and whose voices are missing."),
            N_("It does not take a meeting, a wish or a proposal for something that binds."),
            N_("It offers a sentence that the rows bear, with its source, and cites rows."),
        ),
        least_words=45,
    ),
    reference=reference,
    right=(shorter,),
    wrong=(),
    hints=(
        N_("Which of the two things that stand for the region has arrows of its own?"),
        N_(
            'Filter `kq.load("relations")` by the subject `"central_asian_states"`, and look in '
            "`evidence` for the documents of these rows."
        ),
        N_("A sentence that stands begins with whose report it is, and of what day."),
    ),
    meaning=N_(
        "A region in a communiqué may be a wish, and wishes are worth noting: with whose they are."
    ),
)
