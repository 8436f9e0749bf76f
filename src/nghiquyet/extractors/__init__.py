"""Outline → Findings. Mentions first, in one pass over each passage; facts are made of mentions over the outline."""

from collections.abc import Callable

from nghiquyet.extractors.cited_documents import extract_references
from nghiquyet.records import CleanText, Findings, Outline

Extractor = Callable[[CleanText, Outline, Findings], Findings]

EXTRACTORS: tuple[Extractor, ...] = (extract_references,)


def extract(clean: CleanText, outline: Outline) -> Findings:
    """Everything the extractors read, in their order."""
    findings = Findings()
    for extractor in EXTRACTORS:
        findings = extractor(clean, outline, findings)
    return findings


__all__ = ["EXTRACTORS", "extract"]
