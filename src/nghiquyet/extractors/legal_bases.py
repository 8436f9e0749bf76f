"""Legal bases: each «Căn cứ …», «Xét …», «Trên cơ sở …», «Theo đề nghị …» of the preamble as one item."""

from collections.abc import Iterator
from dataclasses import replace

from nghiquyet.extractors.metadata.header import passages_of
from nghiquyet.model import Evidence, LegalBasis, Span
from nghiquyet.records import CleanText, Findings, Outline, OutlineBlock, Passage
from nghiquyet.text import patterns as re

_OPENING = (
    r"(?:Căn[\s_]cứ|Xét(?=\s)|Trên[\s_]cơ[\s_]sở|Theo[\s_]đề[\s_]nghị|Sau[\s_]khi(?=[\s_](?:xem|nghe|thảo|nghiên))"
    r"|Thực[\s_]hiện(?=[^;]{5,600};\s*$))"
)
_ITEM = re.compile(rf"[\s*_\-–—+•]*({_OPENING})")
# Two items on one line: «…; Xét Tờ trình số …». Inner semicolons are followed by small letters or other documents.
_NEXT = re.compile(rf"[;.]\s+(?={_OPENING})")
_FORMULA = re.compile(
    r"[.,;:]?\s*(?:QUY[ẾÉ]T\s+NGHỊ|QUYẾT\s+ĐỊNH|Quyết\s+nghị\s*:|Quyết_nghị\s*:)|"
    r"[;.]\s+(?:Hội đồng nhân dân|Chính phủ|Ủy ban [Tt]hường vụ Quốc hội|Quốc hội)(?:\s+[^\W\d_]+){0,8}\s+ban hành\s"
)
_ENACTED = re.compile(r"[\s*_|]*QUY[ẾÉ]T\s+NGHỊ\s*:?[\s*_|]*")
_TAIL = " \t\u00a0*_;.,:/|"
# A basis that ends without a mark goes on in the next paragraph: a hard wrap that looked like a label.
_ENDED = re.compile(r"[;.:,…][\s*_|]*$")
MOST_PIECES = 8


def extract_legal_bases(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """Every basis, whole, inner semicolons kept, without its closing mark."""
    bases = tuple(_bases(tuple(_preamble(outline))))
    if not bases:
        return findings
    evidence = {**findings.metadata.evidence}
    span = Span(start=bases[0].span.start, end=bases[-1].span.end)
    evidence["legal_bases"] = Evidence(span=span, rule="legal_bases.opening_words")
    metadata = findings.metadata.model_copy(update={"legal_bases": bases, "evidence": evidence})
    return replace(findings, metadata=metadata)


def _preamble(outline: Outline) -> Iterator[Passage]:
    yield from passages_of(outline.front)
    yield from passages_of(outline.preamble)
    # Where no preamble was told apart, the bases lead the body.
    for node in outline.body:
        if not isinstance(node, OutlineBlock):
            return
        yield from passages_of((node,))


def _bases(passages: tuple[Passage, ...]) -> Iterator[LegalBasis]:
    index = 0
    while index < len(passages):
        passage = passages[index]
        if _ENACTED.fullmatch(passage.text):
            return
        opening = _ITEM.match(passage.text)
        if opening is None or _is_narrative(passage.text):
            index += 1
            continue
        start = opening.start(1)
        for following in _NEXT.finditer(passage.text, start):
            yield from _item([passage], start, following.start())
            start = following.end()
        pieces = [passage]
        while (
            not _ENDED.search(pieces[-1].text)
            and len(pieces) < MOST_PIECES
            and index + 1 < len(passages)
            and _goes_on(passages[index + 1].text)
        ):
            index += 1
            pieces.append(passages[index])
        yield from _item(pieces, start, None)
        index += 1


def _goes_on(text: str) -> bool:
    return not (_ITEM.match(text) or _FORMULA.match(text) or text.isupper())


def _is_narrative(text: str) -> bool:
    """«Thực hiện Quy định …, Văn phòng Trung ương Đảng hướng dẫn … như sau:» is a sentence, not a basis."""
    return text.rstrip(" *_").endswith("như sau:") and text.lstrip(" -*_").startswith("Thực")


def _item(pieces: list[Passage], start: int, end: int | None) -> Iterator[LegalBasis]:
    first, last = pieces[0], pieces[-1]
    stop = len(last.text) if end is None else end
    begin = start if last is first else 0
    formula = _FORMULA.search(last.text, begin, stop)
    if formula is not None:
        stop = formula.start()
    while stop > begin and last.text[stop - 1] in _TAIL:
        stop -= 1
    if stop <= begin:
        return
    if last is first:
        yield LegalBasis(text=first.text[start:stop], span=first.span(start, stop))
        return
    text = " ".join([first.text[start:], *(piece.text for piece in pieces[1:-1]), last.text[:stop]])
    span = Span(start=first.span(start, len(first.text)).start, end=last.span(0, stop).end)
    yield LegalBasis(text=text, span=span)
