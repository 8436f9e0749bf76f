"""SourceText → CleanText. Each normalizer looks at the text and returns edits; it never returns a text."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from nghiquyet.normalizers.edits import apply_edits
from nghiquyet.normalizers.layout_marks import layout_marks
from nghiquyet.normalizers.legacy_charsets import legacy_charsets
from nghiquyet.normalizers.markup import (
    emphasis_marks,
    escapes,
    heading_marks,
    marks_before_labels,
    specks_before_labels,
    tags,
    underlines,
)
from nghiquyet.normalizers.ocr_repairs import ocr_repairs, suggestions
from nghiquyet.normalizers.tokens import joined_words
from nghiquyet.normalizers.unicode_forms import character_forms
from nghiquyet.records import CleanText, SourceText, TextEdit

Normalizer = Callable[[SourceText], Iterable[TextEdit]]

NORMALIZERS: tuple[Normalizer, ...] = (
    legacy_charsets,
    layout_marks,
    character_forms,
    tags,
    heading_marks,
    marks_before_labels,
    specks_before_labels,
    emphasis_marks,
    underlines,
    escapes,
    joined_words,
    ocr_repairs,
)


def normalize(source: SourceText) -> CleanText:
    """The regular text of ``source`` with its offset map and the edits that make it, in source order."""
    edits = [edit for normalizer in NORMALIZERS for edit in normalizer(source)]
    clean = apply_edits(source, edits)
    return replace(clean, doubts=doubts) if (doubts := suggestions(source, clean.edits)) else clean


__all__ = ["NORMALIZERS", "normalize"]
