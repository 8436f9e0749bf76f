"""References and measures inside a task."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from nghiquyet.model import Span

Linked = dict[str | None, list[tuple[str, Span]]]


LONGEST_CITATION = 1000
"""How far before a sentence a citation may begin that reaches into it."""


def by_container(items: Iterable[tuple[str | None, str, Span]]) -> Linked:
    """The facts of each container, in text order."""
    found: Linked = defaultdict(list)
    for container, identifier, span in items:
        found[container].append((identifier, span))
    for facts in found.values():
        facts.sort(key=_start_of)
    return found


def _start_of(fact: tuple[str, Span]) -> int:
    return fact[1].start


def _between(items: Linked, container: str, start: int, end: int) -> list[tuple[str, Span]]:
    """The facts of a container that begin at ``start`` or behind it, before ``end``; found by halving."""
    facts = items.get(container)
    if not facts:
        return []
    first = bisect_left(facts, start, key=_start_of)
    return facts[first : bisect_left(facts, end, first, key=_start_of)]


def inside(items: Linked, container: str, span: Span) -> tuple[str, ...]:
    """The ids of the facts that stand inside ``span``."""
    return tuple(
        identifier for identifier, own in _between(items, container, span.start, span.end) if own.end <= span.end
    )


def touching(items: Linked, container: str, span: Span) -> list[Span]:
    """Where the facts stand that may reach into ``span``."""
    return [own for _, own in _between(items, container, span.start - LONGEST_CITATION, span.end)]
