"""Pairs: which sentence each of six claims allows."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Matching
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {"1": "e", "2": "c", "3": "f", "4": "b", "5": "a", "6": "g"}


def with_numbers():
    return {1: "E", 2: "C", 3: "F", 4: "B", 5: "A", 6: "G"}


def taking_part_taken_for_membership():
    return {"1": "d", "2": "c", "3": "f", "4": "b", "5": "a", "6": "g"}


def party_taken_for_member():
    return {"1": "e", "2": "c", "3": "d", "4": "b", "5": "a", "6": "g"}


def host_and_proposer_mixed_up():
    return {"1": "e", "2": "b", "3": "f", "4": "c", "5": "a", "6": "g"}


def organ_taken_for_member():
    return {"1": "e", "2": "c", "3": "f", "4": "b", "5": "d", "6": "g"}


def support_taken_for_authorship():
    return {"1": "e", "2": "c", "3": "f", "4": "b", "5": "a", "6": "b"}


def proposal_and_support_mixed_up():
    return {"1": "e", "2": "c", "3": "f", "4": "g", "5": "a", "6": "b"}


QUESTION = Question(
    title=N_("Which sentence may you write?"),
    task=N_(
        "Six rows of `relations` as they would stand on six arrows, and seven ways to end a "
        "sentence that begins with *The first of the two …* Give each arrow the ending that its "
        "predicate allows, and no more. One ending is left over. The definitions stand in "
        '`kq.load("terms")`.'
    ),
    kind="read",
    minutes=6,
    points=2,
    taught=N_("What may a line claim?"),
    answer=Matching(
        left={
            "1": N_("`kazakhstan` → *took part in* → `ctc` (r0057)"),
            "2": N_("`un_plaza` → *hosts* → `un_units_almaty` (r0065)"),
            "3": N_("`kazakhstan` → *party to* → `g8_global_partnership` (r0197)"),
            "4": N_("`tokayev` → *proposed* → `water_convention` (r0216)"),
            "5": N_("`ifas_executive_committee` → *organ of* → `ifas` (r0007)"),
            "6": N_("`kazakhstan` → *speaks for* → `assembly_strengthening` (r0249)"),
        },
        right={
            "a": N_("acts as a part of the other"),
            "b": N_("put it forward; its fate is not said"),
            "c": N_("gives it a place; a say in it is not said"),
            "d": N_("belongs to it, with a vote and duties"),
            "e": N_("had to do with it; belonging is not said"),
            "f": N_("signed, ratified or joined; which is not said"),
            "g": N_("is in favour of it; whose idea it was is not said"),
        },
    ),
    reference=reference,
    right=(with_numbers,),
    wrong=(
        Wrong(
            "taking part taken for membership",
            taking_part_taken_for_membership,
            N_(
                "You make Kazakhstan a member of the Counter-Terrorism Committee. To take part in "
                "the work of a body is not to belong to it: read the last words of the definition "
                "of `participated_in`."
            ),
        ),
        Wrong(
            "joining taken for membership",
            party_taken_for_member,
            N_(
                "You give the arrow of the Global Partnership the ending about votes. "
                "Organizations have members, agreements have parties. What does `party_to` take "
                "in, by its definition?"
            ),
        ),
        Wrong(
            "host and proposer mixed up",
            host_and_proposer_mixed_up,
            N_(
                "2 and 4 have each other's ending: a house does not put ideas forward, and the "
                "President gives no rooms to a convention that does not exist yet."
            ),
        ),
        Wrong(
            "an organ taken for a member",
            organ_taken_for_member,
            N_(
                "You give the Executive Committee of IFAS a vote in IFAS. States are members of "
                "the fund; the committee is the hand with which the fund acts."
            ),
        ),
        Wrong(
            "support taken for authorship",
            support_taken_for_authorship,
            N_(
                "You let Kazakhstan put forward a stronger General Assembly. The arrow says that "
                "it *speaks for* one: a supporter shares an idea, a proposer claims it."
            ),
        ),
        Wrong(
            "proposal and support mixed up",
            proposal_and_support_mixed_up,
            N_(
                "4 and 6 have each other's ending. Look at the two predicates again: which of "
                "them claims an idea, and which only shares it?"
            ),
        ),
    ),
    hints=(
        N_("In `terms`, the vocabulary `predicate` has a definition of each predicate."),
        N_("Begin with *organ of* and *hosts*: one is a part, the other gives a roof."),
        N_("The ending about a vote and duties is for `member_of`. Is there such an arrow here?"),
    ),
    meaning=N_(
        "Six arrows, six kinds of claim, and not one membership. In a drawing all six look the "
        "same: the word on the line is what you may write, and where it stops you stop."
    ),
)
