"""Quoted provisions: «Sửa đổi, bổ sung khoản 2 Điều 3 như sau:⏎“2. …”.» — the new wording, with a tree of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nghiquyet.segmenters.labels import label_candidates
from nghiquyet.segmenters.units import Unit, open_unit
from nghiquyet.text import patterns as re

_AMENDS = re.compile(r"(?:[Ss]ửa đổi|[Bb]ổ sung|[Tt]hay thế|[Đđ]iều chỉnh|SỬA ĐỔI|BỔ SUNG|THAY THẾ)")
_ANNOUNCED = re.compile(r"(?:như sau|sau đây|sau|là)\s*:\s*$|:\s*$")
_OPENING = '“"«‘'
_CLOSED = re.compile(r"[”\"»’]\s*(?:[.;,:/]|\./\.)*\s*$")
_COUNTED = re.compile('[“”«»"]')
_NAMED_POINT = re.compile(r"[Đđ]iểm\s+([a-zđ]\d?)\b")
_NAMED_CLAUSE = re.compile(r"[Kk]hoản\s+(\d+[a-zđ]?)\b")
_NAMED_ARTICLE = re.compile(r"[Đđ]iều\s+(\d+[a-zđ]?)\b")
MOST_UNITS = 400
NEAR = 60
"""How many units a quotation without an opening mark may go on before its closing mark."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Units ``first`` to ``last - 1``; ``opened`` and ``closed`` say which marks stand there."""

    first: int
    last: int
    opened: bool
    closed: bool
    rule: str


def find_quotations(units: Sequence[Unit]) -> dict[int, Quotation]:
    """First unit index → quotation."""
    found: dict[int, Quotation] = {}
    index = 1
    while index < len(units):
        quotation = _quotation_at(units, index)
        if quotation is None:
            index += 1
            continue
        found[index] = quotation
        index = quotation.last
    return found


def _quotation_at(units: Sequence[Unit], index: int) -> Quotation | None:
    before, unit = units[index - 1], units[index]
    if (
        not before.text.endswith((":", ": "))
        or unit.table is not None
        or before.table is not None
        or not _ANNOUNCED.search(before.text[-30:])
    ):
        return None
    if not _AMENDS.search(before.text):
        return None
    if unit.first.text[0] in _OPENING:
        last, closed = _end(units, index, before, opened=True)
        return Quotation(index, last, True, closed, "quotations.announced_and_opened")
    if _is_named(before.text, unit):
        last, closed = _end(units, index, before, opened=False)
        if closed and last - index <= NEAR:
            return Quotation(index, last, False, True, "quotations.opening_mark_missing")
        if not closed and index + 1 < last <= min(index + NEAR, len(units) - 1):
            return Quotation(index, last, False, False, "quotations.both_marks_missing")
    return None


def _is_named(announcement: str, unit: Unit) -> bool:
    """Whether the label is that of the provision to be amended: «Sửa đổi điểm a khoản 1 … như sau:» and «a) …»."""
    if unit.label is None:
        return False
    patterns = {"letter": _NAMED_POINT, "arabic": _NAMED_CLAUSE, "article": _NAMED_ARTICLE}
    pattern = patterns.get(unit.label.family)
    return pattern is not None and unit.label.number in pattern.findall(announcement)


def _end(units: Sequence[Unit], first: int, before: Unit, opened: bool) -> tuple[int, bool]:
    """``(index behind the quotation, whether its closing mark stands there)``."""
    depth = 0 if opened else 1
    outer = [unit for unit in reversed(units[max(0, first - 200) : first]) if unit.label is not None]
    article = next((unit for unit in outer if unit.label is not None and unit.label.family == "article"), None)
    for index in range(first, min(len(units), first + MOST_UNITS)):
        unit = units[index]
        if index > first and (_resumes(unit, before, article) or (not opened and _follows(unit, article))):
            return index, False
        for mark in _COUNTED.findall(unit.first.text if not unit.text else unit.text):
            if mark == '"':
                depth += -1 if depth > 0 else 1
            else:
                depth += 1 if mark in "“«" else -1
        if index == first and opened and unit.label is None and unit.text[:1] not in _OPENING:
            depth += 1
        if depth <= 0 and unit.text and (_CLOSED.search(unit.text[-12:]) or index > first):
            return index + 1, True
    return first + 1, False


def _resumes(unit: Unit, before: Unit, article: Unit | None) -> bool:
    """Whether the amending document goes on here: its own numbering, with words that amend; or its next article."""
    label = unit.label
    if label is None or unit.first.text[0] in _OPENING:
        return False
    if before.label is not None and label.style == before.label.style and label.value == before.label.value + 1:
        return _AMENDS.match(unit.text) is not None or unit.text.startswith(("Bãi bỏ", "Thay cụm từ"))
    return (
        _follows(unit, article)
        and re.match(r"Sửa đổi|Bổ sung|Bãi bỏ|Thay|Tổ chức|Hiệu lực|Điều khoản|Trách nhiệm|Nghị quyết này", unit.text)
        is not None
    )


def _follows(unit: Unit, article: Unit | None) -> bool:
    """Whether the unit is the article behind ``article``."""
    return (
        article is not None
        and article.label is not None
        and unit.label is not None
        and unit.label.family == "article"
        and unit.label.value == article.label.value + 1
    )


def inner_units(units: Sequence[Unit], quotation: Quotation) -> list[Unit]:
    """The quoted units without the marks around them, the first with the label that its opening mark hid."""
    inner = [replace(unit, pieces=list(unit.pieces), cuts=list(unit.cuts)) for unit in units]
    if quotation.opened:
        line = inner[0].first
        bare = line.text[1:].lstrip()
        moved = replace(line, start=line.end - len(bare), text=bare)
        if not bare:
            inner = inner[1:]
        else:
            candidates = label_candidates(bare)
            opened = open_unit(moved, candidates[0] if candidates else None)
            rest = inner[0].pieces[1:]
            opened.pieces.extend(rest)
            # The pieces behind the first are joined to the text as they were.
            tail = inner[0].text[len(line.text) :]
            opened.text = f"{opened.text}{tail}"
            opened.cuts = inner[0].cuts
            opened.last = inner[0].last
            inner[0] = opened
    if quotation.closed and inner and inner[-1].pieces:
        last = inner[-1]
        match = _CLOSED.search(last.text)
        if match is not None:
            bare_text = last.text[: match.start()].rstrip()
            cut = len(last.text) - len(bare_text)
            start, end = last.pieces[-1]
            if end - cut > start:
                last.pieces[-1] = (start, end - cut)
            else:
                last.pieces.pop()
            last.text = bare_text
    return [unit for unit in inner if unit.pieces or unit.label is not None]
