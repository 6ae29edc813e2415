"""Match: notes of the data, and what kind of slip each tells of."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Matching
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {
        "date_almaty_meeting": "d",
        "cica_organization": "a",
        "energy_strategy_first": "f",
        "atom_44": "b",
        "years_30_and_32": "e",
    }


def with_capitals():
    return {
        "years_30_and_32": "E",
        "atom_44": "B",
        "energy_strategy_first": "F",
        "cica_organization": "A",
        "date_almaty_meeting": "D",
    }


def rounded_taken_for_stale():
    return {
        "date_almaty_meeting": "d",
        "cica_organization": "a",
        "energy_strategy_first": "f",
        "atom_44": "b",
        "years_30_and_32": "c",
    }


def another_number_taken_for_stale():
    return {
        "date_almaty_meeting": "d",
        "cica_organization": "a",
        "energy_strategy_first": "f",
        "atom_44": "c",
        "years_30_and_32": "e",
    }


def early_rank_taken_for_stale():
    return {
        "date_almaty_meeting": "d",
        "cica_organization": "c",
        "energy_strategy_first": "f",
        "atom_44": "b",
        "years_30_and_32": "e",
    }


def page_and_repeat_mixed_up():
    return {
        "date_almaty_meeting": "f",
        "cica_organization": "a",
        "energy_strategy_first": "d",
        "atom_44": "b",
        "years_30_and_32": "e",
    }


QUESTION = Question(
    title=N_("What happened here?"),
    task=N_(
        "The `kind` of a note says how a slip was found. Say what **happened**. Look up the notes "
        "in `discrepancies`, with what the public record says, and give each its letter; one "
        "letter is left over."
    ),
    kind="read",
    minutes=6,
    points=1,
    taught=N_("Can I sort the slips myself?"),
    answer=Matching(
        left={
            "date_almaty_meeting": N_(
                "the day of one of the Annual meetings of the deputy foreign ministers of Central "
                "Asia"
            ),
            "cica_organization": N_("what the CICA is called"),
            "energy_strategy_first": N_("the year of the energy and ecological strategy"),
            "atom_44": N_("states and the peaceful uses of nuclear energy"),
            "years_30_and_32": N_("the length of membership in the UN"),
        },
        right={
            "a": N_("a rank is given to a thing that it did not have yet"),
            "b": N_("a number seems to have come over from another list"),
            "c": N_("a number was right once, and has grown old"),
            "d": N_("the day of publishing stands where the day of the event should"),
            "e": N_("no contradiction: one is exact, the other rounded"),
            "f": N_("a call that was repeated is told as if it were the first"),
        },
    ),
    reference=reference,
    right=(with_capitals,),
    wrong=(
        Wrong(
            "a rounded number taken for an old one",
            rounded_taken_for_stale,
            N_(
                "You call `years_30_and_32` an old number. Put the two documents in the order of "
                "their days: is it the older text that has the smaller number?"
            ),
        ),
        Wrong(
            "another thing's number taken for an old one",
            another_number_taken_for_stale,
            N_(
                "You call `atom_44` an old number. Then it would have been right once, for the "
                "same thing. What does the record say that this number counts?"
            ),
        ),
        Wrong(
            "ahead of its time taken for out of date",
            early_rank_taken_for_stale,
            N_(
                "You call `cica_organization` an old number. It is no number; and it is not behind "
                "the times but ahead of them. What had only begun in that year?"
            ),
        ),
        Wrong(
            "the page and the call mixed up",
            page_and_repeat_mixed_up,
            N_(
                "Two of yours have changed places: `date_almaty_meeting` and "
                "`energy_strategy_first`. Which of the two notes speaks of the day that a page "
                "bears?"
            ),
        ),
    ),
    hints=(
        N_("Filter `discrepancies` by `discrepancy_id`, and print `summary_en` and `record_en`."),
        N_("For each ask: would it have been right on another day, or of another thing?"),
        N_("One of the five is no slip at all, and none of the five has merely grown old."),
    ),
    meaning=N_(
        "A wrong day, a rounding and a borrowed number look alike in a table. They call for "
        "different sentences: the first is corrected, the second explained, the third marked as a "
        "guess."
    ),
)
