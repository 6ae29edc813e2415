"""A match: treaty, fund, programme, centre, format, declaration: what each has that binds."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Matching
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {
        "semey_treaty": "d",
        "ifas": "b",
        "speca": "f",
        "unrcca": "a",
        "deputy_ministers_meetings": "e",
        "ai_declaration": "c",
    }


def with_capitals():
    return {
        "ai_declaration": "C",
        "deputy_ministers_meetings": "E",
        "unrcca": "A",
        "speca": "F",
        "ifas": "B",
        "semey_treaty": "D",
    }


def a_meeting_is_a_body():
    return {
        "semey_treaty": "d",
        "ifas": "e",
        "speca": "f",
        "unrcca": "a",
        "deputy_ministers_meetings": "b",
        "ai_declaration": "c",
    }


def a_declaration_binds():
    return {
        "semey_treaty": "c",
        "ifas": "b",
        "speca": "f",
        "unrcca": "a",
        "deputy_ministers_meetings": "e",
        "ai_declaration": "d",
    }


def programme_and_centre_swapped():
    return {
        "semey_treaty": "d",
        "ifas": "b",
        "speca": "a",
        "unrcca": "f",
        "deputy_ministers_meetings": "e",
        "ai_declaration": "c",
    }


def programme_and_fund_swapped():
    return {
        "semey_treaty": "d",
        "ifas": "f",
        "speca": "b",
        "unrcca": "a",
        "deputy_ministers_meetings": "e",
        "ai_declaration": "c",
    }


QUESTION = Question(
    title=N_("What holds it together?"),
    task=N_(
        "Six things of the region that a newspaper would all call *regional institutions*. Give "
        "each the letter of what it is made of. One of them you have not met by its own name, "
        'only by one of its sessions: look in `kq.load("relations")` for what is a `session_of` '
        "`deputy_ministers_meetings`."
    ),
    kind="read",
    minutes=4,
    points=2,
    taught=N_("Which part of the network is the region?"),
    answer=Matching(
        left={
            "semey_treaty": N_("Semipalatinsk Treaty"),
            "ifas": N_("International Fund for Saving the Aral Sea"),
            "speca": N_("United Nations Special Programme for the Economies of Central Asia"),
            "unrcca": N_("UN Regional Centre for Preventive Diplomacy"),
            "deputy_ministers_meetings": N_(
                "Annual meetings of the deputy foreign ministers of Central Asia"
            ),
            "ai_declaration": N_("Declaration on the responsible use of AI, as proposed"),
        },
        right={
            "a": N_("an office of the UN, with a head"),
            "b": N_("founded by states; has an executive body"),
            "c": N_("a text that would bind nobody in law"),
            "d": N_("states bound in law, once in force"),
            "e": N_("a calendar: no members, budget, charter"),
            "f": N_("UN work in which countries take part"),
        },
    ),
    reference=reference,
    right=(with_capitals,),
    wrong=(
        Wrong(
            "a meeting taken for an organization",
            a_meeting_is_a_body,
            N_(
                "Four fit, and two are turned round: `ifas` and `deputy_ministers_meetings`. Which "
                "of them has an executive committee in the data, and which has only a session?"
            ),
        ),
        Wrong(
            "a declaration taken for a treaty",
            a_declaration_binds,
            N_(
                "Four fit, and two are turned round: `semey_treaty` and `ai_declaration`. One of "
                "the two a state can *break*; the other it can only forget. Which is which?"
            ),
        ),
        Wrong(
            "a programme taken for a centre",
            programme_and_centre_swapped,
            N_(
                "Four fit, and two are turned round: `speca` and `unrcca`. One has an office, in "
                "Ashgabat, and somebody at its head. The other is work that is agreed upon."
            ),
        ),
        Wrong(
            "a programme taken for a fund",
            programme_and_fund_swapped,
            N_(
                "Four fit, and two are turned round: `ifas` and `speca`. Which of them belongs to "
                "the UN, and which was founded by the five states themselves?"
            ),
        ),
    ),
    hints=(
        N_("The table in the lesson tells what each is; the line under it, what that means."),
        N_("In the relations: what is a `session_of`, an `organ_of`, a `part_of` what?"),
        N_(
            "A treaty binds. A fund has an executive committee. A centre has a head. A programme "
            "is part of the UN without either. A meeting is followed by the next."
        ),
    ),
    meaning=N_(
        "Six words, six degrees of being bound. Whoever writes *institution* for all of them "
        "counts a date in a calendar as much as a law."
    ),
)
