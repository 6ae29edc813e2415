"""Where the project's files lie, for the tests."""

from pathlib import Path

TESTS = Path(__file__).resolve().parent
PROJECT = TESTS.parent
READINGS = TESTS / "readings"
REFERENCES = TESTS / "references"
