"""A researcher's own texts: what is named in them, and how one becomes part of a data set.

annotate_text    one text: names, dates, candidates for new entities
annotate_files   many, into tables and Web Annotations: `kopjaqty annotate`
new_collection   a copy of the data set, to be added to: `kopjaqty corpus new`
add_document     a document of it: `kopjaqty corpus new-document`
tidy_collection  after editing: `kopjaqty corpus tidy`
"""

from kopjaqty.annotate.annotations import Annotations, annotate_text
from kopjaqty.annotate.collection import new_collection, tidy_collection
from kopjaqty.annotate.documents import add_document
from kopjaqty.annotate.runs import Summary, annotate_files

__all__ = [
    "Annotations",
    "Summary",
    "add_document",
    "annotate_files",
    "annotate_text",
    "new_collection",
    "tidy_collection",
]
