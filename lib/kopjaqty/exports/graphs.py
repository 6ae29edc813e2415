"""A network as GraphML or GEXF: for Gephi, Cytoscape, yEd, igraph and networkx.

Neither format has a list or a missing value: lists of ids are joined by spaces, as in the tables,
and what is not stated is left out. An edge's id is the relation's, its label and its kind are what
the relation says.

Dates in GEXF. An edge is there from the first to the last day that its date allows, both
included (`date_earliest`, `date_latest`): Gephi's timeline shows what *may* have held on a day.
An open end is left open. An edge whose date is not stated, or recurs every year, has no lifetime:
Gephi keeps it on every day unless told otherwise. `date_precision` tells a day from a year and an
interval that lasted from one unknown day within a span: filter by it for less and surer edges.
Entities have no dates, hence no lifetimes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from kopjaqty.dates import parse_date
from kopjaqty.language import is_missing, localized

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["flatten", "write_gexf", "write_graphml"]

GEXF = "http://gexf.net/1.3"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def flatten(graph: nx.MultiDiGraph, about: dict[str, str]) -> nx.MultiDiGraph:
    """Copy a network for formats that know neither lists nor missing values.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `build_network`, or made of one; attributes that you added stay.
    about : dict
        Title, version, licence …: attributes of the whole.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes and edges in the same order, with the same keys. `label` is the name, or what the
        relation says, in the current language; a date brings its bounds and its precision.

    Examples
    --------
    >>> from kopjaqty.networks import build_network
    >>> flat = flatten(build_network(predicates="member_of"), {})
    >>> flat.edges["kazakhstan", "un", "r0001"]["date_earliest"]
    '1992-03-02'
    """
    import networkx as nx

    # Where the tables lie on this machine is nobody else's business.
    told = {key: value for key, value in graph.graph.items() if key != "data"}
    flat: nx.MultiDiGraph = nx.MultiDiGraph(**_flat(told | about))
    for node, attributes in graph.nodes(data=True):
        own = {key: value for key, value in attributes.items() if key != "name"}
        label = localized(attributes, "name") or attributes.get("name", node)
        flat.add_node(str(node), label=str(label), **_flat(own, skip="label"))
    keys = [str(key) for *_ends, key in graph.edges(keys=True)]
    if len(set(keys)) < len(keys):  # networkx's own keys count from 0 for each pair of nodes
        keys = [f"e{n}" for n in range(1, len(keys) + 1)]
    for (u, v, attributes), key in zip(graph.edges(data=True), keys, strict=True):
        label = localized(attributes, "label") or attributes.get("label", "")
        own = _flat({"label": label}) | _flat(attributes | _bounds(attributes), skip="label")
        flat.add_edge(str(u), str(v), key=key, **own)
    return flat


def _flat(attributes: dict[Any, Any], skip: str | None = None) -> dict[str, Any]:
    """Leave out what is missing; join lists; keep numbers as numbers."""
    flat: dict[str, Any] = {}
    for key, value in attributes.items():
        if isinstance(value, (list, tuple, set, frozenset)):
            items = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
            cell: Any = " ".join(map(str, items))
        else:
            cell = value.item() if hasattr(value, "item") else value  # numpy's numbers
        if not is_missing(cell) and key != skip:
            flat[str(key)] = cell if isinstance(cell, (bool, int, float)) else str(cell)
    return flat


def _bounds(attributes: dict[str, Any]) -> dict[str, Any]:
    date = parse_date(attributes.get("date"))
    return {
        "date_earliest": date.earliest and date.earliest.isoformat(),
        "date_latest": date.latest and date.latest.isoformat(),
        "date_precision": date.precision,
    }


def write_graphml(graph: nx.MultiDiGraph, about: dict[str, str]) -> bytes:
    """Give a network as GraphML.

    >>> from kopjaqty.networks import build_network
    >>> graph = build_network(predicates="member_of")
    >>> write_graphml(graph, {"title": "Members"}).decode().count("<edge ") == len(graph.edges)
    True
    """
    from networkx.readwrite.graphml import write_graphml_xml

    file = io.BytesIO()
    # Not `write_graphml`: it takes lxml where that is installed, and gives other bytes.
    write_graphml_xml(flatten(graph, about), file)
    return file.getvalue()


def write_gexf(graph: nx.MultiDiGraph, about: dict[str, str]) -> bytes:
    """Give a network as GEXF 1.3, its dates as lifetimes of edges.

    >>> from kopjaqty.networks import build_network
    >>> text = write_gexf(build_network(predicates="member_of"), {"title": "Members"}).decode()
    >>> 'id="r0001"' in text, 'start="1992-03-02"' in text
    (True, True)
    """
    # Not networkx's writer: it notes today's date, knows no kind of edge, and loses open ends
    # (it reads a spell without one as "None"). One interval needs no spells: start and end of
    # the edge itself say the same.
    flat = flatten(graph, about)
    dated = any(_lifetime(edge) for *_ends, edge in flat.edges(data=True))
    root = ET.Element("gexf", {"xmlns": GEXF, "xmlns:xsi": XSI, "version": "1.3"})
    root.set("xsi:schemaLocation", f"{GEXF} {GEXF}/gexf.xsd")
    meta = ET.SubElement(root, "meta")
    if about.get("date"):
        meta.set("lastmodifieddate", about["date"])
    ET.SubElement(meta, "creator").text = "kopjaqty"
    ET.SubElement(meta, "description").text = " ".join(
        about[key] for key in ("title", "citation", "licence") if about.get(key)
    )
    whole = ET.SubElement(root, "graph", {"defaultedgetype": "directed", "idtype": "string"})
    if dated:
        whole.attrib |= {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    _add_attributes(whole, "node", (node for _n, node in flat.nodes(data=True)))
    _add_attributes(whole, "edge", (edge for *_ends, edge in flat.edges(data=True)))
    nodes, edges = ET.SubElement(whole, "nodes"), ET.SubElement(whole, "edges")
    for name, node in flat.nodes(data=True):
        element = ET.SubElement(nodes, "node", {"id": name, "label": node["label"]})
        _add_values(element, node)
    for source, target, key, edge in flat.edges(keys=True, data=True):
        element = ET.SubElement(edges, "edge", {"id": key, "source": source, "target": target})
        if kind := edge.get("predicate"):
            element.set("kind", str(kind))
        if label := edge.get("label"):
            element.set("label", label)
        element.attrib |= _lifetime(edge)
        _add_values(element, edge)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _lifetime(edge: dict[str, Any]) -> dict[str, str]:
    bounds = {"start": edge.get("date_earliest"), "end": edge.get("date_latest")}
    return {name: day for name, day in bounds.items() if day}


def _add_attributes(whole: ET.Element, kind: str, elements: Iterable[dict[str, Any]]) -> None:
    """Declare the attributes in the order in which they are met; mixed types are text."""
    types: dict[str, set[type]] = {}
    for attributes in elements:
        for name, value in attributes.items():
            types.setdefault(name, set()).add(type(value))
    declared = ET.SubElement(whole, "attributes", {"class": kind, "mode": "static"})
    for name, found in types.items():
        if name != "label":
            type_ = {"id": name, "title": name, "type": _type_of(found)}
            ET.SubElement(declared, "attribute", type_)


def _type_of(found: set[type]) -> str:
    if found == {bool}:
        return "boolean"
    if found == {int}:
        return "long"
    return "double" if found <= {int, float} else "string"


def _add_values(element: ET.Element, attributes: dict[str, Any]) -> None:
    values = ET.SubElement(element, "attvalues")
    for name, value in attributes.items():
        if name != "label":
            text = str(value).lower() if isinstance(value, bool) else str(value)
            ET.SubElement(values, "attvalue", {"for": name, "value": text})
