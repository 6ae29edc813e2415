"""Find what would make a notebook unsafe to publish, without running it.

Strict nbval has blind spots (a cell that was never run passes) and can be told to look
away (tags); a clock or an unseeded choice passes today and fails tomorrow. Each rule is
one function below, named for what it wants; tests/notebooks/test_lint_notebooks.py holds a bad
example of each.
"""

from __future__ import annotations

import ast
import io
import itertools
import json
import re
import tokenize
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat

from kopjaqty_course.making.notebook_parts import Pictures, called, code_cells, outputs, shown_texts
from kopjaqty_course.making.notebooks import CELL_METADATA, KERNELSPEC, LANGUAGE_INFO
from kopjaqty_course.making.order_of_equals import unreviewed
from kopjaqty_course.making.project import PROJECT

LARGEST_NOTEBOOK = 1_000_000  # bytes

# nbval reads these as tags (in lower case, with hyphens) and as comments.
NBVAL_MARKS = {
    "NBVAL_CHECK_OUTPUT",
    "NBVAL_IGNORE_OUTPUT",
    "NBVAL_RAISES_EXCEPTION",
    "NBVAL_SKIP",
    "PYTEST_VALIDATE_IGNORE_OUTPUT",
}
# jupyter_client, nbclient and papermill have tags of their own that let a cell off.
LENIENT_TAGS = {mark.lower().replace("_", "-") for mark in NBVAL_MARKS} | {
    "raises-exception",
    "skip-execution",
}
# Their inner output is taken for the cell's own, so nbval cannot compare it.
UNCOMPARABLE = {"interact", "interact_manual", "interactive", "interactive_output", "Output"}
CLOCKS = re.compile(
    r"(?:^|\.)(?:(?:datetime|date|Timestamp)\.(?:now|today|utcnow)|time\.time|getpid)$"
    r"|perf_counter|^time$"
)
RANDOM = {"random_layout", "token_hex", "urandom", "uuid1", "uuid4"}
# Repeatable only with this argument; the first three also take it first.
SEEDED_BY = {
    "default_rng": "seed",
    "RandomState": "seed",
    "Random": "x",
    "arf_layout": "seed",
    "fruchterman_reingold_layout": "seed",
    "louvain_communities": "seed",
    "sample": "random_state",
    "spring_layout": "seed",
}
SEED_FIRST = {"default_rng", "RandomState", "Random"}
# Their result depends on the linear algebra library in use.
BLAS_LAYOUTS = {"kamada_kawai_layout", "spectral_layout"}

LOCAL_PATH = re.compile(
    r"""(?<![\w.])/(?:home|root|tmp|Users|mnt|media)/[\w.~-]
      | /var/folders/ | \bfile:/
      | (?<!\w)[A-Z]:(?:\\\\?(?![nrt"'\\])|/(?!/))\w""",
    re.VERBOSE,
)
ADDRESS = re.compile(r"\bat 0x[0-9a-f]{6,}")

LintRule = Callable[[Any], Iterator[str]]


def nothing_let_off(notebook: Any) -> Iterator[str]:
    """No tag or comment asks nbval or nbclient to look away from a cell."""
    for number, cell in code_cells(notebook):
        for tag in LENIENT_TAGS.intersection(cell.metadata.get("tags", [])):
            yield f"cell {number}: the tag {tag!r} keeps the cell from being checked"
        for line in cell.source.splitlines():
            if line.strip().startswith("#") and line.strip(" #") in NBVAL_MARKS:
                yield f"cell {number}: the comment {line.strip()!r} changes what is checked"


def run_in_order(notebook: Any) -> Iterator[str]:
    """Every code cell was run, from top to bottom, in one go."""
    for expected, (number, cell) in enumerate(code_cells(notebook), start=1):
        if not cell.source.strip():
            yield f"cell {number}: an empty code cell"
        elif cell.execution_count != expected:
            yield f"cell {number}: run as [{cell.execution_count}], expected [{expected}]"


