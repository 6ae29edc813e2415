"""Forms of questions: what stands in the fields, the line of Python, the outcome."""

from __future__ import annotations

import ast
import json
import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_questions import ANSWERS, FORMS, RIGHT, WRONG, form, question_of
from kopjaqty.errors import KopjaqtyError
from kopjaqty.language import LANGUAGES, language
from kopjaqty_course.exercises import exercise
from kopjaqty_course.exercises.answers import Answer, Choice, Faded, Matching, Order, Parsons
from kopjaqty_course.exercises.checking import Checker
from kopjaqty_course.exercises.fields import fields_of, python_of
from kopjaqty_course.exercises.probes import Inputs

FORMED = {type(ANSWERS[sort]) for sort in FORMS}
each_form = pytest.mark.parametrize("sort", FORMS)


def checked(sort: str, value: Any) -> str:
    """What the plain cell says of a value."""
    return str(Checker("99", 7, question_of(sort), Inputs(), {}).check(value))


def run(line: str) -> Any:
    """Run a line of Python, and give what it assigns to `answer_7`."""
    space: dict[str, Any] = {}
    exec(line, space)  # noqa: S102 - the line is the form's own
    return space["answer_7"]


def saved(widget: Any) -> dict[str, Any]:
    """What is synchronised, as the browser gets it, without the script and its looks."""
    state = widget.get_state()
    assert json.loads(json.dumps(state, default=repr)).keys() == state.keys()
    return {name: value for name, value in state.items() if name not in ("_esm", "_css", "layout")}


# ----------------------------------------------------------------- value, line, outcome
@each_form
@pytest.mark.parametrize("answers", [RIGHT, WRONG], ids=["right", "wrong"])
def test_value_line_and_outcome_agree(sort: str, answers: dict[str, Any]) -> None:
    """The line gives the value, and a form says of it what the cell with that line says."""
    widget = form(sort)
    widget.value = answers[sort]
    assert widget.value == answers[sort]
    assert run(widget.line) == answers[sort]
    outcome = widget.check()
    assert str(outcome) == checked(sort, run(widget.line))
    assert widget.outcome == outcome._repr_html_()
    assert outcome.state == ("right" if answers is RIGHT else "not yet")


@each_form
def test_an_untouched_form_is_not_started(sort: str) -> None:
    """Before anything is chosen the value is `...`, the line the starter's, the outcome that."""
    widget = form(sort)
    assert widget.value is ...
    assert widget.line == "answer_7 = ..."
    assert widget.check().state == "not started"


@each_form
@pytest.mark.parametrize("nothing", [None, ...])
def test_a_form_can_be_emptied(sort: str, nothing: Any) -> None:
    """None and `...` take everything out again."""
    widget = form(sort)
    widget.value = RIGHT[sort]
    widget.value = nothing
    assert widget.value is ...
    assert saved(widget)["value"] is None


@each_form
def test_the_browser_sends_what_it_was_given(sort: str) -> None:
    """A value goes to the browser and comes back unchanged, also alongside "check"."""
    widget = form(sort)
    widget.value = WRONG[sort]
    given = json.loads(json.dumps(saved(widget)["value"]))
    other = form(sort)
    other.set_state({"value": given})
    assert other.value == WRONG[sort]
    last = form(sort)
    last._handle_custom_msg({"check": given}, [])
    assert last.value == WRONG[sort]
    assert "Not yet" in last.outcome


@pytest.mark.parametrize(
    ("sort", "given", "value", "state"),
    [
        ("choice", " B) ", "b", "right"),
        ("order", "cbad", ["c", "b", "a", "d"], "right"),
        ("order", ("C", "b", "a", "d"), ["c", "b", "a", "d"], "right"),
        ("match", {"osce": "3"}, {"osce": "3"}, "not yet"),
        ("match", {"osce": "...", "un": ""}, ..., "not started"),
        ("parsons", "bg", ["b", "g"], "not yet"),
        ("parsons", [], ..., "not started"),
        ("faded", {2: "3"}, {1: "...", 2: "3"}, "not yet"),
        ("faded", {1: "...", 2: ""}, ..., "not started"),
    ],
)
def test_what_may_be_put_in(sort: str, given: Any, value: Any, state: str) -> None:
    """Letters as students write them are taken, and half an answer is an answer."""
    widget = form(sort)
    widget.value = given
    assert widget.value == value
    assert run(widget.line) == value
    assert widget.check().state == state


