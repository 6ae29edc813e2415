"""Find the named mentions of the project's own tables anew, as `kopjaqty corpus tidy` does."""

from __future__ import annotations

from kopjaqty import store
from kopjaqty.annotate.collection import Tidied, tidy_collection
from kopjaqty.arguments import PathLike
from kopjaqty.corpus import corpus_folder, read_corpus
from kopjaqty.errors import KopjaqtyError

__all__ = ["renew_mentions"]


def renew_mentions(data: PathLike | None = None, corpus: PathLike | None = None) -> Tidied:
    """Put the tables in order, with the exact texts of all documents at hand.

    Nominal mentions are kept, unless a named one now covers them.

    Raises
    ------
    KopjaqtyError
        A text is not at hand, or a table has a mistake that only a reader can mend.
    """
    reading = read_corpus(data=data, corpus=corpus)
    documents = [row["document_id"] for row in store.rows("documents", data, checked=False)]
    if lacking := [each for each in documents if not reading.has_exact(each)]:
        names = ", ".join(lacking)
        raise KopjaqtyError(f"Not all exact texts are at hand (kopjaqty corpus status): {names}.")
    return tidy_collection(store.data_folder(data), corpus=corpus_folder(corpus, data=data))
