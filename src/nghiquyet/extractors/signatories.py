"""Signatures: authority («T/M TỈNH ỦY»), position («BÍ THƯ»), name, read from the lines of the closing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from nghiquyet.extractors.closing_lines import ClosingLine, closing_lines
from nghiquyet.extractors.metadata.header import passages_of
from nghiquyet.lexicons.bodies import BODIES
from nghiquyet.lexicons.positions import POSITIONS
from nghiquyet.lexicons.profiles import signature_marks
from nghiquyet.model import Evidence, Signatory, Span
from nghiquyet.records import CleanText, Findings, Outline, OutlineNode
from nghiquyet.text import patterns as re
from nghiquyet.text.tries import word_pattern
from nghiquyet.text.vietnamese import LOWER, UPPER

_CAPS = f"[{UPPER}]"
_NAME_WORD = f"[{UPPER}][{LOWER}]+"
NAME = re.compile(
    rf"(?:(?:Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|TS\.|ThS\.|GS\.|PGS\.)\s+)?"
    rf"({_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}})[.\s]*"
)
_CAPITAL_NAME = re.compile(rf"{_CAPS}{{2,}}(?:\s+{_CAPS}{{2,}}){{1,4}}")
# «KT. TRƯỞNG THUẾ TỈNH⏎PHÓ TRƯỞNG THUẾ TỈNH»: an office that no table holds.
_DEPUTY = re.compile(r"(?:PHÓ|QUYỀN|THỨ)\s+[^\W\d_]")
_SIGNED = re.compile(r"\(?\s*(?:[Đđ]ã\s+ký|ĐÃ\s+KÝ)\s*\)?:?")
_LINE_FORM = re.compile(r"Người ký\s*:\s*(?P<rest>.+)$")
_END = re.compile(r"(?:PHỤ LỤC|DANH MỤC|BIỂU|Mẫu số|QUY ĐỊNH|QUY CHẾ|CHƯƠNG TRÌNH|KẾ HOẠCH)\b")
LONGEST = 200
LAST_PASSAGES = 6


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    """authority, position or name."""
    text: str
    span: Span


def extract_signatories(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """Everyone who signs, in the order of the text; joint documents have several."""
    tokens = list(_signed_by_tokens(outline.closing))
    rule = "signatories.signed_by_line"
    if not tokens:
        lines = closing_lines(outline)
        tokens = list(_tokens(lines))
        rule = "signatories.signature_lines"
        if tokens and all(token.kind != "name" for token in tokens) and (name := _name_among_recipients(lines)):
            tokens.append(name)
    if not tokens:
        tokens = list(_signed_by_tokens(outline.body))
        rule = "signatories.signed_by_line"
    signatories = tuple(_signatories(tokens))
    if not signatories:
        return findings
    evidence = {**findings.metadata.evidence}
    span = Span(
        start=min(signatory.span.start for signatory in signatories),
        end=max(signatory.span.end for signatory in signatories),
    )
    evidence["signatories"] = Evidence(span=span, rule=rule)
    metadata = findings.metadata.model_copy(update={"signatories": signatories, "evidence": evidence})
    return replace(findings, metadata=metadata)


@cache
def authority_pattern() -> re.Pattern[str]:
    """«T/M TỈNH ỦY», «KT. CHỦ TỊCH»: a mark of authority and the body or office behind it; «TM» without its dot opens a
    line."""
    return re.compile(
        rf"(?:(?<!\w)(?:{signature_marks()})|^TM(?=\s{_CAPS})|^KT(?=\s{_CAPS}))\s*{_CAPS}{{2}}[^{LOWER}|()]*"
    )


@cache
def _own_position() -> re.Pattern[str]:
    """Marks whose words are an office: «KT. CHỦ TỊCH»."""
    return re.compile(rf"{signature_marks(own_position=True)}|KT")


@cache
def position_pattern() -> re.Pattern[str]:
    """Positions in capitals, longest first."""
    words = [word.upper() for row in POSITIONS.rows for word in row.words]
    return re.compile(word_pattern(words))


def _tokens(lines: tuple[ClosingLine, ...]) -> Iterator[_Token]:
    seen = listed = False
    before = ""
    for line in lines:
        text = line.text
        if seen and (_END.match(text) or len(text) > LONGEST):
            return
        token_kinds: list[str] = []
        if before == "authority" and listed and text.isupper():
            # «KT. BỘ TRƯỞNG,⏎CHỦ NHIỆM»: two offices, one authority.
            seen = True
            yield _Token("more", f", {text}", line.span(0, len(text)))
            listed = text.endswith(",")
            continue
        listed = text.endswith(",")
        for token in _line_tokens(line, before):
            token_kinds.append(token.kind)
            seen = True
            yield token
        before = token_kinds[-1] if token_kinds else (before if _SIGNED.fullmatch(text) else "")


def _line_tokens(line: ClosingLine, before: str) -> Iterator[_Token]:
    text = line.text
    authority = authority_pattern().search(text)
    if authority is not None:
        stop = authority.end()
        inner = position_pattern().search(text, authority.start() + 2)
        words = authority.group()
        # «TM. CHÍNH PHỦ THỦ TƯỚNG» on one line: the position behind the body; «KT. CHỦ TỊCH» has it as its body.
        # «T/M BAN BÍ THƯ», «T/M ĐOÀN CHỦ TỊCH» are bodies whose last words look like a position.
        own = _own_position().match(words) or (inner and text[: inner.start()].rstrip().endswith(("BAN", "ĐOÀN")))
        if inner is not None and not own and inner.end() >= stop - 1:
            stop = inner.start()
        second = authority_pattern().search(text, authority.start() + 3)
        if second is not None:
            stop = min(stop, second.start())
        printed = text[authority.start() : stop].strip(" -–—,.:;/")
        yield _Token("authority", printed, line.span(authority.start(), authority.start() + len(printed)))
        if stop < len(text):
            behind = ClosingLine(line.passage, line.start + stop, line.end, text[stop:])
            yield from _line_tokens(_stripped(behind), "authority")
        return
    position = position_pattern().match(text)
    if position is not None and (position.end() == len(text) or before or text[position.end() :].strip(" -–:*")):
        rest = text[position.end() :].strip(" -–—:*(),.")
        if not rest or NAME.fullmatch(rest) or _SIGNED.match(rest):
            yield _Token("position", position.group(), line.span(*position.span()))
            if rest and (name := NAME.search(text, position.end())):
                yield _Token("name", " ".join(name.group(1).split()), line.span(*name.span(1)))
            return
        if before in ("authority", "position") and text.isupper():
            yield _Token("position", text, line.span(0, len(text)))
            return
    if before == "authority" and text.isupper() and _DEPUTY.match(text):
        yield _Token("position", text, line.span(0, len(text)))
        return
    if before == "authority" and text.isupper() and len(text) < 60 and not text.startswith("-"):
        yield _Token("more", text, line.span(0, len(text)))
        return
    if line.label is not None or text.startswith(("-", "+")):
        tail = position_pattern().search(text)
        if tail is not None and tail.end() == len(text.rstrip(" .,")):
            yield _Token("position", tail.group(), line.span(*tail.span()))
            return
        # OCR reads the signer behind the last recipient: «- Lưu Văn phòng Trung ương Đảng. Trần Cẩm Tú».
        last = text.rfind(". ") + 2
        if "Lưu" in text[:6] and last > 2 and NAME.fullmatch(text, last):
            yield _Token("name", text[last:], line.span(last, len(text)))
        return
    plain = _SIGNED.sub("", text).strip(" *_.:")
    named = NAME.fullmatch(plain)
    if named is not None:
        start = text.index(named.group(1))
        yield _Token("name", " ".join(named.group(1).split()), line.span(start, start + len(named.group(1))))
    elif before in ("position", "authority") and _CAPITAL_NAME.fullmatch(plain):
        yield _Token("name", plain, line.span(text.index(plain), text.index(plain) + len(plain)))


def _stripped(line: ClosingLine) -> ClosingLine:
    stripped = line.text.strip(" -–—,.:;")
    start = line.start + (line.text.index(stripped) if stripped else 0)
    return ClosingLine(line.passage, start, start + len(stripped), stripped)


def _signed_by_tokens(nodes: tuple[OutlineNode, ...]) -> Iterator[_Token]:
    """«Người ký: T/M TỈNH ỦY - BÍ THƯ - Trịnh Việt Hùng.» below the text, and signatures the closing has lost."""
    passages = list(passages_of(nodes))[-LAST_PASSAGES:]
    for passage in passages:
        form = _LINE_FORM.search(passage.text)
        if form is None:
            continue
        position = form.start("rest")
        for piece in re.split(r"\s[-–—]\s", form["rest"]):
            start = passage.text.index(piece, position)
            position = start + len(piece)
            stripped = piece.strip(" *_.")
            line = ClosingLine(passage, start, start + len(stripped), stripped)
            yield from _line_tokens(line, "authority" if position != form.start("rest") else "")


def _signatories(tokens: list[_Token]) -> Iterator[Signatory]:
    """Signatures one below the other, or side by side: equal kinds that follow one another are columns."""
    columns: list[dict[str, list[_Token]]] = []
    previous = ""
    index = 0
    for token in tokens:
        kind = "authority" if token.kind == "more" else token.kind
        # A list of communes below the signature («Xã Đạ Tẻh»): nobody signs without an office.
        if kind == "name" and columns and all(column["name"] for column in columns):
            continue
        if token.kind == "more" and columns:
            columns[index]["authority"].append(token)
            continue
        deputy = kind == "authority" and re.match(r"K\s?/?\s?T|Q\.", token.text) is not None
        if kind == previous == "authority" and deputy and columns:
            columns[index]["authority"].append(token)
            continue
        index = index + 1 if kind == previous else 0 if kind != "authority" else len(columns)
        if kind == "authority" or index >= len(columns) or (kind != previous and _is_full(columns, kind)):
            if kind == "authority" or not columns or columns[-1].get(kind):
                columns.append({"authority": [], "position": [], "name": []})
            index = len(columns) - 1
        elif kind != previous:
            index = next(place for place, column in enumerate(columns) if not column[kind])
        columns[index][kind].append(token)
        previous = kind
    for column in columns:
        parts = [part for pieces in column.values() for part in pieces]
        if not column["name"] and not column["authority"]:
            continue
        yield Signatory(
            authority=" ".join(part.text for part in column["authority"]).replace(" , ", ", ") or None,
            position=" ".join(part.text for part in column["position"]) or None,
            name=column["name"][0].text if column["name"] else None,
            span=Span(start=min(part.span.start for part in parts), end=max(part.span.end for part in parts)),
        )


def _name_among_recipients(lines: tuple[ClosingLine, ...]) -> _Token | None:
    """The signer whom OCR reads behind a recipient of the next column: «Tỉnh ủy, Nguyễn Văn Gấu»."""
    found: _Token | None = None
    for line in lines:
        hit = _BEHIND_RECIPIENT.search(line.text)
        if hit is not None and BODIES.match(line.text, hit.start(1)) is None:
            found = _Token("name", hit.group(1), line.span(*hit.span(1)))
    return found


_BEHIND_RECIPIENT = re.compile(rf"[,.;]\s+({_NAME_WORD}(?:\s+{_NAME_WORD}){{2,3}})[.\s]*$")


def _is_full(columns: list[dict[str, list[_Token]]], kind: str) -> bool:
    return all(column[kind] for column in columns)
