"""A student's picture: drawn for whoever looks at the outcome, not for the check."""

from __future__ import annotations

import pickle
from typing import Any

import matplotlib.pyplot as plt
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from kopjaqty_course.exercises import exercise
from kopjaqty_course.exercises.answers import FigureOf


def test_a_picture_is_drawn_when_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check draws nothing; what is shown twice is drawn once, and a copy shows the same."""
    drawn = []
    draw: Any = FigureCanvasAgg.draw

    def count(canvas: FigureCanvasAgg) -> None:
        drawn.append(canvas)
        draw(canvas)

    monkeypatch.setattr(FigureCanvasAgg, "draw", count)
    _figure, ax = plt.subplots()
    ax.bar(["un"], [3])
    ax.set_ylabel("rows")
    ex = exercise("01")
    number = next(n for n, one in enumerate(ex.sheet.questions, 1) if type(one.answer) is FigureOf)
    message = ex.check(number, ax)
    assert drawn == []
    shown = message._repr_html_()
    assert message._repr_html_() == shown
    assert pickle.loads(pickle.dumps(message))._repr_html_() == shown  # noqa: S301 - our own
    assert len(drawn) == 1
