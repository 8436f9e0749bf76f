"""Legal bases led to the references that stand in them."""

from dataclasses import replace

from nghiquyet.records import CleanText, Findings, Outline


def bind_bases(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with the ids of the references inside each basis, in text order."""
    bases = findings.metadata.legal_bases
    if not bases:
        return findings
    first, last = bases[0].span.start, max(basis.span.end for basis in bases)
    inside = [item for item in findings.references if first <= item.span.start and item.span.end <= last]
    bound = tuple(
        basis.model_copy(
            update={
                "references": tuple(
                    item.id
                    for item in inside
                    if basis.span.start <= item.span.start and item.span.end <= basis.span.end
                )
            }
        )
        for basis in bases
    )
    return replace(findings, metadata=findings.metadata.model_copy(update={"legal_bases": bound}))
