"""A function that gives a table: the claims about an initiative, for a person to read."""

import pandas as pd

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, TableOf
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(relations, entities, initiative):
    names = entities.set_index("entity_id")["name_en"]
    touching = (relations["subject_id"] == initiative) | (relations["object_id"] == initiative)
    mine = relations[touching]
    table = pd.DataFrame({"row": mine["relation_id"], "who": mine["subject_id"].map(names)})
    table["what"] = mine["object_id"].map(names)
    table["when"] = mine["date"].fillna("not stated")
    table["status"] = mine["status"]
    return table


def with_renamed_columns(relations, entities, initiative):
    names = entities.set_index("entity_id")["name_en"].to_dict()
    ends = relations[["subject_id", "object_id"]].isin([initiative])
    table = relations[ends["subject_id"] | ends["object_id"]].rename(
        columns={"relation_id": "row", "subject_id": "who", "object_id": "what", "date": "when"}
    )
    return table.assign(
        who=table["who"].map(names),
        what=table["what"].map(names),
        when=table["when"].fillna("not stated"),
    )


def lost_in_a_merge(relations, entities, initiative):
    touching = (relations["subject_id"] == initiative) | (relations["object_id"] == initiative)
    named = entities[["entity_id", "name_en"]]
    table = relations[touching].merge(named, left_on="subject_id", right_on="entity_id")
    table = table.merge(
        named, left_on="object_id", right_on="entity_id", suffixes=("_who", "_what")
    )
    return table.assign(
        row=table["relation_id"],
        who=table["name_en_who"],
        what=table["name_en_what"],
        when=table["date"].fillna("not stated"),
    )


def empty_cells_left(relations, entities, initiative):
    names = entities.set_index("entity_id")["name_en"]
    touching = (relations["subject_id"] == initiative) | (relations["object_id"] == initiative)
    mine = relations[touching]
    table = pd.DataFrame({"row": mine["relation_id"], "who": mine["subject_id"].map(names)})
    table["what"] = mine["object_id"].map(names)
    table["when"] = mine["date"]
    table["status"] = mine["status"]
    return table


def plans_left_out(relations, entities, initiative):
    facts = relations[relations["status"] == "stated"]
    return reference(facts, entities, initiative)


def who_and_what_swapped(relations, entities, initiative):
    table = reference(relations, entities, initiative)
    return table.rename(columns={"who": "what", "what": "who"})


def only_what_it_does(relations, entities, initiative):
    acting = relations[relations["subject_id"] == initiative]
    return reference(acting, entities, initiative)


def only_what_is_done_to_it(relations, entities, initiative):
    suffering = relations[relations["object_id"] == initiative]
    return reference(suffering, entities, initiative)


def without_names(relations, entities, initiative):  # noqa: ARG001 - called as the right one is
    touching = (relations["subject_id"] == initiative) | (relations["object_id"] == initiative)
    mine = relations[touching]
    table = pd.DataFrame({"row": mine["relation_id"], "who": mine["subject_id"]})
    table["what"] = mine["object_id"]
    table["when"] = mine["date"].fillna("not stated")
    table["status"] = mine["status"]
    return table


def cases(initiatives, relations):
    """Initiatives that act and are acted on, with a plan and an undated claim among these."""
    found = []
    for initiative in initiatives["initiative_id"]:
        acting = relations[relations["subject_id"] == initiative]
        suffering = relations[relations["object_id"] == initiative]
        both = pd.concat([acting, suffering])
        planned = both["status"] != "stated"
        if len(acting) and len(suffering) and both["date"].isna().any() and planned.any():
            found.append({"initiative": str(initiative)})
    return found


QUESTION = Question(
    title=N_("A table that a person can read"),
    task=N_(
        "**Table.** Write a function that takes `relations`, `entities` and an initiative, and "
        "gives a table of all relations that touch it, at either end, with the columns `row` (the "
        "relation's id), `who` and `what` (the English **names** of subject and object), `when` "
        "(the date as it stands there, and `not stated` where there is none) and `status`. No "
        "relation may be lost, even if `entities` has no name for an end of it: that cell is then "
        "empty. Try it on the initiative that `ex.given(4)` names."
    ),
    kind="make",
    minutes=7,
    points=3,
    taught=N_("How do I show the evidence?"),
    answer=Function(returns=TableOf(("row", "who", "what", "when", "status"))),
    reference=reference,
    right=(with_renamed_columns,),
    wrong=(
        Wrong(
            "lost in a merge",
            lost_in_a_merge,
            N_(
                "On the collection your function is right. Where `entities` has no name for an end "
                "of a relation, the whole relation is lost: to a `merge`, say, that keeps only "
                "what has a partner. How does a join keep every row of the table on its left?"
            ),
        ),
        Wrong(
            "an empty cell left empty",
            empty_cells_left,
            N_(
                "Your function gives {answer}, and `when` is empty in some of them. A reader takes "
                "that for *always*, or for carelessness: write out that nothing is stated."
            ),
        ),
        Wrong(
            "plans left out",
            plans_left_out,
            N_(
                "Your function gives {answer}: what is planned or proposed of {initiative} is "
                "missing. It belongs in the table, with its status beside it."
            ),
        ),
        Wrong(
            "who and what swapped",
            who_and_what_swapped,
            N_(
                "Your function gives {answer}, and in them whoever acts on {initiative} is acted "
                "on by it. `who` is the subject of a relation, `what` its object."
            ),
        ),
        Wrong(
            "only where it is the subject",
            only_what_it_does,
            N_(
                "Your function gives {answer}. Those in which {initiative} is the object are "
                "missing: all that others did for it, or with it."
            ),
        ),
        Wrong(
            "only where it is the object",
            only_what_is_done_to_it,
            N_(
                "Your function gives {answer}. Those in which {initiative} is the subject are "
                "missing: what it belongs to or aims at."
            ),
        ),
        Wrong(
            "ids instead of names",
            without_names,
            N_(
                "Your function gives {answer}, with ids under `who` and `what`. No minister reads "
                "ids: look their names up in `entities`."
            ),
        ),
    ),
    hints=(
        N_("First the rows, at either end; then a new table, column by column."),
        N_("A Series with ids as its index and names as its values can be given to `map`."),
        N_('`fillna("not stated")` for the date; the rest are columns with another name.'),
    ),
    meaning=N_(
        "On {initiative} you have {answer}, plans and gaps included. This is the floor of the "
        "brief: what is not in it must not be in a sentence, nor in a picture."
    ),
    cases=cases,
    probes=lambda entities: [
        (N_("a thing that is not there"), {"initiative": "nothing"}),
        (N_("an initiative of many relations"), {"initiative": "sdg_centre"}),
        (N_("relations of things without a name"), {"entities": entities.iloc[:0]}),
    ],
)
