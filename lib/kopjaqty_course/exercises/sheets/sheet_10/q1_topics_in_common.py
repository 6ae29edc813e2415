"""A prediction: the weight of a tie between two speakers in the projection."""

from itertools import combinations

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Number
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(positions, one, other):
    first = set(positions[positions["speaker_id"] == one]["topic"])
    second = set(positions[positions["speaker_id"] == other]["topic"])
    return len(first & second)


def by_counting_speakers(positions, one, other):
    both = positions[positions["speaker_id"].isin([one, other])]
    speakers = both.groupby("topic", observed=True)["speaker_id"].nunique()
    return (speakers == 2).sum()


def all_their_topics(positions, one, other):
    both = positions[positions["speaker_id"].isin([one, other])]
    return both["topic"].nunique()


def claims_on_them(positions, one, other):
    both = positions[positions["speaker_id"].isin([one, other])]
    speakers = both.groupby("topic", observed=True)["speaker_id"].nunique()
    return both["topic"].isin(speakers[speakers == 2].index).sum()


def all_their_claims(positions, one, other):
    return positions["speaker_id"].isin([one, other]).sum()


def one_tie_one():
    return 1


def topics_added_up(positions, one, other):
    first = positions[positions["speaker_id"] == one]["topic"].nunique()
    return first + positions[positions["speaker_id"] == other]["topic"].nunique()


def cases(positions):
    """Pairs of speakers with four or more topics each, and some in common and some not.

    Each speaker has more claims on the common topics than there are topics, and other topics
    too: whoever counts claims, or the topics of one, is not right by luck.
    """
    # Not `.agg(set)`: pandas 3.0 takes a set for a category and fails.
    topics = {who: set(rows["topic"]) for who, rows in positions.groupby("speaker_id")}
    pairs = combinations(sorted(speaker for speaker in topics if len(topics[speaker]) > 3), 2)
    found = []
    for pair in pairs:
        one, other = pair
        common = topics[one] & topics[other]
        on_them = positions[positions["topic"].isin(common)]
        claims = [on_them[on_them["speaker_id"] == who]["topic"].value_counts() for who in pair]
        lucky = [len(topics[one]), len(topics[other]), *map(sum, claims)]
        lucky.append(claims[0].combine(claims[1], min).sum())
        added = len(topics[one]) + len(topics[other])
        lucky.append(len(common) if sum(map(sum, claims)) == added else 0)
        if len(common) > 2 and len(common) not in lucky:
            found.append({"one": str(one), "other": str(other)})
    return found


QUESTION = Question(
    title=N_("How strong is the tie?"),
    task=N_(
        "`ex.given(1)` names two speakers; run the cell to see how many claims each has on which "
        "topic. **Predict**, before any network is made: if the speaker–topic network is "
        "projected on the speakers, what is the **weight** of the tie between these two?"
    ),
    kind="predict",
    minutes=4,
    points=1,
    taught=N_("Do they agree, if they share a topic?"),
    answer=Number(),
    reference=reference,
    right=(by_counting_speakers,),
    wrong=(
        Wrong(
            "all topics instead of the common ones",
            all_their_topics,
            N_(
                "{answer} counts every topic that `{one}` **or** `{other}` speaks of. Two speakers "
                "are tied by the topics that both of them speak of."
            ),
        ),
        Wrong(
            "claims instead of topics",
            claims_on_them,
            N_(
                "{answer} counts the claims of `{one}` and `{other}` on the topics that they "
                "share. In the projection a topic ties them once, however much either says on it."
            ),
        ),
        Wrong(
            "all claims instead of topics",
            all_their_claims,
            N_(
                "{answer} counts all claims of `{one}` and `{other}`, whatever they speak of. A "
                "tie between them is made of topics: which stand in both lists?"
            ),
        ),
        Wrong(
            "topics of both added up",
            topics_added_up,
            N_(
                "{answer} adds up the topics of `{one}` and those of `{other}`. Whoever is alone "
                "with a topic is tied to nobody by it: which stand in both lists?"
            ),
        ),
        Wrong(
            "the tie taken for its weight",
            one_tie_one,
            N_(
                "There is {answer} line between `{one}` and `{other}`, yes. Its weight is "
                "something else: how many topics are behind that line?"
            ),
        ),
    ),
    hints=(
        N_("The lesson printed the ties of Kazakhstan: a number, and then what it counts."),
        N_("Mark the topics that stand in both lists. How much is said on each is no matter."),
        N_("Two sets joined by `&` have in common what is in both; `len` counts it."),
    ),
    meaning=N_(
        "Topics that tie `{one}` and `{other}`: {answer}. The number does not say whether the two "
        "agree on any of them, nor whether they ever heard each other: only that both were coded "
        "under these words."
    ),
    cases=cases,
    starter="""
        for speaker in [one, other]:
            claims = positions[positions["speaker_id"] == speaker]["topic"].value_counts()
            print(speaker, claims[claims > 0].to_dict())
    """,
)
