"""References of the whole document: every passage read once, in text order."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from nghiquyet.extractors.references import find_drafts
from nghiquyet.model import Reference
from nghiquyet.records import CleanText, Findings, Outline, Passage
from nghiquyet.text.offsets import OffsetMap

# Title block and letterhead name the document itself: its own number is metadata, not a reference.
_OWN_LINES = frozenset({"front"})
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
# A letter with the marks that a text in another normal form sets behind it.
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")


def extract_references(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with every reference, ids ``ref_1`` … in text order."""
    references = []
    for place in outline.places():
        if place.zone in _OWN_LINES:
            continue
        for draft in find_drafts(place.passage.text):
            draft.quoted = draft.quoted or place.quoted
            references.append(draft.reference(place.passage))
    references.sort(key=lambda reference: (reference.span.start, -reference.span.end))
    numbered = tuple(
        reference.model_copy(update={"id": f"ref_{index}"}) for index, reference in enumerate(references, start=1)
    )
    return replace(findings, references=numbered)


def read_references(text: str) -> tuple[Reference, ...]:
    """The references of a bare text, not yet linked; blank lines part paragraphs, single line breaks are blanks."""
    references: list[Reference] = []
    for passage in _paragraphs(text):
        for draft in find_drafts(passage.text):
            references.append(draft.reference(passage, f"ref_{len(references) + 1}"))
    return tuple(references)


def _paragraphs(text: str) -> Iterator[Passage]:
    composed = unicodedata.is_normalized("NFC", text)
    start = 0
    for border in _BLANK_LINE.finditer(text):
        if border.start() > start:
            yield _paragraph(text, start, border.start(), composed)
        start = border.end()
    if start < len(text):
        yield _paragraph(text, start, len(text), composed)


def _paragraph(text: str, start: int, end: int, composed: bool) -> Passage:
    piece = text[start:end]
    if composed or unicodedata.is_normalized("NFC", piece):
        return Passage("text", piece, OffsetMap(((0, start, end - start),)))
    runs: list[tuple[int, int, int]] = []
    parts: list[str] = []
    derived = origin = 0
    for match in _CLUSTER.finditer(piece):
        letter = unicodedata.normalize("NFC", match.group())
        runs.append((derived, start + origin, match.start() - origin))
        parts += (piece[origin : match.start()], letter)
        derived += match.start() - origin + len(letter)
        origin = match.end()
    runs.append((derived, start + origin, len(piece) - origin))
    parts.append(piece[origin:])
    return Passage("text", "".join(parts), OffsetMap(run for run in runs if run[2] or run is runs[-1]))
