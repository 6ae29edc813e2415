"""The README's pictures and words show the data as they are."""

from __future__ import annotations

from kopjaqty_course.making import readme_pictures as tool
from kopjaqty_course.making.project import write_or_tell


def test_the_pictures_are_up_to_date() -> None:
    """The pictures are what the data give now, and so are the words beside them."""
    assert not write_or_tell(tool.made(), check=True), "kopjaqty course pictures"


def test_stale_words_are_noticed() -> None:
    """An alternative text that was changed by hand is made anew."""
    pictures = tool.draw_pictures()
    text = tool.README.read_text(encoding="utf-8")
    stale = text.replace(f'alt="{pictures["timeline"].alt[:20]}', 'alt="Some years', 1)
    assert stale != text
    assert tool.with_words(stale, pictures) == text
