"""Furniture: lines that belong to the page, the file or the site, and not to the text."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from nghiquyet.lexicons import Table
from nghiquyet.model import FurnitureKind
from nghiquyet.segmenters.lines import Line
from nghiquyet.segmenters.stamps import find_stamps
from nghiquyet.text import patterns as re

SITE_LINES = Table("site_lines")

_RULE = re.compile(r"[-_=~–—*.…\s]{3,}|[*#|>]{1,6}|[-–—_]{2,}|x{5,}|o0o|-+\s*o0o\s*-+")
_PLACEHOLDER = re.compile(r"[.…\s]{6,}|<jsontable\b[^<>]*>\s*</jsontable>|</?(?:table|tr|td|th|thead|tbody)\b[^<>]*>")
_COMMENT = re.compile(r">\s.*|<!--.*-->|\[(?:\.\.\.|…)\]|\[---.*---\]|<\|\w+\|>(?:<\|\w+\|>|\w{0,12})*")
_PAGE_BREAK = re.compile(r"=+\s*(?:TRANG|PAGE|Trang|Page)\s*\d+\s*=+|<!--\s*page:?\s*\d+\s*-->|-+\s*Trang\s+\d+\s*-+")
_PAGE_NUMBER = re.compile(r"[-–—]?\s*(\d{1,3})\s*[-–—]?|Trang\s+(\d{1,3})(?:\s*/\s*\d{1,3})?")
_YAML = re.compile(r"[\w-]+:(?:\s|$)|-\s|\"")
_DIGITS = re.compile(r"\d+")
LONGEST = 80
HEAD_LINES = 60
TAIL_LINES = 320
"""How far from the edges of a text the page of a site reaches."""
MOST_PAGES = 400
PROSE = 20


def page_break(line: Line) -> FurnitureKind | None:
    """«===== TRANG 12 =====», «<!-- page: 3 -->»: where a page of the scan begins."""
    return "page_break" if line.text[0] in "=<-" and _PAGE_BREAK.fullmatch(line.text) else None


def drawn_rule(line: Line) -> FurnitureKind | None:
    """«-----», «***», «*»: a rule under a header, or between parts."""
    return "rule" if _RULE.fullmatch(line.text) else None


def dotted_filler(line: Line) -> FurnitureKind | None:
    """«…………», «<jsontable …>»: space left for a hand, or for a table that the converter dropped."""
    return "placeholder" if line.text[0] in ".…<" and _PLACEHOLDER.fullmatch(line.text) else None


def editor_comment(line: Line) -> FurnitureKind | None:
    """«[--- đoạn lược bỏ ---]», «<|im_start|>»: put in by the one, or by the model, that converted the file."""
    return "editorial" if line.text[0] in "<[>" and _COMMENT.fullmatch(line.text) else None


def file_name(line: Line) -> FurnitureKind | None:
    """«18.KLTW75.DOC 7», «18.QUDTW335DOC. 8»: the file and the page, at the foot of a scan."""
    return "running_header" if "DOC" in line.text and _FILE_NAME.fullmatch(line.text) else None


_FILE_NAME = re.compile(r"\d{1,3}\.[A-Z]{2,}[\w.-]*DOCX?\b[\s.)\dA-Z]{0,8}")


def text_on_site(lines: Sequence[Line]) -> tuple[int, int]:
    """``(first, last + 1)`` of the lines between «Đang tải văn bản...» and «FILE ĐƯỢC ĐÍNH KÈM …»: a web site's page
    stands around them."""
    pattern, tails = _site_pattern()
    heads = [
        i for i, line in enumerate(lines[:HEAD_LINES]) if (hit := pattern.match(line.text)) and hit[0] not in tails
    ]
    first = heads[-1] + 1 if heads else 0
    near = max(first, len(lines) - TAIL_LINES)
    tail = (i for i, line in enumerate(lines[near:], near) if (hit := pattern.match(line.text)) and hit[0] in tails)
    last = next(tail, len(lines))
    return first, _caption(lines, first, last) if last < len(lines) else last


# The site repeats the title below the signature: «Nghị quyết 375/NQ-CP năm 2025 … do Chính phủ ban hành».
_CAPTION = re.compile(
    r"(?:Nghị quyết|Quyết định|Kế hoạch|Thông báo|Công điện|Chỉ thị|Công văn|Thông tư) \d+\S*(?: năm \d{4})? \S"
)
CAPTION_LINES = 6


def _caption(lines: Sequence[Line], first: int, last: int) -> int:
    """Where the page of the site begins below the text, the repeated title included."""
    for place in range(last - 1, max(first, last - CAPTION_LINES) - 1, -1):
        if _CAPTION.match(lines[place].text) and lines[place].blank_before:
            return place
        if lines[place].text[-1] in ".;:" or lines[place].text.startswith("-"):
            break
    return last


@cache
def _site_pattern() -> tuple[re.Pattern[str], frozenset[str]]:
    phrases = sorted((word for row in SITE_LINES.rows for word in row.words), key=len, reverse=True)
    tails = frozenset(word for row in SITE_LINES.rows if row.text("reach") != "head" for word in row.words)
    return re.compile("|".join(map(re.escape, phrases))), tails


@cache
def lines_of_site(reach: str) -> tuple[str, ...]:
    """How the lines of a site's page begin that reach so far: «tail», «last»."""
    return tuple(word for row in SITE_LINES.rows if row.text("reach") == reach for word in row.words)


