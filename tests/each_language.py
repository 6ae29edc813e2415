"""The languages a picture is tried in: `make test` draws the English, `make test-all` each."""

import pytest

EACH_LANGUAGE = ["en", *(pytest.param(code, marks=pytest.mark.thorough) for code in ("kk", "ru"))]
