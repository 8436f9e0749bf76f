"""How far ``needs_human`` can be believed: ``python corpus/needs_human.py [--reasons] [--wrong]``.

Over every file of NGHIQUYET_CORPUS but ``bulk`` (whose list has no date, issuer, subject or signer), and over seeded
damaged copies: how often «no» had number, date, issuer, subject, signer and divisions all right, and how often «no» was
said, with Wilson intervals.

What is true stands in ``needs_human.tsv``: number, date, issuer and title of the lists INDEX-*.tsv where the text prints
them (``-`` where it does not: many sites drop the letterhead and the signature), signers and full titles read from the
texts, and for the texts that print all of these the numbers of the divisions, which were checked against a listing of
all lines that begin like a label, made without the parser. Annexes without a title of their own (forms, tables, lists)
and quoted provisions are left out of the divisions; ``?`` stands where they were not checked, because the text gets a
«yes»: should it get a «no», that is counted as wrong until somebody has read it. *Clean and whole* are the texts that print all six and that no
recogniser or model wrote down. A copy is right when number, date and the numbers of the divisions are those of the
undamaged text, the issuer has its name, the subject is at most a tenth of its letters away, and a signer's name at most
two letters: damage that the text itself prints is no error of reading. *Strictly* asks for all that the undamaged text
has; the other figure leaves out what is lost without a trace: a division that was the last of its list and lost its
label with its line, one lost line inside the subject.
"""

import argparse
import csv
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

CORPUS = Path(__file__).parent
sys.path.insert(0, str(CORPUS))

from rapidfuzz.distance import Levenshtein  # noqa: E402

import nghiquyet  # noqa: E402
from nghiquyet import Document  # noqa: E402
from nghiquyet.cli.doubts import reasons  # noqa: E402
from nghiquyet.model import Division, Node  # noqa: E402
from nghiquyet.text.vietnamese import fold  # noqa: E402
from scoring.damage import damaged  # noqa: E402
from scoring.wilson import shown  # noqa: E402

TRUTH = CORPUS / "needs_human.tsv"
FIELDS = ("number", "date", "issuer", "subject", "signers", "divisions")
COPIES: tuple[tuple[str, float], ...] = (
    ("letters", 0.003), ("letters", 0.01), ("lines", 0.02), ("pages", 0.01), ("columns", 0.02),
)  # fmt: skip
RECOGNISED = re.compile(r"^ocr/|_ocr\.txt$|_ocrmd\.txt$|hanoi2025_vlm_")
LINE = 90
LEAST_RIGHT, LEAST_NO = 0.98, 0.6


@dataclass(frozen=True, slots=True)
class Truth:
    """A row of the table."""

    file: str
    number: str
    date: str
    issuer: str
    subject: str
    signers: str
    divisions: str

    @property
    def is_whole(self) -> bool:
        """Whether the text prints all six."""
        return "-" not in (self.number, self.date, self.issuer, self.subject, self.signers, self.divisions)


@dataclass(slots=True)
class Count:
    """«No» and «yes» of one group of texts."""

    name: str
    texts: int = 0
    said_no: int = 0
    right: int = 0
    strictly: int = 0
    why: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, name: str, document: Document, truth: Truth | None, *, copy: bool) -> None:
        """One document, and what is true of it."""
        self.texts += 1
        doubts = reasons(document)
        self.why.update(doubts)
        if doubts:
            return
        self.said_no += 1
        bad = errors(document, truth, copy=copy) if truth is not None else ["no truth"]
        self.right += not bad
        self.strictly += truth is not None and not errors(document, truth, copy=copy, traces=False)
        if bad:
            self.wrong.append(f"{name}: {'; '.join(bad)}")


def errors(document: Document, truth: Truth, *, copy: bool, traces: bool = True) -> list[str]:
    """What is not as it should be; with ``traces`` only what left one."""
    metadata = document.metadata
    issuer = metadata.issuer
    day = metadata.date or metadata.adopted
    found = {
        "number": metadata.number.text if metadata.number else "",
        "date": day.isoformat() if day else "",
        "issuer": f"{issuer.canonical or issuer.name}" if issuer else "",
        "subject": metadata.subject or "",
        "signers": "; ".join(who.name for who in metadata.signatories if who.name),
        "divisions": divisions(document),
    }
    bad = []
    for name in FIELDS:
        wanted = getattr(truth, name)
        if not _same(name, wanted, found[name], copy=copy, traces=traces):
            shown_pair = _difference(wanted, found[name]) if name == "divisions" else f"{wanted!r} ← {found[name]!r}"
            bad.append(f"{name} {shown_pair}")
    return bad


def _same(name: str, wanted: str, found: str, *, copy: bool, traces: bool) -> bool:
    if name == "divisions":
        return wanted == found or (copy and traces and _is_cut_at_ends(wanted.split(), found.split()))
    one, other = (re.sub(r"[\W_]+", " ", fold(text)).strip() for text in (wanted, found))
    if name == "subject":
        likeness = Levenshtein.normalized_similarity(one, other)
        return likeness >= (0.9 if copy else 0.98) or (copy and traces and _is_without_a_line(one, other))
    if name == "signers":
        names = list(zip(one.split("; "), other.split("; "), strict=False))
        return len(wanted.split(";")) == len(found.split(";")) and all(
            Levenshtein.distance(first, second) <= (2 if copy else 0) for first, second in names
        )
    return one == other


