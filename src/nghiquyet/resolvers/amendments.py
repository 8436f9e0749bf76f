"""Quoted provisions bound to the reference that says what they replace: «Sửa đổi Điều 5 như sau: “Điều 5. …”»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nghiquyet.model import Reference
from nghiquyet.records import CleanText, Findings, Outline, OutlineBlock, OutlineDivision, OutlineNode

_AMENDING = frozenset({"amends", "replaces"})


def bind_quotations(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with the amending reference of each quotation: one in the words that announce it."""
    places = [place for nodes in _trees(outline) for place in _quotations(nodes, None)]
    if not places:
        return findings
    by_container: dict[str, list[Reference]] = {}
    for reference in findings.references:
        if reference.container and not reference.quoted:
            by_container.setdefault(reference.container, []).append(reference)
    bound = []
    for quotation, announcing in places:
        found = next(
            (choice for name in announcing if (choice := _choice(by_container.get(name, ()))) is not None), None
        )
        if found is not None:
            bound.append((quotation, found))
    return replace(findings, amended=tuple(bound))


def _trees(outline: Outline) -> Iterator[tuple[OutlineNode, ...]]:
    yield outline.body
    for attachment in outline.attachments:
        yield attachment.content


def _quotations(nodes: Sequence[OutlineNode], holder: OutlineDivision | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """``(quotation, containers that may announce it)``: the block before it, then the division that holds both."""
    before: OutlineNode | None = None
    for node in nodes:
        if isinstance(node, OutlineDivision):
            yield from _quotations(node.content, node)
        elif node.kind == "quotation":
            names = [before.id] if isinstance(before, OutlineBlock) else []
            yield node.id, (*names, *([holder.id] if holder is not None else ()))
        before = node


def _choice(references: Sequence[Reference]) -> str | None:
    """The reference with the place that is amended; the amended document where no place is named."""
    amending = [reference for reference in references if reference.relation in _AMENDING]
    placed = next((reference for reference in amending if reference.pinpoints), None)
    chosen = placed or next(iter(amending), None) or next((item for item in references if item.pinpoints), None)
    return chosen.id if chosen is not None else None
