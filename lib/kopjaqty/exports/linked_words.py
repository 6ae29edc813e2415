"""Which words of established vocabularies the tables and their columns have as linked data."""

from __future__ import annotations

__all__ = ["ANNOTATION", "PREFIXES", "PROPERTIES", "TYPES"]

PREFIXES = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "wikidata": "http://www.wikidata.org/entity/",
}

# The words of the W3C's own context for annotations (https://www.w3.org/TR/annotation-model/).
ANNOTATION = {
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "TextPositionSelector": "oa:TextPositionSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "identifying": "oa:identifying",
    "linking": "oa:linking",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}

TYPES = {
    "documents": "schema:CreativeWork",
    "names": "skosxl:Label",
    "events": "schema:Event",
    "relations": "rdf:Statement",
    "quantities": "schema:Observation",
    "positions": "schema:Claim",
    "terms": "skos:Concept",
}

PROPERTIES = {
    "documents.title": "schema:name",
    "documents.publisher_id": "schema:publisher",
    "documents.author_id": "schema:author",
    "documents.date": "schema:datePublished",
    "documents.public_address": "schema:url",
    "entities.kind": "dcterms:type",
    "entities.name": "schema:name",
    "entities.description": "schema:description",
    "entities.wikidata": "schema:sameAs",
    "names.name": "skosxl:literalForm",
    "events.title": "schema:name",
    "events.date": "dcterms:date",
    "events.type": "dcterms:type",
    "events.place_id": "schema:location",
    "relations.subject_id": "rdf:subject",
    "relations.predicate": "rdf:predicate",
    "relations.object_id": "rdf:object",
    "relations.date": "dcterms:date",
    "quantities.about_id": "schema:observationAbout",
    "quantities.measure": "schema:measuredProperty",
    "quantities.value": "schema:value",
    "quantities.as_of": "schema:observationDate",
    "quantities.label": "schema:name",
    "positions.speaker_id": "schema:author",
    "positions.topic": "schema:about",
    "positions.claim": "schema:text",
    "discrepancies.summary": "schema:description",
    "terms.label": "skos:prefLabel",
    "terms.definition": "skos:definition",
}
