"""How well documents in one file are told apart: files made of 2 to 20 texts of a folder, joined at random.

``python corpus/boundaries.py FOLDER …`` prints precision, recall and F1 of the borders, with headers and with the
header of each text cut off down to its type line; ``--misses`` lists what was missed and what was made up.
"""

import argparse
import random
import re
from collections import Counter
from pathlib import Path

from nghiquyet.normalizers import normalize
from nghiquyet.readers import read_str
from nghiquyet.segmenters import find_documents

_TYPE_LINE = re.compile(
    r"^[*# ]*(?:NGHỊ QUYẾT|KẾT LUẬN|QUY ĐỊNH|CHỈ THỊ|HƯỚNG DẪN|THÔNG BÁO|CHƯƠNG TRÌNH)\b.*$", re.MULTILINE
)
JOINTS = ("\n\n", "\n\n\n", "\n", "\f")


def texts(paths: list[Path]) -> dict[str, str]:
    """The texts of the folders, by name."""
    found = {}
    for path in paths:
        for item in sorted(path.rglob("*.txt") if path.is_dir() else [path]):
            found[item.name] = item.read_bytes().decode("utf-8")
    return found


def headless(text: str) -> str:
    """The text from its type line on, when one stands near its start."""
    match = _TYPE_LINE.search(text, 0, 4000)
    return text[match.start() :] if match else text


def first_letter(text: str, start: int = 0) -> int:
    """Where the first character stands that is no blank."""
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def main() -> None:
    """Prints one line for each way of joining."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--files", type=int, default=40, help="how many files to make")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--longest", type=int, default=60_000, help="leave out texts longer than this")
    arguments.add_argument("--misses", action="store_true")
    given = arguments.parse_args()
    known = {name: text for name, text in texts(given.folders).items() if len(text) <= given.longest}
    for cut in (False, True):
        chance = random.Random(given.seed)
        hits = missed = invented = 0
        faults: Counter[str] = Counter()
        for _ in range(given.files):
            names = chance.sample(sorted(known), chance.randint(2, 20))
            joined, borders, origin = "", [], {}
            for name in names:
                joined += chance.choice(JOINTS) if joined else ""
                text = headless(known[name]) if cut else known[name]
                place = first_letter(joined + text, len(joined))
                borders.append(place)
                origin[place] = name
                joined += text
            found = {first_letter(joined, start) for start, _ in find_documents(normalize(read_str(joined)))}
            found.discard(borders[0])
            found.discard(first_letter(joined))
            wanted = set(borders[1:])
            hits += len(wanted & found)
            missed += len(wanted - found)
            invented += len(found - wanted)
            for place in wanted - found:
                faults[
                    f"missed {origin[place]} behind {joined[max(place - 60, 0) : place]!r}: {joined[place : place + 50]!r}"
                ] += 1
            for place in found - wanted:
                near = max(border for border in borders if border <= place)
                faults[f"invented {place - near} in {origin[near]}: {joined[place : place + 50]!r}"] += 1
        f1 = 2 * hits / max(2 * hits + missed + invented, 1)
        print(f"{'without' if cut else 'with'} headers: F1 {f1:.3f}, hits {hits}, missed {missed}, made up {invented}")
        if given.misses:
            for fault, count in faults.most_common(40):
                print(f"  {count} × {fault}")


if __name__ == "__main__":
    main()
