"""Nơi nhận: one item per line, the purpose of the copy («báo cáo», «để b/c») split off as its note."""

from collections.abc import Iterator
from dataclasses import replace

from nghiquyet.extractors.closing_lines import ClosingLine, closing_lines
from nghiquyet.extractors.signatories import NAME, authority_pattern, position_pattern
from nghiquyet.model import Evidence, Recipient, Span
from nghiquyet.records import CleanText, Findings, Outline
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import LOWER, UPPER, without_marks

_HEAD = re.compile(r"[_*\s]*N[ơợo]i\s+nh[ậâạ]n[_*\s]*:?[_*\s]*")
_DASH = re.compile(r"[-–—•+]\s*")
_NOTE = re.compile(
    rf"[\s,;]*\(\s*((?:để\s+|thay\s+)?(?:báo\s+cáo|b/?\s?c|B/?\s?c|BC|t/?\s?h|thực\s+hiện|phối\s+hợp|p/?h|biết|theo\s+dõi|lưu|chỉ\s+đạo"
    rf"|đăng\s+\w+|kiểm\s+tra|[{LOWER}/ ,]{{2,40}}))\s*\)[\s,;.]*$"
)
_SAYS_SOMETHING = re.compile(rf"[{LOWER}{UPPER}]{{2}}|[BbTtPp]/?\s?[chCH]\b")
_END = re.compile(r"(?:PHỤ LỤC|DANH MỤC|BIỂU|QUY ĐỊNH|QUY CHẾ|CHƯƠNG TRÌNH)\b|\[\d+\]|\(\s?(?:[Bb]an hành|[Kk]èm)")
# Seal and signature inside the line: nothing behind the item's mark is a word in small letters.
_SMALL_WORD = re.compile(rf"(?<![^\W\d_])[{UPPER}{LOWER}]?[{LOWER}]+(?![^\W\d_])")
_ODD = re.compile(r"[⁄%Ø<>'\"`~^⁄ø]|_|(?<!\w)/(?!\w)")
_INNER_DASH = re.compile(r"(?:(?<=[;,.:]\s)|(?<=:))[-–]\s+")
_TAIL = " \t\u00a0,;.:*_|"
LONGEST = 400
# Nine signers in ten have one of these; «Tỉnh ủy, Nguyễn Văn An»: the signer read behind a recipient.
_SURNAMES = frozenset(
    ["nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong",
     "ly", "trinh", "dinh", "luong", "truong", "mai", "dao", "doan", "lam", "cao", "ta", "ha", "to", "luu", "chu", "vi"]
)  # fmt: skip


