"""What is read otherwise than it is printed: how often in clean texts, and how rightly in damaged ones.

    python corpus/repairs.py --clean           every repair in the clean texts of the outer corpus and in corpus/documents
    python corpus/repairs.py --sample 200      a sample of the repairs in damaged texts, with their surroundings
    python corpus/repairs.py --verdicts        precision over repair_verdicts.tsv, read by hand, with its interval

Clean: all texts of NGHIQUYET_CORPUS, ``bulk`` included, but those that a recogniser or a model wrote down (``ocr/``,
``*_ocr*``, ``hanoi2025_vlm_*``) and the one whose site was fed by a recogniser (Đồng Tháp 124/2017, as its gold says);
beside them the texts of corpus/documents. Damaged: these, and seeded copies of clean texts with letters confused at the
rates of recognisers. The verdicts say right, wrong or open (nobody can know) of each sampled repair; a repair that the
present rules make and the file does not know is counted apart.
"""

import argparse
import csv
import gzip
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

CORPUS = Path(__file__).parent
sys.path.insert(0, str(CORPUS))

import nghiquyet  # noqa: E402
from nghiquyet import Document  # noqa: E402
from scoring.damage import damaged  # noqa: E402
from scoring.wilson import shown  # noqa: E402

VERDICTS = CORPUS / "repair_verdicts.tsv"
RATE = 0.01
SURROUNDINGS = 45
_SLIPS = ("example-annual-2024",)
"""Invented with the slips of a recogniser."""
_RECOGNISED = ("_ocr", "hanoi2025_vlm_", "hdnd2017_tinh-Dong-Thap_124")


@dataclass(frozen=True, slots=True)
class Found:
    """One repair in a text."""

    name: str
    start: int
    found: str
    read_as: str
    rule: str
    before: str
    after: str

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What a verdict is about: the words around as well, since places shift when rules change."""
        return self.name, self.before[-16:], self.found, self.read_as, self.after[:16]


def texts(root: Path, clean: bool) -> Iterator[tuple[str, str]]:
    """Name and text of every clean, or every damaged document."""
    for path in sorted((*root.glob("party/*.txt"), *root.glob("state/*.txt"), *root.glob("ocr/*.txt"))):
        recognised = path.parent.name == "ocr" or any(word in path.name for word in _RECOGNISED)
        if recognised != clean:
            yield path.name, nghiquyet_text(path)
    for path in sorted(CORPUS.glob("documents/*/source.txt")):
        text, slips = nghiquyet_text(path), path.parent.name in _SLIPS
        if slips != clean:
            yield path.parent.name, text
        if not clean and not path.parent.name.startswith("example-annual"):
            yield f"{path.parent.name} damaged", damaged(text, "letters", RATE, 1)[0]
    if clean:
        with gzip.open(root / "bulk/tvpl2025_documents.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield f"bulk/{row['id']}", row["text"]
    else:
        for name in ("party/vptw_kl07_2025.txt", "party/tw_nq60_2025.txt", "state/tnt_394-NQ-CP_7cfc6fdf6d7a5f5d.txt"):
            yield f"{Path(name).name} damaged", damaged(nghiquyet_text(root / name), "letters", RATE, 1)[0]


def nghiquyet_text(path: Path) -> str:
    """The text of a file as it stands."""
    return path.read_bytes().decode("utf-8-sig")


def repairs(name: str, document: Document) -> Iterator[Found]:
    """Edits of the rules for recognised words, and repairs of labels and cue words."""
    text = document.source.text or ""
    items = [
        (edit.start, edit.end, edit.replacement, edit.rule)
        for edit in document.edits
        if edit.rule.startswith("ocr_repairs.")
    ]
    items += [(item.span.start, item.span.end, item.read_as, item.rule) for item in document.repairs]
    for start, end, read_as, rule in sorted(items):
        before = " ".join(text[max(0, start - SURROUNDINGS) : start].replace("\n", "⏎ ").split(" "))
        after = text[end : end + SURROUNDINGS].replace("\n", "⏎ ")
        yield Found(name, start, text[start:end], read_as, rule, before, after)


def sampled(root: Path, size: int, seed: int) -> list[Found]:
    """A sample over all repairs in damaged texts; drawn by hash, so that another rule changes few of them."""
    every = [found for name, text in texts(root, clean=False) for found in repairs(name, nghiquyet.parse_text(text))]
    drawn = sorted(every, key=lambda found: sha256(f"{seed} {found.key}".encode()).digest())[:size]
    return sorted(drawn, key=lambda found: (found.name, found.start))


def print_found(found: Found, verdict: str = "") -> None:
    """One line: where, what, and between which words."""
    row = (verdict, found.name, found.before, found.found, found.read_as, found.after, found.rule)
    print("\t".join(cell.replace("\t", " ") for cell in row))


def verdicts() -> dict[tuple[str, ...], str]:
    """Verdict by repair."""
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {(name, before[-16:], found, read, after[:16]): word for word, name, before, found, read, after, _ in rows}


def print_precision(root: Path, size: int, seed: int) -> int:
    """The share of right ones among those that were read."""
    known = verdicts()
    counts = {"right": 0, "wrong": 0, "open": 0, "not read": 0}
    for found in sampled(root, size, seed):
        verdict = known.get(found.key, "not read")
        counts[verdict] += 1
        if verdict != "right":
            print_found(found, verdict)
    print("  ".join(f"{word} {count}" for word, count in counts.items()))
    print("precision", shown(counts["right"], counts["right"] + counts["wrong"]))
    return 1 if counts["not read"] else 0


def main() -> int:
    """Prints what is asked for."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--clean", action="store_true", help="every repair in the clean texts")
    arguments.add_argument(
        "--sample", type=int, metavar="N", help="N repairs in damaged texts, with their surroundings"
    )
    arguments.add_argument("--verdicts", action="store_true", help="precision by the verdicts of the sample")
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    outer = os.environ.get("NGHIQUYET_CORPUS", "")
    if not outer:
        print("NGHIQUYET_CORPUS names no folder of real documents")
        return 2
    root = Path(outer)
    if given.clean:
        count = characters = number = 0
        for name, text in texts(root, clean=True):
            number += 1
            characters += len(text)
            for found in repairs(name, nghiquyet.parse_text(text)):
                count += 1
                print_found(found)
        print(f"{count} repairs in {number} clean texts of {characters} characters")
    if given.sample:
        for found in sampled(root, given.sample, given.seed):
            print_found(found)
    return print_precision(root, 200, given.seed) if given.verdicts else 0


if __name__ == "__main__":
    sys.exit(main())
