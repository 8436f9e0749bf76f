"""A source text cut into pieces at the ends of everything that is marked in it, and the pieces into pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from nghiquyet.model import Document, Repair, Span

_MADE = frozenset({"layout_marks.generated_number", "layout_marks.note_call", "layout_marks.note_body"})


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that is marked: its kind (a class of the page), the id of its card, its places."""

    kind: str
    id: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one set of marks; ``page`` is the page that begins before it, ``inserted`` what stands
    before it without being printed characters: numbers that Word makes by itself."""

    text: str
    kinds: tuple[str, ...]
    ids: tuple[str, ...]
    page: int | None = None
    inserted: str = ""


@dataclass(slots=True)
class Leaf:
    """One page of the source: its number where pages are known, its pictures, its pieces."""

    page: int | None = None
    images: tuple[str, ...] = ()
    pieces: list[Piece] = field(default_factory=list)


def repairs(document: Document) -> tuple[Repair, ...]:
    """Words that were read otherwise than they are printed: repairs, and edits that mend what a recogniser did."""
    text = document.source.text
    if text is None:
        return document.repairs
    mended = (
        Repair(
            found=text[edit.start : edit.end],
            read_as=edit.replacement,
            span=Span(start=edit.start, end=edit.end),
            rule=edit.rule,
        )
        for edit in document.edits
        if edit.rule.startswith("ocr_repairs.")
    )
    return tuple(sorted((*document.repairs, *mended), key=lambda repair: repair.span.start))


def insertions(document: Document) -> dict[int, str]:
    """Numbers and note marks that a file makes by itself, by their place."""
    found: dict[int, str] = {}
    for edit in document.edits:
        if edit.start == edit.end and edit.rule in _MADE:
            found[edit.start] = found.get(edit.start, "") + edit.replacement
    return found


def marks(document: Document) -> Iterator[Mark]:
    """Everything that has a place: facts by their fragments, so that page numbers inside stay unmarked."""
    for measure in document.measures:
        yield Mark("measure", measure.id, measure.fragments or (measure.span,))
    for task in document.tasks:
        yield Mark("task", task.id, task.fragments or (task.span,))
    for reference in document.references:
        yield Mark("reference", reference.id, reference.fragments or (reference.span,))
    for number, repair in enumerate(repairs(document)):
        yield Mark("repair", f"repair_{number}", (repair.span,))
    for number, diagnostic in enumerate(document.diagnostics):
        if diagnostic.span is not None:
            yield Mark("diagnostic", f"diagnostic_{number}", (diagnostic.span,))
    for note in document.footnotes:
        places = note.fragments or (note.span,)
        yield Mark("footnote", note.id, (note.call, *places) if note.call is not None else places)
    for number, furniture in enumerate(document.furniture):
        yield Mark("furniture", f"furniture_{number}", (furniture.span,))
        if furniture.kind == "page_break":
            yield Mark("break", f"furniture_{number}", (furniture.span,))
    for node in document.walk():
        if node.type != "block":
            if node.label_span is not None:
                yield Mark("label", node.id, (node.label_span,))
            if node.heading is not None:
                yield Mark("heading", node.id, (node.heading.span,))
    yield from _fields(document)


def _fields(document: Document) -> Iterator[Mark]:
    """Fields of the metadata; lists by their items."""
    metadata = document.metadata
    lists = {
        "signatories": tuple(who.span for who in metadata.signatories),
        "recipients": tuple(item.span for item in metadata.recipients),
        "legal_bases": tuple(item.span for item in metadata.legal_bases),
    }
    for name, spans in lists.items():
        if spans:
            yield Mark("field", f"field_{name}", spans)
    for name, evidence in metadata.evidence.items():
        if evidence.span is not None and name not in lists:
            yield Mark("field", f"field_{name}", (evidence.span,))


def pieces(
    text: str,
    found: Iterable[Mark],
    pages: Sequence[tuple[int, int]] = (),
    inserted: Mapping[int, str] | None = None,
) -> Iterator[Piece]:
    """``text`` in order, cut wherever a mark begins or ends, at the page starts ``(offset, number)`` and at what is
    inserted."""
    made = inserted or {}
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in found:
        for span in mark.spans:
            start, end = min(span.start, len(text)), min(span.end, len(text))
            if end > start:
                opening.setdefault(start, []).append(mark)
                closing.setdefault(end, []).append(mark)
    starts = dict(pages)
    cuts = sorted({0, len(text), *opening, *closing, *(offset for offset in (*starts, *made) if offset < len(text))})
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
            made.get(position, ""),
        )


def leaves(found: Iterable[Piece], images: Sequence[str] = ()) -> list[Leaf]:
    """The pieces page by page, each page with its picture; pictures without a page stand at the last one."""
    made: list[Leaf] = []
    for piece in found:
        if piece.page is not None or not made:
            made.append(Leaf(piece.page))
        made[-1].pieces.append(piece)
    left = dict(enumerate(images, 1))
    for leaf in made:
        if leaf.page in left:
            leaf.images = (left.pop(leaf.page),)
    if left:
        if not made:
            made.append(Leaf())
        made[-1].images += tuple(left.values())
    return made
