"""Each check bites: what it checks is broken once, in a tiny collection that is else right."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import tiny
from kopjaqty.errors import DataError, Problem
from kopjaqty.store import TABLES
from kopjaqty.store.act_rules import ACT_RULES
from kopjaqty.store.checks import ALL_RULES, check_package, update_hashes
from kopjaqty.store.record_rules import RECORD_RULES
from kopjaqty.store.rules import RULES
from kopjaqty.store.span_rules import COVERAGE_RULES, SPAN_RULES
from kopjaqty.store.term_rules import TERM_RULES
from kopjaqty.store.turn_rules import TURN_RULES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tiny collection, in a folder of its own."""
    return tiny.make_package(tmp_path / "data")


def change(folder: Path, table: str, old: str | bytes, new: str | bytes) -> None:
    """Replace the first `old` of a table's file, which must be there."""
    path = folder / f"{table}.csv"
    content = path.read_bytes()
    before = old.encode() if isinstance(old, str) else old
    after = new.encode() if isinstance(new, str) else new
    assert before in content
    path.write_bytes(content.replace(before, after, 1))


def test_nothing_is_wrong_with_the_tiny_collection(folder: Path) -> None:
    """Where nothing is broken, nothing is reported."""
    assert check_package(folder) == []


A = tiny.A

