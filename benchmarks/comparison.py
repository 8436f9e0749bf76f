"""What comparing costs, beside the word segmenter it calls: ``python benchmarks/comparison.py``.

Sets the reference document beside another of its size: where NGHIQUYET_CORPUS names it, the plan of another province for
the next year (26-NQ/TU Lào Cai, from a scan), and always the reference document with every third sentence changed. Then
follows one indicator over a hundred documents, from text to rows. Medians of several runs in one process, processor time
in the last column: on a machine with other work compare that, and ratios of one run.
"""

import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table
from timing import milliseconds

import nghiquyet
from nghiquyet import Document, compare, parse_text, prepare, series
from nghiquyet.comparison.assignment import best_pairs

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "corpus/documents/bac-giang-2025/source.txt"
OTHER = "party/laocai_nq26_2025_ocr.txt"
DOCUMENTS = 100
RUNS = 5

_FIRST_CALL = """
import sys, time
from nghiquyet import compare, parse_text
one, other = (parse_text(open(path, encoding="utf-8", newline="").read()) for path in sys.argv[1:3])
start = time.perf_counter()
compare(one, other)
print(time.perf_counter() - start)
"""
_SENTENCE = re.compile(r"[^.;\n]{40,}(?=[.;])")


def changed(text: str) -> str:
    """The text with every third sentence worded otherwise, and for the next year."""
    count = 0

    def other(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        words = match.group().split(" ")
        return match.group() if count % 3 else " ".join([*words[:4], *words[5:], "theo", "quy", "định"])

    return _SENTENCE.sub(other, text).replace("2025", "2026").replace("2024", "2025")


def first_call(paths: list[Path]) -> float:
    """Milliseconds of the first comparison of a new process, with the import of the segmenter; the median of three."""
    command = [sys.executable, "-c", _FIRST_CALL, *map(str, paths)]
    taken = [float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(3)]
    return statistics.median(taken) * 1000


def processor(call: Callable[[], object], runs: int) -> float:
    """Milliseconds of processor time of the cheapest of several runs."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        call()
        taken.append(time.process_time() - start)
    return min(taken) * 1000


def add(table: Table, name: str, call: Callable[[], object], runs: int = RUNS) -> None:
    """One row."""
    median, low, high = milliseconds(call, runs)
    table.add_row(name, f"{median:.0f}", f"{low:.0f}", f"{high:.0f}", f"{processor(call, runs):.0f}")


def pair(table: Table, name: str, one: Document, other: Document) -> None:
    """Two documents: their words, the rest, both, and the segmenter alone on the same words."""
    from underthesea import word_tokenize

    texts = [task.text for document in (one, other) for task in document.tasks]
    before, after = prepare(one), prepare(other)
    table.add_section()
    table.add_row(
        f"{name}: {len(one.tasks)} and {len(other.tasks)} tasks, {len(one.measures)} and {len(other.measures)} figures"
    )
    add(table, "  compare, words included", lambda: compare(one, other))
    add(table, "  prepare both: words of tasks and names", lambda: (prepare(one), prepare(other)))
    add(table, "  compare what is prepared", lambda: compare(before, after))
    add(table, "  underthesea word_tokenize on the tasks", lambda: [word_tokenize(text) for text in texts])


def main() -> None:
    """Prints the table."""
    table = Table(title=f"nghiquyet {nghiquyet.__version__}: medians of {RUNS} runs", title_justify="left")
    for column in ("what", "ms", "min", "max", "processor ms"):
        table.add_column(column, justify="left" if column == "what" else "right")
    text = REFERENCE.read_bytes().decode("utf-8")
    reference = parse_text(text)
    outer = os.environ.get("NGHIQUYET_CORPUS")
    if outer and Path(outer, OTHER).is_file():
        other = parse_text(Path(outer, OTHER).read_bytes().decode("utf-8"))
        pair(table, "two provinces", reference, other)
    pair(table, "two wordings", reference, parse_text(changed(text)))
    table.add_section()
    table.add_row("first comparison of a new process", f"{first_call([REFERENCE, REFERENCE]):.0f}")
    documents = [parse_text(text.replace("2025", str(2000 + year))) for year in range(DOCUMENTS)]
    add(table, f"series over {DOCUMENTS} documents", lambda: series(documents, "grdp_growth"))
    add(
        table,
        f"parse {DOCUMENTS} documents, then series",
        lambda: series([parse_text(text) for _ in range(DOCUMENTS)], "grdp_growth"),
        runs=1,
    )
    dense = {(left, right): 0.6 + (left * right % 97) / 250 for left in range(100) for right in range(100)}
    add(table, "assignment of 100 to 100, all alike", lambda: best_pairs(dense))
    Console(highlight=False, width=None if sys.stdout.isatty() else 130).print(table)


if __name__ == "__main__":
    main()
