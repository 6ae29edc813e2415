"""A small collection about an invented steppe, for tests that must not touch the real one.

The texts are written for these tests. `make_collection` writes them, and tables that point at
them, in the form of the real collection.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from kopjaqty.corpus.words import segment_digest, span_digest, word_spans, words
from places import PROJECT

BRIDGE = """Көпір ашылды
Сурет: дала.kz
Аққайың ауылында жаңа көпір салтанатты түрде ашылды. Оған «Ақ бидай» серіктестігінің төрағасы \
Дәулет Ерсінов қатысты. Төраға: «Біз бұл күнді он екі жыл күттік, енді су да, жол да жақын!» деді.
Құрылыс
Көпірдің ұзындығы 148 метр, ені 9 метр. Жұмысты Көксу-Жайық жол басқармасы атқарды. Ауыл \
тұрғындары алғыс айтып, ас берді.
— Көпірге қанша қаржы жұмсалды деген сұрақ қойылды ма, құрметті төраға?
– Есеп келесі айда, 2031 жылғы 15 мамырда жарияланады деп уәде берді ол.
Құрылыс
Ауыл тұрғындары алғыс айтып, ас берді. Енді балалар мектепке өзен арқылы екі-ақ минутта барады.
Дайындаған: Нұрай Сәтбек"""

FAIR = """Дала жәрмеңкесі туралы хабар

Жәрмеңкеге Қаратал, Көксу және Сарыөзен аудандарынан үш жүзден астам шаруа келді.

Ұйымдастырушылар «Қымыз бен қант» атты байқау өткізіп, жеңімпазға тай мінгізді.

Әр шаруа өз өнімін әкеліп, бағасын өзі белгіледі, ал базар салығы биыл алынбады.

Жәрмеңке жабылғанда Сарыөзен ауданы келесі жылы да осы жерде жиналуды ұсынды.

Қаратал ауданы бұл ұсынысты қолдап, жолды жөндеуге он миллион теңге бөлетінін айтты.

