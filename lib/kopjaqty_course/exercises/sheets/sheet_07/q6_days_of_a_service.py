"""A function: between which days a service must have fallen, by what is told and by the record."""

import kopjaqty as kq
from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Function, Listed
from kopjaqty_course.exercises.questions import Question, Wrong


def reference(told, life):
    spans = [kq.parse_date(told), kq.parse_date(life)]
    first = max([span.earliest for span in spans if span.earliest], default=None)
    last = min([span.latest for span in spans if span.latest], default=None)
    if first and last and first > last:
        return []
    return [first, last]


def step_by_step(told, life):
    service, mission = kq.parse_date(told), kq.parse_date(life)
    first, last = service.earliest, service.latest
    if first is None or (mission.earliest and mission.earliest > first):
        first = mission.earliest
    if last is None or (mission.latest and mission.latest < last):
        last = mission.latest
    if first is not None and last is not None and last < first:
        return []
    return [first, last]


def either_of_the_two(told, life):
    spans = [kq.parse_date(told), kq.parse_date(life)]
    first = min([span.earliest for span in spans if span.earliest], default=None)
    last = max([span.latest for span in spans if span.latest], default=None)
    if first and last and first > last:
        return []
    return [first, last]


def the_first_that_is_known(told, life):
    service, mission = kq.parse_date(told), kq.parse_date(life)
    first = service.earliest or mission.earliest
    last = service.latest or mission.latest
    if first and last and first > last:
        return []
    return [first, last]


def never_empty(told, life):
    spans = [kq.parse_date(told), kq.parse_date(life)]
    first = max([span.earliest for span in spans if span.earliest], default=None)
    last = min([span.latest for span in spans if span.latest], default=None)
    return [first, last]


def the_life_alone(told, life):  # noqa: ARG001 - that is the slip
    mission = kq.parse_date(life)
    return [mission.earliest, mission.latest]


def the_text_alone(told, life):  # noqa: ARG001 - that is the slip
    service = kq.parse_date(told)
    return [service.earliest, service.latest]


def cases(relations):
    """Missions that the rows tell of, with their lives; these are not from the documents."""
    lives = {
        "minurso": "1991-04-29/..",
        "unoci": "2004-04-04/2017-06-30",
        "unifil": "1978-03-19/..",
        "undof": "1974-05-31/..",
        "unama": "2002-03-28/..",
    }
    told = relations[relations["predicate"].isin(["participated_in", "hosts"])]
    serving = ["kz_peacekeepers", "kz_golan_contingent", "kazakhstan"]
    told = told[told["subject_id"].isin(serving)]
    dates = told.set_index("object_id")["date"].to_dict()
    dates["unama"] = dates["unama_international_staff"]
    return [
        {"mission": mission, "told": str(dates[mission]), "life": life}
        for mission, life in lives.items()
    ]


def probes():
    """Open ends, one day in common, none in common, years."""
    return [
        (N_("both sides closed by the other"), {"told": "2005/..", "life": "../2010-06-30"}),
        (N_("a service within the mission's life"), {"told": "2006-03", "life": "2004/2017"}),
        (
            N_("a mission within the time that is told"),
            {"told": "2000/2020", "life": "2004/2017"},
        ),
        (N_("one day in common"), {"told": "2010-06-30/2012", "life": "2004/2010-06-30"}),
        (N_("no day in common"), {"told": "[..1995]", "life": "2004-04-04/2017-06-30"}),
        (N_("told of a time after the end"), {"told": "[2018..]", "life": "2004/2017"}),
        (N_("no first day known"), {"told": "[..2010]", "life": "../2008"}),
        (N_("no last day known"), {"told": "[2010..]", "life": "2008/.."}),
    ]


QUESTION = Question(
    title=N_("Between which days?"),
    task=N_(
        "Write a function that takes two dates in EDTF: what is `told` of a service (or of the "
        "stay of a mission's staff as guests), and the `life` of the mission. It gives a list with "
        "the **first and the last day** on which the service is possible by *both*; `None` stands "
        "where a side stays open. If the two have no day in common, it gives an empty list. Try it "
        "on the dates that `ex.given(6)` names (the mission's life is from the public record). "
        "`max` and `min` take `default=None`, which they give back for an empty list."
    ),
    kind="make",
    minutes=8,
    points=4,
    taught=N_("Can the public record narrow it down?"),
    answer=Function(returns=Listed()),
    reference=reference,
    right=(step_by_step,),
    wrong=(
        Wrong(
            "either instead of both",
            either_of_the_two,
            N_(
                "Where both dates have a beginning, or both an end, your function takes the one "
                "that does not bind; tried on such dates it gives {answer}. Nobody serves before "
                "the mission is there, or after it is closed: of two beginnings, of two ends, "
                "which one counts?"
            ),
        ),
        Wrong(
            "the mission's life alone",
            the_life_alone,
            N_(
                "Your function gives {answer}: the life of the mission. What the document tells "
                "narrows it further, at one end or at both."
            ),
        ),
        Wrong(
            "the document alone",
            the_text_alone,
            N_(
                "Your function gives {answer}: what the document tells. The life of the mission "
                "narrows it further, at one end or at both."
            ),
        ),
        Wrong(
            "the mission asked only where the text is silent",
            the_first_that_is_known,
            N_(
                "Your function gives {answer}. It looks at the mission only where the document "
                "leaves a side open. Where both give a day, the mission's may be the narrower one."
            ),
        ),
        Wrong(
            "an impossible service",
            never_empty,
            N_(
                "For real services your function is right. Tried on a service that is told of a "
                "time without the mission, it gives {answer}: a first day *after* the last. Ask "
                "for that before you give the list back."
            ),
        ),
    ),
    hints=(
        N_("The lesson took the later beginning and the earlier end."),
        N_(
            "`kq.parse_date(told)` has `.earliest` and `.latest`; an open side is `None`, so keep "
            "only days: `if span.earliest`."
        ),
        N_(
            "`max` over the beginnings that are there, `min` over the ends that are there; give "
            "`[]` if both exist and the first is later than the last."
        ),
    ),
    meaning=N_(
        "For `{mission}`: {answer}. Two weak statements can make a stronger one, unless one of "
        "them holds already what both allow. Whatever comes from the public record needs its own "
        "source in your text, since no document of ours states it."
    ),
    cases=cases,
    probes=probes,
)
