"""How passages look: as HTML in a notebook, as text in a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Literal

from kopjaqty.language import _

__all__ = ["Passage", "Quote", "State"]

State = Literal["exact", "near", "unplaced", "changed", "missing"]

# Contrast of the two colours 13.5:1, in a light theme as in a dark one: both are set. The line
# below says the same without colour, and the hidden words say it to a screen reader.
_MARK = (
    "background-color:#ffe28a;color:#1a1a1a;text-decoration:underline;"
    "text-decoration-thickness:2px;padding:0 2px;position:relative"
)
_HIDDEN = (
    "position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;"
    "clip:rect(0,0,0,0);white-space:nowrap"
)
_QUOTE = "white-space:pre-line;margin:0;padding:0 0 0 12px;border-left:4px solid #8a6d00"


@dataclass(frozen=True)
class Quote:
    """One passage, and where it stands.

    Attributes
    ----------
    evidence_id : str
        Empty where a span was asked for by its offsets.
    document_id, start, end, digest
        The pointer: offsets in the exact text (half-open), digest of its characters.
    title, publisher, date, public_address : str
        Where the document was published; empty where it is not known.
    speaker : str
        Whose words they are; empty for the document's own voice.
    gist : str
        What its sentence states, in the project's words and the language that was in use; empty
        where nobody has written it.
    state : str
        "exact"; "near": shown from a near copy; "unplaced": the near copy at hand lacks it;
        "changed": the pointer's digest is not that of the text; "missing": no text at hand.
    before, quoted, after : str
        The passage in its context; empty unless the state is "exact" or "near".
    """

    evidence_id: str
    document_id: str
    start: int
    end: int
    digest: str
    title: str
    publisher: str
    date: str
    public_address: str
    speaker: str
    gist: str
    state: State
    before: str
    quoted: str
    after: str

    def source(self) -> str:
        """Say where the passage stands, and whose words it is."""
        parts = [self.title, self.publisher, self.date, self.public_address]
        return ", ".join(part for part in [*parts, *self._place()] if part)

    def _place(self) -> list[str]:
        parts = []
        if self.speaker:
            parts.append(_("words of {speaker}").format(speaker=self.speaker))
        parts.append(_("characters {start}–{end}").format(start=self.start, end=self.end))
        if self.digest:
            parts.append(_("digest {digest}").format(digest=self.digest))
        if self.evidence_id:
            parts.append(self.evidence_id)
        return parts

    def remark(self) -> str:
        """Say what keeps the passage from being shown, or from being sure to the last comma."""
        match self.state:
            case "exact":
                return ""
            case "near":
                return _("From a near copy of the text: the words are the same, not each comma.")
            case "unplaced":
                return _(
                    "The copy of the text at hand differs here, so the passage is not shown. "
                    "`kopjaqty corpus status` tells how much of it could be placed."
                )
            case "changed":
                return _("The text at these offsets is not the passage: run `kopjaqty verify`.")
            case "missing":
                return how_to_get_the_text()

    def figure(self) -> str:
        """Give the passage as HTML: what is stated, the text in its context, where it stands."""
        gist = quote = ""
        if self.gist:
            ours = _("In our words:")
            label = f'<span style="opacity:.75">{escape(ours)}</span>'
            gist = f'<p style="margin:0 0 4px">{label} {escape(self.gist)}</p>'
        if self.quoted:
            begins, ends = _("beginning of the passage"), _("end of the passage")
            quote = (
                f'<blockquote lang="kk" style="{_QUOTE}">{escape(self.before)}'
                f'<mark style="{_MARK}"><span style="{_HIDDEN}">[{escape(begins)}]</span>'
                f"{escape(self.quoted)}"
                f'<span style="{_HIDDEN}">[{escape(ends)}]</span></mark>'
                f"{escape(self.after)}</blockquote>"
            )
        hindered = self.remark() and self.state != "missing"
        remark = f"<br>{escape(self.remark())}" if hindered else ""
        title = f"<cite>{escape(self.title)}</cite>"
        if self.public_address.startswith(("https://", "http://")):
            title = f'<a href="{escape(self.public_address)}">{title}</a>'
        parts = [part for part in (self.publisher, self.date, *self._place()) if part]
        caption = f"<figcaption>{', '.join([title, *map(escape, parts)])}{remark}</figcaption>"
        return f'<figure style="margin:8px 0;max-width:70ch">{gist}{quote}{caption}</figure>'

    def lines(self) -> str:
        """Give the same as text, the passage between double square brackets."""
        gist = " ".join((_("In our words:"), self.gist)) if self.gist else ""
        shown = f"{self.before}[[{self.quoted}]]{self.after}" if self.quoted else ""
        remark = "" if self.state == "missing" else self.remark()
        return "\n".join(part for part in (gist, shown, f"({self.source()})", remark) if part)

    def _repr_html_(self) -> str:
        return Passage("", (self,))._repr_html_()

    def __str__(self) -> str:
        """Give what is stated, the passage, where it stands, and what hinders it to be shown."""
        return str(Passage("", (self,)))


@dataclass(frozen=True, repr=False)
class Passage:
    """What a row says (`says`), and the passages that state it (`quotes`)."""

    says: str
    quotes: tuple[Quote, ...]

    def _remark(self) -> str:
        return "" if self.quotes else _("No passage is given: the row states no claim of a text.")

    def _how(self) -> str:
        """Say how to get a text, once for all that lack theirs."""
        lack = any(quote.state == "missing" for quote in self.quotes)
        return how_to_get_the_text() if lack else ""

    def _repr_html_(self) -> str:
        says = f"<p><strong>{escape(self.says)}</strong></p>" if self.says else ""
        remark = f"<p>{escape(self._remark())}</p>" if self._remark() else ""
        quotes = "".join(quote.figure() for quote in self.quotes)
        if how := self._how():
            summary = escape(_("How to read the passage itself"))
            remark += f"<details><summary>{summary}</summary><p>{escape(how)}</p></details>"
        return f'<div class="kopjaqty-passage">{says}{quotes}{remark}</div>'

    def __str__(self) -> str:
        """Give what the row says and its passages, with a blank line between them."""
        quotes = (quote.lines() for quote in self.quotes)
        parts = [self.says, *quotes, self._remark(), self._how()]
        return "\n\n".join(part for part in parts if part)

    __repr__ = __str__


def how_to_get_the_text() -> str:
    """Say how a reader brings the text of a document."""
    return _(
        "The text is not part of kopjaqty. To read the passage here, save the article "
        "as plain text and run `kopjaqty corpus add FILE…`, or let the environment "
        "variable KOPJAQTY_CORPUS name the folder with the texts."
    )
