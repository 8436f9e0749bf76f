"""Proposes rows for ``lexicons/task_verbs.toml``: verbs that open items of real texts and stand in no row yet.

    NGHIQUYET_CORPUS=… python corpus/build_task_verbs.py [--fewest 3] > proposals.toml

Words are cut and tagged by underthesea, which parsing never loads; each proposal comes with its count of documents, an
attested example and its source. A reader keeps the true verbs and says what part they play.
"""

import argparse
import gzip
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from underthesea import pos_tag

from nghiquyet.extractors.tasks.verbs import TASK_VERBS
from nghiquyet.text.vietnamese import UPPER

_OPENING = re.compile(rf"(?m)^[ \t*]*(?:[-+•]|\(?[a-zđ\d]{{1,3}}[.)]|\d+\.\d+\.?)[ \t*]*([{UPPER}][^\n.;:]{{12,90}})")
_NUMBER = re.compile(r"\d[\w./]*[-/][A-ZĐ][\w-]*(?:/[A-ZĐ\d]+)?")
MOST_WORDS = 4


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """``(source, text)`` of every document of the corpus; the source is its number where the text prints one."""
    for part in ("party", "state"):
        for path in sorted((root / part).glob("*.txt")):
            text = path.read_text(encoding="utf-8")
            number = _NUMBER.search(text[:3000])
            yield number.group() if number else path.stem, text
    with gzip.open(root / "bulk" / "tvpl2025_documents.jsonl.gz", "rt", encoding="utf-8") as handle:
        for line in handle:
            row = json.loads(line)
            yield row["number"] or row["id"], row["text"]


def main() -> None:
    """Writes the proposals to standard output, the commonest first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fewest", type=int, default=3, help="documents that have to attest a verb")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    examples: dict[str, tuple[str, str]] = {}
    for source, text in texts(Path(os.environ["NGHIQUYET_CORPUS"])):
        seen: set[str] = set()
        for match in _OPENING.finditer(text):
            opening = match.group(1)
            known = TASK_VERBS.index.match(opening)
            if known is not None:
                continue
            tagged = pos_tag(" ".join(opening.split()[:8]))
            word, tag = tagged[0]
            if tag.startswith("V") and len(word.split()) <= MOST_WORDS and word.lower() not in seen:
                seen.add(word.lower())
                examples.setdefault(word.lower(), (" ".join(opening.split()[:6]), source))
        counts.update(seen)
    for verb, count in counts.most_common():
        if count < options.fewest:
            break
        example, source = examples[verb]
        print(f"# {count} documents")
        print(f'[[rows]]\nwords = ["{verb}", "{verb[0].upper()}{verb[1:]}"]')
        print(f'example = "{example}"\nsource = "{source}"\npart = "content"\n')


if __name__ == "__main__":
    main()
