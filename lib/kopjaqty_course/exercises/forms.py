"""A question as a form: choose, put in order, match, take lines, fill blanks; check; keep."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from kopjaqty.explorers.widget import script_of
from kopjaqty.language import _, speaking
from kopjaqty_course.exercises.checking import Checker
from kopjaqty_course.exercises.fields import Fields, fields_of, python_of
from kopjaqty_course.exercises.outcomes import Outcome
from kopjaqty_course.exercises.questions import translate

__all__ = ["make_form"]

HERE = Path(__file__).parent


def make_form(checker: Checker, language: str) -> Any:
    """Make the form of a question.

    Returns
    -------
    anywidget.AnyWidget
        `value` is the answer as it stands in the form, `...` before there is one; it can be set.
        `check()` shows the outcome and gives it. `line` is the line of Python that keeps the
        answer in the notebook. `repr` is a form in plain text.

    Raises
    ------
    KopjaqtyError
        Answers to this question are written, not picked.
    """
    with speaking(language):
        return _form_class()(checker, fields_of(checker.answer, checker.number), language)


@cache
def _form_class() -> Any:
    """Define the widget when the first one is asked for: anywidget is heavy to import."""
    import anywidget
    import traitlets

    class Form(anywidget.AnyWidget):
        """A question on the screen. Nothing of it depends on the right answer but the outcome."""

        _esm = script_of(HERE / "form.js")
        _css = (HERE / "form.css").read_text(encoding="utf-8")
        value: Any = traitlets.TraitType(...).tag(  # not Any: it would let None pass
            sync=True,
            to_json=lambda value, form: form._fields.to_browser(value),
            from_json=lambda value, form: form._fields.from_browser(value),
        )
        body = traitlets.Unicode("").tag(sync=True)
        words: Any = traitlets.Dict().tag(sync=True)
        line = traitlets.Unicode("").tag(sync=True)
        outcome = traitlets.Unicode("").tag(sync=True)
        stale = traitlets.Bool(False).tag(sync=True)

        def __init__(self, checker: Checker, fields: Fields[Any], language: str) -> None:
            self._checker, self._fields, self._language = checker, fields, language
            self._checked: Any = ...
            super().__init__(
                body=_body(checker, fields, language),
                words=_words(),
                line=_line(checker.number, ...),
            )
            self.observe(self._update, ["value"])
            self.on_msg(self._asked)

        @traitlets.validate("value")
        def _accept(self, proposal: Any) -> Any:
            with speaking(self._language):
                return self._fields.value_of(proposal["value"])

        def _update(self, _change: Any) -> None:
            self.line = _line(self._checker.number, self.value)
            self.stale = self.outcome != "" and self.value != self._checked

        def _asked(self, _form: Any, content: dict[str, Any], _buffers: Any) -> None:
            # The value comes along: the browser may still hold back the last change of it.
            self.value = self._fields.from_browser(content["check"])
            self.check()

        def check(self) -> Outcome:
            """Check the answer as it stands, and show the outcome."""
            with speaking(self._language):
                outcome = self._checker.check(self.value)
                self._checked = self.value
                self.outcome, self.stale = outcome._repr_html_(), False
            self.send({"checked": True})  # the same outcome again is news, too
            return outcome

        def __repr__(self) -> str:
            with speaking(self._language):
                parts = [
                    _title(self._checker),
                    self._fields.text(),
                    _("It asks for {wanted}.").format(wanted=self._checker.answer.wants()),
                    self.line,
                ]
            return "\n\n".join(parts)

    return Form


def _title(checker: Checker) -> str:
    return _("Question {n}: {title}").format(
        n=checker.number, title=translate(checker.question.title)
    )


def _line(number: int, value: Any) -> str:
    return f"answer_{number} = {python_of(value)}"


def _body(checker: Checker, fields: Fields[Any], language: str) -> str:
    """Write the form, nothing filled in."""
    # Each by itself, not within an f-string, where the search for messages does not look.
    why = _(
        "A form forgets; a cell keeps. Put this line into the cell of the answer and run it: "
        "only so is your answer saved with the notebook, and counted."
    )
    stale = _("You have changed your answer since. This was said of the one before:")
    check, copy, line = _("Check"), _("Copy the line"), _("Your answer in Python")
    return f"""<form class="kq-form" lang="{language}" data-sort="{fields.sort}" autocomplete="off">
<fieldset><legend>{escape(_title(checker))}</legend>{fields.html()}</fieldset>
<p class="kq-hidden" aria-live="polite" data-part="live"></p>
<div class="kq-buttons"><button type="submit">{escape(check)}</button></div>
<div role="status"><p class="kq-stale" data-part="stale" hidden>{escape(stale)}</p>\
<div data-part="said"></div></div>
<div class="kq-keep"><p>{escape(why)}</p>
<textarea readonly rows="2" data-part="line" aria-label="{escape(line)}"></textarea>
<div class="kq-buttons"><button type="button" data-do="copy">{escape(copy)}</button>\
<span role="status" data-part="copied"></span></div></div>
</form>"""


def _words() -> dict[str, str]:
    """Give what the script says; it fills the words in braces in."""
    return {
        "moved": _("{letter} is now number {place} of {count}."),
        "taken": _("{letter} is taken: line {place} of {count}."),
        "back": _("{letter} is put back."),
        "none": _("There is no line to move yet."),
        "copied": _("Copied."),
        "selected": _("The line is marked: Ctrl+C copies it, on a Mac ⌘C."),
        "silent": _("Python has not answered. Is it busy? Else run the cell of this form anew."),
    }
