"""A function: the years that follow from exact numbers of years."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, Pairs
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(quantities, thing):
    ages = quantities[quantities["measure"].isin(["anniversary", "duration"])]
    exact = ages[(ages["about_id"] == thing) & (ages["comparator"] == "=")]
    years = {}
    for row in exact.dropna(subset=["as_of"]).itertuples():
        years[row.quantity_id] = row.as_of_earliest.year - int(row.value)
    return years


def with_columns(quantities, thing):
    measured = quantities["measure"].isin(["anniversary", "duration"])
    exact = (quantities["about_id"] == thing) & (quantities["comparator"] == "=")
    ages = quantities[measured & exact].dropna(subset=["as_of"])
    years = ages["as_of_earliest"].dt.year - ages["value"]
    return dict(zip(ages["quantity_id"], years, strict=True))


def rounded_taken_for_exact(quantities, thing):
    ages = quantities[quantities["measure"].isin(["anniversary", "duration"])]
    mine = ages[ages["about_id"] == thing].dropna(subset=["as_of"])
    return {row.quantity_id: row.as_of_earliest.year - int(row.value) for row in mine.itertuples()}


def any_number(quantities, thing):
    mine = quantities[(quantities["about_id"] == thing) & (quantities["comparator"] == "=")]
    return {
        row.quantity_id: row.as_of_earliest.year - int(row.value)
        for row in mine.dropna(subset=["as_of"]).itertuples()
    }


def year_of_the_count(quantities, thing):
    ages = quantities[quantities["measure"].isin(["anniversary", "duration"])]
    exact = ages[(ages["about_id"] == thing) & (ages["comparator"] == "=")]
    return {
        row.quantity_id: row.as_of_earliest.year
        for row in exact.dropna(subset=["as_of"]).itertuples()
    }


def missing_kept(quantities, thing):
    ages = quantities[quantities["measure"].isin(["anniversary", "duration"])]
    exact = ages[(ages["about_id"] == thing) & (ages["comparator"] == "=")]
    return {row.quantity_id: row.as_of_earliest.year - int(row.value) for row in exact.itertuples()}


def cases(quantities):
    """Things of which exactly one exact number of years with a date is told."""
    ages = quantities[quantities["measure"].isin(["anniversary", "duration"])]
    exact = ages[ages["comparator"] == "="].dropna(subset=["as_of"])
    counts = exact["about_id"].value_counts()
    return [{"thing": str(name)} for name in sorted(counts[counts == 1].index)]


def probes(quantities):
    """A thing with rounded, dated and undated numbers, and ranks; others with one sort only."""
    of_one = quantities.assign(about_id="un")
    return [
        (
            N_("a table in which all numbers are told of un"),
            {"quantities": of_one, "thing": "un"},
        ),
        (N_("kazakhstan: exact, rounded and undated numbers"), {"thing": "kazakhstan"}),
        (N_("ctbt: an anniversary"), {"thing": "ctbt"}),
        (N_("un_peacekeeping: a rounded number"), {"thing": "un_peacekeeping"}),
        (N_("energy_strategy: a number without a date"), {"thing": "energy_strategy"}),
        (N_("osce: no number of years"), {"thing": "osce"}),
    ]


QUESTION = Question(
    title=N_("In which year did it begin?"),
    task=N_(
        "Documents like to say how **old** a thing is. Write a function that takes the table "
        "`quantities` and the id of a thing, and gives the year in which its count began: a dict "
        "from each `quantity_id` to a year, so that everyone can see on which row the year rests. "
        "Use the measures `anniversary` and `duration`; only numbers that are **exact**; only "
        "those that say **as of when** they count. Where nothing fits, the dict is empty. Try it "
        "on the thing that `ex.given(5)` names."
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
                "`comparator`, and try the function on `kazakhstan`."
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
            "no date taken for a date",
            missing_kept,
            N_(
                "Your function gives {answer}. One of its rows has no `as_of`: no day to subtract "
                "from, so no year follows. Leave such rows out, and try it on `kazakhstan`."
            ),
        ),
    ),
    hints=(
        N_("First the right rows, then one subtraction for each. The lesson does it in a loop."),
        N_(
            "Rows: `measure` by `isin`, `about_id` and `comparator` by `==`, and `dropna` with "
            '`subset=["as_of"]` for those without a day.'
        ),
        N_(
            "In a loop over `itertuples()`, `row.as_of_earliest.year` is the year of the count and "
            "`int(row.value)` the number of years; store the difference under `row.quantity_id`."
        ),
    ),
    meaning=N_(
        "{answer}. The row does not write this year; it follows from what the row writes. Say "
        "*computed* when you use it, and write what began: an opening, a signature, a membership."
    ),
    cases=cases,
    probes=probes,
)
