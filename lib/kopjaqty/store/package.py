"""Where the tables are, and what their descriptor says of them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kopjaqty.arguments import PATH, PathLike, allow
from kopjaqty.language import _
from kopjaqty.store.descriptor import DESCRIPTOR, Table, parse_descriptor, refusal

__all__ = ["Package", "data_folder", "read_package"]


@dataclass(frozen=True)
class Package:
    """A folder of tables and its descriptor."""

    folder: Path
    name: str
    title: str
    version: str
    tables: Mapping[str, Table]

    def described(self) -> dict[str, Any]:
        """The descriptor as it stands in its file, with what kopjaqty itself does not read."""
        content: dict[str, Any] = json.loads((self.folder / DESCRIPTOR).read_bytes())
        return content


def data_folder(data: PathLike | None = None) -> Path:
    """The folder that holds the tables.

    Parameters
    ----------
    data : path, optional
        Your own folder of tables. Without it: the folder that the environment variable
        `KOPJAQTY_DATA` names, else the data installed with kopjaqty, else the project's `data`.

    Returns
    -------
    pathlib.Path
        It is not looked into: `read_package` says what is wrong with it.

    Examples
    --------
    >>> data_folder("my_tables").name
    'my_tables'
    """
    allow(PATH, data=data)
    if data is not None:
        return Path(data).expanduser()
    if chosen := os.environ.get("KOPJAQTY_DATA"):
        return Path(chosen).expanduser()
    here = Path(__file__).resolve().parent
    installed = here.parent / "data"
    return installed if (installed / DESCRIPTOR).is_file() else here.parents[2] / "data"


def read_package(folder: PathLike | None = None) -> Package:
    """Read the descriptor of a folder of tables.

    Parameters
    ----------
    folder : path, optional
        As in `data_folder`.

    Returns
    -------
    Package
        What the descriptor says; the tables themselves are not read.

    Raises
    ------
    DataError
        The descriptor is missing, cannot be read, or does not describe the tables kopjaqty has.

    Examples
    --------
    >>> read_package().tables["relations"].primary_key
    ('relation_id',)
    """
    place = data_folder(folder)
    path = place / DESCRIPTOR
    try:
        content = path.read_bytes()
    except OSError:
        raise refusal(
            _("The descriptor is not there, or is not a file."),
            value=str(path),
            expected=_("a folder that holds it and the tables it describes"),
            remedy=_("Name such a folder (`data=`, or the variable KOPJAQTY_DATA)."),
        ) from None
    name, title, version, tables = parse_descriptor(content)
    return Package(place, name, title, version, tables)
