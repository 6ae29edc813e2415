"""data/README.md says what the data are now."""

from __future__ import annotations

from kopjaqty import store
from kopjaqty_course.making import data_readme as tool


def test_the_readme_is_up_to_date() -> None:
    """What the README says of the tables is what the tables are."""
    text = tool.README.read_text(encoding="utf-8")
    assert tool.rewrite(text) == text, "kopjaqty course data-readme"


def test_a_stale_count_is_noticed() -> None:
    """A number that was changed by hand is made anew."""
    text = tool.README.read_text(encoding="utf-8")
    rows = len(store.rows("relations", tool.DATA))
    stale = text.replace(f"[`relations`](#relations) | {rows} |", "[`relations`](#relations) | 1 |")
    assert stale != text
    assert tool.rewrite(stale) == text


def test_every_column_and_term_is_in_the_readme() -> None:
    """The dictionary leaves out no table, column or vocabulary."""
    text = tool.README.read_text(encoding="utf-8")
    for table in tool.read_package()["resources"]:
        assert f"\n### {table['name']}\n" in text
        for field in table["schema"]["fields"]:
            assert f"| `{field['name']}` |" in text
    for term in store.rows("terms", tool.DATA):
        assert f"| `{term['term']}` |" in text
