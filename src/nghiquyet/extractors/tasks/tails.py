"""What a tail line adds to the tasks before it: «Cơ quan chủ trì: …», «Thời gian hoàn thành: …»."""

from dataclasses import replace

from nghiquyet.extractors.tasks.lines import Tail
from nghiquyet.model import Agency, Period, Span, Task


def moved(tail: Tail, by: int) -> Tail:
    """``tail`` with offsets into the passage it stands in."""
    shifted = tuple(
        (replace(mention, start=mention.start + by, end=mention.end + by), role) for mention, role in tail.agencies
    )
    return Tail(shifted, (tail.due[0] + by, tail.due[1] + by) if tail.due else None)


def with_tail(task: Task, agencies: tuple[Agency, ...], due: Period | None) -> Task:
    """``task`` with the bodies and the time of a tail line, where it has none of its own."""
    changes: dict[str, object] = {}
    has_lead = any(agency.role == "lead" and agency.inherited is False for agency in task.agencies)
    added = tuple(agency for agency in agencies if not (has_lead and agency.role == "lead"))
    if added:
        leads = tuple(agency for agency in added if agency.role == "lead")
        kept = tuple(agency for agency in task.agencies if not (leads and agency.role == "lead" and agency.inherited))
        others = tuple(agency for agency in added if agency.role != "lead")
        changes = {"agencies": (*leads, *kept, *others), "assigned": True, "rule": "lines.read_tail_line"}
    if due is not None and task.deadline is None:
        changes["deadline"] = due
    return task.model_copy(update=changes) if changes else task


def once(agencies: list[Agency]) -> tuple[Agency, ...]:
    """Without repeats: a partner named once is read once."""
    seen: set[tuple[Span, str]] = set()
    kept = []
    for agency in agencies:
        key = (agency.span, "" if agency.role == "lead" else "other")
        if key not in seen:
            seen.add(key)
            kept.append(agency)
    return tuple(kept)
