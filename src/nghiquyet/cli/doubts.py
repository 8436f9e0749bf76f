"""Whether a person has to look at a converted document, and why."""

from collections.abc import Iterator

from nghiquyet.model import Division, Document

MOST_REPAIRS_APART = 400
"""Characters from one repaired word to the next: where they stand closer, some were missed."""
_ALWAYS = frozenset(
    {
        "metadata.conflict",
        "metadata.supplied_conflict",
        "numbering.gap",
        "numbering.repeat",
        "numbering.restart",
        "text.empty",
        "text.encoding",
        "text.foreign_script",
        "text.legacy_charset_guessed",
        "text.model_token",
        "text.page_unread",
        "text.recognised",
        "quotation.unclosed",
        "quotation.unopened",
    }
)
"""Diagnostics that only a person can settle."""


def reasons(document: Document) -> tuple[str, ...]:
    """Codes, in a fixed order; none where the document can be trusted."""
    return tuple(dict.fromkeys(_reasons(document)))


def repairs_of(document: Document) -> int:
    """Words that were read otherwise than they are printed."""
    return len(document.repairs) + sum(edit.rule.startswith("ocr_repairs.") for edit in document.edits)


def _reasons(document: Document) -> Iterator[str]:
    metadata = document.metadata
    if metadata.number is None or metadata.number.serial is None:
        yield "missing.number"
    if metadata.date is None and metadata.adopted is None:
        yield "missing.date"
    if metadata.issuer is None:
        yield "missing.issuer"
    if metadata.subject is None:
        yield "missing.subject"
    if not any(who.name for who in metadata.signatories):
        yield "missing.signatory"
    if not any(isinstance(node, Division) for node in document.body):
        yield "missing.divisions"
    for evidence in metadata.evidence.values():
        if evidence.origin == "repaired":
            yield "metadata.repaired"
    for diagnostic in document.diagnostics:
        if diagnostic.code in _ALWAYS or diagnostic.severity == "error":
            yield diagnostic.code
    count = repairs_of(document)
    if count > 2 and count * MOST_REPAIRS_APART > document.source.length:
        yield "repairs.many"
    if any(mark.kind == "secrecy" for mark in metadata.marks):
        yield "marked.secret"


__all__ = ["reasons", "repairs_of"]
