"""Pairs: at which stages the ideas stand of which a document tells."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Pairs
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(initiatives, evidence, document):
    passages = evidence[evidence["table"] == "initiatives"]
    told = passages[passages["document_id"] == document]["record_id"]
    chosen = initiatives[initiatives["initiative_id"].isin(told)]
    return chosen["stage"].value_counts(sort=False)


def with_a_loop(initiatives, evidence, document):
    told = evidence[(evidence["table"] == "initiatives") & (evidence["document_id"] == document)]
    counts = dict.fromkeys(initiatives["stage"].cat.categories, 0)
    for row in initiatives.itertuples():
        if row.initiative_id in set(told["record_id"]):
            counts[row.stage] += 1
    return counts


def every_document(initiatives):
    return initiatives["stage"].value_counts(sort=False)


def with_a_proposer(initiatives, evidence, participants, document):
    passages = evidence[evidence["table"] == "initiatives"]
    told = passages[passages["document_id"] == document]["record_id"]
    proposals = participants[participants["role"] == "proposer"]["event_id"]
    known = participants[participants["event_id"].isin(proposals)]
    known = known[known["role"] == "object"]["entity_id"]
    chosen = initiatives["initiative_id"].isin(told) & initiatives["initiative_id"].isin(known)
    return initiatives[chosen]["stage"].value_counts(sort=False)


def shares(initiatives, evidence, document):
    passages = evidence[evidence["table"] == "initiatives"]
    told = passages[passages["document_id"] == document]["record_id"]
    counts = initiatives[initiatives["initiative_id"].isin(told)]["stage"].value_counts(sort=False)
    return counts / counts.sum()


def without_zeros(initiatives, evidence, document):
    passages = evidence[evidence["table"] == "initiatives"]
    told = passages[passages["document_id"] == document]["record_id"]
    chosen = initiatives[initiatives["initiative_id"].isin(told)]
    return chosen.groupby("stage", observed=True).size()


def added_up(initiatives, evidence, document):
    passages = evidence[evidence["table"] == "initiatives"]
    told = passages[passages["document_id"] == document]["record_id"]
    counts = initiatives[initiatives["initiative_id"].isin(told)]["stage"].value_counts(sort=False)
    return counts[::-1].cumsum()


def cases(documents, initiatives, evidence):
    """Documents whose initiatives stand at more than one stage: else a sum would be right, too."""
    return [
        {"document": document}
        for document in documents["document_id"]
        if (reference(initiatives, evidence, document) > 0).sum() > 1
    ]


QUESTION = Question(
    title=N_("Wishes and works"),
    task=N_(
        "Which documents tell mostly of what is wished, and which of what is at work? Take the "
        "initiatives of which the document that `ex.given(3)` names has a passage (in `evidence`, "
        'the rows whose `table` is `"initiatives"`). How many of them stand at each **stage** of '
        "the table `initiatives`? Each initiative counts once. Give a number for every stage, 0 "
        "where there is none."
    ),
    kind="compute",
    minutes=6,
    points=2,
    taught=N_("How far do ideas get?"),
    answer=Pairs(),
    reference=reference,
    right=(with_a_loop,),
    wrong=(
        Wrong(
            "every document instead of one",
            every_document,
            N_(
                "You have {answer}. These are the stages of all initiatives in the table. Keep "
                "those of which `{document}` has a passage."
            ),
        ),
        Wrong(
            "only ideas with a named proposer",
            with_a_proposer,
            N_(
                "You have {answer}. You count only ideas whose proposer is named. An idea without "
                "one is still told of in `{document}`; ideas that exist are often told from their "
                "end."
            ),
        ),
        Wrong(
            "shares instead of numbers",
            shares,
            N_(
                "You have {answer}. These are shares. With so few initiatives in `{document}` one "
                "row would move a share by a lot: give the numbers themselves."
            ),
        ),
        Wrong(
            "a stage without ideas left out",
            without_zeros,
            N_(
                "You have {answer}. The numbers are right, but a stage at which nothing stands is "
                "missing. That it is empty is a finding, too: give it its 0."
            ),
        ),
        Wrong(
            "those that reached a stage instead of those at it",
            added_up,
            N_(
                "You have {answer}: added up from the end, as for a survival table. Here each "
                "initiative of `{document}` counts at one stage, that at which it **stands**."
            ),
        ),
    ),
    hints=(
        N_("First `evidence`: which initiatives? Then `initiatives`: at which stage is each?"),
        N_(
            "Two filters on `evidence`, `table` and `document_id`, give the ids in `record_id`; "
            "`isin` keeps their rows in `initiatives`."
        ),
        N_(
            "`value_counts(sort=False)` of the column `stage` of the rows that you kept counts "
            "every stage, those without a row too."
        ),
    ),
    meaning=N_(
        "Wishes and works in `{document}`: {answer}. Mind the rule: the stage is the "
        "table's, so another document may have stated it. Mind the count: an idea with "
        "two passages in one document is one idea, even where no number shows it. And mind the "
        "genre: an interview before a session looks ahead, an article that sums up looks back."
    ),
    cases=cases,
)
