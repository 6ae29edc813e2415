"""Set up the project's own Python environment in .venv, once.

    python tools/setup_env.py [lab|test|lowest|browser]

``lab`` (the default) is what the lessons need, ``test`` adds what the tests need.
``lowest`` and ``browser`` are for trying the project with other versions of its packages,
in .venv-lowest and .venv-browser. Where an environment is up to date this takes a moment
and says nothing. A set-up that was interrupted starts anew; what was downloaded by then is
not downloaded again.

Standard library only, since it runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "lab": "requirements.lock",
    "test": "requirements-test.lock",
    "lowest": "requirements-lowest.lock",
    "browser": "requirements-browser.lock",
}
# The locks of these are for one Python on one system, and they get a folder of their own.
APART = {"lowest": ".venv-lowest", "browser": ".venv-browser"}
LOCKED_FOR = "Python 3.11 on Linux x86_64"
# Measured on Linux with Python 3.11, bytecode included, rounded up.
NEEDED_MB = {"lab": 600, "test": 950, "lowest": 500, "browser": 450}
PIP = ("-I", "-m", "pip", "--disable-pip-version-check", "--no-input")


class Cause(NamedTuple):
    """Words by which a failure is known, and what it means to a person."""

    words: str
    meaning: str


# What pip, venv and the system say, and what a person can do about it. The first
# that matches is the one that is told: after a lost connection pip also says that it
# found "no matching distribution".
CAUSES = [
    Cause(
        r"No space left|Errno 28\b|ENOSPC|WinError 112\b|quota exceeded|Errno 122\b",
        "the disk is full. Make room (about {needed} MB), then run the same command again",
    ),
    Cause(
        r"DO NOT MATCH THE HASHES",
        "a downloaded package is not the one that {lock} names, so nothing was installed. "
        "Run the same command again; if it stays so, the network changes downloads",
    ),
    Cause(
        r"CERTIFICATE_VERIFY_FAILED",
        "the network's certificate is not trusted (a proxy of your institution?). "
        "Ask for its certificate file and set PIP_CERT to it",
    ),
    Cause(
        r"NewConnectionError|Failed to establish a new connection|getaddrinfo failed|"
        r"name resolution|ConnectTimeout|ReadTimeout|ProxyError|Connection ?Reset|"
        r"Connection refused|RemoteDisconnected|IncompleteRead|Network is unreachable",
        "no network: the package index cannot be reached. "
        "Connect (the first set-up needs it, later ones do not), then run the same command again",
    ),
    Cause(
        r"ensurepip is not available|No module named '?(ensurepip|venv)\b",
        "this Python lacks the module venv. On Debian and Ubuntu: "
        "sudo apt install python{python}-venv; then run the same command again",
    ),
    Cause(
        r"No matching distribution found for (?P<what>[^\s;]+)",
        "{what} has no ready-made package for Python {python} on this system. "
        "Use Python 3.11 to 3.14 on 64-bit Linux, macOS or Windows",
    ),
    Cause(
        r"Windows Long Path",
        "the folder's path is too long for Windows. Move the project to a short one (C:\\kopjaqty)",
    ),
    Cause(
        r"Read-only file system|Errno 30\b|Permission denied|Errno 13\b|WinError (5|32)\b",
        "cannot write in {folder}. Is it read-only, or is JupyterLab still running from it?",
    ),
]


class SetupError(Exception):
    """Something that the person at the keyboard can put right; its text says how."""


def place_of(folder: Path, level: str) -> Path:
    """Tell in which folder of the project the environment for a level is."""
    return folder / APART.get(level, ".venv")


def explain(text: str, *, level: str = "lab", folder: Path = ROOT) -> str | None:
    """Say in one sentence what went wrong, or None if the words are not known."""
    for words, meaning in CAUSES:
        if match := re.search(words, text, re.IGNORECASE):
            return meaning.format(
                needed=NEEDED_MB[level],
                lock=LOCKS[level],
                folder=folder,
                python="{}.{}".format(*sys.version_info),
                what=match.groupdict().get("what"),
            )
    return None


def run(
    command: list[str], *, level: str, folder: Path, watch: Callable[[str], None] | None = None
) -> None:
    """Run a command; if it fails, raise SetupError with the cause."""
    # The C locale, so that messages come in the words that CAUSES knows.
    environment = os.environ | {"LC_ALL": "C", "LANGUAGE": "C", "PIP_USER": "0"}
    lines = []
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line)
            if watch:
                watch(line)
    if process.returncode:
        text = "".join(lines)
        raise SetupError(
            explain(text, level=level, folder=folder) or unknown(text, place_of(folder, level))
        )


def unknown(text: str, environment: Path) -> str:
    """Keep the report of a failure that `explain` does not know; name its last error."""
    errors = [line.strip() for line in text.splitlines() if line.lower().startswith("error")]
    report = environment / "setup.log"
    with suppress(OSError):
        report.write_text(text, encoding="utf-8")
    return f"the set-up failed: {errors[-1] if errors else 'no reason given'}. Report: {report}"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the set-up of this folder; wait if another one is running."""
    with (folder / ".venv.lock").open("w") as file:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print("Another set-up is running here; waiting for it ...", flush=True)
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def fingerprint(folder: Path, *names: str) -> str:
    """Tell this environment from any other: files, place, Python."""
    digest = hashlib.sha256(f"{folder}\0{sys.version_info[:2]}".encode())
    for name in names:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def counter(total: int) -> Callable[[str], None]:
    """Show on a terminal, in one line, how far pip has come."""
    seen = 0

    def watch(line: str) -> None:
        nonlocal seen
        if line.startswith("Collecting ") and sys.stdout.isatty():
            seen += 1
            clear_line()
            print(f"  {seen} of about {total}: {line.split()[1]}", end="", flush=True)
        elif line.startswith("Installing collected") and sys.stdout.isatty():
            clear_line()
            print("  unpacking ...", end="", flush=True)

    return watch


