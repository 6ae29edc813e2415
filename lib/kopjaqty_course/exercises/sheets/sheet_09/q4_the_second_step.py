"""Blanks: the adoption that one merge loses."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Faded, Names
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {1: "object_id", 2: "subject_id", 3: "texts.tolist() + [thing]"}


def as_a_set():
    return {"1": "object_id", "2": "subject_id", "3": "set(texts) | {thing}"}


def one_step():
    return {1: "object_id", 2: "subject_id", 3: "[thing]"}


def texts_alone():
    return {1: "object_id", 2: "subject_id", 3: "texts"}


def glued():
    return {1: "object_id", 2: "subject_id", 3: "thing + texts"}


def direction_reversed():
    return {1: "subject_id", 2: "object_id", 3: "texts.tolist() + [thing]"}


def cases(relations):
    """Things of which an act is stated through a text alone: no act on the thing itself."""
    speaks = relations[relations["predicate"].isin(["endorses", "establishes"])]
    found = []
    for act in ["adopted", "party_to", "reported_on"]:
        done = set(relations[relations["predicate"] == act]["object_id"])
        through = speaks[speaks["subject_id"].isin(done) & ~speaks["object_id"].isin(done)]
        found += [{"thing": thing, "act": act} for thing in sorted(set(through["object_id"]))]
    return found


def probes(relations):
    """Adopted itself, not at all, in both ways; a state that endorses what it proposed."""
    both = relations[relations["object_id"] == "nuclear_tests_day"].copy()
    both["object_id"] = "sdg_centre"
    more = relations.merge(both, how="outer")
    return [
        (N_("a day, adopted itself"), {"thing": "nuclear_tests_day", "act": "adopted"}),
        (N_("a year, adopted itself"), {"thing": "volunteers_year", "act": "adopted"}),
        (N_("a zone, set up by a treaty"), {"thing": "ca_nwfz", "act": "adopted"}),
        (
            N_("a concept, adopted at a summit"),
            {"thing": "cica_security_concept", "act": "adopted"},
        ),
        (N_("a text instead of a thing"), {"thing": "sdg_centre_resolution", "act": "adopted"}),
        (N_("a state, which endorses much"), {"thing": "kazakhstan", "act": "proposed"}),
        (N_("a thing that is not there"), {"thing": "nothing", "act": "adopted"}),
        (
            N_("a thing adopted in both ways"),
            {"relations": more, "thing": "sdg_centre", "act": "adopted"},
        ),
    ]


QUESTION = Question(
    title=N_("The second step"),
    task=N_(
        "In the lesson's table the SDG centre had no date of adoption: the Assembly adopted a "
        "resolution, and the resolution endorses the centre. This function gives the ids of the "
        "relations in which an act was done to a thing, **to itself or to a text** that endorses "
        "or establishes it. An act is a predicate, such as `adopted` or `party_to`. Fill in the "
        "blanks; the quotes stand there already. It is tried on the thing and the act that "
        "`ex.given(4)` names, and on others."
    ),
    kind="modify",
    minutes=5,
    points=3,
    taught=N_("Can we make a table of stages by date?"),
    answer=Faded(
        returns=Names(),
        template="""
def acts_on(relations, thing, act):
    speaks = relations["predicate"].isin(["endorses", "establishes"])
    texts = relations[speaks & (relations["__1__"] == thing)]["__2__"]
    acts = relations[relations["predicate"] == act]
    return acts[acts["object_id"].isin(__3__)]["relation_id"].tolist()
""",
    ),
    reference=reference,
    right=(as_a_set,),
    wrong=(
        Wrong(
            "one step only",
            one_step,
            N_(
                "Your function gives {answer}. It finds acts on `{thing}` **itself** alone, as the "
                "lesson's merge did. Either blank 3 has no texts in it, or what blanks 1 and 2 "
                "pick are no texts: in `r0074`, which column holds the text, and which the thing?"
            ),
        ),
        Wrong(
            "the direct way lost",
            texts_alone,
            N_(
                "Tried on other things, your function gives {answer} where there is more: it looks "
                "for acts on **texts**, and no longer for those on the thing itself. A day in the "
                "calendar is adopted without a text between."
            ),
        ),
        Wrong(
            "a text glued to each cell",
            glued,
            N_(
                "Your function gives {answer}, wherever it is tried: nothing that stands in blank "
                "3 is ever an object. Did you join `thing` and `texts` with a `+`? Between a text "
                "and a column it glues the text to each cell. Make a list of both first."
            ),
        ),
        Wrong(
            "direction reversed",
            direction_reversed,
            N_(
                "Your function gives {answer}. It looks for what `{thing}` endorses or "
                "establishes. You want what endorses or establishes **it**: in such a row, is "
                "`{thing}` the subject or the object?"
            ),
        ),
    ),
    hints=(
        N_("Look at the lesson's list of relations: in `r0074`, where does the centre stand?"),
        N_(
            "The texts are subjects of relations whose object is the thing. Blank 3 is everything "
            "to which the act may have been done."
        ),
        N_(
            "Blank 3 is a list that holds the thing itself **and** each of the texts. `tolist()` "
            "makes a list of a column, and `+` joins two lists."
        ),
    ),
    meaning=N_(
        "Found through the second step: {answer}. A table made by one merge would show an empty "
        "cell for `{thing}`. When a cell is empty, ask first how many steps lie between what you "
        "know and what you merged. And say what you did: what was done to a *text* was not yet "
        "done to the thing."
    ),
    cases=cases,
    probes=probes,
)
