"""A document with what the rules look up in it, and its source as the edits leave it."""

from collections.abc import Sequence
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
        self.edits = sorted(edits)

    def read(self, span: Span) -> str:
        """What ``span`` reads like after the edits, every run of blanks as one."""
        parts: list[str] = []
        position = span.start
        for start, end, replacement in self.edits:
            if end < position or start < position:
                continue
            if start >= span.end:
                break
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
