"""Faded code: claims become items of a page, safe and linked."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Faded, Listed
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {1: "row.object_id", 2: "escape(text)", 3: "row.relation_id"}


def escaped_in_parts():
    return {
        1: "row.object_id",
        2: "escape(who) + ' – ' + row.predicate + ' – ' + escape(what)",
        3: "escape(row.relation_id)",
    }


def not_escaped():
    return {1: "row.object_id", 2: "text", 3: "row.relation_id"}


def link_to_the_initiative():
    return {1: "row.object_id", 2: "escape(text)", 3: "initiative"}


def always_true():
    return {1: "initiative", 2: "escape(text)", 3: "row.relation_id"}


def number_of_the_line():
    return {1: "row.object_id", 2: "escape(text)", 3: "row.Index"}


def only_what_it_does():
    return {1: "row.subject_id", 2: "escape(text)", 3: "row.relation_id"}


def cases(initiatives, relations):
    """Initiatives that act and are acted on, in three relations at least."""
    found = []
    for initiative in initiatives["initiative_id"]:
        acting = int((relations["subject_id"] == initiative).sum())
        suffering = int((relations["object_id"] == initiative).sum())
        if acting and suffering and acting + suffering > 2:
            found.append({"initiative": str(initiative)})
    return found


def with_marks_in_names(entities):
    """Names that hold what HTML would take for marks."""
    return [
        (N_("names with & in them"), {"entities": entities.assign(name_en="Peace & Water")}),
        (N_("names with < in them"), {"entities": entities.assign(name_en="States <five>")}),
    ]


QUESTION = Question(
    title=N_("Items of a page"),
    task=N_(
        "**Export.** The function makes an item of HTML from each relation that touches an "
        "initiative, at either end, with a link to the source of **that** relation (it stands on "
        "the page under the relation's id). Any name must be safe in it, even one with an `&`. "
        "Fill in the blanks, and try it on the initiative that `ex.given(7)` names."
    ),
    kind="modify",
    minutes=5,
    points=1,
    taught=N_("How does it become a page?"),
    answer=Faded(
        returns=Listed(),
        template=(
            "def items(relations, entities, initiative):\n"
            "    from html import escape\n"
            "\n"
            '    names = entities.set_index("entity_id")["name_en"].to_dict()\n'
            "    found = []\n"
            "    for row in relations.itertuples():\n"
            "        if initiative in (row.subject_id, __1__):\n"
            "            who = names.get(row.subject_id, row.subject_id)\n"
            "            what = names.get(row.object_id, row.object_id)\n"
            '            text = who + " – " + row.predicate + " – " + what\n'
            "            said, source = __2__, __3__\n"
            "            found.append(f'<li><a href=\"#{source}\">source</a> {said}</li>')\n"
            "    return found"
        ),
    ),
    reference=reference,
    right=(escaped_in_parts,),
    wrong=(
        Wrong(
            "names taken for marks",
            not_escaped,
            N_(
                "On the collection your items are right, by luck: no name in them has a `<` or an "
                "`&`. The next one may; a browser would take it for a mark. What does the lesson "
                "wrap each text in?"
            ),
        ),
        Wrong(
            "all links to one place",
            link_to_the_initiative,
            N_(
                "Your items are {answer}. Each link leads to {initiative}: to the topic, and not "
                "to the source of its own sentence."
            ),
        ),
        Wrong(
            "only where it is the subject",
            only_what_it_does,
            N_(
                "Your items are {answer}. You look at one end of each relation and not at the "
                "other; those that act on {initiative} are lost."
            ),
        ),
        Wrong(
            "a condition that always holds",
            always_true,
            N_(
                "Your items begin with relations that do not touch {initiative}. With your first "
                "blank the condition holds always: what is `initiative` compared with?"
            ),
        ),
        Wrong(
            "number of the line for its id",
            number_of_the_line,
            N_(
                "Your items are {answer}. The links bear the number of the line in the table. It "
                "changes with each new edition of the data; the relation's id does not."
            ),
        ),
    ),
    hints=(
        N_("The first blank is the other end of a relation."),
        N_("The second makes the text safe; the third is what tells one relation from another."),
        N_("A column of the row, a function around `text`, a column of the row once more."),
    ),
    meaning=N_(
        "Each item on {initiative} can be read by a person, and followed back by a click. That is "
        "all the magic of a page that can be checked."
    ),
    cases=cases,
    probes=with_marks_in_names,
)
