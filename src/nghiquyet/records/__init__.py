"""What one stage hands to the next: SourceText → CleanText → Outline → Findings. Internal, frozen, slotted."""

from nghiquyet.records.clean_text import CleanText, TextEdit
from nghiquyet.records.findings import Findings, Mentions
from nghiquyet.records.mentions import AgencyMention, PeriodMention, QuantityMention
from nghiquyet.records.outline import (
    Decision,
    Outline,
    OutlineAttachment,
    OutlineBlock,
    OutlineCell,
    OutlineDivision,
    OutlineFootnote,
    OutlineFurniture,
    OutlineNode,
    Place,
)
from nghiquyet.records.passages import Passage
from nghiquyet.records.source_text import Doubt, LayoutMark, PageSpan, PartSpan, SourceInfo, SourceText

__all__ = [
    "AgencyMention",
    "CleanText",
    "Decision",
    "Doubt",
    "Findings",
    "LayoutMark",
    "Mentions",
    "Outline",
    "OutlineAttachment",
    "OutlineBlock",
    "OutlineCell",
    "OutlineDivision",
    "OutlineFootnote",
    "OutlineFurniture",
    "OutlineNode",
    "PageSpan",
    "PartSpan",
    "Passage",
    "PeriodMention",
    "Place",
    "QuantityMention",
    "SourceInfo",
    "SourceText",
    "TextEdit",
]
