"""A prediction: which lines of a survival table move when one idea is put at another stage."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Names
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(initiatives, idea, stage):
    stages = initiatives.set_index("initiative_id")["stage"]
    before = stages.value_counts(sort=False)[::-1].cumsum()
    stages[idea] = stage
    after = stages.value_counts(sort=False)[::-1].cumsum()
    return before[after < before].index


def by_places(initiatives, idea, stage):
    order = list(initiatives["stage"].cat.categories)
    now = initiatives.set_index("initiative_id")["stage"][idea]
    return order[order.index(stage) + 1 : order.index(now) + 1]


def its_own_line(initiatives, idea):
    return [initiatives.set_index("initiative_id")["stage"][idea]]


def both_counts(initiatives, idea, stage):
    return [stage, initiatives.set_index("initiative_id")["stage"][idea]]


def added_from_the_top(initiatives, idea, stage):
    order = list(initiatives["stage"].cat.categories)
    now = initiatives.set_index("initiative_id")["stage"][idea]
    return order[order.index(stage) : order.index(now)]


def its_old_line_kept(initiatives, idea, stage):
    order = list(initiatives["stage"].cat.categories)
    now = initiatives.set_index("initiative_id")["stage"][idea]
    return order[order.index(stage) + 1 : order.index(now)]


def all_up_to_its_stage(initiatives, idea):
    order = list(initiatives["stage"].cat.categories)
    now = initiatives.set_index("initiative_id")["stage"][idea]
    return order[: order.index(now) + 1]


def cases(initiatives):
    """Ideas and stages two or more before the one that the table gives them."""
    order = list(initiatives["stage"].cat.categories)
    found = []
    for row in initiatives.itertuples():
        earlier = order[: max(order.index(row.stage) - 1, 0)]
        found += [{"idea": row.initiative_id, "stage": stage} for stage in earlier]
    return found


QUESTION = Question(
    title=N_("One idea, a stricter rule"),
    task=N_(
        "The lesson added up from the end how many ideas are *supposed* to have reached each "
        "stage: `counts[::-1].cumsum()[::-1]`. A colleague has a stricter rule for what counts as "
        "a stage. Suppose that by it the idea that `ex.given(1)` names stands only at the stage "
        "named there, and all other ideas stay where they are. **Predict**: which lines of the "
        "added-up table become **smaller**? Give the names of the stages."
    ),
    kind="predict",
    minutes=4,
    points=2,
    taught=N_("How many survive each stage?"),
    answer=Names(),
    reference=reference,
    right=(by_places,),
    wrong=(
        Wrong(
            "only the line that the idea leaves",
            its_own_line,
            N_(
                "You say {answer}: in the plain counts `{idea}` leaves that line, true. But the "
                "table is added up, and `{idea}` was supposed to have passed other lines on its "
                "way. Which of these does it lose as well?"
            ),
        ),
        Wrong(
            "counts taken for sums",
            both_counts,
            N_(
                "You say {answer}: these are the two lines of the plain **counts** that change. In "
                "the added-up table, does an idea at `{stage}` still count as having reached "
                "`{stage}`?"
            ),
        ),
        Wrong(
            "added up from the wrong end",
            added_from_the_top,
            N_(
                "You say {answer}. These lines would change if one added up from *proposed* "
                "downwards. The lesson turned the order round first, with `[::-1]`: the sums grow "
                "from the last stage upwards."
            ),
        ),
        Wrong(
            "everything it was supposed to have passed",
            all_up_to_its_stage,
            N_(
                "You say {answer}. So far `{idea}` was counted in all of these. By the new rule it "
                "has still reached `{stage}` and what lies before that: these lines keep it."
            ),
        ),
        Wrong(
            "the old line left out",
            its_old_line_kept,
            N_(
                "You say {answer}: what lies between the old place and the new one. And the line "
                "at which `{idea}` stood so far: is it still counted there?"
            ),
        ),
    ),
    hints=(
        N_("Write the stages under one another, in order, and mark the old and the new place."),
        N_("A line counts every idea that stands at this stage **or a later one**."),
        N_("`{idea}` drops out of every line after `{stage}`, down to the line of its old stage."),
    ),
    meaning=N_(
        "One decision about `{idea}` moves {answer}, and no event in the world has changed. Say "
        "your rule for a stage before you show such a table."
    ),
    cases=cases,
)
