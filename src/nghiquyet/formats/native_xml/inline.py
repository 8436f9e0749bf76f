"""Marks inside a text: where measures, tasks, references and footnote calls are printed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from nghiquyet.model import Attachment, Block, Cell, Division, Document, Footnote, Heading, Span

Mark = tuple[int, int, str, str]
"""Start and end, element name, id of the fact."""
Holder = Block | Heading | Footnote | Cell
"""What has a text that can hold marks."""
Run = tuple[int, int, int]
"""Source offset, offset in the text, length: a stretch that reads the same in both."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The facts of a document by the container whose text holds them, in source offsets."""

    by_container: dict[str, list[Mark]]
    calls: tuple[Mark, ...]
    source: str | None

    def inside(self, holder: Holder, owner: str) -> list[Mark]:
        """The marks of a text as offsets into it, nested, outermost first; ``owner`` is the id a heading belongs to.

        Empty where the source is not at hand, or the text was changed by edits in a way that cannot be followed
        character by character.
        """
        marks = list(self.by_container.get(owner, ()))
        if isinstance(holder, Block):
            marks += (mark for mark in self.calls if holder.span.start <= mark[0] < holder.span.end)
        if not marks or self.source is None:
            return []
        fragments = (holder.span,) if isinstance(holder, Heading) else holder.fragments or (holder.span,)
        runs = _runs(holder.text, fragments, self.source)
        if runs is None:
            return []
        placed = []
        for start, end, name, identifier in marks:
            first, last = _placed(runs, start), _placed(runs, end - 1)
            if first is not None and last is not None and end > start:
                placed.append((first, last + 1, name, identifier))
        return _nested(placed)


def marks_of(document: Document) -> Marks:
    """Every fact that can be marked."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for task in document.tasks:
        found[task.container].append((task.span.start, task.span.end, "task", task.id))
    for reference in document.references:
        if reference.container is not None:
            found[reference.container].append((reference.span.start, reference.span.end, "reference", reference.id))
    for measure in document.measures:
        found[measure.container].append((measure.span.start, measure.span.end, "measure", measure.id))
    calls = tuple(
        (note.call.start, note.call.end, "call", note.id) for note in document.footnotes if note.call is not None
    )
    return Marks(found, calls, document.source.text)


def marked_texts(document: Document) -> Iterator[tuple[str, str, list[Mark]]]:
    """``(id, text, marks)`` of every text of the document that can hold marks, a heading by the id of its division."""
    marks = marks_of(document)
    for node in document.walk():
        if isinstance(node, Division | Attachment):
            if node.heading is not None:
                yield node.id, node.heading.text, marks.inside(node.heading, node.id)
            continue
        yield node.id, node.text, marks.inside(node, node.id)
        for row in node.rows:
            for cell in row:
                yield cell.id, cell.text, marks.inside(cell, cell.id)
    for note in document.footnotes:
        yield note.id, note.text, marks.inside(note, note.id)


def _runs(text: str, fragments: tuple[Span, ...], source: str) -> list[Run] | None:
    """How ``fragments`` of the source make ``text``; None when they do not."""
    runs: list[Run] = []
    position = 0
    for fragment in fragments:
        length = fragment.end - fragment.start
        if text.startswith(source[fragment.start : fragment.end], position):
            runs.append((fragment.start, position, length))
            position += length
        else:
            position = _walk(text, position, fragment, source, runs)
        if position < len(text) and text[position] == " " and fragment is not fragments[-1]:
            position += 1
    return runs if position == len(text) else None


def _walk(text: str, position: int, fragment: Span, source: str, runs: list[Run]) -> int:
    """A fragment whose line breaks were read as blanks, or from which an edit took characters: stretch by stretch where
    both read the same, else one by one."""
    offset, stop = fragment.start, min(fragment.end, len(source))
    while offset < stop and position < len(text):
        length = min(_STRETCH, stop - offset, len(text) - position)
        while length and source[offset : offset + length] != text[position : position + length]:
            length = length // 4 if length > 4 else length - 1
        if not length and source[offset].isspace() and text[position] == " ":
            length = 1
        if not length:
            offset += 1
            continue
        if runs and runs[-1][0] + runs[-1][2] == offset and runs[-1][1] + runs[-1][2] == position:
            runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + length)
        else:
            runs.append((offset, position, length))
        offset += length
        position += length
    return position


_STRETCH = 256


def _placed(runs: list[Run], offset: int) -> int | None:
    for start, position, length in runs:
        if start <= offset < start + length:
            return position + offset - start
    return None


def _nested(marks: list[Mark]) -> list[Mark]:
    """The marks that nest, outermost first; one that would cross another is left to its list."""
    kept: list[Mark] = []
    open_ends: list[int] = []
    for mark in sorted(marks, key=lambda item: (item[0], -item[1], item[2] != "task")):
        while open_ends and open_ends[-1] <= mark[0]:
            open_ends.pop()
        if open_ends and mark[1] > open_ends[-1]:
            continue
        kept.append(mark)
        open_ends.append(mark[1])
    return kept
