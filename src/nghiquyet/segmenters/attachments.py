"""Attachments: Phụ lục, and the Quy định, Quy chế, Chương trình, Danh mục issued with a resolution."""

from collections.abc import Sequence

from nghiquyet.lexicons.profiles import Profile, profile
from nghiquyet.model import Diagnostic, Repair
from nghiquyet.records import CleanText, OutlineAttachment
from nghiquyet.segmenters.headings import is_capitals, reads_like_title
from nghiquyet.segmenters.identifiers import Identifiers
from nghiquyet.segmenters.outline import TreeBuilder, split_pieces
from nghiquyet.segmenters.passages import Piece, passage_of, source_span
from nghiquyet.segmenters.titles import join_titles
from nghiquyet.segmenters.units import Unit
from nghiquyet.text import patterns as re

_TYPE = (
    r"QUY ĐỊNH|QUY CHẾ|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|KẾ HOẠCH|ĐỀ ÁN|DANH MỤC|DANH SÁCH|BIỂU|NỘI QUY|ĐIỀU LỆ|PHƯƠNG ÁN|"
    r"MỨC|BẢNG|QUY HOẠCH|NỘI DUNG|HƯỚNG DẪN|CHÍNH SÁCH|ĐỊNH MỨC|TIÊU CHÍ|BÁO CÁO|CHIẾN LƯỢC|QUY TRÌNH"
)
_TITLE = re.compile(rf"(?:{_TYPE})(?![\w])")
_TYPE_ALONE = re.compile(rf"(?:{_TYPE})")
# «(Kèm theo Nghị quyết số …)», «(Ban hành kèm theo Quyết định …)» under the title says that a text is attached.
_ISSUED_WITH = re.compile(r"\(?\s?(?:[Đđ]ược )?(?:[Bb]an hành )?(?:[Đđ]ính )?[Kk]èm theo\s")
_FORM = re.compile(r"(?:Mẫu|MẪU|Biểu|BIỂU|Biểu mẫu|BIỂU MẪU)\s+(?:số|SỐ)\s*:?\s*(\d{1,3}|[IVX]+)[\w./-]{0,12}")
_MOTTO = re.compile(r"CỘNG H[ÒO][ÀA] XÃ HỘI|ĐẢNG CỘNG S[ẢẲ]N|Độc lập\s*-\s*Tự do")
_CLOSED = re.compile(
    r"N[ơo]i nh[ậâ]n|(?:TM|T/M|KT|K/T|TL)\s?\.?\s?[A-ZĐ]{2}|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG)[A-ZĐÀ-Ỵ ,]*$"
    r"|\(?[Đđ]ã ký\)?$"
)
MOST_TITLE_LINES = 8
LONGEST_TITLE = 500


def first_attachment(units: Sequence[Unit], body: int) -> int:
    """Where the first attachment begins, its letterhead included; the number of units when there is none."""
    signed = False
    quoted = 0
    for index in range(body, len(units)):
        unit = units[index]
        signed = signed or _is_signature(unit)
        quoted += unit.text.count("“") - unit.text.count("”")
        if index == body or (quoted > 0 and not signed):
            continue
        if is_attachment_head(units, index, signed):
            return _with_letterhead(units, index, body)
    return len(units)


def _is_signature(unit: Unit) -> bool:
    if unit.table is not None:
        return (
            unit.table.layout and re.search(rf"(?:^|[|\s])(?:{_CLOSED.pattern})", unit.text, re.MULTILINE) is not None
        )
    return unit.label is None and _CLOSED.match(unit.text) is not None


