"""Sorts of answers: values, tables, graphs, figures, choices, programs, texts."""

from kopjaqty_course.exercises.answers.base import Answer as Answer
from kopjaqty_course.exercises.answers.chosen import Choice as Choice
from kopjaqty_course.exercises.answers.chosen import Matching as Matching
from kopjaqty_course.exercises.answers.chosen import Order as Order
from kopjaqty_course.exercises.answers.code import Faded as Faded
from kopjaqty_course.exercises.answers.code import Function as Function
from kopjaqty_course.exercises.answers.code import Parsons as Parsons
from kopjaqty_course.exercises.answers.code import Program as Program
from kopjaqty_course.exercises.answers.figure_of import FigureOf as FigureOf
from kopjaqty_course.exercises.answers.graph_of import GraphOf as GraphOf
from kopjaqty_course.exercises.answers.plain import Unreadable as Unreadable
from kopjaqty_course.exercises.answers.table_of import TableOf as TableOf
from kopjaqty_course.exercises.answers.values import Listed as Listed
from kopjaqty_course.exercises.answers.values import Names as Names
from kopjaqty_course.exercises.answers.values import Number as Number
from kopjaqty_course.exercises.answers.values import Pairs as Pairs
from kopjaqty_course.exercises.answers.values import Text as Text
from kopjaqty_course.exercises.answers.values import TrueFalse as TrueFalse
from kopjaqty_course.exercises.answers.written import Written as Written
