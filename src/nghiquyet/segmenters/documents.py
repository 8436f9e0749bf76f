"""Several documents in one text: where each begins, its letterhead included."""

from collections.abc import Sequence
from itertools import pairwise

from nghiquyet.records import CleanText
from nghiquyet.segmenters.furniture import lines_of_site
from nghiquyet.segmenters.letterheads import (
    ANNEX,
    ATTACHED_TO,
    BASIS,
    CITED_BASIS,
    DRAWN,
    FORMULA,
    LABEL,
    LIST_ITEM,
    MOTTO,
    REAL_NUMBER,
    SIGNED,
    SITE_HEAD,
    STRUCTURE,
    TYPE,
    basis_below,
    has_number,
    is_attached,
    is_form,
    is_header,
    is_letter,
    is_marked,
    names_issuer,
)
from nghiquyet.segmenters.lines import Line, split_lines
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import UPPER

_SENTENCE = re.compile(r"(?:Nghị quyết|Kết luận)\s+(?:về|quy định|thông qua|ban hành|phê chuẩn|giao|của|số)\s")
_BODY_NAME = re.compile(r"(?:Hội đồng nhân dân|Quốc hội|Chính phủ|[ỦU][ỷy] ban|Kho[áa] |Khóa )")
_HEADED_TITLE = re.compile(r"(?:Nghị quyết|Kết luận|Chỉ thị|Quy định|Hướng dẫn)\s+(?:số\s+)?\d|TOÀN VĂN")
_OWN_TITLE = re.compile(
    r"(?:Nghị quyết|Thông báo|Kết luận|Quyết định|Chỉ thị|Hướng dẫn|Quy định|Thông tư|Nghị định|Công văn|Circular)"
    r"(?: kết luận| No\.)? (?:số )?\d"
)
# «NGHỊ QUYẾT SỐ 26-NQ/TU NGÀY 05/12/2025 CỦA TỈNH ỦY …»: an editor's title.
_TITLED = re.compile(r"[A-ZĐÀ-Ỵ ]+ SỐ \d{1,5}[\d/]*[-/][A-ZĐ/-]+ NGÀY \d")
_AUTHOR = re.compile(r"\W*(?:CỦA|VỀ|Về|về|của|V/[Vv])\b")
_SUBJECT = re.compile(r"(?:VỀ|V/V)(?:\s|$)")
_SITE_TAIL = re.compile(r"Văn bản này chưa cập nhật|Văn bản liên quan|FILE ĐƯỢC ĐÍNH KÈM")
_OPENING_TAG = re.compile(r"\s*(?:<(?:p|div|center)\b[^<>\n]{0,200}>\s*)+")
# A converter's comment, and emphasis that it put around nothing: «** **».
_SAYS_NOTHING = re.compile(r"<!--|\*{2,}(?:\s+\*{2,})+$")
_COLUMNS = re.compile(r"-{3,}(?: +-{2,})+")
_KEY = re.compile(r"[a-z]\w*: ")
_FIRST_PLACEHOLDER = re.compile(r'<jsontable name="bang_0">.*')
_PLACEHOLDER = re.compile(r"<jsontable\b.*")
_INTRODUCED = ("HƯỚNG DẪN", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "KẾ HOẠCH")
"""They open with «Thực hiện Nghị quyết số …» instead of a basis."""
LONGEST_HEADER = 30
LONGEST_SITE_HEADER = 120
LEAST_LINES = 5
"""A text without any article or section may be a document too, when it is longer than a header."""
LOOK_BACK = 90
_NOTES = ("Nghị quyết này", "Ví dụ", "Ghi chú", "Nguồn:", "Theo ", "Riêng ", "Danh mục", "Định mức")
BARS_BELOW = 2
"""The page of a site is closed by two bars."""
PROSE = 120
"""A line of prose; a hard-wrapped one is shorter and goes on in small letters."""


def find_documents(clean: CleanText) -> tuple[tuple[int, int], ...]:
    """Source spans of the documents in a text, in order; together they hold all of it."""
    lines = split_lines(clean)
    places = [_line_start(clean, line) for line in lines]
    headed = frozenset(index for index, place in enumerate(places) if clean.source.text[place] == "#")
    borders = [0, *(places[index] for index in _starts(lines, headed) if index), len(clean.source.text)]
    return tuple(pairwise(borders))


