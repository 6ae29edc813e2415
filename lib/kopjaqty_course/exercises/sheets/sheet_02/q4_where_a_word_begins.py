"""Blanks: a finder of names that asks where a word begins."""

from kopjaqty.language import N_
from kopjaqty_course.exercises.answers import Faded
from kopjaqty_course.exercises.questions import Question, Wrong


def reference():
    return {
        1: 'f" {name}"',
        2: 'f" {sentence}"',
        3: "name in other",
    }


def added_up():
    return {1: '" " + name', 2: '" " + sentence', 3: "len(other) > len(name) and name in other"}


def as_in_the_lesson():
    return {1: "name", 2: "sentence", 3: "name in other"}


def whole_words():
    return {1: 'f" {name} "', 2: 'f" {sentence} "', 3: "name in other"}


def one_word_names():
    return {1: "name", 2: "sentence.split()", 3: "name in other"}


def shortest_wins():
    return {1: 'f" {name}"', 2: 'f" {sentence}"', 3: "other in name"}


def first_word_lost():
    return {1: 'f" {name}"', 2: "sentence", 3: "name in other"}


def nothing_dropped():
    return {1: 'f" {name}"', 2: 'f" {sentence}"', 3: "name == other"}


def the_longest_of_all():
    return {1: 'f" {name}"', 2: 'f" {sentence}"', 3: "len(other) > len(name)"}


def cases():
    """Sentences of ours: a name begins each, one hides in a word, one is part of a longer one."""
    sentences = [
        "БҰҰ Бас Ассамблеясында СЕКРЕТАРИАТ баяндамасы тыңдалды",
        "Қауіпсіздік Кеңесінің отырысын UNDOF сарбаздары ЭКРАНДА көрді",
        "Адам құқықтары жөніндегі кеңесте UNAMA өкілі ДЕМОКРАТИЯ туралы айтты",
        "АӨСШК мүшелері Астанада ПИРАМИДА сарайында UNRCCA басшысымен кездесті",
        "Терроризмге қарсы Комитетте UNOCI тобының ЭКРАНДАҒЫ баяндамасы аталды",
    ]
    return [{"sentence": sentence} for sentence in sentences]


QUESTION = Question(
    title=N_("Where does a word begin?"),
    task=N_(
        "The finder of names in the lesson saw the Conference on Disarmament in a decree. "
        "**Modify** it: a name shall count only where a **word begins**; endings behind it are "
        "still allowed, and the longest name still wins. In our sentences, all invented, a space "
        "stands between any two words. Fill in the blanks, each with a piece of Python in quotes. "
        "It is tried on the sentence that `ex.given(4)` names, and on others. A small help: what "
        "is true of every word but the first, and how could it be made true of the first?"
    ),
    kind="modify",
    minutes=8,
    points=3,
    taught=N_("Can a program recognise names?"),
    answer=Faded(
        template="""
def names_in(names, sentence):
    known = names.drop_duplicates("name")["name"]
    found = [name for name in known if __1__ in __2__]
    return [
        name
        for name in found
        if not any(name != other and __3__ for other in found)
    ]
""",
    ),
    reference=reference,
    right=(added_up,),
    wrong=(
        Wrong(
            "inside a word too",
            as_in_the_lesson,
            N_(
                "It finds {answer}. This is still the finder of the lesson: one of these names "
                "only hides in the middle of a word. What stands before a name where a word "
                "begins?"
            ),
        ),
        Wrong(
            "endings forbidden",
            whole_words,
            N_(
                "It finds {answer}. You ask for a space **behind** the name too. But Kazakh adds "
                "its endings there, and a name with an ending is lost. Ask for it in front only."
            ),
        ),
        Wrong(
            "names of one word only",
            one_word_names,
            N_(
                "It finds {answer}. `split` cuts the sentence into single words: a name of several "
                "words, or one with an ending, is never equal to one of them. Look for the name "
                "in the whole sentence."
            ),
        ),
        Wrong(
            "the shortest name wins",
            shortest_wins,
            N_(
                "It finds {answer}. Here the short names have won over the long ones in which they "
                "stand. Which of the two, `name` or `other`, is to be dropped, and when?"
            ),
        ),
        Wrong(
            "the first word lost",
            first_word_lost,
            N_(
                "It finds {answer}. A name at the very beginning of the sentence is lost: no space "
                "stands before it. Who could put one there?"
            ),
        ),
        Wrong(
            "no shorter name dropped",
            nothing_dropped,
            N_(
                "It finds {answer}. Where words begin is right; but of a long name its shorter "
                "ones are found as well. When is `name` a part of `other`?"
            ),
        ),
        Wrong(
            "only the longest of all names kept",
            the_longest_of_all,
            N_(
                "It finds {answer}. A name is dropped here whenever a longer one stands anywhere "
                "in the sentence, even one of something else. It should go only if it is a part "
                "of the other."
            ),
        ),
    ),
    hints=(
        N_("Compare with the lesson's lines for `found` and for `longest`."),
        N_(
            "A word begins after a space. So look for the name **with a space before it**. And so "
            "that this holds for the first word, put a space before the sentence as well."
        ),
        N_(
            "An f-string can do both: a text that begins with a space, and then the value in "
            "curly brackets. For the third blank: a name is dropped if it is `in` another."
        ),
    ),
    meaning=N_(
        "It finds {answer}, and no institution hides in a word any more. Still, a name that only "
        "**begins** a longer word would deceive it; and whatever it finds is a mention: who did "
        "what is not yet said."
    ),
    cases=cases,
    probes=lambda: [
        (N_("a sentence in which a name only hides"), {"sentence": "Бүгін ДЕКРЕТ жарияланды"}),
        (
            N_("a sentence that begins with a short name"),
            {"sentence": "КР отырысы Женевада өтті"},
        ),
        (
            N_("a sentence with names that bear no ending"),
            {"sentence": "Бас хатшы Женева қаласында"},
        ),
        (N_("an empty sentence"), {"sentence": ""}),
    ],
)
