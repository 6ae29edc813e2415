"""The widget: controls and a place to look at, bound to the functions of a view."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kopjaqty.explorers.view import Page, View
from kopjaqty.language import language, speaking

if TYPE_CHECKING:
    from kopjaqty.style import Figure

__all__ = ["make_widget", "script_of"]

HERE = Path(__file__).parent


def script_of(*paths: Path) -> str:
    """Put the scripts of a widget into one; keys.js, which keeps its keys its own, first."""
    return "\n".join(path.read_text(encoding="utf-8") for path in (HERE / "keys.js", *paths))


def make_widget(view: View) -> Any:
    """Make the widget that shows a view.

    Returns
    -------
    anywidget.AnyWidget
        `language`, `selected` and `choices` (a value for each control, by name) can be set, and
        `choose(name=value)` sets some of the choices. `body`, `off`, `controls`, `report` and
        `words` follow; so does `passage_html`, which is never saved.
    """
    return _widget_class()(view)


@cache
def _widget_class() -> Any:  # noqa: C901 - it is short: the methods of a class
    """Define the widget when the first one is asked for: anywidget is heavy to import."""
    import anywidget
    import traitlets

    class Explorer(anywidget.AnyWidget):
        """A view on the screen."""

        _esm = script_of(HERE / "picture.js", HERE / "explorer.js")
        _css = (HERE / "explorer.css").read_text(encoding="utf-8")
        language = traitlets.Enum(("en", "kk", "ru"), "en").tag(sync=True)
        selected = traitlets.Unicode("").tag(sync=True)
        choices = traitlets.Dict().tag(sync=True)
        body = traitlets.Unicode("").tag(sync=True)
        off: Any = traitlets.List().tag(sync=True)
        controls: Any = traitlets.List().tag(sync=True)
        report = traitlets.Unicode("").tag(sync=True)
        words = traitlets.Dict().tag(sync=True)
        # Not synchronised: what is, is saved with the notebook, and the passages are not ours.
        passage_html = traitlets.Unicode("")

        def __init__(self, view: View) -> None:
            self._view = view
            choices, spoken = dict(view.defaults), language()
            super().__init__(
                language=spoken,
                choices=choices,
                passage_html=view.show("", choices),
                **self._state(choices, ""),
            )
            self.observe(self._update, ["language", "selected", "choices"])
            self.on_msg(lambda _widget, _content, _buffers: self._send_passage())

        def _state(self, choices: dict[str, str], selected: str) -> dict[str, Any]:
            view = self._view
            return {
                "body": view.body(choices, selected),
                "off": view.off(choices),
                "controls": [each.as_dict() for each in view.controls(choices, selected)],
                "report": view.report(choices, selected),
                "words": view.words(choices),
            }

        @traitlets.validate("choices")
        def _check(self, proposal: Any) -> dict[str, str]:
            with speaking(self.language):
                return self._view.check(proposal["value"], self.selected)

        def _update(self, change: Any) -> None:
            with speaking(self.language), self.hold_sync():
                for name, value in self._state(self.choices, self.selected).items():
                    setattr(self, name, value)
            if change["name"] == "choices":
                before, now = ({**self._view.defaults, **change[key]} for key in ("old", "new"))
                if all(before[name] == now[name] for name in self._view.reads):
                    return
            with speaking(self.language):
                self.passage_html = self._view.show(self.selected, self.choices)
            self._send_passage()

        def _send_passage(self) -> None:
            self.send({"passage": self.passage_html})

        def choose(self, **choices: str) -> None:
            """Set some of the controls, by name."""
            self.choices = {**self.choices, **choices}

        def static(self) -> Figure | Page:
            """Give what is shown, without the controls."""
            with speaking(self.language):
                return self._view.static(self.choices, self.selected)

        def __repr__(self) -> str:
            with speaking(self.language):
                return self._view.alt(self.choices)

    return Explorer