def _line_start(clean: CleanText, line: Line) -> int:
    """Where the line of the source begins that holds ``line``, the marks of a converter included."""
    text = clean.source.text
    place = _start_of_line(text, clean.offsets.start(line.start))
    # «<div align="center">» on the line above opens what holds the line.
    while place and _OPENING_TAG.fullmatch(text, above := _start_of_line(text, place - 1), place):
        place = above
    return place


def _start_of_line(text: str, place: int) -> int:
    while place and text[place - 1] not in "\n\r\f":
        place -= 1
    return place


def _starts(lines: Sequence[Line], headed: frozenset[int]) -> list[int]:
    """Line indexes at which a further document begins."""
    starts: list[int] = []
    begun = 0
    bodied = closed = annexed = False
    ended = 0
    tails, page_ends = lines_of_site("tail"), lines_of_site("last")
    for index, line in enumerate(lines):
        text = line.text
        if ended and not (text == "|" and not line.blank_before and index - ended <= BARS_BELOW):
            starts.append(index)
            begun = index
            bodied = closed = annexed = False
            ended = 0
        if text.startswith(page_ends):
            ended = index
        if ended:
            continue
        start = None
        longest = (
            LONGEST_SITE_HEADER
            if any(SITE_HEAD.match(item.text) for item in lines[begun : begun + 4])
            else LONGEST_HEADER
        )
        if bodied or index - begun > longest:
            title = index in headed and _HEADED_TITLE.match(text) is not None
            start = _climb(lines, index, begun) if title else _start_at(lines, index, begun, closed, annexed)
        if start is not None and (bodied or start > begun + LEAST_LINES):
            starts.append(start)
            begun = start
            bodied = closed = annexed = False
            continue
        if STRUCTURE.match(text):
            bodied = True
        if bodied and (SIGNED.match(text) or FORMULA.match(text) or text.endswith("./.")):
            closed = True
        elif closed and (ANNEX.match(text) or ATTACHED_TO.match(text) or LABEL.match(text) or text.startswith(tails)):
            annexed = True
    return starts


def _start_at(lines: Sequence[Line], index: int, begun: int, closed: bool, annexed: bool) -> int | None:
    """Where the document begins whose head stands at ``index``; None when none does."""
    line = lines[index]
    text = line.text
    kind = TYPE.match(text) if text[0].isupper() else None
    if kind is not None and len(text) < 300 and not text.rstrip().endswith(":"):
        first = _climb(lines, index, begun)
        if is_form(lines, first, index) or is_attached(lines, index):
            return None
        basis = basis_below(lines, index)
        if has_number(lines[first:index]) or (kind["own"] and basis is not None):
            return first
        if not closed:
            return None
        # An attached regulation has no legal bases of its own.
        if kind["other"] is not None:
            cited = basis is not None and (kind["other"] in _INTRODUCED or CITED_BASIS.match(basis.text) is not None)
            return first if cited else None
        alone = kind.end() == len(text) and index + 1 < len(lines)
        authored = _AUTHOR.match(lines[index + 1].text if alone else text[kind.end() :])
        return first if not annexed or authored or _TITLED.match(text) else None
    if _SENTENCE.match(text) and len(text) < 600:
        near = lines[index + 1 : index + 6]
        if any(_BODY_NAME.match(item.text) for item in near[:2]) and any(CITED_BASIS.match(item.text) for item in near):
            return index
    if MOTTO.search(text) and text.isupper() and is_letter(lines, index):
        return _climb(lines, index, begun)
    if SITE_HEAD.match(text) and text.startswith("Bản"):
        return _site_top(lines, index, begun)
    if text == "Trang chủ" and lines[index + 1 : index + 2] and lines[index + 1].text == ">":
        return index if closed or index - begun > LONGEST_HEADER else None
    if closed and not annexed and _opens_headless(lines, index):
        return _climb(lines, index, begun)
    if closed and not annexed and _follows_closing(lines, index) and _is_prose(lines, index):
        return index
    if (
        closed
        and CITED_BASIS.match(text)
        and not any(BASIS.match(item.text) for item in lines[max(index - 6, 0) : index])
    ):
        basis_ahead = sum(BASIS.match(item.text) is not None for item in lines[index + 1 : index + 12])
        return index if basis_ahead and not annexed else None
    return None


