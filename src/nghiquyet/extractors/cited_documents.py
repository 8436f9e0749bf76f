"""References of the whole document: every passage read once, in text order."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nghiquyet.extractors.references import Anchor, Draft, find_anchors, find_drafts, follow_names, read_anchored
from nghiquyet.records import CleanText, Findings, Outline, Passage
from nghiquyet.text import patterns as re
from nghiquyet.text.blanks import plain_blanks, squeeze
from nghiquyet.text.offsets import OffsetMap

# Title block and letterhead name the document itself: its own number is metadata, not a reference.
_OWN_LINES = frozenset({"front"})
_BORDER = "\0"
"""Between two passages: no word, blank or mark that a citation may hold."""
_ODD_BORDER = re.compile(r"\n[^\S\n]+\n")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
# A letter with the marks that a text in another normal form sets behind it.
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")


def extract_references(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with every reference, ids ``ref_1`` … in text order."""
    places = [place for place in outline.places() if place.zone not in _OWN_LINES]
    found: list[tuple[tuple[int, int], Draft, Passage]] = []
    names: dict[str, str] = {}
    for place, drafts in zip(places, _drafts_of([place.passage.text for place in places]), strict=True):
        follow_names(place.passage.text, drafts, names)
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
    names: dict[str, str] = {}
    if not unicodedata.is_normalized("NFC", text):
        for start, end in _paragraphs(text):
            passage = _paragraph(text, start, end)
            drafts = find_drafts(passage.text)
            follow_names(passage.text, drafts, names)
            _add(mentions, drafts, passage)
        return mentions
    flat = plain_blanks(text)
    anchors = find_anchors(flat)
    index, count = 0, len(anchors)
    for start, end, loose in _places(text, [anchor[0] for anchor in anchors], names):
        first = index
        while index < count and anchors[index][0] < end:
            index += 1
        piece = flat[start:end]
        if loose and "  " in piece:
            drafts = find_drafts(piece)
        else:
            drafts = read_anchored(piece, [(a - start, b - start, s, t) for a, b, s, t in anchors[first:index]])
        follow_names(piece, drafts, names)
        if drafts:
            _add(mentions, drafts, Passage("text", piece, OffsetMap(((0, start, end - start),))))
    return mentions


def _places(text: str, anchors: list[int], names: dict[str, str]) -> Iterator[tuple[int, int, bool]]:
    """The paragraphs worth reading: ``(start, end, may hold runs of blanks)`` of those with an anchor, with such a run,
    or, once the text has given a document a name of its own, of all."""
    loose = _loose(text)
    points = sorted({*anchors, *loose}) if loose else anchors
    whole = [] if _ODD_BORDER.search(text) is None else list(_paragraphs(text))
    position = 0
    for point in points:
        if point < position:
            continue
        if names or whole:
            break
        start = text.rfind("\n\n", position, point)
        start = position if start < 0 else start + 2
        while text[start : start + 1].isspace():
            start += 1
        end = text.find("\n\n", max(point, start))
        end = len(text) if end < 0 else end
        yield start, end, bool(loose)
        position = end
    if names or whole:
        for start, end in whole or _paragraphs(text, position):
            yield start, end, True


def _loose(text: str) -> list[int]:
    """Where a run of blanks may stand that is no border of paragraphs, or a blank that is neither space nor line end."""
    found = []
    for blanks in ("  ", " \n", "\n ", "\t", "\xa0", "\r"):
        position = text.find(blanks)
        while position >= 0:
            found.append(position)
            position = text.find(blanks, position + 1)
    return found


def _add(mentions: list[tuple[Draft, Passage]], drafts: list[Draft], passage: Passage) -> None:
    for draft in drafts:
        draft.id = f"ref_{len(mentions) + 1}"
        draft.text = passage.text[draft.start : draft.end]
        mentions.append((draft, passage))


def _paragraphs(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    for border in _BLANK_LINE.finditer(text, start):
        end = border.start()
        if end > start:
            yield start, end
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
