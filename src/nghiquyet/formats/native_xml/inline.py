"""Marks inside a text: where measures, tasks, references and footnote calls are printed."""

from collections import defaultdict
from dataclasses import dataclass

from nghiquyet.model import Document, Span

Mark = tuple[int, int, str, str]
"""Start and end in source offsets, element name, id."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a document by the container whose text holds them."""

    by_container: dict[str, list[Mark]]
    calls: tuple[Mark, ...]


def marks_of(document: Document) -> Marks:
    """Every fact that can be marked, by container."""
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
    return Marks(found, calls)


def offsets_in(text: str, fragments: tuple[Span, ...], source: str | None) -> dict[int, int] | None:
    """Source offset → offset in ``text``; None when the source is not at hand or the text was changed by edits in a
    way that cannot be followed character by character."""
    if source is None:
        return None
    found: dict[int, int] = {}
    position = 0
    for fragment in fragments:
        for offset in range(fragment.start, fragment.end):
            character = source[offset] if offset < len(source) else ""
            if (position < len(text) and text[position] == character) or (
                position < len(text) and character.isspace() and text[position] == " "
            ):
                found[offset] = position
                position += 1
        if position < len(text) and text[position] == " " and fragment is not fragments[-1]:
            position += 1
    return found if position == len(text) else None


def nested(marks: list[Mark]) -> list[Mark]:
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