# table, what is replaced, by what, and words that the one message must have
BREAKS = [
    # the file
    ("relations", b"relation_id", b"\xef\xbb\xbfrelation_id", "relations.csv, line 1|BOM|UTF-8"),
    ("relations", "stated,\n", "stated,\r\n", "relations.csv, line 2|CRLF|LF"),
    ("relations", "planned,\n", "planned,", "relations.csv, line 3|may have been cut off"),
    # the header
    ("relations", "predicate", "predicat", "line 1, column predicate|'predicat'|missing"),
    ("relations", ",status", "", "line 1, column status|A column is missing"),
    ("relations", "status", "status,colour", "line 1|'colour'|does not know this column"),
    ("relations", "status", "status,date", "line 1, column date|stands there twice"),
    (
        "relations",
        "relation_id,subject_id,predicate,object_id,date,status,event_id",
        "relation_id;subject_id;predicate;object_id;date;status;event_id",
        "line 1|not the header|semicolons",
    ),
    # the rows
    (
        "relations",
        ",stated",
        ",stated,x",
        "line 2|too many or too few cells|'8 cells'|7 cells|quot",
    ),
    ("relations", ",stated", "", "line 2|too many or too few cells|'6 cells'|7 cells"),
    ("relations", "r0002", "\nr0002", "line 3|The line is empty"),
    ("positions", "Claim", '"Claim', "positions.csv, line 2|cannot be split|quotation mark"),
    # the characters
    ("positions", ",Claim,", ",Claim ,", "line 2, column claim_en|white space|'Claim '|Delete"),
    ("positions", ",Claim,", ",\u00a0Claim,", "line 2, column claim_en|white space"),
    ("positions", ",Claim,", ",Cl\taim,", "line 2, column claim_en|control character"),
    ("positions", ",Claim,", ',"Cl\naim",', "line 2, column claim_en|line break|one line"),
    ("positions", "Пікір", "Пикир\u0438\u0306", "line 2, column claim_kk|NFC|Normalise"),
    # the values
    ("relations", ",stated", ",", "relations.csv, line 2, column status|A value is missing"),
    ("documents", ",30,", ",thirty,", "line 2, column characters|'thirty'|whole number|digits"),
    ("documents", ",30,", ",030,", "line 2, column characters|'030'|whole number"),
    ("documents", ",3,", ",0,", "line 2, column paragraphs|'0'|too small|1 or more"),
    ("quantities", ",12.5,", ',"12,5",', "line 2, column value|'12,5'|mean '12.5'"),
    ("quantities", ",12.5,", ",NaN,", "line 2, column value|'NaN'|not a number"),
    ("names", "true", "True", "line 2, column standard|'True'|mean 'true'"),
    ("relations", "1992-03-02", "1992-02-30", "line 2, column date|'1992-02-30'|EDTF"),
    ("relations", "1992-03-02", "02.03.1992", "line 2, column date|'02.03.1992'|EDTF"),
    ("documents", "https://example.org/a", "example", "line 2, column public_address|https"),
    ("documents", "https://example.org/a", "http://[", "line 2, column public_address|https"),
    ("relations", "r0002", "R0002", "line 3, column relation_id|'R0002'|mean 'r0002'"),
    ("discrepancies", ",low", ",lo", "line 2, column confidence|'lo'|low, medium|mean 'low'"),
    ("names", ",Лига,", ",Л,", "line 16, column name|'Л'|too short|2 characters"),
    ("entities", ",,NA", ",Q1065,NA", "line 7, column wikidata|another row|line 6"),
    ("relations", "organ_of", "organ_off", "line 3, column predicate|mean 'organ_of'|terms.csv"),
    ("entities", ",country,", ",contry,", "line 5, column kind|'contry'|mean 'country'"),
    # the keys
    ("relations", "r0002", "r0001", "line 3, column relation_id|another row|line 2"),
    ("participants", "kazakhstan", "", "line 2, column entity_id|A value is missing"),
    ("relations", "kazakhstan", "kazakstan", "line 2, column subject_id|mean 'kazakhstan'|add"),
    ("positions", "p001,speaker,", "p001,speeker,", "line 2, column speaker_id|mean 'speaker'"),
    ("segments", f",{A},0-8,,,,", f",{A},0-8,,,,headin", "line 4, column nothing_stated|'heading'"),
    # what the tables agree on
    (
        "entities",
        "league,organization,,",
        "league,organization,council,",
        "itself: council → league → council|line 3, column parent_id",
    ),
    (
        "terms",
        "Meaning,3,",
        "Meaning,4,",
        "line 4, column order|date_basis are not numbered 1 to 3|'4'",
    ),
    (
        "terms",
        ",organ,organization organ,",
        ",organ,organization organ centr,",
        "column object_kinds|no such kind|'centr'|country",
    ),
    (
        "relations",
        "r0001,kazakhstan,",
        "r0001,almaty,",
        "line 2, column subject_id|member_of does not join|city|of kind country|another predicate",
    ),
    (
        "entities",
        '"League, The","League, The","League, The"',
        '"League","League, The","League, The"',
        "line 6, column name_en|'League'|league,en,League|mean 'League, The'",
    ),
    # spans
    ("segments", "interview,3,", "interview,4,", "segments.csv, line 4, column n|'4'|Expected: 3"),
    ("segments", "interview,2,11,", "interview,2,9,", "line 3, column start|overlaps|10 or more"),
    (
        "segments",
        "interview,3,21,30,",
        "interview,3,21,31,",
        "line 4, column end|outside the document|30 or less",
    ),
    (
        "segments",
        "interview,3,21,30,1,",
        "interview,3,21,30,2,",
        "line 4, column words|Expected: 1",
    ),
    ("segments", "0-4 5-9", "0-4 3-9", "line 2, column word_spans|one after the other|up to 10"),
    ("segments", "0-3 4-8", "0-3 4-10", "line 3, column word_spans|up to 9"),
    ("segments", "0-3 4-8", "0-3  4-8", "line 3, column word_spans|`start-end` of each word"),
    (
        "evidence",
        "speech,5,19,",
        "speech,6,19,",
        "line 2, column start|edge of a word|mean '5'|corpus find",
    ),
    ("evidence", "speech,5,19,", "speech,5,18,", "line 2, column end|edge of a word|mean '19'"),
    ("evidence", "speech,5,19,", "speech,15,15,", "line 2, column end|ends before it begins"),
    (
        "segments",
        f"speech,2,11,20,2,{A},0-3 4-8,,,,",
        f"speech,2,11,20,2,{A},0-3 4-8,,,,heading",
        "segments.csv, line 6, column nothing_stated|Rows come from this|'heading'|an empty cell",
    ),
    (
        "segments",
        "0-8,,,,heading\nspeech",
        "0-8,,,,\nspeech",
        "segments.csv, line 4, column nothing_stated|No row comes from|evidence within|a term",
    ),
    (
        "segments",
        f"speech,3,21,30,1,{A},0-8,,",
        f"speech,3,21,30,1,{A},0-8,One.,",
        "segments.csv, line 7, column gist_en|states nothing (heading)|'One.'|an empty cell",
    ),
    (
        "segments",
        f"speech,2,11,20,2,{A},0-3 4-8,,",
        f"speech,2,11,20,2,{A},0-3 4-8,{' '.join(['word'] * 26)},",
        "segments.csv, line 6, column gist_en|too long|at most 25 words",
    ),
    ("mentions", "5,9,", "3,9,", "mentions.csv, line 3, column start|overlaps|4 or more|longest"),
    ("mentions", "5,9,", "5,39,", "mentions.csv, line 3, column end|outside the document"),
    ("mentions", f"{A},named", "zz,named", "line 2, column digest|'zz'|[0-9a-f]{16}"),
]


