"""Targets without a figure: «Số vụ khiếu kiện … giảm hơn so với năm 2024», «Hoàn thành việc sắp xếp …, xong trong Quý I/2025»."""

from dataclasses import dataclass, replace

from nghiquyet.model import Baseline, Direction
from nghiquyet.text import patterns as re

_CLAUSE = re.compile(r"(?:[^;.]++|\.(?=[\d.]))+")
_ABOUT = re.compile(r"\svề\s+(?P<name>.+)$")
_DONE = re.compile(
    r"^[Hh]oàn thành\s+|,?\s+(?:xong )?trong (?:năm|[Qq]uý|tháng)\s.*$|,\s+(?:xong|theo)\s.*$|\s+theo\s.*$"
)
_NOMINAL = re.compile(r"(?:việc|công tác)\s+")
_PRAISED = re.compile(r"\s(?:tiên tiến|hiện đại|đồng bộ|chất lượng cao)(?=[,\s])")
_CLAUSE_END = re.compile(r"[;.]|\s*$")
_COMPARED = re.compile(r"so với\s+\S.*$")
_STATED: tuple[tuple[Direction, re.Pattern[str]], ...] = (
    (
        "decrease",
        re.compile(
            r"(?<!suy )(?<!cắt )(?P<figure>giảm(?:\s+(?:hơn|dần|mạnh|sâu))?"
            r"(?:\s+so với\s+(?:năm\s+\d{4}|năm trước|cùng kỳ))?)(?=\s*(?:[.,;]|$))"
        ),
    ),
    ("none", re.compile(r"(?P<figure>không (?:để )?(?:phát sinh|xảy ra|có|còn)\s+(?P<name>[^;.]+))")),
    (
        "complete",
        re.compile(
            r"^(?P<figure>[Hh]oàn thành\s+(?P<name>(?:(?! theo | trong (?:năm|[Qq]uý|tháng|\d)|,)[^;.])+)[^;.]*)"
        ),
    ),
    ("complete", re.compile(r"^(?P<figure>(?:[Xx](?:óa|oá) bỏ|[Cc]hấm dứt|[Pp]hủ (?:sóng|kín))\s+(?P<name>[^;.,]+))")),
    ("increase", re.compile(r"(?P<figure>tăng(?:\s+(?:hơn|dần|cao))?\s+so với\s+(?:năm\s+\d{4}|năm trước|cùng kỳ))")),
    # «đạt mức trên trung bình của thế giới», «thuộc nhóm các nước dẫn đầu», «tương đương các nước phát triển».
    (
        "reach",
        re.compile(
            r"(?:^|[\s,])(?P<figure>(?:đạt (?:mức|trình độ|chuẩn mực)|ngang tầm|tương đương(?: với)?|(?:thuộc|nằm trong) nhóm|"
            r"là một trong (?:các|những))\s+[^\d\s][^,;.]*)"
        ),
    ),
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
        while start < end and text[start] == " ":
            start += 1
        if any(start <= first < end for first, _ in figures):
            continue
        for direction, pattern in _STATED:
            stated = [_statement(text, start, match, direction) for match in pattern.finditer(text[start:end])]
            if stated:
                # «đạt mức tiên tiến …, thuộc nhóm dẫn đầu …»: two statements of one indicator.
                found += [
                    stated[0],
                    *(replace(other, name=stated[0].name, full=stated[0].full) for other in stated[1:]),
                ]
                break
    return found


def _statement(text: str, start: int, match: re.Match[str], direction: Direction) -> QualitativeTarget:
    first, last = start + match.start("figure"), start + match.end("figure")
    if "name" in match.re.groupindex:
        name = (start + match.start("name"), start + match.end("name"))
    else:
        name_end = len(text[start:first].rstrip(" ,")) + start
        name = (start, name_end) if name_end > start else (first, last)
    about = _ABOUT.search(text, first, last) if direction == "reach" else None
    if about is not None:
        # «Việt Nam thuộc nhóm các nước dẫn đầu về an toàn, an ninh không gian mạng».
        matter = (about.start("name"), _end_of_clause(text, about.end("name")))
        who = text[slice(*name)]
        return QualitativeTarget(first, last, matter, direction, f"Vị trí của {who} về {text[slice(*matter)]}")
    praised = _PRAISED.search(text, *name) if direction == "reach" else None
    if praised is not None and praised.start() - name[0] > 8:
        # «Hạ tầng công nghệ số tiên tiến, hiện đại, … ngang tầm các nước tiên tiến».
        name = (name[0], praised.start())
    whole = text[slice(*name)]
    if text.startswith("đạt trình độ", first) and "trình độ" not in whole:
        return QualitativeTarget(first, last, name, direction, f"Trình độ của {whole}")
    if direction == "complete":
        whole = _DONE.sub("", text[first:last])
    return QualitativeTarget(first, last, name, direction, _full(whole, direction))


def _end_of_clause(text: str, position: int) -> int:
    end = _CLAUSE_END.search(text, position)
    return end.start() if end else len(text.rstrip(" .;"))


def _full(name: str, direction: Direction) -> str:
    """«việc sắp xếp …» → «Sắp xếp …»; «điểm nóng …» that must not arise → «Số điểm nóng … phát sinh»."""
    plain = _NOMINAL.sub("", name.strip(" ,;:"))
    if direction == "none":
        return f"Số {plain} phát sinh"
    return plain[:1].upper() + plain[1:] if plain != name or direction == "complete" else plain


def compared(text: str) -> Baseline | None:
    """«giảm hơn so với năm 2024»: what the statement compares with."""
    match = _COMPARED.search(text)
    return Baseline(text=match.group()) if match else None
