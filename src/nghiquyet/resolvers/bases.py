"""Legal bases led to the references that stand in them."""

from bisect import bisect_left
from dataclasses import replace

from nghiquyet.model import Reference, Span
from nghiquyet.records import CleanText, Findings, Outline


def bind_bases(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with the ids of the references inside each basis, in text order."""
    bases = findings.metadata.legal_bases
    if not bases:
        return findings
    inside = sorted(findings.references, key=_start_of)
    starts = list(map(_start_of, inside))

    def ids(span: Span) -> tuple[str, ...]:
        first = bisect_left(starts, span.start)
        found = inside[first : bisect_left(starts, span.end, first)]
        return tuple(item.id for item in found if item.span.end <= span.end)

    bound = tuple(basis.model_copy(update={"references": ids(basis.span)}) for basis in bases)
    return replace(findings, metadata=findings.metadata.model_copy(update={"legal_bases": bound}))


def _start_of(reference: Reference) -> int:
    return reference.span.start
