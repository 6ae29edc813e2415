"""A text: a draft in which each sentence says more than its rows."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Written
from kopjaqty_course.exercises.questions import Question


def reference():
    return (
        "None of the three sentences can stay. First: r0059 says that Kazakhstan takes part in "
        "unaoc_friends, and r0019 that this group belongs to unaoc; that is a friend of the "
        "Alliance and no member. Second: p027 to p032 are diagnoses and directions, and no "
        "row counts a seat; what the President said a day later is outside these documents. I "
        "would write that Kazakhstan deals with reform of the Council (r0248) and is for a "
        "stronger Assembly (r0249), in the words of its ambassador. Third: p060 is a newspaper's "
        "reading, and mandate_wording notes what the UN itself reports. For recognition one "
        "would need the words of others, such as another state's speech or a UN document."
    )


def shorter():
    return (
        "By r0059 and r0019 Kazakhstan is in the Group of Friends of the Alliance, nothing more. "
        "On the Council p028 and p030 are the ambassador's own claims, and p032 is a wish for the "
        "Assembly given to the country; a number of seats stands nowhere in these five "
        "documents, which does not prove that there is none. That the UN confirms a rank is the "
        "newspaper's word in p060, so I would name the newspaper. A foreign source would be "
        "needed for more."
    )


QUESTION = Question(
    title=N_("A draft to be mended"),
    task=N_(
        "A colleague has drafted this:\n\n"
        "> *As a member of the UN Alliance of Civilizations (`unaoc`), Kazakhstan stands for "
        "dialogue. It demands a fixed number of seats for middle powers on the Security Council. "
        "And the UN itself has confirmed its rank as a middle power.*\n\n"
        "Hold each sentence against the rows: `r0059` and `r0019`; the positions on `un_reform` "
        "and `middle_power`; the note `mandate_wording` in `discrepancies`. Then write to the "
        "colleague, in a few sentences: what cannot stand, what may be written instead, **whose** "
        "position it is and in **whose** words, and what source you would need for more. Cite "
        "rows by their ids."
    ),
    kind="interpret",
    minutes=8,
    points=4,
    taught=N_("What is wanted of the Security Council?"),
    answer=Written(
        rubric=(
            N_("It tells taking part in a group of friends from being a member, and cites it."),
            N_("It finds diagnoses and directions in the rows, and no formula of seats."),
            N_("It says whose position each claim is and in whose words it comes to us."),
            N_("It gives the newspaper's reading to the newspaper, and names the note on it."),
            N_("It does not take silence for denial, and says what source would tell more."),
        ),
        least_words=60,
    ),
    reference=reference,
    right=(shorter,),
    wrong=(),
    hints=(
        N_("Take the sentences one by one; for each look for the row that comes nearest to it."),
        N_(
            'Print the claims whose `topic` is `"un_reform"` or `"middle_power"` with their '
            "`speaker_id`. For whose words they are, look their ids up in `evidence`."
        ),
        N_(
            "Begin like this: *The first sentence cannot stand: r0059 says … of a group, not … . "
            "Instead you may write: … supports …, in the words of …*"
        ),
    ),
    meaning=N_(
        "Friend, supporter, claimant: each of the true words is weaker than that of the draft, and "
        "each of them would survive a question from the hall."
    ),
    starter="""
        relations = kq.load("relations")
        discrepancies = kq.load("discrepancies")
    """,
)
