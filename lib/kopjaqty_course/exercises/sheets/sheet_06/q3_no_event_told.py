"""Names: things of two kinds of which no event is told."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Names
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(entities, participants, kind, other):
    mine = entities[entities["kind"].isin([kind, other])]
    left = mine.merge(participants, "left", on="entity_id", indicator=True)
    return left[left["_merge"] == "left_only"]["entity_id"]


def with_a_loop(entities, participants, kind, other):
    told = participants["entity_id"].tolist()
    mine = entities[entities["kind"].isin([kind, other])]["entity_id"]
    return [one for one in mine if one not in told]


def those_with_an_event(entities, participants, kind, other):
    mine = entities[entities["kind"].isin([kind, other])]
    return mine.merge(participants, on="entity_id")["entity_id"].unique()


def every_kind(entities, participants):
    told = participants["entity_id"].tolist()
    return [one for one in entities["entity_id"] if one not in told]


def those_of_one_kind(entities, participants, kind):
    told = participants["entity_id"].tolist()
    mine = entities[entities["kind"] == kind]["entity_id"]
    return [one for one in mine if one not in told]


def all_of_them(entities, kind, other):
    return entities[entities["kind"].isin([kind, other])]["entity_id"].tolist()


def what_nothing_is_done_to(entities, participants, kind, other):
    done_to = participants[participants["role"] == "object"]["entity_id"].tolist()
    mine = entities[entities["kind"].isin([kind, other])]["entity_id"]
    return [one for one in mine if one not in done_to]


def events_without_a_date(entities, participants, events, kind, other):
    mine = entities[entities["kind"].isin([kind, other])]
    left = mine.merge(participants, "left", on="entity_id")
    left = left.merge(events[["event_id", "date"]], "left", on="event_id")
    return left[left["date"].isna()]["entity_id"].unique()


def cases(entities, participants, events):
    """Two kinds each: some have an event and others, in both kinds, have none.

    Nor are these just those whose event is undated, or those that are the object of none.
    """
    told = set(participants["entity_id"])
    kinds = ["centre", "document", "forum", "initiative", "mission", "national_body", "observance"]
    kinds += ["organ", "organization", "process", "programme", "session", "treaty"]
    ids = entities.groupby("kind", observed=True)["entity_id"].agg(list).map(set)
    found = []
    for n, kind in enumerate(kinds):
        for other in kinds[n + 1 :]:
            both = ids[kind] | ids[other]
            undated = events_without_a_date(entities, participants, events, kind, other)
            sets = {frozenset(both), frozenset(both & told), frozenset(undated)}
            sets.add(frozenset(what_nothing_is_done_to(entities, participants, kind, other)))
            silent = [ids[kind] - told, ids[other] - told]
            if len(sets | {frozenset(both - told)}) == 5 and all(silent):
                found.append({"kind": kind, "other": other})
    return found


QUESTION = Question(
    title=N_("Named, and then?"),
    task=N_(
        "Take the things of the two **kinds** that `ex.given(3)` names (`kind` in `entities`). Of "
        "which of them is **no event** told? Give their ids. (`participants` ties things to "
        "events, in whatever role.)"
    ),
    kind="compute",
    minutes=6,
    points=2,
    taught=N_("When did these things happen?"),
    answer=Names(),
    reference=reference,
    right=(with_a_loop,),
    wrong=(
        Wrong(
            "those with an event",
            those_with_an_event,
            N_(
                "{answer}: these do have an event. A plain `merge` keeps what is on both sides; "
                "you look for what falls out of it."
            ),
        ),
        Wrong(
            "every kind",
            every_kind,
            N_(
                "You have them for all kinds: {answer}. Keep the kinds {kind} and {other}: `isin` "
                "asks for both."
            ),
        ),
        Wrong(
            "one kind of two",
            those_of_one_kind,
            N_("You have {answer}, those of the kind {kind}. Those of {other} are missing."),
        ),
        Wrong(
            "the object's role alone",
            what_nothing_is_done_to,
            N_(
                "{answer}: in no event are these the *object*. But a thing can stand in an event "
                "in another role: as a theme, as the place where it was done, as one who acts."
            ),
        ),
        Wrong(
            "all that there are",
            all_of_them,
            N_(
                "{answer}: these are all things of the two kinds. Of some an event is told. Which "
                "row of `participants` would say so?"
            ),
        ),
        Wrong(
            "an event without a date taken for none",
            events_without_a_date,
            N_(
                "{answer}: of one at least an event is told, but without a day. Whether there is "
                "an event stands in `event_id`, or in the column `_merge`; not in `date`."
            ),
        ),
    ),
    hints=(
        N_("First the kinds, then a join that keeps all rows of the left table."),
        N_('`how="left"` with `indicator=True` writes beside each row where it was found.'),
        N_("What you want is marked `left_only` in the column `_merge`."),
    ),
    meaning=N_(
        "Of the kinds {kind} and {other} no event is told of {answer}. They are named, and yet a "
        "history that is made of events forgets them."
    ),
    cases=cases,
)