def _is_without_a_line(wanted: str, found: str) -> bool:
    """Whether one stretch of at most a line is missing, and the rest as it was."""
    start, end = _shared(wanted, found), _shared(wanted[::-1], found[::-1])
    return len(wanted) - len(found) <= LINE and start + end >= len(found)


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (first, second) in pairs if first != second), min(len(one), len(other)))


def _is_cut_at_ends(wanted: Sequence[str], found: Sequence[str]) -> bool:
    """Whether only divisions without a follower are missing: nothing in the text tells that they were there."""
    missing = Counter(wanted)
    missing.subtract(found)
    if any(count < 0 for count in missing.values()):
        return False
    kept = iter(found)
    left = next(kept, None)
    for place, item in enumerate(wanted):
        if item == left:
            left = next(kept, None)
        elif not _is_last(wanted, place):
            return False
    return left is None


def _is_last(items: Sequence[str], place: int) -> bool:
    """Whether the division has no child and no sibling behind it."""
    depth = items[place].count("/")
    after = items[place + 1] if place + 1 < len(items) else ""
    return not after or after.count("/") < depth


def _difference(wanted: str, found: str) -> str:
    one, other = wanted.split(), found.split()
    lost, extra = Counter(one) - Counter(other), Counter(other) - Counter(one)
    return f"- {' '.join(list(lost)[:6])} + {' '.join(list(extra)[:6])}"


def divisions(document: Document) -> str:
    """The numbers of the divisions in order, each behind those above it: ``1 1/1 1/1/a 2``."""
    own = [attachment for attachment in document.attachments if attachment.metadata is not None]
    trees = [(*document.front, *document.preamble, *document.body, *document.closing), *(item.content for item in own)]
    return " ".join(path for tree in trees for path in _paths(tree, ""))


def _paths(nodes: Sequence[Node], above: str) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Division):
            path = f"{above}/{node.number}" if above else node.number or ""
            if node.number is not None:
                yield path
            yield from _paths(node.content, path if node.number is not None else above)


def truths() -> dict[str, Truth]:
    """The table by file."""
    with TRUTH.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["file"]: Truth(**row) for row in rows}


def files(root: Path) -> Iterator[tuple[str, Path]]:
    """Every document of the outer corpus outside ``bulk``, by its name there."""
    for folder in ("bac-giang-2025", "ocr", "originals", "party", "state"):
        for path in sorted((root / folder).iterdir()):
            if path.suffix != ".tsv":
                yield f"{folder}/{path.name}", path


def count(root: Path, first_seed: int = 1, *, copies: bool = True) -> list[Count]:
    """The groups; copies are made with five seeds from ``first_seed`` on."""
    known = truths()
    whole, cut, read, made = (
        Count(name) for name in ("clean and whole", "clean, cut by its site", "recognised", "damaged copies")
    )
    for name, path in files(root):
        truth = known.get(name)
        document = nghiquyet.parse_file(path)
        group = read if RECOGNISED.search(name) else whole if truth is not None and truth.is_whole else cut
        group.add(name, document, truth, copy=group is read)
        if not copies or truth is None or not truth.is_whole or truth.divisions == "?" or group is read:
            continue
        text = document.source.text or ""
        for seed, (kind, rate) in enumerate(COPIES, start=first_seed):
            copy, error = damaged(text, kind, rate, seed)
            made.add(f"{name} {kind} {error:.3f}", nghiquyet.parse_text(copy), truth, copy=True)
    return [whole, cut, read, made]


def main() -> int:
    """Prints the table; exit code 1 when «no» is right too seldom, or too seldom said of clean texts."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--reasons", action="store_true", help="why «yes» was said, with counts")
    arguments.add_argument("--wrong", action="store_true", help="every «no» that should have been «yes»")
    arguments.add_argument("--seed", type=int, default=1, help="of the first kind of damage")
    given = arguments.parse_args()
    outer = os.environ.get("NGHIQUYET_CORPUS", "")
    if not outer:
        print("NGHIQUYET_CORPUS names no folder of real documents")
        return 2
    groups = count(Path(outer), given.seed)
    for group in groups:
        print(f"{group.name}: {group.texts} texts; «no» {shown(group.said_no, group.texts)}")
        strictly = f"; strictly {shown(group.strictly, group.said_no)}" if group is groups[-1] else ""
        print(f"    all six right where «no»: {shown(group.right, group.said_no)}{strictly}")
        if given.reasons:
            print("    «yes» because: " + ", ".join(f"{why} {number}" for why, number in group.why.most_common()))
        if given.wrong:
            for line in group.wrong:
                print(f"    {line}")
    said, right = sum(group.said_no for group in groups), sum(group.right for group in groups)
    print(f"all: all six right where «no»: {shown(right, said)}")
    return 0 if right >= LEAST_RIGHT * said and groups[0].said_no >= LEAST_NO * groups[0].texts else 1


if __name__ == "__main__":
    sys.exit(main())
