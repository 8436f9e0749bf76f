"""References of the whole document: every passage read once, in text order."""

from dataclasses import replace

from nghiquyet.extractors.references import find_drafts
from nghiquyet.records import CleanText, Findings, Outline

# Title block and letterhead name the document itself: its own number is metadata, not a reference.
_OWN_LINES = frozenset({"front"})


def extract_references(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with every reference, ids ``ref_1`` … in text order."""
    references = []
    for place in outline.places():
        if place.zone in _OWN_LINES:
            continue
        for draft in find_drafts(place.passage.text):
            references.append(draft.reference(place.passage, place.quoted))
    references.sort(key=lambda reference: (reference.span.start, -reference.span.end))
    numbered = tuple(
        reference.model_copy(update={"id": f"ref_{index}"}) for index, reference in enumerate(references, start=1)
    )
    return replace(findings, references=numbered)
