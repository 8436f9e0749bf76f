"""A reference while it is read: passage offsets and fields, before it becomes a model Reference."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from nghiquyet.model import Issuer, Number, Pinpoint, Reference, ReferenceKind, Relation
from nghiquyet.records import Passage
from nghiquyet.text.offsets import OffsetMap

_ENDS = ("start", "end")
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
        start, end = self.start, self.end
        offsets = passage.offsets
        shift = offsets.shift
        if shift is not None:
            span = {"start": start + shift, "end": end + shift}
            evidence = {
                name: {"start": first + shift, "end": last + shift} for name, (first, last) in self.evidence.items()
            }
        else:
            span = dict(zip(_ENDS, offsets.span(start, end), strict=True))
            evidence = {
                name: dict(zip(_ENDS, offsets.span(first, last), strict=True))
                for name, (first, last) in self.evidence.items()
            }
        # One validation of plain dictionaries is three times as fast as building each span by itself.
        return Reference.model_validate(
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
                "quoted": self.quoted,
                "evidence": evidence,
                "text": self.text,
                "span": span,
                "fragments": passage.fragments(start, end) if passage.breaks else (span,),
                "container": passage.container,
                "rule": self.rule,
                **link,
            }
        )
