"""What the parser makes of a folder of texts, one table per family: ``python corpus/survey.py FOLDER|FILE …``.

A wrong family shows at a glance: files without a body, a number or a date, the share of furniture, divisions per kind,
diagnostics by code. Each text is also checked for what was lost: every character that is no blank has to stand in
exactly one block, label, heading, footnote or piece of furniture, or in an edit that explains why it does not.
Folders are searched for ``.txt`` and ``.md`` files and for ``.jsonl.gz`` files whose rows hold a ``text``.
``--outliers`` lists the texts that stand out; exit code 1 when anything was lost or printed twice.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

import nghiquyet
from nghiquyet.model import Attachment, Block, Division, Document, Span

LONG_BLOCK = 6000
"""Characters of a paragraph that is longer than any that was met: labels may have been swallowed."""


@dataclass(slots=True)
class Row:
    """What one text came to."""

    name: str
    family: str
    characters: int
    kinds: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    furniture: int = 0
    has_body: bool = False
    has_number: bool = False
    has_date: bool = False
    lost: list[tuple[int, str]] = field(default_factory=list)
    twice: list[tuple[int, str]] = field(default_factory=list)
    longest: int = 0


def texts(paths: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """``(name, text)`` of every text in files and folders, in name order."""
    for path in paths:
        if path.is_dir():
            yield from texts(sorted(item for item in path.rglob("*") if item.is_file()))
        elif path.name.endswith(".jsonl.gz"):
            with gzip.open(path, "rt", encoding="utf-8") as rows:
                for row in map(json.loads, rows):
                    if "text" in row:
                        yield f"{path.name}:{row.get('id', '')} {row.get('number') or ''}", row["text"]
        elif path.suffix in (".txt", ".md") and path.name != "NOTES.md" and not path.name.startswith("VARIETY"):
            yield path.name, path.read_bytes().decode("utf-8", "replace")


def leaves(document: Document) -> Iterator[Span]:
    """The spans that together hold the document: fragments of blocks, labels, headings, footnotes, furniture."""

    def visit(node: Block | Division | Attachment) -> Iterator[Span]:
        if isinstance(node, Block):
            # The inner tree of a quotation stands inside its block.
            yield from node.fragments
            return
        if node.label_span is not None:
            yield node.label_span
        if node.heading is not None:
            yield node.heading.span
        for child in node.content:
            yield from visit(child)

    for zone in (document.front, document.preamble, document.body, document.closing, document.attachments):
        for node in zone:
            yield from visit(node)
    for note in document.footnotes:
        yield note.span
    for item in document.furniture:
        yield item.span


def unaccounted(document: Document, text: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """``(lost, twice)``: places whose characters no leaf holds, and places that two leaves hold."""
    change = Counter[int]()
    for span in leaves(document):
        change[span.start] += 1
        change[span.end] -= 1
    edited = Counter[int]()
    for edit in document.edits:
        edited[edit.start] += 1
        edited[edit.end] -= 1
    lost: list[tuple[int, str]] = []
    twice: list[tuple[int, str]] = []
    depth = inside = position = 0
    for border in sorted({*change, *edited, len(text)}):
        piece = text[position:border]
        if piece.strip():
            if depth == 0 and inside == 0:
                lost.append((position, piece.strip()))
            elif depth > 1:
                twice.append((position, piece.strip()))
        depth += change[border]
        inside += edited[border]
        position = border
    return lost, twice


def surveyed(name: str, text: str) -> Row:
    """One text, parsed and counted."""
    document = nghiquyet.parse_text(text)
    row = Row(name, document.producer.profile or "-", len(text))
    for node in document.walk():
        if isinstance(node, Block):
            row.kinds[node.kind] += 1
            if node.kind == "paragraph":
                row.longest = max(row.longest, len(node.text))
        else:
            row.kinds[node.kind] += 1
    row.kinds["attachment"] = len(document.attachments)
    row.kinds["footnote"] = len(document.footnotes)
    row.codes.update(item.code for item in document.diagnostics)
    row.furniture = sum(item.span.end - item.span.start for item in document.furniture)
    row.has_body = any(isinstance(node, Division) for node in document.body)
    row.has_number = document.metadata.number is not None
    row.has_date = document.metadata.date is not None or document.metadata.adopted is not None
    row.lost, row.twice = unaccounted(document, text)
    return row


def print_family(console: Console, family: str, rows: Sequence[Row]) -> None:
    """The table of one family."""
    characters = sum(row.characters for row in rows)
    kinds: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    for row in rows:
        kinds.update(row.kinds)
        codes.update(row.codes)
    table = Table(title=f"{family}: {len(rows)} texts, {characters:,} characters", title_justify="left", box=None)
    for column in ("", "count", "per text", "texts"):
        table.add_column(column, justify="left" if not column else "right")
    for label, count in (
        ("without divisions in the body", sum(not row.has_body for row in rows)),
        ("without number", sum(not row.has_number for row in rows)),
        ("without date", sum(not row.has_date for row in rows)),
        ("something lost", sum(bool(row.lost) for row in rows)),
        ("something twice", sum(bool(row.twice) for row in rows)),
    ):
        table.add_row(label, str(count), "", f"{100 * count / len(rows):.0f}%")
    share = 100 * sum(row.furniture for row in rows) / max(characters, 1)
    table.add_row("furniture, share of characters", f"{share:.2f}%")
    for label, counts in (("", kinds), ("! ", codes)):
        for key, count in sorted(counts.items(), key=lambda item: -item[1]):
            having = sum(bool((row.kinds if not label else row.codes)[key]) for row in rows)
            table.add_row(f"{label}{key}", str(count), f"{count / len(rows):.1f}", str(having))
    console.print(table)
    console.print()


def reasons(row: Row) -> list[str]:
    """Why a text stands out."""
    found = []
    doubts = sum(count for code, count in row.codes.items() if code.startswith("numbering"))
    if not row.has_body:
        found.append("no division in the body")
    if row.furniture > 0.05 * row.characters:
        found.append(f"furniture {100 * row.furniture / row.characters:.0f}%")
    if doubts > max(2, row.characters / 2000):
        found.append(f"{doubts} doubts about numbering")
    if row.longest > LONG_BLOCK:
        found.append(f"a paragraph of {row.longest} characters")
    if row.lost:
        found.append(f"lost {len(row.lost)}: {row.lost[0][0]} {row.lost[0][1][:40]!r}")
    if row.twice:
        found.append(f"twice {len(row.twice)}: {row.twice[0][0]} {row.twice[0][1][:40]!r}")
    return found


def main() -> int:
    """Prints the tables; exit code 1 when anything was lost or stands twice."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paths", nargs="+", type=Path, help="texts, or folders of them")
    arguments.add_argument("--outliers", action="store_true", help="list the texts that stand out, and why")
    arguments.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th text")
    given = arguments.parse_args()
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
    rows = [surveyed(*item) for place, item in enumerate(texts(given.paths)) if place % given.every == 0]
    for family in sorted({row.family for row in rows}):
        print_family(console, family, [row for row in rows if row.family == family])
    if given.outliers:
        for row in rows:
            for reason in reasons(row):
                console.print(f"{row.name}: {reason}", markup=False, soft_wrap=True)
    return 1 if any(row.lost or row.twice for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
