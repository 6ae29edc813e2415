"""Capitalised sequences that no name explains: what may be an entity that the tables lack.

A word is capitalised at the head of a sentence, too. There, one word alone counts if the text has
it capitalised elsewhere or all in capitals; of several, the first is left out if sentences often
begin with it, or the text has it in small letters. A title in quotation marks counts in any place.
In Kazakh only the first word of an institution's name is capitalised: the small words behind it
belong to it up to one that such names end with (кеңесі, council of; орталығы, centre of).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kopjaqty.matcher.folding import fold
from kopjaqty.matcher.inflection import NOUN, POSSESSED, tails

__all__ = ["Candidate", "find_candidates", "group_forms"]

Span = tuple[int, int]


class Candidate(NamedTuple):
    """A sequence as the text has it, how often, and where the first stands (half-open)."""

    text: str
    times: int
    start: int
    end: int


# Longer ones are no names: a page in capitals, a word without an end.
LONGEST = 120
WORDS = 8
_INVISIBLE = "\u00ad\u200b-\u200d\u2060"
_MORE = rf"[\w\u0300-\u036f{_INVISIBLE}]"
_BLANK = "[ \t\u00a0\u202f]"
# What may stand between the end of a sentence, or of a line, and the first word of the next.
_HEAD = re.compile(r"(?:\A|[\n\r\u2028\u2029.!?…:])[\s\ufeff«»\"“”„'’(\[—–-]*\Z")
_REACH = 12
# Which sentences often begin with.
_OPENERS = frozenset(
    re.findall(
        r"\w+",
        """
    ал алайда алдымен атап әйтсе әр әрине бәрі бейсенбі бір бірақ бірінші біз біздің бұдан бұған
    бұл бұның бұрын бүгін бүгінде бүгінгі биыл биылғы былтыр дегенмен демек дәл егер екінші енді
    ертең жалпы жаңа жұма және кейін кейбір кеше көп қазір қазіргі мен менің міне мұнда мұндай
    немесе олар олардың ол онда одан оны оның оған осы осыған осылай осындай өйткені өз себебі
    сенбі сейсенбі сәрсенбі сіз сол содан соған соның сонда сондай сондықтан сонымен соңғы тағы
    тек тіпті үшінші дүйсенбі жексенбі
    """,
    )
)
# What names of institutions end with, in the form that ties it to the words before it.
_HEADS = (
    "агенттігі академиясы альянсы ассамблеясы ассоциациясы банкі бастамасы басқармасы "
    "бағдарламасы бюросы бірлестігі декларациясы департаменті институты келісімі кеңесі кеңсесі "
    "комиссиясы комитеті конвенциясы конференциясы корпорациясы лигасы министрлігі миссиясы "
    "одағы онжылдығы орталығы партиясы саммиті тобы университеті федерациясы форумы хартиясы "
    "хатшылығы шарты қауымдастығы қозғалысы қоры ұйымы"
)
# Also in Cyrillic letters: ХХІ ғасыр. And one letter is no name.
_NO_NAME = re.compile(r"[IVXLCІХ]+(?:-.*)?|\w")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    # `re` has no class of capital letters, and А-Я lacks the Kazakh ones.
    letters = map(chr, range(0x10000))
    capital = "[" + "".join(letter for letter in letters if letter.isupper()) + "]"
    word = rf"{capital}{_MORE}*(?:[-\u2010\u2011'’ʼ]{_MORE}+)*"
    initials = rf"(?:{capital}\.-?{_BLANK}?){{0,2}}"
    unit = rf"(?<!{_MORE}){initials}{word}"
    run = rf"{unit}(?:{_BLANK}{{1,4}}{unit}){{0,{WORDS - 1}}}"
    quoted = rf"(?<!\w)[«“„\"](?P<title>{capital}[^«»“”„\"\n\r]{{1,{LONGEST}}})[»”“\"]"
    small = rf"(?!{capital})[^\W\d_]{_MORE}*(?:-{_MORE}+)?"
    heads, cases = "|".join(_HEADS.split()), "|".join(sorted(tails(POSSESSED), reverse=True))
    rest = rf"(?:{_BLANK}{{1,4}}{small}){{0,4}}?{_BLANK}{{1,4}}(?:{heads})(?:{cases})(?!{_MORE})"
    return {
        "rest": re.compile(rest),
        "unit": re.compile(unit),
        "blank": re.compile(_BLANK),
        "run": re.compile(run),
        "either": re.compile(f"{quoted}|{run}"),
        "opening": re.compile(f'[«“„"{capital[1:]}'),
        "word": re.compile(f"{_MORE}+"),
    }


def find_candidates(text: str, named: Sequence[Span]) -> list[Candidate]:
    """Find capitalised sequences outside the spans of names.

    Parameters
    ----------
    text : str
        Any text.
    named : sequence of (start, end)
        What names explain, sorted, without overlap.

    Returns
    -------
    list of Candidate
        Each form once, in the order of first places.

    Examples
    --------
    >>> find_candidates("Бұл – Дала Кеңесі. Бұл Дала Кеңесі ме?", [])
    [Candidate(text='Дала Кеңесі', times=2, start=6, end=17)]
    """
    free = _freedom(named)
    small: set[str] | None = None
    places: dict[str, list[Span]] = {}
    doubtful: dict[str, list[Span]] = {}
    for units, titled in _runs(text, free):
        (start, first_end), end = units[0], units[-1][1]
        first = text[start:first_end]
        doubt = common = False
        if not titled and _heads_a_sentence(text, start) and not _is_acronym(first):
            if small is None:
                small = _small_words(text)
            common = first.lower() in _OPENERS or first.lower() in small
            if len(units) > 1 and common:
                start = units[1][0]
            doubt = len(units) == 1
        rest = None if titled or (doubt and common) else _patterns()["rest"].match(text, end)
        if rest and free(rest.span()):
            end, doubt = rest.end(), False
        if end - start > LONGEST or _NO_NAME.fullmatch(text, start, end):
            continue
        kept = doubtful if doubt else places
        kept.setdefault(_tidy(text[start:end]), []).append((start, end))
    for form, spans in doubtful.items():
        if form in places:
            places[form] = sorted([*places[form], *spans])
    found = [Candidate(form, len(spans), *spans[0]) for form, spans in places.items()]
    return sorted(found, key=lambda one: (one.start, one.end))


def _freedom(named: Sequence[Span]) -> Callable[[Span], bool]:
    """Make what tells whether no name lies in a span."""
    starts = [start for start, _ in named]

    def free(span: Span) -> bool:
        before = bisect_right(starts, span[1] - 1)
        return not before or named[before - 1][1] <= span[0]

    return free


def _runs(text: str, free: Callable[[Span], bool]) -> Iterator[tuple[list[Span], bool]]:
    """Give sequences of words; and as one word, marked, a title between quotation marks."""
    patterns = _patterns()
    until = 0
    for opening in patterns["opening"].finditer(text):
        if opening.start() < until or not (
            found := patterns["either"].match(text, opening.start())
        ):
            continue
        until = found.end()
        title = found.span("title")
        if found["title"] and _is_title(found["title"]) and free(title):
            yield [title], True
            continue
        runs = [found.span()]
        if found["title"]:
            runs = [run.span() for run in patterns["run"].finditer(text, *found.span())]
        for run in runs:
            units: list[Span] = []
            for unit in _units(text, run):
                if free(unit):
                    units.append(unit)
                elif units:
                    yield units, False
                    units = []
            if units:
                yield units, False


def _units(text: str, run: Span) -> list[Span]:
    patterns = _patterns()
    if not patterns["blank"].search(text, *run):
        return [run]
    return [unit.span() for unit in patterns["unit"].finditer(text, *run)]


def _is_title(words: str) -> bool:
    """Whether words between quotation marks may be a name: few, and no end of a sentence."""
    return len(words.split()) <= WORDS - 2 and not words.rstrip().endswith(tuple(".!?…,;:"))


def _heads_a_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _REACH) : start]
    found = _HEAD.search(before)
    return bool(found and (found.start() or found.group()[:1].strip() or start <= _REACH))


def _is_acronym(word: str) -> bool:
    stem = re.split(r"[-\u2010\u2011'’]", word)[0]
    return len(stem) > 1 and stem.isupper()


def _small_words(text: str) -> set[str]:
    words = set(_patterns()["word"].findall(text))
    return {word for word in words if word[0].islower() and word[0].isalnum()}


def _tidy(form: str) -> str:
    visible = "".join(letter for letter in form if unicodedata.category(letter) != "Cf")
    return unicodedata.normalize("NFC", " ".join(visible.split()))


def group_forms(forms: Iterable[str]) -> dict[str, str]:
    """Lead each form to the shortest of which it is an inflected one, or to itself.

    An acronym's ending is known by its hyphen, whether or not the acronym stands there bare.

    >>> group_forms(["Қараталдың", "Қаратал", "Қаратал-Көксу"])["Қараталдың"]
    'Қаратал'
    """
    endings, tied = tails(NOUN), tails(POSSESSED)
    longest = max(map(len, endings))
    stems: dict[str, str] = {}
    leads: dict[str, str] = {}
    for form in sorted(forms, key=lambda form: (len(fold(form)), form)):
        folded = fold(form)
        lead = form
        bare, hyphen, ending = form.rpartition("-")
        if hyphen and bare.isupper() and ending in endings:  # АЭС-тердің
            lead = bare
        for length in range(max(3, len(folded) - longest - 1), len(folded) + 1):
            stem = folded[:length]
            known = tied if " " in stem and stem.endswith(("ы", "і")) else endings
            if stem in stems and folded[length:].removeprefix("-") in known:
                lead = stems[stem]
                break
        stems.setdefault(folded, lead)
        leads[form] = lead
    return leads
