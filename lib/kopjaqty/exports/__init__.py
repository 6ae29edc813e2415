"""Takes the data elsewhere: files that other programs read.

    graphml   the network, for Cytoscape, yEd, igraph, Gephi, networkx
    gexf      the network with its dates, for Gephi's timeline (`export_graphs` says how)
    csv       all tables for spreadsheets: a folder, or a .zip
    sqlite    all tables as one database, with views that say names in words
    jsonld    all that is stated, as linked data, with its provenance and passages
    ro-crate  the tables as they are, as a research object: a folder or a .zip to deposit

The same data give the same bytes, on any day and on any machine. The documents' texts are in none
of them.
"""

from __future__ import annotations

import hashlib
import inspect
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from kopjaqty.arguments import DIRECTED, FLAG, N_, PATH, PathLike, allow, one_of, require
from kopjaqty.errors import KopjaqtyError, Problem, UnknownName
from kopjaqty.exports.graphs import write_gexf, write_graphml
from kopjaqty.exports.linked import write_jsonld
from kopjaqty.exports.sqlite import write_sqlite
from kopjaqty.exports.tables import Source, dumped, plain_rows, write_csv
from kopjaqty.language import _, language, use_language
from kopjaqty.networks import build_network
from kopjaqty.store import DESCRIPTOR, contents
from kopjaqty.store.writing import drafted, write_files

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["FORMATS", "Format", "export"]

Format = Literal["graphml", "gexf", "csv", "sqlite", "jsonld", "ro-crate"]
FORMATS: tuple[Format, ...] = get_args(Format)

CRATE = "ro-crate-metadata.json"
CRATE_VERSION = "https://w3id.org/ro/crate/1.2"


def export(  # noqa: PLR0913 - options, each by its keyword
    file_format: Format,
    out: PathLike,
    *,
    graph: nx.MultiDiGraph | None = None,
    data: PathLike | None = None,
    language: str | None = None,
    force: bool = False,
    **filters: Any,
) -> Path:
    """Write the data, or a network of it, as a file that other programs read.

    Parameters
    ----------
    file_format : {"graphml", "gexf", "csv", "sqlite", "jsonld", "ro-crate"}
        `kopjaqty.exports` says what each is for.
    out : path
        The file to write; for csv and ro-crate a folder, or a file whose name ends in .zip.
    graph : networkx.MultiDiGraph, optional
        For graphml and gexf: a network of yours, such as an ego network, in place of filters.
    data : path, optional
        As in `load`.
    language : {"en", "kk", "ru"}, optional
        Of labels and notes; without it, the language in use. All formats hold all three besides.
    force : bool
        Replace files that are there and differ.
    **filters
        For graphml and gexf, as in `build_network`: documents, kinds, predicates, status, at …

    Returns
    -------
    pathlib.Path
        What was written, whole or not at all.

    Raises
    ------
    KopjaqtyError
        A file is there already, an option does not fit, or the data are not right.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> export("gexf", folder / "members.gexf", predicates="member_of").name
    'members.gexf'
    """
    one_of(N_("There is no such format."), FORMATS, file_format)
    require(PATH, out=out)
    require(FLAG, force=force)
    allow(DIRECTED, graph=graph)
    with _speaking(language):
        _refuse_strangers(file_format, graph, filters)
        source, target = Source(data), Path(out).expanduser()
        if file_format in GRAPHS:
            network = build_network(data=data, **filters) if graph is None else graph
            _put({target: GRAPHS[file_format](network, source.about)}, force)
        elif file_format in FILES:
            _put({target: FILES[file_format](source)}, force)
        elif target.suffix.lower() == ".zip":
            _put({target: _zipped(FOLDERS[file_format](source))}, force)
        else:
            _put_folder(target, FOLDERS[file_format](source), force)
    return target


@contextmanager
def _speaking(code: str | None) -> Iterator[None]:
    before = language()
    use_language(before if code is None else code)
    try:
        yield
    finally:
        use_language(before)


def _refuse_strangers(
    file_format: str, graph: nx.MultiDiGraph | None, filters: Mapping[str, Any]
) -> None:
    """Refuse what would otherwise be left out of account in silence."""
    known = [name for name in inspect.signature(build_network).parameters if name != "data"]
    for name in filters:
        if name not in known:
            raise UnknownName.among(_("There is no such option."), name, known)
    if file_format not in GRAPHS and (filters or graph is not None):
        what = _("This format takes the whole collection: it has no filters.")
        raise KopjaqtyError(Problem(what, value=file_format, expected=", ".join(GRAPHS)))
    if graph is not None and filters:
        raise KopjaqtyError(_("A network of yours is written as it is: filter it beforehand."))


