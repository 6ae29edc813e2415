"""What a chart of life cycles shows, in words: its alternative text and its caption."""

from __future__ import annotations

from kopjaqty.language import _, ngettext
from kopjaqty.timelines.life_cycle_layout import Story
from kopjaqty.timelines.timeline_descriptions import source_line


def describe_life_cycles(story: Story) -> tuple[str, str]:
    """Give the alternative text and the caption, computed from what is drawn."""
    cycles, stages = story.cycles, story.stages
    n = len(cycles)
    count = ngettext("Life cycles of {n} initiative.", "Life cycles of {n} initiatives.", n)
    furthest = [cycle.furthest for cycle in cycles]
    present = [stage for stage in reversed(list(stages)) if stage in furthest]
    counts = "; ".join(f"{stages[each]} {furthest.count(each)}" for each in present)
    summary = _("By the furthest stage that the documents state: {counts}.").format(counts=counts)
    names = "; ".join(cycle.name for cycle in cycles if cycle.furthest == present[0])
    far = _("The furthest ({stage}): {names}.").format(stage=stages[present[0]], names=names)
    undated = sum(not cycle.stages[cycle.furthest].dates for cycle in cycles)
    bare = ngettext(
        "For {n} of them the furthest stage has no date.",
        "For {n} of them the furthest stage has no date.",
        undated,
    ).format(n=undated)
    differ = sum(bool(cycle.differs) for cycle in cycles)
    differing = ngettext(
        "On {n} of them the documents differ (≠).",
        "On {n} of them the documents differ (≠).",
        differ,
    ).format(n=differ)
    alt = [count.format(n=n), summary, far, bare if undated else "", differing if differ else ""]
    reading = [
        _("A row is an initiative, a column a stage; the furthest come first, then by field."),
        _("A diamond is the furthest stage that any document states, a dot an earlier one."),
        _("A stage without a mark is not stated; letters name the documents that state it."),
        _("≤ 2025: in that year or earlier."),
    ]
    if story.unstated:
        said = _("Of none of them is it stated: {stages}.")
        reading.append(said.format(stages=", ".join(story.unstated)))
    caption = [
        " ".join([count.format(n=n), summary]),
        " ".join(reading),
        source_line(story.sources),
    ]
    return " ".join(part for part in alt if part), "\n".join(part for part in caption if part)