@pytest.mark.parametrize(
    ("sort", "given", "message"),
    [
        ("choice", "z", "one letter in quotes: a, b, c"),
        ("choice", ["b"], "one letter in quotes: a, b, c"),
        ("order", ["a", "b"], "lacks c, d"),
        ("order", ["a", "a", "b", "c"], "a stands more than once"),
        ("match", {"nato": "1"}, "{'nato': '1'}"),
        ("match", {"un": "9"}, "{'un': '9'}"),
        ("match", "un", "a dict with a letter for each"),
        ("parsons", ["b", "x"], "'x'"),
        ("parsons", ["b", "b"], "b stands more than once"),
        ("faded", {3: "x"}, "{3: 'x'}"),
        ("faded", {1: 4}, "{1: 4}"),
    ],
)
def test_what_cannot_be_put_in(sort: str, given: Any, message: str) -> None:
    """What the fields cannot show is refused with what is asked for; the value stays."""
    widget = form(sort)
    widget.value = WRONG[sort]
    with pytest.raises(KopjaqtyError, match=re.escape(message)):
        widget.value = given
    assert widget.value == WRONG[sort]


def test_an_empty_field_is_empty_in_the_browser() -> None:
    """The starter's dots stand in the line of Python, not in the field of a blank."""
    widget = form("faded")
    widget.value = {2: "3"}
    assert saved(widget)["value"] == {"1": "", "2": "3"}
    assert widget.line == 'answer_7 = {1: "...", 2: "3"}'


def test_an_outcome_grows_stale() -> None:
    """After a change the outcome stays, marked as the one of before; changed back it is not."""
    widget = form("choice")
    widget.value = "c"
    assert not widget.stale
    before = widget.check()._repr_html_()
    widget.value = "a"
    assert (widget.stale, widget.outcome) == (True, before)
    widget.value = "c"
    assert not widget.stale
    widget.value = "a"
    widget.check()
    assert not widget.stale


@given(st.dictionaries(st.sampled_from([1, 2]), st.text(), min_size=1))
def test_any_code_can_be_kept(filled: dict[int, str]) -> None:
    """Whatever is typed into blanks, the line is one line of Python, and gives just that."""
    line = f"answer = {python_of(filled)}"
    assert len(ast.parse(line).body) == 1
    assert ast.literal_eval(line.removeprefix("answer = ")) == filled
    assert len(line.splitlines()) == 1


# ------------------------------------------------------------------- what is not given away
@pytest.mark.parametrize(
    ("sort", "other"),
    [
        ("choice", "a"),
        ("order", ["d", "c", "b", "a"]),
        ("match", {"un": "4", "osce": "2", "cica": "3"}),
        ("parsons", ["b", "a"]),
        ("faded", {1: "parent_id", 2: "None"}),
    ],
)
def test_the_browser_does_not_get_the_answer(sort: str, other: Any) -> None:
    """What is synchronised is the same whatever the right answer, untouched and filled in."""
    one, two = form(sort), form(sort, right=other)
    assert saved(one) == saved(two)
    assert repr(one) == repr(two)
    one.value = two.value = WRONG[sort]
    assert saved(one) == saved(two)
    one.check()
    assert repr(RIGHT[sort]) not in str(saved(one))


@each_form
def test_a_form_is_written_the_same_every_time(sort: str) -> None:
    """Nothing is shuffled by chance."""
    assert saved(form(sort)) == saved(form(sort))


@pytest.mark.parametrize(
    "answer",
    [
        Choice(options={"b": "x", "c": "y", "a": "z"}),
        Order(items={"b": "x", "c": "y", "a": "z"}),
        Matching(left={"b": "x", "c": "y", "a": "z"}),
        Parsons(lines={"b": "x", "c": "y", "a": "z"}),
    ],
    ids=["choice", "order", "match", "parsons"],
)
def test_items_stand_in_the_order_of_the_question(answer: Answer) -> None:
    """Whoever writes the question says in which order its parts stand, not the alphabet."""
    keys = re.findall(r'(?:data-key|value|select name)="([abc])"', fields_of(answer, 1).html())
    assert keys == ["b", "c", "a"]


# -------------------------------------------------------------------- what is seen and said
@each_form
def test_all_that_can_be_chosen_is_shown(sort: str) -> None:
    """The HTML and the plain form have every text of the question, without its marks in HTML."""
    widget = form(sort)
    shown = unescape(re.sub(r"<[^>]+>", "", widget.body))
    for name in ("options", "items", "left", "right", "lines"):
        for key, text in getattr(ANSWERS[sort], name, {}).items():
            assert f'"{key}"' in widget.body
            assert text in repr(widget)
            assert text.replace("**", "").replace("`", "").strip() in shown


