"""Scores the parser against the gold of corpus/documents: ``python corpus/score.py [--misses] [DOCUMENT …]``.

With NGHIQUYET_CORPUS set, documents whose text lives there are scored too. Exit code 1 when a family falls below its
floor in ``floors.toml``, or when ``--vandalise`` finds a family that does not notice damage.
"""

import argparse
import json
import os
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

CORPUS = Path(__file__).parent
sys.path.insert(0, str(CORPUS))

import nghiquyet  # noqa: E402
from scoring.families import score, splitter_baseline  # noqa: E402
from scoring.gold_form import as_gold  # noqa: E402
from scoring.tally import Scores  # noqa: E402
from scoring.vandals import as_answer, vandalised  # noqa: E402

Gold = dict[str, Any]


def documents(names: list[str]) -> Iterator[tuple[str, Gold, str]]:
    """``(id, gold, text)`` of every document with gold whose text is at hand."""
    for folder in sorted((CORPUS / "documents").iterdir()):
        if not (folder / "gold.json").is_file() or (names and folder.name not in names):
            continue
        text = _text(folder)
        if text is not None:
            yield folder.name, json.loads((folder / "gold.json").read_text("utf-8")), text


def _text(folder: Path) -> str | None:
    """The source beside the gold, or in the outer corpus where ``provenance.toml`` says."""
    source = folder / "source.txt"
    if not source.is_file():
        place = tomllib.loads((folder / "provenance.toml").read_text("utf-8")).get("path")
        outer = os.environ.get("NGHIQUYET_CORPUS")
        if place is None or not outer:
            return None
        source = Path(outer) / place
        if not source.is_file():
            return None
    return source.read_bytes().decode("utf-8")


def scored(gold: Gold, text: str) -> Scores:
    """Every family of one document."""
    return score(gold, as_gold(nghiquyet.parse_text(text)))


def floors() -> dict[str, dict[str, float]]:
    """The floors by document and family."""
    return tomllib.loads((CORPUS / "floors.toml").read_text("utf-8"))


def below_floor(name: str, scores: Scores, limits: dict[str, dict[str, float]]) -> list[str]:
    """One line for each family that fell below its floor."""
    found = []
    for family, floor in limits.get(name, {}).items():
        kind, _, measure = family.partition("@")
        tally = scores.get(kind)
        value = None if tally is None else (tally.precision if measure == "precision" else tally.f1)
        if value is None or value + 0.0005 < floor:
            found.append(f"{name}: {family} is {_figure(value)}, its floor is {floor:.3f}")
    return found


def vandalise(name: str, gold: Gold) -> list[str]:
    """One line for each field whose destruction its family does not notice."""
    perfect = score(gold, as_answer(gold))
    found = [
        f"{name}: {family} of the gold against itself is {_figure(tally.f1)}"
        for family, tally in perfect.items()
        if tally.f1 is not None and tally.f1 < 1
    ]
    for family, done, damaged in vandalised(as_answer(gold)):
        value = score(gold, damaged)[family].f1
        if value is not None and value >= 1:
            found.append(f"{name}: {family} stays at {_figure(value)} after {done}")
    return found


def _figure(value: float | None) -> str:
    return "—" if value is None else f"{value:.3f}"


def report(console: Console, name: str, scores: Scores, baseline: float | None, misses: bool) -> None:
    """The table of one document."""
    table = Table(title=name, title_justify="left", title_style="bold")
    for column in ("family", "F1", "precision", "recall", "hits", "misses", "extras"):
        table.add_column(column, justify="left" if column == "family" else "right")
    for family, tally in scores.items():
        if tally.f1 is None:
            continue
        graded = tally.partial is not None
        table.add_row(
            family,
            _figure(tally.f1),
            "" if graded else _figure(tally.precision),
            "" if graded else _figure(tally.recall),
            "" if graded else str(tally.hits),
            str(len(tally.misses)),
            "" if graded else str(len(tally.extras)),
        )
    if baseline is not None:
        table.add_row("tasks, bare sentence splitter", _figure(baseline), "", "", "", "", "")
    console.print(table)
    if misses:
        for family, tally in scores.items():
            for line in tally.misses:
                console.print(f"  {family} miss: {line}", markup=False, soft_wrap=True)
            for line in tally.extras if tally.partial is None else ():
                console.print(f"  {family} extra: {line}", markup=False, soft_wrap=True)


def summary(figures: Gold) -> str:
    """The F1 of every family and document, as a Markdown table."""
    names = sorted(figures)
    families = list(dict.fromkeys(family for name in names for family in figures[name]))
    lines = ["| family | " + " | ".join(names) + " |", "|---" + "|--:" * len(names) + "|"]
    for family in families:
        cells = (_figure(figures[name][family]) if family in figures[name] else "" for name in names)
        lines.append(f"| {family} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def compare_runs(console: Console, before: Gold, now: Gold) -> None:
    """Gains and losses against a saved run."""
    for name in sorted(set(before) | set(now)):
        for family in sorted(set(before.get(name, {})) | set(now.get(name, {}))):
            old, new = before.get(name, {}).get(family), now.get(name, {}).get(family)
            if old != new:
                sign = "gain" if (new or 0) > (old or 0) else "loss"
                console.print(f"{sign}: {name} {family} {_figure(old)} → {_figure(new)}")


def main() -> int:
    """Prints the tables; the exit code says whether every floor holds."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("documents", nargs="*", help="ids of documents; all when left out")
    arguments.add_argument("--gold", type=Path, help="a gold file outside the corpus; wants --text")
    arguments.add_argument("--text", type=Path, help="the text of that gold file")
    arguments.add_argument("--misses", action="store_true", help="list every miss and every extra")
    arguments.add_argument("--vandalise", action="store_true", help="destroy one field at a time in a perfect answer")
    arguments.add_argument("--summary", action="store_true", help="one Markdown table of all documents instead")
    arguments.add_argument("--save", type=Path, help="write the figures of this run to a JSON file")
    arguments.add_argument("--against", type=Path, help="print gains and losses against a saved run")
    given = arguments.parse_args()
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 110)
    failures: list[str] = []
    figures: Gold = {}
    limits = floors()
    chosen = documents(given.documents)
    if given.gold and given.text:
        chosen = iter([(given.gold.stem, json.loads(given.gold.read_text("utf-8")), given.text.read_bytes().decode())])
    for name, gold, text in chosen:
        if given.vandalise:
            failures += vandalise(name, gold)
            continue
        scores = scored(gold, text)
        figures[name] = {family: tally.f1 for family, tally in scores.items() if tally.f1 is not None}
        if not given.summary:
            report(console, name, scores, splitter_baseline(gold, text), given.misses)
        failures += below_floor(name, scores, limits)
    if given.summary:
        console.print(summary(figures), markup=False, soft_wrap=True)
    if given.save:
        given.save.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    if given.against:
        compare_runs(console, json.loads(given.against.read_text("utf-8")), figures)
    for failure in failures:
        console.print(failure, markup=False, soft_wrap=True)
    if given.vandalise and not failures:
        console.print("every family notices its damage")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
