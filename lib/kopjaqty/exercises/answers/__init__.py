"""Sorts of answers: values, tables, graphs, figures, choices, programs, texts."""

from kopjaqty.exercises.answers.base import Answer as Answer
from kopjaqty.exercises.answers.chosen import Choice as Choice
from kopjaqty.exercises.answers.chosen import Match as Match
from kopjaqty.exercises.answers.chosen import Order as Order
from kopjaqty.exercises.answers.code import Faded as Faded
from kopjaqty.exercises.answers.code import Function as Function
from kopjaqty.exercises.answers.code import Parsons as Parsons
from kopjaqty.exercises.answers.code import Program as Program
from kopjaqty.exercises.answers.figures import FigureOf as FigureOf
from kopjaqty.exercises.answers.graphs import GraphOf as GraphOf
from kopjaqty.exercises.answers.plain import Unreadable as Unreadable
from kopjaqty.exercises.answers.tables import TableOf as TableOf
from kopjaqty.exercises.answers.values import Listed as Listed
from kopjaqty.exercises.answers.values import Names as Names
from kopjaqty.exercises.answers.values import Number as Number
from kopjaqty.exercises.answers.values import Pairs as Pairs
from kopjaqty.exercises.answers.values import Text as Text
from kopjaqty.exercises.answers.values import TrueFalse as TrueFalse
from kopjaqty.exercises.answers.written import Written as Written