@each_form
def test_code_keeps_its_indentation(sort: str) -> None:
    """Each line of code stands as far in as it is written, for the eye and in the plain form."""
    answer: Any = ANSWERS[sort]
    if sort not in ("parsons", "faded"):
        assert "kq-line" not in form(sort).body
        return
    lines = answer.lines.values() if sort == "parsons" else answer.template.strip().splitlines()
    indents = re.findall(r"--indent:(\d+)", form(sort).body)
    assert list(map(int, indents)) == [len(line) - len(line.lstrip()) for line in lines]
    for line in lines:
        assert f" {line}\n" in repr(form(sort))


def test_each_blank_is_a_field_with_a_name() -> None:
    """A blank that stands twice is two fields of one name; the code around them is shown."""
    template = "def f(entities):\n    return __2__(entities[__1__] < __2__)"
    body = fields_of(Faded(template=template), 1).html()
    assert re.findall(r'name="(\d)" aria-label="blank (\d)"', body) == [
        ("2", "2"),
        ("1", "1"),
        ("2", "2"),
    ]
    assert unescape(re.sub(r"<small>.</small>|<[^>]+>", "", body)).endswith("(entities[] < )")


@each_form
def test_the_plain_form_says_what_to_write(sort: str) -> None:
    """Where no widget is shown, there is the whole question as text, and the line to write."""
    widget = form(sort)
    plain = repr(widget)
    if hasattr(widget, "_repr_mimebundle_"):  # ipywidgets 7 shows the first line of it
        assert widget._repr_mimebundle_()[0]["text/plain"] == plain
    assert plain.startswith(f"Question 7: A question <of the sort> {sort}\n")
    assert ANSWERS[sort].wants() in plain
    assert plain.endswith("\nanswer_7 = ...")
    widget.value = RIGHT[sort]
    assert repr(widget).endswith(widget.line)


@each_form
def test_texts_are_no_markup(sort: str) -> None:
    """A < or & of a question is shown, not obeyed; the fields stand in one group with a name."""
    body = form(sort).body
    assert f"A question &lt;of the sort&gt; {sort}</legend>" in body
    assert "<of" not in body
    if sort == "choice":
        assert "a treaty &amp; more." in body
    assert body.count("<fieldset>") == body.count("<legend>") == 1


@each_form
@pytest.mark.parametrize("code", LANGUAGES)
def test_forms_speak_their_language(sort: str, code: str) -> None:
    """A form speaks the language it was made in, to the browser too; the library's stays."""
    widget = form(sort, code)
    check = {"en": "Check", "kk": "Тексеру", "ru": "Проверить"}[code]
    assert f">{check}</button>" in widget.body
    assert f'lang="{code}"' in widget.body
    assert {"en": "Question 7", "kk": "7-сұрақ", "ru": "Вопрос 7"}[code] in repr(widget)
    widget.value = WRONG[sort]
    widget.check()
    state = {"en": "Not yet", "kk": "әзірге дұрыс емес", "ru": "пока неверно"}[code]
    assert state in widget.outcome
    assert language() == "en"


@each_form
def test_what_the_script_fills_in_is_there(sort: str) -> None:
    """The words for moves keep their braces in every language: the script fills them in."""
    for code in LANGUAGES:
        words = form(sort, code).words
        assert set(re.findall(r"\{(\w+)\}", words["moved"])) == {"letter", "place", "count"}
        assert set(re.findall(r"\{(\w+)\}", words["taken"])) == {"letter", "place", "count"}
        assert set(re.findall(r"\{(\w+)\}", words["back"])) == {"letter"}


def test_other_sorts_have_no_form() -> None:
    """A question whose answer is written has no form; what to do instead is said."""
    with pytest.raises(KopjaqtyError, match=r"Question 7 has no form.*a function.*`answer_7`"):
        form("function")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sheet_gives_the_forms_of_its_questions(code: str) -> None:
    """`ex.form` gives the form of a sheet's question in the sheet's language, or says why not."""
    ex = exercise("01", language=code)
    for number, question in enumerate(ex.sheet.questions, start=1):
        if type(question.answer) in FORMED:
            widget = ex.form(number)
            assert f'lang="{code}"' in widget.body
            assert str(widget.check()) == str(ex.check(number))
        else:
            with pytest.raises(KopjaqtyError):
                ex.form(number)


def test_only_known_sorts() -> None:
    """A sort of answer made from a known one has no form by accident: its fields may differ."""

    class Own(Parsons):
        pass

    with pytest.raises(KopjaqtyError):
        fields_of(Own(lines={"a": "pass"}), 1)
