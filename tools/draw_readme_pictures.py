"""Draw the README's two pictures from the data as they are now.

python tools/draw_readme_pictures.py            draw them anew
python tools/draw_readme_pictures.py --check    change nothing, exit 1 if one is out of date
"""

from __future__ import annotations

import re
import sys
from html import escape
from pathlib import Path

import kopjaqty as kq
from kopjaqty.style import Figure

PROJECT = Path(__file__).resolve().parent.parent
README = PROJECT / "README.md"


def draw_pictures() -> dict[str, Figure]:
    """The network of everything, and what organs decided and proclaimed, in time."""
    events = kq.load("events")
    dated = events[events["date_earliest"].notna() & events["date_latest"].notna()]
    return {
        "network": kq.figure(kq.draw_network(kq.build_network())),
        "timeline": kq.figure(kq.draw_timeline(dated, since="1991", width=11)),
    }


def with_words(text: str, pictures: dict[str, Figure]) -> str:
    """The README with each picture's alternative text made anew."""
    for name, picture in pictures.items():
        shown = re.findall(rf'<img src="docs/{name}\.png" alt="[^"]*"', text)
        if len(shown) != 1:
            raise SystemExit(f"README.md shows docs/{name}.png {len(shown)} times, not once.")
        text = text.replace(shown[0], f'<img src="docs/{name}.png" alt="{escape(picture.alt)}"')
    return text


def main(arguments: list[str]) -> int:
    """Draw, or compare."""
    pictures = draw_pictures()
    text = README.read_text(encoding="utf-8")
    new = with_words(text, pictures)
    stale = [] if new == text else ["README.md"]
    for name, picture in pictures.items():
        path = PROJECT / "docs" / f"{name}.png"
        if not path.is_file() or path.read_bytes() != picture.png:
            stale.append(f"docs/{name}.png")
            if "--check" not in arguments:
                path.write_bytes(picture.png)
    if "--check" not in arguments:
        README.write_text(new, encoding="utf-8")
        return 0
    if stale:
        print(f"Out of date: {', '.join(stale)}. python tools/draw_readme_pictures.py")
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
