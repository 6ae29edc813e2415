"""The project tells nothing about the machines it is made on, and keeps no secret."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from places import PROJECT

# They speak of such paths, to recognise them.
ABOUT_PATHS = {"tests/notebooks/test_lint_notebooks.py", "lib/kopjaqty_course/making/lint.py"}

HERE = {str(PROJECT), str(Path.home()), tempfile.gettempdir()}
_FOLDERS = "|".join(re.escape(folder) for folder in sorted(HERE) if len(Path(folder).parts) > 1)
PATHS = {
    "a home folder": re.compile(r"(?<![\w.~])/(?:home|Users)/[a-z]|[A-Z]:\\Users\\\w|/root/\w"),
    "a folder of this machine": re.compile(rf"(?<![\w.~])(?:{_FOLDERS})[/\\]\w"),
}
SECRETS = {
    "a package registry": re.compile(
        r"--(?:extra-)?index-url[= ]|--trusted-host[= ]|\"resolved\": *\"http"
        r"|https?://[^\s\"'<>]+/simple\b|" + r"files\.python" + "hosted" + r"|registry\.npm" + "js"
    ),
    "a password in an address": re.compile(r"://[^\s/:@\"'{}]+:[^\s/@\"'{}]+@"),
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY"),
    "a token": re.compile(
        r"\b(?:gh[opsur]_\w{30,}|github_pat_\w{20,}|glpat-[\w-]{20,}|pypi-\w{40,}"
        r"|xox[abps]-[\w-]{20,}|AKIA[0-9A-Z]{16}|sk-[\w-]{24,}|hf_[A-Za-z]{30,})"
        r"|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}"
    ),
    "a password": re.compile(
        r"(?i)\b(?:password|passwd|secret|api_?key|token)[\"']?\s*[:=]\s*[\"'][\w+/=-]{12,}[\"']"
    ),
}


def finds(text: str, patterns: dict[str, re.Pattern[str]]) -> Iterator[tuple[str, str]]:
    """What a text holds of the patterns: their name, and the beginning of the find."""
    for name, pattern in patterns.items():
        for match in pattern.finditer(text):
            yield name, match[0][:60]


def test_no_file_tells_of_a_machine_or_holds_a_secret(project_files: list[Path]) -> None:
    """No path of a home or of this checkout, no registry's address, no token."""
    leaks = []
    for path in project_files:
        name = path.relative_to(PROJECT).as_posix()
        text = path.read_bytes().decode("utf-8", errors="replace")
        patterns = SECRETS if name in ABOUT_PATHS else SECRETS | PATHS
        leaks += [(name, *find) for find in finds(text, patterns)]
    assert leaks == []


# In pieces, so that this file does not hold what it looks for.
EXAMPLES = [
    ("a home folder", "/home" + "/aigerim/un.csv"),
    ("a home folder", "C:" + "\\Users\\aigerim"),
    ("a folder of this machine", f"{PROJECT}/data"),
    ("a folder of this machine", tempfile.gettempdir() + "/clone/data"),
    ("a package registry", "--index" + "-url https://example.org/"),
    ("a package registry", "https://example.org" + "/pypi/simple"),
    ("a password in an address", "https://me:" + "pass@example.org"),
    ("a private key", "-----BEGIN RSA " + "PRIVATE KEY-----"),
    ("a token", "ghp_" + "a1B2" * 9),
    ("a token", "eyJhbGciOiJIUzI1." + "eyJzdWIiOiIxMjM0"),
    ("a password", "token = " + "'0123456789abcdef'"),
]


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_what_is_looked_for_is_found(name: str, text: str) -> None:
    """Each pattern finds an example of what it is named for."""
    assert name in [pattern for pattern, _ in finds(text, SECRETS | PATHS)]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/home/about",
        "lib/kopjaqty/data",
        "--no-emit-" + "index-url",
        "https://pypi.org/project/kopjaqty",
        "token = secrets.token_hex()",
    ],
)
def test_what_is_harmless_is_left_alone(text: str) -> None:
    """What only looks similar is not reported."""
    assert list(finds(text, SECRETS | PATHS)) == []
