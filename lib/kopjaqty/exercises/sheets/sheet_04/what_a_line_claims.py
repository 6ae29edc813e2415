"""Pairs: which sentence each of five claims allows."""

from kopjaqty.exercises.answers import Match
from kopjaqty.exercises.questions import Question, Wrong, prose


def reference():
    return {"1": "e", "2": "c", "3": "f", "4": "b", "5": "a"}


def with_numbers():
    return {1: "E", 2: "C", 3: "F", 4: "B", 5: "A"}


def taking_part_taken_for_membership():
    return {"1": "d", "2": "c", "3": "f", "4": "b", "5": "a"}


def party_taken_for_member():
    return {"1": "e", "2": "c", "3": "d", "4": "b", "5": "a"}


def host_and_proposer_mixed_up():
    return {"1": "e", "2": "b", "3": "f", "4": "c", "5": "a"}


def organ_taken_for_participant():
    return {"1": "a", "2": "c", "3": "f", "4": "b", "5": "e"}


def organ_taken_for_member():
    return {"1": "e", "2": "c", "3": "f", "4": "b", "5": "d"}


QUESTION = Question(
    title=prose("Which sentence may you write?"),
    task=prose(
        "Five rows of `relations` as they would stand on five arrows, and six sentences about the "
        "**first** of each pair. Give each arrow the sentence that its predicate allows, and no "
        'more. One sentence is left over. The definitions stand in `kq.load("terms")`.'
    ),
    kind="read",
    minutes=5,
    points=2,
    taught=prose("What may a line claim?"),
    answer=Match(
        left={
            "1": prose("`kazakhstan` → *took part in* → `ctc` (r0057)"),
            "2": prose("`un_plaza` → *hosts* → `un_units_almaty` (r0065)"),
            "3": prose("`kazakhstan` → *party to* → `g8_global_partnership` (r0197)"),
            "4": prose("`tokayev` → *proposed* → `water_convention` (r0216)"),
            "5": prose("`ifas_executive_committee` → *organ of* → `ifas` (r0007)"),
        },
        right={
            "a": prose("It acts for a larger body, of which it is a part."),
            "b": prose("It put an idea forward; whether it was taken up is not said."),
            "c": prose("It gives a place; that it has a say there is not said."),
            "d": prose("It belongs to the body as one of those who have a vote and duties."),
            "e": prose("It had to do with the body's work; that it belongs to it is not said."),
            "f": prose("It signed, ratified or joined; which of the three is not said."),
        },
    ),
    reference=reference,
    right=(with_numbers,),
    wrong=(
        Wrong(
            "taking part taken for membership",
            taking_part_taken_for_membership,
            prose(
                "You make Kazakhstan a member of the Counter-Terrorism Committee. To take part in "
                "the work of a body is not to belong to it: read the last words of the definition "
                "of `participated_in`."
            ),
        ),
        Wrong(
            "joining taken for membership",
            party_taken_for_member,
            prose(
                "You give the arrow of the Global Partnership the sentence about votes. "
                "Organizations have members, agreements have parties. What does `party_to` take "
                "in, by its definition?"
            ),
        ),
        Wrong(
            "host and proposer mixed up",
            host_and_proposer_mixed_up,
            prose(
                "2 and 4 have each other's sentence: a house does not put ideas forward, and the "
                "President gives no rooms to a convention that does not exist yet."
            ),
        ),
        Wrong(
            "organ and participant mixed up",
            organ_taken_for_participant,
            prose(
                "1 and 5 have each other's sentence. Which of the two is a part of the larger "
                "body: Kazakhstan in a committee, or an executive committee in its fund?"
            ),
        ),
        Wrong(
            "an organ taken for a member",
            organ_taken_for_member,
            prose(
                "You give the Executive Committee of IFAS a vote in IFAS. States are members of "
                "the fund; the committee is the hand with which the fund acts."
            ),
        ),
    ),
    hints=(
        prose("In `terms`, the vocabulary `predicate` has a definition of each predicate."),
        prose("Begin with *organ of* and *hosts*: one is a part, the other gives a roof."),
        prose(
            "The sentence about a vote and duties is for `member_of`. Is there such an arrow here?"
        ),
    ),
    meaning=prose(
        "Five arrows, five kinds of claim, and not one membership. In a drawing all five look the "
        "same: the word on the line is what you may write, and where it stops you stop."
    ),
)
