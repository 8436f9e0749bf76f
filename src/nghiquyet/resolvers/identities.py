"""Identities: one key for all mentions of one document.

``vn:<register>:<kind>:<detail>[;<date>]`` — the register is the body whose numbering it is: the committee, its standing
committee and its permanent members of one province share one (HD 36-HD/VPTW 1.3), as do the Central Committee, the
Politburo and the Secretariat. ``_`` stands for what the text does not give; nothing is guessed.
"""

from dataclasses import replace

from nghiquyet.model import Issuer, Reference
from nghiquyet.records import CleanText, Findings, Outline
from nghiquyet.text.vietnamese import fold, slug

_CENTRAL = frozenset({"TW"})
_SELF = "self"


def identify(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with the identity of every reference; the same document gets the same key."""
    territory = findings.metadata.territory
    own = own_identity(findings)
    dated = _known_dates(findings.references)
    references = []
    for reference in findings.references:
        if reference.kind == "relative" and not reference.quoted and reference.identity in ("này", ""):
            kind = findings.metadata.document_type
            fits = reference.document_type is None or kind is None or fold(reference.document_type) == fold(kind)
            identity = own if fits else f"vn:_:{slug(reference.document_type or '_')}:_"
        else:
            identity = identity_of(reference, territory, dated)
        references.append(reference.model_copy(update={"identity": identity}))
    return replace(findings, references=tuple(references))


def own_identity(findings: Findings) -> str:
    """The key of the document itself, from its metadata."""
    metadata = findings.metadata
    register = _register(metadata.issuer, metadata.territory, metadata.number.symbol if metadata.number else None)
    kind = slug(metadata.document_type) if metadata.document_type else "_"
    if metadata.number is not None:
        detail = slug(metadata.number.text)
        date = metadata.date or metadata.adopted
        return f"vn:{register}:{kind}:{detail}" + (f";{date.isoformat()}" if date else "")
    subject = slug(metadata.subject)[:60] if metadata.subject else "_"
    return f"vn:{register}:{kind}:_;{subject}"


def identity_of(reference: Reference, territory: str | None, dated: dict[tuple[str, str], str] | None = None) -> str:
    """The key of a cited document; ``territory`` is where a local body without a place of its own belongs."""
    kind = slug(reference.document_type) if reference.document_type else "_"
    number = reference.number
    if reference.kind == "standard" and number is not None:
        return f"vn:standard:{kind}:{slug(number.text)}"
    if reference.congress is not None:
        return f"vn:congress:{kind}:{reference.congress}"
    if reference.plenum is not None:
        return f"vn:plenum:{kind}:{reference.term or '_'}.{reference.plenum}"
    if number is not None:
        register = _register(reference.issuer, territory, number.symbol)
        detail = slug(number.text)
        date = reference.date.isoformat() if reference.date else (dated or {}).get((kind, detail))
        if date is None and number.year is None and reference.year is not None:
            date = reference.year
        # The year is part of the number of normative documents: the day adds nothing to their identity.
        return f"vn:{register}:{kind}:{detail}" + (f";{date}" if date and number.year is None else "")
    if reference.name is not None:
        year = reference.year or (str(reference.date.year) if reference.date else None)
        return f"vn:law:{kind}:{slug(reference.name)}" + (f";{year}" if year else "")
    if reference.title is not None:
        return f"vn:title:{kind}:{slug(reference.title)[:120]}"
    return f"vn:_:{kind}:_"


def _register(issuer: Issuer | None, territory: str | None, symbol: str | None) -> str:
    """The numbering register: from the symbol where it names one body, else from the issuer."""
    body = symbol.rsplit("/", 1)[-1].rsplit("-", 1)[-1] if symbol else None
    if body in _CENTRAL:
        return "tw"
    if body == "TU" or (issuer is not None and issuer.code == "TU"):
        place = (issuer.territory if issuer else None) or territory
        return f"tinh-uy.{slug(place) if place else '_'}"
    if body is not None and body in ("HĐND", "UBND"):
        place = (issuer.territory if issuer else None) or territory
        return f"{slug(body)}.{slug(place) if place else '_'}"
    if body:
        return slug(body)
    return slug(issuer.canonical or issuer.name) if issuer is not None else "_"


def _known_dates(references: tuple[Reference, ...]) -> dict[tuple[str, str], str]:
    """(kind, number) → date, for numbers cited once with their date and again without; only where one date is given."""
    dates: dict[tuple[str, str], set[str]] = {}
    for reference in references:
        if reference.number is not None and reference.date is not None and reference.document_type:
            key = (slug(reference.document_type), slug(reference.number.text))
            dates.setdefault(key, set()).add(reference.date.isoformat())
    return {key: next(iter(values)) for key, values in dates.items() if len(values) == 1}
