"""Metadata against the lists of the corpus: per field right, wrong and empty, with every miss on request.

    python corpus/score_metadata.py [--misses FIELD]

Reads INDEX-party.tsv, INDEX-state.tsv and the bulk set of $NGHIQUYET_CORPUS. Values there were taken from file names
and sites as well as from the texts: an empty field is counted apart, since the text may not print it.
"""

import argparse
import csv
import datetime
import gzip
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from nghiquyet.pipeline import parse_text
from nghiquyet.text.vietnamese import fold, without_marks

Case = tuple[str, str, dict[str, str]]


def cases(root: Path) -> Iterator[Case]:
    """``(name, text, expected field → value)`` of every listed document."""
    for part in ("party", "state"):
        with (root / f"INDEX-{part}.tsv").open(encoding="utf-8") as handle:
            for row in csv.DictReader(handle, delimiter="\t"):
                path = root / part / row["file"]
                if path.suffix == ".txt" and path.exists():
                    yield row["file"], path.read_text(encoding="utf-8"), _expected(row)
    with gzip.open(root / "bulk" / "tvpl2025_documents.jsonl.gz", "rt", encoding="utf-8") as handle:
        for line in handle:
            row = json.loads(line)
            yield f"bulk/{row['id']}", row["text"], {"bulk_number": row["number"]}


def _expected(row: dict[str, str]) -> dict[str, str]:
    expected = {}
    number = re.match(r"[\d.]+[a-z]?(?:[-/][\w\-/.Đ&]+)", row["number"])
    if number:
        expected["number"] = number.group()
    day = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})", row["date"])
    if day:
        expected["date"] = datetime.date(int(day[3]), int(day[2]), int(day[1])).isoformat()
    expected["issuer"] = row["issuing_body"]
    if len(row["title"]) > 8:
        expected["subject"] = row["title"]
    return expected


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", default="", help="field whose misses are printed")
    options = parser.parse_args()
    root = Path(os.environ["NGHIQUYET_CORPUS"])
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name, text, expected in cases(root):
        metadata = parse_text(text).metadata
        found = {
            "number": metadata.number.text if metadata.number else None,
            "bulk_number": metadata.number.text if metadata.number else None,
            "date": metadata.date.isoformat() if metadata.date else None,
            "issuer": " ".join(filter(None, (metadata.issuer.canonical or metadata.issuer.name, metadata.territory)))
            if metadata.issuer
            else None,
            "subject": metadata.subject,
        }
        for field, value in expected.items():
            verdict = (
                "empty" if found[field] is None else "right" if _same(field, value, found[field] or "") else "wrong"
            )
            counts[field][verdict] += 1
            if options.misses == field and verdict != "right":
                print(f"{verdict}\t{name}\t{value}\t{found[field]}")
    for field, verdicts in counts.items():
        print(f"{field:12} right {verdicts['right']:4} wrong {verdicts['wrong']:4} empty {verdicts['empty']:4}")


_SHORT = {
    "hdnd": "hoi dong nhan dan",
    "ubnd": "uy ban nhan dan",
    "ubtvqh": "uy ban thuong vu quoc hoi",
    "tp": "thanh pho",
}


def _same(field: str, wanted: str, found: str) -> bool:
    if field in ("number", "bulk_number", "date"):
        return re.sub(r"\W", "", without_marks(wanted)) == re.sub(r"\W", "", without_marks(found))
    one, other = (_words(text) for text in (wanted, found))
    if field == "issuer":
        return one <= other or other <= one or len(one & other) >= 0.7 * len(one)
    return len(one & other) >= 0.8 * len(one)


def _words(text: str) -> set[str]:
    plain = without_marks(fold(text)).replace(".", " ")
    return set(" ".join(_SHORT.get(word, word) for word in re.findall(r"\w+", plain)).split())


if __name__ == "__main__":
    main()
