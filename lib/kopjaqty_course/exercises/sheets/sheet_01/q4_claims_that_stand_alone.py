"""A figure: how many claims of each document no other document states."""

import matplotlib.pyplot as plt

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import FigureOf
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(evidence, table):
    stated = evidence[evidence["table"] == table]
    witnesses = stated.groupby("record_id")["document_id"].nunique()
    alone = stated[stated["record_id"].isin(witnesses[witnesses == 1].index)]
    claims = alone.groupby("document_id")["record_id"].agg(alone="nunique")
    _, ax = plt.subplots(figsize=(8, 3), layout="constrained")
    claims.plot.barh(ax=ax, legend=False)
    ax.set_xlabel("claims that no other document states")
    ax.set_ylabel("")
    return ax


def each_claim_once(evidence, table):
    stated = evidence[evidence["table"] == table].drop_duplicates(["document_id", "record_id"])
    alone = stated.drop_duplicates("record_id", keep=False)
    _, ax = plt.subplots()
    alone["document_id"].value_counts().plot.bar(ax=ax, ylabel="claims that stand alone")
    return ax


def passages(evidence, table):
    stated = evidence[evidence["table"] == table]
    witnesses = stated.groupby("record_id")["document_id"].nunique()
    alone = stated[stated["record_id"].isin(witnesses[witnesses == 1].index)]
    _, ax = plt.subplots()
    alone["document_id"].value_counts().plot.barh(ax=ax)
    return ax


def all_claims(evidence, table):
    stated = evidence[evidence["table"] == table]
    _, ax = plt.subplots()
    stated.groupby("document_id")["record_id"].nunique().plot.barh(ax=ax)
    return ax


def shared_claims(evidence, table):
    stated = evidence[evidence["table"] == table]
    witnesses = stated.groupby("record_id")["document_id"].nunique()
    shared = stated[stated["record_id"].isin(witnesses[witnesses > 1].index)]
    _, ax = plt.subplots()
    shared.groupby("document_id")["record_id"].nunique().plot.barh(ax=ax)
    return ax


def one_passage(evidence, table):
    stated = evidence[evidence["table"] == table]
    passages = stated["record_id"].value_counts()
    alone = stated[stated["record_id"].isin(passages[passages == 1].index)]
    _, ax = plt.subplots()
    alone["document_id"].value_counts().plot.barh(ax=ax)
    return ax


def the_first_witness(evidence, table):
    stated = evidence[evidence["table"] == table].drop_duplicates("record_id")
    _, ax = plt.subplots()
    stated["document_id"].value_counts().plot.barh(ax=ax)
    return ax


def every_table(evidence):
    witnesses = evidence.groupby("record_id")["document_id"].nunique()
    alone = evidence[evidence["record_id"].isin(witnesses[witnesses == 1].index)]
    _, ax = plt.subplots()
    alone.groupby("document_id")["record_id"].nunique().plot.barh(ax=ax)
    return ax


def cases(evidence):
    """Tables of claims of which some are shared, and some told twice in their one document."""
    tables = ["events", "initiatives", "participants", "quantities", "relations"]
    found = []
    for table, stated in evidence[evidence["table"].isin(tables)].groupby("table"):
        claims = stated.drop_duplicates(["document_id", "record_id"])
        alone = claims.drop_duplicates("record_id", keep=False)
        rows = stated[stated["record_id"].isin(alone["record_id"])]
        shared = claims[~claims["record_id"].isin(alone["record_id"])]
        if alone["document_id"].nunique() > 3 and len(shared) > 0 and len(alone) < len(rows):
            found.append({"table": str(table)})
    return found


QUESTION = Question(
    title=N_("Which claims stand alone?"),
    task=N_(
        "The cell draws how many claims of one table each document states. **Modify** it: draw "
        "only the claims that stand alone, which means that **no other document** states them. "
        "A claim that one document states in several sentences is still one claim. Your table "
        "is the one that `ex.given(4)` names. Label the axis, and give `ax` as your answer."
    ),
    kind="modify",
    minutes=9,
    points=3,
    taught=N_("Are two sources two witnesses?"),
    answer=FigureOf("bars"),
    reference=reference,
    right=(each_claim_once,),
    wrong=(
        Wrong(
            "passages counted instead of claims",
            passages,
            N_(
                "Your bars count passages ({answer}). A document that states one claim in several "
                "sentences has not made several claims. Count **different** values of `record_id`."
            ),
        ),
        Wrong(
            "all claims instead of those alone",
            all_claims,
            N_(
                "Your bars are still those of all claims in {table} ({answer}). First ask of each "
                "`record_id` in how many documents it stands; then keep some of them."
            ),
        ),
        Wrong(
            "shared instead of alone",
            shared_claims,
            N_(
                "You drew the other part ({answer}): claims that at least one more document "
                "states. How many witnesses has a claim that stands alone?"
            ),
        ),
        Wrong(
            "one passage taken for one document",
            one_passage,
            N_(
                "You kept the claims of {table} that have a single **passage** ({answer}). One "
                "document may state a claim twice and still be its only witness. Count the "
                "documents of each claim, not its rows."
            ),
        ),
        Wrong(
            "each claim kept once",
            the_first_witness,
            N_(
                "You kept every claim of {table} once, with the document that comes first "
                "({answer}). A claim that two documents state does not stand alone: it has to go "
                "altogether."
            ),
        ),
        Wrong(
            "every table instead of one",
            every_table,
            N_("Your bars are those of all tables together ({answer}). Keep {table} only."),
        ),
    ),
    hints=(
        N_("The lesson made a column `witnesses` for the relations. Do the same for {table}."),
        N_(
            "`groupby` over `record_id`, and `nunique` of `document_id`, gives the witnesses of "
            "each claim. Keep the rows whose claim has a single one, with `isin` and `.index`."
        ),
        N_(
            "`witnesses[witnesses == 1].index` are the claims that stand alone. Filter `stated` "
            "by them before the line that makes `claims`; leave all after it as it is."
        ),
    ),
    meaning=N_(
        "So many claims rest on one document alone: {answer}. They are not doubtful for that; but "
        "who uses them names the document, and looks for another that is independent of it."
    ),
    cases=cases,
    starter="""
        stated = evidence[evidence["table"] == table]
        claims = stated.groupby("document_id")["record_id"].agg(claims="nunique")
        _, ax = plt.subplots(figsize=(8, 3), layout="constrained")
        claims.plot.barh(ax=ax, legend=False)
        ax.set_xlabel("claims")
    """,
)
