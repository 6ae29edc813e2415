"""Faded code: two joins that lose nothing."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Faded, TableOf
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {1: '"left"', 2: '"left"', 3: '"event_id"'}


def with_the_words():
    return {1: "how='left'", 2: "how='left'", 3: "['event_id']"}


def first_join_inner():
    return {1: '"inner"', 2: '"left"', 3: '"event_id"'}


def second_join_inner():
    return {1: '"left"', 2: '"inner"', 3: '"event_id"'}


def everybody_who_took_part():
    return {1: '"right"', 2: '"left"', 3: '"event_id"'}


def both_sides_kept():
    return {1: '"outer"', 2: '"left"', 3: '"event_id"'}


def every_event_added():
    return {1: '"left"', 2: '"outer"', 3: '"event_id"'}


def without_events(initiatives):
    """Few initiatives, and all events: most of these belong to none of them."""
    return [(N_("initiatives alone"), {"initiatives": initiatives.iloc[:3]})]


QUESTION = Question(
    title=N_("The whole story, failures included"),
    task=N_(
        "The function joins initiatives with their events. **Every** initiative must be there "
        "afterwards, whether or not an event of it is told, and whether or not that event is in "
        "`events`. Fill in the blanks."
    ),
    kind="modify",
    minutes=7,
    points=3,
    taught=N_("When did these things happen?"),
    answer=Faded(
        returns=TableOf(("initiative_id", "event_id", "date")),
        template=(
            "def story(initiatives, participants, events):\n"
            "    joined = initiatives.merge(\n"
            '        participants, __1__, left_on="initiative_id", right_on="entity_id"\n'
            "    )\n"
            '    dates = events[["event_id", "date"]]\n'
            "    return joined.merge(dates, __2__, on=__3__)"
        ),
    ),
    reference=reference,
    right=(with_the_words,),
    wrong=(
        Wrong(
            "initiatives without an event dropped",
            first_join_inner,
            N_(
                "You have {answer}. The first join drops every initiative of which no event is "
                "told: the story of the successes."
            ),
        ),
        Wrong(
            "dropped by the second join",
            second_join_inner,
            N_(
                "You have {answer}. Whatever the first join keeps, the second drops whoever has no "
                "event with a row of its own. Look at both joins."
            ),
        ),
        Wrong(
            "both sides of the first join kept",
            both_sides_kept,
            N_(
                "You have {answer}: all initiatives, and after them everybody who took part in "
                "some event and is no initiative. Only one side is to be kept whole."
            ),
        ),
        Wrong(
            "every event added",
            every_event_added,
            N_(
                "You have {answer}: all initiatives, and after them every event that belongs to "
                "none of them. In the second join, which side is to be kept whole?"
            ),
        ),
        Wrong(
            "all who took part in anything",
            everybody_who_took_part,
            N_(
                "You have {answer}: everybody who took part in some event, initiatives or not. "
                "Which side of the join must be kept whole?"
            ),
        ),
    ),
    hints=(
        N_("Which table must not lose a row: the one on the left, or the one on the right?"),
        N_("`merge` keeps what is on both sides, unless its second argument says otherwise."),
        N_("Both joins keep the left side; the key of the second is what names an event."),
    ),
    meaning=N_(
        "You have {answer}: more rows than initiatives, since some have two events, and none is "
        "lost. Count before and after, whenever you join."
    ),
    probes=without_events,
)
