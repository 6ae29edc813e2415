"""The sheets, one for each lesson from 01 on: `sheet_03/` has those of lesson 03, a file each."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import cast

from kopjaqty.errors import UnknownName, shown
from kopjaqty.language import _
from kopjaqty_course.exercises.questions import Sheet

__all__ = ["find_sheet", "sheet_numbers"]


def sheet_numbers() -> list[str]:
    """Number the sheets that there are: "01", "02" and so on."""
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    return sorted(name.removeprefix("sheet_") for name in names if name.startswith("sheet_"))


def find_sheet(number: str | int) -> Sheet:
    """Give the sheet of a lesson.

    Raises
    ------
    UnknownName
        There is none of this number.
    """
    wanted, known = str(shown(number)).strip().zfill(2), sheet_numbers()
    if wanted not in known:
        raise UnknownName.among(_("There is no such exercise sheet."), str(shown(number)), known)
    return cast("Sheet", import_module(f"{__name__}.sheet_{wanted}").SHEET)
