"""A small invented collection with relations, events, positions and mentions, for pictures."""

from __future__ import annotations

from pathlib import Path

from tiny import ROWS, A, make_package

ENTITIES = [
    *ROWS["entities"],
    'office,organ,council,"Office","Office","Office",One,Бір,Один,,,,',
    'water_day,initiative,,"Water Day","Water Day","Water Day",One,Бір,Один,,,,',
]
RELATIONS = [
    "r0001,kazakhstan,member_of,league,1992-03-02/..,stated,",
    "r0002,council,organ_of,league,,planned,",
    "r0003,namibia,member_of,league,1995/1999,stated,",
]
EVENTS = [
    "meeting,,2016,computed,happened,summit,almaty,Meeting,Кездесу,Встреча",
    "return,,2030,computed,planned,summit,almaty,Return,Қайту,Возвращение",
]
PARTICIPANTS = [
    "meeting,kazakhstan,host",
    "meeting,namibia,guest",
    "return,kazakhstan,guest",
    "return,namibia,guest",
    "return,speaker,guest",
]
POSITIONS = [
    "p001,kazakhstan,peace,Claim,Пікір,Мнение",
    "p002,speaker,peace,Second claim,Екінші пікір,Второе мнение",
    "p003,speaker,peace,Third claim,Үшінші пікір,Третье мнение",
    "p004,namibia,peace,Fourth claim,Төртінші пікір,Четвёртое мнение",
]
STATES = [
    ("relations", "r0001", "interview"),
    ("relations", "r0001", "speech"),
    ("relations", "r0002", "speech"),
    ("relations", "r0003", "interview"),
    *(("participants", row.replace(",", "|"), "speech") for row in PARTICIPANTS),
    ("positions", "p001", "speech"),
    ("positions", "p002", "interview"),
    ("positions", "p003", "speech"),
    ("positions", "p004", "interview"),
    *(("entities", name, "speech") for name in ("council", "league", "namibia", "office")),
    *(("entities", name, "speech") for name in ("day", "speaker", "water_day")),
    *(("events", name, "speech") for name in ("meeting", "return")),
]


SPEAKER = {"interview": "", "speech": "speaker"}
"""Whose words the passages of a document are: the speech has a turn."""


def make_small(folder: Path) -> Path:
    """Write the collection; return its folder."""
    evidence = [
        f"e{n:04},{table},{record},{document},5,19,{A},{SPEAKER[document]}"
        for n, (table, record, document) in enumerate(STATES, start=1)
    ]
    names = [row for row in ROWS["names"] if "Лига" not in row]
    for entity, name in (("office", "Office"), ("water_day", "Water Day")):
        names += [f'{entity},{code},"{name}",full,true,,' for code in ("en", "kk", "ru")]
    rows = {
        "entities": sorted(ENTITIES),
        "names": sorted(names),
        "relations": RELATIONS,
        "events": EVENTS,
        "participants": sorted(PARTICIPANTS),
        "positions": POSITIONS,
        "evidence": evidence,
        "mentions": [
            f"interview,0,4,league,{A},named",
            f"speech,0,4,league,{A},named",
            f"speech,5,9,council,{A},nominal",
        ],
    }
    return make_package(folder, rows)
