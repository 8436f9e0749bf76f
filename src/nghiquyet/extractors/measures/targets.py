"""Targets: the entries of lists and tables of targets, each with the measures it holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.model import Target
from nghiquyet.records import Place


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """An item of a list, or a row of a table, that sets a target."""

    id: str
    """Of the item, or of the cell that names the metric."""
    label: str | None
    place: Place
    """Where its text begins."""


def target_item(place: Place, has_figures: bool) -> TargetEntry | None:
    """The item of a list of targets that holds a passage, or of a list of objectives when it holds figures; None elsewhere."""
    if not place.divisions:
        return None
    innermost, roles = place.divisions[-1], place.roles
    if innermost.role is not None:
        return None
    if "targets" in roles:
        listed = innermost.kind in ("item", "point", "clause")
    else:
        listed = innermost.kind in ("item", "point") and has_figures and bool(roles) and roles[0] == "objectives"
    return TargetEntry(innermost.id, innermost.label, place) if listed else None


def merged_targets(entries: Sequence[TargetEntry | None]) -> tuple[tuple[Target, ...], dict[int, str]]:
    """One target for each entry that holds a draft, also when its text has several paragraphs; ids in text order.

    ``entries`` holds the entry of each draft, in text order; the second value says which target holds the draft of each
    number, from 1.
    """
    merged: dict[str, tuple[TargetEntry, list[int]]] = {}
    for number, entry in enumerate(entries, start=1):
        if entry is not None:
            merged.setdefault(entry.id, (entry, []))[1].append(number)
    targets: list[Target] = []
    held: dict[int, str] = {}
    for index, (entry, numbers) in enumerate(merged.values(), start=1):
        identifier = f"tg_{index}"
        held.update((number, identifier) for number in numbers)
        passage = entry.place.passage
        targets.append(
            Target(
                id=identifier,
                label=entry.label,
                text=passage.text,
                span=passage.span(0, len(passage.text)),
                container=entry.id,
                measures=tuple(f"m_{number}" for number in numbers),
                rule="targets.target_item",
            )
        )
    return tuple(targets), held
