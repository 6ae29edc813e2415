"""What a press on a control costs: Python's part of a redraw, of each explorer."""

from __future__ import annotations

import json

from benchmarks.timing import Result, python, run

# Each choice is made and taken back, after one round that does not count. With the picture and
# the passages it is all that is computed between the press and the message to the browser.
CODE = """\
import json
from statistics import median
from time import perf_counter
from kopjaqty import explorers

def seconds(work):
    start = perf_counter()
    work()
    return perf_counter() - start

def trials(widget, name, values):
    def work(value):
        if name in ("selected", "language"):
            setattr(widget, name, value)
        else:
            widget.choose(**{name: value})
    for value in values:
        work(value)
    rounds = [[seconds(lambda: work(value)) for value in values] for _ in range(7)]
    return list(zip(*rounds))  # by value

network, timeline = explorers.explore_network(), explorers.explore_timeline()
reader, tracker = explorers.read_passages(), explorers.track_initiatives()
lab = explorers.coding_lab()
relations = list(network._view.edges)[:2]
taken = {
    "network: another year": trials(network, "year", ["1992", "2024", ""]),
    "network: another relation": trials(network, "selected", relations),
    "network: another language": trials(network, "language", ["kk", "en"]),
    "timeline: other lanes": trials(timeline, "lanes", ["document", "status", "type"]),
    "timeline: another year": trials(timeline, "since", ["1991", "2016", ""]),
    "timeline: another language": trials(timeline, "language", ["kk", "en"]),
    "reader: another document": trials(reader, "document", ["omarov_2025", "geneva_2026"]),
    "reader: another sentence": trials(reader, "selected", ["geneva_2026#3", "omarov_2025#4"]),
    "tracker: other groups": trials(tracker, "by", ["proposer", "document", "field"]),
    "coding lab: a code": trials(lab, "p01", ["hosts", "member_of"]),
}
print(json.dumps({
    name: [max(map(min, by_value)), max(map(median, by_value))] for name, by_value in taken.items()
}))
"""


def measure() -> list[Result]:
    """The value that takes longest: its fastest run, against what feels immediate."""
    taken: dict[str, list[float]] = json.loads(run(python(CODE)))
    # The second number is the median of its runs: it shows how quiet the machine was.
    return [
        Result(
            f"explorer, {name}",
            f"{fastest * 1000:.1f} ({middle * 1000:.1f}) ms",
            "150 ms",
            fastest / 0.150,
            "<= 1",
        )
        for name, (fastest, middle) in taken.items()
    ]
