"""A function: who is named in the same document, and yet tied by no relation."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, Names
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(mentions, network, document, thing):
    named = mentions[mentions["document_id"] == document]["entity_id"]
    untied = []
    for name in set(named):
        tied = network.has_edge(thing, name) or network.has_edge(name, thing)
        if name != thing and not tied:
            untied.append(name)
    return untied


def with_sets(mentions, network, document, thing):
    named = set(mentions[mentions["document_id"] == document]["entity_id"])
    acting = {who for who, what in network.edges() if what == thing}
    acted_upon = {what for who, what in network.edges() if who == thing}
    return named - acting - acted_upon - {thing}


def tied_instead(mentions, network, document, thing):
    named = set(mentions[mentions["document_id"] == document]["entity_id"])
    return [
        name for name in named if network.has_edge(thing, name) or network.has_edge(name, thing)
    ]


def leaving_only(mentions, network, document, thing):
    named = set(mentions[mentions["document_id"] == document]["entity_id"])
    return [name for name in named if name != thing and not network.has_edge(thing, name)]


def arriving_only(mentions, network, document, thing):
    named = set(mentions[mentions["document_id"] == document]["entity_id"])
    return [name for name in named if name != thing and not network.has_edge(name, thing)]


def edges_of_this_document(mentions, network, document, thing):
    named = set(mentions[mentions["document_id"] == document]["entity_id"])
    tied = {thing}
    for who, what, edge in network.edges(data=True):
        if document in edge["documents"] and thing in (who, what):
            tied |= {who, what}
    return named - tied


def of_all_documents(mentions, network, document, thing):  # noqa: ARG001 - the slip is to forget it
    named = set(mentions["entity_id"])
    return [
        name
        for name in named
        if name != thing and not network.has_edge(thing, name) and not network.has_edge(name, thing)
    ]


def itself_kept(mentions, network, document, thing):
    named = set(mentions[mentions["document_id"] == document]["entity_id"])
    return [
        name
        for name in named
        if not network.has_edge(thing, name) and not network.has_edge(name, thing)
    ]


def once_a_mention(mentions, network, document, thing):
    named = mentions[mentions["document_id"] == document]["entity_id"]
    return [
        name
        for name in named
        if name != thing and not network.has_edge(thing, name) and not network.has_edge(name, thing)
    ]


def cases(mentions, network, entities):
    """Bodies named twice or more in a document, tied both ways to others that are named there."""
    kinds = ["centre", "forum", "initiative", "mission", "organ", "organization", "session"]
    bodies = set(entities[entities["kind"].isin(kinds)]["entity_id"])
    found = []
    for document, rows in mentions.groupby("document_id"):
        counts = rows["entity_id"].value_counts()
        named = sorted(counts.index)
        for thing in [name for name in named if name in bodies and counts[name] > 1]:
            leaving = {name for name in named if network.has_edge(thing, name)}
            arriving = {name for name in named if network.has_edge(name, thing)}
            if leaving - arriving and arriving - leaving:
                found.append({"document": str(document), "thing": str(thing)})
    return found


def probes(network):
    """Things without a relation or without a mention, a document without names, no edges."""
    return [
        (N_("nobody, of whom no relation tells"), {"thing": "nobody"}),
        (N_("kz_peacekeepers, from whom edges only leave"), {"thing": "kz_peacekeepers"}),
        (N_("central_asia, at which edges only arrive"), {"thing": "central_asia"}),
        (N_("a document that names nothing"), {"document": "no_document"}),
        (N_("a network without edges"), {"network": network.__class__()}),
        (N_("another document"), {"document": "analysis_2024", "thing": "un"}),
    ]


QUESTION = Question(
    title=N_("Printed together, and not tied"),
    task=N_(
        "A mention is not a relation. Write a function that takes `mentions`, `network`, the id of "
        "a document and the id of a thing. It gives the ids of all others that are **named in that "
        "document** and that **no edge ties to the thing**, in neither direction and in none of "
        "the documents; each id once. It must also work for a thing that has no edge at all. Try "
        "it on the document and the thing that `ex.given(5)` names."
    ),
    kind="make",
    minutes=9,
    points=4,
    taught=N_("Why not simply link all that is named together?"),
    answer=Function(returns=Names()),
    reference=reference,
    right=(with_sets,),
    wrong=(
        Wrong(
            "the tied ones instead of the others",
            tied_instead,
            N_(
                "Your function gives {answer}: those that *are* tied to the thing. You were asked "
                "for those that only stand in the same document."
            ),
        ),
        Wrong(
            "one direction only",
            leaving_only,
            N_(
                "Your function gives {answer}. Among them are some from which an edge *arrives* at "
                "the thing. `has_edge(a, b)` knows only edges from a to b: ask the other way too."
            ),
        ),
        Wrong(
            "the other direction only",
            arriving_only,
            N_(
                "Your function gives {answer}. Among them are some to which an edge of the thing "
                "*leads*. `has_edge(b, a)` knows only edges from b to a: ask the other way too."
            ),
        ),
        Wrong(
            "every document instead of one",
            of_all_documents,
            N_(
                "Your function gives {answer}: names of all documents. Keep those that stand in "
                "the one you were given."
            ),
        ),
        Wrong(
            "ties of one document only",
            edges_of_this_document,
            N_(
                "Your function gives {answer}. It asks only for edges that the same document "
                "states. Another document may tie two that stand together in this one: take all "
                "edges of the network."
            ),
        ),
        Wrong(
            "the thing itself kept",
            itself_kept,
            N_(
                "Your function gives {answer}, and the thing itself is among them. Nothing has to "
                "be tied to itself: leave it out."
            ),
        ),
        Wrong(
            "an item for each mention",
            once_a_mention,
            N_(
                "Your function gives {answer}: one item for each *mention*. Who is named again and "
                "again is still one. The lesson used `set` for that."
            ),
        ),
    ),
    hints=(
        N_("First all that the document names; then throw out what is tied, and itself."),
        N_('`mentions[mentions["document_id"] == document]["entity_id"]` has the names.'),
        N_(
            "In a loop over the different names: keep one if it is not the thing, and neither "
            "`has_edge` from the thing to it nor `has_edge` back is True."
        ),
    ),
    meaning=N_(
        "A program that links what is printed together would tie `{thing}` to each of these: "
        "{answer}. No document states any of these ties. Some may exist in the world all the same: "
        "a missing edge is no denial."
    ),
    cases=cases,
    probes=probes,
)
