"""Texts of a researcher's own: what is found in them, written, resumed, and what is not read."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pandas as pd
import pytest
import rdflib
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st

from cli_runner import make_runner
from kopjaqty import cli
from kopjaqty.annotate import Annotations, annotate_files, annotate_text, runs
from kopjaqty.annotate.candidates import find_candidates, group_forms
from kopjaqty.corpus.words import span_digest
from kopjaqty.errors import DateError, KopjaqtyError

pytest.importorskip("ahocorasick", reason="finding names needs the extra `matcher`")

TEXT = """Дала су кеңесі құрылды
Қазақстан 2026 жылғы 12 мамырда Дала Кеңесіне мүше болды. Кеңестің үйі Алматыда.
Биыл Қаратал мен Көксу БҰҰ-ға хат жазды, ал Қараталдың хаты бөлек. «Жасыл көпір» қоры ашылды!
"""
RESULTS = ["annotations.jsonld", "candidates.csv", "dates.csv", "files.csv", "mentions.csv"]


def run(*arguments: object, text: bytes | None = None) -> Result:
    """Run the command line as a user does."""
    words = [str(argument) for argument in arguments]
    return make_runner().invoke(cli.kopjaqty, words, input=text, prog_name="kopjaqty")


def results(folder: Path) -> dict[str, bytes]:
    """The files of results, all of them, with the parts."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def rows(path: Path) -> list[dict[str, str]]:
    """A table's rows."""
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def assert_digests(annotations: Annotations, text: str) -> None:
    """The digests are those of what stands at the offsets."""
    spans = [(one.start, one.end, one.digest) for one in annotations.mentions]
    spans += [(one.start, one.end, one.digest) for one in annotations.dates]
    assert spans == [(start, end, span_digest(text[start:end])) for start, end, _ in spans]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the researcher's, with one text in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "water.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


# ------------------------------------------------------------------------- one text


def test_one_text() -> None:
    """Names, dates and candidates stand where their offsets say; the hash is the text's."""
    annotations = annotate_text(TEXT, published="2026-05-20")
    assert [one.entity_id for one in annotations.mentions] == ["kazakhstan", "almaty", "un"]
    assert [one.edtf for one in annotations.dates] == ["2026-05-12", "2026"]
    assert [one.text for one in annotations.candidates] == [
        "Дала су кеңесі", "Дала Кеңесіне", "Қаратал", "Көксу", "Қараталдың", "Жасыл көпір",
    ]  # fmt: skip
    assert annotations.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert annotations.characters == len(TEXT)
    assert_digests(annotations, TEXT)
    for candidate in annotations.candidates:
        assert TEXT[candidate.start : candidate.end] == candidate.text


def test_it_makes_a_table() -> None:
    """What was found becomes a DataFrame with its columns named."""
    frame = pd.DataFrame(annotate_text(TEXT).mentions)
    assert list(frame) == ["start", "end", "entity_id", "name", "digest"]


def test_names_of_ones_own() -> None:
    """A name that is given is found, and is no candidate any more."""
    names = pd.DataFrame({"entity_id": ["steppe"], "name": ["Дала Кеңесі"]})
    annotations = annotate_text(TEXT, names=names)
    assert "steppe" in [one.entity_id for one in annotations.mentions]
    assert "Дала Кеңесіне" not in [one.text for one in annotations.candidates]