@pytest.mark.parametrize(("table", "old", "new", "words"), BREAKS)
def test_a_break_gives_one_problem_that_says_all(
    folder: Path, table: str, old: str | bytes, new: str | bytes, words: str
) -> None:
    """One slip gives one problem: where, what, which value, what was expected, what to do."""
    change(folder, table, old, new)
    tiny.note(folder)
    problems = check_package(folder)
    assert [problem.file for problem in problems] == [f"{table}.csv"], problems
    assert [word for word in words.split("|") if word not in str(problems[0])] == []


def test_terms_that_are_no_predicates_join_nothing(folder: Path) -> None:
    """Only predicates have kinds of subjects and objects."""
    change(folder, "terms", f"Meaning,3{8 * ','}", f"Meaning,3{7 * ','}person,")
    tiny.note(folder)
    assert places_of_problems(folder) == [("terms.csv", 4, "subject_kinds")]


@pytest.mark.parametrize(
    ("old", "new", "column", "words"),
    [
        ("speech,5,19,", "speech,5,31,", "end", "outside the document. 30 or less"),
        (",speaker\n", ",speeker\n", "speaker_id", "There is no such row in entities.csv"),
    ],
)
def test_a_slip_in_a_passage_may_also_take_it_out_of_its_turn(
    folder: Path, old: str, new: str, column: str, words: str
) -> None:
    """A span that ends nowhere, or a speaker who is nobody: each is told, and so is the voice."""
    change(folder, "evidence", old, new)
    tiny.note(folder)
    assert places_of_problems(folder) == [
        ("evidence.csv", 2, column),
        ("evidence.csv", 2, "speaker_id"),
    ]
    assert all(word in str(check_package(folder)[0]) for word in words.split(". "))


def places_of_problems(folder: Path) -> list[tuple[str | None, int | None, str | None]]:
    """File, line and column of each problem."""
    return [(each.file, each.row, each.column) for each in check_package(folder)]


def test_subject_and_object_exchanged_are_recognised(folder: Path) -> None:
    """Where the relation would be right the other way round, the message says so."""
    change(folder, "relations", "kazakhstan,member_of,league", "league,member_of,kazakhstan")
    tiny.note(folder)
    problems = check_package(folder)
    assert places_of_problems(folder) == [
        ("relations.csv", 2, "subject_id"),
        ("relations.csv", 2, "object_id"),
    ]
    assert {problem.remedy for problem in problems} == {"Exchange subject and object."}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("entities", ("entities.csv", 3, "entity_id")),
        ("names", ("names.csv", 3, None)),
        ("segments", ("segments.csv", 3, None)),
        ("mentions", ("mentions.csv", 3, None)),
    ],
)
def test_the_first_row_out_of_order_is_named(
    tmp_path: Path, table: str, expected: tuple[str, int, str | None]
) -> None:
    """Unsorted rows are one problem, at the first row that stands too late."""
    first, second, *others = tiny.ROWS[table]
    folder = tiny.make_package(tmp_path, {table: [second, first, *others]})
    assert places_of_problems(folder) == [expected]
    assert "Sort the rows by their key" in str(check_package(folder)[0])