def plain_python(notebook: Any) -> Iterator[str]:
    """Cells are Python: no magics, no shell, which differ from machine to machine."""
    for number, cell in code_cells(notebook):
        try:
            ast.parse(cell.source)
        except SyntaxError as error:
            yield f"cell {number}: not plain Python ({error.msg}): {(error.text or '').strip()!r}"


def no_semicolon(notebook: Any) -> Iterator[str]:
    """No statement ends with ``;``: it hides a value from the reader, and nbval trips on it."""
    for number, cell in code_cells(notebook):
        try:
            tokens = list(tokenize.generate_tokens(io.StringIO(cell.source).readline))
        except (tokenize.TokenError, IndentationError):
            continue  # reported by plain_python
        ends = {tokenize.NEWLINE, tokenize.COMMENT, tokenize.NL, tokenize.ENDMARKER}
        for token, after in itertools.pairwise(tokens):
            if token.type == tokenize.OP and token.string == ";" and after.type in ends:
                yield f"cell {number}: line {token.start[0]} ends with ';'"


def comparable_widgets(notebook: Any) -> Iterator[str]:
    """No ``interact`` and no ``Output``: bind a control with ``observe`` instead."""
    for number, cell in code_cells(notebook):
        for name, _ in called(cell.source):
            if name.rpartition(".")[2] in UNCOMPARABLE:
                yield f"cell {number}: {name}() cannot be compared; use observe()"


def repeatable(notebook: Any) -> Iterator[str]:
    """Nothing depends on chance, on the clock or on the machine."""
    seeded = False
    for number, cell in code_cells(notebook):
        for name, call in called(cell.source):
            owner, _, last = name.rpartition(".")
            of_random = owner in {"random", "np.random", "numpy.random"}
            if of_random and last == "seed" and call.args:
                seeded = True
            elif CLOCKS.search(name):
                yield f"cell {number}: {name}() depends on when or where it is run"
            elif last in BLAS_LAYOUTS:
                yield f"cell {number}: {name}() depends on the machine; use frozen positions"
            elif last in SEEDED_BY and not (of_random and last == "sample"):
                if not has_seed(call, last):
                    yield f"cell {number}: {name}() without {SEEDED_BY[last]}= is not repeatable"
            elif last in RANDOM or (of_random and not seeded):
                yield f"cell {number}: {name}() gives another result each time"
        if re.search(r"^\s*from (?:numpy\.)?random import", cell.source, re.MULTILINE):
            yield f"cell {number}: import random as a module, so that its use is seen"


def has_seed(call: ast.Call, function: str) -> bool:
    """Whether a call names its seed."""
    given = [word.value for word in call.keywords if word.arg == SEEDED_BY[function]]
    given += call.args[:1] if function in SEED_FIRST else []
    return any(ast.unparse(value) != "None" for value in given)


def no_choice_among_equals(notebook: Any) -> Iterator[str]:
    """No answer hangs on the order of equals, which nobody stated.

    ``sort_values`` by one key is NumPy's quicksort: equals come out in an order that differs
    with the processor. By several keys it is stable; so are Python's own sorts, ``nlargest``,
    ``groupby`` and, from pandas 3.0 on, ``value_counts`` (2.2: quicksort). To be stable is
    to choose the same each time, though: a cut (``head``, ``[:5]``), ``idxmax`` and
    ``max(key=…)`` still take some of several equals, and leave out the others unsaid.
    """
    cells = list(code_cells(notebook))
    places = [number for number, cell in cells for _line in cell.source.split("\n")]
    for line, code, problem in unreviewed("\n".join(cell.source for _, cell in cells)):
        yield f"cell {places[line - 1]}: {code}: {problem}"


def no_local_path(notebook: Any) -> Iterator[str]:
    """No folder of somebody's machine in sources, outputs or widgets."""
    own = [str(folder) for folder in (Path.home(), PROJECT) if len(folder.parts) > 1]
    texts = [(f"cell {number}", cell.source) for number, cell in enumerate(notebook.cells, 1)]
    texts += [
        (f"cell {number}: output", text)
        for number, output in outputs(notebook)
        for text in shown_texts(output)
    ]
    texts.append(("metadata", json.dumps(notebook.metadata, ensure_ascii=False)))
    for place, text in texts:
        match = LOCAL_PATH.search(text)
        for path in ([match[0]] if match else []) + [path for path in own if path in text]:
            yield f"{place}: a path of this machine: {path!r}"


