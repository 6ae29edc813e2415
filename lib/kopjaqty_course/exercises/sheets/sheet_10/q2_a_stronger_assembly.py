"""A choice: what may be written of a position on the General Assembly."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Choice
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return "b"


def with_capital():
    return "B"


def supporter_taken_for_author():
    return "a"


def words_taken_for_position():
    return "c"


def wish_taken_for_decision():
    return "d"


QUESTION = Question(
    title=N_("A stronger Assembly"),
    task=N_(
        "On `assembly_strengthening`, a stronger role of the UN General Assembly, there are few "
        "rows; run the cell to see them. Which sentence may stand in a brief?"
    ),
    kind="read",
    minutes=4,
    points=2,
    taught=N_("Who speaks here?"),
    answer=Choice(
        options={
            "a": N_("Kazakhstan was the first to propose a stronger Assembly."),
            "b": N_("Kazakhstan is for a stronger Assembly, as its ambassador told a news agency."),
            "c": N_("An ambassador personally thinks that the Assembly should be stronger."),
            "d": N_("The Assembly is to become stronger; that has been decided."),
        }
    ),
    reference=reference,
    right=(with_capital,),
    wrong=(
        Wrong(
            "a supporter taken for the author",
            supporter_taken_for_author,
            N_(
                "You chose {answer}. The relation says `supports`, and no event tells of a "
                "proposal. Who speaks for an idea did not, for that, have it first."
            ),
        ),
        Wrong(
            "words taken for a position",
            words_taken_for_position,
            N_(
                "You chose {answer}. The words are his, but to whom does `speaker_id` of the "
                "**position** give the claim? A permanent representative may speak for a state."
            ),
        ),
        Wrong(
            "a wish taken for a decision",
            wish_taken_for_decision,
            N_(
                "You chose {answer}. Look at the events: there is none. Who would have to decide, "
                "and does any of the rows tell of it?"
            ),
        ),
    ),
    hints=(
        N_("Each position has two voices: whose position it is, and whose words."),
        N_("Read the printed rows one by one: predicate, events, speaker, voice."),
        N_("Take the sentence that names a holder **and** a voice, and claims a wish only."),
    ),
    meaning=N_(
        "Holder, voice and strength: the country, through its ambassador, is for it. Of who first "
        "had the idea the documents say nothing, and nearly every state without a veto could "
        "sign the sentence."
    ),
    starter="""
        relations, participants = kq.load("relations"), kq.load("participants")
        about = relations[relations["object_id"] == "assembly_strengthening"]
        print(about[["relation_id", "subject_id", "predicate"]].to_dict("records"))
        told = participants[participants["entity_id"] == "assembly_strengthening"]
        print("events:", told["event_id"].tolist())
        claim = positions[positions["position_id"] == "p032"]
        print(claim[["position_id", "speaker_id", "claim_en"]].to_dict("records"))
        print("voice:", evidence[evidence["record_id"] == "p032"]["speaker_id"].item())
    """,
)
