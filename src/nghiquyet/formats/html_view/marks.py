"""A source text cut into pieces at the ends of everything that is marked in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nghiquyet.model import Document, Span

KINDS = ("measure", "task", "reference", "repair", "diagnostic", "furniture", "label", "heading")
"""Kinds of marks; each is a class of the page."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that is marked: its kind, the id of its card, its places."""

    kind: str
    id: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one set of marks; ``page`` is the page that begins before it."""

    text: str
    kinds: tuple[str, ...]
    ids: tuple[str, ...]
    page: int | None = None


def marks(document: Document) -> Iterator[Mark]:
    """Everything that has a place: facts by their fragments, so that page numbers inside stay unmarked."""
    for measure in document.measures:
        yield Mark("measure", measure.id, measure.fragments or (measure.span,))
    for task in document.tasks:
        yield Mark("task", task.id, task.fragments or (task.span,))
    for reference in document.references:
        yield Mark("reference", reference.id, reference.fragments or (reference.span,))
    for number, repair in enumerate(document.repairs):
        yield Mark("repair", f"repair_{number}", (repair.span,))
    for number, diagnostic in enumerate(document.diagnostics):
        if diagnostic.span is not None:
            yield Mark("diagnostic", f"diagnostic_{number}", (diagnostic.span,))
    for number, furniture in enumerate(document.furniture):
        yield Mark("furniture", f"furniture_{number}", (furniture.span,))
    for node in document.walk():
        if node.type != "block":
            if node.label_span is not None:
                yield Mark("label", node.id, (node.label_span,))
            if node.heading is not None:
                yield Mark("heading", node.id, (node.heading.span,))
    for name, evidence in document.metadata.evidence.items():
        if evidence.span is not None:
            yield Mark("field", f"field_{name}", (evidence.span,))


def pieces(text: str, found: Iterable[Mark], pages: Sequence[tuple[int, int]] = ()) -> Iterator[Piece]:
    """``text`` in order, cut wherever a mark begins or ends and at the page starts ``(offset, number)``."""
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in found:
        for span in mark.spans:
            start, end = min(span.start, len(text)), min(span.end, len(text))
            if end > start:
                opening.setdefault(start, []).append(mark)
                closing.setdefault(end, []).append(mark)
    starts = dict(pages)
    cuts = sorted({0, len(text), *opening, *closing, *(offset for offset in starts if offset < len(text))})
    open_marks: list[Mark] = []
    for position, end in pairwise(cuts):
        for mark in closing.get(position, ()):
            open_marks.remove(mark)
        open_marks += opening.get(position, ())
        yield Piece(
            text[position:end],
            tuple(dict.fromkeys(mark.kind for mark in open_marks)),
            tuple(dict.fromkeys(mark.id for mark in open_marks)),
            starts.get(position),
        )
