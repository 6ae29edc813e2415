"""A prediction: how many ties a projection makes of one event."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Number
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(participants, event):
    n = participants[participants["event_id"] == event]["entity_id"].nunique()
    return n * (n - 1) / 2


def by_listing_pairs(participants, event):
    room = participants[participants["event_id"] == event]["entity_id"].unique()
    pairs = 0
    for n in range(len(room)):
        pairs = pairs + n
    return pairs


def one_tie_each(participants, event):
    return participants[participants["event_id"] == event]["entity_id"].nunique()


def each_pair_twice(participants, event):
    n = participants[participants["event_id"] == event]["entity_id"].nunique()
    return n * (n - 1)


def with_oneself(participants, event):
    n = participants[participants["event_id"] == event]["entity_id"].nunique()
    return n * n


def with_the_event(participants, event):
    n = participants[participants["event_id"] == event]["entity_id"].nunique()
    return n * (n + 1) / 2


def cases(participants):
    """Events to which more than three things are tied, each of them once."""
    rows = participants.groupby("event_id")["entity_id"].agg(["size", "nunique"])
    chosen = rows[(rows["nunique"] > 3) & (rows["size"] == rows["nunique"])]
    return [{"event": str(event)} for event in chosen.index]


QUESTION = Question(
    title=N_("One event, how many ties?"),
    task=N_(
        "Look up in `participants` what is tied to the event that `ex.given(1)` names, whatever "
        "its role: who acts, where it was done, what it is about. (The lesson took some of these "
        "away; here they all stay.) **Predict**, before any graph is made: if the two-mode network "
        "is projected on all of them, how many ties does this one event make?"
    ),
    kind="predict",
    minutes=3,
    points=1,
    taught=N_("Who was in the room together?"),
    answer=Number(),
    reference=reference,
    right=(by_listing_pairs,),
    wrong=(
        Wrong(
            "participants instead of pairs",
            one_tie_each,
            N_(
                "{answer} is how many are tied to {event}. In the two-mode network these are the "
                "lines to the event; in the projection the event is gone, and its participants "
                "are tied to one another."
            ),
        ),
        Wrong(
            "each pair counted from both ends",
            each_pair_twice,
            N_(
                "{answer} counts every pair of {event} twice, once from each end. A tie has no "
                "direction here."
            ),
        ),
        Wrong(
            "everyone tied to themselves",
            with_oneself,
            N_("{answer} ties everyone of {event} to themselves, too, and each pair twice."),
        ),
        Wrong(
            "one more in the room",
            with_the_event,
            N_(
                "{answer} is the number of pairs if there were one more in the room. Did you tie "
                "the event itself, {event}, to its participants, or everyone to themselves?"
            ),
        ),
    ),
    hints=(
        N_("Count who and what stands there. Then draw them on paper and tie each to each."),
        N_("Each of them is tied to all the others; a pair is one tie, not two."),
        N_("With n participants: n times (n − 1), and half of it."),
    ),
    meaning=N_(
        "One event, {answer} ties. Who acted, where, and what it was about now look alike. And the "
        "number grows with the square of those who stand there: large meetings flood a projection, "
        "and a summit of a hundred would drown all else."
    ),
    cases=cases,
)