12.09.2030"""

TEXTS = {"bridge": BRIDGE, "fair": FAIR}
DATES = {"bridge": "2031-04-20", "fair": "2030-09-12"}

ADVERTISEMENT = "Бізге жазылыңыз! Ең жаңа жаңалықтар Telegram арнамызда.\nПікір қалдыру\n"

# Passages that rows point at: evidence_id → (table, record_id, document_id, words, occurrence).
PASSAGES = {
    "e0001": ("entities", "ak_biday", "bridge", "Ақ бидай", 0),
    "e0002": (
        "relations",
        "r0001",
        "bridge",
        "«Ақ бидай» серіктестігінің төрағасы Дәулет Ерсінов",
        0,
    ),
    "e0003": ("relations", "r0002", "bridge", "Көксу-Жайық жол басқармасы", 0),
    "e0004": (
        "relations",
        "r0001",
        "bridge",
        "салтанатты түрде ашылды. Оған «Ақ бидай» серіктестігінің",
        0,
    ),
    "e0005": ("entities", "koksu", "fair", "Көксу", 0),
    "e0006": (
        "initiatives",
        "fair_again",
        "fair",
        "Сарыөзен ауданы келесі жылы да осы жерде жиналуды ұсынды",
        0,
    ),
    "e0007": ("entities", "fair_again", "fair", "осы жерде жиналуды", 0),
    "e0008": ("names", "ak_biday|kk|Ақ бидай", "bridge", "Ақ бидай", 0),
    "e0009": ("relations", "r0002", "bridge", "Ауыл тұрғындары алғыс айтып", 1),
    "e0010": ("documents", "bridge", "bridge", "Көпір ашылды", 0),
    "e0011": ("entities", "yersinov", "bridge", "Дәулет Ерсінов", 0),
    "e0012": ("entities", "road_office", "bridge", "жол басқармасы", 0),
    "e0013": ("entities", "steppe_news", "bridge", "дала.kz", 0),
    "e0014": ("documents", "fair", "fair", "12.09.2030", 0),
    "e0015": ("events", "fair_proposed", "fair", "жиналуды ұсынды", 0),
    "e0016": ("participants", "fair_proposed|fair_again|object", "fair", "жиналуды ұсынды", 0),
    "e0017": ("participants", "fair_proposed|yersinov|proposer", "fair", "жиналуды ұсынды", 0),
}
SPEAKERS = dict.fromkeys(("e0006", "e0007", "e0015", "e0016", "e0017"), "yersinov")
TURN = ("fair", "Сарыөзен ауданы келесі жылы да осы жерде жиналуды ұсынды", "yersinov")
"""Whose words a passage is: of both pieces of evidence that stand in it."""

ENTITIES = [
    ("ak_biday", "organization", "White Wheat"),
    ("fair_again", "initiative", "The fair at the same place"),
    ("koksu", "region", "Köksu"),
    ("road_office", "national_body", "Road Office"),
    ("steppe_news", "media", "Steppe News"),
    ("yersinov", "person", "Dauren Yersinov & sons <jun.>"),
]

TERMS = [
    ("date_basis", "explicit"),
    ("date_basis", "undated"),
    ("effect", "value"),
    *(("entity_kind", kind) for kind in sorted({kind for _, kind, _ in ENTITIES})),
    ("event_status", "happened"),
    ("event_type", "proposal"),
    ("field", "trade"),
    ("genre", "news"),
    ("name_type", "full"),
    ("nothing_stated", "heading"),
    ("predicate", "head_of"),
    ("predicate", "proposer_of"),
    ("relation_status", "stated"),
    ("role", "object"),
    ("role", "proposer"),
    ("stage", "proposed"),
]
"""Vocabulary and term."""
COUNTING = {
    "happened": {"counts_as": "fact"},
    "object": {"counts_as": "object"},
    "proposal": {"counts_as": "proposal", "brings_stage": "proposed"},
    "proposer": {"counts_as": "proposer"},
    "stated": {"counts_as": "fact"},
    "value": {"counts_as": "doubt"},
}
"""What rules take terms for."""

SENTENCE = re.compile(r"[^\n]+?(?:[.!?…](?=[ \n]|$)|(?=\n)|$)")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of a text's sentences and headings; only white space is between them."""
    spans = []
    for match in SENTENCE.finditer(text):
        lead = len(match.group()) - len(match.group().lstrip())
        if match.group().strip():
            spans.append((match.start() + lead, match.end()))
    return spans


def _is_coded(document_id: str, start: int, end: int) -> bool:
    return any(
        row["document_id"] == document_id and row["start"] < end and start < row["end"]
        for row in evidence_rows()
    )


def segment_rows() -> list[dict[str, Any]]:
    """Return the rows of `segments`."""
    return [
        {
            "document_id": document_id,
            "n": n,
            "start": start,
            "end": end,
            "words": len(words(text[start:end])),
            "digest": segment_digest(text[start:end]),
            "word_spans": word_spans(text[start:end]),
            **dict.fromkeys(("gist_en", "gist_kk", "gist_ru"), ""),
            "nothing_stated": "" if _is_coded(document_id, start, end) else "heading",
        }
        for document_id, text in sorted(TEXTS.items())
        for n, (start, end) in enumerate(sentences(text), start=1)
    ]


def span_of(document_id: str, snippet: str, occurrence: int = 0) -> tuple[int, int]:
    """Return where a snippet's words stand, from its first word to its last."""
    start = -1
    for _ in range(occurrence + 1):
        start = TEXTS[document_id].index(snippet, start + 1)
    inside = words(snippet)
    return start + inside[0].start, start + inside[-1].end


def evidence_rows() -> list[dict[str, Any]]:
    """Return the rows of `evidence`."""
    rows: list[dict[str, Any]] = []
    for evidence_id, (table, record_id, document_id, snippet, occurrence) in PASSAGES.items():
        start, end = span_of(document_id, snippet, occurrence)
        digest = span_digest(TEXTS[document_id][start:end])
        row: dict[str, Any] = {"evidence_id": evidence_id, "table": table, "record_id": record_id}
        row |= {"document_id": document_id, "start": start, "end": end, "digest": digest}
        rows.append(row | {"speaker_id": SPEAKERS.get(evidence_id, "")})
    return rows


def _labels(stem: str, text: str) -> dict[str, Any]:
    return {f"{stem}_{code}": text for code in ("en", "kk", "ru")}


