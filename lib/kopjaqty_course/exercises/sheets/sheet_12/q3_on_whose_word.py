"""A function that gives pairs: how many passages each voice has on an initiative."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, Pairs
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(relations, evidence, initiative):
    touching = (relations["subject_id"] == initiative) | (relations["object_id"] == initiative)
    claims = relations[touching]["relation_id"]
    proof = evidence[evidence["record_id"].isin(claims)]
    return proof["speaker_id"].fillna("the text").value_counts()


def with_a_loop(relations, evidence, initiative):
    rows = relations.itertuples()
    claims = [row.relation_id for row in rows if initiative in (row.subject_id, row.object_id)]
    voices = {}
    for row in evidence.fillna({"speaker_id": "the text"}).itertuples():
        if row.record_id in claims:
            voices[row.speaker_id] = voices.get(row.speaker_id, 0) + 1
    return voices


def the_texts_own_words_lost(relations, evidence, initiative):
    touching = (relations["subject_id"] == initiative) | (relations["object_id"] == initiative)
    proof = evidence[evidence["record_id"].isin(relations[touching]["relation_id"])]
    return proof["speaker_id"].value_counts()


def only_what_it_does(relations, evidence, initiative):
    claims = relations[relations["subject_id"] == initiative]["relation_id"]
    proof = evidence[evidence["record_id"].isin(claims)]
    return proof["speaker_id"].fillna("the text").value_counts()


def all_that_names_it(relations, evidence, initiative):  # noqa: ARG001 - called as the right one is
    proof = evidence[evidence["record_id"] == initiative]
    return proof["speaker_id"].fillna("the text").value_counts()


def only_what_is_done_to_it(relations, evidence, initiative):
    claims = relations[relations["object_id"] == initiative]["relation_id"]
    proof = evidence[evidence["record_id"].isin(claims)]
    return proof["speaker_id"].fillna("the text").value_counts()


def shared_passages_counted_once(relations, evidence, initiative):
    touching = (relations["subject_id"] == initiative) | (relations["object_id"] == initiative)
    proof = evidence[evidence["record_id"].isin(relations[touching]["relation_id"])]
    proof = proof.drop_duplicates(["document_id", "start", "end"])
    return proof["speaker_id"].fillna("the text").value_counts()


def relations_counted_once(relations, evidence, initiative):
    touching = (relations["subject_id"] == initiative) | (relations["object_id"] == initiative)
    proof = evidence[evidence["record_id"].isin(relations[touching]["relation_id"])]
    return proof.drop_duplicates("record_id")["speaker_id"].fillna("the text").value_counts()


def cases(initiatives, relations, evidence):
    """Initiatives of which a speaker and a text tell, and what acts on them is told, too."""
    found = []
    for initiative in initiatives["initiative_id"]:
        full = reference(relations, evidence, initiative).to_dict()
        some = only_what_it_does(relations, evidence, initiative).to_dict()
        rest = only_what_is_done_to_it(relations, evidence, initiative).to_dict()
        own = all_that_names_it(relations, evidence, initiative).to_dict()
        if len(full) > 1 and "the text" in full and full not in (some, rest, own) and some != own:
            found.append({"initiative": str(initiative)})
    return found


QUESTION = Question(
    title=N_("On whose word?"),
    task=N_(
        "**Evidence.** Write a function that takes `relations`, `evidence` and an initiative. It "
        "finds the relations that touch the initiative, at either end, and the passages that carry "
        "them, and counts how many passages each **speaker** has (`speaker_id`). Where no speaker "
        "is given, the document speaks in its own words: count these under the key `the text`. A "
        "passage that carries two of the relations counts for each, as `evidence` has it. Try it "
        "on the initiative that `ex.given(3)` names."
    ),
    kind="compute",
    minutes=7,
    points=2,
    taught=N_("On whose word?"),
    answer=Function(returns=Pairs()),
    reference=reference,
    right=(with_a_loop,),
    wrong=(
        Wrong(
            "the text's own words lost",
            the_texts_own_words_lost,
            N_(
                "Your function gives {answer}. These are the ones who are quoted. Passages without "
                "a speaker have fallen out, although they speak as well: `value_counts` leaves "
                "empty cells aside."
            ),
        ),
        Wrong(
            "only where it is the subject",
            only_what_it_does,
            N_(
                "Your function gives {answer}, from the relations in which {initiative} acts. Who "
                "proposed, adopted or supports it acts *on* it: there it is the object."
            ),
        ),
        Wrong(
            "only where it is the object",
            only_what_is_done_to_it,
            N_(
                "Your function gives {answer}, from the relations that act *on* {initiative}. What "
                "it belongs to, or aims at, is told where it is the subject."
            ),
        ),
        Wrong(
            "a passage of two claims counted once",
            shared_passages_counted_once,
            N_(
                "Where one passage carries two relations, your function counts it once. Here it "
                "counts for each: two claims rest on it."
            ),
        ),
        Wrong(
            "one passage a relation",
            relations_counted_once,
            N_(
                "Your function counts one passage for each relation. A relation may be told in "
                "several places, and by several voices: count them all."
            ),
        ),
        Wrong(
            "evidence of the name taken for evidence of the claims",
            all_that_names_it,
            N_(
                "Your function gives {answer}, from the passages that bear the id {initiative} "
                "itself: they show that it is named. What is claimed of it stands under the ids of "
                "the relations."
            ),
        ),
    ),
    hints=(
        N_("Two steps: the ids of the relations, then the evidence whose `record_id` they are."),
        N_("`isin` finds the passages; `fillna` gives a word to those without a speaker."),
        N_("At the end `value_counts()` of the speakers, after the empty ones have got a name."),
    ),
    meaning=N_(
        "That is the sentence for your limits: whose words carry what is told of {initiative}. "
        "Where one voice has most passages, and it is the proposer's, the reader must know."
    ),
    cases=cases,
    probes=lambda: [
        (N_("a thing that is not there"), {"initiative": "nothing"}),
        (N_("an initiative of many passages"), {"initiative": "sdg_centre"}),
    ],
)
