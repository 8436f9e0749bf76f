"""References that point from where they stand: «Nghị quyết này», «Nghị quyết nêu trên», «khoản 2 Điều này»."""

import re

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.extractors.references.pinpoints import PinpointRun

_DEIXIS = re.compile(r"\s+(?P<word>này|nêu trên|nói trên|trên đây|đã nêu)(?!\w)")


def deictic(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Nghị quyết này», «Chỉ thị nêu trên»."""
    match = _DEIXIS.match(text, word_end)
    if match is None:
        return []
    draft = Draft(start, match.end(), "relative", "references.relative.deictic", document_type)
    draft.self_word = match["word"]
    draft.evidence["document_type"] = (start, word_end)
    return [draft]


def bare_pinpoint(run: PinpointRun) -> Draft | None:
    """«Điều 1», «khoản 2 Điều này», «Phụ lục I» with no document beside: a place in this document.

    A lone «điểm a» or «mục 2» is too weak: it may be a point of anything.
    """
    if not (run.levels & {"article", "clause", "appendix", "chapter"} or run.this):
        return None
    draft = Draft(run.start, run.end, "relative", "references.relative.bare_pinpoint")
    draft.pinpoints = run.pinpoints
    draft.self_word = "này"
    draft.evidence["pinpoints"] = (run.start, run.end)
    return draft
