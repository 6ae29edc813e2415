"""A text: the brief itself, on an initiative of the student's own."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Written
from kopjaqty_course.exercises.questions import Question


def reference():
    return (
        "Question: The agency for biological safety (iabs): how far has it come, and whose idea "
        "is it?\n"
        "Finding: It is proposed; that anybody has decided on it no row states (r0103). "
        "Kazakhstan's ambassador to the UN calls it Kazakhstan's initiative (r0103), and ties it "
        "to the test site near Semey (r0107). A page on meetings in Geneva, some months later, "
        "says that Kazakhstan supports it (r0104). The two are not the same, as a note says "
        "(iabs_own_or_supported).\n"
        "On whose word: Three passages are the ambassador's, two a text's without a speaker. No "
        "other state is heard.\n"
        "From the public record: By that note's source, a speech in the UN's general debate, "
        "Kazakhstan's President proposed it at the seventy-fifth session.\n"
        "Limits: The rows say by which day it had been proposed, not when. Who supports it, who "
        "objects, what it costs and how it would stand to the convention on biological weapons is "
        "not told.\n"
        "What follows (my judgement): Call it *proposed by Kazakhstan*. Before you call it more, "
        "ask which states have put their names to it."
    )


def shorter():
    return (
        "Question: The volunteers' year (volunteers_year): whose idea, and was it agreed? "
        "Finding: By the day of the interview Kazakhstan had proposed it (r0112) and the General "
        "Assembly had adopted it (r0113); the year itself is a plan in our rows "
        "(volunteers_year_2026). On whose word: one interview, and in it Kazakhstan's own "
        "ambassador. From the public record: not looked up; the resolution's symbol should be. "
        "Limits: no vote, no co-sponsors, no cost; and whether the year was held no row can know. "
        "What follows, in my judgement: thank the proposer, cite the resolution, and do not praise "
        "results yet."
    )


def cases(initiatives, relations):
    """Initiatives with two to eight relations; the lesson has not written on them."""
    found = []
    for initiative in initiatives["initiative_id"]:
        ends = (relations["subject_id"] == initiative) | (relations["object_id"] == initiative)
        if 2 <= ends.sum() <= 8:
            found.append({"initiative": str(initiative)})
    return sorted(found, key=lambda case: case["initiative"] != "iabs")


QUESTION = Question(
    title=N_("The brief"),
    task=N_(
        "Write the brief on the initiative that `ex.given(8)` names (or on another: then say which "
        "in the first line). Question; **finding**, each sentence with the ids of its rows in "
        "brackets; on whose word it rests; what the **public record** adds, with its source, or "
        "that you did not look; **limits**; **what follows**, marked as your judgement. Use your "
        "table, your graph and your citations of the questions above, and the notes that share a "
        "passage with your rows. A hundred to two hundred words, in three quotes at each end if "
        "they fill several lines. Put them into the page of the lesson afterwards, with your id in "
        "its first cell, and export it. Then let somebody try to break it."
    ),
    kind="interpret",
    minutes=20,
    points=4,
    taught=N_("What may I write?"),
    answer=Written(
        rubric=(
            N_(
                "The finding comes first, answers the question, and each of its sentences names "
                "rows that say just that."
            ),
            N_(
                "Proposed, adopted, planned and at work are kept apart; no *by* has become an *on*."
            ),
            N_("It says whose words the rows are, in how many documents, and who is not heard."),
            N_("Doubts are on the page; the public record stands apart, with its own source."),
            N_(
                "The limits are those of this initiative, and the judgement is marked as one and "
                "follows from the finding."
            ),
        ),
        least_words=80,
    ),
    reference=reference,
    right=(shorter,),
    wrong=(),
    hints=(
        N_("Begin with the table of question 4: a sentence for each row that matters."),
        N_(
            "Then strike: each word that no row carries, or move it to the record, the limits or "
            "your judgement."
        ),
        N_(
            "Ask the five questions at the end of the lesson of your own text, before somebody "
            "else does."
        ),
    ),
    meaning=N_("A brief is done when another person can check it without you."),
    cases=cases,
)
