"""Parsons: which claims share a passage with a note."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Names, Parsons
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return ["g", "c", "i", "a", "e", "h", "d"]


def tables_the_other_way_round():
    return ["g", "i", "c", "a", "h", "e", "d"]


def same_document_is_enough():
    return ["g", "c", "i", "a", "e", "h", "b"]


def documents_mixed_up():
    return ["g", "c", "i", "f", "e", "h", "d"]


def ends_within_the_note():
    return ["g", "c", "i", "a", "e", "j", "d"]


def cases(evidence):
    """Notes that share passages with some claims, but not with all of their document."""
    found = []
    claims = evidence[evidence["table"] == "relations"]
    for note, mine in evidence[evidence["table"] == "discrepancies"].groupby("record_id"):
        pairs = mine.merge(claims, on="document_id")
        after = pairs["start_x"] < pairs["end_y"]
        shared = set(pairs[after & (pairs["start_y"] < pairs["end_x"])]["record_id_y"])
        within = set(pairs[after & (pairs["end_y"] < pairs["end_x"])]["record_id_y"])
        crossed = mine.merge(claims, how="cross")
        crossed = crossed[crossed["start_x"] < crossed["end_y"]]
        mixed = set(crossed[crossed["start_y"] < crossed["end_x"]]["record_id_y"])
        if 1 < len(shared) < 7 and shared not in (within, mixed):
            found.append({"note": str(note)})
    return found


QUESTION = Question(
    title=N_("In the same sentence?"),
    task=N_(
        "Which relations share a passage with a note, that is: stand in the same document, in "
        "spans that overlap? Put the lines of the function in order. Three lines are too many. "
        "Try it on the note that `ex.given(5)` names."
    ),
    kind="modify",
    minutes=5,
    points=2,
    taught=N_("Which of our results would fall?"),
    answer=Parsons(
        returns=Names(),
        lines={
            "a": '    pairs = mine.merge(claims, on="document_id", suffixes=("_note", "_claim"))',
            "b": '    return set(pairs[starts | ends]["record_id_claim"])',
            "c": '    mine = evidence[evidence["record_id"] == note]',
            "d": '    return set(pairs[starts & ends]["record_id_claim"])',
            "e": '    starts = pairs["start_note"] < pairs["end_claim"]',
            "f": '    pairs = mine.merge(claims, how="cross", suffixes=("_note", "_claim"))',
            "g": "def touched(evidence, note):",
            "h": '    ends = pairs["start_claim"] < pairs["end_note"]',
            "i": '    claims = evidence[evidence["table"] == "relations"]',
            "j": '    ends = pairs["end_claim"] < pairs["end_note"]',
        },
    ),
    reference=reference,
    right=(tables_the_other_way_round,),
    wrong=(
        Wrong(
            "same document taken for same sentence",
            same_document_is_enough,
            N_(
                "Your function gives {answer}: more than share a passage with {note}. With *or* "
                "each pair passes, for one of the two always holds. Both must."
            ),
        ),
        Wrong(
            "documents mixed up",
            documents_mixed_up,
            N_(
                "Your function gives {answer}. It compares places in *different* documents: the "
                "thousandth character of one text is nowhere near that of another."
            ),
        ),
        Wrong(
            "inside taken for overlapping",
            ends_within_the_note,
            N_(
                "Your function gives {answer}. It wants the claim to end before the note does. A "
                "claim that runs on beyond the note shares words with it all the same."
            ),
        ),
    ),
    hints=(
        N_("The `def` line comes first, then two tables, then the pairs of their rows."),
        N_("Two spans overlap if each begins before the other ends."),
        N_(
            "One condition compares the note's start, the other the claim's start, each with the "
            "other's end; and both must hold, in one document."
        ),
    ),
    meaning=N_(
        "{answer}: these share words with {note}. That is where to look, not a judgement: a "
        "sentence can be wrong in one clause and right in the next."
    ),
    cases=cases,
)
