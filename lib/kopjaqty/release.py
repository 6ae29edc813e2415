"""Which release of kopjaqty this is."""

from __future__ import annotations

from pathlib import Path

__all__ = ["package_version"]


def package_version() -> str:
    """Return the version of the package: that of the installation, else of the checkout.

    >>> package_version().count(".") > 0
    True
    """
    from importlib import metadata

    try:
        return metadata.version("kopjaqty")
    except metadata.PackageNotFoundError:  # a checkout that was not installed
        import tomllib

        project = Path(__file__).resolve().parents[2] / "pyproject.toml"
        if not project.is_file():
            return "0"
        described = tomllib.loads(project.read_text(encoding="utf-8"))
        return str(described["project"]["version"])
