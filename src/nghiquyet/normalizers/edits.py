"""Applies edits: the one place where a text is rewritten, so that the offset map is right by construction."""

from collections.abc import Iterable

from nghiquyet.records import CleanText, SourceText, TextEdit
from nghiquyet.text.offsets import OffsetMap


def apply_edits(source: SourceText, edits: Iterable[TextEdit]) -> CleanText:
    """``source`` with every edit applied; of two edits that overlap the first in the order given wins."""
    text = source.text
    kept: list[TextEdit] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        if edit.start >= position:
            kept.append(edit)
            position = max(edit.end, edit.start)
    pieces: list[str] = []
    runs: list[tuple[int, int, int]] = []
    derived = origin = 0
    for edit in kept:
        runs.append((derived, origin, edit.start - origin))
        pieces.append(text[origin : edit.start])
        derived += edit.start - origin
        pieces.append(edit.replacement)
        derived += len(edit.replacement)
        origin = edit.end
    runs.append((derived, origin, len(text) - origin))
    pieces.append(text[origin:])
    return CleanText("".join(pieces), OffsetMap(runs), tuple(kept), source)
