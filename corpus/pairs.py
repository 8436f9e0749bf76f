"""One document from two sources: do both give the same divisions? ``python corpus/pairs.py`` (wants NGHIQUYET_CORPUS).

Divisions with a number are compared by the numbers that lead to them and by their headings (similarity of at least
0.9). Prints F1 per pair and the differences; exit code 1 when a pair falls below 0.97.
"""

import os
import re
import sys
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import nghiquyet
from nghiquyet.model import Block, Division
from nghiquyet.text.vietnamese import fold

SIMILAR = 0.9
LEAST = 0.97
Entry = tuple[tuple[str, ...], str]

_PARTY = (
    ("tw_nq57_2024_docxmd.txt", "tw_nq57_2024_press.txt", ()),
    ("tw_nq71_2025_ocrmd.txt", "tw_nq71_2025_press.txt", ()),
    # The clean copy condenses sections III and IV.
    ("laocai_nq26_2025_clean.txt", "laocai_nq26_2025_ocr.txt", ("1", "2")),
)


def pairs(corpus: Path) -> list[tuple[Path, Path, tuple[str, ...]]]:
    """Every pair at hand: two files, and the top sections that are compared (all when empty)."""
    found = [(corpus / "party" / first, corpus / "party" / second, tops) for first, second, tops in _PARTY]
    for path in sorted((corpus / "state").glob("dvhc_*.txt")):
        number = path.stem.removeprefix("dvhc_")
        found += [(path, other, ()) for other in sorted((corpus / "state").glob(f"tnt_{number}_*.txt"))]
    return [pair for pair in found if pair[0].is_file() and pair[1].is_file()]


def divisions(path: Path, tops: tuple[str, ...]) -> list[Entry]:
    """``(numbers from the top, heading)`` of the numbered divisions of the body."""
    document = nghiquyet.parse_text(path.read_bytes().decode("utf-8"))
    found: list[Entry] = []

    def visit(node: Block | Division, numbers: tuple[str, ...]) -> None:
        if isinstance(node, Block):
            return
        if node.number is not None:
            numbers = (*numbers, node.number)
            if not tops or numbers[0] in tops:
                found.append((numbers, plain(node.heading.text) if node.heading else ""))
        for child in node.content:
            visit(child, numbers)

    for root in document.body:
        visit(root, ())
    return found


def plain(text: str) -> str:
    """Folded, without marks of emphasis and punctuation."""
    return " ".join(re.findall(r"\w+", fold(text)))


def compare(first: list[Entry], second: list[Entry]) -> tuple[float, list[str]]:
    """F1 and one line for each difference."""
    rest: dict[tuple[str, ...], list[str]] = {}
    for numbers, heading in second:
        rest.setdefault(numbers, []).append(heading)
    hits = 0
    lines: list[str] = []
    for numbers, heading in first:
        others = rest.get(numbers, [])
        match = next((o for o in others if o == heading or SequenceMatcher(None, o, heading).ratio() >= SIMILAR), None)
        if match is None:
            lines.append(f"− {'.'.join(numbers)} {heading[:70]!r}" + (f" ≠ {others[0][:70]!r}" if others else ""))
        else:
            others.remove(match)
            hits += 1
    left = Counter({numbers: len(headings) for numbers, headings in rest.items() if headings})
    lines += [f"+ {'.'.join(numbers)} {rest[numbers][0][:70]!r}" for numbers in left]
    return 2 * hits / max(len(first) + len(second), 1), lines


def main() -> int:
    """One line per pair, its differences below."""
    corpus = os.environ.get("NGHIQUYET_CORPUS")
    if not corpus or not Path(corpus).is_dir():
        print("NGHIQUYET_CORPUS names no folder of real documents")
        return 2
    worst = 1.0
    for first, second, tops in pairs(Path(corpus)):
        ours, theirs = divisions(first, tops), divisions(second, tops)
        score, lines = compare(ours, theirs)
        worst = min(worst, score)
        print(f"{score:.3f}  {first.name} ({len(ours)}) – {second.name} ({len(theirs)})")
        for line in lines:
            print(f"       {line}")
    return 0 if worst >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
