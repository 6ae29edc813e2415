"""The descriptor, `datapackage.json`: which tables, columns, types and keys a folder has.

The descriptor is a Data Package (https://datapackage.org, version 2) with Table Schema fields.
Three conventions come on top: a field's `"vocabulary"` names the vocabulary of `terms.csv` that
its values belong to; `"rdfType"` with the address below marks a date (Table Schema knows no
format "edtf", and validators refuse a format they do not know); every resource has its `"rows"`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kopjaqty.errors import DataError, Problem, nearest
from kopjaqty.language import _

DESCRIPTOR = "datapackage.json"
TABLES = (
    "documents", "segments", "turns", "entities", "names", "events", "participants", "relations",
    "initiatives", "quantities", "positions", "discrepancies", "concerns", "evidence", "mentions",
    "terms", "retired",
)  # fmt: skip
FIELD_TYPES = ("string", "integer", "number", "boolean")
FIELD_FORMATS = ("default", "edtf", "uri")
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
CONSTRAINTS = ("required", "unique", "pattern", "enum", "minimum", "maximum", "minLength")

JSON_TYPES: dict[type, str] = {
    dict: "an object { }",
    list: "a list [ ]",
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
}
MANUAL = "https://datapackage.org/standard/table-schema/"


@dataclass(frozen=True)
class Field:
    """One column: its name, type and what its values must be."""

    name: str
    type: str = "string"
    format: str = "default"
    description: str = ""
    vocabulary: str | None = None
    required: bool = False
    unique: bool = False
    pattern: re.Pattern[str] | None = None
    enum: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    min_length: int = 0


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose values must stand in `reference`, columns of another `table`."""

    fields: tuple[str, ...]
    table: str
    reference: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table as the descriptor describes it; `kopjaqty.store` reads its rows."""

    name: str
    path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    rows: int
    bytes: int
    sha256: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in the order of the file."""
        return tuple(field.name for field in self.fields)


def refusal(what: str, **details: Any) -> DataError:
    """Make the error of one problem in the descriptor."""
    return DataError([Problem(what, file=DESCRIPTOR, **details)])


# Keyed by the content, not by the path: a changed descriptor is read anew.
@lru_cache(maxsize=8)
def parse_descriptor(content: bytes) -> tuple[str, str, str, Mapping[str, Table]]:
    """Read name, title, version and tables, or raise a DataError with all that is wrong."""
    described = _read_json(content)
    resources = _get(described, "resources", list, "the descriptor")
    problems: list[Problem] = []
    tables: dict[str, Table] = {}
    for position, resource in enumerate(resources, start=1):
        try:
            table = _read_table(resource, f"resource {position}")
            if table.name in tables:
                raise refusal(_("The table is described twice."), value=table.name)
            tables[table.name] = table
        except DataError as error:
            problems += error.problems
    names = [r.get("name") for r in resources if isinstance(r, dict)]
    for name in (name for name in TABLES if name not in names):
        close = nearest(name, [n for n in names if isinstance(n, str) and n not in TABLES])
        problems.append(
            Problem(
                _("A table is not described."),
                file=DESCRIPTOR,
                expected=_("a resource named {name}").format(name=name),
                nearest=close,
                remedy=_("Copy its description from the collection that came with kopjaqty."),
            )
        )
    problems += _check_keys(tables) if not problems else []
    if problems:
        raise DataError(problems)
    texts = [_get(described, key, str, "the descriptor") for key in ("name", "title", "version")]
    return texts[0], texts[1], texts[2], MappingProxyType(tables)


def _mend() -> str:
    return _("Correct it in a text editor, or copy it from the collection again.")


def _read_json(content: bytes) -> dict[str, Any]:
    try:
        described = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise refusal(
            _("The file is not UTF-8 from byte {byte} on.").format(byte=error.start),
            row=content.count(b"\n", 0, error.start) + 1,
            value=f"0x{content[error.start]:02x}",
            expected=_("text saved as UTF-8"),
            remedy=_mend(),
        ) from None
    except json.JSONDecodeError as error:
        raise refusal(
            _("The file is not JSON: {reason}, character {n} of the line.").format(
                reason=error.msg, n=error.colno
            ),
            row=error.lineno,
            expected=_("a descriptor in JSON"),
            remedy=_mend(),
        ) from None
    except (RecursionError, ValueError):
        raise refusal(_("The file is not JSON that can be read."), remedy=_mend()) from None
    if not isinstance(described, dict):
        raise refusal(_("The file is not a descriptor."), expected=JSON_TYPES[dict], remedy=_mend())
    return described


def _get(source: Any, key: str, kind: type, where: str, default: Any = None) -> Any:
    """`source[key]`, if it is there and of its kind; otherwise a problem that people understand."""
    value = source.get(key, default) if isinstance(source, dict) else None
    kinds = (int, float) if kind is float else (kind,)
    if not isinstance(value, kinds) or (isinstance(value, bool) and kind is not bool):
        raise refusal(
            _("“{key}” of {where} is missing or of the wrong kind.").format(key=key, where=where),
            value=None if value is None else json.dumps(value, ensure_ascii=False)[:80],
            expected=JSON_TYPES[kind],
            remedy=_("See {address} for the form.").format(address=MANUAL),
        )
    return value


