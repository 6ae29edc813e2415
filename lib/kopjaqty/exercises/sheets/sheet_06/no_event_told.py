"""Names: initiatives of a field of which no event is told."""

from kopjaqty.exercises.answers import Names
from kopjaqty.exercises.questions import Question, Wrong, prose


def reference(initiatives, participants, field):
    mine = initiatives[initiatives["field"] == field]
    left = mine.merge(
        participants, "left", left_on="initiative_id", right_on="entity_id", indicator=True
    )
    return left[left["_merge"] == "left_only"]["initiative_id"]


def with_a_loop(initiatives, participants, field):
    told = participants["entity_id"].tolist()
    mine = initiatives[initiatives["field"] == field]["initiative_id"]
    return [one for one in mine if one not in told]


def those_with_an_event(initiatives, participants, field):
    mine = initiatives[initiatives["field"] == field]
    return mine.merge(participants, left_on="initiative_id", right_on="entity_id")[
        "initiative_id"
    ].unique()


def those_without_a_date(initiatives, field):
    mine = initiatives[initiatives["field"] == field]
    return mine[mine["proposed"].isna()]["initiative_id"].tolist()


def every_field(initiatives, participants):
    told = participants["entity_id"].tolist()
    return [one for one in initiatives["initiative_id"] if one not in told]


def cases(initiatives, participants):
    """Fields in which some have an event and others, not just the undated ones, have none."""
    told = set(participants["entity_id"])
    found = []
    for field, group in initiatives.groupby("field", observed=True):
        ids = set(group["initiative_id"])
        undated = set(group[group["proposed"].isna()]["initiative_id"])
        if ids & told and ids - told and ids - told != undated and ids & told != ids - told:
            found.append({"field": str(field)})
    return found


QUESTION = Question(
    title=prose("Proposed, and then?"),
    task=prose(
        "Take the initiatives of the field that `ex.given(3)` names. Of which of them is **no "
        "event** told? Give their ids. (`participants` ties things to events.)"
    ),
    kind="compute",
    minutes=6,
    points=2,
    taught=prose("When did these things happen?"),
    answer=Names(),
    reference=reference,
    right=(with_a_loop,),
    wrong=(
        Wrong(
            "those with an event",
            those_with_an_event,
            prose(
                "{answer}: these do have an event. A plain `merge` keeps what is on both sides; "
                "you look for what falls out of it."
            ),
        ),
        Wrong(
            "no date taken for no event",
            those_without_a_date,
            prose(
                "{answer}: of these no day of the proposal is known. A thing can have an event "
                "without a date, and a date without an event. Ask `participants`."
            ),
        ),
        Wrong(
            "every field",
            every_field,
            prose("You have them for all fields: {answer}. Keep the field {field}."),
        ),
    ),
    hints=(
        prose("First the field, then a join that keeps all rows of the left table."),
        prose('`how="left"` with `indicator=True` writes beside each row where it was found.'),
        prose("What you want is marked `left_only` in the column `_merge`."),
    ),
    meaning=prose(
        "In the field {field} no document tells what became of {answer}. They are the ones whom a "
        "history of successes forgets."
    ),
    cases=cases,
)
