"""Mentions: what one pass over each passage finds, before facts are made of it."""

from dataclasses import replace

from nghiquyet.extractors.mentions.periods import find_periods
from nghiquyet.extractors.mentions.quantities import find_quantities
from nghiquyet.records import CleanText, Findings, Mentions, Outline


def find_mentions(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with the quantities and periods of every passage, in document order."""
    found = tuple(
        Mentions(
            place,
            quantities=find_quantities(place.passage.text),
            periods=find_periods(place.passage.text, place.passage.span),
        )
        for place in outline.places()
    )
    return replace(findings, mentions=found)


__all__ = ["find_mentions"]
