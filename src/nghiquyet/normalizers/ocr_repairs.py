"""What recognisers misread, as edits; only in a text that shows a recogniser's hand. Everything else stays as it is, and
what may be wrong is suggested."""

from collections.abc import Iterator, Sequence

from nghiquyet.normalizers.ocr_forms import FORMS, strokes_among_capitals
from nghiquyet.normalizers.ocr_words import damaged_words, doubtful_words
from nghiquyet.records import Doubt, SourceText, TextEdit

# Words that no typist writes and every recogniser does: a cheap look at a text that may be a scan.
_TRACES = ("\f", "ẳng bộ", "ẳng viên", "ẳng ủy", "ẲNG ", "VQHI", "VQHl", "=== TRANG", "#rong", "frong")
LEAST_DAMAGED = 3
MOST_APART = 2500
"""Characters from one damaged word to the next: a typist slips less often."""


def ocr_repairs(source: SourceText) -> Iterator[TextEdit]:
    """Edits that put recognised words right; in a text without damage only strokes among capitals."""
    text = source.text
    yield from strokes_among_capitals(text)
    if not source.info.is_recognised and not any(trace in text for trace in _TRACES):
        return
    edits = list(damaged_words(text))
    dense = len(edits) * MOST_APART >= len(text) or source.info.is_recognised
    if len(edits) < LEAST_DAMAGED or not dense:
        return
    yield from edits
    for rule in FORMS:
        yield from rule(text)


def suggestions(source: SourceText, edits: Sequence[TextEdit]) -> tuple[Doubt, ...]:
    """Words of a damaged text that may be others, where too little speaks for an edit; none in other texts."""
    made = {edit.start for edit in edits if edit.rule in ("ocr_repairs.syllable_pair", "ocr_repairs.no_syllable")}
    if not made:
        return ()
    return tuple(doubt for doubt in doubtful_words(source.text) if doubt.start not in made)
