"""What the extractors hand on, and the resolvers after them."""

from bisect import bisect_left
from dataclasses import dataclass, field

from nghiquyet.model import Diagnostic, Measure, Metadata, Reference, Repair, Target, Task
from nghiquyet.records.mentions import START, AgencyMention, PeriodMention, QuantityMention
from nghiquyet.records.outline import Place


@dataclass(frozen=True, slots=True)
class Mentions:
    """What one left-to-right pass over a passage found, in text order."""

    place: Place
    references: tuple[Reference, ...] = ()
    """References are facts from the start; ids, identity and links come from the resolvers."""
    quantities: tuple[QuantityMention, ...] = ()
    periods: tuple[PeriodMention, ...] = ()
    agencies: tuple[AgencyMention, ...] = ()

    def periods_between(self, start: int, end: int) -> list[PeriodMention]:
        """The stretches of time inside ``[start, end)``."""
        periods = self.periods
        first = bisect_left(periods, start, key=START)
        return [period for period in periods[first : bisect_left(periods, end, first, key=START)] if period.end <= end]


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything read out of an outline. Each extractor returns a copy with its own field filled."""

    metadata: Metadata = field(default_factory=Metadata)
    attachments: tuple[tuple[str, Metadata], ...] = ()
    """What attached documents print of themselves, by attachment id."""
    mentions: tuple[Mentions, ...] = ()
    references: tuple[Reference, ...] = ()
    measures: tuple[Measure, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    amended: tuple[tuple[str, str], ...] = ()
    """Quotations and the references to what they replace, by id."""
    repairs: tuple[Repair, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
