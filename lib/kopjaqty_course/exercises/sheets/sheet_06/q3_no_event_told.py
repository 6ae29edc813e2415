"""Names: initiatives of two fields of which no event is told."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Names
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(initiatives, participants, field, other):
    mine = initiatives[initiatives["field"].isin([field, other])]
    left = mine.merge(
        participants, "left", left_on="initiative_id", right_on="entity_id", indicator=True
    )
    return left[left["_merge"] == "left_only"]["initiative_id"]


def with_a_loop(initiatives, participants, field, other):
    told = participants["entity_id"].tolist()
    mine = initiatives[initiatives["field"].isin([field, other])]["initiative_id"]
    return [one for one in mine if one not in told]


def those_with_an_event(initiatives, participants, field, other):
    mine = initiatives[initiatives["field"].isin([field, other])]
    return mine.merge(participants, left_on="initiative_id", right_on="entity_id")[
        "initiative_id"
    ].unique()


def those_without_a_date(initiatives, field, other):
    mine = initiatives[initiatives["field"].isin([field, other])]
    return mine[mine["proposed"].isna()]["initiative_id"].tolist()


def every_field(initiatives, participants):
    told = participants["entity_id"].tolist()
    return [one for one in initiatives["initiative_id"] if one not in told]


def those_proposed(initiatives, field, other):
    mine = initiatives[initiatives["field"].isin([field, other])]
    return mine[mine["stage"] == "proposed"]["initiative_id"].tolist()


def those_of_one_field(initiatives, participants, field):
    told = participants["entity_id"].tolist()
    mine = initiatives[initiatives["field"] == field]["initiative_id"]
    return [one for one in mine if one not in told]


def all_of_them(initiatives, field, other):
    return initiatives[initiatives["field"].isin([field, other])]["initiative_id"].tolist()


def events_without_a_date(initiatives, participants, events, field, other):
    mine = initiatives[initiatives["field"].isin([field, other])]
    left = mine.merge(participants, "left", left_on="initiative_id", right_on="entity_id")
    left = left.merge(events[["event_id", "date"]], "left", on="event_id")
    return left[left["date"].isna()]["initiative_id"].unique()


def cases(initiatives, participants, events):
    """Two fields each: some have an event and others, in both fields, have none.

    Nor are these just the undated ones, those that are proposed, or those whose event is.
    """
    told = set(participants["entity_id"])
    ids = initiatives.groupby("field", observed=True)["initiative_id"].agg(set)
    fields = [str(field) for field in ids.index if ids[field] - told]
    found = []
    for n, field in enumerate(fields):
        for other in fields[n + 1 :]:
            both = ids[field] | ids[other]
            undated = events_without_a_date(initiatives, participants, events, field, other)
            sets = {frozenset(both), frozenset(both & told), frozenset(undated)}
            sets.add(frozenset(those_without_a_date(initiatives, field, other)))
            sets.add(frozenset(those_proposed(initiatives, field, other)))
            if len(sets | {frozenset(both - told)}) == 6:
                found.append({"field": field, "other": other})
    return found


QUESTION = Question(
    title=N_("Proposed, and then?"),
    task=N_(
        "Take the initiatives of the two fields that `ex.given(3)` names. Of which of them is "
        "**no event** told? Give their ids. (`participants` ties things to events.)"
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
            "no date taken for no event",
            those_without_a_date,
            N_(
                "{answer}: of these no day of the proposal is known. A thing can have an event "
                "without a date, and a date without an event. Ask `participants`."
            ),
        ),
        Wrong(
            "every field",
            every_field,
            N_(
                "You have them for all fields: {answer}. Keep the fields {field} and {other}: "
                "`isin` asks for both."
            ),
        ),
        Wrong(
            "one field of two",
            those_of_one_field,
            N_("You have {answer}, those of the field {field}. Those of {other} are missing."),
        ),
        Wrong(
            "proposed taken for no event",
            those_proposed,
            N_(
                "{answer}: these are at the stage *proposed*. But a proposal can be an event "
                "itself, a speech on a day. Ask `participants`, not the stage."
            ),
        ),
        Wrong(
            "all that there are",
            all_of_them,
            N_(
                "{answer}: these are all initiatives of the two fields. Of some an event is told. "
                "Which row of `participants` would say so?"
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
        N_("First the fields, then a join that keeps all rows of the left table."),
        N_('`how="left"` with `indicator=True` writes beside each row where it was found.'),
        N_("What you want is marked `left_only` in the column `_merge`."),
    ),
    meaning=N_(
        "In the fields {field} and {other} no event is told of {answer}. They are the ones whom a "
        "history of successes forgets."
    ),
    cases=cases,
)
