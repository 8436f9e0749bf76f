"""A document with what the rules look up in it, and its source as the edits leave it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from nghiquyet.model import Attachment, Block, Cell, Division, Document, Measure, Period, Reference, Span, Target, Task


@dataclass(frozen=True)
class Facts:
    """A document with what the rules look up in it."""

    document: Document

    @cached_property
    def nodes(self) -> tuple[Block | Division | Attachment, ...]:
        return tuple(self.document.walk())

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for node in self.nodes if isinstance(node, Block) for row in node.rows for cell in row)

    @cached_property
    def containers(self) -> dict[str, Span]:
        """Every id that may hold a fact, with its place."""
        found: dict[str, Span] = {}
        for node in (*self.nodes, *self.cells, *self.document.footnotes):
            found.setdefault(node.id, node.span)
        return found

    @cached_property
    def listed(self) -> tuple[Measure | Target | Task | Reference, ...]:
        """The facts of the four lists."""
        document = self.document
        return (*document.measures, *document.targets, *document.tasks, *document.references)

    @cached_property
    def periods(self) -> tuple[tuple[str, Period], ...]:
        """Every period of a fact, with the id of the fact."""
        measured = (
            (measure.id, period) for measure in self.document.measures for period in (measure.period, measure.deadline)
        )
        due = ((task.id, task.deadline) for task in self.document.tasks)
        return tuple((where, period) for where, period in (*measured, *due) if period is not None)

    @cached_property
    def set_apart(self) -> tuple[Span, ...]:
        """Page furniture and footnotes, in text order: what may stand in the middle of a name without being part of it."""
        spans = [item.span for item in self.document.furniture] + [note.span for note in self.document.footnotes]
        return tuple(sorted(spans, key=lambda span: span.start))

    def printed(self, span: Span) -> tuple[Span, ...]:
        """``span`` without what is set apart inside it: «Tỷ lệ cụm», a page number, «công nghiệp»."""
        pieces: list[Span] = []
        start = span.start
        for inside in self.set_apart[bisect_left(self.set_apart, start, key=lambda item: item.start) :]:
            if inside.end >= span.end:
                break
            if inside.start > start:
                pieces.append(Span(start=start, end=inside.start))
            start = max(start, inside.end)
        return (*pieces, Span(start=start, end=span.end)) if pieces else (span,)

    @cached_property
    def replayed(self) -> "Replay | None":
        text = self.document.source.text
        return (
            Replay(text, tuple((edit.start, edit.end, edit.replacement) for edit in self.document.edits))
            if (text is not None)
            else None
        )


class Replay:
    """The source with the edits of the document applied, readable by source spans."""

    def __init__(self, text: str, edits: Sequence[tuple[int, int, str]]) -> None:
        self.text = text
        self.edits = sorted(edits, key=lambda edit: edit[0])

    def reads(self, spans: Sequence[Span], text: str) -> bool:
        """Whether ``spans`` read like ``text``. What edits put in at the edge of a span (the number that a list prints
        before its paragraph) belongs to the span or to its neighbour: both readings are right."""
        if not any(self._is_edited(span) for span in spans):
            printed = "".join([self.text[span.start : span.end] for span in spans])
            return printed == text or squeezed(printed) == squeezed(text)
        wanted = squeezed(text)
        position = 0
        for span in spans:
            readings = sorted(self._readings(span), key=len, reverse=True)
            found = next((reading for reading in readings if wanted.startswith(reading, position)), None)
            if found is None:
                return False
            position += len(found)
        return position == len(wanted)

    def _is_edited(self, span: Span) -> bool:
        """Whether an edit begins inside a span or at its edge."""
        place = bisect_left(self.edits, (span.start,))
        return place < len(self.edits) and self.edits[place][0] <= span.end

    def _readings(self, span: Span) -> Iterator[str]:
        first = bisect_left(self.edits, (span.start, span.start, ""))
        last = bisect_left(self.edits, (span.end, span.end, ""))
        before = self._put_in(first, span.start)
        behind = self._put_in(last, span.end) if span.end > span.start else []
        core = self.read(span, inner=True)
        for lead in range(len(before) + 1):
            for trail in range(len(behind) + 1):
                head = "".join(before[lead:])
                yield squeezed(head + core + "".join(behind[:trail]))
        if span.start == span.end:
            yield from (squeezed("".join(before[:count])) for count in range(len(before)))
            yield from (squeezed(put) for put in before)

    def _put_in(self, place: int, offset: int) -> list[str]:
        """What the edits from ``place`` on put in at ``offset``, where they replace nothing."""
        found = []
        while place < len(self.edits) and self.edits[place][:2] == (offset, offset):
            found.append(self.edits[place][2])
            place += 1
        return found

    def read(self, span: Span, inner: bool = False) -> str:
        """What ``span`` reads like after the edits, every run of blanks as one; ``inner``: without what was put in at
        its start."""
        parts: list[str] = []
        position = span.start
        for start, end, replacement in self.edits[bisect_left(self.edits, (span.start,)) :]:
            if start < position:
                continue
            if start >= span.end:
                break
            if inner and start == end == span.start:
                continue
            parts.append(self.text[position:start])
            parts.append(replacement)
            position = end
        parts.append(self.text[position : span.end])
        return squeezed("".join(parts))


def squeezed(text: str) -> str:
    """Without blanks: line breaks and hyphenation of the source do not count."""
    return "".join(text.split())


def holds(outer: Span, inner: Span) -> bool:
    """Whether ``inner`` lies inside ``outer``."""
    return outer.start <= inner.start and inner.end <= outer.end
