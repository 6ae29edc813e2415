"""A copy of the data set, a document in it, what is left to code, and the README's own example."""

from __future__ import annotations

import re
import shlex
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import matplotlib.pyplot as plt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import BRIDGE, FAIR, make_collection, sentences
from kopjaqty import build_network, load, store
from kopjaqty.annotate import add_document, annotate_text, new_collection, tidy_collection
from kopjaqty.annotate.sentences import segment_rows, split_sentences
from kopjaqty.corpus import read_texts
from kopjaqty.errors import DataError, KopjaqtyError
from kopjaqty.verify import verify
from places import PROJECT
from test_annotate import run

pytest.importorskip("ahocorasick", reason="finding names needs the extra `matcher`")

TEXT = """Дала су кеңесі құрылды
Қазақстан 2026 жылғы 12 мамырда кеңеске мүше болды. Хатшылық Алматыда.
Төраға БҰҰ-ға алғыс айтты.
"""
CELLS = {"document_id": "water", "title": "Дала су кеңесі құрылды", "genre": "report"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the researcher's with a text in it, and no texts of the collection's own."""
    monkeypatch.delenv("KOPJAQTY_CORPUS", raising=False)
    monkeypatch.delenv("KOPJAQTY_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "water.txt").write_bytes(TEXT.encode())
    return tmp_path


@pytest.fixture
def mine(here: Path) -> Path:
    """A copy of the data set with the text as a document in it."""
    new_collection("mine")
    add_document("mine", "water.txt", **CELLS)
    return here / "mine"


def problems(folder: Path) -> list[str]:
    """What `verify` says of a copy and its texts."""
    return [str(problem) for problem in verify(folder, folder / "corpus")]


def append(path: Path, *lines: str) -> None:
    """Add lines to a table, as an editor does."""
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


# ------------------------------------------------------------------------- sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Бір. Екі! Үш? Төрт", ["Бір.", "Екі!", "Үш?", "Төрт"]),
        ("Ол келді.Екі кетті.", ["Ол келді.Екі кетті."]),  # no space: no end
        ("Қ. Сәтбек пен Н.Ә. Ерсінов келді.", ["Қ. Сәтбек пен Н.Ә. Ерсінов келді."]),
        ("2026 ж. дейін т.б. келді.", ["2026 ж. дейін т.б. келді."]),
        ("Ол: «Барамын!» – деді. «Кел!» Ол кетті...", [
            "Ол: «Барамын!» – деді.", "«Кел!»", "Ол кетті...",
        ]),
        ("Тақырып\n\n  Бір.  \r\n– Екі\u2028Үш", ["Тақырып", "Бір.", "– Екі", "Үш"]),
        ("Ол 5. 2026 жыл", ["Ол 5.", "2026 жыл"]),
        ("", []),
        (" \n\t", []),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    """A line break ends a sentence, and so does a full stop before a capital letter or a digit."""
    assert [text[start:end] for start, end in split_sentences(text)] == expected


@pytest.mark.parametrize("text", [BRIDGE, FAIR])
def test_sentences_of_the_invented_texts(text: str) -> None:
    """Texts cut by another rule are cut the same."""
    assert split_sentences(text) == sentences(text)


@given(st.text(alphabet="Аб.!?… «»\n\r\t1"))
def test_sentences_cover_a_text(text: str) -> None:
    """Between sentences there is white space only; they neither overlap nor begin with it."""
    last, between = 0, ""
    for start, end in split_sentences(text):
        assert last <= start < end
        assert text[start:end] == text[start:end].strip()
        between += text[last:start]
        last = end
    assert not (between + text[last:]).strip()


def test_sentences_of_the_documents(texts: Path) -> None:
    """The documents' segments come out, but for three that were cut by hand."""
    tables = store.rows("segments")
    ours = {(row["document_id"], row["start"], row["end"]) for row in tables}
    held = read_texts(corpus=texts)
    cut = {
        (row["document_id"], row["start"], row["end"])
        for name, text in held.items()
        for row in segment_rows(name, text.text)
    }
    here = {row for row in ours if row[0] in held}
    assert len(here - cut) <= 5


# ------------------------------------------------------------------------------ a copy


def test_a_copy_is_a_data_set(here: Path) -> None:
    """The copy has the same tables and no problem; the own tables are not touched."""
    assert run("corpus", "new", "mine").exit_code == 0
    assert problems(here / "mine") == []
    assert load("entities", data="mine").equals(load("entities"))
    assert sorted(path.name for path in here.iterdir()) == ["mine", "water.txt"]


@pytest.mark.usefixtures("here")
def test_a_folder_with_something_in_it_is_refused() -> None:
    """Nobody's files are mixed with the copy; an empty folder will do."""
    Path("full").mkdir()
    Path("full/notes.txt").write_text("mine")
    Path("empty").mkdir()
    for place in ("full", "water.txt"):
        result = run("corpus", "new", place)
        assert result.exit_code == 1
        assert place in result.stderr
        assert "empty folder" in result.stderr
    assert [path.name for path in Path("full").iterdir()] == ["notes.txt"]
    assert run("corpus", "new", "empty").exit_code == 0
    assert Path("empty/datapackage.json").is_file()


# ------------------------------------------------------------------------- a document


def test_a_document_is_added(mine: Path) -> None:
    """Row, sentences, mentions and text are there, as `annotate` and the words say."""
    row = store.rows_by_id("documents", mine)["water"]
    assert (row["genre"], row["date_basis"], row["paragraphs"]) == ("report", "undated", "3")
    annotations = annotate_text(TEXT)
    assert row["sha256"] == annotations.sha256
    every = store.rows("mentions", mine, checked=False)
    mentions = [row for row in every if row["document_id"] == "water"]
    assert [(row["start"], row["end"], row["entity_id"]) for row in mentions] == [
        (str(one.start), str(one.end), one.entity_id) for one in annotations.mentions
    ]
    assert (mine / "corpus" / "water.txt").read_text(encoding="utf-8") == TEXT
    assert len(load("segments", data=mine).query("document_id == 'water'")) == 4


def test_what_is_left_is_said_in_one_line(mine: Path) -> None:
    """Of a fresh document `verify` says one thing: which sentences are to be coded."""
    (problem,) = problems(mine)
    assert "segments 1 to 4 of water" in problem
    assert "segments.csv, line" in problem


def test_a_half_coded_document_can_be_used(mine: Path) -> None:
    """Tables load and hashes are noted while sentences are still to be coded."""
    append(mine / "relations.csv", "r9001,kazakhstan,cooperates_with,un,,stated,")
    start, end = TEXT.index("Төраға"), TEXT.index("айтты") + 5
    result = run("corpus", "find", TEXT[start:end], "--data", mine, "--corpus", mine / "corpus")
    append(mine / "evidence.csv", f"e9001,relations,r9001,{result.stdout.splitlines()[0]},")
    assert len(load(data=mine)) == len(store.TABLES)
    assert run("corpus", "tidy", mine).exit_code == 0
    (problem,) = problems(mine)
    assert "segments 1 to 3 of water" in problem
    graph = build_network(data=mine, documents="water")
    assert [key for *_, key in graph.edges(keys=True)] == ["r9001"]


def test_many_gaps_are_counted(mine: Path) -> None:
    """Of a long document, ten gaps are told and the others counted."""
    Path("long.txt").write_text("Бұл күн.\n" * 60, encoding="utf-8")
    add_document(mine, "long.txt", document_id="long", title="Ұзақ", genre="report")
    path = mine / "segments.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    own = [n for n, line in enumerate(lines) if line.startswith("long,")]
    for n in own[::2]:
        lines[n] += "general"
    path.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")
    assert run("corpus", "tidy", mine).exit_code == 0
    gaps = [line for line in problems(mine) if "long" in line or "this segment" in line]
    assert len(gaps) == 11
    assert "Of long, 20 more segments" in gaps[-1]


def test_nfd_and_windows_line_ends(here: Path) -> None:
    """A text in NFD with CRLF becomes a document whose pointers all hold."""
    new_collection("mine")
    text = unicodedata.normalize("NFD", TEXT.replace("\n", "\r\n"))
    Path("nfd.txt").write_bytes(text.encode())
    added = add_document("mine", "nfd.txt", **CELLS)
    assert (added.sentences, added.mentions) == (4, 3)
    assert len(problems(here / "mine")) == 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"document_id": "almaty_2025"}, "already"),
        ({"document_id": "Water 2026"}, "documents.csv"),
        ({"document_id": "../water"}, "documents.csv"),
        ({"genre": "reprot"}, "report"),
        ({"date": "someday"}, "date"),
        ({"publisher_id": "kazinfrom"}, "kazinform"),
        ({"title": ""}, "title_kk"),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_wrong_cell_changes_nothing(change: dict[str, str], message: str) -> None:
    """What is wrong is said, with the nearest right value; no file has changed."""
    new_collection("mine")
    before = {path: path.read_bytes() for path in Path("mine").rglob("*") if path.is_file()}
    with pytest.raises(KopjaqtyError, match=message):
        add_document("mine", "water.txt", **(CELLS | change))
    assert before == {path: path.read_bytes() for path in Path("mine").rglob("*") if path.is_file()}


