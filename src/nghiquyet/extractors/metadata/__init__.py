"""What identifies a resolution. ``READERS`` lists the fields in the order in which they lean on one another."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice

from nghiquyet.extractors.metadata.adoption import read_adoption
from nghiquyet.extractors.metadata.attached import extract_attached_metadata
from nghiquyet.extractors.metadata.attached_line import read_attached_line
from nghiquyet.extractors.metadata.dates import read_missing_dates, read_place_and_date
from nghiquyet.extractors.metadata.draft import Draft
from nghiquyet.extractors.metadata.effect import read_dissemination, read_effect
from nghiquyet.extractors.metadata.header import passages_of, read_header
from nghiquyet.extractors.metadata.issuer import fill_canonical, read_family, read_issuer, refine_issuer
from nghiquyet.extractors.metadata.layout import read_layout
from nghiquyet.extractors.metadata.marks import read_marks
from nghiquyet.extractors.metadata.numbers import read_document_number
from nghiquyet.extractors.metadata.press_lead import read_press_lead
from nghiquyet.extractors.metadata.stamps import read_stamps
from nghiquyet.extractors.metadata.subject import read_kind, read_subject, read_subject_period
from nghiquyet.extractors.metadata.territory import read_territory
from nghiquyet.extractors.metadata.title import read_title, title_start
from nghiquyet.model import Evidence, Span
from nghiquyet.records import CleanText, Findings, Outline, Passage

READERS: tuple[Callable[[Draft], None], ...] = (
    read_document_number,
    read_kind,
    read_subject,
    read_place_and_date,
    read_press_lead,
    read_subject_period,
    read_adoption,
    read_attached_line,
    read_missing_dates,
    read_effect,
    read_dissemination,
    read_issuer,
    read_family,
    read_territory,
    fill_canonical,
    read_marks,
    read_stamps,
    read_layout,
)

LAST_PASSAGES = 400
"""Adoption, effect and dissemination are stated in the last articles; annexes whose title is lost may follow them."""


def extract_metadata(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """Number, kind, subject, dates, issuer, territory, session, marks, dissemination, each with its evidence."""
    header = read_header((*outline.front, *outline.preamble, *outline.body))
    header.drop_mottos(title_start(header))
    draft = Draft(clean, outline, header, read_title(header), _clauses(outline))
    draft.values["side"] = outline.side
    # Without any evidence neither is known: «families.no_evidence».
    draft.values["family"] = outline.family if outline.side is not None else None
    words = whole_words(clean.source.text, outline.family_span)
    decided = Evidence(span=words, rule=outline.family_rule, origin="inferred")
    draft.evidence["family"] = draft.evidence["side"] = decided
    for reader in READERS:
        reader(draft)
    known = findings.metadata.model_copy(update={**draft.values, "evidence": {**draft.evidence}})
    return replace(findings, metadata=known, diagnostics=(*findings.diagnostics, *draft.diagnostics))


def whole_words(text: str, span: Span | None) -> Span | None:
    """``span`` without blanks at its edges, and with the rest of the word that it cuts."""
    if span is None:
        return None
    start, end = span.start, span.end
    while end < len(text) and end > start and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    end = start + len(text[start:end].rstrip())
    start = end - len(text[start:end].lstrip())
    return Span(start=start, end=end) if start < end else None


def _clauses(outline: Outline) -> tuple[Passage, ...]:
    closing = list(passages_of(outline.closing))[:12]
    body = list(islice(_last(outline), LAST_PASSAGES))
    return (*closing, *body)


def _last(outline: Outline) -> Iterable[Passage]:
    passages = [place.passage for place in outline.places() if place.zone == "body" and not place.quoted]
    return reversed(passages)


__all__ = ["READERS", "extract_attached_metadata", "extract_metadata", "refine_issuer"]
