"""A function: the years that follow from exact numbers of years."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, Pairs
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(quantities, thing):
    ages = quantities[quantities["measure"].isin(["anniversary", "duration"])]
    exact = ages[(ages["about_id"] == thing) & (ages["comparator"] == "=")]
    years = {}
    for row in exact.dropna(subset=["as_of_latest"]).itertuples():
        years[row.quantity_id] = row.as_of_latest.year - int(row.value)
    return years


def with_columns(quantities, thing):
    measured = quantities["measure"].isin(["anniversary", "duration"])
    exact = (quantities["about_id"] == thing) & (quantities["comparator"] == "=")
    ages = quantities[measured & exact].dropna(subset=["as_of_latest"])
    years = ages["as_of_latest"].dt.year - ages["value"]
    return dict(zip(ages["quantity_id"], years, strict=True))


def rounded_taken_for_exact(quantities, thing):
    ages = quantities[quantities["measure"].isin(["anniversary", "duration"])]
    mine = ages[ages["about_id"] == thing].dropna(subset=["as_of_latest"])
    return {row.quantity_id: row.as_of_latest.year - int(row.value) for row in mine.itertuples()}


def any_number(quantities, thing):
    mine = quantities[(quantities["about_id"] == thing) & (quantities["comparator"] == "=")]
    return {
        row.quantity_id: row.as_of_latest.year - int(row.value)
        for row in mine.dropna(subset=["as_of_latest"]).itertuples()
    }


def year_of_the_count(quantities, thing):
    ages = quantities[quantities["measure"].isin(["anniversary", "duration"])]
    exact = ages[(ages["about_id"] == thing) & (ages["comparator"] == "=")]
    return {
        row.quantity_id: row.as_of_latest.year
        for row in exact.dropna(subset=["as_of_latest"]).itertuples()
    }


def missing_kept(quantities, thing):
    ages = quantities[quantities["measure"].isin(["anniversary", "duration"])]
    exact = ages[(ages["about_id"] == thing) & (ages["comparator"] == "=")]
    return {row.quantity_id: row.as_of_latest.year - int(row.value) for row in exact.itertuples()}


def open_taken_for_one_year(quantities, thing):
    ages = quantities[quantities["measure"].isin(["anniversary", "duration"])]
    exact = ages[(ages["about_id"] == thing) & (ages["comparator"] == "=")]
    return {
        row.quantity_id: row.as_of_earliest.year - int(row.value)
        for row in exact.dropna(subset=["as_of"]).itertuples()
    }


def cases(quantities):
    """Things of which one anniversary is told, and no other number of years."""
    ages = quantities[quantities["measure"].isin(["anniversary", "duration"])]
    counts = ages["about_id"].value_counts()
    exact = ages[(ages["comparator"] == "=") & (ages["measure"] == "anniversary")]
    exact = exact.dropna(subset=["as_of_latest"])
    return [{"thing": str(name)} for name in sorted(exact["about_id"]) if counts[name] == 1]


def probes(quantities):
    """A thing with rounded, dated and open numbers, and ranks; others with one sort only."""
    of_one = quantities.assign(about_id="un")
    rounded = quantities["quantity_id"].isin(["q010", "q024"])
    marked = quantities["comparator"].astype(str).mask(rounded, "~")
    return [
        (
            N_("kazakhstan, once the thirty years are marked as rounded"),
            {"quantities": quantities.assign(comparator=marked), "thing": "kazakhstan"},
        ),
        (
            N_("a table in which all numbers are told of un"),
            {"quantities": of_one, "thing": "un"},
        ),
        (
            N_("kazakhstan: years, ranks, and a number with an open date"),
            {"thing": "kazakhstan"},
        ),
        (N_("ctbt: an anniversary"), {"thing": "ctbt"}),
        (N_("electricity_demand: a number with an open date"), {"thing": "electricity_demand"}),
        (N_("osce: no number of years"), {"thing": "osce"}),
    ]


QUESTION = Question(
    title=N_("In which year did it begin?"),
    task=N_(
        "Documents like to say how **old** a thing is. Write a function that takes the table "
        "`quantities` and the id of a thing, and gives the year in which its count began: a dict "
        "from each `quantity_id` to a year, so that everyone can see on which row the year rests. "
        "Use the measures `anniversary` and `duration`; only numbers **stated as exact** (their "
        "`comparator` is `=`); only those whose `as_of` **has a last day** (*then or later* has "
        "none). Where nothing fits, the dict is empty. Try it on the thing that `ex.given(5)` "
        "names; it is tried on other tables, too, in which some numbers are only *about* right."
    ),
    kind="make",
    minutes=10,
    points=4,
    taught=N_("What is 2026 − 35?"),
    answer=Function(returns=Pairs()),
    reference=reference,
    right=(with_columns,),
    wrong=(
        Wrong(
            "rounded taken for exact",
            rounded_taken_for_exact,
            N_(
                "Your function also subtracts numbers that are only *about* right, and so gives "
                "{answer}. From a rounded number no year follows: look at the column "
                "`comparator`."
            ),
        ),
        Wrong(
            "any number taken for years",
            any_number,
            N_(
                "Your function gives {answer}: among its rows are ranks or other numbers that "
                "count no years. Keep the two measures that do, and try it on `kazakhstan`."
            ),
        ),
        Wrong(
            "the year of the count taken for the beginning",
            year_of_the_count,
            N_(
                "Your function gives {answer}: the year *in* which was counted. An anniversary is "
                "kept in that year; what it remembers is older by the number of years."
            ),
        ),
        Wrong(
            "no last day taken for a day",
            missing_kept,
            N_(
                "Your function gives {answer}. One of its rows has no `as_of_latest`: no last day "
                "to subtract from, so no year follows. Leave such rows out, and try it on "
                "`kazakhstan`."
            ),
        ),
        Wrong(
            "an open date taken for one year",
            open_taken_for_one_year,
            N_(
                "Your function gives {answer}. The `as_of` of one of its rows says *then or "
                "later*: it begins in a year, but is not bound to it. Try it on `kazakhstan`, and "
                "ask for the last day, `as_of_latest`."
            ),
        ),
    ),
    hints=(
        N_("First the right rows, then one subtraction for each. The lesson does it in a loop."),
        N_(
            "Rows: `measure` by `isin`, `about_id` and `comparator` by `==`, and `dropna` with "
            '`subset=["as_of_latest"]` for those without a last day.'
        ),
        N_(
            "In a loop over `itertuples()`, `row.as_of_latest.year` is the year of the count and "
            "`int(row.value)` the number of years; store the difference under `row.quantity_id`."
        ),
    ),
    meaning=N_(
        "{answer}. The row does not write this year; it follows from what the row writes. Say "
        "*computed* when you use it, and write what began: an opening, a signature, a closing. And "
        "a thirty that is rounded without a word gives a year, too: a wrong one."
    ),
    cases=cases,
    probes=probes,
)
