"""Write the named mentions into data/mentions.csv anew; the nominal ones are kept.

    python tools/make_mentions.py [--data DIR] [--corpus DIR] [--out FILE]

Run it when `names` has changed, with the exact texts of all documents at hand; then
`kopjaqty verify --update-hashes`. A nominal mention that a named one now covers is left out,
and said. With ``--out``, the named rows alone go to FILE, and the table stays as it is.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import click

from kopjaqty.corpus import read_texts
from kopjaqty.errors import KopjaqtyError
from kopjaqty.matcher.mentions import merge_mentions, named_mentions
from kopjaqty.schema import data_folder, read_package, read_rows


@click.command()
@click.option("--data", type=click.Path(), help="Folder of tables (default: the project's).")
@click.option("--corpus", type=click.Path(), help="Folder of texts (default: KOPJAQTY_CORPUS).")
@click.option("--out", type=click.Path(path_type=Path), help="Write the named rows alone there.")
def main(data: str | None, corpus: str | None, out: Path | None) -> None:
    """Write the named mentions into the table anew, or into a file of their own."""
    try:
        texts = read_texts(data=data, corpus=corpus)
        lacking = [
            row["document_id"]
            for row in read_rows("documents", data)
            if row["document_id"] not in texts or not texts[row["document_id"]].exact
        ]
        if lacking:
            sys.exit(f"Not all exact texts are at hand (kopjaqty corpus status): {lacking}")
        named = named_mentions(data, {name: text.text for name, text in texts.items()})
        table = read_package(data).tables["mentions"]
        rows, covered = merge_mentions([] if out else read_rows("mentions", data), named)
    except KopjaqtyError as error:
        sys.exit(str(error))
    path = out or data_folder(data) / table.path
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table.columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    for row in covered:
        print("covered by a named mention, left out:", *row.values())
    print(f"{path}: {len(rows)} rows, {len(named)} of them named.")


if __name__ == "__main__":
    main()
