"""Brings texts into the corpus folder: `kopjaqty corpus add FILE…`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kopjaqty import store
from kopjaqty.arguments import PathLike
from kopjaqty.corpus import corpus_folder, evidence_share, read_texts
from kopjaqty.corpus.recognition import DocumentText, rank, recognize, unrecognized
from kopjaqty.corpus.text_files import read_text, sha256_of
from kopjaqty.errors import Problem
from kopjaqty.language import _
from kopjaqty.store.writing import write_files

__all__ = ["Added", "add_files"]


@dataclass(frozen=True)
class Added:
    """What was done with a file, or with one of the documents in it.

    `state`: "exact" or "near" (copied), "kept" (a text as good was there), "refused".
    """

    path: Path
    document_id: str | None
    state: str
    message: str

    @property
    def ok(self) -> bool:
        """Whether the document is at hand now."""
        return self.state != "refused"


def add_files(
    paths: Iterable[PathLike], *, data: PathLike | None = None, corpus: PathLike | None = None
) -> list[Added]:
    """Recognise texts and copy them into the corpus folder as `<document_id>.txt`.

    An exact text is never replaced by a near copy, and a near copy only by a better one. A file
    that is refused does not stop the others.

    Parameters
    ----------
    paths : iterable of path
        Plain text files in UTF-8, whatever they are called.
    data, corpus : path, optional
        Another folder of tables; another corpus folder (see `kopjaqty.corpus.corpus_folder`).

    Returns
    -------
    list of Added
        One a file, more where a file holds several documents; in the order given.

    Examples
    --------
    >>> add_files(["no_such_file.txt"])[0].state
    'refused'
    """
    return [done for path in paths for done in _add_file(Path(path).expanduser(), data, corpus)]


def _add_file(path: Path, data: PathLike | None, corpus: PathLike | None) -> Iterator[Added]:
    text = read_text(path)
    if isinstance(text, Problem):
        yield Added(path, None, "refused", str(text))
        return
    recognized = recognize(_restore(text, data), path, data=data)
    if not recognized:
        yield Added(path, None, "refused", str(unrecognized(text, path, data=data)))
    for candidate in recognized:
        yield _keep_better(candidate, data, corpus)


def _restore(text: str, data: PathLike | None) -> str:
    """Undo what editors and downloads do to a whole file, where that gives the exact text."""
    known = {row["sha256"] for row in store.rows("documents", data, checked=False)}
    bare = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for variant in (text, bare, bare.removesuffix("\n"), bare.rstrip(), bare + "\n"):
        if sha256_of(variant) in known:
            return variant
    return text


def _keep_better(new: DocumentText, data: PathLike | None, corpus: PathLike | None) -> Added:
    """Copy a text into the corpus folder unless one as good is there."""
    document_id = new.document_id
    target = corpus_folder(corpus, data=data) / f"{document_id}.txt"
    held = read_texts(data=data, corpus=corpus).get(document_id)
    own = _read_own(target, document_id, data)
    # As good a near copy in a file of another name is no reason not to write: it may hold another
    # document too, and be replaced when that one's exact text is brought.
    if held is not None and (rank(held) > rank(new) or held.exact or _as_good(own, new)):
        there = _("the exact text") if held.exact else _("a copy as good")
        message = _("{document}: {there} is at hand already ({file}); nothing was changed.")
        message = message.format(document=document_id, there=there, file=held.path.name)
        return Added(new.path, document_id, "kept", message)
    if own is None and os.path.lexists(target):
        what = _("A file of this name is there, and it is no copy of the document.")
        remedy = _("Move it away, then add the text again.")
        problem = Problem(what, file=str(target), remedy=remedy)
        return Added(new.path, document_id, "refused", str(problem))
    try:
        write_files({target: new.text.encode("utf-8")})
    except OSError as error:
        what = _("The text could not be written ({why}).").format(why=error.strerror or error)
        remedy = _("Make room or choose another folder: `--corpus`, or KOPJAQTY_CORPUS.")
        problem = Problem(what, file=str(target), remedy=remedy)
        return Added(new.path, document_id, "refused", str(problem))
    if new.exact:
        message = _("{document}: the exact text; every passage can be shown.")
        return Added(new.path, document_id, "exact", message.format(document=document_id))
    message = _(
        "{document}: a near copy; {segments:.0%} of the sentences and {evidence:.0%} of the "
        "passages could be placed, the others will not be shown."
    ).format(
        document=document_id,
        segments=new.share,
        evidence=evidence_share(new, data=data),
    )
    return Added(new.path, document_id, "near", message)


def _read_own(target: Path, document_id: str, data: PathLike | None) -> DocumentText | None:
    """Return the document's text in the file of its name, if that is what is in it."""
    text = read_text(target)
    recognized = [] if isinstance(text, Problem) else recognize(text, target, data=data)
    return next((t for t in recognized if t.document_id == document_id), None)


def _as_good(own: DocumentText | None, new: DocumentText) -> bool:
    return own is not None and rank(own) >= rank(new)
