"""How well documents in one file are told apart: files made of 2 to 20 texts of a folder, joined at random.

``python corpus/boundaries.py`` prints precision, recall and F1 of the borders for several seeds, with headers and with
the header of each text cut off down to its type line; ``--misses`` lists what was missed and what was made up. The
texts are those of ``$NGHIQUYET_CORPUS`` (party, state, ocr) unless folders are named.
"""

import argparse
import os
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from nghiquyet.normalizers import normalize
from nghiquyet.readers import read_str
from nghiquyet.segmenters import find_documents

_TYPE_LINE = re.compile(
    r"^[*# ]*(?:NGHỊ QUYẾT|KẾT LUẬN|QUY ĐỊNH|CHỈ THỊ|HƯỚNG DẪN|THÔNG BÁO|CHƯƠNG TRÌNH)\b.*$", re.MULTILINE
)
JOINTS = ("\n\n", "\n\n\n", "\n", "\f")
FOLDERS = ("party", "state", "ocr")
LONGEST = 60_000
"""Longer texts are left out: they say no more about borders and take most of the time."""


@dataclass(slots=True)
class Borders:
    """Borders found, missed and made up, and what the faults look like."""

    hits: int = 0
    missed: int = 0
    invented: int = 0
    faults: Counter[str] = field(default_factory=Counter)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hits / max(2 * self.hits + self.missed + self.invented, 1)


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


def measure(known: dict[str, str], cut: bool, seed: int, files: int) -> Borders:
    """The borders of ``files`` files made at random; ``cut`` takes the headers off."""
    chance = random.Random(seed)
    found = Borders()
    for _ in range(files):
        joined, borders, origin = "", [], {}
        for name in chance.sample(sorted(known), min(chance.randint(2, 20), len(known))):
            joined += chance.choice(JOINTS) if joined else ""
            text = headless(known[name]) if cut else known[name]
            place = first_letter(joined + text, len(joined))
            borders.append(place)
            origin[place] = name
            joined += text
        starts = {first_letter(joined, start) for start, _ in find_documents(normalize(read_str(joined)))}
        starts.discard(borders[0])
        starts.discard(first_letter(joined))
        wanted = set(borders[1:])
        found.hits += len(wanted & starts)
        found.missed += len(wanted - starts)
        found.invented += len(starts - wanted)
        for place in wanted - starts:
            before, after = joined[max(place - 60, 0) : place], joined[place : place + 50]
            found.faults[f"missed {origin[place]} behind {before!r}: {after!r}"] += 1
        for place in starts - wanted:
            near = max(border for border in borders if border <= place)
            found.faults[f"invented {place - near} in {origin[near]}: {joined[place : place + 50]!r}"] += 1
    return found


def main() -> None:
    """Prints one line for each seed and way of joining."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="*", type=Path, help="default: the outer corpus")
    arguments.add_argument("--files", type=int, default=40, help="how many files to make for each line")
    arguments.add_argument("--seed", type=int, nargs="+", default=[1, 2, 3, 4])
    arguments.add_argument("--longest", type=int, default=LONGEST, help="leave out texts longer than this")
    arguments.add_argument("--misses", action="store_true")
    given = arguments.parse_args()
    outer = os.environ.get("NGHIQUYET_CORPUS")
    folders = given.folders or ([Path(outer, name) for name in FOLDERS] if outer else [])
    if not folders:
        arguments.error("name a folder of texts, or set NGHIQUYET_CORPUS")
    known = {name: text for name, text in texts(folders).items() if len(text) <= given.longest}
    for seed in given.seed:
        for cut in (False, True):
            found = measure(known, cut, seed, given.files)
            print(
                f"seed {seed}, {'without' if cut else 'with'} headers: F1 {found.f1:.3f},"
                f" hits {found.hits}, missed {found.missed}, made up {found.invented}"
            )
            if given.misses:
                for fault, count in found.faults.most_common(40):
                    print(f"  {count} × {fault}")


if __name__ == "__main__":
    main()
