"""Agreement of two annotations of one document, family by family: ``python corpus/agreement.py A.json B.json``.

B is scored against A as if a parser had answered it. ``F1`` accepts what A declares open (neutral stretches, other right
values); ``bare F1`` counts every difference, so that a generous A cannot make the two agree.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).parent))

from scoring.families import score
from scoring.tally import Scores, Tally
from scoring.vandals import as_answer

Gold = dict[str, Any]

_OPEN = ("neutral", "metadata_alternatives", "editorial", "descriptive_quantities")
_OPEN_IN_ITEMS = ("alt", "alt_start", "alt_end", "full_end", "run_in")


def agreement(first: Gold, second: Gold) -> Scores:
    """The families of ``second`` against ``first``; mentions that ``second`` holds to be no core reference are not asked of ``first``."""
    answer = as_answer(second)
    wanted = {(item["start"], item["end"]) for item in first["references"] if item.get("core", True)}
    answer["references"] = [
        item for item in answer["references"] if item.get("core", True) or (item["start"], item["end"]) in wanted
    ]
    return score(first, answer)


def bare(gold: Gold) -> Gold:
    """The annotation without anything that it leaves open."""
    return {
        name: [{key: value for key, value in item.items() if key not in _OPEN_IN_ITEMS} for item in part]
        if isinstance(part, list)
        else part
        for name, part in gold.items()
        if name not in _OPEN
    }


def differences(scores: Scores) -> list[str]:
    """One line for each item or value that only one of the two has."""
    return [
        f"{family} {side}: {line}"
        for family, tally in scores.items()
        for side, lines in (("only A", tally.misses), ("only B", [] if tally.partial is not None else tally.extras))
        for line in lines
    ]


def _figure(tally: Tally) -> str:
    return "—" if tally.f1 is None else f"{tally.f1:.3f}"


def main() -> None:
    """Prints the table and, on request, every difference."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("first", type=Path, help="the annotation taken as reference")
    arguments.add_argument("second", type=Path, help="the annotation scored against it")
    arguments.add_argument("--differences", action="store_true", help="list every item or value that only one has")
    given = arguments.parse_args()
    first, second = (json.loads(path.read_text("utf-8")) for path in (given.first, given.second))
    scores, strict = agreement(first, second), agreement(bare(first), second)
    table = Table(title=first["doc"], title_justify="left", title_style="bold")
    for column in ("family", "F1", "bare F1", "only A", "only B"):
        table.add_column(column, justify="left" if column == "family" else "right")
    for family, tally in strict.items():
        if tally.f1 is not None:
            only_second = "" if tally.partial is not None else str(len(tally.extras))
            table.add_row(family, _figure(scores[family]), _figure(tally), str(len(tally.misses)), only_second)
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 110)
    console.print(table)
    for line in differences(strict) if given.differences else ():
        console.print(line, markup=False, soft_wrap=True)


if __name__ == "__main__":
    main()