def test_numbers_sort_as_numbers(tmp_path: Path) -> None:
    """Segment 10 comes after segment 9, not after segment 1."""
    one = [f"interview,{n},{n},{n + 1},1,{A},0-1,,,,heading" for n in range(1, 13)]
    rows = [*one, *tiny.ROWS["segments"][3:]]
    assert check_package(tiny.make_package(tmp_path, {"segments": rows})) == []


def test_a_gap_in_the_segments_is_one_problem(tmp_path: Path) -> None:
    """What follows a gap is not reported again."""
    one = [f"interview,{n},{n},{n + 1},1,{A},0-1,,,,heading" for n in (1, 2, 5, 6, 7)]
    rows = [*one, *tiny.ROWS["segments"][3:]]
    folder = tiny.make_package(tmp_path, {"segments": rows})
    assert places_of_problems(folder) == [("segments.csv", 4, "n")]


def test_a_document_without_segments_is_reported(tmp_path: Path) -> None:
    """Segments cover every document."""
    folder = tiny.make_package(tmp_path, {"segments": tiny.ROWS["segments"][3:]})
    assert places_of_problems(folder) == [("documents.csv", 2, "document_id")]


def test_lines_are_counted_as_an_editor_does(tmp_path: Path) -> None:
    """A cell with a line break moves the rows below it down."""
    first = 'p001,speaker,peace,"Two\nlines",Пікір,Мнение'
    second = "p002,speaker,pace,Claim,Пікір,Мнение"
    number = len(tiny.ROWS["evidence"]) + 1
    evidence = f"e{number:04},positions,p002,speech,5,19,{A},speaker"
    rows = {"positions": [first, second], "evidence": [*tiny.ROWS["evidence"], evidence]}
    folder = tiny.make_package(tmp_path, rows)
    expected = [("positions.csv", 2, "claim_en"), ("positions.csv", 4, "topic")]
    assert places_of_problems(folder) == expected


# ----------------------------------------------------------------------------- evidence


@pytest.mark.parametrize("line", range(3, len(tiny.ROWS["evidence"]) + 2))
def test_each_row_needs_its_evidence(tmp_path: Path, line: int) -> None:
    """Whichever passage is taken away, the row that it supported is reported."""
    rows = list(tiny.ROWS["evidence"])
    _, table, record, *_ = rows.pop(line - 2).split(",")
    folder = tiny.make_package(tmp_path, {"evidence": rows})
    (problem,) = check_package(folder)
    assert (problem.file, problem.value) == (f"{table}.csv", record)
    assert "No passage supports the row" in str(problem)
    source = (folder / f"{table}.csv").read_text(encoding="utf-8").splitlines()
    assert problem.row is not None
    assert source[problem.row - 1].replace(",", "|").startswith(record)


def test_evidence_of_a_row_that_is_not_there_is_reported(folder: Path) -> None:
    """A passage supports a row that exists; the nearest one is named."""
    change(folder, "evidence", "entities,namibia", "entities,nambia")
    tiny.note(folder)
    problems = check_package(folder)
    assert places_of_problems(folder) == [
        ("entities.csv", 7, "entity_id"),
        ("evidence.csv", 6, "record_id"),
    ]
    assert problems[1].nearest == "namibia"


def test_a_place_that_locates_nothing_needs_evidence(folder: Path) -> None:
    """Kazakhstan has no evidence of its own: it only locates Almaty."""
    change(folder, "entities", "almaty,city,kazakhstan,", "almaty,city,,")
    tiny.note(folder)
    assert places_of_problems(folder) == [("entities.csv", 5, "entity_id")]


def test_standard_names_need_no_evidence_unless_a_document_is_named(folder: Path) -> None:
    """A name that was met in a document rests on that document."""
    change(folder, "names", "full,true,,", "full,true,speech,")
    tiny.note(folder)
    assert places_of_problems(folder) == [("names.csv", 2, None)]


# -------------------------------------------------------------- files, and no cascades


