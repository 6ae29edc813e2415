"""A function: all that belongs to something, on any level below it."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, Names
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(entities, whole):
    parent = dict(zip(entities["entity_id"], entities["parent_id"], strict=True))
    found = []
    for name, above in parent.items():
        here = above
        while here in parent and here != whole:
            here = parent[here]
        if here == whole:
            found += [name]
    return found


def level_by_level(entities, whole):
    found, level = set(), {whole}
    while level:
        level = set(entities[entities["parent_id"].isin(level)]["entity_id"])
        found |= level
    return found


def direct_parts_only(entities, whole):
    return entities[entities["parent_id"] == whole]["entity_id"]


def with_itself(entities, whole):
    found = level = [whole]
    while level:
        level = list(entities[entities["parent_id"].isin(level)]["entity_id"])
        found = found + level
    return found


def upwards(entities, whole):
    parent = dict(zip(entities["entity_id"], entities["parent_id"], strict=True))
    found = []
    here = parent.get(whole)
    while isinstance(here, str):
        found.append(here)
        here = parent.get(here)
    return found


def parts_and_their_parts(entities, whole):
    parts = entities[entities["parent_id"] == whole]["entity_id"]
    below = entities[entities["parent_id"].isin(parts)]["entity_id"]
    return [*parts, *below]


def stops_at_a_gap(entities, whole):
    parent = entities.set_index("entity_id")["parent_id"]
    found = []
    for name in entities["entity_id"]:
        here = parent[name]
        while isinstance(here, str):
            if here == whole:
                found.append(name)
            here = parent[here]
    return found


def probes(entities):
    """A thing without parts, one that is not there, the largest family, a long chain."""
    chain = entities.head(9).copy()
    chain["parent_id"] = chain["entity_id"].shift()
    return [
        (N_("a thing without parts"), {"whole": "kazinform"}),
        (N_("a thing that is not there"), {"whole": "atlantis"}),
        (N_("the United Nations"), {"whole": "un"}),
        (
            N_("a chain of parts of parts"),
            {"entities": chain, "whole": chain["entity_id"].iloc[0]},
        ),
    ]


def cases(entities):
    """Organs, organizations and states that have parts, and parts of parts."""
    parent = entities.set_index("entity_id")["parent_id"]
    middle = parent[parent.index.isin(parent.dropna())].dropna()
    kinds = entities.set_index("entity_id")["kind"]
    kept = kinds[kinds.index.isin(middle) & kinds.isin(["country", "organ", "organization"])]
    return [{"whole": str(name)} for name in kept.index]


QUESTION = Question(
    title=N_("A whole household"),
    task=N_(
        "Write a function that takes the table `entities` and the id of a thing, and gives the "
        "ids of all that belongs to it by `parent_id`: its parts, the parts of its parts, and so "
        "on down, **however deep** it goes. The thing itself is not among them. What has no parts "
        "gives nothing. It is tried on cut tables, too, in which a parent need not have a row of "
        "its own. Try it yourself on the thing that `ex.given(5)` names."
    ),
    kind="make",
    minutes=10,
    points=3,
    taught=N_("What belongs to what?"),
    answer=Function(returns=Names()),
    reference=reference,
    right=(level_by_level,),
    wrong=(
        Wrong(
            "the direct parts only",
            direct_parts_only,
            N_(
                "Your function stops after one step: it gives {answer}. Some of these have parts "
                "of their own, as an organ has its sessions. They belong to `whole` too."
            ),
        ),
        Wrong(
            "the whole counted as its own part",
            with_itself,
            N_(
                "Your function gives {answer}. Is the whole itself among them? It is not its own "
                "part: begin with what is below it."
            ),
        ),
        Wrong(
            "direction reversed",
            upwards,
            N_(
                "Your function climbs **up** and gives {answer}: what the thing belongs to. You "
                "were asked for what belongs to it, which is down."
            ),
        ),
        Wrong(
            "two levels only",
            parts_and_their_parts,
            N_(
                "Your function gives {answer}: parts, their parts, and there it ends. How "
                "deep a hierarchy goes is not known beforehand; `while` goes on as long as needed."
            ),
        ),
        Wrong(
            "a parent without a row of its own",
            stops_at_a_gap,
            N_(
                "On the collection your function is right. But in a table that is cut, a parent "
                "may have no row, and `parent[...]` stops with a KeyError there. Ask first whether "
                "it is there: `here in parent`; or use `parent.get(here)`."
            ),
        ),
    ),
    hints=(
        N_(
            "The lesson climbed from a debate to the top with `while`. A thing belongs to `whole` "
            "if its way up comes past it."
        ),
        N_(
            "Make a dict from each id to its parent, with `zip`. For every name in it, climb until "
            "you meet `whole`, or until there is nothing above."
        ),
        N_(
            "`here` begins as the name's parent. While `here` is in the dict and is not `whole`, "
            "climb one step. After the loop, look whether `here` is `whole`; if so, keep the name."
        ),
    ),
    meaning=N_(
        "To {whole} belong {answer}. Sessions, offices and programmes come along with their "
        "organs: whoever counts an organization's bodies has to say how deep the count goes."
    ),
    cases=cases,
    probes=probes,
)