def _opens_headless(lines: Sequence[Line], index: int) -> bool:
    """What is left of a document without its header: «VỀ VIỆC …» above its legal bases, «Kính gửi: …» of a letter."""
    text = lines[index].text
    if text.startswith("Kính gửi"):
        return not is_form(lines, index, index)
    if _SUBJECT.match(text) is None or not text.isupper():
        return False
    basis = basis_below(lines, index)
    return basis is not None and CITED_BASIS.match(basis.text) is not None


def _climb(lines: Sequence[Line], index: int, begun: int) -> int:
    """The first line of the header above ``index``."""
    first = index
    while first > begun + 1 and index - first < LOOK_BACK:
        line = lines[first - 1]
        if _FIRST_PLACEHOLDER.fullmatch(line.text):
            return first - 1
        if SITE_HEAD.match(line.text):
            return _site_top(lines, first - 1, begun)
        if not is_header(line, lines[first].text):
            break
        first -= 1
    first = _behind_closing(lines, first, index)
    # What is drawn above all words closes the document before, unless a blank line parts it from that, or the header
    # itself is set in bars.
    worded = next(
        (
            place
            for place in range(first, index)
            if not DRAWN.fullmatch(lines[place].text) and not _SAYS_NOTHING.match(lines[place].text)
        ),
        index,
    )
    if worded == index:
        return index
    while first < worded and (not lines[first].blank_before or _SAYS_NOTHING.match(lines[first].text)):
        if _COLUMNS.fullmatch(lines[first].text) or _opens_file_header(lines, first):
            break
        following = lines[worded]
        adjacent = first + 1 == worded and not following.blank_before and following.text[0] not in "|-"
        adjacent = adjacent and not following.text.endswith("|")
        if lines[first].text == "|" and adjacent and any(item.text == "|" for item in lines[worded:index]):
            break
        first += 1
    return first


def _opens_file_header(lines: Sequence[Line], index: int) -> bool:
    """«---⏎title: …»: the header of a Markdown file."""
    return lines[index].text == "---" and _KEY.match(lines[index + 1].text) is not None


def _behind_closing(lines: Sequence[Line], first: int, index: int) -> int:
    """«… đầu tư./.⏎HỘI ĐỒNG NHÂN⏎DÂN TỈNH ĐỒNG THÁP» closes the document before, where the next has a header of its own
    below, or none."""
    if not first or not lines[first - 1].text.endswith("./.") or lines[first].blank_before:
        return first
    for place in range(first + 1, min(first + 4, index + 1)):
        rest = lines[place:index]
        if place == index or lines[place].blank_before or lines[place].text[0] == "|":
            return place if place == index or names_issuer(rest) or not is_marked(lines[first:index]) else first
    return first


def _site_top(lines: Sequence[Line], index: int, begun: int) -> int:
    """The first line of a site's page whose «Đang tải văn bản» or first words stand at ``index``."""
    first = index
    while first > begun + 1 and index - first < 40:
        if lines[first].text.startswith("Bản dịch này"):
            break
        first -= 1
    # The page opens with two bars.
    bars = 0
    while bars < 2 and first > begun + 1 and lines[first - 1].text == "|" and not lines[first].blank_before:
        first -= 1
        bars += 1
    return first


def _follows_closing(lines: Sequence[Line], index: int) -> bool:
    """Whether nothing but closing lines stands between the last signature or formula and this line."""
    for item in reversed(lines[max(index - 60, 0) : index]):
        text = item.text
        if FORMULA.match(text) or text.startswith(("- Lưu", "-Lưu")) or SIGNED.match(text) or text.endswith("./."):
            return True
        if len(text) > 70 and not LIST_ITEM.match(text) and not _PLACEHOLDER.match(text):
            return False
    return False


def _is_prose(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text.lstrip("* ")
    if not text[:1].isupper() or text.isupper() or LIST_ITEM.match(text) or LABEL.match(text) or SIGNED.match(text):
        return False
    if FORMULA.match(text) or ATTACHED_TO.match(text) or ANNEX.match(text) or text.startswith(_NOTES):
        return False
    if _OWN_TITLE.match(text) or REAL_NUMBER.match(text):
        return False
    if any(_SITE_TAIL.match(item.text) for item in lines[max(index - 3, 0) : index + 4]):
        return False
    if len(text) >= PROSE:
        return True
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    return (
        len(text) > 45
        and len(following) > 30
        and following[:1].islower()
        and re.match(rf"[{UPPER}]\w*\s", text) is not None
    )