FurnitureRule = Callable[[Line], FurnitureKind | None]

FURNITURE_RULES: tuple[FurnitureRule, ...] = (page_break, dotted_filler, drawn_rule, editor_comment, file_name)


def find_furniture(lines: Sequence[Line]) -> dict[int, tuple[FurnitureKind, str]]:
    """Line index → (kind, rule id) for every line that is furniture."""
    found: dict[int, tuple[FurnitureKind, str]] = dict.fromkeys(
        range(_file_header(lines)), ("editorial", "furniture.file_header")
    )
    found.update((index, ("stamp", "stamps.find_stamps")) for index in find_stamps(lines))
    numbered: list[tuple[int, int]] = []
    for line in lines:
        length = len(line.text)
        if line.table is not None or line.index in found:
            continue
        # A line of prose begins with a letter and is no rule: one look dismisses it.
        if (length > LONGEST and line.text[0] != ">") or (line.text[0].isalpha() and length > 12):
            continue
        for rule in FURNITURE_RULES:
            kind = rule(line)
            if kind is not None:
                found[line.index] = (kind, f"furniture.{rule.__name__}")
                break
        else:
            match = _PAGE_NUMBER.fullmatch(line.text) if length <= 12 else None
            if match:
                numbered.append((line.index, int(match[1] or match[2])))
            elif length <= 2 and line.index and found.get(line.index - 1, ("",))[0] == "page_break":
                # OCR reads the number of a page as «Z», «ọ».
                found[line.index] = ("page_number", "furniture.unreadable_page_number")
    found.update((index, ("page_number", "furniture.rising_page_numbers")) for index in _rising(numbered))
    found.update(
        (index, ("page_number", "furniture.number_between_lines"))
        for index, number in numbered
        if index not in found and number <= MOST_PAGES and _stands_alone(lines, index)
    )
    found.update((index, ("running_header", "furniture.repeated_at_page_tops")) for index in _repeated(lines, found))
    return found


def _file_header(lines: Sequence[Line]) -> int:
    """How many lines a YAML header and the converter's remark («> Bản Markdown …») take at the top of a file."""
    count = 0
    if lines and lines[0].text == "---":
        end = next((i for i, line in enumerate(lines[1:HEAD_LINES], 1) if line.text == "---"), 0)
        if end and all(_YAML.match(line.text) for line in lines[1:end]):
            count = end + 1
    return count


def _rising(numbered: Sequence[tuple[int, int]]) -> list[int]:
    """Of the lines that hold only a number, those that count pages: each one more than the one before.

    Numbers in the cells of a flattened table stand close together; a page holds at least a few lines. A page whose
    number was lost or misread leaves a gap.
    """
    pages: list[int] = []
    last_index, last_number = -1, None
    for index, number in numbered:
        follows = last_number is None or (last_number < number <= last_number + 1 + min(3, (index - last_index) // 15))
        if follows and number <= MOST_PAGES and (last_number is None or index - last_index >= 4):
            if last_number is None and number > 3:
                continue
            pages.append(index)
            last_index, last_number = index, number
    return pages if len(pages) > 1 or (pages and last_number in (2, 3)) else []


def _stands_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether a line that holds only a number stands between lines of prose: no cell of a flattened table does."""
    around = (*lines[max(index - 2, 0) : index], *lines[index + 1 : index + 3])
    return len(around) == 4 and all(len(line.text) >= PROSE and line.table is None for line in around)


def _repeated(lines: Sequence[Line], found: dict[int, tuple[FurnitureKind, str]]) -> list[int]:
    """Lines at page tops that come again and again but for their digits: «18.KLTW75.DOC 7»."""
    tops: list[tuple[int, str]] = []
    fresh = False
    for line in lines:
        fresh = fresh or line.new_page
        if line.index in found:
            fresh = fresh or found[line.index][0] == "page_break"
            continue
        if fresh and len(line.text) <= LONGEST and line.table is None:
            tops.append((line.index, _DIGITS.sub("0", line.text)))
        fresh = False
    counts = Counter(text for _, text in tops)
    return [index for index, text in tops if counts[text] >= 3]