def _nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("disturb", "name"),
    [
        (_nfd, "NFD"),
        (lambda text: text.replace(" ", "\u00a0"), "NBSP"),
        (lambda text: text.replace(" ", "  "), "two spaces"),
        (lambda text: text.replace("-", "\u2011"), "U+2011"),
        (lambda text: text.replace("А", "A").replace("Қазақстан", "Қaзaқстaн"), "Latin letters"),
        (lambda text: "\ufeff" + text.replace("\n", "\r\n"), "BOM and CRLF"),
    ],
)
def test_disturbed_texts(disturb, name: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The same is found in another dress of the text, at offsets of that dress."""
    text = disturb(TEXT)
    annotations, plain = annotate_text(text), annotate_text(TEXT)
    assert [m.entity_id for m in annotations.mentions] == [m.entity_id for m in plain.mentions], (
        name
    )
    assert [date.edtf for date in annotations.dates] == [date.edtf for date in plain.dates], name
    assert len(annotations.candidates) == len(plain.candidates), name
    assert_digests(annotations, text)


@pytest.mark.parametrize("text", ["", " \n", "\x00\x01", "1234", "ᚠᛇᚻ", "🙂" * 9])
def test_texts_with_nothing_in_them(text: str) -> None:
    """Nothing is found where nothing is, and nothing goes wrong."""
    annotations = annotate_text(text)
    assert (annotations.mentions, annotations.dates, annotations.candidates) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "message"),
    [(b"bytes", "has to be text"), (None, "has to be text"), ("\ud800", "half")],
)
def test_what_is_no_text(text: object, message: str) -> None:
    """Bytes, nothing and half characters are refused in words."""
    with pytest.raises(KopjaqtyError, match=message):
        annotate_text(text)  # type: ignore[arg-type]


# ----------------------------------------------------------------------- candidates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Кеше Аққайың келді.", ["Аққайың"]),  # the head of a sentence is no name
        ("Кеше келді. Аққайың кетті.", []),
        ("Кеше Аққайың келді. Аққайың кетті.", ["Аққайың"]),
        ("ДКҰ ашылды. Ол жаңа.", ["ДКҰ"]),  # but an acronym is
        ("Ал Аққайың келді, ал Көксу кетті.", ["Аққайың", "Көксу"]),
        ("Бүгін Қ. Сәтбек сөйледі.", ["Қ. Сәтбек"]),
        ("Жас «Ақ бидай» тобы", ["Ақ бидай"]),
        ("Ол: «Бүгін ашамыз!» деді", []),
        ("Ол Ақжол-Көксу жолы", ["Ақжол-Көксу"]),
        ("бұл ХХІ ғасыр, XXI ғасыр, А жолы", []),
        ("бұл Аққайың\nКөксу", ["Аққайың"]),  # no name crosses a line
        ("бұл " + "Ақ" * 100, []),
        ("Жаңа сөз. Дала су зерттеу орталығына барды.", ["Дала су зерттеу орталығына"]),
        ("Бұл ұйымның кеңесі", []),
        ("бұл Дала су, кеңесі", ["Дала"]),
        ("бұл Дала су кеңесіз", ["Дала"]),
    ],
)
def test_candidates(text: str, expected: list[str]) -> None:
    """What is capitalised for itself is a candidate; a capital of the sentence is not."""
    assert [one.text for one in find_candidates(text, [])] == expected


def test_a_name_cuts_a_sequence() -> None:
    """What a name explains is left out of a sequence; the rest stays."""
    text = "бұл Аққайың Алматы Көксу"
    at = text.index("Алматы")
    candidates = find_candidates(text, [(at, at + len("Алматы"))])
    assert [one.text for one in candidates] == ["Аққайың", "Көксу"]


def test_inflected_forms_count_as_one() -> None:
    """Forms of a name lead to the name; another word that begins alike does not."""
    leads = {
        "Қаратал": "Қаратал",
        "Қараталдың": "Қаратал",
        "Қараталда": "Қаратал",
        "Қараталбай": "Қараталбай",
        "АЭС-тердің": "АЭС",
        "АЭС-ке": "АЭС",
        "Су кеңесі": "Су кеңесі",
        "Су кеңесіне": "Су кеңесі",
    }
    assert group_forms(leads) == leads


@settings(max_examples=60)
@given(st.text(alphabet='АҚақлт .!?«»"-\n\u00a0\u0306', max_size=60))
def test_candidates_address_their_text(text: str) -> None:
    """Whatever the text, a candidate's first place holds it, and its count is at least one."""
    for one in find_candidates(text, []):
        assert text[one.start : one.end].split()
        assert text[one.start].isupper()
        assert one.times >= 1


# ------------------------------------------------------------------------ many files


@pytest.mark.usefixtures("here")
def test_the_command_writes_what_it_says() -> None:
    """One line tells how much was found; five files hold it."""
    result = run("annotate", "water.txt", "--out", "found", "--published", "2026-05-20")
    assert result.exit_code == 0, result.output
    message = "1 text: 3 mentions, 2 dates, 5 candidates in found.\n"
    assert result.stdout == message
    assert sorted(path.name for path in Path("found").iterdir() if path.is_file()) == RESULTS
    names = rows(Path("found/mentions.csv"))
    assert [row["entity_id"] for row in names] == ["kazakhstan", "almaty", "un"]
    assert {TEXT[int(row["start"]) : int(row["end"])] for row in names} == {
        "Қазақстан", "Алматыда", "БҰҰ-ға",
    }  # fmt: skip
    first = rows(Path("found/candidates.csv"))[0]
    assert (first["candidate"], first["count"]) == ("Қаратал", "2")
    assert [row["sha256"] for row in rows(Path("found/files.csv"))] == [
        hashlib.sha256(Path("water.txt").read_bytes()).hexdigest()
    ]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's, of its own classes
@pytest.mark.usefixtures("here")
def test_annotations_are_linked_data() -> None:
    """Another program reads the annotations: bodies, sources, positions, dates."""
    annotate_files(["water.txt"], "found")
    graph = rdflib.Graph().parse("found/annotations.jsonld", format="json-ld")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    assert len(list(graph.subjects(rdflib.RDF.type, oa.Annotation))) == 4
    bodies = {str(body) for body in graph.objects(None, oa.hasBody)}
    assert "arcp://name,kopjaqty/entities/un" in bodies
    starts = {int(str(start)) for start in graph.objects(None, oa.start)}
    assert {TEXT.index(name) for name in ("Қазақстан", "Алматы", "БҰҰ", "2026")} == starts
    dates = [str(value) for value in graph.objects(None, rdflib.RDF.value)]
    assert dates == ["2026-05-12"]


@pytest.mark.usefixtures("here")
def test_what_cannot_be_read_stops_nothing() -> None:
    """Each unread file is named with its reason, in words and in a table; the exit code is 1."""
    bad = {
        "rubbish.txt": bytes(range(256)) * 40,
        "old.txt": "Қазақстан".encode("utf-16"),
        "russian.txt": "Казахстан".encode("cp1251"),
        "empty.txt": b"",
        "blank.txt": b"\xef\xbb\xbf \r\n",
        "paper.pdf": b"%PDF-1.7 ...",
        "page.html": b"<!doctype html><p>...",
    }
    for name, content in bad.items():
        Path(name).write_bytes(content)
    Path("folder").mkdir()
    result = run("annotate", *bad, "none.txt", "folder", "water.txt", "--out", "found")
    assert result.exit_code == 1
    assert "1 text: 3 mentions" in result.stdout
    assert "9 not read." in result.stdout
    told = rows(Path("found/files.csv"))
    assert [row["file"] for row in told if row["problem"]] == [*bad, "none.txt", "folder"]
    assert all(f"{name}: " in result.stderr for name in [*bad, "none.txt", "folder"])
    assert "Traceback" not in (result.stdout + result.stderr)


@pytest.mark.usefixtures("here")
def test_folders_and_standard_input() -> None:
    """A folder gives its .txt files by name, hidden ones left out; - is the standard input."""
    for name in ("b/2.txt", "b/1.TXT", "b/notes.md", "b/.hidden/3.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("БҰҰ-да", encoding="utf-8")
    result = run("annotate", "b", "-", "b/2.txt", "--out", "found", text=TEXT.encode())
    assert result.exit_code == 0, result.output
    told = [row["file"] for row in rows(Path("found/files.csv"))]
    assert told == ["b/1.TXT", "b/2.txt", "-"]
    entities = [row["entity_id"] for row in rows(Path("found/mentions.csv"))]
    assert entities == ["un", "un", "kazakhstan", "almaty", "un"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--published", "someday"], "someday"),
        (["--data", "nowhere"], "descriptor"),
        (["--jobs", "0"], "--jobs"),
        (["--out", "water.txt"], "water.txt"),
    ],
)
@pytest.mark.usefixtures("here")
def test_slips(options: list[str], message: str) -> None:
    """A wrong option is explained, before anything is read."""
    result = run("annotate", "water.txt", "--out", "found", *options)
    assert result.exit_code in (1, 2)
    assert message in result.stderr
    assert "Traceback" not in (result.stdout + result.stderr)


def test_a_date_without_a_year_is_refused(here: Path) -> None:
    """A publication date must tell its year, whether or not there is a text to read."""
    with pytest.raises(DateError):
        annotate_files([here / "water.txt"], here / "out", published="not a date")


# ------------------------------------------------------------------ resumed, repeated


def many(folder: Path, number: int = 12) -> Path:
    """A folder of small texts."""
    folder.mkdir()
    for n in range(number):
        text = f"БҰҰ-ның {n}-отырысы {1992 + n % 30} жылы Алматыда өтті, оған Қаратал келді.\n"
        (folder / f"{n:04}.txt").write_text(text * (1 + n % 3), encoding="utf-8")
    return folder


@pytest.mark.usefixtures("here")
def test_what_is_done_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run annotates only what has changed; other names or another date, all."""
    many(Path("texts"))
    assert annotate_files(["texts"], "found").annotated == 12
    before = results(Path("found"))
    Path("texts/0003.txt").write_text("Женевада", encoding="utf-8")
    again = annotate_files(["texts"], "found")
    assert (again.annotated, again.kept) == (1, 11)
    many(Path("fresh"))
    Path("texts/0003.txt").write_bytes(Path("fresh/0003.txt").read_bytes())
    annotate_files(["texts"], "found")
    assert results(Path("found")) == before
    assert annotate_files(["texts"], "found", published="2026").annotated == 12
    monkeypatch.setattr("kopjaqty.annotate.checkpoints.FORMAT", 0)
    assert annotate_files(["texts"], "found", published="2026").annotated == 12


@pytest.mark.usefixtures("here")
def test_a_broken_part_is_made_again() -> None:
    """Half a file, another program's file, an empty one: nothing of it is believed."""
    many(Path("texts"), 4)
    annotate_files(["texts"], "found")
    before = results(Path("found"))
    parts = sorted(Path("found/parts").iterdir())
    parts[0].write_bytes(parts[0].read_bytes()[:-20])
    parts[1].write_bytes(b"")
    parts[2].write_bytes(b'{"sha256": 1}')
    assert annotate_files(["texts"], "found").annotated == 3
    assert results(Path("found")) == before


KILLED = """
import os, signal, sys
from kopjaqty.annotate import annotate_files, runs
write, left = runs.write_checkpoint, [5]
def dying(path, part):
    write(path, part)
    left[0] -= 1
    if not left[0]:
        path.with_name(f".{path.name}.draft").write_text("half")
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
runs.write_checkpoint = dying
annotate_files(["texts"], "killed")
"""


@pytest.mark.usefixtures("here")
def test_a_killed_run_goes_on_and_ends_the_same() -> None:
    """Killed half-way and started again, a run leaves the very files of one that was let be."""
    many(Path("texts"))
    killed = subprocess.run([sys.executable, "-c", KILLED], check=False)
    assert killed.returncode != 0
    assert not Path("killed/mentions.csv").exists()
    # The draft that the killed run was writing.
    last = next(Path("killed/parts").glob(".*.draft"))
    last.with_name(last.name[1 : -len(".draft")]).unlink()
    assert annotate_files(["texts"], "killed").kept == 4
    annotate_files(["texts"], "whole")
    assert results(Path("killed")) == results(Path("whole"))


@pytest.mark.usefixtures("here")
def test_a_full_disk_leaves_the_old_results(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where writing fails, the results of the run before stay, whole."""
    annotate_files(["water.txt"], "found")
    before = results(Path("found"))

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kopjaqty.annotate.results._candidates", fail)
    with pytest.raises(OSError, match="No space"):
        annotate_files(["water.txt"], "found")
    assert results(Path("found")) == before


@pytest.mark.usefixtures("here")
def test_two_processes_do_what_one_does() -> None:
    """The bytes do not depend on who did the work, nor in which order it was done."""
    many(Path("texts"), 8)
    Path("texts/0002.txt").write_bytes(b"\xff\xfe")
    one = annotate_files(["texts", "water.txt"], "one")
    two = annotate_files(["texts", "water.txt"], "two", jobs=2)
    assert results(Path("one")) == results(Path("two"))
    assert (one.totals, one.problems) == (two.totals, two.problems)


def test_hash_seeds_change_nothing(here: Path) -> None:
    """Python's order of sets and dicts is not seen in a result."""
    many(here / "texts", 3)
    for seed in ("1", "2"):
        call = f"annotate_files(['texts', 'water.txt'], '{seed}')"
        code = f"from kopjaqty.annotate import annotate_files; {call}"
        env = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code], check=True, env=env, cwd=here)
    assert results(here / "1") == results(here / "2")


