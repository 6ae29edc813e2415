"""A prediction: the Jaccard index of what two documents name."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Number
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(evidence, one, other):
    stated = evidence[evidence["table"] == "entities"]
    first = set(stated[stated["document_id"] == one]["record_id"])
    second = set(stated[stated["document_id"] == other]["record_id"])
    return len(first & second) / len(first | second)


def from_the_three_counts(evidence, one, other):
    things = evidence[evidence["table"] == "entities"].groupby("document_id")["record_id"]
    sets = things.apply(set)
    shared = len(sets[one] & sets[other])
    return shared / (len(sets[one]) + len(sets[other]) - shared)


def shared_counted_twice(evidence, one, other):
    stated = evidence[evidence["table"] == "entities"]
    first = set(stated[stated["document_id"] == one]["record_id"])
    second = set(stated[stated["document_id"] == other]["record_id"])
    return len(first & second) / (len(first) + len(second))


def share_of_the_first(evidence, one, other):
    stated = evidence[evidence["table"] == "entities"]
    first = set(stated[stated["document_id"] == one]["record_id"])
    second = set(stated[stated["document_id"] == other]["record_id"])
    return len(first & second) / len(first)


def share_of_the_second(evidence, one, other):
    stated = evidence[evidence["table"] == "entities"]
    first = set(stated[stated["document_id"] == one]["record_id"])
    second = set(stated[stated["document_id"] == other]["record_id"])
    return len(first & second) / len(second)


def what_is_not_shared(evidence, one, other):
    stated = evidence[evidence["table"] == "entities"]
    first = set(stated[stated["document_id"] == one]["record_id"])
    second = set(stated[stated["document_id"] == other]["record_id"])
    return 1 - len(first & second) / len(first | second)


def cases(evidence):
    """Pairs of documents that share so much that the named slips give other numbers."""
    stated = evidence[evidence["table"] == "entities"]
    things = stated.groupby("document_id")["record_id"].apply(set)
    found = []
    for n, one in enumerate(things.index):
        for other in things.index[n + 1 :]:
            shared, both = len(things[one] & things[other]), len(things[one] | things[other])
            sizes = len(things[one]), len(things[other])
            if shared / both - shared / sum(sizes) > 0.01 and sizes[0] != sizes[1]:
                found.append({"one": str(one), "other": str(other)})
    return found


QUESTION = Question(
    title=N_("Two pictures of the world"),
    task=N_(
        "Now not of one region alone: of **all** things that two documents name, how much do they "
        "have in common? The documents are those that `ex.given(1)` names. The cell prints three "
        "numbers: how many things the one names, how many the other, how many both. **Predict** "
        "the Jaccard index from these three, with paper and pencil or a line of code. Two decimals "
        "will do."
    ),
    kind="predict",
    minutes=4,
    points=2,
    taught=N_("Do the documents see the same region?"),
    answer=Number(tolerance=0.0051),
    reference=reference,
    right=(from_the_three_counts,),
    wrong=(
        Wrong(
            "the shared things counted twice",
            shared_counted_twice,
            N_(
                "{answer} is what both name, divided by the *sum* of the two. In that sum every "
                "shared thing stands twice. How many *different* things are there together?"
            ),
        ),
        Wrong(
            "the share of the first document",
            share_of_the_first,
            N_(
                "{answer} is the part of `{one}` that `{other}` names too. Turn the two round, and "
                "you get another number; the Jaccard index has no first and second."
            ),
        ),
        Wrong(
            "the share of the second document",
            share_of_the_second,
            N_(
                "{answer} is the part of `{other}` that `{one}` names too. Turn the two round, and "
                "you get another number; the Jaccard index has no first and second."
            ),
        ),
        Wrong(
            "what differs instead of what is shared",
            what_is_not_shared,
            N_(
                "{answer} is how much is *not* shared. The index is 1 where two sets are the same, "
                "not where they have nothing in common."
            ),
        ),
    ),
    hints=(
        N_("What they share, divided by what they have together."),
        N_("Together: the one and the other, but nothing twice."),
        N_(
            "Below the line: the first number plus the second, minus the third. Above it: the "
            "third."
        ),
    ),
    meaning=N_(
        "Most of what `{one}` and `{other}` name, only one of the two names, though one country's "
        "diplomacy is the matter of both. Compare before you add up: a sum of two pictures is a "
        "third one, which nobody drew."
    ),
    cases=cases,
    starter="""
        stated = evidence[evidence["table"] == "entities"]
        first = set(stated[stated["document_id"] == one]["record_id"])
        second = set(stated[stated["document_id"] == other]["record_id"])
        print(len(first), len(second), len(first & second))
    """,
)
