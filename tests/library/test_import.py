"""The front page: what `import kopjaqty` costs, and what it offers."""

import re
import subprocess
import sys
import tomllib

import pytest

import kopjaqty
from places import PROJECT

HEAVY = {"pandas", "numpy", "matplotlib", "networkx", "edtf", "ipywidgets", "IPython", "click"}


def modules_after(code: str) -> set[str]:
    """Run code in a fresh Python; give the names of the modules that are then loaded."""
    code += "\nimport sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_import_loads_nothing() -> None:
    """`import kopjaqty` loads no heavy package, and none of kopjaqty's own modules."""
    loaded = modules_after("import kopjaqty; dir(kopjaqty)")
    assert not loaded & HEAVY
    assert {name for name in loaded if name.startswith("kopjaqty")} == {"kopjaqty"}


def test_plain_dates_need_no_package() -> None:
    """Plain dates, ranges and their comparison load neither pandas nor python-edtf."""
    code = "import kopjaqty as kq; assert kq.before('[..2024]', '2026-02-27/..')"
    assert not modules_after(code) & HEAVY


@pytest.mark.parametrize("name", kopjaqty.__all__)
def test_public_names_resolve(name: str) -> None:
    """Every public name is there, callable, documented, and at home in one of our modules."""
    value = getattr(kopjaqty, name)
    assert callable(value)
    assert value.__doc__
    assert value.__module__.startswith("kopjaqty.")


def test_public_names_are_few_and_sorted() -> None:
    """There are at most 25 functions; `dir` lists every public name before any is loaded."""
    assert list(kopjaqty.__all__) == sorted(kopjaqty._HOME)
    assert len(set(kopjaqty.__all__) - {"KopjaqtyError"}) <= 25
    assert set(kopjaqty.__all__) <= set(dir(kopjaqty))


def test_the_guide_names_what_is_there() -> None:
    """The guide that `help(kopjaqty)` shows is one screen and names all that is public, no more."""
    guide = kopjaqty.__doc__ or ""
    assert set(re.findall(r"kq\.(\w+)", guide)) == set(kopjaqty.__all__)
    assert len(guide.splitlines()) <= 40


def test_the_version_is_there_when_asked_for() -> None:
    """`kopjaqty.__version__` is what pyproject.toml says, and loads nothing heavy."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert kopjaqty.__version__ == kopjaqty.version().package == project["version"]
    assert "__version__" in dir(kopjaqty)
    assert not modules_after("import kopjaqty; kopjaqty.__version__") & HEAVY


def test_the_module_is_the_command() -> None:
    """`python -m kopjaqty` does what the command `kopjaqty` does, and calls itself so."""
    run = [sys.executable, "-m", "kopjaqty"]
    help_text = subprocess.run([*run, "--help"], capture_output=True, text=True, check=True).stdout
    assert help_text.startswith("Usage: kopjaqty ")
    wrong = subprocess.run([*run, "cite", "¿"], capture_output=True, text=True, check=False)
    assert (wrong.returncode, wrong.stderr.count("\n")) == (1, 1)


def test_unknown_names_are_attribute_errors() -> None:
    """A name that is not there is an ordinary AttributeError, as `hasattr` expects."""
    assert not hasattr(kopjaqty, "lode")


def test_functions_win_over_modules_of_their_name() -> None:
    """`kopjaqty.language` stays the function when the module `kopjaqty.language` is loaded."""
    code = "import kopjaqty.language, kopjaqty; assert kopjaqty.language() == 'en'"
    assert "kopjaqty.language" in modules_after(code)
    code = "import kopjaqty.dates, kopjaqty; assert kopjaqty.dates.__name__ == 'kopjaqty.dates'"
    assert "kopjaqty.dates" in modules_after(code)