def clear_line() -> None:
    """Empty the terminal's line, if there is a terminal."""
    if sys.stdout.isatty():
        print("\r\033[K", end="", flush=True)


def make_environment(folder: Path, level: str, python: str) -> None:
    """Make the environment anew, with nothing in it but pip."""
    free = shutil.disk_usage(folder).free // 1_000_000
    old = place_of(folder, level)
    if free < NEEDED_MB[level] and not old.exists():
        cause = explain("No space left", level=level, folder=folder)
        raise SetupError(f"{cause}; {folder} has {free} MB free")
    try:
        import ensurepip  # noqa: F401 (Debian leaves it out of python3; venv fails late without)
        import venv  # noqa: F401
    except ImportError:
        raise SetupError(explain("ensurepip is not available") or "no venv") from None
    # pip is put in by a step of its own: when it fails within venv, venv keeps the reason.
    options = ["--clear", "--without-pip", "--prompt", "kopjaqty"]
    run([sys.executable, "-I", "-m", "venv", *options, str(old)], level=level, folder=folder)
    run([python, "-I", "-m", "ensurepip", "--default-pip"], level=level, folder=folder)


def install_packages(folder: Path, level: str, python: str) -> None:
    """Install what the lock names, each file checked against its hash."""
    lock = folder / LOCKS[level]
    total = len(re.findall(r"(?m)^\S+==", lock.read_text(encoding="utf-8")))
    # --no-deps: the lock is complete but for one package, left out with a reason that
    # stands in pyproject.toml. --no-compile: done after, on all processors at once.
    options = ["--no-deps", "--no-compile", "--only-binary", ":all:", "--progress-bar", "off"]
    run(
        [python, *PIP, "install", *options, "--require-hashes", "-r", str(lock)],
        level=level,
        folder=folder,
        watch=counter(total),
    )
    clear_line()
    base = str(place_of(folder, level))
    packages = sysconfig.get_path("purelib", "venv", vars={"base": base, "platbase": base})
    # Some packages carry files for other Pythons, which do not compile: not an error.
    compiling = [python, "-I", "-m", "compileall", "-qq", "-j", "0", packages]
    subprocess.run(compiling, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def this_machine() -> str:
    """Name the Python that runs this, and its system."""
    python = "{}.{}".format(*sys.version_info[:2])
    return f"Python {python} on {platform.system()} {platform.machine()}"


def check_machine(level: str) -> None:
    """Raise SetupError where a lock that is for one Python on one system cannot be used."""
    if level in APART and this_machine() != LOCKED_FOR:
        raise SetupError(
            f"{LOCKS[level]} is for {LOCKED_FOR} alone, but this is {this_machine()}. "
            f"There, name one: PYTHON=/path/to/python3.11 sh tools/setup.sh {level}"
        )


def set_up(folder: Path, level: str) -> None:
    """Bring an environment to what its lock and pyproject.toml say, doing only what is missing."""
    environment = place_of(folder, level)
    stamp = environment / "kopjaqty-setup.json"
    scripts = environment / ("Scripts" if sys.platform == "win32" else "bin")
    python = str(scripts / ("python.exe" if sys.platform == "win32" else "python"))
    here = [name for name in LOCKS if place_of(folder, name) == environment]
    wanted = {name: fingerprint(folder, LOCKS[name]) for name in here}
    project = fingerprint(folder, "pyproject.toml")
    done: dict[str, str] = {}
    with suppress(OSError, ValueError):
        done = json.loads(stamp.read_text(encoding="utf-8"))
    current = {name for name in here if done.get(name) == wanted[name]}
    if not Path(python).exists():
        current = set()
    # What the tests need includes what the lessons need.
    ready = level in current or "test" in current
    if ready and done.get("project") == project:
        return

    start = time.monotonic()
    stamp.unlink(missing_ok=True)
    if not ready:
        name = environment.name
        print(f"Setting up {name} for `{level}`: once, minutes on a slow network ...", flush=True)
        if not current:
            make_environment(folder, level, python)
        install_packages(folder, level, python)
        current = {"lab", "test"} if level == "test" else {level}
    options = ["--quiet", "--no-deps", "--no-build-isolation"]
    run([python, *PIP, "install", *options, "-e", "."], level=level, folder=folder)
    record = {name: wanted[name] for name in sorted(current)} | {"project": project}
    stamp.write_text(json.dumps(record, indent=1), encoding="utf-8")
    print(f"Ready in {time.monotonic() - start:.0f} s.", flush=True)


def main(arguments: list[str], folder: Path = ROOT) -> int:
    """Set up, or say in one line why not."""
    level = arguments[0] if arguments else "lab"
    if level not in LOCKS:
        print(f"kopjaqty: '{level}' is not one of {', '.join(LOCKS)}", file=sys.stderr)
        return 2
    try:
        if sys.version_info < (3, 11):  # noqa: UP036 (on Windows nobody has looked before)
            version = "{}.{}".format(*sys.version_info)
            raise SetupError(
                f"Python 3.11 or newer is needed, but this is {version}. Install Python 3.13 "
                "from python.org and run the same command with that one"
            )
        check_machine(level)
        with alone(folder):
            set_up(folder, level)
    except SetupError as error:
        problem = str(error)
    except OSError as error:
        problem = explain(str(error), level=level, folder=folder) or str(error)
    except KeyboardInterrupt:
        problem = "stopped. Run the same command again to start the set-up anew"
    else:
        return 0
    clear_line()
    print(f"kopjaqty: {problem}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
