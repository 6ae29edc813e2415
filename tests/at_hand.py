"""Programs of the machine that some tests need: how each is found, tried, and brought.

A test says ``need("browser")`` and gets the program. Where none is there that starts, the
test is skipped, with a reason that names what is missing; with ``CI=true``, where nothing may
be missing, it fails (tests/conftest.py). `how_to_get` gives the one command that brings all
that was missed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

SECONDS = 60
"""For a program that is tried: much more than it takes, so that a busy machine has it too."""


@dataclass(frozen=True)
class Program:
    """A program of the machine, the places where it may be, and who brings it."""

    title: str
    names: tuple[str, ...]
    trial: Callable[[str], bool]
    """Whether the program at this place does what it is for."""
    packages: Mapping[str, str]
    """By package manager: the packages to ask for."""
    variable: str | None = None
    """An environment variable by which its user may name it."""
    elsewhere: Callable[[], Iterator[str]] = field(default=lambda: iter(()))
    """Places that are not on the PATH."""

    @property
    def missing(self) -> str:
        """The reason of a skipped test."""
        return f"{self.title} is not on this machine, or does not start"

    def candidates(self) -> Iterator[str]:
        """Each place where it may be, the likeliest first; one that its user names is the only."""
        if self.variable and (named := os.environ.get(self.variable)):
            yield named
            return
        yield from filter(None, map(shutil.which, self.names))
        yield from (place for place in self.elsewhere() if Path(place).is_file())


def runs(*command: str, printed: str = "") -> bool:
    """Whether a command ends well, having printed these words."""
    try:
        done = subprocess.run(
            command, capture_output=True, stdin=subprocess.DEVNULL, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and printed.encode() in done.stdout


def tells_its_version(program: str) -> bool:
    """Whether it starts at all."""
    return runs(program, "--version")


def shows_a_page(program: str) -> bool:
    """Whether a browser shows an empty page without a window."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        switches = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        switches += ["--disable-background-networking", "--no-first-run"]
        return runs(program, *switches, "--dump-dom", "about:blank", printed="<html>")


def lets_nothing_out(program: str) -> bool:
    """Whether this machine lets its user make a sandbox (a container often does not)."""
    walls = ["--unshare-all", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"]
    return runs(program, *walls, "true")


def browsers_off_the_path() -> Iterator[str]:
    """Where Windows and macOS keep browsers, and the one that Playwright has downloaded."""
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder := os.environ.get(variable):
            yield str(Path(folder, "Google/Chrome/Application/chrome.exe"))
            yield str(Path(folder, "Chromium/Application/chrome.exe"))
            yield str(Path(folder, "Microsoft/Edge/Application/msedge.exe"))
    for folder in ("/Applications", str(Path.home() / "Applications")):
        for name in ("Google Chrome", "Chromium", "Microsoft Edge"):
            yield f"{folder}/{name}.app/Contents/MacOS/{name}"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def office_off_the_path() -> Iterator[str]:
    """Where Windows and macOS keep LibreOffice."""
    if folder := os.environ.get("PROGRAMFILES"):
        yield str(Path(folder, "LibreOffice/program/soffice.com"))
    yield "/Applications/LibreOffice.app/Contents/MacOS/soffice"


PROGRAMS = {
    "browser": Program(
        "a browser (Chromium, Chrome or Edge)",
        (
            *("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"),
            *("microsoft-edge-stable", "microsoft-edge", "msedge"),
        ),
        shows_a_page,
        {
            "apt-get": "chromium",
            "dnf": "chromium",
            "brew": "google-chrome",
            "winget": "Google.Chrome",
        },
        variable="CHROMIUM",
        elsewhere=browsers_off_the_path,
    ),
    "gettext": Program(
        "gettext (msgfmt)",
        ("msgfmt",),
        tells_its_version,
        {"apt-get": "gettext", "dnf": "gettext", "brew": "gettext"},
    ),
    "bubblewrap": Program(
        "bubblewrap (bwrap), with leave to make a sandbox,",
        ("bwrap",),
        lets_nothing_out,
        {"apt-get": "bubblewrap", "dnf": "bubblewrap"},
    ),
    "libreoffice": Program(
        "LibreOffice (soffice)",
        ("soffice", "libreoffice"),
        tells_its_version,
        {
            "apt-get": "libreoffice-calc",
            "dnf": "libreoffice-calc",
            "brew": "libreoffice",
            "winget": "TheDocumentFoundation.LibreOffice",
        },
        elsewhere=office_off_the_path,
    ),
    "node": Program(
        "Node.js",
        ("node", "nodejs"),
        tells_its_version,
        {"apt-get": "nodejs npm", "dnf": "nodejs npm", "brew": "node", "winget": "OpenJS.NodeJS"},
    ),
    "bmake": Program(
        "the make of the BSDs (bmake)",
        ("bmake",),
        lambda program: runs(program, "-V", "MAKE_VERSION"),
        {"apt-get": "bmake", "dnf": "bmake", "brew": "bmake"},
    ),
    "npm": Program(
        "npm",
        ("npm",),
        tells_its_version,
        {"apt-get": "nodejs npm", "dnf": "nodejs npm", "brew": "node", "winget": "OpenJS.NodeJS"},
    ),
}


@cache
def find(name: str) -> str | None:
    """The first place at which a program is that starts; None where there is none."""
    program = PROGRAMS[name]
    return next(filter(program.trial, program.candidates()), None)


def need(name: str) -> str:
    """The program; without one, the test that asks for it is skipped."""
    place = find(name)
    if place is None:
        pytest.skip(PROGRAMS[name].missing)
    return place


def how_to_get(reasons: Iterable[str]) -> str | None:
    """The one command that brings the programs of which these reasons tell; None for none."""
    managers = {"win32": ["winget"], "darwin": ["brew"]}.get(sys.platform, ["apt-get", "dnf"])
    manager = next(filter(shutil.which, managers), managers[0])
    missed = [program for program in PROGRAMS.values() if program.missing in set(reasons)]
    wanted = [program.packages[manager] for program in missed if manager in program.packages]
    if not wanted:
        return None
    packages = " ".join(dict.fromkeys(wanted))
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    as_root = "" if manager in ("brew", "winget") or is_root else "sudo "
    return f"{as_root}{manager} install {packages}"
