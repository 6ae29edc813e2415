"""A text: a headline on a growing contingent, held against the rows."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Written
from kopjaqty_course.exercises.questions import Question


def reference():
    return (
        "I would not print it. The two numbers are a plan for one contingent, told by the "
        "newspaper (q021), and all who serve with the UN on the day of the interview, told by the "
        "Permanent Representative (q007): part and whole, so their difference is no growth; the "
        "note personnel_139_and_160 says the same. The mandate is the mission's, and what was new "
        "is a unit of Kazakhstan's own (mandate_wording). That they are on the Golan Heights is a "
        "plan in the article (r0254) and a fact in the interview (r0092), which does not name the "
        "force. What may stand: by what its Permanent Representative said in September 2025, "
        "Kazakhstan has so many soldiers with the UN (q007), and peacekeepers on the Golan Heights "
        "(r0092). How many of them are there nobody states."
    )


def shorter():
    return (
        "Two errors in one line. q021 is one planned contingent, q007 all personnel with the UN on "
        "another day: do not subtract them. And a state has no mandate; UNDOF has one, see "
        "mandate_wording. I suggest: *Kazakhstan now has soldiers on the Golan Heights, says its "
        "envoy* (r0092). For growth we would need two stocks, counted alike, from the UN's tables."
    )


QUESTION = Question(
    title=N_("A headline to be stopped"),
    task=N_(
        "An editor wants to print: *In a year and a half Kazakhstan's contingent on the Golan "
        "Heights has grown, under a mandate of its own.* Answer in four to six sentences: what is "
        "wrong with *grown* and with *a mandate of its own*, which part is a plan and which is "
        "stated as a fact, and which sentence could stand instead. Cite rows of `quantities`, "
        "`relations` or `discrepancies` (`kq.load(...)` brings each) by their ids."
    ),
    kind="interpret",
    minutes=6,
    points=3,
    taught=N_("Who gives a mandate, and who sends?"),
    answer=Written(
        rubric=(
            N_("It says of both numbers what they count, of whom, when, and who says so."),
            N_("It keeps part and whole, and plan and stock, apart; it does not subtract."),
            N_("It says whose the mandate is, and what was new in truth."),
            N_("It tells what is planned from what is stated, and names force and place apart."),
            N_("It offers a sentence that the rows bear, with its speaker and its day."),
        ),
        least_words=45,
    ),
    reference=reference,
    right=(shorter,),
    wrong=(),
    hints=(
        N_("Ask each number the four questions of the lesson."),
        N_(
            "Look up `personnel_139_and_160` and `mandate_wording` in `discrepancies`, and the "
            "rows of `kz_golan_contingent` in `relations`."
        ),
        N_("A sentence that stands begins with who says it: *According to …, on …*"),
    ),
    meaning=N_("A headline that was stopped is good work, even if nobody ever reads of it."),
)
