"""A graph: all that is stated of a thing, without what is planned or proposed."""

import networkx as nx

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import GraphOf
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(relations, thing):
    graph = nx.MultiDiGraph()
    for row in relations[relations["status"] == "stated"].itertuples():
        if thing in (row.subject_id, row.object_id):
            graph.add_edge(row.subject_id, row.object_id, key=row.relation_id)
    return graph


def by_filters(relations, thing):
    stated = relations[relations["status"] == "stated"]
    about = stated[(stated["subject_id"] == thing) | (stated["object_id"] == thing)]
    ends = zip(about["subject_id"], about["object_id"], about["relation_id"], strict=True)
    graph = nx.MultiDiGraph()
    graph.add_edges_from(list(ends))
    return graph


def plans_kept(relations, thing):
    about = relations[(relations["subject_id"] == thing) | (relations["object_id"] == thing)]
    return nx.MultiDiGraph(list(zip(about["subject_id"], about["object_id"], strict=True)))


def direction_reversed(relations, thing):
    stated = relations[relations["status"] == "stated"]
    about = stated[(stated["subject_id"] == thing) | (stated["object_id"] == thing)]
    return nx.MultiDiGraph(list(zip(about["object_id"], about["subject_id"], strict=True)))


def as_subject_only(relations, thing):
    stated = relations[relations["status"] == "stated"]
    about = stated[stated["subject_id"] == thing]
    return nx.MultiDiGraph(list(zip(about["subject_id"], about["object_id"], strict=True)))


def as_object_only(relations, thing):
    stated = relations[relations["status"] == "stated"]
    about = stated[stated["object_id"] == thing]
    return nx.MultiDiGraph(list(zip(about["subject_id"], about["object_id"], strict=True)))


def everything_stated(relations):
    stated = relations[relations["status"] == "stated"]
    return nx.MultiDiGraph(list(zip(stated["subject_id"], stated["object_id"], strict=True)))


def cases(relations):
    """Things that are subject of some stated rows and object of others, and subject of a plan.

    Where the plan has the thing as its object, a slip with `|` and `&` would not show.
    """
    stated = relations[relations["status"] == "stated"]
    rest = relations[relations["status"] != "stated"]
    ends = set(stated["subject_id"]) & set(stated["object_id"])
    found = []
    for thing in sorted(ends & set(rest["subject_id"])):
        rows = ((stated["subject_id"] == thing) | (stated["object_id"] == thing)).sum()
        if 3 <= rows <= 30:
            found.append({"thing": str(thing)})
    return found


QUESTION = Question(
    title=N_("Leave the plans out"),
    task=N_(
        "The lesson's own builder took four predicates and every status. Change it: build a "
        "`MultiDiGraph` from `relations` with all rows in which the thing that `ex.given(4)` names "
        "is subject **or** object, whatever the predicate, but only those whose `status` is "
        "`stated`. What is planned or proposed stays out. An edge goes from subject to object; its "
        "key is the id of its row."
    ),
    kind="modify",
    minutes=7,
    points=3,
    taught=N_("How do I build a graph by hand?"),
    answer=GraphOf(directed=True, keyed=True),
    reference=reference,
    right=(by_filters,),
    wrong=(
        Wrong(
            "planned taken for happened",
            plans_kept,
            N_(
                "You have {answer}, and among the edges there are some that are only planned or "
                "proposed. In a drawing they would look like facts. Which column tells? (Where "
                "`&` and `|` meet, put the two that `|` joins into brackets of their own.)"
            ),
        ),
        Wrong(
            "direction reversed",
            direction_reversed,
            N_(
                "You have {answer}, as many as there should be, but each runs the wrong way: from "
                "object to subject. In `add_edge` the first name is the one that acts."
            ),
        ),
        Wrong(
            "only what it does itself",
            as_subject_only,
            N_(
                "You have {answer}: only rows in which `{thing}` is the subject. Those in which "
                "others do something with it, or belong to it, are missing."
            ),
        ),
        Wrong(
            "only what is done to it",
            as_object_only,
            N_(
                "You have {answer}: only rows in which `{thing}` is the object. What it does "
                "itself, or what it belongs to, is missing."
            ),
        ),
        Wrong(
            "everybody's claims",
            everything_stated,
            N_(
                "You have {answer}: that is all that is stated of anything. Keep the rows in which "
                "`{thing}` is one of the two ends. (With `or`, write both comparisons out: "
                "`a or b == c` does not compare a.)"
            ),
        ),
    ),
    hints=(
        N_("Start from the lesson's loop with `add_edge`, and change which rows it goes through."),
        N_('First filter: `relations["status"] == "stated"`. Then one `if` for each row.'),
        N_(
            "The `if` asks whether `row.subject_id` **or** `row.object_id` is your thing. The rest "
            "of the loop stays as it was in the lesson."
        ),
    ),
    meaning=N_(
        "Around `{thing}` there is {answer} once the plans are out. Draw both, with and without: "
        "the difference is what the documents hope for."
    ),
    cases=cases,
)
