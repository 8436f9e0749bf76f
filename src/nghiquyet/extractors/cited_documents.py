"""References of the whole document: every passage read once, in text order."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from nghiquyet.extractors.references import Draft, find_anchors, find_drafts, read_anchored
from nghiquyet.records import CleanText, Findings, Outline, Passage
from nghiquyet.text.blanks import plain_blanks
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
            draft.text = place.passage.text[draft.start : draft.end]
            references.append(draft.reference(place.passage))
    references.sort(key=lambda reference: (reference.span.start, -reference.span.end))
    numbered = tuple(
        reference.model_copy(update={"id": f"ref_{index}"}) for index, reference in enumerate(references, start=1)
    )
    return replace(findings, references=numbered)


def read_mentions(text: str) -> list[tuple[Draft, Passage]]:
    """The references of a bare text, not yet linked, each with the paragraph it was read in; blank lines part paragraphs, single line breaks are blanks.

    Anchors are looked for once in the whole text: they hold single blanks, so none reaches over a blank line. Only
    paragraphs with an anchor are read; those with runs of blanks, or in another normal form, are squeezed first.
    """
    mentions: list[tuple[Draft, Passage]] = []
    flat = plain_blanks(text)
    composed = unicodedata.is_normalized("NFC", text)
    anchors = find_anchors(flat) if composed else []
    index = 0
    for start, end in _paragraphs(text):
        first = index
        while index < len(anchors) and anchors[index][0] < end:
            index += 1
        if composed and flat.find("  ", start, end) < 0:
            if index == first:
                continue
            passage = Passage("text", flat[start:end], OffsetMap(((0, start, end - start),)))
            drafts = read_anchored(passage.text, [(a - start, b - start, s, t) for a, b, s, t in anchors[first:index]])
        else:
            passage = _paragraph(text, start, end)
            drafts = find_drafts(passage.text)
        for draft in drafts:
            draft.id = f"ref_{len(mentions) + 1}"
            draft.text = passage.text[draft.start : draft.end]
            mentions.append((draft, passage))
    return mentions


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for border in _BLANK_LINE.finditer(text):
        if border.start() > start:
            yield start, border.start()
        start = border.end()
    if start < len(text):
        yield start, len(text)


def _paragraph(text: str, start: int, end: int) -> Passage:
    piece = text[start:end]
    if unicodedata.is_normalized("NFC", piece):
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
