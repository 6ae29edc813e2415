"""A text: renounced, proposed, in force, each in a sentence of its own."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Written
from kopjaqty_course.exercises.questions import Question


def reference():
    return (
        "According to the newspaper article, Kazakhstan gave up its nuclear weapons peacefully; it "
        "gives no day (nuclear_renunciation). The essay credits President Nazarbayev with a call "
        "for it, which the tables keep apart as an act of its own (renunciation_proposed). The "
        "agency for biological safety is proposed: the interview says so, while the Geneva page "
        "only says that Kazakhstan supports the idea (iabs_own_or_supported). The Semipalatinsk "
        "Treaty will be twenty years old in 2026 (semey_treaty_20), counted from its signing; "
        "since when it is in force no document says."
    )


def shorter():
    return (
        "Renounced: the weapons, undated (nuclear_renunciation). Proposed: the agency for "
        "biological safety, by one document; supported only, by another (iabs_own_or_supported). "
        "In force, says the public record: the zone's treaty; the documents celebrate "
        "its signing (semey_treaty_founded, semey_treaty_20) and not its force."
    )


QUESTION = Question(
    title=N_("Three sentences for a press note"),
    task=N_(
        "A ministry wants a note for the anniversary of the test site's closing. Write three "
        "sentences or a few more: on something that was **renounced**, something that is "
        "**proposed**, something that is **in force**. Each says who states it and cites a row "
        "by its id; each says of its date what the source says, and no more."
    ),
    kind="interpret",
    minutes=7,
    points=4,
    taught=N_("How does a past become a policy?"),
    answer=Written(
        rubric=(
            N_("Each of the three things is what you call it, by the rows that you cite."),
            N_("No sentence gives a day that its source does not give."),
            N_("Where two documents say different things, it says so."),
            N_("Signed, ratified and in force are not mixed up; nor are proposed and supported."),
            N_("What comes from the public record is marked as such."),
        ),
        least_words=35,
    ),
    reference=reference,
    right=(shorter,),
    wrong=(),
    hints=(
        N_("The thread sorted by stage, near the end of the lesson, is your quarry."),
        N_("For the renounced arsenal look up the event by its title, and read its date."),
        N_("In the discrepancies look for credit, for the agency, for the anniversaries."),
    ),
    meaning=N_(
        "Three states, three kinds of sentence; whoever mixes them makes policy, not history."
    ),
)
