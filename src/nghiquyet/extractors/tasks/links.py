"""References and measures inside a task."""

from collections import defaultdict
from collections.abc import Iterable

from nghiquyet.model import Span

Linked = dict[str | None, list[tuple[str, Span]]]


def by_container(items: Iterable[tuple[str | None, str, Span]]) -> Linked:
    """Facts by the block that holds them."""
    found: Linked = defaultdict(list)
    for container, identifier, span in items:
        found[container].append((identifier, span))
    return found


def inside(items: Linked, container: str, span: Span) -> tuple[str, ...]:
    """Ids of the facts of a block that lie in ``span``."""
    return tuple(
        identifier for identifier, own in items.get(container, ()) if span.start <= own.start and own.end <= span.end
    )
