"""The tree nests, its pieces follow one another, facts lie in what holds them."""

import itertools
from collections.abc import Iterator, Sequence

from nghiquyet.formats.validation.facts import Facts, holds
from nghiquyet.model import Attachment, Block, Division, Measure, Reference, Span, Task


def children_nest(facts: Facts) -> Iterator[str]:
    """A child lies inside its parent, behind its elder sibling; zones follow one another."""
    document = facts.document
    zones = (document.front, document.preamble, document.body, document.closing)
    yield from _in_order("document", [node for zone in zones for node in zone])
    yield from _in_order("attachments", document.attachments)
    for node in facts.nodes:
        yield from _in_order(node.id, node.content)
        for child in node.content:
            if not holds(node.span, child.span):
                yield f"{child.id}: span {child.span.start}-{child.span.end} leaves its parent {node.id}"
        if isinstance(node, Division | Attachment):
            yield from _opening_fits(node)


def _in_order(where: str, nodes: Sequence[Block | Division | Attachment]) -> Iterator[str]:
    for before, after in itertools.pairwise(nodes):
        if after.span.start < before.span.end:
            yield f"{where}: {after.id} begins at {after.span.start}, before {before.id} ends at {before.span.end}"


def _opening_fits(node: Division | Attachment) -> Iterator[str]:
    if (node.label is None) != (node.label_span is None):
        yield f"{node.id}: label and label_span come together"
    if node.label_span is not None and node.label_span.start != node.span.start:
        yield f"{node.id}: begins at {node.span.start}, its label at {node.label_span.start}"
    if node.heading is not None and not holds(node.span, node.heading.span):
        yield f"{node.id}: the heading at {node.heading.span.start} is outside"
    last = max(
        (
            *(child.span.end for child in node.content),
            *((node.heading.span.end,) if node.heading else ()),
            *((node.label_span.end,) if node.label_span else ()),
        ),
        default=node.span.end,
    )
    if isinstance(node, Division) and last != node.span.end:
        yield f"{node.id}: ends at {node.span.end}, the last thing inside at {last}"


def fragments_fit(facts: Facts) -> Iterator[str]:
    """Fragments are in order, the first begins and the last ends with the span; sentences lie inside their block."""
    document, replay = facts.document, facts.replayed
    blocks = (node for node in facts.nodes if isinstance(node, Block))
    fragmented: tuple[Block | Measure | Task | Reference, ...] = (
        *blocks,
        *document.measures,
        *document.tasks,
        *document.references,
    )
    for item in fragmented:
        fragments = item.fragments
        if fragments and (fragments[0].start != item.span.start or fragments[-1].end != item.span.end):
            yield f"{item.id}: its fragments do not begin and end with its span"
        for before, after in itertools.pairwise(fragments):
            if after.start < before.end:
                yield f"{item.id}: fragment at {after.start} begins before the last ends"
    for node in facts.nodes:
        if not isinstance(node, Block) or not node.sentences:
            continue
        if node.sentences[0].start != node.span.start or node.sentences[-1].end != node.span.end:
            yield f"{node.id}: its sentences do not begin and end with it"
        for before, after in itertools.pairwise(node.sentences):
            if after.start < before.end:
                yield f"{node.id}: sentence at {after.start} begins before the last ends"
            elif (
                replay is not None
                and not _is_gap(node, before.end, after.start)
                and replay.read(Span(start=before.end, end=after.start))
            ):
                yield f"{node.id}: something stands between its sentences at {before.end}"


def _is_gap(block: Block, start: int, end: int) -> bool:
    """Whether a border of fragments lies between two sentences: what stands there belongs to something else."""
    return any(start <= fragment.start <= end or start <= fragment.end <= end for fragment in block.fragments)


def facts_lie_in_their_containers(facts: Facts) -> Iterator[str]:
    """A fact is printed inside what holds it; a measure of a target inside its target's item."""
    for fact in facts.listed:
        around = facts.containers.get(fact.container) if fact.container is not None else None
        if around is not None and not holds(around, fact.span):
            yield f"{fact.id}: span {fact.span.start}-{fact.span.end} leaves its container {fact.container}"


def lists_are_in_text_order(facts: Facts) -> Iterator[str]:
    """Facts stand in the order of the text, and their ids count on."""
    document = facts.document
    lists: tuple[tuple[str, Sequence[tuple[str, Span]]], ...] = (
        ("m", [(item.id, item.span) for item in document.measures]),
        ("tg", [(item.id, item.span) for item in document.targets]),
        ("t", [(item.id, item.span) for item in document.tasks]),
        ("ref", [(item.id, item.span) for item in document.references]),
    )
    for prefix, entries in lists:
        for index, (identifier, _) in enumerate(entries, start=1):
            if identifier != f"{prefix}_{index}":
                yield f"{identifier}: {prefix}_{index} was expected at this place of the list"
        for before, after in itertools.pairwise(entries):
            if after[1].start < before[1].start:
                yield f"{after[0]}: stands behind {before[0]} in the list and before it in the text"
    for starts in (
        [item.span.start for item in document.furniture],
        [repair.span.start for repair in document.repairs],
        [edit.start for edit in document.edits],
    ):
        if starts != sorted(starts):
            yield "furniture, repairs and edits stand in text order"