def test_a_file_that_is_missing_is_one_problem(folder: Path) -> None:
    """Keys into a table that is not there are not reported one by one."""
    (folder / "entities.csv").unlink()
    (problem,) = check_package(folder)
    assert problem.file == "entities.csv"
    assert "The file is missing" in str(problem)


def test_a_folder_in_the_place_of_a_file_is_one_problem(folder: Path) -> None:
    """A folder is not read as a table."""
    (folder / "terms.csv").unlink()
    (folder / "terms.csv").mkdir()
    (problem,) = check_package(folder)
    assert problem.file == "terms.csv"
    assert "A folder is in the place of the file" in str(problem)


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_file_is_one_problem(folder: Path, table: str) -> None:
    """Not even a header is there, whichever table it is."""
    (folder / f"{table}.csv").write_bytes(b"")
    tiny.note(folder)
    (problem,) = check_package(folder)
    assert problem.file == f"{table}.csv"
    assert "The file is empty" in str(problem)


@pytest.mark.parametrize(
    ("old", "new", "byte", "line"),
    [
        ("Пікір".encode(), "Пікір".encode("cp1251", "replace"), 83, 2),
        (b"Claim", b"Cl\xffaim", 77, 2),
        (b"Claim", b"Cl\0aim", 77, 2),
        (b"position_id", b"\xef\xbb\xbfposition\xff", 11, 1),
    ],
)
def test_bytes_that_are_no_text_are_located(
    folder: Path, old: bytes, new: bytes, byte: int, line: int
) -> None:
    """The offset of the first wrong byte is given, and its line."""
    change(folder, "positions", old, new)
    tiny.note(folder)
    problem = check_package(folder)[-1]
    content = (folder / "positions.csv").read_bytes()
    assert (problem.file, problem.row) == ("positions.csv", line)
    assert f"from byte {byte} on" in problem.what
    assert problem.value == f"0x{content[byte]:02x}"


def test_utf_16_is_one_problem(folder: Path) -> None:
    """What some programs call Unicode is not UTF-8."""
    path = folder / "positions.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    tiny.note(folder)
    (problem,) = check_package(folder)
    assert "from byte 0 on" in problem.what
    assert "UTF-8" in str(problem.remedy)


def test_a_whole_file_in_another_form_is_one_problem(folder: Path) -> None:
    """A file that was saved decomposed (NFD) is one slip, not one for each letter."""
    path = folder / "names.csv"
    text = path.read_text(encoding="utf-8").replace("Лига", "Лигай й")
    path.write_text(unicodedata.normalize("NFD", text), encoding="utf-8", newline="\n")
    change(folder, "evidence", "league|kk|Лига", "league|kk|Лигай й")
    tiny.note(folder)
    (problem,) = check_package(folder)
    assert (problem.file, problem.row, problem.column) == ("names.csv", 16, "name")


