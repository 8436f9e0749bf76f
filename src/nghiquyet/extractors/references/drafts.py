"""A reference while it is read: passage offsets and fields, before it becomes a model Reference."""

import datetime
from dataclasses import dataclass, field

from nghiquyet.model import Issuer, Number, Pinpoint, Reference, ReferenceKind, Relation
from nghiquyet.records import Passage

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
    relation: Relation = "cites"
    pinpoints: tuple[Pinpoint, ...] = ()
    evidence: Evidence = field(default_factory=dict)
    self_word: str | None = None
    """«này», «nêu trên»: how a relative reference points."""

    def reference(self, passage: Passage, quoted: bool) -> Reference:
        """The model's reference; id, identity and links are filled by the resolvers."""
        return Reference(
            id="",
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
            identity=self.self_word or "",
            quoted=quoted,
            evidence={name: passage.span(start, end) for name, (start, end) in self.evidence.items()},
            text=passage.text[self.start : self.end],
            span=passage.span(self.start, self.end),
            fragments=passage.fragments(self.start, self.end),
            container=passage.container,
            rule=self.rule,
        )
