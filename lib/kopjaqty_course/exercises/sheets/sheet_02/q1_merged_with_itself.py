"""A prediction: how many rows a merge gives whose key repeats on both sides."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Number
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(names, institution):
    known_as = names[names["entity_id"] == institution]
    return len(known_as.merge(known_as, on="entity_id"))


def squared(names, institution):
    return int((names["entity_id"] == institution).sum()) ** 2


def one_partner_each(names, institution):
    return len(names[names["entity_id"] == institution])


def one_below_the_other(names, institution):
    known_as = names[names["entity_id"] == institution]
    return len(known_as) + len(known_as)


def not_with_itself(names, institution):
    known_as = names[names["entity_id"] == institution]
    return len(known_as) * (len(known_as) - 1)


def each_pair_once(names, institution):
    known_as = names[names["entity_id"] == institution]
    return len(known_as) * (len(known_as) - 1) / 2


def the_whole_table(names):
    return len(names.merge(names, on="entity_id"))


def cases(names, entities):
    """Institutions of the UN family and others that have between six and eight names."""
    kinds = ["centre", "forum", "mission", "organ", "organization"]
    institutions = entities[entities["kind"].isin(kinds)]["entity_id"]
    sizes = names[names["entity_id"].isin(institutions)].groupby("entity_id").size()
    return [{"institution": str(name)} for name in sizes[sizes.between(6, 8)].index]


QUESTION = Question(
    title=N_("A careless merge"),
    task=N_(
        "The cell takes the names of the institution that `ex.given(1)` names, and counts them. "
        "A colleague wants each name beside the institution's other names, and writes "
        '`known_as.merge(known_as, on="entity_id")`. **Predict** before you run anything of the '
        "kind: how many rows does that give?"
    ),
    kind="predict",
    minutes=4,
    points=2,
    taught=N_("How do I bring two tables together?"),
    answer=Number(),
    reference=reference,
    right=(squared,),
    wrong=(
        Wrong(
            "one partner for each row",
            one_partner_each,
            N_(
                "{answer} rows would come out if each row found **one** partner, as in a merge "
                "with `entities`. But here every row on the right has the same key, {institution}: "
                "how many partners does one row on the left find?"
            ),
        ),
        Wrong(
            "one table below the other",
            one_below_the_other,
            N_(
                "{answer} is the sum: so many rows come out if one table is put **below** the "
                "other. A merge puts rows **side by side**, one for each pair with the same key."
            ),
        ),
        Wrong(
            "a row left out as its own partner",
            not_with_itself,
            N_(
                "Nearly: {answer} counts each name with every **other** name. The merge does not "
                "know that a row should leave itself out. Its key is the same as its own, too."
            ),
        ),
        Wrong(
            "each pair once",
            each_pair_once,
            N_(
                "{answer} is how many pairs can be made of the names. The merge goes row by row "
                "on the left, though: it puts A beside B, then B beside A, and A beside A."
            ),
        ),
        Wrong(
            "the whole table instead of one institution",
            the_whole_table,
            N_(
                "{answer} rows come from the whole of `names`. Here only the rows of {institution} "
                "are merged."
            ),
        ),
    ),
    hints=(
        N_("In the lesson, `names` was merged with itself. What did every name meet there?"),
        N_("Take one row on the left. Its key is {institution}. Which rows on the right match?"),
        N_("Each row on the left meets all on the right; so multiply, and leave none out."),
    ),
    meaning=N_(
        "{answer} rows for one institution, {institution}. Nothing was wrong with the table and "
        "nothing complained; yet a count of documents, or of soldiers, from it would be far too "
        "high. `validate=` would have said so at once."
    ),
    cases=cases,
    starter="""
        known_as = names[names["entity_id"] == institution]
        print(len(known_as))
    """,
)
