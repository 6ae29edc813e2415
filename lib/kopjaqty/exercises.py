"""The old place of `exercise`, for sheets of release 0.1.0: it stands in `kopjaqty_course` now.

The library imports nothing of the course but here; with the next release this file goes.
"""

from __future__ import annotations

import warnings

from kopjaqty_course.exercises import Exercise, exercise

__all__ = ["Exercise", "exercise"]

warnings.warn(
    "This sheet is of an earlier release: it says `from kopjaqty.exercises import exercise`. "
    "It works as before. From the next release on, write "
    "`from kopjaqty_course.exercises import exercise`.",
    FutureWarning,
    stacklevel=2,
)
