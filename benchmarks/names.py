"""`find_names` against the bare scan for its stems, and against two matchers without inflection."""

from __future__ import annotations

import tempfile
import tracemalloc
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.timing import Result, python, run

SPARSE = "Ауылда таң атып, күн көтерілді. Балалар мектепке барды, үлкендер жұмысқа кетті. "
FILE = 50_000  # characters of a file that is annotated
KAZAKH = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"
# How many times shorter it should be: half as fast as the scan, and so on.
GOALS = {"pyahocorasick, the scan": "<= 2", "flashtext": "<= 0.5", "spaCy PhraseMatcher": "<= 0.05"}

Find = Callable[[str], object]


def dense_text(megabytes: float) -> tuple[str, str]:
    """The documents repeated, where they are at hand, else their names in invented sentences."""
    from kopjaqty.corpus import read_texts
    from kopjaqty.matcher.name_forms import read_forms

    texts = [text.text for text in read_texts().values() if text.exact]
    if texts:
        return "the documents", _repeat("\n\n".join(texts), megabytes)
    names = [name for form in read_forms() for _id, name in form.names]
    return "names in filler", _repeat("".join(f"{SPARSE}{name}. " for name in names), megabytes)


def sparse_text(megabytes: float) -> str:
    """Invented words, many different ones as in a real text, of which none is a name."""
    chance = Random(1)  # noqa: S311 - it keeps no secrets
    syllables = [a + b + c for a in "бдкқлмнстш" for b in "аәеіоұүы" for c in "ңлрстшй"]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(20_000)]
    wanted = round(megabytes * 1e6 / 14)
    return ". ".join(" ".join(chance.choices(words, k=12)) for _ in range(wanted // 12 + 1))


def _repeat(text: str, megabytes: float) -> str:
    return text * max(1, round(megabytes * 1e6 / len(text.encode())))


def _names() -> list[str]:
    from kopjaqty.matcher.name_forms import read_forms

    return sorted({name for form in read_forms() for _id, name in form.names})


def scan() -> Find:
    """The automaton of our stems over lower-cased text: nobody who uses it is faster."""
    import ahocorasick

    from kopjaqty.matcher.name_forms import read_forms

    automaton = ahocorasick.Automaton()
    for form in read_forms():
        automaton.add_word(form.stem, form.stem)
    automaton.make_automaton()
    return lambda text: deque(automaton.iter(text.lower()), maxlen=0)


def flashtext() -> Find:
    """The names as they are, with word boundaries that know Kazakh letters."""
    from flashtext import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=False)
    for letter in KAZAKH + KAZAKH.upper():
        processor.add_non_word_boundary(letter)
    for name in _names():
        processor.add_keyword(name)
    return lambda text: processor.extract_keywords(text, span_info=True)


def spacy() -> Find:
    """The names as they are, in small letters, over a blank pipeline's tokens."""
    import spacy as package
    from spacy.matcher import PhraseMatcher

    pipeline = package.blank("xx")
    pipeline.max_length = 1 << 30
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    matcher.add("name", [pipeline.make_doc(name) for name in _names()])
    return lambda text: matcher(pipeline.make_doc(text))


RIVALS: dict[str, tuple[str, Callable[[], Find]]] = {
    "pyahocorasick, the scan": ("ahocorasick", scan),
    "flashtext": ("flashtext", flashtext),
    "spaCy PhraseMatcher": ("spacy", spacy),
}


def in_turn(finds: Sequence[Find], text: str, times: int) -> list[list[float]]:
    """Time each once in turn, after a run that does not count."""
    taken: list[list[float]] = [[] for _ in finds]
    for turn in range(times + 1):
        for own, find in zip(taken, finds, strict=True):
            start = perf_counter()
            find(text)
            if turn:
                own.append(perf_counter() - start)
    return taken


def measure(
    times: int = 5, megabytes: float = 2, sizes: Iterable[int] = (1, 10, 100)
) -> list[Result]:
    """Throughput on two texts, and what building, memory and growth cost."""
    if find_spec("ahocorasick") is None:
        return [Result("find_names", "pyahocorasick is not installed")]
    from kopjaqty.matcher import find_names

    results = []
    for name, text in (dense_text(megabytes), ("sparse text", sparse_text(megabytes))):
        for rival, (module, make) in RIVALS.items():
            what = f"find_names, {name}"
            if find_spec(module) is None:
                results.append(Result(what, f"{module} is not installed", rival))
                continue
            mine, theirs = in_turn([find_names, make()], text, times)
            cost = f"{_speed(text, mine)}, {_speed(text, theirs)} MB/s"
            results.append(Result(what, cost, rival, min(mine) / min(theirs), GOALS[rival]))
    results.append(_measure_annotating(times, megabytes))
    return [*results, *_measure_building(times), *_measure_growth(times, list(sizes))]


def _measure_annotating(times: int, megabytes: float) -> Result:
    """Files in, tables and Web Annotations out, against the names of the same text alone."""
    from kopjaqty.annotate import annotate_files
    from kopjaqty.matcher import find_names

    name, text = dense_text(megabytes)
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts"
        texts.mkdir()
        for number, start in enumerate(range(0, len(text), FILE)):
            (texts / f"{number:04}.txt").write_text(text[start : start + FILE], encoding="utf-8")

        def annotate(_text: str) -> None:
            with tempfile.TemporaryDirectory(dir=folder) as out:
                annotate_files([texts], out)

        mine, theirs = in_turn([annotate, find_names], text, times)
    cost = f"{_speed(text, mine)}, {_speed(text, theirs)} MB/s"
    ratio = min(mine) / min(theirs)
    return Result(f"annotate_files, {name}", cost, "find_names", ratio, "<= 3")


def _speed(text: str, taken: Sequence[float]) -> str:
    megabytes = len(text.encode()) / 1e6
    return f"{megabytes / min(taken):.1f} ({megabytes / median(taken):.1f})"


def _built(copies: int) -> tuple[Any, float, int]:
    """Build a matcher of so many times the names; tell its seconds, and bytes that it holds."""
    from kopjaqty.matcher import Matcher
    from kopjaqty.matcher.folding import fold
    from kopjaqty.matcher.name_forms import read_forms

    fold("")  # its table is there once, whatever is built
    forms = [
        form._replace(stem=f"{form.stem}{copy:x}" if copy else form.stem)
        for copy in range(copies)
        for form in read_forms()
    ]
    start = perf_counter()
    matcher = Matcher(forms)
    seconds = perf_counter() - start
    # pyahocorasick tells what it allocates by itself.
    held = matcher._automaton.get_stats()["total_size"]
    return matcher, seconds, held


def _build_anew() -> float:
    """Tell how long it takes from the table of names on, in a process that has built nothing."""
    code = """
from time import perf_counter
import pandas
from kopjaqty import find_names
start = perf_counter()
find_names("")
print(perf_counter() - start)
"""
    return float(run(python(code)))


def _measure_building(times: int) -> list[Result]:
    from kopjaqty.matcher import find_names

    seconds = min(_build_anew() for _ in range(times))
    text = _repeat(SPARSE + "БҰҰ-да. ", 20)
    tracemalloc.start()
    found = find_names(text)
    peak = tracemalloc.get_traced_memory()[1] + _built(1)[2]
    tracemalloc.stop()
    peak -= int(found.memory_usage().sum())
    cost = f"{peak / 2**20:.1f} MB besides the {len(found):,} mentions"
    return [
        Result("the first find_names of a process", f"{seconds * 1000:.0f} ms"),
        Result("find_names, 20 MB in one string", cost, "30 MB", peak / 30 / 2**20, "< 1"),
    ]


def _scanning(matcher: Any) -> Find:
    return lambda text: deque(matcher.scan(text), maxlen=0)


def _measure_growth(times: int, sizes: list[int]) -> list[Result]:
    results = []
    _name, text = dense_text(1)
    first = last = 0.0
    for size in sizes:
        matcher, seconds, held = _built(size)
        taken = min(in_turn([_scanning(matcher)], text, times)[0])
        cost = f"built in {seconds * 1000:.0f} ms, {held / 2**20:.1f} MB, "
        cost += f"{len(text.encode()) / 1e6 / taken:.1f} MB/s"
        what = f"names x {size} ({len(matcher._automaton):,} stems)"
        results.append(Result(what, cost, "names x 1", taken / first if first else None))
        first = first or taken
    matcher = _built(1)[0]
    for size in sizes:
        longer = text * size
        turns = max(1, times // size)
        taken = min(in_turn([_scanning(matcher)], longer, turns)[0]) / size
        cost = f"{len(longer.encode()) / size / 1e6 / taken:.1f} MB/s"
        against = "a megabyte at the size before"
        ratio = taken / last if last else None
        results.append(Result(f"text x {size}", cost, against, ratio, "about 1"))
        last = taken
    return results