def _read_table(resource: Any, where: str) -> Table:
    name = _get(resource, "name", str, where)
    if name not in TABLES:
        raise refusal(
            _("kopjaqty does not know this table."),
            value=name,
            expected=", ".join(TABLES),
            nearest=nearest(name, TABLES),
            remedy=_("Correct the name, or leave tables of your own out of this descriptor."),
        )
    where = f"table {name}"
    path, hashed = _get(resource, "path", str, where), _get(resource, "hash", str, where)
    if not path or Path(path).name != path or "\\" in path:
        raise refusal(
            _("The path leaves the folder."),
            value=path,
            expected=_("the name of a file beside the descriptor"),
            nearest=f"{name}.csv",
        )
    if not re.fullmatch(r"sha256:[0-9a-f]{64}", hashed):
        raise refusal(_("“hash” is not a digest."), value=hashed, expected="sha256:…")
    schema = _get(resource, "schema", dict, where)
    return Table(
        name=name,
        path=path,
        title=_get(resource, "title", str, where, name),
        description=_get(resource, "description", str, where, ""),
        fields=tuple(_read_field(f, where) for f in _get(schema, "fields", list, where)),
        primary_key=_names(schema, "primaryKey", where),
        foreign_keys=tuple(
            ForeignKey(
                fields=_names(key, "fields", where),
                table=_get(_get(key, "reference", dict, where), "resource", str, where) or name,
                reference=_names(key["reference"], "fields", where),
            )
            for key in _get(schema, "foreignKeys", list, where, [])
        ),
        rows=_get(resource, "rows", int, where),
        bytes=_get(resource, "bytes", int, where),
        sha256=hashed.removeprefix("sha256:"),
    )


def _names(source: Any, key: str, where: str) -> tuple[str, ...]:
    names = source.get(key) if isinstance(source, dict) else None
    names = [names] if isinstance(names, str) else _get(source, key, list, where)
    return tuple(_get({key: name}, key, str, where) for name in names)


def _read_field(described: Any, where: str) -> Field:
    name = _get(described, "name", str, where)
    where = f"{where}, column {name}"
    constraints = _get(described, "constraints", dict, where, {})
    kind = _choice(_get(described, "type", str, where, "string"), FIELD_TYPES, where, "type")
    shape = _choice(
        _get(described, "format", str, where, "default"), FIELD_FORMATS, where, "format"
    )
    if described.get("rdfType") == EDTF:
        shape = "edtf"
    for constraint in constraints:
        _choice(constraint, CONSTRAINTS, where, "constraint")
    try:
        pattern = re.compile(constraints["pattern"]) if "pattern" in constraints else None
    except (re.error, TypeError, OverflowError) as error:
        bad = str(constraints["pattern"])
        what = _("“pattern” of {where} is not a pattern: {reason}.")
        raise refusal(what.format(where=where, reason=error), value=bad) from None
    limits = {
        key: _get(constraints, key, float, where) if key in constraints else None
        for key in ("minimum", "maximum")
    }
    return Field(
        name=name,
        type=kind,
        format=shape,
        description=_get(described, "description", str, where, ""),
        vocabulary=_get(described, "vocabulary", str, where) if "vocabulary" in described else None,
        required=_get(constraints, "required", bool, where, False),
        unique=_get(constraints, "unique", bool, where, False),
        pattern=pattern,
        enum=_names(constraints, "enum", where) if "enum" in constraints else (),
        min_length=_get(constraints, "minLength", int, where, 0),
        **limits,
    )


def _choice(value: str, choices: Iterable[str], where: str, what: str) -> str:
    if value not in choices:
        raise refusal(
            _("Unknown {what} of {where}.").format(what=what, where=where),
            value=value,
            expected=", ".join(choices),
            nearest=nearest(value, choices),
        )
    return value


def _check_keys(tables: Mapping[str, Table]) -> list[Problem]:
    """Keys name columns that are there; without that no key could be followed."""
    wanted = [(table.name, table.primary_key) for table in tables.values()]
    for table in tables.values():
        for key in table.foreign_keys:
            wanted += [(table.name, key.fields), (key.table, key.reference)]
    problems = []
    for name, columns in wanted:
        known = tables[name].columns if name in tables else ()
        if len(set(known)) < len(known) or not columns:
            what = _("A column of {name} stands there twice, or a key has no column.")
            problems.append(Problem(what.format(name=name), file=DESCRIPTOR))
        problems += [
            Problem(
                _("A key names a column that {name} does not have.").format(name=name),
                file=DESCRIPTOR,
                value=column,
                expected=", ".join(known),
                nearest=nearest(column, known),
            )
            for column in columns
            if column not in known
        ]
    return problems
