"""Metadata while it is read: values, where each was read and by which rule, what is missing or in conflict."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from nghiquyet.extractors.metadata.header import Header
from nghiquyet.extractors.metadata.title import Title
from nghiquyet.model import Diagnostic, Evidence, Issuer, Metadata, Origin, Span
from nghiquyet.records import CleanText, Outline, Passage


@dataclass(slots=True)
class Draft:
    """What the readers have found so far; each reader reads it and adds to it."""

    clean: CleanText
    outline: Outline
    header: Header
    title: Title
    clauses: tuple[Passage, ...]
    """Passages of the last articles and the closing, last first: where adoption and effect are stated."""
    values: dict[str, Any] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def put(self, name: str, value: object, rule: str, span: Span | None, origin: Origin = "printed") -> None:
        """Sets a field and its evidence."""
        self.values[name] = value
        self.evidence[name] = Evidence(span=span, rule=rule, origin=origin)

    def conflict(self, name: str, kept: str, other: str, span: Span | None) -> None:
        """Two places of the text say different things; the first one named is kept."""
        params = {"field": name, "kept": kept, "other": other}
        self.diagnostics.append(Diagnostic(code="metadata.conflict", severity="warning", params=params, span=span))

    def missing(self, name: str) -> None:
        """The text does not print a field that its kind of document has."""
        self.diagnostics.append(Diagnostic(code="metadata.missing", severity="info", params={"field": name}))

    def forget_missing(self, name: str) -> None:
        """A later reader found what an earlier one missed."""
        self.diagnostics[:] = [doubt for doubt in self.diagnostics if doubt.params != {"field": name}]

    @property
    def issuer(self) -> Issuer | None:
        """The issuer read so far."""
        issuer = self.values.get("issuer")
        return issuer if isinstance(issuer, Issuer) else None

    def day(self, name: str) -> datetime.date | None:
        """A date field read so far."""
        value = self.values.get(name)
        return value if isinstance(value, datetime.date) else None

    def metadata(self) -> Metadata:
        """The finished record."""
        return Metadata(**self.values, evidence=self.evidence)
