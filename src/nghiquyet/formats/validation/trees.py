"""The tree nests, its pieces follow one another, facts lie in what holds them."""

import itertools
from collections.abc import Iterator, Sequence

from nghiquyet.diagnostics import Problem, problem
from nghiquyet.formats.validation.facts import Facts, holds
from nghiquyet.model import Attachment, Block, Division, Measure, Reference, Span, Task


def children_nest(facts: Facts) -> Iterator[Problem]:
    """A child lies inside its parent, behind its elder sibling; zones follow one another."""
    document = facts.document
    zones = (document.front, document.preamble, document.body, document.closing)
    yield from _in_order(facts, "document", [node for zone in zones for node in zone])
    yield from _in_order(facts, "attachments", document.attachments)
    for node in facts.nodes:
        yield from _in_order(facts, node.id, node.content)
        for child in node.content:
            if not holds(node.span, child.span):
                yield problem("leaves", where=child.id, span=f"{child.span.start}-{child.span.end}", id=node.id)
        if isinstance(node, Division | Attachment):
            yield from _opening_fits(node)


def _in_order(facts: Facts, where: str, nodes: Sequence[Block | Division | Attachment]) -> Iterator[Problem]:
    for before, after in itertools.pairwise(nodes):
        if after.span.start < before.span.end and not _are_columns(facts, before, after):
            yield problem(
                "overlap", where=where, after=after.id, start=after.span.start, before=before.id, end=before.span.end
            )


def _are_columns(facts: Facts, before: Block | Division | Attachment, after: Block | Division | Attachment) -> bool:
    """Two blocks of a letterhead or a signature printed side by side, the left column first: the second begins in the
    middle of a line, and none holds what the other does."""
    if not (isinstance(before, Block) and isinstance(after, Block)):
        return False
    text = facts.document.source.text
    if text is not None:
        line = text.rfind("\n", 0, after.span.start) + 1
        if not text[line : after.span.start].strip():
            return False
    return all(
        first.end <= second.start or second.end <= first.start
        for first in before.fragments
        for second in after.fragments
    )


def _opening_fits(node: Division | Attachment) -> Iterator[Problem]:
    if (node.label is None) != (node.label_span is None):
        yield problem("label_span", where=node.id)
    # An attached document has its own letterhead above its label.
    if isinstance(node, Division) and node.label_span is not None and node.label_span.start != node.span.start:
        yield problem("label_start", where=node.id, start=node.span.start, label=node.label_span.start)
    if node.heading is not None and not holds(node.span, node.heading.span):
        yield problem("heading_outside", where=node.id, start=node.heading.span.start)
    last = max(
        (
            *(child.span.end for child in node.content),
            *((node.heading.span.end,) if node.heading else ()),
            *((node.label_span.end,) if node.label_span else ()),
        ),
        default=node.span.end,
    )
    if isinstance(node, Division) and last != node.span.end:
        yield problem("end", where=node.id, end=node.span.end, last=last)


def fragments_fit(facts: Facts) -> Iterator[Problem]:
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
            yield problem("fragment_ends", where=item.id)
        for before, after in itertools.pairwise(fragments):
            if after.start < before.end:
                yield problem("fragment_order", where=item.id, start=after.start)
    for node in facts.nodes:
        if not isinstance(node, Block) or not node.sentences:
            continue
        if node.sentences[0].start != node.span.start or node.sentences[-1].end != node.span.end:
            yield problem("sentence_ends", where=node.id)
        for before, after in itertools.pairwise(node.sentences):
            if after.start < before.end:
                yield problem("sentence_order", where=node.id, start=after.start)
            elif (
                replay is not None
                and not _is_gap(node, before.end, after.start)
                and replay.read(Span(start=before.end, end=after.start))
            ):
                yield problem("sentence_gap", where=node.id, start=before.end)


def _is_gap(block: Block, start: int, end: int) -> bool:
    """Whether a border of fragments lies between two sentences: what stands there belongs to something else."""
    return any(start <= fragment.start <= end or start <= fragment.end <= end for fragment in block.fragments)


def facts_lie_in_their_containers(facts: Facts) -> Iterator[Problem]:
    """A fact is printed inside what holds it; a measure of a target inside its target's item."""
    for fact in facts.listed:
        around = facts.containers.get(fact.container) if fact.container is not None else None
        if around is not None and not holds(around, fact.span):
            yield problem("leaves", where=fact.id, span=f"{fact.span.start}-{fact.span.end}", id=fact.container)


def lists_are_in_text_order(facts: Facts) -> Iterator[Problem]:
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
                yield problem("id_expected", where=identifier, expected=f"{prefix}_{index}")
        for before, after in itertools.pairwise(entries):
            if after[1].start < before[1].start:
                yield problem("list_order", where=after[0], before=before[0])
    for starts in (
        [item.span.start for item in document.furniture],
        [repair.span.start for repair in document.repairs],
        [edit.start for edit in document.edits],
    ):
        if starts != sorted(starts):
            yield problem("order")
