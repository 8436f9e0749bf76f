"""Targets: the entries of lists of targets, each with the measures it holds."""

from collections.abc import Sequence

from nghiquyet.model import Target
from nghiquyet.records import OutlineDivision, Place


def target_item(place: Place, has_figures: bool) -> OutlineDivision | None:
    """The item of a list of targets that holds a passage, or of a list of objectives when it holds figures; None elsewhere."""
    if not place.divisions:
        return None
    innermost, roles = place.divisions[-1], place.roles
    if innermost.role is not None:
        return None
    if "targets" in roles:
        return innermost if innermost.kind in ("item", "point", "clause") else None
    objective = has_figures and bool(roles) and roles[0] == "objectives"
    return innermost if objective and innermost.kind in ("item", "point") else None


def merged_targets(
    drafts: Sequence[tuple[Place, OutlineDivision | None]],
) -> tuple[tuple[Target, ...], dict[int, str]]:
    """One target for each item that holds a draft, also when its text has several paragraphs; ids in text order.

    Drafts stand in text order; the second value says which target holds the draft of each number, from 1.
    """
    entries: dict[str, tuple[Place, OutlineDivision, list[int]]] = {}
    for number, (place, item) in enumerate(drafts, start=1):
        if item is not None:
            entries.setdefault(item.id, (place, item, []))[2].append(number)
    targets: list[Target] = []
    held: dict[int, str] = {}
    for index, (place, item, numbers) in enumerate(entries.values(), start=1):
        identifier = f"tg_{index}"
        held.update((number, identifier) for number in numbers)
        text = place.passage.text
        targets.append(
            Target(
                id=identifier,
                label=item.label,
                text=text,
                span=place.passage.span(0, len(text)),
                container=item.id,
                measures=tuple(f"m_{number}" for number in numbers),
                rule="targets.target_item",
            )
        )
    return tuple(targets), held