def _die(_text: str) -> None:
    os._exit(9)


@pytest.mark.usefixtures("here")
def test_a_lost_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker process that dies ends the run with a remedy, not with a traceback."""
    many(Path("texts"), 3)
    monkeypatch.setattr(runs, "_annotate", _die)
    result = run("annotate", "texts", "--out", "found", "--jobs", "2")
    assert result.exit_code == 1
    assert "fewer processes" in result.stderr


@pytest.mark.usefixtures("here")
def test_a_thousand_files() -> None:
    """A thousand small texts give a thousand rows, in order, and no more are done twice."""
    many(Path("texts"), 1000)
    done = annotate_files(["texts"], "found")
    assert (done.annotated, done.totals.dates) == (1000, sum(1 + n % 3 for n in range(1000)))
    files = [row["file"] for row in rows(Path("found/files.csv"))]
    assert files == [f"texts/{n:04}.txt" for n in range(1000)]
    assert annotate_files(["texts"], "found").kept == 1000


@pytest.mark.thorough
@pytest.mark.usefixtures("here")
def test_a_huge_file() -> None:
    """A text of 12 MB is found from end to end."""
    line = "Бұл күні далада жел соқты, ал Қаратал БҰҰ-ға хат жазды.\n"
    times = 12_000_000 // len(line.encode())
    Path("huge.txt").write_text(line * times, encoding="utf-8")
    assert annotate_files(["huge.txt"], "found").totals.mentions == times
    last = json.loads(Path("found/annotations.jsonld").read_text(encoding="utf-8"))["@graph"][-2]
    assert last["target"]["selector"]["end"] == times * len(line) - len(" хат жазды.\n")


@pytest.mark.usefixtures("here")
def test_a_text_in_two_files_is_annotated_once() -> None:
    """Tables have a row a file; an annotation is of a text, whatever its file is called."""
    Path("copy.txt").write_bytes(Path("water.txt").read_bytes())
    annotate_files(["water.txt", "copy.txt"], "found")
    assert len(rows(Path("found/mentions.csv"))) == 6
    graph = json.loads(Path("found/annotations.jsonld").read_text(encoding="utf-8"))["@graph"]
    ids = [node["id"] for node in graph if node.get("type") == "Annotation"]
    assert len(ids) == len(set(ids)) == 4
    assert [node["schema:name"] for node in graph if "schema:name" in node] == [
        "water.txt", "copy.txt",
    ]  # fmt: skip