def _tables() -> dict[str, list[dict[str, Any]]]:
    documents = [
        {
            "document_id": document_id,
            "title_kk": text.splitlines()[0],
            "title_en": f"Title of {document_id} & more",
            "title_ru": f"Заглавие {document_id}",
            "publisher_id": "steppe_news",
            "date": DATES[document_id],
            "date_basis": "explicit",
            "genre": "news",
            "characters": len(text),
            "paragraphs": sum(1 for line in text.splitlines() if line.strip()),
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
        }
        for document_id, text in sorted(TEXTS.items())
    ]
    entities = [
        {"entity_id": i, "kind": kind, **_labels("name", name), **_labels("description", name)}
        for i, kind, name in ENTITIES
    ]
    relations: list[tuple[str, ...]] = [
        ("r0001", "yersinov", "head_of", "ak_biday", "2031-04-20", "stated"),
        ("r0002", "road_office", "proposer_of", "fair_again", "", "stated"),
    ]
    act = {"event_id": "fair_proposed", "date_basis": "undated", "status": "happened"}
    turn = span_of(*TURN[:2])
    columns = ("relation_id", "subject_id", "predicate", "object_id", "date", "status")
    names: list[dict[str, Any]] = [
        {"entity_id": i, "language": code, "name": name, "type": "full", "standard": "true"}
        for i, _, name in ENTITIES
        for code in ("en", "kk", "ru")
    ]
    met = {"language": "kk", "name": "Ақ бидай", "standard": "true", "document_id": "bridge"}
    names.insert(2, {"entity_id": "ak_biday", "type": "full", **met})
    initiative: dict[str, Any] = {
        "initiative_id": "fair_again",
        "field": "trade",
        "stage": "proposed",
    }
    vocabularies: dict[str, list[dict[str, Any]]] = {}
    for v, term in TERMS:
        rows = vocabularies.setdefault(v, [])
        label = _labels("label", term.replace("_", " "))
        row: dict[str, Any] = {"vocabulary": v, "term": term, **label, "definition_en": term}
        rows.append(row | {"order": len(rows) + 1} | COUNTING.get(term, {}))
    return {
        "documents": documents,
        "segments": segment_rows(),
        "entities": entities,
        "names": names,
        "relations": [dict(zip(columns, row, strict=True)) for row in relations],
        "initiatives": [initiative],
        "events": [act | {"type": "proposal", **_labels("title", "The fair is proposed")}],
        "participants": [
            {"event_id": "fair_proposed", "entity_id": "fair_again", "role": "object"},
            {"event_id": "fair_proposed", "entity_id": "yersinov", "role": "proposer"},
        ],
        "turns": [
            {"document_id": TURN[0], "start": turn[0], "end": turn[1], "speaker_id": TURN[2]}
        ],
        "evidence": evidence_rows(),
        "terms": [row for v in sorted(vocabularies) for row in vocabularies[v]],
    }


def note_hashes(folder: Path) -> None:
    """Note rows, bytes and hashes of the tables in the descriptor, right or wrong as they are."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        content = (folder / resource["path"]).read_bytes()
        resource |= {"rows": content.count(b"\n") - 1, "bytes": len(content)}
        resource["hash"] = "sha256:" + hashlib.sha256(content).hexdigest()
    text = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    path.write_text(text, encoding="utf-8", newline="")


def make_collection(folder: Path, *, texts: bool = True) -> Path:
    """Write the tables, the descriptor and, unless told otherwise, the texts; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = json.loads((PROJECT / "data" / "datapackage.json").read_text(encoding="utf-8"))
    tables = _tables()
    for resource in descriptor["resources"]:
        columns = [field["name"] for field in resource["schema"]["fields"]]
        rows = tables.get(resource["name"], [])
        with (folder / resource["path"]).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n", restval="")
            writer.writeheader()
            writer.writerows(rows)
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    note_hashes(folder)
    if texts:
        (folder / "corpus").mkdir(exist_ok=True)
        for number, (_, text) in enumerate(sorted(TEXTS.items())):
            (folder / "corpus" / f"{number}.txt").write_bytes(text.encode())
    return folder


for _text in TEXTS.values():
    assert unicodedata.is_normalized("NFC", _text)
