"""Side and family: which drafting rules a text follows, and the words that say so."""

import re
from dataclasses import dataclass
from typing import cast

from nghiquyet.model import Side

_EVIDENCE: tuple[tuple[str, Side, str, re.Pattern[str]], ...] = tuple(
    (rule, cast(Side, side), family, re.compile(rf"(?<![^\W\d_])(?:{pattern})(?![^\W\d_])"))
    for rule, side, family, pattern in (
        ("national_assembly_symbol", "state", "national_assembly", r"\d/(?:19|20)\d\d/QH\d+|QUỐC HỘI\s*(?:\n|$)(?!.*THƯỜNG VỤ)"),
        ("standing_committee_symbol", "state", "standing_committee", r"UBTVQH\d+|ỦY BAN THƯỜNG VỤ QUỐC HỘI|UỶ BAN THƯỜNG VỤ QUỐC HỘI"),
        ("council_name", "state", "peoples_council", r"HỘI ĐỒNG NHÂN DÂN|NQ-HĐND"),
        ("government_symbol", "state", "government", r"NQ-CP|CHÍNH PHỦ\s*(?:\n|$)"),
        ("party_motto", "party", "party", r"ĐẢNG CỘNG SẢN VIỆT NAM|ĐẢNG CỘNG SẲN VIỆT NAM"),
        ("party_symbol", "party", "party", r"\d\s?-\s?[A-ZĐ][A-Za-zĐ]{1,3}\s?/\s?(?:TW|TƯ|TU|ĐU|HU|VPTW|B[A-Z]{2,6}TW)"),
        ("party_committee_title", "party", "party", r"CỦA (?:BAN CHẤP HÀNH|BAN THƯỜNG VỤ|BỘ CHÍNH TRỊ|BAN BÍ THƯ|TỈNH [UỦ][ỶY]|THÀNH [UỦ][ỶY])"),
        ("party_sign_off", "party", "party", r"T/M (?:TỈNH|THÀNH|BAN|BỘ|HUYỆN|ĐẢNG)"),
        ("state_motto", "state", "government", r"CỘNG H[ÒO][ÀA] XÃ HỘI CHỦ NGHĨA"),
    )
)  # fmt: skip
_ADOPTED: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (rule, family, re.compile(pattern))
    for rule, family, pattern in (
        ("council_adoption", "peoples_council", r"Hội đồng nhân dân (?:tỉnh|thành phố|huyện|quận|thị xã|xã)"),
        (
            "standing_committee_adoption",
            "standing_committee",
            r"Ủy ban Thường vụ Quốc hội quyết|Uỷ ban thường vụ Quốc hội",
        ),
        ("assembly_adoption", "national_assembly", r"được Quốc hội nước Cộng hòa"),
    )
)


@dataclass(frozen=True, slots=True)
class Family:
    """The verdict: ``start`` and ``end`` are clean offsets of the words that decided, equal when nothing did."""

    side: Side | None
    name: str
    rule: str
    start: int
    end: int


def decide_family(text: str) -> Family:
    """The family by the earliest evidence in the head of the text, then by what stands anywhere."""
    head = text[:3000]
    best: Family | None = None
    for rule, side, name, pattern in _EVIDENCE:
        match = pattern.search(head)
        if match and (best is None or match.start() < best.start):
            best = Family(side, name, f"families.{rule}", match.start(), match.start() + len(match.group().rstrip()))
    if best is not None and best.rule != "families.state_motto":
        return best
    for rule, name, pattern in _ADOPTED:
        match = pattern.search(text)
        if match:
            return Family("state", name, f"families.{rule}", match.start(), match.start() + len(match.group().rstrip()))
    if best is not None:
        return best
    for rule, side, name, pattern in _EVIDENCE:
        match = pattern.search(text)
        if match:
            return Family(side, name, f"families.{rule}", match.start(), match.start() + len(match.group().rstrip()))
    return Family(None, "party", "families.no_evidence", 0, 0)
