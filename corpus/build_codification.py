"""Packs the list of codified documents for the package: ``python corpus/build_codification.py DOCUMENTS.csv``.

The columns document_type, number, date, issuer and title go to ``src/nghiquyet/lexicons/codification.tsv.gz``, in file
order; the same list gives the same bytes.
"""

import csv
import gzip
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/nghiquyet/lexicons/codification.tsv.gz"
COLUMNS = ("document_type", "number", "date", "issuer", "title")


def main() -> int:
    """Writes the packed list and prints its size."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    table = [COLUMNS, *(tuple(" ".join(row[column].split()) for column in COLUMNS) for row in rows)]
    packed = gzip.compress("\n".join("\t".join(row) for row in table).encode("utf-8"), 9, mtime=0)
    TARGET.write_bytes(packed)
    print(f"{len(rows):,} documents, {len(packed):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
