"""Guided exercises: a sheet a lesson, with help that speaks of the student's own answer.

    from kopjaqty_course.exercises import exercise

    ex = exercise("03")           the sheet of lesson 03; student="…" gives variants of your own
    ex.check(1, answer_1)         right, or what is not yet, and why
    ex.hint(1)                    a hint; again for the next one, three in all
    ex.solution(1)                code that answers the question
    ex.given(1)                   your own variant
    ex.form(1)                    the question as a form

How it is built: a question (`questions`) has a sort of answer (`answers`); `checking` holds a
student's value against what the question's own functions make of the data, and, if it is a
program, tries it on several inputs (`probes`); `outcomes` say it. The sheets are in `sheets`.
"""

from kopjaqty_course.exercises.session import Exercise as Exercise
from kopjaqty_course.exercises.session import exercise as exercise
