"""Names: in which columns two numbers on one thing differ."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Names
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(quantities, one, other):
    rows = quantities.set_index("quantity_id")
    questions = ["about_id", "measure", "comparator", "unit", "as_of", "label_en"]
    return [column for column in questions if rows.loc[one, column] != rows.loc[other, column]]


def by_counting_values(quantities, one, other):
    both = quantities[quantities["quantity_id"].isin([one, other])]
    columns = ["label_en", "as_of", "unit", "comparator", "measure", "about_id"]
    values = both[columns].nunique()
    return values[values > 1].index


def where_they_agree(quantities, one, other):
    rows = quantities.set_index("quantity_id")
    questions = ["about_id", "measure", "comparator", "unit", "as_of", "label_en"]
    return [column for column in questions if rows.loc[one, column] == rows.loc[other, column]]


def words_left_out(quantities, one, other):
    rows = quantities.set_index("quantity_id")
    questions = ["about_id", "measure", "comparator", "unit", "as_of"]
    return [column for column in questions if rows.loc[one, column] != rows.loc[other, column]]


def the_value_too(quantities, one, other):
    rows = quantities.set_index("quantity_id")
    questions = ["about_id", "measure", "value", "comparator", "unit", "as_of", "label_en"]
    return [column for column in questions if rows.loc[one, column] != rows.loc[other, column]]


def every_column(quantities, one, other):
    rows = quantities.set_index("quantity_id")
    return [column for column in rows.columns if rows.loc[one, column] != rows.loc[other, column]]


def cases(quantities):
    """Pairs of different numbers of one measure on one thing, each with a date."""
    dated = quantities.dropna(subset="as_of")
    found = []
    for _, rows in dated.groupby(["about_id", "measure"], observed=True):
        numbers = list(zip(rows["quantity_id"], rows["value"], strict=True))
        for n, (one, value) in enumerate(numbers):
            for other, another in numbers[n + 1 :]:
                if value != another:
                    found.append({"one": str(one), "other": str(other)})
    return found


QUESTION = Question(
    title=N_("Do they contradict each other?"),
    task=N_(
        "`ex.given(3)` names two rows of `quantities`: the same thing, the same measure, and two "
        "different values. Before you call it a contradiction: in which of the columns `about_id`, "
        "`measure`, `comparator`, `unit`, `as_of` and `label_en` do the two rows **differ**? Give "
        "the names of these columns. Then read the two labels."
    ),
    kind="compute",
    minutes=4,
    points=2,
    taught=N_("How many? And who counted?"),
    answer=Names(),
    reference=reference,
    right=(by_counting_values,),
    wrong=(
        Wrong(
            "agreeing instead of differing",
            where_they_agree,
            N_(
                "{answer}: in these the two rows are *equal*. That is why somebody could take them "
                "for one number. You look for what tells them apart."
            ),
        ),
        Wrong(
            "the words left out",
            words_left_out,
            N_(
                "You have: {answer}. One column of the six is missing, and it is the one that a "
                "machine reads least well: what do the *words* say that `{one}` and `{other}` "
                "count?"
            ),
        ),
        Wrong(
            "the value among the reasons",
            the_value_too,
            N_(
                "You have: {answer}. That the values differ is the riddle, not its solution: leave "
                "`value` out, and see what is left."
            ),
        ),
        Wrong(
            "all columns of the table",
            every_column,
            N_(
                "You have: {answer}. You went through all columns. The bounds of a date and the "
                "labels in other languages only repeat what others say: keep to the six."
            ),
        ),
    ),
    hints=(
        N_("The lesson went through two rows column by column, in a loop."),
        N_('With `rows = quantities.set_index("quantity_id")` a cell is `rows.loc[one, column]`.'),
        N_(
            "Go through a list of the six names, and keep a column where the cell of `one` is "
            "`!=` the cell of `other`."
        ),
    ),
    meaning=N_(
        "`{one}` and `{other}` differ in {answer}, not in their value alone: so they need not "
        "contradict each other. Where the label is the only difference, a table without its "
        "labels would have invented a contradiction."
    ),
    cases=cases,
)
