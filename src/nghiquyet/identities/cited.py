"""The table a researcher wants: every cited document once, with its mentions, relations and pinpoints."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from nghiquyet.identities.keys import DocumentKey
from nghiquyet.identities.naming import akoma_ntoso_iri
from nghiquyet.identities.registry import Registered, Registry
from nghiquyet.model import Document, Issuer, Pinpoint, Reference


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """One cited document. What several mentions give is put together; what none gives is None."""

    identity: str
    """Its key."""
    iri: str | None
    """Its Akoma Ntoso IRI, when the key is complete."""
    text: str
    """Its fullest mention as printed, on one line, without pinpoints."""
    document_type: str | None
    number: str | None
    date: datetime.date | None
    issuer: Issuer | None
    title: str | None
    is_self: bool
    """It is the citing document."""
    mentions: tuple[Reference, ...]
    """All mentions, in text order."""
    relations: tuple[str, ...]
    """How the text relates to it, each relation once, in the order met."""
    pinpoints: tuple[Pinpoint, ...]
    """Every place cited in it, each once, in the order met."""
    record: Registered | None = None
    """What the registry knows of it."""


def cited_documents(
    cited: Document | Iterable[Reference], registry: Registry | None = None
) -> tuple[CitedDocument, ...]:
    """The documents that a document, or a list of references, cites, in the order of their first mention.

    With a ``registry`` what is known of a document is added (number and date of a law cited by name and year); nothing
    that is printed is replaced.
    """
    references = cited.references if isinstance(cited, Document) else tuple(cited)
    own = cited.metadata.identity if isinstance(cited, Document) else None
    groups: dict[str, list[Reference]] = {}
    for reference in references:
        groups.setdefault(reference.identity, []).append(reference)
    return tuple(_cited(identity, tuple(group), own, registry) for identity, group in groups.items())


def _cited(identity: str, mentions: tuple[Reference, ...], own: str | None, registry: Registry | None) -> CitedDocument:
    record = registry.lookup(identity) if registry is not None else None
    fullest = max(mentions, key=_fullness)
    numbers = [mention.number for mention in mentions if mention.number is not None]
    number = max(numbers, key=lambda number: len(number.text)).text if numbers else None
    date = next((mention.date for mention in mentions if mention.date is not None), None)
    if record is not None:
        number = number if number is not None and "/" in number else record.number
        date = date or record.date
    return CitedDocument(
        identity=identity,
        iri=akoma_ntoso_iri(DocumentKey.parse(record.key if record is not None else identity), date),
        text=_without_pinpoints(fullest),
        document_type=fullest.document_type,
        number=number,
        date=date,
        issuer=next((mention.issuer for mention in mentions if mention.issuer is not None), None),
        title=next((mention.title for mention in mentions if mention.title is not None), None)
        or (record.title if record is not None else None),
        is_self=identity == own,
        mentions=mentions,
        relations=tuple(dict.fromkeys(mention.relation for mention in mentions)),
        pinpoints=tuple(dict.fromkeys(pinpoint for mention in mentions for pinpoint in mention.pinpoints)),
        record=record,
    )


def _fullness(reference: Reference) -> tuple[bool, int]:
    return reference.kind != "relative", len(_without_pinpoints(reference))


def _without_pinpoints(reference: Reference) -> str:
    """The printed words from the kind on: pinpoints in front belong to the mention, not to the document."""
    kind, places = reference.evidence.get("document_type"), reference.evidence.get("pinpoints")
    text = " ".join(reference.text.split())
    if kind is None or places is None or places.start > kind.start or reference.document_type is None:
        return text
    first = text.lower().find(reference.document_type.lower())
    return text[first:] if first >= 0 else text
