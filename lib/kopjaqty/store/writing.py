"""Writes beside a file, then replaces it: there is the old one or the new one, never half."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

__all__ = ["drafted", "write_files"]


@contextmanager
def drafted(target: Path) -> Iterator[Path]:
    """Give the place of a draft, a file or a folder; in the end it takes the target's place.

    Where anything fails, the draft goes and the target stays as it is. A file keeps the permissions
    of the one that it replaces; a folder replaces none but an empty one.

    >>> import tempfile
    >>> target = Path(tempfile.mkdtemp()) / "a.txt"
    >>> with drafted(target) as draft:
    ...     size = draft.write_text("whole", encoding="utf-8")
    >>> target.read_text(encoding="utf-8"), draft.exists()
    ('whole', False)
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    # One name for a target's draft: what a killed run leaves behind goes with the next one.
    draft = target.with_name(f".{target.name}.draft")
    _remove(draft)
    try:
        yield draft
        if draft.is_dir() and target.is_dir():
            target.rmdir()  # Windows replaces no folder
        elif target.is_file():
            shutil.copymode(target, draft)
        draft.replace(target)
    except BaseException:
        _remove(draft)
        raise


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write all drafts, then put them in their places: a full disk leaves the old files.

    >>> write_files({})
    """
    with ExitStack() as stack:
        drafts = {path: stack.enter_context(drafted(path)) for path in files}
        for path, content in files.items():
            drafts[path].write_bytes(content)


def _remove(draft: Path) -> None:
    if draft.is_dir():
        shutil.rmtree(draft, ignore_errors=True)
    else:
        draft.unlink(missing_ok=True)
