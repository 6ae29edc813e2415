"""Takes the project's addresses from `[project.urls]` of pyproject.toml to where readers look.

That table is the one place to write them in. An address that is not there stands nowhere.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

from kopjaqty_course.making.blocks import with_blocks
from kopjaqty_course.making.headers import OF_README
from kopjaqty_course.making.project import PROJECT

__all__ = ["made", "read_addresses"]

CITED = {"url": ("Homepage", "Repository"), "repository-code": ("Repository",)}
"""Fields of CITATION.cff, each with the addresses of which it takes the first that is there."""


def read_addresses(project: Path = PROJECT) -> dict[str, str]:
    """The addresses by their labels, in the order of pyproject.toml."""
    text = (project / "pyproject.toml").read_text(encoding="utf-8")
    found: dict[str, str] = tomllib.loads(text)["project"].get("urls", {})
    return found


def _citation(text: str, addresses: dict[str, str]) -> str:
    """CITATION.cff with these addresses, before the licence, and no others."""
    text = re.sub(rf"(?m)^(?:{'|'.join(CITED)}): .*\n", "", text)
    lines = [
        f"{field}: {addresses[next(label for label in labels if label in addresses)]}\n"
        for field, labels in CITED.items()
        if not addresses.keys().isdisjoint(labels)
    ]
    return text.replace("license:\n", "".join(lines) + "license:\n", 1)


def _descriptor(text: str, addresses: dict[str, str]) -> str:
    """The data's descriptor with its homepage; exports and citations take it from there."""
    described: dict[str, Any] = json.loads(text)
    described.pop("homepage", None)
    labels = [label for label in CITED["url"] if label in addresses]
    with_it: dict[str, Any] = {}
    for name, value in described.items():
        with_it[name] = value
        if name == "description" and labels:
            with_it["homepage"] = addresses[labels[0]]
    return json.dumps(with_it, ensure_ascii=False, indent=2) + "\n"


def _links(addresses: dict[str, str]) -> str:
    return " · ".join(f"[{label}]({address})" for label, address in addresses.items())


def made(project: Path = PROJECT) -> dict[Path, str]:
    """CITATION.cff, the README and the data's descriptor, as they should be."""
    addresses = read_addresses(project)
    citation, readme = project / "CITATION.cff", project / "README.md"
    descriptor = project / "data" / "datapackage.json"
    blocks = {"addresses": lambda: _links(addresses)}
    return {
        citation: _citation(citation.read_text(encoding="utf-8"), addresses),
        readme: with_blocks(readme.read_text(encoding="utf-8"), blocks, others=OF_README),
        descriptor: _descriptor(descriptor.read_text(encoding="utf-8"), addresses),
    }
