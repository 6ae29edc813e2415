"""Agreement of two coders: the share of equal codes, and Cohen's κ with what it is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kopjaqty.arguments import TABLE, wrong
from kopjaqty.language import _, is_missing, ngettext

__all__ = ["Agreement", "measure_agreement"]


@dataclass(frozen=True)
class Agreement:
    """How far two coders agree on the same items.

    Attributes
    ----------
    n, equal : int
        Items that both coded; those with the same code.
    codes : tuple
        Of every code that was used: the code, and how often the first and the second used it.
    """

    n: int
    equal: int
    codes: tuple[tuple[str, int, int], ...]

    @property
    def observed(self) -> float | None:
        """Share of items with the same code (pₒ); None where there is no item."""
        return self.equal / self.n if self.n else None

    @property
    def chance(self) -> float | None:
        """Share to be expected if each gave their codes blindly, as often as they did (pₑ)."""
        if not self.n:
            return None
        return sum(first * second for _code, first, second in self.codes) / self.n**2

    @property
    def kappa(self) -> float | None:
        """Cohen's κ = (pₒ − pₑ) / (1 − pₑ); None where it is not defined, as pₑ is 1."""
        if self.observed is None or self.chance is None or self._is_certain:
            return None
        return (self.observed - self.chance) / (1 - self.chance)

    @property
    def _is_certain(self) -> bool:
        """Both used one and the same code throughout: agreement is certain (pₑ = 1)."""
        return sum(first * second for _code, first, second in self.codes) == self.n**2

    def lines(self) -> list[str]:
        """Say it in the current language, with the numbers in the formulas."""
        if self.observed is None or self.chance is None:
            return [_("Nothing was compared yet.")]
        products = " + ".join(f"{first}·{second}" for _c, first, second in self.codes)
        sentence = ngettext(
            "{equal} of {n} passage has the same code.",
            "{equal} of {n} passages have the same code.",
            self.n,
        ).format(equal=self.equal, n=self.n)
        lines = [
            f"{sentence} pₒ = {self.equal} / {self.n} = {self.observed:.3f} = {self.observed:.0%}",
            _("Expected by chance: pₑ = ({products}) / {n}² = {chance:.3f}").format(
                products=products, n=self.n, chance=self.chance
            ),
        ]
        if self.kappa is None:
            lines.append(_("κ is not defined: both used one code only, so pₑ = 1."))
        else:
            made_of = f"({self.observed:.3f} − {self.chance:.3f}) / (1 − {self.chance:.3f})"
            lines.append(f"κ = (pₒ − pₑ) / (1 − pₑ) = {made_of} = {self.kappa:.3f}")
        return lines


def _read_pairs(pairs: Any) -> list[tuple[str, str]]:
    expected = _("pairs of codes, as `zip` gives them")
    if isinstance(pairs, str) or TABLE.fits(pairs) or not isinstance(pairs, Iterable):
        raise wrong("pairs", pairs, expected)
    coded_pairs = []
    for pair in pairs:
        codes = tuple(pair) if isinstance(pair, Iterable) and not isinstance(pair, str) else ()
        if len(codes) != 2 or not all(isinstance(c, str) or is_missing(c) for c in codes):
            raise wrong("pairs", pair, expected)
        coded_pairs.append(codes)
    return coded_pairs


def measure_agreement(pairs: Iterable[tuple[str, str]]) -> Agreement:
    """Measure the agreement of two coders.

    Parameters
    ----------
    pairs
        For each item, the code of the first and that of the second. An item that one of them did
        not code ("", or a missing value) does not count.

    Returns
    -------
    Agreement
        Counts, shares and κ; codes in alphabetical order.

    References
    ----------
    J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological
    Measurement 20 (1960), 37–46.

    Examples
    --------
    >>> agreement = measure_agreement([("yes", "yes")] * 20 + [("yes", "no")] * 5
    ...                               + [("no", "yes")] * 10 + [("no", "no")] * 15)
    >>> agreement.observed, agreement.chance, round(agreement.kappa, 3)
    (0.7, 0.5, 0.4)
    """
    counted = [pair for pair in _read_pairs(pairs) if not any(map(is_missing, pair))]
    ones, others = (
        Counter(first for first, _s in counted),
        Counter(second for _f, second in counted),
    )
    return Agreement(
        len(counted),
        sum(first == second for first, second in counted),
        tuple((code, ones[code], others[code]) for code in sorted({*ones, *others})),
    )
