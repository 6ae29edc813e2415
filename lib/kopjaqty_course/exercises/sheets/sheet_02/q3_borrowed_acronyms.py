"""A table: what has an acronym in Russian and none of its own in Kazakh."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import TableOf
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(names, entities):
    acronyms = names[names["type"] == "acronym"]
    russian = acronyms[acronyms["language"] == "ru"][["entity_id", "name"]]
    kazakh = acronyms[(acronyms["language"] == "kk") & acronyms["standard"]]
    own = kazakh[["entity_id", "name"]]
    both = russian.merge(own, on="entity_id", how="left", suffixes=("", "_kk"))
    without = both[both["name_kk"].isna()][["entity_id", "name"]]
    return without.merge(entities[["entity_id", "kind"]], on="entity_id", validate="many_to_one")


def by_filter(names, entities):
    acronyms = names[names["type"] == "acronym"]
    own = acronyms[(acronyms["language"] == "kk") & acronyms["standard"]]["entity_id"]
    russian = acronyms[(acronyms["language"] == "ru") & ~acronyms["entity_id"].isin(own)].copy()
    russian["kind"] = russian["entity_id"].map(entities.set_index("entity_id")["kind"])
    return russian[["kind", "entity_id", "name"]]


def inner_merge(names, entities):
    acronyms = names[names["type"] == "acronym"]
    russian = acronyms[acronyms["language"] == "ru"][["entity_id", "name"]]
    own = acronyms[(acronyms["language"] == "kk") & acronyms["standard"]]
    both = russian.merge(own[["entity_id"]].drop_duplicates(), on="entity_id")
    return both.merge(entities[["entity_id", "kind"]], on="entity_id")


def borrowed_taken_for_own(names, entities):
    acronyms = names[names["type"] == "acronym"]
    russian = acronyms[acronyms["language"] == "ru"][["entity_id", "name"]]
    kazakh = acronyms[acronyms["language"] == "kk"]["entity_id"]
    without = russian[~russian["entity_id"].isin(kazakh)]
    return without.merge(entities[["entity_id", "kind"]], on="entity_id")


def all_russian(names, entities):
    acronyms = names[names["type"] == "acronym"]
    russian = acronyms[acronyms["language"] == "ru"][["entity_id", "name"]]
    return russian.merge(entities[["entity_id", "kind"]], on="entity_id")


def only_borrowed(names, entities):
    acronyms = names[names["type"] == "acronym"]
    russian = acronyms[acronyms["language"] == "ru"][["entity_id", "name"]]
    kazakh = acronyms[acronyms["language"] == "kk"]
    own = kazakh[kazakh["standard"]]["entity_id"]
    borrowed = kazakh[~kazakh["entity_id"].isin(own)]["entity_id"]
    without = russian[russian["entity_id"].isin(borrowed)]
    return without.merge(entities[["entity_id", "kind"]], on="entity_id")


def the_lessons_list(names, entities):
    acronyms = names[names["type"] == "acronym"]
    russian = acronyms[acronyms["language"] == "ru"][["entity_id", "name"]]
    kazakh = acronyms[acronyms["language"] == "kk"][["entity_id", "name"]]
    same = kazakh.merge(russian, on=["entity_id", "name"])
    return same.merge(entities[["entity_id", "kind"]], on="entity_id")


QUESTION = Question(
    title=N_("No acronym of its own"),
    task=N_(
        "A translator asks for a list: what has an **acronym** in Russian, but none **of its "
        "own** in Kazakh? An acronym that Kazakh texts only borrow (it is not `standard` there) "
        "does not count as its own. Make a table with the columns `entity_id`, `name` (the "
        "Russian acronym) and `kind`, which stands in `entities`; a row for each."
    ),
    kind="compute",
    minutes=9,
    points=3,
    taught=N_("Why is there Russian in the Kazakh text?"),
    answer=TableOf(("entity_id", "name", "kind")),
    reference=reference,
    right=(by_filter,),
    wrong=(
        Wrong(
            "an inner merge lost the ones without",
            inner_merge,
            N_(
                "You gave {answer}: those that **do** have a Kazakh acronym. An inner merge keeps "
                "what has a partner, and you are asked for the others. Which `how` keeps every row "
                "on the left?"
            ),
        ),
        Wrong(
            "borrowed acronyms taken for own ones",
            borrowed_taken_for_own,
            N_(
                "You gave {answer}, and some are missing. You let any acronym in a Kazakh text "
                "count. But some stand there on loan, letter for letter: is `standard` True for "
                "them?"
            ),
        ),
        Wrong(
            "the empty ones not looked for",
            all_russian,
            N_(
                "You gave {answer}: all Russian acronyms, also of what has one in Kazakh. After a "
                "left merge, look for the rows in which the Kazakh column is empty."
            ),
        ),
        Wrong(
            "only what is borrowed",
            only_borrowed,
            N_(
                "You gave {answer}: what Kazakh texts call by a borrowed acronym. There are others "
                "which have no acronym in any Kazakh text at all; the translator needs them too."
            ),
        ),
        Wrong(
            "the list of the lesson",
            the_lessons_list,
            N_(
                "You gave {answer}: the lesson's list, of Russian acronyms met in Kazakh text. "
                "Some of these things have a Kazakh acronym as well; and many that have none are "
                "not on it. Begin with all Russian acronyms."
            ),
        ),
    ),
    hints=(
        N_("The lesson did it for the five borrowed ones, with a left merge."),
        N_(
            "Two tables from the acronyms: the Russian ones, and the Kazakh ones whose `standard` "
            "is True. Left merge, with `suffixes`. Where no partner was found, the cell is empty."
        ),
        N_(
            "Keep the rows in which `isna()` of the Kazakh name is True, and merge `entities[["
            '"entity_id", "kind"]]` to them by `entity_id`.'
        ),
    ),
    meaning=N_(
        "You have {answer}, and the UN's great organs are among them. A Kazakh text then has "
        "three ways: the full name each time, a borrowed acronym, or a new one that readers must "
        "first learn. Whoever searches has to know them all."
    ),
)