def test_the_same_text_is_not_added_twice(mine: Path) -> None:
    """A text that is a document is named by the document's id."""
    with pytest.raises(KopjaqtyError, match="'water'"):
        add_document(mine, "water.txt", document_id="again", title="Су", genre="report")


@pytest.mark.usefixtures("here")
def test_what_is_no_text_is_refused() -> None:
    """A file that is missing, empty or no text is said to be so, in words."""
    new_collection("mine")
    Path("paper.txt").write_bytes(b"%PDF-1.7")
    for name, message in (("none.txt", "no such file"), ("paper.txt", "PDF")):
        result = run(
            "corpus", "new-document", "mine", name, "--id", "x", "--title", "X", "--genre", "report"
        )
        assert result.exit_code == 1
        assert message in result.stderr


def test_the_own_tables_are_refused(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document is added to a copy, never to the collection that came with kopjaqty."""
    make_collection(here / "own")
    monkeypatch.setenv("KOPJAQTY_DATA", str(here / "own"))
    with pytest.raises(KopjaqtyError, match="corpus new"):
        add_document(here / "own", "water.txt", **CELLS)


# -------------------------------------------------------------------------------- tidy


def test_tidy_mends_what_a_spreadsheet_does(mine: Path) -> None:
    """A byte order mark, Windows' line ends and rows in another order are put right."""
    path = mine / "names.csv"
    before = path.read_bytes()
    header, *lines = before.decode().splitlines()
    path.write_bytes(("\ufeff" + "\r\n".join([header, *lines[::-1]])).encode())
    done = tidy_collection(mine)
    assert done.tables == ["names"]
    assert path.read_bytes() == before
    assert tidy_collection(mine).tables == []


def test_tidy_finds_new_names(mine: Path) -> None:
    """A name that was added is found in the text; the other documents' mentions stay."""
    before = store.rows("mentions", mine, checked=False)
    others = [row for row in before if row["document_id"] != "water"]
    append(mine / "names.csv", "kazakhstan,kk,Хатшылық,variant,true,,")
    assert tidy_collection(mine).tables == ["names", "mentions"]
    rows = store.rows("mentions", mine, checked=False)
    start = str(TEXT.index("Хатшылық"))
    assert ("water", start) in {(row["document_id"], row["start"]) for row in rows}
    assert [row for row in rows if row["document_id"] != "water"] == others


def test_tidy_says_what_only_a_reader_can_mend(mine: Path) -> None:
    """A wrong value is named, and no hash is noted."""
    noted = (mine / "datapackage.json").read_bytes()
    append(mine / "relations.csv", "r9001,kazakstan,member_of,un,,stated,")
    with pytest.raises(DataError, match="kazakhstan"):
        tidy_collection(mine)
    assert (mine / "datapackage.json").read_bytes() == noted


# ------------------------------------------------------------------------- the README


def readme_steps() -> Iterator[tuple[str, str, str]]:
    """The fenced blocks of the section: language, what stands in it, the line before it."""
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    section = text.partition("## Add a document of your own")[2].partition("\n## ")[0]
    for match in re.finditer(r"(?s)([^\n]*)\n\n```(\w+)\n(.*?)```", section):
        yield match[2], match[3], match[1]


def test_the_readme_leads_from_a_text_to_a_picture(here: Path) -> None:
    """Each line of "Add a document of your own", done as it stands there, does what it says."""
    (here / "water.txt").unlink()
    output, cells = "", []
    for language, block, before in readme_steps():
        if language == "text":
            Path("water.txt").write_text(block, encoding="utf-8", newline="\n")
        elif language == "csv":
            append(Path(before.strip("`")), *block.splitlines())
        elif language == "python":
            exec(block, {})  # noqa: S102 (the project's own text)
            plt.close("all")
        else:
            for line in block.splitlines():
                program, *arguments = shlex.split(line)
                assert program == "kopjaqty"
                result = run(*arguments)
                output = result.output
                left = arguments[0] == "verify" and "segments 1 to 3 of water_2026" in output
                assert result.exit_code == (1 if left else 0), output
                cells += result.stdout.splitlines()[:1] if "find" in arguments else []
    assert "Дала су кеңесі,2," in Path("found/candidates.csv").read_text(encoding="utf-8")
    assert output.endswith("no problems.\n")
    evidence = Path("mine/evidence.csv").read_text(encoding="utf-8")
    assert len(cells) == 3
    assert all(f",{cell}," in evidence for cell in cells)
    graph = build_network(data="mine", documents="water_2026")
    assert set(graph) == {"kazakhstan", "steppe_water_council", "almaty"}
    mentions = load("mentions", data="mine").query("document_id == 'water_2026'")
    assert mentions["entity_id"].tolist().count("steppe_water_council") == 2
    assert Path("water.png").stat().st_size > 5000
    shutil.rmtree("mine")
