"""A text: what is wrong with an entry in a chronicle, and what may stand."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Written
from kopjaqty_course.exercises.questions import Question


def reference():
    return (
        "Dear colleague, two points. First, hrc_61_segment: the Department for Religious Affairs "
        "published the page, but nothing says that it took part. The passages (e0444, e0445) "
        "speak in the page's own voice of Kazakhstan and its deputy foreign minister (r0169, "
        "r0170). Nor is the day of the page that of the event: the date allows any day up to it, "
        "and date_geneva_meeting names a source for another, earlier one. I would write: 'on or "
        "before the day of the page, according to a city department that passed the news on'. "
        "Second, r0066: the passages e0714 and e0716 are the words of an ambassador and of a "
        "deputy minister of one state, and e0715 is the repost. Those are three documents and "
        "one voice. For an address that will do; but please don't call them independent. "
        "A UN source, such as the centre's own page, would be a second witness."
    )


def shorter():
    return (
        "The department is the publisher of the page and not a participant: r0169 and r0170 name "
        "Kazakhstan and Ashikbayev. The date of hrc_61_segment is a bound, on or before the page's "
        "day; date_geneva_meeting tells of an earlier day, from a newspaper. And r0066 rests on "
        "e0714, e0715 and e0716, all of them official Kazakh voices, so it is repeated rather "
        "than confirmed. We should ask the UN for its own account."
    )


QUESTION = Question(
    title=N_("A colleague's chronicle"),
    task=N_(
        "A colleague wants to print this entry:\n\n"
        "> *On the day of its page, the Department for Religious Affairs of the City of Almaty "
        "took part in the high-level segment of the Human Rights Council in Geneva. That the UN "
        "centre for sustainable development is in Almaty has been confirmed by independent "
        "sources.*\n\n"
        "The first sentence rests on the event `hrc_61_segment`, the second on the relation "
        "`r0066`. Look both up, in `events` and in `evidence`; the table `discrepancies` may help "
        "too. Then write the colleague a friendly note, in a few sentences and **in your own "
        "words**: what cannot stand, what may be written instead, and what you would look for "
        "next. Name the rows on which you rest it, by their ids."
    ),
    kind="interpret",
    minutes=10,
    points=3,
    taught=N_("Is the day of the page the day of the event?"),
    answer=Written(
        rubric=(
            N_("It tells the publisher of the page from those who took part in the meeting."),
            N_("It gives the day as what it is, a bound, and not the page's day as the event's."),
            N_("It says whose voices stand behind `r0066`, and that repeating is not confirming."),
            N_("It offers wording that the rows do bear, and cites them by their ids."),
            N_("It names a source that would be independent, and claims nothing beyond rows."),
        ),
        least_words=50,
    ),
    reference=reference,
    right=(shorter,),
    wrong=(),
    hints=(
        N_("Three questions for every source: who published it, who speaks, and on what day?"),
        N_(
            '`events[events["event_id"] == "hrc_61_segment"]` shows the date; the same filter on '
            'the column `record_id` of `evidence`, for `"r0066"`, shows the witnesses.'
        ),
        N_(
            "Begin like this: the page was *published* by …, the passages say that … *took part*; "
            "the date says on or before …; `r0066` is stated in …, in the words of …"
        ),
    ),
    meaning=N_(
        "Every word of the entry could be traced to a source, and still it was wrong: the source "
        "was taken for a witness, its day for the event's, and an echo for a second voice."
    ),
    starter='discrepancies = kq.load("discrepancies")',
)
