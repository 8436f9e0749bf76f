"""Targets without a figure: «Số vụ khiếu kiện … giảm hơn so với năm 2024», «Hoàn thành việc sắp xếp …, xong trong Quý I/2025»."""

import re
from dataclasses import dataclass

from nghiquyet.model import Baseline, Direction

_CLAUSE = re.compile(r"[^;]+")
_NOMINAL = re.compile(r"(?:việc|công tác)\s+")
_COMPARED = re.compile(r"so với\s+\S.*$")
_STATED: tuple[tuple[Direction, re.Pattern[str]], ...] = (
    (
        "decrease",
        re.compile(
            r"(?<!suy )(?<!cắt )(?P<figure>giảm(?:\s+(?:hơn|dần|mạnh|sâu))?"
            r"(?:\s+so với\s+(?:năm\s+\d{4}|năm trước|cùng kỳ))?)(?=\s*(?:[.,;]|$))"
        ),
    ),
    ("none", re.compile(r"(?P<figure>không (?:phát sinh|để xảy ra|có|còn)\s+(?P<name>[^;.]+))")),
    (
        "complete",
        re.compile(
            r"^(?P<figure>[Hh]oàn thành\s+(?P<name>(?:(?! theo | trong (?:năm|[Qq]uý|tháng|\d)|,)[^;.])+)[^;.]*)"
        ),
    ),
    ("increase", re.compile(r"(?P<figure>tăng(?:\s+(?:hơn|dần|cao))?\s+so với\s+(?:năm\s+\d{4}|năm trước|cùng kỳ))")),
)


@dataclass(frozen=True, slots=True)
class QualitativeTarget:
    """``[start, end)`` is the statement, ``name`` where the indicator stands; offsets into the passage."""

    start: int
    end: int
    name: tuple[int, int]
    direction: Direction
    full: str


def find_qualitative(text: str, figures: tuple[tuple[int, int], ...]) -> list[QualitativeTarget]:
    """The statements of a target entry in clauses that hold no figure."""
    found: list[QualitativeTarget] = []
    for clause in _CLAUSE.finditer(text):
        start, end = clause.span()
        # A sentence before the statement belongs to what was stated there.
        stop = max(text.rfind(". ", start, end) + 1, start)
        start = stop
        while start < end and text[start] == " ":
            start += 1
        if any(start <= first < end for first, _ in figures):
            continue
        body = text[start:end]
        for direction, pattern in _STATED:
            match = pattern.search(body)
            if match is None:
                continue
            first, last = start + match.start("figure"), start + match.end("figure")
            if "name" in pattern.groupindex:
                name = (start + match.start("name"), start + match.end("name"))
            else:
                name_end = len(text[start:first].rstrip(" ,")) + start
                name = (start, name_end) if name_end > start else (first, last)
            found.append(QualitativeTarget(first, last, name, direction, _full(text[name[0] : name[1]], direction)))
            break
    return found


def _full(name: str, direction: Direction) -> str:
    """«việc sắp xếp …» → «Sắp xếp …»; «điểm nóng …» that must not arise → «Số điểm nóng … phát sinh»."""
    plain = _NOMINAL.sub("", name.strip(" ,;:"))
    if direction == "none":
        return f"Số {plain} phát sinh"
    return plain[:1].upper() + plain[1:] if plain != name else plain


def compared(text: str) -> Baseline | None:
    """«giảm hơn so với năm 2024»: what the statement compares with."""
    match = _COMPARED.search(text)
    return Baseline(text=match.group()) if match else None
