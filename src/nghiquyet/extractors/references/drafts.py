"""A reference while it is read: passage offsets and fields, before it becomes a model Reference."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from nghiquyet.model import Issuer, Number, Pinpoint, Reference, ReferenceKind, Relation, Span
from nghiquyet.records import Passage
from nghiquyet.text.offsets import OffsetMap

_UNLINKED = {"identity": ""}
Evidence = dict[str, tuple[int, int]]


@dataclass(slots=True)
class Draft:
    """``start`` and ``end`` are offsets into the passage; ``evidence`` tells where each field stands."""

    start: int
    end: int
    kind: ReferenceKind
    rule: str
    document_type: str | None = None
    number: Number | None = None
    name: str | None = None
    year: str | None = None
    date: datetime.date | None = None
    issuer: Issuer | None = None
    title: str | None = None
    congress: str | None = None
    plenum: str | None = None
    term: str | None = None
    amendment: bool = False
    planned: bool = False
    quoted: bool = False
    relation: Relation = "cites"
    pinpoints: tuple[Pinpoint, ...] = ()
    evidence: Evidence = field(default_factory=dict)
    joined: bool = False
    """A further member of a list: its kind stands at the head of the list, outside its span."""
    id: str = ""
    text: str = ""
    """The printed words; filled when the passage is at hand."""

    def moved(self, offsets: OffsetMap) -> None:
        """Leads every offset through ``offsets``."""
        self.start, self.end = offsets.span(self.start, self.end)
        self.evidence = {name: offsets.span(start, end) for name, (start, end) in self.evidence.items()}

    def reference(self, passage: Passage, link: Mapping[str, str] = _UNLINKED) -> Reference:
        """The model's reference; ``link`` are identity, IRI, link and reason, where they are known already."""
        span = _spans(passage.offsets)
        whole = span(self.start, self.end)
        return Reference.trusted(
            {
                "id": self.id,
                "kind": self.kind,
                "document_type": self.document_type,
                "number": self.number,
                "name": self.name,
                "year": self.year or (self.number.year if self.number else None),
                "date": self.date,
                "issuer": self.issuer,
                "title": self.title,
                "congress": self.congress,
                "plenum": self.plenum,
                "term": self.term,
                "amendment": self.amendment,
                "planned": self.planned,
                "relation": self.relation,
                "pinpoints": self.pinpoints,
                "identity": link["identity"],
                "iri": link.get("iri"),
                "resolves_to": link.get("resolves_to"),
                "unresolved_because": link.get("unresolved_because"),
                "quoted": self.quoted,
                "evidence": {name: span(first, last) for name, (first, last) in self.evidence.items()},
                "text": self.text,
                "span": whole,
                "fragments": passage.fragments(self.start, self.end) if passage.breaks else (whole,),
                "container": passage.container,
                "rule": self.rule,
            }
        )


def _spans(offsets: OffsetMap) -> Callable[[int, int], Span]:
    """What makes a span of the source from one of the passage; most passages are one piece of the source."""
    shift = offsets.shift
    if shift is not None:
        return lambda start, end: Span.trusted({"start": start + shift, "end": end + shift})

    def led(start: int, end: int) -> Span:
        first, last = offsets.span(start, end)
        return Span.trusted({"start": first, "end": last})

    return led
