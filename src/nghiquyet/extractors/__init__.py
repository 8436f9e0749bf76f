"""Outline → Findings. Mentions first, in one pass over each passage; facts are made of mentions over the outline."""

from collections.abc import Callable

from nghiquyet.extractors.cited_documents import extract_references, read_mentions
from nghiquyet.extractors.damaged_cues import find_damaged_cues
from nghiquyet.extractors.legal_bases import extract_legal_bases
from nghiquyet.extractors.measures import extract_measures
from nghiquyet.extractors.mentions import find_mentions
from nghiquyet.extractors.metadata import extract_attached_metadata, extract_metadata, refine_issuer
from nghiquyet.extractors.recipients import extract_recipients
from nghiquyet.extractors.signatories import extract_signatories
from nghiquyet.extractors.tasks import extract_tasks
from nghiquyet.records import CleanText, Findings, Outline

Extractor = Callable[[CleanText, Outline, Findings], Findings]

EXTRACTORS: tuple[Extractor, ...] = (
    find_mentions,
    extract_references,
    extract_metadata,
    extract_legal_bases,
    extract_recipients,
    extract_signatories,
    refine_issuer,
    extract_attached_metadata,
    extract_measures,
    extract_tasks,
    find_damaged_cues,
)


def extract(clean: CleanText, outline: Outline) -> Findings:
    """Everything the extractors read, in their order."""
    findings = Findings()
    for extractor in EXTRACTORS:
        findings = extractor(clean, outline, findings)
    return findings


__all__ = ["EXTRACTORS", "extract", "read_mentions"]