def is_attachment_head(units: Sequence[Unit], index: int, signed: bool) -> bool:
    """Whether an attachment begins at ``units[index]``: «PHỤ LỤC I», a form, or a title in capitals that was issued
    with another text; behind the signature a title that names a kind of document is enough."""
    unit = units[index]
    if unit.table is not None:
        return False
    before = units[index - 1] if index else None
    if before is not None and before.label is not None and not before.text and before.label.family != "appendix":
        # «Chương II⏎QUY ĐỊNH CỤ THỂ» is a title below its label.
        return False
    if unit.label is not None:
        return unit.label.family == "appendix" and (signed or is_capitals(unit.first.text) or not unit.text)
    if signed and _FORM.match(unit.text) and len(unit.text) < 120:
        return True
    if signed and _is_issued_title(units, index):
        return True
    if len(unit.text) > 300 or not _TITLE.match(unit.text) or not is_capitals(unit.text):
        return False
    if any(_ISSUED_WITH.match(following.text) for following in units[index + 1 : index + MOST_TITLE_LINES]):
        return True
    return signed and (_TYPE_ALONE.fullmatch(unit.text) is not None or _has_tree(units, index))


def _is_issued_title(units: Sequence[Unit], index: int) -> bool:
    """Capitals over a few lines, «(Ban hành kèm theo Nghị quyết số …)» right below: «GIÁ CÁC DỊCH VỤ KỸ THUẬT …»."""
    for unit in units[index : index + MOST_TITLE_LINES]:
        if unit.label is not None or unit.table is not None:
            return False
        if _ISSUED_WITH.match(unit.text):
            return unit is not units[index]
        if not is_capitals(unit.text) or len(unit.text) > 300 or _MOTTO.match(unit.text) or _CLOSED.match(unit.text):
            return False
    return False


def _has_tree(units: Sequence[Unit], index: int) -> bool:
    """Whether divisions stand below a title."""
    return any(unit.label is not None or unit.table is not None for unit in units[index + 1 : index + MOST_TITLE_LINES])


def _with_letterhead(units: Sequence[Unit], index: int, body: int) -> int:
    """The first line of the letterhead above an attachment's title; the title where it has none."""
    start = index
    while start > body and index - start < 10:
        unit = units[start - 1]
        if unit.table is not None:
            if not (unit.table.layout and _MOTTO.search(" ".join(unit.text.split()))):
                break
        elif unit.label is not None or not (is_capitals(unit.text) or _MOTTO.match(unit.text)) or len(unit.text) > 120:
            break
        start -= 1
    above = units[start:index]
    first = next((place for place, unit in enumerate(above) if not _CLOSED.match(unit.text)), len(above))
    return start + first if any(_MOTTO.search(" ".join(unit.text.split())) for unit in above[first:]) else index


def build_attachments(
    clean: CleanText, ids: Identifiers, own: Profile, units: Sequence[Unit]
) -> tuple[tuple[OutlineAttachment, ...], list[Repair], list[Diagnostic]]:
    """One attachment for each head; its numbers start anew and its ids begin with its own."""
    if not units:
        return (), [], []
    heads = [index for index in range(len(units)) if is_attachment_head(units, index, True)]
    heads = _separate(units, heads)
    starts = [0, *(_with_letterhead(units, head, 0) for head in heads[1:])] if heads else [0]
    repairs: list[Repair] = []
    diagnostics: list[Diagnostic] = []
    attachments: list[OutlineAttachment] = []
    for number, first in enumerate(starts):
        last = starts[number + 1] if number + 1 < len(starts) else len(units)
        head = heads[number] if heads else first
        attachment, tree_repairs, doubts = _attachment(clean, ids, own, units[first:last], head - first)
        attachments.append(attachment)
        repairs += tree_repairs
        diagnostics += doubts
    return tuple(attachments), repairs, diagnostics


def _separate(units: Sequence[Unit], heads: Sequence[int]) -> list[int]:
    """The heads that open an attachment each: «PHỤ LỤC I / DANH MỤC …» is one title, and so is «QUY ĐỊNH / MỨC CHI …»."""
    kept: list[int] = []
    for head in heads:
        between = units[kept[-1] + 1 : head] if kept else ()
        if kept and all(unit.label is None and unit.table is None and _is_title_line(unit) for unit in between):
            label = units[head].label
            form = _FORM.match(units[head].text) is not None
            if not ((label is not None and label.family == "appendix") or form) or not between:
                continue
        kept.append(head)
    return kept


def _is_title_line(unit: Unit) -> bool:
    return is_capitals(unit.text) or _ISSUED_WITH.match(unit.text) is not None


