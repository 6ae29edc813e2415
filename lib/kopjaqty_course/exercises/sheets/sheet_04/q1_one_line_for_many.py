"""A choice: what a DiGraph keeps of several claims about the same two."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Choice
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return "c"


def with_capital():
    return "C"


def as_many_as_rows():
    return "a"


def the_first_stays():
    return "b"


def all_collected():
    return "d"


QUESTION = Question(
    title=N_("What is left of CICA?"),
    task=N_(
        """
        In `relations` Kazakhstan is tied to CICA by more than one row. In the order of the table
        their predicates are `proposed` and `contributes_to`. Predict, before you run anything:
        what do these lines print?

        ```python
        graph = nx.DiGraph()
        for row in relations.itertuples():
            if row.subject_id == "kazakhstan" and row.object_id == "cica":
                graph.add_edge(row.subject_id, row.object_id, predicate=row.predicate)
        print(graph.number_of_edges(), graph.edges["kazakhstan", "cica"]["predicate"])
        ```
        """
    ),
    kind="predict",
    minutes=3,
    points=1,
    taught=N_("How do I build a graph by hand?"),
    answer=Choice(
        options={
            "a": N_("As many edges as rows, and all their predicates"),
            "b": N_("One edge: `1 proposed`"),
            "c": N_("One edge: `1 contributes_to`"),
            "d": N_("One edge, with a list of its predicates"),
        }
    ),
    reference=reference,
    right=(with_capital,),
    wrong=(
        Wrong(
            "a DiGraph taken for a MultiDiGraph",
            as_many_as_rows,
            N_(
                "You chose {answer}. That is what a `MultiDiGraph` would keep. How many edges from "
                "one node to another has a `DiGraph` room for?"
            ),
        ),
        Wrong(
            "the first claim thought to stay",
            the_first_stays,
            N_(
                "You chose {answer}. One edge it is. But remember the membership of the UN in the "
                "lesson: which of the two predicates was still there in the end?"
            ),
        ),
        Wrong(
            "claims thought to be collected",
            all_collected,
            N_(
                "You chose {answer}. One edge it is, but `predicate=` writes one value into one "
                "attribute. What happens to a value that is written to again?"
            ),
        ),
    ),
    hints=(
        N_("In the lesson a second claim about Kazakhstan and the UN was added. What was lost?"),
        N_("A `DiGraph` has one edge a pair and direction; adding it again changes that edge."),
        N_("The loop writes the attribute once a row. Which row comes last?"),
    ),
    meaning=N_(
        "Only the last row speaks. That Kazakhstan *proposed* CICA, the strongest of its claims, "
        "is gone, and nothing warned you. A `MultiDiGraph` with the row's id as "
        "key keeps every claim."
    ),
)