def _write_crate(source: Source) -> dict[str, bytes]:
    """Give the files of the folder as they are, and RO-Crate metadata that describe them."""
    folder, tables = source.package.folder, source.package.tables
    read = contents(source.package, tables.values())
    files = {table.path: read[name] for name, table in tables.items()}
    files[DESCRIPTOR] = (folder / DESCRIPTOR).read_bytes()
    if (folder / "README.md").is_file():
        files["README.md"] = (folder / "README.md").read_bytes()
    described = source.described
    parts = [*_file_entities(source, files)]
    people = [
        {"@id": f"#creator-{n}", "@type": "Organization", "name": one["title"]}
        for n, one in enumerate(described.get("contributors", []), start=1)
        if "title" in one
    ]
    licences = [
        {"@id": one["path"], "@type": "CreativeWork", "name": one.get("title", one["path"])}
        for one in described.get("licenses", [])
        if "path" in one
    ]
    works = [
        {
            "@id": f"#{row['document_id']}",
            "@type": "CreativeWork",
            "name": row["title_en"],
            "alternateName": row["title_kk"],
            "identifier": f"sha256:{row['sha256']}",
        }
        for row in plain_rows(source.tables["documents"])
    ]
    itself = {
        "@id": CRATE,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": CRATE_VERSION},
    }
    root = _crate_root(source, parts=parts, people=people, licences=licences, works=works)
    graph = [itself, root, *parts, *licences, *people, *works]
    files[CRATE] = dumped({"@context": f"{CRATE_VERSION}/context", "@graph": graph})
    return files


def _crate_root(source: Source, **told: list[dict[str, Any]]) -> dict[str, Any]:
    """Describe the whole; what else is told of stands in it by its id."""
    about, described = source.about, source.described
    address = {"url": described["homepage"]} if described.get("homepage") else {}
    return address | {
        "@id": "./",
        "@type": "Dataset",
        "name": about["title"],
        "description": described.get("description") or about["title"],
        "datePublished": about["date"],
        "license": [{"@id": one["@id"]} for one in told["licences"]] or about["licence"],
        "version": about["version"],
        "identifier": f"sha256:{about['digest']}",
        "creditText": about["citation"],
        "keywords": described.get("keywords", []),
        "creator": [{"@id": one["@id"]} for one in told["people"]],
        "isBasedOn": [{"@id": one["@id"]} for one in told["works"]],
        "hasPart": [{"@id": one["@id"]} for one in told["parts"]],
    }


def _file_entities(source: Source, files: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    tables = {table.path: table for table in source.package.tables.values()}
    media = {".csv": "text/csv", ".json": "application/json", ".md": "text/markdown"}
    for name, content in files.items():
        entity = {"@id": name, "@type": "File", "name": name}
        if name in tables:
            entity |= {"name": tables[name].title, "description": tables[name].description}
        yield entity | {
            "encodingFormat": media.get(Path(name).suffix, "application/octet-stream"),
            "contentSize": str(len(content)),
            "sha256": hashlib.sha256(content).hexdigest(),
        }


GRAPHS: dict[str, Callable[[Any, dict[str, str]], bytes]] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
}
FILES = {"sqlite": write_sqlite, "jsonld": write_jsonld}
FOLDERS = {"csv": write_csv, "ro-crate": _write_crate}


# ------------------------------------------------------------------------- into files
def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files so that the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name)  # of 1980, the first day that a zip can tell
            entry.create_system = 3  # else the archive tells the system that it was made on
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)  # stored: libraries compress differently
    return packed.getvalue()


def _put_folder(target: Path, files: Mapping[str, bytes], force: bool) -> None:
    if target.exists() and not target.is_dir():
        raise _in_the_way(target, _("a folder, or a name that ends in .zip"))
    if target.exists():
        _put({target / name: content for name, content in files.items()}, force)
        return
    with drafted(target) as draft:
        draft.mkdir()
        for name, content in files.items():
            (draft / name).write_bytes(content)


def _put(files: Mapping[Path, bytes], force: bool) -> None:
    """Write files, all of them or none; leave those alone that are as they should be."""
    changed = {}
    for path, content in files.items():
        if path.is_dir():
            raise _in_the_way(path, _("the name of a file"))
        if not path.exists() or path.read_bytes() != content:
            changed[path] = content
    if there := [path for path in changed if path.exists() and not force]:
        what = _("The file is there already.")
        remedy = _("Choose another name, or let it be replaced: `--force`, or force=True.")
        raise KopjaqtyError(Problem(what, file=str(path), remedy=remedy) for path in there)
    write_files(changed)


def _in_the_way(path: Path, expected: str) -> KopjaqtyError:
    what = _("Something else is there under this name.")
    return KopjaqtyError(Problem(what, file=str(path), expected=expected))
