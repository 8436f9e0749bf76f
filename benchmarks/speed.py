"""What a parse costs, beside a word segmenter on the same text in the same run: ``python benchmarks/speed.py``.

``--save benchmarks/baseline.json`` keeps the figures, ``--against benchmarks/baseline.json`` prints beside each row how
much more (+) or less (-) it takes now. Machines differ: what is compared is each row's ratio to the word segmenter.

Prints import time (of a fresh process), the full parse of the reference document, its stages, of a collection of
distinct documents, XML and JSON, validation, and underthesea's ``word_tokenize`` as the peer. The collection is made of
the documents of ``corpus/documents`` and, where NGHIQUYET_CORPUS names them, of real documents of every family.
Other tools are set beside it on text of their own that is as long, where they are installed; why not is printed.
Figures are medians of nine runs in one process, in processor time; compare ratios of one run, not milliseconds of two machines.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from peers import peers
from rich.console import Console
from rich.table import Table
from timing import RUNS, milliseconds

import nghiquyet
from nghiquyet.assembly import assemble
from nghiquyet.extractors import EXTRACTORS
from nghiquyet.formats import native_json, native_xml, problems
from nghiquyet.normalizers import normalize
from nghiquyet.options import Options
from nghiquyet.readers import read_str
from nghiquyet.records import Findings
from nghiquyet.resolvers import resolve
from nghiquyet.segmenters import segment

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "corpus/documents/bac-giang-2025/source.txt"
DOCUMENTS = 24
"""At least so many distinct documents make the collection, where they are at hand."""

IMPORT = "import time; start = time.perf_counter(); import {module}; print(time.perf_counter() - start)"
COLD = "from nghiquyet.cli import main; main()"


def fresh_import(module: str) -> tuple[float, float, float]:
    """Milliseconds that importing ``module`` takes in a new process: median, least and most of five."""
    command = [sys.executable, "-c", IMPORT.format(module=module)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    taken = [
        float(subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout) * 1000
        for _ in range(5)
    ]
    return statistics.median(taken), min(taken), max(taken)


def cold_parse() -> None:
    """``nghiquyet parse`` of the reference document as a new process."""
    command = [sys.executable, "-c", COLD, "parse", str(REFERENCE)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, capture_output=True, check=True, env=environment)


def collection() -> list[str]:
    """Distinct documents: those of the project, then real ones spread over the families."""
    paths = [path for path in sorted((ROOT / "corpus/documents").glob("*/source.txt")) if path != REFERENCE]
    outer = os.environ.get("NGHIQUYET_CORPUS")
    if outer:
        real = [path for path in sorted(Path(outer).glob("[ps]*/*.txt")) if 3_000 <= path.stat().st_size <= 120_000]
        step = max(1, len(real) // DOCUMENTS)
        paths += real[::step]
    return [path.read_bytes().decode("utf-8") for path in paths]


def stages(text: str) -> list[tuple[str, Callable[[], object]]]:
    """Every stage of the pipeline, and every extractor, on what the one before it gave."""
    source = read_str(text)
    clean = normalize(source)
    outline = segment(clean)
    rows: list[tuple[str, Callable[[], object]]] = [
        ("normalize", partial(normalize, source)),
        ("segment", partial(segment, clean)),
    ]
    findings = Findings()
    for extractor in EXTRACTORS:
        rows.append((f"extract: {extractor.__name__}", partial(extractor, clean, outline, findings)))
        findings = extractor(clean, outline, findings)
    rows.append(("resolve", partial(resolve, clean, outline, findings)))
    findings = resolve(clean, outline, findings)
    rows.append(("assemble", partial(assemble, clean, outline, findings, Options())))
    return rows


PEER = "underthesea word_tokenize, reference document"


class Report:
    """The table, and the figures of an earlier run beside it."""

    def __init__(self, before: dict[str, float]) -> None:
        self.before = before
        self.found: dict[str, float] = {}
        self.table = Table(title=f"nghiquyet {nghiquyet.__version__}: medians of {RUNS} runs", title_justify="left")
        columns = [
            "what",
            "ms",
            "min",
            "max",
            "thousand characters/s",
            "× word_tokenize",
            *(["against"] * bool(before)),
        ]
        for column in columns:
            self.table.add_column(column, justify="left" if column == "what" else "right")

    def add(self, name: str, times: tuple[float, float, float], characters: int = 0, peer: float = 0) -> float:
        """One row; its median."""
        median, low, high = times
        self.found[name.strip()] = round(median, 3)
        rate = f"{characters / median:,.0f}" if characters else ""
        ratio = f"{peer / median:.1f}" if peer else ""
        figures = [f"{median:.2f}", f"{low:.2f}", f"{high:.2f}", rate, ratio]
        self.table.add_row(name, *figures, *([self._change(name.strip(), median)] * bool(self.before)))
        return median

    def _change(self, name: str, median: float) -> str:
        """In percent, by the ratio to the word segmenter of each run."""
        then = self.before.get(name)
        if not then or name == PEER:
            return ""
        return f"{((median / self.found[PEER]) / (then / self.before[PEER]) - 1) * 100:+.0f} %"


def main() -> None:
    """Prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--save", type=Path, help="file that keeps the figures")
    arguments.add_argument("--against", type=Path, help="file with the figures of an earlier run")
    asked = arguments.parse_args()
    text = REFERENCE.read_bytes().decode("utf-8")
    report = Report(json.loads(asked.against.read_text("utf-8")) if asked.against else {})

    def add(name: str, call: Callable[[], object], characters: int = 0, peer: float = 0) -> float:
        return report.add(name, milliseconds(call), characters, peer)

    from underthesea import word_tokenize

    peer = add(PEER, lambda: word_tokenize(text), len(text))
    add("full parse, reference document", lambda: nghiquyet.parse_text(text), len(text), peer)
    for name, call in stages(text):
        add(f"  {name}", call)
    document = nghiquyet.parse_text(text)
    data = native_xml.dump(document)
    add("XML dump", lambda: native_xml.dump(document))
    add("XML load", lambda: native_xml.load(data))
    add("XML validation: schema and rules", lambda: problems(data))
    add("JSON dump", lambda: native_json.dump(document))
    texts = collection()
    characters = sum(map(len, texts))
    if texts:
        tokenized = milliseconds(lambda: [word_tokenize(item) for item in texts], 3)[0]
        name = f"{len(texts)} distinct documents, {characters:,} characters"
        report.add(name, milliseconds(lambda: [nghiquyet.parse_text(item) for item in texts], 3), characters, tokenized)
    for other in peers(len(text)):
        if other.call is None:
            report.table.add_row(f"{other.name}: not installed ({other.missing})")
        else:
            add(other.name, other.call, other.characters)
    for module in ("nghiquyet", "nghiquyet.pipeline", "underthesea"):
        report.add(f"import {module} (fresh process)", fresh_import(module))
    report.add("nghiquyet parse (fresh process)", milliseconds(cold_parse, clock=time.perf_counter))
    Console(highlight=False, width=None if sys.stdout.isatty() else 140).print(report.table)
    if asked.save:
        asked.save.write_text(json.dumps(report.found, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