def test_columns_in_another_order_are_one_problem(folder: Path) -> None:
    """The cells are read by their header, and the order is all there is to correct."""
    path = folder / "participants.csv"
    rows = [row[::-1] for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8")))]
    path.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8", newline="\n")
    tiny.note(folder)
    (problem,) = check_package(folder)
    assert "another order" in problem.what
    assert problem.expected == "event_id,entity_id,role"


def test_a_vocabulary_that_cannot_be_read_is_one_problem(folder: Path) -> None:
    """Terms are not looked up in a file that is broken."""
    change(folder, "terms", "vocabulary", "vocabular")
    tiny.note(folder)
    assert places_of_problems(folder) == [("terms.csv", 1, "vocabulary")]


def test_a_rule_needs_columns_that_the_descriptor_has(folder: Path) -> None:
    """A column taken out of descriptor and file is missed, not passed over."""
    path = folder / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    (mentions,) = (each for each in described["resources"] if each["name"] == "mentions")
    mentions["schema"]["fields"][2]["name"] = "ends"
    mentions["schema"]["primaryKey"][2] = "ends"
    change(folder, "mentions", ",end,", ",ends,")
    tiny.note(folder, described)
    (problem,) = check_package(folder)
    assert (problem.file, problem.expected) == (
        "datapackage.json",
        "the column end of mentions",
    )


def test_every_rule_is_asked() -> None:
    """What a rule builds on are tables that there are; none is empty."""
    parts = (RULES, TERM_RULES, SPAN_RULES, TURN_RULES, ACT_RULES, RECORD_RULES)
    assert all(parts)
    assert len(ALL_RULES) == sum(map(len, parts))
    for columns in (ALL_RULES | COVERAGE_RULES).values():
        assert columns
        assert set(columns) <= set(TABLES)


# ------------------------------------------------------------------------------- hashes


def test_a_changed_file_is_noticed(folder: Path) -> None:
    """A change that is right in itself is still a change: rows, bytes and hash say so."""
    change(folder, "positions", "Claim", "Claims")
    (problem,) = check_package(folder)
    assert (problem.file, problem.row) == ("positions.csv", None)
    assert "1 rows, 84 bytes" not in str(problem)
    assert "kopjaqty verify --update-hashes" in str(problem)
    assert check_package(folder, hashes=False) == []


@pytest.mark.parametrize("key", ["rows", "bytes"])
def test_a_wrong_count_is_noticed(folder: Path, key: str) -> None:
    """Rows and bytes are held to what the descriptor says, even where the hash is right."""
    path = folder / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    (names,) = (each for each in described["resources"] if each["name"] == "names")
    names[key] += 1
    path.write_text(json.dumps(described), encoding="utf-8")
    assert places_of_problems(folder) == [("names.csv", None, None)]


def test_hashes_are_noted_once_all_is_right(folder: Path) -> None:
    """The descriptor gets the new numbers and keeps all else, in the same form."""
    before = (folder / "datapackage.json").read_text(encoding="utf-8")
    change(folder, "positions", "Claim", "Claims")
    assert update_hashes(folder) == ["positions"]
    assert check_package(folder) == []
    after = (folder / "datapackage.json").read_text(encoding="utf-8")
    differing = [
        (old.strip().split(":")[0], new.strip().split(":")[0])
        for old, new in zip(before.splitlines(), after.splitlines(), strict=True)
        if old != new
    ]
    assert differing == [('"bytes"', '"bytes"'), ('"hash"', '"hash"')]
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        ["datapackage.json", *(f"{name}.csv" for name in TABLES)]
    )


def test_nothing_is_noted_where_something_is_wrong(folder: Path) -> None:
    """A note is a promise: it is not written for tables that fail a check."""
    before = (folder / "datapackage.json").read_bytes()
    change(folder, "positions", "peace", "pace")
    with pytest.raises(DataError, match="'peace'"):
        update_hashes(folder)
    assert (folder / "datapackage.json").read_bytes() == before


def test_nothing_is_written_where_nothing_changed(folder: Path) -> None:
    """Noting the same again leaves the descriptor alone."""
    before = (folder / "datapackage.json").stat().st_mtime_ns
    assert update_hashes(folder) == []
    assert (folder / "datapackage.json").stat().st_mtime_ns == before


# --------------------------------------------------------------------------- properties

INSERTED = st.one_of(
    st.binary(max_size=8),
    st.sampled_from([b'"', b",", b"\n", b"\r", b"\0", b"-", b"9" * 25, b"..", b"\xef\xbb\xbf"]),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    table=st.sampled_from(TABLES),
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 40), INSERTED), min_size=1, max_size=4
    ),
)
@example(table="terms", edits=[(0.0, 100000, b"")])
@example(table="documents", edits=[(0.0, 100000, b"\xef\xbb\xbf")])
def test_whatever_is_in_a_file_is_a_problem_and_no_exception(
    folder: Path, table: str, edits: list[tuple[float, int, bytes]]
) -> None:
    """Any bytes in any file give problems that can be printed, or none; nothing is raised."""
    path = folder / f"{table}.csv"
    right = path.read_bytes()
    try:
        content = right
        for where, length, new in edits:
            at = int(where * len(content))
            content = content[:at] + new + content[at + length :]
        path.write_bytes(content)
        problems = check_package(folder)
        assert all(isinstance(problem, Problem) and str(problem) for problem in problems)
        assert bool(problems) == (content != right)
    finally:
        path.write_bytes(right)
