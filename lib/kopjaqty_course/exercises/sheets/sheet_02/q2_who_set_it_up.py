"""A match: bodies whose names sound alike, and what stands behind each."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Matching
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {
        "ecosoc": "d",
        "hrc": "f",
        "ctc": "a",
        "minurso": "e",
        "kz_un_mission": "b",
        "kazcent": "g",
        "consultative_meetings": "c",
    }


def in_pairs():
    letters = zip(
        ["ecosoc", "hrc", "ctc", "minurso", "kz_un_mission", "kazcent", "consultative_meetings"],
        "DFAEBGC",
        strict=True,
    )
    return dict(letters)


def children_swapped():
    return {
        "ecosoc": "d",
        "hrc": "a",
        "ctc": "f",
        "minurso": "e",
        "kz_un_mission": "b",
        "kazcent": "g",
        "consultative_meetings": "c",
    }


def picture_taken_for_law():
    return {
        "ecosoc": "f",
        "hrc": "d",
        "ctc": "a",
        "minurso": "e",
        "kz_un_mission": "b",
        "kazcent": "g",
        "consultative_meetings": "c",
    }


def missions_swapped():
    return {
        "ecosoc": "d",
        "hrc": "f",
        "ctc": "a",
        "minurso": "b",
        "kz_un_mission": "e",
        "kazcent": "g",
        "consultative_meetings": "c",
    }


def every_centre_is_the_un_s():
    return {
        "ecosoc": "d",
        "hrc": "f",
        "ctc": "a",
        "minurso": "e",
        "kz_un_mission": "b",
        "kazcent": "h",
        "consultative_meetings": "c",
    }


def a_mission_is_an_organ():
    return {
        "ecosoc": "d",
        "hrc": "f",
        "ctc": "a",
        "minurso": "a",
        "kz_un_mission": "b",
        "kazcent": "g",
        "consultative_meetings": "c",
    }


def diplomats_as_peacekeepers():
    return {
        "ecosoc": "d",
        "hrc": "f",
        "ctc": "a",
        "minurso": "e",
        "kz_un_mission": "e",
        "kazcent": "g",
        "consultative_meetings": "c",
    }


def two_principal_organs():
    return {
        "ecosoc": "d",
        "hrc": "d",
        "ctc": "a",
        "minurso": "e",
        "kz_un_mission": "b",
        "kazcent": "g",
        "consultative_meetings": "c",
    }


QUESTION = Question(
    title=N_("Who set it up?"),
    task=N_(
        "Council, committee, mission, centre, meeting: the words do not say who stands behind a "
        "body. Give each one the letter of what fits best. No letter is used twice, and one is "
        "left over. You may look up `description_en` in `entities`; what you need of the law is "
        "in the lesson."
    ),
    kind="read",
    minutes=6,
    points=2,
    taught=N_("What is an organ, and what is an agency?"),
    answer=Matching(
        left={
            "ecosoc": N_("Economic and Social Council"),
            "hrc": N_("Human Rights Council"),
            "ctc": N_("Counter-Terrorism Committee"),
            "minurso": N_("Mission in Western Sahara"),
            "kz_un_mission": N_("Permanent Mission of Kazakhstan to the UN"),
            "kazcent": N_("Peace Operations Centre in Kazakhstan"),
            "consultative_meetings": N_("Consultative Meetings of the presidents"),
        },
        right={
            "a": N_("by the Security Council: a subsidiary organ"),
            "b": N_("by one state: its embassy to an organization"),
            "c": N_("by nobody: a forum, where states meet"),
            "d": N_("by the Charter itself: a principal organ"),
            "e": N_("sent into the field, with a mandate"),
            "f": N_("by the General Assembly: a subsidiary organ"),
            "g": N_("by one state's ministry: a training house"),
            "h": N_("by the UN: a centre for several states"),
        },
    ),
    reference=reference,
    right=(in_pairs,),
    wrong=(
        Wrong(
            "the children of two organs swapped",
            children_swapped,
            N_(
                "All right but for two: `hrc` and `ctc` have changed parents. Which of them deals "
                "with security, and which of the two great organs is responsible for that?"
            ),
        ),
        Wrong(
            "the picture taken for the law",
            picture_taken_for_law,
            N_(
                "In the tree both `ecosoc` and `hrc` hang on the UN itself, as the documents have "
                "it. In law one of them is older than all resolutions. Which of the two is named "
                "in Article 7 of the Charter?"
            ),
        ),
        Wrong(
            "one word for two missions",
            missions_swapped,
            N_(
                "Both are called **mission**, and you gave each the other's letter. Ask who sends "
                "it: is it the Security Council, or one state? Kazakh has two words here."
            ),
        ),
        Wrong(
            "one letter for a committee and a mission",
            a_mission_is_an_organ,
            N_(
                "`ctc` and `minurso` have the same letter. In law you have a point: what the "
                "Security Council sends out is an organ of its own making, too. But no letter is "
                "used twice: which of the two sits at headquarters, and which was sent?"
            ),
        ),
        Wrong(
            "diplomats counted among the peacekeepers",
            diplomats_as_peacekeepers,
            N_(
                "All right but for `kz_un_mission`, which has the letter of `minurso`. The lesson "
                "warns of this word: who works in a *permanent* mission, and for whom?"
            ),
        ),
        Wrong(
            "a council taken for a principal organ",
            two_principal_organs,
            N_(
                "All right but for `hrc`. The Charter names the principal organs, and this council "
                "is much younger than the Charter: by whose resolution was it made?"
            ),
        ),
        Wrong(
            "a centre taken for the UN's",
            every_centre_is_the_un_s,
            N_(
                "All right but for `kazcent`. The word **centre** does not say who founds it and "
                "who pays. Read its full name in `entities`: whose is it?"
            ),
        ),
    ),
    hints=(
        N_("The lesson's list of what stands behind the words has nearly all of it."),
        N_(
            "Ask of each: was it set up by the Charter, by an organ's resolution, by one state, "
            "or by nobody, because it only meets? `parent_id` in `entities` helps."
        ),
        N_(
            "The embassy, the training house and the forum are no bodies of the UN. Of the four "
            "that are, one stands in the Charter, one is sent out, and two have a parent each: "
            "human rights belong to the Assembly's child."
        ),
    ),
    meaning=N_(
        "Nobody can be obliged by a council because it is called one. Whoever reads a name asks: "
        "who set it up, by what text, and what may it do?"
    ),
)