def _attachment(
    clean: CleanText, ids: Identifiers, own: Profile, run: Sequence[Unit], place: int
) -> tuple[OutlineAttachment, list[Repair], list[Diagnostic]]:
    identifier = ids.unique(f"att_{ids.next_attachment()}")
    head = run[place]
    content = list(run[place + 1 :])
    label: Piece | None = None
    heading: list[Piece] = []
    number = None
    start = head.first.start
    form = _FORM.match(head.text) if head.label is None else None
    if head.label is not None and head.label.family == "appendix":
        label = (start, start + len(head.label.printed.rstrip()))
        number = head.label.number
        heading.extend(_behind_label(clean, head))
    elif form is not None:
        first, rest = split_pieces(clean.text, head.pieces, form.end()) or (head.pieces, [])
        label = (start, first[-1][1])
        number = form[1]
        heading.extend(rest)
    elif _TYPE_ALONE.fullmatch(head.text):
        label = (start, head.end)
    elif is_capitals(head.text) and head.label is None and head.table is None:
        heading.extend(head.pieces)
    else:
        content.insert(0, head)
    if label is not None or heading:
        heading.extend(_title_lines(content, bool(heading)))
    inner = [unlabelled(unit) for unit in (*run[:place], *content)]
    # Without a Điều the levels of an annex are titles and items, as in an outline of the Party.
    articled = any(unit.label is not None and unit.label.family == "article" for unit in inner)
    tree = TreeBuilder(clean, ids, own if articled else profile("party"), identifier).build(join_titles(inner))
    attachment = OutlineAttachment(
        id=identifier,
        label=" ".join(clean.text[label[0] : label[1]].split()) if label else None,
        label_span=source_span(clean, *label) if label else None,
        number=number,
        heading=passage_of(clean, identifier, heading) if heading else None,
        heading_span=source_span(clean, heading[0][0], heading[-1][1]) if heading else None,
        span=source_span(clean, run[0].start, max(unit.end for unit in run)),
        content=tree.nodes,
    )
    return attachment, tree.repairs, tree.diagnostics


def _behind_label(clean: CleanText, head: Unit) -> list[Piece]:
    """The title on the line of the label, without the mark between: «PHỤ LỤC I. DANH MỤC …»."""
    return _trimmed(clean, head.pieces[0][0], head.pieces) if head.pieces else []


def _trimmed(clean: CleanText, start: int, pieces: Sequence[Piece]) -> list[Piece]:
    first = (max(start, pieces[0][0]), pieces[0][1])
    text = clean.text[first[0] : first[1]]
    bare = text.lstrip()
    return [(first[1] - len(bare), first[1]), *pieces[1:]] if bare else list(pieces[1:])


def _title_lines(content: list[Unit], begun: bool) -> list[Piece]:
    """The lines of the title at the start of ``content``, taken out of it."""
    pieces: list[Piece] = []
    length = lines = 0
    while content and lines < MOST_TITLE_LINES:
        unit = content[0]
        if unit.label is not None or unit.table is not None or _ISSUED_WITH.match(unit.text):
            break
        if unit.broken or (unit.parted and (begun or lines)):
            break
        capitals = is_capitals(unit.text) and not _MOTTO.match(unit.text)
        # One line in small letters may be the title: «Danh mục các dự án», «Về chức năng …».
        plain = (
            not begun and not lines and reads_like_title(unit.text) and len(content) > 1 and not _MOTTO.match(unit.text)
        )
        if not (capitals or plain) or length + len(unit.text) > LONGEST_TITLE:
            break
        pieces.extend(unit.pieces)
        length += len(unit.text)
        lines += 1
        content.pop(0)
        if not capitals:
            break
    return pieces


def unlabelled(unit: Unit) -> Unit:
    """A line that names an appendix inside running text opens no division."""
    if unit.label is None or unit.label.family != "appendix":
        return unit
    unit.pieces = [(unit.first.start, unit.first.end), *unit.pieces[1:]]
    unit.text = unit.first.text
    unit.label = None
    return unit