def extract_recipients(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """The items of «Nơi nhận», without dash and closing mark."""
    recipients = tuple(_recipients(closing_lines(outline)))
    if not recipients:
        return findings
    evidence = {**findings.metadata.evidence}
    span = Span(start=recipients[0].span.start, end=recipients[-1].span.end)
    evidence["recipients"] = Evidence(span=span, rule="recipients.items_below_head")
    metadata = findings.metadata.model_copy(update={"recipients": recipients, "evidence": evidence})
    return replace(findings, metadata=metadata)


def _recipients(lines: tuple[ClosingLine, ...]) -> Iterator[Recipient]:
    positions = position_pattern()
    # «…; Bộ Nội vụ,⏎Bộ Tài chính;»: in a list parted by semicolons a comma ends no item.
    semicolons = sum(line.text.endswith(";") for line in lines)
    commas = sum(_DASH.match(line.text) is not None and line.text.endswith(",") for line in lines)
    item: list[tuple[ClosingLine, int, int]] = []
    inside = False
    for line in lines:
        text = line.text
        if not inside:
            head = _HEAD.match(text)
            if head is None:
                continue
            inside = True
            authority = authority_pattern().search(text, head.end())
            stop = authority.start() if authority else len(text)
            rest = text[head.end() : stop].strip()
            if rest and _DASH.match(rest):
                for start, end in _dashed(text, head.end(), stop):
                    yield from _finish([(line, start, end)])
            elif rest and not rest.isupper():
                item = [(line, head.end(), stop)]
            continue
        if _END.match(text) or len(text) > LONGEST:
            break
        dash = _DASH.match(text)
        if dash is not None or (line.label is not None and _DASH.match(line.label)):
            yield from _finish(item)
            start = dash.end() if dash else 0
            item = [(line, start, _item_end(text, start, positions))]
            if text[item[0][2] - 1 : item[0][2]] == "." and text[start:].startswith("Lưu"):
                yield from _finish(item)
                return
            continue
        if not item:
            continue
        if (
            text[0].islower()
            or text[0] in "(&"
            or (_opened(item, semicolons > commas) and not _is_signature(text, positions))
        ):
            item.append((line, 0, _item_end(text, 0, positions)))
            continue
        if not _is_signature(text, positions):
            continue
    yield from _finish(item)


def _dashed(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Items run together on the head's line: «Nơi nhận: - Ban Bí thư; - Chính phủ;»."""
    starts = [hit.end() for hit in _INNER_DASH.finditer(text, 0, stop) if hit.end() > start]
    for index, begin in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else stop
        yield begin, end


def _opened(item: list[tuple[ClosingLine, int, int]], semicolons: bool) -> bool:
    """The item's last line ends without a mark: what follows belongs to it. «Lưu: VT» is the last item."""
    line, start, end = item[-1]
    if item[0][0].text[item[0][1] :].startswith("Lưu") and not line.text[start:end].rstrip().endswith(","):
        return False
    closed = (";", ".") if semicolons else (";", ",", ".")
    return end == len(line.text) and line.text[start:end].rstrip()[-1:] not in closed


def _is_signature(text: str, positions: re.Pattern[str]) -> bool:
    if authority_pattern().match(text) or positions.match(text) or text.startswith("("):
        return True
    if text[-1] in ";,.":
        # «Ủy ban TW Mặt trận Tổ quốc⏎Việt Nam;»
        return False
    if text.isupper():
        return True
    words = text.split()
    return 2 <= len(words) <= 5 and all(word[0].isupper() and word[1:].islower() for word in words)


def _item_end(text: str, start: int, positions: re.Pattern[str]) -> int:
    """Where the item ends and what OCR drew in from the next column begins."""
    authority = authority_pattern().search(text, start)
    end = authority.start() if authority else len(text)
    for mark in re.finditer(r"[,;.](?=\s)", text[start:end]):
        place = start + mark.end()
        tail = text[place:end]
        if text.startswith("Lưu", start) and (named := NAME.fullmatch(tail.strip())):
            return place if named else end
        if (named := NAME.fullmatch(tail.strip())) and without_marks(named.group(1).split()[0]) in _SURNAMES:
            return place
        if not tail.strip() or any(len(word) > 1 for word in _SMALL_WORD.findall(tail)):
            continue
        if positions.search(tail) or _ODD.search(tail) or tail.strip().startswith("TỈNH"):
            return place
    return end


def _finish(item: list[tuple[ClosingLine, int, int]]) -> Iterator[Recipient]:
    pieces = [(line, start, end) for line, start, end in item if line.text[start:end].strip(_TAIL)]
    item.clear()
    if not pieces:
        return
    text = " ".join(line.text[start:end].strip() for line, start, end in pieces).rstrip(_TAIL)
    note = None
    hit = _NOTE.search(text)
    if hit is not None and not _SAYS_SOMETHING.search(hit.group(1)):
        # «Lưu: VT, KTTH ( b).» leaves a number of copies out.
        hit = None
    whole = text
    if hit is not None:
        note = " ".join(hit.group(1).split())
        text = text[: hit.start()].rstrip(_TAIL)
    if not text or len(text) > LONGEST:
        return
    first, begin, _ = pieces[0]
    begin += len(first.text[begin:]) - len(first.text[begin:].lstrip())
    last, start, end = pieces[-1]
    end = start + len(last.text[start:end].rstrip(_TAIL))
    span = Span(start=first.span(begin, begin + 1).start, end=last.span(start, max(start + 1, end)).end)
    yield Recipient(text=text if note else whole, note=note, span=span)
