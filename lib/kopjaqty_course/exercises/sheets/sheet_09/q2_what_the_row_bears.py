"""A match: six rows, and the one sentence that each of them bears."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Matching
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {1: "d", 2: "b", 3: "f", 4: "a", 5: "c", 6: "e"}


def with_capitals():
    return {"1": "D", "2": "B", "3": "F", "4": "A", "5": "C", "6": "E"}


def put_forward_taken_for_adopted():
    return {1: "b", 2: "d", 3: "f", 4: "a", 5: "c", 6: "e"}


def resolution_taken_for_founding():
    return {1: "d", 2: "f", 3: "b", 4: "a", 5: "c", 6: "e"}


def helper_taken_for_organizer():
    return {1: "d", 2: "b", 3: "f", 4: "c", 5: "a", 6: "e"}


def work_taken_for_plan():
    return {1: "d", 2: "b", 3: "f", 4: "a", 5: "e", 6: "c"}


def home_taken_for_abroad():
    return {1: "e", 2: "b", 3: "f", 4: "a", 5: "c", 6: "d"}


QUESTION = Question(
    title=N_("What does the row bear?"),
    task=N_(
        "Six rows of `relations`; run the cell to see them with their status. For each row choose "
        "the one sentence that it bears."
    ),
    kind="read",
    minutes=5,
    points=2,
    taught=N_("How does one idea become a house?"),
    answer=Matching(
        left={
            "1": N_("`r0195`: the energy strategy and the Rio+20 conference (`rio20`)"),
            "2": N_("`r0073`: the General Assembly and the resolution on the SDG centre"),
            "3": N_("`r0077`: the agreement on the SDG centre and the centre"),
            "4": N_(
                "`r0079`: the Astana Civil Service Hub (`astana_civil_service_hub`) and the UN "
                "units in Almaty"
            ),
            "5": N_("`r0109`: Kazakhstan and the ecological summit"),
            "6": N_("`r0183`: Kazakhstan and the policy Just Kazakhstan (`just_kazakhstan`)"),
        },
        right={
            "a": N_("It helps guests of the country; whether it houses them is not said."),
            "b": N_("An organ said yes to a text."),
            "c": N_("A meeting is to be held; whether it was, is not said."),
            "d": N_("An idea was put before a gathering; what came of it is not said."),
            "e": N_("A state acts in its own house; no UN body is needed for it."),
            "f": N_("A body is set up in law."),
        },
    ),
    reference=reference,
    right=(with_capitals,),
    wrong=(
        Wrong(
            "put forward taken for adopted",
            put_forward_taken_for_adopted,
            N_(
                "You exchanged rows 1 and 2. At a conference many texts are put forward. Which of "
                "the two predicates says that somebody **agreed**?"
            ),
        ),
        Wrong(
            "a resolution taken for a founding act",
            resolution_taken_for_founding,
            N_(
                "You exchanged rows 2 and 3. A resolution endorses; which of the two rows has a "
                "predicate that speaks of setting up? Look at the objects, too: one is a text, "
                "the other a centre."
            ),
        ),
        Wrong(
            "a helper taken for an organizer",
            helper_taken_for_organizer,
            N_(
                "You exchanged rows 4 and 5. The hub `assists`; only one of the two rows has the "
                "predicate `organizes`. And what is that row's status?"
            ),
        ),
        Wrong(
            "planned taken for done",
            work_taken_for_plan,
            N_(
                "You exchanged rows 5 and 6. One of them is stated as a fact, the other lies "
                "ahead. Look at their `status`."
            ),
        ),
        Wrong(
            "a policy at home taken for an initiative abroad",
            home_taken_for_abroad,
            N_(
                "You exchanged rows 1 and 6. One of the two things was put to a gathering of "
                "states. Which one does a state carry out without asking anybody?"
            ),
        ),
    ),
    hints=(
        N_("Read the predicate and the status of each row; leave out what you know besides."),
        N_("`adopted`, `establishes`, `assists` and `organizes` are four different claims."),
        N_(
            "Three sentences end with *is not said*, because the row stops halfway: one idea was "
            "`put_forward_at`, one meeting is `planned`, one body `assists`. Find these first."
        ),
    ),
    meaning=N_(
        "To put forward, to adopt, to establish, to help, to hold, to carry out: six claims. A "
        "headline makes one of them all. To Rio+20 something was brought; that the conference took "
        "it up is in none of the five documents."
    ),
    starter="""
        relations = kq.load("relations")
        rows = ["r0195", "r0073", "r0077", "r0079", "r0109", "r0183"]
        for row in relations.set_index("relation_id").loc[rows].itertuples():
            print(row.Index, row.subject_id, row.predicate, row.object_id, row.status)
    """,
)