def no_address(notebook: Any) -> Iterator[str]:
    """No output shows where an object lies in memory; give the object a ``__repr__``."""
    for number, output in outputs(notebook):
        for text in shown_texts(output):
            if match := ADDRESS.search(text):
                yield f"cell {number}: an output shows a memory address, {match[0]!r}"


def no_error(notebook: Any) -> Iterator[str]:
    """No saved output is an error, and nothing was written to stderr (warnings are)."""
    for number, output in outputs(notebook):
        if output.output_type == "error":
            yield f"cell {number}: the error {output.ename} was saved"
        elif output.output_type == "stream" and output.name == "stderr":
            yield f"cell {number}: written to stderr: {output.text[:80]!r}"


def alt_text(notebook: Any) -> Iterator[str]:
    """Every picture says in words what it shows."""
    for number, cell in enumerate(notebook.cells, start=1):
        unnamed = re.search(r"!\[\s*\]", cell.source) or Pictures(cell.source).without_alt
        if cell.cell_type == "markdown" and unnamed:
            yield f"cell {number}: a picture without alt text"
    for number, output in outputs(notebook):
        data = output.get("data", {})
        html = data.get("text/html", "")
        named_in_html = "<img" in html or "<svg" in html
        if Pictures(html).without_alt:
            yield f"cell {number}: a picture without alt text in the HTML output"
        for kind in (kind for kind in data if kind.startswith("image/")):
            in_metadata = str(output.metadata.get(kind, {}).get("alt", "")).strip()
            in_svg = kind == "image/svg+xml" and not Pictures(data[kind]).without_alt
            if not (in_metadata or in_svg or named_in_html):
                yield f"cell {number}: {kind} without alt text"


def small(notebook: Any) -> Iterator[str]:
    """The file is below 1 MB, so that it opens at once and git keeps it."""
    size = len(nbformat.v4.writes_json(notebook).encode())
    if size >= LARGEST_NOTEBOOK:
        yield f"{size:,} bytes; fewer than {LARGEST_NOTEBOOK:,} are allowed"


def minimal_metadata(notebook: Any) -> Iterator[str]:
    """Only the metadata that a reader's Jupyter needs."""
    expected = {"kernelspec": KERNELSPEC, "language_info": LANGUAGE_INFO}
    for key in sorted(notebook.metadata.keys() | expected.keys()):
        if key != "widgets" and notebook.metadata.get(key) != expected.get(key):
            yield f"metadata: {key!r} is not as `kopjaqty course notebooks` writes it"
    for number, cell in enumerate(notebook.cells, start=1):
        for key in sorted(cell.metadata.keys() - CELL_METADATA):
            yield f"cell {number}: metadata {key!r}"


def own_ids(notebook: Any) -> Iterator[str]:
    """Every cell has an id of its own, kept for ever (nbformat 4.5)."""
    if (notebook.nbformat, notebook.nbformat_minor) < (4, 5):
        yield f"nbformat {notebook.nbformat}.{notebook.nbformat_minor} has no cell ids; use 4.5"
        return
    for identifier, times in Counter(cell.get("id") for cell in notebook.cells).items():
        if identifier is None or times > 1:
            yield f"cell id {identifier!r} stands {times} times"


LINT_RULES: tuple[LintRule, ...] = (
    nothing_let_off,
    run_in_order,
    plain_python,
    no_semicolon,
    comparable_widgets,
    repeatable,
    no_choice_among_equals,
    no_local_path,
    no_address,
    no_error,
    alt_text,
    small,
    minimal_metadata,
    own_ids,
)


def lint(path: Path) -> list[str]:
    """What is wrong with a notebook, a line each; nothing where all is well."""
    # Not nbformat.read: it mends what own_ids looks for.
    notebook = nbformat.v4.reads_json(path.read_text(encoding="utf-8"))
    return [f"{rule.__name__}: {problem}" for rule in LINT_RULES for problem in rule(notebook)]
