"""A number: Cohen's kappa of a word and a topic, computed from shares."""

from itertools import pairwise

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Number
from kopjaqty_course.exercises.questions import Question, Wrong

WORDS = {
    "nuclear": "disarmament",
    "Security Council": "un_reform",
    "SDG": "development",
    "sustainable": "development",
    "ater": "water",
    "limate": "environment",
    "igital": "technology",
    "intelligence": "technology",
    "Afghan": "afghanistan",
    "terror": "terrorism",
    "rights": "human_rights",
    "war": "war_and_peace",
    "peace": "war_and_peace",
    "region": "regional_cooperation",
    "Central Asia": "regional_cooperation",
    "UN": "multilateralism",
}


def reference(positions, topic, word):
    record = positions["topic"] == topic
    program = positions["claim_en"].str.contains(word)
    equal = (record == program).mean()
    both_yes = record.mean() * program.mean()
    both_no = (1 - record.mean()) * (1 - program.mean())
    chance = both_yes + both_no
    return round((equal - chance) / (1 - chance), 2)


def from_four_counts(positions, topic, word):
    record = positions["topic"] == topic
    program = positions["claim_en"].str.contains(word)
    n, both = len(positions), (record & program).sum()
    only_record, only_program = record.sum() - both, program.sum() - both
    neither = n - both - only_record - only_program
    equal = (both + neither) / n
    yes = (both + only_record) / n * (both + only_program) / n
    no = (neither + only_program) / n * (neither + only_record) / n
    return (equal - yes - no) / (1 - yes - no)


def share_of_equal_codes(positions, topic, word):
    record = positions["topic"] == topic
    equal = (record == positions["claim_en"].str.contains(word)).mean()
    return round(equal, 2)


def not_divided(positions, topic, word):
    record = positions["topic"] == topic
    program = positions["claim_en"].str.contains(word)
    both_no = (1 - record.mean()) * (1 - program.mean())
    chance = record.mean() * program.mean() + both_no
    return round((record == program).mean() - chance, 2)


def a_coin(positions, topic, word):
    record = positions["topic"] == topic
    equal = (record == positions["claim_en"].str.contains(word)).mean()
    return round((equal - 0.5) / (1 - 0.5), 2)


def only_where_both_say_yes(positions, topic, word):
    record = positions["topic"] == topic
    program = positions["claim_en"].str.contains(word)
    both_no = (1 - record.mean()) * (1 - program.mean())
    chance = record.mean() * program.mean() + both_no
    return round(((record & program).mean() - chance) / (1 - chance), 2)


def chance_alone(positions, topic, word):
    record = positions["topic"] == topic
    program = positions["claim_en"].str.contains(word)
    both_no = (1 - record.mean()) * (1 - program.mean())
    return round(record.mean() * program.mean() + both_no, 2)


def share_of_the_record_found(positions, topic, word):
    record = positions["topic"] == topic
    program = positions["claim_en"].str.contains(word)
    return round((record & program).sum() / record.sum(), 2)


def correlation(positions, topic, word):
    record = (positions["topic"] == topic).astype(int)
    program = positions["claim_en"].str.contains(word).astype(int)
    return round(record.corr(program), 2)


def cases(positions):
    """Words of the lesson that fit their topic more than by chance, and far from fully.

    Where both coders say yes equally often, the correlation is nearly κ: such words are left out,
    and so are those with which two of the slips give one number.
    """
    found = []
    for word, topic in WORDS.items():
        kappa = reference(positions, topic, word)
        equal = share_of_equal_codes(positions, topic, word)
        other = abs(correlation(positions, topic, word) - kappa)
        slips = [equal, correlation(positions, topic, word), not_divided(positions, topic, word)]
        slips += [a_coin(positions, topic, word), chance_alone(positions, topic, word)]
        slips += [only_where_both_say_yes(positions, topic, word)]
        slips = sorted([*slips, share_of_the_record_found(positions, topic, word)])
        apart = min(after - before for before, after in pairwise(slips)) > 0.011
        if 0.2 < kappa < 0.9 and equal - kappa > 0.03 and other > 0.015 and apart:
            found.append({"topic": topic, "word": word})
    return found


QUESTION = Question(
    title=N_("κ by hand"),
    task=N_(
        "Two coders, and one question to each position: is it about the **topic** that "
        "`ex.given(3)` names? The first coder is the record. The second says yes if the **word** "
        "of `ex.given(3)` stands in `claim_en`, just as it is written (some words lack their first "
        "letter, as in the lesson). Compute Cohen's κ of the two, to two decimals."
    ),
    kind="compute",
    minutes=8,
    points=3,
    taught=N_("Would you code it as the record does?"),
    answer=Number(tolerance=0.0051),
    reference=reference,
    right=(from_four_counts,),
    wrong=(
        Wrong(
            "share of equal codes",
            share_of_equal_codes,
            N_(
                "{answer} is the share of equal codes. Most positions are not about {topic} and do "
                "not have the word either: how much of this would blind coders reach?"
            ),
        ),
        Wrong(
            "not divided",
            not_divided,
            N_(
                "{answer} is what the two agree on beyond chance. κ asks which *part* that is of "
                "all that could be agreed on beyond chance."
            ),
        ),
        Wrong(
            "chance taken for a coin",
            a_coin,
            N_(
                "For {answer} you took chance for a half, as if each coder threw a coin. They say "
                "yes to {topic} far more rarely: use the shares with which they really did."
            ),
        ),
        Wrong(
            "agreement on no forgotten",
            only_where_both_say_yes,
            N_(
                "{answer} takes for equal only where both say yes. Where both say no they agree "
                "as well."
            ),
        ),
        Wrong(
            "chance alone",
            chance_alone,
            N_(
                "{answer} is what blind coders would agree on. That is one of the two parts of κ: "
                "what did these two agree on, and how far is that beyond chance?"
            ),
        ),
        Wrong(
            "found by the word",
            share_of_the_record_found,
            N_(
                "{answer} is the part of what the record calls {topic} that has the word. "
                "Two coders are to be compared on **all** positions, chance taken off."
            ),
        ),
        Wrong(
            "correlation taken for kappa",
            correlation,
            N_(
                "{answer} is the correlation of the two columns. It is a relative of κ, and not "
                "the same where one coder says yes more often than the other."
            ),
        ),
    ),
    hints=(
        N_("Make two columns of true and false, one for each coder."),
        N_(
            "`.mean()` of such a column is how often that coder says yes. By chance both say yes "
            "with the product of the two shares, and both say no with the product of the rests."
        ),
        N_("Add the two products: that is chance. Then (observed − chance) / (1 − chance)."),
    ),
    meaning=N_(
        "κ of `{word}` and {topic}: {answer}. A single word is a coder, too, and a fast one. Where "
        "it differs from the record, read the claims before you blame either of them."
    ),
    cases=cases,
)
