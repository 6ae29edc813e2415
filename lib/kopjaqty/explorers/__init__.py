"""Pictures and passages to click through, for a notebook: each binds controls to plain functions.

    from kopjaqty import explorers

    explorers.explore_network()      the network: by year, document, kind; a line opens its passages
    explorers.explore_timeline()     events in time: lanes, a window, certainly or possibly
    explorers.read_passages()        a document, sentence by sentence, and what is stated in it
    explorers.track_initiatives()    how far each initiative has come
    explorers.coding_lab()           code passages yourself, compare with the record, agreement

What each shows is a function of its controls, what is selected, and the language; `.static()`
gives it without controls, for print. No document's words are saved with a notebook: they go to
the screen in a message of their own.
"""

from __future__ import annotations

from kopjaqty.explorers.agreement import Agreement, measure_agreement
from kopjaqty.explorers.coding import coding_lab
from kopjaqty.explorers.initiatives import track_initiatives
from kopjaqty.explorers.network import explore_network
from kopjaqty.explorers.reader import read_passages
from kopjaqty.explorers.timeline import explore_timeline

__all__ = [
    "Agreement",
    "coding_lab",
    "explore_network",
    "explore_timeline",
    "measure_agreement",
    "read_passages",
    "track_initiatives",
]
