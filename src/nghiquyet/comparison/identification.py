"""What identifies two resolutions, field by field."""

from collections.abc import Callable

from nghiquyet.comparison.changes import FieldChange
from nghiquyet.model import Document, Metadata
from nghiquyet.text.vietnamese import fold

FIELDS: tuple[tuple[str, Callable[[Metadata], object]], ...] = (
    ("document_type", lambda metadata: metadata.document_type),
    ("number", lambda metadata: metadata.number.text if metadata.number else None),
    ("issuer", lambda metadata: metadata.issuer.name if metadata.issuer else None),
    ("territory", lambda metadata: metadata.territory),
    ("subject", lambda metadata: metadata.subject),
    ("subject_period", lambda metadata: metadata.subject_period.text if metadata.subject_period else None),
    ("date", lambda metadata: metadata.date),
    ("place", lambda metadata: metadata.place),
    ("adopted", lambda metadata: metadata.adopted),
    ("effective", lambda metadata: metadata.effective),
    ("session", lambda metadata: metadata.session.text if metadata.session else None),
    ("dissemination", lambda metadata: metadata.dissemination),
    ("signatories", lambda metadata: "; ".join(who.name or who.position or "" for who in metadata.signatories)),
    ("recipients", lambda metadata: "; ".join(item.text for item in metadata.recipients)),
)


def compare_metadata(before: Document, after: Document) -> tuple[FieldChange, ...]:
    """The fields that at least one of the two has."""
    found = []
    for field, read in FIELDS:
        one, other = _text(read(before.metadata)), _text(read(after.metadata))
        if one is None and other is None:
            continue
        evidence = before.metadata.evidence.get(field), after.metadata.evidence.get(field)
        found.append(
            FieldChange(
                field=field,
                before=one,
                after=other,
                same=fold(one or "") == fold(other or ""),
                before_span=evidence[0].span if evidence[0] else None,
                after_span=evidence[1].span if evidence[1] else None,
            )
        )
    return tuple(found)


def _text(value: object) -> str | None:
    return None if value is None or value == "" else str(value)
