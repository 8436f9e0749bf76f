"""SourceText → CleanText. Each normalizer looks at the text and returns edits; it never returns a text."""

from collections.abc import Callable, Iterable

from nghiquyet.normalizers.edits import apply_edits
from nghiquyet.records import CleanText, SourceText, TextEdit

Normalizer = Callable[[SourceText], Iterable[TextEdit]]

NORMALIZERS: tuple[Normalizer, ...] = ()


def normalize(source: SourceText) -> CleanText:
    """The regular text of ``source`` with its offset map and the edits that make it, in source order."""
    edits = [edit for normalizer in NORMALIZERS for edit in normalizer(source)]
    return apply_edits(source, edits)


__all__ = ["NORMALIZERS", "normalize"]
