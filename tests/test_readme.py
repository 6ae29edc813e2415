"""The README's pictures and words show the data as they are."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """tools/draw_readme_pictures.py, which is no package."""
    path = PROJECT / "tools" / "draw_readme_pictures.py"
    spec = importlib.util.spec_from_file_location("draw_readme_pictures", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pictures_are_up_to_date(tool: ModuleType) -> None:
    """The pictures are what the data give now, and so are the words beside them."""
    assert tool.main(["--check"]) == 0, "python tools/draw_readme_pictures.py"


def test_stale_words_are_noticed(tool: ModuleType) -> None:
    """An alternative text that was changed by hand is made anew."""
    pictures = tool.draw_pictures()
    text = tool.README.read_text(encoding="utf-8")
    stale = text.replace(f'alt="{pictures["timeline"].alt[:20]}', 'alt="Some years', 1)
    assert stale != text
    assert tool.with_words(stale, pictures) == text
