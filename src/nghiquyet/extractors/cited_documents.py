"""References of the whole document: every passage read once, in text order."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nghiquyet.extractors.references import Anchor, Draft, find_anchors, find_drafts, read_anchored
from nghiquyet.records import CleanText, Findings, Outline, Passage
from nghiquyet.text import patterns as re
from nghiquyet.text.blanks import plain_blanks, squeeze
from nghiquyet.text.offsets import OffsetMap

# Title block and letterhead name the document itself: its own number is metadata, not a reference.
_OWN_LINES = frozenset({"front"})
_BORDER = "\0"
"""Between two passages: no word, blank or mark that a citation may hold."""
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
# A letter with the marks that a text in another normal form sets behind it.
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")


def extract_references(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with every reference, ids ``ref_1`` … in text order."""
    places = [place for place in outline.places() if place.zone not in _OWN_LINES]
    found: list[tuple[tuple[int, int], Draft, Passage]] = []
    for place, drafts in zip(places, _drafts_of([place.passage.text for place in places]), strict=True):
        for draft in drafts:
            draft.quoted = draft.quoted or place.quoted
            draft.text = place.passage.text[draft.start : draft.end]
            found.append((place.passage.offsets.span(draft.start, draft.end), draft, place.passage))
    found.sort(key=lambda one: (one[0][0], -one[0][1]))
    for index, (_, draft, _) in enumerate(found, start=1):
        draft.id = f"ref_{index}"
    return replace(findings, references=tuple(draft.reference(passage) for _, draft, passage in found))


def _drafts_of(texts: Sequence[str]) -> Iterator[list[Draft]]:
    """The references of each text; anchors are looked for once, over all of them."""
    squeezed = [squeeze(text) for text in texts]
    anchors = find_anchors(_BORDER.join(text for text, _ in squeezed))
    index = start = 0
    for text, offsets in squeezed:
        end = start + len(text)
        inside: list[Anchor] = []
        while index < len(anchors) and anchors[index][0] < end:
            first, last, sort, document_type = anchors[index]
            inside.append((first - start, last - start, sort, document_type))
            index += 1
        drafts = read_anchored(text, inside)
        if offsets is not None:
            for draft in drafts:
                draft.moved(offsets)
        yield drafts
        start = end + len(_BORDER)


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
