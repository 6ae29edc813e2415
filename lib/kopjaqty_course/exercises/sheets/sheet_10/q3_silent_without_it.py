"""Names: the topics on which nothing would be left if one document were lost."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Names
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(positions, evidence, document):
    told = positions.merge(evidence, left_on="position_id", right_on="record_id")
    here = set(told[told["document_id"] == document]["topic"])
    return here - set(told[told["document_id"] != document]["topic"])


def by_counting_documents(positions, evidence, document):
    told = positions.merge(evidence, left_on="position_id", right_on="record_id")
    documents = told.groupby("topic", observed=True)["document_id"].nunique()
    single = told[told["topic"].isin(documents[documents == 1].index)]
    return single[single["document_id"] == document]["topic"].unique()


def all_its_topics(positions, evidence, document):
    told = positions.merge(evidence, left_on="position_id", right_on="record_id")
    return set(told[told["document_id"] == document]["topic"])


def topics_it_lacks(positions, evidence, document):
    told = positions.merge(evidence, left_on="position_id", right_on="record_id")
    return set(told["topic"]) - set(told[told["document_id"] == document]["topic"])


def every_single_one(positions, evidence):
    told = positions.merge(evidence, left_on="position_id", right_on="record_id")
    documents = told.groupby("topic", observed=True)["document_id"].nunique()
    return documents[documents == 1].index


def cases(positions, evidence):
    """Documents that have a topic of their own."""
    documents = sorted(set(evidence["document_id"]))
    return [{"document": name} for name in documents if reference(positions, evidence, name)]


QUESTION = Question(
    title=N_("Silent without one document"),
    task=N_(
        "Without the interview, the lesson said, the state would have *no position* on reform of "
        "the UN at all. Test that kind of sentence: on which **topics** would the whole "
        "collection have no position left, from anybody, if the document that `ex.given(3)` names "
        "were lost?"
    ),
    kind="compute",
    minutes=6,
    points=3,
    taught=N_("May I count words?"),
    answer=Names(),
    reference=reference,
    right=(by_counting_documents,),
    wrong=(
        Wrong(
            "every topic of the document",
            all_its_topics,
            N_(
                "You name {answer}: all topics on which `{document}` has a position. Most of them "
                "would survive in another document."
            ),
        ),
        Wrong(
            "what stays instead of what goes",
            topics_it_lacks,
            N_(
                "You name {answer}: on these `{document}` has no position, so nothing of them is "
                "lost. You want the other way round."
            ),
        ),
        Wrong(
            "topics of any one document",
            every_single_one,
            N_(
                "You name {answer}. Each of these stands in one document only, true; but not "
                "all of them in `{document}`."
            ),
        ),
    ),
    hints=(
        N_("A position and its document stand in two tables. Which column joins them?"),
        N_(
            "`positions.merge(evidence, left_on=..., right_on=...)` gives each passage its topic. "
            "Then you need two sets of topics: those in the document, those in all others."
        ),
        N_("The set of the document's topics minus the set of all other documents' topics."),
    ),
    meaning=N_(
        "Only `{document}` has positions on {answer}. A topic that one document carries is as "
        "heavy or as light as the occasion on which it was written; a state did not begin to "
        "hold a view, or cease to, with that page."
    ),
    cases=cases,
)
