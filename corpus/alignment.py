"""Scores comparisons against the gold alignments: ``python corpus/alignment.py [--misses]``.

A figure, a task or a mention is the gold's when their spans overlap; a pair is right when both its ends are, a task when
its status and every sentence on both sides are. F1 over pairs of figures, over results with their verdicts, over tasks
with their status, over cited documents with their status.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from nghiquyet import Comparison, compare, parse_file, prepare
from nghiquyet.model import Span

CORPUS = Path(__file__).parent
ALIGNMENTS = CORPUS / "alignments"
Gold = Mapping[str, object]


@dataclass(frozen=True)
class Score:
    """Right, found, wanted, and what was missed or made up, for the reader."""

    right: int
    found: int
    wanted: int
    misses: tuple[str, ...]

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing is wanted and nothing found."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else 1.0


def _touch(span: Span | None, gold: object) -> bool:
    if span is None or not isinstance(gold, Mapping):
        return span is None and gold is None
    overlap = min(span.end, gold["end"]) - max(span.start, gold["start"])
    return overlap > 0


def _touch_all(spans: Iterable[Span], gold: object) -> bool:
    found, wanted = list(spans), list(gold) if isinstance(gold, list) else []
    return len(found) == len(wanted) and all(any(_main(span, item) for span in found) for item in wanted)


def _main(span: Span, gold: Mapping[str, int]) -> bool:
    """More than half of the shorter: neighbouring sentences touch at a blank."""
    overlap = min(span.end, gold["end"]) - max(span.start, gold["start"])
    return overlap > 0.5 * min(span.end - span.start, gold["end"] - gold["start"])


def _score(
    found: list[object], wanted: list[Gold], is_same: Callable[[object, Gold], bool], show: Callable[[object], str]
) -> Score:
    free = list(found)
    misses = []
    right = 0
    for entry in wanted:
        hit = next((item for item in free if is_same(item, entry)), None)
        if hit is None:
            misses.append(f"- {json.dumps(entry, ensure_ascii=False)}")
        else:
            free.remove(hit)
            right += 1
    misses += [f"+ {show(item)}" for item in free]
    return Score(right, len(found), len(wanted), tuple(misses))


def measures(found: Comparison, gold: Gold) -> Score:
    """Matched pairs of target and stretch figures."""
    pairs = [
        change
        for change in found.measures
        if change.before and change.after and {change.before.role, change.after.role} <= {"target", "stretch"}
    ]
    wanted = [entry for entry in gold["measures"] if entry["status"] == "matched"]  # type: ignore[attr-defined]
    return _score(
        list(pairs),
        wanted,
        lambda item, entry: _touch(item.before.span, entry["before"]) and _touch(item.after.span, entry["after"]),  # type: ignore[attr-defined]
        lambda item: f"{item.before.name}: {item.before.text} | {item.after.name}: {item.after.text} {item.match}",  # type: ignore[attr-defined]
    )


def results(found: Comparison, gold: Gold) -> Score:
    """Targets with the result set beside them and the verdict."""

    def is_same(item: object, entry: Gold) -> bool:
        verdict = "not_reported" if item.outcome == "not_comparable" else item.outcome  # type: ignore[attr-defined]
        return (
            _touch(item.target.span, entry["target"])  # type: ignore[attr-defined]
            and verdict in (entry["verdict"], *entry.get("alt", ()))  # type: ignore[misc]
            and (verdict == "not_reported" or _touch(item.result.span if item.result else None, entry["result"]))  # type: ignore[attr-defined]
            and (verdict == "not_reported" or item.estimated == bool(entry.get("estimated")))  # type: ignore[attr-defined]
        )

    return _score(
        list(found.results),
        list(gold["results"]),  # type: ignore[call-overload]
        is_same,
        lambda item: (
            f"{item.outcome} {item.target.name}: {item.target.text} {item.target.span} | {item.result and item.result.text} est={item.estimated}"
        ),  # type: ignore[attr-defined]
    )


def tasks(found: Comparison, gold: Gold) -> Score:
    """Tasks with what became of them."""
    return _score(
        list(found.tasks),
        list(gold["tasks"]),  # type: ignore[call-overload]
        lambda item, entry: (
            item.status == entry["status"]  # type: ignore[attr-defined]
            and _touch_all((side.span for side in item.before), entry["before"])  # type: ignore[attr-defined]
            and _touch_all((side.span for side in item.after), entry["after"])
        ),  # type: ignore[attr-defined]
        lambda item: (
            f"{item.status} {[side.text[:90] for side in item.before]} {[side.text[:90] for side in item.after]} {item.match}"
        ),  # type: ignore[attr-defined]
    )


def references(found: Comparison, gold: Gold) -> Score:
    """Cited documents with their status."""
    wanted = [
        *({"status": "both", "before": one, "after": two} for one, two in gold["references"]["kept"]),  # type: ignore[index]
        *({"status": "new", "before": None, "after": entry} for entry in gold["references"]["new"]),  # type: ignore[index]
        *({"status": "gone", "before": entry, "after": None} for entry in gold["references"]["dropped"]),  # type: ignore[index]
    ]

    def any_of(mentions: Iterable[object], entry: object) -> bool:
        found = list(mentions)
        if not found or not isinstance(entry, Mapping):
            return not found and entry is None
        return any(_touch(item.span, place) for item in found for place in (entry, *entry.get("also", ())))  # type: ignore[attr-defined]

    return _score(
        list(found.references),
        wanted,
        lambda item, entry: (
            item.status == entry["status"]  # type: ignore[attr-defined]
            and any_of(item.before, entry["before"])  # type: ignore[attr-defined]
            and any_of(item.after, entry["after"])
        ),  # type: ignore[attr-defined]
        lambda item: f"{item.status} {item.identity} {item.text}",  # type: ignore[attr-defined]
    )


FAMILIES: tuple[tuple[str, Callable[[Comparison, Gold], Score]], ...] = (
    ("measures", measures), ("results", results), ("tasks", tasks), ("references", references),
)  # fmt: skip


def scores() -> dict[str, dict[str, Score]]:
    """Alignment → family → score."""
    prepared = {}
    found: dict[str, dict[str, Score]] = {}
    for path in sorted(ALIGNMENTS.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        for name in (gold["before"], gold["after"]):
            if name not in prepared:
                prepared[name] = prepare(parse_file(CORPUS / "documents" / name / "source.txt"))
        comparison = compare(prepared[gold["before"]], prepared[gold["after"]])
        found[path.stem] = {family: score(comparison, gold) for family, score in FAMILIES}
    return found


def main() -> None:
    """Prints a line a family, and the misses when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what was missed (-) and what was made up (+)")
    wanted = parser.parse_args()
    for name, families in scores().items():
        print(name)
        for family, score in families.items():
            print(
                f"  {family:<12} F1 {score.f1:.4f}   right {score.right}   found {score.found}   wanted {score.wanted}"
            )
            if wanted.misses:
                for miss in score.misses:
                    print(f"      {miss}")


if __name__ == "__main__":
    main()
