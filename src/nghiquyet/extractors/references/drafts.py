"""A reference while it is read: passage offsets and fields, before it becomes a model Reference."""

import datetime
from dataclasses import dataclass, field

from nghiquyet.model import Issuer, Number, Pinpoint, Reference, ReferenceKind, Relation
from nghiquyet.records import Passage
from nghiquyet.text.offsets import OffsetMap

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

    def moved(self, offsets: OffsetMap) -> None:
        """Leads every offset through ``offsets``."""
        self.start, self.end = offsets.span(self.start, self.end)
        self.evidence = {name: offsets.span(start, end) for name, (start, end) in self.evidence.items()}

    def reference(self, passage: Passage, reference_id: str = "") -> Reference:
        """The model's reference; identity and links are filled by the resolvers."""
        start, end = self.start, self.end
        span = passage.span(start, end)
        return Reference(
            id=reference_id,
            kind=self.kind,
            document_type=self.document_type,
            number=self.number,
            name=self.name,
            year=self.year or (self.number.year if self.number else None),
            date=self.date,
            issuer=self.issuer,
            title=self.title,
            congress=self.congress,
            plenum=self.plenum,
            term=self.term,
            amendment=self.amendment,
            planned=self.planned,
            relation=self.relation,
            pinpoints=self.pinpoints,
            identity="",
            quoted=self.quoted,
            evidence={name: passage.span(first, last) for name, (first, last) in self.evidence.items()},
            text=passage.text[start:end],
            span=span,
            fragments=passage.fragments(start, end) if passage.breaks else (span,),
            container=passage.container,
            rule=self.rule,
        )
