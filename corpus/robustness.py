"""Facts of scans, PDF files and damaged copies against the gold of the clean text: ``python corpus/robustness.py``.

Compared by value: numbers, units, symbols, dates, headings, the path of numbers above a division; a place in the text
means nothing here. Needs NGHIQUYET_CORPUS. ``--misses`` lists what is wrong. ``--tesseract`` renders the PDF at 200 dpi
and recognises it again. ``--curves FOLDER`` writes F1 against character error rate as a table and, where matplotlib is
installed, as a plot. Exit code 1 when a family of a scan falls below its floor.
"""

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

CORPUS = Path(__file__).parent
sys.path.insert(0, str(CORPUS))

import nghiquyet  # noqa: E402
from nghiquyet import Document  # noqa: E402
from score import documents  # noqa: E402
from scoring.by_value import compare  # noqa: E402
from scoring.damage import damaged  # noqa: E402
from scoring.gold_form import as_gold  # noqa: E402
from scoring.tally import Tally  # noqa: E402

Gold = dict[str, Any]
FAMILIES = ("structure", "references", "measures", "recipients", "signatories")
FLOORS = {"structure": 0.97, "references": 0.95, "measures": 0.95, "recipients": 1.0, "signatories": 1.0}
RATES = (0.0, 0.002, 0.005, 0.01, 0.02, 0.04)
SEEDS = (1, 2, 3)
TITLES = {
    "letters": "letters misread",
    "lines": "lines lost",
    "pages": "pages broken",
    "columns": "columns interleaved",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A copy of a document with gold."""

    name: str
    document: str
    read: Callable[[], Document]
    sections: tuple[str, ...] = ()
    """Only what stands before these divisions counts: the clean copy condenses the rest."""


def samples(root: Path, tesseract: bool) -> Iterator[Sample]:
    """The scans of the outer corpus, the PDF, and the PDF recognised again."""
    for path in sorted((root / "ocr").glob("bac-giang-2025.*.txt")):
        yield Sample(path.name, "bac-giang-2025", lambda path=path: nghiquyet.parse_file(path))
    scan = root / "party/laocai_nq26_2025_ocr.txt"
    yield Sample(scan.name, "lao-cai-2025", lambda: nghiquyet.parse_file(scan), ("3",))
    pdf = root / "originals/bac-giang-2025.pdf"
    yield Sample(pdf.name, "bac-giang-2025", lambda: nghiquyet.parse_file(pdf))
    if tesseract:
        yield Sample(f"{pdf.name} at 200 dpi", "bac-giang-2025", lambda: recognised(pdf))


def recognised(path: Path, dpi: int = 200) -> Document:
    """The pages of a PDF as pictures, read by tesseract."""
    import pypdfium2

    from nghiquyet.pipeline import parse_source
    from nghiquyet.readers import read_data

    document = pypdfium2.PdfDocument(path)
    pages = [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]
    data = io.BytesIO()
    pages[0].save(data, "TIFF", save_all=True, append_images=pages[1:], dpi=(dpi, dpi), compression="tiff_deflate")
    return parse_source(read_data(data.getvalue(), f"{path.stem}.tif"))


def gold_of(name: str) -> Gold:
    """The gold of a document of corpus/documents."""
    (_, gold, text), *_ = documents([name])
    for family in ("nodes", "measures", "references"):
        for item in gold[family]:
            # Gold of texts outside the project quotes none of them.
            item.setdefault("text", text[item["start"] : item["end"]])
    return gold


def scored(document: Document, gold: Gold, sections: Sequence[str] = ()) -> dict[str, Tally]:
    """Each family of ``document``, before ``sections`` where they are named."""
    found = as_gold(document)
    ends = [_start(nodes, sections) for nodes in (gold["nodes"], found["nodes"])]
    starts = [_start(nodes, ("1",)) if sections else 0 for nodes in (gold["nodes"], found["nodes"])]
    scores = compare(
        gold,
        found,
        lambda item: starts[0] <= item["start"] < ends[0],
        lambda item: starts[1] <= item["start"] < ends[1],
    )
    if sections:
        # The closing stands behind what counts, and the clean copy has none of it.
        for family in ("recipients", "signatories"):
            if not gold["metadata"][family]:
                del scores[family]
    return scores


def _start(nodes: list[Gold], sections: Sequence[str]) -> float:
    tops = (node["start"] for node in nodes if node["parent"] is None and node["number"] in sections)
    return next(tops, float("inf"))


def print_scores(console: Console, rows: dict[str, dict[str, Tally]], misses: bool) -> list[str]:
    """The table; one line for each family below its floor."""
    table = Table(title="F1 by value", title_justify="left", box=None)
    for column in ("", *FAMILIES):
        table.add_column(column, justify="left" if not column else "right")
    low = []
    for name, scores in rows.items():
        cells = []
        for family in FAMILIES:
            tally = scores.get(family)
            value = tally.f1 if tally is not None else None
            cells.append("–" if value is None else f"{value:.3f}")
            if value is not None and value < FLOORS[family]:
                low.append(f"{name}: {family} is {value:.3f}, its floor is {FLOORS[family]:.2f}")
        table.add_row(name, *cells)
    console.print(table)
    if misses:
        for name, scores in rows.items():
            for family, tally in scores.items():
                for sign, items in (("-", tally.misses), ("+", tally.extras)):
                    for item in items:
                        console.print(f"{name} {family} {sign} {item}", markup=False, soft_wrap=True)
    return low


def curves(folder: Path, console: Console) -> None:
    """F1 of each family against the character error rate, over three seeds."""
    gold = gold_of("bac-giang-2025")
    text = (CORPUS / "documents/bac-giang-2025/source.txt").read_bytes().decode("utf-8")
    rows = []
    for kind in ("letters", "lines", "pages", "columns"):
        for rate in RATES:
            sums = dict.fromkeys(FAMILIES, 0.0)
            errors = 0.0
            for seed in SEEDS:
                copy, error = damaged(text, kind, rate, seed)
                errors += error / len(SEEDS)
                for family, tally in scored(nghiquyet.parse_text(copy), gold).items():
                    sums[family] += (tally.f1 or 0.0) / len(SEEDS)
            rows.append((kind, rate, errors, sums))
    table = Table(title="F1 against damage (mean of three)", title_justify="left", box=None)
    for column in ("damage", "rate", "CER", *FAMILIES):
        table.add_column(column, justify="right")
    lines = [",".join(("damage", "rate", "cer", *FAMILIES))]
    for kind, rate, error, sums in rows:
        values = [f"{sums[family]:.3f}" for family in FAMILIES]
        table.add_row(kind, f"{rate:g}", f"{100 * error:.2f} %", *values)
        lines.append(",".join((kind, f"{rate:g}", f"{error:.5f}", *values)))
    console.print(table)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "damage.csv").write_text("\n".join(lines) + "\n", "utf-8")
    _plot(folder / "damage.png", rows)


def _plot(path: Path, rows: Sequence[tuple[str, float, float, dict[str, float]]]) -> None:
    try:
        import matplotlib
    except ImportError:
        return
    matplotlib.use("Agg")
    from matplotlib import pyplot

    kinds = list(dict.fromkeys(kind for kind, *_ in rows))
    figure, axes = pyplot.subplots(1, len(kinds), figsize=(4 * len(kinds), 3.4), sharey=True)
    for axis, kind in zip(axes, kinds, strict=True):
        mine = [row for row in rows if row[0] == kind]
        for family, marker in zip(FAMILIES, "os^Dv", strict=True):
            values = [row[3][family] for row in mine]
            axis.plot([100 * row[2] for row in mine], values, marker=marker, markersize=4, alpha=0.8, label=family)
        axis.set(title=TITLES[kind], xlabel="character error rate, %", ylim=(0.5, 1.02))
        axis.grid(alpha=0.3)
    axes[0].set_ylabel("F1")
    axes[-1].legend(fontsize=7)
    figure.tight_layout()
    figure.savefig(path, dpi=120)


def main() -> int:
    """Prints the scores; exit code 1 below a floor."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--misses", action="store_true", help="list what is wrong")
    arguments.add_argument("--tesseract", action="store_true", help="recognise the PDF again, at 200 dpi")
    arguments.add_argument("--curves", type=Path, metavar="FOLDER", help="write F1 against character error rate")
    given = arguments.parse_args()
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
    if given.curves is not None:
        curves(given.curves, console)
        return 0
    outer = os.environ.get("NGHIQUYET_CORPUS", "")
    if not outer:
        console.print("NGHIQUYET_CORPUS names no folder of real documents")
        return 2
    rows = {
        sample.name: scored(sample.read(), gold_of(sample.document), sample.sections)
        for sample in samples(Path(outer), given.tesseract)
    }
    low = print_scores(console, rows, given.misses)
    for line in low:
        console.print(line, markup=False, soft_wrap=True)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
