"""Networks built and drawn, against networkx and matplotlib alone; and how both grow."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.growth import SIZES, enlarge
from benchmarks.timing import Result, compare, python, run

# The least that gives the same nodes and edges: names, predicates, evidence; nothing is checked.
SETUP = """\
import csv
from time import perf_counter
import matplotlib
matplotlib.use("agg")
import matplotlib.pyplot as plt
import networkx as nx
import pandas
from kopjaqty.drawings import draw_network
from kopjaqty.networks import build_network, hierarchy
from kopjaqty.store import data_folder
folder = data_folder({folder!r})

def rows(name):
    with open(folder / (name + ".csv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

def build():
    return build_network(data=folder)

def build_plain():
    graph = nx.MultiDiGraph()
    evidence = {{}}
    for row in rows("evidence"):
        if row["table"] == "relations":
            evidence.setdefault(row["record_id"], []).append(row["evidence_id"])
    for row in rows("entities"):
        graph.add_node(row["entity_id"], **row)
    for row in rows("relations"):
        graph.add_edge(row["subject_id"], row["object_id"], key=row["relation_id"], **row)
        graph.edges[row["subject_id"], row["object_id"], row["relation_id"]]["evidence"] = (
            tuple(evidence[row["relation_id"]])
        )
    return graph

graph = build()

def save(figure):
    figure.canvas.draw()
    plt.close(figure)

def draw():
    save(draw_network(graph).get_figure())

def draw_plain():
    figure, ax = plt.subplots(figsize=(15, 11), dpi=100)
    kinds = {{kind: n for n, (_, kind) in enumerate(graph.nodes(data="kind"))}}
    colours = [kinds[kind] for _, kind in graph.nodes(data="kind")]
    nx.draw_networkx(graph, nx.spring_layout(graph, seed=1), ax=ax, node_size=60, font_size=7,
                     labels=dict(graph.nodes(data="name")), node_color=colours)
    save(figure)
"""
LOOP = """
for _ in range({times} + 1):
    marks = [perf_counter()]
    for call in ({mine}, {theirs}):
        call()
        marks.append(perf_counter())
    print(marks[1] - marks[0], marks[2] - marks[1])
"""
# Nobody has built or drawn anything yet; pandas and networkx are imported.
FIRST = """\
from time import perf_counter
import networkx
import pandas
from kopjaqty.networks import build_network
marks = [perf_counter()]
for _ in range(9):
    build_network()
    marks.append(perf_counter())
times = [end - start for start, end in zip(marks, marks[1:])]
print(times[0], min(times[1:]))
"""
ONCE = """
start = perf_counter()
graph = build()
built = perf_counter()
draw()
print(built - start, perf_counter() - built, len(graph), graph.number_of_edges())
"""


def measure(times: int = 7, sizes: Sequence[int] = SIZES) -> list[Result]:
    """Build and draw in one process, ours and plain in turn; then copies of growing size."""
    against = {
        "build": ("csv + networkx", "<= 3"),
        "draw": ("nx.draw_networkx, spring layout", "<= 1.2"),
    }
    results = []
    for mine, (other, goal) in against.items():
        code = LOOP.format(times=times, mine=mine, theirs=f"{mine}_plain")
        lines = run(python(SETUP.format(folder=None) + code)).strip().split("\n")[1:]
        pairs = [tuple(map(float, line.split())) for line in lines]
        taken = {f"{mine}_network()": [a for a, _b in pairs], other: [b for _a, b in pairs]}
        results.append(compare(f"{mine}_network(), all relations", taken, goal))
    pairs = [tuple(map(float, run(python(FIRST)).split())) for _ in range(times)]
    taken = {"first": [a for a, _b in pairs], "a later one": [b for _a, b in pairs]}
    results.append(compare("build_network(), first of a process", taken, "<= 3"))
    return results + _growth(sizes)


def _growth(sizes: Sequence[int]) -> list[Result]:
    from kopjaqty.store import data_folder

    results: list[Result] = []
    before: tuple[int, float, float] | None = None
    for times in sizes:
        with tempfile.TemporaryDirectory() as folder:
            enlarge(data_folder(), Path(folder), times)
            told = run(python(SETUP.format(folder=folder) + ONCE)).split()
        built, drawn, nodes, edges = float(told[0]), float(told[1]), int(told[2]), int(told[3])
        what = f"{nodes:,} nodes, {edges:,} edges (x {times})"
        for name, seconds, place in (("build", built, 1), ("draw", drawn, 2)):
            cost = f"{seconds:.3f} s, {seconds / edges * 1e6:.0f} µs an edge"
            ratio = None
            if before:
                ratio = seconds / edges * before[0] / before[place]
            earlier = f"an edge at x {sizes[sizes.index(times) - 1]}" if before else ""
            goal = "at most about 1" if before else ""
            results.append(Result(f"{name} {what}", cost, earlier, ratio, goal))
        before = edges, built, drawn
    return results
