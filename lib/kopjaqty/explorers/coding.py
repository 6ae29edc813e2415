"""The coding lab: code passages with the controlled vocabulary, then compare with the record."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Any

from kopjaqty import store
from kopjaqty.arguments import COUNT, N_, WHOLE, names_of, one_of, require
from kopjaqty.corpus.passages import Passage, passage
from kopjaqty.errors import UnknownName
from kopjaqty.explorers.agreement import Agreement, measure_agreement
from kopjaqty.explorers.coding_items import TABLES, Item, choose_items
from kopjaqty.explorers.view import Choices, Control, View, entry
from kopjaqty.explorers.widget import make_widget
from kopjaqty.language import _, localized, ngettext
from kopjaqty.store import labels_of

if TYPE_CHECKING:
    from kopjaqty.arguments import PathLike

__all__ = ["CodingView", "coding_lab"]

COLUMNS = (
    "item", "evidence_id", "document_id", "start", "end", "digest",
    "record_id", "vocabulary", "code", "record", "equal",
)  # fmt: skip


def coding_lab(  # noqa: PLR0913 - options, each by its keyword
    vocabulary: str = "predicate",
    *,
    documents: str | Iterable[str] | None = None,
    count: int = 12,
    seed: int = 0,
    data: PathLike | None = None,
    corpus: PathLike | None = None,
) -> Any:
    """Code passages yourself, compare with the record, and see how far the two agree.

    Parameters
    ----------
    vocabulary
        "predicate": what relation does the passage state between two entities?
        "topic": what is the passage about?
    documents
        Take passages of these only.
    count, seed
        How many passages; another seed, others. The same seed gives everyone the same ones.
    data, corpus
        Other folders of tables and texts, as in `load` and `passage`.

    Returns
    -------
    anywidget.AnyWidget
        Choose a passage, give it a code, compare. What the record says of a passage is shown
        after it was coded and compared; it can then be coded no more. `.csv()` gives the codes
        as CSV text, `.agreement()` an `Agreement`, `.static()` the table without controls.

    Raises
    ------
    UnknownName
        There is no such vocabulary or document.

    Examples
    --------
    >>> lab = coding_lab("topic", count=3)
    >>> lab.choose(p01="disarmament")
    >>> lab.csv().count("disarmament")
    1
    """
    one_of(N_("There is no such vocabulary to code with."), TABLES, vocabulary)
    require(COUNT, count=count)
    require(WHOLE, seed=seed)
    chosen = names_of(documents=documents)
    known = [row["document_id"] for row in store.rows("documents", data, checked=False)]
    for document in chosen or ():
        one_of(N_("There is no such document."), known, document)
    items = choose_items(vocabulary, chosen, count, seed, data)
    view = CodingView(vocabulary, items, data=data, corpus=corpus)
    widget = make_widget(view)
    widget.csv = lambda: view.csv(widget.choices)
    widget.agreement = lambda: view.agreement(widget.choices)
    return widget


class CodingView(View):
    """Passages to be coded. The choices are the codes, and which of them were compared."""

    def __init__(
        self,
        vocabulary: str,
        items: list[Item],
        *,
        data: PathLike | None = None,
        corpus: PathLike | None = None,
    ) -> None:
        super().__init__(data=data, corpus=corpus)
        self.vocabulary = vocabulary
        self.items = {each.item: each for each in items}
        self.defaults = {**dict.fromkeys(self.items, ""), "compared": ""}
        self.reads = tuple(self.defaults)

    def controls(self, choices: Choices, selected: str) -> list[Control]:
        """Give the code of the passage that is selected, and the comparison."""
        passages = tuple((key, self._say(key, choices)) for key in self.items)
        controls = [Control("selected", _("Passage"), (("", "—"), *passages))]
        compared = choices["compared"].split()
        if selected in self.items and selected not in compared:
            terms = tuple(labels_of(self.vocabulary, self.data).items())
            controls.append(Control(selected, _("Your code"), (("", _("not coded")), *terms)))
        coded = [key for key in self.items if choices[key]]
        if len(coded) > len(compared):
            label = _("Compare with the record")
            controls.append(Control("compared", label, ((" ".join(coded), label),), "action"))
        return controls

    def check(self, choices: Choices, selected: str) -> dict[str, str]:
        """Complete the choices; only what is coded can be compared, by terms that there are."""
        del selected
        complete = super().check(choices, "")
        terms = ["", *labels_of(self.vocabulary, self.data)]
        for key in self.items:
            if complete[key] not in terms:
                what = _("The vocabulary has no such term.")
                raise UnknownName.among(what, complete[key], terms[1:])
        compared = complete["compared"].split()
        complete["compared"] = " ".join(k for k in self.items if k in compared and complete[k])
        return complete

    def _say(self, key: str, choices: Choices) -> str:
        coded = labels_of(self.vocabulary, self.data).get(choices[key], _("not coded"))
        return f"{int(key[1:])}: {coded}"

    def body(self, choices: Choices, selected: str) -> str:
        """Write the codes as a table, the record's beside those that were compared; agreement."""
        terms = labels_of(self.vocabulary, self.data)
        heads = (_("Passage"), _("Document"), _("Your code"), _("The record"), _("Equal"))
        head = "".join(f'<th scope="col">{escape(title)}</th>' for title in heads)
        compared, rows = choices["compared"].split(), []
        for key, item in self.items.items():
            record, equal = "", ""
            if key in compared:
                record = terms[item.record]
                equal = "✓ " + _("yes") if choices[key] == item.record else "✗ " + _("no")
            cells = [
                item.evidence["document_id"],
                terms.get(choices[key], ""),
                record,
                equal,
            ]
            rows.append(
                f'<tr><th scope="row">{entry(key, self._place(item), selected)}</th>'
                + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
                + "</tr>"
            )
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        lines = "".join(f"<p>{escape(line)}</p>" for line in self.agreement(choices).lines())
        return f"{table}{self._marginals(choices)}{lines}{self._export(choices)}"

    def _place(self, item: Item) -> str:
        return f"{int(item.item[1:])}: {item.evidence['evidence_id']}"

    def _marginals(self, choices: Choices) -> str:
        """Write how often each code was given: what pₑ is made of."""
        found = self.agreement(choices)
        if not found.n:
            return ""
        terms = labels_of(self.vocabulary, self.data)
        heads = (_("Code"), _("You"), _("The record"), _("Product"))
        head = "".join(f'<th scope="col">{escape(title)}</th>' for title in heads)
        rows = "".join(
            f'<tr><th scope="row">{escape(terms[code])}</th><td>{first}</td><td>{second}</td>'
            f"<td>{first * second}</td></tr>"
            for code, first, second in found.codes
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def _export(self, choices: Choices) -> str:
        title = escape(_("Your codes as CSV"))
        return (
            f"<details><summary>{title}</summary>"
            f'<textarea readonly rows="6" aria-label="{title}">'
            f"{escape(self.csv(choices))}</textarea></details>"
        )

    def agreement(self, choices: Choices) -> Agreement:
        """Measure the agreement with the record over what was compared."""
        compared = choices["compared"].split()
        return measure_agreement((choices[key], self.items[key].record) for key in compared)

    def csv(self, choices: Choices) -> str:
        """Write the codes as CSV; the record's are there for what was compared."""
        compared, out = choices["compared"].split(), io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for key, item in self.items.items():
            known = key in compared
            record = item.record if known else ""
            equal = str(choices[key] == item.record).lower() if known else ""
            place = [item.evidence[c] for c in COLUMNS[1:6]]
            row_id = item.evidence["record_id"]
            writer.writerow([key, *place, row_id, self.vocabulary, choices[key], record, equal])
        return out.getvalue()

    def report(self, choices: Choices, selected: str = "") -> str:
        """Count what is coded and compared."""
        del selected
        n, compared = len(self.items), len(choices["compared"].split())
        coded = sum(1 for key in self.items if choices[key])
        return ngettext(
            "{coded} of {n} passage coded, {compared} compared with the record.",
            "{coded} of {n} passages coded, {compared} compared with the record.",
            n,
        ).format(coded=coded, n=n, compared=compared)

    def caption(self, choices: Choices) -> str:
        """Say what the numbers mean."""
        del choices
        return _(
            "The record is another reader's coding, not the truth: where you differ, read the "
            "passage again. κ takes away what two coders would agree on by chance."
        )

    def invitation(self) -> str:
        """Say what to do first."""
        return _("Choose a passage, read it, and give it a code.")

    def show(self, selected: str, choices: Choices | None = None) -> str:
        """Give a passage to be coded, and, once it was compared, what the record says of it."""
        choices = choices or self.defaults
        if not selected:
            return escape(self.invitation())
        if selected not in self.items:
            return self.unknown(selected)
        item = self.items[selected]
        evidence = item.evidence
        span = (evidence["document_id"], int(evidence["start"]), int(evidence["end"]))
        quoted = passage(span, data=self.data, corpus=self.corpus).quotes
        task = f"<h4>{escape(self._ask(item))}</h4>"
        shown: str = Passage("", quoted)._repr_html_()
        return f"{task}{self._answer(item, choices)}{shown}"

    def _ask(self, item: Item) -> str:
        if self.vocabulary == "predicate":
            pair = f"{self.name(item.row['subject_id'])} – … – {self.name(item.row['object_id'])}"
            return _("What does the passage state? {pair}").format(pair=pair)
        # In the project's words: not everybody reads Kazakh, nor has the text at hand.
        claim = localized(item.row, "claim")
        return _("What is this claim about? {claim}").format(claim=claim)

    def _answer(self, item: Item, choices: Choices) -> str:
        if item.item not in choices["compared"].split():
            return ""
        terms = labels_of(self.vocabulary, self.data)
        own, record = terms[choices[item.item]], terms[item.record]
        row = store.rows_by_id("terms", self.data, checked=False)[
            f"{self.vocabulary}|{item.record}"
        ]
        said = _("You: {own}. The record: {record} ({meaning})").format(
            own=own, record=record, meaning=row["definition_en"]
        )
        return f"<p>{escape(said)}</p>"
